/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-field-names.h"

#include "ui/dialogs/tide-record-form.h"
#include "ui/rows/tide-entry-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *path;
  const char *name;
} Name;

static const char *const kinds[TIDE_N_RECORD_KINDS] = {
  [TIDE_RECORD_REGISTER] = N_ ("Register"),
  [TIDE_RECORD_TAXONOMY] = N_ ("Classification"),
  [TIDE_RECORD_SECTOR] = N_ ("Sector"),
  [TIDE_RECORD_DIVISION] = N_ ("Division"),
  [TIDE_RECORD_EVENT] = N_ ("Event"),
  [TIDE_RECORD_SOURCE] = N_ ("Source"),
  [TIDE_RECORD_PARTY] = N_ ("Party"),
  [TIDE_RECORD_PROJECT] = N_ ("Project"),
  [TIDE_RECORD_INDICATOR] = N_ ("Indicator"),
  [TIDE_RECORD_PLATFORM] = N_ ("Platform"),
  [TIDE_RECORD_RESULT] = N_ ("Result"),
  [TIDE_RECORD_RATE] = N_ ("Exchange Rate"),
  [TIDE_RECORD_RATE_SET] = N_ ("Set of Exchange Rates"),
  [TIDE_RECORD_TARGET] = N_ ("Target"),
  [TIDE_RECORD_FILTER] = N_ ("Saved Filter"),
  [TIDE_RECORD_BRIEFING] = N_ ("Briefing"),
  [TIDE_RECORD_TEMPLATE] = N_ ("Template"),
  [TIDE_RECORD_PRESET] = N_ ("Preset"),
};

