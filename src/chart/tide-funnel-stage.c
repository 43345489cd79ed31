/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-funnel-stage.h"

/**
 * TideFunnelStage:
 *
 * One stage of a funnel: how many, or how much, have reached it. Shares that the owner does not
 * tell are worked out from the values.
 */
struct _TideFunnelStage
{
  TideChartItem parent_instance;

  char *first_share; /* owned, nullable */
  char *step_share;  /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (TideFunnelStage, tide_funnel_stage, TIDE_TYPE_CHART_ITEM)

typedef enum
{
  PROP_FIRST_SHARE = 1,
  PROP_STEP_SHARE,
} TideFunnelStageProperty;

static GParamSpec *props[PROP_STEP_SHARE + 1];

static void
tide_funnel_stage_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideFunnelStage *self = TIDE_FUNNEL_STAGE (object);

  switch ((TideFunnelStageProperty) id)
    {
    case PROP_FIRST_SHARE:
      g_value_set_string (value, self->first_share);
      break;
    case PROP_STEP_SHARE:
      g_value_set_string (value, self->step_share);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_funnel_stage_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideFunnelStage *self = TIDE_FUNNEL_STAGE (object);

  switch ((TideFunnelStageProperty) id)
    {
    case PROP_FIRST_SHARE:
      self->first_share = g_value_dup_string (value);
      break;
    case PROP_STEP_SHARE:
      self->step_share = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_funnel_stage_finalize (GObject *object)
{
  TideFunnelStage *self = TIDE_FUNNEL_STAGE (object);

  g_free (self->first_share);
  g_free (self->step_share);

  G_OBJECT_CLASS (tide_funnel_stage_parent_class)->finalize (object);
}

static void
tide_funnel_stage_class_init (TideFunnelStageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_funnel_stage_get_property;
  object_class->set_property = tide_funnel_stage_set_property;
  object_class->finalize = tide_funnel_stage_finalize;

  /**
   * TideFunnelStage:first-share:
   *
   * The share of the first stage, as it is shown; %NULL to have it worked out.
   */
  props[PROP_FIRST_SHARE] = g_param_spec_string ("first-share", NULL, NULL, NULL, flags);
  /**
   * TideFunnelStage:step-share:
   *
   * The share of the stage before, as it is shown; %NULL to have it worked out.
   */
  props[PROP_STEP_SHARE] = g_param_spec_string ("step-share", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_funnel_stage_init (TideFunnelStage *self)
{
}

/**
 * tide_funnel_stage_new:
 * @id: (nullable): what the owner knows the stage by
 * @label: (nullable): what it is called
 * @value: how many, or how much, have reached it
 * @value_text: (nullable): the value as it is shown
 *
 * Returns: (transfer full): a stage whose shares are worked out
 */
TideFunnelStage *
tide_funnel_stage_new (const char *id, const char *label, double value, const char *value_text)
{
  return g_object_new (TIDE_TYPE_FUNNEL_STAGE, "id", id, "label", label, "value", value,
                       "value-text", value_text, NULL);
}

/**
 * tide_funnel_stage_new_without_value:
 * @id: (nullable): what the owner knows the stage by
 * @label: (nullable): what it is called
 * @value_text: (nullable): what is said instead of a value
 *
 * Returns: (transfer full): a stage of which the value is not known
 */
TideFunnelStage *
tide_funnel_stage_new_without_value (const char *id, const char *label, const char *value_text)
{
  return g_object_new (TIDE_TYPE_FUNNEL_STAGE, "id", id, "label", label, "has-value", FALSE,
                       "value-text", value_text, NULL);
}

const char *
tide_funnel_stage_get_first_share (TideFunnelStage *self)
{
  g_return_val_if_fail (TIDE_IS_FUNNEL_STAGE (self), NULL);

  return self->first_share;
}

const char *
tide_funnel_stage_get_step_share (TideFunnelStage *self)
{
  g_return_val_if_fail (TIDE_IS_FUNNEL_STAGE (self), NULL);

  return self->step_share;
}
