/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-field-private.h"

#include "core/tide-field-text-private.h"

#include <string.h>

struct _TideField
{
  GObject parent_instance;

  const TideMember *member; /* static */
  char *path;               /* owned, of the field: `name/en` */
  char *member_path;        /* owned, of the member: `name` */
  char *part;               /* owned, nullable, of a text: `en` */
  char *original;           /* owned, the text it began with */
  char *text;               /* owned */
  gboolean original_active;
  gboolean active;
  TideProblem *problem;   /* owned, nullable */
  char *problem_sentence; /* owned, nullable */
  char *understood;       /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (TideField, tide_field, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_TEXT,
  PROP_ACTIVE,
  PROP_PROBLEM,
  PROP_UNDERSTOOD,
  PROP_CHANGED,
} TideFieldProperty;

static GParamSpec *props[PROP_CHANGED + 1];

static gboolean
is_boolean (TideField *self)
{
  return self->member->kind == TIDE_MEMBER_BOOLEAN;
}

static void
understand_date (TideField *self, const TideValue *value)
{
  g_autofree char *text = NULL;

  if ((value->kind == TIDE_MEMBER_DATE || value->kind == TIDE_MEMBER_PERIOD)
      && tide_date_is_set (&value->as.date))
    text = tide_date_dup_text (&value->as.date);

  tide_field_set_understood (self, g_strcmp0 (text, self->text) != 0 ? text : NULL);
}

/* What only a person would not mean stays where the record has it already. */
static gboolean
is_kept (TideField *self, const TideProblem *problem)
{
  return !tide_field_get_changed (self)
         && (problem->code == TIDE_PROBLEM_FAR_DATE || problem->code == TIDE_PROBLEM_OUT_OF_RANGE);
}

/*
 * tide_field_check:
 * @self: a field
 *
 * Looks at its text again, alone: says what is wrong with it or how it is understood.
 */
void
tide_field_check (TideField *self)
{
  g_auto (TideValue) value = { .kind = self->member->kind };
  TideProblem *problem;

  if (is_boolean (self))
    return;

  problem = tide_value_read_text (&value, self->member, self->part, self->text);
  if (problem != NULL && is_kept (self, problem))
    g_clear_pointer (&problem, tide_problem_unref);
  understand_date (self, &value);
  tide_field_take_problem (self, problem);
}

static void
tide_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideField *self = TIDE_FIELD (object);

