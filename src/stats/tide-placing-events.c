/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-breakdown-private.h"

static const char *
get_event (const TideProjectPayload *project)
{
  return project->event;
}

/* Of a row with amounts of several events, those of one. */
static void
take_part (TidePlacing *self, guint row, const char *event)
{
  TideColumns *columns = self->groups->columns;
  TideFilter *filter = tide_filter_new ();
  g_autoptr (TidePayload) owner = &filter->base;

  tide_filter_add (filter, "events", event != NULL ? event : TIDE_FILTER_NONE);
  g_clear_pointer (&self->one_event, g_hash_table_unref);
  self->one_event = tide_filter_tell_events (filter, columns->snapshot);
  tide_portion_fill (&self->part, columns, row, self->one_event);
}

/* The project counts for its own event, with the amounts of that event. */
static void
place_at_own_event (TidePlacing *self, const TidePortion *portion)
{
  const TideColumns *columns = self->groups->columns;
  const guint row = portion->row;
  const gint32 event = portion->block->event[portion->i];

  if ((portion->block->marks[portion->i] & TIDE_MARK_OWN_EVENT) != 0)
    {
      take_part (self, row, tide_columns_get_project (columns, row)->event);
      portion = &self->part;
    }

  tide_tally_take (tide_placing_get_known (self, event, row, get_event), portion);
}

/* At another event it is left out as shown again, but what was signed there is added. */
static void
place_at_later_event (TidePlacing *self, guint row, const char *own, const char *id)
{
  if (g_strcmp0 (own, id) == 0 || !tide_events_have (self->events, id))
    return;

  take_part (self, row, id);
  self->part.exclusion = TIDE_EXCLUSION_LATER_EVENT;
  tide_tally_take (tide_groups_ensure (self->groups, id), &self->part);
}

/* The other events that a project names, each once. */
static GHashTable *
find_later_events (const TideProjectPayload *project)
{
  GHashTable *events = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tide_entries_get_n (project->later_events); i++)
    g_hash_table_add (events, g_ptr_array_index (project->later_events, i));
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (amount->event != NULL)
        g_hash_table_add (events, amount->event);
    }

  return events;
}

static void
place_at_later_events (TidePlacing *self, guint row)
{
  const TideProjectPayload *project = tide_columns_get_project (self->groups->columns, row);
  g_autoptr (GHashTable) events = find_later_events (project);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, events);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    place_at_later_event (self, row, project->event, id);
}

/*
 * tide_placing_add_by_event:
 * @self: a placing
 * @portion: what a row brings
 *
 * Places it at the event of first signing; at others the project is left out, and only what was
 * signed there is added.
 */
void
tide_placing_add_by_event (TidePlacing *self, const TidePortion *portion)
{
  const TideColumns *columns = self->groups->columns;

  if (portion->exclusion != TIDE_EXCLUSION_LATER_EVENT)
    place_at_own_event (self, portion);
  if ((portion->block->marks[portion->i] & TIDE_MARK_LATER) != 0
      && tide_columns_get_exclusion (columns, portion->row) == TIDE_EXCLUSION_NONE)
    place_at_later_events (self, portion->row);
}
