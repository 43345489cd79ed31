/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"
#include "core/tide-observation.h"
#include "stats/tide-growth-rate.h"

/* Returns: whether two figures are of the same thing, and something may have grown from the first
 */
gboolean
tide_reader_is_alike (const TideReader *self, int first, int second)
{
  const TideMention *a = tide_reader_get_mention (self, (guint) first);
  const TideMention *b = tide_reader_get_mention (self, (guint) second);

  return a->shape == b->shape && a->noun == b->noun && a->currency == b->currency
         && (a->shape != TIDE_MENTION_MONEY || a->of == b->of)
         && (a->shape != TIDE_MENTION_PERCENT
             || (a->kind == TIDE_TEXT_FINDING_SHARE && b->kind == TIDE_TEXT_FINDING_SHARE))
         && tide_mention_value (a) > 0;
}

/* Returns: whether one figure became the other */
gboolean
tide_reader_is_course (const TideReader *self, int first, int second)
{
  static const char *const ties[] = { "to ", "至", "到", "为", NULL };

  if (!tide_reader_is_alike (self, first, second))
    return FALSE;
  if (tide_reader_ends_with_any (self, tide_reader_get_mention (self, (guint) second)->start, ties))
    return TRUE;

  /* 增长到2022年的6411亿元 */
  for (int i = second - 1; i > first; i--)
    {
      const TideMention *year = tide_reader_get_mention (self, (guint) i);

      if (year->shape == TIDE_MENTION_YEAR && year->kind == TIDE_TEXT_FINDING_YEAR)
        return tide_reader_ends_with_any (self, year->start, ties);
    }

  return FALSE;
}

/* The two figures before, if one became the other. */
gboolean
tide_reader_find_course (const TideReader *self, guint index, int *first, int *second)
{
  *second = tide_reader_figure_before (self, index);
  *first = *second < 0 ? -1 : tide_reader_figure_before (self, (guint) *second);

  return *first >= 0 && tide_reader_is_course (self, *first, *second);
}

/* 6411亿元，比2015年的2224亿元增长: the earlier level comes last, behind one of the @ties. */
gboolean
tide_reader_find_comparison (
    const TideReader *self, guint index, const char *const *ties, int *first, int *second)
{
  *first = tide_reader_figure_before (self, index);
  *second = *first < 0 ? -1 : tide_reader_figure_before (self, (guint) *first);
  if (*second < 0 || !tide_reader_is_alike (self, *first, *second))
    return FALSE;
  for (guint i = tide_reader_get_mention (self, (guint) *second)->end;
       i < tide_reader_get_mention (self, (guint) *first)->start; i++)
    if (tide_reader_match_any (self, i, ties) != 0)
      return TRUE;

  return FALSE;
}

static void
judge_points (const TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const int second = tide_reader_figure_before (self, index);
  const int first = second < 0 ? -1 : tide_reader_figure_before (self, (guint) second);
  const TideMention *a, *b;
  TideInterval start, end, points;

  if (first < 0)
    {
      tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_SUCH_FACT);
      return;
    }
  a = tide_reader_get_mention (self, (guint) first);
  b = tide_reader_get_mention (self, (guint) second);
  if (a->kind != TIDE_TEXT_FINDING_SHARE || b->kind != TIDE_TEXT_FINDING_SHARE)
    {
      tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_SUCH_FACT);
      return;
    }
  mention->others[0] = first;
  mention->others[1] = second;
  mention->n_others = 2;
  tide_mention_interval (a, &start);
  tide_mention_interval (b, &end);
  tide_interval_init_difference (&points, &start, &end);
  tide_mention_compare (mention, &points, TIDE_TEXT_FINDING_CONFLICTS);
}

static TideDate
make_year (guint year)
{
  return (TideDate) { .year = (gint16) year, .precision = TIDE_PRECISION_YEAR };
}

/* Returns: whether the indicator was counted differently in between */
gboolean
tide_reader_is_across_break (const TideReader *self, const char *indicator, guint from, guint to)
{
  const TideDate first = make_year (from);
  const TideDate last = make_year (to);

  return from < to
         && tide_indicator_find_break ((const TideIndicatorPayload *) tide_snapshot_lookup (
                                           self->snapshot, TIDE_RECORD_INDICATOR, indicator),
                                       &first, &last)
                != NULL;
}

