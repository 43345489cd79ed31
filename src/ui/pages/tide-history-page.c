/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-history-page.h"

#include "ui/dialogs/tide-change-dialog.h"
#include "ui/dialogs/tide-restore-dialog.h"
#include "ui/dialogs/tide-trim-dialog.h"
#include "ui/lists/tide-history-filter-bar.h"
#include "ui/lists/tide-history-table.h"
#include "ui/pages/tide-history-file.h"
#include "ui/pages/tide-page.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

struct _TideHistoryPage
{
  AdwBin parent_instance;

  TideRegister *reg;            /* owned */
  GSignalGroup *register_links; /* owned */
  gboolean is_stale;            /* the register has changed since the page was last seen */

  /* template children */
  AdwWindowTitle *title;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  TideHistoryFilterBar *filter_bar;
  AdwBanner *banner;
  GtkStack *stack;
  TideHistoryTable *table;
};

static void tide_history_page_page_init (TidePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideHistoryPage,
                               tide_history_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_PAGE, tide_history_page_page_init))

typedef enum
{
  PROP_REGISTER = 1,
} TideHistoryPageProperty;

static GParamSpec *props[PROP_REGISTER + 1];

static TideHistoryList *
get_list (TideHistoryPage *self)
{
  return tide_history_table_get_list (self->table);
}

static void
update_title (TideHistoryPage *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (get_list (self)));
  const guint n_total = tide_history_list_get_n_total (get_list (self));
  g_autofree char *text = NULL;

  if (tide_history_list_get_busy (get_list (self)))
    text = g_strdup (_ ("Searching…"));
  else if (n != n_total)
    text = g_strdup_printf (
        /* Translators: how many changes match the filter, of how many */
        ngettext ("%u of %u change", "%u of %u changes", n_total), n, n_total);
  else
    /* Translators: how many changes there are */
    text = g_strdup_printf (ngettext ("%u change", "%u changes", n_total), n_total);
  if (g_strcmp0 (adw_window_title_get_subtitle (self->title), text) == 0)
    return;

  adw_window_title_set_subtitle (self->title, text);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
update_actions (TideHistoryPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TideChange *change = tide_history_table_get_selected (self->table);
  const gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);
  const gboolean has_edit = change != NULL && tide_change_get_edit (change) != NULL;
  const gboolean has_changes = g_list_model_get_n_items (G_LIST_MODEL (get_list (self))) > 0;

  gtk_widget_action_set_enabled (widget, "history.restore", has_edit && can_write);
  gtk_widget_action_set_enabled (widget, "history.export-csv", has_changes);
  gtk_widget_action_set_enabled (widget, "history.export-json", has_changes);
  gtk_widget_action_set_enabled (widget, "history.trim", can_write);
}

static void
update (TideHistoryPage *self)
{
  const char *name = "table";

  if (tide_history_list_get_n_total (get_list (self)) == 0)
    name = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (get_list (self))) == 0
           && !tide_history_list_get_busy (get_list (self)))
    name = "no-match";
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), !g_str_equal (name, "empty"));
  update_title (self);
  update_actions (self);
}

static void
update_banner (TideHistoryPage *self)
{
  const guint n = self->reg != NULL ? tide_register_get_n_trimmed (self->reg) : 0;
  g_autofree char *title = NULL;

  if (n > 0)
    {
      title = g_strdup_printf (
          /* Translators: how many steps of the history are dropped */
          ngettext ("%u old step goes when the register is saved next.",
                    "%u old steps go when the register is saved next.", n),
          n);
      adw_banner_set_title (self->banner, title);
    }
  adw_banner_set_revealed (self->banner, n > 0);
}

/* What the filter bar and the search field ask for together. */
static void
apply_filter (TideHistoryPage *self)
{
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_bar_dup_filter (self->filter_bar);

  tide_history_filter_set_text (filter, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  tide_history_list_set_filter (get_list (self), filter);
  update (self);
}

/* The whole history, saved steps and those that are not yet. */
static GPtrArray *
gather_steps (TideHistoryPage *self, TideSnapshot *snapshot, guint *n_saved)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);
  g_autoptr (GPtrArray) unsaved = NULL;

  *n_saved = 0;
  if (self->reg == NULL)
    return steps;

  unsaved = tide_register_dup_unsaved_steps (self->reg);
  g_ptr_array_extend (steps, (GPtrArray *) tide_snapshot_get_history (snapshot),
                      (GCopyFunc) tide_step_ref, NULL);
  *n_saved = steps->len;
  g_ptr_array_extend (steps, unsaved, (GCopyFunc) tide_step_ref, NULL);

  return steps;
}

static void
refresh (TideHistoryPage *self)
{
  g_autoptr (TideSnapshot) snapshot
      = self->reg != NULL ? tide_register_dup_snapshot (self->reg) : tide_snapshot_new ();
  g_autoptr (TideChange) selected = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (TideHistoryNames) names = NULL;
  guint n_saved;

  self->is_stale = FALSE;
  g_set_object (&selected, tide_history_table_get_selected (self->table));
  steps = gather_steps (self, snapshot, &n_saved);
  names = tide_history_names_new (snapshot, NULL, steps);
  tide_history_list_set_steps (get_list (self), names, steps, n_saved);
  tide_history_filter_bar_reword (self->filter_bar);
  if (selected != NULL)
    tide_history_table_select (self->table, tide_change_get_step (selected),
                               tide_change_get_edit (selected));
  update (self);
}

