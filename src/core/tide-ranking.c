/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-ranking.h"

#include <string.h>

/* Marks the first of those that have equal keys. */
#define FIRST_OF_EQUALS (G_GUINT64_CONSTANT (1) << 31)
#define POSITION_MASK (FIRST_OF_EQUALS - 1)

struct _TideRanking
{
  guint n;
  guint n_known;      /* those that have a value stand in front */
  guint32 *positions; /* owned: ascending, with marks */
};

typedef struct
{
  guint64 head;     /* compares like the key as far as it reaches */
  const char *text; /* unowned (nullable): the whole key of a text */
  const char *id;   /* unowned */
  guint32 position;
  gboolean is_missing;
} Item;

/* What one ranking is made with. */
typedef struct
{
  const TideOrder *order;
  TideSnapshot *snapshot;
  GHashTable *shared; /* owned, of TideSortKey by id: names that many projects have in common */
  GPtrArray *texts;   /* owned: keys of texts of one project each */
} Maker;

static void
sort_key_free (gpointer data)
{
  tide_sort_key_clear (data);
  g_free (data);
}

/* The first eight bytes, so that most comparisons are done without going to the text. */
static guint64
get_head (const char *text)
{
  guint64 head = 0;

  for (guint i = 0; i < 8; i++)
    {
      head = head << 8 | (guchar) *text;
      if (*text != '\0')
        text++;
    }

  return head;
}

static void
item_set_key (Item *self, const TideSortKey *key)
{
  self->is_missing = key->is_missing;
  self->text = key->text;
  if (key->is_missing)
    return;

  self->head = key->text != NULL ? get_head (key->text)
                                 : (guint64) key->number ^ (G_GUINT64_CONSTANT (1) << 63);
}

static const TideSortKey *
ensure_shared_key (Maker *self, const char *id, const TideProjectPayload *project)
{
  TideSortKey *key = g_hash_table_lookup (self->shared, id);

  if (key == NULL)
    {
      key = g_new (TideSortKey, 1);
      tide_order_make_key (self->order, project, self->snapshot, key);
      g_hash_table_insert (self->shared, (gpointer) id, key);
    }

  return key;
}

static void
make_item (Maker *self, const TideProjectPayload *project, guint position, Item *item)
{
  const char *id = tide_order_get_shared_id (self->order, project);
  TideSortKey key;

  *item = (Item) { .id = project->base.id, .position = position };
  if (id != NULL)
    {
      item_set_key (item, ensure_shared_key (self, id, project));
      return;
    }

  tide_order_make_key (self->order, project, self->snapshot, &key);
  item_set_key (item, &key);
  if (key.text != NULL)
    g_ptr_array_add (self->texts, key.text);
}

static int
compare_keys (const Item *a, const Item *b)
{
  if (a->is_missing || b->is_missing)
    return (int) a->is_missing - (int) b->is_missing;
  if (a->head != b->head)
    return a->head < b->head ? -1 : 1;

  return a->text != NULL ? strcmp (a->text, b->text) : 0;
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const int order = compare_keys (a, b);

  return order != 0 ? order : strcmp (((const Item *) a)->id, ((const Item *) b)->id);
}

static void
take_positions (TideRanking *self, const Item *items)
{
  for (guint i = 0; i < self->n; i++)
    {
      self->positions[i] = items[i].position;
      if (i == 0 || compare_keys (&items[i - 1], &items[i]) != 0)
        self->positions[i] |= FIRST_OF_EQUALS;
      if (!items[i].is_missing)
        self->n_known = i + 1;
    }
}

/**
 * tide_ranking_new:
 * @order: the order; its direction does not matter
 * @projects: (element-type TideProjectPayload): sealed projects, fewer than 2^31
 * @snapshot: the register they are in
 *
 * Sorts projects as tide_order_compare() has it, those that are equal by their ids. Each key is
 * made once: 100,000 names take some tenths of a second, so this is for a thread of its own.
 *
 * Returns: (transfer full): the ranking
 */
TideRanking *
tide_ranking_new (const TideOrder *order, const GPtrArray *projects, TideSnapshot *snapshot)
{
  TideRanking *self = g_new0 (TideRanking, 1);
  g_autoptr (GHashTable) shared
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, sort_key_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Maker maker = { .order = order, .snapshot = snapshot, .shared = shared, .texts = texts };
  g_autofree Item *items = g_new (Item, projects->len);

  for (guint i = 0; i < projects->len; i++)
    make_item (&maker, g_ptr_array_index (projects, i), i, &items[i]);
  g_sort_array (items, projects->len, sizeof *items, compare_items, NULL);

  self->n = projects->len;
  self->positions = g_new (guint32, self->n);
  take_positions (self, items);

  return self;
}

/**
 * tide_ranking_free:
 * @self: (transfer full): a ranking
 */
void
tide_ranking_free (TideRanking *self)
{
  g_free (self->positions);
  g_free (self);
}

/* Those with equal keys stay in the order of their ids. */
static void
turn_round (TideRanking *self, guint32 *positions)
{
  guint end = self->n_known;
  guint n = 0;

  for (guint i = self->n_known; i > 0; i--)
    {
      if (!(self->positions[i - 1] & FIRST_OF_EQUALS))
        continue;
      for (guint j = i - 1; j < end; j++)
        positions[n++] = self->positions[j] & POSITION_MASK;
      end = i - 1;
    }
}

/**
 * tide_ranking_dup_positions:
 * @self: a ranking
 * @descending: whether the largest comes first; projects without a value come last either way
 *
 * Returns: (transfer full): the positions in the array that the ranking was made of, first to last
 */
guint32 *
tide_ranking_dup_positions (TideRanking *self, gboolean descending)
{
  guint32 *positions = g_new (guint32, self->n);

  for (guint i = descending ? self->n_known : 0; i < self->n; i++)
    positions[i] = self->positions[i] & POSITION_MASK;
  if (descending)
    turn_round (self, positions);

  return positions;
}
