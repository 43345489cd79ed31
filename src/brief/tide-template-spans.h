/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-placeholder.h"

G_BEGIN_DECLS

/**
 * TideTemplateSpanKind:
 * @TIDE_SPAN_VALUE: a placeholder: `{event.name}`
 * @TIDE_SPAN_LIST: where a list begins or ends: `{each kind}`, `{end}`
 * @TIDE_SPAN_PART: a mark of a part that may be left out: `[`, `|`, `]`
 *
 * What a piece of a template is that is no text.
 */
typedef enum
{
  TIDE_SPAN_VALUE,
  TIDE_SPAN_LIST,
  TIDE_SPAN_PART,
} TideTemplateSpanKind;

/**
 * TideTemplateSpan:
 * @kind: what it is
 * @start: where it begins, in characters from the start of the text
 * @length: how many characters it has
 * @line: its line, from 1
 * @column: its column in characters, from 1
 *
 * A piece of a template that is no text, whether it is right or wrong.
 */
typedef struct
{
  TideTemplateSpanKind kind;
  guint start;
  guint length;
  guint line;
  guint column;
} TideTemplateSpan;

GArray *tide_template_list_spans (const char *text);
char *tide_template_dup_insertion (const char *text,
                                   guint offset,
                                   const TidePlaceholder *placeholder,
                                   guint *caret);

G_END_DECLS
