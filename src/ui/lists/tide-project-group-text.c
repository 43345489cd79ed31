/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-project-group-text.h"

#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

/**
 * tide_project_group_text_dup_count:
 * @group: a group
 *
 * Returns: (transfer full): how many projects it has
 */
char *
tide_project_group_text_dup_count (TideProjectGroup *group)
{
  const guint n = tide_project_group_get_n_projects (group);

  /* Translators: how many projects there are */
  return g_strdup_printf (ngettext ("%u project", "%u projects", n), n);
}

/**
 * tide_project_group_text_dup_name:
 * @group: a group
 *
 * Returns: (transfer full): what it is called, and how many projects it has
 */
char *
tide_project_group_text_dup_name (TideProjectGroup *group)
{
  g_autofree char *count = tide_project_group_text_dup_count (group);
  g_autofree char *label = tide_text_dup_isolated (tide_project_group_get_label (group));

  /* Translators: a group of projects, and how many they are, read aloud: “Signed, 8 projects” */
  return g_strdup_printf (_ ("%s, %s"), label, count);
}

/**
 * tide_project_group_text_dup_value:
 * @group: a group
 * @snapshot: the register at this moment
 *
 * Returns: (transfer full): the subtotal of its projects; empty until it is worked out
 */
char *
tide_project_group_text_dup_value (TideProjectGroup *group, TideSnapshot *snapshot)
{
  const TideFigure *figure = tide_project_group_get_figure (group);

  if (figure == NULL)
    return g_strdup ("");

  return tide_figure_dup_value (figure,
                                tide_unit_get_shown (tide_snapshot_get_settings (snapshot)->unit),
                                tide_language_get_default ());
}

static void
add_left_out (GStrvBuilder *notes, TideProjectGroup *group)
{
  const TideFigure *figure = tide_project_group_get_figure (group);
  const guint n = figure != NULL ? tide_figure_get_n_excluded (figure) : 0;

  if (n > 0)
    /* Translators: how many of the projects of a list its total does not count */
    g_strv_builder_take (notes, g_strdup_printf (ngettext ("%u left out", "%u left out", n), n));
}

static void
add_joint (GStrvBuilder *notes, TideProjectGroup *group)
{
  const guint n = tide_project_group_get_n_joint (group);

  if (n > 0)
    g_strv_builder_take (
        notes,
        /* Translators: how many of the projects of a party have other investors beside it */
        g_strdup_printf (ngettext ("%u with further investors", "%u with further investors", n),
                         n));
}

/**
 * tide_project_group_text_dup_notes:
 * @group: a group
 *
 * Returns: (transfer full): how many of its projects its subtotal leaves out, and how many would
 *   belong to other groups as well; empty for none
 */
char *
tide_project_group_text_dup_notes (TideProjectGroup *group)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  add_left_out (notes, group);
  add_joint (notes, group);
  parts = g_strv_builder_end (notes);

  return g_strjoinv (" · ", parts);
}

/**
 * tide_project_group_text_dup_sum:
 * @group: a group
 * @snapshot: the register at this moment
 *
 * Returns: (transfer full): its subtotal with its notes, to be read aloud
 */
char *
tide_project_group_text_dup_sum (TideProjectGroup *group, TideSnapshot *snapshot)
{
  g_autofree char *value = tide_project_group_text_dup_value (group, snapshot);
  g_autofree char *notes = tide_project_group_text_dup_notes (group);

  if (*notes == '\0')
    return g_steal_pointer (&value);

  return g_strjoin (" · ", value, notes, NULL);
}

static char *
dup_joint_explanation (guint n)
{
  return g_strdup_printf (
      /* Translators: how a project of several investors counts in a list grouped by party */
      ngettext ("%u project has further investors. It counts once and as a whole, with the one "
                "that has the largest share.",
                "%u projects have further investors. Each counts once and as a whole, with the one "
                "that has the largest share.",
                n),
      n);
}

/**
 * tide_project_group_text_dup_explanation:
 * @group: a group
 * @snapshot: the register at this moment
 *
 * Returns: (transfer full) (nullable): what its subtotal counts; %NULL until it is worked out
 */
char *
tide_project_group_text_dup_explanation (TideProjectGroup *group, TideSnapshot *snapshot)
{
  const TideFigure *figure = tide_project_group_get_figure (group);
  const guint n_joint = tide_project_group_get_n_joint (group);
  g_autofree char *amount = NULL;
  g_autofree char *joint = NULL;

  if (figure == NULL)
    return NULL;

  amount = tide_figure_dup_amount_explanation (figure, snapshot, tide_language_get_default ());
  if (n_joint == 0)
    return g_steal_pointer (&amount);

  joint = dup_joint_explanation (n_joint);

  return g_strdup_printf ("%s\n%s", amount, joint);
}
