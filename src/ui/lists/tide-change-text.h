/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-history-names.h"

G_BEGIN_DECLS

/* A change as a person reads it. Any thread may ask. */

char *tide_change_text_dup_time (TideHistoryNames *names, const TideStep *step);
char *
tide_change_text_dup_record (TideHistoryNames *names, const TideStep *step, const TideEdit *edit);
char *tide_change_text_dup_field (TideHistoryNames *names, const TideEdit *edit);
char *tide_change_text_dup_before (TideHistoryNames *names, const TideEdit *edit);
char *tide_change_text_dup_after (TideHistoryNames *names, const TideEdit *edit);
char *tide_change_text_dup_transition (TideHistoryNames *names, const TideEdit *edit);
char *
tide_change_text_dup_value (TideHistoryNames *names, const TideEdit *edit, const TideValue *value);
char *
tide_change_text_dup_search (TideHistoryNames *names, const TideStep *step, const TideEdit *edit);

G_END_DECLS
