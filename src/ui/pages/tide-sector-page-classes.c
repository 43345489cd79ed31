/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sector-page-private.h"

#include "ui/lists/tide-project-text.h"
#include "ui/lists/tide-validity-text.h"
#include "ui/pages/tide-details-row.h"
#include "ui/pages/tide-page-rows.h"

#include <glib/gi18n-lib.h>

/* About ------------------------------------------------------------------------------------- */

static void
append_taxonomy (TideSectorPage *self, const TideSectorPayload *sector)
{
  const TidePayload *payload
      = sector->taxonomy != NULL
            ? tide_register_lookup_payload (self->reg, TIDE_RECORD_TAXONOMY, sector->taxonomy)
            : NULL;
  g_autofree char *validity = NULL;

  if (payload == NULL)
    return;

  validity = tide_validity_text_dup (&TIDE_TAXONOMY_PAYLOAD (payload)->valid_from,
                                     &TIDE_TAXONOMY_PAYLOAD (payload)->valid_to);
  tide_page_rows_append_fact (self->about_rows, _ ("Classification"),
                              tide_payload_get_label (payload, tide_language_get_default ()));
  tide_page_rows_append_fact (self->about_rows, _ ("In Force"), validity);
  if (TIDE_TAXONOMY_PAYLOAD (payload)->retired)
    tide_page_rows_append_fact (
        self->about_rows, _ ("Classification Retired"),
        _ ("Its classes are kept where they were chosen, and not offered any more"));
}

static void
append_parent (TideSectorPage *self, const TideSectorPayload *sector)
{
  g_autofree char *label = NULL;

  if (sector->parent == NULL)
    return;

  label = tide_project_text_dup_reference (self->reg, TIDE_RECORD_SECTOR, sector->parent);
  tide_page_rows_append_link (self->about_rows,
                              tide_details_row_new_fact (_ ("Part of Sector"), label, NULL),
                              "sector.show", sector->parent);
}

/*
 * tide_sector_page_fill_about:
 * @self: a page whose sector is there
 *
 * Shows what the sector is: its other name, code, tier, classification, what it is part of, notes.
 */
void
tide_sector_page_fill_about (TideSectorPage *self)
{
  const TideLanguage language = tide_language_get_default ();
  const TideSectorPayload *sector = tide_sector_page_get_payload (self);
  const gboolean is_zh = language == TIDE_LANGUAGE_ZH;

  gtk_list_box_remove_all (self->about_rows);
  tide_page_rows_append_fact (self->about_rows,
                              is_zh ? _ ("Name in English") : _ ("Name in Chinese"),
                              is_zh ? sector->name.en : sector->name.zh);
  tide_page_rows_append_fact (self->about_rows, _ ("Code"), sector->code);
  tide_page_rows_append_fact (self->about_rows, _ ("Tier"),
                              tide_codes_get_label (TIDE_CODES_TIER, sector->tier, language));
  append_parent (self, sector);
  append_taxonomy (self, sector);
  tide_page_rows_append_fact (self->about_rows, _ ("Notes"), sector->notes);
}

/* Classes ----------------------------------------------------------------------------------- */

/* How the class at the other end stands to the one that is shown. */
static const char *
get_relation (const TideMapping *mapping, gboolean is_from_other)
{
  const char *code = mapping->relation;

  if (is_from_other && g_strcmp0 (code, "narrower") == 0)
    code = "broader";
  else if (is_from_other && g_strcmp0 (code, "broader") == 0)
    code = "narrower";

  return tide_codes_get_label (TIDE_CODES_RELATION, code, tide_language_get_default ());
}

static void
append_class (TideSectorPage *self, GtkListBox *rows, const char *id, const char *relation)
{
  const TidePayload *payload = tide_register_lookup_payload (self->reg, TIDE_RECORD_SECTOR, id);
  g_autofree char *label = tide_project_text_dup_reference (self->reg, TIDE_RECORD_SECTOR, id);
  g_autoptr (GString) subtitle = g_string_new (NULL);
  GtkWidget *row;

  if (payload != NULL)
    {
      g_autofree char *taxonomy = tide_project_text_dup_reference (
          self->reg, TIDE_RECORD_TAXONOMY, TIDE_SECTOR_PAYLOAD (payload)->taxonomy);

      tide_details_join (subtitle, taxonomy);
    }
  tide_details_join (subtitle, relation);
  row = tide_details_row_new (label, subtitle->str, NULL);
  if (payload != NULL)
    tide_page_rows_append_link (rows, row, "sector.show", id);
  else
    tide_page_rows_append (rows, row);
}

static void
append_mapped_from (TideSectorPage *self, const TideSectorPayload *other)
{
  for (guint i = 0; i < tide_entries_get_n (other->maps_to); i++)
    {
      const TideMapping *mapping = g_ptr_array_index (other->maps_to, i);

      if (g_strcmp0 (mapping->sector, self->sector) == 0)
        append_class (self, self->mapped_from_rows, other->base.id, get_relation (mapping, TRUE));
    }
}

static gboolean
is_below (TideSectorPage *self, const TideSectorPayload *other)
{
  return g_strcmp0 (other->parent, self->sector) == 0
         && g_strcmp0 (other->taxonomy, tide_sector_page_get_payload (self)->taxonomy) == 0;
}

static void
append_others (TideSectorPage *self)
{
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_SECTOR);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideSectorPayload *other = TIDE_SECTOR_PAYLOAD (tide_list_get_payload (list, i));

      append_mapped_from (self, other);
      if (is_below (self, other))
        append_class (self, self->below_rows, other->base.id, other->code);
    }
}

/*
 * tide_sector_page_fill_classes:
 * @self: a page whose sector is there
 *
 * Shows the classes to which it maps, those that map to it and those below it, each as a link.
 */
void
tide_sector_page_fill_classes (TideSectorPage *self)
{
  const TideSectorPayload *sector = tide_sector_page_get_payload (self);

  gtk_list_box_remove_all (self->maps_to_rows);
  gtk_list_box_remove_all (self->mapped_from_rows);
  gtk_list_box_remove_all (self->below_rows);
  for (guint i = 0; i < tide_entries_get_n (sector->maps_to); i++)
    {
      const TideMapping *mapping = g_ptr_array_index (sector->maps_to, i);

      if (mapping->sector != NULL)
        append_class (self, self->maps_to_rows, mapping->sector, get_relation (mapping, FALSE));
    }
  append_others (self);

  gtk_widget_set_visible (GTK_WIDGET (self->below_group),
                          gtk_list_box_get_row_at_index (self->below_rows, 0) != NULL);
  tide_page_rows_append_empty (self->maps_to_rows, _ ("Maps to no class"));
  tide_page_rows_append_empty (self->mapped_from_rows, _ ("No class maps to this one"));
}
