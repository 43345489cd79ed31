/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-workbook.h"

#include "codec/tide-xlsx-links.h"
#include "codec/tide-xml.h"
#include "core/tide-problem.h"

#include <string.h>

typedef struct
{
  TideXlsxWorkbook *workbook;
  const TideXlsxLinks *links;
  gboolean is_workbook;
} Reading;

static void
sheet_free (TideXlsxSheet *sheet)
{
  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

static gboolean
refuse (TideProblemCode code, const char *argument, GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (code, argument, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

/* Sheets of charts and macros have no cells. */
static gboolean
add_sheet (const Reading *self, const char **names, const char **values, GError **error)
{
  const char *name = tide_xml_get_attribute (names, values, "name");
  const char *id = tide_xml_get_attribute (names, values, ":id");
  const char *state = tide_xml_get_attribute (names, values, "state");
  const char *part = id == NULL ? NULL : tide_xlsx_links_get (self->links, id, "worksheet");
  TideXlsxSheet *sheet;

  if (part == NULL)
    return TRUE;
  if (self->workbook->sheets->len >= TIDE_ARCHIVE_MAX_PARTS)
    return refuse (TIDE_PROBLEM_TOO_MANY_PARTS, "10,000", error);

  sheet = g_new0 (TideXlsxSheet, 1);
  sheet->name = g_strdup (name == NULL ? "" : name);
  sheet->part = g_strdup (part);
  sheet->is_hidden = state != NULL && strcmp (state, "visible") != 0;
  g_ptr_array_add (self->workbook->sheets, sheet);

  return TRUE;
}

static gboolean
start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Reading *self = data;

  if (strcmp (name, "workbook") == 0)
    self->is_workbook = TRUE;
  else if (!self->is_workbook)
    return refuse (TIDE_PROBLEM_NOT_A_SPREADSHEET, NULL, error);
  else if (strcmp (name, "sheet") == 0)
    return add_sheet (self, names, values, error);
  else if (strcmp (name, "workbookPr") == 0)
    self->workbook->is_1904 = tide_xml_get_flag (names, values, "date1904");

  return TRUE;
}

/* A spreadsheet of another program, or of Excel's binary kind, is named. */
static gboolean
refuse_other (TideArchive *archive, GError **error)
{
  static const struct
  {
    const char *part;
    const char *kind;
  } others[] = {
    { "xl/workbook.bin", ".xlsb" },
    { "content.xml", ".ods" },
    { "Index/Document.iwa", ".numbers" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (tide_archive_has_part (archive, others[i].part))
      return refuse (TIDE_PROBLEM_OTHER_SPREADSHEET, others[i].kind, error);

  return refuse (TIDE_PROBLEM_NOT_A_SPREADSHEET, NULL, error);
}

static char *
find_workbook (TideArchive *archive, GCancellable *cancellable, GError **error)
{
  g_autoptr (TideXlsxLinks) links = tide_xlsx_links_read (archive, "", cancellable, error);
  const char *part;

  if (links == NULL)
    return NULL;

  part = tide_xlsx_links_find (links, "officeDocument");
  if (part == NULL || g_str_has_suffix (part, ".bin"))
    {
      refuse_other (archive, error);
      return NULL;
    }

  return g_strdup (part);
}

/**
 * tide_xlsx_workbook_read:
 * @archive: an archive
 * @cancellable: (nullable): stops it
 * @error: why it stopped
 *
 * Finds the parts of a spreadsheet by the links between them, whatever they are called.
 *
 * Returns: (transfer full) (nullable): the parts; %NULL with @error set where the archive is no
 *   spreadsheet or has no sheet with cells
 */
TideXlsxWorkbook *
tide_xlsx_workbook_read (TideArchive *archive, GCancellable *cancellable, GError **error)
{
  static const TideXmlHandler handler = { start, NULL, NULL };
  g_autoptr (TideXlsxWorkbook) self = g_new0 (TideXlsxWorkbook, 1);
  g_autofree char *part = find_workbook (archive, cancellable, error);
  g_autoptr (TideXlsxLinks) links = NULL;
  Reading reading = { .workbook = self };

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  if (part == NULL)
    return NULL;

  links = tide_xlsx_links_read (archive, part, cancellable, error);
  if (links == NULL)
    return NULL;

  reading.links = links;
  self->strings = g_strdup (tide_xlsx_links_find (links, "sharedStrings"));
  self->styles = g_strdup (tide_xlsx_links_find (links, "styles"));
  if (!tide_xml_read (archive, part, &handler, &reading, cancellable, error))
    return NULL;
  if (self->sheets->len == 0)
    {
      refuse (TIDE_PROBLEM_NO_SHEETS, NULL, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * tide_xlsx_workbook_free:
 * @self: (transfer full): the parts of a spreadsheet
 */
void
tide_xlsx_workbook_free (TideXlsxWorkbook *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->sheets);
  g_free (self->strings);
  g_free (self->styles);
  g_free (self);
}
