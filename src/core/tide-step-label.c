/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-step.h"

#include "core/tide-code.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* Names with one argument, the name of the record, and what they say where it has none. */
static const struct
{
  const char *name;
  const char *sentence;
  const char *short_sentence;
} labels[] = {
  /* Translators: %s is the name of a project */
  { "add-project", N_ ("Add Project “%s”"), N_ ("Add Project") },
  /* Translators: %s is the name of a project */
  { "edit-project", N_ ("Edit Project “%s”"), N_ ("Edit Project") },
  /* Translators: %s is the name of a project */
  { "delete-project", N_ ("Delete Project “%s”"), N_ ("Delete Project") },
  /* Translators: %s is the name of a project */
  { "duplicate-project", N_ ("Duplicate Project “%s”"), N_ ("Duplicate Project") },
  /* Translators: %s is the name of a project */
  { "add-project-party", N_ ("Add Party to “%s”"), N_ ("Add Party") },
  /* Translators: %s is the name of a project */
  { "edit-project-party", N_ ("Edit Party of “%s”"), N_ ("Edit Party") },
  /* Translators: %s is the name of a project */
  { "remove-project-party", N_ ("Remove Party from “%s”"), N_ ("Remove Party") },
  /* Translators: %s is the name of a project */
  { "add-project-sector", N_ ("Add Sector to “%s”"), N_ ("Add Sector") },
  /* Translators: %s is the name of a project */
  { "edit-project-sector", N_ ("Edit Sector of “%s”"), N_ ("Edit Sector") },
  /* Translators: %s is the name of a project */
  { "remove-project-sector", N_ ("Remove Sector from “%s”"), N_ ("Remove Sector") },
  /* Translators: %s is the name of a project */
  { "add-project-stage", N_ ("Add Stage to “%s”"), N_ ("Add Stage") },
  /* Translators: %s is the name of a project */
  { "edit-project-stage", N_ ("Edit Stage of “%s”"), N_ ("Edit Stage") },
  /* Translators: %s is the name of a project */
  { "remove-project-stage", N_ ("Remove Stage from “%s”"), N_ ("Remove Stage") },
  /* Translators: %s is the name of a project */
  { "add-project-status", N_ ("Add Status to “%s”"), N_ ("Add Status") },
  /* Translators: %s is the name of a project */
  { "edit-project-status", N_ ("Edit Status of “%s”"), N_ ("Edit Status") },
  /* Translators: %s is the name of a project */
  { "remove-project-status", N_ ("Remove Status from “%s”"), N_ ("Remove Status") },
  /* Translators: %s is the name of a project */
  { "add-project-amount", N_ ("Add Amount to “%s”"), N_ ("Add Amount") },
  /* Translators: %s is the name of a project */
  { "edit-project-amount", N_ ("Edit Amount of “%s”"), N_ ("Edit Amount") },
  /* Translators: %s is the name of a project */
  { "remove-project-amount", N_ ("Remove Amount from “%s”"), N_ ("Remove Amount") },
  /* Translators: %s is the name of a project */
  { "add-project-activity", N_ ("Add Activity to “%s”"), N_ ("Add Activity") },
  /* Translators: %s is the name of a project */
  { "edit-project-activity", N_ ("Edit Activity of “%s”"), N_ ("Edit Activity") },
  /* Translators: %s is the name of a project */
  { "remove-project-activity", N_ ("Remove Activity from “%s”"), N_ ("Remove Activity") },
  /* Translators: %s is the name of a project whose next step was done */
  { "finish-next-step", N_ ("Finish Next Step of “%s”"), N_ ("Finish Next Step") },
  /* Translators: %s is the title of a register */
  { "edit-register", N_ ("Edit Register “%s”"), N_ ("Edit Register") },
  /* Translators: %s is the name of a classification */
  { "duplicate-taxonomy", N_ ("Copy Classification “%s”"), N_ ("Copy Classification") },
  /* Translators: %s is the name of a sector */
  { "add-sector", N_ ("Add Sector “%s”"), N_ ("Add Sector") },
  /* Translators: %s is the name of a sector */
  { "edit-sector", N_ ("Edit Sector “%s”"), N_ ("Edit Sector") },
  /* Translators: %s is the name of a sector */
  { "delete-sector", N_ ("Delete Sector “%s”"), N_ ("Delete Sector") },
  /* Translators: %s is the name of a division */
  { "add-division", N_ ("Add Division “%s”"), N_ ("Add Division") },
  /* Translators: %s is the name of a division */
  { "edit-division", N_ ("Edit Division “%s”"), N_ ("Edit Division") },
  /* Translators: %s is the name of a division */
  { "delete-division", N_ ("Delete Division “%s”"), N_ ("Delete Division") },
  /* Translators: %s is the name of an event */
  { "add-event", N_ ("Add Event “%s”"), N_ ("Add Event") },
  /* Translators: %s is the name of an event */
  { "edit-event", N_ ("Edit Event “%s”"), N_ ("Edit Event") },
  /* Translators: %s is the name of an event */
  { "delete-event", N_ ("Delete Event “%s”"), N_ ("Delete Event") },
  /* Translators: %s is the name of an event */
  { "add-event-amount", N_ ("Add Declared Amount to “%s”"), N_ ("Add Declared Amount") },
  /* Translators: %s is the name of a party */
  { "add-party", N_ ("Add Party “%s”"), N_ ("Add Party") },
  /* Translators: %s is the name of a party */
  { "edit-party", N_ ("Edit Party “%s”"), N_ ("Edit Party") },
  /* Translators: %s is the name of a party */
  { "delete-party", N_ ("Delete Party “%s”"), N_ ("Delete Party") },
  /* Translators: %s is the name of a source */
  { "add-source", N_ ("Add Source “%s”"), N_ ("Add Source") },
  /* Translators: %s is the name of a source */
  { "edit-source", N_ ("Edit Source “%s”"), N_ ("Edit Source") },
  /* Translators: %s is the name of a source */
  { "delete-source", N_ ("Delete Source “%s”"), N_ ("Delete Source") },
  /* Translators: %s is the name of an indicator */
  { "add-indicator", N_ ("Add Indicator “%s”"), N_ ("Add Indicator") },
  /* Translators: %s is the name of an indicator */
  { "edit-indicator", N_ ("Edit Indicator “%s”"), N_ ("Edit Indicator") },
  /* Translators: %s is the name of an indicator */
  { "delete-indicator", N_ ("Delete Indicator “%s”"), N_ ("Delete Indicator") },
  /* Translators: %s is the name of an indicator */
  { "add-indicator-observation", N_ ("Add Observation to “%s”"), N_ ("Add Observation") },
  /* Translators: %s is the name of an indicator */
  { "add-observation", N_ ("Add Row to “%s”"), N_ ("Add Row") },
  /* Translators: %s is the name of an indicator */
  { "edit-observation", N_ ("Edit Row of “%s”"), N_ ("Edit Row") },
  /* Translators: %s is the name of an indicator */
  { "remove-observation", N_ ("Remove Row from “%s”"), N_ ("Remove Row") },
  /* Translators: %s is the name of an indicator */
  { "paste-observations", N_ ("Paste Rows into “%s”"), N_ ("Paste Rows") },
  /* Translators: %s is two currencies and a date, such as USD → CNY · 2023-10-31 */
  { "add-rate", N_ ("Add Exchange Rate “%s”"), N_ ("Add Exchange Rate") },
  /* Translators: %s is two currencies and a date, such as USD → CNY · 2023-10-31 */
  { "edit-rate", N_ ("Edit Exchange Rate “%s”"), N_ ("Edit Exchange Rate") },
  /* Translators: %s is two currencies and a date, such as USD → CNY · 2023-10-31 */
  { "delete-rate", N_ ("Delete Exchange Rate “%s”"), N_ ("Delete Exchange Rate") },
  /* Translators: %s is the name of a set of exchange rates */
  { "add-rate-set", N_ ("Add Rates “%s”"), N_ ("Add Set of Exchange Rates") },
  /* Translators: %s is the name of a set of exchange rates */
  { "edit-rate-set", N_ ("Edit Rates “%s”"), N_ ("Edit Set of Exchange Rates") },
  /* Translators: %s is the name of a set of exchange rates */
  { "duplicate-rate-set", N_ ("Copy Rates “%s”"), N_ ("Copy Set of Exchange Rates") },
  /* Translators: %s is the name of a set of exchange rates */
  { "delete-rate-set", N_ ("Delete Rates “%s”"), N_ ("Delete Set of Exchange Rates") },
  /* Translators: %s is the name of a set of exchange rates */
  { "use-rate-set", N_ ("Use Rates “%s”"), N_ ("Use Other Exchange Rates") },
  /* Translators: %s is the name of a target */
  { "add-target", N_ ("Add Target “%s”"), N_ ("Add Target") },
  /* Translators: %s is the name of a target */
  { "edit-target", N_ ("Edit Target “%s”"), N_ ("Edit Target") },
  /* Translators: %s is the name of a target */
  { "delete-target", N_ ("Delete Target “%s”"), N_ ("Delete Target") },
  /* Translators: %s is the name of a platform */
  { "add-platform", N_ ("Add Platform “%s”"), N_ ("Add Platform") },
  /* Translators: %s is the name of a platform */
  { "edit-platform", N_ ("Edit Platform “%s”"), N_ ("Edit Platform") },
  /* Translators: %s is the name of a platform */
  { "delete-platform", N_ ("Delete Platform “%s”"), N_ ("Delete Platform") },
  /* Translators: %s is the name of a result */
  { "add-result", N_ ("Add Result “%s”"), N_ ("Add Result") },
  /* Translators: %s is the name of a result */
  { "edit-result", N_ ("Edit Result “%s”"), N_ ("Edit Result") },
  /* Translators: %s is the name of a result */
  { "delete-result", N_ ("Delete Result “%s”"), N_ ("Delete Result") },
  /* Translators: %s is the name of a platform */
  { "add-platform-count", N_ ("Add Count to “%s”"), N_ ("Add Count") },
  /* Translators: %s is the name of a platform */
  { "edit-platform-count", N_ ("Edit Count of “%s”"), N_ ("Edit Count") },
  /* Translators: %s is the name of a platform */
  { "remove-platform-count", N_ ("Remove Count from “%s”"), N_ ("Remove Count") },
  /* Translators: %s is the name of a result */
  { "add-result-stage", N_ ("Add Stage to “%s”"), N_ ("Add Stage") },
  /* Translators: %s is the name of a result */
  { "edit-result-stage", N_ ("Edit Stage of “%s”"), N_ ("Edit Stage") },
  /* Translators: %s is the name of a result */
  { "remove-result-stage", N_ ("Remove Stage from “%s”"), N_ ("Remove Stage") },
  /* Translators: %s is the name of a result, which comes to another stage */
  { "move-result", N_ ("Move Result “%s”"), N_ ("Move Result") },
  /* Translators: %s is the name of a saved filter */
  { "add-filter", N_ ("Save Filter “%s”"), N_ ("Save Filter") },
  /* Translators: %s is the name of a saved filter */
  { "edit-filter", N_ ("Edit Filter “%s”"), N_ ("Edit Filter") },
  /* Translators: %s is the name of a saved filter */
  { "delete-filter", N_ ("Delete Filter “%s”"), N_ ("Delete Filter") },
  /* Translators: %s is the name of a briefing that was kept */
  { "add-briefing", N_ ("Save Briefing “%s”"), N_ ("Save Briefing") },
  /* Translators: %s is the name of a briefing that was kept */
  { "edit-briefing", N_ ("Edit Briefing “%s”"), N_ ("Edit Briefing") },
  /* Translators: %s is the name of a briefing that was kept */
  { "delete-briefing", N_ ("Delete Briefing “%s”"), N_ ("Delete Briefing") },
  /* Translators: %s is the name of the template of briefings */
  { "add-template", N_ ("Save Template “%s”"), N_ ("Save Template") },
  /* Translators: %s is the name of the template of briefings */
  { "edit-template", N_ ("Edit Template “%s”"), N_ ("Edit Template") },
  /* Translators: %s is the name of the template of briefings */
  { "delete-template", N_ ("Delete Template “%s”"), N_ ("Delete Template") },
  /* Translators: %s is the name of a preset: how the columns of a table are read */
  { "add-preset", N_ ("Save Preset “%s”"), N_ ("Save Preset") },
  /* Translators: %s is the name of a preset: how the columns of a table are read */
  { "edit-preset", N_ ("Edit Preset “%s”"), N_ ("Edit Preset") },
  /* Translators: %s is the name of a preset: how the columns of a table are read */
  { "delete-preset", N_ ("Delete Preset “%s”"), N_ ("Delete Preset") },
  /* Translators: %s is a day and time, such as 2023-11-15 06:13 */
  { "restore-version", N_ ("Restore Version of %s"), N_ ("Restore Version") },
  /* Translators: %s is the name of a record */
  { "restore-value", N_ ("Restore Value of “%s”"), N_ ("Restore Value") },
  /* Translators: %s is what is repaired */
  { "repair", N_ ("Repair “%s”"), N_ ("Repair") },
};

