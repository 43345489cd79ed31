/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-import.h"

#include "codec/tide-import-own-source.h"

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

/**
 * tide_tool_import_take_own:
 * @self: an import with a table
 * @typed: what was typed
 *
 * Puts all that Tideline has written in the file, one sheet below the other, in the place of the
 * table. Where it was typed how the table is to be understood, it stays as it is.
 *
 * Returns: whether the table is Tideline's own
 */
gboolean
tide_tool_import_take_own (TideToolImported *self, const TideToolImport *typed)
{
  TideTable *own = NULL;
  guint n_sheets;

  if (!says_how (typed))
    own = tide_import_own_read (self->source, &self->choice, self->table, &n_sheets, NULL, NULL,
                                NULL, NULL);
  if (own == NULL)
    return FALSE;

  tide_table_unref (self->table);
  self->table = own;

  return TRUE;
}
