/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-register-private.h"

#include "core/tide-list-private.h"
#include "core/tide-saved-history-private.h"
#include "core/tide-snapshot-private.h"
#include "core/tide-transaction-private.h"

#include <glib/gi18n-lib.h>

struct _TideRegister
{
  GObject parent_instance;

  TideClock *clock;                     /* owned */
  char *author;                         /* owned, nullable */
  TideList *lists[TIDE_N_RECORD_KINDS]; /* owned */
  TideSavedHistory history;             /* what the file holds */

  GPtrArray *steps; /* owned, of owned TideStep: those done, then those undone */
  guint n_done;
  GPtrArray *saved;       /* owned, of owned TideStep: those that had been done when it was saved */
  GHashTable *inverses;   /* owned, of owned TideStep: what takes back those of them that need it */
  GPtrArray *problems;    /* owned, of owned TideProblem */
  TideSnapshot *snapshot; /* owned, nullable: of the present state */
  gboolean is_stepping;
  GListStore *drafts; /* owned, of TideDraft: of the forms that are open */
};

G_DEFINE_FINAL_TYPE (TideRegister, tide_register, G_TYPE_OBJECT)

G_DEFINE_QUARK (tide - register - error - quark, tide_register_error)

typedef enum
{
  PROP_TITLE = 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_STEP,
  PROP_REDO_STEP,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  PROP_AUTHOR,
  PROP_N_PROBLEMS,
  PROP_N_TRIMMED,
} TideRegisterProperty;

static GParamSpec *props[PROP_N_TRIMMED + 1];

enum
{
  STEPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What observers can see, to notify only what differs. */
typedef struct
{
  TideText title;
  gboolean can_undo;
  gboolean can_redo;
  TideStep *undo_step;
  TideStep *redo_step;
  gboolean is_modified;
  gboolean is_read_only;
  guint n_problems;
  guint n_trimmed;
} Appearance;

static GPtrArray *
steps_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);
}

static GPtrArray *
copy_steps (const GPtrArray *steps, guint n)
{
  GPtrArray *copy = steps_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (copy, tide_step_ref (g_ptr_array_index (steps, i)));

  return copy;
}

static void
read_appearance (TideRegister *self, Appearance *appearance)
{
  tide_text_init_copy (&appearance->title, &tide_register_get_settings (self)->title);
  appearance->can_undo = tide_register_get_can_undo (self);
  appearance->can_redo = tide_register_get_can_redo (self);
  appearance->undo_step = tide_register_get_undo_step (self);
  appearance->redo_step = tide_register_get_redo_step (self);
  appearance->is_modified = tide_register_get_modified (self);
  appearance->is_read_only = tide_register_get_read_only (self);
  appearance->n_problems = self->problems->len;
  appearance->n_trimmed = tide_register_get_n_trimmed (self);
}

static void
notify_if (TideRegister *self, TideRegisterProperty id, gboolean differs)
{
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), props[id]);
}

/* Consumes @before. */
static void
notify_differences (TideRegister *self, Appearance *before)
{
  Appearance now;

  read_appearance (self, &now);
  g_object_freeze_notify (G_OBJECT (self));
  notify_if (self, PROP_TITLE, !tide_text_equal (&before->title, &now.title));
  notify_if (self, PROP_CAN_UNDO, before->can_undo != now.can_undo);
  notify_if (self, PROP_CAN_REDO, before->can_redo != now.can_redo);
  notify_if (self, PROP_UNDO_STEP, before->undo_step != now.undo_step);
  notify_if (self, PROP_REDO_STEP, before->redo_step != now.redo_step);
  notify_if (self, PROP_MODIFIED, before->is_modified != now.is_modified);
  notify_if (self, PROP_READ_ONLY, before->is_read_only != now.is_read_only);
  notify_if (self, PROP_N_PROBLEMS, before->n_problems != now.n_problems);
  notify_if (self, PROP_N_TRIMMED, before->n_trimmed != now.n_trimmed);
  g_object_thaw_notify (G_OBJECT (self));

  tide_text_clear (&before->title);
  tide_text_clear (&now.title);
}

