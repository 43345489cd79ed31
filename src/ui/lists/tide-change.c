/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-change.h"

#include "ui/lists/tide-change-text.h"
#include "ui/lists/tide-field-names.h"

#include <glib/gi18n-lib.h>

struct _TideChange
{
  GObject parent_instance;

  TideHistoryNames *names; /* owned */
  TideStep *step;          /* owned */
  const TideEdit *edit;    /* nullable, the step's */
  gboolean is_saved;
};

G_DEFINE_FINAL_TYPE (TideChange, tide_change, G_TYPE_OBJECT)

typedef enum
{
  PROP_TIME = 1,
  PROP_AUTHOR,
  PROP_ACT,
  PROP_KIND,
  PROP_RECORD,
  PROP_FIELD,
  PROP_BEFORE,
  PROP_AFTER,
  PROP_TRANSITION,
  PROP_SUMMARY,
  PROP_SAVED,
} TideChangeProperty;

static GParamSpec *props[PROP_SAVED + 1];

static char *
dup_summary (TideChange *self)
{
  g_autofree char *record = tide_change_text_dup_record (self->names, self->step, self->edit);
  g_autofree char *isolated = tide_text_dup_isolated (record);
  g_autofree char *field = tide_change_text_dup_field (self->names, self->edit);
  g_autofree char *transition = tide_change_text_dup_transition (self->names, self->edit);

  if (self->edit == NULL)
    return tide_step_dup_label (self->step);

  /* Translators: read aloud: the name of a record, one of its fields, and how it was changed */
  return g_strdup_printf (_ ("%s, %s: %s"), isolated, field, transition);
}

static void
tide_change_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideChange *self = TIDE_CHANGE (object);

  switch ((TideChangeProperty) id)
    {
    case PROP_TIME:
      g_value_take_string (value, tide_change_text_dup_time (self->names, self->step));
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->step->author != NULL ? self->step->author : "—");
      break;
    case PROP_ACT:
      g_value_take_string (value, tide_step_dup_label (self->step));
      break;
    case PROP_KIND:
      g_value_set_string (
          value, self->edit != NULL ? tide_field_names_get_kind (self->edit->record_kind) : "—");
      break;
    case PROP_RECORD:
      g_value_take_string (value,
                           tide_change_text_dup_record (self->names, self->step, self->edit));
      break;
    case PROP_FIELD:
      g_value_take_string (value, tide_change_text_dup_field (self->names, self->edit));
      break;
    case PROP_BEFORE:
      g_value_take_string (value, tide_change_text_dup_before (self->names, self->edit));
      break;
    case PROP_AFTER:
      g_value_take_string (value, tide_change_text_dup_after (self->names, self->edit));
      break;
    case PROP_TRANSITION:
      g_value_take_string (value, tide_change_text_dup_transition (self->names, self->edit));
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, dup_summary (self));
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, self->is_saved);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_change_finalize (GObject *object)
{
  TideChange *self = TIDE_CHANGE (object);

  g_clear_pointer (&self->names, tide_history_names_unref);
  g_clear_pointer (&self->step, tide_step_unref);

  G_OBJECT_CLASS (tide_change_parent_class)->finalize (object);
}

static void
tide_change_class_init (TideChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tide_change_get_property;
  object_class->finalize = tide_change_finalize;

  props[PROP_TIME] = g_param_spec_string ("time", NULL, NULL, NULL, flags);
  props[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, NULL, flags);
  props[PROP_ACT] = g_param_spec_string ("act", NULL, NULL, NULL, flags);
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  props[PROP_RECORD] = g_param_spec_string ("record", NULL, NULL, NULL, flags);
  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  props[PROP_BEFORE] = g_param_spec_string ("before", NULL, NULL, NULL, flags);
  props[PROP_AFTER] = g_param_spec_string ("after", NULL, NULL, NULL, flags);
  props[PROP_TRANSITION] = g_param_spec_string ("transition", NULL, NULL, NULL, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  props[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_change_init (TideChange *self)
{
}

/**
 * tide_change_new:
 * @names: what records are called
 * @step: a step
 * @edit: (nullable): one of its edits; %NULL for a step of which this program knows no edit
 * @is_saved: whether the step is in the file
 *
 * Returns: (transfer full): the change
 */
TideChange *
tide_change_new (TideHistoryNames *names, TideStep *step, const TideEdit *edit, gboolean is_saved)
{
  TideChange *self = g_object_new (TIDE_TYPE_CHANGE, NULL);

  self->names = tide_history_names_ref (names);
  self->step = tide_step_ref (step);
  self->edit = edit;
  self->is_saved = is_saved;

  return self;
}

/**
 * tide_change_get_names:
 * @self: a change
 *
 * Returns: (transfer none): what records are called in it
 */
TideHistoryNames *
tide_change_get_names (TideChange *self)
{
  g_return_val_if_fail (TIDE_IS_CHANGE (self), NULL);

  return self->names;
}

/**
 * tide_change_get_step:
 * @self: a change
 *
 * Returns: (transfer none): the step that it is part of
 */
TideStep *
tide_change_get_step (TideChange *self)
{
  g_return_val_if_fail (TIDE_IS_CHANGE (self), NULL);

  return self->step;
}

/**
 * tide_change_get_edit:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the edit of the step; %NULL for a step of which this program
 *   knows no edit
 */
const TideEdit *
tide_change_get_edit (TideChange *self)
{
  g_return_val_if_fail (TIDE_IS_CHANGE (self), NULL);

  return self->edit;
}

/**
 * tide_change_get_saved:
 * @self: a change
 *
 * Returns: whether its step is in the file
 */
gboolean
tide_change_get_saved (TideChange *self)
{
  g_return_val_if_fail (TIDE_IS_CHANGE (self), FALSE);

  return self->is_saved;
}
