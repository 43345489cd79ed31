/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-json-emitter.h"

#include "codec/tide-json-scanner.h"
#include "codec/tide-json-text.h"

#include <string.h>

static void
break_line (TideJsonEmitter *self)
{
  if (self->on_line > 0)
    {
      g_string_append_c (self->out, ' ');
      return;
    }
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
}

static void
begin (TideJsonEmitter *self, char bracket)
{
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->is_first = TRUE;
}

static void
end (TideJsonEmitter *self, char bracket)
{
  self->depth--;
  if (!self->is_first)
    break_line (self);
  g_string_append_c (self->out, bracket);
  self->is_first = FALSE;
}

/**
 * tide_json_emitter_init:
 * @self: an emitter
 *
 * Begins an empty text.
 */
void
tide_json_emitter_init (TideJsonEmitter *self)
{
  *self = (TideJsonEmitter) { .out = g_string_new (NULL) };
}

/**
 * tide_json_emitter_free_to_bytes:
 * @self: an emitter
 *
 * Returns: (transfer full): the text
 */
GBytes *
tide_json_emitter_free_to_bytes (TideJsonEmitter *self)
{
  return g_string_free_to_bytes (g_steal_pointer (&self->out));
}

/**
 * tide_json_emitter_begin_object:
 * @self: an emitter
 *
 * Opens an object; tide_json_emitter_end_object() closes it.
 */
void
tide_json_emitter_begin_object (TideJsonEmitter *self)
{
  begin (self, '{');
}

/**
 * tide_json_emitter_end_object:
 * @self: an emitter
 *
 * Closes an object.
 */
void
tide_json_emitter_end_object (TideJsonEmitter *self)
{
  end (self, '}');
}

/**
 * tide_json_emitter_begin_array:
 * @self: an emitter
 *
 * Opens an array; tide_json_emitter_end_array() closes it.
 */
void
tide_json_emitter_begin_array (TideJsonEmitter *self)
{
  begin (self, '[');
}

/**
 * tide_json_emitter_end_array:
 * @self: an emitter
 *
 * Closes an array.
 */
void
tide_json_emitter_end_array (TideJsonEmitter *self)
{
  end (self, ']');
}

/**
 * tide_json_emitter_begin_line:
 * @self: an emitter
 *
 * From here to tide_json_emitter_end_line() everything goes on one line. May be nested.
 */
void
tide_json_emitter_begin_line (TideJsonEmitter *self)
{
  self->on_line++;
}

/**
 * tide_json_emitter_end_line:
 * @self: an emitter
 *
 * Ends what tide_json_emitter_begin_line() began.
 */
void
tide_json_emitter_end_line (TideJsonEmitter *self)
{
  self->on_line--;
}

/**
 * tide_json_emitter_item:
 * @self: an emitter
 *
 * Puts what separates the value that follows from the one before it in its array.
 */
void
tide_json_emitter_item (TideJsonEmitter *self)
{
  if (!self->is_first)
    g_string_append_c (self->out, ',');
  break_line (self);
  self->is_first = FALSE;
}

/**
 * tide_json_emitter_name:
 * @self: an emitter
 * @name: name of a member, whose value follows
 *
 * Writes a name.
 */
void
tide_json_emitter_name (TideJsonEmitter *self, const char *name)
{
  tide_json_emitter_item (self);
  tide_json_emitter_string (self, name);
  g_string_append (self->out, ": ");
}

/**
 * tide_json_emitter_string:
 * @self: an emitter
 * @text: valid UTF-8
 *
 * Writes a string with its quotes, and takes note of one that no file may hold.
 */
void
tide_json_emitter_string (TideJsonEmitter *self, const char *text)
{
  gsize before = self->out->len;

  tide_json_text_append (self->out, text);
  if (self->out->len - before - 2 > TIDE_JSON_TEXT_MAX)
    self->has_long_string = TRUE;
}

