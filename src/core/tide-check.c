/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-check.h"

#include <string.h>

/* The projects besides live ones that a check makes sense for. What is terminated keeps what is
 * said of it in its event's cohort, so that only contradictions matter; what is handed over still
 * counts in totals, but nobody here follows it. An umbrella has what its parts have. */
typedef enum
{
  ALSO_NONE = 0,
  ALSO_HANDED_OVER = 1 << 0,
  ALSO_TERMINATED = 1 << 1,
  ALSO_UMBRELLAS = 1 << 2,
  ALSO_ALL = ALSO_HANDED_OVER | ALSO_TERMINATED | ALSO_UMBRELLAS,
} Scope;

static const struct
{
  const char *code;
  TideSeverity severity;
  Scope scope;
  const char *label[2];
  const char *explanation[2];
} checks[TIDE_N_CHECKS] = {
  [TIDE_CHECK_UNIT_SLIP]
  = { "unit-slip",
      TIDE_SEVERITY_ERROR,
      ALSO_ALL,
      { "Unit slip", "金额单位错位" },
      { "An amount is 10, 100, 10,000 … times what its own text says, as happens between 亿 and "
        "billion. Every total it is in is wrong.",
        "金额与其原文相差 10 倍、100 倍、1 万倍等，常见于亿与 billion "
        "换算之间；包含它的合计均不正确"
        "。" } },
  [TIDE_CHECK_CURRENCY_DIFFERS]
  = { "currency-differs",
      TIDE_SEVERITY_ERROR,
      ALSO_ALL,
      { "Currency differs from the text", "币种与原文不符" },
      { "An amount is recorded in another currency than its own text names.",
        "登记的币种与金额原文所写币种不一致。" } },
  [TIDE_CHECK_SHARES_NOT_WHOLE]
  = { "shares-not-whole",
      TIDE_SEVERITY_ERROR,
      ALSO_ALL,
      { "Shares not 100", "占比合计不为 100" },
      { "The shares of a project's sectors add up to 100 within each classification, so that the "
        "parts equal the whole.",
        "同一分类下各行业的占比合计应为 100，这样分项之和才等于总额。" } },
  [TIDE_CHECK_STAGES_BACKWARDS]
  = { "stages-backwards",
      TIDE_SEVERITY_ERROR,
      ALSO_ALL,
      { "Stage dates run backwards", "阶段日期倒置" },
      { "A stage is dated after one that follows it. Where a project really went back, a note with "
        "the stage says why.",
        "某阶段的日期晚于其后续阶段。若项目确实退回，请在该阶段的备注中说明原因。" } },
  [TIDE_CHECK_PLANS_BACKWARDS]
  = { "plans-backwards",
      TIDE_SEVERITY_ERROR,
      ALSO_UMBRELLAS,
      { "Planned end before start", "计划完成早于开工" },
      { "Completion or production is planned for a time before the start.",
        "计划竣工或投产时间早于计划开工时间。" } },
  [TIDE_CHECK_OVERDUE]
  = { "overdue",
      TIDE_SEVERITY_WARNING,
      ALSO_UMBRELLAS,
      { "Overdue", "逾期" },
      { "It is in its stage, or has been without any change, for longer than the register allows.",
        "停留在当前阶段或未作更新的时间超过登记册规定的期限。" } },
  [TIDE_CHECK_RESTART_PASSED]
  = { "restart-passed",
      TIDE_SEVERITY_WARNING,
      ALSO_UMBRELLAS,
      { "Paused past its restart", "超过预计重启时间" },
      { "It is paused, and the time when it was expected to go on is over.",
        "项目仍处于暂停状态，但预计重启时间已过。" } },
  [TIDE_CHECK_NEXT_STEP_PASSED] = { "next-step-passed",
                                    TIDE_SEVERITY_WARNING,
                                    ALSO_UMBRELLAS,
                                    { "Next step overdue", "后续事项逾期" },
                                    { "A next step was due, and no later activity is recorded.",
                                      "后续事项已到期，此后没有新的工作记录。" } },
  [TIDE_CHECK_DUPLICATE]
  = { "duplicate",
      TIDE_SEVERITY_WARNING,
      ALSO_HANDED_OVER | ALSO_UMBRELLAS,
      { "Possible duplicate", "疑似重复" },
      { "Another project has the same party and a similar name, or the same number or code name. "
        "What is recorded twice counts twice.",
        "另有项目与其主体相同且名称相近，或编号、代号相同。重复登记会重复计入合计。" } },
  [TIDE_CHECK_ARRIVED_ABOVE_AGREED]
  = { "arrived-above-agreed",
      TIDE_SEVERITY_WARNING,
      ALSO_ALL,
      { "More arrived than agreed", "到位超过协议" },
      { "The amounts that arrived exceed those agreed. One of the two is wrong, or an increase has "
        "not been recorded.",
        "到位资金超过协议投资：其中一项有误，或增资尚未登记。" } },
  [TIDE_CHECK_NO_AMOUNT]
  = { "no-amount",
      TIDE_SEVERITY_WARNING,
      ALSO_HANDED_OVER,
      { "No amount", "缺少金额" },
      { "It is counted, and adds nothing to any total.", "计入项目数，但不计入任何金额合计。" } },
  [TIDE_CHECK_NO_AGREEMENT]
  = { "no-agreement",
      TIDE_SEVERITY_WARNING,
      ALSO_HANDED_OVER,
      { "Signed without an agreed amount", "已签约但缺少协议投资" },
      { "From the signing on, a project has an agreed amount; without it, totals of agreements and "
        "the arrived share leave it out.",
        "签约后应有协议投资额；缺少时，协议合计和资金到位率不包含该项目。" } },
  [TIDE_CHECK_NO_DIVISION]
  = { "no-division",
      TIDE_SEVERITY_WARNING,
      ALSO_HANDED_OVER,
      { "No division", "缺少区划" },
      { "Figures by division cannot place it.", "按区划统计时无法归类。" } },
  [TIDE_CHECK_NO_SECTOR] = { "no-sector",
                             TIDE_SEVERITY_WARNING,
                             ALSO_HANDED_OVER,
                             { "No sector", "缺少行业" },
                             { "Figures by sector cannot place it.", "按行业统计时无法归类。" } },
  [TIDE_CHECK_SHARE_MISSING]
  = { "share-missing",
      TIDE_SEVERITY_WARNING,
      ALSO_HANDED_OVER,
      { "Share of a sector missing", "缺少行业份额" },
      { "It has several sectors of one classification, and not all of them have a share, so that "
        "its money is not classified.",
        "项目在同一分类下有多个行业，但并非都有份额，其金额无法按行业分摊。" } },
  [TIDE_CHECK_OUTSIDE_VALIDITY]
  = { "outside-validity",
      TIDE_SEVERITY_WARNING,
      ALSO_HANDED_OVER | ALSO_UMBRELLAS,
      { "Division not there at the time", "区划当时不存在" },
      { "A stage is dated before the division existed, or after it had gone. Figures by division "
        "put the project where nothing was.",
        "某阶段的日期早于区划设立或晚于其撤销，按区划统计时归入了当时不存在的区划。" } },
  [TIDE_CHECK_STAGE_UNDATED] = { "stage-undated",
                                 TIDE_SEVERITY_WARNING,
                                 ALSO_HANDED_OVER | ALSO_UMBRELLAS,
                                 { "Stage without a date", "阶段缺少日期" },
                                 { "A stage that was reached has a date; a year is enough.",
                                   "已到达的阶段应有日期，只填年份也可以。" } },
  [TIDE_CHECK_NO_REASON]
  = { "no-reason",
      TIDE_SEVERITY_WARNING,
      ALSO_ALL,
      { "No reason given", "缺少原因" },
      { "What is paused or terminated says why.", "暂停或终止的项目应说明原因。" } },
  [TIDE_CHECK_NO_PARTY]
  = { "no-party",
      TIDE_SEVERITY_HINT,
      ALSO_HANDED_OVER,
      { "No party", "缺少主体" },
      { "Nobody is named who invests, and duplicates cannot be found by their party.",
        "未登记投资方，也无法按主体发现重复项目。" } },
  [TIDE_CHECK_NEXT_STEP_SOON]
  = { "next-step-soon",
      TIDE_SEVERITY_HINT,
      ALSO_UMBRELLAS,
      { "Next step due within 7 days", "后续事项 7 日内到期" },
      { "A next step is due within seven days, and no later activity is recorded.",
        "后续事项将在七日内到期，此后没有新的工作记录。" } },
};

