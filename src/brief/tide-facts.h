/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-origin.h"

G_BEGIN_DECLS

/**
 * TideFact:
 * @before: (nullable): words before the number, such as the kind of an amount
 * @text: the number, or words
 * @after: (nullable): words behind the number
 * @n: of a count, how many
 * @origin: (nullable): what is behind the number; %NULL for words
 *
 * What a placeholder stands for.
 */
typedef struct
{
  char *before;
  char *text;
  char *after;
  gint64 n;
  TideOrigin *origin;
} TideFact;

/**
 * TideFacts:
 *
 * What is known about one subject: values by the names of their placeholders, and lists of such. It
 * is filled by one thread; then any may read it.
 */
typedef struct _TideFacts TideFacts;

TideFacts *tide_facts_new (void);
TideFacts *tide_facts_add_item (TideFacts *self, const char *list, const char *key);
void tide_facts_free (TideFacts *self);

void tide_facts_set_words (TideFacts *self, const char *name, const char *words);
void tide_facts_take_words (TideFacts *self, const char *name, char *words);
void tide_facts_take_number (TideFacts *self,
                             const char *name,
                             const char *before,
                             char *text,
                             const char *after,
                             TideOrigin *origin);
void
tide_facts_take_count (TideFacts *self, const char *name, gint64 n, char *text, TideOrigin *origin);

const TideFact *tide_facts_find (const TideFacts *self, const char *name);
const GPtrArray *tide_facts_find_items (const TideFacts *self, const char *list);
char *tide_facts_dup_key (const TideFacts *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideFacts, tide_facts_free)

G_END_DECLS
