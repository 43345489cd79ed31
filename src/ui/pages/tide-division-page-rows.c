/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-division-page-private.h"

#include "ui/lists/tide-project-text.h"
#include "ui/lists/tide-validity-text.h"
#include "ui/pages/tide-details-row.h"
#include "ui/pages/tide-page-rows.h"
#include "ui/pages/tide-series-row.h"
#include "ui/pages/tide-source-rows.h"

#include <glib/gi18n-lib.h>

/* About ------------------------------------------------------------------------------------- */

static void
append_parent (TideDivisionPage *self, const TideDivisionPayload *division)
{
  g_autofree char *label = NULL;

  if (division->parent == NULL)
    return;

  label = tide_project_text_dup_reference (self->reg, TIDE_RECORD_DIVISION, division->parent);
  tide_page_rows_append_link (self->about_rows,
                              tide_details_row_new_fact (_ ("Part of Division"), label, NULL),
                              "division.show", division->parent);
}

/*
 * tide_division_page_fill_about:
 * @self: a page whose division is there
 *
 * Shows what the division is: its other name, kind, what it is part of, from when to when it
 * exists, notes.
 */
void
tide_division_page_fill_about (TideDivisionPage *self)
{
  const TideLanguage language = tide_language_get_default ();
  const TideDivisionPayload *division = tide_division_page_get_payload (self);
  const gboolean is_zh = language == TIDE_LANGUAGE_ZH;
  g_autofree char *validity = tide_validity_text_dup (&division->valid_from, &division->valid_to);

  gtk_list_box_remove_all (self->about_rows);
  tide_page_rows_append_fact (self->about_rows,
                              is_zh ? _ ("Name in English") : _ ("Name in Chinese"),
                              is_zh ? division->name.en : division->name.zh);
  tide_page_rows_append_fact (
      self->about_rows, _ ("Kind"),
      tide_codes_get_label (TIDE_CODES_DIVISION_KIND, division->kind, language));
  append_parent (self, division);
  tide_page_rows_append_fact (self->about_rows, _ ("Exists"), validity);
  tide_page_rows_append_fact (self->about_rows, _ ("Notes"), division->notes);
  tide_page_rows_append_empty (self->about_rows, _ ("Nothing more is recorded"));
}

/* Below ------------------------------------------------------------------------------------- */

/* How many projects it has, once they are counted. */
static char *
dup_count (TideDivisionPage *self, const char *id)
{
  const TideGroup *group
      = self->account != NULL ? tide_breakdown_find (self->account->divisions, id) : NULL;

  if (group == NULL)
    return NULL;

  /* Translators: how many projects there are */
  return g_strdup_printf (ngettext ("%u project", "%u projects", group->figure->n_counted),
                          group->figure->n_counted);
}

static void
append_below (TideDivisionPage *self, const TideDivisionPayload *other)
{
  g_autofree char *label
      = tide_project_text_dup_reference (self->reg, TIDE_RECORD_DIVISION, other->base.id);
  g_autofree char *validity = tide_validity_text_dup (&other->valid_from, &other->valid_to);
  g_autofree char *count = dup_count (self, other->base.id);
  g_autoptr (GString) subtitle = g_string_new (NULL);

  tide_details_join (subtitle, tide_codes_get_label (TIDE_CODES_DIVISION_KIND, other->kind,
                                                     tide_language_get_default ()));
  tide_details_join (subtitle, validity);
  if (other->retired)
    tide_details_join (subtitle, _ ("Retired"));
  tide_page_rows_append_link (self->below_rows, tide_details_row_new (label, subtitle->str, count),
                              "division.show", other->base.id);
}

/*
 * tide_division_page_fill_below:
 * @self: a page whose division is there
 *
 * Shows the divisions right below it, each as a link with how many projects it has.
 */
void
tide_division_page_fill_below (TideDivisionPage *self)
{
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_DIVISION);

  gtk_list_box_remove_all (self->below_rows);
  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideDivisionPayload *other = TIDE_DIVISION_PAYLOAD (tide_list_get_payload (list, i));

      if (g_strcmp0 (other->parent, self->division) == 0)
        append_below (self, other);
    }
  tide_page_rows_append_empty (self->below_rows, _ ("No division is part of this one"));
}

/* Indicators -------------------------------------------------------------------------------- */

/* What an indicator is reported for where it names no division is the register's own. */
static gboolean
is_about (TideDivisionPage *self, const TideIndicatorPayload *indicator)
{
  const TideSubject *subject = (const TideSubject *) indicator->subject;
  const char *reported_for = indicator->division != NULL
                                 ? indicator->division
                                 : tide_register_get_settings (self->reg)->division;

  if (subject != NULL && subject->division != NULL)
    return g_str_equal (subject->division, self->division)
           || g_strcmp0 (indicator->division, self->division) == 0;

  return g_strcmp0 (reported_for, self->division) == 0;
}

/*
 * tide_division_page_fill_indicators:
 * @self: a page whose division is there
 * @snapshot: its register
 *
 * Shows the indicators that are about the division or reported for it, each as a link to its
 * values.
 */
void
tide_division_page_fill_indicators (TideDivisionPage *self, TideSnapshot *snapshot)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_INDICATOR);

  gtk_list_box_remove_all (self->indicator_rows);
  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TideIndicatorPayload *indicator = g_ptr_array_index (records, i);

      if (is_about (self, indicator))
        tide_page_rows_append_link (self->indicator_rows,
                                    tide_series_row_new (self->reg, snapshot, indicator),
                                    "win.show-indicator", indicator->base.id);
    }
  tide_page_rows_append_empty (self->indicator_rows, _ ("No indicator is about this division"));
}

/* Sources ----------------------------------------------------------------------------------- */

static void
gather_of_indicators (TideDivisionPage *self, GPtrArray *ids)
{
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_INDICATOR);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideIndicatorPayload *indicator
          = TIDE_INDICATOR_PAYLOAD (tide_list_get_payload (list, i));

      if (is_about (self, indicator))
        tide_source_rows_gather_of_indicator (ids, indicator);
    }
}

static void
gather_of_targets (TideDivisionPage *self, GPtrArray *ids)
{
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_TARGET);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideTargetPayload *target = (const TideTargetPayload *) tide_list_get_payload (list, i);

      if (g_strcmp0 (target->division, self->division) == 0)
        tide_source_rows_gather (ids, target->sources);
    }
}

/*
 * tide_division_page_fill_sources:
 * @self: a page whose division is there
 *
 * Shows where its indicators and its targets are known from.
 */
void
tide_division_page_fill_sources (TideDivisionPage *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  gather_of_indicators (self, ids);
  gather_of_targets (self, ids);
  tide_source_rows_fill (self->source_rows, self->reg, ids);
}
