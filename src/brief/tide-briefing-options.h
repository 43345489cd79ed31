/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"
#include "core/tide-money.h"

G_BEGIN_DECLS

/**
 * TideBriefingSubject:
 * @TIDE_SUBJECT_ALL: the whole register
 * @TIDE_SUBJECT_EVENT: what was declared at an event, and the projects first signed there
 * @TIDE_SUBJECT_PERIOD: the projects that were certainly signed within a period
 * @TIDE_SUBJECT_FILTER: the projects of a filter
 *
 * What a briefing is about.
 */
typedef enum
{
  TIDE_SUBJECT_ALL,
  TIDE_SUBJECT_EVENT,
  TIDE_SUBJECT_PERIOD,
  TIDE_SUBJECT_FILTER,
  TIDE_N_SUBJECTS,
} TideBriefingSubject;

/**
 * TideBriefingParts:
 * @TIDE_PART_EVENT: what was declared
 * @TIDE_PART_TOTALS: counts and totals by kind
 * @TIDE_PART_SIZES: size classes
 * @TIDE_PART_FIELDS: fields and industries
 * @TIDE_PART_DIVISIONS: divisions
 * @TIDE_PART_STAGES: stages
 * @TIDE_PART_PROJECTS: each project
 * @TIDE_PART_INDICATORS: industry figures and their growth
 * @TIDE_PART_PLATFORMS: platforms and their latest counts
 * @TIDE_PART_COHORTS: what became of the projects of earlier events
 *
 * What a briefing speaks of.
 */
typedef enum
{
  TIDE_PART_EVENT = 1 << 0,
  TIDE_PART_TOTALS = 1 << 1,
  TIDE_PART_SIZES = 1 << 2,
  TIDE_PART_FIELDS = 1 << 3,
  TIDE_PART_DIVISIONS = 1 << 4,
  TIDE_PART_STAGES = 1 << 5,
  TIDE_PART_PROJECTS = 1 << 6,
  TIDE_PART_INDICATORS = 1 << 7,
  TIDE_PART_PLATFORMS = 1 << 8,
  TIDE_PART_COHORTS = 1 << 9,
} TideBriefingParts;

#define TIDE_N_PARTS 10
#define TIDE_ALL_PARTS ((1u << TIDE_N_PARTS) - 1)

/**
 * TideBriefingOptions:
 * @subject: what it is about
 * @event: (nullable): id of the event
 * @from: first period of signing; unset for any
 * @to: last period of signing; unset for any
 * @filter_id: (nullable): id of a saved filter
 * @filter: (nullable): a filter that is not saved, instead of @filter_id
 * @language: the language
 * @unit: (nullable): word of a unit; %NULL for that of the register, or 亿, billions and millions
 *   where it has none
 * @currency: (nullable): ISO 4217 code of totals; %NULL for that of the register
 * @rate_set: (nullable): id of the rates of totals; %NULL for those of the register
 * @amount_kind: (nullable): code of the kind whose amounts classes tell; %NULL for the one that
 *   most projects have
 * @as_of: the register as it stood on that date; unset for now
 * @parts: what it speaks of, of #TideBriefingParts
 * @includes_names: whether confidential projects are named
 * @wording: (nullable): id of a template of the register, or word of one that the program has;
 *   %NULL for the first of these that suits the subject
 * @wording_text: (nullable): a template that is not saved, as text, instead of @wording
 *
 * What is asked for. It owns what it holds.
 */
typedef struct
{
  TideBriefingSubject subject;
  char *event;
  TideDate from;
  TideDate to;
  char *filter_id;
  TideFilter *filter;
  TideLanguage language;
  char *unit;
  char *currency;
  char *rate_set;
  char *amount_kind;
  TideDate as_of;
  guint parts;
  gboolean includes_names;
  char *wording;
  char *wording_text;
} TideBriefingOptions;

TideBriefingOptions *tide_briefing_options_new (void);
TideBriefingOptions *tide_briefing_options_copy (const TideBriefingOptions *self);
void tide_briefing_options_free (TideBriefingOptions *self);
TideFilter *
tide_briefing_options_dup_filter (const TideBriefingOptions *self, TideSnapshot *snapshot);

const char *tide_briefing_subject_get_code (TideBriefingSubject subject);
int tide_briefing_subject_from_code (const char *code);
const char *tide_briefing_part_get_code (guint index);
int tide_briefing_part_from_code (const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideBriefingOptions, tide_briefing_options_free)

G_END_DECLS
