/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-as-of.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideMomentGroup:
 *
 * Two rows for the dates of a #TideMoment, with proposals, and what is wrong with them below.
 * Property: `is-valid`. Signal: `changed`.
 */
#define TIDE_TYPE_MOMENT_GROUP (tide_moment_group_get_type ())
G_DECLARE_FINAL_TYPE (TideMomentGroup, tide_moment_group, TIDE, MOMENT_GROUP, AdwPreferencesGroup)

void tide_moment_group_set_snapshot (TideMomentGroup *self, TideSnapshot *snapshot);
void tide_moment_group_set_moment (TideMomentGroup *self, const TideMoment *moment);
void tide_moment_group_get_moment (TideMomentGroup *self, TideMoment *moment);
gboolean tide_moment_group_get_is_valid (TideMomentGroup *self);
void tide_moment_group_show_problem (TideMomentGroup *self, const char *problem);
void tide_moment_group_focus_problem (TideMomentGroup *self);

G_END_DECLS
