/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-history-export.h"

#include <adwaita.h>

G_BEGIN_DECLS

void tide_history_file_choose (GtkWidget *widget, TideHistoryList *list, TideHistoryFormat format);

G_END_DECLS
