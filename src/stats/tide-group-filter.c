/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-breakdown-private.h"

#include <string.h>

static const gint64 thresholds[] = { 1, 10, 50, 100 };

/*
 * tide_size_get_thresholds:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the lower ends of the size classes, in 10^8 of the
 *   currency; an end belongs to its class
 */
const gint64 *
tide_size_get_thresholds (guint *n)
{
  *n = G_N_ELEMENTS (thresholds);

  return thresholds;
}

static gint64
get_minor_units (const char *currency)
{
  gint64 units = 1;

  for (int i = tide_currency_get_digits (currency); i > 0; i--)
    units *= 10;

  return units;
}

/*
 * tide_size_get_minor:
 * @threshold: a lower end of a size class
 * @currency: ISO 4217 code
 *
 * Returns: it in minor units of @currency
 */
gint64
tide_size_get_minor (gint64 threshold, const char *currency)
{
  return threshold * 100 * 1000 * 1000 * get_minor_units (currency);
}

static gboolean
is_none (const char *key)
{
  return strcmp (key, TIDE_FILTER_NONE) == 0;
}

static void
narrow_marked (TideFilter *filter, const char *member, char mark, const char *key)
{
  g_autofree char *value = is_none (key) ? g_strdup (key) : g_strdup_printf ("%c%s", mark, key);

  tide_filter_narrow (filter, member, value);
}

/* The own class only where those below have a group of their own, or it stands above them. */
static void
ask_for_sector (TideFilter *filter, const TideGroups *groups, const char *key)
{
  const guint sector
      = is_none (key) ? TIDE_NOWHERE : tide_crosswalk_find_sector (groups->crosswalk, key);
  gboolean is_itself = groups->grouping == TIDE_GROUPING_SECTOR;

  if (sector == TIDE_NOWHERE)
    {
      g_autofree char *value = g_strdup_printf ("%c%s", TIDE_FILTER_OPEN,
                                                groups->taxonomy != NULL ? groups->taxonomy : "");

      tide_filter_add (filter, "taxonomies", value);
      return;
    }

  if (groups->grouping == TIDE_GROUPING_SECTOR_SECOND)
    is_itself = tide_crosswalk_get_parent (groups->crosswalk, sector) == TIDE_NOWHERE;
  if (is_itself)
    narrow_marked (filter, "sectors", TIDE_FILTER_ITSELF, key);
  else
    tide_filter_narrow (filter, "sectors", key);
}

/* The register's own division is no group for those below it, and nothing is below one that the
 * register does not have. */
static void
ask_for_division (TideFilter *filter, const TideGroups *groups, const char *key)
{
  const char *own = tide_snapshot_get_settings (groups->columns->snapshot)->division;
  const gboolean is_itself
      = groups->grouping == TIDE_GROUPING_DIVISION
        || !g_hash_table_contains (groups->columns->vocabulary->divisions, key)
        || (groups->grouping == TIDE_GROUPING_DIVISION_TOP && g_strcmp0 (own, key) == 0);

  if (is_itself)
    narrow_marked (filter, "divisions", TIDE_FILTER_ITSELF, key);
  else
    tide_filter_narrow (filter, "divisions", key);
}

/* A period within that of the columns stays as it is. */
static void
ask_for_time (TideFilter *filter, const TideGroups *groups, const char *key)
{
  TideDate period;

  if (is_none (key))
    {
      tide_filter_narrow (filter, "amount", TIDE_FILTER_NONE);
      return;
    }
  if (strcmp (key, TIDE_UNDATED) == 0)
    {
      tide_filter_narrow (filter, "amount",
                          groups->grouping == TIDE_GROUPING_YEAR ? "undated-year"
                                                                 : "undated-quarter");
      return;
    }

  tide_date_parse (key, TRUE, &period);
  if (!tide_date_is_set (&filter->period)
      || tide_date_get_timing (&filter->period, &period) != TIDE_TIMING_INSIDE)
    filter->period = period;
  tide_filter_narrow (filter, "amount", "any");
}

static void
set_limit (TideDecimal *limit, gint64 minor, const char *currency, gboolean is_lower)
{
  TideMoney money = { .minor = minor };
  TideDecimal value;

  g_strlcpy (money.currency, currency, sizeof money.currency);
  tide_money_to_decimal (&money, &value);
  if (!limit->is_set || (tide_decimal_compare (&value, limit) > 0) == is_lower)
    *limit = value;
}

static void
ask_for_size (TideFilter *filter, const TideGroups *groups, const char *key)
{
  const char *currency = tide_columns_get_currency (groups->columns);

  if (is_none (key))
    tide_filter_narrow (filter, "amount", "no-sum");
  else if (g_ascii_isdigit (*key))
    set_limit (&filter->amount_from,
               tide_size_get_minor (g_ascii_strtoll (key, NULL, 10), currency), currency, TRUE);
  else
    set_limit (&filter->amount_to, tide_size_get_minor (thresholds[0], currency) - 1, currency,
               FALSE);
}

/*
 * tide_filter_ask_for_group:
 * @filter: what all groups ask for
 * @groups: the groups
 * @key: key of one of them
 *
 * Narrows @filter to the projects of that group.
 */
void
tide_filter_ask_for_group (TideFilter *filter, const TideGroups *groups, const char *key)
{
  switch (groups->grouping)
    {
    case TIDE_GROUPING_STAGE:
      tide_filter_narrow (filter, "stages", key);
      break;
    case TIDE_GROUPING_STATUS:
      tide_filter_narrow (filter, "statuses", key);
      break;
    case TIDE_GROUPING_SECTOR:
    case TIDE_GROUPING_SECTOR_TOP:
    case TIDE_GROUPING_SECTOR_SECOND:
    case TIDE_GROUPING_SECTOR_TREE:
      ask_for_sector (filter, groups, key);
      break;
    case TIDE_GROUPING_DIVISION:
    case TIDE_GROUPING_DIVISION_TOP:
    case TIDE_GROUPING_DIVISION_TREE:
      ask_for_division (filter, groups, key);
      break;
    case TIDE_GROUPING_EVENT:
      tide_filter_narrow (filter, "events", key);
      break;
    case TIDE_GROUPING_PARTY_KIND:
      tide_filter_narrow (filter, "party-kinds", key);
      break;
    case TIDE_GROUPING_YEAR:
    case TIDE_GROUPING_QUARTER:
      ask_for_time (filter, groups, key);
      break;
    case TIDE_GROUPING_SIZE:
      ask_for_size (filter, groups, key);
      break;
    case TIDE_GROUPING_CURRENCY:
    case TIDE_N_GROUPINGS:
    default:
      tide_filter_narrow (filter, "currencies", key);
      break;
    }
}
