/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table.h"

G_BEGIN_DECLS

TideCellKind
tide_html_value_read (const char *number, const char *format, const char *shown, GString *value);

G_END_DECLS
