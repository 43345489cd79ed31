/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-funnel-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_FUNNEL_LINKS (tide_funnel_links_get_type ())

G_DECLARE_FINAL_TYPE (TideFunnelLinks, tide_funnel_links, TIDE, FUNNEL_LINKS, GtkWidget)

GtkWidget *tide_funnel_links_new (void);
void tide_funnel_links_set_layout (TideFunnelLinks *self, const TideFunnelLayout *layout);

G_END_DECLS
