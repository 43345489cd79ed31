/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-shortcuts-dialog.h"

#include "core/tide-text.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

#include <string.h>

struct _TideShortcutsDialog
{
  AdwDialog parent_instance;

  GtkWidget *rows[64]; /* of the shortcuts, in the order of the table */
  GtkWidget *groups[TIDE_N_SHORTCUT_GROUPS];

  /* template children */
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (TideShortcutsDialog, tide_shortcuts_dialog, ADW_TYPE_DIALOG)

static char *
dup_words (const TideShortcut *shortcut)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < shortcut->n_shown; i++)
    {
      g_autofree char *label = tide_shortcut_dup_label (shortcut, i);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", label);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static GtkWidget *
new_row (const TideShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *words = dup_words (shortcut);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  gtk_widget_set_focusable (row, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (shortcut->title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  for (guint i = 0; i < shortcut->n_shown; i++)
    {
      g_autofree char *text = tide_shortcut_dup_label (shortcut, i);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (label, "key-cap");
      gtk_box_append (GTK_BOX (box), label);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);

  return row;
}

static void
add_groups (TideShortcutsDialog *self)
{
  guint n;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  g_assert (n <= G_N_ELEMENTS (self->rows));

  for (guint group = 0; group < TIDE_N_SHORTCUT_GROUPS; group++)
    {
      self->groups[group] = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[group]),
                                       tide_shortcut_group_get_title (group));
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (self->groups[group]));
    }
  for (guint i = 0; i < n; i++)
    {
      self->rows[i] = new_row (&shortcuts[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[shortcuts[i].group]),
                                 self->rows[i]);
    }
}

static gboolean
matches (const TideShortcut *shortcut, const char *wanted)
{
  g_autofree char *words = dup_words (shortcut);
  g_autofree char *title = tide_text_fold (_ (shortcut->title));
  g_autofree char *keys = tide_text_fold (words);

  return strstr (title, wanted) != NULL || strstr (keys, wanted) != NULL;
}

static void
on_search_changed (TideShortcutsDialog *self)
{
  g_autofree char *wanted
      = tide_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gboolean is_visible[TIDE_N_SHORTCUT_GROUPS] = { FALSE };
  gboolean has_any = FALSE;
  guint n;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      const gboolean does_match = matches (&shortcuts[i], wanted);

      gtk_widget_set_visible (self->rows[i], does_match);
      is_visible[shortcuts[i].group] |= does_match;
      has_any |= does_match;
    }
  for (guint i = 0; i < TIDE_N_SHORTCUT_GROUPS; i++)
    gtk_widget_set_visible (self->groups[i], is_visible[i]);
  gtk_stack_set_visible_child_name (self->stack, has_any ? "keys" : "nothing");
}

static void
on_search_stopped (TideShortcutsDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
tide_shortcuts_dialog_dispose (GObject *object)
{
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (tide_shortcuts_dialog_parent_class)->dispose (object);
}

static void
tide_shortcuts_dialog_class_init (TideShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideShortcutsDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideShortcutsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TideShortcutsDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
tide_shortcuts_dialog_init (TideShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_groups (self);
}

/**
 * tide_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tide_shortcuts_dialog_new (void)
{
  return g_object_new (TIDE_TYPE_SHORTCUTS_DIALOG, NULL);
}
