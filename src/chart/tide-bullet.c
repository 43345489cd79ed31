/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bullet.h"

/**
 * TideBullet:
 *
 * A value beside its target, and what else it is compared with.
 */
struct _TideBullet
{
  TideChartItem parent_instance;

  double target;
  gboolean has_target;
  char *target_text; /* owned, nullable */
  double elapsed;    /* below 0 for none */
  GVariant *limits;  /* owned, nullable: an array of doubles */
};

G_DEFINE_FINAL_TYPE (TideBullet, tide_bullet, TIDE_TYPE_CHART_ITEM)

typedef enum
{
  PROP_TARGET = 1,
  PROP_HAS_TARGET,
  PROP_TARGET_TEXT,
  PROP_ELAPSED,
  PROP_LIMITS,
} TideBulletProperty;

static GParamSpec *props[PROP_LIMITS + 1];

static void
tide_bullet_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideBullet *self = TIDE_BULLET (object);

  switch ((TideBulletProperty) id)
    {
    case PROP_TARGET:
      g_value_set_double (value, tide_bullet_get_target (self));
      break;
    case PROP_HAS_TARGET:
      g_value_set_boolean (value, self->has_target);
      break;
    case PROP_TARGET_TEXT:
      g_value_set_string (value, self->target_text);
      break;
    case PROP_ELAPSED:
      g_value_set_double (value, self->elapsed);
      break;
    case PROP_LIMITS:
      g_value_set_variant (value, self->limits);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_bullet_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideBullet *self = TIDE_BULLET (object);

  switch ((TideBulletProperty) id)
    {
    case PROP_TARGET:
      self->target = g_value_get_double (value);
      break;
    case PROP_HAS_TARGET:
      self->has_target = g_value_get_boolean (value);
      break;
    case PROP_TARGET_TEXT:
      self->target_text = g_value_dup_string (value);
      break;
    case PROP_ELAPSED:
      self->elapsed = g_value_get_double (value);
      break;
    case PROP_LIMITS:
      self->limits = g_value_dup_variant (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_bullet_finalize (GObject *object)
{
  TideBullet *self = TIDE_BULLET (object);

  g_free (self->target_text);
  g_clear_pointer (&self->limits, g_variant_unref);

  G_OBJECT_CLASS (tide_bullet_parent_class)->finalize (object);
}

static void
tide_bullet_class_init (TideBulletClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_bullet_get_property;
  object_class->set_property = tide_bullet_set_property;
  object_class->finalize = tide_bullet_finalize;

  /**
   * TideBullet:target:
   *
   * What the value is to reach, in its units. 0 where there is none.
   */
  props[PROP_TARGET]
      = g_param_spec_double ("target", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  /**
   * TideBullet:has-target:
   *
   * Whether there is a target.
   */
  props[PROP_HAS_TARGET] = g_param_spec_boolean ("has-target", NULL, NULL, TRUE, flags);
  /**
   * TideBullet:target-text:
   *
   * The target as it is shown, unit included.
   */
  props[PROP_TARGET_TEXT] = g_param_spec_string ("target-text", NULL, NULL, NULL, flags);
  /**
   * TideBullet:elapsed:
   *
   * What part of the target's time is over, from 0 to 1; below 0 where that is not known.
   */
  props[PROP_ELAPSED] = g_param_spec_double ("elapsed", NULL, NULL, -1, 1, -1, flags);
  /**
   * TideBullet:limits:
   *
   * Where comparison ranges end, in the value's units: the first starts at zero, each other one
   * where the one before ends. Up to %TIDE_BULLET_MAX_LIMITS of them.
   */
  props[PROP_LIMITS]
      = g_param_spec_variant ("limits", NULL, NULL, G_VARIANT_TYPE ("ad"), NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_bullet_init (TideBullet *self)
{
}

/**
 * tide_bullet_new:
 * @id: (nullable): what the owner knows it by
 * @label: (nullable): what it is called
 * @value: the value
 * @value_text: (nullable): the value as it is shown
 * @target: what it is to reach
 * @target_text: (nullable): the target as it is shown
 *
 * Returns: (transfer full): a value and its target, which are compared with nothing else
 */
TideBullet *
tide_bullet_new (const char *id,
                 const char *label,
                 double value,
                 const char *value_text,
                 double target,
                 const char *target_text)
{
  return g_object_new (TIDE_TYPE_BULLET, "id", id, "label", label, "value", value, "value-text",
                       value_text, "target", target, "target-text", target_text, NULL);
}

/**
 * tide_bullet_has_target:
 * @self: a bullet
 *
 * Returns: whether there is a target
 */
gboolean
tide_bullet_has_target (TideBullet *self)
{
  g_return_val_if_fail (TIDE_IS_BULLET (self), FALSE);

  return self->has_target;
}

double
tide_bullet_get_target (TideBullet *self)
{
  g_return_val_if_fail (TIDE_IS_BULLET (self), 0);

  return self->has_target ? self->target : 0;
}

const char *
tide_bullet_get_target_text (TideBullet *self)
{
  g_return_val_if_fail (TIDE_IS_BULLET (self), NULL);

  return self->target_text;
}

/**
 * tide_bullet_has_elapsed:
 * @self: a bullet
 *
 * Returns: whether it is known what part of the target's time is over
 */
gboolean
tide_bullet_has_elapsed (TideBullet *self)
{
  g_return_val_if_fail (TIDE_IS_BULLET (self), FALSE);

  return self->has_target && self->elapsed >= 0;
}

/**
 * tide_bullet_get_elapsed:
 * @self: a bullet
 *
 * Returns: what part of the target's time is over, from 0 to 1; 0 where that is not known
 */
double
tide_bullet_get_elapsed (TideBullet *self)
{
  return tide_bullet_has_elapsed (self) ? self->elapsed : 0;
}

/**
 * tide_bullet_get_limits:
 * @self: a bullet
 * @n_limits: (out): how many there are, at most %TIDE_BULLET_MAX_LIMITS
 *
 * Returns: (array length=n_limits) (nullable): where comparison ranges end
 */
const double *
tide_bullet_get_limits (TideBullet *self, guint *n_limits)
{
  const double *limits = NULL;
  gsize n_all = 0;

  if (self->limits != NULL)
    limits = g_variant_get_fixed_array (self->limits, &n_all, sizeof (double));
  *n_limits = (guint) MIN (n_all, TIDE_BULLET_MAX_LIMITS);

  return limits;
}
