/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-job.h"

#include "codec/tide-import-preset.h"
#include "core/tide-register-later.h"
#include "stats/tide-import-totals.h"
#include "store/tide-file-reader.h"

#include <glib/gi18n-lib.h>

/* Milliseconds between two looks at how far a piece of work has come. */
#define PROGRESS_PERIOD 100

/* Parts of the whole, as a thread counts them. */
#define WHOLE 1000

struct _TideImportJob
{
  GObject parent_instance;

  TideRegister *reg;        /* owned */
  GFile *file;              /* owned; nullable */
  TideTableSource *source;  /* owned; nullable */
  TideTableChoice choice;   /* meaningless without a source */
  TideTable *table;         /* owned; nullable */
  GArray *guesses;          /* owned; nullable: of TideColumnGuess, by column */
  TideImportPlan *plan;     /* owned; nullable */
  TideImportValues *values; /* owned; nullable: not known, or not any more */
  TideImportTrial *trial;   /* owned; nullable: as they are */
  GArray *totals;           /* owned; nullable: of TideImportTotal, as they are */

  GCancellable *working; /* owned; nullable: of what is being found out */
  guint progress_id;
  double fraction;
  gboolean is_applying;
};

G_DEFINE_FINAL_TYPE (TideImportJob, tide_import_job, G_TYPE_OBJECT)

typedef enum
{
  PROP_BUSY = 1,
  PROP_FRACTION,
} TideImportJobProperty;

static GParamSpec *props[PROP_FRACTION + 1];

enum
{
  SIGNAL_OPENED,
  SIGNAL_READ,
  SIGNAL_PLANNED,
  SIGNAL_VALUED,
  SIGNAL_TRIED,
  SIGNAL_OUTDATED,
  SIGNAL_APPLIED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Work -------------------------------------------------------------------------------------- */

typedef enum
{
  WORK_OPEN,
  WORK_READ,
  WORK_PLAN,
  WORK_VALUES,
  WORK_TRIAL,
} WorkKind;

static const char *const failure_titles[] = {
  [WORK_OPEN] = N_ ("File Not Read"),        [WORK_READ] = N_ ("Table Not Read"),
  [WORK_PLAN] = N_ ("Table Not Understood"), [WORK_VALUES] = N_ ("Names Not Found"),
  [WORK_TRIAL] = N_ ("Rows Not Checked"),
};

/* Something to be found out, with all that a thread needs for it. */
typedef struct
{
  WorkKind kind;
  GFile *file;             /* nullable */
  TideTableSource *source; /* nullable */
  TideTableChoice choice;
  TideTable *table;     /* nullable */
  TideImportPlan *plan; /* nullable */
  TideSnapshot *snapshot;
  TideClock *clock;
  gint done; /* atomic, of WHOLE */
} Work;

static void
work_free (Work *work)
{
  g_clear_object (&work->file);
  g_clear_pointer (&work->source, tide_table_source_unref);
  g_clear_pointer (&work->table, tide_table_unref);
  g_clear_pointer (&work->plan, tide_import_plan_free);
  tide_snapshot_unref (work->snapshot);
  g_object_unref (work->clock);
  g_free (work);
}

static void
on_progress (gsize done, gsize total, gpointer data)
{
  Work *work = data;

  g_atomic_int_set (&work->done, (gint) ((double) done / (double) total * WHOLE));
}

/* A plan, and what the cells of each column tell. */
typedef struct
{
  TideImportPlan *plan;
  GArray *guesses;
} Planned;

static void
planned_free (Planned *planned)
{
  g_clear_pointer (&planned->plan, tide_import_plan_free);
  g_array_unref (planned->guesses);
  g_free (planned);
}

static TideImportPlan *
make_plan (const Work *work)
{
  const TidePayload *preset = tide_import_preset_find (work->snapshot, work->table);
  TideImportPlan *plan = NULL;

  if (work->choice.has_header_row)
    return tide_import_plan_new_guess_at (work->table, work->snapshot, work->choice.header_row);

  if (preset != NULL)
    plan = tide_import_plan_new_from_preset (preset, work->table);

  return plan != NULL ? plan : tide_import_plan_new_guess (work->table, work->snapshot);
}

static Planned *
plan (const Work *work)
{
  Planned *planned = g_new0 (Planned, 1);

  planned->plan = make_plan (work);
  planned->guesses = g_array_new (FALSE, TRUE, sizeof (TideColumnGuess));
  g_array_set_size (planned->guesses, planned->plan->columns->len);
  for (guint i = 0; i < planned->guesses->len; i++)
    tide_column_guess (&g_array_index (planned->guesses, TideColumnGuess, i), work->table, i,
                       planned->plan->header_row != TIDE_IMPORT_NO_ROW
                           ? tide_table_get_text (work->table, planned->plan->header_row, i)
                           : NULL,
                       planned->plan->first_row);

  return planned;
}

/* Verdicts, and what totals would become. */
typedef struct
{
  TideImportTrial *trial;
  GArray *totals;
} Tried;

static void
tried_free (Tried *tried)
{
  tide_import_trial_unref (tried->trial);
  g_array_unref (tried->totals);
  g_free (tried);
}

static Tried *
try_plan (Work *work, GCancellable *cancellable, GError **error)
{
  TideImportTrial *trial = tide_import_trial_new (
      work->plan, work->table, work->snapshot, work->clock, cancellable, on_progress, work, error);
  Tried *tried;

  if (trial == NULL)
    return NULL;

  tried = g_new0 (Tried, 1);
  tried->trial = trial;
  tried->totals = tide_import_totals_new (tide_import_trial_get_before (trial),
                                          tide_import_trial_get_after (trial));

  return tried;
}

static TideTableSource *
open_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = tide_file_reader_read (file, cancellable, error);

