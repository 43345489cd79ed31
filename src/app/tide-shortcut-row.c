/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-shortcut-row.h"

#include "core/tide-text.h"

#include <glib/gi18n-lib.h>

struct _TideShortcutRow
{
  AdwPreferencesRow parent_instance;

  /* template children */
  GtkLabel *title_label;
  AdwWrapBox *keys_box;

  char *search_text; /* folded: what it does and its keys */
};

G_DEFINE_FINAL_TYPE (TideShortcutRow, tide_shortcut_row, ADW_TYPE_PREFERENCES_ROW)

/* The row itself is read aloud as a whole. */
static GtkWidget *
new_silent_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_caps (const TideShortcut *shortcut, guint key)
{
  g_auto (GStrv) caps = tide_shortcut_dup_caps (shortcut, key);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  /* Keys are held down from left to right wherever the person's language begins. */
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  for (gsize i = 0; caps[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), new_silent_label (caps[i], "key-cap"));

  return box;
}

static void
fill (TideShortcutRow *self, const TideShortcut *shortcut)
{
  g_autofree char *spoken = tide_shortcut_dup_spoken (shortcut);
  g_autoptr (GString) search_text = g_string_new (spoken);

  gtk_label_set_text (self->title_label, _ (shortcut->title));
  for (guint i = 0; i < shortcut->n_shown; i++)
    {
      g_autofree char *label = tide_shortcut_dup_label (shortcut, i);

      adw_wrap_box_append (self->keys_box, new_caps (shortcut, i));
      g_string_append_printf (search_text, "\n%s", label);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  self->search_text = tide_text_fold (search_text->str);
}

static void
tide_shortcut_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_SHORTCUT_ROW);

  G_OBJECT_CLASS (tide_shortcut_row_parent_class)->dispose (object);
}

static void
tide_shortcut_row_finalize (GObject *object)
{
  g_free (TIDE_SHORTCUT_ROW (object)->search_text);

  G_OBJECT_CLASS (tide_shortcut_row_parent_class)->finalize (object);
}

static void
tide_shortcut_row_class_init (TideShortcutRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_shortcut_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tide_shortcut_row_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-shortcut-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideShortcutRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TideShortcutRow, keys_box);
}

static void
tide_shortcut_row_init (TideShortcutRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_shortcut_row_new:
 * @shortcut: what to show
 *
 * Returns: (transfer floating): a row of the list of keys
 */
TideShortcutRow *
tide_shortcut_row_new (const TideShortcut *shortcut)
{
  TideShortcutRow *self = g_object_new (TIDE_TYPE_SHORTCUT_ROW, NULL);

  fill (self, shortcut);

  return self;
}

/**
 * tide_shortcut_row_matches:
 * @self: a row
 * @text: folded as tide_text_fold() does; empty for any row
 *
 * Returns: whether what it does or its keys contain @text
 */
gboolean
tide_shortcut_row_matches (TideShortcutRow *self, const char *text)
{
  g_return_val_if_fail (TIDE_IS_SHORTCUT_ROW (self), FALSE);

  return strstr (self->search_text, text) != NULL;
}
