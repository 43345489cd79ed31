/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-shape.h"

G_BEGIN_DECLS

#define TIDE_ENTRY_MAX_FIELDS 9

/**
 * TideEntryField:
 * @path: the field in the entry's draft
 * @title: its name for people, not yet translated
 * @is_summed_up: whether the folded entry shows it
 * @own_word: (nullable): of a code, what to say of an own word, which the row is for then; not yet
 * translated
 */
typedef struct
{
  const char *path;
  const char *title;
  gboolean is_summed_up;
  const char *own_word;
} TideEntryField;

/**
 * TideEntryForm:
 * @kind: of the records that have the list
 * @list: the entry list
 * @word: (nullable): what an entry is called in the name of a step (`edit-project-amount`)
 * @name: what an entry without values is called, not yet translated
 * @remove: the tooltip of the button that takes it out, not yet translated
 * @fields: in the order of the form, up to one without a path; the first that has a value is the
 * heading of the folded entry
 */
typedef struct
{
  TideRecordKind kind;
  const char *list;
  const char *word;
  const char *name;
  const char *remove;
  TideEntryField fields[TIDE_ENTRY_MAX_FIELDS + 1];
} TideEntryForm;

const TideEntryForm *tide_entry_form_find (TideRecordKind kind, const char *list);
const TideMember *tide_entry_form_get_member (const TideEntryForm *self, const char *path);

char *tide_entry_form_dup_step (const TideEntryForm *self, const char *act);

G_END_DECLS
