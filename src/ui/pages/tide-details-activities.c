/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-private.h"

#include "core/tide-next-step.h"

#include <glib/gi18n-lib.h>

static const char *
get_state (TideNextStep next)
{
  switch (next)
    {
    case TIDE_NEXT_STEP_ANSWERED:
      return _ ("followed by a later activity");
    case TIDE_NEXT_STEP_SOON:
      return _ ("within 7 days");
    case TIDE_NEXT_STEP_PASSED:
      return _ ("overdue");
    case TIDE_NEXT_STEP_NONE:
    case TIDE_NEXT_STEP_OPEN:
    default:
      return NULL;
    }
}

static char *
dup_next_step (const TideActivity *activity, TideNextStep next)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *step = NULL;
  g_autofree char *due = NULL;
  g_autofree char *date = NULL;

  if (next == TIDE_NEXT_STEP_NONE)
    return NULL;

  /* Translators: what is to be done next */
  step = g_strdup_printf (_ ("Next: %s"), activity->next_step);
  tide_details_join (text, step);
  if (tide_date_is_set (&activity->due))
    {
      date = tide_date_dup_text (&activity->due);
      /* Translators: the date up to which something is to be done */
      due = g_strdup_printf (_ ("due by %s"), date);
      tide_details_join (text, due);
    }
  tide_details_join (text, get_state (next));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_remarks (const TideActivity *activity, TideNextStep next)
{
  g_autofree char *step = dup_next_step (activity, next);
  g_autoptr (GString) text = g_string_new (NULL);

  tide_details_join_date (text, &activity->date);
  if (activity->kind != NULL)
    tide_details_join (text, tide_codes_get_label (TIDE_CODES_ACTIVITY_KIND, activity->kind,
                                                   tide_language_get_default ()));
  if (step != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", step);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_done_button (GtkWidget *row, const char *step)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Done"));
  g_autofree char *isolated = tide_text_dup_isolated (step);
  /* Translators: what was to be done next */
  g_autofree char *label = g_strdup_printf (_ ("Done: %s"), isolated);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Record the next step as done today"));
  tide_details_set_spoken (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "details.finish-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    tide_details_row_get_key (TIDE_DETAILS_ROW (row)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
append_activity (TideDetailsSection *section,
                 TideRegister *reg,
                 const TideProjectPayload *project,
                 guint index,
                 guint32 day)
{
  const TideActivity *activity = g_ptr_array_index (project->activities, index);
  const TideNextStep next = tide_project_get_next_step (project, index, day);
  const char *title = activity->text != NULL ? activity->text : _ ("Activity");
  g_autofree char *remarks = dup_remarks (activity, next);
  GtkWidget *row = tide_details_row_new (title, remarks, NULL);

  tide_details_row_set_entry (TIDE_DETAILS_ROW (row), "activities", &activity->base);
  if (next == TIDE_NEXT_STEP_PASSED)
    tide_details_row_set_warning (TIDE_DETAILS_ROW (row), _ ("The next step is overdue"));
  if (next >= TIDE_NEXT_STEP_OPEN && !tide_register_get_read_only (reg))
    add_done_button (row, activity->next_step);
  tide_details_section_append (section, row);
}

/**
 * tide_details_fill_activities:
 * @section: a section
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows what was done, the newest first, which is the one whose next step is still to be done.
 */
void
tide_details_fill_activities (TideDetailsSection *section,
                              TideRegister *reg,
                              const TideProjectPayload *project)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);

  for (guint i = tide_entries_get_n (project->activities); i > 0; i--)
    append_activity (section, reg, project, i - 1, tide_snapshot_get_day (snapshot));
}
