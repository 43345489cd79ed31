/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-value-text.h"

#include "core/tide-check.h"
#include "core/tide-counting.h"
#include "core/tide-filter-names.h"
#include "stats/tide-figure.h"
#include "ui/lists/tide-project-text.h"

#include <glib/gi18n-lib.h>

static const char *
get_none_label (const char *member)
{
  if (g_str_equal (member, "sectors"))
    return _ ("No Sector");
  if (g_str_equal (member, "divisions"))
    return _ ("No Division");
  if (g_str_equal (member, "events"))
    return _ ("No Event");
  if (g_str_equal (member, "party-kinds"))
    return _ ("No Party of a Known Kind");

  return _ ("No Stage");
}

static const struct
{
  const char *word;
  const char *label;
} amount_labels[] = {
  { "any", N_ ("With an Amount") },
  { "unpriced", N_ ("No Exchange Rate") },
  { "no-sum", N_ ("No Amount with a Rate") },
  { "foreign", N_ ("In Another Currency") },
  { "vague", N_ ("Not Dated to the Period") },
  { "undated-year", N_ ("Not Dated to the Year") },
  { "undated-quarter", N_ ("Not Dated to the Quarter") },
};

static char *
dup_amount_label (const char *value)
{
  if (g_str_equal (value, TIDE_FILTER_NONE))
    return g_strdup (_ ("No Amount"));
  for (gsize i = 0; i < G_N_ELEMENTS (amount_labels); i++)
    if (g_str_equal (value, amount_labels[i].word))
      return g_strdup (gettext (amount_labels[i].label));

  return g_strdup (value);
}

/* Which date of a project it is, beside those of stages. */
static const struct
{
  const char *word;
  const char *label;
} date_labels[] = {
  { "plan-start", N_ ("Planned Start") },
  { "plan-completion", N_ ("Planned Completion") },
  { "plan-production", N_ ("Planned Production") },
  { "created", N_ ("Created") },
  { "updated", N_ ("Updated") },
};

static char *
dup_date_label (const char *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (date_labels); i++)
    if (g_str_equal (value, date_labels[i].word))
      return g_strdup (gettext (date_labels[i].label));

  return g_strdup (tide_codes_get_label (TIDE_CODES_STAGE, value, tide_language_get_default ()));
}

static char *
dup_check_label (const char *value)
{
  const int check = tide_check_find (value);

  if (g_str_equal (value, TIDE_CHECKS_ANY))
    return g_strdup (_ ("Needs Attention"));

  return g_strdup (
      check >= 0 ? tide_check_get_label ((TideCheck) check, tide_language_get_default ()) : value);
}

static char *
dup_counting_label (const char *value)
{
  if (g_str_equal (value, "live"))
    return g_strdup (_ ("Counted in Totals"));
  if (g_str_equal (value, "excluded"))
    return g_strdup (_ ("Left Out of Totals"));
  if (g_str_equal (value, "cohort"))
    return g_strdup (_ ("Counted, or Terminated Since"));
  if (g_str_equal (value, "no-cohort"))
    return g_strdup (_ ("Left Out of Cohorts"));
  for (int i = 0; i < TIDE_N_EXCLUSIONS; i++)
    if (g_strcmp0 (tide_exclusion_get_code ((TideExclusion) i), value) == 0)
      /* Translators: a filter: projects left out of totals, and why */
      return g_strdup_printf (_ ("Left out: %s"), tide_exclusion_get_label ((TideExclusion) i));

  return g_strdup (value);
}

/* An id says nothing to a person. */
static const char *
get_gone_label (TideRecordKind kind)
{
  switch ((guint) kind)
    {
    case TIDE_RECORD_SECTOR:
      return _ ("Deleted Sector");
    case TIDE_RECORD_TAXONOMY:
      return _ ("Deleted Classification");
    case TIDE_RECORD_DIVISION:
      return _ ("Deleted Division");
    case TIDE_RECORD_EVENT:
      return _ ("Deleted Event");
    default:
      return _ ("Deleted Party");
    }
}

