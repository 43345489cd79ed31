/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table-writer.h"

G_BEGIN_DECLS

/**
 * TideExportFindings:
 * @n_coarse_dates: dates that a spreadsheet does not hold as such
 * @n_long_numbers: numbers that have more digits than a spreadsheet holds
 * @n_round_numbers: numbers that end in zeros behind the point, as "1.50" does
 * @n_returns: texts whose lines end in carriage returns
 * @n_long_texts: texts that are longer than a cell of a spreadsheet
 *
 * What there is among the cells of a table.
 */
typedef struct
{
  guint n_coarse_dates;
  guint n_long_numbers;
  guint n_round_numbers;
  guint n_returns;
  guint n_long_texts;
} TideExportFindings;

/**
 * TideExportSurvey:
 *
 * A writer that writes nothing and counts the cells that a spreadsheet cannot hold as they are.
 */
#define TIDE_TYPE_EXPORT_SURVEY (tide_export_survey_get_type ())
G_DECLARE_FINAL_TYPE (TideExportSurvey, tide_export_survey, TIDE, EXPORT_SURVEY, TideTableWriter)

TideExportSurvey *tide_export_survey_new (void);
const TideExportFindings *tide_export_survey_get_findings (TideExportSurvey *self);

G_END_DECLS
