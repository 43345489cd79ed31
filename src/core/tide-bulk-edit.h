/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-problem.h"
#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideBulkAct:
 * @TIDE_BULK_SET: the field gets the value in place of what it has
 * @TIDE_BULK_ADD: a list gets what it does not have yet
 * @TIDE_BULK_REMOVE: a list loses what is like the value
 * @TIDE_BULK_CLEAR: the field loses what it has
 */
typedef enum
{
  TIDE_BULK_SET,
  TIDE_BULK_ADD,
  TIDE_BULK_REMOVE,
  TIDE_BULK_CLEAR,
  TIDE_N_BULK_ACTS,
} TideBulkAct;

/**
 * TideBulkEdit:
 * @path: a field of projects: `division`, `name/zh`, `plans/start`, `sectors`
 * @act: what becomes of it
 * @values: (nullable): a sealed project that has the value in the same field; none to clear
 * @scales: whether the shares of a project's classes that do not add up to 100 any more are scaled
 *   in proportion, where the project would be left out otherwise
 *
 * The same change of one field, for several projects. An entry to remove is meant by what the value
 * gives of it: a party by itself in all its roles, an amount by its kind alone.
 */
typedef struct
{
  char *path;
  TideBulkAct act;
  TidePayload *values;
  gboolean scales;
} TideBulkEdit;

/**
 * TideBulkRefusal:
 * @project: a project that stays as it is
 * @problem: what would be wrong with it
 */
typedef struct
{
  TidePayload *project;
  TideProblem *problem;
} TideBulkRefusal;

/**
 * TideBulkResult:
 * @step: what changes the projects that can be changed
 * @n_projects: how many were asked for and are there
 * @n_changed: how many of them change
 * @n_same: how many are so already
 * @refusals: (element-type TideBulkRefusal): those that stay as they are, and why
 */
typedef struct
{
  TideStep *step;
  guint n_projects;
  guint n_changed;
  guint n_same;
  GPtrArray *refusals;
} TideBulkResult;

TideBulkEdit *
tide_bulk_edit_new (const char *path, TideBulkAct act, const TidePayload *values, gboolean scales);
void tide_bulk_edit_free (TideBulkEdit *self);
TideBulkResult *tide_bulk_edit_try (const TideBulkEdit *self,
                                    TideSnapshot *snapshot,
                                    const char *const *ids,
                                    gint64 now,
                                    GCancellable *cancellable);
void tide_bulk_result_free (TideBulkResult *self);

char **tide_bulk_dup_paths (void);
gboolean tide_bulk_can (const char *path, TideBulkAct act);
gboolean tide_bulk_has_value (const char *path, const TidePayload *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideBulkEdit, tide_bulk_edit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideBulkResult, tide_bulk_result_free)

G_END_DECLS
