/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-runner.h"

/* Milliseconds between two looks at how far a piece of work has come. */
#define PROGRESS_PERIOD 100

/* Parts of the whole, as a thread counts them. */
#define WHOLE 1000

struct _TideImportRunner
{
  GObject parent_instance;

  GCancellable *working; /* owned; nullable: of what is under way */
  guint progress_id;
  double fraction;
};

G_DEFINE_FINAL_TYPE (TideImportRunner, tide_import_runner, G_TYPE_OBJECT)

typedef enum
{
  PROP_BUSY = 1,
  PROP_FRACTION,
} TideImportRunnerProperty;

static GParamSpec *props[PROP_FRACTION + 1];

/* A piece of work, and who takes what comes of it. */
typedef struct
{
  TideImportRunFunc run;
  gpointer data; /* owned */
  GDestroyNotify free_data;
  GDestroyNotify free_found;
  TideImportFoundFunc take;
  gpointer user_data;
  gint done; /* atomic, of WHOLE */
} Work;

static void
work_free (Work *work)
{
  work->free_data (work->data);
  g_free (work);
}

static void
on_progress (gsize done, gsize total, gpointer data)
{
  Work *work = data;

  g_atomic_int_set (&work->done, (gint) ((double) done / (double) total * WHOLE));
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gpointer found = work->run (work->data, on_progress, work, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, work->free_found);
  else
    g_task_return_error (task, error);
}

static void
set_fraction (TideImportRunner *self, double fraction)
{
  self->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
}

static gboolean
on_progress_due (gpointer data)
{
  GTask *task = data;
  Work *work = g_task_get_task_data (task);

  set_fraction (g_task_get_source_object (task), (double) g_atomic_int_get (&work->done) / WHOLE);

  return G_SOURCE_CONTINUE;
}

static void
end_work (TideImportRunner *self)
{
  if (self->working == NULL)
    return;

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->working);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
on_worked (GObject *source, GAsyncResult *result, gpointer data)
{
  TideImportRunner *self = TIDE_IMPORT_RUNNER (source);
  GTask *task = G_TASK (result);
  const Work *work = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  const gboolean is_wanted = g_task_get_cancellable (task) == self->working;
  gpointer found = g_task_propagate_pointer (task, &error);

  /* Cancelled: something else is under way, or nothing. */
  if (!is_wanted)
    return;

  end_work (self);
  work->take (work->user_data, found, error);
}

static void
tide_import_runner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideImportRunner *self = TIDE_IMPORT_RUNNER (object);

  switch ((TideImportRunnerProperty) id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, tide_import_runner_is_busy (self));
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_import_runner_dispose (GObject *object)
{
  tide_import_runner_cancel (TIDE_IMPORT_RUNNER (object));

  G_OBJECT_CLASS (tide_import_runner_parent_class)->dispose (object);
}

static void
tide_import_runner_class_init (TideImportRunnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_import_runner_get_property;
  object_class->dispose = tide_import_runner_dispose;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_import_runner_init (TideImportRunner *self)
{
}

/**
 * tide_import_runner_new:
 *
 * Returns: (transfer full): a runner with nothing to do
 */
TideImportRunner *
tide_import_runner_new (void)
{
  return g_object_new (TIDE_TYPE_IMPORT_RUNNER, NULL);
}

/**
 * tide_import_runner_start:
 * @self: a runner
 * @run: (scope async): what is done in a thread
 * @data: (transfer full): for @run
 * @free_data: frees @data
 * @free_found: frees what is found and not taken
 * @take: (scope async): takes what was found; not called once it is cancelled
 * @user_data: for @take
 *
 * Begins a piece of work, and gives up what was under way.
 */
void
tide_import_runner_start (TideImportRunner *self,
                          TideImportRunFunc run,
                          gpointer data,
                          GDestroyNotify free_data,
                          GDestroyNotify free_found,
                          TideImportFoundFunc take,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (TIDE_IS_IMPORT_RUNNER (self));

  tide_import_runner_cancel (self);
  work = g_new (Work, 1);
  *work = (Work) { run, data, free_data, free_found, take, user_data, 0 };
  self->working = g_cancellable_new ();
  task = g_task_new (self, self->working, on_worked, NULL);
  g_task_set_static_name (task, "tide-import");
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, work_in_thread);
  self->progress_id = g_timeout_add_full (G_PRIORITY_DEFAULT, PROGRESS_PERIOD, on_progress_due,
                                          g_object_ref (task), g_object_unref);
  set_fraction (self, 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/**
 * tide_import_runner_cancel:
 * @self: a runner
 *
 * Gives up what is under way, of which nobody is told any more.
 */
void
tide_import_runner_cancel (TideImportRunner *self)
{
  g_return_if_fail (TIDE_IS_IMPORT_RUNNER (self));

  if (self->working == NULL)
    return;

  g_cancellable_cancel (self->working);
  end_work (self);
}

/**
 * tide_import_runner_is_busy:
 * @self: a runner
 *
 * Returns: whether something is under way
 */
gboolean
tide_import_runner_is_busy (TideImportRunner *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_RUNNER (self), FALSE);

  return self->working != NULL;
}

/**
 * tide_import_runner_get_fraction:
 * @self: a runner
 *
 * Returns: how far what is under way has come, 0 to 1
 */
double
tide_import_runner_get_fraction (TideImportRunner *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_RUNNER (self), 0);

  return self->fraction;
}