/**
 * tide_check_get_code:
 * @check: a check
 *
 * Returns: (transfer none): the word of the file
 */
const char *
tide_check_get_code (TideCheck check)
{
  g_return_val_if_fail (check < TIDE_N_CHECKS, NULL);

  return checks[check].code;
}

/**
 * tide_check_find:
 * @code: a word of a file
 *
 * Returns: the #TideCheck, -1 if this program does not know it
 */
int
tide_check_find (const char *code)
{
  for (int i = 0; i < TIDE_N_CHECKS; i++)
    if (strcmp (checks[i].code, code) == 0)
      return i;

  return -1;
}

/**
 * tide_check_get_severity:
 * @check: a check
 *
 * Returns: how much it matters
 */
TideSeverity
tide_check_get_severity (TideCheck check)
{
  g_return_val_if_fail (check < TIDE_N_CHECKS, TIDE_SEVERITY_HINT);

  return checks[check].severity;
}

/**
 * tide_check_get_label:
 * @check: a check
 * @language: the language wanted
 *
 * Returns: (transfer none): what people call it
 */
const char *
tide_check_get_label (TideCheck check, TideLanguage language)
{
  g_return_val_if_fail (check < TIDE_N_CHECKS, NULL);

  return checks[check].label[language == TIDE_LANGUAGE_ZH];
}