static void
commit (TideRegister *self, TideTransaction *transaction)
{
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  tide_transaction_commit (transaction);
}

static gboolean
set_conflict (GError **error)
{
  g_set_error_literal (
      error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_CONFLICT,
      _ ("The register has changed meanwhile, so that this does not fit any more."));

  return FALSE;
}

static gboolean
set_read_only (GError **error)
{
  g_set_error_literal (
      error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_READ_ONLY,
      _ ("The register has problems and cannot be changed before they are repaired."));

  return FALSE;
}

/* Tries a step out; the state of a repair may still hold other doubts. */
static TideTransaction *
try_step (TideRegister *self, const TideStep *step, gboolean is_repair, GError **error)
{
  g_autoptr (TideTransaction) transaction = tide_transaction_new (self->lists);

  if (!tide_transaction_add_step (transaction, step) || !tide_transaction_seal (transaction)
      || (!is_repair
          && (!tide_transaction_has_targets (transaction)
              || tide_transaction_has_loop (transaction))))
    {
      set_conflict (error);
      return NULL;
    }

  if (!is_repair && tide_transaction_leaves_references (transaction))
    {
      g_set_error_literal (error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_REFERRED_TO,
                           _ ("Other records refer to what would be deleted."));
      return NULL;
    }

  return g_steal_pointer (&transaction);
}

static void
stamp (TideRegister *self, TideStep *step)
{
  if (step->id == NULL)
    step->id = tide_clock_dup_id (self->clock);
  if (step->time == 0)
    step->time = tide_clock_get_seconds (self->clock);
  if (step->author == NULL)
    step->author = g_strdup (self->author);
}

static void
push_step (TideRegister *self, TideStep *step)
{
  stamp (self, step);
  g_ptr_array_set_size (self->steps, (int) self->n_done);
  g_ptr_array_add (self->steps, tide_step_ref (step));
  self->n_done++;
}

static gboolean
apply_step (TideRegister *self, TideStep *step, TideProblem *repaired, GError **error)
{
  g_autoptr (TideTransaction) transaction = NULL;
  g_autoptr (TideStep) kept = tide_step_ref (step);
  Appearance before;

  g_return_val_if_fail (!self->is_stepping, set_conflict (error));

  transaction = try_step (self, step, repaired != NULL, error);
  if (transaction == NULL)
    return FALSE;

  read_appearance (self, &before);
  self->is_stepping = TRUE;
  push_step (self, step);
  if (repaired != NULL)
    g_ptr_array_remove (self->problems, repaired);
  commit (self, transaction);
  self->is_stepping = FALSE;

  notify_differences (self, &before);
  g_signal_emit (self, signals[STEPPED], 0, step);

  return TRUE;
}

/* Applies @step, which leads from the present state to one that has been before. */
static gboolean
travel (TideRegister *self, TideStep *step, guint n_done)
{
  g_autoptr (TideTransaction) transaction = tide_transaction_new (self->lists);
  Appearance before;

  g_return_val_if_fail (!self->is_stepping, FALSE);

  if (!tide_transaction_add_step (transaction, step) || !tide_transaction_seal (transaction))
    {
      g_critical ("A step does not fit the state it led to");
      return FALSE;
    }

  read_appearance (self, &before);
  self->is_stepping = TRUE;
  self->n_done = n_done;
  commit (self, transaction);
  self->is_stepping = FALSE;

  notify_differences (self, &before);
  g_signal_emit (self, signals[STEPPED], 0, step);

  return TRUE;
}

/* How many steps the saved and the present state have in common. */
static guint
count_common (TideRegister *self)
{
  guint n = 0;

  while (n < self->n_done && n < self->saved->len
         && g_ptr_array_index (self->steps, n) == g_ptr_array_index (self->saved, n))
    n++;

  return n;
}

