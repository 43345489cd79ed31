/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-filter-private.h"

#include <string.h>

/*
 * tide_filter_get_checks:
 * @filter: a filter
 *
 * Returns: the checks that it names, of TIDE_CHECK_BIT(); what a later program calls one finds
 *   nothing
 */
guint32
tide_filter_get_checks (const TideFilter *filter)
{
  guint32 set = 0;

  for (guint i = 0; i < tide_entries_get_n (filter->checks); i++)
    {
      const char *code = g_ptr_array_index (filter->checks, i);
      const int check = tide_check_find (code);

      if (strcmp (code, TIDE_CHECKS_ANY) == 0)
        set |= TIDE_CHECK_BIT (TIDE_N_CHECKS) - 1;
      else if (check >= 0)
        set |= TIDE_CHECK_BIT (check);
    }

  return set;
}
