/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TIDE_TYPE_DECLARED_CARD (tide_declared_card_get_type ())
G_DECLARE_FINAL_TYPE (TideDeclaredCard, tide_declared_card, TIDE, DECLARED_CARD, AdwBin)

GtkWidget *tide_declared_card_new (const TideEventPayload *event,
                                   TideSnapshot *snapshot,
                                   TideUnit unit,
                                   TideLanguage language);

G_END_DECLS