  switch ((TideFieldProperty) id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem_sentence);
      break;
    case PROP_UNDERSTOOD:
      g_value_set_string (value, self->understood);
      break;
    case PROP_CHANGED:
      g_value_set_boolean (value, tide_field_get_changed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideField *self = TIDE_FIELD (object);

  switch ((TideFieldProperty) id)
    {
    case PROP_TEXT:
      tide_field_set_text (self, g_value_get_string (value));
      break;
    case PROP_ACTIVE:
      tide_field_set_active (self, g_value_get_boolean (value));
      break;
    case PROP_PATH:
    case PROP_PROBLEM:
    case PROP_UNDERSTOOD:
    case PROP_CHANGED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_field_finalize (GObject *object)
{
  TideField *self = TIDE_FIELD (object);

  g_free (self->path);
  g_free (self->member_path);
  g_free (self->part);
  g_free (self->original);
  g_free (self->text);
  g_clear_pointer (&self->problem, tide_problem_unref);
  g_free (self->problem_sentence);
  g_free (self->understood);

  G_OBJECT_CLASS (tide_field_parent_class)->finalize (object);
}

static void
tide_field_class_init (TideFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = tide_field_get_property;
  object_class->set_property = tide_field_set_property;
  object_class->finalize = tide_field_finalize;

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, readable);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", writable);
  props[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, writable);
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, readable);
  props[PROP_UNDERSTOOD] = g_param_spec_string ("understood", NULL, NULL, NULL, readable);
  props[PROP_CHANGED] = g_param_spec_boolean ("changed", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_field_init (TideField *self)
{
}

/*
 * tide_field_new:
 * @member: what it edits
 * @path: path of the member
 * @part: (nullable): of a text, `en` or `zh`
 * @original: the record or entry as it is
 *
 * Returns: (transfer full): a field that holds the value of @original
 */
TideField *
tide_field_new (const TideMember *member,
                const char *path,
                const char *part,
                const TidePayload *original)
{
  TideField *self = g_object_new (TIDE_TYPE_FIELD, NULL);
  g_auto (TideValue) value = { 0 };

  self->member = member;
  self->member_path = g_strdup (path);
  self->part = g_strdup (part);
  self->path = part != NULL ? g_strconcat (path, "/", part, NULL) : g_strdup (path);
  tide_payload_get_value_at (original, path, &value);
  self->original = tide_value_dup_text (&value, part);
  self->text = g_strdup (self->original);
  self->original_active = is_boolean (self) && value.as.boolean;
  self->active = self->original_active;

  return self;
}

/*
 * tide_field_get_member:
 * @self: a field
 *
 * Returns: (transfer none): what it edits
 */
const TideMember *
tide_field_get_member (TideField *self)
{
  return self->member;
}

/*
 * tide_field_reset:
 * @self: a field that has not been typed in
 * @text: the text it begins with instead of the member's own
 */
void
tide_field_reset (TideField *self, const char *text)
{
  g_set_str (&self->original, text);
  g_set_str (&self->text, text);
}

/*
 * tide_field_take_problem:
 * @self: a field
 * @problem: (transfer full) (nullable): what is wrong with it
 */
void
tide_field_take_problem (TideField *self, TideProblem *problem)
{
  g_autofree char *sentence = problem != NULL ? tide_problem_dup_sentence (problem) : NULL;

  g_clear_pointer (&self->problem, tide_problem_unref);
  self->problem = problem;
  if (g_set_str (&self->problem_sentence, sentence))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

/*
 * tide_field_peek_problem:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): what is wrong with it
 */
const TideProblem *
tide_field_peek_problem (TideField *self)
{
  return self->problem;
}

/*
 * tide_field_set_understood:
 * @self: a field
 * @understood: (nullable): what its text was taken to mean
 */
void
tide_field_set_understood (TideField *self, const char *understood)
{
  if (g_set_str (&self->understood, understood))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDERSTOOD]);
}

/*
 * tide_field_apply:
 * @self: a field
 * @payload: a payload that is not sealed
 *
 * Gives the member its value; none where the text cannot be understood.
 */
void
tide_field_apply (TideField *self, TidePayload *payload)
{
  g_auto (TideValue) value = { 0 };
  TideProblem *problem = NULL;

  tide_payload_get_value_at (payload, self->member_path, &value);
  if (is_boolean (self))
    value.as.boolean = self->active;
  else
    problem = tide_value_read_text (&value, self->member, self->part, self->text);
  g_clear_pointer (&problem, tide_problem_unref);

  tide_payload_set_value_at (payload, self->member_path, &value);
}

/**
 * tide_field_get_path:
 * @self: a field
 *
 * Returns: (transfer none): which field of its draft it is
 */
const char *
tide_field_get_path (TideField *self)
{
  g_return_val_if_fail (TIDE_IS_FIELD (self), NULL);

  return self->path;
}

/**
 * tide_field_get_text:
 * @self: a field
 *
 * Returns: (transfer none): what stands in it, never %NULL
 */
const char *
tide_field_get_text (TideField *self)
{
  g_return_val_if_fail (TIDE_IS_FIELD (self), NULL);

  return self->text;
}

/**
 * tide_field_set_text:
 * @self: a field
 * @text: (nullable): what stands in it now; %NULL is the same as empty
 *
 * Sets the text as it is typed and says what is wrong with it or how it was understood.
 */
void
tide_field_set_text (TideField *self, const char *text)
{
  gboolean was_changed;

  g_return_if_fail (TIDE_IS_FIELD (self));

  was_changed = tide_field_get_changed (self);
  if (!g_set_str (&self->text, text != NULL ? text : ""))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  tide_field_check (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
  if (tide_field_get_changed (self) != was_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHANGED]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * tide_field_get_active:
 * @self: a field of a boolean
 *
 * Returns: its value
 */
gboolean
tide_field_get_active (TideField *self)
{
  g_return_val_if_fail (TIDE_IS_FIELD (self), FALSE);

  return self->active;
}

/**
 * tide_field_set_active:
 * @self: a field of a boolean
 * @active: its value
 */
void
tide_field_set_active (TideField *self, gboolean active)
{
  g_return_if_fail (TIDE_IS_FIELD (self));

  active = !!active;
  if (self->active == active)
    return;

  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHANGED]);
}

/**
 * tide_field_get_problem:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): the sentence that says what is wrong with it
 */
const char *
tide_field_get_problem (TideField *self)
{
  g_return_val_if_fail (TIDE_IS_FIELD (self), NULL);

  return self->problem_sentence;
}

/**
 * tide_field_get_understood:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): what its text was taken to mean, where that is not plain
 */
const char *
tide_field_get_understood (TideField *self)
{
  g_return_val_if_fail (TIDE_IS_FIELD (self), NULL);

  return self->understood;
}

/**
 * tide_field_get_changed:
 * @self: a field
 *
 * Returns: whether it differs from the record
 */
gboolean
tide_field_get_changed (TideField *self)
{
  g_return_val_if_fail (TIDE_IS_FIELD (self), FALSE);

  if (is_boolean (self))
    return self->active != self->original_active;

  return strcmp (self->text, self->original) != 0;
}
