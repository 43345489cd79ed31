/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sector-page-private.h"

#include "ui/pages/tide-page-rows.h"
#include "ui/pages/tide-series-row.h"

#include <glib/gi18n-lib.h>

static const char *
get_subject_sector (const TideIndicatorPayload *indicator)
{
  return indicator->subject != NULL ? ((const TideSubject *) indicator->subject)->sector : NULL;
}

/*
 * tide_sector_page_fill_indicators:
 * @self: a page whose sector is there
 * @snapshot: its register
 *
 * Shows the indicators whose subject it is: the latest value with its period and source, the line
 * of all values, and what the parts of the whole come to.
 */
void
tide_sector_page_fill_indicators (TideSectorPage *self, TideSnapshot *snapshot)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_INDICATOR);

  gtk_list_box_remove_all (self->indicator_rows);
  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TideIndicatorPayload *indicator = g_ptr_array_index (records, i);

      if (g_strcmp0 (get_subject_sector (indicator), self->sector) == 0)
        tide_page_rows_append (self->indicator_rows,
                               tide_series_row_new (self->reg, snapshot, indicator));
    }
  tide_page_rows_append_empty (self->indicator_rows, _ ("No indicator is about this sector"));
}
