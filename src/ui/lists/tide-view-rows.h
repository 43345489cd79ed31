/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideViewProjects:
 * @ref_count: holders
 * @snapshot: (owned): keeps most of the projects alive
 * @kept: (owned) (element-type TidePayload): the others
 * @payloads: (owned) (element-type TideProjectPayload): by row; %NULL where a row is gone
 * @rows: (owned) (element-type guint32): the rows in the order of the source
 *
 * The projects of #TideViewRows at one moment. Immutable, for any thread: what a thread makes of
 * them is true of a row as long as tide_view_projects_knows() says so.
 */
typedef struct
{
  gatomicrefcount ref_count;
  TideSnapshot *snapshot;
  GPtrArray *kept;
  GPtrArray *payloads;
  GArray *rows;
} TideViewProjects;

TideViewProjects *tide_view_projects_ref (TideViewProjects *self);
void tide_view_projects_unref (TideViewProjects *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideViewProjects, tide_view_projects_unref)

/* No row. */
#define TIDE_VIEW_NO_ROW G_MAXUINT32

/**
 * TideViewRows:
 *
 * The rows of a #TideView: a row is the number of a project, which it keeps until all are numbered
 * anew, so that whatever is known of rows is an array. Filling it costs nothing per row. Use it on
 * the main thread.
 */
typedef struct _TideViewRows TideViewRows;

TideViewRows *tide_view_rows_new (void);
void tide_view_rows_free (TideViewRows *self);

guint32 *tide_view_rows_fill (TideViewRows *self, TideSnapshot *snapshot);
guint32 tide_view_rows_insert (TideViewRows *self, guint position, TideProjectPayload *payload);
void tide_view_rows_remove (TideViewRows *self, guint position);
void tide_view_rows_replace (TideViewRows *self, guint32 row, TideProjectPayload *payload);

guint tide_view_rows_get_n (TideViewRows *self);
guint tide_view_rows_get_n_numbers (TideViewRows *self);
guint32 tide_view_rows_get (TideViewRows *self, guint position);
guint tide_view_rows_get_position (TideViewRows *self, guint32 row);
const TideProjectPayload *tide_view_rows_get_payload (TideViewRows *self, guint32 row);
const char *tide_view_rows_get_text (TideViewRows *self, guint32 row, TideSnapshot *snapshot);
void tide_view_rows_forget_texts (TideViewRows *self);

TideViewProjects *tide_view_rows_dup_projects (TideViewRows *self);
GArray *tide_view_rows_find_strays (TideViewRows *self, const TideViewProjects *projects);
gboolean tide_view_projects_knows (const TideViewProjects *self, TideViewRows *rows, guint32 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideViewRows, tide_view_rows_free)

G_END_DECLS
