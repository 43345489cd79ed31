/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-private.h"

#include "core/tide-history-filter.h"
#include "ui/lists/tide-change-text.h"

#include <glib/gi18n-lib.h>

/* So many steps are shown, with so many changes of each. */
#define MAX_STEPS 5
#define MAX_CHANGES 4

/* So many edits are looked at at once: what is further back stands on the page of the history. */
#define MAX_EDITS 20000

typedef struct
{
  TideHistoryFilter *filter; /* borrowed */
  GPtrArray *found;          /* borrowed, of owned TideStep */
  guint n_edits;
} Search;

static gboolean
has_change (const Search *search, const TideStep *step)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);

      if (tide_history_has_edit (edit) && tide_history_filter_matches (search->filter, step, edit))
        return TRUE;
    }

  return FALSE;
}

/* From the newest to the oldest, as far as is wanted. */
static void
search_steps (Search *search, const GPtrArray *steps)
{
  for (guint i = steps->len; i > 0; i--)
    {
      TideStep *step = g_ptr_array_index (steps, i - 1);

      if (search->found->len == MAX_STEPS || search->n_edits > MAX_EDITS)
        return;
      search->n_edits += step->edits->len;
      if (has_change (search, step))
        g_ptr_array_add (search->found, tide_step_ref (step));
    }
}

static GPtrArray *
find_steps (TideRegister *reg, TideSnapshot *snapshot, TideHistoryFilter *filter)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);
  g_autoptr (GPtrArray) unsaved = tide_register_dup_unsaved_steps (reg);
  Search search = { filter, found, 0 };

  search_steps (&search, unsaved);
  search_steps (&search, tide_snapshot_get_history (snapshot));

  return found;
}

static char *
dup_change (TideHistoryNames *names, const TideEdit *edit)
{
  g_autofree char *field = tide_change_text_dup_field (names, edit);
  g_autofree char *transition = tide_change_text_dup_transition (names, edit);

  /* Translators: what was changed, and how */
  return g_strdup_printf (_ ("%s: %s"), field, transition);
}

static char *
dup_changes (TideHistoryNames *names, const TideHistoryFilter *filter, const TideStep *step)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);
      g_autofree char *change = NULL;

      if (!tide_history_has_edit (edit) || !tide_history_filter_matches (filter, step, edit))
        continue;
      if (n++ == MAX_CHANGES)
        {
          g_string_append (text, "\n…");
          break;
        }
      change = dup_change (names, edit);
      g_string_append_printf (text, "\n%s", change);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_step (TideDetailsSection *section,
             TideHistoryNames *names,
             const TideHistoryFilter *filter,
             const TideStep *step)
{
  g_autofree char *title = tide_step_dup_label (step);
  g_autofree char *time = tide_change_text_dup_time (names, step);
  g_autofree char *changes = dup_changes (names, filter, step);
  g_autoptr (GString) subtitle = g_string_new (NULL);

  tide_details_join (subtitle, time);
  tide_details_join (subtitle, step->author);
  g_string_append (subtitle, changes);
  tide_details_section_append_plain (section, tide_details_row_new (title, subtitle->str, NULL));
}

/**
 * tide_details_fill_history:
 * @section: a section
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows the steps that changed the project last.
 */
void
tide_details_fill_history (TideDetailsSection *section,
                           TideRegister *reg,
                           const TideProjectPayload *project)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();
  g_autoptr (TideHistoryNames) names = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  tide_history_filter_set_record (filter, TIDE_RECORD_PROJECT, project->base.id);
  steps = find_steps (reg, snapshot, filter);
  names = tide_history_names_new (snapshot, NULL, steps);
  for (guint i = 0; i < steps->len; i++)
    append_step (section, names, filter, g_ptr_array_index (steps, i));
}
