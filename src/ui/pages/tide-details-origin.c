/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-private.h"

#include "ui/lists/tide-innovation-text.h"
#include "ui/lists/tide-project-text.h"

#include <glib/gi18n-lib.h>

/* The details edit what is activated; this leads somewhere instead. */
static void
append_link (TideDetailsSection *section, GtkWidget *row, const char *action, const char *id)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  tide_details_section_append_plain (section, row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

static void
append_result (TideDetailsSection *section, const TideResultPayload *result)
{
  g_autofree char *name = tide_innovation_dup_name (&result->base);
  g_autofree char *present = tide_innovation_dup_present (result);
  g_autoptr (GString) text = g_string_new (NULL);

  tide_details_join (text, name);
  tide_details_join (text, present);
  append_link (section, tide_details_row_new_fact (_ ("Comes From Result"), text->str, NULL),
               "win.show-result", result->base.id);
}

static void
append_platform (TideDetailsSection *section, TideRegister *reg, const char *id)
{
  g_autofree char *name = tide_project_text_dup_reference (reg, TIDE_RECORD_PLATFORM, id);

  if (id != NULL)
    append_link (section, tide_details_row_new_fact (_ ("Comes From Platform"), name, NULL),
                 "win.show-platform", id);
}

/**
 * tide_details_append_origin:
 * @section: a section that is being filled
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows the results of research that became the project, each with the platform it comes from: rows
 * that lead there. Most projects have none.
 */
void
tide_details_append_origin (TideDetailsSection *section,
                            TideRegister *reg,
                            const TideProjectPayload *project)
{
  TideList *list = tide_register_get_list (reg, TIDE_RECORD_RESULT);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideResultPayload *result = TIDE_RESULT_PAYLOAD (tide_list_get_payload (list, i));

      if (g_strcmp0 (result->became, project->base.id) != 0)
        continue;
      append_result (section, result);
      append_platform (section, reg, result->platform);
    }
}
