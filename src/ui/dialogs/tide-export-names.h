/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-export.h"

G_BEGIN_DECLS

const char *tide_export_names_get_format (TideExportFormat format);
const char *tide_export_names_get_suffix (TideExportFormat format);
const char *tide_export_names_get_type (TideExportType type);

G_END_DECLS
