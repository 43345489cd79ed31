/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-series-text.h"

#include "core/tide-observation.h"

#include <glib/gi18n-lib.h>

static void
add_line (GString *text, char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
  g_free (line);
}

static void
add_left_out (GString *text, const TideSeries *self)
{
  if (self->n_earlier > 0)
    add_line (text, g_strdup_printf (
                        /* Translators: how many values there are that a later revision replaced */
                        ngettext ("%u earlier revision kept, not shown",
                                  "%u earlier revisions kept, not shown", self->n_earlier),
                        self->n_earlier));
  if (self->n_other_periods > 0)
    add_line (text,
              g_strdup_printf (
                  /* Translators: how many values are of quarters where years are shown, or so */
                  ngettext ("%u left out: a period of another length",
                            "%u left out: periods of another length", self->n_other_periods),
                  self->n_other_periods));
  if (self->n_without_value > 0)
    add_line (text, g_strdup_printf (
                        /* Translators: how many entries are left out */
                        ngettext ("%u left out: without a value", "%u left out: without a value",
                                  self->n_without_value),
                        self->n_without_value));
  if (self->n_undated > 0)
    add_line (text, g_strdup_printf (
                        /* Translators: how many entries are left out */
                        ngettext ("%u left out: without a period that exists",
                                  "%u left out: without a period that exists", self->n_undated),
                        self->n_undated));
}

/**
 * tide_series_dup_account:
 * @self: a series
 *
 * Returns: (transfer full): what it shows and what it left out, in lines
 */
char *
tide_series_dup_account (const TideSeries *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_line (text, g_strdup_printf (
                      /* Translators: how many periods have a value */
                      ngettext ("%u period", "%u periods", self->n_points), self->n_points));
  if (self->n_missing > 0)
    add_line (text, g_strdup_printf (
                        /* Translators: how many periods between others have no value */
                        ngettext ("%u period in between without a value",
                                  "%u periods in between without a value", self->n_missing),
                        self->n_missing));
  if (self->n_breaks > 0)
    add_line (text,
              g_strdup_printf (
                  /* Translators: how many breaks a series has */
                  ngettext ("%u break in the series", "%u breaks in the series", self->n_breaks),
                  self->n_breaks));
  add_left_out (text, self);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tide_series_point_dup_text:
 * @self: a point
 * @language: language of the person
 *
 * Returns: (transfer full) (nullable): what is to be known of the value besides itself, in lines:
 *   as written, an estimate, earlier revisions, a break before it; %NULL where there is nothing
 */
char *
tide_series_point_dup_text (const TideSeriesPoint *self, TideLanguage language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->observation->written != NULL)
    {
      g_autofree char *written = tide_text_dup_isolated (self->observation->written);

      /* Translators: %s is a number word for word as its source gives it */
      add_line (text, g_strdup_printf (_ ("As written: %s"), written));
    }
  if (self->observation->estimated)
    add_line (text, g_strdup (_ ("Estimated")));
  if (self->n_earlier > 0)
    add_line (text, g_strdup_printf (
                        /* Translators: how many values there are that a later revision replaced */
                        ngettext ("%u earlier revision kept, not shown",
                                  "%u earlier revisions kept, not shown", self->n_earlier),
                        self->n_earlier));
  if (self->series_break != NULL)
    {
      g_autofree char *period = tide_date_dup_label (&self->series_break->before, language);

      /* Translators: %s is a period, such as 2019 */
      add_line (text, g_strdup_printf (_ ("Break in the series before %s"), period));
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}
