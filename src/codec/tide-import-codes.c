/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-codes.h"

#include "core/tide-word.h"

static const char *const policies[TIDE_N_IMPORT_POLICIES] = {
  [TIDE_IMPORT_UPDATE] = "update",
  [TIDE_IMPORT_CREATE] = "create",
  [TIDE_IMPORT_SKIP] = "skip",
  [TIDE_IMPORT_ASK] = "ask",
};

static const char *const repeats[TIDE_N_IMPORT_REPEATS] = {
  [TIDE_IMPORT_REPEAT_SKIP] = "skip",
  [TIDE_IMPORT_REPEAT_MERGE] = "merge",
  [TIDE_IMPORT_REPEAT_CREATE] = "create",
};

static const char *const acts[TIDE_N_IMPORT_ACTS] = {
  [TIDE_IMPORT_UNDECIDED] = "undecided",
  [TIDE_IMPORT_TAKE] = "take",
  [TIDE_IMPORT_NEW] = "new",
  [TIDE_IMPORT_IGNORE] = "ignore",
};

/* As the lists of a register are called. */
static const char *const value_kinds[TIDE_N_IMPORT_VALUE_KINDS] = {
  [TIDE_IMPORT_VALUE_SECTOR] = "sectors",         [TIDE_IMPORT_VALUE_DIVISION] = "divisions",
  [TIDE_IMPORT_VALUE_EVENT] = "events",           [TIDE_IMPORT_VALUE_PARTY] = "parties",
  [TIDE_IMPORT_VALUE_SOURCE] = "sources",         [TIDE_IMPORT_VALUE_INDICATOR] = "indicators",
  [TIDE_IMPORT_VALUE_STAGE] = "stages",           [TIDE_IMPORT_VALUE_STATUS] = "statuses",
  [TIDE_IMPORT_VALUE_PARTY_KIND] = "party-kinds",
};

static const char *const matches[] = {
  [TIDE_IMPORT_MATCH_NONE] = "none",
  [TIDE_IMPORT_MATCH_EXACT] = "exact",
  [TIDE_IMPORT_MATCH_SYNONYM] = "synonym",
  [TIDE_IMPORT_MATCH_SIMILAR] = "similar",
};

static const char *const verdicts[TIDE_N_IMPORT_VERDICTS] = {
  [TIDE_IMPORT_CREATED] = "created",     [TIDE_IMPORT_UPDATED] = "updated",
  [TIDE_IMPORT_UNCHANGED] = "unchanged", [TIDE_IMPORT_SKIPPED] = "skipped",
  [TIDE_IMPORT_REPEATED] = "repeated",   [TIDE_IMPORT_ASKED] = "asked",
  [TIDE_IMPORT_BLANK] = "blank",         [TIDE_IMPORT_REFUSED] = "refused",
};

/**
 * tide_import_policy_get_code:
 * @policy: what becomes of rows whose key is that of a record
 *
 * Returns: the word for it, in presets and on the command line
 */
const char *
tide_import_policy_get_code (TideImportPolicy policy)
{
  g_return_val_if_fail (policy < TIDE_N_IMPORT_POLICIES, NULL);

  return policies[policy];
}

/**
 * tide_import_policy_from_code:
 * @code: (nullable): a word
 *
 * Returns: the #TideImportPolicy, or -1
 */
int
tide_import_policy_from_code (const char *code)
{
  return tide_word_find (policies, TIDE_N_IMPORT_POLICIES, code);
}

/**
 * tide_import_repeat_get_code:
 * @repeat: what becomes of rows whose key is that of an earlier row
 *
 * Returns: the word for it, in presets and on the command line
 */
const char *
tide_import_repeat_get_code (TideImportRepeat repeat)
{
  g_return_val_if_fail (repeat < TIDE_N_IMPORT_REPEATS, NULL);

  return repeats[repeat];
}

/**
 * tide_import_repeat_from_code:
 * @code: (nullable): a word
 *
 * Returns: the #TideImportRepeat, or -1
 */
int
tide_import_repeat_from_code (const char *code)
{
  return tide_word_find (repeats, TIDE_N_IMPORT_REPEATS, code);
}

/**
 * tide_import_act_get_code:
 * @act: what becomes of a text
 *
 * Returns: the word for it, in presets and on the command line
 */
const char *
tide_import_act_get_code (TideImportAct act)
{
  g_return_val_if_fail (act < TIDE_N_IMPORT_ACTS, NULL);

  return acts[act];
}

/**
 * tide_import_act_from_code:
 * @code: (nullable): a word
 *
 * Returns: the #TideImportAct, or -1
 */
int
tide_import_act_from_code (const char *code)
{
  return tide_word_find (acts, TIDE_N_IMPORT_ACTS, code);
}

/**
 * tide_import_value_kind_get_code:
 * @kind: a kind of values
 *
 * Returns: the word for it, in presets and on the command line
 */
const char *
tide_import_value_kind_get_code (TideImportValueKind kind)
{
  g_return_val_if_fail (kind < TIDE_N_IMPORT_VALUE_KINDS, NULL);

  return value_kinds[kind];
}

/**
 * tide_import_value_kind_from_code:
 * @code: (nullable): a word
 *
 * Returns: the #TideImportValueKind, or -1
 */
int
tide_import_value_kind_from_code (const char *code)
{
  return tide_word_find (value_kinds, TIDE_N_IMPORT_VALUE_KINDS, code);
}

/**
 * tide_import_match_get_code:
 * @match: how a text was found
 *
 * Returns: the word for it, in presets and on the command line
 */
const char *
tide_import_match_get_code (TideImportMatch match)
{
  g_return_val_if_fail (match < G_N_ELEMENTS (matches), NULL);

  return matches[match];
}

/**
 * tide_import_verdict_get_code:
 * @verdict: a verdict
 *
 * Returns: the word for it, in presets and on the command line
 */
const char *
tide_import_verdict_get_code (TideImportVerdict verdict)
{
  g_return_val_if_fail (verdict < TIDE_N_IMPORT_VERDICTS, NULL);

  return verdicts[verdict];
}
