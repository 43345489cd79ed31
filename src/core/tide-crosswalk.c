/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-crosswalk.h"

#include <string.h>

#define SHARE_SCALE 6

typedef struct
{
  guint sector;
  gboolean is_whole;
} Link;

struct _TideCrosswalk
{
  guint n;
  guint taxonomy;          /* its number, TIDE_NOWHERE for one without classes */
  guint *taxonomies;       /* owned: of each sector, numbered as the register has them */
  guint *parents;          /* owned: positions within the same taxonomy, or TIDE_NOWHERE */
  TideCrossing *crossings; /* owned, of each sector */
  GArray *places;          /* owned: the positions that crossings point to */
  GHashTable *by_id;       /* owned: borrowed ids, and positions plus one */
};

static const TideSectorPayload *
get_sector (TideSnapshot *snapshot, guint position)
{
  return g_ptr_array_index (tide_snapshot_get_records (snapshot, TIDE_RECORD_SECTOR), position);
}

static guint
number_taxonomy (GHashTable *numbers, const char *taxonomy)
{
  const char *id = taxonomy != NULL ? taxonomy : "";
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, (char *) id, GUINT_TO_POINTER (number));
    }

  return number - 1;
}

static void
read_sectors (TideCrosswalk *self, TideSnapshot *snapshot, const char *taxonomy)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n; i++)
    {
      const TideSectorPayload *sector = get_sector (snapshot, i);

      self->taxonomies[i] = number_taxonomy (numbers, sector->taxonomy);
      g_hash_table_insert (self->by_id, sector->base.id, GUINT_TO_POINTER (i + 1));
    }

  self->taxonomy = taxonomy != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, taxonomy))
                                          - 1 /* 0 is nowhere */
                                    : TIDE_NOWHERE;

  for (guint i = 0; i < self->n; i++)
    {
      const guint parent = tide_crosswalk_find_sector (self, get_sector (snapshot, i)->parent);

      self->parents[i] = parent != TIDE_NOWHERE && self->taxonomies[parent] == self->taxonomies[i]
                             ? parent
                             : TIDE_NOWHERE;
    }
}

/* A class that stands below itself stands on top. */
static void
break_loops (TideCrosswalk *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      guint above = self->parents[i];

      for (guint j = 0; j < TIDE_MAX_ANCESTORS && above != TIDE_NOWHERE && above != i; j++)
        above = self->parents[above];
      if (above != TIDE_NOWHERE)
        self->parents[i] = TIDE_NOWHERE;
    }
}

static void
add_link (GArray **links, guint from, guint to, gboolean is_whole)
{
  const Link added = { to, is_whole };

  if (links[from] == NULL)
    links[from] = g_array_new (FALSE, FALSE, sizeof (Link));
  for (guint i = 0; i < links[from]->len; i++)
    {
      Link *link = &g_array_index (links[from], Link, i);

      if (link->sector == to)
        {
          link->is_whole |= is_whole;
          return;
        }
    }

  g_array_append_val (links[from], added);
}

/* A mapping is read from either end: what one holds is a part of it, seen from the other. */
static void
add_mapping (TideCrosswalk *self, GArray **links, guint from, const TideMapping *mapping)
{
  const guint to = tide_crosswalk_find_sector (self, mapping->sector);
  const gboolean is_same = g_strcmp0 (mapping->relation, "same") == 0;

  if (to == TIDE_NOWHERE
      || tide_crosswalk_has_sector (self, from) == tide_crosswalk_has_sector (self, to))
    return;

  if (tide_crosswalk_has_sector (self, to))
    add_link (links, from, to, is_same || g_strcmp0 (mapping->relation, "narrower") == 0);
  else
    add_link (links, to, from, is_same || g_strcmp0 (mapping->relation, "broader") == 0);
}

