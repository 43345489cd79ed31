/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-register.h"

#include "core/tide-list-private.h"
#include "core/tide-register-state-private.h"
#include "core/tide-snapshot-private.h"

#include <glib/gi18n-lib.h>

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

/*
 * tide_register_read_appearance:
 * @self: a register
 * @appearance: (out): what observers see of it now, for tide_register_notify_differences()
 */
void
tide_register_read_appearance (TideRegister *self, TideAppearance *appearance)
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

/*
 * tide_register_notify_differences:
 * @self: a register
 * @before: (transfer full): what observers saw
 *
 * Notifies what differs from it by now.
 */
void
tide_register_notify_differences (TideRegister *self, TideAppearance *before)
{
  TideAppearance now;

  tide_register_read_appearance (self, &now);
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

/*
 * tide_register_drop_snapshot:
 * @self: a register whose state is no longer that of its snapshot
 *
 * What the checks found in it is kept, so that the next ones have only the changes to look at.
 */
void
tide_register_drop_snapshot (TideRegister *self)
{
  TideChecks *checks = tide_snapshot_dup_checks (self->snapshot);

  if (checks != NULL)
    {
      g_clear_pointer (&self->checks, tide_checks_unref);
      self->checks = checks;
    }
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
}

static void
commit (TideRegister *self, TideTransaction *transaction)
{
  tide_register_drop_snapshot (self);
  tide_transaction_commit (transaction, self->lists);
}

/*
 * tide_register_set_conflict:
 * @error: return location
 *
 * Returns: %FALSE
 */
gboolean
tide_register_set_conflict (GError **error)
{
  g_set_error_literal (
      error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_CONFLICT,
      _ ("The register has changed meanwhile, so that this does not fit any more."));

  return FALSE;
}

/*
 * tide_register_set_read_only:
 * @self: a register that cannot be changed
 * @error: return location
 *
 * Returns: %FALSE
 */
gboolean
tide_register_set_read_only (TideRegister *self, GError **error)
{
  g_set_error_literal (
      error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_READ_ONLY,
      self->is_view
          ? _ ("The register is shown as of another date and cannot be changed.")
          : _ ("The register has problems and cannot be changed before they are repaired."));

  return FALSE;
}

/*
 * tide_register_stamp:
 * @self: a register
 * @step: a step, which gets id, time and author where it has none
 */
void
tide_register_stamp (TideRegister *self, TideStep *step)
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
  tide_register_stamp (self, step);
  g_ptr_array_set_size (self->steps, (int) self->n_done);
  g_ptr_array_add (self->steps, tide_step_ref (step));
  self->n_done++;
}

static void
take_in (TideRegister *self, TideStep *step, TideTransaction *transaction, TideAppearance *before)
{
  self->is_stepping = TRUE;
  commit (self, transaction);
  self->is_stepping = FALSE;

  tide_register_notify_differences (self, before);
  g_signal_emit (self, signals[STEPPED], 0, step);
}

/*
 * tide_register_is_at:
 * @self: a register
 * @snapshot: a snapshot
 *
 * Returns: whether nothing has changed since @snapshot was taken
 */
gboolean
tide_register_is_at (TideRegister *self, TideSnapshot *snapshot)
{
  return self->snapshot == snapshot && !self->is_stepping;
}

/*
 * tide_register_do:
 * @self: a register
 * @step: a step
 * @transaction: the step as it was tried out on the register as it is
 * @repaired: (nullable): the problem that it mends, which is dropped then
 *
 * Swaps in what came out.
 */
void
tide_register_do (TideRegister *self,
                  TideStep *step,
                  TideTransaction *transaction,
                  TideProblem *repaired)
{
  g_autoptr (TideStep) kept = tide_step_ref (step);
  TideAppearance before;

  tide_register_read_appearance (self, &before);
  push_step (self, step);
  if (repaired != NULL)
    g_ptr_array_remove (self->problems, repaired);
  take_in (self, step, transaction, &before);
}

/*
 * tide_register_go_to:
 * @self: a register
 * @step: leads from the present state to one that has been before
 * @transaction: the step as it was tried out on the register as it is
 * @n_done: how many steps are done then
 *
 * Swaps in what came out.
 */
void
tide_register_go_to (TideRegister *self, TideStep *step, TideTransaction *transaction, guint n_done)
{
  TideAppearance before;

  tide_register_read_appearance (self, &before);
  self->n_done = n_done;
  take_in (self, step, transaction, &before);
}

static guint32
get_day (TideRegister *self)
{
  TideDate today;

  tide_date_init_from_time (&today, tide_clock_get_seconds (self->clock),
                            tide_register_get_settings (self)->time_zone);

  return tide_date_get_first_day (&today);
}

/*
 * tide_register_create_snapshot:
 * @self: a register
 * @is_trimmed: whether its history begins where the next save lets it begin
 *
 * Returns: (transfer full): the register as it is now; its history ends at the last save
 */
TideSnapshot *
tide_register_create_snapshot (TideRegister *self, gboolean is_trimmed)
{
  TideSnapshot *snapshot = tide_snapshot_new ();

  tide_snapshot_set_day (snapshot, get_day (self));

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    tide_snapshot_add_all (snapshot, kind, tide_list_get_payloads (self->lists[kind]));

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
  g_clear_pointer (&self->checks, tide_checks_unref);

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
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);
  self->saved = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);
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
  return TIDE_SETTINGS (
      g_ptr_array_index (tide_list_get_payloads (self->lists[TIDE_RECORD_REGISTER]), 0));
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
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);
  g_return_val_if_fail (kind < TIDE_N_RECORD_KINDS, NULL);

  return id != NULL ? tide_list_lookup_payload (self->lists[kind], id) : NULL;
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
    tide_register_drop_snapshot (self);
  if (self->snapshot == NULL)
    {
      self->snapshot = tide_register_create_snapshot (self, FALSE);
      tide_snapshot_take_earlier_checks (self->snapshot, g_steal_pointer (&self->checks));
    }

  return tide_snapshot_ref (self->snapshot);
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
    return tide_register_set_read_only (self, error);

  if (tide_step_is_empty (step))
    return TRUE;

  return tide_register_apply_step (self, step, NULL, error);
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
