/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What a TideReferenceRow offers: a list of TideRecords, before them GtkStringObjects for none
 * (empty) and for an id that is no record's.
 */

GListModel *tide_choice_list_new (TideRegister *reg,
                                  TideRecordKind kind,
                                  GListModel *others,
                                  GtkFilter *filter);
guint tide_choice_list_find (GListModel *choices, const char *id);
const char *tide_choice_get_id (gpointer choice);
gboolean tide_choice_is_retired (gpointer choice, TideRegister *reg);
char *tide_choice_dup_label (gpointer choice);

GtkExpression *tide_choice_search_expression_new (void);
GtkListItemFactory *tide_choice_factory_new (void);
GtkListItemFactory *tide_choice_list_factory_new (void);
GtkListItemFactory *tide_choice_header_factory_new (TideRegister *reg);

G_END_DECLS