/* Where the record's kind has no sentence of its own. */
static const struct
{
  const char *prefix;
  const char *sentence;
  const char *short_sentence;
} acts[] = {
  /* Translators: %s is the name of a record */
  { "add-", N_ ("Add “%s”"), N_ ("Add") },
  /* Translators: %s is the name of a record */
  { "edit-", N_ ("Edit “%s”"), N_ ("Edit") },
  /* Translators: %s is the name of a record */
  { "delete-", N_ ("Delete “%s”"), N_ ("Delete") },
  /* Translators: %s is the name of a record */
  { "retire-", N_ ("Retire “%s”"), N_ ("Retire") },
  /* Translators: %s is the name of a record */
  { "restore-", N_ ("Offer “%s” Again"), N_ ("Offer Again") },
  /* Translators: %s is the name of a record */
  { "", N_ ("Change “%s”"), N_ ("Change") },
};

static char *
fill (const char *sentence, const char *short_sentence, const char *arg)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *isolated = NULL;

  if (arg == NULL || *arg == '\0')
    return g_strdup (_ (short_sentence));

  text = g_string_new (_ (sentence));
  isolated = tide_text_dup_isolated (arg);
  g_string_replace (text, "%s", isolated, 1);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What the fields of projects are called in the names of steps that change several at once. */
