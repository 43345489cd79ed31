/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-view-work.h"
#include "ui/lists/tide-view.h"

G_BEGIN_DECLS

/* What is wanted may have to wait for a thread; until then the rows on view stay as they are. */
struct _TideView
{
  GObject parent_instance;

  TideRegister *reg;           /* owned */
  TideList *source;            /* owned */
  GSignalGroup *source_links;  /* owned */
  GPtrArray *vocabulary_links; /* owned, of GSignalGroup */
  TideSnapshot *snapshot;      /* owned: what everything is made against */

  TideViewRows *rows; /* owned */
  TideViewWork *work; /* owned */
  GArray *sorted;     /* owned, of guint32: all rows in the present order */
  GArray *visible;    /* owned, of guint32: those of @sorted that match, by group */
  guint n_total;      /* of rows, as was said last */

  TideOrder order;                /* that is wanted */
  TideOrder present;              /* that the rows are in */
  TideSnapshot *present_snapshot; /* owned (nullable): the one before, by which they are in order
                                     while they are being refreshed */
  gboolean is_by_id;              /* they are in no order but that of their ids */
  gboolean is_refreshing;         /* names have changed, but not yet the order of the rows */

  TidePayload *filter;    /* owned, a TideFilter: that is wanted */
  TidePayload *rest;      /* owned, a TideFilter: all of it but the text */
  TideSearch *search;     /* owned (nullable): of its text */
  gboolean is_best_first; /* what is found best comes first, until another order is asked for */
  TideMatcher *matcher;   /* owned (nullable): of @rest, made when it is needed */
  GCancellable *matching; /* owned (nullable): while a thread finds what passes */
  GByteArray *passes;     /* owned: by row, whether @rest lets it through */
  GByteArray *matches; /* owned: by row, whether it is on view; its rank where text is searched */

  TideGroupBy group_by; /* that is wanted */
  TideViewRanks *ranks; /* owned (nullable): that the rows on view are grouped by */
};

/* The order of the rows. */
guint tide_view_find_place (TideView *self, GArray *rows, guint first, guint end, guint32 row);
void tide_view_insert_sorted (TideView *self, guint32 row);
void tide_view_put_in_order (TideView *self);
void tide_view_begin_order (TideView *self, const guint32 *numbers);

/* The rows that match. */
void tide_view_take_snapshot (TideView *self);
void tide_view_take_filter (TideView *self, const TideFilter *filter);
guint8 tide_view_get_best_rank (TideView *self, guint32 row);
gboolean tide_view_asks_of_others (TideView *self);
gboolean tide_view_is_pending (TideView *self);
void tide_view_stop_matching (TideView *self);
void tide_view_begin_matches (TideView *self, const guint32 *numbers);
void tide_view_find_passes (TideView *self);
void tide_view_find_matches (TideView *self);
void tide_view_match_row (TideView *self, guint32 row);

/* Groups. */
void tide_view_section_model_init (GtkSectionModelInterface *iface);
gboolean tide_view_take_ranks (TideView *self);
void tide_view_renumber_ranks (TideView *self, const guint32 *numbers);
void tide_view_rank_row (TideView *self, guint32 row);
void tide_view_arrange (TideView *self);
void tide_view_tell_sections (TideView *self);
guint tide_view_insert_visible (TideView *self, guint32 row);

/* What is shown, and what is said of it. */
void tide_view_show (TideView *self);
void tide_view_show_all_anew (TideView *self);
void tide_view_show_groups (TideView *self);
void tide_view_reload (TideView *self);
void tide_view_link_register (TideView *self, TideRegister *reg);
void tide_view_set_up_links (TideView *self);
void tide_view_tell_n_items (TideView *self);
void tide_view_tell_n_total (TideView *self);
void tide_view_tell_regrouped (TideView *self);

G_END_DECLS
