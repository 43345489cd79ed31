/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

/* Keeping and restoring what is asked for. */

#include "ui/pages/tide-write-pane-private.h"

#include "brief/tide-template.h"
#include "ui/pages/tide-briefing-request.h"

/**
 * tide_write_pane_keep_view:
 * @self: a pane
 * @view: is given what is asked for, and the saved briefing that is open
 *
 * Whether confidential projects are named is asked anew each time.
 */
void
tide_write_pane_keep_view (TideWritePane *self, GVariantDict *view)
{
  g_autoptr (TideBriefingOptions) options = NULL;

  g_return_if_fail (TIDE_IS_WRITE_PANE (self));

  options = tide_briefing_choices_dup_options (self->choices);
  options->includes_names = FALSE;
  g_variant_dict_insert_value (view, "request", tide_briefing_request_to_variant (options));
  if (self->saved != NULL)
    g_variant_dict_insert (view, "saved", "s", self->saved);
}

static gboolean
has_record (TideWritePane *self, TideRecordKind kind, const char *id)
{
  return self->reg != NULL && id != NULL
         && tide_register_lookup_payload (self->reg, kind, id) != NULL;
}

/* What is gone by now is not asked for. */
static void
forget_missing (TideWritePane *self, TideBriefingOptions *options)
{
  if ((options->subject == TIDE_SUBJECT_EVENT
       && !has_record (self, TIDE_RECORD_EVENT, options->event))
      || (options->subject == TIDE_SUBJECT_FILTER
          && !has_record (self, TIDE_RECORD_FILTER, options->filter_id)))
    options->subject = TIDE_SUBJECT_ALL;
  if (!has_record (self, TIDE_RECORD_EVENT, options->event))
    g_clear_pointer (&options->event, g_free);
  if (!has_record (self, TIDE_RECORD_FILTER, options->filter_id))
    g_clear_pointer (&options->filter_id, g_free);
  if (!has_record (self, TIDE_RECORD_TEMPLATE, options->wording) && options->wording != NULL
      && tide_template_get_built_in_name (options->wording, options->language) == NULL)
    g_clear_pointer (&options->wording, g_free);
}

/**
 * tide_write_pane_restore_view:
 * @self: a pane
 * @view: what tide_write_pane_keep_view() gave, perhaps long ago
 */
void
tide_write_pane_restore_view (TideWritePane *self, GVariantDict *view)
{
  g_autoptr (GVariant) request
      = g_variant_dict_lookup_value (view, "request", G_VARIANT_TYPE_VARDICT);
  const char *saved;

  g_return_if_fail (TIDE_IS_WRITE_PANE (self));

  if (request != NULL)
    {
      g_autoptr (TideBriefingOptions) options = tide_briefing_request_new_from_variant (request);

      forget_missing (self, options);
      tide_write_pane_set_options (self, options);
    }
  if (g_variant_dict_lookup (view, "saved", "&s", &saved))
    tide_write_pane_open_saved (self, saved);
}
