/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing-options.h"
#include "brief/tide-template.h"

G_BEGIN_DECLS

#define TIDE_ALL_SUBJECTS ((1u << TIDE_N_SUBJECTS) - 1)

guint tide_template_get_subjects (const TideTemplate *self);

G_END_DECLS