/* A long history is read again only while somebody looks at it. */
static void
on_register_changed (TideHistoryPage *self)
{
  self->is_stale = TRUE;
  update_banner (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
on_search_changed (TideHistoryPage *self)
{
  apply_filter (self);
}

static void
on_search_stopped (TideHistoryPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_change_activated (TideHistoryPage *self, TideChange *change)
{
  adw_dialog_present (tide_change_dialog_new (self->reg, change, GTK_WIDGET (self)),
                      GTK_WIDGET (self));
}

static void
on_keep_clicked (TideHistoryPage *self)
{
  tide_register_keep_history (self->reg);
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideHistoryPage *self = TIDE_HISTORY_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
clear_filters (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideHistoryPage *self = TIDE_HISTORY_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  tide_history_filter_bar_clear (self->filter_bar);
}

static void
restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideHistoryPage *self = TIDE_HISTORY_PAGE (widget);
  TideChange *change = tide_history_table_get_selected (self->table);

  if (change != NULL && self->reg != NULL)
    tide_restore_dialog_present (widget, self->reg, change);
}

static void
export_changes (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideHistoryPage *self = TIDE_HISTORY_PAGE (widget);

  tide_history_file_choose (widget, get_list (self),
                            g_str_equal (name, "history.export-csv") ? TIDE_HISTORY_FORMAT_CSV
                                                                     : TIDE_HISTORY_FORMAT_JSON);
}

static void
trim (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideHistoryPage *self = TIDE_HISTORY_PAGE (widget);

  if (self->reg != NULL)
    adw_dialog_present (tide_trim_dialog_new (self->reg), widget);
}

/* TidePage ---------------------------------------------------------------------------------- */

static void
tide_history_page_keep_view (TidePage *page, GVariantDict *view)
{
  TideHistoryPage *self = TIDE_HISTORY_PAGE (page);

  g_variant_dict_insert (view, "text", "s",
                         gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  tide_history_filter_bar_keep (self->filter_bar, view);
}

static void
tide_history_page_restore_view (TidePage *page, GVariantDict *view)
{
  TideHistoryPage *self = TIDE_HISTORY_PAGE (page);
  const char *text;

  if (g_variant_dict_lookup (view, "text", "&s", &text) && *text != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
      gtk_search_bar_set_search_mode (self->search_bar, TRUE);
    }
  tide_history_filter_bar_restore (self->filter_bar, view);
}

static void
tide_history_page_page_init (TidePageInterface *iface)
{
  iface->keep_view = tide_history_page_keep_view;
  iface->restore_view = tide_history_page_restore_view;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_history_page_map (GtkWidget *widget)
{
  TideHistoryPage *self = TIDE_HISTORY_PAGE (widget);

  if (self->is_stale)
    refresh (self);

  GTK_WIDGET_CLASS (tide_history_page_parent_class)->map (widget);
}

static void
tide_history_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideHistoryPage *self = TIDE_HISTORY_PAGE (object);

  switch ((TideHistoryPageProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_history_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideHistoryPage *self = TIDE_HISTORY_PAGE (object);

  switch ((TideHistoryPageProperty) id)
    {
    case PROP_REGISTER:
      tide_history_page_set_register (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_history_page_dispose (GObject *object)
{
  TideHistoryPage *self = TIDE_HISTORY_PAGE (object);

  g_clear_object (&self->register_links);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_history_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "history.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "history.clear-filters", NULL, clear_filters);
  gtk_widget_class_install_action (widget_class, "history.restore", NULL, restore);
  gtk_widget_class_install_action (widget_class, "history.export-csv", NULL, export_changes);
  gtk_widget_class_install_action (widget_class, "history.export-json", NULL, export_changes);
  gtk_widget_class_install_action (widget_class, "history.trim", NULL, trim);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_HISTORY_PAGE, NULL);
}

static void
tide_history_page_class_init (TideHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_history_page_get_property;
  object_class->set_property = tide_history_page_set_property;
  object_class->dispose = tide_history_page_dispose;
  widget_class->map = tide_history_page_map;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideHistoryPage, title);
  gtk_widget_class_bind_template_child (widget_class, TideHistoryPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TideHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideHistoryPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, TideHistoryPage, banner);
  gtk_widget_class_bind_template_child (widget_class, TideHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TideHistoryPage, table);
  gtk_widget_class_bind_template_callback (widget_class, apply_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_change_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_clicked);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  install_actions (widget_class);
}

static void
tide_history_page_init (TideHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_signal_connect_object (get_list (self), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_list (self), "notify::busy", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  self->register_links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_object (self->register_links, "stepped", G_CALLBACK (on_register_changed),
                                 self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->register_links, "notify::modified",
                                 G_CALLBACK (on_register_changed), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->register_links, "notify::n-trimmed",
                                 G_CALLBACK (on_register_changed), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->register_links, "notify::read-only",
                                 G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * tide_history_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the register whose changes it shows
 */
TideRegister *
tide_history_page_get_register (TideHistoryPage *self)
{
  g_return_val_if_fail (TIDE_IS_HISTORY_PAGE (self), NULL);

  return self->reg;
}

/**
 * tide_history_page_set_register:
 * @self: a page
 * @reg: (nullable): the register whose changes it shows
 */
void
tide_history_page_set_register (TideHistoryPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_HISTORY_PAGE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  g_signal_group_set_target (self->register_links, reg);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  tide_history_filter_bar_set_source (self->filter_bar, reg, get_list (self));
  on_register_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_history_page_show_record:
 * @self: a page
 * @kind: kind of a record
 * @id: its id
 *
 * Shows all changes of one record and no others.
 */
void
tide_history_page_show_record (TideHistoryPage *self, TideRecordKind kind, const char *id)
{
  g_return_if_fail (TIDE_IS_HISTORY_PAGE (self));

  if (self->is_stale)
    refresh (self);
  clear_filters (GTK_WIDGET (self), NULL, NULL);
  tide_history_filter_bar_show_record (self->filter_bar, kind, id);
}
