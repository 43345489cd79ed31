/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-shape.h"

G_BEGIN_DECLS

/**
 * TideJournalForm:
 * @serial: tells it from the other forms of its journal
 * @time: when it was kept, in seconds since 1970 UTC
 * @kind: of the record
 * @record: (nullable): id of the record; %NULL for a new one
 * @typed: what had been typed, as tide_draft_type_again() takes it
 *
 * A form that had not been saved yet.
 */
typedef struct
{
  guint serial;
  gint64 time;
  TideRecordKind kind;
  char *record;
  GVariant *typed;
} TideJournalForm;

TideJournalForm *tide_journal_form_new (
    guint serial, gint64 time, TideRecordKind kind, const char *record, GVariant *typed);
TideJournalForm *tide_journal_form_copy (const TideJournalForm *self);
void tide_journal_form_free (TideJournalForm *self);
const char *tide_journal_form_get_text (const TideJournalForm *self, const char *path);

char *tide_journal_form_print (const TideJournalForm *self);
TideJournalForm *tide_journal_form_parse (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideJournalForm, tide_journal_form_free)

G_END_DECLS
