/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view-texts.h"

#include "core/tide-filter.h"

struct _TideViewTexts
{
  TideViewProjects *projects; /* owned: whose texts they are */
  TideSearchIndex *index;     /* owned: by row */
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

  self->projects = tide_view_projects_ref (projects);
  self->index = tide_search_index_new ();
  for (guint i = 0; i < projects->payloads->len; i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects->payloads, i);
      g_autofree char *text = NULL;

      if (project != NULL && !g_cancellable_is_cancelled (cancellable))
        text = tide_project_dup_search_text (project, snapshot);
      tide_search_index_add (self->index, text != NULL ? text : "");
    }
  tide_search_index_seal (self->index);

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
  tide_search_index_free (self->index);
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
 * tide_view_texts_find:
 * @self: texts
 * @search: what is looked for
 * @ranks: (array length=n): set, by row of its projects, to how well it is found in its texts, or
 * to %TIDE_SEARCH_NO_RANK
 * @n: at least the number of its projects
 */
void
tide_view_texts_find (const TideViewTexts *self, const TideSearch *search, guint8 *ranks, guint n)
{
  g_return_if_fail (n >= self->projects->payloads->len);

  tide_search_index_find (self->index, search, ranks);
}
