/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-json-scanner.h"

#include "codec/tide-json-text.h"

#include <string.h>

/* Objects with more members than this look for a repeated name in a table, not one by one. */
#define FEW_NAMES 24

/* Room for these is made at once. */
#define FEW_SPANS 64

typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_NAME,
  EXPECT_NAME_OR_END,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} Expectation;

typedef struct
{
  guint32 hash;
  guint32 begin;
  guint32 end;
  gboolean escaped;
} Name;

typedef struct
{
  gboolean is_object;
  gboolean in_child;
  guint32 n_children;
  guint first_name;  /* index in names */
  GHashTable *table; /* (owned) (nullable) (element-type utf8 utf8): the names of a big object */
} Frame;

struct _TideJsonScanner
{
  GBytes *bytes; /* (owned) */
  const char *text;
  const char *end;
  const char *p;
  Expectation expectation;
  guint depth;
  Frame frames[TIDE_JSON_MAX_DEPTH];
  GArray *names; /* (owned) (element-type Name): of the objects open now */
  gboolean failed;
  TideProblemCode code;
  const char *fault;  /* where it failed */
  gsize known_offset; /* the start of known_line */
  guint known_line;
};

static gboolean
fail (TideJsonScanner *self, TideProblemCode code, const char *at)
{
  self->failed = TRUE;
  self->code = code;
  self->fault = at;
  return FALSE;
}

/* What stands at p may not stand there: says so, or says first that it is no character at all. */
static gboolean
fail_unexpected (TideJsonScanner *self, TideProblemCode code, const char *at)
{
  TideProblemCode worse;

  if (at == self->end)
    return fail (self, TIDE_PROBLEM_TRUNCATED, at);

  return fail (self, tide_json_text_check_character (at, self->end, &worse) ? code : worse, at);
}

