/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-history-names.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideChangesList:
 *
 * The changes of a few steps, or of the comparison of two registers, under the names of the records
 * that they change. It scrolls by itself. Property: `n-changes`.
 */
#define TIDE_TYPE_CHANGES_LIST (tide_changes_list_get_type ())
G_DECLARE_FINAL_TYPE (TideChangesList, tide_changes_list, TIDE, CHANGES_LIST, AdwBin)

GtkWidget *tide_changes_list_new (void);

void tide_changes_list_show (TideChangesList *self, TideHistoryNames *names, GPtrArray *steps);
guint tide_changes_list_get_n_changes (TideChangesList *self);

G_END_DECLS