static void
judge_year_on_year (TideMention *mention, const TideIndicatorPayload *indicator)
{
  TideDate from, to;
  g_autoptr (GPtrArray) published = NULL;

  mention->to = mention->year;
  mention->from = mention->year - 1;
  if (mention->year == 0 || indicator == NULL)
    {
      tide_mention_give_up (mention, indicator == NULL ? TIDE_TEXT_FINDING_NO_SUCH_FACT
                                                       : TIDE_TEXT_FINDING_NO_YEAR);
      return;
    }

  from = make_year (mention->from);
  to = make_year (mention->to);
  published = tide_growth_list_published (indicator, &from, &to);
  if (published->len > 0)
    {
      const TideGrowth *growth = g_ptr_array_index (published, 0);
      const TideDecimal last_digit = { 1, growth->rate.scale, TRUE };
      TideInterval rate;

      mention->path = "growth";
      tide_interval_init_rounded (&rate, tide_decimal_to_double (&growth->rate),
                                  tide_decimal_to_double (&last_digit));
      tide_mention_compare (mention, &rate, TIDE_TEXT_FINDING_DIFFERS);
    }
  else
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_COMPARABLE_PRICES);
}

/* Growth between two levels of the register. */
static gboolean
judge_by_register (const TideReader *self,
                   TideMention *mention,
                   const TideIndicatorPayload *indicator)
{
  const TideFact *first = tide_reader_find_level (self, indicator->base.id, mention->from);
  const TideFact *last = tide_reader_find_level (self, indicator->base.id, mention->to);
  const guint years
      = mention->mode == TIDE_TEXT_FINDING_ANNUAL_AVERAGE ? mention->to - mention->from : 1;
  TideInterval growth;

  if (first == NULL || last == NULL || mention->to <= mention->from || first->size.low <= 0)
    return FALSE;
  mention->path = "observations";
  tide_interval_init_growth (&growth, &first->size, &last->size, years);
  tide_mention_compare (mention, &growth, TIDE_TEXT_FINDING_DIFFERS);

  return TRUE;
}

static void
judge_course (const TideReader *self, TideMention *mention, int first, int second)
{
  const TideMention *a = tide_reader_get_mention (self, (guint) first);
  const TideMention *b = tide_reader_get_mention (self, (guint) second);
  TideInterval start, end, growth;
  const guint years
      = mention->mode == TIDE_TEXT_FINDING_ANNUAL_AVERAGE && mention->to > mention->from
            ? mention->to - mention->from
            : 1;

  if (mention->mode == TIDE_TEXT_FINDING_ANNUAL_AVERAGE && mention->to <= mention->from)
    {
      tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_YEAR);
      return;
    }
  tide_mention_interval (a, &start);
  tide_mention_interval (b, &end);
  tide_interval_init_growth (&growth, &start, &end, years);
  mention->others[0] = first;
  mention->others[1] = second;
  mention->n_others = 2;
  tide_mention_compare (mention, &growth, TIDE_TEXT_FINDING_CONFLICTS);
}

/* Judges a growth by the register, or by the levels of the text. */
void
tide_reader_judge_growth (const TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const TideIndicatorPayload *indicator = tide_reader_find_indicator (self, mention, mention->of);
  static const char *const ties[] = { "比", "较", "compared with ", "against ", NULL };
  int first, second;

  if (mention->is_points)
    {
      judge_points (self, index);
      return;
    }
  if (indicator != NULL)
    {
      mention->record_kind = TIDE_RECORD_INDICATOR;
      mention->record = indicator->base.id;
      if (tide_reader_is_across_break (
              self, indicator->base.id,
              mention->mode == TIDE_TEXT_FINDING_YEAR_ON_YEAR ? mention->year - 1 : mention->from,
              mention->mode == TIDE_TEXT_FINDING_YEAR_ON_YEAR ? mention->year : mention->to))
        {
          tide_mention_give_up (mention, TIDE_TEXT_FINDING_ACROSS_A_BREAK);
          return;
        }
    }
  if (mention->mode == TIDE_TEXT_FINDING_YEAR_ON_YEAR)
    judge_year_on_year (mention, indicator);
  else if (indicator != NULL && judge_by_register (self, mention, indicator))
    return;
  else if (tide_reader_find_course (self, index, &first, &second)
           || tide_reader_find_comparison (self, index, ties, &first, &second))
    judge_course (self, mention, first, second);
  else
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_SUCH_FACT);
}