static guint32
get_day (TideRegister *self)
{
  TideDate today;

  tide_date_init_from_time (&today, tide_clock_get_seconds (self->clock),
                            tide_register_get_settings (self)->time_zone);

  return tide_date_get_first_day (&today);
}

static TideSnapshot *
create_snapshot (TideRegister *self, gboolean is_trimmed)
{
  TideSnapshot *snapshot = tide_snapshot_new ();

  tide_snapshot_set_day (snapshot, get_day (self));

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *records = tide_list_get_records (self->lists[kind]);

      for (guint i = 0; i < records->len; i++)
        tide_snapshot_add (
            snapshot, kind,
            tide_payload_ref (tide_record_get_payload (g_ptr_array_index (records, i))));
    }

  tide_saved_history_write (&self->history, snapshot, is_trimmed);

  return snapshot;
}

static TidePayload *
create_settings (TideClock *clock)
{
  g_autofree char *id = tide_clock_dup_id (clock);
  TidePayload *payload = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), id);
  TideSettings *settings = (TideSettings *) payload;

  tide_payload_set_string (&settings->time_zone, "Asia/Shanghai");
  tide_payload_set_string (&settings->currency, "CNY");
  tide_payload_set_interned (&settings->unit, tide_unit_to_code (TIDE_UNIT_HUNDRED_MILLION));

  return payload;
}

static void
tide_register_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideRegister *self = TIDE_REGISTER (object);

  switch ((TideRegisterProperty) id)
    {
    case PROP_TITLE:
      g_value_set_boxed (value, &tide_register_get_settings (self)->title);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, tide_register_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, tide_register_get_can_redo (self));
      break;
    case PROP_UNDO_STEP:
      g_value_set_boxed (value, tide_register_get_undo_step (self));
      break;
    case PROP_REDO_STEP:
      g_value_set_boxed (value, tide_register_get_redo_step (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, tide_register_get_modified (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, tide_register_get_read_only (self));
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;
    case PROP_N_PROBLEMS:
      g_value_set_uint (value, self->problems->len);
      break;
    case PROP_N_TRIMMED:
      g_value_set_uint (value, tide_register_get_n_trimmed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_register_finalize (GObject *object)
{
  TideRegister *self = TIDE_REGISTER (object);

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    g_clear_object (&self->lists[kind]);
  g_clear_object (&self->clock);
  g_free (self->author);
  tide_saved_history_clear (&self->history);
  g_ptr_array_unref (self->steps);
  g_hash_table_unref (self->inverses);
  g_ptr_array_unref (self->saved);
  g_ptr_array_unref (self->problems);
  g_object_unref (self->drafts);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);

  G_OBJECT_CLASS (tide_register_parent_class)->finalize (object);
}

static void
tide_register_class_init (TideRegisterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tide_register_get_property;
  object_class->finalize = tide_register_finalize;

  props[PROP_TITLE] = g_param_spec_boxed ("title", NULL, NULL, TIDE_TYPE_TEXT, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_STEP] = g_param_spec_boxed ("undo-step", NULL, NULL, TIDE_TYPE_STEP, flags);
  props[PROP_REDO_STEP] = g_param_spec_boxed ("redo-step", NULL, NULL, TIDE_TYPE_STEP, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  props[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, NULL, flags);
  props[PROP_N_PROBLEMS] = g_param_spec_uint ("n-problems", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_TRIMMED] = g_param_spec_uint ("n-trimmed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[STEPPED] = g_signal_new ("stepped", TIDE_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, TIDE_TYPE_STEP);
}

static void
tide_register_init (TideRegister *self)
{
  tide_saved_history_init (&self->history);
  self->steps = steps_new ();
  self->saved = steps_new ();
  self->inverses = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) tide_step_unref);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_problem_unref);
  self->drafts = g_list_store_new (G_TYPE_OBJECT);
}

/**
 * tide_register_new:
 * @clock: where time and ids come from
 * @author: (nullable): who works on it
 *
 * Returns: (transfer full): an empty register in yuan and Chinese time, without a title
 */
TideRegister *
tide_register_new (TideClock *clock, const char *author)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();

  return tide_register_new_from_snapshot (snapshot, clock, author);
}

