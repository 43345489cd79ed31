/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideMatcher:
 *
 * A #TideFilter made ready against the vocabulary of one snapshot: children of sectors and
 * divisions expanded, words folded. Use from one thread at a time.
 */
typedef struct _TideMatcher TideMatcher;

/* Marks in front of an id, in which they cannot occur: a sector or division without its children;
 * a taxonomy in which a project is not classified, is so by way of another one only, or is not
 * with all of it, as shares or an unambiguous mapping are missing; and, before these, a value that
 * must hold beside one of the others, as those of figures about a part of what a filter lets
 * through do. */
#define TIDE_FILTER_ITSELF '='
#define TIDE_FILTER_NOT '!'
#define TIDE_FILTER_MAPPED '~'
#define TIDE_FILTER_OPEN '?'
#define TIDE_FILTER_ALSO '&'

/* The value by which filters ask for projects without a sector, division, stage, event, party of a
 * known kind or amount. */
#define TIDE_FILTER_NONE "none"

TideFilter *tide_filter_new (void);
TideFilter *tide_filter_copy (const TideFilter *filter);
TidePayload *tide_filter_dup_criteria (const TideFilter *filter);
TideFilter *tide_filter_new_from_criteria (const TidePayload *criteria);
gboolean tide_filter_is_empty (const TideFilter *filter);
void tide_filter_add (TideFilter *filter, const char *member, const char *value);
void tide_filter_remove (TideFilter *filter, const char *member, const char *value);
void tide_filter_narrow (TideFilter *filter, const char *member, const char *value);
void tide_filter_set_text (TideFilter *filter, const char *text);
const char *tide_filter_value_get_id (const char *value);
TideFilter *tide_filter_dup_later (const TideFilter *filter);
GHashTable *tide_filter_tell_events (const TideFilter *filter, TideSnapshot *snapshot);
GVariant *tide_filter_to_variant (const TideFilter *filter);
TideFilter *tide_filter_new_from_variant (GVariant *variant);

TideMatcher *tide_matcher_new (const TideFilter *filter, TideSnapshot *snapshot);
void tide_matcher_free (TideMatcher *self);
gboolean tide_matcher_matches (TideMatcher *self, const TideProjectPayload *project);
gboolean tide_matcher_matches_with_text (TideMatcher *self,
                                         const TideProjectPayload *project,
                                         const char *search_text);

char *tide_project_dup_search_text (const TideProjectPayload *project, TideSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideMatcher, tide_matcher_free)

G_END_DECLS
