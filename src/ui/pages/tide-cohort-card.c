/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-cohort-card.h"

#include "chart/tide-chart-frame.h"
#include "chart/tide-funnel-chart.h"
#include "stats/tide-cohort-text.h"
#include "ui/rows/tide-explain-button.h"
#include "ui/rows/tide-figure-tile.h"
#include "ui/tide-chart-file.h"
#include "ui/tide-chart-sheet-file.h"

#include <glib/gi18n-lib.h>

struct _TideCohortCard
{
  AdwBin parent_instance;

  TidePayload *filters[TIDE_COHORT_N_STEPS]; /* owned, nullable */

  /* template children */
  TideItemChart *chart;
  TideExplainButton *explain_button;
  GtkLabel *rest_label;
  TideFigureTile *arrived_tile;
};

G_DEFINE_FINAL_TYPE (TideCohortCard, tide_cohort_card, ADW_TYPE_BIN)

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_filter_requested (TideCohortCard *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

/* The id of a stage is the number of its step. */
static void
on_stage_activated (TideCohortCard *self, TideChartItem *stage)
{
  const guint step = (guint) (tide_chart_item_get_id (stage)[0] - '0');

  g_return_if_fail (step < TIDE_COHORT_N_STEPS && self->filters[step] != NULL);

  g_signal_emit (self, signals[FILTER_REQUESTED], 0, self->filters[step]);
}

static void
on_save_requested (TideCohortCard *self, GBytes *bytes, const char *name)
{
  tide_chart_file_choose (GTK_WIDGET (self), bytes, name);
}

static void
on_data_requested (TideCohortCard *self, const TideChartTable *table, const char *name)
{
  tide_chart_sheet_file_choose (GTK_WIDGET (self), table, name);
}

static void
clear_filters (TideCohortCard *self)
{
  for (guint i = 0; i < TIDE_COHORT_N_STEPS; i++)
    g_clear_pointer (&self->filters[i], tide_payload_unref);
}

static void
tide_cohort_card_dispose (GObject *object)
{
  clear_filters (TIDE_COHORT_CARD (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_COHORT_CARD);

  G_OBJECT_CLASS (tide_cohort_card_parent_class)->dispose (object);
}

static void
tide_cohort_card_class_init (TideCohortCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_cohort_card_dispose;

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-cohort-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TideCohortCard, chart);
  gtk_widget_class_bind_template_child (widget_class, TideCohortCard, explain_button);
  gtk_widget_class_bind_template_child (widget_class, TideCohortCard, rest_label);
  gtk_widget_class_bind_template_child (widget_class, TideCohortCard, arrived_tile);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_save_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_data_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_stage_activated);
}

static void
tide_cohort_card_init (TideCohortCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_funnel (TideCohortCard *self, const TideCohort *cohort, TideSnapshot *snapshot)
{
  g_autoptr (GListStore) stages = g_list_store_new (TIDE_TYPE_FUNNEL_STAGE);

  clear_filters (self);
  for (guint i = 0; i < TIDE_COHORT_N_STEPS; i++)
    {
      const char id[] = { (char) ('0' + i), '\0' };
      g_autofree char *text = g_strdup_printf ("%u", cohort->n[i]);
      g_autoptr (TideFunnelStage) stage = tide_funnel_stage_new (
          id, tide_cohort_part_get_label ((TideCohortPart) i), cohort->n[i], text);

      g_list_store_append (stages, stage);
      self->filters[i] = &tide_cohort_dup_filter (cohort, (TideCohortPart) i, snapshot)->base;
    }
  tide_item_chart_set_model (self->chart, G_LIST_MODEL (stages));
  tide_explain_button_take_notes (self->explain_button,
                                  tide_cohort_list_count_notes (cohort, snapshot));
}

static void
show_rest (TideCohortCard *self, const TideCohort *cohort)
{
  g_autofree char *rest = tide_cohort_dup_rest (cohort);

  gtk_label_set_text (self->rest_label, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), *rest != '\0');
}

static void
show_arrived (TideCohortCard *self,
              const TideCohort *cohort,
              TideSnapshot *snapshot,
              TideUnit unit,
              TideLanguage language)
{
  TideFilter *filter = tide_cohort_dup_filter (cohort, TIDE_COHORT_ARRIVED, snapshot);
  g_autoptr (TidePayload) owner = &filter->base;
  g_autofree char *share = tide_cohort_dup_arrived_share (cohort);
  g_autofree char *detail = g_strdup_printf (
      /* Translators: of how many projects it is not known whether funds have arrived */
      ngettext ("%u without word of arrived funds", "%u without word of arrived funds",
                cohort->n[TIDE_COHORT_NOT_ARRIVED]),
      cohort->n[TIDE_COHORT_NOT_ARRIVED]);

  tide_figure_tile_set_value (self->arrived_tile, share, NULL,
                              cohort->n[TIDE_COHORT_NOT_ARRIVED] > 0 ? detail : NULL);
  tide_figure_tile_take_notes (self->arrived_tile, filter,
                               tide_cohort_list_money_notes (cohort, snapshot, unit, language));
}

/**
 * tide_cohort_card_show:
 * @self: a card
 * @cohort: a cohort
 * @snapshot: the register it was counted in
 * @unit: unit of amounts
 * @language: language of the person
 */
void
tide_cohort_card_show (TideCohortCard *self,
                       const TideCohort *cohort,
                       TideSnapshot *snapshot,
                       TideUnit unit,
                       TideLanguage language)
{
  g_return_if_fail (TIDE_IS_COHORT_CARD (self));

  show_funnel (self, cohort, snapshot);
  show_rest (self, cohort);
  show_arrived (self, cohort, snapshot, unit, language);
}
