/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-field-private.h"

static const TideDate *
get_date (const TidePayload *payload, const char *name)
{
  const TideMember *member = tide_shape_find (payload->shape, name);

  return member != NULL ? G_STRUCT_MEMBER_P (payload, member->offset) : NULL;
}

/*
 * tide_draft_check_validity:
 * @self: a draft, whose fields have been looked at alone
 * @payload: what they say
 *
 * Tells where a division or a classification would end before it begins. What a form has not
 * touched stays as the file has it; records that are always valid have nothing to tell.
 */
void
tide_draft_check_validity (TideDraft *self, const TidePayload *payload)
{
  const TideDate *from = get_date (payload, "valid-from");
  const TideDate *to = get_date (payload, "valid-to");
  g_autoptr (TideProblem) problem = NULL;
  g_autofree char *start = NULL;
  TideField *end;

  if (from == NULL || to == NULL || !tide_date_is_before (to, from))
    return;

  end = tide_draft_get_field (self, "valid-to");
  if (!tide_field_get_changed (end)
      && !tide_field_get_changed (tide_draft_get_field (self, "valid-from")))
    return;

  start = tide_date_dup_text (from);
  problem
      = tide_problem_new (TIDE_PROBLEM_ENDS_BEFORE_START, tide_field_get_text (end), start, NULL);
  tide_draft_take_report (problem, NULL, 0, "valid-to", self);
}

/*
 * tide_draft_understand_validity:
 * @self: a draft
 * @edited: the field that has just been typed in
 *
 * Says at once, beside the end, whether it comes before the start, whichever of the two was typed.
 */
void
tide_draft_understand_validity (TideDraft *self, TideField *edited)
{
  const char *path = tide_field_get_path (edited);
  g_autoptr (TidePayload) payload = NULL;

  if (!g_str_equal (path, "valid-from") && !g_str_equal (path, "valid-to"))
    return;

  payload = tide_draft_merge (self);
  tide_field_check (tide_draft_get_field (self, "valid-to"));
  tide_draft_check_validity (self, payload);
}
