/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-overview-style.h"

/* The unit, or the one next to it that the person's language counts in. */
static TideUnit
get_chart_unit (TideUnit unit, TideLanguage language)
{
  const gboolean is_chinese = language == TIDE_LANGUAGE_ZH;

  switch (unit)
    {
    case TIDE_UNIT_TEN_THOUSAND:
      return is_chinese ? unit : TIDE_UNIT_MILLION;
    case TIDE_UNIT_HUNDRED_MILLION:
      return is_chinese ? unit : TIDE_UNIT_BILLION;
    case TIDE_UNIT_MILLION:
      return is_chinese ? TIDE_UNIT_TEN_THOUSAND : unit;
    case TIDE_UNIT_BILLION:
      return is_chinese ? TIDE_UNIT_HUNDRED_MILLION : unit;
    case TIDE_UNIT_ONE:
    default:
      return unit;
    }
}

/**
 * tide_overview_style_init:
 * @self: what to fill
 * @register_unit: (nullable): code of the register's unit
 * @chosen_unit: (nullable): code of the unit chosen for this overview
 * @language: language of the person
 *
 * What is chosen here goes before what the person prefers everywhere, and that before the
 * register's unit.
 */
void
tide_overview_style_init (TideOverviewStyle *self,
                          const char *register_unit,
                          const char *chosen_unit,
                          TideLanguage language)
{
  self->language = language;
  if (chosen_unit != NULL)
    {
      self->unit = tide_unit_from_code (chosen_unit);
      self->chart_unit = self->unit;
    }
  else
    {
      self->unit = tide_unit_get_shown (register_unit);
      self->chart_unit = get_chart_unit (self->unit, language);
    }
}
