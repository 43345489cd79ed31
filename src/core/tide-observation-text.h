/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"
#include "core/tide-problem.h"

G_BEGIN_DECLS

TideProblem *
tide_observation_text_read (const char *text, const TideScale *unit, TideDecimal *value);

G_END_DECLS
