/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-json-reader-private.h"
#include "codec/tide-json-text.h"

#include <string.h>

/* Where a value stands. */
const TideJsonSpan *
tide_json_reader_get_span (TideJsonReader *self, const TideJsonValue *value)
{
  return &g_array_index (self->spans, TideJsonSpan, value->span);
}

/* The text between two quotes, which lasts as long as the value that is being read. */
static const char *
decode (TideJsonReader *self, guint32 begin, guint32 end, gboolean escaped)
{
  if (!escaped)
    return g_string_chunk_insert_len (self->strings, self->text + begin + 1, end - begin - 2);

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
  *self = (TideJsonChildren) {
    .reader = reader,
    .next = value->span + 1,
    .end = tide_json_reader_get_span (reader, value)->next,
  };
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