  return bytes != NULL ? tide_table_source_new (bytes, cancellable, error) : NULL;
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gpointer found = NULL;
  GDestroyNotify free_found = NULL;

  switch (work->kind)
    {
    case WORK_OPEN:
      found = open_file (work->file, cancellable, &error);
      free_found = (GDestroyNotify) tide_table_source_unref;
      break;
    case WORK_READ:
      found = tide_table_source_read (work->source, &work->choice, on_progress, work, cancellable,
                                      NULL, &error);
      free_found = (GDestroyNotify) tide_table_unref;
      break;
    case WORK_PLAN:
      found = plan (work);
      free_found = (GDestroyNotify) planned_free;
      break;
    case WORK_VALUES:
      found = tide_import_values_new (work->plan, work->table, work->snapshot, cancellable,
                                      on_progress, work, &error);
      free_found = (GDestroyNotify) tide_import_values_unref;
      break;
    case WORK_TRIAL:
      found = try_plan (work, cancellable, &error);
      free_found = (GDestroyNotify) tried_free;
      break;
    default:
      g_assert_not_reached ();
    }

  if (found != NULL)
    g_task_return_pointer (task, found, free_found);
  else
    g_task_return_error (task, error);
}

static void
set_fraction (TideImportJob *self, double fraction)
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
end_work (TideImportJob *self)
{
  if (self->working == NULL)
    return;

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->working);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
take_planned (TideImportJob *self, Planned *planned)
{
  g_clear_pointer (&self->plan, tide_import_plan_free);
  g_clear_pointer (&self->guesses, g_array_unref);
  self->plan = g_steal_pointer (&planned->plan);
  self->guesses = g_array_ref (planned->guesses);
  planned_free (planned);
}

