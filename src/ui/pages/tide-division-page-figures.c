/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-division-page-private.h"

#include "stats/tide-figure-note.h"
#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

/* What is counted in a thread. */
typedef struct
{
  TideSnapshot *snapshot;
  char *division;
  TideAmountKind kind;
} Order;

static void
order_free (Order *order)
{
  tide_snapshot_unref (order->snapshot);
  g_free (order->division);
  g_free (order);
}

static void
count (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  const TideValuation valuation = { .kind = order->kind };
  g_autoptr (TideColumns) columns = tide_columns_new (order->snapshot, &valuation, NULL);

  g_task_return_pointer (task,
                         tide_division_account_new (columns, order->snapshot, order->division),
                         (GDestroyNotify) tide_division_account_free);
}

/* What is shown ----------------------------------------------------------------------------- */

/* The rule first, then what the figure counts, and how amounts came into it. */
static void
take_notes (TideFigureTile *tile, const Order *order, const TideFigure *figure, const char *rule)
{
  const TideValuation valuation = { .kind = order->kind };
  GPtrArray *notes = tide_figure_list_count_notes (figure, rule);

  tide_figure_add_amount_notes (notes, figure, order->snapshot, &valuation, NULL,
                                tide_language_get_default ());
  tide_figure_tile_take_notes (tile, figure->filter, notes);
}

static char *
dup_amount (TideDivisionPage *self, const TideFigure *figure)
{
  const TideSettings *settings = tide_register_get_settings (self->reg);

  return tide_figure_dup_value (figure, tide_unit_get_shown (settings->unit),
                                tide_language_get_default ());
}

static void
show_projects (TideDivisionPage *self, const Order *order)
{
  const TideFigure *figure = self->account->figure;
  const guint n_all = self->account->divisions->total->n_counted;
  const guint n_excluded = tide_figure_get_n_excluded (figure);
  g_autofree char *value = g_strdup_printf ("%u", figure->n_counted);
  g_autofree char *detail = g_strdup_printf (
      /* Translators: how many of the live projects of a register belong to a sector or division */
      ngettext ("of %u project", "of %u projects", n_all), n_all);
  g_autofree char *left_out = g_strdup_printf (
      /* Translators: how many projects a figure leaves out */
      ngettext ("%u left out", "%u left out", n_excluded), n_excluded);
  g_autofree char *both = g_strdup_printf ("%s, %s", detail, left_out);

  tide_figure_tile_set_value (self->projects_tile, value, NULL, n_excluded > 0 ? both : detail);
  take_notes (
      self->projects_tile, order, figure,
      _ ("Live projects in this division or below it, those in functional zones included."));
}

static void
show_amount (TideDivisionPage *self, const Order *order)
{
  const TideLanguage language = tide_language_get_default ();
  const TideFigure *figure = self->account->figure;
  g_autofree char *value = dup_amount (self, figure);
  g_autofree char *exact = tide_figure_dup_exact (figure, language);

  tide_figure_tile_set_value (
      self->amount_tile, value, exact,
      tide_codes_get_label (TIDE_CODES_AMOUNT_KIND,
                            tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, order->kind), language));
  take_notes (self->amount_tile, order, figure,
              _ ("What the projects in this division or below it amount to, those in functional "
                 "zones included."));
}

/* They are a part of the figures beside, not more of the same. */
static void
show_zones (TideDivisionPage *self, const Order *order)
{
  const TideFigure *figure = self->account->in_zones;
  g_autofree char *value = NULL;
  g_autofree char *amount = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->zones_tile), figure != NULL);
  if (figure == NULL)
    return;

  /* Translators: how many projects there are */
  value = g_strdup_printf (ngettext ("%u project", "%u projects", figure->n_counted),
                           figure->n_counted);
  amount = dup_amount (self, figure);
  tide_figure_tile_set_value (self->zones_tile, value, NULL, amount);
  take_notes (self->zones_tile, order, figure,
              _ ("Of the projects of this division, those in its functional zones. A zone lies in "
                 "the division and is never added on top of it; a project in a zone within a zone "
                 "is counted once."));
}

/* Counting ---------------------------------------------------------------------------------- */

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideDivisionPage) self = data;
  const Order *order = g_task_get_task_data (G_TASK (result));
  TideDivisionAccount *account = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: something else is being counted. */
  if (account == NULL)
    return;

  g_clear_object (&self->counting);
  g_clear_pointer (&self->account, tide_division_account_free);
  self->account = account;
  show_projects (self, order);
  show_amount (self, order);
  show_zones (self, order);
  tide_division_page_fill_below (self);
}

/*
 * tide_division_page_stop_counting:
 * @self: a page
 *
 * Lets go what is being counted.
 */
void
tide_division_page_stop_counting (TideDivisionPage *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

/*
 * tide_division_page_start_counting:
 * @self: a page whose division is there
 * @snapshot: the register
 *
 * Counts in a thread what the division has, in place of what is being counted. The task does not
 * hold the page, which must not go in the thread.
 */
void
tide_division_page_start_counting (TideDivisionPage *self, TideSnapshot *snapshot)
{
  g_autoptr (GTask) task = NULL;
  Order *order = g_new0 (Order, 1);

  tide_division_page_stop_counting (self);
  self->counting = g_cancellable_new ();
  order->snapshot = tide_snapshot_ref (snapshot);
  order->division = g_strdup (self->division);
  order->kind = self->kind;
  task = g_task_new (NULL, self->counting, on_counted, g_object_ref (self));
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, count);
}
