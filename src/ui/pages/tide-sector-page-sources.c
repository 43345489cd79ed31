/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sector-page-private.h"

#include "ui/pages/tide-source-rows.h"

static void
add_of_indicators (TideSectorPage *self, GPtrArray *ids)
{
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_INDICATOR);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideIndicatorPayload *indicator
          = TIDE_INDICATOR_PAYLOAD (tide_list_get_payload (list, i));
      const TideSubject *subject = (const TideSubject *) indicator->subject;

      if (subject != NULL && g_strcmp0 (subject->sector, self->sector) == 0)
        tide_source_rows_gather_of_indicator (ids, indicator);
    }
}

static void
add_of_targets (TideSectorPage *self, GPtrArray *ids)
{
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_TARGET);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideTargetPayload *target = (const TideTargetPayload *) tide_list_get_payload (list, i);

      if (g_strcmp0 (target->sector, self->sector) == 0)
        tide_source_rows_gather (ids, target->sources);
    }
}

/* A class is told by its taxonomy, whose sources are those of its classes. */
static GPtrArray *
list_sources (TideSectorPage *self)
{
  const char *id = tide_sector_page_get_payload (self)->taxonomy;
  const TidePayload *taxonomy
      = id != NULL ? tide_register_lookup_payload (self->reg, TIDE_RECORD_TAXONOMY, id) : NULL;
  GPtrArray *ids = g_ptr_array_new ();

  if (taxonomy != NULL)
    tide_source_rows_gather (ids, TIDE_TAXONOMY_PAYLOAD (taxonomy)->sources);
  add_of_indicators (self, ids);
  add_of_targets (self, ids);

  return ids;
}

/*
 * tide_sector_page_fill_sources:
 * @self: a page whose sector is there
 *
 * Shows where its classification, its indicators and its targets are known from.
 */
void
tide_sector_page_fill_sources (TideSectorPage *self)
{
  g_autoptr (GPtrArray) ids = list_sources (self);

  tide_source_rows_fill (self->source_rows, self->reg, ids);
}
