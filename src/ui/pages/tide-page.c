/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-page.h"

G_DEFINE_INTERFACE (TidePage, tide_page, GTK_TYPE_WIDGET)

static void
tide_page_default_init (TidePageInterface *iface)
{
}

/**
 * tide_page_dup_view:
 * @self: a page with a register
 *
 * Returns: (transfer full): what it shows of its register, an `a{sv}`
 */
GVariant *
tide_page_dup_view (TidePage *self)
{
  g_auto (GVariantDict) view = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (TIDE_IS_PAGE (self), NULL);

  TIDE_PAGE_GET_IFACE (self)->keep_view (self, &view);

  return g_variant_ref_sink (g_variant_dict_end (&view));
}

/**
 * tide_page_restore_view:
 * @self: a page with a register
 * @view: an `a{sv}`, such as tide_page_dup_view() gave, perhaps long ago
 *
 * Shows what was shown then, as far as it is still there.
 */
void
tide_page_restore_view (TidePage *self, GVariant *view)
{
  g_auto (GVariantDict) dict = { 0 };

  g_return_if_fail (TIDE_IS_PAGE (self));
  g_return_if_fail (g_variant_is_of_type (view, G_VARIANT_TYPE_VARDICT));

  g_variant_dict_init (&dict, view);
  TIDE_PAGE_GET_IFACE (self)->restore_view (self, &dict);
}
