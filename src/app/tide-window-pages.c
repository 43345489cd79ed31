/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include <glib/gi18n-lib.h>

static void
on_filter_requested (TideWindow *self, TidePayload *filter)
{
  tide_window_show_projects (self, TIDE_FILTER (filter));
}

static void
on_filter_changed (TideWindow *self)
{
  tide_sidebar_show_filter (self->sidebar, tide_projects_page_get_filter (self->projects_page));
  tide_window_update_filter_actions (self);
}

static void
add_page (TideWindow *self, gpointer page, const char *name, const char *title, const char *icon)
{
  GtkStackPage *stack_page = gtk_stack_add_titled (self->page_stack, page, name, title);

  gtk_stack_page_set_icon_name (stack_page, icon);
}

static void
add_overview (TideWindow *self)
{
  self->overview_page = g_object_new (TIDE_TYPE_OVERVIEW_PAGE, NULL);
  g_signal_connect_object (self->overview_page, "filter-requested",
                           G_CALLBACK (on_filter_requested), self, G_CONNECT_SWAPPED);
  add_page (self, self->overview_page, "overview", _ ("Overview"), "view-grid-symbolic");
}

static void
add_projects (TideWindow *self)
{
  self->projects_page = g_object_new (TIDE_TYPE_PROJECTS_PAGE, NULL);
  g_signal_connect_object (self->projects_page, "notify::filter", G_CALLBACK (on_filter_changed),
                           self, G_CONNECT_SWAPPED);
  tide_projects_page_bind_settings (self->projects_page, tide_context_get_settings (self->context));
  add_page (self, self->projects_page, "projects", _ ("Projects"), "view-list-symbolic");
}

static void
add_sectors (TideWindow *self)
{
  self->sectors_page = g_object_new (TIDE_TYPE_SECTORS_PAGE, NULL);
  g_signal_connect_object (self->sectors_page, "filter-requested", G_CALLBACK (on_filter_requested),
                           self, G_CONNECT_SWAPPED);
  add_page (self, self->sectors_page, "sectors", _ ("Sectors"), "view-list-bullet-symbolic");
}

static void
add_divisions (TideWindow *self)
{
  self->divisions_page = g_object_new (TIDE_TYPE_DIVISIONS_PAGE, NULL);
  g_signal_connect_object (self->divisions_page, "filter-requested",
                           G_CALLBACK (on_filter_requested), self, G_CONNECT_SWAPPED);
  add_page (self, self->divisions_page, "divisions", _ ("Divisions"), "mark-location-symbolic");
}

static void
add_indicators (TideWindow *self)
{
  self->indicators_page = g_object_new (TIDE_TYPE_INDICATORS_PAGE, NULL);
  add_page (self, self->indicators_page, "indicators", _ ("Indicators"),
            "power-profile-performance-symbolic");
}

static void
add_events (TideWindow *self)
{
  self->events_page = g_object_new (TIDE_TYPE_EVENTS_PAGE, NULL);
  g_signal_connect_object (self->events_page, "filter-requested", G_CALLBACK (on_filter_requested),
                           self, G_CONNECT_SWAPPED);
  add_page (self, self->events_page, "events", _ ("Events"), "x-office-calendar-symbolic");
}

static void
add_innovation (TideWindow *self)
{
  self->innovation_page = g_object_new (TIDE_TYPE_INNOVATION_PAGE, NULL);
  add_page (self, self->innovation_page, "innovation", _ ("Innovation"),
            "applications-science-symbolic");
}

static void
add_briefing (TideWindow *self)
{
  self->briefing_page = g_object_new (TIDE_TYPE_BRIEFING_PAGE, NULL);
  g_signal_connect_object (self->briefing_page, "filter-requested",
                           G_CALLBACK (on_filter_requested), self, G_CONNECT_SWAPPED);
  add_page (self, self->briefing_page, "briefing", _ ("Briefing"), "text-x-generic-symbolic");
}

static void
add_history (TideWindow *self)
{
  self->history_page = g_object_new (TIDE_TYPE_HISTORY_PAGE, NULL);
  add_page (self, self->history_page, "history", _ ("History"), "document-open-recent-symbolic");
}

/* Returns whether one is still missing. */
static gboolean
add_next (TideWindow *self)
{
  static void (*const adders[]) (TideWindow *)
      = { add_overview, add_projects,   add_sectors,  add_divisions, add_indicators,
          add_events,   add_innovation, add_briefing, add_history };

  if (self->n_pages == G_N_ELEMENTS (adders))
    return FALSE;

  adders[self->n_pages++](self);
  if (self->n_pages < G_N_ELEMENTS (adders))
    return TRUE;

  g_object_set (self->sidebar, "stack", self->page_stack, NULL);
  return FALSE;
}

static gboolean
on_idle (gpointer data)
{
  TideWindow *self = data;

  if (add_next (self))
    return G_SOURCE_CONTINUE;

  self->pages_id = 0;
  return G_SOURCE_REMOVE;
}

static void
on_painted (TideWindow *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted, self);
  if (self->pages_id == 0)
    self->pages_id = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
on_realized (TideWindow *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint",
                           G_CALLBACK (on_painted), self, G_CONNECT_SWAPPED);
}

/*
 * tide_window_make_pages_later:
 * @self: a window that is being made
 *
 * Has the pages of a register made once the first frame is on the screen, one after the other: the
 * window begins without them, as there is nothing to show in them yet.
 */
void
tide_window_make_pages_later (TideWindow *self)
{
  g_signal_connect (self, "realize", G_CALLBACK (on_realized), NULL);
}

/*
 * tide_window_make_pages:
 * @self: a window
 *
 * Makes those pages that are not there yet.
 */
void
tide_window_make_pages (TideWindow *self)
{
  g_clear_handle_id (&self->pages_id, g_source_remove);
  while (add_next (self))
    ;
}
