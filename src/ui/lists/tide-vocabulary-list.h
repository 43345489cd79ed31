/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-vocabulary-item.h"
#include "ui/lists/tide-vocabulary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideVocabularyList:
 *
 * The records of one kind as a list of #TideVocabularyItem that follows the register: those with a
 * parent below it, those without an order of their own by name. An item stays the same as long as
 * its record is there.
 */
#define TIDE_TYPE_VOCABULARY_LIST (tide_vocabulary_list_get_type ())
G_DECLARE_FINAL_TYPE (TideVocabularyList, tide_vocabulary_list, TIDE, VOCABULARY_LIST, GObject)

TideVocabularyList *tide_vocabulary_list_new (TideRegister *reg, TideRecordKind kind);

G_END_DECLS
