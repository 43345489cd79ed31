/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-breakdown.h"
#include "stats/tide-columns-private.h"

G_BEGIN_DECLS

#define TIDE_UNDATED "undated"

/* What a group adds up, before it becomes a figure. */
typedef struct
{
  TideGroup *group; /* owned */
  guint order;      /* in the vocabulary; G_MAXUINT for what it does not have */
  guint by_marks[TIDE_N_MARKS];
  guint n_excluded[TIDE_N_EXCLUSIONS];
  guint n_added;
  gint64 base;
  gint64 *sums; /* owned, by the currencies of the columns */
  gboolean *has_sum;
  gboolean is_overflow;
} TideTally;

/* The groups of a breakdown while it is being made. */
typedef struct
{
  TideColumns *columns; /* borrowed */
  TideGrouping grouping;
  const char *taxonomy;
  TideFilter *filter;       /* owned: what every group asks for */
  TideCrosswalk *crosswalk; /* owned, nullable */
  guint n_currencies;
  TideTally *total;    /* owned */
  TideTally *none;     /* borrowed from @tallies, nullable */
  GPtrArray *tallies;  /* owned, of owned TideTally */
  GHashTable *by_key;  /* owned, borrowed keys and tallies */
  TideTally **indexed; /* owned: tallies of the vocabulary, by position */
  guint n_indexed;
  guint *parents; /* owned, nullable: of divisions */
} TideGroups;

/* What one row brings to the groups it is in. */
typedef struct
{
  guint row;
  const TideBlock *block; /* borrowed: the block of the row */
  guint i;                /* where the row is in it */
  guint marks;
  gint64 base;
  gint16 *currencies; /* owned */
  gint64 *sums;       /* owned, one for each of @currencies */
  guint n_sums;
  GHashTable *events; /* borrowed; NULL where all amounts of the row are meant */
  TideExclusion exclusion;
} TidePortion;

/* A group that a row is in, and what is said of the row there. */
typedef struct
{
  TideTally *tally;
  guint marks;
} TideTouch;

/* Rows on their way into groups. */
typedef struct
{
  TideGroups *groups;    /* borrowed */
  GHashTable *events;    /* borrowed; NULL where the amounts of all events are meant */
  GHashTable *one_event; /* owned, nullable: that of @part */
  TidePortion part;      /* of a row with amounts of several events, those of one */
  TideTouch *touches;    /* owned: the groups of the present row */
  guint n_touches;
  guint touches_size;
  const guint *taxonomies;       /* borrowed: of each sector */
  const TideCrossing *crossings; /* borrowed: of each sector */
} TidePlacing;

void tide_placing_init (TidePlacing *self, TideGroups *groups, GHashTable *events);
void tide_placing_clear (TidePlacing *self);
void tide_placing_add (TidePlacing *self, TidePortion *portion);
guint tide_placing_choose (const TidePlacing *self, guint profile, gboolean *is_mapped);
guint tide_placing_mention (TidePlacing *self, guint profile, guint *marks);
guint tide_placing_find_class (const TidePlacing *self, guint place);
void tide_placing_add_by_sector (TidePlacing *self, TidePortion *portion);
void tide_placing_add_by_event (TidePlacing *self, const TidePortion *portion);
void tide_placing_grow (TidePlacing *self);
TideTally *tide_placing_get_known (TidePlacing *self,
                                   gint32 position,
                                   guint row,
                                   const char *(*get_id) (const TideProjectPayload *) );

void tide_portion_init (TidePortion *self, const TideColumns *columns);
void tide_portion_clear (TidePortion *self);
void tide_portion_fill (TidePortion *self, TideColumns *columns, guint row, GHashTable *events);
gboolean tide_portion_has (const TidePortion *self, const TideColumns *columns, guint amount);

void tide_groups_init (TideGroups *self,
                       TideColumns *columns,
                       TideGrouping grouping,
                       const char *taxonomy,
                       const TideFilter *filter);
void tide_groups_clear (TideGroups *self);
TideTally *tide_groups_ensure (TideGroups *self, const char *key);
TideTally *tide_groups_ensure_time (TideGroups *self, guint year, guint quarter);
TideTally *tide_groups_next_of_class (const TideGroups *self, guint *sector);
TideBreakdown *tide_groups_finish (TideGroups *self);

TideTally *tide_tally_new (TideGroups *groups, const char *key, const char *en, const char *zh);
void tide_tally_free (TideTally *self);
TideGroup *tide_tally_finish (TideTally *self, TideGroups *groups);
void tide_group_free (TideGroup *group);
void tide_filter_ask_for_group (TideFilter *filter, const TideGroups *groups, const char *key);
const gint64 *tide_size_get_thresholds (guint *n);
gint64 tide_size_get_minor (gint64 threshold, const char *currency);

static inline void
tide_tally_add_base (TideTally *self, gint64 base)
{
  if (__builtin_add_overflow (self->base, base, &self->base))
    self->is_overflow = TRUE;
}

static inline void
tide_tally_add_sum (TideTally *self, gint16 currency, gint64 sum)
{
  self->has_sum[currency] = TRUE;
  if (__builtin_add_overflow (self->sums[currency], sum, &self->sums[currency]))
    self->is_overflow = TRUE;
}

/* Counts a project once; @marks is what is said of it here. */
static inline void
tide_tally_count (TideTally *self, TideExclusion exclusion, guint marks)
{
  if (exclusion == TIDE_EXCLUSION_NONE)
    {
      self->by_marks[marks & TIDE_MARKS_OF_FIGURES]++;
      return;
    }

  self->n_excluded[exclusion]++;
  if (exclusion == TIDE_EXCLUSION_LATER_EVENT && (marks & TIDE_MARK_AMOUNT) != 0)
    {
      self->n_added++;
      self->is_overflow |= (marks & TIDE_MARK_OVERFLOW) != 0;
    }
}

static inline void
tide_tally_add_money (TideTally *self, const TidePortion *portion)
{
  tide_tally_add_base (self, portion->base);
  for (guint i = 0; i < portion->n_sums; i++)
    tide_tally_add_sum (self, portion->currencies[i], portion->sums[i]);
}

/* Whether what a project brings is added up, even where the project is not counted. */
static inline gboolean
tide_portion_has_money (const TidePortion *self)
{
  return self->exclusion == TIDE_EXCLUSION_NONE || self->exclusion == TIDE_EXCLUSION_LATER_EVENT;
}

/* All that a project brings, for a group that it cannot be in twice. */
static inline void
tide_tally_take (TideTally *self, const TidePortion *portion)
{
  tide_tally_count (self, portion->exclusion, portion->marks);
  if (tide_portion_has_money (portion))
    tide_tally_add_money (self, portion);
}

/* Says that the row is in a group, perhaps once more. */
static inline void
tide_placing_touch (TidePlacing *self, TideTally *tally, guint marks)
{
  for (guint i = 0; i < self->n_touches; i++)
    if (self->touches[i].tally == tally)
      {
        self->touches[i].marks |= marks;
        return;
      }

  if (self->n_touches == self->touches_size)
    tide_placing_grow (self);
  self->touches[self->n_touches++] = (TideTouch) { tally, marks };
}

/* The group of what has none. */
static inline TideTally *
tide_groups_get_none (TideGroups *self)
{
  if (self->none == NULL)
    self->none = tide_groups_ensure (self, TIDE_FILTER_NONE);

  return self->none;
}

G_END_DECLS