static GArray **
read_mappings (TideCrosswalk *self, TideSnapshot *snapshot)
{
  GArray **links = g_new0 (GArray *, self->n);

  for (guint i = 0; i < self->n; i++)
    {
      const GPtrArray *mappings = get_sector (snapshot, i)->maps_to;

      for (guint j = 0; j < tide_entries_get_n (mappings); j++)
        add_mapping (self, links, i, g_ptr_array_index (mappings, j));
    }

  return links;
}

static guint
count_whole (const GArray *links)
{
  guint n = 0;

  for (guint i = 0; links != NULL && i < links->len; i++)
    n += g_array_index (links, Link, i).is_whole;

  return n;
}

/* Its own mappings, or else those of the class above, in which it lies wholly, that say in which
 * classes that lies wholly. */
static const GArray *
find_links (const TideCrosswalk *self, GArray **links, guint sector)
{
  const GArray *own = links[sector];

  for (guint i = 0; own == NULL && i < TIDE_MAX_ANCESTORS; i++)
    {
      sector = self->parents[sector];
      if (sector == TIDE_NOWHERE)
        return NULL;
      if (count_whole (links[sector]) > 0)
        own = links[sector];
    }

  return own;
}

static void
resolve (TideCrosswalk *self, GArray **links, guint sector)
{
  const GArray *found
      = tide_crosswalk_has_sector (self, sector) ? NULL : find_links (self, links, sector);
  const guint n_whole = count_whole (found);
  TideCrossing *crossing = &self->crossings[sector];

  crossing->is_whole = n_whole == 1;
  if (tide_crosswalk_has_sector (self, sector))
    {
      g_array_append_val (self->places, sector);
      crossing->n = 1;
      crossing->is_whole = TRUE;
    }
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const Link *link = &g_array_index (found, Link, i);

      if (n_whole == 0 || link->is_whole)
        {
          g_array_append_val (self->places, link->sector);
          crossing->n++;
        }
    }
}

static void
point_to_places (TideCrosswalk *self)
{
  const guint *place = (const guint *) (gpointer) self->places->data;

  for (guint i = 0; i < self->n; i++)
    {
      self->crossings[i].sectors = place;
      place += self->crossings[i].n;
    }
}

/**
 * tide_crosswalk_new:
 * @snapshot: a register
 * @taxonomy: (nullable): id of one of its taxonomies
 *
 * Finds out where the classes of all taxonomies lie in @taxonomy. A class of another one lies
 * wholly in a class of @taxonomy that is the same or broader, whichever of the two says so, and so
 * do the classes below it that say nothing themselves. Where there are several such classes, or
 * only ones that are narrower or related, it is mentioned in all of them. Mappings are followed
 * once, not from one to the next.
 *
 * Returns: (transfer full): the crosswalk; it borrows from @snapshot
 */
TideCrosswalk *
tide_crosswalk_new (TideSnapshot *snapshot, const char *taxonomy)
{
  TideCrosswalk *self = g_new0 (TideCrosswalk, 1);
  GArray **links;

  self->n = tide_entries_get_n (tide_snapshot_get_records (snapshot, TIDE_RECORD_SECTOR));
  self->taxonomies = g_new0 (guint, self->n);
  self->parents = g_new0 (guint, self->n);
  self->crossings = g_new0 (TideCrossing, self->n);
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  read_sectors (self, snapshot, taxonomy);
  break_loops (self);
  links = read_mappings (self, snapshot);
  for (guint i = 0; i < self->n; i++)
    resolve (self, links, i);
  point_to_places (self);

  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&links[i], g_array_unref);
  g_free (links);

  return self;
}

/**
 * tide_crosswalk_free:
 * @self: (transfer full): a crosswalk
 */
