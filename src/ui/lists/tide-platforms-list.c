/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-platforms-list.h"

#include "core/tide-search.h"
#include "ui/lists/tide-innovation-text.h"
#include "ui/pages/tide-details-row.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

struct _TidePlatformsList
{
  AdwBin parent_instance;

  TideRegister *reg;   /* owned; nullable */
  GSignalGroup *links; /* owned: its target is the register */
  TideSearch *search;  /* owned; nullable: no search */
  guint n_shown;
  guint refresh_id;
  gboolean is_filling; /* the selection follows the list, not the person */
  GtkPopover *menu;    /* not owned: a child; nullable */

  /* template children */
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (TidePlatformsList, tide_platforms_list, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  SELECTION_CHANGED,
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}

static gboolean
is_match (TidePlatformsList *self, const TidePayload *platform)
{
  g_autofree char *text = NULL;

  if (self->search == NULL)
    return TRUE;

  text = tide_innovation_dup_search_text (self->reg, platform);

  return tide_search_rank (self->search, text) != TIDE_SEARCH_NO_RANK;
}

static void
append_platform (TidePlatformsList *self, const TidePayload *platform)
{
  const TidePlatformPayload *payload = TIDE_PLATFORM_PAYLOAD (platform);
  g_autofree char *name = tide_innovation_dup_name (platform);
  g_autofree char *details = tide_innovation_dup_details (self->reg, payload);
  g_autofree char *latest = tide_innovation_dup_latest (payload);
  g_autoptr (GString) subtitle = g_string_new (details);
  GtkWidget *row;

  if (*latest != '\0')
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? "\n" : "", latest);
  row = tide_details_row_new (name, subtitle->str, NULL);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (platform->id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (self->rows, row);
  self->n_shown++;
}

static void
append_all (TidePlatformsList *self)
{
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_PLATFORM);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    if (is_match (self, tide_list_get_payload (list, i)))
      append_platform (self, tide_list_get_payload (list, i));
}

/* The same one is selected as before, and has the focus if it had. */
static void
refresh (TidePlatformsList *self)
{
  g_autofree char *selected = g_strdup (tide_platforms_list_get_selected (self));
  const gboolean had_focus
      = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->is_filling = TRUE;
  gtk_list_box_remove_all (self->rows);
  self->n_shown = 0;
  if (self->reg != NULL)
    append_all (self);
  self->is_filling = FALSE;

  if (selected != NULL)
    tide_platforms_list_select (self, selected);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[COUNTED], 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static gboolean
on_refresh_due (gpointer data)
{
  TidePlatformsList *self = data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
on_register_stepped (TidePlatformsList *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (on_refresh_due, self);
}

static void
on_row_selected (TidePlatformsList *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
on_row_activated (TidePlatformsList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, get_id (row));
}

/* The menu ---------------------------------------------------------------------------------- */

/* The menu is of the platform that it is shown at. */
static void
show_menu_for (TidePlatformsList *self, GtkListBoxRow *row, double x, double y)
{
  graphene_point_t point;

  if (self->menu == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  gtk_list_box_select_row (self->rows, row);
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (self->menu);
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_is_ancestor (focus, widget))
    show_menu_for (TIDE_PLATFORMS_LIST (widget), GTK_LIST_BOX_ROW (focus), 24,
                   gtk_widget_get_height (focus) / 2.0);
}

static void
show_menu_at (TidePlatformsList *self, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->rows, (int) y);
  graphene_point_t point;

  if (row != NULL
      && gtk_widget_compute_point (GTK_WIDGET (self->rows), GTK_WIDGET (row),
                                   &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    show_menu_for (self, row, point.x, point.y);
}

static void
on_secondary_pressed (TidePlatformsList *self, int n_press, double x, double y)
{
  show_menu_at (self, x, y);
}

/* GObject ----------------------------------------------------------------------------------- */

static gboolean
tide_platforms_list_grab_focus (GtkWidget *widget)
{
  TidePlatformsList *self = TIDE_PLATFORMS_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->rows, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
tide_platforms_list_dispose (GObject *object)
{
  TidePlatformsList *self = TIDE_PLATFORMS_LIST (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->is_filling = TRUE;
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_PLATFORMS_LIST);
  g_clear_object (&self->links);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_platforms_list_parent_class)->dispose (object);
}

static void
tide_platforms_list_finalize (GObject *object)
{
  g_clear_pointer (&TIDE_PLATFORMS_LIST (object)->search, tide_search_free);

  G_OBJECT_CLASS (tide_platforms_list_parent_class)->finalize (object);
}

static void
tide_platforms_list_class_init (TidePlatformsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_platforms_list_dispose;
  object_class->finalize = tide_platforms_list_finalize;
  widget_class->grab_focus = tide_platforms_list_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SELECTION_CHANGED]
      = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-platforms-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TidePlatformsList, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_bind_template_callback (widget_class, show_menu_at);
  gtk_widget_class_install_action (widget_class, "platform.show-menu", NULL, show_menu);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_PLATFORMS_LIST, NULL);
}

static void
tide_platforms_list_init (TidePlatformsList *self)
{
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_platforms_list_set_register:
 * @self: a list
 * @reg: (nullable): the register whose platforms are shown
 */
void
tide_platforms_list_set_register (TidePlatformsList *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_PLATFORMS_LIST (self));

  if (!g_set_object (&self->reg, reg))
    return;

  g_signal_group_set_target (self->links, reg);
  refresh (self);
}

/**
 * tide_platforms_list_set_search:
 * @self: a list
 * @search: words that must be found in a platform; empty for none
 */
void
tide_platforms_list_set_search (TidePlatformsList *self, const char *search)
{
  g_return_if_fail (TIDE_IS_PLATFORMS_LIST (self));

  g_clear_pointer (&self->search, tide_search_free);
  if (*search != '\0')
    self->search = tide_search_new (search);
  refresh (self);
}

/**
 * tide_platforms_list_get_n_shown:
 * @self: a list
 *
 * Returns: how many platforms are found
 */
guint
tide_platforms_list_get_n_shown (TidePlatformsList *self)
{
  g_return_val_if_fail (TIDE_IS_PLATFORMS_LIST (self), 0);

  return self->n_shown;
}

/**
 * tide_platforms_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): id of the platform that is selected
 */
const char *
tide_platforms_list_get_selected (TidePlatformsList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TIDE_IS_PLATFORMS_LIST (self), NULL);

  row = gtk_list_box_get_selected_row (self->rows);

  return row != NULL ? get_id (row) : NULL;
}

/**
 * tide_platforms_list_select:
 * @self: a list
 * @id: id of a platform
 *
 * Returns: whether it is shown, and selected now
 */
gboolean
tide_platforms_list_select (TidePlatformsList *self, const char *id)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TIDE_IS_PLATFORMS_LIST (self), FALSE);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (g_str_equal (get_id (row), id))
      {
        gtk_list_box_select_row (self->rows, row);
        return TRUE;
      }

  return FALSE;
}

/**
 * tide_platforms_list_set_menu:
 * @self: a list
 * @menu: what can be done with the selected platform
 */
void
tide_platforms_list_set_menu (TidePlatformsList *self, GMenuModel *menu)
{
  g_return_if_fail (TIDE_IS_PLATFORMS_LIST (self));
  g_return_if_fail (self->menu == NULL);

  self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (menu));
  gtk_popover_set_has_arrow (self->menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
}
