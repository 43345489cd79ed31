/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-sector-node.h"

#include "core/tide-record.h"

#include <glib/gi18n-lib.h>

struct _TideSectorNode
{
  GObject parent_instance;

  char *key;                /* owned */
  TidePayload *payload;     /* owned; nullable: what is in no sector */
  const TideFigure *figure; /* borrowed from the breakdown of the table; nullable */
  GListStore *children;     /* owned, of TideSectorNode */
};

G_DEFINE_FINAL_TYPE (TideSectorNode, tide_sector_node, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tide_sector_node_finalize (GObject *object)
{
  TideSectorNode *self = TIDE_SECTOR_NODE (object);

  g_free (self->key);
  g_clear_pointer (&self->payload, tide_payload_unref);
  g_object_unref (self->children);

  G_OBJECT_CLASS (tide_sector_node_parent_class)->finalize (object);
}

static void
tide_sector_node_class_init (TideSectorNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_sector_node_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_sector_node_init (TideSectorNode *self)
{
  self->children = g_list_store_new (TIDE_TYPE_SECTOR_NODE);
}

/**
 * tide_sector_node_new:
 * @key: id of the sector, or the key of the group of what is in none
 *
 * Returns: (transfer full): a node without a sector, figure or children
 */
TideSectorNode *
tide_sector_node_new (const char *key)
{
  TideSectorNode *self = g_object_new (TIDE_TYPE_SECTOR_NODE, NULL);

  self->key = g_strdup (key);

  return self;
}

/**
 * tide_sector_node_get_key:
 * @self: a node
 *
 * Returns: (transfer none): what it is known by: the id of its sector, or a key of the breakdown
 */
const char *
tide_sector_node_get_key (TideSectorNode *self)
{
  return self->key;
}

/**
 * tide_sector_node_get_sector:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the sector; %NULL for what is in none
 */
const TideSectorPayload *
tide_sector_node_get_sector (TideSectorNode *self)
{
  return TIDE_SECTOR_PAYLOAD (self->payload);
}

/**
 * tide_sector_node_get_figure:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): its projects and amounts; %NULL while they are counted
 */
const TideFigure *
tide_sector_node_get_figure (TideSectorNode *self)
{
  return self->figure;
}

/**
 * tide_sector_node_set_payload:
 * @self: a node
 * @payload: (nullable): its sector; %NULL for what has none
 */
void
tide_sector_node_set_payload (TideSectorNode *self, const TidePayload *payload)
{
  if (self->payload == payload)
    return;

  g_clear_pointer (&self->payload, tide_payload_unref);
  self->payload = payload != NULL ? tide_payload_ref (payload) : NULL;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tide_sector_node_set_figure:
 * @self: a node
 * @figure: (nullable): its figure, which is borrowed until another one is set
 */
void
tide_sector_node_set_figure (TideSectorNode *self, const TideFigure *figure)
{
  if (self->figure == figure)
    return;

  self->figure = figure;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * tide_sector_node_get_children:
 * @self: a node
 *
 * Returns: (transfer none): the nodes below it
 */
GListStore *
tide_sector_node_get_children (TideSectorNode *self)
{
  return self->children;
}

/**
 * tide_sector_node_dup_label:
 * @self: a node
 * @language: the language to prefer
 *
 * Returns: (transfer full): what to call it
 */
char *
tide_sector_node_dup_label (TideSectorNode *self, TideLanguage language)
{
  const char *label;

  if (self->payload == NULL)
    return g_strdup (_ ("Unclassified"));

  label = tide_payload_get_label (self->payload, language);

  return g_strdup (label != NULL ? label : _ ("Without a Name"));
}