static const struct
{
  const char *path;
  const char *name;
} fields[] = {
  { "number", N_ ("Number") },
  { "name/en", N_ ("Name in English") },
  { "name/zh", N_ ("Name in Chinese") },
  { "code-name", N_ ("Code Name") },
  { "confidential", N_ ("Confidential") },
  { "parties", N_ ("Parties") },
  { "sectors", N_ ("Sectors") },
  { "division", N_ ("Division") },
  { "event", N_ ("Event") },
  { "later-events", N_ ("Shown Again At") },
  { "parent", N_ ("Part of Project") },
  { "distinct-from", N_ ("Not the Same As") },
  { "counted", N_ ("Counts in Totals") },
  { "stages", N_ ("Stages") },
  { "statuses", N_ ("Statuses") },
  { "amounts", N_ ("Amounts") },
  { "plans/start", N_ ("Start of Construction") },
  { "plans/completion", N_ ("Completion") },
  { "plans/production", N_ ("Start of Production") },
  { "expected/jobs", N_ ("Expected Jobs") },
  { "expected/output", N_ ("Expected Output") },
  { "expected/tax", N_ ("Expected Tax") },
  { "actual/jobs", N_ ("Actual Jobs") },
  { "actual/output", N_ ("Actual Output") },
  { "actual/tax", N_ ("Actual Tax") },
  { "in-charge", N_ ("Unit in Charge") },
  { "activities", N_ ("Activities") },
  { "tags", N_ ("Tags") },
  { "notes", N_ ("Notes") },
  { "sources", N_ ("Sources") },
};

