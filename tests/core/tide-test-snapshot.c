/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-snapshot.h"

static char *
next_id (void)
{
  static guint n;

  return g_strdup_printf ("entry-%u", ++n);
}

static TidePayload *
new_entry (const TidePayload *owner, const char *list)
{
  g_autofree char *id = next_id ();
  const TideShape *shape = tide_shape_find (owner->shape, list)->shape;

  return tide_payload_new (shape, shape->has_id ? id : NULL);
}

static void
set_date (TideDate *date, const char *text)
{
  if (text != NULL)
    g_assert_true (tide_date_parse (text, FALSE, date));
}

/* A register in yuan whose rates are those of the set "mid". */
TideSnapshot *
tide_test_snapshot_new (void)
{
  TideSnapshot *snapshot = tide_snapshot_new ();
  TideSettings *settings
      = (TideSettings *) tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), "register");

  tide_payload_set_string (&settings->currency, "CNY");
  tide_payload_set_string (&settings->rate_set, "mid");
  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, &settings->base);

  return snapshot;
}

void
tide_test_snapshot_add_rate (TideSnapshot *snapshot,
                             const char *from,
                             const char *date,
                             const char *value)
{
  g_autofree char *id = g_strdup_printf ("mid-%s-CNY-%s", from, date);
  TideRatePayload *rate
      = (TideRatePayload *) tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE), id);

  tide_payload_set_string (&rate->set, "mid");
  tide_payload_set_string (&rate->from, from);
  tide_payload_set_string (&rate->to, "CNY");
  set_date (&rate->date, date);
  g_assert_cmpint (tide_decimal_parse (value, &rate->value), ==, TIDE_DECIMAL_OK);
  tide_snapshot_add (snapshot, TIDE_RECORD_RATE, &rate->base);
}

void
tide_test_snapshot_add_sector (TideSnapshot *snapshot,
                               const char *taxonomy,
                               const char *id,
                               const char *parent,
                               const char *en)
{
  TideSectorPayload *sector
      = (TideSectorPayload *) tide_payload_new (tide_shape_for_kind (TIDE_RECORD_SECTOR), id);

  tide_payload_set_interned (&sector->taxonomy, taxonomy);
  tide_payload_set_interned (&sector->parent, parent);
  tide_text_init (&sector->name, en, NULL);
  tide_snapshot_add (snapshot, TIDE_RECORD_SECTOR, &sector->base);
}

void
tide_test_snapshot_add_division (
    TideSnapshot *snapshot, const char *id, const char *parent, const char *en, const char *zh)
{
  TideDivisionPayload *division
      = (TideDivisionPayload *) tide_payload_new (tide_shape_for_kind (TIDE_RECORD_DIVISION), id);

  tide_payload_set_interned (&division->parent, parent);
  tide_text_init (&division->name, en, zh);
  tide_snapshot_add (snapshot, TIDE_RECORD_DIVISION, &division->base);
}

void
tide_test_snapshot_add_event (TideSnapshot *snapshot, const char *id, const char *en)
{
  TideEventPayload *event
      = (TideEventPayload *) tide_payload_new (tide_shape_for_kind (TIDE_RECORD_EVENT), id);

  tide_text_init (&event->name, en, NULL);
  tide_snapshot_add (snapshot, TIDE_RECORD_EVENT, &event->base);
}

void
tide_test_snapshot_add_party (TideSnapshot *snapshot,
                              const char *id,
                              const char *kind,
                              const char *en)
{
  TidePartyPayload *party
      = (TidePartyPayload *) tide_payload_new (tide_shape_for_kind (TIDE_RECORD_PARTY), id);

  tide_payload_set_interned (&party->kind, kind);
  tide_text_init (&party->name, en, NULL);
  tide_snapshot_add (snapshot, TIDE_RECORD_PARTY, &party->base);
}

TideProjectPayload *
tide_test_project_new (const char *id, const char *en, const char *zh)
{
  TideProjectPayload *project
      = (TideProjectPayload *) tide_payload_new (tide_shape_for_kind (TIDE_RECORD_PROJECT), id);

  tide_text_init (&project->name, en, zh);
  return project;
}

void
tide_test_project_add_stage (TideProjectPayload *project, const char *stage, const char *note)
{
  TideStageEntry *entry = (TideStageEntry *) new_entry (&project->base, "stages");

  tide_payload_set_interned (&entry->stage, stage);
  tide_payload_set_string (&entry->note, note);
  tide_payload_add_entry (&project->base, "stages", &entry->base);
}

void
tide_test_project_add_status (TideProjectPayload *project, const char *status)
{
  TideStatusEntry *entry = (TideStatusEntry *) new_entry (&project->base, "statuses");

  tide_payload_set_interned (&entry->status, status);
  tide_payload_add_entry (&project->base, "statuses", &entry->base);
}

void
tide_test_project_add_sector (TideProjectPayload *project, const char *sector)
{
  TideClassification *entry = (TideClassification *) new_entry (&project->base, "sectors");

  tide_payload_set_interned (&entry->sector, sector);
  tide_payload_add_entry (&project->base, "sectors", &entry->base);
}

void
tide_test_project_add_party (TideProjectPayload *project, const char *party)
{
  TideParticipation *entry = (TideParticipation *) new_entry (&project->base, "parties");

  tide_payload_set_interned (&entry->party, party);
  tide_payload_add_entry (&project->base, "parties", &entry->base);
}

TideAmount *
tide_test_project_add_amount (TideProjectPayload *project,
                              const char *kind,
                              const char *value,
                              const char *currency,
                              const char *date)
{
  TideAmount *entry = (TideAmount *) new_entry (&project->base, "amounts");

  tide_payload_set_interned (&entry->kind, kind);
  if (value != NULL)
    g_assert_cmpint (tide_decimal_parse (value, &entry->value), ==, TIDE_DECIMAL_OK);
  tide_payload_set_string (&entry->currency, currency);
  set_date (&entry->date, date);
  tide_payload_add_entry (&project->base, "amounts", &entry->base);

  return entry;
}
