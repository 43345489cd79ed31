/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-column-format.h"
#include "codec/tide-import-field.h"

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TIDE_IMPORT_NO_ROW:
 *
 * Stands for no row of a table.
 */
#define TIDE_IMPORT_NO_ROW G_MAXUINT

/**
 * TIDE_IMPORT_USUAL_ROLE:
 *
 * The role of parties whose column has none: a code of %TIDE_CODES_PARTY_ROLE.
 */
#define TIDE_IMPORT_USUAL_ROLE "investor"

/**
 * TideImportPolicy:
 * @TIDE_IMPORT_UPDATE: the record gets what the row says
 * @TIDE_IMPORT_CREATE: the row becomes another record
 * @TIDE_IMPORT_SKIP: the row is left out
 * @TIDE_IMPORT_ASK: the row is left out until somebody answers for it
 *
 * What becomes of a row whose key is that of a record. Rows with another key, or without any,
 * become records.
 */
typedef enum
{
  TIDE_IMPORT_UPDATE,
  TIDE_IMPORT_CREATE,
  TIDE_IMPORT_SKIP,
  TIDE_IMPORT_ASK,
  TIDE_N_IMPORT_POLICIES,
} TideImportPolicy;

/**
 * TideImportRepeat:
 * @TIDE_IMPORT_REPEAT_SKIP: the later row is left out
 * @TIDE_IMPORT_REPEAT_MERGE: the later row adds to what the earlier one says, or corrects it
 * @TIDE_IMPORT_REPEAT_CREATE: each row becomes a record of its own
 *
 * What becomes of a row whose key an earlier row of the table has.
 */
typedef enum
{
  TIDE_IMPORT_REPEAT_SKIP,
  TIDE_IMPORT_REPEAT_MERGE,
  TIDE_IMPORT_REPEAT_CREATE,
  TIDE_N_IMPORT_REPEATS,
} TideImportRepeat;

/**
 * TideImportValueKind:
 *
 * What a text of a table may be the name of.
 */
typedef enum
{
  TIDE_IMPORT_VALUE_SECTOR,
  TIDE_IMPORT_VALUE_DIVISION,
  TIDE_IMPORT_VALUE_EVENT,
  TIDE_IMPORT_VALUE_PARTY,
  TIDE_IMPORT_VALUE_SOURCE,
  TIDE_IMPORT_VALUE_INDICATOR,
  TIDE_IMPORT_VALUE_STAGE,
  TIDE_IMPORT_VALUE_STATUS,
  TIDE_IMPORT_VALUE_PARTY_KIND,
  TIDE_N_IMPORT_VALUE_KINDS,
} TideImportValueKind;

/**
 * TideImportAct:
 * @TIDE_IMPORT_UNDECIDED: nobody knows: rows with it are refused
 * @TIDE_IMPORT_TAKE: it means a record or code that there is
 * @TIDE_IMPORT_NEW: it becomes a new record, of kinds that can be made, see
 *   tide_import_value_kind_can_create()
 * @TIDE_IMPORT_IGNORE: it counts as nothing
 *
 * What becomes of a text that is the name of something.
 */
typedef enum
{
  TIDE_IMPORT_UNDECIDED,
  TIDE_IMPORT_TAKE,
  TIDE_IMPORT_NEW,
  TIDE_IMPORT_IGNORE,
  TIDE_N_IMPORT_ACTS,
} TideImportAct;

/**
 * TideImportColumn:
 * @field: what the column is taken as
 * @format: how its cells are read
 * @is_key: whether it is part of what tells records apart
 * @role: (nullable): of parties, a code of the program's %TIDE_CODES_PARTY_ROLE; %NULL for investor
 */
typedef struct
{
  TideImportField field;
  TideColumnFormat format;
  gboolean is_key;
  const char *role;
} TideImportColumn;

/**
 * TideImportDecision:
 * @act: what a person has decided
 * @target: (nullable): id of the record or code that is meant, where it is taken
 */
typedef struct
{
  TideImportAct act;
  char *target;
} TideImportDecision;

/**
 * TideImportSettlement:
 * @policy: what becomes of a row that may be the same as a project
 * @id: (nullable): id of the project of the register that it may be
 * @row: without @id, the earlier row of the table that has the project
 */
