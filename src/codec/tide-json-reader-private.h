/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-json-emitter.h"
#include "codec/tide-json-reader.h"
#include "codec/tide-json-scanner.h"
#include "core/tide-pack.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Unknown values may lie this deep: the history holds them eight levels down, and they must still
 * be within the limit of the scanner there. */
#define TIDE_JSON_MAX_EXTRA_DEPTH 48

/* The digits that shares and rates may have behind the point. */
#define TIDE_JSON_SHARE_DIGITS 6

/* Room for the texts of most records. */
#define TIDE_JSON_SCRATCH_SIZE 8192

/* A value: the index of its span, 0 for the outermost one, and what json-glib has made of it. */
typedef struct
{
  JsonNode *node; /* NULL where json-glib was not asked */
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

#define TIDE_JSON_N_FOUND 256

/* A record of a kind that is complete, which has been looked up by an interned id. */
typedef struct
{
  const char *id; /* unowned, nullable */
  TideRecordKind kind;
  const TidePayload *record; /* unowned */
} TideJsonFound;

typedef struct
{
  GBytes *bytes; /* unowned */
  const char *text;
  TideJsonScanner *scanner; /* owned */
  JsonParser *parser;       /* owned */
  GArray *spans;            /* owned, of TideJsonSpan: the value being read */
  GStringChunk *strings;    /* owned: texts of the value being read, what scratch has no room for */
  char scratch[TIDE_JSON_SCRATCH_SIZE];
  guint n_scratch;
  GString *decoded;       /* owned */
  TidePack *pack;         /* owned: what projects are put in, of which there may be many */
  gboolean is_packing;    /* whether what is being read goes there */
  TideSnapshot *snapshot; /* owned */
  TidePayload *settings;  /* owned until the snapshot takes it */
  GPtrArray *sectors;     /* owned (nullable): of the taxonomy being read */
  GHashTable *ids;        /* owned, of ids in the pack: of records, for those used twice */
  const TidePayload *record;
  TideJsonFound found[TIDE_JSON_N_FOUND];
  gboolean is_complete[TIDE_N_RECORD_KINDS]; /* whether all records of a kind are there */
  GArray *checks;                            /* owned, of TideJsonCheck */
  GArray *findings;                          /* owned, of TideJsonFinding */
  gboolean in_history;
  gboolean is_alone; /* whether it is no register, but one record that may have no id */
  gboolean is_refused;
} TideJsonReader;

/* Walks through what lies in an object or array. */
typedef struct
{
  TideJsonReader *reader;
  guint next;
  guint end;
  gboolean has_nodes;
  JsonObjectIter members;
  JsonArray *array;
  guint index;
} TideJsonChildren;

/* Where a value stands. */
static inline const TideJsonSpan *
tide_json_reader_get_span (TideJsonReader *self, const TideJsonValue *value)
{
  return &g_array_index (self->spans, TideJsonSpan, value->span);
}

const char *tide_json_reader_get_text (TideJsonReader *self, const TideJsonValue *value);
const char *tide_json_reader_get_name (TideJsonReader *self,
                                       const TideJsonValue *value,
                                       const TideShape *shape,
                                       const TideMember **member);
guint tide_json_reader_count_children (TideJsonReader *self, const TideJsonValue *value);
void tide_json_children_init (TideJsonChildren *self,
                              TideJsonReader *reader,
                              const TideJsonValue *value);
gboolean tide_json_children_next (TideJsonChildren *self, const char **name, TideJsonValue *child);

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
const char *tide_json_reader_read_id (TideJsonReader *self, const TideJsonValue *value);

TideStep *tide_json_reader_read_step (TideJsonReader *self, const TideJsonValue *value);

gboolean tide_json_reader_has_doubt (TideJsonReader *self, const TideJsonCheck *check);
void tide_json_reader_check (TideJsonReader *self);

G_END_DECLS
