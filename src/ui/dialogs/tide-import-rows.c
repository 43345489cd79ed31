/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-rows.h"

#include "codec/tide-import-report.h"
#include "core/tide-record.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

struct _TideImportRows
{
  GObject parent_instance;

  TideImportTrial *trial; /* owned; nullable */
  GArray *shown;          /* of the indices of rows that are shown */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideImportRows,
                               tide_import_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static char *
dup_text (TideImportRows *self, const TideImportRow *row)
{
  g_autofree char *title = tide_import_row_dup_title (row);
  g_autofree char *reason = tide_import_report_dup_reason (self->trial, row);

  return reason != NULL ? g_strconcat (title, "\n", reason, NULL) : g_steal_pointer (&title);
}

static GType
get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return TIDE_IMPORT_ROWS (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TideImportRows *self = TIDE_IMPORT_ROWS (model);
  const TideImportRow *row = tide_import_rows_get_row (self, position);
  g_autofree char *text = row != NULL ? dup_text (self, row) : NULL;

  return text != NULL ? gtk_string_object_new (text) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tide_import_rows_finalize (GObject *object)
{
  TideImportRows *self = TIDE_IMPORT_ROWS (object);

  g_clear_pointer (&self->trial, tide_import_trial_unref);
  g_array_unref (self->shown);

  G_OBJECT_CLASS (tide_import_rows_parent_class)->finalize (object);
}

static void
tide_import_rows_class_init (TideImportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_import_rows_finalize;
}

static void
tide_import_rows_init (TideImportRows *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * tide_import_rows_new:
 *
 * Returns: (transfer full): a model without rows
 */
TideImportRows *
tide_import_rows_new (void)
{
  return g_object_new (TIDE_TYPE_IMPORT_ROWS, NULL);
}

static gboolean
is_shown (const TideImportRow *row, guint which)
{
  return which == TIDE_IMPORT_ALL_VERDICTS || row->verdict == which
         || (which == TIDE_IMPORT_LIKE_ROWS && row->like != NULL);
}

/**
 * tide_import_rows_show:
 * @self: a model
 * @trial: (nullable): a trial; %NULL for no rows
 * @which: which of its rows: a #TideImportVerdict, %TIDE_IMPORT_ALL_VERDICTS or
 *   %TIDE_IMPORT_LIKE_ROWS
 */
void
tide_import_rows_show (TideImportRows *self, TideImportTrial *trial, guint which)
{
  const guint n_before = self->shown->len;

  g_array_set_size (self->shown, 0);
  if (trial != NULL)
    tide_import_trial_ref (trial);
  g_clear_pointer (&self->trial, tide_import_trial_unref);
  self->trial = trial;
  for (guint i = 0; trial != NULL && i < tide_import_trial_get_n_rows (trial); i++)
    if (is_shown (tide_import_trial_get_row (trial, i), which))
      g_array_append_val (self->shown, i);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->shown->len);
}

/**
 * tide_import_rows_get_row:
 * @self: a model
 * @position: a position
 *
 * Returns: (transfer none) (nullable): the row that stands there
 */
const TideImportRow *
tide_import_rows_get_row (TideImportRows *self, guint position)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_ROWS (self), NULL);

  return position < self->shown->len
             ? tide_import_trial_get_row (self->trial, g_array_index (self->shown, guint, position))
             : NULL;
}

/* A row of one of several sheets is counted from its titles. */
static char *
dup_place (const TideImportRow *row)
{
  if (row->sheet == NULL)
    /* Translators: a row of a table, counted from 1 */
    return g_strdup_printf (_ ("Row %u"), row->row + 1);

  /* Translators: a row of a sheet, counted from 1, and the name of the sheet */
  return g_strdup_printf (_ ("Row %u of %s"), row->row - row->first_row + 1, row->sheet);
}

/**
 * tide_import_row_dup_title:
 * @row: a row
 *
 * Returns: (transfer full): which row it is, what becomes of it, and the name of its record
 */
char *
tide_import_row_dup_title (const TideImportRow *row)
{
  const TidePayload *record = row->after != NULL ? row->after : row->before;
  const char *verdict = tide_import_verdict_get_label (row->verdict);
  const char *label
      = record != NULL ? tide_payload_get_label (record, tide_language_get_default ()) : NULL;
  g_autofree char *place = dup_place (row);
  g_autofree char *isolated = NULL;

  if (label == NULL || *label == '\0')
    /* Translators: which row of a table, and what becomes of it */
    return g_strdup_printf (_ ("%s: %s"), place, verdict);

  isolated = tide_text_dup_isolated (label);

  /* Translators: which row of a table, what becomes of it, and the name of the record */
  return g_strdup_printf (_ ("%s: %s: %s"), place, verdict, isolated);
}
