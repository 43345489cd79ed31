/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-code.h"

G_BEGIN_DECLS

typedef struct _TidePayload TidePayload;
typedef struct _TideShape TideShape;

/**
 * TideRecordKind:
 *
 * The kinds of records of a register, in the order in which the file holds them. The register
 * itself is a record too: its settings are edited in steps like everything else.
 */
typedef enum
{
  TIDE_RECORD_REGISTER,
  TIDE_RECORD_TAXONOMY,
  TIDE_RECORD_SECTOR,
  TIDE_RECORD_DIVISION,
  TIDE_RECORD_EVENT,
  TIDE_RECORD_SOURCE,
  TIDE_RECORD_PARTY,
  TIDE_RECORD_PROJECT,
  TIDE_RECORD_INDICATOR,
  TIDE_RECORD_PLATFORM,
  TIDE_RECORD_RESULT,
  TIDE_RECORD_RATE_SET,
  TIDE_RECORD_RATE,
  TIDE_RECORD_TARGET,
  TIDE_RECORD_FILTER,
  TIDE_RECORD_BRIEFING,
  TIDE_RECORD_TEMPLATE,
  TIDE_RECORD_PRESET,
  TIDE_N_RECORD_KINDS,
  TIDE_RECORD_NONE = TIDE_N_RECORD_KINDS,
} TideRecordKind;

/**
 * TideMemberKind:
 * @TIDE_MEMBER_STRING: `char *`, a #GRefString; plain text
 * @TIDE_MEMBER_CODE: `char *`, an interned #GRefString; one of a #TideCodeSet, or unknown
 * @TIDE_MEMBER_REFERENCE: `char *`, an interned #GRefString; the id of another record
 * @TIDE_MEMBER_TEXT: #TideText
 * @TIDE_MEMBER_DATE: #TideDate
 * @TIDE_MEMBER_PERIOD: #TideDate that may be a quarter
 * @TIDE_MEMBER_TIME: `gint64`, seconds since 1970 UTC; 0 for none
 * @TIDE_MEMBER_DECIMAL: #TideDecimal, text in the file
 * @TIDE_MEMBER_COUNT: #TideCount, an integer in the file
 * @TIDE_MEMBER_BOOLEAN: `gboolean`, left out of the file where it has its default
 * @TIDE_MEMBER_STRINGS: `GPtrArray *` of #GRefString, or %NULL for none
 * @TIDE_MEMBER_REFERENCES: `GPtrArray *` of interned #GRefString, or %NULL for none
 * @TIDE_MEMBER_OBJECT: `TidePayload *` of @shape, or %NULL
 * @TIDE_MEMBER_ENTRIES: `GPtrArray *` of `TidePayload *` of @shape, or %NULL for none
 */
typedef enum
{
  TIDE_MEMBER_STRING,
  TIDE_MEMBER_CODE,
  TIDE_MEMBER_REFERENCE,
  TIDE_MEMBER_TEXT,
  TIDE_MEMBER_DATE,
  TIDE_MEMBER_PERIOD,
  TIDE_MEMBER_TIME,
  TIDE_MEMBER_DECIMAL,
  TIDE_MEMBER_COUNT,
  TIDE_MEMBER_BOOLEAN,
  TIDE_MEMBER_STRINGS,
  TIDE_MEMBER_REFERENCES,
  TIDE_MEMBER_OBJECT,
  TIDE_MEMBER_ENTRIES,
} TideMemberKind;

/**
 * TideMemberFlags:
 * @TIDE_MEMBER_LISTED: lists, filters, orders or groups read it: a change re-emits the row
 * @TIDE_MEMBER_KEY: part of the natural key of an entry (or record) that has no id
 * @TIDE_MEMBER_IMPLICIT: given by the place in the file, not written as a member
 * @TIDE_MEMBER_SHARE: a percentage or rate, at most six digits behind the point
 * @TIDE_MEMBER_TRUE: a boolean whose default is true
 * @TIDE_MEMBER_REQUIRED: a record without it is refused
 * @TIDE_MEMBER_OWN: belongs to one record alone: several are not given the same at once
 */
typedef enum
{
  TIDE_MEMBER_FLAGS_NONE = 0,
  TIDE_MEMBER_LISTED = 1 << 0,
  TIDE_MEMBER_KEY = 1 << 1,
  TIDE_MEMBER_IMPLICIT = 1 << 2,
  TIDE_MEMBER_SHARE = 1 << 3,
  TIDE_MEMBER_TRUE = 1 << 4,
  TIDE_MEMBER_REQUIRED = 1 << 5,
  TIDE_MEMBER_OWN = 1 << 6,
} TideMemberFlags;

typedef struct
{
  gint64 value;
  gboolean is_set;
} TideCount;

/**
 * TideMember:
 * @name: the word of the file, which is the property's name too
 * @offset: where the value stands in the payload's struct
 * @shape: for objects and entries, the shape of them
 * @codes: for codes, which vocabulary
 * @target: for references, the kind of record referred to
 */
typedef struct
{
  const char *name;
  TideMemberKind kind;
  TideMemberFlags flags;
  guint16 offset;
  const TideShape *shape;
  TideCodeSet codes;
  TideRecordKind target;
} TideMember;

/**
 * TideShape:
 * @name: singular name, as in the file's vocabulary: `project`, `amount`
 * @size: of the payload's struct
 * @has_id: whether it carries an id of its own (else the members flagged as key identify it)
 * @is_ordered: whether entries keep the order they were given (vocabulary) instead of date then id
 * @is_line: whether the file writes it on one line
 * @members: in the order of the file, @n_members of them; the id comes first and is not listed
 * @seal: (nullable): computes the derived fields once the members are final
 *
 * What a payload consists of. Reader, writer, edits, differences, copies, properties and drafts all
 * walk this table, so a member is named once.
 */
struct _TideShape
{
  const char *name;
  gsize size;
  gboolean has_id;
  gboolean is_ordered;
  gboolean is_line;
  const TideMember *members;
  guint n_members;
  void (*seal) (TidePayload *payload);
};

const TideShape *tide_shape_for_kind (TideRecordKind kind);
const char *tide_record_kind_get_list (TideRecordKind kind);
TideRecordKind tide_record_kind_from_name (const char *name);
const TideMember *tide_shape_find (const TideShape *shape, const char *name);
const TideMember *tide_shape_resolve (const TideShape *shape, const char *path);

G_END_DECLS
