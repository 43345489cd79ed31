/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TideVocabularyItem:
 *
 * A record of the vocabulary as its list shows it. Signal: `changed` when it says something else.
 */
#define TIDE_TYPE_VOCABULARY_ITEM (tide_vocabulary_item_get_type ())
G_DECLARE_FINAL_TYPE (TideVocabularyItem, tide_vocabulary_item, TIDE, VOCABULARY_ITEM, GObject)

/**
 * TideVocabularyLook:
 * @title: its name
 * @details: what is known of it beside, in one line, empty for nothing
 * @search_text: the text by which it is found, folded
 * @n_uses: how many other records refer to it
 * @depth: how many records it stands below
 * @is_referred: whether other records can refer to it at all
 * @is_retired: whether it is kept, but not chosen any more
 *
 * What the row of a record shows.
 */
typedef struct
{
  const char *title;
  const char *details;
  const char *search_text;
  guint n_uses;
  guint depth;
  gboolean is_referred;
  gboolean is_retired;
} TideVocabularyLook;

TideVocabularyItem *tide_vocabulary_item_new (const char *id);

const char *tide_vocabulary_item_get_id (TideVocabularyItem *self);
const TideVocabularyLook *tide_vocabulary_item_get_look (TideVocabularyItem *self);
void tide_vocabulary_item_set_look (TideVocabularyItem *self, const TideVocabularyLook *look);
gboolean tide_vocabulary_item_matches (TideVocabularyItem *self, const char *const *words);

G_END_DECLS
