/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-collection.h"
#include "brief/tide-phrase.h"
#include "stats/tide-cohort.h"

static TideOrigin *
origin_new (TideCollection *self,
            const TideCohort *cohort,
            TideOriginRule rule,
            TideCohortPart part)
{
  TideOrigin *origin = tide_origin_new_filter (
      rule, tide_cohort_dup_filter (cohort, part, self->snapshot), cohort->n[part]);

  origin->whole = tide_cohort_dup_filter (cohort, TIDE_COHORT_SIGNED, self->snapshot);
  origin->n_whole = cohort->n[TIDE_COHORT_SIGNED];

  return origin;
}

static void
add_step (TideCollection *self,
          TideFacts *item,
          const char *name,
          const TideCohort *cohort,
          TideCohortPart part)
{
  guint permille;

  if (cohort->n[part] > 0 && tide_cohort_get_share (cohort, part, &permille))
    tide_facts_take_number (item, name, NULL, tide_phrase_dup_permille (permille, self->language),
                            NULL, origin_new (self, cohort, TIDE_RULE_COHORT, part));
}

static void
add_cohort (TideCollection *self, const TideEventPayload *event)
{
  const char *const events[] = { event->base.id, NULL };
  g_autoptr (TideCohort) cohort = tide_cohort_new (self->snapshot, events);
  TideFacts *item;
  guint permille;

  if (cohort->n[TIDE_COHORT_SIGNED] == 0)
    return;

  item = tide_facts_add_item (self->facts, "cohort", event->base.id);
  tide_facts_set_words (item, "cohort.name", tide_collection_get_text (self, &event->name));
  tide_facts_take_count (
      item, "cohort.signed", cohort->n[TIDE_COHORT_SIGNED],
      tide_phrase_dup_count (cohort->n[TIDE_COHORT_SIGNED], "project", self->language),
      tide_origin_new_filter (TIDE_RULE_COUNT,
                              tide_cohort_dup_filter (cohort, TIDE_COHORT_SIGNED, self->snapshot),
                              cohort->n[TIDE_COHORT_SIGNED]));
  add_step (self, item, "cohort.registered", cohort, TIDE_COHORT_REGISTERED);
  add_step (self, item, "cohort.started", cohort, TIDE_COHORT_STARTED);
  add_step (self, item, "cohort.producing", cohort, TIDE_COHORT_PRODUCING);
  if (tide_cohort_get_arrived_share (cohort, &permille))
    tide_facts_take_number (item, "cohort.arrived",
                            tide_collection_choose (self, NULL, "协议资金的"),
                            tide_phrase_dup_permille (permille, self->language),
                            tide_collection_choose (self, " of the agreed money", NULL),
                            origin_new (self, cohort, TIDE_RULE_ARRIVED, TIDE_COHORT_ARRIVED));
}

static const TideEventPayload *
find_subject (const TideCollection *self)
{
  const char *id = self->options->subject == TIDE_SUBJECT_EVENT ? self->options->event : NULL;

  return id != NULL
             ? TIDE_EVENT_PAYLOAD (tide_snapshot_lookup (self->snapshot, TIDE_RECORD_EVENT, id))
             : NULL;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const TideEventPayload *left = *(const TideEventPayload *const *) a;
  const TideEventPayload *right = *(const TideEventPayload *const *) b;
  const int order = tide_date_compare (&left->date, &right->date);

  return order != 0 ? order : g_strcmp0 (left->base.id, right->base.id);
}

/**
 * tide_collection_add_cohorts:
 * @self: a collection
 *
 * Adds what became of the projects signed at earlier events, in their order; where the briefing is
 * about no event, at all events.
 */
void
tide_collection_add_cohorts (TideCollection *self)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_EVENT);
  const TideEventPayload *subject = find_subject (self);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      TideEventPayload *event = g_ptr_array_index (records, i);

      if (subject == NULL || tide_date_is_before (&event->date, &subject->date))
        g_ptr_array_add (events, event);
    }

  g_ptr_array_sort (events, compare_events);
  for (guint i = 0; i < events->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    add_cohort (self, g_ptr_array_index (events, i));
}
