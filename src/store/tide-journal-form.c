/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-journal-form.h"

/* Serial, time, name of the kind, id or nothing, what was typed. */
#define FORM_TYPE G_VARIANT_TYPE ("(uxsmsa{sv})")

/**
 * tide_journal_form_new:
 * @serial: tells it from the other forms of its journal
 * @time: now, in seconds since 1970 UTC
 * @kind: of the record
 * @record: (nullable): id of the record
 * @typed: what has been typed
 *
 * Returns: (transfer full): the form
 */
TideJournalForm *
tide_journal_form_new (
    guint serial, gint64 time, TideRecordKind kind, const char *record, GVariant *typed)
{
  TideJournalForm *self = g_new0 (TideJournalForm, 1);

  self->serial = serial;
  self->time = time;
  self->kind = kind;
  self->record = g_strdup (record);
  self->typed = g_variant_ref_sink (typed);

  return self;
}

TideJournalForm *
tide_journal_form_copy (const TideJournalForm *self)
{
  return tide_journal_form_new (self->serial, self->time, self->kind, self->record, self->typed);
}

void
tide_journal_form_free (TideJournalForm *self)
{
  g_free (self->record);
  g_variant_unref (self->typed);
  g_free (self);
}

/**
 * tide_journal_form_get_text:
 * @self: a form
 * @path: of a field: `name/en`
 *
 * Returns: (transfer none) (nullable): what had been typed in that field; %NULL for nothing
 */
const char *
tide_journal_form_get_text (const TideJournalForm *self, const char *path)
{
  const char *text = NULL;

  if (!g_variant_lookup (self->typed, path, "&s", &text))
    return NULL;

  return *text != '\0' ? text : NULL;
}

/**
 * tide_journal_form_print:
 * @self: a form
 *
 * Returns: (transfer full): a text that tide_journal_form_parse() reads
 */
char *
tide_journal_form_print (const TideJournalForm *self)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (
      g_variant_new ("(uxsms@a{sv})", self->serial, self->time,
                     tide_shape_for_kind (self->kind)->name, self->record, self->typed));

  return g_variant_print (value, TRUE);
}

/**
 * tide_journal_form_parse:
 * @text: what tide_journal_form_print() has made
 *
 * Returns: (transfer full) (nullable): the form; %NULL if the text is none
 */
TideJournalForm *
tide_journal_form_parse (const char *text)
{
  g_autoptr (GVariant) value = g_variant_parse (FORM_TYPE, text, NULL, NULL, NULL);
  g_autoptr (GVariant) typed = NULL;
  const char *name, *record;
  TideRecordKind kind;
  guint serial;
  gint64 time;

  if (value == NULL)
    return NULL;

  g_variant_get (value, "(ux&sm&s@a{sv})", &serial, &time, &name, &record, &typed);
  kind = tide_record_kind_from_name (name);
  if (kind >= TIDE_N_RECORD_KINDS)
    return NULL;

  return tide_journal_form_new (serial, time, kind, record, typed);
}