static void
take_tried (TideImportJob *self, Tried *tried)
{
  g_clear_pointer (&self->trial, tide_import_trial_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  self->trial = tide_import_trial_ref (tried->trial);
  self->totals = g_array_ref (tried->totals);
  tried_free (tried);
}

static void
take_found (TideImportJob *self, WorkKind kind, gpointer found)
{
  switch (kind)
    {
    case WORK_OPEN:
      g_clear_pointer (&self->source, tide_table_source_unref);
      self->source = found;
      self->choice = *tide_table_source_get_guess (self->source);
      g_signal_emit (self, signals[SIGNAL_OPENED], 0);
      break;
    case WORK_READ:
      g_clear_pointer (&self->table, tide_table_unref);
      self->table = found;
      g_signal_emit (self, signals[SIGNAL_READ], 0);
      break;
    case WORK_PLAN:
      take_planned (self, found);
      g_signal_emit (self, signals[SIGNAL_PLANNED], 0);
      break;
    case WORK_VALUES:
      g_clear_pointer (&self->values, tide_import_values_unref);
      self->values = found;
      g_signal_emit (self, signals[SIGNAL_VALUED], 0);
      break;
    case WORK_TRIAL:
      take_tried (self, found);
      g_signal_emit (self, signals[SIGNAL_TRIED], 0);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
on_worked (GObject *source, GAsyncResult *result, gpointer data)
{
  TideImportJob *self = TIDE_IMPORT_JOB (source);
  GTask *task = G_TASK (result);
  const Work *work = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  const gboolean is_wanted = g_task_get_cancellable (task) == self->working;
  gpointer found = g_task_propagate_pointer (task, &error);

  /* Cancelled: something else is being found out, or nothing. */
  if (!is_wanted)
    return;

  end_work (self);
  if (found != NULL)
    take_found (self, work->kind, found);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, _ (failure_titles[work->kind]), error);
}

static void
start (TideImportJob *self, WorkKind kind)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  tide_import_job_cancel (self);
  work = g_new0 (Work, 1);
  work->kind = kind;
  work->file = self->file != NULL ? g_object_ref (self->file) : NULL;
  work->source = self->source != NULL ? tide_table_source_ref (self->source) : NULL;
  work->choice = self->choice;
  work->table = self->table != NULL ? tide_table_ref (self->table) : NULL;
  work->plan = self->plan != NULL ? tide_import_plan_copy (self->plan) : NULL;
  work->snapshot = tide_register_dup_snapshot (self->reg);
  work->clock = g_object_ref (tide_register_get_clock (self->reg));

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

/* Register ---------------------------------------------------------------------------------- */

static void
forget (TideImportJob *self)
{
  g_clear_pointer (&self->values, tide_import_values_unref);
  g_clear_pointer (&self->trial, tide_import_trial_unref);
  g_signal_emit (self, signals[SIGNAL_OUTDATED], 0);
}

static void
read_table (TideImportJob *self)
{
  start (self, WORK_READ);
}

static void
make_plan_for_table (TideImportJob *self)
{
  start (self, WORK_PLAN);
}

static void
forget_table (TideImportJob *self)
{
  tide_import_job_cancel (self);
  g_clear_pointer (&self->table, tide_table_unref);
  g_clear_pointer (&self->plan, tide_import_plan_free);
  forget (self);
}

static void
on_stepped (TideImportJob *self)
{
  if (self->is_applying)
    return;

  tide_import_job_cancel (self);
  forget (self);
}

static void
on_applied (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideImportJob) self = data;
  g_autoptr (GError) error = NULL;

  self->is_applying = FALSE;
  end_work (self);
  if (tide_register_apply_finish (TIDE_REGISTER (reg), result, &error))
    g_signal_emit (self, signals[SIGNAL_APPLIED], 0);
  else
    {
      forget (self);
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, _ ("Rows Not Imported"), error);
    }
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_import_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideImportJob *self = TIDE_IMPORT_JOB (object);

  switch ((TideImportJobProperty) id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, tide_import_job_is_busy (self));
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_import_job_dispose (GObject *object)
{
  TideImportJob *self = TIDE_IMPORT_JOB (object);

  tide_import_job_cancel (self);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_import_job_parent_class)->dispose (object);
}

