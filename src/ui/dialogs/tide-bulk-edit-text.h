/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-bulk-edit.h"

G_BEGIN_DECLS

const char *tide_bulk_edit_text_get_act (TideBulkAct act);
char *tide_bulk_edit_text_dup_summary (const TideBulkResult *result);
void tide_bulk_edit_text_fill_refusals (GPtrArray *rows, const GPtrArray *refusals);

G_END_DECLS
