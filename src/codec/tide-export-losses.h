/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-export.h"

G_BEGIN_DECLS

char **tide_export_list_losses (TideSnapshot *snapshot, const TideExportOptions *options);

G_END_DECLS
