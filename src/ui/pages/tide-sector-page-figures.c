/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sector-page-private.h"

#include "stats/tide-figure-note.h"
#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

/* What is counted in a thread. */
typedef struct
{
  TideSnapshot *snapshot;
  char *taxonomy;
  char *sector;
  TideAmountKind kind;
} Order;

static void
order_free (Order *order)
{
  tide_snapshot_unref (order->snapshot);
  g_free (order->taxonomy);
  g_free (order->sector);
  g_free (order);
}

static void
count (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  const TideValuation valuation = { .kind = order->kind };
  g_autoptr (TideColumns) columns = tide_columns_new (order->snapshot, &valuation, NULL);

  g_task_return_pointer (task, tide_sector_account_new (columns, order->taxonomy, order->sector),
                         (GDestroyNotify) tide_sector_account_free);
}

/* What is shown ----------------------------------------------------------------------------- */

/* The rule first, then what the figure counts, and how amounts came into it. */
static GPtrArray *
list_notes (const Order *order, const TideFigure *figure, const char *rule)
{
  const TideValuation valuation = { .kind = order->kind };
  GPtrArray *notes = tide_figure_list_count_notes (figure, rule);

  tide_figure_add_amount_notes (notes, figure, order->snapshot, &valuation, order->taxonomy,
                                tide_language_get_default ());

  return notes;
}

static char *
dup_kind (const Order *order)
{
  return g_strdup (tide_codes_get_label (TIDE_CODES_AMOUNT_KIND,
                                         tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, order->kind),
                                         tide_language_get_default ()));
}

static void
show_projects (TideSectorPage *self, const Order *order)
{
  const TideFigure *figure = self->account->by_shares;
  const guint n_excluded = tide_figure_get_n_excluded (figure);
  g_autofree char *value = g_strdup_printf ("%u", figure->n_counted);
  g_autofree char *detail = g_strdup_printf (
      /* Translators: how many of the live projects of a register belong to a sector */
      ngettext ("of %u project", "of %u projects", self->account->whole->n_counted),
      self->account->whole->n_counted);
  g_autofree char *left_out = g_strdup_printf (
      /* Translators: how many projects a figure leaves out */
      ngettext ("%u left out", "%u left out", n_excluded), n_excluded);
  g_autofree char *both = g_strdup_printf ("%s, %s", detail, left_out);

  tide_figure_tile_set_value (self->projects_tile, value, NULL, n_excluded > 0 ? both : detail);
  tide_figure_tile_take_notes (
      self->projects_tile, figure->filter,
      list_notes (order, figure,
                  _ ("Live projects in this sector or below it, whatever their share.")));
}

static void
show_amount (TideFigureTile *tile,
             TideSectorPage *self,
             const Order *order,
             const TideFigure *figure,
             const char *rule)
{
  const TideLanguage language = tide_language_get_default ();
  const TideSettings *settings = tide_register_get_settings (self->reg);
  g_autofree char *value
      = tide_figure_dup_value (figure, tide_unit_get_shown (settings->unit), language);
  g_autofree char *exact = tide_figure_dup_exact (figure, language);
  g_autofree char *kind = dup_kind (order);

  tide_figure_tile_set_value (tile, value, exact, kind);
  tide_figure_tile_take_notes (tile, figure->filter, list_notes (order, figure, rule));
}

static void
show_mapped (TideSectorPage *self)
{
  const guint n = self->account->by_shares->n_mapped;
  g_autofree char *text = g_strdup_printf (
      ngettext (
          /* Translators: why a sector counts projects that are not recorded in it */
          "%u project belongs here because its class in another classification maps to this one",
          "%u projects belong here because their classes in another classification map to this one",
          n),
      n);

  gtk_label_set_text (self->mapped_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->mapped_label), n > 0);
}

static void
show (TideSectorPage *self, const Order *order)
{
  show_projects (self, order);
  show_amount (self->shares_tile, self, order, self->account->by_shares,
               _ ("The part of each project’s amount that its share gives to this sector: over all "
                  "sectors, the parts are the whole."));
  show_amount (self->mentions_tile, self, order, self->account->by_mentions,
               _ ("The whole amount of each project that names this sector. A project in several "
                  "sectors is in each of them, so that all sectors together may exceed the whole. "
                  "That is shown as it is."));
  show_mapped (self);
}

/* Counting ---------------------------------------------------------------------------------- */

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideSectorPage) self = data;
  const Order *order = g_task_get_task_data (G_TASK (result));
  TideSectorAccount *account = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: something else is being counted. */
  if (account == NULL)
    return;

  g_clear_object (&self->counting);
  g_clear_pointer (&self->account, tide_sector_account_free);
  self->account = account;
  show (self, order);
}

/*
 * tide_sector_page_stop_counting:
 * @self: a page
 *
 * Lets go what is being counted.
 */
void
tide_sector_page_stop_counting (TideSectorPage *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

/*
 * tide_sector_page_start_counting:
 * @self: a page whose sector is there
 * @snapshot: the register
 *
 * Counts in a thread what the sector has, in place of what is being counted. The task does not hold
 * the page, which must not go in the thread.
 */
void
tide_sector_page_start_counting (TideSectorPage *self, TideSnapshot *snapshot)
{
  g_autoptr (GTask) task = NULL;
  Order *order = g_new0 (Order, 1);

  tide_sector_page_stop_counting (self);
  self->counting = g_cancellable_new ();
  order->snapshot = tide_snapshot_ref (snapshot);
  order->taxonomy = g_strdup (tide_sector_page_get_payload (self)->taxonomy);
  order->sector = g_strdup (self->sector);
  order->kind = self->kind;
  task = g_task_new (NULL, self->counting, on_counted, g_object_ref (self));
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, count);
}
