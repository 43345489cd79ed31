/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_FIELD_LINK (tide_field_link_get_type ())
G_DECLARE_FINAL_TYPE (TideFieldLink, tide_field_link, TIDE, FIELD_LINK, GObject)

TideFieldLink *tide_field_link_attach (GtkWidget *row, GObject *target, const char *property);
TideFieldLink *tide_field_link_of (GtkWidget *row);
void tide_field_link_set_field (TideFieldLink *self, TideField *field);
TideField *tide_field_link_get_field (TideFieldLink *self);
void tide_field_link_set_hint (TideFieldLink *self, const char *hint);
void tide_field_link_show_message (TideFieldLink *self, GtkLabel *label);
void tide_field_link_describe (TideFieldLink *self, GtkAccessible *accessible);

GtkLabel *tide_message_label_new (void);
GtkWidget *tide_field_find_row (GtkWidget *root, TideField *field);

G_END_DECLS
