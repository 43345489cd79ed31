/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-events-comparison-page.h"

#include "chart/tide-bar-chart.h"
#include "chart/tide-chart-frame.h"
#include "stats/tide-cohort-text.h"
#include "ui/lists/tide-cohort-item.h"
#include "ui/lists/tide-number-column.h"
#include "ui/pages/tide-cohort-card.h"
#include "ui/tide-chart-file.h"
#include "ui/tide-chart-sheet-file.h"

#include <glib/gi18n-lib.h>

struct _TideEventsComparisonPage
{
  AdwNavigationPage parent_instance;

  TideRegister *reg;                /* owned */
  char **events;                    /* owned */
  TideCohortComparison *comparison; /* owned; nullable until it is worked out */
  GCancellable *computing;          /* owned; nullable where nothing is being worked out */
  GListStore *items;                /* owned, of TideCohortItem */

  /* template children */
  GtkStack *stack;
  AdwToggleGroup *toggle_group;
  GtkColumnView *column_view;
  GtkSingleSelection *selection;
  TideBarChart *chart;
  TideCohortCard *cohort_card;
};

G_DEFINE_FINAL_TYPE (TideEventsComparisonPage,
                     tide_events_comparison_page,
                     ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_BY_YEAR = 1,
} TideEventsComparisonPageProperty;

enum
{
  FILTER_REQUESTED,
  COUNTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_BY_YEAR + 1];
static guint signals[N_SIGNALS];

