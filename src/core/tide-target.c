/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-target.h"

#include "core/tide-scale.h"

#include <string.h>

/**
 * tide_target_get_subject:
 * @self: a target
 *
 * Returns: what it is for
 */
TideTargetSubject
tide_target_get_subject (const TideTargetPayload *self)
{
  const struct
  {
    const char *id;
    TideTargetSubject subject;
  } named[] = {
    { self->sector, TIDE_TARGET_FOR_SECTOR },
    { self->division, TIDE_TARGET_FOR_DIVISION },
    { self->event, TIDE_TARGET_FOR_EVENT },
    { self->indicator, TIDE_TARGET_FOR_INDICATOR },
  };
  TideTargetSubject subject = TIDE_TARGET_FOR_NOTHING;

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    if (named[i].id != NULL)
      subject = subject == TIDE_TARGET_FOR_NOTHING ? named[i].subject : TIDE_TARGET_FOR_SEVERAL;

  if (self->amount_kind == NULL)
    return subject;
  if (subject == TIDE_TARGET_FOR_INDICATOR)
    return TIDE_TARGET_FOR_SEVERAL;

  return subject == TIDE_TARGET_FOR_NOTHING ? TIDE_TARGET_FOR_PROJECTS : subject;
}

/**
 * tide_target_get_subject_id:
 * @self: a target
 *
 * Returns: (transfer none) (nullable): id of the record that it is for; %NULL where there is none,
 *   or more than one
 */
const char *
tide_target_get_subject_id (const TideTargetPayload *self)
{
  switch (tide_target_get_subject (self))
    {
    case TIDE_TARGET_FOR_SECTOR:
      return self->sector;
    case TIDE_TARGET_FOR_DIVISION:
      return self->division;
    case TIDE_TARGET_FOR_EVENT:
      return self->event;
    case TIDE_TARGET_FOR_INDICATOR:
      return self->indicator;
    case TIDE_TARGET_FOR_NOTHING:
    case TIDE_TARGET_FOR_PROJECTS:
    case TIDE_TARGET_FOR_SEVERAL:
    default:
      return NULL;
    }
}

/**
 * tide_target_subject_get_kind:
 * @subject: what targets are for
 *
 * Returns: the kind of the record; %TIDE_RECORD_NONE where it is none
 */
TideRecordKind
tide_target_subject_get_kind (TideTargetSubject subject)
{
  switch (subject)
    {
    case TIDE_TARGET_FOR_SECTOR:
      return TIDE_RECORD_SECTOR;
    case TIDE_TARGET_FOR_DIVISION:
      return TIDE_RECORD_DIVISION;
    case TIDE_TARGET_FOR_EVENT:
      return TIDE_RECORD_EVENT;
    case TIDE_TARGET_FOR_INDICATOR:
      return TIDE_RECORD_INDICATOR;
    case TIDE_TARGET_FOR_NOTHING:
    case TIDE_TARGET_FOR_PROJECTS:
    case TIDE_TARGET_FOR_SEVERAL:
    default:
      return TIDE_RECORD_NONE;
    }
}

static TideTargetResult
translate (TideAmountResult result)
{
  switch (result)
    {
    case TIDE_AMOUNT_OK:
      return TIDE_TARGET_READ;
    case TIDE_AMOUNT_EMPTY:
      return TIDE_TARGET_EMPTY;
    case TIDE_AMOUNT_OUT_OF_RANGE:
      return TIDE_TARGET_OUT_OF_RANGE;
    case TIDE_AMOUNT_TOO_PRECISE:
      return TIDE_TARGET_TOO_PRECISE;
    case TIDE_AMOUNT_UNREADABLE:
    default:
      return TIDE_TARGET_UNREADABLE;
    }
}

/**
 * tide_target_read_amount:
 * @text: what was typed: `160亿元`, `US$1.06 bn`
 * @currency: the currency that is meant where @text names none
 * @reading: (out): what it means, where it can be read
 *
 * Reads the target of amounts of money.
 *
 * Returns: whether it can be read
 */
TideTargetResult
tide_target_read_amount (const char *text, const char *currency, TideTargetReading *reading)
{
  TideAmountReading amount = { 0 };
  const TideAmountResult result = tide_amount_text_read (text, currency, &amount);

  if (result == TIDE_AMOUNT_OK && tide_amount_is_too_large (&amount.value))
    return TIDE_TARGET_OUT_OF_RANGE;

  reading->value = amount.value;
  memcpy (reading->currency, amount.currency, sizeof reading->currency);

  return translate (result);
}

/* A number that stands alone is one of the unit; `37,000` is one too. */
static gboolean
read_bare_number (const char *text, TideDecimal *value)
{
  g_autofree char *number = g_strstrip (g_strdup (text));
  g_auto (GStrv) parts = g_strsplit (number, ",", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    if (strspn (parts[i], "0123456789") < 3 || (parts[i][3] != '\0' && parts[i][3] != '.'))
      return FALSE;

  return tide_decimal_parse (joined, value) == TIDE_DECIMAL_OK;
}

/**
 * tide_target_read_value:
 * @text: what was typed: `37000`, `3.7万亿元`
 * @unit: (nullable): the unit of the indicator
 * @reading: (out): what it means, where it can be read
 *
 * Reads the target of an indicator. A number alone is one of the indicator's unit; words for
 * numbers and currencies are converted to that unit, and a currency that is not the unit's is
 * refused.
 *
 * Returns: whether it can be read
 */
TideTargetResult
tide_target_read_value (const char *text, const TideScale *unit, TideTargetReading *reading)
{
  static const TideScale ones = { 0 };
  const TideScale *scale = unit != NULL ? unit : &ones;
  TideAmountReading amount = { 0 };
  TideAmountResult result;

  memset (reading, 0, sizeof *reading);
  if (scale->currency != NULL)
    g_strlcpy (reading->currency, scale->currency, sizeof reading->currency);
  if (read_bare_number (text, &reading->value))
    return tide_amount_is_too_large (&reading->value) ? TIDE_TARGET_OUT_OF_RANGE : TIDE_TARGET_READ;

  result = tide_amount_text_read (text, scale->currency != NULL ? scale->currency : "CNY", &amount);
  if (result != TIDE_AMOUNT_OK)
    return translate (result);
  if (amount.has_currency && g_strcmp0 (amount.currency, scale->currency) != 0)
    return TIDE_TARGET_OTHER_UNIT;
  if (tide_amount_is_too_large (&amount.value))
    return TIDE_TARGET_OUT_OF_RANGE;

  return tide_scale_divide (scale, &amount.value, &reading->value) ? TIDE_TARGET_READ
                                                                   : TIDE_TARGET_TOO_PRECISE;
}
