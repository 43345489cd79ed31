/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-as-of-banner.h"

#include "ui/lists/tide-moment-text.h"

#include <glib/gi18n-lib.h>

struct _TideAsOfBanner
{
  AdwBin parent_instance;

  /* template children */
  GtkRevealer *revealer;
  GtkLabel *title;
  GtkLabel *account;
};

G_DEFINE_FINAL_TYPE (TideAsOfBanner, tide_as_of_banner, ADW_TYPE_BIN)

static void
tide_as_of_banner_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_AS_OF_BANNER);

  G_OBJECT_CLASS (tide_as_of_banner_parent_class)->dispose (object);
}

static void
tide_as_of_banner_class_init (TideAsOfBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_as_of_banner_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-as-of-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, TideAsOfBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, TideAsOfBanner, title);
  gtk_widget_class_bind_template_child (widget_class, TideAsOfBanner, account);
}

static void
tide_as_of_banner_init (TideAsOfBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_as_of_banner_show:
 * @self: a banner
 * @as_of: (nullable): the register as it is shown; %NULL for the present, of which nothing is told
 *
 * Told to a screen reader too.
 */
void
tide_as_of_banner_show (TideAsOfBanner *self, const TideAsOf *as_of)
{
  g_autofree char *moment = NULL;
  g_autofree char *title = NULL;
  g_autofree char *account = NULL;

  g_return_if_fail (TIDE_IS_AS_OF_BANNER (self));

  gtk_revealer_set_reveal_child (self->revealer, as_of != NULL);
  if (as_of == NULL)
    return;

  moment = tide_moment_dup_text (&as_of->moment);
  /* Translators: %s is a sentence without a full stop, such as: As of 2023-12-31, as known today */
  title = g_strdup_printf (_ ("%s. Read-only."), moment);
  account = tide_as_of_dup_account (as_of);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->account, account != NULL ? account : "");
  gtk_widget_set_visible (GTK_WIDGET (self->account), account != NULL);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
