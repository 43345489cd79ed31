/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tide_dialog_leave_focus (AdwDialog *dialog);

G_END_DECLS
