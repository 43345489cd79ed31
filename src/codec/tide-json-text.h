/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-problem.h"

G_BEGIN_DECLS

/**
 * TIDE_JSON_TEXT_MAX:
 *
 * The most bytes a string may have in a file, as written between its quotes.
 */
#define TIDE_JSON_TEXT_MAX (1024 * 1024)
#define TIDE_JSON_TEXT_MAX_TEXT "1 MB"

gboolean tide_json_text_check (const char **cursor,
                               const char *end,
                               gboolean *escaped,
                               TideProblemCode *code);
gboolean tide_json_text_check_character (const char *at, const char *end, TideProblemCode *code);
void tide_json_text_decode (GString *out, const char *begin, const char *end);
void tide_json_text_append (GString *out, const char *text);

G_END_DECLS
