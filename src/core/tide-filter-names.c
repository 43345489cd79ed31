/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-filter-names.h"

#include <string.h>

static const struct
{
  const char *member;
  TideRecordKind kind;
} named[] = {
  { "sectors", TIDE_RECORD_SECTOR },     { "taxonomies", TIDE_RECORD_TAXONOMY },
  { "divisions", TIDE_RECORD_DIVISION }, { "events", TIDE_RECORD_EVENT },
  { "later-events", TIDE_RECORD_EVENT }, { "parties", TIDE_RECORD_PARTY },
};

static gboolean
has_in (const TideFilter *filter, const char *member, const char *id)
{
  const TideMember *found = tide_shape_find (&tide_shape_filter, member);
  const GPtrArray *values = G_STRUCT_MEMBER (const GPtrArray *, filter, found->offset);

  for (guint i = 0; i < tide_entries_get_n (values); i++)
    {
      const char *name = tide_filter_value_get_id (g_ptr_array_index (values, i));

      if (strcmp (name, TIDE_FILTER_NONE) != 0 && strcmp (name, id) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * tide_filter_names_get_kind:
 * @member: a member of filters
 *
 * Returns: the #TideRecordKind of the records that its values name; -1 where they name none
 */
int
tide_filter_names_get_kind (const char *member)
{
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    if (strcmp (named[i].member, member) == 0)
      return (int) named[i].kind;

  return -1;
}

/**
 * tide_filter_names_has:
 * @filter: a filter
 * @kind: kind of a record
 * @id: its id
 *
 * Returns: whether @filter names the record, in whatever way it asks for it
 */
gboolean
tide_filter_names_has (const TideFilter *filter, TideRecordKind kind, const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    if (named[i].kind == kind && has_in (filter, named[i].member, id))
      return TRUE;

  return FALSE;
}
