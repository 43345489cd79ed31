/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-column-format.h"

#include "core/tide-code.h"

G_BEGIN_DECLS

/**
 * TideImportSubject:
 * @TIDE_IMPORT_ANYTHING: what any row may have
 * @TIDE_IMPORT_PROJECTS: each row is a project, or says more of one
 * @TIDE_IMPORT_OBSERVATIONS: each row has observations of an indicator
 *
 * What the rows of a table are.
 */
typedef enum
{
  TIDE_IMPORT_ANYTHING,
  TIDE_IMPORT_PROJECTS,
  TIDE_IMPORT_OBSERVATIONS,
} TideImportSubject;

/**
 * TideImportField:
 * @TIDE_IMPORT_NOTHING: the column is left out
 * @TIDE_IMPORT_NAME: the name of a project, in the language that each cell is in
 * @TIDE_IMPORT_PARTY: the name of an investor
 * @TIDE_IMPORT_CURRENCY: the currency of the row's amounts that name none
 * @TIDE_IMPORT_STAGE_DATE: when the stage of the row was entered
 * @TIDE_IMPORT_DATE_SIGNED: when this one stage was entered; as those after it
 * @TIDE_IMPORT_INDICATOR: the name of an indicator
 * @TIDE_IMPORT_PERIOD: the period of the row's value and growth
 * @TIDE_IMPORT_PERIOD_VALUE: the value of the period that the header of the column names
 *
 * What a column of somebody else's table may be taken as.
 */
typedef enum
{
  TIDE_IMPORT_NOTHING,
  /* projects */
  TIDE_IMPORT_ID,
  TIDE_IMPORT_NUMBER,
  TIDE_IMPORT_NAME,
  TIDE_IMPORT_NAME_ZH,
  TIDE_IMPORT_NAME_EN,
  TIDE_IMPORT_CODE_NAME,
  TIDE_IMPORT_PARTY,
  TIDE_IMPORT_PARTY_COUNTRY,
  TIDE_IMPORT_PARTY_KIND,
  TIDE_IMPORT_SECTOR,
  TIDE_IMPORT_DIVISION,
  TIDE_IMPORT_EVENT,
  TIDE_IMPORT_STAGE,
  TIDE_IMPORT_STAGE_DATE,
  TIDE_IMPORT_DATE_SIGNED,
  TIDE_IMPORT_DATE_REGISTERED,
  TIDE_IMPORT_DATE_STARTED,
  TIDE_IMPORT_DATE_COMPLETED,
  TIDE_IMPORT_DATE_PRODUCING,
  TIDE_IMPORT_STATUS,
  TIDE_IMPORT_STATUS_REASON,
  TIDE_IMPORT_AMOUNT_INTENTION,
  TIDE_IMPORT_AMOUNT_AGREEMENT,
  TIDE_IMPORT_AMOUNT_FOREIGN_CONTRACTED,
  TIDE_IMPORT_AMOUNT_FOREIGN_UTILISED,
  TIDE_IMPORT_AMOUNT_ARRIVED,
  TIDE_IMPORT_AMOUNT_FIXED_ASSET,
  TIDE_IMPORT_CURRENCY,
  TIDE_IMPORT_AMOUNT_DATE,
  TIDE_IMPORT_IN_CHARGE,
  TIDE_IMPORT_PLAN_START,
  TIDE_IMPORT_PLAN_COMPLETION,
  TIDE_IMPORT_PLAN_PRODUCTION,
  TIDE_IMPORT_TAGS,
  /* observations */
  TIDE_IMPORT_INDICATOR,
  TIDE_IMPORT_PERIOD,
  TIDE_IMPORT_VALUE,
  TIDE_IMPORT_GROWTH,
  TIDE_IMPORT_UNIT,
  TIDE_IMPORT_PERIOD_VALUE,
  /* anything */
  TIDE_IMPORT_NOTES,
  TIDE_IMPORT_SOURCE,
  TIDE_N_IMPORT_FIELDS,
} TideImportField;

const char *tide_import_field_get_code (TideImportField field);
TideImportField tide_import_field_from_code (const char *code);
const char *tide_import_field_get_label (TideImportField field);
TideImportSubject tide_import_field_get_subject (TideImportField field);
gboolean tide_import_field_is_repeatable (TideImportField field);
TideAmountKind tide_import_field_get_amount_kind (TideImportField field);
TideStage tide_import_field_get_stage (TideImportField field);
TideColumnKind tide_import_field_get_column_kind (TideImportField field);

G_END_DECLS
