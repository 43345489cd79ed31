/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-counting.h"
#include "core/tide-crosswalk.h"
#include "stats/tide-columns.h"

G_BEGIN_DECLS

/* Positions that are none: a project says nothing, or what the register does not have. */
#define TIDE_COLUMN_NONE (-1)
#define TIDE_COLUMN_STRAY (-2)

/* What is said of the amounts of a row, of an amount, or of a row within a group. */
enum
{
  TIDE_MARK_AMOUNT = 1 << 0,       /* there is an amount */
  TIDE_MARK_FOREIGN = 1 << 1,      /* one in another currency */
  TIDE_MARK_UNPRICED = 1 << 2,     /* one without a rate */
  TIDE_MARK_VAGUE = 1 << 3,        /* one not dated exactly enough for the period */
  TIDE_MARK_OVERFLOW = 1 << 4,     /* a sum that cannot be held */
  TIDE_MARK_UNCLASSIFIED = 1 << 5, /* not all of it belongs to a class */
  TIDE_MARK_MAPPED = 1 << 6,       /* classified by way of another taxonomy */
  TIDE_N_MARKS = 1 << 7,           /* sets of the marks above */

  /* of rows only */
  TIDE_MARK_PRICED = 1 << 7,     /* one that is in the base sum */
  TIDE_MARK_ONE_SUM = 1 << 8,    /* all amounts that can be held are of one currency */
  TIDE_MARK_LATER = 1 << 9,      /* later events, or amounts signed at another event */
  TIDE_MARK_OWN_EVENT = 1 << 10, /* an amount that counts here was signed at another event */
};

#define TIDE_MARKS_OF_FIGURES (TIDE_N_MARKS - 1)

/* The vocabulary that rows point into, by position; shared as long as it stays the same. */
typedef struct
{
  gatomicrefcount ref_count;
  TideSnapshot *snapshot;   /* owned */
  TideRates *rates;         /* owned */
  TideCrosswalk *crosswalk; /* owned, of no taxonomy: positions and taxonomies of the sectors */
  GHashTable *divisions;    /* owned, borrowed ids and positions plus one */
  GHashTable *events;       /* owned, likewise */
  GHashTable *party_kinds;  /* owned, borrowed ids of parties, and kinds plus one */
} TideColumnVocabulary;

typedef enum
{
  TIDE_EXTENT_ROWS,
  TIDE_EXTENT_AMOUNTS,
  TIDE_EXTENT_CLASSES,
  TIDE_N_EXTENTS,
} TideExtent;

struct _TideColumns
{
  gatomicrefcount ref_count;
  TideColumnVocabulary *vocabulary; /* owned */
  TideSnapshot *snapshot;           /* owned */
  TideValuation valuation;          /* owns its strings */
  GArray *currencies;               /* owned, of TideMoney without value: those of the amounts */

  guint n[TIDE_N_EXTENTS];
  guint capacity[TIDE_N_EXTENTS];

  /* of rows, owned */
  gint8 *exclusion; /* umbrellas included */
  gint8 *own_exclusion;
  gint8 *stage;
  gint8 *status;
  guint8 *party_kinds; /* set of bits */
  guint16 *marks;
  gint32 *division;
  gint32 *event;
  gint64 *base;
  gint64 *sum;          /* in their own currency, where that is one */
  gint16 *currency;     /* TIDE_COLUMN_NONE where there is none or are several */
  guint32 *amounts_end; /* its amounts begin where those of the row before end */
  guint32 *classes_end;
  const char **parent; /* borrowed from the payload */

  /* of amounts that are meant, owned */
  gint64 *amount_minor;
  gint64 *amount_base;
  gint16 *amount_currency; /* TIDE_COLUMN_NONE for one that cannot be held */
  guint8 *amount_marks;
  gint32 *amount_event; /* that of the project where it says nothing itself */
  gint16 *amount_year;  /* 0 where it is not dated to the year */
  gint8 *amount_quarter;

  /* of classes, owned */
  guint32 *class_sector;
  gint64 *class_weight;
  gint64 *class_base; /* its part of the row's base */
  gint64 *class_sum;  /* its part of the row's one sum */
};

TideColumnVocabulary *
tide_column_vocabulary_new (TideSnapshot *snapshot, const TideValuation *valuation);
TideColumnVocabulary *tide_column_vocabulary_ref (TideColumnVocabulary *self);
void tide_column_vocabulary_unref (TideColumnVocabulary *self);
gboolean tide_column_vocabulary_holds_for (TideColumnVocabulary *self, TideSnapshot *snapshot);

void tide_columns_fill_row (TideColumns *self, guint row, const TideProjectPayload *project);
void tide_columns_ensure (TideColumns *self, TideExtent extent, guint n);

static inline guint
tide_columns_get_first_amount (const TideColumns *self, guint row)
{
  return row > 0 ? self->amounts_end[row - 1] : 0;
}

static inline guint
tide_columns_get_first_class (const TideColumns *self, guint row)
{
  return row > 0 ? self->classes_end[row - 1] : 0;
}

static inline const TideProjectPayload *
tide_columns_get_project (const TideColumns *self, guint row)
{
  const GPtrArray *projects = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PROJECT);

  return g_ptr_array_index (projects, row);
}

G_END_DECLS
