/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-overview-account.h"

#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

struct _TideOverviewAccount
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *told_label;
  GtkButton *foreign_button;
  GtkButton *unpriced_button;
  GtkButton *without_button;

  TideOverview *overview; /* owned, nullable until there is one */
};

G_DEFINE_FINAL_TYPE (TideOverviewAccount, tide_overview_account, ADW_TYPE_BIN)

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TideFigurePart
get_part (TideOverviewAccount *self, GtkButton *button)
{
  if (button == self->foreign_button)
    return TIDE_FIGURE_FOREIGN;

  return button == self->unpriced_button ? TIDE_FIGURE_UNPRICED : TIDE_FIGURE_WITHOUT_AMOUNT;
}

static void
on_button_clicked (TideOverviewAccount *self, GtkButton *button)
{
  const TideFigure *total = self->overview->parts[TIDE_OVERVIEW_STAGES]->total;
  g_autoptr (TidePayload) filter
      = (TidePayload *) tide_figure_dup_part_filter (total, get_part (self, button), NULL);

  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
show_told (TideOverviewAccount *self, TideOverview *overview, const TideOverviewStyle *style)
{
  const TideValuation *valuation = &overview->question->valuation;
  const TideFigure *total = overview->parts[TIDE_OVERVIEW_STAGES]->total;
  const char *kind = tide_codes_get_label (
      TIDE_CODES_AMOUNT_KIND, tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, valuation->kind),
      style->language);
  g_autofree char *unit
      = tide_unit_dup_label (style->chart_unit, total->base.currency, style->language);
  /* Translators: a kind of amount, and the unit in which it is told */
  g_autofree char *what = g_strdup_printf (_ ("%s in %s"), kind, unit);
  g_autofree char *rates = tide_figure_dup_rates (overview->snapshot, valuation, style->language);
  g_autoptr (GString) told = g_string_new (what);

  if (tide_date_is_set (&valuation->period))
    {
      g_autofree char *period = tide_date_dup_label (&valuation->period, style->language);

      g_string_append_printf (told, " · %s", period);
    }
  if (total->n_foreign > 0)
    g_string_append_printf (told, " · %s", rates);
  gtk_label_set_text (self->told_label, told->str);
}

static void
set_note (GtkButton *button, guint n, char *label)
{
  gtk_button_set_label (button, label);
  gtk_widget_set_visible (GTK_WIDGET (button), n > 0);
  g_free (label);
}

static void
show_notes (TideOverviewAccount *self, const TideFigure *total)
{
  const guint n_without = tide_figure_get_n_without_amount (total);

  set_note (self->foreign_button, total->n_foreign,
            g_strdup_printf (
                /* Translators: a button: how many projects have an amount in another currency */
                ngettext ("%u in Another Currency", "%u in Other Currencies", total->n_foreign),
                total->n_foreign));
  set_note (self->unpriced_button, total->n_unpriced,
            /* Translators: a button: how many projects have an amount without an exchange rate */
            g_strdup_printf (ngettext ("%u Without a Rate", "%u Without a Rate", total->n_unpriced),
                             total->n_unpriced));
  set_note (self->without_button, n_without,
            /* Translators: a button: how many projects have no amount of this kind */
            g_strdup_printf (ngettext ("%u Without an Amount", "%u Without an Amount", n_without),
                             n_without));
}

static void
tide_overview_account_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_OVERVIEW_ACCOUNT);
  g_clear_pointer (&TIDE_OVERVIEW_ACCOUNT (object)->overview, tide_overview_unref);

  G_OBJECT_CLASS (tide_overview_account_parent_class)->dispose (object);
}

static void
tide_overview_account_class_init (TideOverviewAccountClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_overview_account_dispose;

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", TIDE_TYPE_OVERVIEW_ACCOUNT, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-overview-account.ui");
  gtk_widget_class_bind_template_child (widget_class, TideOverviewAccount, told_label);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewAccount, foreign_button);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewAccount, unpriced_button);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewAccount, without_button);
  gtk_widget_class_bind_template_callback (widget_class, on_button_clicked);
  gtk_widget_class_set_css_name (widget_class, "overviewaccount");
}

static void
tide_overview_account_init (TideOverviewAccount *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_overview_account_show:
 * @self: the account
 * @overview: an overview
 * @style: how it is worded
 */
void
tide_overview_account_show (TideOverviewAccount *self,
                            TideOverview *overview,
                            const TideOverviewStyle *style)
{
  TideOverview *old;

  g_return_if_fail (TIDE_IS_OVERVIEW_ACCOUNT (self));

  old = self->overview;
  self->overview = tide_overview_ref (overview);
  g_clear_pointer (&old, tide_overview_unref);
  show_told (self, overview, style);
  show_notes (self, overview->parts[TIDE_OVERVIEW_STAGES]->total);
}
