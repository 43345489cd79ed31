/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

TideSnapshot *tide_tool_read (const char *argument, GPtrArray **problems);
void tide_tool_print_problems (const char *argument, GPtrArray *problems);
int tide_tool_write (GBytes *bytes, const char *output);
int tide_tool_validate (const char *const *arguments);
int tide_tool_format (const char *argument, const char *output);

G_END_DECLS
