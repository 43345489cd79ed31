/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-platform-page-private.h"

#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-details-row.h"

#include <glib/gi18n-lib.h>

static void
add_id (GPtrArray *ids, const char *id)
{
  if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, (char *) id);
}

static GPtrArray *
list_sources (const TidePlatformPayload *platform)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < tide_entries_get_n (platform->sources); i++)
    add_id (ids, g_ptr_array_index (platform->sources, i));
  for (guint i = 0; i < tide_entries_get_n (platform->counts); i++)
    add_id (ids, ((const TidePlatformCount *) g_ptr_array_index (platform->counts, i))->source);

  return ids;
}

static void
append_source (TidePlatformPage *self, const char *id)
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
  tide_platform_page_append (self->source_rows, tide_details_row_new (title, citation->str, NULL));
}

/*
 * tide_platform_page_fill_sources:
 * @self: a page
 * @platform: its platform
 *
 * Shows where it and its counts are known from.
 */
void
tide_platform_page_fill_sources (TidePlatformPage *self, const TidePlatformPayload *platform)
{
  g_autoptr (GPtrArray) ids = list_sources (platform);

  gtk_list_box_remove_all (self->source_rows);
  for (guint i = 0; i < ids->len; i++)
    append_source (self, g_ptr_array_index (ids, i));
  tide_platform_page_append_empty (self->source_rows, _ ("No source is recorded"));
}
