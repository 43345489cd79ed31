/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-export-survey.h"

#include "codec/tide-xlsx-writer.h"

#include <string.h>

struct _TideExportSurvey
{
  TideTableWriter parent_instance;

  TideExportFindings findings;
};

G_DEFINE_FINAL_TYPE (TideExportSurvey, tide_export_survey, TIDE_TYPE_TABLE_WRITER)

static void
tide_export_survey_begin_sheet (TideTableWriter *writer,
                                const char *name,
                                const TideTableColumn *columns,
                                guint n_columns)
{
}

static gboolean
is_long (const char *text)
{
  return strlen (text) > TIDE_XLSX_MAX_TEXT && g_utf8_strlen (text, -1) > TIDE_XLSX_MAX_TEXT;
}

static gboolean
is_round (const TideDecimal *decimal)
{
  return decimal->scale > 0 && decimal->mantissa % 10 == 0;
}

static void
tide_export_survey_add (TideTableWriter *writer,
                        guint index,
                        TideTableType type,
                        const TideTableValue *value)
{
  TideExportFindings *findings = &TIDE_EXPORT_SURVEY (writer)->findings;

  if (value->kind == TIDE_TABLE_VALUE_TEXT && is_long (value->as.text))
    findings->n_long_texts++;
  else if (value->kind == TIDE_TABLE_VALUE_TEXT && strchr (value->as.text, '\r') != NULL)
    findings->n_returns++;
  else if (value->kind == TIDE_TABLE_VALUE_DATE && !tide_xlsx_holds_date (value->as.date))
    findings->n_coarse_dates++;
  else if (value->kind == TIDE_TABLE_VALUE_DECIMAL && !tide_xlsx_holds_decimal (value->as.decimal))
    findings->n_long_numbers++;
  else if (value->kind == TIDE_TABLE_VALUE_DECIMAL && is_round (value->as.decimal))
    findings->n_round_numbers++;
}

static void
tide_export_survey_end_row (TideTableWriter *writer)
{
}

static GBytes *
tide_export_survey_end (TideTableWriter *writer, GError **error)
{
  return g_bytes_new (NULL, 0);
}

static void
tide_export_survey_class_init (TideExportSurveyClass *klass)
{
  TideTableWriterClass *writer_class = TIDE_TABLE_WRITER_CLASS (klass);

  writer_class->begin_sheet = tide_export_survey_begin_sheet;
  writer_class->add = tide_export_survey_add;
  writer_class->end_row = tide_export_survey_end_row;
  writer_class->end = tide_export_survey_end;
}

static void
tide_export_survey_init (TideExportSurvey *self)
{
}

/**
 * tide_export_survey_new:
 *
 * Returns: (transfer full): a writer that has seen nothing yet
 */
TideExportSurvey *
tide_export_survey_new (void)
{
  return g_object_new (TIDE_TYPE_EXPORT_SURVEY, NULL);
}

/**
 * tide_export_survey_get_findings:
 * @self: a survey
 *
 * Returns: (transfer none): what it has seen
 */
const TideExportFindings *
tide_export_survey_get_findings (TideExportSurvey *self)
{
  return &self->findings;
}
