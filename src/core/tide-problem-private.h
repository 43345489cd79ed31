/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-problem.h"

G_BEGIN_DECLS

char *tide_problem_dup_delimited_sentence (TideProblemCode code,
                                           const char *first,
                                           const char *second,
                                           const char *third,
                                           const char *fourth);
char *tide_problem_dup_indicator_sentence (TideProblemCode code,
                                           const char *first,
                                           const char *second,
                                           const char *third);
char *tide_problem_dup_innovation_sentence (TideProblemCode code,
                                            const char *first,
                                            const char *second,
                                            const char *third);

char *tide_problem_dup_source_sentence (TideProblemCode code, const char *argument);

char *tide_problem_dup_table_sentence (TideProblemCode code, const char *limit, const char *place);

char *
tide_problem_dup_spreadsheet_sentence (TideProblemCode code, const char *first, const char *second);

char *
tide_problem_dup_template_sentence (TideProblemCode code, const char *first, const char *second);

G_END_DECLS
