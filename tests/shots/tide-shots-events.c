/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The events, one of them, and several compared. */

#include "tide-shots.h"

#include "ui/pages/tide-events-page.h"

#include "tide-test-widgets.h"

static AdwDialog *
get_dialog (Shots *shots)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
}

static void
take_dialog (Shots *shots, GtkWidget *widget, const char *action, const char *name)
{
  gtk_widget_activate_action (widget, action, NULL);
  shots_settle (400);
  shots_take (shots, name);
  adw_dialog_force_close (get_dialog (shots));
  shots_settle (400);
}

/**
 * shots_take_events:
 * @shots: the pictures
 * @event: id of an event of the sample that is open
 */
void
shots_take_events (Shots *shots, const char *event)
{
  GtkWidget *page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_EVENTS_PAGE);
  AdwNavigationView *view
      = ADW_NAVIGATION_VIEW (tide_test_find_child (page, ADW_TYPE_NAVIGATION_VIEW));

  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  shots_settle (600);
  shots_take (shots, "events");

  gtk_widget_activate_action (page, "events.compare", NULL);
  shots_settle (800);
  shots_take (shots, "events-comparison");
  adw_navigation_view_pop (view);
  shots_settle (400);

  tide_events_page_show_event (TIDE_EVENTS_PAGE (page), event);
  shots_settle (800);
  shots_take (shots, "event");
  take_dialog (shots, page, "event.edit", "event-form");
}

/**
 * shots_take_placeholders:
 * @shots: the pictures
 * @event: id of an event of the sample that is open, at which projects are missing
 */
void
shots_take_placeholders (Shots *shots, const char *event)
{
  GtkWidget *page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_EVENTS_PAGE);
  AdwNavigationView *view
      = ADW_NAVIGATION_VIEW (tide_test_find_child (page, ADW_TYPE_NAVIGATION_VIEW));

  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  tide_events_page_show_event (TIDE_EVENTS_PAGE (page), event);
  shots_settle (800);
  shots_take (shots, "event-declared");
  take_dialog (shots, GTK_WIDGET (adw_navigation_view_get_visible_page (view)),
               "event.add-placeholders", "placeholders");
}
