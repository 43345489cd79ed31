/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-column-choice.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * TideProjectsCopy:
 *
 * Projects that are copied: as a table of the columns that are shown, as text and as HTML, and as
 * they are, to be pasted. Unless names are included, a code name stands for the names of
 * confidential projects in the tables, and they have no parties there.
 */
typedef struct _TideProjectsCopy TideProjectsCopy;

TideProjectsCopy *tide_projects_copy_new (TideSnapshot *snapshot,
                                          GPtrArray *projects,
                                          const TideColumnChoice *choice,
                                          TideAmountKind kind,
                                          gboolean includes_names);
void tide_projects_copy_free (TideProjectsCopy *self);

guint tide_projects_copy_get_n (const TideProjectsCopy *self);
guint tide_projects_copy_get_n_withheld (const TideProjectsCopy *self);
GBytes *tide_projects_copy_write_text (const TideProjectsCopy *self);
GBytes *tide_projects_copy_write_html (const TideProjectsCopy *self);
GdkContentProvider *tide_projects_copy_write (const TideProjectsCopy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideProjectsCopy, tide_projects_copy_free)

G_END_DECLS
