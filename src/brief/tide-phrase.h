/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-date.h"
#include "core/tide-money.h"

G_BEGIN_DECLS

/*
 * Numbers and grammar of a briefing, in the language of the briefing and not in that of the
 * program: every function is pure, independent of the locale, and may be called from any thread.
 */

char *tide_phrase_dup_number (gint64 n, TideLanguage language);
char *tide_phrase_dup_count (gint64 n, const char *noun, TideLanguage language);
char *tide_phrase_dup_more (gint64 n, const char *noun, TideLanguage language);
char *tide_phrase_dup_amount (const TideMoney *money, TideUnit unit, TideLanguage language);
gboolean tide_phrase_is_rounded (const TideMoney *money, TideUnit unit, TideLanguage language);
char *tide_phrase_dup_quantity (const TideDecimal *value, const char *noun, TideLanguage language);
char *tide_phrase_dup_percent (double percent, TideLanguage language);
char *tide_phrase_dup_permille (guint permille, TideLanguage language);
char *tide_phrase_dup_list (const char *const *words, TideLanguage language);
const char *tide_phrase_get_separator (guint index, guint n, TideLanguage language);

char *tide_phrase_dup_date (const TideDate *date, TideLanguage language);
char *tide_phrase_dup_when (const TideDate *date, TideLanguage language);
char *tide_phrase_dup_span (const TideDate *from, const TideDate *to, TideLanguage language);

char *tide_phrase_dup_unknown (guint n, guint n_all, TideLanguage language);
char *tide_phrase_dup_stage (const char *stage, const TideDate *date, TideLanguage language);
const char *tide_phrase_get_kind (const char *kind, TideLanguage language);
const char *tide_phrase_get_of (TideLanguage language);

G_END_DECLS
