/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-placeholder-list.h"

#include "core/tide-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

struct _TidePlaceholderList
{
  AdwBin parent_instance;

  GStrv words;          /* owned, nullable: what is searched for, folded */
  GHashTable *haystack; /* owned: row to what it is found by, folded */

  /* template children */
  GtkEditable *search_entry;
  GtkListBox *list;
  GtkWidget *no_match_label;
};

G_DEFINE_FINAL_TYPE (TidePlaceholderList, tide_placeholder_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Searching --------------------------------------------------------------------------------- */

static gboolean
is_match (GtkListBoxRow *row, gpointer data)
{
  TidePlaceholderList *self = data;
  const char *haystack = g_hash_table_lookup (self->haystack, row);

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (haystack, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static GtkListBoxRow *
find_first_match (TidePlaceholderList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_match (row, self))
      return row;

  return NULL;
}

static void
on_search_changed (TidePlaceholderList *self)
{
  g_autofree char *folded = tide_text_fold (gtk_editable_get_text (self->search_entry));

  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);
  gtk_list_box_invalidate_filter (self->list);
  gtk_widget_set_visible (self->no_match_label, find_first_match (self) == NULL);
}

/* The search field keeps Escape for itself: an empty one gives it to the page. */
static void
on_search_stopped (TidePlaceholderList *self)
{
  if (*gtk_editable_get_text (self->search_entry) == '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "form.hide-aside", NULL);
  else
    gtk_editable_set_text (self->search_entry, "");
}

/* Choosing ---------------------------------------------------------------------------------- */

static void
on_row_activated (TidePlaceholderList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 g_object_get_data (G_OBJECT (row), "placeholder"));
}

static void
on_search_activated (TidePlaceholderList *self)
{
  GtkListBoxRow *row = find_first_match (self);

  if (row != NULL)
    on_row_activated (self, row);
}

/* Filling ----------------------------------------------------------------------------------- */

/* How it is written, and where. */
static char *
dup_details (const TidePlaceholder *placeholder)
{
  if (placeholder->is_list)
    /* Translators: %s is a word of a template, such as project; {list …} and {end} are too */
    return g_strdup_printf (_ ("List: {list %s}…{end}"), placeholder->name);
  if (placeholder->list != NULL)
    /* Translators: words of a template, such as project.name and project */
    return g_strdup_printf (_ ("{%s} in the list “%s”"), placeholder->name, placeholder->list);

  return g_strdup_printf ("{%s}", placeholder->name);
}

static void
add_placeholder (TidePlaceholderList *self, const TidePlaceholder *placeholder)
{
  GtkWidget *row = adw_action_row_new ();
  const char *label = tide_placeholder_get_label (placeholder, tide_language_get_default ());
  g_autofree char *details = dup_details (placeholder);
  g_autofree char *text
      = g_strjoin ("\n", placeholder->name, placeholder->label[0], placeholder->label[1], NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "placeholder", (gpointer) placeholder);
  g_hash_table_insert (self->haystack, row, tide_text_fold (text));
  gtk_list_box_append (self->list, row);
}

/* GObject ----------------------------------------------------------------------------------- */

static gboolean
tide_placeholder_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_PLACEHOLDER_LIST (widget)->search_entry));
}

static void
tide_placeholder_list_dispose (GObject *object)
{
  TidePlaceholderList *self = TIDE_PLACEHOLDER_LIST (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_PLACEHOLDER_LIST);

  G_OBJECT_CLASS (tide_placeholder_list_parent_class)->dispose (object);
}

static void
tide_placeholder_list_finalize (GObject *object)
{
  TidePlaceholderList *self = TIDE_PLACEHOLDER_LIST (object);

  g_strfreev (self->words);
  g_hash_table_unref (self->haystack);

  G_OBJECT_CLASS (tide_placeholder_list_parent_class)->finalize (object);
}

static void
tide_placeholder_list_class_init (TidePlaceholderListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_placeholder_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tide_placeholder_list_finalize;
  widget_class->grab_focus = tide_placeholder_list_grab_focus;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-placeholder-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TidePlaceholderList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TidePlaceholderList, list);
  gtk_widget_class_bind_template_child (widget_class, TidePlaceholderList, no_match_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
tide_placeholder_list_init (TidePlaceholderList *self)
{
  const TidePlaceholder *placeholders;
  guint n;

  self->haystack = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  placeholders = tide_placeholder_list (&n);
  for (guint i = 0; i < n; i++)
    add_placeholder (self, &placeholders[i]);
  gtk_list_box_set_filter_func (self->list, is_match, self, NULL);
}
