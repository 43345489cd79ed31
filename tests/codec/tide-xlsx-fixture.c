/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-xlsx-fixture.h"

#include <zip.h>

#include <string.h>

static void
add_part (zip_t *zip, const char *name, const char *contents)
{
  gsize length = strlen (contents);
  zip_source_t *source = zip_source_buffer (zip, g_memdup2 (contents, length), length, 1);

  g_assert_nonnull (source);
  g_assert_cmpint (zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8), >=, 0);
}

/* What has been written into a source of libzip. */
static GBytes *
take_bytes (zip_source_t *source)
{
  zip_stat_t stat;
  g_autofree char *data = NULL;

  g_assert_cmpint (zip_source_open (source), ==, 0);
  g_assert_cmpint (zip_source_stat (source, &stat), ==, 0);
  data = g_malloc (stat.size);
  g_assert_cmpint (zip_source_read (source, data, stat.size), ==, (gint64) stat.size);
  zip_source_close (source);

  return g_bytes_new_take (g_steal_pointer (&data), stat.size);
}

static GBytes *
finish (zip_t *zip, zip_source_t *source)
{
  GBytes *bytes;

  zip_source_keep (source);
  g_assert_cmpint (zip_close (zip), ==, 0);
  bytes = take_bytes (source);
  zip_source_free (source);

  return bytes;
}

GBytes *
tide_xlsx_fixture_pack (const char *name, ...)
{
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source (source, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  va_list parts;

  g_assert_nonnull (zip);
  va_start (parts, name);
  for (const char *part = name; part != NULL; part = va_arg (parts, const char *))
    add_part (zip, part, va_arg (parts, const char *));
  va_end (parts);

  return finish (zip, source);
}

GBytes *
tide_xlsx_fixture_make (const char *data, const char *strings, const char *styles)
{
  g_autofree char *sheet = g_strconcat ("<worksheet xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\">", data,
                                        "</worksheet>", NULL);
  g_autofree char *links
      = g_strconcat ("<Relationships xmlns=\"" TIDE_XLSX_FIXTURE_PACKAGE "\">"
                     "<Relationship Id=\"rId1\" Type=\"" TIDE_XLSX_FIXTURE_LINK
                     "/worksheet\" Target=\"worksheets/sheet1.xml\"/>",
                     strings == NULL ? ""
                                     : "<Relationship Id=\"rId2\" Type=\"" TIDE_XLSX_FIXTURE_LINK
                                       "/sharedStrings\" Target=\"sharedStrings.xml\"/>",
                     styles == NULL ? ""
                                    : "<Relationship Id=\"rId3\" Type=\"" TIDE_XLSX_FIXTURE_LINK
                                      "/styles\" Target=\"styles.xml\"/>",
                     "</Relationships>", NULL);
  g_autofree char *strings_part = g_strconcat ("<sst xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\">",
                                               strings == NULL ? "" : strings, "</sst>", NULL);
  g_autofree char *styles_part = g_strconcat ("<styleSheet xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\">",
                                              styles == NULL ? "" : styles, "</styleSheet>", NULL);

  return tide_xlsx_fixture_pack ("_rels/.rels", TIDE_XLSX_FIXTURE_ROOT, "xl/workbook.xml",
                                 TIDE_XLSX_FIXTURE_WORKBOOK, "xl/_rels/workbook.xml.rels", links,
                                 "xl/sharedStrings.xml", strings_part, "xl/styles.xml", styles_part,
                                 "xl/worksheets/sheet1.xml", sheet, NULL);
}
