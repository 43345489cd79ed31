/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-problem.h"
#include "core/tide-text.h"

G_BEGIN_DECLS

/**
 * TideTemplate:
 *
 * The wording of a briefing: text with placeholders. Immutable, shared between threads, counted.
 *
 * `{event.name}` stands for a value; `{projects.count:is/are}` for one of two words, by a number.
 * `[…]` is left out where one of the values in it is not there; `[…|…|…]` is the first alternative
 * whose values all are. `{each kind}…{end}` is said for each item of a list; `{list field}…{end}`
 * too, with commas and an “and” between them, and `{clauses field}…{end}` with semicolons; a list
 * without items is a value that is not there.
 * Paragraphs are separated by blank lines; `# ` begins a heading, `- ` an item of a list. A
 * backslash in front of `{`, `}`, `[`, `]`, `|` or a backslash makes it the character itself.
 */
typedef struct _TideTemplate TideTemplate;

/**
 * TideTemplateNodeKind:
 * @TIDE_NODE_TEXT: text as it stands
 * @TIDE_NODE_VALUE: a value
 * @TIDE_NODE_FORMS: one of two words
 * @TIDE_NODE_OPTIONAL: the first of the branches that can be said, or nothing
 * @TIDE_NODE_LIST: its only branch for each item
 */
typedef enum
{
  TIDE_NODE_TEXT,
  TIDE_NODE_VALUE,
  TIDE_NODE_FORMS,
  TIDE_NODE_OPTIONAL,
  TIDE_NODE_LIST,
} TideTemplateNodeKind;

/**
 * TideTemplateJoint:
 * @TIDE_JOINT_NONE: nothing
 * @TIDE_JOINT_LIST: commas and an “and”
 * @TIDE_JOINT_CLAUSES: semicolons
 */
typedef enum
{
  TIDE_JOINT_NONE,
  TIDE_JOINT_LIST,
  TIDE_JOINT_CLAUSES,
} TideTemplateJoint;

/**
 * TideTemplateNode:
 * @kind: what it is
 * @text: the text, or the name of the value, the number or the list
 * @one: of forms, the word for one
 * @many: of forms, the word for any other number
 * @joint: of a list, what stands between its items
 * @branches: (element-type GPtrArray): of an optional part and a list, nodes
 */
typedef struct
{
  TideTemplateNodeKind kind;
  char *text;
  char *one;
  char *many;
  TideTemplateJoint joint;
  GPtrArray *branches;
} TideTemplateNode;

TideTemplate *tide_template_new (const char *text, GPtrArray **problems);
TideTemplate *tide_template_ref (TideTemplate *self);
void tide_template_unref (TideTemplate *self);
const GPtrArray *tide_template_get_nodes (const TideTemplate *self);

const char *const *tide_template_list_built_in (void);
const char *tide_template_get_built_in_name (const char *code, TideLanguage language);
char *tide_template_dup_built_in (const char *code, TideLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideTemplate, tide_template_unref)

G_END_DECLS
