/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-target-progress.h"

G_BEGIN_DECLS

char *tide_target_dup_subject (const TideTargetPayload *target,
                               TideSnapshot *snapshot,
                               TideLanguage language);
char *tide_target_dup_name (const TideTargetPayload *target,
                            TideSnapshot *snapshot,
                            TideLanguage language);
char *tide_target_progress_dup_goal (const TideTargetProgress *self,
                                     TideUnit unit,
                                     TideLanguage language);
char *tide_target_progress_dup_reached (const TideTargetProgress *self,
                                        TideUnit unit,
                                        TideLanguage language);
char *tide_target_progress_dup_share (const TideTargetProgress *self);
char *tide_target_progress_dup_pace (const TideTargetProgress *self);
char *tide_target_progress_dup_sentence (const TideTargetProgress *self);
GPtrArray *tide_target_progress_list_notes (const TideTargetProgress *self,
                                            TideSnapshot *snapshot,
                                            TideLanguage language);

G_END_DECLS
