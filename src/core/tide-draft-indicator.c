/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-indicator-rules.h"

static TideDraft *
get_entry (TideDraft *self, const char *list, guint index)
{
  const TideDraftPart *part = tide_draft_find_part (self, list);

  for (guint i = 0; i < tide_draft_part_get_n (part); i++)
    {
      TideDraft *entry = tide_draft_part_get (part, i);

      if (tide_draft_is_meant (entry) && index-- == 0)
        return entry;
    }

  return NULL;
}

static gboolean
is_unit_changed (TideDraft *self)
{
  return tide_field_get_changed (tide_draft_get_field (self, "unit/currency"))
         || tide_field_get_changed (tide_draft_get_field (self, "unit/scale"));
}

/* What nobody has touched stays as it was read. */
static void
take_new_problem (
    TideProblem *problem, const char *list, guint index, const char *path, gpointer data)
{
  TideDraft *self = data;
  TideDraft *entry = list != NULL ? get_entry (self, list, index) : self;

  if (entry != NULL && (tide_draft_get_changed (entry) || is_unit_changed (self)))
    tide_draft_take_report (problem, list, index, path, self);
}

/*
 * tide_draft_check_indicator:
 * @self: the draft of an indicator, whose fields have been looked at alone
 * @payload: what they say
 *
 * Gives its fields what the rules say of them together.
 */
void
tide_draft_check_indicator (TideDraft *self, const TidePayload *payload)
{
  tide_indicator_check (TIDE_INDICATOR_PAYLOAD (payload), take_new_problem, self);
}
