/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-copy.h"

#include "codec/tide-csv-writer.h"
#include "codec/tide-json-writer.h"
#include "core/tide-snapshot-part.h"
#include "ui/lists/tide-project-cell.h"

#include <glib/gi18n-lib.h>

#include <string.h>

struct _TideProjectsCopy
{
  TideSnapshot *snapshot; /* owned */
  GPtrArray *projects;    /* owned, of TideProjectPayload */
  TideColumnChoice choice;
  TideAmountKind kind;
};

/**
 * tide_projects_copy_new:
 * @snapshot: a register at one moment
 * @projects: (transfer full) (element-type TideProjectPayload): some of its projects, in the order
 *   in which they are shown
 * @choice: the columns of the table
 * @kind: the kind of amount that a person has chosen
 *
 * Returns: (transfer full): a copy, which any one thread may write
 */
TideProjectsCopy *
tide_projects_copy_new (TideSnapshot *snapshot,
                        GPtrArray *projects,
                        const TideColumnChoice *choice,
                        TideAmountKind kind)
{
  TideProjectsCopy *self = g_new0 (TideProjectsCopy, 1);

  self->snapshot = tide_snapshot_ref (snapshot);
  self->projects = projects;
  self->choice = *choice;
  self->kind = kind;

  return self;
}

/**
 * tide_projects_copy_free:
 * @self: (transfer full): a copy
 */
void
tide_projects_copy_free (TideProjectsCopy *self)
{
  g_ptr_array_unref (self->projects);
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

static char *
dup_title (TideProjectsCopy *self, const TideProjectColumn *column)
{
  return tide_project_column_dup_title (column, tide_snapshot_get_settings (self->snapshot),
                                        self->kind);
}

/* NULL where a confidential project may tell what stands there. */
static char *
dup_disguise (const TideProjectPayload *project, TideOrderKey key)
{
  if (!project->confidential)
    return NULL;
  if (key == TIDE_ORDER_NAME)
    return g_strdup (project->code_name != NULL ? project->code_name : _ ("Confidential Project"));

  return key == TIDE_ORDER_OTHER_NAME || key == TIDE_ORDER_INVESTOR ? g_strdup ("") : NULL;
}

static char *
dup_cell (TideProjectsCopy *self, const TideProjectPayload *project, TideOrderKey key)
{
  const TideOrder column = { .key = key, .amount_kind = self->kind };
  char *disguise = dup_disguise (project, key);

  return disguise != NULL ? disguise
                          : tide_project_cell_dup_text (self->snapshot, project, &column);
}

static gboolean
is_number (const TideProjectColumn *column, const char *text)
{
  return tide_project_column_is_amount (column) && strspn (text, "-0123456789.") == strlen (text);
}

/**
 * tide_projects_copy_write_text:
 * @self: a copy
 *
 * Returns: (transfer full): a table with a header, cells divided by tabulators; texts that a
 *   spreadsheet would take for formulas are guarded
 */
GBytes *
tide_projects_copy_write_text (TideProjectsCopy *self)
{
  g_autoptr (TideCsvWriter) writer = tide_csv_writer_new_for_clipboard ();

  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    if (self->choice.columns[i].is_shown)
      {
        g_autofree char *title = dup_title (self, self->choice.columns[i].column);

        tide_csv_writer_add_text (writer, title);
      }
  tide_csv_writer_end_row (writer);

  for (guint j = 0; j < self->projects->len; j++)
    {
      for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
        {
          const TideProjectColumn *column = self->choice.columns[i].column;
          g_autofree char *text = NULL;

          if (!self->choice.columns[i].is_shown)
            continue;
          text = dup_cell (self, g_ptr_array_index (self->projects, j), column->key);
          if (is_number (column, text))
            tide_csv_writer_add_number (writer, text);
          else
            tide_csv_writer_add_text (writer, text);
        }
      tide_csv_writer_end_row (writer);
    }

  return tide_csv_writer_end (writer);
}

static void
append_html_cell (GString *html, const char *tag, gboolean is_right, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<%s%s>%s</%s>", tag, is_right ? " style=\"text-align:right\"" : "",
                          escaped, tag);
}

static void
append_html_row (TideProjectsCopy *self, GString *html, const TideProjectPayload *project)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    {
      const TideProjectColumn *column = self->choice.columns[i].column;
      g_autofree char *text = NULL;

      if (!self->choice.columns[i].is_shown)
        continue;
      text = project != NULL ? dup_cell (self, project, column->key) : dup_title (self, column);
      append_html_cell (html, project != NULL ? "td" : "th", tide_project_column_is_amount (column),
                        text);
    }
  g_string_append (html, "</tr>\n");
}

/**
 * tide_projects_copy_write_html:
 * @self: a copy
 *
 * Returns: (transfer full): the same table as HTML
 */
GBytes *
tide_projects_copy_write_html (TideProjectsCopy *self)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\">\n<table>\n");

  append_html_row (self, html, NULL);
  for (guint i = 0; i < self->projects->len; i++)
    append_html_row (self, html, g_ptr_array_index (self->projects, i));
  g_string_append (html, "</table>\n");

  return g_string_free_to_bytes (html);
}

/**
 * tide_projects_copy_write_json:
 * @self: a copy
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a register of the projects and of what they refer to; %NULL
 *   where a text is longer than a register may hold
 */
GBytes *
tide_projects_copy_write_json (TideProjectsCopy *self, GError **error)
{
  g_autoptr (TideSnapshot) part = tide_snapshot_new_part (self->snapshot, self->projects);

  return tide_json_write (part, NULL, NULL, NULL, error);
}

/**
 * tide_projects_copy_write:
 * @self: a copy
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the clipboard offers
 */
GdkContentProvider *
tide_projects_copy_write (TideProjectsCopy *self, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) html = NULL;
  g_autoptr (GBytes) json = tide_projects_copy_write_json (self, error);
  GdkContentProvider *providers[4];

  if (json == NULL)
    return NULL;

  text = tide_projects_copy_write_text (self);
  html = tide_projects_copy_write_html (self);
  providers[0] = gdk_content_provider_new_for_bytes (TIDE_PROJECTS_MIME_TYPE, json);
  providers[1] = gdk_content_provider_new_for_bytes ("text/html", html);
  providers[2] = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", text);
  providers[3] = gdk_content_provider_new_for_bytes ("text/plain", text);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
