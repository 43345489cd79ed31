/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tide-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *tide_report_print_operation_new (TideReport *report);

G_END_DECLS
