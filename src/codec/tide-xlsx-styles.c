/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-styles.h"

#include "codec/tide-xml.h"
#include "core/tide-problem.h"

#include <string.h>

struct _TideXlsxStyles
{
  GHashTable *codes;       /* (owned) (element-type uint utf8): by the number of a format */
  GHashTable *formats;     /* (owned) (element-type uint TideXlsxFormat): those asked for */
  GArray *styles;          /* (owned) (element-type guint): the format of each style */
  TideXlsxFormat *general; /* owned */
  gboolean in_codes;
  gboolean in_styles;
};

static gboolean
refuse_more (GError **error)
{
  g_autoptr (TideProblem) problem
      = tide_problem_new (TIDE_PROBLEM_TOO_MANY_FORMATS, "100,000", NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

static guint
get_id (const char **names, const char **values)
{
  const char *id = tide_xml_get_attribute (names, values, "numFmtId");
  guint64 number;

  return id != NULL && g_ascii_string_to_unsigned (id, 10, 0, G_MAXINT32, &number, NULL)
             ? (guint) number
             : 0;
}

static gboolean
add_code (TideXlsxStyles *self, const char **names, const char **values, GError **error)
{
  const char *code = tide_xml_get_attribute (names, values, "formatCode");

  if (g_hash_table_size (self->codes) >= TIDE_XLSX_MAX_STYLES)
    return refuse_more (error);
  if (code != NULL)
    g_hash_table_insert (self->codes, GUINT_TO_POINTER (get_id (names, values)), g_strdup (code));

  return TRUE;
}

static gboolean
add_style (TideXlsxStyles *self, const char **names, const char **values, GError **error)
{
  guint id = get_id (names, values);

  if (self->styles->len >= TIDE_XLSX_MAX_STYLES)
    return refuse_more (error);
  g_array_append_val (self->styles, id);

  return TRUE;
}

static gboolean
start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  TideXlsxStyles *self = data;

  if (self->in_codes && strcmp (name, "numFmt") == 0)
    return add_code (self, names, values, error);
  if (self->in_styles && strcmp (name, "xf") == 0)
    return add_style (self, names, values, error);

  if (strcmp (name, "numFmts") == 0)
    self->in_codes = TRUE;
  else if (strcmp (name, "cellXfs") == 0)
    self->in_styles = TRUE;

  return TRUE;
}

static gboolean
end (const char *name, gpointer data, GError **error)
{
  TideXlsxStyles *self = data;

  if (strcmp (name, "numFmts") == 0)
    self->in_codes = FALSE;
  else if (strcmp (name, "cellXfs") == 0)
    self->in_styles = FALSE;

  return TRUE;
}

/**
 * tide_xlsx_styles_read:
 * @archive: an archive
 * @part: (nullable): the part of the styles; %NULL for none
 * @cancellable: (nullable): stops it
 * @error: why it stopped
 *
 * Reads the formats of numbers in the styles of cells.
 *
 * Returns: (transfer full) (nullable): the styles; %NULL with @error set
 */
TideXlsxStyles *
tide_xlsx_styles_read (TideArchive *archive,
                       const char *part,
                       GCancellable *cancellable,
                       GError **error)
{
  static const TideXmlHandler handler = { start, end, NULL };
  g_autoptr (TideXlsxStyles) self = g_new0 (TideXlsxStyles, 1);

  self->codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->formats = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) tide_xlsx_format_free);
  self->styles = g_array_new (FALSE, FALSE, sizeof (guint));
  self->general = tide_xlsx_format_parse ("General");
  if (part != NULL && !tide_xml_read (archive, part, &handler, self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tide_xlsx_styles_free:
 * @self: (transfer full): styles
 */
void
tide_xlsx_styles_free (TideXlsxStyles *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->formats);
  g_array_unref (self->styles);
  tide_xlsx_format_free (self->general);
  g_free (self);
}

static TideXlsxFormat *
make_format (const TideXlsxStyles *self, guint id)
{
  const char *code = g_hash_table_lookup (self->codes, GUINT_TO_POINTER (id));

  if (code == NULL)
    code = tide_xlsx_format_get_built_in (id);

  return tide_xlsx_format_parse (code == NULL ? "General" : code);
}

/**
 * tide_xlsx_styles_get_format:
 * @self: styles
 * @style: the number of a style, from 0
 *
 * Returns: (transfer none): its format; the general one for a style that there is not
 */
const TideXlsxFormat *
tide_xlsx_styles_get_format (TideXlsxStyles *self, guint style)
{
  guint id = style < self->styles->len ? g_array_index (self->styles, guint, style) : 0;
  TideXlsxFormat *format;

  if (id == 0)
    return self->general;

  format = g_hash_table_lookup (self->formats, GUINT_TO_POINTER (id));
  if (format == NULL)
    {
      format = make_format (self, id);
      g_hash_table_insert (self->formats, GUINT_TO_POINTER (id), format);
    }

  return format;
}
