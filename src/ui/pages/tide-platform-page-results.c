/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-platform-page-private.h"

#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-innovation-text.h"
#include "ui/pages/tide-details-row.h"

#include <glib/gi18n-lib.h>

static void
add_result (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TidePlatformPage *self = TIDE_PLATFORM_PAGE (widget);
  TidePayload *like = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RESULT), NULL);
  g_autoptr (TidePayload) owner = NULL;

  tide_payload_set_interned (&((TideResultPayload *) like)->platform, self->id);
  owner = tide_payload_seal (like);
  adw_dialog_present (ADW_DIALOG (tide_record_dialog_new (self->reg, TIDE_RECORD_RESULT, owner)),
                      widget);
}

/*
 * tide_platform_page_install_results:
 * @widget_class: class of the page
 *
 * Adds what adds a result of the platform.
 */
void
tide_platform_page_install_results (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "platform.add-result", NULL, add_result);
}

static void
append_result (TidePlatformPage *self, const TideResultPayload *result)
{
  g_autofree char *name = tide_innovation_dup_name (&result->base);
  g_autofree char *present = tide_innovation_dup_present (result);
  g_autofree char *outcome = tide_innovation_dup_outcome (self->reg, result);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *row;

  tide_details_join (text, present);
  tide_details_join (text, outcome);
  row = tide_details_row_new (name, text->str, NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", result->base.id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "result.show");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (self->result_rows, row);
}

static void
show_pipeline (TidePlatformPage *self)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  g_autoptr (TideResultPipeline) pipeline = tide_result_pipeline_new (snapshot, self->id);

  tide_pipeline_group_show (self->pipeline_group, pipeline);
  gtk_widget_set_visible (GTK_WIDGET (self->pipeline_group), pipeline->n_results > 0);
}

/*
 * tide_platform_page_fill_results:
 * @self: a page
 *
 * Shows the results that come from the platform, and how they went on.
 */
void
tide_platform_page_fill_results (TidePlatformPage *self)
{
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_RESULT);

  gtk_list_box_remove_all (self->result_rows);
  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideResultPayload *result = TIDE_RESULT_PAYLOAD (tide_list_get_payload (list, i));

      if (g_strcmp0 (result->platform, self->id) == 0)
        append_result (self, result);
    }
  tide_platform_page_append_empty (self->result_rows, _ ("No result is recorded"));
  show_pipeline (self);
}
