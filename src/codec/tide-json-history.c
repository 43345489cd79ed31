/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-json-reader-private.h"

#include <string.h>

/* What an edit of the file says, before it is understood. */
typedef struct
{
  const char *edit;
  const char *kind;
  const char *record;
  const char *list;
  const char *entry;
  const char *member;
  TideJsonValue before; /* the outermost value where there is none */
  TideJsonValue after;
  gint64 position;
  gboolean has_unknown;
} EditText;

static void
read_edit_text (TideJsonReader *self, const TideJsonValue *value, EditText *text)
{
  const struct
  {
    const char *name;
    const char **field;
  } strings[] = { { "edit", &text->edit }, { "kind", &text->kind },   { "record", &text->record },
                  { "list", &text->list }, { "entry", &text->entry }, { "member", &text->member } };
  TideJsonChildren children;
  TideJsonValue child;
  const char *name;

  tide_json_children_init (&children, self, value);
  while (tide_json_children_next (&children, &name, &child))
    {
      const TideJsonSpan *span = tide_json_reader_get_span (self, &child);
      guint i = 0;

      while (i < G_N_ELEMENTS (strings) && strcmp (strings[i].name, name) != 0)
        i++;
      if (span->type == TIDE_JSON_TOKEN_NULL)
        ;
      else if (i < G_N_ELEMENTS (strings))
        *strings[i].field = tide_json_reader_get_string (self, &child);
      else if (strcmp (name, "before") == 0)
        text->before = child;
      else if (strcmp (name, "after") == 0)
        text->after = child;
      else if (strcmp (name, "position") == 0)
        tide_json_reader_get_int64 (self, &child, &text->position);
      else
        text->has_unknown = TRUE;
    }
}

static gboolean
parse_edit_kind (const char *edit, TideEditKind *kind)
{
  static const char *const names[] = {
    [TIDE_EDIT_SET] = "set",
    [TIDE_EDIT_ADD] = "add",
    [TIDE_EDIT_REMOVE] = "remove",
  };

  for (guint i = 0; edit != NULL && i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i], edit) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Reads what was set before or after. */
static gboolean
read_member_value (TideJsonReader *self,
                   const TideMember *member,
                   const TideJsonValue *json,
                   TideValue *value)
{
  TideJsonExtras extras = { 0 };
  g_autofree char *extra = NULL;

  value->kind = member->kind;
  if (member->kind == TIDE_MEMBER_BOOLEAN)
    value->as.boolean = (member->flags & TIDE_MEMBER_TRUE) != 0;
  if (json->span > 0)
    tide_json_reader_read_field (self, NULL, member, json, &value->as, &extras);
  if (member->kind == TIDE_MEMBER_OBJECT && value->as.object != NULL)
    tide_payload_seal (value->as.object);
  if (member->kind == TIDE_MEMBER_ENTRIES && value->as.entries != NULL)
    g_ptr_array_foreach (value->as.entries, (GFunc) tide_payload_seal, NULL);
  extra = tide_json_extras_end (&extras);

  return extra == NULL;
}

/* Reads the whole record or entry that was added or removed. */
static gboolean
read_whole (TideJsonReader *self,
            const TideShape *shape,
            const TideJsonValue *json,
            gboolean is_record,
            TideValue *value)
{
  TidePayload *payload = json->span > 0 ? tide_json_reader_read_object (self, shape, json) : NULL;

  if (payload == NULL)
    return FALSE;

  if (is_record && !shape->has_id)
    {
      g_autofree char *key = tide_payload_dup_key (payload);

      tide_payload_set_string (&payload->id, key);
    }
  value->kind = TIDE_MEMBER_OBJECT;
  value->as.object = tide_payload_seal (payload);
  return TRUE;
}

static gboolean
fill_edit (TideJsonReader *self, TideEdit *edit, const EditText *text, const TideShape *shape)
{
  const TideMember *member;

  if (edit->kind == TIDE_EDIT_ADD)
    return read_whole (self, shape, &text->after, text->list == NULL, &edit->after);
  if (edit->kind == TIDE_EDIT_REMOVE)
    return read_whole (self, shape, &text->before, text->list == NULL, &edit->before);

  member = text->member != NULL ? tide_shape_resolve (shape, text->member) : NULL;
  return member != NULL && read_member_value (self, member, &text->before, &edit->before)
         && read_member_value (self, member, &text->after, &edit->after);
}

/* Returns NULL for an edit that this program does not understand: of a kind, list or member of a
 * later one. */
