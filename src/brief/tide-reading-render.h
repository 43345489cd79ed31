/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-reading.h"

G_BEGIN_DECLS

/**
 * TideReadingPlace:
 * @line: line of a text, from 1
 * @column: character of the line, from 1
 */
typedef struct
{
  guint line;
  guint column;
} TideReadingPlace;

/**
 * TideReadingColumn:
 *
 * What a cell of tide_reading_list_rows() says.
 */
typedef enum
{
  TIDE_READING_PLACE,
  TIDE_READING_WORDS,
  TIDE_READING_KIND,
  TIDE_READING_VERDICT,
  TIDE_READING_VALUE,
  TIDE_READING_UNIT,
  TIDE_READING_COMPUTED,
  TIDE_READING_LOW,
  TIDE_READING_HIGH,
  TIDE_READING_COMPUTED_UNIT,
  TIDE_READING_TYPE,
  TIDE_READING_RECORD,
  TIDE_READING_EXPLANATION,
  TIDE_N_READING_COLUMNS,
} TideReadingColumn;

guint tide_reading_count (TideReading *self, TideTextFindingVerdict verdict);
char *tide_reading_dup_markdown (TideReading *self);
char *tide_reading_dup_html (TideReading *self);

GArray *tide_reading_list_places (TideReading *self);
char *tide_reading_dup_words (TideReading *self, const TideTextFinding *finding);
char *tide_reading_dup_explanation (TideReading *self, guint index);
const char *tide_reading_column_get_code (TideReadingColumn column);
gboolean tide_reading_column_is_number (TideReadingColumn column);
GPtrArray *tide_reading_list_rows (TideReading *self);

G_END_DECLS
