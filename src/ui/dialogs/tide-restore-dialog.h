/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "ui/lists/tide-change.h"

#include <adwaita.h>

G_BEGIN_DECLS

void tide_restore_dialog_present (GtkWidget *parent, TideRegister *reg, TideChange *change);

G_END_DECLS