/**
 * tide_json_emitter_raw:
 * @self: an emitter
 * @text: JSON of one value, laid out already, or a number
 * @length: its bytes, or -1 where @text is zero-terminated
 *
 * Writes a value as it is.
 */
void
tide_json_emitter_raw (TideJsonEmitter *self, const char *text, gssize length)
{
  g_string_append_len (self->out, text, length);
}

static void
emit_scalar (TideJsonEmitter *self,
             TideJsonScanner *scanner,
             const TideJsonToken *token,
             const char *json)
{
  if (token->type == TIDE_JSON_TOKEN_STRING)
    {
      g_autofree char *text = tide_json_scanner_dup_text (scanner, token);

      tide_json_emitter_string (self, text);
    }
  else
    {
      tide_json_emitter_raw (self, json + token->begin, token->end - token->begin);
    }
}

/* Writes one token of another text; an array's items are announced, a member's value is not. */
static void
emit_token (TideJsonEmitter *self,
            TideJsonScanner *scanner,
            const TideJsonToken *token,
            gboolean is_item,
            const char *json)
{
  switch (token->type)
    {
    case TIDE_JSON_TOKEN_OBJECT_END:
      tide_json_emitter_end_object (self);
      return;
    case TIDE_JSON_TOKEN_ARRAY_END:
      tide_json_emitter_end_array (self);
      return;
    case TIDE_JSON_TOKEN_NAME:
      {
        g_autofree char *name = tide_json_scanner_dup_text (scanner, token);

        tide_json_emitter_name (self, name);
        return;
      }
    case TIDE_JSON_TOKEN_OBJECT_BEGIN:
    case TIDE_JSON_TOKEN_ARRAY_BEGIN:
      if (is_item)
        tide_json_emitter_item (self);
      begin (self, token->type == TIDE_JSON_TOKEN_OBJECT_BEGIN ? '{' : '[');
      return;
    case TIDE_JSON_TOKEN_STRING:
    case TIDE_JSON_TOKEN_NUMBER:
    case TIDE_JSON_TOKEN_TRUE:
    case TIDE_JSON_TOKEN_FALSE:
    case TIDE_JSON_TOKEN_NULL:
      if (is_item)
        tide_json_emitter_item (self);
      emit_scalar (self, scanner, token, json);
      return;
    case TIDE_JSON_TOKEN_END:
    default:
      return;
    }
}

/**
 * tide_json_emitter_value:
 * @self: an emitter
 * @json: JSON of one value, laid out in whatever way
 *
 * Writes a value in this layout on one line: names in their order, numbers digit for digit, strings
 * with no more escapes than needed.
 *
 * Returns: whether @json is sound; if not, part of it may have been written
 */
gboolean
tide_json_emitter_value (TideJsonEmitter *self, GBytes *json)
{
  g_autoptr (TideJsonScanner) scanner = tide_json_scanner_new (json);
  const char *text = g_bytes_get_data (json, NULL);
  gboolean in_array[TIDE_JSON_MAX_DEPTH + 1] = { FALSE };
  gboolean after_name = FALSE;
  guint level = 0;
  TideJsonToken token = { 0 };

  tide_json_emitter_begin_line (self);
  while (tide_json_scanner_next (scanner, &token) && token.type != TIDE_JSON_TOKEN_END)
    {
      emit_token (self, scanner, &token, in_array[level] && !after_name, text);
      after_name = token.type == TIDE_JSON_TOKEN_NAME;
      if (token.type == TIDE_JSON_TOKEN_OBJECT_BEGIN || token.type == TIDE_JSON_TOKEN_ARRAY_BEGIN)
        in_array[++level] = token.type == TIDE_JSON_TOKEN_ARRAY_BEGIN;
      else if (token.type == TIDE_JSON_TOKEN_OBJECT_END || token.type == TIDE_JSON_TOKEN_ARRAY_END)
        level--;
    }
  tide_json_emitter_end_line (self);

  return token.type == TIDE_JSON_TOKEN_END;
}
