/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TideStep TideStep;

/**
 * TideProblemCode:
 *
 * What a refusal or a doubt is about. A refusal stops the reading of a file; a doubt leaves the
 * register readable, but read-only until it is repaired.
 */
typedef enum
{
  /* refusals of a file's text */
  TIDE_PROBLEM_EMPTY_FILE,
  TIDE_PROBLEM_FILE_TOO_LARGE,
  TIDE_PROBLEM_NOT_UTF8,
  TIDE_PROBLEM_NOT_JSON,
  TIDE_PROBLEM_TRUNCATED,
  TIDE_PROBLEM_TRAILING_TEXT,
  TIDE_PROBLEM_BAD_NUMBER,
  TIDE_PROBLEM_BAD_ESCAPE,
  TIDE_PROBLEM_CONTROL_CHARACTER,
  TIDE_PROBLEM_NUL_CHARACTER,
  TIDE_PROBLEM_TOO_DEEP,
  TIDE_PROBLEM_STRING_TOO_LONG,
  TIDE_PROBLEM_DUPLICATE_KEY,
  /* refusals of a register's structure */
  TIDE_PROBLEM_NOT_A_REGISTER,
  TIDE_PROBLEM_NEWER_VERSION,
  TIDE_PROBLEM_WRONG_TYPE,
  TIDE_PROBLEM_MISSING_MEMBER,
  TIDE_PROBLEM_BAD_ID,
  TIDE_PROBLEM_DUPLICATE_ID,
  TIDE_PROBLEM_BAD_DECIMAL,
  TIDE_PROBLEM_BAD_DATE,
  TIDE_PROBLEM_BAD_TIME,
  TIDE_PROBLEM_OUT_OF_RANGE,
  /* doubts */
  TIDE_PROBLEM_DANGLING_REFERENCE,
  TIDE_PROBLEM_SHARES_NOT_WHOLE,
  TIDE_PROBLEM_UNREAL_DATE,
  TIDE_PROBLEM_TOO_PRECISE,
  TIDE_PROBLEM_NOT_POSITIVE,
  TIDE_PROBLEM_LOOP,
  /* form fields */
  TIDE_PROBLEM_REQUIRED,
  TIDE_PROBLEM_UNREADABLE_AMOUNT,
  TIDE_PROBLEM_NOT_IN_UNIT,
  TIDE_PROBLEM_UNREADABLE_DATE,
  TIDE_PROBLEM_UNREADABLE_NUMBER,
  TIDE_PROBLEM_UNKNOWN_CURRENCY,
  TIDE_PROBLEM_SAME_CURRENCY,
  TIDE_PROBLEM_RATE_EXISTS,
  TIDE_PROBLEM_UNKNOWN_COUNTRY,
  TIDE_PROBLEM_UNKNOWN_TIME_ZONE,
  TIDE_PROBLEM_NOT_UNIQUE,
  TIDE_PROBLEM_AMOUNT_TOO_LARGE,
  TIDE_PROBLEM_NOT_A_SHARE,
  TIDE_PROBLEM_FAR_DATE,
  TIDE_PROBLEM_FUTURE_DATE,
  TIDE_PROBLEM_BEFORE_PRESENT,
  TIDE_PROBLEM_ENDS_BEFORE_START,
  TIDE_PROBLEM_SAME_PERIOD,
  TIDE_PROBLEM_UNLIKE_PERIODS,
  TIDE_PROBLEM_REVISION_MISSING,
  TIDE_PROBLEM_REVISION_EXISTS,
  TIDE_PROBLEM_OTHER_UNIT,
  TIDE_PROBLEM_OTHER_CURRENCY,
  TIDE_PROBLEM_ALREADY_SO,
  TIDE_PROBLEM_REASON_MISSING,
  TIDE_PROBLEM_SECOND_SUBJECT,
  TIDE_PROBLEM_UNFIT_UNIT,
  TIDE_PROBLEM_BELOW_ITSELF,
  TIDE_PROBLEM_MAPS_BACK,
  TIDE_PROBLEM_BELOW_ZERO,
  TIDE_PROBLEM_MORE_THAN_WHOLE,
  TIDE_PROBLEM_OTHER_TRACK,
  TIDE_PROBLEM_NOT_YET,
  TIDE_PROBLEM_BEFORE_EARLIER_STAGE,
  /* refusals of delimited text */
  TIDE_PROBLEM_BAD_BYTE,
  TIDE_PROBLEM_OPEN_QUOTE,
  /* limits of a table */
  TIDE_PROBLEM_CELL_TOO_LONG,
  TIDE_PROBLEM_TOO_MANY_COLUMNS,
  TIDE_PROBLEM_TOO_MANY_ROWS,
  TIDE_PROBLEM_TOO_MANY_CELLS,
  /* refusals of what should have tables */
  TIDE_PROBLEM_NOT_A_TABLE,
  TIDE_PROBLEM_NO_TABLES,
  /* refusals of what should be a text */
  TIDE_PROBLEM_NOT_A_TEXT,
  /* refusals of a spreadsheet */
  TIDE_PROBLEM_NOT_A_SPREADSHEET,
  TIDE_PROBLEM_OTHER_SPREADSHEET,
  TIDE_PROBLEM_PASSWORD,
  TIDE_PROBLEM_NO_SHEETS,
  TIDE_PROBLEM_TOO_MANY_PARTS,
  TIDE_PROBLEM_UNSAFE_PART,
  TIDE_PROBLEM_DUPLICATE_PART,
  TIDE_PROBLEM_DAMAGED_PART,
  TIDE_PROBLEM_MISSING_PART,
  TIDE_PROBLEM_UNPACKS_TOO_LARGE,
  TIDE_PROBLEM_PACKED_TOO_TIGHT,
  TIDE_PROBLEM_BAD_XML,
  TIDE_PROBLEM_XML_DECLARATION,
  TIDE_PROBLEM_TOO_MANY_ELEMENTS,
  TIDE_PROBLEM_TOO_MANY_STRINGS,
  TIDE_PROBLEM_TOO_MANY_FORMATS,
  TIDE_PROBLEM_UNKNOWN_STRING,
  TIDE_PROBLEM_BAD_CELL_PLACE,
  TIDE_PROBLEM_CELL_OUT_OF_ORDER,
  /* refusals of the template of a briefing */
  TIDE_PROBLEM_UNKNOWN_PLACEHOLDER,
  TIDE_PROBLEM_UNKNOWN_LIST,
  TIDE_PROBLEM_MISPLACED_PLACEHOLDER,
  TIDE_PROBLEM_OPEN_PLACEHOLDER,
  TIDE_PROBLEM_OPEN_PART,
  TIDE_PROBLEM_STRAY_END,
  TIDE_PROBLEM_BAD_FORMS,
  /* another moment of a register */
  TIDE_PROBLEM_NOT_KNOWN_YET,
  TIDE_PROBLEM_HISTORY_TRIMMED,
  TIDE_PROBLEM_HISTORY_BROKEN,
} TideProblemCode;

