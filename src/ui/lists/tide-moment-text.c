/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-moment-text.h"

#include <glib/gi18n-lib.h>

/**
 * tide_moment_dup_text:
 * @moment: a moment
 *
 * Returns: (transfer full): what is seen at that moment, without a full stop
 */
char *
tide_moment_dup_text (const TideMoment *moment)
{
  g_autofree char *true_on = tide_date_dup_text (&moment->true_on);
  g_autofree char *known_on = tide_date_dup_text (&moment->known_on);

  if (true_on != NULL && known_on != NULL)
    /* Translators: two dates: what had happened by the first, as recorded by the second */
    return g_strdup_printf (_ ("As of %s, as known on %s"), true_on, known_on);
  if (true_on != NULL)
    /* Translators: %s is a date: what had happened by then */
    return g_strdup_printf (_ ("As of %s, as known today"), true_on);
  if (known_on != NULL)
    /* Translators: %s is a date: what had been recorded by then */
    return g_strdup_printf (_ ("As known on %s"), known_on);

  return g_strdup (_ ("As known today"));
}

static guint
count_records (const TideAsOf *as_of)
{
  guint n = 0;

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (kind != TIDE_RECORD_PROJECT)
      n += as_of->n_left_out[kind];

  return n;
}

/**
 * tide_as_of_dup_account:
 * @as_of: a register as it stood
 *
 * Returns: (transfer full) (nullable): what is not shown, as it is later, and what is shown
 * although nobody can tell whether it is, in sentences; %NULL where there is nothing to say
 */
char *
tide_as_of_dup_account (const TideAsOf *as_of)
{
  const guint n_projects = as_of->n_left_out[TIDE_RECORD_PROJECT];
  const guint n_records = count_records (as_of);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (n_projects > 0)
    g_ptr_array_add (
        sentences,
        g_strdup_printf (
            /* Translators: how many projects had not begun by a date */
            ngettext ("%u project is later.", "%u projects are later.", n_projects), n_projects));
  if (n_records > 0)
    g_ptr_array_add (
        sentences,
        g_strdup_printf (
            /* Translators: how many events, rates and the like have a later date */
            ngettext ("%u other record is later.", "%u other records are later.", n_records),
            n_records));
  if (as_of->n_later > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (
                         /* Translators: how many stages, amounts and the like have a later date */
                         ngettext ("%u later entry is left out.", "%u later entries are left out.",
                                   as_of->n_later),
                         as_of->n_later));
  if (as_of->n_undated > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (
                         /* Translators: how many stages, amounts and the like have no date */
                         ngettext ("%u entry without a date stays.",
                                   "%u entries without a date stay.", as_of->n_undated),
                         as_of->n_undated));
  if (as_of->is_before_history)
    g_ptr_array_add (sentences, g_strdup (_ ("The history begins later: what the register held "
                                             "before its first step counts as known.")));

  if (sentences->len == 0)
    return NULL;

  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}
