/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-record-private.h"

#include "core/tide-payload-private.h"

typedef struct
{
  TideRecordKind kind;
  TidePayload *payload; /* owned, sealed */
} TideRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TideRecord, tide_record, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_PAYLOAD,
} TideRecordProperty;

static GParamSpec *props[PROP_PAYLOAD + 1];

#define MEMBER_FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

static GParamSpec *
create_member_spec (const TideMember *member)
{
  const char *name = member->name;

  switch (member->kind)
    {
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      return g_param_spec_string (name, NULL, NULL, NULL, MEMBER_FLAGS);
    case TIDE_MEMBER_TEXT:
      return g_param_spec_boxed (name, NULL, NULL, TIDE_TYPE_TEXT, MEMBER_FLAGS);
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      return g_param_spec_boxed (name, NULL, NULL, TIDE_TYPE_DATE, MEMBER_FLAGS);
    case TIDE_MEMBER_TIME:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, MEMBER_FLAGS);
    case TIDE_MEMBER_DECIMAL:
      return g_param_spec_boxed (name, NULL, NULL, TIDE_TYPE_DECIMAL, MEMBER_FLAGS);
    case TIDE_MEMBER_COUNT:
      return g_param_spec_int64 (name, NULL, NULL, -1, G_MAXINT64, -1, MEMBER_FLAGS);
    case TIDE_MEMBER_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, (member->flags & TIDE_MEMBER_TRUE) != 0,
                                   MEMBER_FLAGS);
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, MEMBER_FLAGS);
    case TIDE_MEMBER_OBJECT:
      return g_param_spec_boxed (name, NULL, NULL, TIDE_TYPE_PAYLOAD, MEMBER_FLAGS);
    case TIDE_MEMBER_ENTRIES:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_PTR_ARRAY, MEMBER_FLAGS);
    default:
      g_assert_not_reached ();
    }
}

static char **
dup_strv (const GPtrArray *strings)
{
  char **strv = g_new0 (char *, tide_entries_get_n (strings) + 1);

  for (guint i = 0; i < tide_entries_get_n (strings); i++)
    strv[i] = g_strdup (g_ptr_array_index (strings, i));

  return strv;
}

static GPtrArray *
dup_entries (const TidePayload *payload, const TideMember *member)
{
  TideValue value;

  tide_payload_get_value (payload, member, &value);

  return value.as.entries;
}

