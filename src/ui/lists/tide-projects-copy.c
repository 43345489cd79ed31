/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-copy.h"

#include "codec/tide-csv-writer.h"
#include "core/tide-snapshot-part.h"
#include "ui/lists/tide-project-cell.h"

#include <glib/gi18n-lib.h>

struct _TideProjectsCopy
{
  TideSnapshot *snapshot; /* owned */
  GPtrArray *projects;    /* owned, of TideProjectPayload */
  TideColumnChoice choice;
  TideAmountKind kind;
  gboolean includes_names;
};

/**
 * tide_projects_copy_new:
 * @snapshot: a register at one moment
 * @projects: (element-type TideProjectPayload): some of its projects, in the order in which they
 *   are shown
 * @choice: the columns of the table
 * @kind: the kind of amount that a person has chosen
 * @includes_names: whether the tables name confidential projects too
 *
 * Returns: (transfer full): a copy, which any one thread may write
 */
TideProjectsCopy *
tide_projects_copy_new (TideSnapshot *snapshot,
                        GPtrArray *projects,
                        const TideColumnChoice *choice,
                        TideAmountKind kind,
                        gboolean includes_names)
{
  TideProjectsCopy *self = g_new0 (TideProjectsCopy, 1);

  self->snapshot = tide_snapshot_ref (snapshot);
  self->projects = g_ptr_array_ref (projects);
  self->choice = *choice;
  self->kind = kind;
  self->includes_names = includes_names;

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

/**
 * tide_projects_copy_get_n:
 * @self: a copy
 *
 * Returns: how many projects are copied
 */
guint
tide_projects_copy_get_n (const TideProjectsCopy *self)
{
  return self->projects->len;
}

static gboolean
withholds (const TideProjectsCopy *self, const TideProjectPayload *project)
{
  return project->confidential && !self->includes_names;
}

/**
 * tide_projects_copy_get_n_withheld:
 * @self: a copy
 *
 * Returns: of how many projects the tables tell neither names nor parties
 */
guint
tide_projects_copy_get_n_withheld (const TideProjectsCopy *self)
{
  guint n = 0;

  for (guint i = 0; i < self->projects->len; i++)
    n += withholds (self, g_ptr_array_index (self->projects, i)) ? 1 : 0;

  return n;
}

/* Cells --------------------------------------------------------------------------------------- */

static char *
dup_title (const TideProjectsCopy *self, const TideProjectColumn *column)
{
  return tide_project_column_dup_title (column, tide_snapshot_get_settings (self->snapshot),
                                        self->kind);
}

/* What stands instead of what may not be told; NULL where that may be. */
static char *
dup_disguise (const TideProjectPayload *project, TideOrderKey key)
{
  if (key == TIDE_ORDER_NAME)
    return g_strdup (project->code_name != NULL ? project->code_name : _ ("Confidential Project"));

  return key == TIDE_ORDER_OTHER_NAME || key == TIDE_ORDER_INVESTOR ? g_strdup ("") : NULL;
}

static char *
dup_cell (const TideProjectsCopy *self, const TideProjectPayload *project, TideOrderKey key)
{
  const TideOrder column = { .key = key, .amount_kind = self->kind };
  char *disguise = withholds (self, project) ? dup_disguise (project, key) : NULL;

  return disguise != NULL ? disguise
                          : tide_project_cell_dup_text (self->snapshot, project, &column);
}

/* A title where there is no project. */
static char *
dup_text (const TideProjectsCopy *self,
          const TideProjectPayload *project,
          const TideProjectColumn *column)
{
  return project != NULL ? dup_cell (self, project, column->key) : dup_title (self, column);
}

/* Text ---------------------------------------------------------------------------------------- */

/* A number without the commas between its thousands, which not every program takes for such; unset
 * where the cell holds more than a number. */
static TideDecimal
read_number (const TideProjectColumn *column, const char *text)
{
  g_autoptr (GString) digits = NULL;
  TideDecimal number = { 0 };

  if (!tide_project_column_is_amount (column))
    return number;

  digits = g_string_new (text);
  g_string_replace (digits, ",", "", 0);
  if (tide_decimal_parse (digits->str, &number) != TIDE_DECIMAL_OK)
    number.is_set = FALSE;

  return number;
}

static void
begin_sheet (const TideProjectsCopy *self, TideTableWriter *writer)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (TideTableColumn));

  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    if (self->choice.columns[i].is_shown)
      {
        const TideProjectColumn *column = self->choice.columns[i].column;
        TideTableColumn title = { .title = dup_title (self, column) };

        title.type = tide_project_column_is_amount (column) ? TIDE_TABLE_AMOUNT : TIDE_TABLE_TEXT;
        g_array_append_val (columns, title);
        g_ptr_array_add (titles, (char *) title.title);
      }
  tide_table_writer_begin_sheet (writer, "projects", (const TideTableColumn *) columns->data,
                                 columns->len);
}

