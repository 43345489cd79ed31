/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-attention-model.h"

#include "ui/lists/tide-finding-text.h"

struct _TideAttentionItem
{
  GObject parent_instance;

  TideSnapshot *snapshot;            /* owned */
  const TideProjectPayload *project; /* of the snapshot */
  TideCheck check;
  GArray *findings; /* owned, nullable until they are asked for, of TideFinding */
};

G_DEFINE_FINAL_TYPE (TideAttentionItem, tide_attention_item, G_TYPE_OBJECT)

struct _TideAttentionModel
{
  GObject parent_instance;

  TideSnapshot *snapshot; /* owned, nullable */
  GArray *places;         /* owned, of TideAttentionPlace */
};

static void tide_attention_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideAttentionModel,
                               tide_attention_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      tide_attention_model_list_init))

/* Items ------------------------------------------------------------------------------------- */

static void
tide_attention_item_finalize (GObject *object)
{
  TideAttentionItem *self = TIDE_ATTENTION_ITEM (object);

  g_clear_pointer (&self->findings, g_array_unref);
  tide_snapshot_unref (self->snapshot);

  G_OBJECT_CLASS (tide_attention_item_parent_class)->finalize (object);
}

static void
tide_attention_item_class_init (TideAttentionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_attention_item_finalize;
}

static void
tide_attention_item_init (TideAttentionItem *self)
{
}

/**
 * tide_attention_item_get_check:
 * @self: an item
 *
 * Returns: the check that finds something
 */
TideCheck
tide_attention_item_get_check (TideAttentionItem *self)
{
  return self->check;
}

/**
 * tide_attention_item_get_project:
 * @self: an item
 *
 * Returns: (transfer none): the project in which it does
 */
const TideProjectPayload *
tide_attention_item_get_project (TideAttentionItem *self)
{
  return self->project;
}

/**
 * tide_attention_item_get_snapshot:
 * @self: an item
 *
 * Returns: (transfer none): the register in which it did
 */
TideSnapshot *
tide_attention_item_get_snapshot (TideAttentionItem *self)
{
  return self->snapshot;
}

static void
keep_finding (const TideFinding *finding, gpointer data)
{
  TideAttentionItem *self = data;

  if (finding->check == self->check)
    g_array_append_vals (self->findings, finding, 1);
}

/**
 * tide_attention_item_get_findings:
 * @self: an item
 *
 * Returns: (transfer none) (element-type TideFinding): all that the check finds in the project
 */
GArray *
tide_attention_item_get_findings (TideAttentionItem *self)
{
  if (self->findings != NULL)
    return self->findings;

  self->findings = g_array_new (FALSE, FALSE, sizeof (TideFinding));
  tide_checks_find (tide_snapshot_get_checks (self->snapshot), self->snapshot, self->project,
                    keep_finding, self);

  return self->findings;
}

/**
 * tide_attention_item_dup_text:
 * @self: an item
 *
 * Returns: (transfer full): what is wrong, a line for each finding
 */
char *
tide_attention_item_dup_text (TideAttentionItem *self)
{
  const GArray *findings = tide_attention_item_get_findings (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = tide_finding_dup_text (&g_array_index (findings, TideFinding, i),
                                                     self->project, self->snapshot);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free_and_steal (text);
}

/**
 * tide_attention_item_dup_mended:
 * @self: an item
 *
 * Returns: (transfer full) (nullable): the project with the first finding mended, sealed; %NULL
 *   where only a person can do that
 */
TidePayload *
tide_attention_item_dup_mended (TideAttentionItem *self)
{
  const GArray *findings = tide_attention_item_get_findings (self);

  return findings->len > 0 ? tide_finding_dup_mended (&g_array_index (findings, TideFinding, 0),
                                                      self->project, self->snapshot)
                           : NULL;
}

/* The list ---------------------------------------------------------------------------------- */

static const TideProjectPayload *
get_project (TideSnapshot *snapshot, const TideAttentionPlace *place)
{
  return g_ptr_array_index (tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT), place->row);
}

static GType
tide_attention_model_get_item_type (GListModel *model)
{
  return TIDE_TYPE_ATTENTION_ITEM;
}

static guint
tide_attention_model_get_n_items (GListModel *model)
{
  return TIDE_ATTENTION_MODEL (model)->places->len;
}

static gpointer
tide_attention_model_get_item (GListModel *model, guint position)
{
  TideAttentionModel *self = TIDE_ATTENTION_MODEL (model);
  const TideAttentionPlace *place;
  TideAttentionItem *item;

  if (position >= self->places->len)
    return NULL;

  place = &g_array_index (self->places, TideAttentionPlace, position);
  item = g_object_new (TIDE_TYPE_ATTENTION_ITEM, NULL);
  item->snapshot = tide_snapshot_ref (self->snapshot);
  item->project = get_project (self->snapshot, place);
  item->check = place->check;

  return item;
}

static void
tide_attention_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = tide_attention_model_get_item_type;
  iface->get_n_items = tide_attention_model_get_n_items;
  iface->get_item = tide_attention_model_get_item;
}

static void
tide_attention_model_finalize (GObject *object)
{
  TideAttentionModel *self = TIDE_ATTENTION_MODEL (object);

  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_array_unref (self->places);

  G_OBJECT_CLASS (tide_attention_model_parent_class)->finalize (object);
}

static void
tide_attention_model_class_init (TideAttentionModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_attention_model_finalize;
}

static void
tide_attention_model_init (TideAttentionModel *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (TideAttentionPlace));
}

/**
 * tide_attention_model_new:
 *
 * Returns: (transfer full): an empty list
 */
TideAttentionModel *
tide_attention_model_new (void)
{
  return g_object_new (TIDE_TYPE_ATTENTION_MODEL, NULL);
}

static gboolean
is_same (TideAttentionModel *self,
         const TideAttentionPlace *place,
         TideSnapshot *snapshot,
         const TideAttentionPlace *other)
{
  return place->check == other->check
         && get_project (self->snapshot, place) == get_project (snapshot, other);
}

/**
 * tide_attention_model_show:
 * @self: a list
 * @attention: what needs attention
 * @set: checks, of %TIDE_CHECK_BIT()
 *
 * Shows what these checks find. What is the same at either end of the list stays.
 */
void
tide_attention_model_show (TideAttentionModel *self, const TideAttention *attention, guint32 set)
{
  GArray *places = tide_attention_dup_places (attention, set);
  const guint shorter = MIN (places->len, self->places->len);
  const guint n_old = self->places->len;
  guint head = 0, tail = 0;

#define OLD(i) (&g_array_index (self->places, TideAttentionPlace, i))
#define NEW(i) (&g_array_index (places, TideAttentionPlace, i))
  while (head < shorter && is_same (self, OLD (head), attention->snapshot, NEW (head)))
    head++;
  while (
      tail < shorter - head
      && is_same (self, OLD (n_old - 1 - tail), attention->snapshot, NEW (places->len - 1 - tail)))
    tail++;
#undef OLD
#undef NEW

  g_array_unref (self->places);
  self->places = places;
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  self->snapshot = tide_snapshot_ref (attention->snapshot);
  if (n_old != head + tail || places->len != head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail,
                                places->len - head - tail);
}
