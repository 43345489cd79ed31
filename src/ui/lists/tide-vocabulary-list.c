/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-vocabulary-list.h"

#include <glib/gi18n-lib.h>

struct _TideVocabularyList
{
  GObject parent_instance;

  TideRegister *reg; /* owned */
  const TideVocabulary *vocabulary;
  GPtrArray *items; /* owned, of TideVocabularyItem */
};

static void tide_vocabulary_list_init_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideVocabularyList,
                               tide_vocabulary_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      tide_vocabulary_list_init_model))

/* A record in the order of the list. */
typedef struct
{
  const TidePayload *payload;
  guint depth;
  char *key; /* owned; nullable: what it is sorted by */
} Place;

static void
place_clear (Place *place)
{
  g_free (place->key);
}

static GArray *
places_new (void)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, (GDestroyNotify) place_clear);

  return places;
}

static const char *
get_label (const TidePayload *payload)
{
  const char *label = tide_payload_get_label (payload, tide_language_get_default ());

  return label != NULL ? label : _ ("Without a Name");
}

/* Order ------------------------------------------------------------------------------------- */

static const char *
get_parent (TideVocabularyList *self, const TidePayload *payload)
{
  const TideMember *member = tide_shape_find (payload->shape, "parent");
  const char *parent
      = member != NULL ? G_STRUCT_MEMBER (const char *, payload, member->offset) : NULL;

  return parent != NULL && tide_register_lookup (self->reg, self->vocabulary->kind, parent) != NULL
             ? parent
             : NULL;
}

/* The records without a parent under the empty id, the others under that of their parent. */
static GHashTable *
group_by_parent (TideVocabularyList *self)
{
  TideList *list = tide_register_get_list (self->reg, self->vocabulary->kind);
  GHashTable *groups
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TidePayload *payload = tide_list_get_payload (list, i);
      const char *parent = get_parent (self, payload);
      const char *key = parent != NULL ? parent : "";
      GPtrArray *group = g_hash_table_lookup (groups, key);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, (gpointer) key, group);
        }
      g_ptr_array_add (group, (gpointer) payload);
    }

  return groups;
}

/* So that the first is on top. */
static void
push_group (GArray *stack, GHashTable *groups, const char *parent, guint depth)
{
  const GPtrArray *group = g_hash_table_lookup (groups, parent);

  for (guint i = tide_entries_get_n (group); i > 0; i--)
    {
      const Place place = { .payload = g_ptr_array_index (group, i - 1), .depth = depth };

      g_array_append_val (stack, place);
    }
}

/* Appends what is on the stack, each with all that stands below it, and each once. */
static void
unfold (GArray *stack, GHashTable *groups, GHashTable *seen, GArray *places)
{
  while (stack->len > 0)
    {
      const Place place = g_array_index (stack, Place, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      if (!g_hash_table_add (seen, (gpointer) place.payload))
        continue;

      g_array_append_val (places, place);
      push_group (stack, groups, place.payload->id, place.depth + 1);
    }
}

/* A register may be opened with records that stand below themselves: they come last. */
static GArray *
order_by_parent (TideVocabularyList *self)
{
  TideList *list = tide_register_get_list (self->reg, self->vocabulary->kind);
  g_autoptr (GHashTable) groups = group_by_parent (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Place));
  GArray *places = places_new ();

  push_group (stack, groups, "", 0);
  unfold (stack, groups, seen, places);
  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const Place place = { .payload = tide_list_get_payload (list, i) };

      g_array_append_val (stack, place);
      unfold (stack, groups, seen, places);
    }

  return places;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Place *) a)->key, ((const Place *) b)->key);
}

static GArray *
order_by_name (TideVocabularyList *self)
{
  TideList *list = tide_register_get_list (self->reg, self->vocabulary->kind);
  GArray *places = places_new ();

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TidePayload *payload = tide_list_get_payload (list, i);
      const Place place
          = { .payload = payload, .key = g_utf8_collate_key (get_label (payload), -1) };

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_keys);

  return places;
}

/* Items ------------------------------------------------------------------------------------- */

static char *
dup_search_text (const TidePayload *payload, const char *details)
{
  const TideText *name = tide_payload_get_name (payload);
  g_autofree char *text
      = g_strjoin ("\n", details, get_label (payload), name != NULL && name->en ? name->en : "",
                   name != NULL && name->zh ? name->zh : "", NULL);

  return tide_text_fold (text);
}

