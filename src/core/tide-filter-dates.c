/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-filter-private.h"

#include <string.h>

static const struct
{
  const char *word;
  goffset offset; /* in TidePlans */
} plans[] = {
  { "plan-start", G_STRUCT_OFFSET (TidePlans, start) },
  { "plan-completion", G_STRUCT_OFFSET (TidePlans, completion) },
  { "plan-production", G_STRUCT_OFFSET (TidePlans, production) },
};

static const struct
{
  const char *word;
  goffset offset; /* in TideProjectPayload */
} times[] = {
  { "created", G_STRUCT_OFFSET (TideProjectPayload, created) },
  { "updated", G_STRUCT_OFFSET (TideProjectPayload, updated) },
};

static void
read_which (TideDateCriteria *self, const char *word)
{
  const int stage = tide_codes_find (TIDE_CODES_STAGE, word);

  if (stage >= 0)
    {
      self->which = TIDE_DATED_STAGE;
      self->stage = (TideStage) stage;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    if (strcmp (word, plans[i].word) == 0)
      {
        self->which = TIDE_DATED_PLAN;
        self->offset = plans[i].offset;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    if (strcmp (word, times[i].word) == 0)
      {
        self->which = TIDE_DATED_TIME;
        self->offset = times[i].offset;
      }
}

/* The moment at which a day begins. */
static gint64
find_start (guint32 day, GTimeZone *zone)
{
  GDate date;
  g_autoptr (GDateTime) start = NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  start = g_date_time_new (zone, g_date_get_year (&date), (int) g_date_get_month (&date),
                           g_date_get_day (&date), 0, 0, 0);

  return start != NULL ? g_date_time_to_unix (start) : G_MAXINT64;
}

static void
read_moments (TideDateCriteria *self, const char *time_zone)
{
  g_autoptr (GTimeZone) known = time_zone != NULL ? g_time_zone_new_identifier (time_zone) : NULL;
  g_autoptr (GTimeZone) zone = known != NULL ? g_time_zone_ref (known) : g_time_zone_new_utc ();

  self->start = self->first > 0 ? find_start (self->first, zone) : G_MININT64;
  self->end = self->last < G_MAXUINT32 ? find_start (self->last + 1, zone) : G_MAXINT64;
}

/*
 * tide_date_criteria_init:
 * @self: (out caller-allocates): the criteria
 * @filter: a filter
 * @snapshot: the register
 *
 * Makes the range ready once: its days, and for time stamps the moments at which these begin and
 * end in the register's time zone. What a later program calls a date, or a way to match one, meets
 * nothing, and neither does a range of which it is not said what lies in it, or one that ends
 * before it begins.
 */
void
tide_date_criteria_init (TideDateCriteria *self, const TideFilter *filter, TideSnapshot *snapshot)
{
  const gboolean has_range
      = tide_date_is_set (&filter->date_from) || tide_date_is_set (&filter->date_to);
  const char *match = filter->date_match;

  *self = (TideDateCriteria) { .last = G_MAXUINT32 };
  if (filter->date == NULL && !has_range)
    return;

  self->which = TIDE_DATED_UNKNOWN;
  self->is_possibly = g_strcmp0 (match, "possibly") == 0;
  if (filter->date == NULL
      || (match != NULL && !self->is_possibly && strcmp (match, "certainly") != 0))
    return;

  if (tide_date_is_set (&filter->date_from))
    self->first = tide_date_get_first_day (&filter->date_from);
  if (tide_date_is_set (&filter->date_to))
    self->last = tide_date_get_last_day (&filter->date_to);
  if (self->first > self->last)
    return;

  read_which (self, filter->date);
  if (self->which == TIDE_DATED_TIME)
    read_moments (self, tide_snapshot_get_settings (snapshot)->time_zone);
}

static gboolean
is_dated_so (const TideDateCriteria *self, const TideDate *date)
{
  guint32 first;
  guint32 last;

  if (!tide_date_is_set (date))
    return FALSE;

  first = tide_date_get_first_day (date);
  last = tide_date_get_last_day (date);
  if (self->is_possibly)
    return first <= self->last && last >= self->first;

  return first >= self->first && last <= self->last;
}

static gboolean
has_stage_dated_so (const TideDateCriteria *self, const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->stages); i++)
    {
      const TideStageEntry *entry = g_ptr_array_index (project->stages, i);

      if (entry->rank == self->stage && is_dated_so (self, &entry->date))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_time_in_range (const TideDateCriteria *self, const TideProjectPayload *project)
{
  const gint64 time = G_STRUCT_MEMBER (gint64, project, self->offset);

  return time != 0 && time >= self->start && time < self->end;
}

/*
 * tide_date_criteria_match:
 * @self: criteria
 * @project: a project
 *
 * Returns: whether @project has the date asked for, and where. No date is in no range, not even
 *   possibly.
 */
gboolean
tide_date_criteria_match (const TideDateCriteria *self, const TideProjectPayload *project)
{
  switch (self->which)
    {
    case TIDE_DATED_ANYHOW:
      return TRUE;
    case TIDE_DATED_STAGE:
      return has_stage_dated_so (self, project);
    case TIDE_DATED_PLAN:
      return project->plans != NULL
             && is_dated_so (self, G_STRUCT_MEMBER_P (project->plans, self->offset));
    case TIDE_DATED_TIME:
      return has_time_in_range (self, project);
    case TIDE_DATED_UNKNOWN:
    default:
      return FALSE;
    }
}
