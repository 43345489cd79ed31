/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-search.h"
#include "ui/lists/tide-view-rows.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideViewTexts:
 *
 * What many projects are found by. Immutable.
 */
typedef struct _TideViewTexts TideViewTexts;

TideViewTexts *
tide_view_texts_new (TideViewProjects *projects, TideSnapshot *snapshot, GCancellable *cancellable);
void tide_view_texts_free (TideViewTexts *self);

const TideViewProjects *tide_view_texts_get_projects (const TideViewTexts *self);
void
tide_view_texts_find (const TideViewTexts *self, const TideSearch *search, guint8 *ranks, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideViewTexts, tide_view_texts_free)

G_END_DECLS
