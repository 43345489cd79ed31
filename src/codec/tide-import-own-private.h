/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-export-private.h"
#include "codec/tide-import-own.h"
#include "codec/tide-import-private.h"

G_BEGIN_DECLS

#define TIDE_OWN_NO_COLUMN G_MAXUINT

/* A column of a sheet. */
typedef struct
{
  guint cell;   /* of the sheet's cells */
  guint column; /* of the table */
  guint other;  /* of a reference, the column of its name or names; or TIDE_OWN_NO_COLUMN */
  char *path;   /* owned: of the member */
} TideOwnColumn;

/* A sheet that Tideline wrote, among the rows of a table. */
typedef struct
{
  TideExportType type;
  TideRecordKind kind;    /* of the records */
  char *path;             /* owned, nullable: the list of theirs that the rows are of */
  const TideShape *shape; /* of records or entries */
  GArray *cells;          /* owned, of TideExportCell */
  GArray *columns;        /* owned, of TideOwnColumn: those that there are */
  guint record_column;    /* of the ids of records */
  guint entry_column;     /* of the ids of entries, or TIDE_OWN_NO_COLUMN */
  guint header;           /* the row of the titles */
  guint end;              /* the row behind the last */
  char decimal_sign;      /* of numbers in delimited text; 0 where it cannot be told */
} TideOwnSheet;

void tide_own_sheet_clear (TideOwnSheet *self);
gboolean tide_own_sheet_init (TideOwnSheet *self, const TideTable *table, guint row);
GArray *tide_own_sheets_new (const TideTable *table);
const TideExportCell *
tide_own_sheet_get_cell (const TideOwnSheet *self, const TideOwnColumn *column);

char tide_own_number_find_sign (const TideTable *table, const TideOwnSheet *sheet);
gboolean tide_own_number_read (
    const TideTable *table, guint row, guint column, char sign, TideDecimal *decimal);

gboolean tide_own_cell_read (const TideOwnSheet *sheet,
                             const TideOwnColumn *column,
                             const TideTable *table,
                             guint row,
                             TideValue *value,
                             char **reason);
void tide_own_cell_apply (const TideExportCell *cell,
                          const char *path,
                          TidePayload *holder,
                          const TideValue *value);

/* A record that rows are of. */
typedef struct
{
  const TidePayload *before; /* nullable: the register's */
  gboolean is_told;          /* whether a row of its own makes or changes it */
  TidePayload *after;        /* owned, nullable: what rows have made of it */
} TideOwnRecord;

/* A row of a sheet. */
typedef struct
{
  guint row;
  guint sheet;
  TideImportVerdict verdict;
  guint other;
  guint first_problem;
  guint n_problems;
  const char *record; /* id of its record */
  gboolean is_changed;
} TideOwnRow;

/* Tables of ours on their way into a register. */
typedef struct
{
  TideImportWork *work;
  TideExport export;                        /* of the register, as it is written without names */
  GArray *sheets;                           /* owned, of TideOwnSheet */
  GArray *rows;                             /* owned, of TideOwnRow: those of records first */
  GStringChunk *ids;                        /* owned: of new records */
  GHashTable *records[TIDE_N_RECORD_KINDS]; /* owned: ids to TideOwnRecord */
  GCancellable *cancellable;
  TideProgressFunc progress;
  gpointer progress_data;
  guint n_done;
} TideOwn;

TidePayload *tide_own_make_said (TideOwn *self, const TideOwnRow *row, TidePayload *payload);
const char *tide_own_get_text (const TideOwn *self, const TideOwnRow *row, guint column);
gboolean tide_own_row_is_taken (const TideOwnRow *row);
gboolean tide_own_add_rows (TideOwn *self, gboolean of_records, GError **error);
gboolean tide_own_find_repeats (TideOwn *self, GError **error);
gboolean tide_own_check_references (TideOwn *self, GError **error);
gboolean tide_own_apply_rows (TideOwn *self, GError **error);
void tide_own_seal_records (TideOwn *self);
void tide_own_forget_records (TideOwn *self);
const TideOwnSheet *tide_own_get_sheet (const TideOwn *self, const TideOwnRow *row);
gboolean tide_own_goes_on (TideOwn *self, GError **error);
void tide_own_refuse (TideOwn *self, TideOwnRow *row, guint column, const char *text, char *reason);

G_END_DECLS
