/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-bulk-edit.h"
#include "core/tide-draft.h"

G_BEGIN_DECLS

TideField *tide_bulk_draft_check (TideDraft *draft, const char *path, TideBulkAct act);

G_END_DECLS