static void
write_row (const TideProjectsCopy *self, TideTableWriter *writer, const TideProjectPayload *project)
{
  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    if (self->choice.columns[i].is_shown)
      {
        const TideProjectColumn *column = self->choice.columns[i].column;
        g_autofree char *text = dup_cell (self, project, column->key);
        const TideDecimal number = read_number (column, text);

        if (number.is_set)
          tide_table_writer_add_decimal (writer, &number);
        else
          tide_table_writer_add_text (writer, text);
      }
  tide_table_writer_end_row (writer);
}

/**
 * tide_projects_copy_write_text:
 * @self: a copy
 *
 * Returns: (transfer full): a table with a header, cells divided by tabulators; texts that a
 *   spreadsheet would take for formulas are guarded
 */
GBytes *
tide_projects_copy_write_text (const TideProjectsCopy *self)
{
  g_autoptr (TideTableWriter) writer = tide_csv_writer_new (&TIDE_CSV_STYLE_TAB);

  begin_sheet (self, writer);
  for (guint i = 0; i < self->projects->len; i++)
    write_row (self, writer, g_ptr_array_index (self->projects, i));

  return tide_table_writer_end (writer, NULL);
}

/* HTML ---------------------------------------------------------------------------------------- */

static void
append_html_cell (GString *html, const char *tag, gboolean is_right, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<%s%s>%s</%s>", tag, is_right ? " style=\"text-align:right\"" : "",
                          escaped, tag);
}

static void
append_html_row (const TideProjectsCopy *self, GString *html, const TideProjectPayload *project)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    if (self->choice.columns[i].is_shown)
      {
        const TideProjectColumn *column = self->choice.columns[i].column;
        g_autofree char *text = dup_text (self, project, column);

        append_html_cell (html, project != NULL ? "td" : "th",
                          tide_project_column_is_amount (column), text);
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
tide_projects_copy_write_html (const TideProjectsCopy *self)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\">\n<table>\n");

  append_html_row (self, html, NULL);
  for (guint i = 0; i < self->projects->len; i++)
    append_html_row (self, html, g_ptr_array_index (self->projects, i));
  g_string_append (html, "</table>\n");

  return g_string_free_to_bytes (html);
}

/**
 * tide_projects_copy_write:
 * @self: a copy
 *
 * Returns: (transfer full): what the clipboard offers: the tables to all programs, and to Tideline
 *   the projects themselves, as a #TideSnapshot, which never leaves it
 */
GdkContentProvider *
tide_projects_copy_write (const TideProjectsCopy *self)
{
  g_autoptr (TideSnapshot) part = tide_snapshot_new_part (self->snapshot, self->projects);
  g_autoptr (GBytes) text = tide_projects_copy_write_text (self);
  g_autoptr (GBytes) html = tide_projects_copy_write_html (self);
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_typed (TIDE_TYPE_SNAPSHOT, part),
    gdk_content_provider_new_for_bytes ("text/html", html),
    gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", text),
    gdk_content_provider_new_for_bytes ("text/plain", text),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
