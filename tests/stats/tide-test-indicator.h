/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"

G_BEGIN_DECLS

/*
 * A sealed indicator, money in hundred millions of yuan, from words: PERIOD=VALUE,
 * PERIOD/REVISION=VALUE (a value of - is none), break=PERIOD:REASON, growth=FROM:TO:RATE:BASIS,
 * written=PERIOD:TEXT with _ for spaces, and members such as scope=all, subject/sector=ID,
 * unit/scale=1.
 */
TidePayload *tide_test_indicator_new (const char *id, const char *words);

G_END_DECLS
