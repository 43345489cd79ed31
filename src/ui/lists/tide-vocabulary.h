/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

#define TIDE_VOCABULARY_MAX_DETAILS 7

/**
 * TideVocabulary:
 * @kind: of the records it lists
 * @icon: name of the picture of an empty list
 * @details: (array zero-terminated=1): the members that tell one record from another beside its
 *   name
 *
 * What differs among the lists of vocabulary. Its texts are not yet translated; labels have a
 * mnemonic.
 */
typedef struct
{
  TideRecordKind kind;
  const char *icon;
  const char *title;
  const char *search_label;
  const char *empty_title;
  const char *empty_description;
  const char *no_match_title;
  const char *new_tooltip;
  const char *new_label;
  const char *manage_label;
  const char *menu_tooltip; /* of what offers both in a form */
  const char *details[TIDE_VOCABULARY_MAX_DETAILS + 1];
} TideVocabulary;

const TideVocabulary *tide_vocabulary_find (TideRecordKind kind);
char *tide_vocabulary_dup_details (const TideVocabulary *self,
                                   TideRegister *reg,
                                   const TidePayload *payload);

G_END_DECLS
