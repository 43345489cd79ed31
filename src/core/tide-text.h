/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TideLanguage:
 * @TIDE_LANGUAGE_EN: English
 * @TIDE_LANGUAGE_ZH: Chinese
 *
 * The languages in which a register's texts are kept.
 */
typedef enum
{
  TIDE_LANGUAGE_EN,
  TIDE_LANGUAGE_ZH,
} TideLanguage;

/**
 * TideText:
 * @en: (nullable): the English text, a #GRefString
 * @zh: (nullable): the Chinese text, a #GRefString
 *
 * A name in both languages; either may be missing, none is ever made up.
 */
typedef struct
{
  char *en;
  char *zh;
} TideText;

#define TIDE_TYPE_TEXT (tide_text_get_type ())

GType tide_text_get_type (void);
TideText *tide_text_copy (const TideText *text);
void tide_text_free (TideText *text);
void tide_text_init (TideText *text, const char *en, const char *zh);
void tide_text_init_copy (TideText *text, const TideText *other);
void tide_text_clear (TideText *text);

const char *tide_text_get (const TideText *text, TideLanguage language);
const char *tide_text_get_other (const TideText *text, TideLanguage language);
gboolean tide_text_is_empty (const TideText *text);
gboolean tide_text_equal (const TideText *a, const TideText *b);

TideLanguage tide_language_get_default (void);
void tide_language_prefer (const char *code);
char *tide_text_normalise (const char *typed);
char *tide_text_fold (const char *text);
char *tide_text_dup_isolated (const char *text);
char *tide_text_take_number (char *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideText, tide_text_free)

G_END_DECLS
