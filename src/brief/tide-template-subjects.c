/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-template-subjects.h"

/* What begins so is known of one subject only. */
static const struct
{
  const char *prefix;
  TideBriefingSubject subject;
} words[] = {
  { "event.", TIDE_SUBJECT_EVENT },
  { "declared", TIDE_SUBJECT_EVENT },
  { "period.", TIDE_SUBJECT_PERIOD },
  { "filter.", TIDE_SUBJECT_FILTER },
};

static guint
get_subjects_of_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (name, words[i].prefix))
      return 1u << words[i].subject;

  return TIDE_ALL_SUBJECTS;
}

/* A part that may be left out suits all. */
static guint
get_subjects_of_nodes (const GPtrArray *nodes)
{
  guint subjects = TIDE_ALL_SUBJECTS;

  for (guint i = 0; i < nodes->len; i++)
    {
      const TideTemplateNode *node = g_ptr_array_index (nodes, i);

      if (node->kind != TIDE_NODE_TEXT && node->kind != TIDE_NODE_OPTIONAL)
        subjects &= get_subjects_of_name (node->text);
    }

  return subjects;
}

/**
 * tide_template_get_subjects:
 * @self: a template
 *
 * Returns: which subjects it can be written of without a gap, as flags `1 << subject`; 0 where none
 *   has all that it asks for
 */
guint
tide_template_get_subjects (const TideTemplate *self)
{
  return get_subjects_of_nodes (tide_template_get_nodes (self));
}
