/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-step.h"

G_BEGIN_DECLS

/* The field of a change that adds or removes a whole record. */
#define TIDE_HISTORY_WHOLE_RECORD "record"

/**
 * TideHistoryFilter:
 * @record_kind: of the record that is asked for; %TIDE_RECORD_NONE for all
 * @record: (nullable): its id; %NULL for all records
 * @author: (nullable): who made the change; empty for nobody named, %NULL for anybody
 * @field: (nullable): what was changed, as tide_history_get_field() tells it
 * @text: (nullable): folded text that is looked for
 * @from: the first second asked for; %G_MININT64 for the beginning
 * @until: the second after the last one asked for; %G_MAXINT64 for no end
 *
 * Which changes of a history are asked for.
 */
typedef struct
{
  TideRecordKind record_kind;
  char *record;
  char *author;
  char *field;
  char *text;
  gint64 from;
  gint64 until;
} TideHistoryFilter;

gboolean tide_history_has_edit (const TideEdit *edit);
const char *tide_history_get_field (const TideEdit *edit);

TideHistoryFilter *tide_history_filter_new (void);
TideHistoryFilter *tide_history_filter_copy (const TideHistoryFilter *self);
void tide_history_filter_free (TideHistoryFilter *self);
void tide_history_filter_set_record (TideHistoryFilter *self, TideRecordKind kind, const char *id);
void tide_history_filter_set_text (TideHistoryFilter *self, const char *text);
void tide_history_filter_set_period (TideHistoryFilter *self,
                                     const TideDate *from,
                                     const TideDate *to,
                                     const char *time_zone);
gboolean tide_history_filter_equal (const TideHistoryFilter *a, const TideHistoryFilter *b);
gboolean tide_history_filter_is_empty (const TideHistoryFilter *self);
gboolean tide_history_filter_matches (const TideHistoryFilter *self,
                                      const TideStep *step,
                                      const TideEdit *edit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideHistoryFilter, tide_history_filter_free)

G_END_DECLS
