/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-json-emitter.h"
#include "codec/tide-json-reader.h"
#include "codec/tide-json-scanner.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Unknown values may lie this deep: the history holds them eight levels down, and they must still
 * be within the limit of the scanner there. */
#define TIDE_JSON_MAX_EXTRA_DEPTH 48

/* The digits that shares and rates may have behind the point. */
#define TIDE_JSON_SHARE_DIGITS 6

/* A value as json-glib has it, and where it stands: index of its span. */
typedef struct
{
  JsonNode *node;
  guint span;
} TideJsonValue;

/* The unknown members of one object, in canonical text that is begun with the first of them. */
typedef struct
{
  TideJsonEmitter emitter;
  gboolean is_begun;
} TideJsonExtras;

/* Something to look into once all records are there, or a doubt that is certain already. */
typedef struct
{
  TideProblemCode code;
  guint32 offset;
  const TidePayload *record; /* unowned; the register has it once it is complete */
  const TidePayload *holder; /* unowned; the record, or its entry or object with the member */
  const TideMember *member;
  const char *id; /* unowned; what is referred to, interned */
} TideJsonCheck;

typedef struct
{
  TideProblem *problem; /* owned */
  guint32 offset;
} TideJsonFinding;

typedef struct
{
  GBytes *bytes; /* unowned */
  const char *text;
  TideJsonScanner *scanner; /* owned */
  JsonParser *parser;       /* owned */
  GArray *spans;            /* owned, of TideJsonSpan: the value being read */
  TideSnapshot *snapshot;   /* owned */
  TidePayload *settings;    /* owned until the snapshot takes it */
  GPtrArray *sectors;       /* owned (nullable): of the taxonomy being read */
  GHashTable *ids;          /* owned: ids of records, for those that are used twice */
  const TidePayload *record;
  GArray *checks;   /* owned, of TideJsonCheck */
  GArray *findings; /* owned, of TideJsonFinding */
  gboolean in_history;
  gboolean is_refused;
} TideJsonReader;

const TideJsonSpan *tide_json_reader_get_span (TideJsonReader *self, const TideJsonValue *value);
void tide_json_reader_refuse (TideJsonReader *self,
                              TideProblemCode code,
                              guint32 offset,
                              const char *argument);
void tide_json_reader_add_finding (TideJsonReader *self, TideProblem *problem, guint32 offset);
gboolean
tide_json_reader_expect (TideJsonReader *self, const TideJsonValue *value, TideJsonTokenType type);
const char *tide_json_reader_get_string (TideJsonReader *self, const TideJsonValue *value);
gboolean
tide_json_reader_get_int64 (TideJsonReader *self, const TideJsonValue *value, gint64 *number);

void tide_json_extras_add (TideJsonReader *reader,
                           TideJsonExtras *self,
                           const char *name,
                           const TideJsonValue *value);
char *tide_json_extras_end (TideJsonExtras *self);

TidePayload *tide_json_reader_read_object (TideJsonReader *self,
                                           const TideShape *shape,
                                           const TideJsonValue *value);
TidePayload *tide_json_reader_read_record (TideJsonReader *self,
                                           TideRecordKind kind,
                                           const TideJsonValue *value);
void tide_json_reader_read_member (TideJsonReader *self,
                                   TidePayload *payload,
                                   const char *name,
                                   const TideJsonValue *value,
                                   TideJsonExtras *extras);
void tide_json_reader_read_field (TideJsonReader *self,
                                  TidePayload *holder,
                                  const TideMember *member,
                                  const TideJsonValue *value,
                                  gpointer field,
                                  TideJsonExtras *extras);
char *tide_json_reader_read_id (TideJsonReader *self, const TideJsonValue *value);

TideStep *tide_json_reader_read_step (TideJsonReader *self, const TideJsonValue *value);

void tide_json_reader_check (TideJsonReader *self);

G_END_DECLS