static void
on_filter_requested (TideEventsComparisonPage *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
request (TideEventsComparisonPage *self, const TideCohort *cohort, TideCohortPart part)
{
  TideFilter *filter = tide_cohort_dup_filter (cohort, part, self->comparison->snapshot);
  g_autoptr (TidePayload) owner = &filter->base;

  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
on_row_activated (TideEventsComparisonPage *self, guint position)
{
  g_autoptr (TideCohortItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  request (self, tide_cohort_item_get_cohort (item), TIDE_COHORT_SIGNED);
}

/* The id of a bar is the number of its line and that of its step. */
static void
on_bar_activated (TideEventsComparisonPage *self, TideBar *bar)
{
  const char *id = tide_bar_get_id (bar);
  const guint part = (guint) (id[0] - '0');
  const guint index = (guint) g_ascii_strtoull (id + 2, NULL, 10);
  const TideCohortLine *line;

  g_return_if_fail (part < TIDE_COHORT_N_STEPS && index < self->comparison->lines->len);

  line = g_ptr_array_index (self->comparison->lines, index);
  request (self, line->cohort, (TideCohortPart) part);
}

static void
on_save_requested (TideEventsComparisonPage *self, GBytes *bytes, const char *name)
{
  tide_chart_file_choose (GTK_WIDGET (self), bytes, name);
}

static void
on_data_requested (TideEventsComparisonPage *self, const TideChartTable *table, const char *name)
{
  tide_chart_sheet_file_choose (GTK_WIDGET (self), table, name);
}

/* What is shown ----------------------------------------------------------------------------- */

static void
add_bars (GListStore *bars, TideCohortItem *item, guint index, TideCohortPart part)
{
  const TideCohort *cohort = tide_cohort_item_get_cohort (item);
  g_autofree char *id = g_strdup_printf ("%u/%u", (guint) part, index);
  g_autofree char *text = g_strdup_printf ("%u", cohort->n[part]);
  g_autoptr (TideBar) bar = tide_bar_new (id, tide_cohort_item_get_name (item),
                                          tide_cohort_part_get_label (part), cohort->n[part], text);

  g_list_store_append (bars, bar);
}

static void
show_chart (TideEventsComparisonPage *self)
{
  g_autoptr (GListStore) bars = g_list_store_new (TIDE_TYPE_BAR);

  for (guint part = 0; part < TIDE_COHORT_N_STEPS; part++)
    for (guint i = 0; i < self->comparison->lines->len; i++)
      {
        g_autoptr (TideCohortItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

        add_bars (bars, item, i, (TideCohortPart) part);
      }
  tide_bar_chart_set_model (self->chart, G_LIST_MODEL (bars));
}

static void
show_table (TideEventsComparisonPage *self, TideUnit unit, TideLanguage language)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const GPtrArray *lines = self->comparison->lines;

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (items, tide_cohort_item_new (g_ptr_array_index (lines, i), unit, language));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void
show_comparison (TideEventsComparisonPage *self)
{
  TideSnapshot *snapshot = self->comparison->snapshot;
  const TideUnit unit = tide_unit_get_shown (tide_snapshot_get_settings (snapshot)->unit);
  const TideLanguage language = tide_language_get_default ();

  show_table (self, unit, language);
  gtk_stack_set_visible_child_name (self->stack,
                                    self->comparison->whole != NULL ? "content" : "empty");
  if (self->comparison->whole != NULL)
    {
      show_chart (self);
      tide_cohort_card_show (self->cohort_card, self->comparison->whole->cohort, snapshot, unit,
                             language);
    }
  g_signal_emit (self, signals[COUNTED], 0);
}

/* Working out ------------------------------------------------------------------------------- */

/* Items point into the comparison that they were made of. */
static void
take_comparison (TideEventsComparisonPage *self, TideCohortComparison *comparison)
{
  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->comparison, tide_cohort_comparison_free);
  self->comparison = comparison;
}

static void
on_computed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideEventsComparisonPage) self = data;
  TideCohortComparison *comparison = tide_cohort_comparison_compute_finish (result, NULL);

  if (comparison == NULL || g_task_get_cancellable (G_TASK (result)) != self->computing)
    {
      g_clear_pointer (&comparison, tide_cohort_comparison_free);
      return;
    }

  g_clear_object (&self->computing);
  take_comparison (self, comparison);
  show_comparison (self);
}

static void
stop_computing (TideEventsComparisonPage *self)
{
  if (self->computing != NULL)
    g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
}

static void
refresh (TideEventsComparisonPage *self)
{
  g_autoptr (TideSnapshot) snapshot = NULL;

  if (self->reg == NULL)
    return;

  snapshot = tide_register_dup_snapshot (self->reg);
  stop_computing (self);
  self->computing = g_cancellable_new ();
  tide_cohort_comparison_compute_async (snapshot, (const char *const *) self->events,
                                        tide_events_comparison_page_get_by_year (self),
                                        self->computing, on_computed, g_object_ref (self));
}

static void
on_toggled (TideEventsComparisonPage *self)
{
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BY_YEAR]);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_events_comparison_page_get_property (GObject *object,
                                          guint id,
                                          GValue *value,
                                          GParamSpec *pspec)
{
  TideEventsComparisonPage *self = TIDE_EVENTS_COMPARISON_PAGE (object);

  switch ((TideEventsComparisonPageProperty) id)
    {
    case PROP_BY_YEAR:
      g_value_set_boolean (value, tide_events_comparison_page_get_by_year (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_events_comparison_page_set_property (GObject *object,
                                          guint id,
                                          const GValue *value,
                                          GParamSpec *pspec)
{
  TideEventsComparisonPage *self = TIDE_EVENTS_COMPARISON_PAGE (object);

  switch ((TideEventsComparisonPageProperty) id)
    {
    case PROP_BY_YEAR:
      tide_events_comparison_page_set_by_year (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_events_comparison_page_dispose (GObject *object)
{
  TideEventsComparisonPage *self = TIDE_EVENTS_COMPARISON_PAGE (object);

  stop_computing (self);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_EVENTS_COMPARISON_PAGE);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (tide_events_comparison_page_parent_class)->dispose (object);
}

static void
tide_events_comparison_page_finalize (GObject *object)
{
  TideEventsComparisonPage *self = TIDE_EVENTS_COMPARISON_PAGE (object);

  g_clear_pointer (&self->comparison, tide_cohort_comparison_free);
  g_strfreev (self->events);

  G_OBJECT_CLASS (tide_events_comparison_page_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-events-comparison-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideEventsComparisonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TideEventsComparisonPage, toggle_group);
  gtk_widget_class_bind_template_child (widget_class, TideEventsComparisonPage, column_view);
  gtk_widget_class_bind_template_child (widget_class, TideEventsComparisonPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TideEventsComparisonPage, chart);
  gtk_widget_class_bind_template_child (widget_class, TideEventsComparisonPage, cohort_card);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_save_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_data_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
tide_events_comparison_page_class_init (TideEventsComparisonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_events_comparison_page_get_property;
  object_class->set_property = tide_events_comparison_page_set_property;
  object_class->dispose = tide_events_comparison_page_dispose;
  object_class->finalize = tide_events_comparison_page_finalize;

  props[PROP_BY_YEAR]
      = g_param_spec_boolean ("by-year", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);
  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TIDE_TYPE_COHORT_CARD);
  g_type_ensure (TIDE_TYPE_COHORT_ITEM);
  install_template (GTK_WIDGET_CLASS (klass));
}

/* All columns but the first hold numbers. */
static void
align_titles (TideEventsComparisonPage *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);

  for (guint i = 1; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      tide_number_column_align_title (self->column_view, column);
    }
}

static void
tide_events_comparison_page_init (TideEventsComparisonPage *self)
{
  self->items = g_list_store_new (TIDE_TYPE_COHORT_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));
  align_titles (self);
}

/**
 * tide_events_comparison_page_new:
 * @reg: a register
 * @events: (array zero-terminated=1): ids of the events to compare
 * @by_year: whether the events of a year are one cohort
 *
 * Returns: (transfer floating): the page
 */
TideEventsComparisonPage *
tide_events_comparison_page_new (TideRegister *reg, const char *const *events, gboolean by_year)
{
  TideEventsComparisonPage *self
      = g_object_new (TIDE_TYPE_EVENTS_COMPARISON_PAGE, "by-year", by_year, NULL);

  self->reg = g_object_ref (reg);
  self->events = g_strdupv ((char **) events);
  g_signal_connect_object (reg, "stepped", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}

/**
 * tide_events_comparison_page_get_events:
 * @self: a page
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the events that are compared
 */
const char *const *
tide_events_comparison_page_get_events (TideEventsComparisonPage *self)
{
  g_return_val_if_fail (TIDE_IS_EVENTS_COMPARISON_PAGE (self), NULL);

  return (const char *const *) self->events;
}

/**
 * tide_events_comparison_page_get_by_year:
 * @self: a page
 *
 * Returns: whether the events of a year are one cohort
 */
gboolean
tide_events_comparison_page_get_by_year (TideEventsComparisonPage *self)
{
  g_return_val_if_fail (TIDE_IS_EVENTS_COMPARISON_PAGE (self), FALSE);

  return g_strcmp0 (adw_toggle_group_get_active_name (self->toggle_group), "years") == 0;
}

/**
 * tide_events_comparison_page_set_by_year:
 * @self: a page
 * @by_year: whether the events of a year are one cohort
 */
void
tide_events_comparison_page_set_by_year (TideEventsComparisonPage *self, gboolean by_year)
{
  g_return_if_fail (TIDE_IS_EVENTS_COMPARISON_PAGE (self));

  adw_toggle_group_set_active_name (self->toggle_group, by_year ? "years" : "events");
}