/**
 * tide_register_new_from_snapshot:
 * @snapshot: what was read from a file
 * @clock: where time and ids come from
 * @author: (nullable): who works on it
 *
 * Returns: (transfer full): the register as @snapshot has it, unmodified
 */
TideRegister *
tide_register_new_from_snapshot (TideSnapshot *snapshot, TideClock *clock, const char *author)
{
  TideRegister *self = g_object_new (TIDE_TYPE_REGISTER, NULL);

  self->clock = g_object_ref (clock);
  self->author = g_strdup (author);
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *payloads = tide_snapshot_get_records (snapshot, kind);
      g_autoptr (GPtrArray) settings = NULL;

      if (kind == TIDE_RECORD_REGISTER && payloads->len == 0)
        {
          settings = tide_entries_new ();
          g_ptr_array_add (settings, tide_payload_seal (create_settings (clock)));
          payloads = settings;
        }
      self->lists[kind] = tide_list_new (kind, payloads);
    }

  tide_saved_history_read (&self->history, snapshot);

  return self;
}

/**
 * tide_register_get_settings:
 * @self: a register
 *
 * Returns: (transfer none): the register's own record
 */
const TideSettings *
tide_register_get_settings (TideRegister *self)
{
  const GPtrArray *records = tide_list_get_records (self->lists[TIDE_RECORD_REGISTER]);

  return TIDE_SETTINGS (tide_record_get_payload (g_ptr_array_index (records, 0)));
}

/**
 * tide_register_get_clock:
 * @self: a register
 *
 * Returns: (transfer none): where time and ids come from
 */
TideClock *
tide_register_get_clock (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  return self->clock;
}

/**
 * tide_register_get_author:
 * @self: a register
 *
 * Returns: (transfer none) (nullable): who works on it
 */
const char *
tide_register_get_author (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  return self->author;
}

/**
 * tide_register_set_author:
 * @self: a register
 * @author: (nullable): who works on it from now on
 */
void
tide_register_set_author (TideRegister *self, const char *author)
{
  g_return_if_fail (TIDE_IS_REGISTER (self));

  if (g_set_str (&self->author, author))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AUTHOR]);
}

/**
 * tide_register_get_list:
 * @self: a register
 * @kind: kind of records
 *
 * Returns: (transfer none): the records of @kind
 */
TideList *
tide_register_get_list (TideRegister *self, TideRecordKind kind)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);
  g_return_val_if_fail (kind < TIDE_N_RECORD_KINDS, NULL);

  return self->lists[kind];
}

/**
 * tide_register_lookup:
 * @self: a register
 * @kind: kind of the record
 * @id: (nullable): its id
 *
 * Returns: (transfer none) (nullable): the record
 */
TideRecord *
tide_register_lookup (TideRegister *self, TideRecordKind kind, const char *id)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);
  g_return_val_if_fail (kind < TIDE_N_RECORD_KINDS, NULL);

  return id != NULL ? tide_list_lookup (self->lists[kind], id) : NULL;
}

/**
 * tide_register_lookup_payload:
 * @self: a register
 * @kind: kind of the record
 * @id: (nullable): its id
 *
 * Returns: (transfer none) (nullable): the present payload of the record
 */
const TidePayload *
tide_register_lookup_payload (TideRegister *self, TideRecordKind kind, const char *id)
{
  TideRecord *record = tide_register_lookup (self, kind, id);

  return record != NULL ? tide_record_get_payload (record) : NULL;
}

/**
 * tide_register_dup_snapshot:
 * @self: a register
 *
 * Returns: (transfer full): the register as it is now, on the day that it is now in its time zone;
 *   its history ends at the last save
 */
