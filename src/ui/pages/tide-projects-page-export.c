/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-projects-page-private.h"

#include "ui/dialogs/tide-export-dialog.h"

static GPtrArray *
list_filtered (TideView *view)
{
  const GPtrArray *projects
      = tide_snapshot_get_records (tide_view_get_snapshot (view), TIDE_RECORD_PROJECT);
  g_autoptr (GArray) rows = tide_view_new_rows (view);
  GPtrArray *filtered = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (filtered, g_ptr_array_index (projects, g_array_index (rows, guint, i)));

  return filtered;
}

static GPtrArray *
list_selected (TideProjectsPage *self, TideSnapshot *snapshot)
{
  g_auto (GStrv) ids = tide_projects_page_dup_selected_ids (self);
  GPtrArray *selected = g_ptr_array_new ();

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      const TidePayload *project = tide_snapshot_lookup (snapshot, TIDE_RECORD_PROJECT, ids[i]);

      if (project != NULL)
        g_ptr_array_add (selected, (gpointer) project);
    }

  return selected;
}

/**
 * tide_projects_page_new_export:
 * @self: a page with a register
 *
 * Returns: (transfer floating): a #TideExportDialog that offers the register, the projects of the
 *   filter and those that are selected
 */
AdwDialog *
tide_projects_page_new_export (TideProjectsPage *self)
{
  TideView *view = tide_projects_page_get_view (self);
  TideSnapshot *snapshot = tide_view_get_snapshot (view);
  g_autoptr (GPtrArray) filtered = NULL;
  g_autoptr (GPtrArray) selected = NULL;
  AdwDialog *dialog = tide_export_dialog_new ();

  g_return_val_if_fail (TIDE_IS_PROJECTS_PAGE (self), NULL);

  if (!tide_filter_is_empty (tide_view_get_filter (view)))
    filtered = list_filtered (view);
  selected = list_selected (self, snapshot);
  tide_export_dialog_set_register (TIDE_EXPORT_DIALOG (dialog), snapshot, filtered,
                                   selected->len > 0 ? selected : NULL);

  return dialog;
}
