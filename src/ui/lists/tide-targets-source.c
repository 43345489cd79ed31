/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-targets-source.h"

struct _TideTargetsSource
{
  TideFindingsSource parent_instance;
};

G_DEFINE_FINAL_TYPE (TideTargetsSource, tide_targets_source, TIDE_TYPE_FINDINGS_SOURCE)

static gpointer
tell (TideSnapshot *snapshot, gpointer previous)
{
  return tide_targets_new (snapshot, previous);
}

static gpointer
hold (gpointer targets)
{
  return tide_targets_ref (targets);
}

static void
tide_targets_source_class_init (TideTargetsSourceClass *klass)
{
  TideFindingsSourceClass *source_class = TIDE_FINDINGS_SOURCE_CLASS (klass);

  source_class->find = tell;
  source_class->hold = hold;
  source_class->let_go = (GDestroyNotify) tide_targets_unref;
}

static void
tide_targets_source_init (TideTargetsSource *self)
{
}

/**
 * tide_targets_source_new:
 *
 * Returns: (transfer full): a source without a register
 */
TideTargetsSource *
tide_targets_source_new (void)
{
  return g_object_new (TIDE_TYPE_TARGETS_SOURCE, NULL);
}

/**
 * tide_targets_source_get_targets:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): what was told last, %NULL before anything was
 */
TideTargets *
tide_targets_source_get_targets (TideTargetsSource *self)
{
  g_return_val_if_fail (TIDE_IS_TARGETS_SOURCE (self), NULL);

  return tide_findings_source_get_findings (TIDE_FINDINGS_SOURCE (self));
}
