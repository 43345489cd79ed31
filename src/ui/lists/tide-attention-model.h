/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-attention.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideAttentionItem:
 *
 * What one check finds in one project.
 */
#define TIDE_TYPE_ATTENTION_ITEM (tide_attention_item_get_type ())
G_DECLARE_FINAL_TYPE (TideAttentionItem, tide_attention_item, TIDE, ATTENTION_ITEM, GObject)

TideCheck tide_attention_item_get_check (TideAttentionItem *self);
const TideProjectPayload *tide_attention_item_get_project (TideAttentionItem *self);
TideSnapshot *tide_attention_item_get_snapshot (TideAttentionItem *self);
GArray *tide_attention_item_get_findings (TideAttentionItem *self);
char *tide_attention_item_dup_text (TideAttentionItem *self);
TidePayload *tide_attention_item_dup_mended (TideAttentionItem *self);

/**
 * TideAttentionModel:
 *
 * A list of #TideAttentionItem, project by project, made when they are asked for.
 */
#define TIDE_TYPE_ATTENTION_MODEL (tide_attention_model_get_type ())
G_DECLARE_FINAL_TYPE (TideAttentionModel, tide_attention_model, TIDE, ATTENTION_MODEL, GObject)

TideAttentionModel *tide_attention_model_new (void);
void
tide_attention_model_show (TideAttentionModel *self, const TideAttention *attention, guint32 set);

G_END_DECLS
