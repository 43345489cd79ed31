/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-problem.h"

#include "core/tide-step.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (TideProblem, tide_problem, tide_problem_ref, tide_problem_unref)
G_DEFINE_QUARK (tide-problem-error-quark, tide_problem_error)
