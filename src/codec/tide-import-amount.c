/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The words in which amounts are written that have their unit in the header of the column. */
static const char *
get_scale_word (guint exponent)
{
  switch (exponent)
    {
    case 3:
      return "千";
    case 4:
      return "万";
    case 6:
      return "百万";
    case 7:
      return "千万";
    case 8:
      return "亿";
    case 9:
      return "十亿";
    case 12:
      return "万亿";
    default:
      return "";
    }
}

/*
 * tide_import_dup_unit:
 * @exponent: a power of ten
 * @currency: a currency
 *
 * Returns: (transfer full): what is written behind a number of that unit
 */
char *
tide_import_dup_unit (guint exponent, const char *currency)
{
  const char *scale = get_scale_word (exponent);

  if (strcmp (currency, "CNY") == 0)
    return g_strconcat (scale, "元", NULL);
  if (strcmp (currency, "USD") == 0)
    return g_strconcat (scale, "美元", NULL);

  return g_strconcat (scale, " ", currency, NULL);
}

static gboolean
says (const char *text, const TideAmountReading *amount)
{
  TideAmountReading reading = { 0 };

  return tide_amount_text_read (text, amount->currency, &reading) == TIDE_AMOUNT_OK
         && strcmp (reading.currency, amount->currency) == 0
         && tide_decimal_compare (&reading.value, &amount->value) == 0;
}

/* What is kept as written has to say the same without the header of its column. */
static char *
dup_written (const char *text, const TideColumnFormat *format, const TideAmountReading *amount)
{
  g_autofree char *stripped = tide_text_normalise (text);
  g_autofree char *unit = tide_import_dup_unit (format->exponent, amount->currency);
  g_autofree char *with_unit = g_strconcat (stripped, unit, NULL);
  g_autofree char *number = NULL;

  if (says (stripped, amount))
    return g_steal_pointer (&stripped);
  if (says (with_unit, amount))
    return g_steal_pointer (&with_unit);

  number = tide_decimal_dup_text (&amount->value);

  return g_strconcat (number, " ", amount->currency, NULL);
}

/*
 * tide_import_said_take_amount:
 * @self: what a row says
 * @field: an amount
 * @column: where it stands
 * @format: how it was read, with the unit that the row names
 * @reading: what it means
 *
 * Takes an amount.
 */
void
tide_import_said_take_amount (TideImportSaid *self,
                              TideImportField field,
                              guint column,
                              const TideColumnFormat *format,
                              const TideCellReading *reading)
{
  TideImportMoney *amount = &self->amounts[tide_import_field_get_amount_kind (field)];

  *amount = (TideImportMoney) { TRUE, reading->amount, *format, NULL, column };
}

static const char *
find_currency (const TideImportSaid *self, const TideColumnFormat *format)
{
  const TideSettings *settings = tide_snapshot_get_settings (self->work->snapshot);

  if (format->currency[0] != '\0')
    return format->currency;

  return settings->currency != NULL ? settings->currency : "CNY";
}

static void
settle (TideImportSaid *self, TideImportField field, TideImportMoney *amount)
{
  TideMoney money;

  if (!amount->reading.has_currency)
    g_strlcpy (amount->reading.currency, find_currency (self, &amount->format),
               sizeof amount->reading.currency);
  if (tide_amount_is_too_large (&amount->reading.value))
    tide_import_said_refuse (self, field, g_strdup (_ ("This amount is too large.")));
  else if (!tide_money_init (&money, &amount->reading.value, amount->reading.currency))
    tide_import_said_refuse (self, field,
                             g_strdup (_ ("This amount has more digits than its currency has.")));
  else
    amount->written
        = dup_written (tide_table_get_text (self->work->table, self->row, amount->column),
                       &amount->format, &amount->reading);
}

/*
 * tide_import_said_settle_amounts:
 * @self: what a row says, all of which has been read
 *
 * Gives amounts their currency: their own, else that of the row, else that of the column, else that
 * of the register.
 */
void
tide_import_said_settle_amounts (TideImportSaid *self)
{
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    {
      const TideAmountKind kind = tide_import_field_get_amount_kind ((TideImportField) i);

      if (kind != TIDE_AMOUNT_KIND_UNKNOWN && self->amounts[kind].is_set)
        settle (self, (TideImportField) i, &self->amounts[kind]);
    }
}

/* Projects ------------------------------------------------------------------------------------ */

static TidePayload *
amount_new (TideImportSaid *said, TideAmountKind kind, const TidePayload *before)
{
  const TideImportMoney *money = &said->amounts[kind];
  g_autofree char *id = before == NULL ? tide_clock_dup_id (said->work->clock) : NULL;
  TidePayload *payload
      = before != NULL ? tide_payload_copy (before) : tide_payload_new (&tide_shape_amount, id);
  TideAmount *amount = (TideAmount *) payload;
  const char *source = tide_import_said_get_target (said, TIDE_IMPORT_VALUE_SOURCE);

  tide_payload_set_interned (&amount->kind,
                             tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, (guint) kind));
  amount->value = money->reading.value;
  amount->precision = money->reading.precision;
  tide_payload_set_string (&amount->currency, money->reading.currency);
  tide_payload_set_string (&amount->written, money->written);
  if (tide_date_is_set (&said->dates[TIDE_IMPORT_AMOUNT_DATE]))
    amount->date = said->dates[TIDE_IMPORT_AMOUNT_DATE];
  if (source != NULL)
    tide_payload_set_interned (&amount->source, source);

  return tide_payload_seal (payload);
}

