/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As many rows as a block has at most. */
#define TIDE_MAX_ROWS_OF_BLOCK 2048

typedef enum
{
  TIDE_EXTENT_ROWS,
  TIDE_EXTENT_AMOUNTS,
  TIDE_EXTENT_CLASSES,
  TIDE_EXTENT_SHARES,
  TIDE_EXTENT_EXTRAS,
  TIDE_EXTENT_PARTS,
  TIDE_N_EXTENTS,
} TideExtent;

/* Columns of some rows that follow one another. Once it is whole it stays as it is, and is shared
 * by all columns with these rows. Rows and entries are numbered within the block. */
typedef struct
{
  gatomicrefcount ref_count;
  guint n[TIDE_N_EXTENTS];
  guint capacity[TIDE_N_EXTENTS];
  GArray *times;     /* owned, of guint: of all amounts of its projects, whatever they are */
  guint n_parents;   /* of its rows, those that name one */
  guint64 base_size; /* what all bases come to without their signs; at most G_MAXUINT64 */
  guint64 sum_size;  /* all sums, likewise */

  /* of rows, owned */
  guint16 *facet; /* of the project by itself, which may be an umbrella as well */
  gint8 *stage;
  gint8 *status;
  guint8 *party_kinds; /* set of bits */
  guint16 *marks;
  guint16 *time;
  gint32 *division;
  gint32 *event;
  guint32 *profile;
  gint64 *base;
  gint64 *sum;          /* in @currency */
  gint16 *currency;     /* the first of its amounts; TIDE_COLUMN_NONE where there is none */
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

  /* of the classes of rows, and of what they leave open, owned */
  guint32 *class_place;
  gint64 *class_weight;

  /* of the parts of the bases and sums of rows that are not nothing, owned */
  guint16 *share_row;
  guint32 *share_place;
  gint64 *share_base;
  gint64 *share_sum;

  /* of the sums of rows in further currencies, owned */
  guint16 *extra_row;
  guint16 *extra_facet;
  gint64 *extra_sum;

  /* and of their parts */
  guint16 *part_row;
  guint32 *part_place;
  guint16 *part_facet;
  gint64 *part_sum;
} TideBlock;

TideBlock *tide_block_new (guint n_rows);
TideBlock *tide_block_ref (TideBlock *self);
void tide_block_unref (TideBlock *self);
void tide_block_ensure (TideBlock *self, TideExtent extent, guint n);
void tide_block_append (TideBlock *self, const TideBlock *other, guint from, guint end);
void tide_block_close (TideBlock *self);

static inline guint
tide_block_get_first_amount (const TideBlock *self, guint row)
{
  return row > 0 ? self->amounts_end[row - 1] : 0;
}

static inline guint
tide_block_get_first_class (const TideBlock *self, guint row)
{
  return row > 0 ? self->classes_end[row - 1] : 0;
}

G_END_DECLS
