/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-party-page.h"

#include "core/tide-draft.h"
#include "ui/rows/tide-code-row.h"
#include "ui/rows/tide-field-link.h"
#include "ui/rows/tide-field-row.h"

#include <glib/gi18n-lib.h>

struct _TidePartyPage
{
  AdwNavigationPage parent_instance;

  TideDraft *draft;           /* owned */
  AdwPreferencesGroup *group; /* template child */
  TideFieldRow *name_en;      /* template child */
  TideFieldRow *name_zh;      /* template child */
  AdwBanner *banner;          /* template child */
};

G_DEFINE_FINAL_TYPE (TidePartyPage, tide_party_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNAL_CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_party (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TidePartyPage *self = TIDE_PARTY_PAGE (widget);
  TideField *wrong = tide_draft_check (self->draft);
  GtkWidget *view = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (wrong != NULL)
    {
      GtkWidget *row = tide_field_find_row (widget, wrong);

      if (row != NULL)
        gtk_widget_grab_focus (row);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), tide_field_get_problem (wrong),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      return;
    }

  if (!tide_draft_commit (self->draft, &id, &error))
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_CREATED], 0, id);
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
on_entry_activated (TidePartyPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "party.add", NULL);
}

static void
on_page_shown (TidePartyPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (
      tide_language_get_default () == TIDE_LANGUAGE_ZH ? self->name_zh : self->name_en));
}

static void
tide_party_page_dispose (GObject *object)
{
  TidePartyPage *self = TIDE_PARTY_PAGE (object);

  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_PARTY_PAGE);

  G_OBJECT_CLASS (tide_party_page_parent_class)->dispose (object);
}

static void
tide_party_page_class_init (TidePartyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_party_page_dispose;

  signals[SIGNAL_CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "party.add", NULL, add_party);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-party-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TidePartyPage, banner);
  gtk_widget_class_bind_template_child (widget_class, TidePartyPage, group);
  gtk_widget_class_bind_template_child (widget_class, TidePartyPage, name_en);
  gtk_widget_class_bind_template_child (widget_class, TidePartyPage, name_zh);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_page_shown);
}

static void
tide_party_page_init (TidePartyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_party_page_new:
 *
 * Returns: (transfer floating): a page for a party that is not in @reg yet
 */
AdwNavigationPage *
tide_party_page_new (TideRegister *reg)
{
  TidePartyPage *self = g_object_new (TIDE_TYPE_PARTY_PAGE, NULL);
  GtkWidget *kind = tide_code_row_new (TIDE_CODES_PARTY_KIND);

  self->draft = tide_draft_new (reg, TIDE_RECORD_PARTY, NULL);
  tide_field_row_set_field (self->name_en, tide_draft_get_field (self->draft, "name/en"));
  tide_field_row_set_field (self->name_zh, tide_draft_get_field (self->draft, "name/zh"));
  tide_code_row_set_field (TIDE_CODE_ROW (kind), tide_draft_get_field (self->draft, "kind"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (kind), _ ("Kind"));
  adw_preferences_group_add (self->group, kind);
  return ADW_NAVIGATION_PAGE (self);
}
