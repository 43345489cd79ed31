/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-import.h"

#include "codec/tide-import-own.h"

/* Whoever says how a table is to be understood is obeyed, whoever has written it. */
static gboolean
says_how (const TideToolImport *typed)
{
  const void *const said[]
      = { typed->preset,  typed->sheet,     typed->header_row, typed->rows,    typed->map,
          typed->read,    typed->decimal,   typed->date_order, typed->key,     typed->matching,
          typed->repeats, typed->new_kinds, typed->ignore,     typed->similar, typed->decide,
          typed->set,     typed->taxonomy,  typed->language };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (said[i] != NULL)
      return TRUE;

  return typed->clears;
}

static TideTable *
join (const TideToolImported *self, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_table_unref);

  for (guint i = 0; i < tide_table_source_get_n_sheets (self->source); i++)
    {
      TideTableChoice choice = self->choice;
      TideTable *table;

      choice.sheet = i;
      table = tide_table_source_read (self->source, &choice, NULL, NULL, NULL, NULL, error);
      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }

  return tide_import_own_join (tables, error);
}

/**
 * tide_tool_import_join_own:
 * @self: an import with a table
 * @typed: what was typed
 * @is_own: (out): whether Tideline has written what is in the file, and nothing was typed about how
 *   it is to be understood; the table is then all sheets of the file, one below the other
 *
 * Returns: %TIDE_TOOL_DONE, or what is wrong has been told
 */
TideToolStatus
tide_tool_import_join_own (TideToolImported *self, const TideToolImport *typed, gboolean *is_own)
{
  g_autoptr (TideTable) joined = NULL;
  g_autoptr (GError) error = NULL;

  *is_own = FALSE;
  if (says_how (typed) || tide_import_own_recognise (self->table, 0) < 0)
    return TIDE_TOOL_DONE;

  joined = join (self, &error);
  if (joined == NULL)
    {
      g_printerr ("%s: %s\n", self->table_name, error->message);
      return TIDE_TOOL_REFUSED;
    }

  *is_own = tide_import_own_is_whole (joined);
  if (*is_own)
    {
      tide_table_unref (self->table);
      self->table = g_steal_pointer (&joined);
    }

  return TIDE_TOOL_DONE;
}
