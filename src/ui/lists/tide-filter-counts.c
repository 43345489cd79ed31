/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-counts.h"

#include "stats/tide-filter-count.h"

struct _TideFilterCounts
{
  GObject parent_instance;

  TideRegister *reg;      /* owned, nullable */
  GHashTable *counts;     /* owned, of counts by id */
  GCancellable *counting; /* owned; nullable where nothing is being counted */
};

G_DEFINE_FINAL_TYPE (TideFilterCounts, tide_filter_counts, G_TYPE_OBJECT)

typedef enum
{
  PROP_REGISTER = 1,
} TideFilterCountsProperty;

static GParamSpec *props[PROP_REGISTER + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GHashTable *
create_counts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static const GPtrArray *
get_filters (TideSnapshot *snapshot)
{
  return tide_snapshot_get_records (snapshot, TIDE_RECORD_FILTER);
}

/* In a thread of its own. */
static void
count_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TideSnapshot *snapshot = data;
  const GPtrArray *filters = get_filters (snapshot);
  GHashTable *counts = create_counts ();

  for (guint i = 0; i < tide_entries_get_n (filters); i++)
    {
      const TideFilter *filter = g_ptr_array_index (filters, i);

      g_hash_table_insert (
          counts, g_strdup (filter->base.id),
          GUINT_TO_POINTER (tide_filter_count_projects (filter, snapshot, cancellable)));
    }
  g_task_return_pointer (task, counts, (GDestroyNotify) g_hash_table_unref);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GHashTable) counts = g_task_propagate_pointer (G_TASK (result), NULL);
  TideFilterCounts *self = data;

  /* It was cancelled, and the object may be gone. */
  if (counts == NULL)
    return;

  g_clear_object (&self->counting);
  g_hash_table_unref (self->counts);
  self->counts = g_steal_pointer (&counts);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop (TideFilterCounts *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
count (TideFilterCounts *self)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  g_autoptr (GTask) task = NULL;

  stop (self);
  if (tide_entries_get_n (get_filters (snapshot)) == 0)
    return;

  self->counting = g_cancellable_new ();
  task = g_task_new (NULL, self->counting, on_counted, self);
  g_task_set_static_name (task, "tide-filter-counts");
  g_task_set_task_data (task, g_steal_pointer (&snapshot), (GDestroyNotify) tide_snapshot_unref);
  g_task_run_in_thread (task, count_all);
}

static void
tide_filter_counts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideFilterCounts *self = TIDE_FILTER_COUNTS (object);

  switch ((TideFilterCountsProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_filter_counts_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideFilterCounts *self = TIDE_FILTER_COUNTS (object);

  switch ((TideFilterCountsProperty) id)
    {
    case PROP_REGISTER:
      tide_filter_counts_set_register (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_filter_counts_dispose (GObject *object)
{
  TideFilterCounts *self = TIDE_FILTER_COUNTS (object);

  stop (self);
  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_func (self->reg, count, self);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_filter_counts_parent_class)->dispose (object);
}

static void
tide_filter_counts_finalize (GObject *object)
{
  g_hash_table_unref (TIDE_FILTER_COUNTS (object)->counts);

  G_OBJECT_CLASS (tide_filter_counts_parent_class)->finalize (object);
}

static void
tide_filter_counts_class_init (TideFilterCountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_filter_counts_get_property;
  object_class->set_property = tide_filter_counts_set_property;
  object_class->dispose = tide_filter_counts_dispose;
  object_class->finalize = tide_filter_counts_finalize;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[CHANGED] = g_signal_new ("changed", TIDE_TYPE_FILTER_COUNTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_filter_counts_init (TideFilterCounts *self)
{
  self->counts = create_counts ();
}

/**
 * tide_filter_counts_new:
 *
 * Returns: (transfer full): the counts of no register
 */
TideFilterCounts *
tide_filter_counts_new (void)
{
  return g_object_new (TIDE_TYPE_FILTER_COUNTS, NULL);
}

/**
 * tide_filter_counts_get_register:
 * @self: counts
 *
 * Returns: (transfer none) (nullable): the register whose filters are counted
 */
TideRegister *
tide_filter_counts_get_register (TideFilterCounts *self)
{
  g_return_val_if_fail (TIDE_IS_FILTER_COUNTS (self), NULL);

  return self->reg;
}

/**
 * tide_filter_counts_set_register:
 * @self: counts
 * @reg: (nullable): the register whose filters are counted
 */
void
tide_filter_counts_set_register (TideFilterCounts *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_FILTER_COUNTS (self));

  if (self->reg == reg)
    return;

  stop (self);
  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_func (self->reg, count, self);
  g_set_object (&self->reg, reg);
  g_hash_table_remove_all (self->counts);
  if (reg != NULL)
    {
      g_signal_connect_object (reg, "stepped", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
      count (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_filter_counts_find:
 * @self: counts
 * @id: id of a saved filter
 * @count: (out): how many projects it let through when they were counted last
 *
 * Returns: whether they have been counted
 */
gboolean
tide_filter_counts_find (TideFilterCounts *self, const char *id, guint *count)
{
  gpointer value;

  g_return_val_if_fail (TIDE_IS_FILTER_COUNTS (self), FALSE);

  if (!g_hash_table_lookup_extended (self->counts, id, NULL, &value))
    return FALSE;

  *count = GPOINTER_TO_UINT (value);
  return TRUE;
}