/* Of members that no table of a form names; those of a path, then those of its last word. */
static const Name members[] = {
  { "plans/start", N_ ("Start of Construction") },
  { "plans/completion", N_ ("Completion") },
  { "plans/production", N_ ("Start of Production") },
  { "expected/jobs", N_ ("Expected Jobs") },
  { "expected/output", N_ ("Expected Output") },
  { "expected/tax", N_ ("Expected Tax") },
  { "actual/jobs", N_ ("Actual Jobs") },
  { "actual/output", N_ ("Actual Output") },
  { "actual/tax", N_ ("Actual Tax") },
  { "declared/projects", N_ ("Declared Projects") },
  { "name", N_ ("Name") },
  { "name/en", N_ ("Name in English") },
  { "name/zh", N_ ("Name in Chinese") },
  { "title", N_ ("Title") },
  { "title/en", N_ ("Title in English") },
  { "title/zh", N_ ("Title in Chinese") },
  { "number", N_ ("Number") },
  { "code-name", N_ ("Code Name") },
  { "confidential", N_ ("Confidential") },
  { "taxonomy", N_ ("Classification") },
  { "division", N_ ("Division") },
  { "event", N_ ("Event") },
  { "later-events", N_ ("Shown Again At") },
  { "parent", N_ ("Part of Project") },
  { "distinct-from", N_ ("Not the Same As") },
  { "counted", N_ ("Counts in Totals") },
  { "in-charge", N_ ("Unit in Charge") },
  { "amounts", N_ ("Amounts") },
  { "activities", N_ ("Activities") },
  { "tags", N_ ("Tags") },
  { "notes", N_ ("Notes") },
  { "sources", N_ ("Sources") },
  { "created", N_ ("Created") },
  { "updated", N_ ("Updated") },
  { "retired", N_ ("Retired") },
  { "venue", N_ ("Venue") },
  { "date", N_ ("Date") },
  { "subject", N_ ("Subject") },
  { "scope", N_ ("Scope") },
  { "measure", N_ ("Measure") },
  { "unit", N_ ("Unit") },
  { "scale", N_ ("Scale") },
  { "kind", N_ ("Kind") },
  { "host", N_ ("Host") },
  { "platform", N_ ("Platform") },
  { "became", N_ ("Became Project") },
  { "company", N_ ("Became Company") },
  { "set", N_ ("Set of Exchange Rates") },
  { "from", N_ ("From") },
  { "to", N_ ("To") },
  { "value", N_ ("Value") },
  { "source", N_ ("Source") },
  { "indicator", N_ ("Indicator") },
  { "sector", N_ ("Sector") },
  { "amount-kind", N_ ("Kind of Amount") },
  { "period", N_ ("Period") },
  { "currency", N_ ("Currency") },
  { "written", N_ ("As Written") },
  { "text", N_ ("Text") },
  { "sectors", N_ ("Sectors") },
  { "taxonomies", N_ ("Classifications") },
  { "divisions", N_ ("Divisions") },
  { "stages", N_ ("Stages") },
  { "stage-from", N_ ("Stage From") },
  { "stage-to", N_ ("Stage Up To") },
  { "statuses", N_ ("Statuses") },
  { "date-from", N_ ("Date From") },
  { "date-to", N_ ("Date Up To") },
  { "date-match", N_ ("Match of the Date") },
  { "events", N_ ("Events") },
  { "parties", N_ ("Parties") },
  { "party-kinds", N_ ("Kinds of Parties") },
  { "currencies", N_ ("Currencies") },
  { "checks", N_ ("Needs Attention") },
  { "rate-set", N_ ("Set of Exchange Rates") },
  { "amount-from", N_ ("Amount From") },
  { "amount-to", N_ ("Amount Up To") },
  { "amount", N_ ("Amount") },
  { "counting", N_ ("Counting") },
  { "fingerprint", N_ ("Header of the Table") },
  { "header-row", N_ ("Row of the Header") },
  { "first-row", N_ ("First Row") },
  { "columns", N_ ("Columns") },
  { "constants", N_ ("Same in All Rows") },
  { "values", N_ ("Decided Names") },
  { "policy", N_ ("Rows of Known Records") },
  { "repeats", N_ ("Repeated Rows") },
  { "clears", N_ ("Empty Cells Clear") },
  { "language", N_ ("Language") },
  { "filter", N_ ("Filter") },
  { "criteria", N_ ("Criteria") },
  { "as-of", N_ ("As of") },
  { "parts", N_ ("Parts") },
  { "include-names", N_ ("Names Confidential Projects") },
  { "template", N_ ("Template") },
  { "written-at", N_ ("Written At") },
  { "projects", N_ ("Counted Projects") },
  { "wording", N_ ("Wording") },
};

static const Name entries[] = {
  { "parties", N_ ("Party") },
  { "sectors", N_ ("Sector") },
  { "stages", N_ ("Stage") },
  { "statuses", N_ ("Status") },
  { "amounts", N_ ("Amount") },
  { "activities", N_ ("Activity") },
  { "maps-to", N_ ("Class in Another Classification") },
  { "declared/amounts", N_ ("Declared Amount") },
  { "observations", N_ ("Observation") },
  { "growth", N_ ("Published Growth") },
  { "breaks", N_ ("Series Break") },
  { "counts", N_ ("Dated Count") },
  { "stage-limits", N_ ("Longest Stay in a Stage") },
  { "columns", N_ ("Column") },
  { "constants", N_ ("Same in All Rows") },
  { "values", N_ ("Decided Name") },
  { "figures", N_ ("Figure of a Briefing") },
};

