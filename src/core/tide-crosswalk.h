/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/* A class without shares beside it is all of a project: 100 %, with six digits behind the point. */
#define TIDE_WHOLE_WEIGHT ((gint64) 100 * 1000 * 1000)

/* No chain of parents is longer in earnest; a loop ends here. */
#define TIDE_MAX_ANCESTORS 64

/* The number of no taxonomy and of no sector. */
#define TIDE_NOWHERE G_MAXUINT

/**
 * TideCrosswalk:
 *
 * Where the classes of a register lie in one of its taxonomies. Immutable: any thread may use it.
 */
typedef struct _TideCrosswalk TideCrosswalk;

/**
 * TideCrossing:
 * @sectors: (array length=n): positions of classes of the taxonomy, among all sectors
 * @n: how many
 * @is_whole: a project of the class lies wholly in the one class of @sectors; else it is only
 *   mentioned there, and nobody can tell how its amounts are divided
 *
 * Where one class lies in the taxonomy; nowhere where @n is 0.
 */
typedef struct
{
  const guint *sectors;
  guint n;
  gboolean is_whole;
} TideCrossing;

TideCrosswalk *tide_crosswalk_new (TideSnapshot *snapshot, const char *taxonomy);
void tide_crosswalk_free (TideCrosswalk *self);
const TideCrossing *tide_crosswalk_get (const TideCrosswalk *self, guint sector);
const TideCrossing *tide_crosswalk_get_all (const TideCrosswalk *self);
const guint *tide_crosswalk_get_taxonomies (const TideCrosswalk *self);
guint tide_crosswalk_get_taxonomy (const TideCrosswalk *self, guint sector);
guint tide_crosswalk_get_parent (const TideCrosswalk *self, guint sector);
gboolean tide_crosswalk_has_sector (const TideCrosswalk *self, guint sector);
guint tide_crosswalk_find_sector (const TideCrosswalk *self, const char *id);
guint tide_crosswalk_choose (const TideCrosswalk *self,
                             const guint32 *sectors,
                             guint n,
                             gboolean *is_crossed);

gint64 tide_classification_get_weight (const TideClassification *entry, gboolean is_only);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideCrosswalk, tide_crosswalk_free)

G_END_DECLS
