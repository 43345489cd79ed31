/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sector-page-private.h"

#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-details-row.h"

#include <glib/gi18n-lib.h>

static void
add_id (GPtrArray *ids, const char *id)
{
  if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, (char *) id);
}

static void
add_ids (GPtrArray *ids, const GPtrArray *more)
{
  for (guint i = 0; i < tide_entries_get_n (more); i++)
    add_id (ids, g_ptr_array_index (more, i));
}

static void
add_of_indicators (TideSectorPage *self, GPtrArray *ids)
{
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_INDICATOR);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideIndicatorPayload *indicator
          = TIDE_INDICATOR_PAYLOAD (tide_list_get_payload (list, i));
      const TideSubject *subject = (const TideSubject *) indicator->subject;

      if (subject == NULL || g_strcmp0 (subject->sector, self->sector) != 0)
        continue;
      add_ids (ids, indicator->sources);
      for (guint j = 0; j < tide_entries_get_n (indicator->observations); j++)
        add_id (ids,
                ((const TideObservation *) g_ptr_array_index (indicator->observations, j))->source);
    }
}

static void
add_of_targets (TideSectorPage *self, GPtrArray *ids)
{
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_TARGET);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideTargetPayload *target = (const TideTargetPayload *) tide_list_get_payload (list, i);

      if (g_strcmp0 (target->sector, self->sector) == 0)
        add_ids (ids, target->sources);
    }
}

/* A class is told by its taxonomy, whose sources are those of its classes. */
static GPtrArray *
list_sources (TideSectorPage *self)
{
  const char *id = tide_sector_page_get_payload (self)->taxonomy;
  const TidePayload *taxonomy
      = id != NULL ? tide_register_lookup_payload (self->reg, TIDE_RECORD_TAXONOMY, id) : NULL;
  GPtrArray *ids = g_ptr_array_new ();

  if (taxonomy != NULL)
    add_ids (ids, TIDE_TAXONOMY_PAYLOAD (taxonomy)->sources);
  add_of_indicators (self, ids);
  add_of_targets (self, ids);

  return ids;
}

static void
append_source (TideSectorPage *self, const char *id)
{
  const TidePayload *payload = tide_register_lookup_payload (self->reg, TIDE_RECORD_SOURCE, id);
  g_autofree char *title = tide_project_text_dup_reference (self->reg, TIDE_RECORD_SOURCE, id);
  g_autoptr (GString) citation = g_string_new (NULL);

  if (payload != NULL)
    {
      tide_details_join (citation, TIDE_SOURCE_PAYLOAD (payload)->publisher);
      tide_details_join_date (citation, &TIDE_SOURCE_PAYLOAD (payload)->date);
      tide_details_join (citation, TIDE_SOURCE_PAYLOAD (payload)->uri);
    }
  tide_sector_page_append (self->source_rows, tide_details_row_new (title, citation->str, NULL));
}

/*
 * tide_sector_page_fill_sources:
 * @self: a page whose sector is there
 *
 * Shows where its classification, its indicators and its targets are known from.
 */
void
tide_sector_page_fill_sources (TideSectorPage *self)
{
  g_autoptr (GPtrArray) ids = list_sources (self);

  gtk_list_box_remove_all (self->source_rows);
  for (guint i = 0; i < ids->len; i++)
    append_source (self, g_ptr_array_index (ids, i));
  tide_sector_page_append_empty (self->source_rows, _ ("No source is recorded"));
}
