/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-overview-page.h"

#include "chart/tide-bar-chart.h"
#include "stats/tide-main-taxonomy.h"
#include "ui/pages/tide-declared-card.h"
#include "ui/pages/tide-figure-text.h"
#include "ui/pages/tide-growth-text.h"
#include "ui/pages/tide-overview-bars.h"
#include "ui/rows/tide-figure-tile.h"

#include <glib/gi18n-lib.h>

struct _TideOverviewPage
{
  AdwBin parent_instance;

  /* template children */
  TideFigureTile *projects_tile;
  TideFigureTile *intention_tile;
  TideFigureTile *agreement_tile;
  TideFigureTile *arrived_tile;
  AdwWrapBox *declared_box;
  GtkSizeGroup *declared_sizes;
  GtkWidget *indicators_card;
  TideBarChart *indicators_chart;
  GtkLabel *growth_label;
  TideBarChart *stages_chart;
  TideBarChart *sectors_chart;
  TideBarChart *divisions_chart;
  GtkDropDown *taxonomy_drop_down;
  GtkDropDown *kind_drop_down;
  GtkButton *foreign_button;
  GtkButton *unpriced_button;
  GtkButton *without_button;

  TideRegister *reg; /* nullable */
  TideLanguage language;
  GPtrArray *taxonomies;      /* ids, in the order of the drop-down */
  TideBreakdown *by_stage;    /* nullable until there is a register */
  TideBreakdown *by_sector;   /* nullable */
  TideBreakdown *by_division; /* nullable */
  guint refresh_id;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (TideOverviewPage, tide_overview_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
} TideOverviewPageProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_REGISTER + 1];
static guint signals[N_SIGNALS];

static TideUnit
get_unit (TideOverviewPage *self)
{
  return tide_unit_get_shown (tide_register_get_settings (self->reg)->unit);
}

/* The register's unit, or the one that the person's language counts in. */
static TideUnit
get_chart_unit (TideOverviewPage *self)
{
  const TideUnit unit = get_unit (self);
  const gboolean is_chinese = self->language == TIDE_LANGUAGE_ZH;

  switch (unit)
    {
    case TIDE_UNIT_TEN_THOUSAND:
      return is_chinese ? unit : TIDE_UNIT_MILLION;
    case TIDE_UNIT_HUNDRED_MILLION:
      return is_chinese ? unit : TIDE_UNIT_BILLION;
    case TIDE_UNIT_MILLION:
      return is_chinese ? TIDE_UNIT_TEN_THOUSAND : unit;
    case TIDE_UNIT_BILLION:
      return is_chinese ? TIDE_UNIT_HUNDRED_MILLION : unit;
    case TIDE_UNIT_ONE:
    default:
      return unit;
    }
}

static TideAmountKind
get_kind (TideOverviewPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->kind_drop_down);

  return selected < TIDE_N_AMOUNT_KINDS ? (TideAmountKind) selected : TIDE_AMOUNT_KIND_AGREEMENT;
}

static const char *
get_taxonomy (TideOverviewPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->taxonomy_drop_down);

  return selected < self->taxonomies->len ? g_ptr_array_index (self->taxonomies, selected) : NULL;
}

static void
set_breakdown (TideBreakdown **place, TideBreakdown *breakdown)
{
  if (*place != NULL)
    tide_breakdown_free (*place);
  *place = breakdown;
}

static void
refresh_amount_tile (TideOverviewPage *self,
                     TideFigureTile *tile,
                     TideSnapshot *snapshot,
                     TideAmountKind kind)
{
  const TideSettings *settings = tide_snapshot_get_settings (snapshot);
  const TideValuation valuation = { .kind = kind };
  g_autoptr (TideColumns) columns = tide_columns_new (snapshot, &valuation, NULL);
  g_autoptr (TideBreakdown) breakdown
      = tide_breakdown_new (columns, TIDE_GROUPING_CURRENCY, NULL, NULL);
  g_autofree char *value
      = tide_figure_dup_value (breakdown->total, get_unit (self), self->language);
  g_autofree char *exact = tide_money_dup_exact (&breakdown->total->base, self->language);
  g_autofree char *explanation
      = tide_figure_dup_amount_explanation (breakdown->total, settings, self->language);

  tide_figure_tile_set_figure (tile, breakdown->total, value,
                               breakdown->total->n_with_amount > 0 ? exact : NULL, explanation);
}

