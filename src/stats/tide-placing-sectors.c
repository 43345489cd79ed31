/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-breakdown-private.h"
#include "stats/tide-share.h"

/* The classes by which a row is placed: those from @first to @end that are of @taxonomy. */
typedef struct
{
  guint first;
  guint end;
  guint taxonomy;
} Classes;

/* The group of a class, and in a tree those of all above it. */
static TideTally *
next_group (const TideGroups *groups, guint *sector)
{
  while (*sector != TIDE_NOWHERE)
    {
      TideTally *tally = groups->indexed[*sector];

      *sector = tally != NULL && groups->grouping != TIDE_GROUPING_SECTOR_TREE
                    ? TIDE_NOWHERE
                    : tide_crosswalk_get_parent (groups->crosswalk, *sector);
      if (tally != NULL)
        return tally;
    }

  return NULL;
}

static void
mention (TidePlacing *self, const TideCrossing *crossing, guint marks)
{
  for (guint i = 0; i < crossing->n; i++)
    {
      guint sector = crossing->sectors[i];
      TideTally *tally;

      while ((tally = next_group (self->groups, &sector)) != NULL)
        tide_placing_touch (self, tally, marks);
    }
}

static void
give (TideTally *tally, gint16 currency, gint64 part)
{
  if (currency < 0)
    tide_tally_add_base (tally, part);
  else
    tide_tally_add_sum (tally, currency, part);
}

/* A part of the base, or of the sum in @currency, for a class; for none where nobody can tell for
 * which one. */
static void
give_part (TidePlacing *self, const TideCrossing *crossing, gint16 currency, gint64 part)
{
  guint sector;
  TideTally *tally;

  if (part == 0)
    return;
  if (!crossing->is_whole)
    {
      give (tide_groups_get_none (self->groups), currency, part);
      return;
    }

  sector = crossing->sectors[0];
  while ((tally = next_group (self->groups, &sector)) != NULL)
    give (tally, currency, part);
}

static void
give_rest (TidePlacing *self, gint16 currency, gint64 rest)
{
  if (rest != 0)
    give (tide_groups_get_none (self->groups), currency, rest);
}

/* The parts that the columns know already. */
static void
give_known_parts (TidePlacing *self, const TidePortion *portion, const Classes *classes)
{
  const TideColumns *columns = self->groups->columns;
  const gint16 currency = columns->currency[portion->row];
  gint64 base = portion->base;
  gint64 sum = columns->sum[portion->row];

  for (guint i = classes->first; i < classes->end; i++)
    {
      const guint sector = columns->class_sector[i];

      if (self->taxonomies[sector] != classes->taxonomy)
        continue;

      base -= columns->class_base[i];
      sum -= columns->class_sum[i];
      give_part (self, &self->crossings[sector], TIDE_COLUMN_NONE, columns->class_base[i]);
      if (currency >= 0)
        give_part (self, &self->crossings[sector], currency, columns->class_sum[i]);
    }
  give_rest (self, TIDE_COLUMN_NONE, base);
  if (currency >= 0)
    give_rest (self, currency, sum);
}

static GArray *
gather_weights (TidePlacing *self, const Classes *classes)
{
  const TideColumns *columns = self->groups->columns;
  GArray *weights = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = classes->first; i < classes->end; i++)
    if (self->taxonomies[columns->class_sector[i]] == classes->taxonomy)
      g_array_append_val (weights, columns->class_weight[i]);
  tide_weights_close (weights);

  return weights;
}

static void
share (
    TidePlacing *self, const Classes *classes, const GArray *weights, gint16 currency, gint64 whole)
{
  const TideColumns *columns = self->groups->columns;
  g_autofree gint64 *parts = g_new (gint64, weights->len);
  guint n = 0;

  tide_share (whole, (const gint64 *) (gpointer) weights->data, weights->len, parts);
  for (guint i = classes->first; i < classes->end; i++)
    {
      const guint sector = columns->class_sector[i];

      if (self->taxonomies[sector] == classes->taxonomy)
        give_part (self, &self->crossings[sector], currency, parts[n++]);
    }
  give_rest (self, currency, parts[n]);
}

static void
share_money (TidePlacing *self, const TidePortion *portion, const Classes *classes)
{
  g_autoptr (GArray) weights = NULL;

  if (portion->events == NULL && (portion->marks & TIDE_MARK_ONE_SUM) != 0)
    {
      give_known_parts (self, portion, classes);
      return;
    }

  weights = gather_weights (self, classes);
  share (self, classes, weights, TIDE_COLUMN_NONE, portion->base);
  for (guint i = 0; i < portion->n_sums; i++)
    share (self, classes, weights, portion->currencies[i], portion->sums[i]);
}

