/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-trial.h"
#include "core/tide-pack.h"

G_BEGIN_DECLS

/* How many rows pass between two looks at whether anybody has given up. */
#define TIDE_IMPORT_ROWS_AT_ONCE 256

/* Values ----------------------------------------------------------------------------------------
 */

/* One name in a cell. */
typedef struct
{
  guint value;       /* which of the values */
  TideDecimal share; /* per cent, of a sector that tells it */
} TideImportPiece;

const GArray *tide_import_values_find_pieces (const TideImportValues *self,
                                              TideImportValueKind kind,
                                              const char *text);

typedef struct _TideImportMatcher TideImportMatcher;

TideImportMatcher *tide_import_matcher_new (TideImportValueKind kind,
                                            const TideImportPlan *plan,
                                            TideSnapshot *snapshot);
void tide_import_matcher_free (TideImportMatcher *self);
void tide_import_matcher_match (const TideImportMatcher *self, TideImportValue *value);

const char *tide_import_words_find (TideImportValueKind kind, const char *folded);
const char *tide_import_words_find_country (const char *text);
char *tide_import_words_dup_place (const char *folded);

/* Work ------------------------------------------------------------------------------------------
 */

/* What becomes of a value, found once for all rows. */
typedef struct
{
  TideImportAct act;
  char *target;      /* owned, nullable: of a new record too */
  TidePayload *made; /* owned, nullable: a new record, not sealed yet */
  gboolean is_used;  /* whether a row that is taken has it */
} TideImportMeaning;

/* A record that rows are about. */
typedef struct
{
  const TidePayload *before;  /* nullable, from the snapshot */
  const TidePayload *current; /* nullable, kept by the trial: what rows have made of it */
  guint row;                  /* the first row about it, or TIDE_IMPORT_NO_ROW */
} TideImportSlot;

/* An indicator that rows are about. */
typedef struct
{
  const TidePayload *before; /* nullable, from the snapshot */
  TidePayload *after;        /* owned, not sealed */
  GHashTable *rows;          /* owned: which row has told of a period, by the period */
} TideImportSeries;

GHashTable *tide_import_settlements_new (void);
void tide_import_settlements_copy (GHashTable *self, TideImportPlan *plan);
guint tide_import_rows_find_likes (GArray *rows, const TideImportPlan *plan, TideSnapshot *after);

typedef struct _TideImportKeys TideImportKeys;

/* A trial being worked out. */
typedef struct
{
  const TideImportPlan *plan;
  const TideTable *table;
  TideSnapshot *snapshot;
  TideClock *clock;
  gint64 now;
  TideImportValues *values;
  TideImportMeaning *meanings; /* owned, of each value */
  TideDate *periods;           /* owned, of columns of periods */
  GArray *problems;            /* of TideImportProblem */
  GArray *rows;                /* of TideImportRow */
  GPtrArray *kept;             /* owned payloads that rows point to */
  TidePack *pack;              /* owned: where those of rows that are taken lie */
  GArray *slots;               /* of TideImportSlot, the register's records first */
  TideImportKeys *keys;        /* owned, nullable */
  GHashTable *numbers;         /* owned: numbers of projects to ids */
  GHashTable *ids;             /* owned: ids that rows have given to projects */
  GHashTable *series;          /* owned: ids of indicators to TideImportSeries */
  GHashTable *parties;         /* owned: ids to changed parties of the register, not sealed yet */
  guint n_doubts[TIDE_N_CHECKS];
  guint first_doubts[TIDE_N_CHECKS];
} TideImportWork;

void tide_import_work_init (TideImportWork *self,
                            const TideImportPlan *plan,
                            const TideTable *table,
                            TideSnapshot *snapshot,
                            TideClock *clock);
void tide_import_work_clear (TideImportWork *self);
void tide_import_work_add_problem (TideImportWork *self,
                                   guint row,
                                   guint column,
                                   TideImportField field,
                                   const char *text,
                                   char *reason);
const TidePayload *tide_import_work_keep (TideImportWork *self, TidePayload *payload);
const TidePayload *tide_import_work_pack (TideImportWork *self, TidePayload *payload);

void tide_import_meanings_init (TideImportWork *work);
void tide_import_meanings_clear (TideImportWork *work);
const TideImportMeaning *tide_import_meaning_of (const TideImportWork *work, guint value);
const char *tide_import_work_get_taxonomy (const TideImportWork *work, const char *sector);
char **tide_import_name_find_slot (TideText *name, const TideImportPlan *plan, const char *text);

