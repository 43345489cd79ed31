/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-encoding.h"

G_BEGIN_DECLS

gboolean tide_encoding_is_single_byte (TideEncoding self);
const char *tide_encoding_get_converter (TideEncoding self);

G_END_DECLS
