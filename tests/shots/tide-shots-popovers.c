/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-shots.h"

#include "tide-test-widgets.h"
#include "ui/lists/tide-filter-bar.h"
#include "ui/lists/tide-filter-popover.h"
#include "ui/lists/tide-projects-footer.h"
#include "ui/pages/tide-overview-choices.h"
#include "ui/rows/tide-explain-button.h"

/* Where a popover lies in what its surface belongs to. */
static graphene_point_t
get_place (GtkWidget *popover)
{
  GtkNative *parent = gtk_widget_get_native (gtk_widget_get_parent (popover));
  GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (popover)));
  double own_x, own_y, parent_x, parent_y;

  gtk_native_get_surface_transform (GTK_NATIVE (popover), &own_x, &own_y);
  gtk_native_get_surface_transform (parent, &parent_x, &parent_y);

  return GRAPHENE_POINT_INIT ((float) (gdk_popup_get_position_x (popup) + own_x - parent_x),
                              (float) (gdk_popup_get_position_y (popup) + own_y - parent_y));
}

static void
draw (GtkSnapshot *snapshot, GtkWidget *popover)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (popover);

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (popover),
                          gtk_widget_get_height (popover));
}

/* Draws the popovers that are open below @widget, which have windows of their own. */
void
shots_draw_popovers (GtkSnapshot *snapshot, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const gboolean is_popover = GTK_IS_POPOVER (child);

      if (!gtk_widget_get_mapped (child))
        continue;

      gtk_snapshot_save (snapshot);
      if (is_popover)
        {
          const graphene_point_t place = get_place (child);

          gtk_snapshot_translate (snapshot, &place);
          draw (snapshot, child);
        }
      shots_draw_popovers (snapshot, child);
      gtk_snapshot_restore (snapshot);
    }
}

static GtkMenuButton *
find_menu (GtkWidget *widget, GType type, guint n)
{
  GtkWidget *button
      = tide_test_find_child (tide_test_find_child (widget, type), GTK_TYPE_MENU_BUTTON);

  for (; n > 0; n--)
    button = gtk_widget_get_next_sibling (button);

  return GTK_MENU_BUTTON (button);
}

static void
take_menu (Shots *shots, GtkMenuButton *button, const char *scene)
{
  gtk_menu_button_popup (button);
  shots_take (shots, scene);
  gtk_menu_button_popdown (button);
  shots_settle (100);
}

/* A drop-down opens as its button is pressed. */
static void
take_drop_down (Shots *shots, GtkWidget *drop_down, const char *scene)
{
  GtkToggleButton *button
      = GTK_TOGGLE_BUTTON (tide_test_find_child (drop_down, GTK_TYPE_TOGGLE_BUTTON));

  gtk_toggle_button_set_active (button, TRUE);
  shots_take (shots, scene);
  gtk_toggle_button_set_active (button, FALSE);
  shots_settle (100);
}

/* What is open over the overview. */
void
shots_take_overview_popovers (Shots *shots)
{
  GtkWidget *window = GTK_WIDGET (shots->window);
  GtkWidget *choices = tide_test_find_child (window, TIDE_TYPE_OVERVIEW_CHOICES);

  take_drop_down (shots, tide_test_find_child (choices, GTK_TYPE_DROP_DOWN), "choice-of-kind");
  take_menu (shots, find_menu (choices, ADW_TYPE_WRAP_BOX, 0), "more-choices");
  take_menu (shots, find_menu (window, TIDE_TYPE_EXPLAIN_BUTTON, 0), "explanation");
}

static void
take_editor (Shots *shots, TideFilterPopover *popover, const char *member, const char *scene)
{
  TideRegister *reg = tide_document_get_register (tide_window_get_document (shots->window));
  TideFilterBar *bar
      = TIDE_FILTER_BAR (gtk_widget_get_ancestor (GTK_WIDGET (popover), TIDE_TYPE_FILTER_BAR));

  tide_filter_popover_open (popover, reg, tide_filter_bar_get_filter (bar),
                            member != NULL ? tide_filter_criteria_find (member) : NULL);
  shots_settle (300);
  shots_take (shots, scene);
  gtk_popover_popdown (GTK_POPOVER (popover));
  shots_settle (100);
}

/* The bar with many chips, and what its button opens. */
static void
take_filters (Shots *shots)
{
  static const char *const asked[][2] = {
    { "stages", "signed" },         { "stages", "started" },        { "stage-from", "signed" },
    { "amount-kind", "agreement" }, { "amount-from", "100000000" }, { "date", "signed" },
    { "date-from", "2023" },        { "date-match", "possibly" },   { "counting", "live" }
  };
  TideFilterBar *bar
      = TIDE_FILTER_BAR (tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_FILTER_BAR));
  TideFilterPopover *popover
      = TIDE_FILTER_POPOVER (tide_test_find_child (GTK_WIDGET (bar), TIDE_TYPE_FILTER_POPOVER));
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    tide_filter_add ((TideFilter *) filter, asked[i][0], asked[i][1]);
  tide_filter_set_text ((TideFilter *) filter, "a");
  tide_filter_bar_set_filter (bar, TIDE_FILTER (filter));
  shots_take (shots, "filter-chips");
  take_editor (shots, popover, NULL, "filter-criteria");
  take_editor (shots, popover, "parties", "filter-parties");
  take_editor (shots, popover, "stage-from", "filter-stages");
  take_editor (shots, popover, "amount-from", "filter-amounts");
  take_editor (shots, popover, "date", "filter-dates");
  tide_filter_bar_set_filter (bar, NULL);
  shots_settle (300);
}

/* What is open over the list of projects. */
void
shots_take_projects_popovers (Shots *shots)
{
  GtkWidget *window = GTK_WIDGET (shots->window);

  take_filters (shots);
  take_menu (shots, find_menu (window, TIDE_TYPE_PROJECTS_FOOTER, 0), "footer-explanation");
}
