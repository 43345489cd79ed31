/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-strings.h"

#include "codec/tide-table.h"
#include "codec/tide-xlsx-text.h"
#include "codec/tide-xml.h"
#include "core/tide-problem.h"

#include <string.h>

#define BLOCK (64 * 1024)

struct _TideXlsxStrings
{
  GStringChunk *chunk; /* owned */
  GPtrArray *texts;    /* (owned) (element-type utf8): in chunk */
  TideXlsxText text;   /* owned; of the item that is being read */
  gboolean in_item;
};

static gboolean
refuse (TideProblemCode code, const char *limit, GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (code, limit, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

static gboolean
start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  TideXlsxStrings *self = data;

  if (self->in_item)
    tide_xlsx_text_start (&self->text, name, names, values);
  else if (strcmp (name, "si") == 0)
    {
      self->in_item = TRUE;
      tide_xlsx_text_reset (&self->text);
    }

  return TRUE;
}

static gboolean
end (const char *name, gpointer data, GError **error)
{
  TideXlsxStrings *self = data;
  const GString *text = self->text.text;

  if (!self->in_item)
    return TRUE;

  tide_xlsx_text_end (&self->text, name);
  if (text->len > TIDE_TABLE_MAX_CELL)
    return refuse (TIDE_PROBLEM_STRING_TOO_LONG, "1 MB", error);
  if (strcmp (name, "si") != 0)
    return TRUE;
  if (self->texts->len >= TIDE_XLSX_MAX_STRINGS)
    return refuse (TIDE_PROBLEM_TOO_MANY_STRINGS, "5,000,000", error);

  self->in_item = FALSE;
  g_ptr_array_add (self->texts,
                   g_string_chunk_insert_len (self->chunk, text->str, (gssize) text->len));

  return TRUE;
}

static void
text (const char *piece, gsize length, gpointer data)
{
  TideXlsxStrings *self = data;

  tide_xlsx_text_add (&self->text, piece, length);
}

/**
 * tide_xlsx_strings_read:
 * @archive: an archive
 * @part: (nullable): the part of the shared texts; %NULL for none
 * @cancellable: (nullable): stops it
 * @error: why it stopped
 *
 * Reads the texts that the cells of a spreadsheet share.
 *
 * Returns: (transfer full) (nullable): the texts; %NULL with @error set
 */
TideXlsxStrings *
tide_xlsx_strings_read (TideArchive *archive,
                        const char *part,
                        GCancellable *cancellable,
                        GError **error)
{
  static const TideXmlHandler handler = { start, end, text };
  g_autoptr (TideXlsxStrings) self = g_new0 (TideXlsxStrings, 1);

  self->chunk = g_string_chunk_new (BLOCK);
  self->texts = g_ptr_array_new ();
  tide_xlsx_text_init (&self->text);
  if (part != NULL && !tide_xml_read (archive, part, &handler, self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tide_xlsx_strings_free:
 * @self: (transfer full): shared texts
 */
void
tide_xlsx_strings_free (TideXlsxStrings *self)
{
  g_return_if_fail (self != NULL);

  tide_xlsx_text_clear (&self->text);
  g_ptr_array_unref (self->texts);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

/**
 * tide_xlsx_strings_get:
 * @self: shared texts
 * @index: the number of one, from 0
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where there are not so many
 */
const char *
tide_xlsx_strings_get (const TideXlsxStrings *self, guint64 index)
{
  return index < self->texts->len ? g_ptr_array_index (self->texts, index) : NULL;
}
