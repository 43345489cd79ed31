/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-export.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *tide_export_names_get_format (TideExportFormat format);
const char *tide_export_names_get_suffix (TideExportFormat format);
const char *tide_export_names_get_type (TideExportType type);
GListModel *tide_export_names_create_filters (TideExportFormat format);

G_END_DECLS
