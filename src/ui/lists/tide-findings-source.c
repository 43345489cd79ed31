/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-findings-source.h"

typedef struct
{
  TideRegister *reg; /* owned, nullable */
  gpointer findings; /* owned, nullable until there are any */
  GTask *task;       /* nullable, of what is being looked for; owned by itself */
  gboolean is_stale; /* the register has changed since that began */
} TideFindingsSourcePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TideFindingsSource, tide_findings_source, G_TYPE_OBJECT)

typedef enum
{
  PROP_REGISTER = 1,
} TideFindingsSourceProperty;

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
  const TideFindingsSourceClass *klass;
  TideSnapshot *snapshot; /* owned */
  gpointer previous;      /* owned, nullable */
} Work;

static TideFindingsSourcePrivate *
get_private (TideFindingsSource *self)
{
  return tide_findings_source_get_instance_private (self);
}

static void
let_go (const TideFindingsSourceClass *klass, gpointer findings)
{
  if (findings != NULL)
    klass->let_go (findings);
}

static void
work_free (Work *work)
{
  tide_snapshot_unref (work->snapshot);
  let_go (work->klass, work->previous);
  g_free (work);
}

static void
find (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;

  g_task_return_pointer (task, work->klass->find (work->snapshot, work->previous),
                         work->klass->let_go);
}

/* The task does not hold the source, which must not go in the thread. */
static void
start (TideFindingsSource *self, GAsyncReadyCallback on_found)
{
  TideFindingsSourcePrivate *priv = get_private (self);
  Work *work;

  priv->is_stale = FALSE;
  if (priv->reg == NULL)
    return;

  work = g_new0 (Work, 1);
  work->klass = TIDE_FINDINGS_SOURCE_GET_CLASS (self);
  work->snapshot = tide_register_dup_snapshot (priv->reg);
  if (work->klass->hold != NULL && priv->findings != NULL)
    work->previous = work->klass->hold (priv->findings);

  priv->task = g_task_new (NULL, NULL, on_found, g_object_ref (self));
  g_task_set_task_data (priv->task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (priv->task, find);
  g_object_unref (priv->task);
}

static void
clear (TideFindingsSource *self)
{
  let_go (TIDE_FINDINGS_SOURCE_GET_CLASS (self), g_steal_pointer (&get_private (self)->findings));
}

static void
take (TideFindingsSource *self, gpointer findings)
{
  clear (self);
  get_private (self)->findings = findings;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_found (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideFindingsSource) self = data;
  TideFindingsSourcePrivate *priv = get_private (self);
  gpointer findings = g_task_propagate_pointer (G_TASK (result), NULL);

  priv->task = NULL;
  if (!priv->is_stale && priv->reg != NULL)
    {
      take (self, findings);
      return;
    }

  let_go (TIDE_FINDINGS_SOURCE_GET_CLASS (self), findings);
  start (self, on_found);
}

/* One at a time: what changes meanwhile is looked at afterwards. */
static void
look (TideFindingsSource *self)
{
  TideFindingsSourcePrivate *priv = get_private (self);

  if (priv->task != NULL)
    priv->is_stale = TRUE;
  else
    start (self, on_found);
}

static void
tide_findings_source_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideFindingsSourceProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, get_private (TIDE_FINDINGS_SOURCE (object))->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_findings_source_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch ((TideFindingsSourceProperty) id)
    {
    case PROP_REGISTER:
      tide_findings_source_set_register (TIDE_FINDINGS_SOURCE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_findings_source_dispose (GObject *object)
{
  TideFindingsSource *self = TIDE_FINDINGS_SOURCE (object);
  TideFindingsSourcePrivate *priv = get_private (self);

  if (priv->reg != NULL)
    g_signal_handlers_disconnect_by_data (priv->reg, self);
  g_clear_object (&priv->reg);
  clear (self);

  G_OBJECT_CLASS (tide_findings_source_parent_class)->dispose (object);
}

static void
tide_findings_source_class_init (TideFindingsSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_findings_source_get_property;
  object_class->set_property = tide_findings_source_set_property;
  object_class->dispose = tide_findings_source_dispose;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_findings_source_init (TideFindingsSource *self)
{
}

/**
 * tide_findings_source_get_register:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): the register that is looked at
 */
TideRegister *
tide_findings_source_get_register (TideFindingsSource *self)
{
  g_return_val_if_fail (TIDE_IS_FINDINGS_SOURCE (self), NULL);

  return get_private (self)->reg;
}

/**
 * tide_findings_source_set_register:
 * @self: a source
 * @reg: (nullable): the register to look at
 */
void
tide_findings_source_set_register (TideFindingsSource *self, TideRegister *reg)
{
  TideFindingsSourcePrivate *priv;

  g_return_if_fail (TIDE_IS_FINDINGS_SOURCE (self));

  priv = get_private (self);
  if (priv->reg == reg)
    return;

  if (priv->reg != NULL)
    g_signal_handlers_disconnect_by_data (priv->reg, self);
  g_set_object (&priv->reg, reg);
  clear (self);
  if (reg != NULL)
    g_signal_connect_object (reg, "stepped", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_findings_source_get_findings:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): what was found last, %NULL before anything was
 */
gpointer
tide_findings_source_get_findings (TideFindingsSource *self)
{
  g_return_val_if_fail (TIDE_IS_FINDINGS_SOURCE (self), NULL);

  return get_private (self)->findings;
}
