/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table.h"

G_BEGIN_DECLS

GPtrArray *tide_html_tables_read (GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
