/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-stage-steps.h"

#define MARK_WIDTH 5
#define MARK_GAP 2
#define MARK_HEIGHT 10
#define PENDING_OPACITY 0.18f

struct _TideStageSteps
{
  GtkWidget parent_instance;

  TideStage stage;
};

G_DEFINE_FINAL_TYPE (TideStageSteps, tide_stage_steps, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STAGE = 1,
} TideStageStepsProperty;

static GParamSpec *props[PROP_STAGE + 1];

static void
tide_stage_steps_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? TIDE_N_STAGES * MARK_WIDTH + (TIDE_N_STAGES - 1) * MARK_GAP
                 : MARK_HEIGHT;
  *natural = *minimum;
}

static void
tide_stage_steps_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TideStageSteps *self = TIDE_STAGE_STEPS (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float top = (float) (gtk_widget_get_height (widget) - MARK_HEIGHT) / 2;
  GdkRGBA reached, pending;

  gtk_widget_get_color (widget, &reached);
  pending = reached;
  pending.alpha *= PENDING_OPACITY;

  for (int i = 0; i < TIDE_N_STAGES; i++)
    {
      int place = is_rtl ? TIDE_N_STAGES - 1 - i : i;

      gtk_snapshot_append_color (snapshot, i <= (int) self->stage ? &reached : &pending,
                                 &GRAPHENE_RECT_INIT ((float) (place * (MARK_WIDTH + MARK_GAP)),
                                                      top, MARK_WIDTH, MARK_HEIGHT));
    }
}

static void
tide_stage_steps_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideStageSteps *self = TIDE_STAGE_STEPS (object);

  switch ((TideStageStepsProperty) id)
    {
    case PROP_STAGE:
      g_value_set_int (value, self->stage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_stage_steps_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideStageSteps *self = TIDE_STAGE_STEPS (object);

  switch ((TideStageStepsProperty) id)
    {
    case PROP_STAGE:
      tide_stage_steps_set_stage (self, (TideStage) g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_stage_steps_class_init (TideStageStepsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_stage_steps_get_property;
  object_class->set_property = tide_stage_steps_set_property;
  widget_class->measure = tide_stage_steps_measure;
  widget_class->snapshot = tide_stage_steps_snapshot;

  props[PROP_STAGE] = g_param_spec_int (
      "stage", NULL, NULL, TIDE_STAGE_UNKNOWN, TIDE_N_STAGES - 1, TIDE_STAGE_NONE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "stage-steps");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tide_stage_steps_init (TideStageSteps *self)
{
  self->stage = TIDE_STAGE_NONE;
}

/**
 * tide_stage_steps_get_stage:
 * @self: the marks
 *
 * Returns: the stage up to which they are filled
 */
TideStage
tide_stage_steps_get_stage (TideStageSteps *self)
{
  g_return_val_if_fail (TIDE_IS_STAGE_STEPS (self), TIDE_STAGE_NONE);

  return self->stage;
}

/**
 * tide_stage_steps_set_stage:
 * @self: the marks
 * @stage: the stage reached; none are filled for one that is missing or unknown
 */
void
tide_stage_steps_set_stage (TideStageSteps *self, TideStage stage)
{
  g_return_if_fail (TIDE_IS_STAGE_STEPS (self));

  if (self->stage == stage)
    return;

  self->stage = stage;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STAGE]);
}
