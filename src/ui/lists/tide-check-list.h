/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-reading.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** TideCheckFilter: which findings a list shows. */
typedef enum
{
  TIDE_CHECK_ALL,
  TIDE_CHECK_ATTENTION,
  TIDE_CHECK_OPEN,
  TIDE_CHECK_REPRODUCES,
  TIDE_N_CHECK_FILTERS,
} TideCheckFilter;

/** TideCheckRange: where a finding is in the text that was read, in characters. */
typedef struct
{
  guint start;
  guint end;
} TideCheckRange;

/**
 * TideCheckList:
 *
 * The findings of a reading, of #TideCheckItem, which are made when they are looked at, and where
 * each is in the text.
 */
#define TIDE_TYPE_CHECK_LIST (tide_check_list_get_type ())
G_DECLARE_FINAL_TYPE (TideCheckList, tide_check_list, TIDE, CHECK_LIST, GObject)

TideReading *tide_check_list_get_reading (TideCheckList *self);
void tide_check_list_set_reading (TideCheckList *self, TideReading *reading);
TideCheckFilter tide_check_list_get_filter (TideCheckList *self);
void tide_check_list_set_filter (TideCheckList *self, TideCheckFilter filter);

guint tide_check_list_get_n_findings (TideCheckList *self);
const TideTextFinding *tide_check_list_get_finding (TideCheckList *self, guint index);
const guint *tide_check_list_get_counts (TideCheckList *self);
guint tide_check_list_count (TideCheckList *self, TideCheckFilter filter);
const TideCheckRange *tide_check_list_get_range (TideCheckList *self, guint index);
gboolean tide_check_list_find_at (TideCheckList *self, guint offset, guint *index);
gboolean tide_check_list_find_position (TideCheckList *self, guint index, guint *position);
guint tide_check_list_find_after (TideCheckList *self, guint offset);

G_END_DECLS
