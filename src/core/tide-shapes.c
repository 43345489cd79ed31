/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-payloads.h"

#include <string.h>

/* The one place where the members of records are named. Order is the order of the file. */

#define MEMBER(Struct, field, word, member_kind, ...)                                              \
  { .name = word,                                                                                  \
    .kind = TIDE_MEMBER_##member_kind,                                                             \
    .offset = G_STRUCT_OFFSET (Struct, field),                                                     \
    __VA_ARGS__ }

#define STRING(Struct, field, word, ...) MEMBER (Struct, field, word, STRING, __VA_ARGS__)
#define CODE(Struct, field, word, set, ...)                                                        \
  MEMBER (Struct, field, word, CODE, .codes = TIDE_CODES_##set, __VA_ARGS__)
#define REFERENCE(Struct, field, word, record, ...)                                                \
  MEMBER (Struct, field, word, REFERENCE, .target = TIDE_RECORD_##record, __VA_ARGS__)
#define REFERENCES(Struct, field, word, record, ...)                                               \
  MEMBER (Struct, field, word, REFERENCES, .target = TIDE_RECORD_##record, __VA_ARGS__)
#define OBJECT(Struct, field, word, of, ...)                                                       \
  MEMBER (Struct, field, word, OBJECT, .shape = &tide_shape_##of, __VA_ARGS__)
#define ENTRIES(Struct, field, word, of, ...)                                                      \
  MEMBER (Struct, field, word, ENTRIES, .shape = &tide_shape_##of, __VA_ARGS__)
#define SHAPE_MEMBERS(list) .members = list, .n_members = G_N_ELEMENTS (list)

/* Entries and parts ------------------------------------------------------------------------- */

static const TideMember mapping_members[] = {
  REFERENCE (
      TideMapping, sector, "sector", SECTOR, .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  CODE (TideMapping, relation, "relation", RELATION),
};

static const TideShape tide_shape_mapping = { .name = "mapping",
                                              .size = sizeof (TideMapping),
                                              .is_ordered = TRUE,
                                              .is_line = TRUE,
                                              SHAPE_MEMBERS (mapping_members) };

static const TideMember participation_members[] = {
  REFERENCE (
      TideParticipation, party, "party", PARTY, .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  CODE (TideParticipation, role, "role", PARTY_ROLE, .flags = TIDE_MEMBER_KEY),
  MEMBER (TideParticipation, share, "share", DECIMAL, .flags = TIDE_MEMBER_SHARE),
};

const TideShape tide_shape_participation = { .name = "participation",
                                             .size = sizeof (TideParticipation),
                                             .is_ordered = TRUE,
                                             .is_line = TRUE,
                                             SHAPE_MEMBERS (participation_members) };

static const TideMember classification_members[] = {
  REFERENCE (TideClassification,
             sector,
             "sector",
             SECTOR,
             .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  MEMBER (TideClassification, share, "share", DECIMAL, .flags = TIDE_MEMBER_SHARE),
};

const TideShape tide_shape_classification = { .name = "classification",
                                              .size = sizeof (TideClassification),
                                              .is_ordered = TRUE,
                                              .is_line = TRUE,
                                              SHAPE_MEMBERS (classification_members) };

static void
seal_stage (TidePayload *payload)
{
  TideStageEntry *self = (TideStageEntry *) payload;
  int index = self->stage != NULL ? tide_codes_find (TIDE_CODES_STAGE, self->stage) : -1;

  self->rank = index >= 0 ? (TideStage) index : TIDE_STAGE_UNKNOWN;
}

static const TideMember stage_members[] = {
  CODE (TideStageEntry, stage, "stage", STAGE, .flags = TIDE_MEMBER_REQUIRED),
  MEMBER (TideStageEntry, date, "date", DATE),
  STRING (TideStageEntry, note, "note"),
};

const TideShape tide_shape_stage = { .name = "stage",
                                     .size = sizeof (TideStageEntry),
                                     .has_id = TRUE,
                                     .is_line = TRUE,
                                     SHAPE_MEMBERS (stage_members),
                                     .seal = seal_stage };

static void
seal_status (TidePayload *payload)
{
  TideStatusEntry *self = (TideStatusEntry *) payload;
  int index = self->status != NULL ? tide_codes_find (TIDE_CODES_STATUS, self->status) : -1;

  self->rank = index >= 0 ? (TideStatus) index : TIDE_STATUS_UNKNOWN;
}

static const TideMember status_members[] = {
  CODE (TideStatusEntry, status, "status", STATUS, .flags = TIDE_MEMBER_REQUIRED),
  MEMBER (TideStatusEntry, date, "date", DATE),
  STRING (TideStatusEntry, reason, "reason"),
  MEMBER (TideStatusEntry, until, "until", DATE),
};

const TideShape tide_shape_status = { .name = "status",
                                      .size = sizeof (TideStatusEntry),
                                      .has_id = TRUE,
                                      .is_line = TRUE,
                                      SHAPE_MEMBERS (status_members),
                                      .seal = seal_status };

static void
seal_amount (TidePayload *payload)
{
  TideAmount *self = (TideAmount *) payload;
  int index = self->kind != NULL ? tide_codes_find (TIDE_CODES_AMOUNT_KIND, self->kind) : -1;

  self->rank = index >= 0 ? (TideAmountKind) index : TIDE_AMOUNT_KIND_UNKNOWN;
  if (!self->value.is_set || self->currency == NULL
      || !tide_money_init (&self->money, &self->value, self->currency))
    self->money = (TideMoney) { 0 };
}

static const TideMember amount_members[] = {
  CODE (TideAmount, kind, "kind", AMOUNT_KIND, .flags = TIDE_MEMBER_REQUIRED),
  CODE (TideAmount, part, "part", PART),
  MEMBER (TideAmount, value, "value", DECIMAL),
  STRING (TideAmount, currency, "currency"),
  STRING (TideAmount, written, "written"),
  MEMBER (TideAmount, date, "date", DATE),
  MEMBER (TideAmount, precision, "precision", DECIMAL),
  MEMBER (TideAmount, estimated, "estimated", BOOLEAN),
  MEMBER (TideAmount, counted, "counted", BOOLEAN, .flags = TIDE_MEMBER_TRUE),
  REFERENCE (TideAmount, event, "event", EVENT),
  REFERENCE (TideAmount, source, "source", SOURCE),
  STRING (TideAmount, note, "note"),
};

const TideShape tide_shape_amount = { .name = "amount",
                                      .size = sizeof (TideAmount),
                                      .has_id = TRUE,
                                      .is_line = TRUE,
                                      SHAPE_MEMBERS (amount_members),
                                      .seal = seal_amount };

static const TideMember activity_members[] = {
  MEMBER (TideActivity, date, "date", DATE), CODE (TideActivity, kind, "kind", ACTIVITY_KIND),
  STRING (TideActivity, text, "text"),       STRING (TideActivity, next_step, "next-step"),
  MEMBER (TideActivity, due, "due", DATE),
};

const TideShape tide_shape_activity = { .name = "activity",
                                        .size = sizeof (TideActivity),
                                        .has_id = TRUE,
                                        .is_line = TRUE,
                                        SHAPE_MEMBERS (activity_members) };

static const TideMember plans_members[] = {
  MEMBER (TidePlans, start, "start", DATE),
  MEMBER (TidePlans, completion, "completion", DATE),
  MEMBER (TidePlans, production, "production", DATE),
};

static const TideShape tide_shape_plans
    = { .name = "plans", .size = sizeof (TidePlans), SHAPE_MEMBERS (plans_members) };

static const TideMember effects_members[] = {
  MEMBER (TideEffects, jobs, "jobs", COUNT),
  MEMBER (TideEffects, output, "output", DECIMAL),
  MEMBER (TideEffects, tax, "tax", DECIMAL),
};

static const TideShape tide_shape_effects
    = { .name = "effects", .size = sizeof (TideEffects), SHAPE_MEMBERS (effects_members) };

static const TideMember declared_amount_members[] = {
  CODE (TideAmount, kind, "kind", AMOUNT_KIND, .flags = TIDE_MEMBER_REQUIRED | TIDE_MEMBER_KEY),
  CODE (TideAmount, part, "part", PART, .flags = TIDE_MEMBER_KEY),
  MEMBER (TideAmount, value, "value", DECIMAL),
  STRING (TideAmount, currency, "currency", .flags = TIDE_MEMBER_KEY),
  STRING (TideAmount, written, "written"),
  MEMBER (TideAmount, date, "date", DATE),
  MEMBER (TideAmount, precision, "precision", DECIMAL),
  MEMBER (TideAmount, estimated, "estimated", BOOLEAN),
  MEMBER (TideAmount, counted, "counted", BOOLEAN, .flags = TIDE_MEMBER_TRUE),
  REFERENCE (TideAmount, source, "source", SOURCE),
  STRING (TideAmount, note, "note"),
};

static const TideShape tide_shape_declared_amount = { .name = "declared-amount",
                                                      .size = sizeof (TideAmount),
                                                      .is_ordered = TRUE,
                                                      .is_line = TRUE,
                                                      SHAPE_MEMBERS (declared_amount_members),
                                                      .seal = seal_amount };

static const TideMember declared_members[] = {
  MEMBER (TideDeclared, projects, "projects", COUNT),
  ENTRIES (TideDeclared, amounts, "amounts", declared_amount),
};

static const TideShape tide_shape_declared
    = { .name = "declared", .size = sizeof (TideDeclared), SHAPE_MEMBERS (declared_members) };

static const TideMember subject_members[] = {
  REFERENCE (TideSubject, taxonomy, "taxonomy", TAXONOMY),
  REFERENCE (TideSubject, sector, "sector", SECTOR),
  REFERENCE (TideSubject, division, "division", DIVISION),
};

static const TideShape tide_shape_subject = {
  .name = "subject", .size = sizeof (TideSubject), .is_line = TRUE, SHAPE_MEMBERS (subject_members)
};

static const TideMember scale_members[] = {
  STRING (TideScale, currency, "currency"),
  MEMBER (TideScale, scale, "scale", DECIMAL),
  STRING (TideScale, name, "name"),
};

static const TideShape tide_shape_scale = {
  .name = "unit", .size = sizeof (TideScale), .is_line = TRUE, SHAPE_MEMBERS (scale_members)
};

static const TideMember observation_members[] = {
  MEMBER (
      TideObservation, period, "period", PERIOD, .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  MEMBER (TideObservation, value, "value", DECIMAL),
  STRING (TideObservation, written, "written"),
  STRING (TideObservation, revision, "revision", .flags = TIDE_MEMBER_KEY),
  MEMBER (TideObservation, estimated, "estimated", BOOLEAN),
  REFERENCE (TideObservation, source, "source", SOURCE),
  STRING (TideObservation, note, "note"),
};

static const TideShape tide_shape_observation = { .name = "observation",
                                                  .size = sizeof (TideObservation),
                                                  .is_line = TRUE,
                                                  SHAPE_MEMBERS (observation_members) };

static const TideMember growth_members[] = {
  MEMBER (TideGrowth, from, "from", PERIOD, .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  MEMBER (TideGrowth, to, "to", PERIOD, .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  MEMBER (TideGrowth, rate, "rate", DECIMAL, .flags = TIDE_MEMBER_SHARE),
  CODE (TideGrowth, basis, "basis", GROWTH_BASIS, .flags = TIDE_MEMBER_KEY),
  REFERENCE (TideGrowth, source, "source", SOURCE),
  STRING (TideGrowth, note, "note"),
};

static const TideShape tide_shape_growth = {
  .name = "growth", .size = sizeof (TideGrowth), .is_line = TRUE, SHAPE_MEMBERS (growth_members)
};

static const TideMember break_members[] = {
  MEMBER (TideBreak, before, "before", PERIOD, .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  STRING (TideBreak, reason, "reason"),
  REFERENCE (TideBreak, source, "source", SOURCE),
};

static const TideShape tide_shape_break = {
  .name = "break", .size = sizeof (TideBreak), .is_line = TRUE, SHAPE_MEMBERS (break_members)
};

static const TideMember platform_count_members[] = {
  CODE (TidePlatformCount,
        measure,
        "measure",
        MEASURE,
        .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  MEMBER (TidePlatformCount, date, "date", DATE, .flags = TIDE_MEMBER_KEY),
  MEMBER (TidePlatformCount, value, "value", DECIMAL),
  CODE (TidePlatformCount, part_of, "part-of", MEASURE),
  STRING (TidePlatformCount, written, "written"),
  REFERENCE (TidePlatformCount, source, "source", SOURCE),
  STRING (TidePlatformCount, note, "note"),
};

static const TideShape tide_shape_platform_count = { .name = "count",
                                                     .size = sizeof (TidePlatformCount),
                                                     .is_line = TRUE,
                                                     SHAPE_MEMBERS (platform_count_members) };

static const TideMember result_stage_members[] = {
  CODE (TideResultStage,
        stage,
        "stage",
        RESULT_STAGE,
        .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  MEMBER (TideResultStage, date, "date", DATE, .flags = TIDE_MEMBER_KEY),
  STRING (TideResultStage, note, "note"),
  REFERENCE (TideResultStage, source, "source", SOURCE),
};

static const TideShape tide_shape_result_stage = { .name = "result-stage",
                                                   .size = sizeof (TideResultStage),
                                                   .is_line = TRUE,
                                                   SHAPE_MEMBERS (result_stage_members) };

static const TideMember stage_limit_members[] = {
  CODE (TideStageLimit, stage, "stage", STAGE, .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  MEMBER (TideStageLimit, days, "days", COUNT),
};

static const TideShape tide_shape_stage_limit = { .name = "stage-limit",
                                                  .size = sizeof (TideStageLimit),
                                                  .is_ordered = TRUE,
                                                  .is_line = TRUE,
                                                  SHAPE_MEMBERS (stage_limit_members) };

/* Records ----------------------------------------------------------------------------------- */

static const TideMember settings_members[] = {
  MEMBER (TideSettings, title, "title", TEXT),
  REFERENCE (TideSettings, division, "division", DIVISION),
  STRING (TideSettings, time_zone, "time-zone"),
  STRING (TideSettings, currency, "currency", .flags = TIDE_MEMBER_LISTED),
  CODE (TideSettings, unit, "unit", UNIT, .flags = TIDE_MEMBER_LISTED),
  STRING (TideSettings, rate_set, "rate-set", .flags = TIDE_MEMBER_LISTED),
  MEMBER (TideSettings, overdue_days, "overdue-days", COUNT, .flags = TIDE_MEMBER_LISTED),
  ENTRIES (TideSettings, stage_limits, "stage-limits", stage_limit, .flags = TIDE_MEMBER_LISTED),
  STRING (TideSettings, notes, "notes"),
};

static const TideShape tide_shape_settings = { .name = "register",
                                               .size = sizeof (TideSettings),
                                               .has_id = TRUE,
                                               SHAPE_MEMBERS (settings_members) };

static const TideMember taxonomy_members[] = {
  MEMBER (TideTaxonomyPayload, name, "name", TEXT),
  MEMBER (TideTaxonomyPayload, valid_from, "valid-from", DATE),
  MEMBER (TideTaxonomyPayload, valid_to, "valid-to", DATE),
  MEMBER (TideTaxonomyPayload, retired, "retired", BOOLEAN),
  STRING (TideTaxonomyPayload, notes, "notes"),
  REFERENCES (TideTaxonomyPayload, sources, "sources", SOURCE),
};

static const TideShape tide_shape_taxonomy = { .name = "taxonomy",
                                               .size = sizeof (TideTaxonomyPayload),
                                               .has_id = TRUE,
                                               .is_ordered = TRUE,
                                               SHAPE_MEMBERS (taxonomy_members) };

static const TideMember sector_members[] = {
  REFERENCE (TideSectorPayload, taxonomy, "taxonomy", TAXONOMY, .flags = TIDE_MEMBER_IMPLICIT),
  STRING (TideSectorPayload, code, "code"),
  MEMBER (TideSectorPayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  REFERENCE (TideSectorPayload, parent, "parent", SECTOR, .flags = TIDE_MEMBER_LISTED),
  CODE (TideSectorPayload, tier, "tier", TIER),
  MEMBER (TideSectorPayload, retired, "retired", BOOLEAN, .flags = TIDE_MEMBER_LISTED),
  ENTRIES (TideSectorPayload, maps_to, "maps-to", mapping),
  STRING (TideSectorPayload, notes, "notes"),
};

static const TideShape tide_shape_sector = { .name = "sector",
                                             .size = sizeof (TideSectorPayload),
                                             .has_id = TRUE,
                                             .is_ordered = TRUE,
                                             SHAPE_MEMBERS (sector_members) };

static const TideMember division_members[] = {
  MEMBER (TideDivisionPayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  CODE (TideDivisionPayload, kind, "kind", DIVISION_KIND),
  REFERENCE (TideDivisionPayload, parent, "parent", DIVISION, .flags = TIDE_MEMBER_LISTED),
  MEMBER (TideDivisionPayload, valid_from, "valid-from", DATE),
  MEMBER (TideDivisionPayload, valid_to, "valid-to", DATE),
  MEMBER (TideDivisionPayload, retired, "retired", BOOLEAN, .flags = TIDE_MEMBER_LISTED),
  STRING (TideDivisionPayload, notes, "notes"),
};

static const TideShape tide_shape_division = { .name = "division",
                                               .size = sizeof (TideDivisionPayload),
                                               .has_id = TRUE,
                                               .is_ordered = TRUE,
                                               SHAPE_MEMBERS (division_members) };

static const TideMember event_members[] = {
  MEMBER (TideEventPayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  STRING (TideEventPayload, venue, "venue"),
  MEMBER (TideEventPayload, date, "date", DATE),
  OBJECT (TideEventPayload, declared, "declared", declared),
  REFERENCES (TideEventPayload, sectors, "sectors", SECTOR),
  STRING (TideEventPayload, notes, "notes"),
  REFERENCES (TideEventPayload, sources, "sources", SOURCE),
};

static const TideShape tide_shape_event = {
  .name = "event", .size = sizeof (TideEventPayload), .has_id = TRUE, SHAPE_MEMBERS (event_members)
};

static const TideMember source_members[] = {
  STRING (TideSourcePayload, title, "title", .flags = TIDE_MEMBER_LISTED),
  STRING (TideSourcePayload, publisher, "publisher"),
  MEMBER (TideSourcePayload, date, "date", DATE),
  STRING (TideSourcePayload, uri, "uri"),
  STRING (TideSourcePayload, notes, "notes"),
};

static const TideShape tide_shape_source = { .name = "source",
                                             .size = sizeof (TideSourcePayload),
                                             .has_id = TRUE,
                                             .is_line = TRUE,
                                             SHAPE_MEMBERS (source_members) };

static const TideMember party_members[] = {
  MEMBER (TidePartyPayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  CODE (TidePartyPayload, kind, "kind", PARTY_KIND),
  STRING (TidePartyPayload, country, "country"),
  STRING (TidePartyPayload, registration, "registration"),
  MEMBER (TidePartyPayload, retired, "retired", BOOLEAN, .flags = TIDE_MEMBER_LISTED),
  STRING (TidePartyPayload, notes, "notes"),
};

static const TideShape tide_shape_party = {
  .name = "party", .size = sizeof (TidePartyPayload), .has_id = TRUE, SHAPE_MEMBERS (party_members)
};

static void
seal_project (TidePayload *payload)
{
  TideProjectPayload *self = (TideProjectPayload *) payload;

  self->stage = TIDE_STAGE_NONE;
  self->stage_date = (TideDate) { 0 };
  if (self->stages != NULL && self->stages->len > 0)
    {
      const TideStageEntry *last = g_ptr_array_index (self->stages, self->stages->len - 1);

      self->stage = last->rank;
      self->stage_date = last->date;
    }

  self->status = TIDE_STATUS_NORMAL;
  if (self->statuses != NULL && self->statuses->len > 0)
    {
      const TideStatusEntry *last = g_ptr_array_index (self->statuses, self->statuses->len - 1);

      self->status = last->rank;
    }
}

static const TideMember project_members[] = {
  STRING (TideProjectPayload, number, "number", .flags = TIDE_MEMBER_LISTED | TIDE_MEMBER_OWN),
  MEMBER (TideProjectPayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  STRING (TideProjectPayload, code_name, "code-name", .flags = TIDE_MEMBER_LISTED),
  MEMBER (TideProjectPayload, confidential, "confidential", BOOLEAN),
  ENTRIES (TideProjectPayload, parties, "parties", participation, .flags = TIDE_MEMBER_LISTED),
  ENTRIES (TideProjectPayload, sectors, "sectors", classification, .flags = TIDE_MEMBER_LISTED),
  REFERENCE (TideProjectPayload, division, "division", DIVISION, .flags = TIDE_MEMBER_LISTED),
  REFERENCE (TideProjectPayload, event, "event", EVENT, .flags = TIDE_MEMBER_LISTED),
  REFERENCES (TideProjectPayload, later_events, "later-events", EVENT, .flags = TIDE_MEMBER_LISTED),
  REFERENCE (TideProjectPayload, parent, "parent", PROJECT, .flags = TIDE_MEMBER_LISTED),
  REFERENCES (TideProjectPayload,
              distinct_from,
              "distinct-from",
              PROJECT,
              .flags = TIDE_MEMBER_LISTED | TIDE_MEMBER_OWN),
  MEMBER (TideProjectPayload,
          counted,
          "counted",
          BOOLEAN,
          .flags = TIDE_MEMBER_TRUE | TIDE_MEMBER_LISTED),
  ENTRIES (
      TideProjectPayload, stages, "stages", stage, .flags = TIDE_MEMBER_LISTED | TIDE_MEMBER_OWN),
  ENTRIES (TideProjectPayload,
           statuses,
           "statuses",
           status,
           .flags = TIDE_MEMBER_LISTED | TIDE_MEMBER_OWN),
  ENTRIES (TideProjectPayload, amounts, "amounts", amount, .flags = TIDE_MEMBER_LISTED),
  OBJECT (TideProjectPayload, plans, "plans", plans, .flags = TIDE_MEMBER_LISTED),
  OBJECT (TideProjectPayload, expected, "expected", effects),
  OBJECT (TideProjectPayload, actual, "actual", effects),
  STRING (TideProjectPayload, in_charge, "in-charge", .flags = TIDE_MEMBER_LISTED),
  ENTRIES (TideProjectPayload,
           activities,
           "activities",
           activity,
           .flags = TIDE_MEMBER_LISTED | TIDE_MEMBER_OWN),
  MEMBER (TideProjectPayload, tags, "tags", STRINGS, .flags = TIDE_MEMBER_LISTED),
  STRING (TideProjectPayload, notes, "notes", .flags = TIDE_MEMBER_LISTED),
  REFERENCES (TideProjectPayload, sources, "sources", SOURCE),
  MEMBER (TideProjectPayload, created, "created", TIME),
  MEMBER (TideProjectPayload, updated, "updated", TIME, .flags = TIDE_MEMBER_LISTED),
};

const TideShape tide_shape_project = { .name = "project",
                                       .size = sizeof (TideProjectPayload),
                                       .has_id = TRUE,
                                       SHAPE_MEMBERS (project_members),
                                       .seal = seal_project };

static const TideMember indicator_members[] = {
  MEMBER (TideIndicatorPayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  OBJECT (TideIndicatorPayload, subject, "subject", subject),
  CODE (TideIndicatorPayload, scope, "scope", SCOPE),
  CODE (TideIndicatorPayload, measure, "measure", MEASURE),
  REFERENCE (TideIndicatorPayload, division, "division", DIVISION),
  OBJECT (TideIndicatorPayload, unit, "unit", scale),
  ENTRIES (TideIndicatorPayload, observations, "observations", observation),
  ENTRIES (TideIndicatorPayload, growth, "growth", growth),
  ENTRIES (TideIndicatorPayload, breaks, "breaks", break),
  STRING (TideIndicatorPayload, notes, "notes"),
  REFERENCES (TideIndicatorPayload, sources, "sources", SOURCE),
};

static const TideShape tide_shape_indicator = { .name = "indicator",
                                                .size = sizeof (TideIndicatorPayload),
                                                .has_id = TRUE,
                                                SHAPE_MEMBERS (indicator_members) };

static const TideMember platform_members[] = {
  MEMBER (TidePlatformPayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  CODE (TidePlatformPayload, kind, "kind", PLATFORM_KIND),
  REFERENCE (TidePlatformPayload, division, "division", DIVISION),
  REFERENCE (TidePlatformPayload, host, "host", PARTY),
  REFERENCES (TidePlatformPayload, sectors, "sectors", SECTOR),
  ENTRIES (TidePlatformPayload, counts, "counts", platform_count),
  STRING (TidePlatformPayload, notes, "notes"),
  REFERENCES (TidePlatformPayload, sources, "sources", SOURCE),
};

static const TideShape tide_shape_platform = { .name = "platform",
                                               .size = sizeof (TidePlatformPayload),
                                               .has_id = TRUE,
                                               SHAPE_MEMBERS (platform_members) };

static const TideMember result_members[] = {
  MEMBER (TideResultPayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  CODE (TideResultPayload, kind, "kind", RESULT_KIND),
  REFERENCE (TideResultPayload, platform, "platform", PLATFORM),
  REFERENCES (TideResultPayload, sectors, "sectors", SECTOR),
  ENTRIES (TideResultPayload, stages, "stages", result_stage),
  REFERENCE (TideResultPayload, became, "became", PROJECT),
  REFERENCE (TideResultPayload, company, "company", PARTY),
  STRING (TideResultPayload, notes, "notes"),
  REFERENCES (TideResultPayload, sources, "sources", SOURCE),
};

static const TideShape tide_shape_result = { .name = "result",
                                             .size = sizeof (TideResultPayload),
                                             .has_id = TRUE,
                                             SHAPE_MEMBERS (result_members) };

static const TideMember rate_set_members[] = {
  MEMBER (TideRateSetPayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  MEMBER (TideRateSetPayload, date, "date", DATE, .flags = TIDE_MEMBER_LISTED),
  STRING (TideRateSetPayload, notes, "notes"),
  REFERENCES (TideRateSetPayload, sources, "sources", SOURCE),
};

static const TideShape tide_shape_rate_set = { .name = "rate-set",
                                               .size = sizeof (TideRateSetPayload),
                                               .has_id = TRUE,
                                               SHAPE_MEMBERS (rate_set_members) };

static void
seal_rate (TidePayload *payload)
{
  g_autofree char *key = tide_payload_dup_key (payload);

  tide_payload_set_string (&payload->id, key);
}

static const TideMember rate_members[] = {
  STRING (TideRatePayload, set, "set", .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  CODE (TideRatePayload, kind, "kind", RATE_KIND, .flags = TIDE_MEMBER_LISTED),
  STRING (TideRatePayload, from, "from", .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  STRING (TideRatePayload, to, "to", .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  MEMBER (TideRatePayload, date, "date", DATE, .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  MEMBER (
      TideRatePayload, value, "value", DECIMAL, .flags = TIDE_MEMBER_SHARE | TIDE_MEMBER_LISTED),
  REFERENCE (TideRatePayload, source, "source", SOURCE, .flags = TIDE_MEMBER_LISTED),
};

static const TideShape tide_shape_rate = { .name = "rate",
                                           .size = sizeof (TideRatePayload),
                                           .is_line = TRUE,
                                           SHAPE_MEMBERS (rate_members),
                                           .seal = seal_rate };

static const TideMember target_members[] = {
  MEMBER (TideTargetPayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  REFERENCE (TideTargetPayload, indicator, "indicator", INDICATOR),
  REFERENCE (TideTargetPayload, sector, "sector", SECTOR),
  REFERENCE (TideTargetPayload, division, "division", DIVISION),
  REFERENCE (TideTargetPayload, event, "event", EVENT),
  CODE (TideTargetPayload, amount_kind, "amount-kind", AMOUNT_KIND),
  MEMBER (TideTargetPayload, period, "period", PERIOD),
  MEMBER (TideTargetPayload, value, "value", DECIMAL),
  STRING (TideTargetPayload, currency, "currency"),
  STRING (TideTargetPayload, written, "written"),
  STRING (TideTargetPayload, notes, "notes"),
  REFERENCES (TideTargetPayload, sources, "sources", SOURCE),
};

static const TideShape tide_shape_target = { .name = "target",
                                             .size = sizeof (TideTargetPayload),
                                             .has_id = TRUE,
                                             SHAPE_MEMBERS (target_members) };

static const TideMember filter_members[] = {
  MEMBER (TideFilter, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  STRING (TideFilter, text, "text"),
  MEMBER (TideFilter, sectors, "sectors", STRINGS),
  MEMBER (TideFilter, taxonomies, "taxonomies", STRINGS),
  MEMBER (TideFilter, divisions, "divisions", STRINGS),
  MEMBER (TideFilter, stages, "stages", STRINGS),
  CODE (TideFilter, stage_from, "stage-from", STAGE),
  CODE (TideFilter, stage_to, "stage-to", STAGE),
  MEMBER (TideFilter, statuses, "statuses", STRINGS),
  MEMBER (TideFilter, events, "events", STRINGS),
  MEMBER (TideFilter, later_events, "later-events", STRINGS),
  MEMBER (TideFilter, parties, "parties", STRINGS),
  MEMBER (TideFilter, party_kinds, "party-kinds", STRINGS),
  MEMBER (TideFilter, tags, "tags", STRINGS),
  STRING (TideFilter, date, "date"),
  MEMBER (TideFilter, date_from, "date-from", PERIOD),
  MEMBER (TideFilter, date_to, "date-to", PERIOD),
  STRING (TideFilter, date_match, "date-match"),
  MEMBER (TideFilter, currencies, "currencies", STRINGS),
  MEMBER (TideFilter, checks, "checks", STRINGS),
  CODE (TideFilter, amount_kind, "amount-kind", AMOUNT_KIND),
  STRING (TideFilter, currency, "currency"),
  STRING (TideFilter, rate_set, "rate-set"),
  MEMBER (TideFilter, period, "period", PERIOD),
  MEMBER (TideFilter, amount_from, "amount-from", DECIMAL),
  MEMBER (TideFilter, amount_to, "amount-to", DECIMAL),
  STRING (TideFilter, amount, "amount"),
  STRING (TideFilter, counting, "counting"),
};

const TideShape tide_shape_filter = {
  .name = "filter", .size = sizeof (TideFilter), .has_id = TRUE, SHAPE_MEMBERS (filter_members)
};

/* The same, without being a record. */
const TideShape tide_shape_criteria
    = { .name = "criteria", .size = sizeof (TideFilter), SHAPE_MEMBERS (filter_members) };

static const TideMember briefing_figure_members[] = {
  STRING (TideBriefingFigure, key, "figure", .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  STRING (TideBriefingFigure, text, "text"),
};

static const TideShape tide_shape_briefing_figure = { .name = "briefing-figure",
                                                      .size = sizeof (TideBriefingFigure),
                                                      .is_ordered = TRUE,
                                                      .is_line = TRUE,
                                                      SHAPE_MEMBERS (briefing_figure_members) };

static const TideMember briefing_members[] = {
  MEMBER (TideBriefingPayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  STRING (TideBriefingPayload, subject, "subject"),
  REFERENCE (TideBriefingPayload, event, "event", EVENT),
  MEMBER (TideBriefingPayload, from, "from", PERIOD),
  MEMBER (TideBriefingPayload, to, "to", PERIOD),
  REFERENCE (TideBriefingPayload, filter, "filter", FILTER),
  OBJECT (TideBriefingPayload, criteria, "criteria", criteria),
  STRING (TideBriefingPayload, language, "language"),
  CODE (TideBriefingPayload, unit, "unit", UNIT),
  STRING (TideBriefingPayload, currency, "currency"),
  STRING (TideBriefingPayload, rate_set, "rate-set"),
  CODE (TideBriefingPayload, amount_kind, "amount-kind", AMOUNT_KIND),
  MEMBER (TideBriefingPayload, as_of, "as-of", DATE),
  MEMBER (TideBriefingPayload, parts, "parts", STRINGS),
  MEMBER (TideBriefingPayload, includes_names, "include-names", BOOLEAN),
  STRING (TideBriefingPayload, wording, "template"),
  MEMBER (TideBriefingPayload, written, "written-at", TIME),
  MEMBER (TideBriefingPayload, projects, "projects", STRINGS),
  ENTRIES (TideBriefingPayload, figures, "figures", briefing_figure),
  STRING (TideBriefingPayload, text, "text"),
  STRING (TideBriefingPayload, notes, "notes"),
};

static const TideShape tide_shape_briefing = { .name = "briefing",
                                               .size = sizeof (TideBriefingPayload),
                                               .has_id = TRUE,
                                               SHAPE_MEMBERS (briefing_members) };

static const TideMember template_members[] = {
  MEMBER (TideTemplatePayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  STRING (TideTemplatePayload, language, "language"),
  STRING (TideTemplatePayload, wording, "wording"),
  STRING (TideTemplatePayload, notes, "notes"),
};

static const TideShape tide_shape_template = { .name = "template",
                                               .size = sizeof (TideTemplatePayload),
                                               .has_id = TRUE,
                                               SHAPE_MEMBERS (template_members) };

static const TideMember preset_column_members[] = {
  MEMBER (TidePresetColumn,
          position,
          "position",
          COUNT,
          .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  STRING (TidePresetColumn, header, "header"),
  STRING (TidePresetColumn, field, "field"),
  STRING (TidePresetColumn, format, "format"),
  CODE (TidePresetColumn, role, "role", PARTY_ROLE),
  MEMBER (TidePresetColumn, is_key, "key", BOOLEAN),
};

static const TideShape tide_shape_preset_column = { .name = "preset-column",
                                                    .size = sizeof (TidePresetColumn),
                                                    .is_ordered = TRUE,
                                                    .is_line = TRUE,
                                                    SHAPE_MEMBERS (preset_column_members) };

static const TideMember preset_constant_members[] = {
  STRING (TidePresetConstant, field, "field", .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  STRING (TidePresetConstant, text, "text"),
};

static const TideShape tide_shape_preset_constant = { .name = "preset-constant",
                                                      .size = sizeof (TidePresetConstant),
                                                      .is_ordered = TRUE,
                                                      .is_line = TRUE,
                                                      SHAPE_MEMBERS (preset_constant_members) };

static const TideMember preset_value_members[] = {
  STRING (TidePresetValue, field, "field", .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  STRING (TidePresetValue, text, "text", .flags = TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED),
  STRING (TidePresetValue, act, "act"),
  STRING (TidePresetValue, target, "target"),
};

static const TideShape tide_shape_preset_value = { .name = "preset-value",
                                                   .size = sizeof (TidePresetValue),
                                                   .is_ordered = TRUE,
                                                   .is_line = TRUE,
                                                   SHAPE_MEMBERS (preset_value_members) };

static const TideMember preset_members[] = {
  MEMBER (TidePresetPayload, name, "name", TEXT, .flags = TIDE_MEMBER_LISTED),
  STRING (TidePresetPayload, fingerprint, "fingerprint"),
  STRING (TidePresetPayload, subject, "subject"),
  MEMBER (TidePresetPayload, header_row, "header-row", COUNT),
  MEMBER (TidePresetPayload, first_row, "first-row", COUNT),
  ENTRIES (TidePresetPayload, columns, "columns", preset_column),
  ENTRIES (TidePresetPayload, constants, "constants", preset_constant),
  ENTRIES (TidePresetPayload, values, "values", preset_value),
  STRING (TidePresetPayload, policy, "policy"),
  STRING (TidePresetPayload, repeats, "repeats"),
  MEMBER (TidePresetPayload, clears, "clears", BOOLEAN),
  STRING (TidePresetPayload, taxonomy, "taxonomy"),
  STRING (TidePresetPayload, language, "language"),
  STRING (TidePresetPayload, notes, "notes"),
};

static const TideShape tide_shape_preset = { .name = "preset",
                                             .size = sizeof (TidePresetPayload),
                                             .has_id = TRUE,
                                             SHAPE_MEMBERS (preset_members) };

/* Kinds ------------------------------------------------------------------------------------- */

static const struct
{
  const TideShape *shape;
  const char *list;
} record_kinds[TIDE_N_RECORD_KINDS] = {
  [TIDE_RECORD_REGISTER] = { &tide_shape_settings, NULL },
  [TIDE_RECORD_TAXONOMY] = { &tide_shape_taxonomy, "taxonomies" },
  [TIDE_RECORD_SECTOR] = { &tide_shape_sector, "sectors" },
  [TIDE_RECORD_DIVISION] = { &tide_shape_division, "divisions" },
  [TIDE_RECORD_EVENT] = { &tide_shape_event, "events" },
  [TIDE_RECORD_SOURCE] = { &tide_shape_source, "sources" },
  [TIDE_RECORD_PARTY] = { &tide_shape_party, "parties" },
  [TIDE_RECORD_PROJECT] = { &tide_shape_project, "projects" },
  [TIDE_RECORD_INDICATOR] = { &tide_shape_indicator, "indicators" },
  [TIDE_RECORD_PLATFORM] = { &tide_shape_platform, "platforms" },
  [TIDE_RECORD_RESULT] = { &tide_shape_result, "results" },
  [TIDE_RECORD_RATE_SET] = { &tide_shape_rate_set, "rate-sets" },
  [TIDE_RECORD_RATE] = { &tide_shape_rate, "rates" },
  [TIDE_RECORD_TARGET] = { &tide_shape_target, "targets" },
  [TIDE_RECORD_FILTER] = { &tide_shape_filter, "filters" },
  [TIDE_RECORD_BRIEFING] = { &tide_shape_briefing, "briefings" },
  [TIDE_RECORD_TEMPLATE] = { &tide_shape_template, "templates" },
  [TIDE_RECORD_PRESET] = { &tide_shape_preset, "presets" },
};

/**
 * tide_shape_for_kind:
 * @kind: a kind of record
 *
 * Returns: (transfer none): what records of @kind consist of
 */
const TideShape *
tide_shape_for_kind (TideRecordKind kind)
{
  g_return_val_if_fail (kind < TIDE_N_RECORD_KINDS, NULL);

  return record_kinds[kind].shape;
}

/**
 * tide_record_kind_get_list:
 * @kind: a kind of record
 *
 * Returns: (nullable): the member of the file that holds the records of @kind; for sectors, the
 *   member of the taxonomy; %NULL for the register itself
 */
const char *
tide_record_kind_get_list (TideRecordKind kind)
{
  g_return_val_if_fail (kind < TIDE_N_RECORD_KINDS, NULL);

  return record_kinds[kind].list;
}

/**
 * tide_record_kind_from_name:
 * @name: singular name, such as `project`
 *
 * Returns: the kind, or %TIDE_RECORD_NONE
 */
TideRecordKind
tide_record_kind_from_name (const char *name)
{
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    if (strcmp (record_kinds[i].shape->name, name) == 0)
      return (TideRecordKind) i;

  return TIDE_RECORD_NONE;
}

/**
 * tide_shape_find:
 * @shape: a shape
 * @name: name of a member
 *
 * Returns: (nullable): the member
 */
const TideMember *
tide_shape_find (const TideShape *shape, const char *name)
{
  for (guint i = 0; i < shape->n_members; i++)
    if (strcmp (shape->members[i].name, name) == 0)
      return &shape->members[i];

  return NULL;
}

/**
 * tide_shape_resolve:
 * @shape: a shape
 * @path: a member, or one inside an object: `plans/start`, `declared/amounts`
 *
 * Returns: (nullable): the member that @path ends at
 */
const TideMember *
tide_shape_resolve (const TideShape *shape, const char *path)
{
  const char *slash = strchr (path, '/');
  g_autofree char *head = NULL;
  const TideMember *member;

  if (slash == NULL)
    return tide_shape_find (shape, path);

  head = g_strndup (path, slash - path);
  member = tide_shape_find (shape, head);
  if (member == NULL || member->kind != TIDE_MEMBER_OBJECT)
    return NULL;

  return tide_shape_resolve (member->shape, slash + 1);
}
