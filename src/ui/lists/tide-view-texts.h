/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-view-rows.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideViewTexts:
 *
 * The search texts of many projects, folded, one behind the other, so that all of them are looked
 * through in one go. Immutable.
 */
typedef struct _TideViewTexts TideViewTexts;

TideViewTexts *
tide_view_texts_new (TideViewProjects *projects, TideSnapshot *snapshot, GCancellable *cancellable);
void tide_view_texts_free (TideViewTexts *self);

const TideViewProjects *tide_view_texts_get_projects (const TideViewTexts *self);
const char *tide_view_texts_get (const TideViewTexts *self, guint32 row);
void
tide_view_texts_find (const TideViewTexts *self, const char *const *words, guint8 *found, guint n);
gboolean tide_view_text_has_words (const char *text, const char *const *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideViewTexts, tide_view_texts_free)

G_END_DECLS
