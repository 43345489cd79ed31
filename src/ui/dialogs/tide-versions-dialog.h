/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideVersionsDialog:
 *
 * What is kept of a register's saves: each version with what restoring it would change.
 */
#define TIDE_TYPE_VERSIONS_DIALOG (tide_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideVersionsDialog, tide_versions_dialog, TIDE, VERSIONS_DIALOG, AdwDialog)

AdwDialog *tide_versions_dialog_new (TideDocument *document);

G_END_DECLS
