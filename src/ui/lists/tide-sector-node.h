/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"
#include "stats/tide-figure.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideSectorNode:
 *
 * A row of the tree of sectors: a sector with its figure, or what is in no sector. Signal:
 * `changed` when another payload or figure has been set.
 */
#define TIDE_TYPE_SECTOR_NODE (tide_sector_node_get_type ())
G_DECLARE_FINAL_TYPE (TideSectorNode, tide_sector_node, TIDE, SECTOR_NODE, GObject)

TideSectorNode *tide_sector_node_new (const char *key);

const char *tide_sector_node_get_key (TideSectorNode *self);
const TideSectorPayload *tide_sector_node_get_sector (TideSectorNode *self);
const TideFigure *tide_sector_node_get_figure (TideSectorNode *self);
void tide_sector_node_set_payload (TideSectorNode *self, const TidePayload *payload);
void tide_sector_node_set_figure (TideSectorNode *self, const TideFigure *figure);
GListStore *tide_sector_node_get_children (TideSectorNode *self);
char *tide_sector_node_dup_label (TideSectorNode *self, TideLanguage language);

G_END_DECLS
