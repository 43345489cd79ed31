/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideField:
 *
 * One field of a form, bound both ways: `text` is what stands in it, parsed or not (for a code or a
 * reference the code or id); `active` is the same for a boolean. `problem` is the sentence to show
 * beside it, `understood` what an amount or date was taken to mean, both %NULL where there is
 * nothing to say. `changed` tells whether it differs from the record.
 */
#define TIDE_TYPE_FIELD (tide_field_get_type ())
G_DECLARE_FINAL_TYPE (TideField, tide_field, TIDE, FIELD, GObject)

const char *tide_field_get_path (TideField *self);
const char *tide_field_get_text (TideField *self);
void tide_field_set_text (TideField *self, const char *text);
gboolean tide_field_get_active (TideField *self);
void tide_field_set_active (TideField *self, gboolean active);
const char *tide_field_get_problem (TideField *self);
const char *tide_field_get_understood (TideField *self);
gboolean tide_field_get_changed (TideField *self);

/**
 * TideDraft:
 *
 * A record or entry being edited in a form: made from a payload, it holds a #TideField per member
 * (path `number`, `name/en`, `plans/start`) and a list of drafts per entry list (`amounts`).
 * Nothing reaches the register before tide_draft_commit(), which turns the difference into one
 * step. Properties: `changed`, `n-problems`. Signal: `edited` after anything was typed. An amount's
 * draft has the field `written`, which understands what people type and sets value and precision,
 * and `currency`, for a text that names none; a target's `written` sets its value and currency.
 * Tags stand in their field with commas between them, `sources` and other lists of references as
 * ids with line breaks between them.
 */
#define TIDE_TYPE_DRAFT (tide_draft_get_type ())
G_DECLARE_FINAL_TYPE (TideDraft, tide_draft, TIDE, DRAFT, GObject)

TideDraft *tide_draft_new (TideRegister *reg, TideRecordKind kind, const TidePayload *payload);
TideDraft *tide_draft_new_entry (TideRegister *reg, TideRecordKind kind, const char *list);

TideField *tide_draft_get_field (TideDraft *self, const char *path);
GListModel *tide_draft_get_entries (TideDraft *self, const char *list);
TideDraft *tide_draft_find_entry (TideDraft *self, const char *list, const char *key);
TideDraft *tide_draft_append_entry (TideDraft *self, const char *list);
void tide_draft_remove_entry (TideDraft *self, const char *list, TideDraft *entry);
gboolean tide_draft_get_changed (TideDraft *self);
guint tide_draft_get_n_problems (TideDraft *self);
const TidePayload *tide_draft_get_original (TideDraft *self);
TideRecordKind tide_draft_get_kind (TideDraft *self);
void tide_draft_set_open (TideDraft *self, gboolean is_open);
void tide_draft_take_companion (TideDraft *self, TideRecordKind kind, TidePayload *payload);
TideRecord *tide_register_find_companion (TideRegister *self, TideRecordKind kind, const char *id);

GVariant *tide_draft_dup_typed (TideDraft *self);
void tide_draft_type_again (TideDraft *self, GVariant *typed);

TidePayload *tide_draft_dup_payload (TideDraft *self);
TideField *tide_draft_check (TideDraft *self);
void tide_draft_set_needed (TideDraft *self, const char *path);
void tide_draft_set_step_name (TideDraft *self, const char *name);
gboolean tide_draft_commit (TideDraft *self, char **id, GError **error);

G_END_DECLS
