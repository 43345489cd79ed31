/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-field.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;
  const char *label;
  TideImportSubject subject;
  gboolean is_repeatable;
} Field;

#define PROJECT(code_, label_) { code_, label_, TIDE_IMPORT_PROJECTS, FALSE }
#define PROJECT_LIST(code_, label_) { code_, label_, TIDE_IMPORT_PROJECTS, TRUE }
#define OBSERVATION(code_, label_) { code_, label_, TIDE_IMPORT_OBSERVATIONS, FALSE }

static const Field fields[TIDE_N_IMPORT_FIELDS] = {
  [TIDE_IMPORT_NOTHING] = { "nothing", N_ ("Leave Out"), TIDE_IMPORT_ANYTHING, TRUE },
  [TIDE_IMPORT_ID] = PROJECT ("id", N_ ("Identifier in the Register")),
  [TIDE_IMPORT_NUMBER] = PROJECT ("number", N_ ("Number")),
  [TIDE_IMPORT_NAME] = PROJECT ("name", N_ ("Name")),
  [TIDE_IMPORT_NAME_ZH] = PROJECT ("name-zh", N_ ("Name in Chinese")),
  [TIDE_IMPORT_NAME_EN] = PROJECT ("name-en", N_ ("Name in English")),
  [TIDE_IMPORT_CODE_NAME] = PROJECT ("code-name", N_ ("Code Name")),
  [TIDE_IMPORT_PARTY] = PROJECT_LIST ("party", N_ ("Investor")),
  [TIDE_IMPORT_PARTY_COUNTRY] = PROJECT ("party-country", N_ ("Country of the Investor")),
  [TIDE_IMPORT_PARTY_KIND] = PROJECT ("party-kind", N_ ("Kind of Investor")),
  [TIDE_IMPORT_SECTOR] = PROJECT_LIST ("sector", N_ ("Sector")),
  [TIDE_IMPORT_DIVISION] = PROJECT ("division", N_ ("Division")),
  [TIDE_IMPORT_EVENT] = PROJECT ("event", N_ ("Event")),
  [TIDE_IMPORT_STAGE] = PROJECT ("stage", N_ ("Stage")),
  [TIDE_IMPORT_STAGE_DATE] = PROJECT ("stage-date", N_ ("Date of the Stage")),
  [TIDE_IMPORT_DATE_SIGNED] = PROJECT ("date-signed", N_ ("Date Signed")),
  [TIDE_IMPORT_DATE_REGISTERED] = PROJECT ("date-registered", N_ ("Date Registered")),
  [TIDE_IMPORT_DATE_STARTED] = PROJECT ("date-started", N_ ("Date Started")),
  [TIDE_IMPORT_DATE_COMPLETED] = PROJECT ("date-completed", N_ ("Date Completed")),
  [TIDE_IMPORT_DATE_PRODUCING] = PROJECT ("date-producing", N_ ("Date of First Production")),
  [TIDE_IMPORT_STATUS] = PROJECT ("status", N_ ("Status")),
  [TIDE_IMPORT_STATUS_REASON] = PROJECT ("status-reason", N_ ("Reason of the Status")),
  [TIDE_IMPORT_AMOUNT_INTENTION] = PROJECT ("amount-intention", N_ ("Intention Amount")),
  [TIDE_IMPORT_AMOUNT_AGREEMENT] = PROJECT ("amount-agreement", N_ ("Agreed Investment")),
  [TIDE_IMPORT_AMOUNT_FOREIGN_CONTRACTED]
  = PROJECT ("amount-foreign-contracted", N_ ("Contracted Foreign Investment")),
  [TIDE_IMPORT_AMOUNT_FOREIGN_UTILISED]
  = PROJECT ("amount-foreign-utilised", N_ ("Utilised Foreign Investment")),
  [TIDE_IMPORT_AMOUNT_ARRIVED] = PROJECT ("amount-arrived", N_ ("Arrived Funds")),
  [TIDE_IMPORT_AMOUNT_FIXED_ASSET] = PROJECT ("amount-fixed-asset", N_ ("Fixed-Asset Investment")),
  [TIDE_IMPORT_CURRENCY] = PROJECT ("currency", N_ ("Currency")),
  [TIDE_IMPORT_AMOUNT_DATE] = PROJECT ("amount-date", N_ ("Date of the Amounts")),
  [TIDE_IMPORT_IN_CHARGE] = PROJECT ("in-charge", N_ ("Unit in Charge")),
  [TIDE_IMPORT_PLAN_START] = PROJECT ("plan-start", N_ ("Planned Start of Construction")),
  [TIDE_IMPORT_PLAN_COMPLETION] = PROJECT ("plan-completion", N_ ("Planned Completion")),
  [TIDE_IMPORT_PLAN_PRODUCTION] = PROJECT ("plan-production", N_ ("Planned Start of Production")),
  [TIDE_IMPORT_TAGS] = PROJECT_LIST ("tags", N_ ("Tags")),
  [TIDE_IMPORT_INDICATOR] = OBSERVATION ("indicator", N_ ("Indicator")),
  [TIDE_IMPORT_PERIOD] = OBSERVATION ("period", N_ ("Period")),
  [TIDE_IMPORT_VALUE] = OBSERVATION ("value", N_ ("Value")),
  [TIDE_IMPORT_GROWTH] = OBSERVATION ("growth", N_ ("Published Growth")),
  [TIDE_IMPORT_UNIT] = OBSERVATION ("unit", N_ ("Unit")),
  [TIDE_IMPORT_PERIOD_VALUE]
  = { "period-value", N_ ("Value of the Period in the Header"), TIDE_IMPORT_OBSERVATIONS, TRUE },
  [TIDE_IMPORT_NOTES] = { "notes", N_ ("Notes"), TIDE_IMPORT_ANYTHING, TRUE },
  [TIDE_IMPORT_SOURCE] = { "source", N_ ("Source"), TIDE_IMPORT_ANYTHING, TRUE },
};

