/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-project-group.h"

G_BEGIN_DECLS

/* What is said of a group of projects, in the person's language. */

char *tide_project_group_text_dup_count (TideProjectGroup *group);
char *tide_project_group_text_dup_name (TideProjectGroup *group);
char *tide_project_group_text_dup_value (TideProjectGroup *group, TideSnapshot *snapshot);
char *tide_project_group_text_dup_notes (TideProjectGroup *group);
char *tide_project_group_text_dup_sum (TideProjectGroup *group, TideSnapshot *snapshot);
char *tide_project_group_text_dup_explanation (TideProjectGroup *group, TideSnapshot *snapshot);

G_END_DECLS
