/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-noun.h"

static const TideNoun nouns[] = {
  { "project", "project", "projects", "个", "项目" },
  { "intention-project", "intention project", "intention projects", "个", "意向项目" },
  { "field", "field", "fields", "个", "领域" },
  { "division", "division", "divisions", "个", "区县（市）" },
  { "event", "event", "events", "场", "活动" },
  { "platform", "platform", "platforms", "个", "平台" },
  { "enterprises", "enterprise", "enterprises", "家", "企业" },
  { "research-centres", "research centre", "research centres", "个", "研究中心" },
  { "research-teams", "research team", "research teams", "个", "科研团队" },
  { "talents", "core talent", "core talents", "名", "核心人才" },
  { "academicians", "academician", "academicians", "名", "院士" },
  { "staff", "member of staff", "members of staff", "名", "员工" },
  { "pilot-projects", "pilot project", "pilot projects", "个", "试点项目" },
};

/**
 * tide_noun_find:
 * @code: a word
 *
 * Returns: (transfer none) (nullable): the noun
 */
const TideNoun *
tide_noun_find (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (g_str_equal (nouns[i].code, code))
      return &nouns[i];

  return NULL;
}
