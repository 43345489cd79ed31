/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-sector-tree.h"

#include "core/tide-search.h"
#include "ui/lists/tide-sector-node.h"

#include <string.h>

/* The key of the group of what is in no sector. */
#define NONE "none"

struct _TideSectorTree
{
  GListStore *roots;  /* owned, of TideSectorNode */
  GHashTable *by_key; /* owned, of keys and nodes of the nodes */
  GString *shape;     /* owned: which nodes there are, and what each stands below */
  guint n_sectors;
  guint n_shown;
};

/* What a tree is made of. */
typedef struct
{
  TideSnapshot *snapshot;
  const char *taxonomy;
  TideSearch *search;  /* owned; NULL for all */
  GPtrArray *sectors;  /* of the taxonomy, in its order */
  GHashTable *by_id;   /* of these, by id */
  GHashTable *visible; /* ids of those that match and of those above them */
  guint n_matching;
} Plan;

static gboolean
is_cyclic (const Plan *plan, const TideSectorPayload *sector)
{
  const TideSectorPayload *above = sector;

  for (guint i = 0; above != NULL && i <= plan->sectors->len; i++)
    above = above->parent != NULL ? g_hash_table_lookup (plan->by_id, above->parent) : NULL;

  return above != NULL;
}

/* The sector that @sector stands below in this tree. A ring of parents hangs from nothing: each of
 * its sectors is shown on top. */
static const TideSectorPayload *
find_parent (const Plan *plan, const TideSectorPayload *sector)
{
  if (sector->parent == NULL || is_cyclic (plan, sector))
    return NULL;

  return g_hash_table_lookup (plan->by_id, sector->parent);
}

static gboolean
matches (const Plan *plan, const TideSectorPayload *sector)
{
  g_autofree char *text = NULL;

  if (plan->search == NULL)
    return TRUE;

  text = g_strdup_printf ("%s\n%s\n%s", sector->name.en != NULL ? sector->name.en : "",
                          sector->name.zh != NULL ? sector->name.zh : "",
                          sector->code != NULL ? sector->code : "");

  return tide_search_finds (plan->search, text);
}

static void
plan_init (Plan *plan, TideSnapshot *snapshot, const char *taxonomy, const char *search)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_SECTOR);

  plan->snapshot = snapshot;
  plan->taxonomy = taxonomy;
  plan->search = tide_search_new (search);
  plan->sectors = g_ptr_array_new ();
  plan->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  plan->visible = g_hash_table_new (g_str_hash, g_str_equal);
  plan->n_matching = 0;

  for (guint i = 0; taxonomy != NULL && i < tide_entries_get_n (records); i++)
    {
      TideSectorPayload *sector = g_ptr_array_index (records, i);

      if (g_strcmp0 (sector->taxonomy, taxonomy) != 0)
        continue;
      g_ptr_array_add (plan->sectors, sector);
      g_hash_table_insert (plan->by_id, sector->base.id, sector);
    }

  for (guint i = 0; i < plan->sectors->len; i++)
    {
      const TideSectorPayload *sector = g_ptr_array_index (plan->sectors, i);

      if (!matches (plan, sector))
        continue;
      plan->n_matching++;
      for (; sector != NULL && g_hash_table_add (plan->visible, sector->base.id);
           sector = find_parent (plan, sector))
        ;
    }
}

static void
plan_clear (Plan *plan)
{
  g_clear_pointer (&plan->search, tide_search_free);
  g_ptr_array_unref (plan->sectors);
  g_hash_table_unref (plan->by_id);
  g_hash_table_unref (plan->visible);
}

static const TideFigure *
find_figure (const TideBreakdown *breakdown, const char *key)
{
  for (guint i = 0; breakdown != NULL && i < breakdown->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (breakdown->groups, i);

      if (g_str_equal (group->key, key))
        return group->figure;
    }

  return NULL;
}

/* What is in no sector has a row where there is any of it, and nothing is searched for. */
static gboolean
has_unclassified (const Plan *plan, const TideBreakdown *breakdown)
{
  const TideFigure *figure = find_figure (breakdown, NONE);

  return figure != NULL && plan->search == NULL
         && (figure->n_counted > 0 || figure->base.minor != 0);
}

static gboolean
is_visible (const Plan *plan, const TideSectorPayload *sector)
{
  return g_hash_table_contains (plan->visible, sector->base.id);
}

static GString *
describe_shape (const Plan *plan, const TideBreakdown *breakdown)
{
  GString *shape = g_string_new (plan->taxonomy);

  for (guint i = 0; i < plan->sectors->len; i++)
    {
      const TideSectorPayload *sector = g_ptr_array_index (plan->sectors, i);
      const TideSectorPayload *parent = find_parent (plan, sector);

      if (is_visible (plan, sector))
        g_string_append_printf (shape, "\n%s<%s", sector->base.id,
                                parent != NULL ? parent->base.id : "");
    }
  if (has_unclassified (plan, breakdown))
    g_string_append (shape, "\n" NONE);

  return shape;
}

