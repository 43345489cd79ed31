/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-private.h"

#include "core/tide-counting.h"
#include "ui/lists/tide-project-text.h"

#include <glib/gi18n-lib.h>

/* So many parts of an umbrella are named. */
#define MAX_PARTS 5

/**
 * tide_details_dup_share:
 * @share: a share in per cent
 *
 * Returns: (transfer full) (nullable): its text; %NULL where it is unset
 */
char *
tide_details_dup_share (const TideDecimal *share)
{
  g_autofree char *number = NULL;

  if (!share->is_set)
    return NULL;

  number = tide_decimal_dup_text (share);

  /* Translators: a percentage */
  return g_strdup_printf (_ ("%s %%"), number);
}

static void
append_sector (TideDetailsSection *section, TideRegister *reg, const TideClassification *entry)
{
  const TidePayload *sector = tide_register_lookup_payload (reg, TIDE_RECORD_SECTOR, entry->sector);
  g_autofree char *name = tide_project_text_dup_reference (reg, TIDE_RECORD_SECTOR, entry->sector);
  g_autofree char *taxonomy = tide_project_text_dup_reference (
      reg, TIDE_RECORD_TAXONOMY, sector != NULL ? TIDE_SECTOR_PAYLOAD (sector)->taxonomy : NULL);
  g_autofree char *share = tide_details_dup_share (&entry->share);
  GtkWidget *row = tide_details_row_new (name, taxonomy, share);

  tide_details_row_set_entry (TIDE_DETAILS_ROW (row), "sectors", &entry->base);
  tide_details_section_append (section, row);
}

/* A fact that can be edited is there also where it is not known, if somebody can write it down. */
static void
append_fact (TideDetailsSection *section,
             TideRegister *reg,
             const char *title,
             const char *value,
             const char *path)
{
  const gboolean is_offered = path != NULL && !tide_register_get_read_only (reg);

  tide_details_section_append (
      section, tide_details_row_new_fact (
                   title, value, is_offered || (value != NULL && *value != '\0') ? path : NULL));
}

static void
append_reference (TideDetailsSection *section,
                  TideRegister *reg,
                  const char *title,
                  TideRecordKind kind,
                  const char *id,
                  const char *path)
{
  g_autofree char *name = tide_project_text_dup_reference (reg, kind, id);

  append_fact (section, reg, title, name, path);
}

static void
append_later_events (TideDetailsSection *section,
                     TideRegister *reg,
                     const TideProjectPayload *project)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (project->later_events); i++)
    {
      g_autofree char *event = tide_project_text_dup_reference (
          reg, TIDE_RECORD_EVENT, g_ptr_array_index (project->later_events, i));

      tide_details_join (text, event);
    }
  append_fact (section, reg, _ ("Shown Again At"), text->str,
               text->len > 0 ? "later-events" : NULL);
}

static char *
dup_part_names (const GPtrArray *parts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (parts->len, MAX_PARTS); i++)
    {
      g_autofree char *name = tide_project_text_dup_name (g_ptr_array_index (parts, i));

      tide_details_join (text, name);
    }
  if (parts->len > MAX_PARTS)
    g_string_append (text, " …");

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_parts (TideDetailsSection *section, TideRegister *reg, const GPtrArray *parts)
{
  g_autofree char *title = NULL;
  g_autofree char *names = NULL;

  if (parts == NULL)
    return;

  /* Translators: how many projects are parts of one */
  title = g_strdup_printf (ngettext ("%u Part", "%u Parts", parts->len), parts->len);
  names = dup_part_names (parts);
  append_fact (section, reg, title, names, NULL);
}

static char *
dup_status (const TideProjectPayload *project)
{
  const guint n = tide_entries_get_n (project->statuses);
  const TideStatusEntry *last = n > 0 ? g_ptr_array_index (project->statuses, n - 1) : NULL;
  g_autofree char *status = tide_project_text_dup_status (project);
  g_autoptr (GString) text = g_string_new (NULL);

  tide_details_join (text, status);
  if (last != NULL)
    tide_details_join (text, last->reason);
  if (last != NULL && tide_date_is_set (&last->until))
    {
      g_autofree char *date = tide_date_dup_text (&last->until);
      /* Translators: the date up to which a project is paused */
      g_autofree char *until = g_strdup_printf (_ ("until %s"), date);

      tide_details_join (text, until);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_status (TideDetailsSection *section, const TideProjectPayload *project)
{
  g_autofree char *status = dup_status (project);
  GtkWidget *row = tide_details_row_new_fact (_ ("Status"), status, NULL);

  tide_details_row_set_action (TIDE_DETAILS_ROW (row), "project.change-status");
  tide_details_section_append (section, row);
}

static const char *
get_counting (const TideProjectPayload *project, gboolean is_umbrella)
{
  g_autoptr (GHashTable) umbrellas = g_hash_table_new (g_str_hash, g_str_equal);

  if (is_umbrella)
    g_hash_table_add (umbrellas, project->base.id);

  switch ((int) tide_project_get_exclusion (project, umbrellas))
    {
    case TIDE_EXCLUSION_NONE:
      return _ ("Counted in Totals");
    case TIDE_EXCLUSION_TERMINATED:
      return _ ("Left out of totals: it is terminated");
    case TIDE_EXCLUSION_NOT_COUNTED:
      return _ ("Left out of totals: it is marked so");
    case TIDE_EXCLUSION_UMBRELLA:
      return _ ("Left out of totals: its parts count themselves");
    case TIDE_EXCLUSION_UNKNOWN_STATUS:
      return _ ("Left out of totals: its status is not known to this version");
    default:
      return _ ("Left out of totals: its stage is not known to this version");
    }
}

static char *
dup_tags (const TideProjectPayload *project)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (project->tags); i++)
    tide_details_join (text, g_ptr_array_index (project->tags, i));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tide_details_fill_summary:
 * @section: a section
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows what is known of the project as a whole.
 */
void
tide_details_fill_summary (TideDetailsSection *section,
                           TideRegister *reg,
                           const TideProjectPayload *project)
{
  TideProjectParts *parts = tide_details_section_get_parts (section);
  const GPtrArray *own = tide_project_parts_lookup (parts, project->base.id);
  g_autofree char *overdue = tide_details_dup_overdue (reg, project);
  g_autofree char *tags = dup_tags (project);
  g_autofree char *updated = tide_project_text_dup_time (reg, project->updated);

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    append_sector (section, reg, g_ptr_array_index (project->sectors, i));
  append_reference (section, reg, _ ("Division"), TIDE_RECORD_DIVISION, project->division,
                    "division");
  append_reference (section, reg, _ ("Event"), TIDE_RECORD_EVENT, project->event, "event");
  append_later_events (section, reg, project);
  append_reference (section, reg, _ ("Part of Project"), TIDE_RECORD_PROJECT, project->parent,
                    project->parent != NULL ? "parent" : NULL);
  append_parts (section, reg, own);
  tide_details_append_origin (section, reg, project);
  append_status (section, project);
  append_fact (section, reg, _ ("Overdue"), overdue, NULL);
  append_fact (section, reg, _ ("Unit in Charge"), project->in_charge, "in-charge");
  append_fact (section, reg, _ ("Tags"), tags, "tags");
  if (tide_project_parts_is_known (parts))
    append_fact (section, reg, _ ("Totals"), get_counting (project, own != NULL), "counted");
  append_fact (section, reg, _ ("Updated"), updated, NULL);
}
