/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-export.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideExportPart:
 * @TIDE_EXPORT_WHOLE: the whole register
 * @TIDE_EXPORT_FILTERED: the projects of the filter, with what they refer to
 * @TIDE_EXPORT_SELECTED: the selected projects, with what they refer to
 *
 * How much of a register is written.
 */
typedef enum
{
  TIDE_EXPORT_WHOLE,
  TIDE_EXPORT_FILTERED,
  TIDE_EXPORT_SELECTED,
  TIDE_N_EXPORT_PARTS,
} TideExportPart;

/**
 * TideExportDialog:
 *
 * Asks what of a register is to be written as tables and in which format, tells what that format
 * will not hold, and writes the file in a thread. Emits `exported (sentence)` once it is written,
 * and closes.
 */
#define TIDE_TYPE_EXPORT_DIALOG (tide_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideExportDialog, tide_export_dialog, TIDE, EXPORT_DIALOG, AdwDialog)

AdwDialog *tide_export_dialog_new (void);
void tide_export_dialog_set_register (TideExportDialog *self,
                                      TideSnapshot *snapshot,
                                      GPtrArray *filtered,
                                      GPtrArray *selected);
void tide_export_dialog_bind_settings (TideExportDialog *self, GSettings *settings);
void tide_export_dialog_choose_part (TideExportDialog *self, TideExportPart part);
void tide_export_dialog_choose_format (TideExportDialog *self, TideExportFormat format);
gboolean tide_export_dialog_is_busy (TideExportDialog *self);
void tide_export_dialog_save (TideExportDialog *self, GFile *file);

G_END_DECLS