static void
refresh_figures (TideOverviewPage *self, TideSnapshot *snapshot)
{
  g_autofree char *count = g_strdup_printf ("%u", self->by_stage->total->n_counted);
  g_autofree char *explanation = tide_figure_dup_count_explanation (self->by_stage->total);

  tide_figure_tile_set_figure (self->projects_tile, self->by_stage->total, count, NULL,
                               explanation);
  refresh_amount_tile (self, self->intention_tile, snapshot, TIDE_AMOUNT_KIND_INTENTION);
  refresh_amount_tile (self, self->agreement_tile, snapshot, TIDE_AMOUNT_KIND_AGREEMENT);
  refresh_amount_tile (self, self->arrived_tile, snapshot, TIDE_AMOUNT_KIND_ARRIVED);
}

static void
refresh_declared (TideOverviewPage *self, TideSnapshot *snapshot)
{
  const GPtrArray *events = tide_snapshot_get_records (snapshot, TIDE_RECORD_EVENT);
  gboolean has_any = FALSE;
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->declared_box))) != NULL)
    adw_wrap_box_remove (self->declared_box, old);
  for (guint i = 0; i < tide_entries_get_n (events); i++)
    {
      const TideEventPayload *event = g_ptr_array_index (events, i);
      GtkWidget *card;

      if (event->declared == NULL)
        continue;

      card = tide_declared_card_new (event, snapshot, get_unit (self), self->language);
      gtk_size_group_add_widget (self->declared_sizes, card);
      adw_wrap_box_append (self->declared_box, card);
      has_any = TRUE;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->declared_box), has_any);
}

static void
set_unit_of_chart (TideOverviewPage *self, TideBarChart *chart, const char *currency)
{
  const TideUnit unit = get_chart_unit (self);
  g_autofree char *label = tide_unit_dup_label (unit, currency, self->language);

  tide_bar_chart_set_unit_label (chart, label);
  tide_bar_chart_set_unit_divisor (chart, (double) tide_unit_get_factor (unit));
}

static void
set_note (GtkButton *button, guint n, char *label)
{
  gtk_button_set_label (button, label);
  gtk_widget_set_visible (GTK_WIDGET (button), n > 0);
  g_free (label);
}

static void
refresh_notes (TideOverviewPage *self)
{
  const TideFigure *total = self->by_sector->total;
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
refresh_sectors (TideOverviewPage *self, TideColumns *columns)
{
  g_autoptr (GListModel) bars = NULL;

  set_breakdown (&self->by_sector,
                 tide_breakdown_new (columns, TIDE_GROUPING_SECTOR, get_taxonomy (self), NULL));
  bars = tide_overview_bars_of_amounts (self->by_sector, get_chart_unit (self), self->language);
  set_unit_of_chart (self, self->sectors_chart, self->by_sector->total->base.currency);
  tide_bar_chart_set_model (self->sectors_chart, bars);
  refresh_notes (self);
}

static void
refresh_growth (TideOverviewPage *self, TideSnapshot *snapshot)
{
  g_autofree char *growth = tide_growth_dup_text (snapshot, self->language);

  gtk_label_set_text (self->growth_label, growth);
  gtk_widget_set_visible (GTK_WIDGET (self->growth_label), *growth != '\0');
}

static void
refresh_charts (TideOverviewPage *self, TideSnapshot *snapshot)
{
  const TideSettings *settings = tide_snapshot_get_settings (snapshot);
  g_autoptr (GListModel) stages
      = tide_overview_bars_of_counts (self->by_stage, TRUE, self->language);
  g_autoptr (GListModel) divisions
      = tide_overview_bars_of_counts (self->by_division, FALSE, self->language);
  g_autoptr (GListModel) indicators
      = tide_overview_bars_of_indicators (snapshot, get_chart_unit (self), self->language);

  tide_bar_chart_set_model (self->stages_chart, stages);
  tide_bar_chart_set_model (self->divisions_chart, divisions);
  set_unit_of_chart (self, self->indicators_chart, settings->currency);
  tide_bar_chart_set_model (self->indicators_chart, indicators);
  refresh_growth (self, snapshot);
  gtk_widget_set_visible (self->indicators_card, g_list_model_get_n_items (indicators) > 0);
}

static gboolean
find_taxonomy (TideOverviewPage *self, const char *id, guint *position)
{
  return id != NULL
         && g_ptr_array_find_with_equal_func (self->taxonomies, id, g_str_equal, position);
}

/* What was chosen stays chosen; else the taxonomy in which most projects are classified is. */
static guint
find_taxonomy_to_show (TideOverviewPage *self, TideSnapshot *snapshot, const char *chosen)
{
  guint position;

  if (find_taxonomy (self, chosen, &position)
      || find_taxonomy (self, tide_snapshot_find_main_taxonomy (snapshot), &position))
    return position;

  return 0;
}

static void
fill_taxonomies (TideOverviewPage *self, TideSnapshot *snapshot)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_TAXONOMY);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_taxonomy (self));

  g_ptr_array_set_size (self->taxonomies, 0);
  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *taxonomy = g_ptr_array_index (records, i);

      g_ptr_array_add (self->taxonomies, g_strdup (taxonomy->id));
      gtk_string_list_append (names, tide_payload_get_label (taxonomy, self->language));
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->taxonomy_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->taxonomy_drop_down,
                              find_taxonomy_to_show (self, snapshot, chosen));
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->taxonomy_drop_down), self->taxonomies->len > 1);
}

