/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-attention-source.h"

struct _TideAttentionSource
{
  TideFindingsSource parent_instance;
};

G_DEFINE_FINAL_TYPE (TideAttentionSource, tide_attention_source, TIDE_TYPE_FINDINGS_SOURCE)

static gpointer
find (TideSnapshot *snapshot, gpointer previous)
{
  return tide_attention_new (snapshot);
}

static void
tide_attention_source_class_init (TideAttentionSourceClass *klass)
{
  TideFindingsSourceClass *source_class = TIDE_FINDINGS_SOURCE_CLASS (klass);

  source_class->find = find;
  source_class->let_go = (GDestroyNotify) tide_attention_free;
}

static void
tide_attention_source_init (TideAttentionSource *self)
{
}

/**
 * tide_attention_source_new:
 *
 * Returns: (transfer full): a source without a register
 */
TideAttentionSource *
tide_attention_source_new (void)
{
  return g_object_new (TIDE_TYPE_ATTENTION_SOURCE, NULL);
}

/**
 * tide_attention_source_get_attention:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): what was found last, %NULL before anything was
 */
const TideAttention *
tide_attention_source_get_attention (TideAttentionSource *self)
{
  g_return_val_if_fail (TIDE_IS_ATTENTION_SOURCE (self), NULL);

  return tide_findings_source_get_findings (TIDE_FINDINGS_SOURCE (self));
}
