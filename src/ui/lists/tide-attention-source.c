/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-attention-source.h"

struct _TideAttentionSource
{
  GObject parent_instance;

  TideRegister *reg;        /* owned, nullable */
  TideAttention *attention; /* owned, nullable until it has been found */
  GTask *task;              /* nullable, of what is being looked for; owned by itself */
  gboolean is_stale;        /* the register has changed since that began */
};

G_DEFINE_FINAL_TYPE (TideAttentionSource, tide_attention_source, G_TYPE_OBJECT)

typedef enum
{
  PROP_REGISTER = 1,
} TideAttentionSourceProperty;

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_REGISTER + 1];
static guint signals[N_SIGNALS];

static void
find (GTask *task, gpointer source, gpointer snapshot, GCancellable *cancellable)
{
  g_task_return_pointer (task, tide_attention_new (snapshot), (GDestroyNotify) tide_attention_free);
}

/* The task does not hold the source, which must not go in the thread. */
static void
start (TideAttentionSource *self, GAsyncReadyCallback on_found)
{
  self->is_stale = FALSE;
  if (self->reg == NULL)
    return;

  self->task = g_task_new (NULL, NULL, on_found, g_object_ref (self));
  g_task_set_task_data (self->task, tide_register_dup_snapshot (self->reg),
                        (GDestroyNotify) tide_snapshot_unref);
  g_task_run_in_thread (self->task, find);
  g_object_unref (self->task);
}

static void
take (TideAttentionSource *self, TideAttention *attention)
{
  g_clear_pointer (&self->attention, tide_attention_free);
  self->attention = attention;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_found (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideAttentionSource) self = data;
  TideAttention *attention = g_task_propagate_pointer (G_TASK (result), NULL);

  self->task = NULL;
  if (!self->is_stale && self->reg != NULL)
    {
      take (self, attention);
      return;
    }

  tide_attention_free (attention);
  start (self, on_found);
}

/* One at a time: what changes meanwhile is looked at afterwards. */
static void
look (TideAttentionSource *self)
{
  if (self->task != NULL)
    self->is_stale = TRUE;
  else
    start (self, on_found);
}

static void
tide_attention_source_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideAttentionSource *self = TIDE_ATTENTION_SOURCE (object);

  switch ((TideAttentionSourceProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_attention_source_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  TideAttentionSource *self = TIDE_ATTENTION_SOURCE (object);

  switch ((TideAttentionSourceProperty) id)
    {
    case PROP_REGISTER:
      tide_attention_source_set_register (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_attention_source_dispose (GObject *object)
{
  TideAttentionSource *self = TIDE_ATTENTION_SOURCE (object);

  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_data (self->reg, self);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->attention, tide_attention_free);

  G_OBJECT_CLASS (tide_attention_source_parent_class)->dispose (object);
}

static void
tide_attention_source_class_init (TideAttentionSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_attention_source_get_property;
  object_class->set_property = tide_attention_source_set_property;
  object_class->dispose = tide_attention_source_dispose;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_attention_source_init (TideAttentionSource *self)
{
}

/**
 * tide_attention_source_new:
 *
 * Returns: (transfer full): a source without a register
 */
TideAttentionSource *
tide_attention_source_new (void)
{
  return g_object_new (TIDE_TYPE_ATTENTION_SOURCE, NULL);
}

/**
 * tide_attention_source_get_register:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): the register that is looked at
 */
TideRegister *
tide_attention_source_get_register (TideAttentionSource *self)
{
  g_return_val_if_fail (TIDE_IS_ATTENTION_SOURCE (self), NULL);

  return self->reg;
}

/**
 * tide_attention_source_set_register:
 * @self: a source
 * @reg: (nullable): the register to look at
 */
void
tide_attention_source_set_register (TideAttentionSource *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_ATTENTION_SOURCE (self));

  if (self->reg == reg)
    return;

  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_data (self->reg, self);
  g_set_object (&self->reg, reg);
  g_clear_pointer (&self->attention, tide_attention_free);
  if (reg != NULL)
    g_signal_connect_object (reg, "stepped", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_attention_source_get_attention:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): what was found last, %NULL before anything was
 */
const TideAttention *
tide_attention_source_get_attention (TideAttentionSource *self)
{
  g_return_val_if_fail (TIDE_IS_ATTENTION_SOURCE (self), NULL);

  return self->attention;
}
