/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-record-private.h"

/* The classes of records: each is the base with the members of its shape as properties. */

#define DEFINE_RECORD(Name, name, KIND)                                                            \
  struct _##Name                                                                                   \
  {                                                                                                \
    TideRecord parent_instance;                                                                    \
  };                                                                                               \
                                                                                                   \
  G_DEFINE_FINAL_TYPE (Name, name, TIDE_TYPE_RECORD)                                               \
                                                                                                   \
  static void name##_class_init (Name##Class *klass)                                               \
  {                                                                                                \
    tide_record_class_install_members (TIDE_RECORD_CLASS (klass), TIDE_RECORD_##KIND);             \
  }                                                                                                \
                                                                                                   \
  static void name##_init (Name *self)                                                             \
  {                                                                                                \
  }

DEFINE_RECORD (TideProject, tide_project, PROJECT)
DEFINE_RECORD (TideSector, tide_sector, SECTOR)
DEFINE_RECORD (TideTaxonomy, tide_taxonomy, TAXONOMY)
DEFINE_RECORD (TideDivision, tide_division, DIVISION)
DEFINE_RECORD (TideEvent, tide_event, EVENT)
DEFINE_RECORD (TideParty, tide_party, PARTY)
DEFINE_RECORD (TideSource, tide_source, SOURCE)

/* Records of a kind that has no class of its own: id and payload only. */
#define TIDE_TYPE_PLAIN_RECORD (tide_plain_record_get_type ())
G_DECLARE_FINAL_TYPE (TidePlainRecord, tide_plain_record, TIDE, PLAIN_RECORD, TideRecord)

struct _TidePlainRecord
{
  TideRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TidePlainRecord, tide_plain_record, TIDE_TYPE_RECORD)

static void
tide_plain_record_class_init (TidePlainRecordClass *klass)
{
}

static void
tide_plain_record_init (TidePlainRecord *self)
{
}

/**
 * tide_record_kind_get_gtype:
 * @kind: a kind of record
 *
 * Returns: the class of its records; kinds without a class of their own share one that has `id` and
 *   `payload` alone
 */
GType
tide_record_kind_get_gtype (TideRecordKind kind)
{
  switch ((guint) kind)
    {
    case TIDE_RECORD_TAXONOMY:
      return TIDE_TYPE_TAXONOMY;
    case TIDE_RECORD_SECTOR:
      return TIDE_TYPE_SECTOR;
    case TIDE_RECORD_DIVISION:
      return TIDE_TYPE_DIVISION;
    case TIDE_RECORD_EVENT:
      return TIDE_TYPE_EVENT;
    case TIDE_RECORD_SOURCE:
      return TIDE_TYPE_SOURCE;
    case TIDE_RECORD_PARTY:
      return TIDE_TYPE_PARTY;
    case TIDE_RECORD_PROJECT:
      return TIDE_TYPE_PROJECT;
    default:
      return TIDE_TYPE_PLAIN_RECORD;
    }
}

/**
 * tide_project_get_payload:
 * @self: a project
 *
 * Returns: (transfer none): its present payload, sealed
 */
const TideProjectPayload *
tide_project_get_payload (TideProject *self)
{
  return TIDE_PROJECT_PAYLOAD (tide_record_get_payload (TIDE_RECORD (self)));
}