static void
tide_import_job_finalize (GObject *object)
{
  TideImportJob *self = TIDE_IMPORT_JOB (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->source, tide_table_source_unref);
  g_clear_pointer (&self->table, tide_table_unref);
  g_clear_pointer (&self->plan, tide_import_plan_free);
  g_clear_pointer (&self->guesses, g_array_unref);
  g_clear_pointer (&self->values, tide_import_values_unref);
  g_clear_pointer (&self->trial, tide_import_trial_unref);
  g_clear_pointer (&self->totals, g_array_unref);

  G_OBJECT_CLASS (tide_import_job_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, guint n_params, GType first, GType second)
{
  return g_signal_new (name, TIDE_TYPE_IMPORT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_params, first, second);
}

static void
tide_import_job_class_init (TideImportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_import_job_get_property;
  object_class->dispose = tide_import_job_dispose;
  object_class->finalize = tide_import_job_finalize;

  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_OPENED] = add_signal ("opened", 0, 0, 0);
  signals[SIGNAL_READ] = add_signal ("read", 0, 0, 0);
  signals[SIGNAL_PLANNED] = add_signal ("planned", 0, 0, 0);
  signals[SIGNAL_VALUED] = add_signal ("valued", 0, 0, 0);
  signals[SIGNAL_TRIED] = add_signal ("tried", 0, 0, 0);
  signals[SIGNAL_OUTDATED] = add_signal ("outdated", 0, 0, 0);
  signals[SIGNAL_APPLIED] = add_signal ("applied", 0, 0, 0);
  signals[SIGNAL_FAILED] = add_signal ("failed", 2, G_TYPE_STRING, G_TYPE_ERROR);
}

/* A file that was opened is read, and a table that was read gets a plan. */
static void
tide_import_job_init (TideImportJob *self)
{
  g_signal_connect (self, "opened", G_CALLBACK (read_table), NULL);
  g_signal_connect (self, "read", G_CALLBACK (make_plan_for_table), NULL);
}

/**
 * tide_import_job_new:
 * @reg: a register that can be changed
 *
 * Returns: (transfer full): a job without a table
 */
TideImportJob *
tide_import_job_new (TideRegister *reg)
{
  TideImportJob *self;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);

  self = g_object_new (TIDE_TYPE_IMPORT_JOB, NULL);
  self->reg = g_object_ref (reg);
  g_signal_connect_object (reg, "stepped", G_CALLBACK (on_stepped), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * tide_import_job_get_register:
 * @self: a job
 *
 * Returns: (transfer none): the register that the rows are for
 */
TideRegister *
tide_import_job_get_register (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), NULL);

  return self->reg;
}

/**
 * tide_import_job_open:
 * @self: a job
 * @file: a file with a table
 *
 * Opens and reads the file in threads, and makes a plan for its table: the one that was remembered
 * for tables with these headers, or else a guess. `opened`, `read` and `planned` tell when.
 */
void
tide_import_job_open (TideImportJob *self, GFile *file)
{
  g_return_if_fail (TIDE_IS_IMPORT_JOB (self));
  g_return_if_fail (G_IS_FILE (file));

  forget_table (self);
  g_clear_pointer (&self->source, tide_table_source_unref);
  g_set_object (&self->file, file);
  start (self, WORK_OPEN);
}

/**
 * tide_import_job_read:
 * @self: a job with a source
 * @choice: how it is to be read
 *
 * Reads the table anew. `read` and `planned` tell when.
 */
void
tide_import_job_read (TideImportJob *self, const TideTableChoice *choice)
{
  g_return_if_fail (TIDE_IS_IMPORT_JOB (self));
  g_return_if_fail (self->source != NULL);

  forget_table (self);
  self->choice = *choice;
  read_table (self);
}

/**
 * tide_import_job_get_file:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): what is being imported
 */
GFile *
tide_import_job_get_file (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), NULL);

  return self->file;
}

/**
 * tide_import_job_get_source:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): the file as it was opened
 */
TideTableSource *
tide_import_job_get_source (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), NULL);

  return self->source;
}

/**
 * tide_import_job_get_choice:
 * @self: a job with a source
 *
 * Returns: (transfer none): how it is read
 */
const TideTableChoice *
tide_import_job_get_choice (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), NULL);

  return &self->choice;
}

/**
 * tide_import_job_get_guess:
 * @self: a job with a plan
 * @column: a column, from 0
 *
 * Returns: (transfer none): what the cells of the column tell
 */
const TideColumnGuess *
tide_import_job_get_guess (TideImportJob *self, guint column)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), NULL);
  g_return_val_if_fail (self->guesses != NULL && column < self->guesses->len, NULL);

  return &g_array_index (self->guesses, TideColumnGuess, column);
}

