/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "store/tide-journal-form.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TIDE_JOURNAL_VERSION:
 *
 * The version of journals that this program writes, and the newest that it reads.
 */
#define TIDE_JOURNAL_VERSION 1

/**
 * TideJournalOrigin:
 * @register_id: id of the register
 * @title: its title
 * @uri: (nullable): address of its file; %NULL for a register that has none yet
 * @place: (nullable): the file's place as a person knows it
 * @content: (nullable): SHA-256 of the file's bytes, in hexadecimal digits
 *
 * What a journal's steps are to be done on.
 */
typedef struct
{
  char *register_id;
  TideText title;
  char *uri;
  char *place;
  char *content;
} TideJournalOrigin;

TideJournalOrigin *tide_journal_origin_new (const TideSettings *settings,
                                            GFile *file,
                                            const char *place,
                                            const char *content);
void tide_journal_origin_free (TideJournalOrigin *self);

/**
 * TideJournalStart:
 * @origin: what the steps are done on: a file as it has just been read or saved
 * @base: (nullable): the same, where no file holds it
 * @steps: (nullable) (element-type TideStep): what has been done since then
 * @undone: (nullable) (element-type TideStep): what can be redone, the next one last
 * @forms: (nullable) (element-type TideJournalForm): those that are open
 * @replaced: (nullable): path of another journal, all of which @steps, @undone and @forms hold
 *
 * What a journal begins with.
 */
typedef struct
{
  const TideJournalOrigin *origin;
  TideSnapshot *base;
  const GPtrArray *steps;
  const GPtrArray *undone;
  const GPtrArray *forms;
  const char *replaced;
} TideJournalStart;

/**
 * TideJournal:
 *
 * The steps of one register since it was saved, and the forms that are open, written to a file of
 * their own as soon as they are done, so that a crash loses none.
 */
#define TIDE_TYPE_JOURNAL (tide_journal_get_type ())
G_DECLARE_FINAL_TYPE (TideJournal, tide_journal, TIDE, JOURNAL, GObject)

TideJournal *tide_journal_new (const char *folder, TideClock *clock);

void tide_journal_begin (TideJournal *self, const TideJournalStart *start);
void tide_journal_add_done (TideJournal *self, const TideStep *step, const TideStep *inverse);
void tide_journal_add_undone (TideJournal *self, const TideStep *step, const TideStep *inverse);
void tide_journal_set_form (TideJournal *self, const TideJournalForm *form);
void tide_journal_close_form (TideJournal *self, guint serial);
void tide_journal_discard (TideJournal *self);
void tide_journal_replace (TideJournal *self, const char *path, const char *base_path);
void tide_journal_flush (TideJournal *self);
const char *tide_journal_get_trouble (TideJournal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideJournalOrigin, tide_journal_origin_free)

G_END_DECLS
