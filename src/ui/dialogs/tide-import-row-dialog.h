/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-trial.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwAlertDialog *tide_import_row_dialog_new (TideImportTrial *trial, const TideImportRow *row);

G_END_DECLS