TideSnapshot *
tide_register_dup_snapshot (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  if (self->snapshot != NULL && tide_snapshot_get_day (self->snapshot) != get_day (self))
    g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  if (self->snapshot == NULL)
    self->snapshot = create_snapshot (self, FALSE);

  return tide_snapshot_ref (self->snapshot);
}

/**
 * tide_register_get_inverse:
 * @self: a register
 * @step: one of its steps
 *
 * Returns: (transfer none) (nullable): the step that takes back @step, with an id of its own, and
 *   the same one until the register is saved without @step; %NULL for one that is not saved
 */
TideStep *
tide_register_get_inverse (TideRegister *self, TideStep *step)
{
  TideStep *inverse;

  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  inverse = g_hash_table_lookup (self->inverses, step);
  if (inverse != NULL || !g_ptr_array_find (self->saved, step, NULL))
    return inverse;

  inverse = tide_step_invert (step);
  stamp (self, inverse);
  g_hash_table_insert (self->inverses, step, inverse);

  return inverse;
}

/**
 * tide_register_dup_undone_steps:
 * @self: a register
 *
 * Returns: (transfer full) (element-type TideStep): the steps that can be redone and are not saved,
 *   the next one last
 */
GPtrArray *
tide_register_dup_undone_steps (TideRegister *self)
{
  GPtrArray *steps;

  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  steps = steps_new ();
  for (guint i = self->steps->len; i > self->n_done; i--)
    {
      TideStep *step = g_ptr_array_index (self->steps, i - 1);

      if (i > self->saved->len || g_ptr_array_index (self->saved, i - 1) != step)
        g_ptr_array_add (steps, tide_step_ref (step));
    }

  return steps;
}

/**
 * tide_register_dup_unsaved_steps:
 * @self: a register
 *
 * Lists what leads from the saved state to the present one: the inverses of steps that had been
 * saved and were undone since, as tide_register_get_inverse() gives them, then the steps done
 * since.
 *
 * Returns: (transfer full) (element-type TideStep): the steps; empty where nothing is unsaved
 */
GPtrArray *
tide_register_dup_unsaved_steps (TideRegister *self)
{
  GPtrArray *steps;
  guint n_common;

  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  steps = steps_new ();
  n_common = count_common (self);
  for (guint i = self->saved->len; i > n_common; i--)
    {
      TideStep *saved = g_ptr_array_index (self->saved, i - 1);

      g_ptr_array_add (steps, tide_step_ref (tide_register_get_inverse (self, saved)));
    }
  for (guint i = n_common; i < self->n_done; i++)
    g_ptr_array_add (steps, tide_step_ref (g_ptr_array_index (self->steps, i)));

  return steps;
}

/**
 * tide_register_dup_snapshot_to_save:
 * @self: a register
 *
 * Takes a snapshot whose history leads up to it: steps that had been saved and were undone since
 * are taken back in it, then come those done since. It begins where tide_register_trim_history()
 * has trimmed it.
 *
 * Returns: (transfer full): the snapshot, to be given to tide_register_mark_saved() once it is
 * saved
 */
TideSnapshot *
tide_register_dup_snapshot_to_save (TideRegister *self)
{
  g_autoptr (GPtrArray) steps = NULL;
  TideSnapshot *snapshot;

  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  snapshot = create_snapshot (self, TRUE);
  steps = tide_register_dup_unsaved_steps (self);
  for (guint i = 0; i < steps->len; i++)
    tide_snapshot_add_history (snapshot, tide_step_ref (g_ptr_array_index (steps, i)));
  tide_snapshot_set_done (snapshot, copy_steps (self->steps, self->n_done));

  return snapshot;
}

/**
 * tide_register_apply:
 * @self: a register
 * @step: a step, which gets id, time and author where it has none
 * @error: return location
 *
 * Does @step, whole or not at all. It is refused with %TIDE_REGISTER_ERROR_READ_ONLY while problems
 * remain, with %TIDE_REGISTER_ERROR_CONFLICT where the register is not as the step expects or would
 * come to hold a reference to nothing or a record among its own parents, and with
 * %TIDE_REGISTER_ERROR_REFERRED_TO where others refer to what it removes. A step without edits does
 * nothing.
 *
 * Returns: whether it was done
 */
