/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"

G_BEGIN_DECLS

/**
 * TideRecord:
 *
 * A record as an object that lists and bindings can watch: it holds one payload, and its read-only
 * properties are the members of the payload's shape (`id`, `name` as #TideText, `division`, …) plus
 * `payload` itself. The payload is swapped by the register alone; the properties that differ are
 * notified.
 */
#define TIDE_TYPE_RECORD (tide_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (TideRecord, tide_record, TIDE, RECORD, GObject)

struct _TideRecordClass
{
  GObjectClass parent_class;
  TideRecordKind kind;
};

#define TIDE_TYPE_PROJECT (tide_project_get_type ())
G_DECLARE_FINAL_TYPE (TideProject, tide_project, TIDE, PROJECT, TideRecord)
#define TIDE_TYPE_SECTOR (tide_sector_get_type ())
G_DECLARE_FINAL_TYPE (TideSector, tide_sector, TIDE, SECTOR, TideRecord)
#define TIDE_TYPE_TAXONOMY (tide_taxonomy_get_type ())
G_DECLARE_FINAL_TYPE (TideTaxonomy, tide_taxonomy, TIDE, TAXONOMY, TideRecord)
#define TIDE_TYPE_DIVISION (tide_division_get_type ())
G_DECLARE_FINAL_TYPE (TideDivision, tide_division, TIDE, DIVISION, TideRecord)
#define TIDE_TYPE_EVENT (tide_event_get_type ())
G_DECLARE_FINAL_TYPE (TideEvent, tide_event, TIDE, EVENT, TideRecord)
#define TIDE_TYPE_PARTY (tide_party_get_type ())
G_DECLARE_FINAL_TYPE (TideParty, tide_party, TIDE, PARTY, TideRecord)
#define TIDE_TYPE_SOURCE (tide_source_get_type ())
G_DECLARE_FINAL_TYPE (TideSource, tide_source, TIDE, SOURCE, TideRecord)

GType tide_record_kind_get_gtype (TideRecordKind kind);

const TidePayload *tide_record_get_payload (TideRecord *self);
TideRecordKind tide_record_get_kind (TideRecord *self);
const char *tide_record_get_id (TideRecord *self);

const TideProjectPayload *tide_project_get_payload (TideProject *self);

const TideText *tide_payload_get_name (const TidePayload *payload);
const char *tide_payload_get_label (const TidePayload *payload, TideLanguage language);

G_END_DECLS
