/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-movement-text.h"

#include <glib/gi18n-lib.h>

/**
 * tide_movement_reason_get_label:
 * @reason: what has become of projects
 *
 * Returns: (transfer none): a word or two for it, translated
 */
const char *
tide_movement_reason_get_label (TideMovementReason reason)
{
  switch (reason)
    {
    case TIDE_MOVEMENT_ADDED:
      return C_ ("projects", "Added");
    case TIDE_MOVEMENT_REMOVED:
      return C_ ("projects", "Removed");
    case TIDE_MOVEMENT_TERMINATED:
      return C_ ("projects", "Terminated");
    case TIDE_MOVEMENT_MOVED:
      return C_ ("projects", "Moved to Another Stage");
    case TIDE_MOVEMENT_CHANGED:
      return C_ ("projects", "Changed Otherwise");
    case TIDE_MOVEMENT_REVALUED:
      return C_ ("projects", "Counted or Priced Otherwise");
    case TIDE_MOVEMENT_SAME:
      return C_ ("projects", "Unchanged");
    case TIDE_N_MOVEMENTS:
    default:
      return "";
    }
}

/**
 * tide_movement_reason_get_description:
 * @reason: what has become of projects
 *
 * Returns: (transfer none): what it means, translated
 */
const char *
tide_movement_reason_get_description (TideMovementReason reason)
{
  switch (reason)
    {
    case TIDE_MOVEMENT_ADDED:
      return _ ("Not there at the earlier moment");
    case TIDE_MOVEMENT_REMOVED:
      return _ ("Not there any more at the later moment");
    case TIDE_MOVEMENT_TERMINATED:
      return _ ("Terminated in between, and no longer in the totals");
    case TIDE_MOVEMENT_MOVED:
      return _ ("In another stage; amounts may have changed too");
    case TIDE_MOVEMENT_CHANGED:
      return _ ("In the same stage, with other values");
    case TIDE_MOVEMENT_REVALUED:
      return _ ("The same values, told at other rates or counted otherwise because of others");
    case TIDE_MOVEMENT_SAME:
      return _ ("Nothing has become of them");
    case TIDE_N_MOVEMENTS:
    default:
      return "";
    }
}

/**
 * tide_movement_dup_stage:
 * @stage: (nullable): code of a stage
 * @language: language of the person
 *
 * Returns: (transfer full): its name; words for none
 */
char *
tide_movement_dup_stage (const char *stage, TideLanguage language)
{
  if (stage == NULL)
    return g_strdup (C_ ("stage", "None"));

  return g_strdup (tide_codes_get_label (TIDE_CODES_STAGE, stage, language));
}

/**
 * tide_movement_part_dup_move:
 * @part: projects that moved from one stage to another
 * @language: language of the person
 *
 * Returns: (transfer full): between which stages
 */
char *
tide_movement_part_dup_move (const TideMovementPart *part, TideLanguage language)
{
  g_autofree char *from = tide_movement_dup_stage (part->from_stage, language);
  g_autofree char *to = tide_movement_dup_stage (part->to_stage, language);

  /* Translators: two stages, such as: Signed → Started */
  return g_strdup_printf (_ ("%s → %s"), from, to);
}

/**
 * tide_movement_part_dup_count:
 * @part: projects of which the same has become
 *
 * Returns: (transfer full): how many they are, and how many of these are not in the totals
 */
char *
tide_movement_part_dup_count (const TideMovementPart *part)
{
  const guint n = part->rows->len;
  const guint n_unpriced = MAX (part->before->n_unpriced, part->after->n_unpriced);
  g_autofree char *projects = g_strdup_printf (
      /* Translators: how many projects */
      ngettext ("%u project", "%u projects", n), n);
  g_autofree char *unpriced = NULL;

  if (n_unpriced == 0)
    return g_steal_pointer (&projects);

  unpriced = g_strdup_printf (
      /* Translators: how many projects have an amount without exchange rate */
      ngettext ("%u with an amount that has no rate", "%u with an amount that has no rate",
                n_unpriced),
      n_unpriced);

  return g_strdup_printf ("%s · %s", projects, unpriced);
}

/**
 * tide_movement_part_dup_difference:
 * @part: projects of which the same has become
 * @unit: unit to show it in
 * @language: language of the person
 *
 * Returns: (transfer full): by how much they have changed the total, with its sign
 */
char *
tide_movement_part_dup_difference (const TideMovementPart *part,
                                   TideUnit unit,
                                   TideLanguage language)
{
  g_autofree char *text = NULL;
  TideMoney difference;

  if (!tide_movement_get_difference (part->before, part->after, &difference))
    return g_strdup (_ ("Too Large to Add Up"));

  text = tide_money_dup_text (&difference, unit, language);

  return difference.minor > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}