gboolean
tide_register_apply (TideRegister *self, TideStep *step, GError **error)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), FALSE);

  if (tide_register_get_read_only (self))
    return set_read_only (error);

  if (tide_step_is_empty (step))
    return TRUE;

  return apply_step (self, step, NULL, error);
}

/*
 * tide_register_can_apply:
 * @self: a register
 * @step: a step
 * @error: return location
 *
 * Returns: whether tide_register_apply() would do @step, read-only or not
 */
gboolean
tide_register_can_apply (TideRegister *self, const TideStep *step, GError **error)
{
  g_autoptr (TideTransaction) transaction = try_step (self, step, FALSE, error);

  return transaction != NULL;
}

/**
 * tide_register_count_steps:
 * @self: a register
 *
 * Returns: how many steps its history has, those included that are not saved yet
 */
guint
tide_register_count_steps (TideRegister *self)
{
  const guint n_common = count_common (self);

  return self->history.steps->len + (self->saved->len - n_common) + (self->n_done - n_common);
}

/**
 * tide_register_count_steps_before:
 * @self: a register
 * @time: seconds since 1970 UTC
 *
 * Returns: how many steps of the saved history tide_register_trim_history() would drop
 */
guint
tide_register_count_steps_before (TideRegister *self, gint64 time)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), 0);

  return tide_saved_history_count_before (&self->history, time);
}

/**
 * tide_register_trim_history:
 * @self: a register
 * @time: seconds since 1970 UTC
 * @error: return location
 *
 * Has the next save leave out the steps that were saved and done before @time, up to the first that
 * was not. From then on the register cannot be shown as it stood earlier. Until it is saved,
 * nothing is lost and tide_register_keep_history() takes it back; it is no step, is not undone or
 * redone, and a crash before the save forgets it. Refused with %TIDE_REGISTER_ERROR_READ_ONLY, and
 * with %TIDE_REGISTER_ERROR_NOTHING_TO_TRIM where no more would go than goes already.
 *
 * Returns: whether it will be done
 */
gboolean
tide_register_trim_history (TideRegister *self, gint64 time, GError **error)
{
  guint n;
  Appearance before;

  g_return_val_if_fail (TIDE_IS_REGISTER (self), FALSE);

  if (tide_register_get_read_only (self))
    return set_read_only (error);

  n = tide_saved_history_count_before (&self->history, time);
  if (n <= tide_register_get_n_trimmed (self))
    {
      g_set_error_literal (error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_NOTHING_TO_TRIM,
                           _ ("The history has no earlier steps."));
      return FALSE;
    }

  read_appearance (self, &before);
  tide_saved_history_drop (&self->history, n);
  notify_differences (self, &before);

  return TRUE;
}

/**
 * tide_register_keep_history:
 * @self: a register
 *
 * Takes back what tide_register_trim_history() has announced and no save has done yet.
 */
void
tide_register_keep_history (TideRegister *self)
{
  Appearance before;

  g_return_if_fail (TIDE_IS_REGISTER (self));

  read_appearance (self, &before);
  tide_saved_history_drop (&self->history, 0);
  notify_differences (self, &before);
}

/**
 * tide_register_get_n_trimmed:
 * @self: a register
 *
 * Returns: how many steps the next save leaves out of the history
 */
guint
tide_register_get_n_trimmed (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), 0);

  return tide_saved_history_get_n_dropped (&self->history);
}

/**
 * tide_register_get_can_undo:
 * @self: a register
 *
 * Returns: whether there is a step to undo
 */
gboolean
tide_register_get_can_undo (TideRegister *self)
{
  return tide_register_get_undo_step (self) != NULL && !tide_register_get_read_only (self);
}

