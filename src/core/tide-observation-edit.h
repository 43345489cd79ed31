/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-observation-row.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

gboolean tide_observation_can_add (const char *const *texts);
char *tide_observation_edit (TideRegister *reg,
                             const char *indicator,
                             const TideObservationRow *row,
                             const char *const *texts,
                             TideObservationColumn *column);
gboolean tide_observation_remove (TideRegister *reg,
                                  const char *indicator,
                                  const TideObservationRow *row,
                                  GError **error);

G_END_DECLS
