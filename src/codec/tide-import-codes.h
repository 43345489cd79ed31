/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-trial.h"

G_BEGIN_DECLS

const char *tide_import_policy_get_code (TideImportPolicy policy);
int tide_import_policy_from_code (const char *code);
const char *tide_import_repeat_get_code (TideImportRepeat repeat);
int tide_import_repeat_from_code (const char *code);
const char *tide_import_act_get_code (TideImportAct act);
int tide_import_act_from_code (const char *code);
const char *tide_import_value_kind_get_code (TideImportValueKind kind);
int tide_import_value_kind_from_code (const char *code);
const char *tide_import_match_get_code (TideImportMatch match);
const char *tide_import_verdict_get_code (TideImportVerdict verdict);

G_END_DECLS