/**
 * tide_import_field_get_code:
 * @field: a field
 *
 * Returns: the word that presets know it by
 */
const char *
tide_import_field_get_code (TideImportField field)
{
  g_return_val_if_fail (field < TIDE_N_IMPORT_FIELDS, NULL);

  return fields[field].code;
}

/**
 * tide_import_field_from_code:
 * @code: (nullable): a word of a preset
 *
 * Returns: the field; %TIDE_IMPORT_NOTHING for a word that is not known
 */
TideImportField
tide_import_field_from_code (const char *code)
{
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    if (g_strcmp0 (fields[i].code, code) == 0)
      return (TideImportField) i;

  return TIDE_IMPORT_NOTHING;
}

/**
 * tide_import_field_get_label:
 * @field: a field
 *
 * Returns: what the person knows it by, in the language of the program
 */
const char *
tide_import_field_get_label (TideImportField field)
{
  g_return_val_if_fail (field < TIDE_N_IMPORT_FIELDS, NULL);

  return _ (fields[field].label);
}

/**
 * tide_import_field_get_subject:
 * @field: a field
 *
 * Returns: what the rows are that may have it
 */
TideImportSubject
tide_import_field_get_subject (TideImportField field)
{
  g_return_val_if_fail (field < TIDE_N_IMPORT_FIELDS, TIDE_IMPORT_ANYTHING);

  return fields[field].subject;
}

/**
 * tide_import_field_is_repeatable:
 * @field: a field
 *
 * Returns: whether several columns may be taken as it
 */
gboolean
tide_import_field_is_repeatable (TideImportField field)
{
  g_return_val_if_fail (field < TIDE_N_IMPORT_FIELDS, FALSE);

  return fields[field].is_repeatable;
}

/**
 * tide_import_field_get_amount_kind:
 * @field: a field
 *
 * Returns: the kind of amount that it is; %TIDE_AMOUNT_KIND_UNKNOWN for another field
 */
TideAmountKind
tide_import_field_get_amount_kind (TideImportField field)
{
  if (field < TIDE_IMPORT_AMOUNT_INTENTION || field > TIDE_IMPORT_AMOUNT_FIXED_ASSET)
    return TIDE_AMOUNT_KIND_UNKNOWN;

  return (TideAmountKind) (TIDE_AMOUNT_KIND_INTENTION + (field - TIDE_IMPORT_AMOUNT_INTENTION));
}

/**
 * tide_import_field_get_stage:
 * @field: a field
 *
 * Returns: the stage whose date it is; %TIDE_STAGE_NONE for a field that names none
 */
TideStage
tide_import_field_get_stage (TideImportField field)
{
  switch ((gint) field)
    {
    case TIDE_IMPORT_DATE_SIGNED:
      return TIDE_STAGE_SIGNED;
    case TIDE_IMPORT_DATE_REGISTERED:
      return TIDE_STAGE_REGISTERED;
    case TIDE_IMPORT_DATE_STARTED:
      return TIDE_STAGE_STARTED;
    case TIDE_IMPORT_DATE_COMPLETED:
      return TIDE_STAGE_COMPLETED;
    case TIDE_IMPORT_DATE_PRODUCING:
      return TIDE_STAGE_PRODUCING;
    default:
      return TIDE_STAGE_NONE;
    }
}

/**
 * tide_import_field_get_column_kind:
 * @field: a field
 *
 * Says %TIDE_COLUMN_NUMBER for the values of indicators, which may be percentages too: leave a
 * column alone that looks like these.
 *
 * Returns: what the cells of a column that is taken as it are
 */
TideColumnKind
tide_import_field_get_column_kind (TideImportField field)
{
  if (tide_import_field_get_amount_kind (field) != TIDE_AMOUNT_KIND_UNKNOWN)
    return TIDE_COLUMN_AMOUNT;
  if (field >= TIDE_IMPORT_STAGE_DATE && field <= TIDE_IMPORT_DATE_PRODUCING)
    return TIDE_COLUMN_DATE;
  if (field >= TIDE_IMPORT_PLAN_START && field <= TIDE_IMPORT_PLAN_PRODUCTION)
    return TIDE_COLUMN_DATE;
  if (field == TIDE_IMPORT_AMOUNT_DATE || field == TIDE_IMPORT_PERIOD)
    return TIDE_COLUMN_DATE;
  if (field == TIDE_IMPORT_VALUE || field == TIDE_IMPORT_PERIOD_VALUE)
    return TIDE_COLUMN_NUMBER;

  return field == TIDE_IMPORT_GROWTH ? TIDE_COLUMN_PERCENT : TIDE_COLUMN_TEXT;
}
