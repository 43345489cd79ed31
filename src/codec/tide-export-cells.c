/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-export-private.h"

#include <string.h>

/* Which columns ------------------------------------------------------------------------------- */

static void
clear_cell (TideExportCell *cell)
{
  g_free (cell->title);
}

static void
add_cell (GArray *cells,
          const TideMember *object,
          const TideMember *member,
          TideExportFacet facet,
          const char *suffix)
{
  TideExportCell cell = { object, member, facet, NULL };
  const char *prefix = object != NULL ? object->name : "";

  /* as dates of plans are called elsewhere */
  if (strcmp (prefix, "plans") == 0)
    prefix = "plan";
  cell.title = g_strconcat (prefix, object != NULL ? "-" : "", member->name, suffix, NULL);
  g_array_append_val (cells, cell);
}

static void
add_members (GArray *cells, const TideMember *object, const TideShape *shape)
{
  for (guint i = 0; i < shape->n_members; i++)
    {
      const TideMember *member = &shape->members[i];

      switch (member->kind)
        {
        case TIDE_MEMBER_TEXT:
          add_cell (cells, object, member, TIDE_EXPORT_ENGLISH, "-en");
          add_cell (cells, object, member, TIDE_EXPORT_CHINESE, "-zh");
          break;
        case TIDE_MEMBER_REFERENCE:
          add_cell (cells, object, member, TIDE_EXPORT_LABEL, "");
          add_cell (cells, object, member, TIDE_EXPORT_VALUE, "-id");
          break;
        case TIDE_MEMBER_REFERENCES:
          add_cell (cells, object, member, TIDE_EXPORT_LABEL, "");
          add_cell (cells, object, member, TIDE_EXPORT_VALUE, "-ids");
          break;
        case TIDE_MEMBER_OBJECT:
          add_members (cells, member, member->shape);
          break;
        case TIDE_MEMBER_ENTRIES:
          break;
        case TIDE_MEMBER_STRING:
        case TIDE_MEMBER_CODE:
        case TIDE_MEMBER_DATE:
        case TIDE_MEMBER_PERIOD:
        case TIDE_MEMBER_TIME:
        case TIDE_MEMBER_DECIMAL:
        case TIDE_MEMBER_COUNT:
        case TIDE_MEMBER_BOOLEAN:
        case TIDE_MEMBER_STRINGS:
        default:
          add_cell (cells, object, member, TIDE_EXPORT_VALUE, "");
        }
    }
}

/*
 * tide_export_cells_new:
 * @shape: what records or entries consist of
 *
 * Returns: (transfer full) (element-type TideExportCell): a column for each of their members, but
 *   lists of entries, which have sheets of their own; two for texts and for references
 */
GArray *
tide_export_cells_new (const TideShape *shape)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (TideExportCell));

  g_array_set_clear_func (cells, (GDestroyNotify) clear_cell);
  add_members (cells, NULL, shape);

  return cells;
}

static TideTableType
get_decimal_type (const TideExportCell *cell)
{
  if (strcmp (cell->member->name, "share") == 0 || strcmp (cell->member->name, "rate") == 0)
    return TIDE_TABLE_PERCENT;

  return cell->member->flags & TIDE_MEMBER_SHARE ? TIDE_TABLE_NUMBER : TIDE_TABLE_AMOUNT;
}

static TideTableType
get_type (const TideExportCell *cell)
{
  switch ((guint) cell->member->kind)
    {
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      return TIDE_TABLE_DATE;
    case TIDE_MEMBER_COUNT:
      return TIDE_TABLE_NUMBER;
    case TIDE_MEMBER_BOOLEAN:
      return TIDE_TABLE_BOOLEAN;
    case TIDE_MEMBER_DECIMAL:
      return get_decimal_type (cell);
    default:
      return TIDE_TABLE_TEXT;
    }
}

/*
 * tide_export_cells_append:
 * @cells: (element-type TideExportCell): columns
 * @columns: (element-type TideTableColumn): those of a sheet, which borrow the titles
 */
void
tide_export_cells_append (const GArray *cells, GArray *columns)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const TideExportCell *cell = &g_array_index (cells, TideExportCell, i);
      const TideTableColumn column = { cell->title, get_type (cell) };

      g_array_append_val (columns, column);
    }
}

