/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-recent-row.h"

#include "core/tide-text.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

struct _TideRecentRow
{
  GtkListBoxRow parent_instance;

  TideRecent *recent;
  TideClock *clock;

  /* template children */
  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *state_label;
  GtkLabel *place_label;
};

G_DEFINE_FINAL_TYPE (TideRecentRow, tide_recent_row, GTK_TYPE_LIST_BOX_ROW)

/* Where no place is known there is the name of the file. */
static char *
dup_place (TideRecent *recent)
{
  const char *place = tide_recent_get_place (recent);
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  if (place != NULL)
    return g_strdup (place);

  name = g_file_get_basename (tide_recent_get_file (recent));
  shown = g_filename_display_name (name);

  return tide_text_dup_isolated (shown);
}

static char *
dup_title (TideRecent *recent)
{
  const char *title = tide_recent_get_title (recent);
  g_autofree char *name = NULL;

  if (title != NULL && *title != '\0')
    return g_strdup (title);

  name = g_file_get_basename (tide_recent_get_file (recent));

  return g_filename_display_name (name);
}

static void
update (TideRecentRow *self)
{
  const gboolean missing = tide_recent_get_missing (self->recent);
  g_autofree char *title = dup_title (self->recent);
  g_autofree char *place = dup_place (self->recent);
  g_autofree char *time = tide_recent_row_dup_time (tide_recent_get_opened (self->recent),
                                                    tide_clock_get_seconds (self->clock));
  const char *state = missing ? _ ("File not found") : time;
  /* Each text in a direction of its own, as the place is already. */
  g_autofree char *tooltip = g_strdup_printf ("\u2068%s\u2069\n%s", title, place);
  g_autofree char *description = g_strdup_printf ("%s, %s", state, place);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->state_label, state);
  gtk_label_set_text (self->place_label, place);
  gtk_image_set_from_icon_name (self->icon,
                                missing ? "dialog-warning-symbolic" : "x-office-document-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  if (missing)
    gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "missing");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
forget (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *uri = g_file_get_uri (tide_recent_get_file (TIDE_RECENT_ROW (widget)->recent));

  gtk_widget_activate_action (widget, "recents.forget", "s", uri);
}

/* What was today may be yesterday now. */
static void
tide_recent_row_map (GtkWidget *widget)
{
  update (TIDE_RECENT_ROW (widget));

  GTK_WIDGET_CLASS (tide_recent_row_parent_class)->map (widget);
}

static void
tide_recent_row_dispose (GObject *object)
{
  TideRecentRow *self = TIDE_RECENT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_RECENT_ROW);
  g_clear_object (&self->recent);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (tide_recent_row_parent_class)->dispose (object);
}

static void
tide_recent_row_class_init (TideRecentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_recent_row_dispose;
  widget_class->map = tide_recent_row_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-recent-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideRecentRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TideRecentRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TideRecentRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, TideRecentRow, place_label);
  gtk_widget_class_install_action (widget_class, "recent.forget", NULL, forget);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_RECENTS, NULL);
}

static void
tide_recent_row_init (TideRecentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_recent_row_new:
 * @recent: the register to stand for
 * @clock: what is today
 *
 * Returns: (transfer floating): a row that follows @recent
 */
GtkWidget *
tide_recent_row_new (TideRecent *recent, TideClock *clock)
{
  TideRecentRow *self;

  g_return_val_if_fail (TIDE_IS_RECENT (recent), NULL);

  self = g_object_new (TIDE_TYPE_RECENT_ROW, NULL);
  self->recent = g_object_ref (recent);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (recent, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * tide_recent_row_get_recent:
 * @self: a row
 *
 * Returns: (transfer none): the register it stands for
 */
TideRecent *
tide_recent_row_get_recent (TideRecentRow *self)
{
  g_return_val_if_fail (TIDE_IS_RECENT_ROW (self), NULL);

  return self->recent;
}

static gboolean
is_same_day (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/**
 * tide_recent_row_dup_time:
 * @seconds: a time, in seconds since 1970 UTC
 * @now: the present time, likewise
 *
 * Words a time as a person at this machine would: by its hour if it was today or yesterday, else by
 * its day.
 *
 * Returns: (transfer full): the words
 */
char *
tide_recent_row_dup_time (gint64 seconds, gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (today, -1);

  if (is_same_day (time, today))
    /* Translators: a time of today, see g_date_time_format() */
    return g_date_time_format (time, _ ("Today at %H:%M"));
  if (is_same_day (time, yesterday))
    /* Translators: a time of yesterday, see g_date_time_format() */
    return g_date_time_format (time, _ ("Yesterday at %H:%M"));

  /* Translators: a day, such as 3 May 2026, see g_date_time_format() */
  return g_date_time_format (time, _ ("%-d %B %Y"));
}
