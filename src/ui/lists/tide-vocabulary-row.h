/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-vocabulary-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideVocabularyRow:
 *
 * A record of the vocabulary in its list: name, details, how often it is used, and a menu. Before
 * the menu opens, the row activates `vocabulary.select` with its id. Property: `item`.
 */
#define TIDE_TYPE_VOCABULARY_ROW (tide_vocabulary_row_get_type ())
G_DECLARE_FINAL_TYPE (TideVocabularyRow, tide_vocabulary_row, TIDE, VOCABULARY_ROW, AdwBin)

GtkWidget *tide_vocabulary_row_new (GMenuModel *menu);

TideVocabularyItem *tide_vocabulary_row_get_item (TideVocabularyRow *self);
void tide_vocabulary_row_set_item (TideVocabularyRow *self, TideVocabularyItem *item);
void tide_vocabulary_row_show_menu (TideVocabularyRow *self);

G_END_DECLS
