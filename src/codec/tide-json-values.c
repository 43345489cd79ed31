/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-json-reader-private.h"
#include "codec/tide-json-text.h"

#include <string.h>

/* The text between two quotes, which lasts as long as the value that is being read. */
static const char *
decode (TideJsonReader *self, guint32 begin, guint32 end, gboolean escaped)
{
  const guint32 length = end - begin - 2;

  if (!escaped && length < TIDE_JSON_SCRATCH_SIZE - self->n_scratch)
    {
      char *text = self->scratch + self->n_scratch;

      memcpy (text, self->text + begin + 1, length);
      text[length] = '\0';
      self->n_scratch += length + 1;
      return text;
    }
  if (!escaped)
    return g_string_chunk_insert_len (self->strings, self->text + begin + 1, length);

  g_string_truncate (self->decoded, 0);
  tide_json_text_decode (self->decoded, self->text + begin + 1, self->text + end - 1);
  return g_string_chunk_insert_len (self->strings, self->decoded->str, (gssize) self->decoded->len);
}

/* Returns the text of a value that is a string. */
const char *
tide_json_reader_get_text (TideJsonReader *self, const TideJsonValue *value)
{
  const TideJsonSpan *span = tide_json_reader_get_span (self, value);

  if (value->node != NULL)
    return json_node_get_string (value->node);

  return decode (self, span->begin, span->end, span->escaped);
}

static inline gboolean
is_name (const TideJsonReader *self, const TideJsonSpan *span, const char *name)
{
  const char *text = self->text + span->name_begin + 1;
  const char *end = self->text + span->name_end - 1;

  while (text < end && *text == *name)
    {
      text++;
      name++;
    }
  return text == end && *name == '\0';
}

/* Returns the name of a member of an object, and which member of the shape it is: before, the one
 * of which the next is tried first, as most files have them in order; NULL for none of them. */
const char *
tide_json_reader_get_name (TideJsonReader *self,
                           const TideJsonValue *value,
                           const TideShape *shape,
                           const TideMember **member)
{
  const TideJsonSpan *span = tide_json_reader_get_span (self, value);
  const guint first = *member != NULL ? (guint) (*member - shape->members) + 1 : 0;
  const char *name;

  if (shape->has_id && is_name (self, span, "id"))
    {
      *member = NULL;
      return "id";
    }
  if (!span->name_escaped)
    {
      for (guint i = 0; i < shape->n_members; i++)
        {
          const guint place
              = first + i < shape->n_members ? first + i : first + i - shape->n_members;

          if (is_name (self, span, shape->members[place].name))
            {
              *member = &shape->members[place];
              return (*member)->name;
            }
        }
    }

  name = decode (self, span->name_begin, span->name_end, span->name_escaped);
  *member = tide_shape_find (shape, name);
  return name;
}

/* How many values lie directly in an object or array. */
guint
tide_json_reader_count_children (TideJsonReader *self, const TideJsonValue *value)
{
  const guint end = tide_json_reader_get_span (self, value)->next;
  guint n = 0;

  for (guint i = value->span + 1; i < end; n++)
    i = g_array_index (self->spans, TideJsonSpan, i).next;

  return n;
}

/* Begins with what lies in an object or array, which the value is known to be. */
void
tide_json_children_init (TideJsonChildren *self, TideJsonReader *reader, const TideJsonValue *value)
{
  self->reader = reader;
  self->next = value->span + 1;
  self->end = tide_json_reader_get_span (reader, value)->next;
  self->has_nodes = FALSE;
  self->array = NULL;
  self->index = 0;
  if (value->node == NULL)
    return;

  if (JSON_NODE_HOLDS_OBJECT (value->node))
    json_object_iter_init_ordered (&self->members, json_node_get_object (value->node));
  else
    self->array = json_node_get_array (value->node);
  self->has_nodes = TRUE;
}

/* Goes on to the next child, until there is none; name is NULL where an array has no use for it. */
gboolean
tide_json_children_next (TideJsonChildren *self, const char **name, TideJsonValue *child)
{
  const TideJsonSpan *span;

  if (self->next == self->end)
    return FALSE;

  *child = (TideJsonValue) { .span = self->next };
  span = tide_json_reader_get_span (self->reader, child);
  self->next = span->next;

  if (!self->has_nodes && name != NULL)
    *name = decode (self->reader, span->name_begin, span->name_end, span->name_escaped);
  else if (self->array != NULL)
    child->node = json_array_get_element (self->array, self->index++);
  else if (self->has_nodes)
    json_object_iter_next_ordered (&self->members, name, &child->node);

  return TRUE;
}