/**
 * TideProblem:
 * @code: what is wrong
 * @file: (nullable): name of the file, for people
 * @line: line, from 1; 0 where there is none
 * @column: column in characters, from 1; 0 where there is none
 * @path: (nullable): path inside the file, such as `projects[3].amounts[0].value`
 * @record: (nullable): id of the record it is in
 * @field: (nullable): member of the record, or field of the form
 * @args: (nullable) (array zero-terminated=1): arguments of the sentence, as written
 * @repair: (nullable): one step that mends it
 *
 * One refusal or doubt and its place. Immutable once shared.
 */
typedef struct
{
  gatomicrefcount ref_count;
  TideProblemCode code;
  char *file;
  guint line;
  guint column;
  char *path;
  char *record;
  char *field;
  char **args;
  TideStep *repair;
} TideProblem;

#define TIDE_TYPE_PROBLEM (tide_problem_get_type ())
#define TIDE_PROBLEM_ERROR (tide_problem_error_quark ())

GType tide_problem_get_type (void);
GQuark tide_problem_error_quark (void);

TideProblem *tide_problem_new (TideProblemCode code, ...) G_GNUC_NULL_TERMINATED;
TideProblem *tide_problem_ref (TideProblem *self);
void tide_problem_unref (TideProblem *self);
void tide_problem_set_place (
    TideProblem *self, const char *file, guint line, guint column, const char *path);
gboolean tide_problem_is_doubt (const TideProblem *self);
char *tide_problem_dup_sentence (const TideProblem *self);
char *tide_problem_dup_line (const TideProblem *self);
GError *tide_problem_to_error (const TideProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideProblem, tide_problem_unref)

G_END_DECLS
