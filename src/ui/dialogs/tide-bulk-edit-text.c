/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-bulk-edit-text.h"

#include "core/tide-record.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* More than anybody reads one by one. */
#define MAX_ROWS 50

static const char *const acts[TIDE_N_BULK_ACTS] = {
  [TIDE_BULK_SET] = N_ ("Set"),
  [TIDE_BULK_ADD] = N_ ("Add"),
  [TIDE_BULK_REMOVE] = N_ ("Remove"),
  [TIDE_BULK_CLEAR] = N_ ("Clear"),
};

/**
 * tide_bulk_edit_text_get_act:
 * @act: what becomes of a field
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
tide_bulk_edit_text_get_act (TideBulkAct act)
{
  g_return_val_if_fail (act < TIDE_N_BULK_ACTS, NULL);

  return _ (acts[act]);
}

/**
 * tide_bulk_edit_text_dup_summary:
 * @result: what becomes of several projects
 *
 * Returns: (transfer full): how many change, how many are so already, and how many stay out
 */
char *
tide_bulk_edit_text_dup_summary (const TideBulkResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
      text,
      /* Translators: how many projects change, of how many */
      ngettext ("%u of %u project changes.", "%u of %u projects change.", result->n_projects),
      result->n_changed, result->n_projects);
  if (result->n_same > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              /* Translators: how many projects are already as they shall be */
                              ngettext ("%u is so already.", "%u are so already.", result->n_same),
                              result->n_same);
    }
  if (result->refusals->len > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text,
          /* Translators: how many projects would come to have a problem */
          ngettext ("%u cannot be changed.", "%u cannot be changed.", result->refusals->len),
          result->refusals->len);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static GtkWidget *
refusal_row_new (const TideBulkRefusal *refusal)
{
  const char *name = tide_payload_get_label (refusal->project, tide_language_get_default ());
  g_autofree char *reason = tide_problem_dup_sentence (refusal->problem);

  return row_new (name != NULL ? name : refusal->project->id, reason);
}

/**
 * tide_bulk_edit_text_fill_refusals:
 * @rows: (element-type GtkWidget): gets the rows
 * @refusals: (element-type TideBulkRefusal): projects that stay as they are
 *
 * Makes a row for each of them, up to some number, and one that says how many more there are.
 */
void
tide_bulk_edit_text_fill_refusals (GPtrArray *rows, const GPtrArray *refusals)
{
  const guint n = MIN (refusals->len, MAX_ROWS);
  const guint n_more = refusals->len - n;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, refusal_row_new (g_ptr_array_index (refusals, i)));

  if (n_more > 0)
    {
      g_autofree char *text = g_strdup_printf (
          /* Translators: how many projects a list does not name any more */
          ngettext ("and %u more project", "and %u more projects", n_more), n_more);

      g_ptr_array_add (rows, row_new (text, NULL));
    }
}
