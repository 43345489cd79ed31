/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-step-records-private.h"

#include "core/tide-payloads.h"
#include "core/tide-rate-rules.h"

/*
 * tide_step_new_about:
 * @act: what is done, such as `delete`
 * @kind: kind of a record
 * @record: the record
 *
 * Returns: (transfer full): a step without edits, whose name says what is done to which record
 */
TideStep *
tide_step_new_about (const char *act, TideRecordKind kind, const TidePayload *record)
{
  g_autofree char *name = g_strconcat (act, "-", tide_shape_for_kind (kind)->name, NULL);

  if (kind == TIDE_RECORD_RATE)
    {
      g_autofree char *rate = tide_rate_dup_name (TIDE_RATE_PAYLOAD (record));

      return tide_step_new (name, rate, NULL);
    }

  return tide_step_new (name, tide_payload_get_label (record, tide_language_get_default ()), NULL);
}

/*
 * tide_step_add_change:
 * @self: a step
 * @kind: kind of the record
 * @before: the record as it is
 * @after: (transfer full): the record as it shall be, under the same id, which is sealed
 * @now: when it is changed, in seconds since 1970 UTC
 *
 * Adds what differs; a project's `updated` becomes @now where anything does.
 */
void
tide_step_add_change (
    TideStep *self, TideRecordKind kind, const TidePayload *before, TidePayload *after, gint64 now)
{
  g_autoptr (TidePayload) sealed = tide_payload_seal (after);

  if (tide_payload_equal (before, sealed))
    return;

  if (kind == TIDE_RECORD_PROJECT)
    {
      TidePayload *touched = tide_payload_copy (sealed);

      ((TideProjectPayload *) touched)->updated = now;
      tide_payload_unref (sealed);
      sealed = tide_payload_seal (touched);
    }
  tide_step_add_difference (self, kind, before, sealed);
}
