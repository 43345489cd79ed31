/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-text-finding.h"

TideTextFinding *
tide_text_finding_ref (TideTextFinding *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (TideTextFinding *self)
{
  g_free (self->value);
  g_free (self->unit);
  g_free (self->precision);
  g_free (self->computed);
  g_free (self->computed_unit);
  g_free (self->low);
  g_free (self->high);
  g_free (self->should_be);
  g_free (self->record);
  g_free (self->path);
  g_clear_pointer (&self->others, g_array_unref);
}

void
tide_text_finding_unref (TideTextFinding *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * tide_text_finding_kind_get_code:
 * @kind: a kind
 *
 * Returns: its name in files and on the command line
 */
const char *
tide_text_finding_kind_get_code (TideTextFindingKind kind)
{
  static const char *const codes[TIDE_N_TEXT_FINDING_KINDS]
      = { "amount",   "level", "count",   "growth", "share",    "year", "span",
          "division", "field", "project", "party",  "platform", "event" };

  return codes[kind];
}

const char *
tide_text_finding_of_get_code (TideTextFindingOf of)
{
  static const char *const codes[TIDE_N_TEXT_FINDING_OFS] = { "unknown",
                                                              "intention",
                                                              "agreement",
                                                              "foreign-contracted",
                                                              "foreign-utilised",
                                                              "arrived",
                                                              "fixed-asset",
                                                              "output",
                                                              "added-value",
                                                              "revenue",
                                                              "gdp",
                                                              "profit",
                                                              "tax",
                                                              "exports",
                                                              "r-and-d",
                                                              "tier",
                                                              "threshold" };

  return codes[of];
}

const char *
tide_text_finding_verdict_get_code (TideTextFindingVerdict verdict)
{
  static const char *const codes[TIDE_N_TEXT_FINDING_VERDICTS]
      = { "recognised", "wrong-name",      "reproduces",       "differs",
          "conflicts",  "suspicious-unit", "cannot-be-checked" };

  return codes[verdict];
}

/**
 * tide_text_finding_reason_get_code:
 * @reason: a reason
 *
 * Returns: (nullable): its name on the command line
 */
const char *
tide_text_finding_reason_get_code (TideTextFindingReason reason)
{
  static const char *const codes[TIDE_N_TEXT_FINDING_REASONS] = { NULL,
                                                                  "no-such-fact",
                                                                  "no-kind",
                                                                  "no-year",
                                                                  "no-rate",
                                                                  "ambiguous",
                                                                  "across-a-break",
                                                                  "comparable-prices",
                                                                  "target",
                                                                  "not-asserted",
                                                                  "threshold",
                                                                  "wrong-rank",
                                                                  "unknown-division",
                                                                  "two-currencies",
                                                                  "confidential",
                                                                  "more-than-whole" };

  return codes[reason];
}
