/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tool/tide-tool-verb.h"

G_BEGIN_DECLS

TideToolStatus tide_tool_check (const TideToolVerb *verb, char **words);

G_END_DECLS