void
tide_crosswalk_free (TideCrosswalk *self)
{
  g_free (self->taxonomies);
  g_free (self->parents);
  g_free (self->crossings);
  g_array_unref (self->places);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/**
 * tide_crosswalk_get:
 * @self: a crosswalk
 * @sector: position of a sector
 *
 * Returns: (transfer none): where it lies; a class of the taxonomy itself lies wholly in itself
 */
const TideCrossing *
tide_crosswalk_get (const TideCrosswalk *self, guint sector)
{
  return &self->crossings[sector];
}

/**
 * tide_crosswalk_get_all:
 * @self: a crosswalk
 *
 * Returns: (transfer none): what tide_crosswalk_get() says of each sector, by position
 */
const TideCrossing *
tide_crosswalk_get_all (const TideCrosswalk *self)
{
  return self->crossings;
}

/**
 * tide_crosswalk_get_taxonomies:
 * @self: a crosswalk
 *
 * Returns: (transfer none): what tide_crosswalk_get_taxonomy() says of each sector, by position
 */
const guint *
tide_crosswalk_get_taxonomies (const TideCrosswalk *self)
{
  return self->taxonomies;
}

/**
 * tide_crosswalk_get_taxonomy:
 * @self: a crosswalk
 * @sector: position of a sector
 *
 * Returns: the number of its taxonomy, in the order of the register
 */
guint
tide_crosswalk_get_taxonomy (const TideCrosswalk *self, guint sector)
{
  return self->taxonomies[sector];
}

/**
 * tide_crosswalk_get_parent:
 * @self: a crosswalk
 * @sector: position of a sector
 *
 * Returns: position of the class above it in its taxonomy, or %TIDE_NOWHERE
 */
guint
tide_crosswalk_get_parent (const TideCrosswalk *self, guint sector)
{
  return self->parents[sector];
}

/**
 * tide_crosswalk_has_sector:
 * @self: a crosswalk
 * @sector: position of a sector
 *
 * Returns: whether it is a class of the taxonomy
 */
gboolean
tide_crosswalk_has_sector (const TideCrosswalk *self, guint sector)
{
  return self->taxonomies[sector] == self->taxonomy;
}

/**
 * tide_crosswalk_find_sector:
 * @self: a crosswalk
 * @id: (nullable): id of a sector
 *
 * Returns: its position among all sectors, or %TIDE_NOWHERE
 */
guint
tide_crosswalk_find_sector (const TideCrosswalk *self, const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) - 1 : TIDE_NOWHERE;
}

/**
 * tide_crosswalk_choose:
 * @self: a crosswalk
 * @sectors: (array length=n): positions of the classes of a project
 * @n: how many
 * @is_crossed: (out): whether mappings have to be followed
 *
 * Chooses by which of its classes a project is placed in the taxonomy: by those in it; where there
 * are none, by those of the first other taxonomy, in the order of the register, of which one lies
 * somewhere in it.
 *
 * Returns: number of the taxonomy whose classes place it, or %TIDE_NOWHERE
 */
guint
tide_crosswalk_choose (const TideCrosswalk *self,
                       const guint32 *sectors,
                       guint n,
                       gboolean *is_crossed)
{
  guint chosen = TIDE_NOWHERE;

  *is_crossed = FALSE;
  for (guint i = 0; i < n; i++)
    {
      const guint taxonomy = self->taxonomies[sectors[i]];

      if (taxonomy == self->taxonomy)
        {
          *is_crossed = FALSE;
          return taxonomy;
        }
      if (self->crossings[sectors[i]].n > 0 && taxonomy < chosen)
        {
          *is_crossed = TRUE;
          chosen = taxonomy;
        }
    }

  return chosen;
}

/**
 * tide_classification_get_weight:
 * @entry: a class of a project
 * @is_only: whether the project has no other class in its taxonomy
 *
 * Returns: its share, with six digits behind the point: %TIDE_WHOLE_WEIGHT for all of the project,
 *   0 where it says nothing or nonsense; one class without a share is all of it
 */
gint64
tide_classification_get_weight (const TideClassification *entry, gboolean is_only)
{
  gint64 weight = 0;

  if (!entry->share.is_set)
    return is_only ? TIDE_WHOLE_WEIGHT : 0;
  if (!tide_decimal_rescale (&entry->share, SHARE_SCALE, &weight) || weight < 0)
    return 0;

  return weight;
}
