/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-share.h"

G_BEGIN_DECLS

char *tide_share_text_new (double part, double whole);
char *tide_share_text_new_precise (double part, double whole);

G_END_DECLS
