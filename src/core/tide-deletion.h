/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"
#include "core/tide-step.h"

G_BEGIN_DECLS

TideStep *tide_deletion_new_step (TideSnapshot *snapshot,
                                  TideRecordKind kind,
                                  const char *const *ids,
                                  const char *replacement,
                                  gint64 now);

G_END_DECLS