/* The drop-down is filled anew only where taxonomies came, went or were renamed. */
static gboolean
has_same_taxonomies (TideOverviewPage *self, TideSnapshot *snapshot)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_TAXONOMY);
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (self->taxonomy_drop_down));

  if (names == NULL || tide_entries_get_n (records) != self->taxonomies->len)
    return FALSE;

  for (guint i = 0; i < self->taxonomies->len; i++)
    {
      const TidePayload *taxonomy = g_ptr_array_index (records, i);

      if (strcmp (taxonomy->id, g_ptr_array_index (self->taxonomies, i)) != 0
          || g_strcmp0 (tide_payload_get_label (taxonomy, self->language),
                        gtk_string_list_get_string (names, i))
                 != 0)
        return FALSE;
    }

  return TRUE;
}

static TideColumns *
dup_columns (TideOverviewPage *self, TideSnapshot *snapshot)
{
  const TideValuation valuation = { .kind = get_kind (self) };

  return tide_columns_new (snapshot, &valuation, NULL);
}

static void
refresh (TideOverviewPage *self)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  g_autoptr (TideColumns) columns = NULL;

  if (!has_same_taxonomies (self, snapshot))
    fill_taxonomies (self, snapshot);

  columns = dup_columns (self, snapshot);
  set_breakdown (&self->by_stage, tide_breakdown_new (columns, TIDE_GROUPING_STAGE, NULL, NULL));
  set_breakdown (&self->by_division,
                 tide_breakdown_new (columns, TIDE_GROUPING_DIVISION, NULL, NULL));

  refresh_figures (self, snapshot);
  refresh_declared (self, snapshot);
  refresh_charts (self, snapshot);
  refresh_sectors (self, columns);
}

static gboolean
on_refresh_due (gpointer data)
{
  TideOverviewPage *self = data;

  self->refresh_id = 0;
  if (self->reg != NULL)
    refresh (self);

  return G_SOURCE_REMOVE;
}

static void
on_register_stepped (TideOverviewPage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (on_refresh_due, self);
}

static void
on_choice_changed (TideOverviewPage *self)
{
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideColumns) columns = NULL;

  if (self->reg == NULL || self->is_filling)
    return;

  snapshot = tide_register_dup_snapshot (self->reg);
  columns = dup_columns (self, snapshot);
  refresh_sectors (self, columns);
}

