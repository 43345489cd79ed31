/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

guint tide_joint_projects_count (TideSnapshot *snapshot, const guint *rows, guint n_rows);

G_END_DECLS
