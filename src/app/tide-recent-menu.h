/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GMenu *tide_recent_menu_new (GListModel *recents, GFile *except);

G_END_DECLS
