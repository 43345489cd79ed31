/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A briefing: about an event, what is behind a number, saved, changed since, and of nothing. */

#include "tide-shots.h"

#include "ui/pages/tide-briefing-page.h"
#include "ui/pages/tide-briefing-view.h"
#include "ui/pages/tide-number-popover.h"
#include "ui/pages/tide-write-pane.h"

#include "tide-test-widgets.h"

static TideWritePane *
show_page (Shots *shots)
{
  GtkWidget *page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_BRIEFING_PAGE);

  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  shots_settle (1500);

  return TIDE_WRITE_PANE (tide_test_find_child (page, TIDE_TYPE_WRITE_PANE));
}

static void
take_options (Shots *shots, TideWritePane *pane)
{
  const gboolean was_shown = tide_write_pane_get_shows_options (pane);

  tide_write_pane_set_shows_options (pane, !was_shown);
  shots_settle (600);
  shots_take (shots, "briefing-options");
  tide_write_pane_set_shows_options (pane, was_shown);
  shots_settle (600);
}

static void
take_number (Shots *shots, TideWritePane *pane)
{
  GtkWidget *view = tide_test_find_child (GTK_WIDGET (pane), TIDE_TYPE_BRIEFING_VIEW);

  gtk_widget_grab_focus (view);
  gtk_widget_activate_action (view, "number.next", NULL);
  gtk_widget_activate_action (view, "number.next", NULL);
  gtk_widget_activate_action (view, "number.open", NULL);
  shots_settle (600);
  shots_take (shots, "briefing-number");
  gtk_popover_popdown (GTK_POPOVER (tide_test_find_child (view, TIDE_TYPE_NUMBER_POPOVER)));
  shots_settle (300);
}

static const TidePayload *
find_project (TideRegister *reg, const char *event)
{
  TideList *projects = tide_register_get_list (reg, TIDE_RECORD_PROJECT);

  for (guint i = 0; i < tide_list_get_n (projects); i++)
    {
      const TidePayload *project = tide_list_get_payload (projects, i);

      if (g_strcmp0 (TIDE_PROJECT_PAYLOAD (project)->event, event) == 0)
        return project;
    }

  return NULL;
}

/* A project of the event is terminated, as may happen once a briefing was given. */
static void
terminate (TideRegister *reg, const char *event)
{
  const TidePayload *before = find_project (reg, event);
  TidePayload *after = tide_payload_copy (before);
  TidePayload *entry = tide_payload_new (&tide_shape_status, "terminated");
  TideStatusEntry *status = (TideStatusEntry *) entry;
  g_autoptr (TideStep) step = NULL;

  tide_payload_set_interned (&status->status, "terminated");
  tide_date_parse ("2026-08-15", FALSE, &status->date);
  tide_payload_add_entry (after, "statuses", entry);
  step = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, after);
  g_assert_true (tide_register_apply (reg, step, NULL));
  shots_settle (1500);
}

/**
 * shots_take_briefing:
 * @shots: the pictures, with a sample open
 * @event: id of an event of it
 */
void
shots_take_briefing (Shots *shots, const char *event)
{
  TideWritePane *pane = show_page (shots);
  GtkWidget *widget = GTK_WIDGET (pane);
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();
  AdwDialog *dialog;

  shots_take (shots, "briefing");
  options->subject = TIDE_SUBJECT_EVENT;
  options->event = g_strdup (event);
  options->language = tide_language_get_default ();
  tide_write_pane_set_options (pane, options);
  shots_settle (1500);
  take_number (shots, pane);
  take_options (shots, pane);

  gtk_widget_activate_action (widget, "briefing.save", NULL);
  shots_settle (600);
  shots_take (shots, "briefing-save");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  shots_settle (1500);
  terminate (tide_write_pane_get_register (pane), event);
  shots_take (shots, "briefing-changed");
}
