/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-table-source-private.h"

#include "codec/tide-decoder.h"
#include "codec/tide-delimited-private.h"
#include "core/tide-problem.h"

#include <string.h>

/* How much of a text is looked at, in bytes, and how much of its end. */
#define HEAD (64 * 1024)
#define TAIL 1024

/* Of so many characters one may be none that texts have. */
#define CHARACTERS_PER_SLIP 50

/* Elements that nothing but a page begins with. */
static const char *const page_names[] = {
  "html", "head", "body", "table", "meta", "style", "google-sheets-html-origin",
};

/* What stands in the cells of somebody's table as well. */
static const char *const table_marks[] = { "<table", "<tr>", "<tr ", "<td>", "<td " };

static gboolean
is_wide (TideEncoding encoding)
{
  return encoding >= TIDE_ENCODING_UTF16_LE && encoding <= TIDE_ENCODING_UTF32_BE;
}

static gboolean
is_odd (gunichar character)
{
  if (character < 0x20 || character == 0x7f)
    return strchr ("\t\n\v\f\r\x1a\x1b", (int) character) == NULL || character == 0;

  return !g_unichar_isdefined (character);
}

static GString *
decode_head (GBytes *bytes, TideEncoding encoding)
{
  g_autoptr (TideDecoder) decoder = tide_decoder_new (bytes, encoding);
  GString *head = g_string_new (NULL);
  const char *piece;
  gsize length;

  while (head->len < HEAD && (piece = tide_decoder_next (decoder, &length, NULL)) != NULL)
    g_string_append_len (head, piece, (gssize) length);

  return head;
}

/* Bytes that can be read as UTF-16 need not make words. */
static gboolean
has_odd_characters (const GString *head)
{
  gsize n = 0;
  gsize n_odd = 0;

  for (const char *c = head->str; c < head->str + head->len; c = g_utf8_next_char (c))
    {
      n++;
      n_odd += is_odd (g_utf8_get_char (c));
    }

  return n == 0 || n_odd * CHARACTERS_PER_SLIP > n;
}

static gboolean
has_odd_bytes (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const gsize end = MIN (size, HEAD);
  gsize n_odd = 0;

  for (gsize i = 0; i < end; i++)
    n_odd += data[i] < 0x80 && is_odd (data[i]);

  return n_odd * CHARACTERS_PER_SLIP > end;
}

/* JSON ------------------------------------------------------------------------------------- */

static const char *
skip_space (const char *text)
{
  return text + strspn (text, " \t\r\n");
}

static gboolean
is_json (const char *text)
{
  const char *next = skip_space (text + 1);

  return (*text == '{' && strchr ("\"}", *next) != NULL)
         || (*text == '[' && strchr ("{[\"]", *next) != NULL);
}

/* Markup ------------------------------------------------------------------------------------ */

/* Where the first element begins; comments, declarations and instructions stand before it. */
static const char *
find_element (const char *text, gboolean *is_xml)
{
  *is_xml = FALSE;
  while (text != NULL && text[0] == '<' && (text[1] == '!' || text[1] == '?'))
    {
      const gboolean is_comment = g_str_has_prefix (text, "<!--");
      const char *end = strstr (text, is_comment ? "-->" : ">");

      *is_xml = *is_xml || text[1] == '?';
      text = end != NULL ? skip_space (end + (is_comment ? 3 : 1)) : NULL;
    }

  return text != NULL && *text == '<' && g_ascii_isalpha (text[1]) ? text : NULL;
}

static char *
dup_name (const char *element)
{
  const gsize length = strcspn (element + 1, " \t\r\n/>,;");
  g_autofree char *name = g_strndup (element + 1, length);

  return g_ascii_strdown (name, -1);
}

/* Whether the text ends as the element does. */
static gboolean
is_closed (GBytes *bytes, const char *name)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const gsize length = MIN (size, TAIL);
  g_autofree char *tail = g_strndup (data + size - length, length);
  g_autofree char *end = g_ascii_strdown (g_strchomp (tail), -1);
  g_autofree char *tag = g_strdup_printf ("</%s>", name);

  return g_str_has_suffix (end, tag);
}

