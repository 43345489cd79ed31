/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-collection.h"
#include "brief/tide-phrase.h"

/**
 * tide_collection_add_subject:
 * @self: a collection
 *
 * Adds what the briefing is about, and as of when.
 */
void
tide_collection_add_subject (TideCollection *self)
{
  const TideBriefingOptions *options = self->options;
  const TideSettings *settings = tide_snapshot_get_settings (self->snapshot);

  tide_facts_set_words (self->facts, "register.title",
                        tide_collection_get_text (self, &settings->title));
  tide_facts_take_words (self->facts, "as-of",
                         tide_phrase_dup_date (&options->as_of, self->language));
  if (options->subject == TIDE_SUBJECT_FILTER)
    tide_facts_set_words (self->facts, "filter.name",
                          tide_collection_get_text (self, &self->filter->name));
  if (options->subject == TIDE_SUBJECT_PERIOD)
    tide_facts_take_words (self->facts, "period.span",
                           tide_phrase_dup_span (&options->from, &options->to, self->language));
}

static void
add_fields (TideCollection *self, const TideEventPayload *event)
{
  const guint n = tide_entries_get_n (event->sectors);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, (char *) tide_collection_get_label (
                                self, TIDE_RECORD_SECTOR, g_ptr_array_index (event->sectors, i)));
  g_ptr_array_add (names, NULL);
  tide_facts_take_words (self->facts, "event.fields",
                         tide_phrase_dup_list ((const char *const *) names->pdata, self->language));
  tide_facts_take_count (self->facts, "event.fields.count", n,
                         tide_phrase_dup_count (n, "field", self->language),
                         tide_origin_new_entry (TIDE_RULE_DECLARED, TIDE_RECORD_EVENT,
                                                event->base.id, "sectors", NULL));
}

static gboolean
is_foreign_of (const TideAmount *amount, const TideAmount *whole)
{
  return amount->part != NULL && g_strcmp0 (amount->kind, whole->kind) == 0;
}

static char *
dup_amount (const TideCollection *self, const TideAmount *amount)
{
  g_autofree char *text = tide_phrase_dup_amount (&amount->money, self->unit, self->language);

  if (!amount->estimated)
    return g_steal_pointer (&text);

  return g_strconcat (tide_collection_choose (self, "an estimated ", "估计"), text, NULL);
}

static void
add_amount (TideCollection *self,
            TideFacts *facts,
            const char *name,
            const char *before,
            const TideEventPayload *event,
            const TideAmount *amount)
{
  tide_facts_take_number (facts, name, before, dup_amount (self, amount), NULL,
                          tide_origin_new_entry (TIDE_RULE_DECLARED, TIDE_RECORD_EVENT,
                                                 event->base.id, "declared/amounts",
                                                 &amount->base));
}

static void
add_whole (TideCollection *self,
           const TideEventPayload *event,
           const GPtrArray *amounts,
           const TideAmount *whole)
{
  g_autofree char *key = tide_payload_dup_key (&whole->base);
  g_autofree char *before = tide_collection_dup_before (self, whole->kind);
  TideFacts *item = tide_facts_add_item (self->facts, "declared", key);

  add_amount (self, item, "declared.amount", before, event, whole);
  for (guint i = 0; i < amounts->len; i++)
    {
      const TideAmount *part = g_ptr_array_index (amounts, i);

      if (is_foreign_of (part, whole) && part->money.currency[0] != '\0')
        add_amount (self, tide_facts_add_item (item, "declared-foreign", part->money.currency),
                    "declared-foreign.amount",
                    tide_collection_choose (self, "a foreign part of ", "外资"), event, part);
    }
}

static gboolean
has_whole (const GPtrArray *amounts, const TideAmount *part)
{
  for (guint i = 0; i < amounts->len; i++)
    {
      const TideAmount *amount = g_ptr_array_index (amounts, i);

      if (amount->part == NULL && amount->money.currency[0] != '\0' && is_foreign_of (part, amount))
        return TRUE;
    }

  return FALSE;
}

/* A part of which nobody has declared the whole. */
static void
add_lone_part (TideCollection *self, const TideEventPayload *event, const TideAmount *part)
{
  g_autofree char *key = tide_payload_dup_key (&part->base);
  g_autofree char *kind = tide_collection_dup_before (self, part->kind);
  g_autofree char *before
      = g_strconcat (tide_collection_choose (self, "foreign part of the ", "外资部分"), kind, NULL);

  add_amount (self, tide_facts_add_item (self->facts, "declared", key), "declared.amount", before,
              event, part);
}

static void
add_amounts (TideCollection *self, const TideEventPayload *event, const GPtrArray *amounts)
{
  for (guint i = 0; i < tide_entries_get_n (amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (amounts, i);

      if (amount->money.currency[0] == '\0')
        continue;
      if (amount->part == NULL)
        add_whole (self, event, amounts, amount);
      else if (!has_whole (amounts, amount))
        add_lone_part (self, event, amount);
    }
}

/**
 * tide_collection_add_event:
 * @self: a collection
 *
 * Adds the event and what was declared there.
 */
void
tide_collection_add_event (TideCollection *self)
{
  const char *id = self->options->subject == TIDE_SUBJECT_EVENT ? self->options->event : NULL;
  const TidePayload *record
      = id != NULL ? tide_snapshot_lookup (self->snapshot, TIDE_RECORD_EVENT, id) : NULL;
  const TideEventPayload *event = TIDE_EVENT_PAYLOAD (record);
  const TideDeclared *declared;

  if (event == NULL)
    return;

  tide_facts_set_words (self->facts, "event.name", tide_collection_get_text (self, &event->name));
  tide_facts_set_words (self->facts, "event.venue", event->venue);
  tide_facts_take_words (self->facts, "event.when",
                         tide_phrase_dup_when (&event->date, self->language));
  declared = (const TideDeclared *) event->declared;
  if ((self->options->parts & TIDE_PART_EVENT) == 0)
    return;

  add_fields (self, event);
  if (declared == NULL)
    return;

  if (declared->projects.is_set)
    tide_facts_take_count (
        self->facts, "event.projects.count", declared->projects.value,
        tide_phrase_dup_count (declared->projects.value, "project", self->language),
        tide_origin_new_entry (TIDE_RULE_DECLARED, TIDE_RECORD_EVENT, id, "declared/projects",
                               NULL));
  add_amounts (self, event, declared->amounts);
}
