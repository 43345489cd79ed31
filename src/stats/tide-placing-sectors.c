/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-breakdown-private.h"
#include "stats/tide-share.h"

/*
 * tide_groups_next_of_class:
 * @self: groups by sector
 * @sector: (inout): position of a class, or %TIDE_NOWHERE; then that of the next one to ask for
 *
 * Returns: (transfer none) (nullable): the group of the class, and in a tree, if asked again, those
 *   of all above it
 */
TideTally *
tide_groups_next_of_class (const TideGroups *self, guint *sector)
{
  while (*sector != TIDE_NOWHERE)
    {
      TideTally *tally = self->indexed[*sector];

      *sector = tally != NULL && self->grouping != TIDE_GROUPING_SECTOR_TREE
                    ? TIDE_NOWHERE
                    : tide_crosswalk_get_parent (self->crosswalk, *sector);
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

      while ((tally = tide_groups_next_of_class (self->groups, &sector)) != NULL)
        tide_placing_touch (self, tally, marks);
    }
}

/* Whether some of the row belongs to no one class. */
static gboolean
is_open (const TidePlacing *self, guint profile, guint taxonomy)
{
  const TideColumns *columns = self->groups->columns;
  const guint end = tide_columns_get_places_end (columns, profile);

  for (guint i = tide_columns_get_first_place (columns, profile); i < end; i++)
    {
      const guint sector = tide_columns_get_sector (columns, i);

      if (self->taxonomies[sector] != taxonomy)
        continue;
      if (tide_columns_get_kind (columns, i) == TIDE_PLACE_REST)
        return TRUE;
      if (tide_columns_get_kind (columns, i) == TIDE_PLACE_SHARED
          && !self->crossings[sector].is_whole)
        return TRUE;
    }

  return FALSE;
}

/*
 * tide_placing_choose:
 * @self: a placing by sector
 * @profile: the profile of a row
 * @is_mapped: (out): whether mappings have to be followed
 *
 * Returns: number of the taxonomy whose classes place the row, or %TIDE_NOWHERE
 */
guint
tide_placing_choose (const TidePlacing *self, guint profile, gboolean *is_mapped)
{
  const TideColumns *columns = self->groups->columns;
  const guint first = tide_columns_get_first_place (columns, profile);

  return tide_crosswalk_choose (self->groups->crosswalk,
                                &g_array_index (columns->sectors, guint32, first),
                                tide_columns_get_places_end (columns, profile) - first, is_mapped);
}

/*
 * tide_placing_mention:
 * @self: a placing by sector
 * @profile: the profile of a row
 * @marks: (inout): what is said of the row; it is marked as mapped or unclassified where it is
 *
 * Touches all groups that the row is in, whatever part of it.
 *
 * Returns: number of the taxonomy whose classes place the row, or %TIDE_NOWHERE
 */
guint
tide_placing_mention (TidePlacing *self, guint profile, guint *marks)
{
  const TideColumns *columns = self->groups->columns;
  const guint end = tide_columns_get_places_end (columns, profile);
  gboolean is_mapped;
  const guint taxonomy = tide_placing_choose (self, profile, &is_mapped);

  if (is_mapped)
    *marks |= TIDE_MARK_MAPPED;
  if (taxonomy == TIDE_NOWHERE || is_open (self, profile, taxonomy))
    {
      *marks |= TIDE_MARK_UNCLASSIFIED;
      tide_placing_touch (self, tide_groups_get_none (self->groups), *marks);
    }
  for (guint i = tide_columns_get_first_place (columns, profile); i < end; i++)
    {
      const guint sector = tide_columns_get_sector (columns, i);

      if (self->taxonomies[sector] == taxonomy)
        mention (self, &self->crossings[sector], *marks);
    }

  return taxonomy;
}

/*
 * tide_placing_find_class:
 * @self: a placing by sector
 * @place: a place of a profile
 *
 * Returns: position of the class that gets the part, or %TIDE_NOWHERE where nobody can tell which
 */
guint
tide_placing_find_class (const TidePlacing *self, guint place)
{
  const TideColumns *columns = self->groups->columns;
  const TideCrossing *crossing = &self->crossings[tide_columns_get_sector (columns, place)];

  if (tide_columns_get_kind (columns, place) == TIDE_PLACE_REST || !crossing->is_whole)
    return TIDE_NOWHERE;

  return crossing->sectors[0];
}

/* Parts ---------------------------------------------------------------------------------------- */

static void
give (TideTally *tally, gint16 currency, gint64 part)
{
  if (currency < 0)
    tide_tally_add_base (tally, part);
  else
    tide_tally_add_sum (tally, currency, part);
}

/* A part of the base, or of the sum in @currency. */
static void
give_part (TidePlacing *self, guint place, gint16 currency, gint64 part)
{
  guint sector = tide_placing_find_class (self, place);
  TideTally *tally;

  if (part == 0)
    return;
  if (sector == TIDE_NOWHERE)
    give (tide_groups_get_none (self->groups), currency, part);

  while ((tally = tide_groups_next_of_class (self->groups, &sector)) != NULL)
    give (tally, currency, part);
}

/* Whether a class of a row is one by which the row is placed. */
static gboolean
is_chosen (const TidePlacing *self, const TideBlock *block, guint class, guint taxonomy)
{
  const guint sector = tide_columns_get_sector (self->groups->columns, block->class_place[class]);

  return self->taxonomies[sector] == taxonomy;
}

static void
share (TidePlacing *self, const TidePortion *portion, guint taxonomy, gint16 currency, gint64 whole)
{
  const TideBlock *block = portion->block;
  const guint first = tide_block_get_first_class (block, portion->i);
  const guint end = block->classes_end[portion->i];
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gint64 *parts = NULL;
  guint n = 0;

  for (guint i = first; i < end; i++)
    if (is_chosen (self, block, i, taxonomy))
      g_array_append_val (weights, block->class_weight[i]);

  parts = g_new (gint64, weights->len);
  tide_share (whole, (const gint64 *) (gpointer) weights->data, weights->len, parts);
  for (guint i = first; i < end; i++)
    if (is_chosen (self, block, i, taxonomy))
      give_part (self, block->class_place[i], currency, parts[n++]);
}

static void
share_money (TidePlacing *self, const TidePortion *portion, guint taxonomy)
{
  share (self, portion, taxonomy, TIDE_COLUMN_NONE, portion->base);
  for (guint i = 0; i < portion->n_sums; i++)
    share (self, portion, taxonomy, portion->currencies[i], portion->sums[i]);
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
  const guint profile = portion->block->profile[portion->i];
  const guint taxonomy = tide_placing_mention (self, profile, &portion->marks);

  if (!tide_portion_has_money (portion))
    return;
  if (taxonomy == TIDE_NOWHERE)
    tide_tally_add_money (tide_groups_get_none (self->groups), portion);
  else
    share_money (self, portion, taxonomy);
}
