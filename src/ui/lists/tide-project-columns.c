/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-project-columns.h"

#include <glib/gi18n-lib.h>

#define AMOUNT_WIDTH 196
#define DATE_WIDTH 124

/* In the order in which they stand unless a person chooses another one. */
static const TideProjectColumn columns[] = {
  { TIDE_ORDER_NAME, N_ ("Name"), 0, 0, TRUE, FALSE, "name" },
  { TIDE_ORDER_OTHER_NAME, N_ ("Name in the Other Language"), 200, 21, FALSE, FALSE, "name" },
  { TIDE_ORDER_NUMBER, N_ ("Number"), 110, 18, FALSE, FALSE, "number" },
  { TIDE_ORDER_SECTOR, N_ ("Sector"), 150, 3, TRUE, FALSE, NULL },
  { TIDE_ORDER_DIVISION, N_ ("Division"), 120, 4, TRUE, FALSE, "division" },
  { TIDE_ORDER_STAGE, N_ ("Stage"), 170, 1, TRUE, FALSE, "stages" },
  { TIDE_ORDER_STAGE_TIME, N_ ("Time in Stage"), 170, 8, FALSE, FALSE, NULL },
  { TIDE_ORDER_AMOUNT, N_ ("Amount"), AMOUNT_WIDTH, 2, TRUE, TRUE, "amounts" },
  { TIDE_ORDER_INTENTION, NULL, AMOUNT_WIDTH, 9, FALSE, TRUE, "amounts" },
  { TIDE_ORDER_AGREEMENT, NULL, AMOUNT_WIDTH, 10, FALSE, TRUE, "amounts" },
  { TIDE_ORDER_FOREIGN_CONTRACTED, NULL, AMOUNT_WIDTH, 13, FALSE, TRUE, "amounts" },
  { TIDE_ORDER_FOREIGN_UTILISED, NULL, AMOUNT_WIDTH, 14, FALSE, TRUE, "amounts" },
  { TIDE_ORDER_ARRIVED, NULL, AMOUNT_WIDTH, 11, FALSE, TRUE, "amounts" },
  { TIDE_ORDER_FIXED_ASSET, NULL, AMOUNT_WIDTH, 12, FALSE, TRUE, "amounts" },
  { TIDE_ORDER_EVENT, N_ ("Event"), 150, 7, TRUE, FALSE, "event" },
  { TIDE_ORDER_INVESTOR, N_ ("Parties"), 170, 15, FALSE, FALSE, NULL },
  { TIDE_ORDER_STATUS, N_ ("Status"), 104, 5, TRUE, FALSE, "statuses" },
  { TIDE_ORDER_IN_CHARGE, N_ ("Unit in Charge"), 150, 16, FALSE, FALSE, "in-charge" },
  { TIDE_ORDER_TAGS, N_ ("Tags"), 150, 17, FALSE, FALSE, "tags" },
  { TIDE_ORDER_SIGNED, N_ ("Signed"), DATE_WIDTH, 19, FALSE, TRUE, NULL },
  { TIDE_ORDER_PLANNED_START, N_ ("Planned Start"), DATE_WIDTH, 22, FALSE, TRUE, "plans/start" },
  { TIDE_ORDER_PLANNED_COMPLETION, N_ ("Planned Completion"), DATE_WIDTH, 23, FALSE, TRUE,
    "plans/completion" },
  { TIDE_ORDER_PLANNED_PRODUCTION, N_ ("Planned Production"), DATE_WIDTH, 24, FALSE, TRUE,
    "plans/production" },
  { TIDE_ORDER_CREATED, N_ ("Created"), 110, 20, FALSE, TRUE, NULL },
  { TIDE_ORDER_UPDATED, N_ ("Updated"), 110, 6, TRUE, TRUE, NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (columns) == TIDE_N_ORDER_KEYS);

/**
 * tide_project_columns_get:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): all columns that the list of projects can have
 */
const TideProjectColumn *
tide_project_columns_get (guint *n)
{
  *n = G_N_ELEMENTS (columns);

  return columns;
}

/**
 * tide_project_column_find:
 * @key: what projects are sorted by
 *
 * Returns: (transfer none): the column that shows that
 */
const TideProjectColumn *
tide_project_column_find (TideOrderKey key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].key == key)
      return &columns[i];

  g_return_val_if_reached (NULL);
}

/**
 * tide_project_column_is_amount:
 * @self: a column
 *
 * Returns: whether it shows amounts
 */
gboolean
tide_project_column_is_amount (const TideProjectColumn *self)
{
  const TideOrder order = { .key = self->key };
  TideAmountKind kind;

  return tide_order_get_amount_kind (&order, &kind);
}

static const char *
get_kind_label (const TideProjectColumn *self, TideAmountKind chosen)
{
  const TideOrder order = { .key = self->key, .amount_kind = chosen };
  TideAmountKind kind = chosen;

  tide_order_get_amount_kind (&order, &kind);

  return tide_codes_get_label (TIDE_CODES_AMOUNT_KIND,
                               tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, kind),
                               tide_language_get_default ());
}

/**
 * tide_project_column_dup_name:
 * @self: a column
 *
 * Returns: (transfer full): what it is called where columns are chosen
 */
char *
tide_project_column_dup_name (const TideProjectColumn *self)
{
  if (self->title != NULL)
    return g_strdup (self->key == TIDE_ORDER_AMOUNT ? _ ("Amount of the Chosen Kind")
                                                    : _ (self->title));

  return g_strdup (get_kind_label (self, TIDE_AMOUNT_KIND_AGREEMENT));
}

/**
 * tide_project_column_dup_title:
 * @self: a column
 * @settings: (nullable): of the register
 * @kind: the kind of amount that a person has chosen
 *
 * Returns: (transfer full): what stands above its cells; amounts say in which unit they are
 */
char *
tide_project_column_dup_title (const TideProjectColumn *self,
                               const TideSettings *settings,
                               TideAmountKind kind)
{
  g_autofree char *unit = NULL;

  if (!tide_project_column_is_amount (self))
    return g_strdup (_ (self->title));
  if (settings == NULL)
    return g_strdup (get_kind_label (self, kind));

  unit = tide_unit_dup_label (tide_unit_get_shown (settings->unit), settings->currency,
                              tide_language_get_default ());
  /* Translators: header of a column of amounts: a kind of amount, and the unit in brackets */
  return g_strdup_printf (_ ("%s (%s)"), get_kind_label (self, kind), unit);
}
