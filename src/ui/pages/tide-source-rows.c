/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-source-rows.h"

#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-details-row.h"
#include "ui/pages/tide-page-rows.h"

#include <glib/gi18n-lib.h>

static void
gather (GPtrArray *ids, const char *id)
{
  if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, (char *) id);
}

/**
 * tide_source_rows_gather:
 * @ids: (element-type utf8): borrowed ids of sources, each once
 * @more: (element-type utf8) (nullable): more of them, which outlive @ids
 */
void
tide_source_rows_gather (GPtrArray *ids, const GPtrArray *more)
{
  for (guint i = 0; i < tide_entries_get_n (more); i++)
    gather (ids, g_ptr_array_index (more, i));
}

/**
 * tide_source_rows_gather_of_indicator:
 * @ids: (element-type utf8): borrowed ids of sources, each once
 * @indicator: an indicator that outlives @ids
 *
 * Adds where the indicator and its values are known from.
 */
void
tide_source_rows_gather_of_indicator (GPtrArray *ids, const TideIndicatorPayload *indicator)
{
  tide_source_rows_gather (ids, indicator->sources);
  for (guint i = 0; i < tide_entries_get_n (indicator->observations); i++)
    gather (ids,
            ((const TideObservation *) g_ptr_array_index (indicator->observations, i))->source);
}

static GtkWidget *
row_new (TideRegister *reg, const char *id)
{
  const TidePayload *payload = tide_register_lookup_payload (reg, TIDE_RECORD_SOURCE, id);
  g_autofree char *title = tide_project_text_dup_reference (reg, TIDE_RECORD_SOURCE, id);
  g_autoptr (GString) citation = g_string_new (NULL);

  if (payload != NULL)
    {
      tide_details_join (citation, TIDE_SOURCE_PAYLOAD (payload)->publisher);
      tide_details_join_date (citation, &TIDE_SOURCE_PAYLOAD (payload)->date);
      tide_details_join (citation, TIDE_SOURCE_PAYLOAD (payload)->uri);
    }

  return tide_details_row_new (title, citation->str, NULL);
}

/**
 * tide_source_rows_fill:
 * @rows: a list
 * @reg: a register
 * @ids: (element-type utf8): ids of its sources
 *
 * Shows the sources with who published them, when and where, or that there are none.
 */
void
tide_source_rows_fill (GtkListBox *rows, TideRegister *reg, const GPtrArray *ids)
{
  gtk_list_box_remove_all (rows);
  for (guint i = 0; i < ids->len; i++)
    tide_page_rows_append (rows, row_new (reg, g_ptr_array_index (ids, i)));
  tide_page_rows_append_empty (rows, _ ("No source is recorded"));
}
