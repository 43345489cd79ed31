/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xml.h"

#include "core/tide-problem.h"

#include <string.h>

/* How much may be read without an element or a text coming to its end. */
#define MAX_PIECE (8 * 1024 * 1024)

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  const char *part;
  const TideXmlHandler *handler;
  gpointer user_data;
  GMarkupParseContext *context; /* owned */
  gboolean has_begun;
  guint depth;
  guint n_elements; /* of this part */
  guint n_others;   /* of parts that were read before */
  gsize piece;      /* bytes since something came to its end */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->context, g_markup_parse_context_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
refuse (const Reading *self,
        TideProblemCode code,
        const char *first,
        const char *second,
        GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (code, first, second, NULL);

  tide_problem_set_place (problem, NULL, 0, 0, self->part);
  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

static const char *
get_local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon == NULL ? name : colon + 1;
}

static void
start_element (GMarkupParseContext *context,
               const char *name,
               const char **attribute_names,
               const char **attribute_values,
               gpointer user_data,
               GError **error)
{
  Reading *self = user_data;

  self->piece = 0;
  if (++self->depth > TIDE_XML_MAX_DEPTH)
    refuse (self, TIDE_PROBLEM_TOO_DEEP, G_STRINGIFY (TIDE_XML_MAX_DEPTH), NULL, error);
  else if (++self->n_elements + self->n_others > TIDE_XML_MAX_ELEMENTS)
    refuse (self, TIDE_PROBLEM_TOO_MANY_ELEMENTS, "25,000,000", self->part, error);
  else if (self->handler->start != NULL)
    self->handler->start (get_local_name (name), attribute_names, attribute_values, self->user_data,
                          error);
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  self->piece = 0;
  self->depth--;
  if (self->handler->end != NULL)
    self->handler->end (get_local_name (name), self->user_data, error);
}

static void
take_text (GMarkupParseContext *context,
           const char *text,
           gsize length,
           gpointer user_data,
           GError **error)
{
  Reading *self = user_data;

  self->piece = 0;
  if (memchr (text, '\0', length) != NULL)
    refuse (self, TIDE_PROBLEM_NUL_CHARACTER, NULL, NULL, error);
  else if (self->handler->text != NULL)
    self->handler->text (text, length, self->user_data);
}

/* Comments, instructions, and a document type, which honest parts do not have. */
static void
take_other (GMarkupParseContext *context,
            const char *text,
            gsize length,
            gpointer user_data,
            GError **error)
{
  Reading *self = user_data;

  self->piece = 0;
  if (length > 2 && strncmp (text, "<!", 2) == 0 && text[2] != '-')
    refuse (self, TIDE_PROBLEM_XML_DECLARATION, self->part, NULL, error);
}

/* Says in our own words what is wrong with the XML. */
static gboolean
explain (const Reading *self, GError *cause, GError **error)
{
  g_autofree char *line_text = NULL;
  int line;

  if (cause->domain != G_MARKUP_ERROR)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }

  g_markup_parse_context_get_position (self->context, &line, NULL);
  line_text = g_strdup_printf ("%d", line);
  if (g_error_matches (cause, G_MARKUP_ERROR, G_MARKUP_ERROR_BAD_UTF8))
    refuse (self, TIDE_PROBLEM_NOT_UTF8, NULL, NULL, error);
  else
    refuse (self, TIDE_PROBLEM_BAD_XML, line_text, self->part, error);
  g_error_free (cause);

  return FALSE;
}

static gboolean
skip_mark (Reading *self, const char **bytes, gsize *length, GError **error)
{
  if (self->has_begun)
    return TRUE;

  self->has_begun = TRUE;
  if (*length >= 2 && (memcmp (*bytes, "\xff\xfe", 2) == 0 || memcmp (*bytes, "\xfe\xff", 2) == 0))
    return refuse (self, TIDE_PROBLEM_NOT_UTF8, NULL, NULL, error);
  if (*length >= 3 && memcmp (*bytes, BYTE_ORDER_MARK, 3) == 0)
    {
      *bytes += 3;
      *length -= 3;
    }

  return TRUE;
}

static gboolean
take_bytes (const char *bytes, gsize length, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  GError *cause = NULL;

  if (!skip_mark (self, &bytes, &length, error))
    return FALSE;

  self->piece += length;
  if (!g_markup_parse_context_parse (self->context, bytes, (gssize) length, &cause))
    return explain (self, cause, error);
  if (self->piece > MAX_PIECE)
    return refuse (self, TIDE_PROBLEM_STRING_TOO_LONG, "8 MB", NULL, error);

  return TRUE;
}

/**
 * tide_xml_get_attribute:
 * @names: names of the attributes of an element, ended by %NULL
 * @values: their values
 * @name: a name; where it begins with a colon, any prefix may stand before it
 *
 * Returns: (transfer none) (nullable): its value, or %NULL
 */
const char *
tide_xml_get_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0 || (name[0] == ':' && g_str_has_suffix (names[i], name)))
      return values[i];

  return NULL;
}

/**
 * tide_xml_get_flag:
 * @names: names of the attributes of an element, ended by %NULL
 * @values: their values
 * @name: a name
 *
 * Returns: whether the attribute is there and true
 */
gboolean
tide_xml_get_flag (const char **names, const char **values, const char *name)
{
  const char *value = tide_xml_get_attribute (names, values, name);

  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}

/**
 * tide_xml_read:
 * @archive: an archive
 * @part: the name of a part that is XML in UTF-8
 * @handler: (scope call): given its elements and texts
 * @user_data: for @handler
 * @cancellable: (nullable): stops it
 * @error: why it stopped
 *
 * Reads a part as XML. Prefixes of names are left out, so that a namespace may be called anything.
 *
 * Returns: %FALSE with @error set where the archive or the part is damaged or hostile, or @handler
 *   or @cancellable stopped it
 */
gboolean
tide_xml_read (TideArchive *archive,
               const char *part,
               const TideXmlHandler *handler,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, take_text, take_other, NULL };
  g_auto (Reading) self = { .part = part, .handler = handler, .user_data = user_data };
  GError *cause = NULL;

  self.n_others = tide_archive_get_other_elements (archive, part);
  self.context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &self, NULL);
  if (!tide_archive_read_part (archive, part, take_bytes, &self, cancellable, error))
    return FALSE;
  if (!g_markup_parse_context_end_parse (self.context, &cause))
    return explain (&self, cause, error);

  tide_archive_count_elements (archive, part, self.n_elements);

  return TRUE;
}
