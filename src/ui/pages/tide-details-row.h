/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-payload.h"

G_BEGIN_DECLS

/**
 * TideDetailsRow:
 *
 * One line of the details of a project. It knows what is edited when it is activated: an entry of a
 * list, some fields, or what an action does. What users have typed is shown as it is.
 */
#define TIDE_TYPE_DETAILS_ROW (tide_details_row_get_type ())
G_DECLARE_FINAL_TYPE (TideDetailsRow, tide_details_row, TIDE, DETAILS_ROW, AdwActionRow)

void tide_details_join (GString *text, const char *part);
void tide_details_join_date (GString *text, const TideDate *date);

void tide_details_set_spoken (GtkWidget *widget, const char *text);

GtkWidget *tide_details_row_new (const char *title, const char *subtitle, const char *suffix);
GtkWidget *tide_details_row_new_fact (const char *title, const char *value, const char *path);
void tide_details_row_set_entry (TideDetailsRow *self, const char *list, const TidePayload *entry);
void tide_details_row_set_fields (TideDetailsRow *self, const char *const *paths);
void tide_details_row_set_action (TideDetailsRow *self, const char *action);
void tide_details_row_set_picture (TideDetailsRow *self, GtkWidget *picture);
void tide_details_row_set_warning (TideDetailsRow *self, const char *text);

const char *tide_details_row_get_list (TideDetailsRow *self);
const char *tide_details_row_get_key (TideDetailsRow *self);
const char *const *tide_details_row_get_fields (TideDetailsRow *self);
const char *tide_details_row_get_action (TideDetailsRow *self);
gboolean tide_details_row_can_edit (TideDetailsRow *self);

G_END_DECLS
