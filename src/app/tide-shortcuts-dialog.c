/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-shortcuts-dialog.h"

#include "app/tide-shortcut-row.h"
#include "core/tide-text.h"

#include <glib/gi18n-lib.h>

/* What a heading and the room below a group take, in rows. */
#define ROWS_OF_HEADING 2

struct _TideShortcutsDialog
{
  AdwDialog parent_instance;

  /* template children */
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkWidget *start_column;
  GtkWidget *end_column;

  GtkWidget *groups[TIDE_N_SHORTCUT_GROUPS];
  GPtrArray *rows; /* of TideShortcutRow, borrowed from the groups; in the order of the table */
};

G_DEFINE_FINAL_TYPE (TideShortcutsDialog, tide_shortcuts_dialog, ADW_TYPE_DIALOG)

static void
add_rows (TideShortcutsDialog *self, guint n_rows[TIDE_N_SHORTCUT_GROUPS])
{
  guint n;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      TideShortcutRow *row = tide_shortcut_row_new (&shortcuts[i]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[shortcuts[i].group]),
                                 GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
      n_rows[shortcuts[i].group]++;
    }
}

/* The groups keep their order: what makes up the first half stands in the first column. */
static void
add_groups (TideShortcutsDialog *self)
{
  guint n_rows[TIDE_N_SHORTCUT_GROUPS] = { 0 };
  guint n_total, n_above = 0;

  for (guint i = 0; i < TIDE_N_SHORTCUT_GROUPS; i++)
    {
      self->groups[i] = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[i]),
                                       tide_shortcut_group_get_title (i));
    }
  add_rows (self, n_rows);

  n_total = self->rows->len + TIDE_N_SHORTCUT_GROUPS * ROWS_OF_HEADING;
  for (guint i = 0; i < TIDE_N_SHORTCUT_GROUPS; i++)
    {
      const gboolean is_first_half = 2 * n_above + n_rows[i] < n_total;

      gtk_box_append (GTK_BOX (is_first_half ? self->start_column : self->end_column),
                      self->groups[i]);
      n_above += n_rows[i] + ROWS_OF_HEADING;
    }
}

static gboolean
is_any_child_visible (GtkWidget *column)
{
  for (GtkWidget *child = gtk_widget_get_first_child (column); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      return TRUE;

  return FALSE;
}

static void
show_matching (TideShortcutsDialog *self, const char *wanted)
{
  gboolean has_match[TIDE_N_SHORTCUT_GROUPS] = { FALSE };
  guint n;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      TideShortcutRow *row = g_ptr_array_index (self->rows, i);
      const gboolean does_match = tide_shortcut_row_matches (row, wanted);

      gtk_widget_set_visible (GTK_WIDGET (row), does_match);
      has_match[shortcuts[i].group] |= does_match;
    }
  for (guint i = 0; i < TIDE_N_SHORTCUT_GROUPS; i++)
    gtk_widget_set_visible (self->groups[i], has_match[i]);
  gtk_widget_set_visible (self->start_column, is_any_child_visible (self->start_column));
  gtk_widget_set_visible (self->end_column, is_any_child_visible (self->end_column));
}

static void
on_search_changed (TideShortcutsDialog *self)
{
  g_autofree char *typed
      = tide_text_normalise (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_autofree char *wanted = tide_text_fold (typed != NULL ? typed : "");
  gboolean has_any;

  show_matching (self, wanted);
  has_any
      = gtk_widget_get_visible (self->start_column) || gtk_widget_get_visible (self->end_column);
  gtk_stack_set_visible_child_name (self->stack, has_any ? "keys" : "nothing");
  if (!has_any)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("No Shortcuts Found"),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
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
  g_clear_pointer (&TIDE_SHORTCUTS_DIALOG (object)->rows, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, TideShortcutsDialog, start_column);
  gtk_widget_class_bind_template_child (widget_class, TideShortcutsDialog, end_column);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
tide_shortcuts_dialog_init (TideShortcutsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
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
