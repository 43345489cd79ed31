/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TidePage:
 * @keep_view: puts what the person has chosen to see into the dictionary
 * @restore_view: shows what was kept; entries may be missing, of another type, or name what the
 *   register no longer has
 *
 * A page of the window that is left and found again as it was: the next time its register is
 * opened, it shows what it showed.
 */
#define TIDE_TYPE_PAGE (tide_page_get_type ())
G_DECLARE_INTERFACE (TidePage, tide_page, TIDE, PAGE, GtkWidget)

struct _TidePageInterface
{
  GTypeInterface parent_iface;

  void (*keep_view) (TidePage *self, GVariantDict *view);
  void (*restore_view) (TidePage *self, GVariantDict *view);
};

GVariant *tide_page_dup_view (TidePage *self);
void tide_page_restore_view (TidePage *self, GVariant *view);

G_END_DECLS
