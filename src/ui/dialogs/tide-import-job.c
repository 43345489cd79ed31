/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-job.h"

#include "codec/tide-import-preset.h"
#include "core/tide-register-later.h"
#include "ui/dialogs/tide-import-inquiry.h"

#include <glib/gi18n-lib.h>

struct _TideImportJob
{
  GObject parent_instance;

  TideRegister *reg;          /* owned */
  TideImportRunner *runner;   /* owned */
  TideImportReading *reading; /* owned */
  GArray *guesses;            /* owned; nullable: of TideColumnGuess, by column */
  TideImportPlan *plan;       /* owned; nullable */
  TideImportValues *values;   /* owned; nullable: not known, or not any more */
  TideImportTrial *trial;     /* owned; nullable: as they are */
  GArray *totals;             /* owned; nullable: of TideImportTotal, as they are */
  gboolean leaves_own;        /* a person wishes columns even of what Tideline has written */
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
  SIGNAL_PLANNED,
  SIGNAL_VALUED,
  SIGNAL_TRIED,
  SIGNAL_OUTDATED,
  SIGNAL_APPLIED,
  SIGNAL_STOPPED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is found out ------------------------------------------------------------------------- */

static void
tell_failure (TideImportJob *self, const char *title, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, title, error);
}

static gboolean
takes_own (TideImportJob *self)
{
  return !self->leaves_own && tide_import_reading_get_own (self->reading, NULL) != NULL;
}

static void
start (TideImportJob *self,
       TideImportRunFunc find,
       GDestroyNotify free_found,
       TideImportFoundFunc take)
{
  TideImportInquiry *inquiry = g_new (TideImportInquiry, 1);

  inquiry->table = tide_table_ref (tide_import_reading_get_table (self->reading));
  inquiry->own = takes_own (self)
                     ? tide_table_ref (tide_import_reading_get_own (self->reading, NULL))
                     : NULL;
  inquiry->choice = *tide_import_reading_get_choice (self->reading);
  inquiry->plan = self->plan != NULL ? tide_import_plan_copy (self->plan) : NULL;
  inquiry->snapshot = tide_register_dup_snapshot (self->reg);
  inquiry->clock = g_object_ref (tide_register_get_clock (self->reg));
  tide_import_runner_start (self->runner, find, inquiry, (GDestroyNotify) tide_import_inquiry_free,
                            free_found, take, self);
}

static void
take_plan (gpointer data, gpointer found, const GError *error)
{
  TideImportJob *self = data;
  TideImportPlanned *planned = found;

  g_clear_pointer (&self->plan, tide_import_plan_free);
  g_clear_pointer (&self->guesses, g_array_unref);
  self->plan = g_steal_pointer (&planned->plan);
  self->guesses = g_steal_pointer (&planned->guesses);
  g_free (planned);
  g_signal_emit (self, signals[SIGNAL_PLANNED], 0);
}

static void
take_values (gpointer data, gpointer found, const GError *error)
{
  TideImportJob *self = data;

  if (found == NULL)
    {
      tell_failure (self, _ ("Names Not Found"), error);
      return;
    }

  g_clear_pointer (&self->values, tide_import_values_unref);
  self->values = found;
  g_signal_emit (self, signals[SIGNAL_VALUED], 0);
}

