/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-private.h"

#include "core/tide-overdue.h"
#include "core/tide-timeline.h"
#include "ui/lists/tide-project-text.h"
#include "ui/rows/tide-timeline-mark.h"

#include <glib/gi18n-lib.h>

/**
 * tide_details_dup_overdue:
 * @reg: the register that the project is of
 * @project: a project
 *
 * Returns: (transfer full) (nullable): since when it is overdue, and by which rule; %NULL where it
 *   is not
 */
char *
tide_details_dup_overdue (TideRegister *reg, const TideProjectPayload *project)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  char buffer[TIDE_DATE_TEXT_SIZE];
  TideOverdue overdue;
  TideDate since;

  if (!tide_project_get_overdue (project, snapshot, &overdue))
    return NULL;

  tide_date_init_from_julian (&since, overdue.since);
  tide_date_format (&since, buffer, sizeof buffer);
  if (overdue.rule == TIDE_OVERDUE_STAGE)
    return g_strdup_printf (
        /* Translators: a date, then how many days a project may be in its stage */
        ngettext ("Since %s: more than %u day in its stage",
                  "Since %s: more than %u days in its stage", overdue.limit),
        buffer, overdue.limit);

  return g_strdup_printf (
      /* Translators: a date, then how many days a project may be without a change */
      ngettext ("Since %s: more than %u day without a change",
                "Since %s: more than %u days without a change", overdue.limit),
      buffer, overdue.limit);
}

static char *
dup_planned (const TideMilestone *milestone)
{
  g_autofree char *date = NULL;

  if (!tide_date_is_set (&milestone->planned))
    return NULL;

  date = tide_date_dup_text (&milestone->planned);

  /* Translators: the date for which a stage was planned */
  return g_strdup_printf (_ ("planned for %s"), date);
}

static char *
dup_remarks (const TideMilestone *milestone, const char *overdue)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *days = tide_project_text_dup_days (&milestone->days);
  g_autofree char *planned = dup_planned (milestone);

  tide_details_join (text, days);
  if (milestone->goes_back)
    tide_details_join (text, _ ("gone back"));
  tide_details_join (text, planned);
  if (milestone->is_late)
    tide_details_join (text, milestone->entry != NULL ? _ ("later than planned") : _ ("late"));
  tide_details_join (text, overdue);
  tide_details_join (text, milestone->entry != NULL ? milestone->entry->note : NULL);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static const char *
get_code (const TideMilestone *milestone)
{
  return milestone->entry != NULL
             ? milestone->entry->stage
             : tide_codes_get_code (TIDE_CODES_STAGE, (guint) milestone->stage);
}

static TideTimelineMarkKind
get_kind (const TideMilestone *milestone)
{
  if (milestone->entry == NULL)
    return TIDE_TIMELINE_MARK_PLANNED;
  if (milestone->is_present)
    return TIDE_TIMELINE_MARK_PRESENT;

  return milestone->goes_back ? TIDE_TIMELINE_MARK_BACK : TIDE_TIMELINE_MARK_REACHED;
}

/* What is at the end of its row: the date, and whether the project is there, or is to be. */
static char *
dup_date (const TideMilestone *milestone)
{
  g_autofree char *date = NULL;

  if (milestone->entry == NULL)
    return g_strdup (_ ("Planned"));

  date = tide_date_dup_text (&milestone->entry->date);
  if (!milestone->is_present)
    return g_steal_pointer (&date);

  return date != NULL && *date != '\0' ? g_strdup_printf ("%s\n%s", date, _ ("Present"))
                                       : g_strdup (_ ("Present"));
}

static GtkWidget *
milestone_row_new (const TideMilestone *milestone, const char *overdue)
{
  const TideLanguage language = tide_language_get_default ();
  const char *code = get_code (milestone);
  g_autofree char *remarks = dup_remarks (milestone, overdue);
  g_autofree char *date = dup_date (milestone);
  GtkWidget *row = tide_details_row_new (tide_codes_get_label (TIDE_CODES_STAGE, code, language),
                                         remarks, date);

  gtk_widget_set_tooltip_text (row, tide_codes_get_definition (TIDE_CODES_STAGE, code, language));
  gtk_widget_add_css_class (row, "milestone");
  if (milestone->is_present)
    gtk_widget_add_css_class (row, "present");
  if (overdue != NULL || milestone->is_late)
    tide_details_row_set_warning (TIDE_DETAILS_ROW (row),
                                  overdue != NULL ? overdue : _ ("Later than planned"));

  return row;
}

static void
append_milestone (TideDetailsSection *section,
                  const GArray *timeline,
                  guint index,
                  const char *overdue)
{
  static const char *const plans[]
      = { "plans/start", "plans/completion", "plans/production", NULL };
  const TideMilestone *milestone = &g_array_index (timeline, TideMilestone, index);
  GtkWidget *row = milestone_row_new (milestone, milestone->is_present ? overdue : NULL);

  adw_action_row_add_prefix (
      ADW_ACTION_ROW (row),
      tide_timeline_mark_new (get_kind (milestone), index == 0, index + 1 == timeline->len));
  if (milestone->entry != NULL)
    tide_details_row_set_entry (TIDE_DETAILS_ROW (row), "stages", &milestone->entry->base);
  else
    tide_details_row_set_fields (TIDE_DETAILS_ROW (row), plans);
  tide_details_section_append (section, row);
}

/**
 * tide_details_fill_timeline:
 * @section: a section
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows the stages in the order of time, with the time that was spent in each, and what is planned.
 */
void
tide_details_fill_timeline (TideDetailsSection *section,
                            TideRegister *reg,
                            const TideProjectPayload *project)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (GArray) timeline = tide_timeline_new (project, tide_snapshot_get_day (snapshot));
  g_autofree char *overdue = tide_details_dup_overdue (reg, project);

  for (guint i = 0; i < timeline->len; i++)
    append_milestone (section, timeline, i, overdue);
}