/* Named here where the form's name says something about the form. */
static const Name entry_members[] = {
  { "written", N_ ("As Written") },  { "share", N_ ("Share") },
  { "part", N_ ("Part") },           { "precision", N_ ("Last Certain Digit") },
  { "next-step", N_ ("Next Step") }, { "due", N_ ("Due") },
  { "revision", N_ ("Revision") },   { "rate", N_ ("Rate") },
  { "basis", N_ ("Basis") },         { "before", N_ ("Break Before") },
  { "reason", N_ ("Reason") },       { "part-of", N_ ("Part of Count") },
  { "stage", N_ ("Stage") },         { "note", N_ ("Note") },
  { "estimated", N_ ("Estimated") }, { "days", N_ ("Days") },
  { "position", N_ ("Position") },   { "header", N_ ("Header") },
  { "field", N_ ("Field") },         { "format", N_ ("Format") },
  { "key", N_ ("Part of the Key") }, { "act", N_ ("Decision") },
  { "target", N_ ("Meant") },        { "role", N_ ("Role") },
  { "figure", N_ ("Figure") },
};

static const char *
find_name (const Name *names, gsize n, const char *path)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (names[i].path, path) == 0)
      return _ (names[i].name);

  return NULL;
}

static const char *
find_in_form (TideRecordKind kind, const char *path)
{
  const TideRecordForm *form = tide_record_form_find (kind);

  for (guint i = 0; form != NULL && form->fields[i].path != NULL; i++)
    if (strcmp (form->fields[i].path, path) == 0)
      return _ (form->fields[i].title);

  return NULL;
}

static const char *
find_in_entry_form (const char *list, const char *member)
{
  const TideEntryForm *form = tide_entry_form_find (TIDE_RECORD_NONE, list);

  for (guint i = 0; form != NULL && form->fields[i].path != NULL; i++)
    if (strcmp (form->fields[i].path, member) == 0)
      return _ (form->fields[i].title);

  return NULL;
}

/**
 * tide_field_names_get_kind:
 * @kind: a kind of record
 *
 * Returns: (transfer none): what one record of it is called, translated
 */
const char *
tide_field_names_get_kind (TideRecordKind kind)
{
  g_return_val_if_fail (kind < TIDE_N_RECORD_KINDS, NULL);

  return _ (kinds[kind]);
}

/**
 * tide_field_names_dup_member:
 * @kind: a kind of record
 * @path: a member, one inside an object (`plans/start`), or one language of a text (`name/zh`)
 *
 * Returns: (transfer full): what it is called, translated; the word of the file for a member of a
 *   later program
 */
char *
tide_field_names_dup_member (TideRecordKind kind, const char *path)
{
  const char *slash = strchr (path, '/');
  const char *name = find_in_form (kind, path);
  g_autofree char *head = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *part = NULL;

  if (name == NULL)
    name = find_name (members, G_N_ELEMENTS (members), path);
  if (name != NULL || slash == NULL)
    return g_strdup (name != NULL ? name : path);

  head = g_strndup (path, (gsize) (slash - path));
  whole = tide_field_names_dup_member (kind, head);
  part = tide_field_names_dup_member (kind, slash + 1);

  return tide_field_names_join (whole, part);
}

/**
 * tide_field_names_get_entry:
 * @list: path of an entry list
 *
 * Returns: (transfer none): what one of its entries is called, translated
 */
const char *
tide_field_names_get_entry (const char *list)
{
  const char *name = find_name (entries, G_N_ELEMENTS (entries), list);

  return name != NULL ? name : list;
}

/**
 * tide_field_names_get_entry_member:
 * @list: path of an entry list
 * @member: a member of its entries
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
tide_field_names_get_entry_member (const char *list, const char *member)
{
  const char *name = find_name (entry_members, G_N_ELEMENTS (entry_members), member);

  if (name == NULL)
    name = find_in_entry_form (list, member);
  if (name == NULL)
    name = find_name (members, G_N_ELEMENTS (members), member);

  return name != NULL ? name : member;
}

/**
 * tide_field_names_join:
 * @whole: what a field is part of
 * @part: the field
 *
 * Returns: (transfer full): both, as a place inside another: Amount › Date
 */
char *
tide_field_names_join (const char *whole, const char *part)
{
  /* Translators: a field inside another, such as the date of an amount: Amount › Date */
  return g_strdup_printf (_ ("%s › %s"), whole, part);
}