/* Rows ------------------------------------------------------------------------------------------
 */

typedef struct
{
  guint value;
  TideDecimal share;
  const char *role;
} TideImportNaming;

typedef struct
{
  gboolean is_set;
  TideAmountReading reading;
  TideColumnFormat format; /* how it was read, with the unit that the row names */
  char *written;           /* owned */
  guint column;
} TideImportMoney;

/* A value or growth of a period. */
typedef struct
{
  TideDate period;
  gboolean is_growth;
  TideDecimal number;
  gboolean is_money;
  gboolean is_plain; /* nothing but a number: in the indicator's unit */
  guint exponent;    /* of the unit that its column or row names */
  char currency[4];
  char *written; /* owned */
  guint column;
} TideImportFigure;

/* What one row says. */
typedef struct
{
  TideImportWork *work;
  guint row;
  guint first_problem;                      /* of the work's, where those of the row begin */
  guint n_said;                             /* cells that say something */
  gboolean is_mapped[TIDE_N_IMPORT_FIELDS]; /* whether a column or constant is taken as it */
  gboolean is_said[TIDE_N_IMPORT_FIELDS];
  guint columns[TIDE_N_IMPORT_FIELDS];
  char *texts[TIDE_N_IMPORT_FIELDS]; /* owned */
  TideDate dates[TIDE_N_IMPORT_FIELDS];
  GArray *namings[TIDE_N_IMPORT_VALUE_KINDS]; /* owned, of TideImportNaming */
  TideImportMoney amounts[TIDE_N_AMOUNT_KINDS];
  GArray *figures; /* owned, of TideImportFigure */
} TideImportSaid;

void tide_import_said_init (TideImportSaid *self, TideImportWork *work);
void tide_import_said_clear (TideImportSaid *self);
void tide_import_said_read (TideImportSaid *self, guint row);
void tide_import_said_refuse (TideImportSaid *self, TideImportField field, char *reason);
const char *tide_import_said_get_target (const TideImportSaid *self, TideImportValueKind kind);
void tide_import_said_take_amount (TideImportSaid *self,
                                   TideImportField field,
                                   guint column,
                                   const TideColumnFormat *format,
                                   const TideCellReading *reading);
void tide_import_said_settle_amounts (TideImportSaid *self);
gboolean tide_import_said_is_refused (const TideImportSaid *self);
void tide_import_said_use (TideImportSaid *self);
char *tide_import_dup_unit (guint exponent, const char *currency);

/* Records ---------------------------------------------------------------------------------------
 */

TidePayload *tide_import_project_new (TideImportSaid *said, const TidePayload *before);
void tide_import_project_set_stages (TideImportSaid *said, TidePayload *project);
void tide_import_project_set_amounts (TideImportSaid *said, TidePayload *project);
void tide_import_project_set_classes (TideImportSaid *said, TidePayload *project);
void tide_import_parties_tell (TideImportSaid *said);

TideImportKeys *tide_import_keys_new (const TideImportPlan *plan);
void tide_import_keys_free (TideImportKeys *self);
void tide_import_keys_add (TideImportKeys *self, const TidePayload *project, guint slot);
gboolean tide_import_keys_find (TideImportKeys *self,
                                const TidePayload *project,
                                guint *slot,
                                gboolean *is_ambiguous);

void tide_import_try_project (TideImportWork *work, TideImportSaid *said);
void tide_import_try_observations (TideImportWork *work, TideImportSaid *said);
void tide_import_series_free (TideImportSeries *self);

void tide_import_said_judge (TideImportSaid *said,
                             TideImportVerdict verdict,
                             guint other,
                             TideRecordKind kind,
                             const TidePayload *before,
                             const TidePayload *after);

TideStep *tide_import_step_new (TideImportWork *work, GCancellable *cancellable, GError **error);
TideSnapshot *tide_import_step_new_after (TideImportWork *work, const TideStep *step);

TideImportTrial *
tide_import_trial_new_take (TideImportWork *work, TideStep *step, TideSnapshot *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideImportMatcher, tide_import_matcher_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideImportWork, tide_import_work_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideImportSaid, tide_import_said_clear)

G_END_DECLS
