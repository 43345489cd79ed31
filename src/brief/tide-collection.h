/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing-options.h"
#include "brief/tide-facts.h"
#include "stats/tide-breakdown.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* So many projects are named one by one, in the order of the register; behind them the text says
 * how many more there are. */
#define TIDE_BRIEFING_MAX_NAMED 100

/*
 * TideCollection:
 * @snapshot: the register, as it stood
 * @options: what is asked for
 * @cancellable: (nullable): stops it
 * @language: the language of the briefing
 * @unit: unit of amounts
 * @rate_set: (nullable): id of the rates
 * @filter: which projects it is about
 * @columns: these and all others, by kind of amounts
 * @main_kind: the kind whose amounts classes tell
 * @total: all projects counted, with their amounts of the main kind
 * @facts: what was found out
 *
 * Facts on their way from a register to a briefing.
 */
typedef struct
{
  TideSnapshot *snapshot;             /* borrowed */
  const TideBriefingOptions *options; /* borrowed */
  GCancellable *cancellable;          /* borrowed, nullable */
  TideLanguage language;
  TideUnit unit;
  const char *rate_set; /* borrowed */
  TideFilter *filter;   /* owned */
  TideColumns *columns[TIDE_N_AMOUNT_KINDS];
  TideAmountKind main_kind;
  TideFigure *total; /* owned */
  TideFacts *facts;  /* owned */
} TideCollection;

TideCollection *tide_collection_new (TideSnapshot *snapshot,
                                     const TideBriefingOptions *options,
                                     GCancellable *cancellable);
void tide_collection_free (TideCollection *self);

const char *tide_collection_choose (const TideCollection *self, const char *en, const char *zh);
const char *tide_collection_get_kind (TideAmountKind kind);
const char *tide_collection_get_text (const TideCollection *self, const TideText *text);
const char *
tide_collection_get_label (const TideCollection *self, TideRecordKind kind, const char *id);
char *tide_collection_dup_division (const TideCollection *self, const char *id);
char *tide_collection_dup_before (const TideCollection *self, const char *kind);

void tide_collection_add_amount (TideCollection *self,
                                 TideFacts *facts,
                                 const char *name,
                                 const char *kind,
                                 const TideFigure *figure);
void tide_collection_add_count (TideCollection *self,
                                TideFacts *facts,
                                const char *name,
                                const TideFigure *figure);
void tide_collection_add_share (TideCollection *self,
                                TideFacts *facts,
                                const char *name,
                                TideOriginRule rule,
                                const TideFigure *figure);

void tide_collection_add_subject (TideCollection *self);
void tide_collection_add_event (TideCollection *self);
void tide_collection_add_totals (TideCollection *self);
void tide_collection_add_classes (TideCollection *self);
void tide_collection_add_projects (TideCollection *self);
void tide_collection_add_indicators (TideCollection *self);
void tide_collection_add_platforms (TideCollection *self);
void tide_collection_add_cohorts (TideCollection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideCollection, tide_collection_free)

G_END_DECLS