typedef struct
{
  TideImportPolicy policy;
  char *id;
  guint row;
} TideImportSettlement;

/**
 * TideImportPlan:
 * @subject: what the rows are
 * @header_row: the row with the names of the columns, from 0; %TIDE_IMPORT_NO_ROW for none
 * @first_row: the first row that is taken, from 0
 * @columns: (element-type TideImportColumn): the columns of the table
 * @constants: what every row says that says nothing else of a field, read like a cell of its own;
 *   owned, see tide_import_plan_set_constant()
 * @policy: what becomes of rows whose key is that of a record
 * @repeats: what becomes of rows whose key is that of an earlier row
 * @clears: whether an empty cell of a column takes away what the record has there: texts, division,
 *   event, plans and tags
 * @taxonomy: (nullable): id of the taxonomy in which sectors are looked for first, and made
 * @language: in which names without Han are kept, where the column does not say it; those with Han
 *   are Chinese
 *
 * How a table becomes records. Whoever made it may change it; trials work on copies.
 */
typedef struct
{
  TideImportSubject subject;
  guint header_row;
  guint first_row;
  GArray *columns;
  char *constants[TIDE_N_IMPORT_FIELDS];
  TideImportPolicy policy;
  TideImportRepeat repeats;
  gboolean clears;
  char *taxonomy;
  TideLanguage language;
  /*< private >*/
  GHashTable *decisions[TIDE_N_IMPORT_VALUE_KINDS]; /* of TideImportDecision, by folded text */
  GHashTable *answers;                              /* of TideImportPolicy, by row */
  GHashTable *settlements;                          /* of TideImportSettlement, by row */
} TideImportPlan;

TideImportPlan *tide_import_plan_new (guint n_columns);
TideImportPlan *tide_import_plan_new_guess (const TideTable *table, TideSnapshot *snapshot);
TideImportPlan *
tide_import_plan_new_guess_at (const TideTable *table, TideSnapshot *snapshot, guint header_row);
TideImportPlan *tide_import_plan_copy (const TideImportPlan *self);
void tide_import_plan_free (TideImportPlan *self);

void tide_import_column_take_guess (TideImportColumn *self, TideColumnGuess *guess);
TideImportColumn *tide_import_plan_get_column (const TideImportPlan *self, guint column);
gboolean tide_import_plan_has_field (const TideImportPlan *self, TideImportField field);
gboolean tide_import_plan_has_key (const TideImportPlan *self);
gboolean tide_import_field_can_be_key (TideImportField field);
void tide_import_plan_choose_key (TideImportPlan *self);
char *tide_import_plan_dup_problem (const TideImportPlan *self);

gboolean tide_import_field_can_be_constant (TideImportField field);
void tide_import_plan_set_constant (TideImportPlan *self, TideImportField field, const char *text);
char *tide_import_constant_dup_problem (TideImportField field, const char *text);

int tide_import_field_get_value_kind (TideImportField field);
TideRecordKind tide_import_value_kind_get_record (TideImportValueKind kind);
TideCodeSet tide_import_value_kind_get_codes (TideImportValueKind kind);
gboolean tide_import_value_kind_can_create (TideImportValueKind kind);
void tide_import_plan_decide (TideImportPlan *self,
                              TideImportValueKind kind,
                              const char *text,
                              TideImportAct act,
                              const char *target);
void tide_import_plan_forget (TideImportPlan *self, TideImportValueKind kind, const char *text);
const TideImportDecision *tide_import_plan_get_decision (const TideImportPlan *self,
                                                         TideImportValueKind kind,
                                                         const char *text);

void tide_import_plan_answer (TideImportPlan *self, guint row, TideImportPolicy policy);
TideImportPolicy tide_import_plan_get_answer (const TideImportPlan *self, guint row);
void tide_import_plan_settle (
    TideImportPlan *self, guint row, TideImportPolicy policy, const char *id, guint other);
const TideImportSettlement *tide_import_plan_get_settlement (const TideImportPlan *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideImportPlan, tide_import_plan_free)

G_END_DECLS