static gboolean
has_table (const char *text)
{
  g_autofree char *small = g_ascii_strdown (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (table_marks); i++)
    if (strstr (small, table_marks[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_page_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_names); i++)
    if (strcmp (page_names[i], name) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
refuse_spreadsheet (const char *ending, GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (TIDE_PROBLEM_OTHER_SPREADSHEET, ending, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

static gboolean
refuse_xml (const char *name, const char *text, GError **error)
{
  if (strcmp (name, "svg") == 0)
    return tide_table_source_refuse ("picture", error);
  if (strcmp (name, "workbook") == 0 && strstr (text, "microsoft-com:office:spreadsheet") != NULL)
    return refuse_spreadsheet (".xml", error);
  if (strcmp (name, "office:document") == 0)
    return strstr (text, "opendocument.spreadsheet") != NULL
               ? refuse_spreadsheet (".fods", error)
               : tide_table_source_refuse ("document", error);

  return tide_table_source_refuse ("xml", error);
}

/* Columns may be called as elements are: <TICKER>,<DATE>. */
static gboolean
judge_markup (GBytes *bytes, const char *text, TideTableSourceKind *kind, GError **error)
{
  gboolean is_xml;
  const char *element = find_element (text, &is_xml);
  g_autofree char *name = element != NULL ? dup_name (element) : NULL;

  if (g_ascii_strncasecmp (text, "<!doctype html", strlen ("<!doctype html")) == 0
      || (name != NULL && is_page_name (name)))
    *kind = TIDE_TABLE_SOURCE_PAGE;
  else if (name != NULL && (is_xml || is_closed (bytes, name)))
    {
      if (is_xml || !has_table (text))
        return refuse_xml (name, text, error);
      *kind = TIDE_TABLE_SOURCE_PAGE;
    }
  else if (has_table (text))
    *kind = TIDE_TABLE_SOURCE_PAGE;

  return TRUE;
}

/*
 * tide_table_source_judge_text:
 * @bytes: a file without the mark of any kind of files
 * @encoding: what its text is likely to be in
 * @kind: (out): what it is: text or a page
 * @error: where a refusal is put
 *
 * Returns: whether it may have tables: %FALSE where it is no text, or text of another kind
 */
gboolean
tide_table_source_judge_text (GBytes *bytes,
                              TideEncoding encoding,
                              TideTableSourceKind *kind,
                              GError **error)
{
  g_autoptr (GString) head = decode_head (bytes, encoding);
  const char *text = skip_space (head->str);

  *kind = TIDE_TABLE_SOURCE_TEXT;
  if (is_wide (encoding) ? has_odd_characters (head) : has_odd_bytes (bytes))
    return tide_table_source_refuse ("binary", error);
  if (is_json (text))
    return tide_table_source_refuse (
        strstr (text, "\"tideline-register\"") != NULL ? "register" : "json", error);
  if (*text == '<')
    return judge_markup (bytes, text, kind, error);

  return TRUE;
}

/*
 * tide_table_source_has_columns:
 * @head: the beginning of a text
 * @options: how it is read
 *
 * Returns: whether most of its rows have several cells
 */
gboolean
tide_table_source_has_columns (GBytes *head, const TideDelimitedOptions *options)
{
  g_autoptr (GString) text = decode_head (head, options->encoding);
  g_autoptr (TideTable) table = NULL;
  guint n = 0;

  /* A text that ends here ends its last line. */
  g_string_append_c (text, '\n');
  table = tide_delimited_read_beginning (text, options);
  for (guint row = 0; row < tide_table_get_n_rows (table); row++)
    n += tide_table_get_row_length (table, row) > 1;

  return n > 0 && n >= tide_table_get_n_rows (table) / 2;
}