/**
 * tide_check_get_explanation:
 * @check: a check
 * @language: the language wanted
 *
 * Returns: (transfer none): the rule, and why it matters
 */
const char *
tide_check_get_explanation (TideCheck check, TideLanguage language)
{
  g_return_val_if_fail (check < TIDE_N_CHECKS, NULL);

  return checks[check].explanation[language == TIDE_LANGUAGE_ZH];
}

/**
 * tide_check_applies:
 * @check: a check
 * @project: a sealed project
 * @is_umbrella: whether other projects are its parts
 *
 * Terminated projects are checked for contradictions in what their cohort still tells, projects
 * that are handed over also for what totals need, and umbrellas not for what their parts have.
 *
 * Returns: whether @check makes sense for @project
 */
gboolean
tide_check_applies (TideCheck check, const TideProjectPayload *project, gboolean is_umbrella)
{
  Scope scope;

  g_return_val_if_fail (check < TIDE_N_CHECKS, FALSE);

  scope = checks[check].scope;
  if (is_umbrella && (scope & ALSO_UMBRELLAS) == 0)
    return FALSE;
  if (project->status == TIDE_STATUS_TERMINATED)
    return (scope & ALSO_TERMINATED) != 0;

  return project->status != TIDE_STATUS_HANDED_OVER || (scope & ALSO_HANDED_OVER) != 0;
}

/**
 * tide_severity_get_label:
 * @severity: a severity
 * @language: the language wanted
 *
 * Returns: (transfer none): what people call it
 */
const char *
tide_severity_get_label (TideSeverity severity, TideLanguage language)
{
  static const char *const labels[TIDE_N_SEVERITIES][2] = {
    [TIDE_SEVERITY_ERROR] = { "Error", "错误" },
    [TIDE_SEVERITY_WARNING] = { "Warning", "警告" },
    [TIDE_SEVERITY_HINT] = { "Hint", "提示" },
  };

  g_return_val_if_fail (severity < TIDE_N_SEVERITIES, NULL);

  return labels[severity][language == TIDE_LANGUAGE_ZH];
}
