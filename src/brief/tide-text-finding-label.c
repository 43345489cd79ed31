/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-text-finding.h"

#include <glib/gi18n-lib.h>

/**
 * tide_text_finding_kind_get_label:
 * @kind: a kind
 *
 * Returns: what people call it, in the language of the program
 */
const char *
tide_text_finding_kind_get_label (TideTextFindingKind kind)
{
  static const char *const labels[TIDE_N_TEXT_FINDING_KINDS] = {
    [TIDE_TEXT_FINDING_AMOUNT] = NC_ ("finding", "Amount"),
    [TIDE_TEXT_FINDING_LEVEL] = NC_ ("finding", "Level"),
    [TIDE_TEXT_FINDING_COUNT] = NC_ ("finding", "Count"),
    [TIDE_TEXT_FINDING_GROWTH] = NC_ ("finding", "Growth"),
    [TIDE_TEXT_FINDING_SHARE] = NC_ ("finding", "Share"),
    [TIDE_TEXT_FINDING_YEAR] = NC_ ("finding", "Year"),
    [TIDE_TEXT_FINDING_SPAN] = NC_ ("finding", "Years"),
    [TIDE_TEXT_FINDING_DIVISION] = NC_ ("finding", "Division"),
    [TIDE_TEXT_FINDING_FIELD] = NC_ ("finding", "Field"),
    [TIDE_TEXT_FINDING_PROJECT] = NC_ ("finding", "Project"),
    [TIDE_TEXT_FINDING_PARTY] = NC_ ("finding", "Party"),
    [TIDE_TEXT_FINDING_PLATFORM] = NC_ ("finding", "Platform"),
    [TIDE_TEXT_FINDING_EVENT] = NC_ ("finding", "Event"),
  };

  g_return_val_if_fail (kind < TIDE_N_TEXT_FINDING_KINDS, "");

  return g_dpgettext2 (NULL, "finding", labels[kind]);
}

/**
 * tide_text_finding_verdict_get_label:
 * @verdict: what is to be said of a finding
 *
 * Returns: that in a word or two, in the language of the program
 */
const char *
tide_text_finding_verdict_get_label (TideTextFindingVerdict verdict)
{
  static const char *const labels[TIDE_N_TEXT_FINDING_VERDICTS] = {
    [TIDE_TEXT_FINDING_RECOGNISED] = NC_ ("verdict", "Recognised"),
    [TIDE_TEXT_FINDING_WRONG_NAME] = NC_ ("verdict", "Wrong name or rank"),
    [TIDE_TEXT_FINDING_REPRODUCES] = NC_ ("verdict", "Reproduces"),
    [TIDE_TEXT_FINDING_DIFFERS] = NC_ ("verdict", "Differs"),
    [TIDE_TEXT_FINDING_CONFLICTS] = NC_ ("verdict", "Conflicts inside the text"),
    [TIDE_TEXT_FINDING_SUSPICIOUS_UNIT] = NC_ ("verdict", "Suspicious unit"),
    [TIDE_TEXT_FINDING_CANNOT_BE_CHECKED] = NC_ ("verdict", "Cannot be checked"),
  };

  g_return_val_if_fail (verdict < TIDE_N_TEXT_FINDING_VERDICTS, "");

  return g_dpgettext2 (NULL, "verdict", labels[verdict]);
}
