/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-field-private.h"
#include "core/tide-rate-rules-private.h"

/* What is still to be typed is no mistake yet. */
static void
take_mistake (TideProblem *problem, const char *list, guint index, const char *path, gpointer data)
{
  if (problem->code != TIDE_PROBLEM_REQUIRED)
    tide_draft_take_report (problem, list, index, path, data);
}

/* Forgets what the rules have said of what was typed before. */
static void
check_syntax (TideDraft *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TideDraftPart *part = g_ptr_array_index (self->parts, i);

      if (*tide_field_get_text (part->field) != '\0')
        tide_field_check (part->field);
    }
}

static void
check (TideDraft *self, const TidePayload *payload, TideProjectReport report)
{
  tide_rate_check (self->reg, TIDE_RATE_PAYLOAD (payload), self->is_new ? NULL : self->original->id,
                   report, self);
}

static void
show_reading (TideDraft *self, TidePayload *payload)
{
  g_autofree char *reading = NULL;

  tide_payload_set_string (&payload->id, self->is_new ? NULL : self->original->id);
  reading = tide_rate_dup_reading (TIDE_RATE_PAYLOAD (payload), self->reg);
  tide_field_set_understood (tide_draft_get_field (self, "value"), reading);
}

/*
 * tide_draft_check_rate:
 * @self: the draft of a rate, whose fields have been looked at alone
 *
 * Gives its fields what the rules say of them together.
 */
void
tide_draft_check_rate (TideDraft *self)
{
  g_autoptr (TidePayload) payload = tide_draft_merge (self);

  check (self, payload, tide_draft_take_report);
  show_reading (self, payload);
}

/*
 * tide_draft_understand_rate:
 * @self: the draft of a rate
 *
 * Says beside the fields what is wrong with them together, and beside the value what it means and
 * whether it looks right beside other rates.
 */
void
tide_draft_understand_rate (TideDraft *self)
{
  g_autoptr (TidePayload) payload = tide_draft_merge (self);

  check_syntax (self);
  check (self, payload, take_mistake);
  show_reading (self, payload);
}
