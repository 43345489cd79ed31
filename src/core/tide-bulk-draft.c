/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-bulk-draft.h"

#include "core/tide-draft-private.h"
#include "core/tide-field-private.h"

/* The one field of a value, or the first one of its first entry. */
static TideField *
find_first (TideDraft *draft, const char *path)
{
  const TideDraftPart *part = tide_draft_find_part (draft, path);
  TideDraft *entry;

  if (part == NULL || part->field != NULL)
    return part != NULL ? part->field : NULL;
  if (tide_draft_part_get_n (part) == 0)
    tide_draft_append_entry (draft, path);

  entry = tide_draft_part_get (part, 0);

  return ((TideDraftPart *) g_ptr_array_index (entry->parts, 0))->field;
}

static void
require (TideField *field)
{
  if (tide_field_get_problem (field) == NULL)
    tide_field_take_problem (field, tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL));
}

/* An amount that is given has to be one. */
static void
require_sums (const TideDraftPart *part)
{
  for (guint i = 0; tide_draft_is_amount (part->shape) && i < tide_draft_part_get_n (part); i++)
    {
      TideDraft *entry = tide_draft_part_get (part, i);

      if (tide_draft_is_meant (entry) && *tide_field_get_text (entry->amount_written) == '\0')
        require (entry->amount_written);
    }
}

/**
 * tide_bulk_draft_check:
 * @draft: the draft of a project, which nobody saves
 * @path: a field of it
 * @act: what becomes of the field in several projects
 *
 * Gives each field that cannot be taken as it is its problem. A value is needed, unless the field
 * is cleared; entries that are to be removed need not be said in full.
 *
 * Returns: (transfer none) (nullable): the first such field
 */
TideField *
tide_bulk_draft_check (TideDraft *draft, const char *path, TideBulkAct act)
{
  const TideDraftPart *part = tide_draft_find_part (draft, path);
  g_autoptr (TidePayload) values = NULL;

  g_return_val_if_fail (part != NULL, NULL);

  if (act == TIDE_BULK_CLEAR)
    return NULL;

  tide_draft_check_syntax (draft);
  if (part->entries != NULL && act != TIDE_BULK_REMOVE)
    {
      tide_draft_check_list (G_LIST_MODEL (part->entries));
      require_sums (part);
    }
  values = tide_draft_dup_payload (draft);
  if (!tide_bulk_has_value (path, values))
    require (find_first (draft, path));

  return tide_draft_find_problem (draft);
}