static const char *
get_field_name (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].path, path) == 0)
      return _ (fields[i].name);

  return path;
}

/* Names of what was done to a field of how many projects. */
static char *
dup_field_label (const char *name, guint n, const char *path)
{
  const char *field = get_field_name (path);

  if (strcmp (name, "set-in-projects") == 0)
    /* Translators: a field of projects, then how many got it: Set Division of 12 Projects */
    return g_strdup_printf (ngettext ("Set %s of %u Project", "Set %s of %u Projects", n), field,
                            n);
  if (strcmp (name, "add-in-projects") == 0)
    /* Translators: a list of projects, then how many got more: Add to Tags of 12 Projects */
    return g_strdup_printf (ngettext ("Add to %s of %u Project", "Add to %s of %u Projects", n),
                            field, n);
  if (strcmp (name, "remove-in-projects") == 0)
    return g_strdup_printf (
        /* Translators: a list of projects, then how many lost of it: Remove from Tags of 12
         * Projects */
        ngettext ("Remove from %s of %u Project", "Remove from %s of %u Projects", n), field, n);
  if (strcmp (name, "clear-in-projects") == 0)
    /* Translators: a field of projects, then how many lost it: Clear Division of 12 Projects */
    return g_strdup_printf (ngettext ("Clear %s of %u Project", "Clear %s of %u Projects", n),
                            field, n);

  return NULL;
}