/**
 * tide_register_get_can_redo:
 * @self: a register
 *
 * Returns: whether there is a step to redo
 */
gboolean
tide_register_get_can_redo (TideRegister *self)
{
  return tide_register_get_redo_step (self) != NULL && !tide_register_get_read_only (self);
}

/**
 * tide_register_get_undo_step:
 * @self: a register
 *
 * Returns: (transfer none) (nullable): the step that was done last
 */
TideStep *
tide_register_get_undo_step (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  return self->n_done > 0 ? g_ptr_array_index (self->steps, self->n_done - 1) : NULL;
}

/**
 * tide_register_get_redo_step:
 * @self: a register
 *
 * Returns: (transfer none) (nullable): the step that was undone last
 */
TideStep *
tide_register_get_redo_step (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  return self->n_done < self->steps->len ? g_ptr_array_index (self->steps, self->n_done) : NULL;
}

/**
 * tide_register_undo:
 * @self: a register
 *
 * Returns: whether there was a step to undo
 */
gboolean
tide_register_undo (TideRegister *self)
{
  g_autoptr (TideStep) inverse = NULL;

  if (!tide_register_get_can_undo (self))
    return FALSE;

  inverse = tide_step_invert (tide_register_get_undo_step (self));

  return travel (self, inverse, self->n_done - 1);
}

/**
 * tide_register_redo:
 * @self: a register
 *
 * Returns: whether there was a step to redo
 */
gboolean
tide_register_redo (TideRegister *self)
{
  g_autoptr (TideStep) step = NULL;

  if (!tide_register_get_can_redo (self))
    return FALSE;

  step = tide_step_ref (tide_register_get_redo_step (self));

  return travel (self, step, self->n_done + 1);
}

/**
 * tide_register_get_modified:
 * @self: a register
 *
 * Returns: whether it differs from what was saved last, its history included
 */
gboolean
tide_register_get_modified (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), FALSE);

  return self->n_done != self->saved->len || count_common (self) != self->n_done
         || tide_register_get_n_trimmed (self) > 0;
}

/* The history holds @step and what takes it back: if it is done again, that is another step. */
static void
renew_step (TideRegister *self, TideStep *step)
{
  guint index;

  if (!g_ptr_array_find (self->steps, step, &index))
    return;

  g_ptr_array_index (self->steps, index) = tide_step_repeat (step);
  stamp (self, g_ptr_array_index (self->steps, index));
  tide_step_unref (step);
}

static void
take_saved (TideRegister *self, GPtrArray *saved)
{
  g_autoptr (GPtrArray) before = self->saved;

  self->saved = g_ptr_array_ref (saved);
  for (guint i = before->len; i > 0; i--)
    {
      TideStep *step = g_ptr_array_index (before, i - 1);

      if (i <= saved->len && g_ptr_array_index (saved, i - 1) == step)
        break;
      g_hash_table_remove (self->inverses, step);
      renew_step (self, step);
    }
}

/**
 * tide_register_mark_saved:
 * @self: a register
 * @saved: what tide_register_dup_snapshot_to_save() gave and is in the file now
 *
 * What was done while it was being saved stays unsaved.
 */
void
tide_register_mark_saved (TideRegister *self, TideSnapshot *saved)
{
  GPtrArray *done = tide_snapshot_get_done (saved);
  Appearance before;

  g_return_if_fail (TIDE_IS_REGISTER (self));
  g_return_if_fail (done != NULL);

  read_appearance (self, &before);
  take_saved (self, done);
  tide_saved_history_read (&self->history, saved);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  notify_differences (self, &before);
}

/**
 * tide_register_take_problems:
 * @self: a register
 * @problems: (transfer full) (element-type TideProblem): the doubts that its file raises; the
 *   register is read-only while any remains
 */
void
tide_register_take_problems (TideRegister *self, GPtrArray *problems)
{
  g_autoptr (GPtrArray) taken = problems;
  Appearance before;

  g_return_if_fail (TIDE_IS_REGISTER (self));

  read_appearance (self, &before);
  for (guint i = 0; i < taken->len; i++)
    g_ptr_array_add (self->problems, tide_problem_ref (g_ptr_array_index (taken, i)));
  notify_differences (self, &before);
}

