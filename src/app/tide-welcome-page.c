/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-welcome-page.h"

#include "app/tide-recent-row.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

struct _TideWelcomePage
{
  AdwBin parent_instance;

  TideContext *context; /* owned; nullable until it is handed in */
  GSignalGroup *recents_links;
  GSignalGroup *window_links; /* its target is the window, while shown */

  /* template children */
  AdwToastOverlay *toast_overlay;
  GtkWidget *status_page;
  GtkWidget *recents_group;
  GtkListBox *recents_list;
  GtkWidget *new_button;
};

G_DEFINE_FINAL_TYPE (TideWelcomePage, tide_welcome_page, ADW_TYPE_BIN)

enum
{
  OPEN_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TideSession *
get_session (TideWelcomePage *self)
{
  return tide_context_get_session (self->context);
}

static guint
get_n_recents (TideWelcomePage *self)
{
  return g_list_model_get_n_items (tide_session_get_recents (get_session (self)));
}

static void
update_recents (TideWelcomePage *self)
{
  const gboolean has_recents = get_n_recents (self) > 0;

  gtk_widget_set_visible (self->recents_group, has_recents);
  if (has_recents)
    gtk_widget_add_css_class (self->status_page, "compact");
  else
    gtk_widget_remove_css_class (self->status_page, "compact");
}

/* Where the keyboard goes on once rows are gone. */
static void
focus_near (TideWelcomePage *self, int index)
{
  const guint n = get_n_recents (self);
  GtkListBoxRow *row = NULL;

  if (n > 0)
    row = gtk_list_box_get_row_at_index (self->recents_list, MIN (index, (int) n - 1));
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->new_button);
}

static void
offer_undo (TideWelcomePage *self, const char *message)
{
  tide_toast_show (self->toast_overlay, message, "recents.undo-forget");
}

static int
find_row (TideWelcomePage *self, GFile *file)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->recents_list, i)) != NULL; i++)
    if (g_file_equal (tide_recent_get_file (tide_recent_row_get_recent (TIDE_RECENT_ROW (row))),
                      file))
      return i;

  return -1;
}

static void
forget (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWelcomePage *self = TIDE_WELCOME_PAGE (widget);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  const int index = find_row (self, file);

  if (index < 0)
    return;

  tide_session_forget (get_session (self), file);
  focus_near (self, index);
  offer_undo (self, _ ("Register removed from the list"));
}

static void
forget_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWelcomePage *self = TIDE_WELCOME_PAGE (widget);

  tide_session_forget_all (get_session (self));
  focus_near (self, 0);
  offer_undo (self, _ ("List cleared"));
}

static void
undo_forget (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_session_undo_forget (get_session (TIDE_WELCOME_PAGE (widget)));
}

static void
on_row_activated (TideWelcomePage *self, TideRecentRow *row)
{
  g_signal_emit (self, signals[OPEN_REQUESTED], 0,
                 tide_recent_get_file (tide_recent_row_get_recent (row)));
}

/* Whoever comes back to the window may have mended something meanwhile. */
static void
on_window_active (TideWelcomePage *self, GParamSpec *pspec, GtkWindow *window)
{
  if (gtk_window_is_active (window))
    tide_session_look_for_files (get_session (self));
}

static void
tide_welcome_page_map (GtkWidget *widget)
{
  TideWelcomePage *self = TIDE_WELCOME_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  GTK_WIDGET_CLASS (tide_welcome_page_parent_class)->map (widget);

  if (self->context != NULL)
    tide_session_look_for_files (get_session (self));
  g_signal_group_set_target (self->window_links, GTK_IS_WINDOW (root) ? root : NULL);
}

static void
tide_welcome_page_unmap (GtkWidget *widget)
{
  g_signal_group_set_target (TIDE_WELCOME_PAGE (widget)->window_links, NULL);

  GTK_WIDGET_CLASS (tide_welcome_page_parent_class)->unmap (widget);
}

static void
tide_welcome_page_dispose (GObject *object)
{
  TideWelcomePage *self = TIDE_WELCOME_PAGE (object);

  g_clear_object (&self->recents_links);
  g_clear_object (&self->window_links);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (tide_welcome_page_parent_class)->dispose (object);
}

static void
tide_welcome_page_class_init (TideWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_welcome_page_dispose;
  widget_class->map = tide_welcome_page_map;
  widget_class->unmap = tide_welcome_page_unmap;

  signals[OPEN_REQUESTED]
      = g_signal_new ("open-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideWelcomePage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TideWelcomePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TideWelcomePage, recents_group);
  gtk_widget_class_bind_template_child (widget_class, TideWelcomePage, recents_list);
  gtk_widget_class_bind_template_child (widget_class, TideWelcomePage, new_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "recents.forget", "s", forget);
  gtk_widget_class_install_action (widget_class, "recents.forget-all", NULL, forget_all);
  gtk_widget_class_install_action (widget_class, "recents.undo-forget", NULL, undo_forget);
}

static void
tide_welcome_page_init (TideWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->recents_links = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->recents_links, "items-changed", G_CALLBACK (update_recents),
                                  self);
  self->window_links = g_signal_group_new (GTK_TYPE_WINDOW);
  g_signal_group_connect_swapped (self->window_links, "notify::is-active",
                                  G_CALLBACK (on_window_active), self);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  TideWelcomePage *self = data;

  return tide_recent_row_new (item, tide_context_get_clock (self->context));
}

/**
 * tide_welcome_page_set_context:
 * @self: a page that has none yet
 * @context: what the program shares
 *
 * Lists the registers that the program remembers.
 */
void
tide_welcome_page_set_context (TideWelcomePage *self, TideContext *context)
{
  GListModel *recents;

  g_return_if_fail (TIDE_IS_WELCOME_PAGE (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  recents = tide_session_get_recents (get_session (self));
  gtk_list_box_bind_model (self->recents_list, recents, make_row, self, NULL);
  g_signal_group_set_target (self->recents_links, recents);
  update_recents (self);
}
