/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideRecordsDialog:
 *
 * A dialog with the records of one kind in a list: searched by typing, edited by activating, with
 * keys of its own, a menu for each row and the undo of what was done there. What the list holds,
 * and the template, are those of the classes below, which call tide_records_dialog_set_parts() and
 * tide_records_dialog_bind_callbacks(). Properties: `register` and `kind`, both set once. Actions,
 * of which the classes below install `add`, `edit` and `delete`: `vocabulary.…`.
 */
#define TIDE_TYPE_RECORDS_DIALOG (tide_records_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (TideRecordsDialog, tide_records_dialog, TIDE, RECORDS_DIALOG, AdwDialog)

/**
 * TideRecordsDialogClass:
 * @row_type: type of the widgets in the list
 * @show_menu: opens the menu of such a widget
 * @get_id: the id of the record that an item of the list stands for
 * @searched: other words are searched for
 * @update: enables the actions that are not the same in all classes; after the others
 * @prepare: (nullable): shows that part of the records of which the one with @id is
 */
struct _TideRecordsDialogClass
{
  AdwDialogClass parent_class;

  GType row_type;
  void (*show_menu) (GtkWidget *row);
  const char *(*get_id) (gpointer item);
  void (*searched) (TideRecordsDialog *self);
  void (*update) (TideRecordsDialog *self);
  void (*prepare) (TideRecordsDialog *self, const char *id);
};

void tide_records_dialog_set_parts (TideRecordsDialog *self,
                                    AdwToastOverlay *toasts,
                                    GtkEditable *search_entry,
                                    GtkListView *view,
                                    GtkSingleSelection *selection);
void tide_records_dialog_bind_callbacks (GtkWidgetClass *widget_class);

TideRegister *tide_records_dialog_get_register (TideRecordsDialog *self);
TideRecordKind tide_records_dialog_get_kind (TideRecordsDialog *self);
const char *const *tide_records_dialog_get_words (TideRecordsDialog *self);
const TidePayload *tide_records_dialog_get_selected (TideRecordsDialog *self);
void tide_records_dialog_update (TideRecordsDialog *self);
void tide_records_dialog_reveal (TideRecordsDialog *self, const char *id);
void tide_records_dialog_apply (TideRecordsDialog *self, TideStep *step);
void tide_records_dialog_dismiss_toast (TideRecordsDialog *self);
void tide_records_dialog_show_added (TideRecordsDialog *self, const TideStep *step);
void tide_records_dialog_offer_undo (TideRecordsDialog *self, const TideStep *step);

G_END_DECLS
