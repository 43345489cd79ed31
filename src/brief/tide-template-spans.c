/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-template-spans.h"

#include <string.h>

#define PART '['
#define LIST '{'

typedef struct
{
  const char *at;
  guint offset;
  guint line;
  guint column;
  GString *open; /* owned: PART or LIST for each level */
  GArray *spans; /* owned, of TideTemplateSpan */
} Scan;

static void
advance (Scan *self, guint n)
{
  for (; n > 0 && *self->at != '\0'; n--, self->at = g_utf8_next_char (self->at))
    {
      self->offset++;
      self->column++;
      if (*self->at == '\n')
        {
          self->line++;
          self->column = 1;
        }
    }
}

static void
take (Scan *self, TideTemplateSpanKind kind, guint length)
{
  const TideTemplateSpan span
      = { kind, self->offset, length, .line = self->line, .column = self->column };

  g_array_append_val (self->spans, span);
  advance (self, length);
}

static void
close_level (Scan *self, char level)
{
  if (self->open->len > 0 && self->open->str[self->open->len - 1] == level)
    g_string_truncate (self->open, self->open->len - 1);
}

static gboolean
begins_list (const char *inner)
{
  return g_str_has_prefix (inner, "each ") || g_str_has_prefix (inner, "list ")
         || g_str_has_prefix (inner, "clauses ");
}

static void
read_braces (Scan *self)
{
  const gsize n_bytes = strcspn (self->at + 1, "{}[]\n");
  const gboolean is_closed = self->at[n_bytes + 1] == '}';
  g_autofree char *inner = g_strstrip (g_strndup (self->at + 1, n_bytes));
  const guint length = (guint) g_utf8_strlen (self->at + 1, (gssize) n_bytes) + 1 + is_closed;
  const gboolean is_end = is_closed && g_str_equal (inner, "end");

  if (is_end)
    close_level (self, LIST);
  else if (is_closed && begins_list (inner))
    g_string_append_c (self->open, LIST);
  take (self, is_end || begins_list (inner) ? TIDE_SPAN_LIST : TIDE_SPAN_VALUE, length);
}

/* Outside of a part that may be left out, a bar is text. */
static gboolean
is_part (const Scan *self)
{
  return *self->at == '[' || *self->at == ']'
         || (*self->at == '|' && self->open->len > 0
             && self->open->str[self->open->len - 1] == PART);
}

static void
read_part (Scan *self)
{
  if (*self->at == '[')
    g_string_append_c (self->open, PART);
  else if (*self->at == ']')
    close_level (self, PART);
  take (self, TIDE_SPAN_PART, 1);
}

/**
 * tide_template_list_spans:
 * @text: a template, right or wrong
 *
 * Returns: (transfer full) (element-type TideTemplateSpan): what of it is no text, in its order
 */
GArray *
tide_template_list_spans (const char *text)
{
  Scan self = { .at = text, .line = 1, .column = 1 };

  self.open = g_string_new (NULL);
  self.spans = g_array_new (FALSE, FALSE, sizeof (TideTemplateSpan));
  while (*self.at != '\0')
    if (*self.at == '\\' && self.at[1] != '\0' && strchr ("\\{}[]|", self.at[1]) != NULL)
      advance (&self, 2);
    else if (*self.at == '{')
      read_braces (&self);
    else if (is_part (&self))
      read_part (&self);
    else
      advance (&self, 1);
  g_string_free (self.open, TRUE);

  return self.spans;
}

/* Inserting ----------------------------------------------------------------------------------- */

/* What a list is called that begins at @at; NULL where none does. */
static char *
dup_list_name (const char *at, guint length)
{
  g_autofree char *inner = g_utf8_substring (at, 1, length - 1);

  g_strstrip (inner);

  return begins_list (inner) ? g_strstrip (g_strdup (strchr (inner, ' '))) : NULL;
}

/* In a list that there is not, one is still where that one begins. */
static void
enter_list (GPtrArray *lists, const TidePlaceholder *list)
{
  if (list == NULL && lists->len > 0)
    list = g_ptr_array_index (lists, lists->len - 1);
  g_ptr_array_add (lists, (gpointer) list);
}

/* The innermost list that is gone through at a place of the text. */
static const TidePlaceholder *
find_list_around (const char *text, guint offset)
{
  g_autoptr (GArray) spans = tide_template_list_spans (text);
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      const TideTemplateSpan *span = &g_array_index (spans, TideTemplateSpan, i);
      g_autofree char *name = NULL;

      if (span->start + span->length > offset)
        break;
      if (span->kind != TIDE_SPAN_LIST)
        continue;

      name = dup_list_name (g_utf8_offset_to_pointer (text, span->start), span->length);
      if (name != NULL)
        enter_list (lists, tide_placeholder_find_list (name));
      else if (lists->len > 0)
        g_ptr_array_set_size (lists, (int) lists->len - 1);
    }

  return lists->len > 0 ? g_ptr_array_index (lists, lists->len - 1) : NULL;
}

/**
 * tide_template_dup_insertion:
 * @text: a template
 * @offset: where something is to be inserted, in characters
 * @placeholder: what
 * @caret: (out): where one goes on to type, in characters from the start of what is returned
 *
 * Returns: (transfer full): what to insert: the placeholder, within the list it belongs to where
 *   that is not gone through at that place; of a list, its beginning and its end
 */
char *
tide_template_dup_insertion (const char *text,
                             guint offset,
                             const TidePlaceholder *placeholder,
                             guint *caret)
{
  const TidePlaceholder *around = find_list_around (text, offset);
  const char *list = placeholder->list;
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);

  if (placeholder->is_list)
    {
      g_string_printf (before, "{list %s}", placeholder->name);
      g_string_assign (after, "{end}");
    }
  else
    g_string_printf (before, "{%s}", placeholder->name);

  for (; !tide_placeholder_is_within (around, list); list = tide_placeholder_find_list (list)->list)
    {
      g_autofree char *begin = g_strdup_printf ("{list %s}", list);

      g_string_prepend (before, begin);
      g_string_append (after, "{end}");
    }
  *caret = (guint) g_utf8_strlen (before->str, -1);

  return g_strconcat (before->str, after->str, NULL);
}
