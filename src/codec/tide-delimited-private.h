/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-delimited.h"

G_BEGIN_DECLS

gsize tide_delimited_get_separator_line (const char *text, gsize length, char *separator);
TideTable *tide_delimited_read_beginning (const GString *text, const TideDelimitedOptions *options);

G_END_DECLS
