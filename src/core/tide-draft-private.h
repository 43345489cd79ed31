/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"
#include "core/tide-payload-private.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A field, or a list of entries, in the order of the form. */
typedef struct
{
  char *path;          /* owned */
  TideField *field;    /* owned, nullable */
  GListStore *entries; /* owned, nullable, of TideDraft */
  const TideShape *shape;
} TideDraftPart;

struct _TideDraft
{
  GObject parent_instance;

  TideRegister *reg; /* owned */
  TideRecordKind kind;
  TideDraft *owner;      /* borrowed, nullable: of an entry, the draft it is listed in */
  TidePayload *original; /* owned, sealed: what it began with */
  gboolean is_new;
  GPtrArray *parts;           /* owned, of owned TideDraftPart */
  TideField *amount_written;  /* borrowed, nullable: of an amount */
  TideField *amount_currency; /* borrowed, nullable: of an amount */
  char *chosen_currency;      /* owned, nullable: of an amount, other than by its text */
  gboolean is_reading_amount;
  gboolean was_changed;
  gboolean is_open; /* whether a form shows it */
  guint n_problems;
  char *step_name;       /* owned, nullable: of the step that it becomes */
  char *needed;          /* owned, nullable: path of a field that the person has chosen to fill */
  GPtrArray *companions; /* owned, nullable, of owned TideRecord: see tide-draft-companion.c */
};

/* tide-draft.c */
TideDraftPart *tide_draft_find_part (TideDraft *self, const char *path);
TideDraft *tide_draft_part_get (const TideDraftPart *part, guint index);
guint tide_draft_part_get_n (const TideDraftPart *part);
gboolean tide_draft_is_meant (TideDraft *entry);
gboolean tide_draft_is_list_changed (TideDraft *self, const TideDraftPart *part);

/* tide-draft-result.c */
TidePayload *tide_draft_merge (TideDraft *self);

/* tide-draft-rules.c */
void tide_draft_check_syntax (TideDraft *self);
TideField *tide_draft_find_problem (TideDraft *self);
void tide_draft_check_list (GListModel *entries);
void tide_draft_take_report (
    TideProblem *problem, const char *list, guint index, const char *path, gpointer data);

/* tide-draft-amount.c */
gboolean tide_draft_is_amount (const TideShape *shape);
void tide_draft_begin_amount (TideDraft *self);
void tide_draft_choose_currency (TideDraft *self);
void tide_draft_understand_amount (TideDraft *self);
void tide_draft_show_original_amount (TideDraft *self);
gboolean tide_draft_is_amount_changed (TideDraft *self);
void tide_draft_apply_amount (TideDraft *self, TidePayload *payload);

/* tide-draft-companion.c */
void tide_draft_accompany (TideDraft *self, TideStep *step, const TidePayload *payload);
GVariant *tide_draft_dup_typed_companions (TideDraft *self);
void tide_draft_type_companions (TideDraft *self, GVariant *typed);

/* tide-draft-indicator.c */
void tide_draft_check_indicator (TideDraft *self, const TidePayload *payload);

/* tide-draft-innovation.c */
void tide_draft_check_innovation (TideDraft *self);

/* tide-draft-place.c */
void tide_draft_check_place (TideDraft *self);

/* tide-draft-rate.c */
void tide_draft_check_rate (TideDraft *self);
void tide_draft_understand_rate (TideDraft *self);

/* tide-draft-target.c */
void tide_draft_begin_target (TideDraft *self);
void tide_draft_apply_target (TideDraft *self, TidePayload *payload);
void tide_draft_check_target (TideDraft *self);
void tide_draft_understand_target (TideDraft *self);

/* tide-draft-validity.c */
void tide_draft_check_validity (TideDraft *self, const TidePayload *payload);
void tide_draft_understand_validity (TideDraft *self, TideField *edited);

G_END_DECLS