static void
on_filter_requested (TideOverviewPage *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
request_group (TideOverviewPage *self, const TideBreakdown *breakdown, TideBar *bar)
{
  for (guint i = 0; i < breakdown->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (breakdown->groups, i);

      if (strcmp (group->key, tide_bar_get_id (bar)) == 0)
        g_signal_emit (self, signals[FILTER_REQUESTED], 0, group->figure->filter);
    }
}

static void
on_stage_activated (TideOverviewPage *self, TideBar *bar)
{
  request_group (self, self->by_stage, bar);
}

static void
on_sector_activated (TideOverviewPage *self, TideBar *bar)
{
  request_group (self, self->by_sector, bar);
}

static void
on_division_activated (TideOverviewPage *self, TideBar *bar)
{
  request_group (self, self->by_division, bar);
}

static void
request_amounts (TideOverviewPage *self, const char *state)
{
  g_autoptr (TidePayload) filter
      = (TidePayload *) tide_filter_copy (self->by_sector->total->filter);

  tide_payload_set_string (&((TideFilter *) filter)->amount, state);
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
on_foreign_clicked (TideOverviewPage *self)
{
  request_amounts (self, "foreign");
}

static void
on_unpriced_clicked (TideOverviewPage *self)
{
  request_amounts (self, "unpriced");
}

static void
on_without_clicked (TideOverviewPage *self)
{
  request_amounts (self, "none");
}

static void
tide_overview_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideOverviewPage *self = TIDE_OVERVIEW_PAGE (object);

  switch ((TideOverviewPageProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_overview_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideOverviewPage *self = TIDE_OVERVIEW_PAGE (object);

  switch ((TideOverviewPageProperty) id)
    {
    case PROP_REGISTER:
      tide_overview_page_set_register (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_overview_page_dispose (GObject *object)
{
  TideOverviewPage *self = TIDE_OVERVIEW_PAGE (object);

  tide_overview_page_set_register (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (tide_overview_page_parent_class)->dispose (object);
}

static void
tide_overview_page_finalize (GObject *object)
{
  TideOverviewPage *self = TIDE_OVERVIEW_PAGE (object);

  set_breakdown (&self->by_stage, NULL);
  set_breakdown (&self->by_sector, NULL);
  set_breakdown (&self->by_division, NULL);
  g_ptr_array_unref (self->taxonomies);

  G_OBJECT_CLASS (tide_overview_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, projects_tile);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, intention_tile);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, agreement_tile);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, arrived_tile);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, declared_box);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, declared_sizes);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, indicators_card);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, indicators_chart);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, growth_label);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, stages_chart);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, sectors_chart);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, divisions_chart);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, taxonomy_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, foreign_button);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, unpriced_button);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, without_button);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_stage_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_sector_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_division_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_foreign_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_unpriced_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_without_clicked);
}

static void
tide_overview_page_class_init (TideOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_overview_page_get_property;
  object_class->set_property = tide_overview_page_set_property;
  object_class->dispose = tide_overview_page_dispose;
  object_class->finalize = tide_overview_page_finalize;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", TIDE_TYPE_OVERVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
fill_kinds (TideOverviewPage *self, TideAmountKind kind)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < TIDE_N_AMOUNT_KINDS; i++)
    gtk_string_list_append (labels,
                            tide_codes_get_label (TIDE_CODES_AMOUNT_KIND,
                                                  tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, i),
                                                  self->language));

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->kind_drop_down, kind);
  self->is_filling = FALSE;
}

static void
tide_overview_page_init (TideOverviewPage *self)
{
  self->language = tide_language_get_default ();
  self->taxonomies = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self, TIDE_AMOUNT_KIND_AGREEMENT);
}

/**
 * tide_overview_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the register it shows
 */
TideRegister *
tide_overview_page_get_register (TideOverviewPage *self)
{
  g_return_val_if_fail (TIDE_IS_OVERVIEW_PAGE (self), NULL);

  return self->reg;
}

/**
 * tide_overview_page_set_register:
 * @self: a page
 * @reg: (nullable): the register to show
 */
void
tide_overview_page_set_register (TideOverviewPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_PAGE (self));

  if (self->reg == reg)
    return;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_func (self->reg, on_register_stepped, self);
  g_set_object (&self->reg, reg);
  g_ptr_array_set_size (self->taxonomies, 0);
  if (reg != NULL)
    {
      g_signal_connect_object (reg, "stepped", G_CALLBACK (on_register_stepped), self,
                               G_CONNECT_SWAPPED);
      refresh (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_overview_page_reword:
 * @self: a page
 *
 * Shows everything anew, as in another language or unit; what was chosen stays chosen.
 */
void
tide_overview_page_reword (TideOverviewPage *self)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_PAGE (self));

  self->language = tide_language_get_default ();
  fill_kinds (self, get_kind (self));
  if (self->reg != NULL)
    refresh (self);
}
