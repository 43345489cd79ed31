/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-shape.h"

G_BEGIN_DECLS

#define TIDE_RECORD_FORM_MAX_FIELDS 14

/**
 * TideRecordField:
 * @path: the field, or the list of entries, in the record's draft
 * @title: its name for people, not yet translated; of entries, the heading above them
 * @subtitle: (nullable): what it means, of a boolean or a date; of entries, the label of the row
 * that adds one; of a code, what to say of an own word, which the row is for then. Not yet
 * translated
 */
typedef struct
{
  const char *path;
  const char *title;
  const char *subtitle;
} TideRecordField;

/**
 * TideRecordForm:
 * @kind: of the records it edits
 * @new_title: of the form of a record that is not in the register yet, not yet translated
 * @edit_title: of the form of one that is, not yet translated
 * @has_more: whether a new one can be followed by another that begins alike
 * @fields: in the order of the form, up to one without a path
 */
typedef struct
{
  TideRecordKind kind;
  const char *new_title;
  const char *edit_title;
  gboolean has_more;
  TideRecordField fields[TIDE_RECORD_FORM_MAX_FIELDS + 1];
} TideRecordForm;

const TideRecordForm *tide_record_form_find (TideRecordKind kind);

G_END_DECLS