static inline void
skip_space (TideJsonScanner *self)
{
  const char *p = self->p;

  while (p < self->end && (guchar) *p <= ' '
         && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  self->p = p;
}

static inline Frame *
top_frame (TideJsonScanner *self)
{
  return self->depth > 0 ? &self->frames[self->depth - 1] : NULL;
}

static inline void
end_value (TideJsonScanner *self)
{
  self->expectation = self->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

/* Leaves the value read last: until then it is what the path names. */
static inline void
leave_value (TideJsonScanner *self)
{
  Frame *frame = top_frame (self);

  frame->in_child = FALSE;
  frame->n_children++;
}

static inline gboolean
emit (TideJsonScanner *self, TideJsonToken *token, TideJsonTokenType type, const char *end)
{
  token->type = type;
  token->begin = self->p - self->text;
  token->end = end - self->text;
  token->escaped = FALSE;
  self->p = end;
  return TRUE;
}

static gboolean
open_container (TideJsonScanner *self, TideJsonToken *token, gboolean is_object)
{
  Frame *frame;

  if (self->depth == TIDE_JSON_MAX_DEPTH)
    return fail (self, TIDE_PROBLEM_TOO_DEEP, self->p);

  frame = &self->frames[self->depth++];
  *frame = (Frame) { .is_object = is_object, .first_name = self->names->len };
  self->expectation = is_object ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END;
  return emit (self, token, is_object ? TIDE_JSON_TOKEN_OBJECT_BEGIN : TIDE_JSON_TOKEN_ARRAY_BEGIN,
               self->p + 1);
}

static gboolean
close_container (TideJsonScanner *self, TideJsonToken *token)
{
  Frame *frame = top_frame (self);
  gboolean is_object = frame->is_object;

  g_array_set_size (self->names, frame->first_name);
  g_clear_pointer (&frame->table, g_hash_table_unref);
  self->depth--;
  end_value (self);
  return emit (self, token, is_object ? TIDE_JSON_TOKEN_OBJECT_END : TIDE_JSON_TOKEN_ARRAY_END,
               self->p + 1);
}

/* Names are short: their length and their ends tell most of them apart. */
static inline guint32
hash_bytes (const char *p, gsize length)
{
  const gsize n = MIN (length, sizeof (guint32));
  guint32 first = 0;
  guint32 last = 0;

  memcpy (&first, p, n);
  memcpy (&last, p + length - n, n);

  return ((first * 2654435761u) ^ (last * 2246822519u)) + (guint32) length;
}

static char *
dup_name (TideJsonScanner *self, const Name *name)
{
  GString *text = g_string_sized_new (name->end - name->begin);

  tide_json_text_decode (text, self->text + name->begin + 1, self->text + name->end - 1);
  return g_string_free_and_steal (text);
}

static gboolean
is_same_name (TideJsonScanner *self, const Name *a, const Name *b)
{
  if (a->hash != b->hash)
    return FALSE;
  if (!a->escaped && !b->escaped)
    return a->end - a->begin == b->end - b->begin
           && memcmp (self->text + a->begin, self->text + b->begin, a->end - a->begin) == 0;

  g_autofree char *text_a = dup_name (self, a);
  g_autofree char *text_b = dup_name (self, b);
  return strcmp (text_a, text_b) == 0;
}

/* Moves the names of an object that grew big into a table. */
static void
make_table (TideJsonScanner *self, Frame *frame)
{
  frame->table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = frame->first_name; i < self->names->len; i++)
    g_hash_table_add (frame->table, dup_name (self, &g_array_index (self->names, Name, i)));
}

static gboolean
is_repeated (TideJsonScanner *self, Frame *frame, const Name *name)
{
  if (frame->table == NULL && self->names->len - frame->first_name >= FEW_NAMES)
    make_table (self, frame);
  if (frame->table != NULL)
    return !g_hash_table_add (frame->table, dup_name (self, name));

  for (guint i = frame->first_name; i < self->names->len; i++)
    {
      if (is_same_name (self, &g_array_index (self->names, Name, i), name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_name (TideJsonScanner *self, const TideJsonToken *token)
{
  Frame *frame = top_frame (self);
  Name name = { .begin = token->begin, .end = token->end, .escaped = token->escaped };
  gboolean repeated;

  if (name.escaped)
    {
      g_autofree char *text = dup_name (self, &name);

      name.hash = hash_bytes (text, strlen (text));
    }
  else
    {
      name.hash = hash_bytes (self->text + name.begin + 1, name.end - name.begin - 2);
    }

  repeated = is_repeated (self, frame, &name);
  frame->in_child = TRUE;
  /* The last name of a frame is the one its path is made of. */
  if (frame->table != NULL)
    g_array_set_size (self->names, frame->first_name);
  g_array_append_val (self->names, name);

  return !repeated || fail (self, TIDE_PROBLEM_DUPLICATE_KEY, self->text + name.begin);
}

/* Passes over the string at self->p. */
static inline gboolean
scan_string (TideJsonScanner *self, TideJsonToken *token, TideJsonTokenType type)
{
  const char *cursor = self->p + 1;
  TideProblemCode code;
  gboolean escaped;

  if (!tide_json_text_check (&cursor, self->end, &escaped, &code))
    return fail (self, code, cursor);

  emit (self, token, type, cursor);
  token->escaped = escaped;
  return TRUE;
}

static inline gboolean
scan_name (TideJsonScanner *self, TideJsonToken *token)
{
  if (!scan_string (self, token, TIDE_JSON_TOKEN_NAME) || !add_name (self, token))
    return FALSE;

  skip_space (self);
  if (self->p == self->end || *self->p != ':')
    return fail_unexpected (self, TIDE_PROBLEM_NOT_JSON, self->p);
  self->p++;
  self->expectation = EXPECT_VALUE;
  return TRUE;
}

static inline const char *
skip_digits (const char *p, const char *end)
{
  while (p < end && g_ascii_isdigit (*p))
    p++;

  return p;
}

/* Whether c could go on a number or a word, rightly or not. */
static inline gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '.' || c == '+' || c == '-' || c == '_';
}

/* The end of the number at p as the grammar has it; NULL where it is none. */
static const char *
find_number_end (const char *p, const char *end)
{
  const char *digits;

  if (p < end && *p == '-')
    p++;
  digits = p;
  p = skip_digits (p, end);
  if (p == digits || (*digits == '0' && p - digits > 1))
    return NULL;
  if (p < end && *p == '.')
    {
      digits = p + 1;
      p = skip_digits (digits, end);
      if (p == digits)
        return NULL;
    }
  if (p < end && (*p == 'e' || *p == 'E'))
    {
      p++;
      if (p < end && (*p == '+' || *p == '-'))
        p++;
      digits = p;
      p = skip_digits (digits, end);
      if (p == digits)
        return NULL;
    }

  return p < end && is_word (*p) ? NULL : p;
}

static const char *
find_word_end (const char *p, const char *end)
{
  while (p < end && is_word (*p))
    p++;

  return p;
}

static gboolean
scan_number (TideJsonScanner *self, TideJsonToken *token)
{
  const char *number_end = find_number_end (self->p, self->end);

  if (number_end == NULL)
    return fail (self, TIDE_PROBLEM_BAD_NUMBER, self->p);
  end_value (self);
  return emit (self, token, TIDE_JSON_TOKEN_NUMBER, number_end);
}

static gboolean
scan_word (TideJsonScanner *self, TideJsonToken *token)
{
  static const struct
  {
    const char *word;
    TideJsonTokenType type;
  } words[] = {
    { "true", TIDE_JSON_TOKEN_TRUE },
    { "false", TIDE_JSON_TOKEN_FALSE },
    { "null", TIDE_JSON_TOKEN_NULL },
  };
  const char *word_end = find_word_end (self->p, self->end);
  gsize length = word_end - self->p;

  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (words); i++)
    {
      if (strncmp (self->p, words[i].word, length) != 0)
        continue;
      if (words[i].word[length] == '\0')
        {
          end_value (self);
          return emit (self, token, words[i].type, word_end);
        }
      if (word_end == self->end)
        return fail (self, TIDE_PROBLEM_TRUNCATED, word_end);
    }

  return fail_unexpected (self, TIDE_PROBLEM_NOT_JSON, self->p);
}

static inline gboolean
scan_value (TideJsonScanner *self, TideJsonToken *token)
{
  Frame *frame = top_frame (self);

  if (frame != NULL)
    frame->in_child = TRUE;

  switch (*self->p)
    {
    case '{':
      return open_container (self, token, TRUE);
    case '[':
      return open_container (self, token, FALSE);
    case '"':
      if (!scan_string (self, token, TIDE_JSON_TOKEN_STRING))
        return FALSE;
      end_value (self);
      return TRUE;
    case '+':
    case '-':
    case '.':
    case '0' ... '9':
      return scan_number (self, token);
    default:
      return scan_word (self, token);
    }
}

static gboolean
scan_value_or_name (TideJsonScanner *self, TideJsonToken *token)
{
  Frame *frame = top_frame (self);
  char c = *self->p;

  switch (self->expectation)
    {
    case EXPECT_VALUE_OR_END:
      if (c == ']')
        return close_container (self, token);
      return scan_value (self, token);
    case EXPECT_VALUE:
      return scan_value (self, token);
    case EXPECT_NAME_OR_END:
      if (c == '}')
        return close_container (self, token);
      G_GNUC_FALLTHROUGH;
    case EXPECT_NAME:
      if (c == '"')
        return scan_name (self, token);
      break;
    case EXPECT_COMMA_OR_END:
      if (c == (frame->is_object ? '}' : ']'))
        return close_container (self, token);
      break;
    case EXPECT_NOTHING:
      return fail_unexpected (self, TIDE_PROBLEM_TRAILING_TEXT, self->p);
    default:
      g_assert_not_reached ();
    }

  return fail_unexpected (self, TIDE_PROBLEM_NOT_JSON, self->p);
}

/**
 * tide_json_scanner_new:
 * @bytes: the text of a file
 *
 * Makes a scanner that reads @bytes once, from front to back, and refuses whatever RFC 8259 does
 * not allow, and besides: text that is not UTF-8, a name that is repeated in its object, NUL in any
 * form, surrogates without their partner, more than %TIDE_JSON_MAX_DEPTH levels, strings over 1 MB
 * and text over %TIDE_JSON_MAX_SIZE. A byte order mark at the very start is passed over: it says
 * nothing that is lost when the file is written without it. Numbers are never converted.
 *
 * Returns: (transfer full): the scanner, which holds @bytes
 */
TideJsonScanner *
tide_json_scanner_new (GBytes *bytes)
{
  TideJsonScanner *self = g_new0 (TideJsonScanner, 1);
  gsize size;

  self->bytes = g_bytes_ref (bytes);
  self->text = g_bytes_get_data (bytes, &size);
  /* The data of no bytes may be NULL. */
  if (size == 0)
    self->text = "";
  self->end = self->text + size;
  self->p = self->text;
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->known_line = 1;

  if (size > TIDE_JSON_MAX_SIZE)
    {
      fail (self, TIDE_PROBLEM_FILE_TOO_LARGE, self->text);
      return self;
    }
  if (size >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    self->p += 3;
  self->known_offset = self->p - self->text;
  skip_space (self);
  if (self->p == self->end)
    fail (self, TIDE_PROBLEM_EMPTY_FILE, self->text + self->known_offset);

  return self;
}

/**
 * tide_json_scanner_free:
 * @self: a scanner
 *
 * Frees the scanner.
 */
void
tide_json_scanner_free (TideJsonScanner *self)
{
  for (guint i = 0; i < self->depth; i++)
    g_clear_pointer (&self->frames[i].table, g_hash_table_unref);
  g_array_unref (self->names);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static inline gboolean
next_token (TideJsonScanner *self, TideJsonToken *token)
{
  if (self->failed)
    return FALSE;

  skip_space (self);
  if (self->expectation == EXPECT_COMMA_OR_END)
    {
      leave_value (self);
      if (self->p < self->end && *self->p == ',')
        {
          self->p++;
          self->expectation = top_frame (self)->is_object ? EXPECT_NAME : EXPECT_VALUE;
          skip_space (self);
        }
    }
  if (self->p < self->end)
    return scan_value_or_name (self, token);
  if (self->expectation == EXPECT_NOTHING)
    return emit (self, token, TIDE_JSON_TOKEN_END, self->p);

  return fail (self, TIDE_PROBLEM_TRUNCATED, self->p);
}

/**
 * tide_json_scanner_next:
 * @self: a scanner
 * @token: (out caller-allocates): the next token
 *
 * Reads one token. Colons and commas are checked and passed over. Once the root value is complete
 * and nothing stands behind it the token is %TIDE_JSON_TOKEN_END, again and again.
 *
 * Returns: whether there is one; if not, tide_json_scanner_dup_problem() says what is wrong
 */
gboolean
tide_json_scanner_next (TideJsonScanner *self, TideJsonToken *token)
{
  return next_token (self, token);
}

/* Appends to an array, which is longer than what it has while it grows. */
typedef struct
{
  GArray *array; /* nullable */
  guint n;
  guint open[TIDE_JSON_MAX_DEPTH];
  guint level;
} Spans;

static inline void
add_span (Spans *self, const TideJsonToken *token, const TideJsonToken *name)
{
  if (self->array == NULL)
    return;

  if (self->n == self->array->len)
    g_array_set_size (self->array, MAX (2 * self->n, FEW_SPANS));
  g_array_index (self->array, TideJsonSpan, self->n) = (TideJsonSpan) {
    .type = token->type,
    .begin = token->begin,
    .end = token->end,
    .next = self->n + 1,
    .name_begin = name->begin,
    .name_end = name->end,
    .escaped = token->escaped,
    .name_escaped = name->escaped,
  };
  self->n++;
}

static inline void
open_span (Spans *self)
{
  self->open[self->level++] = self->n;
}

static inline void
close_span (Spans *self, const TideJsonToken *token)
{
  TideJsonSpan *span;

  self->level--;
  if (self->array == NULL)
    return;

  span = &g_array_index (self->array, TideJsonSpan, self->open[self->level]);
  span->end = token->end;
  span->next = self->n;
}

/**
 * tide_json_scanner_skip:
 * @self: a scanner
 * @token: (inout): the first token of a value, read just now; afterwards from its first byte to its
 *   last
 * @spans: (nullable) (element-type TideJsonSpan): where the spans of the value and of all the
 * values in it are appended
 *
 * Passes over the rest of a value, checking it like everything else.
 *
 * Returns: whether the value is sound
 */
gboolean
tide_json_scanner_skip (TideJsonScanner *self, TideJsonToken *token, GArray *spans)
{
  Spans found = { .array = spans, .n = spans != NULL ? spans->len : 0 };
  TideJsonToken inner = *token;
  TideJsonToken name = { .type = TIDE_JSON_TOKEN_NAME };

  g_return_val_if_fail (token->type != TIDE_JSON_TOKEN_NAME, FALSE);

  do
    {
      switch ((guint) inner.type)
        {
        case TIDE_JSON_TOKEN_NAME:
          name = inner;
          continue;
        case TIDE_JSON_TOKEN_OBJECT_END:
        case TIDE_JSON_TOKEN_ARRAY_END:
          close_span (&found, &inner);
          continue;
        case TIDE_JSON_TOKEN_OBJECT_BEGIN:
        case TIDE_JSON_TOKEN_ARRAY_BEGIN:
          open_span (&found);
          break;
        default:
          break;
        }
      add_span (&found, &inner, &name);
      name.end = name.begin;
    }
  while (found.level > 0 && next_token (self, &inner));

  if (spans != NULL)
    g_array_set_size (spans, found.n);
  token->end = inner.end;
  return found.level == 0;
}

/**
 * tide_json_scanner_dup_text:
 * @self: a scanner
 * @token: a name or a string that it read
 *
 * Returns: (transfer full): the decoded text
 */
char *
tide_json_scanner_dup_text (TideJsonScanner *self, const TideJsonToken *token)
{
  Name name = { .begin = token->begin, .end = token->end };

  return dup_name (self, &name);
}

/**
 * tide_json_scanner_get_int64:
 * @self: a scanner
 * @token: a number that it read
 * @value: (out): the number
 *
 * Converts a number that must be a count: no fraction, no exponent, and within 64 bits.
 *
 * Returns: whether it is one
 */
gboolean
tide_json_scanner_get_int64 (TideJsonScanner *self, const TideJsonToken *token, gint64 *value)
{
  g_autofree char *number = g_strndup (self->text + token->begin, token->end - token->begin);

  return g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, value, NULL);
}

/**
 * tide_json_path_append_name:
 * @path: a path
 * @name: name of a member
 *
 * Goes one step down in @path: `.name`, or `["a name"]` where dots would mislead.
 */
void
tide_json_path_append_name (GString *path, const char *name)
{
  gboolean plain = *name != '\0';

  for (const char *p = name; *p != '\0'; p++)
    plain = plain && (g_ascii_isalnum (*p) || *p == '-' || *p == '_');

  if (plain)
    {
      if (path->len > 0)
        g_string_append_c (path, '.');
      g_string_append (path, name);
    }
  else
    {
      g_string_append_c (path, '[');
      tide_json_text_append (path, name);
      g_string_append_c (path, ']');
    }
}

/**
 * tide_json_path_append_index:
 * @path: a path
 * @index: position in an array, from 0
 *
 * Goes one step down in @path: `[index]`.
 */
void
tide_json_path_append_index (GString *path, gsize index)
{
  g_string_append_printf (path, "[%" G_GSIZE_FORMAT "]", index);
}

/**
 * tide_json_scanner_dup_path:
 * @self: a scanner
 *
 * Returns: (transfer full): the path of the value read last or still open, such as
 *   `projects[3].amounts[0].value`; empty for the root
 */
char *
tide_json_scanner_dup_path (TideJsonScanner *self)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < self->depth && self->frames[i].in_child; i++)
    {
      const Frame *frame = &self->frames[i];

      if (frame->is_object)
        {
          guint end = i + 1 < self->depth ? self->frames[i + 1].first_name : self->names->len;
          g_autofree char *name = dup_name (self, &g_array_index (self->names, Name, end - 1));

          tide_json_path_append_name (path, name);
        }
      else
        {
          tide_json_path_append_index (path, frame->n_children);
        }
    }

  return g_string_free_and_steal (path);
}

/**
 * tide_json_scanner_locate:
 * @self: a scanner
 * @offset: offset of a byte
 * @line: (out): its line, from 1
 * @column: (out): its column in characters, from 1; a byte order mark is none
 *
 * Finds where a byte stands for a person. Lines are counted only here, on from the last place that
 * was asked for.
 */
void
tide_json_scanner_locate (TideJsonScanner *self, gsize offset, guint *line, guint *column)
{
  const char *at = self->text + offset;
  const char *start = self->text + self->known_offset;
  const char *newline;

  if (at < start)
    {
      gsize size = self->end - self->text;

      start = self->text + (size >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0);
      self->known_line = 1;
    }
  while (start < at && (newline = memchr (start, '\n', at - start)) != NULL)
    {
      self->known_line++;
      start = newline + 1;
    }
  self->known_offset = start - self->text;

  *line = self->known_line;
  *column = 1;
  for (const char *p = start; p < at; p++)
    {
      if (((guchar) *p & 0xc0) != 0x80)
        *column += 1;
    }
}

/* The word, number or escape at p, or the one character, as a person should see it. */
static char *
dup_excerpt (TideJsonScanner *self, const char *p)
{
  const char *limit = p + MIN (self->end - p, 40);
  const char *word_end = find_word_end (*p == '\\' ? p + 1 : p, limit);
  TideProblemCode code;

  if (g_ascii_iscntrl (*p))
    return g_strdup_printf ("U+%04X", (guchar) *p);
  if (*p == '\\' && word_end > p + 1)
    return g_strndup (p, p[1] == 'u' ? MIN (word_end - p, 6) : 2);
  if (word_end > p)
    return g_strndup (p, word_end - p);
  if (!tide_json_text_check_character (p, self->end, &code))
    return NULL;

  return g_strndup (p, g_utf8_next_char (p) - p);
}

static char *
dup_argument (TideJsonScanner *self)
{
  switch ((guint) self->code)
    {
    case TIDE_PROBLEM_DUPLICATE_KEY:
      return dup_name (self, &g_array_index (self->names, Name, self->names->len - 1));
    case TIDE_PROBLEM_FILE_TOO_LARGE:
      return g_strdup (TIDE_JSON_MAX_SIZE_TEXT);
    case TIDE_PROBLEM_STRING_TOO_LONG:
      return g_strdup (TIDE_JSON_TEXT_MAX_TEXT);
    case TIDE_PROBLEM_TOO_DEEP:
      return g_strdup_printf ("%d", TIDE_JSON_MAX_DEPTH);
    case TIDE_PROBLEM_CONTROL_CHARACTER:
    case TIDE_PROBLEM_BAD_ESCAPE:
    case TIDE_PROBLEM_BAD_NUMBER:
    case TIDE_PROBLEM_NOT_JSON:
    case TIDE_PROBLEM_TRAILING_TEXT:
      return dup_excerpt (self, self->fault);
    default:
      return NULL;
    }
}

/**
 * tide_json_scanner_dup_problem:
 * @self: a scanner that refused the text
 * @file_name: (nullable): name of the file, for people
 *
 * Says what is wrong and where. The argument is what stands there: the number, word, escape or
 * character, the repeated name, a control character as `U+0009`, or the limit that was passed.
 *
 * Returns: (transfer full): the refusal
 */
TideProblem *
tide_json_scanner_dup_problem (TideJsonScanner *self, const char *file_name)
{
  g_autofree char *argument = dup_argument (self);
  g_autofree char *path = tide_json_scanner_dup_path (self);
  TideProblem *problem = tide_problem_new (self->code, argument, NULL);
  guint line, column;

  tide_json_scanner_locate (self, self->fault - self->text, &line, &column);
  tide_problem_set_place (problem, file_name, line, column, *path != '\0' ? path : NULL);
  return problem;
}
