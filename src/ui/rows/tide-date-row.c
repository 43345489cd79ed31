/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-date-row.h"

struct _TideDateRow
{
  TideFieldRow parent_instance;

  GtkMenuButton *button; /* template child */
  GtkCalendar *calendar; /* template child */
};

G_DEFINE_FINAL_TYPE (TideDateRow, tide_date_row, TIDE_TYPE_FIELD_ROW)

/* Writes the picked day into the row, as far as @precision. */
static void
write_date (TideDateRow *self, TidePrecision precision)
{
  g_autoptr (GDateTime) picked = gtk_calendar_get_date (self->calendar);
  char text[TIDE_DATE_TEXT_SIZE];
  TideDate date = { .year = (gint16) g_date_time_get_year (picked), .precision = precision };

  if (precision >= TIDE_PRECISION_MONTH)
    date.month = (guint8) g_date_time_get_month (picked);
  if (precision >= TIDE_PRECISION_DAY)
    date.day = (guint8) g_date_time_get_day_of_month (picked);

  gtk_editable_set_text (GTK_EDITABLE (self), tide_date_format (&date, text, sizeof text));
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_popover_show (TideDateRow *self)
{
  TideDate date;
  guint32 first_day;
  GDate day;
  g_autoptr (GDateTime) shown = NULL;

  if (!tide_date_recognise (gtk_editable_get_text (GTK_EDITABLE (self)), &date))
    return;

  first_day = tide_date_get_first_day (&date);
  if (first_day == 0)
    return;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, first_day);
  shown = g_date_time_new_local (g_date_get_year (&day), g_date_get_month (&day),
                                 g_date_get_day (&day), 12, 0, 0);
  gtk_calendar_select_day (self->calendar, shown);
}

static void
on_day_button_clicked (TideDateRow *self)
{
  write_date (self, TIDE_PRECISION_DAY);
}

static void
on_month_button_clicked (TideDateRow *self)
{
  write_date (self, TIDE_PRECISION_MONTH);
}

static void
on_year_button_clicked (TideDateRow *self)
{
  write_date (self, TIDE_PRECISION_YEAR);
}

static void
tide_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_DATE_ROW);

  G_OBJECT_CLASS (tide_date_row_parent_class)->dispose (object);
}

static void
tide_date_row_class_init (TideDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_date_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/rows/tide-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, TideDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_show);
  gtk_widget_class_bind_template_callback (widget_class, on_day_button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_month_button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_year_button_clicked);
}

static void
tide_date_row_init (TideDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tide_date_row_new (void)
{
  return g_object_new (TIDE_TYPE_DATE_ROW, NULL);
}

/**
 * tide_date_row_read:
 * @self: a row without a field
 * @date: (out): the date that stands in it; unset where it is empty or cannot be read
 *
 * Marks the row as wrong where it holds something else than a date.
 *
 * Returns: whether it is empty or holds a date
 */
gboolean
tide_date_row_read (TideDateRow *self, TideDate *date)
{
  const char *text;
  gboolean is_read;

  g_return_val_if_fail (TIDE_IS_DATE_ROW (self), FALSE);

  text = gtk_editable_get_text (GTK_EDITABLE (self));
  *date = (TideDate) { 0 };
  is_read = *text == '\0' || (tide_date_recognise (text, date) && tide_date_is_real (date));
  if (!is_read)
    *date = (TideDate) { 0 };

  if (is_read)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               is_read ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);

  return is_read;
}