static TideSectorNode *
add_node (TideSectorTree *self, GPtrArray *roots, const char *key)
{
  TideSectorNode *node = tide_sector_node_new (key);

  g_hash_table_insert (self->by_key, (char *) tide_sector_node_get_key (node), node);
  g_ptr_array_add (roots, node);

  return node;
}

/* All nodes are made first, as a sector may stand before the one that it is part of. */
static void
build (TideSectorTree *self, const Plan *plan, gboolean unclassified)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();

  g_hash_table_remove_all (self->by_key);
  for (guint i = 0; i < plan->sectors->len; i++)
    {
      const TideSectorPayload *sector = g_ptr_array_index (plan->sectors, i);

      if (is_visible (plan, sector))
        add_node (self, nodes, sector->base.id);
    }
  if (unclassified)
    add_node (self, nodes, NONE);

  for (guint i = 0; i < nodes->len; i++)
    {
      TideSectorNode *node = g_ptr_array_index (nodes, i);
      const TideSectorPayload *sector
          = g_hash_table_lookup (plan->by_id, tide_sector_node_get_key (node));
      const TideSectorPayload *parent = sector != NULL ? find_parent (plan, sector) : NULL;

      if (parent == NULL)
        g_ptr_array_add (roots, node);
      else
        g_list_store_append (
            tide_sector_node_get_children (g_hash_table_lookup (self->by_key, parent->base.id)),
            node);
    }

  g_list_store_splice (self->roots, 0, g_list_model_get_n_items (G_LIST_MODEL (self->roots)),
                       roots->pdata, roots->len);
}

/**
 * tide_sector_tree_new:
 *
 * Returns: (transfer full): a tree without nodes
 */
TideSectorTree *
tide_sector_tree_new (void)
{
  TideSectorTree *self = g_new0 (TideSectorTree, 1);

  self->roots = g_list_store_new (TIDE_TYPE_SECTOR_NODE);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->shape = g_string_new (NULL);

  return self;
}

/**
 * tide_sector_tree_free:
 * @self: (transfer full): a tree
 */
void
tide_sector_tree_free (TideSectorTree *self)
{
  g_hash_table_unref (self->by_key);
  g_object_unref (self->roots);
  g_string_free (self->shape, TRUE);
  g_free (self);
}

/**
 * tide_sector_tree_get_roots:
 * @self: a tree
 *
 * Returns: (transfer none): the uppermost nodes
 */
GListModel *
tide_sector_tree_get_roots (TideSectorTree *self)
{
  return G_LIST_MODEL (self->roots);
}

/**
 * tide_sector_tree_get_n_sectors:
 * @self: a tree
 *
 * Returns: how many sectors the taxonomy has
 */
guint
tide_sector_tree_get_n_sectors (TideSectorTree *self)
{
  return self->n_sectors;
}

/**
 * tide_sector_tree_get_n_shown:
 * @self: a tree
 *
 * Returns: how many of them match the search
 */
guint
tide_sector_tree_get_n_shown (TideSectorTree *self)
{
  return self->n_shown;
}

/**
 * tide_sector_tree_update:
 * @self: a tree
 * @snapshot: a snapshot of the register
 * @taxonomy: (nullable): id of the taxonomy to show
 * @search: (nullable): what a name or a code must contain; what stands above a match is shown too
 * @breakdown: (nullable): the figures, by sector of the taxonomy; they are borrowed until the next
 *   update
 *
 * Returns: whether there are other nodes than before
 */
gboolean
tide_sector_tree_update (TideSectorTree *self,
                         TideSnapshot *snapshot,
                         const char *taxonomy,
                         const char *search,
                         const TideBreakdown *breakdown)
{
  Plan plan;
  g_autoptr (GString) shape = NULL;
  GHashTableIter iter;
  gpointer key, node;
  gboolean is_other;

  plan_init (&plan, snapshot, taxonomy, search);
  shape = describe_shape (&plan, breakdown);
  is_other = !g_string_equal (shape, self->shape);
  if (is_other)
    build (self, &plan, has_unclassified (&plan, breakdown));
  g_string_assign (self->shape, shape->str);

  g_hash_table_iter_init (&iter, self->by_key);
  while (g_hash_table_iter_next (&iter, &key, &node))
    {
      tide_sector_node_set_payload (node, g_hash_table_lookup (plan.by_id, key));
      tide_sector_node_set_figure (node, find_figure (breakdown, key));
    }
  self->n_sectors = plan.sectors->len;
  self->n_shown = plan.n_matching;
  plan_clear (&plan);

  return is_other;
}
