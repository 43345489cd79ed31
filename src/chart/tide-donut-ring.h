/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-donut-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_DONUT_RING (tide_donut_ring_get_type ())

G_DECLARE_FINAL_TYPE (TideDonutRing, tide_donut_ring, TIDE, DONUT_RING, GtkWidget)

GtkWidget *tide_donut_ring_new (void);
void
tide_donut_ring_set_layout (TideDonutRing *self, const TideDonutLayout *layout, guint n_slices);
void tide_donut_ring_set_highlighted (TideDonutRing *self, guint slice);

G_END_DECLS
