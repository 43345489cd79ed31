/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-segment.h"

#include <string.h>

static const TideTextFinding *
get_finding (const GPtrArray *findings, guint position)
{
  return g_ptr_array_index (findings, position);
}

static int
compare_ends (gconstpointer a, gconstpointer b, gpointer findings)
{
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;
  const gsize end = get_finding (findings, first)->end;
  const gsize other = get_finding (findings, second)->end;

  if (end != other)
    return end < other ? -1 : 1;

  return (first > second) - (first < second);
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const gsize first = *(const gsize *) a;
  const gsize second = *(const gsize *) b;

  return (first > second) - (first < second);
}

/* Where the text is cut, in order; some places twice. */
static GArray *
list_cuts (const GPtrArray *findings, gsize length)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (guint i = 0; i < findings->len; i++)
    {
      const TideTextFinding *finding = get_finding (findings, i);

      g_array_append_val (cuts, finding->start);
      g_array_append_val (cuts, finding->end);
    }
  g_array_append_val (cuts, length);
  g_array_sort (cuts, compare_sizes);

  return cuts;
}

static guint
get_gravity (TideTextFindingVerdict verdict)
{
  static const guint gravities[TIDE_N_TEXT_FINDING_VERDICTS] = {
    [TIDE_TEXT_FINDING_RECOGNISED] = 0,        [TIDE_TEXT_FINDING_REPRODUCES] = 1,
    [TIDE_TEXT_FINDING_CANNOT_BE_CHECKED] = 2, [TIDE_TEXT_FINDING_WRONG_NAME] = 3,
    [TIDE_TEXT_FINDING_SUSPICIOUS_UNIT] = 4,   [TIDE_TEXT_FINDING_DIFFERS] = 5,
    [TIDE_TEXT_FINDING_CONFLICTS] = 6,
  };

  return gravities[verdict];
}

/* Which of the findings that are open at a place it is shown as. */
static int
choose_finding (const GPtrArray *findings, const GArray *open)
{
  int chosen = -1;

  for (guint i = 0; i < open->len; i++)
    {
      const guint position = g_array_index (open, guint, i);

      if (chosen < 0
          || get_gravity (get_finding (findings, position)->verdict)
                 >= get_gravity (get_finding (findings, (guint) chosen)->verdict))
        chosen = (int) position;
    }

  return chosen;
}

static void
close_ended (const GPtrArray *findings, GArray *open, gsize at)
{
  for (guint i = open->len; i > 0; i--)
    if (get_finding (findings, g_array_index (open, guint, i - 1))->end <= at)
      g_array_remove_index (open, i - 1);
}

static void
add_segment (TideReadingSegments *self,
             const GPtrArray *findings,
             const GArray *open,
             gsize start,
             gsize end,
             guint *n_ended)
{
  TideReadingSegment segment = {
    .start = start, .end = end, .finding = choose_finding (findings, open), .first_ended = *n_ended
  };

  while (*n_ended < self->ended->len
         && get_finding (findings, g_array_index (self->ended, guint, *n_ended))->end <= end)
    (*n_ended)++;
  segment.n_ended = *n_ended - segment.first_ended;
  g_array_append_val (self->segments, segment);
}

/**
 * tide_reading_split:
 * @self: a reading
 *
 * Returns: (transfer full): its text, cut wherever a finding begins or ends
 */
TideReadingSegments *
tide_reading_split (TideReading *self)
{
  TideReadingSegments *segments = g_new0 (TideReadingSegments, 1);
  const GPtrArray *findings = tide_reading_get_findings (self);
  g_autoptr (GArray) cuts = list_cuts (findings, strlen (tide_reading_get_text (self)));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_begun = 0;
  guint n_ended = 0;
  gsize start = 0;

  segments->segments = g_array_new (FALSE, FALSE, sizeof (TideReadingSegment));
  segments->ended = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < findings->len; i++)
    g_array_append_val (segments->ended, i);
  g_array_sort_with_data (segments->ended, compare_ends, (gpointer) findings);

  for (guint i = 0; i < cuts->len; i++)
    {
      const gsize cut = g_array_index (cuts, gsize, i);

      if (cut == start)
        continue;
      close_ended (findings, open, start);
      for (; n_begun < findings->len && get_finding (findings, n_begun)->start <= start; n_begun++)
        g_array_append_val (open, n_begun);
      add_segment (segments, findings, open, start, cut, &n_ended);
      start = cut;
    }

  return segments;
}

/**
 * tide_reading_segments_free:
 * @self: (transfer full): a text that was cut
 */
void
tide_reading_segments_free (TideReadingSegments *self)
{
  g_array_unref (self->segments);
  g_array_unref (self->ended);
  g_free (self);
}