/**
 * tide_import_job_get_table:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): the table
 */
TideTable *
tide_import_job_get_table (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), NULL);

  return self->table;
}

/**
 * tide_import_job_get_plan:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): the plan; who changes it calls tide_import_job_touch()
 */
TideImportPlan *
tide_import_job_get_plan (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), NULL);

  return self->plan;
}

/**
 * tide_import_job_touch:
 * @self: a job
 *
 * Says that the columns of the plan were changed: which names the table has and what comes of it
 * are to be found out anew.
 */
void
tide_import_job_touch (TideImportJob *self)
{
  g_return_if_fail (TIDE_IS_IMPORT_JOB (self));

  tide_import_job_cancel (self);
  forget (self);
}

/**
 * tide_import_job_get_values:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): the names that the table has, once they are known
 */
TideImportValues *
tide_import_job_get_values (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), NULL);

  return self->values;
}

/**
 * tide_import_job_find_values:
 * @self: a job with a plan
 *
 * Finds out in a thread which names the table has, and what they mean. `valued` tells when.
 */
void
tide_import_job_find_values (TideImportJob *self)
{
  g_return_if_fail (TIDE_IS_IMPORT_JOB (self));
  g_return_if_fail (self->plan != NULL);

  start (self, WORK_VALUES);
}

/**
 * tide_import_job_get_trial:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): what would come of the table, once it is known
 */
TideImportTrial *
tide_import_job_get_trial (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), NULL);

  return self->trial;
}

/**
 * tide_import_job_get_totals:
 * @self: a job
 *
 * Returns: (transfer none) (nullable) (element-type TideImportTotal): what totals are and would be,
 *   once the trial is known
 */
GArray *
tide_import_job_get_totals (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), NULL);

  return self->trial != NULL ? self->totals : NULL;
}

/**
 * tide_import_job_try:
 * @self: a job with a plan
 *
 * Finds out in a thread what would come of each row. `tried` tells when. What was found out before
 * is true until then, so that it can be shown.
 */
void
tide_import_job_try (TideImportJob *self)
{
  g_return_if_fail (TIDE_IS_IMPORT_JOB (self));
  g_return_if_fail (self->plan != NULL);

  start (self, WORK_TRIAL);
}

/* In the same step, so that undoing takes back all. */
static void
add_preset (TideImportJob *self, TideStep *step)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autoptr (TideStep) preset
      = tide_import_preset_new_step (self->reg, self->plan, self->table, name);

  for (guint i = 0; i < preset->edits->len; i++)
    g_ptr_array_add (step->edits, tide_edit_copy (g_ptr_array_index (preset->edits, i)));
}

/**
 * tide_import_job_apply:
 * @self: a job whose trial is known
 * @remembers: whether the plan is kept for tables with the same headers
 *
 * Does all that the trial has found, in one step. `applied` tells when; it cannot be cancelled.
 */
void
tide_import_job_apply (TideImportJob *self, gboolean remembers)
{
  g_return_if_fail (TIDE_IS_IMPORT_JOB (self));
  g_return_if_fail (self->trial != NULL && !tide_import_job_is_busy (self));

  if (remembers)
    add_preset (self, tide_import_trial_get_step (self->trial));
  self->is_applying = TRUE;
  self->working = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
  tide_register_apply_async (self->reg, tide_import_trial_get_step (self->trial), NULL, on_applied,
                             g_object_ref (self));
}

/**
 * tide_import_job_is_busy:
 * @self: a job
 *
 * Returns: whether something is being found out or done
 */
gboolean
tide_import_job_is_busy (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), FALSE);

  return self->working != NULL;
}

/**
 * tide_import_job_cancel:
 * @self: a job
 *
 * Gives up what is being found out. What is being done to the register goes on.
 */
void
tide_import_job_cancel (TideImportJob *self)
{
  g_return_if_fail (TIDE_IS_IMPORT_JOB (self));

  if (self->working == NULL || self->is_applying)
    return;

  g_cancellable_cancel (self->working);
  end_work (self);
}
