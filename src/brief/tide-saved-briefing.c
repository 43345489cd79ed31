/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-saved-briefing.h"

static void
save_options (TideBriefingPayload *payload, const TideBriefingOptions *options)
{
  tide_payload_set_string (&payload->subject, tide_briefing_subject_get_code (options->subject));
  if (options->subject == TIDE_SUBJECT_EVENT)
    tide_payload_set_interned (&payload->event, options->event);
  if (options->subject == TIDE_SUBJECT_FILTER)
    {
      tide_payload_set_interned (&payload->filter, options->filter_id);
      if (options->filter_id == NULL && options->filter != NULL)
        payload->criteria = tide_filter_dup_criteria (options->filter);
    }
  if (options->subject == TIDE_SUBJECT_PERIOD)
    {
      payload->from = options->from;
      payload->to = options->to;
    }
  tide_payload_set_string (&payload->language, options->language == TIDE_LANGUAGE_ZH ? "zh" : "en");
  tide_payload_set_interned (&payload->unit, options->unit);
  tide_payload_set_string (&payload->currency, options->currency);
  tide_payload_set_string (&payload->rate_set, options->rate_set);
  tide_payload_set_interned (&payload->amount_kind, options->amount_kind);
  payload->as_of = options->as_of;
  payload->includes_names = options->includes_names;
  tide_payload_set_string (&payload->wording, options->wording);
  for (guint i = 0; i < TIDE_N_PARTS && options->parts != TIDE_ALL_PARTS; i++)
    if ((options->parts & 1u << i) != 0)
      tide_payload_add_string (&payload->base, "parts", tide_briefing_part_get_code (i));
}

/* A number that stands there twice is kept once. */
static void
save_figures (TideBriefingPayload *payload, const TideBriefing *briefing)
{
  const TideShape *shape = tide_shape_find (payload->base.shape, "figures")->shape;
  g_autoptr (GPtrArray) numbers = tide_briefing_list_numbers (briefing);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < numbers->len; i++)
    {
      const TideBriefingRun *run = g_ptr_array_index (numbers, i);
      TidePayload *figure;

      if (!g_hash_table_add (known, run->key))
        continue;

      figure = tide_payload_new (shape, NULL);
      tide_payload_set_string (&((TideBriefingFigure *) figure)->key, run->key);
      tide_payload_set_string (&((TideBriefingFigure *) figure)->text, run->text);
      tide_payload_add_entry (&payload->base, "figures", figure);
    }
}

/**
 * tide_briefing_save:
 * @self: a briefing
 * @options: what was asked for; of a filter that is not saved in the register, its criteria are
 * kept
 * @name: what it is called
 * @written: when it was written, in seconds since 1970 UTC
 *
 * Returns: (transfer full): a record of it without an id, for tide_register_new_add_step(): what
 *   was asked for, and what it said
 */
TidePayload *
tide_briefing_save (const TideBriefing *self,
                    const TideBriefingOptions *options,
                    const TideText *name,
                    gint64 written)
{
  TidePayload *payload = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_BRIEFING), NULL);
  TideBriefingPayload *briefing = (TideBriefingPayload *) payload;
  g_autofree char *text = tide_briefing_dup_text (self, NULL);

  tide_text_init_copy (&briefing->name, name);
  save_options (briefing, options);
  briefing->written = written;
  for (guint i = 0; self->projects[i] != NULL; i++)
    tide_payload_add_string (payload, "projects", self->projects[i]);
  save_figures (briefing, self);
  tide_payload_set_string (&briefing->text, text);

  return payload;
}

static guint
read_parts (const GPtrArray *words)
{
  guint parts = 0;

  for (guint i = 0; i < tide_entries_get_n (words); i++)
    {
      const int part = tide_briefing_part_from_code (g_ptr_array_index (words, i));

      if (part >= 0)
        parts |= 1u << part;
    }

  return parts != 0 ? parts : TIDE_ALL_PARTS;
}

/**
 * tide_briefing_options_new_saved:
 * @saved: a saved briefing
 *
 * Returns: (transfer full): what was asked for, to be asked again
 */
TideBriefingOptions *
tide_briefing_options_new_saved (const TideBriefingPayload *saved)
{
  TideBriefingOptions *options = tide_briefing_options_new ();
  const int subject = tide_briefing_subject_from_code (saved->subject);

  options->subject = subject >= 0 ? (TideBriefingSubject) subject : TIDE_SUBJECT_ALL;
  options->event = g_strdup (saved->event);
  options->filter_id = g_strdup (saved->filter);
  if (saved->criteria != NULL)
    options->filter = tide_filter_new_from_criteria (saved->criteria);
  options->from = saved->from;
  options->to = saved->to;
  options->language = g_strcmp0 (saved->language, "zh") == 0 ? TIDE_LANGUAGE_ZH : TIDE_LANGUAGE_EN;
  options->unit = g_strdup (saved->unit);
  options->currency = g_strdup (saved->currency);
  options->rate_set = g_strdup (saved->rate_set);
  options->amount_kind = g_strdup (saved->amount_kind);
  options->as_of = saved->as_of;
  options->parts = read_parts (saved->parts);
  options->includes_names = saved->includes_names;
  options->wording = g_strdup (saved->wording);

  return options;
}