static TideEdit *
read_edit (TideJsonReader *self, const TideJsonValue *value)
{
  EditText text = { 0 };
  g_autoptr (TideEdit) edit = NULL;
  TideRecordKind kind;
  TideEditKind edit_kind;
  const TideShape *shape;

  read_edit_text (self, value, &text);
  if (text.has_unknown || text.kind == NULL || !parse_edit_kind (text.edit, &edit_kind))
    return NULL;
  kind = tide_record_kind_from_name (text.kind);
  if (kind == TIDE_RECORD_NONE || text.position < 0 || text.position > G_MAXUINT)
    return NULL;

  shape = tide_shape_for_kind (kind);
  if (text.list != NULL)
    {
      const TideMember *list = tide_shape_resolve (shape, text.list);

      if (list == NULL || list->kind != TIDE_MEMBER_ENTRIES)
        return NULL;
      shape = list->shape;
    }

  edit = tide_edit_new (edit_kind, kind, text.record);
  edit->list = g_strdup (text.list);
  edit->entry = g_strdup (text.entry);
  edit->member = g_strdup (text.member);
  edit->position = text.position;

  return fill_edit (self, edit, &text, shape) ? g_steal_pointer (&edit) : NULL;
}

/* Reads the edits of a step. One that is not understood leaves the step without any, and the text
 * of them all is kept as it is. */
static void
read_edits (TideJsonReader *self,
            TideStep *step,
            const TideJsonValue *value,
            TideJsonExtras *extras)
{
  TideJsonChildren children;
  TideJsonValue child;

  if (!tide_json_reader_expect (self, value, TIDE_JSON_TOKEN_ARRAY_BEGIN))
    return;

  tide_json_children_init (&children, self, value);
  while (tide_json_children_next (&children, NULL, &child))
    {
      TideEdit *edit;

      if (!tide_json_reader_expect (self, &child, TIDE_JSON_TOKEN_OBJECT_BEGIN))
        return;
      edit = read_edit (self, &child);
      if (edit == NULL)
        {
          g_ptr_array_set_size (step->edits, 0);
          tide_json_extras_add (self, extras, "edits", value);
          return;
        }
      g_ptr_array_add (step->edits, edit);
    }
}

static char **
read_arguments (TideJsonReader *self, const TideJsonValue *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  TideJsonChildren children;
  TideJsonValue child;

  if (!tide_json_reader_expect (self, value, TIDE_JSON_TOKEN_ARRAY_BEGIN))
    return NULL;

  tide_json_children_init (&children, self, value);
  while (tide_json_children_next (&children, NULL, &child))
    {
      const char *argument = tide_json_reader_get_string (self, &child);

      if (argument == NULL)
        return NULL;
      g_strv_builder_add (builder, argument);
    }

  return g_strv_builder_end (builder);
}

static void
read_step_member (TideJsonReader *self,
                  TideStep *step,
                  const char *name,
                  const TideJsonValue *value,
                  TideJsonExtras *extras)
{
  const TideMember time = { .kind = TIDE_MEMBER_TIME };

  if (strcmp (name, "id") == 0)
    g_set_str (&step->id, tide_json_reader_read_id (self, value));
  else if (strcmp (name, "name") == 0)
    g_set_str (&step->name, tide_json_reader_get_string (self, value));
  else if (strcmp (name, "arguments") == 0)
    step->args = read_arguments (self, value);
  else if (strcmp (name, "time") == 0)
    tide_json_reader_read_field (self, NULL, &time, value, &step->time, extras);
  else if (strcmp (name, "author") == 0)
    g_set_str (&step->author, tide_json_reader_get_string (self, value));
  else if (strcmp (name, "edits") == 0)
    read_edits (self, step, value, extras);
  else
    tide_json_extras_add (self, extras, name, value);
}

/* Reads one step of the history; NULL where it is no object. */
TideStep *
tide_json_reader_read_step (TideJsonReader *self, const TideJsonValue *value)
{
  TideJsonExtras extras = { 0 };
  TideJsonChildren children;
  TideJsonValue child;
  const char *name;
  TideStep *step;

  if (!tide_json_reader_expect (self, value, TIDE_JSON_TOKEN_OBJECT_BEGIN))
    return NULL;

  self->in_history = TRUE;
  step = tide_step_new ("", NULL);
  tide_json_children_init (&children, self, value);
  while (tide_json_children_next (&children, &name, &child))
    if (tide_json_reader_get_span (self, &child)->type != TIDE_JSON_TOKEN_NULL)
      read_step_member (self, step, name, &child, &extras);
  step->extra = tide_json_extras_end (&extras);
  self->in_history = FALSE;

  if (step->id == NULL && !self->is_refused)
    tide_json_reader_refuse (self, TIDE_PROBLEM_MISSING_MEMBER,
                             tide_json_reader_get_span (self, value)->begin, "id");
  return step;
}
