/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payload.h"

G_BEGIN_DECLS

/**
 * TideEditKind:
 * @TIDE_EDIT_SET: a member of a record or entry gets another value
 * @TIDE_EDIT_ADD: a record or entry is added, whole
 * @TIDE_EDIT_REMOVE: a record or entry is removed, whole
 */
typedef enum
{
  TIDE_EDIT_SET,
  TIDE_EDIT_ADD,
  TIDE_EDIT_REMOVE,
} TideEditKind;

/**
 * TideEdit:
 * @record_kind: kind of the record it concerns
 * @record: id of that record
 * @list: (nullable): path of the entry list (`amounts`, `declared/amounts`) where an entry is meant
 * @entry: (nullable): key of that entry (tide_payload_dup_key())
 * @member: (nullable): of a set, the member, with its path inside an object: `division`,
 * `plans/start`
 * @before: the value that is replaced or removed
 * @after: the value that takes its place
 * @position: of an added or removed record or entry, where it stands among its kind
 *
 * The smallest change. An added or removed record or entry is an object value, its whole payload.
 * A member of a natural key is not set: the record or entry is removed and another one added.
 */
typedef struct
{
  TideEditKind kind;
  TideRecordKind record_kind;
  char *record;
  char *list;
  char *entry;
  char *member;
  TideValue before;
  TideValue after;
  guint position;
} TideEdit;

/**
 * TideStep:
 * @id: own id
 * @name: code of the act (`edit-project`), not a sentence
 * @args: (nullable) (array zero-terminated=1): arguments of the name, such as the project's name;
 * of an `undo`, the name and arguments of the step that it takes back
 * @time: seconds since 1970 UTC; 0 until it is applied
 * @author: (nullable): who did it
 * @edits: (element-type TideEdit): in the order they apply
 *
 * What a person did in one go. It applies whole or not at all; undo, redo, history and merging are
 * made of steps. Immutable once applied.
 */
typedef struct _TideStep TideStep;

struct _TideStep
{
  gatomicrefcount ref_count;
  char *id;
  char *name;
  char **args;
  gint64 time;
  char *author;
  GPtrArray *edits;
  char *extra;
};

#define TIDE_TYPE_STEP (tide_step_get_type ())

GType tide_step_get_type (void);

TideEdit *tide_edit_new (TideEditKind kind, TideRecordKind record_kind, const char *record);
TideEdit *tide_edit_copy (const TideEdit *self);
TideEdit *tide_edit_invert (const TideEdit *self);
void tide_edit_free (TideEdit *self);

TideStep *tide_step_new (const char *name, ...) G_GNUC_NULL_TERMINATED;
TideStep *tide_step_ref (TideStep *self);
void tide_step_unref (TideStep *self);
TideStep *tide_step_invert (const TideStep *self);
TideStep *tide_step_repeat (const TideStep *self);
void tide_step_add_set (TideStep *self,
                        TideRecordKind kind,
                        const char *record,
                        const char *list,
                        const char *entry,
                        const char *member,
                        const TideValue *before,
                        const TideValue *after);
void tide_step_add_entry (TideStep *self,
                          TideRecordKind kind,
                          const char *record,
                          const char *list,
                          const TidePayload *entry,
                          guint position);
void tide_step_remove_entry (TideStep *self,
                             TideRecordKind kind,
                             const char *record,
                             const char *list,
                             const TidePayload *entry,
                             guint position);
void
tide_step_add_record (TideStep *self, TideRecordKind kind, TidePayload *payload, guint position);
void
tide_step_remove_record (TideStep *self, TideRecordKind kind, TidePayload *payload, guint position);
void tide_step_add_difference (TideStep *self,
                               TideRecordKind kind,
                               const TidePayload *before,
                               const TidePayload *after);
gboolean tide_step_is_empty (const TideStep *self);
const char *tide_step_find_added (const TideStep *self, TideRecordKind kind);
char *tide_step_dup_label (const TideStep *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideEdit, tide_edit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideStep, tide_step_unref)

G_END_DECLS
