/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-columns-private.h"

G_BEGIN_DECLS

/* Fills rows of columns that are being made, and knows which numbers stand for what. */
typedef struct
{
  TideColumns *columns; /* borrowed */
  TideBlock *block;     /* borrowed: where rows are appended */
  GHashTable *facets;   /* owned: numbers of the live ones, by marks and currency */
  GHashTable *times;    /* owned: positions plus one */
  GHashTable *profiles; /* owned, nullable: positions plus one, by owned places */
  GArray *sectors;      /* owned: of the classes of the row, and of what they leave open */
  GArray *places;       /* owned: their number, then those of the row */
  GArray *weights;      /* owned: of the classes of one taxonomy */
  GArray *parts;        /* owned: theirs */
  GArray *bases;        /* owned: the parts of all classes of the row of its base */
  GArray *sums;         /* owned: and of its sum */
} TideRowFiller;

void tide_row_filler_init (TideRowFiller *self, TideColumns *columns);
void tide_row_filler_clear (TideRowFiller *self);
gint16 tide_row_filler_find_currency (TideRowFiller *self, const TideMoney *money);
guint16
tide_row_filler_find_facet (TideRowFiller *self, guint marks, gint16 currency, gboolean is_extra);
guint16 tide_row_filler_find_time (TideRowFiller *self, guint time);
void tide_row_filler_start_places (TideRowFiller *self);
void tide_row_filler_add_place (TideRowFiller *self, guint sector, TidePlaceKind kind);
guint tide_row_filler_find_profile (TideRowFiller *self);

void tide_row_filler_add_row (TideRowFiller *self, const TideProjectPayload *project);
void tide_row_filler_add_times (TideRowFiller *self, const TideProjectPayload *project);
void
tide_row_filler_add_classes (TideRowFiller *self, guint row, const TideProjectPayload *project);

G_END_DECLS
