/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-history-filter.h"

#include "core/tide-clock.h"

#include <string.h>

/* The second at which a day begins, in a zone where it may begin at another hour than 0. */
static gint64
get_first_second (guint32 day, GTimeZone *zone)
{
  TideDate date;
  g_autoptr (GDateTime) time = NULL;

  tide_date_init_from_julian (&date, day);
  time = g_date_time_new (zone, date.year, date.month, date.day, 0, 0, 0);

  return time != NULL ? g_date_time_to_unix (time) : G_MAXINT64;
}

/**
 * tide_history_has_edit:
 * @edit: an edit
 *
 * Returns: whether a person is told of it; not of the time stamps that the register sets by itself
 */
gboolean
tide_history_has_edit (const TideEdit *edit)
{
  return edit->kind != TIDE_EDIT_SET || edit->list != NULL || edit->before.kind != TIDE_MEMBER_TIME;
}

/**
 * tide_history_get_field:
 * @edit: an edit
 *
 * Returns: (transfer none) (nullable): the member of the record that it changes (`division`,
 *   `plans/start`), where entries come, go or change their list (`amounts`), of a whole record
 *   %TIDE_HISTORY_WHOLE_RECORD
 */
const char *
tide_history_get_field (const TideEdit *edit)
{
  if (edit->list != NULL)
    return edit->list;

  return edit->kind == TIDE_EDIT_SET ? edit->member : TIDE_HISTORY_WHOLE_RECORD;
}

/**
 * tide_history_filter_new:
 *
 * Returns: (transfer full): a filter that lets everything through
 */
TideHistoryFilter *
tide_history_filter_new (void)
{
  TideHistoryFilter *self = g_new0 (TideHistoryFilter, 1);

  self->record_kind = TIDE_RECORD_NONE;
  self->from = G_MININT64;
  self->until = G_MAXINT64;

  return self;
}

/**
 * tide_history_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): one that asks for the same
 */
TideHistoryFilter *
tide_history_filter_copy (const TideHistoryFilter *self)
{
  TideHistoryFilter *copy = g_memdup2 (self, sizeof *self);

  copy->record = g_strdup (self->record);
  copy->author = g_strdup (self->author);
  copy->field = g_strdup (self->field);
  copy->text = g_strdup (self->text);

  return copy;
}

/**
 * tide_history_filter_free:
 * @self: (transfer full): a filter
 */
void
tide_history_filter_free (TideHistoryFilter *self)
{
  g_free (self->record);
  g_free (self->author);
  g_free (self->field);
  g_free (self->text);
  g_free (self);
}

/**
 * tide_history_filter_set_record:
 * @self: a filter
 * @kind: kind of the record asked for
 * @id: (nullable): its id; %NULL for all records
 */
void
tide_history_filter_set_record (TideHistoryFilter *self, TideRecordKind kind, const char *id)
{
  self->record_kind = id != NULL ? kind : TIDE_RECORD_NONE;
  g_set_str (&self->record, id);
}

/**
 * tide_history_filter_set_text:
 * @self: a filter
 * @text: (nullable): what is looked for, as typed; blank for nothing
 */
void
tide_history_filter_set_text (TideHistoryFilter *self, const char *text)
{
  g_autofree char *normal = text != NULL ? tide_text_normalise (text) : NULL;

  g_clear_pointer (&self->text, g_free);
  if (normal != NULL)
    self->text = tide_text_fold (normal);
}

/**
 * tide_history_filter_set_period:
 * @self: a filter
 * @from: (nullable): the first date asked for; %NULL or unset for the beginning
 * @to: (nullable): the last date asked for; %NULL or unset for no end
 * @time_zone: (nullable): the register's time zone, by which a day begins; UTC if unknown
 *
 * Asks for the changes from the first day of @from to the last day of @to.
 */
void
tide_history_filter_set_period (TideHistoryFilter *self,
                                const TideDate *from,
                                const TideDate *to,
                                const char *time_zone)
{
  g_autoptr (GTimeZone) zone = time_zone != NULL ? g_time_zone_new_identifier (time_zone) : NULL;

  if (zone == NULL)
    zone = g_time_zone_new_utc ();

  self->from = G_MININT64;
  if (from != NULL && tide_date_is_set (from))
    self->from = get_first_second (tide_date_get_first_day (from), zone);
  self->until = G_MAXINT64;
  if (to != NULL && tide_date_is_set (to))
    self->until = get_first_second (tide_date_get_last_day (to) + 1, zone);
}

/**
 * tide_history_filter_equal:
 * @a: a filter
 * @b: another
 *
 * Returns: whether both ask for the same
 */
gboolean
tide_history_filter_equal (const TideHistoryFilter *a, const TideHistoryFilter *b)
{
  return a->record_kind == b->record_kind && g_strcmp0 (a->record, b->record) == 0
         && g_strcmp0 (a->author, b->author) == 0 && g_strcmp0 (a->field, b->field) == 0
         && g_strcmp0 (a->text, b->text) == 0 && a->from == b->from && a->until == b->until;
}

/**
 * tide_history_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it lets everything through
 */
gboolean
tide_history_filter_is_empty (const TideHistoryFilter *self)
{
  return self->record == NULL && self->author == NULL && self->field == NULL && self->text == NULL
         && self->from == G_MININT64 && self->until == G_MAXINT64;
}

/**
 * tide_history_filter_matches:
 * @self: a filter
 * @step: a step
 * @edit: (nullable): one of its edits; %NULL for a step of which no edit is known
 *
 * Returns: whether the change is asked for, as far as its text plays no part, which depends on the
 *   language in which it is shown
 */
gboolean
tide_history_filter_matches (const TideHistoryFilter *self,
                             const TideStep *step,
                             const TideEdit *edit)
{
  if (step->time < self->from || step->time >= self->until)
    return FALSE;
  if (self->author != NULL && strcmp (self->author, step->author != NULL ? step->author : "") != 0)
    return FALSE;
  if (self->field != NULL
      && (edit == NULL || g_strcmp0 (self->field, tide_history_get_field (edit)) != 0))
    return FALSE;
  if (self->record != NULL
      && (edit == NULL || edit->record_kind != self->record_kind
          || g_strcmp0 (self->record, edit->record) != 0))
    return FALSE;

  return TRUE;
}
