/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-origin.h"
#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideBriefingRun:
 * @text: what is read
 * @key: (nullable): of a number, what it is a number of, the same in every briefing of its subject:
 *   `kind:intention/amount`
 * @origin: (nullable): of a number, what is behind it; %NULL for plain text
 *
 * A piece of a paragraph: plain text, or one number.
 */
typedef struct
{
  char *text;
  char *key;
  TideOrigin *origin;
} TideBriefingRun;

/**
 * TideBriefingStyle:
 * @TIDE_BRIEFING_HEADING: a heading
 * @TIDE_BRIEFING_TEXT: a paragraph
 * @TIDE_BRIEFING_ITEM: an item of a list
 *
 * What a paragraph is.
 */
typedef enum
{
  TIDE_BRIEFING_HEADING,
  TIDE_BRIEFING_TEXT,
  TIDE_BRIEFING_ITEM,
} TideBriefingStyle;

/**
 * TideBriefingParagraph:
 * @style: what it is
 * @runs: (element-type TideBriefingRun): its pieces
 */
typedef struct
{
  TideBriefingStyle style;
  GPtrArray *runs;
} TideBriefingParagraph;

/**
 * TideBriefing:
 * @language: the language it is written in
 * @paragraphs: (element-type TideBriefingParagraph): what it says
 * @projects: (array zero-terminated=1): ids of the projects that its totals count, sorted
 * @snapshot: (nullable): the register it was written from, as it stood; %NULL for one that was put
 *   together otherwise
 * @includes_names: whether confidential projects are named
 *
 * A text whose numbers know where they come from. Immutable, shared between threads, counted.
 */
typedef struct
{
  TideLanguage language;
  GPtrArray *paragraphs;
  char **projects;
  TideSnapshot *snapshot;
  gboolean includes_names;
} TideBriefing;

/**
 * TideBriefingPlace:
 * @start: where a number begins, in bytes
 * @length: how many bytes it has
 * @run: (transfer none): the number, which lives as long as the briefing
 *
 * Where a number stands in a text that was made of a briefing.
 */
typedef struct
{
  gsize start;
  gsize length;
  const TideBriefingRun *run;
} TideBriefingPlace;

TideBriefingRun *tide_briefing_run_new (const char *text, const char *key, TideOrigin *origin);
void tide_briefing_run_free (TideBriefingRun *self);
TideBriefingParagraph *tide_briefing_paragraph_new (TideBriefingStyle style);
void tide_briefing_paragraph_free (TideBriefingParagraph *self);

TideBriefing *tide_briefing_new (TideLanguage language, GPtrArray *paragraphs, char **projects);
void
tide_briefing_set_register (TideBriefing *self, TideSnapshot *snapshot, gboolean includes_names);
TideBriefing *tide_briefing_ref (TideBriefing *self);
void tide_briefing_unref (TideBriefing *self);
GPtrArray *tide_briefing_list_numbers (const TideBriefing *self);

char *tide_briefing_dup_text (const TideBriefing *self, GArray **places);
char *tide_briefing_dup_html (const TideBriefing *self, GArray **places);
char *tide_briefing_dup_markdown (const TideBriefing *self, GArray **places);
char *tide_briefing_dup_html_document (const TideBriefing *self);
char *tide_briefing_dup_title (const TideBriefing *self);
char *tide_briefing_dup_register_title (const TideBriefing *self);
char *tide_briefing_dup_source (const TideBriefing *self, const TideOrigin *origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideBriefing, tide_briefing_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideBriefingParagraph, tide_briefing_paragraph_free)

G_END_DECLS
