/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef void (*TideCheckChosenFunc) (const char *id, gpointer data);

void tide_check_choice_ask (TideRegister *reg,
                            TideRecordKind kind,
                            const char *guess,
                            GtkWidget *parent,
                            TideCheckChosenFunc chosen,
                            gpointer data,
                            GDestroyNotify free_data);

G_END_DECLS
