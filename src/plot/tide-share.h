/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideShare:
 * @permille: the share in thousandths; above 1000 where the part is more than the whole
 * @is_rounded: whether that is not exactly it
 *
 * What part of something a number is.
 */
typedef struct
{
  guint permille;
  gboolean is_rounded;
} TideShare;

gboolean tide_share_init (TideShare *self, double part, double whole);

G_END_DECLS
