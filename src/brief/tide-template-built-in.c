/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-template.h"

#include "tide-brief-resources.h"

#define FOLDER "/io/github/tideline_app/Tideline/briefings/"

static const char *const codes[] = { "press", "figures", NULL };
static const char *const names[][2] = {
  { "Press briefing", "新闻通稿" },
  { "Figures only", "数据要点" },
};

/**
 * tide_template_list_built_in:
 *
 * Returns: (transfer none) (array zero-terminated=1): words of the templates that the program has,
 *   the usual one first
 */
const char *const *
tide_template_list_built_in (void)
{
  return codes;
}

/**
 * tide_template_get_built_in_name:
 * @code: word of a template
 * @language: language of the person
 *
 * Returns: (transfer none) (nullable): what it is called
 */
const char *
tide_template_get_built_in_name (const char *code, TideLanguage language)
{
  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], code))
      return names[i][language == TIDE_LANGUAGE_ZH];

  return NULL;
}

/**
 * tide_template_dup_built_in:
 * @code: word of a template
 * @language: the language wanted
 *
 * Returns: (transfer full) (nullable): its text; %NULL where there is none
 */
char *
tide_template_dup_built_in (const char *code, TideLanguage language)
{
  g_autofree char *path
      = g_strconcat (FOLDER, code, language == TIDE_LANGUAGE_ZH ? ".zh.txt" : ".en.txt", NULL);
  g_autoptr (GBytes) text = g_resource_lookup_data (tide_brief_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (text == NULL || tide_template_get_built_in_name (code, language) == NULL)
    return NULL;

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}
