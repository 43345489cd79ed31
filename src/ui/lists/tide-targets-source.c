/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-targets-source.h"

struct _TideTargetsSource
{
  GObject parent_instance;

  TideRegister *reg;    /* owned, nullable */
  TideTargets *targets; /* owned, nullable until they have been told */
  GTask *task;          /* nullable, of what is being told; owned by itself */
  gboolean is_stale;    /* the register has changed since that began */
};

G_DEFINE_FINAL_TYPE (TideTargetsSource, tide_targets_source, G_TYPE_OBJECT)

typedef enum
{
  PROP_REGISTER = 1,
} TideTargetsSourceProperty;

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_REGISTER + 1];
static guint signals[N_SIGNALS];

/* What the thread needs. */
typedef struct
{
  TideSnapshot *snapshot; /* owned */
  TideTargets *previous;  /* owned, nullable */
} Work;

static void
work_free (Work *work)
{
  tide_snapshot_unref (work->snapshot);
  g_clear_pointer (&work->previous, tide_targets_unref);
  g_free (work);
}

static void
tell (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;

  g_task_return_pointer (task, tide_targets_new (work->snapshot, work->previous),
                         (GDestroyNotify) tide_targets_unref);
}

/* The task does not hold the source, which must not go in the thread. */
static void
start (TideTargetsSource *self, GAsyncReadyCallback on_told)
{
  Work *work;

  self->is_stale = FALSE;
  if (self->reg == NULL)
    return;

  work = g_new0 (Work, 1);
  work->snapshot = tide_register_dup_snapshot (self->reg);
  work->previous = self->targets != NULL ? tide_targets_ref (self->targets) : NULL;

  self->task = g_task_new (NULL, NULL, on_told, g_object_ref (self));
  g_task_set_task_data (self->task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (self->task, tell);
  g_object_unref (self->task);
}

static void
take (TideTargetsSource *self, TideTargets *targets)
{
  g_clear_pointer (&self->targets, tide_targets_unref);
  self->targets = targets;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_told (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideTargetsSource) self = data;
  TideTargets *targets = g_task_propagate_pointer (G_TASK (result), NULL);

  self->task = NULL;
  if (!self->is_stale && self->reg != NULL)
    {
      take (self, targets);
      return;
    }

  tide_targets_unref (targets);
  start (self, on_told);
}

/* One at a time: what changes meanwhile is looked at afterwards. */
static void
look (TideTargetsSource *self)
{
  if (self->task != NULL)
    self->is_stale = TRUE;
  else
    start (self, on_told);
}

static void
tide_targets_source_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideTargetsSource *self = TIDE_TARGETS_SOURCE (object);

  switch ((TideTargetsSourceProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_targets_source_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideTargetsSource *self = TIDE_TARGETS_SOURCE (object);

  switch ((TideTargetsSourceProperty) id)
    {
    case PROP_REGISTER:
      tide_targets_source_set_register (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_targets_source_dispose (GObject *object)
{
  TideTargetsSource *self = TIDE_TARGETS_SOURCE (object);

  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_data (self->reg, self);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->targets, tide_targets_unref);

  G_OBJECT_CLASS (tide_targets_source_parent_class)->dispose (object);
}

static void
tide_targets_source_class_init (TideTargetsSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_targets_source_get_property;
  object_class->set_property = tide_targets_source_set_property;
  object_class->dispose = tide_targets_source_dispose;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_targets_source_init (TideTargetsSource *self)
{
}

/**
 * tide_targets_source_new:
 *
 * Returns: (transfer full): a source without a register
 */
TideTargetsSource *
tide_targets_source_new (void)
{
  return g_object_new (TIDE_TYPE_TARGETS_SOURCE, NULL);
}

/**
 * tide_targets_source_get_register:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): the register that is looked at
 */
TideRegister *
tide_targets_source_get_register (TideTargetsSource *self)
{
  g_return_val_if_fail (TIDE_IS_TARGETS_SOURCE (self), NULL);

  return self->reg;
}

/**
 * tide_targets_source_set_register:
 * @self: a source
 * @reg: (nullable): the register to look at
 */
void
tide_targets_source_set_register (TideTargetsSource *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_TARGETS_SOURCE (self));

  if (self->reg == reg)
    return;

  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_data (self->reg, self);
  g_set_object (&self->reg, reg);
  g_clear_pointer (&self->targets, tide_targets_unref);
  if (reg != NULL)
    g_signal_connect_object (reg, "stepped", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_targets_source_get_targets:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): what was told last, %NULL before anything was
 */
TideTargets *
tide_targets_source_get_targets (TideTargetsSource *self)
{
  g_return_val_if_fail (TIDE_IS_TARGETS_SOURCE (self), NULL);

  return self->targets;
}
