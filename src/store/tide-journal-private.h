/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-file-calls-private.h"
#include "store/tide-journal.h"

G_BEGIN_DECLS

/*
 * A journal is a text of lines: a checksum, a space, a word, a space, and what the word is about,
 * as g_strescape() leaves it. The checksum is the beginning of the SHA-256 of the checksum before
 * and the rest of its line, so that a line that is torn, changed, missing or of another journal
 * ends what is read. `tideline-journal VERSION` comes first, then the origin, then the steps and
 * forms.
 *
 * A journal has a name, without hyphens, which its base shares; its file is called `NAME.journal`,
 * or `NAME-N.journal` where that could not be written on. `replaces NAME` stands behind all that
 * another journal holds, which then counts no more.
 */
#define TIDE_JOURNAL_SUFFIX ".journal"
#define TIDE_JOURNAL_BASE_SUFFIX ".base"
#define TIDE_JOURNAL_CHECKSUM_LENGTH 16

#define TIDE_JOURNAL_WORD_FORMAT "tideline-journal"
#define TIDE_JOURNAL_WORD_REGISTER "register"
#define TIDE_JOURNAL_WORD_TITLE_EN "title-en"
#define TIDE_JOURNAL_WORD_TITLE_ZH "title-zh"
#define TIDE_JOURNAL_WORD_URI "uri"
#define TIDE_JOURNAL_WORD_PLACE "place"
#define TIDE_JOURNAL_WORD_CONTENT "content"
#define TIDE_JOURNAL_WORD_REPLACES "replaces"
#define TIDE_JOURNAL_WORD_DO "do"
#define TIDE_JOURNAL_WORD_UNDONE "undone"
#define TIDE_JOURNAL_WORD_UNDO "undo"
#define TIDE_JOURNAL_WORD_REDO "redo"
#define TIDE_JOURNAL_WORD_DROP "drop"
#define TIDE_JOURNAL_WORD_FORM "form"
#define TIDE_JOURNAL_WORD_CLOSE "close"

char *tide_journal_dup_checksum (const char *previous, const char *line, gssize length);
char *tide_journal_dup_name (const char *path);

TideJournal *
tide_journal_new_with_calls (const char *folder, TideClock *clock, const TideFileCalls *calls);

G_END_DECLS
