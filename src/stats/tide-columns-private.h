/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-counting.h"
#include "core/tide-crosswalk.h"
#include "stats/tide-block.h"
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
  TIDE_MARK_PRICED = 1 << 7,       /* one that is in the base sum */
  TIDE_N_MARKS = 1 << 8,           /* sets of the marks above */

  /* of rows only */
  TIDE_MARK_ONE_SUM = 1 << 8,    /* all amounts that can be held are of one currency */
  TIDE_MARK_LATER = 1 << 9,      /* later events, or amounts signed at another event */
  TIDE_MARK_OWN_EVENT = 1 << 10, /* an amount that counts here was signed at another event */
};

#define TIDE_MARKS_OF_FIGURES (TIDE_N_MARKS - 1)

/* What a row counts as: left out for a reason; or live, with marks and the currency of its sum. */
typedef struct
{
  gint8 exclusion;   /* TIDE_EXCLUSION_NONE for a live one */
  guint8 marks;      /* those of figures */
  gint16 currency;   /* TIDE_COLUMN_NONE for no sum */
  gboolean is_extra; /* no row of its own, but the sum of one in a further currency */
} TideFacet;

/* Numbers of facets: the first are the reasons to be left out. */
enum
{
  TIDE_FACET_ODD = TIDE_N_EXCLUSIONS, /* not of one facet: the row has to be looked at closer */
  TIDE_FACET_FIRST_LIVE,
};

/* Where all amounts of a row lie in time; from TIDE_TIME_FIRST on, positions in times. */
enum
{
  TIDE_TIME_NONE,
  TIDE_TIME_SEVERAL,
  TIDE_TIME_FIRST,
  TIDE_MAX_TIMES = G_MAXUINT16 - TIDE_TIME_FIRST,
};

/* A year, 0 for none, times TIDE_TIMES_A_YEAR, and a quarter, 0 for none, or TIDE_SEVERAL_QUARTERS.
 */
#define TIDE_SEVERAL_QUARTERS 5
#define TIDE_TIMES_A_YEAR 6

/* How a class stands in the profile of a row. */
typedef enum
{
  TIDE_PLACE_MENTIONED, /* no part of the amounts belongs to it */
  TIDE_PLACE_SHARED,    /* a part does */
  TIDE_PLACE_REST,      /* what the classes of its taxonomy leave open */
} TidePlaceKind;

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

struct _TideColumns
{
  gatomicrefcount ref_count;
  TideColumnVocabulary *vocabulary; /* owned */
  TideSnapshot *snapshot;           /* owned */
  TideValuation valuation;          /* owns its strings */

  /* What the numbers in rows stand for, owned; more are added, and none is changed. */
  GArray *currencies; /* of TideMoney without value: those of the amounts */
  GArray *facets;     /* of TideFacet */
  GArray *times;      /* of guint */
  GArray *places_end; /* of guint32: of profiles, which are the classes of rows without shares */
  GArray *sectors;    /* of guint32: of places; that of a rest is one of its taxonomy */
  GArray *kinds;      /* of guint8: of places */

  GPtrArray *blocks;  /* owned, of owned TideBlock */
  GArray *first_rows; /* owned, of guint: of the blocks, and how many rows there are */
  guint n_rows;
  guint16 *facet;      /* owned: of the rows; umbrellas are left out */
  gboolean is_bounded; /* no sum of any of the rows can overflow */
};

TideColumnVocabulary *
tide_column_vocabulary_new (TideSnapshot *snapshot, const TideValuation *valuation);
TideColumnVocabulary *tide_column_vocabulary_ref (TideColumnVocabulary *self);
void tide_column_vocabulary_unref (TideColumnVocabulary *self);
gboolean tide_column_vocabulary_holds_for (TideColumnVocabulary *self, TideSnapshot *snapshot);

const TideBlock *tide_columns_find_block (const TideColumns *self, guint row, guint *first);

static inline guint
tide_columns_get_n_places (const TideColumns *self)
{
  return self->sectors->len;
}

static inline guint
tide_columns_get_first_place (const TideColumns *self, guint profile)
{
  return profile > 0 ? g_array_index (self->places_end, guint32, profile - 1) : 0;
}

static inline guint
tide_columns_get_places_end (const TideColumns *self, guint profile)
{
  return g_array_index (self->places_end, guint32, profile);
}

static inline guint
tide_columns_get_sector (const TideColumns *self, guint place)
{
  return g_array_index (self->sectors, guint32, place);
}

static inline TidePlaceKind
tide_columns_get_kind (const TideColumns *self, guint place)
{
  return (TidePlaceKind) g_array_index (self->kinds, guint8, place);
}

static inline const TideBlock *
tide_columns_get_block (const TideColumns *self, guint i)
{
  return g_ptr_array_index (self->blocks, i);
}

/* The facets of the rows of a block. */
static inline const guint16 *
tide_columns_get_facets (const TideColumns *self, const guint16 *facets, guint i)
{
  return facets + g_array_index (self->first_rows, guint, i);
}

static inline const TideFacet *
tide_columns_get_facet (const TideColumns *self, guint facet)
{
  return &g_array_index (self->facets, TideFacet, facet);
}

static inline TideExclusion
tide_columns_get_exclusion (const TideColumns *self, guint row)
{
  return (TideExclusion) tide_columns_get_facet (self, self->facet[row])->exclusion;
}

static inline const TideProjectPayload *
tide_columns_get_project (const TideColumns *self, guint row)
{
  const GPtrArray *projects = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PROJECT);

  return g_ptr_array_index (projects, row);
}

G_END_DECLS
