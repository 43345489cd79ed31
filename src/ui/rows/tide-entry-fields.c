/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-entry-fields.h"

#include <glib/gi18n-lib.h>

static const TideEntryForm forms[] = {
  { TIDE_RECORD_PROJECT,
    "parties",
    "party",
    N_ ("New Party"),
    N_ ("Remove Party"),
    { { "party", N_ ("Party"), TRUE },
      { "role", N_ ("Role"), TRUE },
      { "share", N_ ("Share, %"), TRUE } } },
  { TIDE_RECORD_PROJECT,
    "sectors",
    "sector",
    N_ ("New Sector"),
    N_ ("Remove Sector"),
    { { "sector", N_ ("Sector"), TRUE }, { "share", N_ ("Share, %"), TRUE } } },
  { TIDE_RECORD_PROJECT,
    "stages",
    "stage",
    N_ ("New Stage"),
    N_ ("Remove Stage"),
    { { "stage", N_ ("Stage"), TRUE },
      { "date", N_ ("Date"), TRUE },
      { "note", N_ ("Note"), FALSE } } },
  { TIDE_RECORD_PROJECT,
    "statuses",
    "status",
    N_ ("New Status"),
    N_ ("Remove Status"),
    { { "status", N_ ("Status"), TRUE },
      { "date", N_ ("Since"), TRUE },
      { "reason", N_ ("Reason"), TRUE },
      { "until", N_ ("Until"), FALSE } } },
  { TIDE_RECORD_PROJECT,
    "amounts",
    "amount",
    N_ ("New Amount"),
    N_ ("Remove Amount"),
    { { "written", N_ ("Amount"), TRUE },
      { "kind", N_ ("Kind"), TRUE },
      { "date", N_ ("Date"), TRUE },
      { "estimated", N_ ("Estimated"), FALSE },
      { "counted", N_ ("Counts in Totals"), FALSE },
      { "currency", N_ ("Currency"), FALSE },
      { "event", N_ ("Signed at Another Event"), FALSE },
      { "source", N_ ("Source"), FALSE },
      { "note", N_ ("Note"), FALSE } } },
  { TIDE_RECORD_PROJECT,
    "activities",
    "activity",
    N_ ("New Activity"),
    N_ ("Remove Activity"),
    { { "text", N_ ("What Was Done"), TRUE },
      { "date", N_ ("Date"), TRUE },
      { "kind", N_ ("Kind"), TRUE },
      { "next-step", N_ ("Next Step"), TRUE },
      { "due", N_ ("Due"), TRUE } } },
  { TIDE_RECORD_EVENT,
    "declared/amounts",
    "amount",
    N_ ("New Declared Amount"),
    N_ ("Remove Declared Amount"),
    { { "written", N_ ("Amount"), TRUE },
      { "kind", N_ ("Kind"), TRUE },
      { "part", N_ ("Part Meant"), TRUE },
      { "date", N_ ("Date"), FALSE },
      { "estimated", N_ ("Estimated"), FALSE },
      { "currency", N_ ("Currency"), FALSE },
      { "source", N_ ("Source"), FALSE },
      { "note", N_ ("Note"), FALSE } } },
  { TIDE_RECORD_SECTOR,
    "maps-to",
    NULL,
    N_ ("New Class"),
    N_ ("Remove Class"),
    { { "sector", N_ ("Class"), TRUE }, { "relation", N_ ("Relation"), TRUE } } },
  { TIDE_RECORD_INDICATOR,
    "observations",
    "observation",
    N_ ("New Observation"),
    N_ ("Remove Observation"),
    { { "period", N_ ("Year or Period"), TRUE },
      { "value", N_ ("Value"), TRUE },
      { "revision", N_ ("Revision"), FALSE },
      { "estimated", N_ ("Estimated"), FALSE },
      { "written", N_ ("As Written"), FALSE },
      { "source", N_ ("Source"), FALSE },
      { "note", N_ ("Note"), FALSE } } },
  { TIDE_RECORD_PLATFORM,
    "counts",
    "count",
    N_ ("New Count"),
    N_ ("Remove Count"),
    { { "measure", N_ ("Measure"), TRUE },
      { "measure", N_ ("Own Measure"),
        .own_word = N_ ("A word of your own, where none of the list "
                        "fits") },
      { "value", N_ ("Value"), TRUE },
      { "date", N_ ("Date"), TRUE },
      { "part-of", N_ ("Part of Count"), FALSE },
      { "written", N_ ("As Written"), FALSE },
      { "source", N_ ("Source"), FALSE },
      { "note", N_ ("Note"), FALSE } } },
  { TIDE_RECORD_RESULT,
    "stages",
    "stage",
    N_ ("New Stage"),
    N_ ("Remove Stage"),
    { { "stage", N_ ("Stage"), TRUE },
      { "date", N_ ("Date"), TRUE },
      { "note", N_ ("Note"), FALSE },
      { "source", N_ ("Source"), FALSE } } },
  { TIDE_RECORD_REGISTER,
    "stage-limits",
    NULL,
    N_ ("New Limit"),
    N_ ("Remove Limit"),
    { { "stage", N_ ("Stage"), TRUE }, { "days", N_ ("Most Days in the Stage"), TRUE } } },
};

/**
 * tide_entry_form_find:
 * @kind: kind of the records that have the list; %TIDE_RECORD_NONE for the first that do
 * @list: an entry list that a form can edit
 *
 * Returns: (transfer none) (nullable): how its entries are edited
 */
const TideEntryForm *
tide_entry_form_find (TideRecordKind kind, const char *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if ((kind == TIDE_RECORD_NONE || forms[i].kind == kind) && g_str_equal (forms[i].list, list))
      return &forms[i];
  return NULL;
}

/**
 * tide_entry_form_get_member:
 *
 * Returns: (transfer none): what the model says of the field at @path
 */
const TideMember *
tide_entry_form_get_member (const TideEntryForm *self, const char *path)
{
  const TideMember *entries = tide_shape_resolve (tide_shape_for_kind (self->kind), self->list);

  return tide_shape_find (entries->shape, path);
}

/**
 * tide_entry_form_dup_step:
 * @self: how the entries of a list of projects are edited
 * @act: `add`, `edit` or `remove`
 *
 * Returns: (transfer full): name of the step that does only that
 */
char *
tide_entry_form_dup_step (const TideEntryForm *self, const char *act)
{
  g_return_val_if_fail (self->word != NULL, NULL);

  return g_strdup_printf ("%s-%s-%s", act, tide_shape_for_kind (self->kind)->name, self->word);
}
