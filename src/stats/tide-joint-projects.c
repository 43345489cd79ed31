/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-joint-projects.h"

#include "core/tide-investor.h"

/**
 * tide_joint_projects_count:
 * @snapshot: a register at one moment
 * @rows: (array length=n_rows): positions of some of its projects
 * @n_rows: how many
 *
 * By party a project counts once and as a whole, with its main investor, so that the parts add up.
 * May be called in any thread.
 *
 * Returns: how many of the projects have further investors, with whom they do not count
 */
guint
tide_joint_projects_count (TideSnapshot *snapshot, const guint *rows, guint n_rows)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  guint n = 0;

  for (guint i = 0; i < n_rows; i++)
    n += tide_project_is_joint (g_ptr_array_index (projects, rows[i])) ? 1 : 0;

  return n;
}