static void
get_member (const TidePayload *payload, const TideMember *member, GValue *value)
{
  TideSlot slot = tide_payload_get_slot (payload, member);

  switch (member->kind)
    {
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      g_value_set_string (value, *slot.string);
      break;
    case TIDE_MEMBER_TEXT:
      g_value_set_boxed (value, slot.text);
      break;
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      g_value_set_boxed (value, tide_date_is_set (slot.date) ? slot.date : NULL);
      break;
    case TIDE_MEMBER_TIME:
      g_value_set_int64 (value, *slot.time);
      break;
    case TIDE_MEMBER_DECIMAL:
      g_value_set_boxed (value, slot.decimal->is_set ? slot.decimal : NULL);
      break;
    case TIDE_MEMBER_COUNT:
      g_value_set_int64 (value, slot.count->is_set ? slot.count->value : -1);
      break;
    case TIDE_MEMBER_BOOLEAN:
      g_value_set_boolean (value, *slot.boolean);
      break;
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      g_value_take_boxed (value, dup_strv (*slot.strings));
      break;
    case TIDE_MEMBER_OBJECT:
      g_value_set_boxed (value, *slot.object);
      break;
    case TIDE_MEMBER_ENTRIES:
      g_value_take_boxed (value, dup_entries (payload, member));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
get_member_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const TidePayload *payload = tide_record_get_payload (TIDE_RECORD (object));

  g_return_if_fail (id <= payload->shape->n_members);

  get_member (payload, &payload->shape->members[id - 1], value);
}

static void
tide_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideRecord *self = TIDE_RECORD (object);

  switch ((TideRecordProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, tide_record_get_id (self));
      break;
    case PROP_PAYLOAD:
      g_value_set_boxed (value, tide_record_get_payload (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_record_finalize (GObject *object)
{
  TideRecordPrivate *priv = tide_record_get_instance_private (TIDE_RECORD (object));

  g_clear_pointer (&priv->payload, tide_payload_unref);

  G_OBJECT_CLASS (tide_record_parent_class)->finalize (object);
}

static void
tide_record_class_init (TideRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->kind = TIDE_RECORD_NONE;
  object_class->get_property = tide_record_get_property;
  object_class->finalize = tide_record_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, MEMBER_FLAGS);
  props[PROP_PAYLOAD] = g_param_spec_boxed ("payload", NULL, NULL, TIDE_TYPE_PAYLOAD, MEMBER_FLAGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_record_init (TideRecord *self)
{
}

/*
 * tide_record_class_install_members:
 * @klass: class of the records of one kind
 * @kind: the kind
 *
 * Gives @klass a read-only property for each member of the kind's shape.
 */
void
tide_record_class_install_members (TideRecordClass *klass, TideRecordKind kind)
{
  const TideShape *shape = tide_shape_for_kind (kind);

  klass->kind = kind;
  G_OBJECT_CLASS (klass)->get_property = get_member_property;
  for (guint i = 0; i < shape->n_members; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1,
                                     create_member_spec (&shape->members[i]));
}

/*
 * tide_record_new:
 * @kind: kind of the record
 * @payload: (transfer none): its sealed payload
 *
 * Returns: (transfer full): a record
 */
TideRecord *
tide_record_new (TideRecordKind kind, const TidePayload *payload)
{
  TideRecord *self = g_object_new (tide_record_kind_get_gtype (kind), NULL);
  TideRecordPrivate *priv = tide_record_get_instance_private (self);

  g_assert (payload->is_sealed);
  priv->kind = kind;
  priv->payload = tide_payload_ref (payload);

  return self;
}

/*
 * tide_record_set_payload:
 * @self: a record
 * @payload: (transfer none): another sealed payload with the same id
 *
 * Swaps the payload and notifies the properties that differ.
 *
 * Returns: whether a member differs that lists, filters, orders or groups read
 */
gboolean
tide_record_set_payload (TideRecord *self, const TidePayload *payload)
{
  TideRecordPrivate *priv = tide_record_get_instance_private (self);
  g_autoptr (TidePayload) before = NULL;
  gboolean is_typed = TIDE_RECORD_GET_CLASS (self)->kind != TIDE_RECORD_NONE;
  gboolean is_listed = FALSE;

  g_assert (payload->is_sealed);
  if (priv->payload == payload)
    return FALSE;

  before = g_steal_pointer (&priv->payload);
  priv->payload = tide_payload_ref (payload);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < payload->shape->n_members; i++)
    {
      const TideMember *member = &payload->shape->members[i];

      if (tide_payload_member_equal (before, payload, member))
        continue;

      is_listed |= (member->flags & TIDE_MEMBER_LISTED) != 0;
      if (is_typed)
        g_object_notify (G_OBJECT (self), member->name);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAYLOAD]);
  g_object_thaw_notify (G_OBJECT (self));

  return is_listed;
}

/**
 * tide_record_get_payload:
 * @self: a record
 *
 * Returns: (transfer none): its present payload, sealed
 */
const TidePayload *
tide_record_get_payload (TideRecord *self)
{
  TideRecordPrivate *priv = tide_record_get_instance_private (self);

  g_return_val_if_fail (TIDE_IS_RECORD (self), NULL);

  return priv->payload;
}

/**
 * tide_record_get_kind:
 * @self: a record
 *
 * Returns: its kind
 */
TideRecordKind
tide_record_get_kind (TideRecord *self)
{
  TideRecordPrivate *priv = tide_record_get_instance_private (self);

  g_return_val_if_fail (TIDE_IS_RECORD (self), TIDE_RECORD_NONE);

  return priv->kind;
}

/**
 * tide_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none): its id, which never changes
 */
const char *
tide_record_get_id (TideRecord *self)
{
  return tide_record_get_payload (self)->id;
}

/**
 * tide_payload_get_name:
 * @payload: a record
 *
 * Returns: (transfer none) (nullable): the name or title in both languages; %NULL for a kind that
 *   has none (a source's title is in one language, a rate has no name)
 */
const TideText *
tide_payload_get_name (const TidePayload *payload)
{
  static const char *const words[] = { "name", "title" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const TideMember *member = tide_shape_find (payload->shape, words[i]);

      if (member != NULL && member->kind == TIDE_MEMBER_TEXT)
        return G_STRUCT_MEMBER_P (payload, member->offset);
    }

  return NULL;
}

/**
 * tide_payload_get_label:
 * @payload: a record
 * @language: the language to prefer
 *
 * Returns: (transfer none) (nullable): what to call the record: its name, else its title, number or
 *   code; %NULL where it has none of them
 */
const char *
tide_payload_get_label (const TidePayload *payload, TideLanguage language)
{
  static const char *const words[] = { "title", "number", "code" };
  const TideText *name = tide_payload_get_name (payload);

  if (name != NULL && !tide_text_is_empty (name))
    return tide_text_get (name, language);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const TideMember *member = tide_shape_find (payload->shape, words[i]);

      if (member != NULL && member->kind == TIDE_MEMBER_STRING
          && tide_payload_has_value (payload, member))
        return G_STRUCT_MEMBER (const char *, payload, member->offset);
    }

  return NULL;
}
