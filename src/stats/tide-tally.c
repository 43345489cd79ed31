/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-breakdown-private.h"

#include <string.h>

/*
 * tide_tally_new:
 * @groups: the groups it is one of, or the whole of
 * @key: (nullable): key of the group; %NULL for the whole
 * @en: name
 * @zh: name
 *
 * Returns: (transfer full): a tally that has counted nothing
 */
TideTally *
tide_tally_new (TideGroups *groups, const char *key, const char *en, const char *zh)
{
  TideTally *self = g_new0 (TideTally, 1);

  self->group = g_new0 (TideGroup, 1);
  self->group->key = g_strdup (key);
  tide_text_init (&self->group->label, en, zh);
  self->order = G_MAXUINT;
  self->sums = g_new0 (gint64, groups->n_currencies);
  self->has_sum = g_new0 (gboolean, groups->n_currencies);

  return self;
}

/*
 * tide_tally_free:
 * @self: (transfer full): a tally
 */
void
tide_tally_free (TideTally *self)
{
  g_clear_pointer (&self->group, tide_group_free);
  g_free (self->sums);
  g_free (self->has_sum);
  g_free (self);
}

static guint
count_mark (const TideTally *self, guint mark)
{
  guint n = 0;

  for (guint marks = 0; marks < TIDE_N_MARKS; marks++)
    if (mark == 0 || (marks & mark) != 0)
      n += self->by_marks[marks];

  return n;
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  return strcmp (((const TideMoney *) a)->currency, ((const TideMoney *) b)->currency);
}

/* In the order of the codes, so that the order of the records does not show. */
static void
add_sums (const TideTally *self, TideGroups *groups, TideFigure *figure)
{
  for (guint i = 0; i < groups->n_currencies; i++)
    if (self->has_sum[i])
      {
        TideMoney sum = g_array_index (groups->columns->currencies, TideMoney, i);

        sum.minor = self->sums[i];
        g_array_append_val (figure->sums, sum);
      }
  g_array_sort (figure->sums, compare_sums);
}

/*
 * tide_tally_finish:
 * @self: a tally
 * @groups: its groups
 *
 * Returns: (transfer full): the group with its figure, whose filter is still to be set
 */
TideGroup *
tide_tally_finish (TideTally *self, TideGroups *groups)
{
  TideGroup *group = g_steal_pointer (&self->group);
  TideFigure *figure = tide_figure_new (tide_columns_get_currency (groups->columns));

  group->figure = figure;
  figure->n_counted = count_mark (self, 0);
  memcpy (figure->n_excluded, self->n_excluded, sizeof figure->n_excluded);
  figure->n_with_amount = count_mark (self, TIDE_MARK_AMOUNT);
  figure->n_foreign = count_mark (self, TIDE_MARK_FOREIGN);
  figure->n_priced = count_mark (self, TIDE_MARK_PRICED);
  figure->n_unpriced = count_mark (self, TIDE_MARK_UNPRICED);
  figure->n_vague = count_mark (self, TIDE_MARK_VAGUE);
  figure->n_unclassified = count_mark (self, TIDE_MARK_UNCLASSIFIED);
  figure->n_mapped = count_mark (self, TIDE_MARK_MAPPED);
  figure->n_added = self->n_added;
  figure->is_overflow = self->is_overflow || count_mark (self, TIDE_MARK_OVERFLOW) > 0;
  if (figure->base.currency[0] != '\0')
    figure->base.minor = self->base;
  add_sums (self, groups, figure);

  return group;
}

/*
 * tide_group_free:
 * @group: (transfer full): a group
 */
void
tide_group_free (TideGroup *group)
{
  g_free (group->key);
  tide_text_clear (&group->label);
  g_clear_pointer (&group->figure, tide_figure_free);
  g_free (group);
}