static char *
dup_name (TideRegister *reg, TideRecordKind kind, const char *value)
{
  const char *id = tide_filter_value_get_id (value);

  return tide_register_lookup_payload (reg, kind, id) != NULL
             ? tide_project_text_dup_reference (reg, kind, id)
             : g_strdup (get_gone_label (kind));
}

static char *
dup_reference_label (TideRegister *reg, TideRecordKind kind, const char *value)
{
  g_autofree char *label = dup_name (reg, kind, value);
  g_autofree char *isolated = tide_text_dup_isolated (label);

  if (value[0] == TIDE_FILTER_OPEN && value[1] == '\0')
    return g_strdup (_ ("Not Wholly Classified"));
  if (value[0] == TIDE_FILTER_ITSELF)
    /* Translators: a division or sector, without those below it */
    return g_strdup_printf (_ ("%s alone"), isolated);
  if (value[0] == TIDE_FILTER_NOT)
    /* Translators: %s is a classification */
    return g_strdup_printf (_ ("not in %s"), isolated);
  if (value[0] == TIDE_FILTER_MAPPED)
    /* Translators: %s is a classification in which projects are placed by way of another one */
    return g_strdup_printf (_ ("in %s by way of another classification"), isolated);
  if (value[0] == TIDE_FILTER_OPEN)
    /* Translators: %s is a classification; part of the project has no class in it */
    return g_strdup_printf (_ ("not wholly in %s"), isolated);

  return g_steal_pointer (&label);
}

static char *
dup_later_event_label (TideRegister *reg, const char *value)
{
  g_autofree char *label = dup_name (reg, TIDE_RECORD_EVENT, value);
  g_autofree char *isolated = tide_text_dup_isolated (label);

  /* Translators: %s is an event at which projects were shown that had been signed elsewhere */
  return g_strdup_printf (_ ("shown again at %s"), isolated);
}

/**
 * tide_filter_value_is_gone:
 * @reg: a register
 * @member: a criterion of a filter
 * @value: a value of it
 *
 * Returns: whether @value names a record that is not there, so that no project has it
 */
gboolean
tide_filter_value_is_gone (TideRegister *reg, const char *member, const char *value)
{
  const int kind = tide_filter_names_get_kind (member);
  const char *id = tide_filter_value_get_id (value);

  return kind >= 0 && *id != '\0' && !g_str_equal (id, TIDE_FILTER_NONE)
         && tide_register_lookup_payload (reg, (TideRecordKind) kind, id) == NULL;
}

/**
 * tide_filter_value_dup_label:
 * @reg: a register
 * @member: a criterion of a filter
 * @value: a value of it
 *
 * Returns: (transfer full): what @value is called; itself where it is unknown, and that it is gone
 *   where it names a record that is not there
 */
char *
tide_filter_value_dup_label (TideRegister *reg, const char *member, const char *value)
{
  const TideLanguage language = tide_language_get_default ();
  const int kind = tide_filter_names_get_kind (member);

  /* One that must hold beside the others reads as they do: each has a chip of its own. */
  if (g_str_equal (member, "tags"))
    return g_strdup (value);
  if (value[0] == TIDE_FILTER_ALSO)
    value++;
  if (g_str_equal (member, "amount"))
    return dup_amount_label (value);
  if (g_str_equal (member, "counting"))
    return dup_counting_label (value);
  if (g_str_equal (member, "checks"))
    return dup_check_label (value);
  if (g_str_equal (member, "date"))
    return dup_date_label (value);
  if (g_str_equal (value, TIDE_FILTER_NONE))
    return g_strdup (get_none_label (member));
  if (g_str_equal (member, "stages"))
    return g_strdup (tide_codes_get_label (TIDE_CODES_STAGE, value, language));
  if (g_str_equal (member, "statuses"))
    return g_strdup (tide_codes_get_label (TIDE_CODES_STATUS, value, language));
  if (g_str_equal (member, "party-kinds"))
    return g_strdup (tide_codes_get_label (TIDE_CODES_PARTY_KIND, value, language));
  if (g_str_equal (member, "later-events"))
    return dup_later_event_label (reg, value);
  if (kind >= 0)
    return dup_reference_label (reg, (TideRecordKind) kind, value);

  return g_strdup (value);
}
