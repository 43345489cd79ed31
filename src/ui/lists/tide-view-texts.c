/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view-texts.h"

#include "core/tide-filter.h"

#include <string.h>

struct _TideViewTexts
{
  TideViewProjects *projects; /* owned: whose texts they are */
  GString *all;               /* owned: the texts, with a NUL behind each */
  gsize *starts;              /* owned: by row, where in @all; one more at the end */
};

/**
 * tide_view_texts_new:
 * @projects: projects
 * @snapshot: the register
 * @cancellable: after it was cancelled, the texts are short of the rest
 *
 * Returns: (transfer full): their texts
 */
TideViewTexts *
tide_view_texts_new (TideViewProjects *projects, TideSnapshot *snapshot, GCancellable *cancellable)
{
  TideViewTexts *self = g_new0 (TideViewTexts, 1);
  const guint n = projects->payloads->len;

  self->projects = tide_view_projects_ref (projects);
  self->all = g_string_new (NULL);
  self->starts = g_new (gsize, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects->payloads, i);

      self->starts[i] = self->all->len;
      if (project != NULL && !g_cancellable_is_cancelled (cancellable))
        {
          g_autofree char *text = tide_project_dup_search_text (project, snapshot);

          g_string_append (self->all, text);
        }
      g_string_append_c (self->all, '\0');
    }
  self->starts[n] = self->all->len;

  return self;
}

/**
 * tide_view_texts_free:
 * @self: (transfer full): texts
 */
void
tide_view_texts_free (TideViewTexts *self)
{
  tide_view_projects_unref (self->projects);
  g_string_free (self->all, TRUE);
  g_free (self->starts);
  g_free (self);
}

/**
 * tide_view_texts_get_projects:
 * @self: texts
 *
 * Returns: (transfer none): the projects whose texts they are
 */
const TideViewProjects *
tide_view_texts_get_projects (const TideViewTexts *self)
{
  return self->projects;
}

/**
 * tide_view_texts_get:
 * @self: texts
 * @row: a row that its projects know
 *
 * Returns: (transfer none): the text of the row
 */
const char *
tide_view_texts_get (const TideViewTexts *self, guint32 row)
{
  return self->all->str + self->starts[row];
}

/**
 * tide_view_text_has_words:
 * @text: a folded text
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: whether each word is in it
 */
gboolean
tide_view_text_has_words (const char *text, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* The longest word is in the fewest texts, and is looked for at the longest strides. */
static const char *
find_longest (const char *const *words)
{
  const char *longest = words[0];

  for (gsize i = 1; words[i] != NULL; i++)
    if (strlen (words[i]) > strlen (longest))
      longest = words[i];

  return longest;
}

/**
 * tide_view_texts_find:
 * @self: texts
 * @words: (array zero-terminated=1): folded words, at least one
 * @found: (array length=n): set to 1 for each row in whose text all words are; left alone otherwise
 * @n: at least the number of its projects
 *
 * Passes over all texts at once: what has no hit costs no look at each row.
 */
void
tide_view_texts_find (const TideViewTexts *self, const char *const *words, guint8 *found, guint n)
{
  const char *word = find_longest (words);
  const gsize length = strlen (word);
  const char *at = self->all->str;
  const char *end = at + self->all->len;
  guint32 row = 0;

  g_return_if_fail (n >= self->projects->payloads->len);

  while ((at = memmem (at, (gsize) (end - at), word, length)) != NULL)
    {
      const gsize offset = (gsize) (at - self->all->str);

      while (self->starts[row + 1] <= offset)
        row++;
      if (words[1] == NULL || tide_view_text_has_words (tide_view_texts_get (self, row), words))
        found[row] = 1;
      at = self->all->str + self->starts[row + 1];
    }
}
