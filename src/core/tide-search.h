/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands behind the texts of a project by which it is called, before all its others. */
#define TIDE_SEARCH_REST '\v'

/* How well something is found: 1 is best. */
#define TIDE_SEARCH_NO_RANK 0
#define TIDE_SEARCH_N_RANKS 13

/**
 * TideSearch:
 *
 * What a person typed to find something: words, each of which must be found as it is written, by
 * the pinyin or the initials of Chinese text, or with a typing error. Immutable.
 */
typedef struct _TideSearch TideSearch;

TideSearch *tide_search_new (const char *typed);
void tide_search_free (TideSearch *self);

guint8 tide_search_rank (const TideSearch *self, const char *search_text);
gboolean tide_search_finds (const TideSearch *self, const char *text);
gboolean tide_search_rank_is_similar (guint8 rank);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideSearch, tide_search_free)

/**
 * TideSearchIndex:
 *
 * Search texts of many rows, so that each word that occurs in them is looked at once, however many
 * rows it is in. Immutable once it is whole.
 */
typedef struct _TideSearchIndex TideSearchIndex;

TideSearchIndex *tide_search_index_new (void);
void tide_search_index_free (TideSearchIndex *self);
void tide_search_index_add (TideSearchIndex *self, const char *search_text);
void tide_search_index_seal (TideSearchIndex *self);
void tide_search_index_find (const TideSearchIndex *self, const TideSearch *search, guint8 *ranks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideSearchIndex, tide_search_index_free)

G_END_DECLS