/**
 * tide_register_get_problems:
 * @self: a register
 *
 * Returns: (transfer none) (element-type TideProblem): the problems that remain
 */
GPtrArray *
tide_register_get_problems (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  return self->problems;
}

/**
 * tide_register_get_read_only:
 * @self: a register
 *
 * Returns: whether problems remain, so that only repairs are possible
 */
gboolean
tide_register_get_read_only (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), TRUE);

  return self->problems->len > 0;
}

/**
 * tide_register_repair:
 * @self: a register
 * @problem: one of its problems, with a repair
 * @error: return location
 *
 * Does the step that mends @problem and drops it. %TIDE_REGISTER_ERROR_CONFLICT where there is none
 * or it does not fit.
 *
 * Returns: whether it was done
 */
gboolean
tide_register_repair (TideRegister *self, TideProblem *problem, GError **error)
{
  g_autoptr (TideProblem) kept = tide_problem_ref (problem);

  g_return_val_if_fail (TIDE_IS_REGISTER (self), FALSE);
  g_return_val_if_fail (g_ptr_array_find (self->problems, problem, NULL), set_conflict (error));

  if (kept->repair == NULL)
    return set_conflict (error);

  return apply_step (self, kept->repair, kept, error);
}

static gboolean
edit_equal (const TideEdit *a, const TideEdit *b)
{
  return a->kind == b->kind && a->record_kind == b->record_kind
         && g_strcmp0 (a->record, b->record) == 0 && g_strcmp0 (a->list, b->list) == 0
         && g_strcmp0 (a->entry, b->entry) == 0 && g_strcmp0 (a->member, b->member) == 0
         && tide_value_equal (&a->before, &b->before) && tide_value_equal (&a->after, &b->after);
}

static gboolean
has_same_edits (const TideStep *a, const TideStep *b)
{
  if (a->edits->len != b->edits->len)
    return FALSE;

  for (guint i = 0; i < a->edits->len; i++)
    if (!edit_equal (g_ptr_array_index (a->edits, i), g_ptr_array_index (b->edits, i)))
      return FALSE;

  return TRUE;
}

/**
 * tide_register_apply_again:
 * @self: a register
 * @step: a step that had been done on the same state before, such as one from a journal
 * @error: return location
 *
 * Does @step as tide_register_apply() does. While problems remain it may be the repair of one of
 * them, which is dropped then.
 *
 * Returns: whether it was done
 */
gboolean
tide_register_apply_again (TideRegister *self, TideStep *step, GError **error)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), FALSE);

  for (guint i = 0; i < self->problems->len; i++)
    {
      g_autoptr (TideProblem) problem = tide_problem_ref (g_ptr_array_index (self->problems, i));

      if (problem->repair != NULL && has_same_edits (problem->repair, step))
        return apply_step (self, step, problem, error);
    }

  return tide_register_apply (self, step, error);
}

/**
 * tide_register_get_drafts:
 * @self: a register
 *
 * Returns: (transfer none): the drafts of the forms that are open, of #TideDraft
 */
GListModel *
tide_register_get_drafts (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  return G_LIST_MODEL (self->drafts);
}

/**
 * tide_register_has_drafts:
 * @self: a register
 *
 * Returns: whether a form of it is open
 */
gboolean
tide_register_has_drafts (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), FALSE);

  return g_list_model_get_n_items (G_LIST_MODEL (self->drafts)) > 0;
}

void
tide_register_add_draft (TideRegister *self, gpointer draft)
{
  g_list_store_append (self->drafts, draft);
}

void
tide_register_remove_draft (TideRegister *self, gpointer draft)
{
  guint position;

  if (g_list_store_find (self->drafts, draft, &position))
    g_list_store_remove (self->drafts, position);
}
