/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-private.h"

#include "ui/lists/tide-field-names.h"

#include <glib/gi18n-lib.h>

static void
append_plan (TideDetailsSection *section, const TideDate *date, const char *path)
{
  g_autofree char *title = tide_field_names_dup_member (TIDE_RECORD_PROJECT, path);
  g_autofree char *text = tide_date_is_set (date) ? tide_date_dup_text (date) : NULL;

  if (text != NULL)
    tide_details_section_append (section, tide_details_row_new_fact (title, text, path));
}

/* NULL where neither is known. */
static char *
dup_effect (const char *expected, const char *actual)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *awaited = NULL;
  g_autofree char *reached = NULL;

  if (expected != NULL)
    /* Translators: a number or an amount of money that is expected */
    awaited = g_strdup_printf (_ ("%s expected"), expected);
  if (actual != NULL)
    /* Translators: a number or an amount of money that was reached */
    reached = g_strdup_printf (_ ("%s reached"), actual);
  tide_details_join (text, awaited);
  tide_details_join (text, reached);

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static void
append_effect (TideDetailsSection *section,
               const char *title,
               const char *expected,
               const char *actual,
               const char *const *paths)
{
  g_autofree char *text = dup_effect (expected, actual);
  GtkWidget *row;

  if (text == NULL)
    return;

  row = tide_details_row_new_fact (title, text, NULL);
  tide_details_row_set_fields (TIDE_DETAILS_ROW (row), paths);
  tide_details_section_append (section, row);
}

static char *
dup_count (const TideEffects *effects)
{
  return effects != NULL && effects->jobs.is_set
             ? g_strdup_printf ("%" G_GINT64_FORMAT, effects->jobs.value)
             : NULL;
}

static char *
dup_money (TideRegister *reg, const TideDecimal *value)
{
  const TideSettings *settings = tide_register_get_settings (reg);
  TideMoney money;

  if (value == NULL || !value->is_set)
    return NULL;
  if (settings->currency == NULL || !tide_money_init (&money, value, settings->currency))
    return tide_decimal_dup_text (value);

  return tide_money_dup_text (&money, tide_unit_get_shown (settings->unit),
                              tide_language_get_default ());
}

static void
append_jobs (TideDetailsSection *section, const TideProjectPayload *project)
{
  static const char *const paths[] = { "expected/jobs", "actual/jobs", NULL };
  g_autofree char *expected = dup_count ((const TideEffects *) project->expected);
  g_autofree char *actual = dup_count ((const TideEffects *) project->actual);

  append_effect (section, _ ("Jobs"), expected, actual, paths);
}

static void
append_output (TideDetailsSection *section, TideRegister *reg, const TideProjectPayload *project)
{
  static const char *const paths[] = { "expected/output", "actual/output", NULL };
  const TideEffects *awaited = (const TideEffects *) project->expected;
  const TideEffects *reached = (const TideEffects *) project->actual;
  g_autofree char *expected = dup_money (reg, awaited != NULL ? &awaited->output : NULL);
  g_autofree char *actual = dup_money (reg, reached != NULL ? &reached->output : NULL);

  append_effect (section, _ ("Output a Year"), expected, actual, paths);
}

static void
append_tax (TideDetailsSection *section, TideRegister *reg, const TideProjectPayload *project)
{
  static const char *const paths[] = { "expected/tax", "actual/tax", NULL };
  const TideEffects *awaited = (const TideEffects *) project->expected;
  const TideEffects *reached = (const TideEffects *) project->actual;
  g_autofree char *expected = dup_money (reg, awaited != NULL ? &awaited->tax : NULL);
  g_autofree char *actual = dup_money (reg, reached != NULL ? &reached->tax : NULL);

  append_effect (section, _ ("Tax a Year"), expected, actual, paths);
}

/**
 * tide_details_fill_plans:
 * @section: a section
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows the planned dates, and what is expected of the project beside what was reached.
 */
void
tide_details_fill_plans (TideDetailsSection *section,
                         TideRegister *reg,
                         const TideProjectPayload *project)
{
  const TidePlans *plans = (const TidePlans *) project->plans;

  if (plans != NULL)
    {
      append_plan (section, &plans->start, "plans/start");
      append_plan (section, &plans->completion, "plans/completion");
      append_plan (section, &plans->production, "plans/production");
    }
  append_jobs (section, project);
  append_output (section, reg, project);
  append_tax (section, reg, project);
}

/**
 * tide_details_fill_notes:
 * @section: a section
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows the notes as they were typed.
 */
void
tide_details_fill_notes (TideDetailsSection *section,
                         TideRegister *reg,
                         const TideProjectPayload *project)
{
  static const char *const paths[] = { "notes", NULL };
  GtkWidget *row;

  if (project->notes == NULL)
    return;

  row = tide_details_row_new (project->notes, NULL, NULL);
  tide_details_row_set_fields (TIDE_DETAILS_ROW (row), paths);
  tide_details_section_append (section, row);
}
