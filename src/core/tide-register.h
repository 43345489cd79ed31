/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-clock.h"
#include "core/tide-list.h"
#include "core/tide-problem.h"
#include "core/tide-snapshot.h"

G_BEGIN_DECLS

#define TIDE_REGISTER_ERROR (tide_register_error_quark ())

typedef enum
{
  TIDE_REGISTER_ERROR_READ_ONLY,
  TIDE_REGISTER_ERROR_CONFLICT,
  TIDE_REGISTER_ERROR_REFERRED_TO,
  TIDE_REGISTER_ERROR_NOTHING_TO_TRIM,
} TideRegisterError;

GQuark tide_register_error_quark (void);

/**
 * TideRegister:
 *
 * A register being worked on: the lists of its records, the steps done and undone, and its history.
 * Properties: `title` (#TideText), `can-undo`, `can-redo`, `undo-step` and `redo-step` (#TideStep),
 * `modified` (differs from what was saved last), `read-only`, `author`, `n-problems`, `n-trimmed`
 * (steps that the next save leaves out of the history).
 * Signal: `stepped (TideStep *step)` after a step, an undo or a redo has been applied; the step is
 * the one that was applied, so an undo gives the inverted one.
 */
#define TIDE_TYPE_REGISTER (tide_register_get_type ())
G_DECLARE_FINAL_TYPE (TideRegister, tide_register, TIDE, REGISTER, GObject)

TideRegister *tide_register_new (TideClock *clock, const char *author);
TideRegister *
tide_register_new_from_snapshot (TideSnapshot *snapshot, TideClock *clock, const char *author);

const TideSettings *tide_register_get_settings (TideRegister *self);
TideClock *tide_register_get_clock (TideRegister *self);
const char *tide_register_get_author (TideRegister *self);
void tide_register_set_author (TideRegister *self, const char *author);
TideList *tide_register_get_list (TideRegister *self, TideRecordKind kind);
TideRecord *tide_register_lookup (TideRegister *self, TideRecordKind kind, const char *id);
const TidePayload *
tide_register_lookup_payload (TideRegister *self, TideRecordKind kind, const char *id);
TideSnapshot *tide_register_dup_snapshot (TideRegister *self);
TideSnapshot *tide_register_dup_snapshot_with_history (TideRegister *self);
GPtrArray *tide_register_dup_unsaved_steps (TideRegister *self);
GPtrArray *tide_register_dup_undone_steps (TideRegister *self);
TideStep *tide_register_get_inverse (TideRegister *self, TideStep *step);
guint tide_register_count_steps (TideRegister *self);
guint tide_register_count_steps_before (TideRegister *self, gint64 time);
gboolean tide_register_trim_history (TideRegister *self, gint64 time, GError **error);
void tide_register_keep_history (TideRegister *self);
guint tide_register_get_n_trimmed (TideRegister *self);
TideSnapshot *tide_register_dup_snapshot_to_save (TideRegister *self);

gboolean tide_register_apply (TideRegister *self, TideStep *step, GError **error);
gboolean tide_register_get_can_undo (TideRegister *self);
gboolean tide_register_get_can_redo (TideRegister *self);
TideStep *tide_register_get_undo_step (TideRegister *self);
TideStep *tide_register_get_redo_step (TideRegister *self);
gboolean tide_register_undo (TideRegister *self);
gboolean tide_register_redo (TideRegister *self);

GListModel *tide_register_get_drafts (TideRegister *self);
gboolean tide_register_has_drafts (TideRegister *self);

gboolean tide_register_get_modified (TideRegister *self);
void tide_register_mark_saved (TideRegister *self, TideSnapshot *saved);

void tide_register_make_read_only (TideRegister *self);
void tide_register_take_problems (TideRegister *self, GPtrArray *problems);
GPtrArray *tide_register_get_problems (TideRegister *self);
gboolean tide_register_get_read_only (TideRegister *self);
gboolean tide_register_repair (TideRegister *self, TideProblem *problem, GError **error);
gboolean tide_register_apply_again (TideRegister *self, TideStep *step, GError **error);

GPtrArray *tide_register_find_references (TideRegister *self, TideRecordKind kind, const char *id);
GHashTable *tide_register_count_references (TideRegister *self, TideRecordKind kind);
TideStep *
tide_register_new_add_step (TideRegister *self, TideRecordKind kind, TidePayload *payload);
TideStep *tide_register_new_delete_step (TideRegister *self,
                                         TideRecordKind kind,
                                         const char *const *ids,
                                         const char *replacement);
TideStep *tide_register_new_retire_step (TideRegister *self,
                                         TideRecordKind kind,
                                         const char *id,
                                         gboolean retired);
TideStep *tide_register_new_duplicate_step (TideRegister *self, const char *project);
TideStep *tide_register_new_change_step (TideRegister *self,
                                         TideRecordKind kind,
                                         const TidePayload *before,
                                         TidePayload *after);

G_END_DECLS
