/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"
#include "store/tide-file-stamp.h"
#include "tool/tide-tool-verb.h"

G_BEGIN_DECLS

TideSnapshot *tide_tool_read (const char *argument, GPtrArray **problems);
TideSnapshot *
tide_tool_read_with_stamp (const char *argument, GPtrArray **problems, TideFileStamp **stamp);
void tide_tool_print_problems (const char *argument, GPtrArray *problems);
TideToolStatus tide_tool_write (GBytes *bytes, const char *output);
TideToolStatus tide_tool_validate (const TideToolVerb *verb, char **words);
TideToolStatus tide_tool_format (const TideToolVerb *verb, char **words);

G_END_DECLS