/* Their values -------------------------------------------------------------------------------- */

static const char *
get_reference (const TideExport *self, const TideExportCell *cell, const char *id)
{
  if (cell->member->target == TIDE_RECORD_PARTY && g_hash_table_contains (self->hidden, id))
    return NULL;

  return cell->facet == TIDE_EXPORT_LABEL ? tide_export_get_label (self, cell->member->target, id)
                                          : id;
}

static void
write_list (const TideExport *self,
            const TideExportCell *cell,
            const GPtrArray *strings,
            TideTableWriter *writer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (strings); i++)
    {
      const char *string = g_ptr_array_index (strings, i);

      if (cell->member->kind == TIDE_MEMBER_REFERENCES)
        string = get_reference (self, cell, string);
      if (string == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      g_string_append (text, string);
    }
  tide_table_writer_add_text (writer, text->str);
}

static void
write_time (gint64 seconds, TideTableWriter *writer)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (seconds != 0)
    time = g_date_time_new_from_unix_utc (seconds);
  if (time != NULL)
    text = g_date_time_format_iso8601 (time);
  tide_table_writer_add_text (writer, text);
}

static void
write_count (const TideCount *count, TideTableWriter *writer)
{
  const TideDecimal decimal = { .mantissa = count->value, .is_set = (guint8) count->is_set };

  tide_table_writer_add_decimal (writer, &decimal);
}

static void
write_text (const TideExport *self,
            const TideExportCell *cell,
            const TidePayload *record,
            const TideText *text,
            TideTableWriter *writer)
{
  if (tide_export_withholds (self, record))
    tide_table_writer_add_empty (writer);
  else
    tide_table_writer_add_text (writer, cell->facet == TIDE_EXPORT_ENGLISH ? text->en : text->zh);
}

static void
write_reference (const TideExport *self,
                 const TideExportCell *cell,
                 const char *id,
                 TideTableWriter *writer)
{
  tide_table_writer_add_text (writer, id != NULL ? get_reference (self, cell, id) : NULL);
}

static void
write_cell (const TideExport *self,
            const TideExportCell *cell,
            const TidePayload *record,
            const TidePayload *holder,
            TideTableWriter *writer)
{
  const gpointer field = G_STRUCT_MEMBER_P (holder, cell->member->offset);

  switch (cell->member->kind)
    {
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_CODE:
      tide_table_writer_add_text (writer, *(char **) field);
      break;
    case TIDE_MEMBER_REFERENCE:
      write_reference (self, cell, *(char **) field, writer);
      break;
    case TIDE_MEMBER_TEXT:
      write_text (self, cell, record, field, writer);
      break;
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      tide_table_writer_add_date (writer, field);
      break;
    case TIDE_MEMBER_TIME:
      write_time (*(const gint64 *) field, writer);
      break;
    case TIDE_MEMBER_DECIMAL:
      tide_table_writer_add_decimal (writer, field);
      break;
    case TIDE_MEMBER_COUNT:
      write_count (field, writer);
      break;
    case TIDE_MEMBER_BOOLEAN:
      tide_table_writer_add_boolean (writer, *(const gboolean *) field);
      break;
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      write_list (self, cell, *(GPtrArray **) field, writer);
      break;
    case TIDE_MEMBER_OBJECT:
    case TIDE_MEMBER_ENTRIES:
    default:
      g_assert_not_reached ();
    }
}

/*
 * tide_export_cells_write:
 * @self: a register that is written
 * @cells: (element-type TideExportCell): columns of @holder's shape
 * @record: the record of the row
 * @holder: it, or the entry of it that the row is of
 * @writer: a writer within a sheet
 *
 * Writes the cells of a row.
 */
void
tide_export_cells_write (const TideExport *self,
                         const GArray *cells,
                         const TidePayload *record,
                         const TidePayload *holder,
                         TideTableWriter *writer)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const TideExportCell *cell = &g_array_index (cells, TideExportCell, i);
      const TidePayload *object = holder;

      if (cell->object != NULL)
        object = G_STRUCT_MEMBER (const TidePayload *, holder, cell->object->offset);
      if (object != NULL)
        write_cell (self, cell, record, object, writer);
      else
        tide_table_writer_add_empty (writer);
    }
}