static void
take_trial (gpointer data, gpointer found, const GError *error)
{
  TideImportJob *self = data;
  TideImportTried *tried = found;

  if (tried == NULL)
    {
      tell_failure (self, _ ("Rows Not Checked"), error);
      return;
    }

  g_clear_pointer (&self->trial, tide_import_trial_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  self->trial = g_steal_pointer (&tried->trial);
  self->totals = g_steal_pointer (&tried->totals);
  g_free (tried);
  g_signal_emit (self, signals[SIGNAL_TRIED], 0);
}

static void
on_read (TideImportJob *self)
{
  start (self, tide_import_inquiry_find_plan, (GDestroyNotify) tide_import_planned_free, take_plan);
}

static void
on_busy_changed (TideImportJob *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
on_fraction_changed (TideImportJob *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
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
forget_table (TideImportJob *self)
{
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
  on_busy_changed (self);
  if (tide_register_apply_finish (TIDE_REGISTER (reg), result, &error))
    g_signal_emit (self, signals[SIGNAL_APPLIED], 0);
  else
    {
      forget (self);
      tell_failure (self, _ ("Rows Not Imported"), error);
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
      g_value_set_double (value, tide_import_runner_get_fraction (self->runner));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_import_job_dispose (GObject *object)
{
  TideImportJob *self = TIDE_IMPORT_JOB (object);

  tide_import_runner_cancel (self->runner);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_import_job_parent_class)->dispose (object);
}

static void
tide_import_job_finalize (GObject *object)
{
  TideImportJob *self = TIDE_IMPORT_JOB (object);

  g_object_unref (self->reading);
  g_object_unref (self->runner);
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

  signals[SIGNAL_PLANNED] = add_signal ("planned", 0, 0, 0);
  signals[SIGNAL_VALUED] = add_signal ("valued", 0, 0, 0);
  signals[SIGNAL_TRIED] = add_signal ("tried", 0, 0, 0);
  signals[SIGNAL_OUTDATED] = add_signal ("outdated", 0, 0, 0);
  signals[SIGNAL_APPLIED] = add_signal ("applied", 0, 0, 0);
  signals[SIGNAL_STOPPED] = add_signal ("stopped", 0, 0, 0);
  signals[SIGNAL_FAILED] = add_signal ("failed", 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
tide_import_job_init (TideImportJob *self)
{
  self->runner = tide_import_runner_new ();
  self->reading = tide_import_reading_new (self->runner);
  g_signal_connect_object (self->runner, "notify::busy", G_CALLBACK (on_busy_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->runner, "notify::fraction", G_CALLBACK (on_fraction_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "outdated", G_CALLBACK (forget_table), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "read", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "failed", G_CALLBACK (tell_failure), self,
                           G_CONNECT_SWAPPED);
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
 * tide_import_job_get_reading:
 * @self: a job
 *
 * Returns: (transfer none): the file and how it is read; whoever opens a file with it, or reads it
 *   anew, is told by `planned`
 */
TideImportReading *
tide_import_job_get_reading (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), NULL);

  return self->reading;
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

  return tide_import_reading_get_table (self->reading);
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
 * tide_import_job_takes_own:
 * @self: a job
 *
 * Returns: whether Tideline itself has written the file, and it is taken as that, by ids: there are
 *   no columns and names to settle then
 */
gboolean
tide_import_job_takes_own (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), FALSE);

  return takes_own (self);
}

/**
 * tide_import_job_set_takes_own:
 * @self: a job
 * @takes_own: whether what Tideline itself has written is taken as that; it is until it is said
 *   otherwise
 *
 * What comes of the rows is to be found out anew then.
 */
void
tide_import_job_set_takes_own (TideImportJob *self, gboolean takes_own)
{
  g_return_if_fail (TIDE_IS_IMPORT_JOB (self));

  if (self->leaves_own == !takes_own)
    return;

  self->leaves_own = !takes_own;
  /* Without a plan nothing is known, and it is being looked for. */
  if (self->plan != NULL)
    tide_import_job_touch (self);
}

/**
 * tide_import_job_get_tried_table:
 * @self: a job with a table
 *
 * Returns: (transfer none): what the rows of a trial are rows of: the table, or all that Tideline
 *   has written
 */
TideTable *
tide_import_job_get_tried_table (TideImportJob *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_JOB (self), NULL);

  return takes_own (self) ? tide_import_reading_get_own (self->reading, NULL)
                          : tide_import_reading_get_table (self->reading);
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

  start (self, tide_import_inquiry_find_values, (GDestroyNotify) tide_import_values_unref,
         take_values);
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

  start (self,
         takes_own (self) ? tide_import_inquiry_find_own_trial : tide_import_inquiry_find_trial,
         (GDestroyNotify) tide_import_tried_free, take_trial);
}

/* In the same step, so that undoing takes back all. */
static void
add_preset (TideImportJob *self, TideStep *step)
{
  g_autofree char *name = tide_import_reading_dup_name (self->reading);
  g_autoptr (TideStep) preset = tide_import_preset_new_step (
      self->reg, self->plan, tide_import_reading_get_table (self->reading), name);

  for (guint i = 0; i < preset->edits->len; i++)
    g_ptr_array_add (step->edits, tide_edit_copy (g_ptr_array_index (preset->edits, i)));
}

/**
 * tide_import_job_apply:
 * @self: a job whose trial is known
 * @remembers: whether the plan is kept for tables with the same headers; of no account where it is
 *   not needed, see tide_import_job_takes_own()
 *
 * Does all that the trial has found, in one step. `applied` tells when; it cannot be cancelled.
 */
void
tide_import_job_apply (TideImportJob *self, gboolean remembers)
{
  g_return_if_fail (TIDE_IS_IMPORT_JOB (self));
  g_return_if_fail (self->trial != NULL && !tide_import_job_is_busy (self));

  if (remembers && !takes_own (self))
    add_preset (self, tide_import_trial_get_step (self->trial));
  self->is_applying = TRUE;
  on_busy_changed (self);
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

  return self->is_applying || tide_import_runner_is_busy (self->runner);
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

  tide_import_runner_cancel (self->runner);
}

/**
 * tide_import_job_stop:
 * @self: a job
 *
 * Gives up what is being found out, as a person wishes. `stopped` tells it. Applying goes on.
 */
void
tide_import_job_stop (TideImportJob *self)
{
  g_return_if_fail (TIDE_IS_IMPORT_JOB (self));

  if (!tide_import_runner_is_busy (self->runner))
    return;

  tide_import_job_cancel (self);
  g_signal_emit (self, signals[SIGNAL_STOPPED], 0);
}
