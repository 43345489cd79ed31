/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-checks.h"
#include "core/tide-register-private.h"
#include "core/tide-saved-history-private.h"
#include "core/tide-transaction-private.h"

G_BEGIN_DECLS

/* What the files of the register share; nobody else looks inside it. */
struct _TideRegister
{
  GObject parent_instance;

  TideClock *clock;                     /* owned */
  char *author;                         /* owned, nullable */
  TideList *lists[TIDE_N_RECORD_KINDS]; /* owned */
  TideSavedHistory history;             /* what the file holds */

  GPtrArray *steps; /* owned, of owned TideStep: those done, then those undone */
  guint n_done;
  GPtrArray *saved;       /* owned, of owned TideStep: those that had been done when it was saved */
  GHashTable *inverses;   /* owned, of owned TideStep: what takes back those of them that need it */
  GPtrArray *problems;    /* owned, of owned TideProblem */
  TideSnapshot *snapshot; /* owned, nullable: of the present state */
  TideChecks *checks;     /* owned, nullable: what they found in the state before */
  gboolean is_stepping;
  gboolean is_view;   /* of another moment, never to be changed */
  GListStore *drafts; /* owned, of TideDraft: of the forms that are open */
};

/* What observers can see, to notify only what differs. */
typedef struct
{
  TideText title;
  gboolean can_undo;
  gboolean can_redo;
  TideStep *undo_step;
  TideStep *redo_step;
  gboolean is_modified;
  gboolean is_read_only;
  guint n_problems;
  guint n_trimmed;
} TideAppearance;

/*
 * TideTrust:
 * @TIDE_TRUST_NOTHING: the step may leave nothing that a register must not hold
 * @TIDE_TRUST_STATE: where it leads has been before, or is only better than what is there
 */
typedef enum
{
  TIDE_TRUST_NOTHING,
  TIDE_TRUST_STATE,
} TideTrust;

void tide_register_read_appearance (TideRegister *self, TideAppearance *appearance);
void tide_register_notify_differences (TideRegister *self, TideAppearance *before);
gboolean tide_register_set_conflict (GError **error);
gboolean tide_register_set_read_only (TideRegister *self, GError **error);
void tide_register_stamp (TideRegister *self, TideStep *step);
gboolean tide_register_apply_step (TideRegister *self,
                                   TideStep *step,
                                   TideProblem *repaired,
                                   GError **error);
gboolean tide_register_travel (TideRegister *self, TideStep *step, guint n_done);
TideTransaction *
tide_register_try (TideSnapshot *snapshot, const TideStep *step, TideTrust trust, GError **error);
gboolean tide_register_is_at (TideRegister *self, TideSnapshot *snapshot);
void tide_register_do (TideRegister *self,
                       TideStep *step,
                       TideTransaction *transaction,
                       TideProblem *repaired);
void tide_register_go_to (TideRegister *self,
                          TideStep *step,
                          TideTransaction *transaction,
                          guint n_done);
void tide_register_drop_snapshot (TideRegister *self);
TideSnapshot *tide_register_create_snapshot (TideRegister *self, gboolean is_trimmed);

G_END_DECLS
