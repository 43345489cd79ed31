/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The platforms, the board of results, their conversion, and one platform. */

#include "tide-shots.h"

#include "ui/pages/tide-innovation-page.h"

#include "tide-test-widgets.h"

static void
take_tab (Shots *shots, GtkWidget *page, const char *tab, const char *name)
{
  AdwViewStack *tabs = ADW_VIEW_STACK (tide_test_find_child (page, ADW_TYPE_VIEW_STACK));

  adw_view_stack_set_visible_child_name (tabs, tab);
  shots_settle (600);
  shots_take (shots, name);
}

static void
take_dialog (Shots *shots, GtkWidget *page, const char *action, const char *name)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (page, action, NULL);
  shots_settle (400);
  shots_take (shots, name);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
  adw_dialog_force_close (dialog);
  shots_settle (400);
}

/**
 * shots_take_innovation:
 * @shots: the pictures
 * @platform: id of a platform of the sample that is open
 */
void
shots_take_innovation (Shots *shots, const char *platform)
{
  GtkWidget *page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_INNOVATION_PAGE);

  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  take_tab (shots, page, "platforms", "innovation-platforms");
  take_tab (shots, page, "results", "innovation-board");
  tide_innovation_page_show_result (TIDE_INNOVATION_PAGE (page), "tidal-blade");
  take_dialog (shots, page, "result.edit", "innovation-result-form");
  take_tab (shots, page, "conversion", "innovation-conversion");

  tide_innovation_page_show_platform (TIDE_INNOVATION_PAGE (page), platform);
  shots_settle (800);
  shots_take (shots, "innovation-platform");
  take_dialog (shots, page, "platform.edit", "innovation-platform-form");
}