/* Names with two arguments, the name of the project or how many there are, and a code. */
static char *
dup_code_label (const char *name, const char *arg, const char *code)
{
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *record = tide_text_dup_isolated (arg);
  const guint n = (guint) g_ascii_strtoull (arg, NULL, 10);
  const char *stage = tide_codes_get_label (TIDE_CODES_STAGE, code, language);
  const char *status = tide_codes_get_label (TIDE_CODES_STATUS, code, language);

  if (strcmp (name, "move-project") == 0)
    /* Translators: the name of a project, then that of a stage */
    return g_strdup_printf (_ ("Move “%s” to %s"), record, stage);
  if (strcmp (name, "move-projects") == 0)
    /* Translators: how many projects were moved, then the name of a stage */
    return g_strdup_printf (ngettext ("Move %u Project to %s", "Move %u Projects to %s", n), n,
                            stage);
  if (strcmp (name, "mark-project") == 0)
    /* Translators: the name of a project, then that of a status */
    return g_strdup_printf (_ ("Mark “%s” as %s"), record, status);
  if (strcmp (name, "mark-projects") == 0)
    /* Translators: how many projects were marked, then the name of a status */
    return g_strdup_printf (ngettext ("Mark %u Project as %s", "Mark %u Projects as %s", n), n,
                            status);

  return dup_field_label (name, n, code);
}

static char *
dup_count_label (const char *name, const char *arg)
{
  guint64 n;

  if (arg == NULL || !g_ascii_string_to_unsigned (arg, 10, 0, G_MAXUINT, &n, NULL))
    n = 0;

  if (strcmp (name, "delete-projects") == 0)
    /* Translators: how many projects were deleted, in the menu and history */
    return g_strdup_printf (ngettext ("Delete %u Project", "Delete %u Projects", n), (guint) n);
  if (strcmp (name, "edit-projects") == 0)
    /* Translators: how many projects were edited, in the menu and history */
    return g_strdup_printf (ngettext ("Edit %u Project", "Edit %u Projects", n), (guint) n);
  if (strcmp (name, "paste-projects") == 0)
    /* Translators: how many projects were pasted, in the menu and history */
    return g_strdup_printf (ngettext ("Paste %u Project", "Paste %u Projects", n), (guint) n);
  if (strcmp (name, "import-rows") == 0)
    /* Translators: how many rows of a table were imported, in the menu and history */
    return g_strdup_printf (ngettext ("Import %u Row", "Import %u Rows", n), (guint) n);
  if (strcmp (name, "add-placeholders") == 0)
    /* Translators: how many projects of which only the number is known were added, in the menu and
     * history */
    return g_strdup_printf (ngettext ("Add %u Placeholder", "Add %u Placeholders", n), (guint) n);
  if (strcmp (name, "delete-records") == 0)
    /* Translators: how many records were deleted, in the menu and history */
    return g_strdup_printf (ngettext ("Delete %u Record", "Delete %u Records", n), (guint) n);

  return NULL;
}

static char *
dup_label (const char *name, const char *const *args)
{
  const char *arg = args != NULL ? args[0] : NULL;
  char *label;

  if (strcmp (name, "undo") == 0 && arg != NULL)
    {
      g_autofree char *undone = dup_label (arg, args + 1);

      /* Translators: %s is the name of a step, such as: Edit Project “Robots” */
      return g_strdup_printf (_ ("Undo: %s"), undone);
    }

  label = arg != NULL && args[1] != NULL ? dup_code_label (name, arg, args[1]) : NULL;
  if (label == NULL)
    label = dup_count_label (name, arg);
  if (label != NULL)
    return label;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].name, name) == 0)
      return fill (labels[i].sentence, labels[i].short_sentence, arg);

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_has_prefix (name, acts[i].prefix))
      return fill (acts[i].sentence, acts[i].short_sentence, arg);

  g_assert_not_reached ();
}

/**
 * tide_step_dup_label:
 * @self: a step
 *
 * Returns: (transfer full): the step as a person reads it, translated: Edit Project “Robots”. It
 *   holds text of the user
 */
char *
tide_step_dup_label (const TideStep *self)
{
  return dup_label (self->name, (const char *const *) self->args);
}
