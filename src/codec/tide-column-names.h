/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-column-format.h"
#include "codec/tide-import-field.h"

G_BEGIN_DECLS

/**
 * TideColumnName:
 * @field: what the column is probably to be taken as; %TIDE_IMPORT_NOTHING where nobody can tell
 * @score: how sure that is, 0 to 100; 100 for a header that means nothing else
 * @period: of %TIDE_IMPORT_PERIOD_VALUE, the period in the header
 *
 * What the header of a column tells of it.
 */
typedef struct
{
  TideImportField field;
  guint score;
  TideDate period;
} TideColumnName;

char *tide_column_name_fold (const char *header);
guint tide_column_name_get_score (const char *folded, TideImportField field);
TideImportSubject tide_column_names_guess (const char *const *headers,
                                           guint n,
                                           TideImportSubject subject,
                                           TideColumnName *names);

G_END_DECLS
