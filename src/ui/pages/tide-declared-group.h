/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *tide_declared_group_new (const TideEventPayload *event,
                                    TideSnapshot *snapshot,
                                    TideUnit unit,
                                    TideLanguage language);

G_END_DECLS