static gboolean
is_said_by (const TideImportSaid *said, TideAmountKind kind, const TideAmount *amount)
{
  const TideAmountReading *reading = &said->amounts[kind].reading;
  const TideDate *date = &said->dates[TIDE_IMPORT_AMOUNT_DATE];

  return amount->value.is_set && g_strcmp0 (amount->currency, reading->currency) == 0
         && tide_decimal_compare (&amount->value, &reading->value) == 0
         && (!tide_date_is_set (date) || tide_date_equal (date, &amount->date));
}

static guint
count_kind (const TideProjectPayload *project, TideAmountKind kind, guint *last)
{
  guint n = 0;

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    if (((const TideAmount *) g_ptr_array_index (project->amounts, i))->rank == kind)
      {
        *last = i;
        n++;
      }

  return n;
}

/* The amounts of one kind, in the row's currency, together. */
static gboolean
is_sum_said_by (const TideImportSaid *said, TideAmountKind kind, const TideProjectPayload *project)
{
  const TideAmountReading *reading = &said->amounts[kind].reading;
  TideDecimal sum = { .is_set = TRUE };

  for (guint i = 0; i < project->amounts->len; i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (amount->rank == kind
          && (g_strcmp0 (amount->currency, reading->currency) != 0
              || !tide_decimal_add (&sum, &amount->value)))
        return FALSE;
    }

  return tide_decimal_compare (&sum, &reading->value) == 0;
}

static gboolean
has_amount (const TideImportSaid *said, TideAmountKind kind, const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (amount->rank == kind && is_said_by (said, kind, amount))
        return TRUE;
    }

  return FALSE;
}

/* Amounts are increments: one of another date than all others is one more. */
static gboolean
is_increment (const TideImportSaid *said, TideAmountKind kind, const TideProjectPayload *project)
{
  const TideDate *date = &said->dates[TIDE_IMPORT_AMOUNT_DATE];

  if (!tide_date_is_set (date))
    return FALSE;

  for (guint i = 0; i < project->amounts->len; i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (amount->rank == kind
          && (!tide_date_is_set (&amount->date) || tide_date_equal (date, &amount->date)))
        return FALSE;
    }

  return TRUE;
}

static int
find_of_date (const TideImportSaid *said, TideAmountKind kind, const TideProjectPayload *project)
{
  const TideDate *date = &said->dates[TIDE_IMPORT_AMOUNT_DATE];
  int found = -1;

  for (guint i = 0; tide_date_is_set (date) && i < project->amounts->len; i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (amount->rank != kind || !tide_date_equal (date, &amount->date))
        continue;
      if (found >= 0)
        return -1;
      found = (int) i;
    }

  return found;
}

static void
replace (TidePayload *project, guint index, TidePayload *entry)
{
  GPtrArray *amounts = ((TideProjectPayload *) project)->amounts;

  tide_payload_unref (g_ptr_array_index (amounts, index));
  g_ptr_array_index (amounts, index) = entry;
}

static void
set_amount (TideImportSaid *said, TideAmountKind kind, TideImportField field, TidePayload *payload)
{
  const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (payload);
  guint last = 0;
  const guint n = count_kind (project, kind, &last);
  int index;

  if (has_amount (said, kind, project))
    return;
  if (n == 0 || is_increment (said, kind, project))
    {
      tide_payload_add_entry (payload, "amounts", amount_new (said, kind, NULL));
      return;
    }

  index = n == 1 ? (int) last : find_of_date (said, kind, project);
  if (index >= 0)
    replace (payload, (guint) index,
             amount_new (said, kind, g_ptr_array_index (project->amounts, (guint) index)));
  else if (!is_sum_said_by (said, kind, project))
    tide_import_said_refuse (
        said, field,
        g_strdup (_ ("The project has several amounts of this kind, and it is not clear which one "
                     "is meant.")));
}

/*
 * tide_import_project_set_amounts:
 * @said: what a row says
 * @project: a project that is not sealed
 *
 * Gives the project the row's amounts. One that it has stays; one of a date of its own is one more
 * increment; else the only one of its kind, or the one of its date, becomes what the row says.
 */
void
tide_import_project_set_amounts (TideImportSaid *said, TidePayload *project)
{
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    {
      const TideAmountKind kind = tide_import_field_get_amount_kind ((TideImportField) i);

      if (kind != TIDE_AMOUNT_KIND_UNKNOWN && said->amounts[kind].is_set
          && said->amounts[kind].written != NULL)
        set_amount (said, kind, (TideImportField) i, project);
    }
}
