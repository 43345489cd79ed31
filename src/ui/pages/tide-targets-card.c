/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-targets-card.h"

#include "chart/tide-bullet-chart.h"
#include "stats/tide-target-text.h"
#include "ui/lists/tide-targets-source.h"
#include "ui/rows/tide-target-row.h"
#include "ui/tide-chart-file.h"
#include "ui/tide-chart-sheet-file.h"

struct _TideTargetsCard
{
  AdwBin parent_instance;

  /* template children */
  TideTargetsSource *source;
  TideItemChart *chart;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (TideTargetsCard, tide_targets_card, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
} TideTargetsCardProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_REGISTER + 1];
static guint signals[N_SIGNALS];

/* All targets share one axis, of what part of them is reached, as their units may differ. */
static TideBullet *
bullet_new (const TideTargetProgress *progress, TideSnapshot *snapshot, TideUnit unit)
{
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *name
      = tide_target_dup_name (TIDE_TARGET_PAYLOAD (progress->target), snapshot, language);
  g_autofree char *reached = tide_target_progress_dup_reached (progress, unit, language);
  g_autofree char *goal = tide_target_progress_dup_goal (progress, unit, language);
  g_autofree char *sentence = tide_target_progress_dup_sentence (progress);
  const gboolean is_told = progress->state == TIDE_TARGET_TOLD;

  return g_object_new (TIDE_TYPE_BULLET, "id", progress->target->id, "label", name, "has-value",
                       is_told, "value", is_told ? progress->share : 0, "value-text", reached,
                       "target", 100.0, "target-text", goal, "description", sentence, "elapsed",
                       progress->has_pace ? progress->elapsed / 100 : -1, NULL);
}

static TideUnit
get_unit (TideSnapshot *snapshot)
{
  return tide_unit_get_shown (tide_snapshot_get_settings (snapshot)->unit);
}

static void
show_chart (TideTargetsCard *self, TideTargets *targets)
{
  g_autoptr (GListStore) bullets = g_list_store_new (TIDE_TYPE_BULLET);

  for (guint i = 0; i < targets->progress->len; i++)
    {
      g_autoptr (TideBullet) bullet = bullet_new (g_ptr_array_index (targets->progress, i),
                                                  targets->snapshot, get_unit (targets->snapshot));

      g_list_store_append (bullets, bullet);
    }

  tide_item_chart_set_model (self->chart, G_LIST_MODEL (bullets));
}

static void
on_filter_requested (TideTargetsCard *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
show_rows (TideTargetsCard *self, TideTargets *targets)
{
  gtk_list_box_remove_all (self->rows);
  for (guint i = 0; i < targets->progress->len; i++)
    {
      GtkWidget *row = tide_target_row_new (targets, g_ptr_array_index (targets->progress, i));

      g_signal_connect_object (row, "filter-requested", G_CALLBACK (on_filter_requested), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->rows, row);
    }
}

static void
on_targets_changed (TideTargetsCard *self)
{
  TideTargets *targets = tide_targets_source_get_targets (self->source);
  const gboolean has_any = targets != NULL && targets->progress->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self), has_any);
  if (!has_any)
    return;

  show_chart (self, targets);
  show_rows (self, targets);
}

static gboolean
is_of_indicator (const TideTargetProgress *progress)
{
  return tide_target_get_subject (TIDE_TARGET_PAYLOAD (progress->target))
         == TIDE_TARGET_FOR_INDICATOR;
}

/* What is behind a mark: projects, or the values of an indicator. */
static void
on_item_activated (TideTargetsCard *self, TideChartItem *item)
{
  const TideTargets *targets = tide_targets_source_get_targets (self->source);
  const TideTargetProgress *progress = tide_targets_find (targets, tide_chart_item_get_id (item));

  if (progress != NULL && progress->figure != NULL && progress->figure->filter != NULL)
    g_signal_emit (self, signals[FILTER_REQUESTED], 0, progress->figure->filter);
  else if (progress != NULL && is_of_indicator (progress))
    gtk_widget_activate_action (
        GTK_WIDGET (self), "win.show-indicator", "s",
        tide_target_get_subject_id (TIDE_TARGET_PAYLOAD (progress->target)));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.targets", NULL);
}

static void
on_save_requested (TideTargetsCard *self, GBytes *bytes, const char *name)
{
  tide_chart_file_choose (GTK_WIDGET (self), bytes, name);
}

static void
on_data_requested (TideTargetsCard *self, const TideChartTable *table, const char *name)
{
  tide_chart_sheet_file_choose (GTK_WIDGET (self), table, name);
}

static void
tide_targets_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideTargetsCard *self = TIDE_TARGETS_CARD (object);

  switch ((TideTargetsCardProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, tide_targets_card_get_register (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_targets_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideTargetsCard *self = TIDE_TARGETS_CARD (object);

  switch ((TideTargetsCardProperty) id)
    {
    case PROP_REGISTER:
      tide_targets_card_set_register (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_targets_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_TARGETS_CARD);

  G_OBJECT_CLASS (tide_targets_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-targets-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TideTargetsCard, source);
  gtk_widget_class_bind_template_child (widget_class, TideTargetsCard, chart);
  gtk_widget_class_bind_template_child (widget_class, TideTargetsCard, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_targets_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_item_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_save_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_data_requested);
}

static void
tide_targets_card_class_init (TideTargetsCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_targets_card_get_property;
  object_class->set_property = tide_targets_card_set_property;
  object_class->dispose = tide_targets_card_dispose;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", TIDE_TYPE_TARGETS_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
tide_targets_card_init (TideTargetsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_targets_card_get_register:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the register whose targets it shows
 */
TideRegister *
tide_targets_card_get_register (TideTargetsCard *self)
{
  g_return_val_if_fail (TIDE_IS_TARGETS_CARD (self), NULL);

  return self->source != NULL
             ? tide_findings_source_get_register (TIDE_FINDINGS_SOURCE (self->source))
             : NULL;
}

/**
 * tide_targets_card_set_register:
 * @self: a card
 * @reg: (nullable): the register whose targets it shows
 */
void
tide_targets_card_set_register (TideTargetsCard *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_TARGETS_CARD (self));

  if (self->source == NULL
      || tide_findings_source_get_register (TIDE_FINDINGS_SOURCE (self->source)) == reg)
    return;

  tide_findings_source_set_register (TIDE_FINDINGS_SOURCE (self->source), reg);
  on_targets_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_targets_card_reword:
 * @self: a card
 *
 * Shows everything anew, as in another language or unit.
 */
void
tide_targets_card_reword (TideTargetsCard *self)
{
  g_return_if_fail (TIDE_IS_TARGETS_CARD (self));

  on_targets_changed (self);
}