/* Whether some of the row belongs to no one class. */
static gboolean
is_open (TidePlacing *self, const Classes *classes)
{
  const TideColumns *columns = self->groups->columns;
  gint64 open = TIDE_WHOLE_WEIGHT;

  for (guint i = classes->first; i < classes->end; i++)
    {
      const guint sector = columns->class_sector[i];
      const gint64 weight = columns->class_weight[i];

      if (self->taxonomies[sector] != classes->taxonomy)
        continue;
      if (weight > 0 && !self->crossings[sector].is_whole)
        return TRUE;
      open -= MIN (weight, open);
    }

  return open > 0;
}

/*
 * tide_placing_add_own_classes:
 * @self: a placing by sector, for the amounts of all events
 * @row: a row that is live and has amounts of one currency
 *
 * Adds a row that is in classes of the taxonomy, or nowhere in it.
 *
 * Returns: %FALSE where mappings have to be followed
 */
gboolean
tide_placing_add_own_classes (TidePlacing *self, guint row)
{
  const TideGroups *groups = self->groups;
  const TideColumns *columns = groups->columns;
  const gint16 currency = columns->currency[row];
  const guint end = columns->classes_end[row];
  guint marks = columns->marks[row];
  gint64 open = TIDE_WHOLE_WEIGHT;
  gint64 base = columns->base[row];
  gint64 sum = columns->sum[row];
  gboolean is_elsewhere = FALSE;
  guint n = 0;

  for (guint i = tide_columns_get_first_class (columns, row); i < end; i++)
    if (groups->indexed[columns->class_sector[i]] != NULL)
      {
        open -= MIN (columns->class_weight[i], open);
        n++;
      }
    else
      is_elsewhere |= self->crossings[columns->class_sector[i]].n > 0;

  if (n == 0)
    {
      if (is_elsewhere)
        return FALSE;
      marks |= TIDE_MARK_UNCLASSIFIED;
      tide_tally_take_row (tide_groups_get_none (self->groups), columns, row, marks);
      tide_tally_take_row (groups->total, columns, row, marks);
      return TRUE;
    }
  if (open > 0)
    {
      marks |= TIDE_MARK_UNCLASSIFIED;
      tide_tally_count (tide_groups_get_none (self->groups), TIDE_EXCLUSION_NONE, marks);
    }

  for (guint i = tide_columns_get_first_class (columns, row); i < end; i++)
    {
      TideTally *tally = groups->indexed[columns->class_sector[i]];

      if (tally == NULL)
        continue;

      tally->by_marks[marks & TIDE_MARKS_OF_FIGURES]++;
      tide_tally_add_base (tally, columns->class_base[i]);
      base -= columns->class_base[i];
      sum -= columns->class_sum[i];
      if (currency >= 0 && columns->class_sum[i] != 0)
        tide_tally_add_sum (tally, currency, columns->class_sum[i]);
    }
  give_rest (self, TIDE_COLUMN_NONE, base);
  if (currency >= 0)
    give_rest (self, currency, sum);
  tide_tally_take_row (groups->total, columns, row, marks);

  return TRUE;
}

/*
 * tide_placing_add_by_sector:
 * @self: a placing
 * @portion: what a row brings; it is marked as mapped or unclassified where it is
 *
 * Places it in all its classes, and its amounts by their shares; what belongs to no one class is
 * unclassified, and so is, in part, the project.
 */
void
tide_placing_add_by_sector (TidePlacing *self, TidePortion *portion)
{
  const TideColumns *columns = self->groups->columns;
  Classes classes = { tide_columns_get_first_class (columns, portion->row),
                      columns->classes_end[portion->row], TIDE_NOWHERE };
  gboolean is_mapped;

  classes.taxonomy
      = tide_crosswalk_choose (self->groups->crosswalk, &columns->class_sector[classes.first],
                               classes.end - classes.first, &is_mapped);
  if (classes.taxonomy == TIDE_NOWHERE)
    {
      portion->marks |= TIDE_MARK_UNCLASSIFIED;
      tide_tally_take (tide_groups_get_none (self->groups), portion);
      return;
    }

  if (is_mapped)
    portion->marks |= TIDE_MARK_MAPPED;
  if (is_open (self, &classes))
    {
      portion->marks |= TIDE_MARK_UNCLASSIFIED;
      tide_placing_touch (self, tide_groups_get_none (self->groups), portion->marks);
    }
  for (guint i = classes.first; i < classes.end; i++)
    if (self->taxonomies[columns->class_sector[i]] == classes.taxonomy)
      mention (self, &self->crossings[columns->class_sector[i]], portion->marks);
  if (tide_portion_has_money (portion))
    share_money (self, portion, &classes);
}