static gboolean
is_retired (const TidePayload *payload)
{
  const TideMember *member = tide_shape_find (payload->shape, "retired");

  return member != NULL && G_STRUCT_MEMBER (gboolean, payload, member->offset);
}

static void
show_record (TideVocabularyList *self,
             TideVocabularyItem *item,
             const Place *place,
             GHashTable *uses)
{
  g_autofree char *details
      = tide_vocabulary_dup_details (self->vocabulary, self->reg, place->payload);
  g_autofree char *search_text = dup_search_text (place->payload, details);
  const TideVocabularyLook look = {
    .title = get_label (place->payload),
    .details = details,
    .search_text = search_text,
    .n_uses = GPOINTER_TO_UINT (g_hash_table_lookup (uses, place->payload->id)),
    .depth = place->depth,
    .is_referred = self->vocabulary->kind != TIDE_RECORD_TARGET,
    .is_retired = is_retired (place->payload),
  };

  tide_vocabulary_item_set_look (item, &look);
}

static GHashTable *
index_items (TideVocabularyList *self)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->items->len; i++)
    {
      TideVocabularyItem *item = g_ptr_array_index (self->items, i);

      g_hash_table_insert (index, (gpointer) tide_vocabulary_item_get_id (item), item);
    }

  return index;
}

static GPtrArray *
create_items (TideVocabularyList *self)
{
  const TideShape *shape = tide_shape_for_kind (self->vocabulary->kind);
  g_autoptr (GArray) places = shape->is_ordered ? order_by_parent (self) : order_by_name (self);
  g_autoptr (GHashTable) uses = tide_register_count_references (self->reg, self->vocabulary->kind);
  g_autoptr (GHashTable) known = index_items (self);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      TideVocabularyItem *item = g_hash_table_lookup (known, place->payload->id);

      item = item != NULL ? g_object_ref (item) : tide_vocabulary_item_new (place->payload->id);
      show_record (self, item, place, uses);
      g_ptr_array_add (items, item);
    }

  return items;
}

/* What stays in place at both ends is not touched. */
static void
refill (TideVocabularyList *self)
{
  g_autoptr (GPtrArray) before = self->items;
  GPtrArray *after = create_items (self);
  guint start = 0;
  guint end = 0;

  while (start < MIN (before->len, after->len) && before->pdata[start] == after->pdata[start])
    start++;
  while (end < MIN (before->len, after->len) - start
         && before->pdata[before->len - 1 - end] == after->pdata[after->len - 1 - end])
    end++;

  self->items = after;
  if (before->len - end > start || after->len - end > start)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - end - start,
                                after->len - end - start);
}

/* GListModel -------------------------------------------------------------------------------- */

static GType
tide_vocabulary_list_get_item_type (GListModel *model)
{
  return TIDE_TYPE_VOCABULARY_ITEM;
}

static guint
tide_vocabulary_list_get_n_items (GListModel *model)
{
  return TIDE_VOCABULARY_LIST (model)->items->len;
}

static gpointer
tide_vocabulary_list_get_item (GListModel *model, guint position)
{
  TideVocabularyList *self = TIDE_VOCABULARY_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
}

static void
tide_vocabulary_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = tide_vocabulary_list_get_item_type;
  iface->get_n_items = tide_vocabulary_list_get_n_items;
  iface->get_item = tide_vocabulary_list_get_item;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_vocabulary_list_finalize (GObject *object)
{
  TideVocabularyList *self = TIDE_VOCABULARY_LIST (object);

  g_ptr_array_unref (self->items);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_vocabulary_list_parent_class)->finalize (object);
}

static void
tide_vocabulary_list_class_init (TideVocabularyListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_vocabulary_list_finalize;
}

static void
tide_vocabulary_list_init (TideVocabularyList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tide_vocabulary_list_new:
 * @reg: a register
 * @kind: a kind that has a #TideVocabulary
 *
 * Returns: (transfer full): a list of its records
 */
TideVocabularyList *
tide_vocabulary_list_new (TideRegister *reg, TideRecordKind kind)
{
  TideVocabularyList *self;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (tide_vocabulary_find (kind) != NULL, NULL);

  self = g_object_new (TIDE_TYPE_VOCABULARY_LIST, NULL);
  self->reg = g_object_ref (reg);
  self->vocabulary = tide_vocabulary_find (kind);
  g_signal_connect_object (reg, "stepped", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  refill (self);

  return self;
}
