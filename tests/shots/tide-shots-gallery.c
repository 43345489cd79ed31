/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every kind of chart in its edge cases: pictured by tide-shots, and tested in tests/chart. */

#include "tide-shots-gallery.h"

static const ShotsChart *const families[] = { shots_bars, shots_lines, shots_shapes };

void
shots_gallery_visit (const char *prefix, ShotsChartFunc visit, gpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    for (const ShotsChart *chart = families[i]; chart->name != NULL; chart++)
      if (prefix == NULL || g_str_has_prefix (chart->name, prefix))
        visit (chart, data);
}
