/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *tide_toast_show (AdwToastOverlay *overlay, const char *text, const char *undo_action);

G_END_DECLS
