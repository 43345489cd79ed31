/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-export-survey.h"
#include "codec/tide-export.h"

G_BEGIN_DECLS

void tide_export_losses_add (GStrvBuilder *losses, const TideExportFindings *findings);
char **tide_export_list_losses (TideSnapshot *snapshot, const TideExportOptions *options);

G_END_DECLS
