/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-column-choice.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* What the clipboard calls projects that can be pasted: a register of them and of what they refer
 * to. */
#define TIDE_PROJECTS_MIME_TYPE "application/x-tideline-projects+json"

/* Of more projects than this a copy would take too long, and a step would be too large. */
#define TIDE_PROJECTS_COPY_MAX 5000

/**
 * TideProjectsCopy:
 *
 * Projects that are copied: as a table of the columns that are shown, as text and as HTML, and as
 * something that can be pasted. In the tables a code name stands for the names of confidential
 * projects, and they have no parties.
 */
typedef struct _TideProjectsCopy TideProjectsCopy;

TideProjectsCopy *tide_projects_copy_new (TideSnapshot *snapshot,
                                          GPtrArray *projects,
                                          const TideColumnChoice *choice,
                                          TideAmountKind kind);
void tide_projects_copy_free (TideProjectsCopy *self);

GBytes *tide_projects_copy_write_text (TideProjectsCopy *self);
GBytes *tide_projects_copy_write_html (TideProjectsCopy *self);
GBytes *tide_projects_copy_write_json (TideProjectsCopy *self, GError **error);
GdkContentProvider *tide_projects_copy_write (TideProjectsCopy *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideProjectsCopy, tide_projects_copy_free)

G_END_DECLS
