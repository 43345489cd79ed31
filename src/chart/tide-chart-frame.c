/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-frame.h"

#include "chart/tide-chart-copy.h"
#include "chart/tide-chart-legend.h"
#include "chart/tide-chart-picture.h"
#include "chart/tide-chart-table-view.h"
#include "chart/tide-chart-text.h"

#include <glib/gi18n-lib.h>

/**
 * TideChartFrame:
 *
 * What stands around a chart: its title as a heading, a menu, a legend of its series, and the same
 * numbers as a table.
 *
 * In `.ui` files the chart is its child; children of the type `action` stand before the menu's
 * button. Pictures are drawn from what the frame shows on the screen, in the colours of paper.
 */
struct _TideChartFrame
{
  GtkWidget parent_instance;

  TideChartData *chart; /* owned as a child of the body, nullable */
  char *language;       /* owned, nullable */
  void (*use_picture) (TideChartFrame *self, TideChartPicture *picture); /* nullable */
  TideChartFormat format; /* of the picture that is to be saved */

  GtkWidget *header; /* template children */
  GtkWidget *heading;
  GtkWidget *actions;
  GtkWidget *body;
  TideChartTableView *table_view;
  TideChartLegend *legend;
  GtkPopover *menu;
};

typedef enum
{
  PROP_CHART = 1,
  PROP_SHOWS_TABLE,
  PROP_LANGUAGE,
} TideChartFrameProperty;

enum
{
  SAVE_REQUESTED,
  DATA_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_LANGUAGE + 1];
static guint signals[N_SIGNALS];

static GtkBuildableIface *parent_buildable;

static void
tide_chart_frame_add_child (GtkBuildable *buildable,
                            GtkBuilder *builder,
                            GObject *child,
                            const char *type)
{
  TideChartFrame *self = TIDE_CHART_FRAME (buildable);

  if (g_strcmp0 (type, "action") == 0)
    gtk_box_prepend (GTK_BOX (self->actions), GTK_WIDGET (child));
  else if (TIDE_IS_CHART_DATA (child))
    tide_chart_frame_set_chart (self, TIDE_CHART_DATA (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
tide_chart_frame_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = tide_chart_frame_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TideChartFrame,
                               tide_chart_frame,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      tide_chart_frame_buildable_init))

static char *
dup_title (TideChartFrame *self)
{
  return self->chart != NULL ? tide_chart_data_dup_title (self->chart) : NULL;
}

static void
update_title (TideChartFrame *self)
{
  g_autofree char *title = dup_title (self);

  tide_chart_text_set (GTK_LABEL (self->heading), title, self->language);
  tide_chart_table_view_set_title (self->table_view, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
}

static void
update_table (TideChartFrame *self)
{
  if (tide_chart_frame_get_shows_table (self) && self->chart != NULL)
    tide_chart_table_view_set_table (self->table_view, tide_chart_data_dup_table (self->chart));
}

static void
on_chart_changed (TideChartFrame *self)
{
  update_title (self);
  update_table (self);
}

/* What can be done with nothing drawn is not much. */
static void
update_actions (TideChartFrame *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean has_chart = self->chart != NULL;
  const gboolean shows_table = tide_chart_frame_get_shows_table (self);

  gtk_widget_action_set_enabled (widget, "chart.copy", has_chart);
  gtk_widget_action_set_enabled (widget, "chart.copy-table", has_chart);
  gtk_widget_action_set_enabled (widget, "chart.save-data", has_chart);
  gtk_widget_action_set_enabled (widget, "chart.copy-picture", has_chart && !shows_table);
  gtk_widget_action_set_enabled (widget, "chart.save-picture", has_chart && !shows_table);
  gtk_widget_action_set_enabled (widget, "chart.show-table", has_chart && !shows_table);
  gtk_widget_action_set_enabled (widget, "chart.show-chart", shows_table);
}

static void
copy (TideChartFrame *self, GdkContentProvider *content, const char *announcement)
{
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
copy_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideChartFrame *self = TIDE_CHART_FRAME (widget);
  g_autoptr (TideChartTable) table = tide_chart_frame_get_shows_table (self)
                                         ? tide_chart_table_view_dup_selected (self->table_view)
                                         : tide_chart_data_dup_table (self->chart);
  g_autoptr (GdkContentProvider) content = tide_chart_copy_table (table);

  copy (self, content, _ ("The numbers were copied."));
}

/* A picture on its way to where it was asked for. */
typedef struct
{
  TideChartFrame *frame;
  TideChartFormat format;
  GdkTexture *texture; /* nullable */
} Errand;

static Errand *
errand_new (TideChartFrame *self, TideChartFormat format)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->frame = g_object_ref (self);
  errand->format = format;

  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->frame);
  g_clear_object (&errand->texture);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static GBytes *
finish_picture (Errand *errand, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tide_chart_picture_write_finish (result, &error);

  if (bytes == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (errand->frame));
      gtk_accessible_announce (GTK_ACCESSIBLE (errand->frame), _ ("The picture could not be made."),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }

  return bytes;
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GBytes) svg = finish_picture (errand, result);
  g_autoptr (TideChartTable) table = NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  if (svg == NULL || errand->frame->chart == NULL)
    return;

  table = tide_chart_data_dup_table (errand->frame->chart);
  content = tide_chart_copy_picture (errand->texture, svg, table);
  copy (errand->frame, content, _ ("The picture was copied."));
}

static void
on_painted (TideChartFrame *self, GdkFrameClock *clock)
{
  g_autofree char *title = dup_title (self);
  g_autoptr (TideChartPicture) picture = NULL;

  g_signal_handlers_disconnect_by_func (clock, on_painted, self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || tide_chart_frame_get_shows_table (self))
    return;

  picture = tide_chart_picture_new (GTK_WIDGET (self), title);
  self->use_picture (self, picture);
}

/* What is asked for may have moved things, as the closing of a menu does: they have their places
 * again behind the next frame. */
static void
take_picture (TideChartFrame *self,
              void (*use_picture) (TideChartFrame *self, TideChartPicture *picture))
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  if (clock == NULL)
    return;

  self->use_picture = use_picture;
  g_signal_handlers_disconnect_by_func (clock, on_painted, self);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (on_painted), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (widget);
}

static void
put_on_clipboard (TideChartFrame *self, TideChartPicture *picture)
{
  Errand *errand = errand_new (self, TIDE_CHART_SVG);

  errand->texture = tide_chart_picture_render (picture);
  tide_chart_picture_write_async (picture, TIDE_CHART_SVG, NULL, on_copied, errand);
}

static void
copy_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take_picture (TIDE_CHART_FRAME (widget), put_on_clipboard);
}

static void
copy_what_is_shown (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (tide_chart_frame_get_shows_table (TIDE_CHART_FRAME (widget)))
    copy_table (widget, name, NULL);
  else
    copy_picture (widget, name, NULL);
}

static char *
dup_file_name (TideChartFrame *self, const char *extension)
{
  g_autofree char *title = dup_title (self);
  const char *name = title != NULL && *title != '\0' ? title : C_ ("file name", "Chart");
  g_autofree char *stem = g_strdelimit (g_strdup (name), "/\\:*?\"<>|\t\r\n", '-');

  return g_strconcat (stem, ".", extension, NULL);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GBytes) bytes = finish_picture (errand, result);
  g_autofree char *name
      = dup_file_name (errand->frame, tide_chart_format_get_extension (errand->format));

  if (bytes != NULL)
    g_signal_emit (errand->frame, signals[SAVE_REQUESTED], 0, bytes, name);
}

static void
hand_on (TideChartFrame *self, TideChartPicture *picture)
{
  tide_chart_picture_write_async (picture, self->format, NULL, on_written,
                                  errand_new (self, self->format));
}

static void
save_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideChartFrame *self = TIDE_CHART_FRAME (widget);
  const char *extension = g_variant_get_string (parameter, NULL);

  self->format = TIDE_CHART_PNG;
  while (self->format < TIDE_CHART_PDF
         && !g_str_equal (extension, tide_chart_format_get_extension (self->format)))
    self->format++;

  take_picture (self, hand_on);
}

static void
save_data (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideChartFrame *self = TIDE_CHART_FRAME (widget);
  g_autoptr (TideChartTable) table = tide_chart_data_dup_table (self->chart);
  g_autofree char *file_name = dup_file_name (self, g_variant_get_string (parameter, NULL));

  g_signal_emit (self, signals[DATA_REQUESTED], 0, table, file_name);
}

static void
show_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_chart_frame_set_shows_table (TIDE_CHART_FRAME (widget),
                                    g_str_equal (name, "chart.show-table"));
}

static void
show_menu_at (TideChartFrame *self, double x, double y)
{
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (self->menu);
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideChartFrame *self = TIDE_CHART_FRAME (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget)
      || !gtk_widget_compute_bounds (focus, widget, &bounds))
    bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), 1);

  show_menu_at (self, bounds.origin.x + bounds.size.width / 2,
                bounds.origin.y + bounds.size.height / 2);
}

static void
on_secondary_pressed (TideChartFrame *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_at (self, x, y);
}

static void
on_long_pressed (TideChartFrame *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_at (self, x, y);
}

static void
tide_chart_frame_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideChartFrame *self = TIDE_CHART_FRAME (object);

  switch ((TideChartFrameProperty) id)
    {
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    case PROP_SHOWS_TABLE:
      g_value_set_boolean (value, tide_chart_frame_get_shows_table (self));
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_chart_frame_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideChartFrame *self = TIDE_CHART_FRAME (object);

  switch ((TideChartFrameProperty) id)
    {
    case PROP_CHART:
      tide_chart_frame_set_chart (self, g_value_get_object (value));
      break;
    case PROP_SHOWS_TABLE:
      tide_chart_frame_set_shows_table (self, g_value_get_boolean (value));
      break;
    case PROP_LANGUAGE:
      tide_chart_frame_set_language (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_chart_frame_dispose (GObject *object)
{
  TideChartFrame *self = TIDE_CHART_FRAME (object);

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  self->chart = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_CHART_FRAME);

  G_OBJECT_CLASS (tide_chart_frame_parent_class)->dispose (object);
}

static void
tide_chart_frame_finalize (GObject *object)
{
  g_free (TIDE_CHART_FRAME (object)->language);

  G_OBJECT_CLASS (tide_chart_frame_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * TideChartFrame:chart:
   *
   * What stands in it.
   */
  props[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, TIDE_TYPE_CHART_DATA, flags);
  /**
   * TideChartFrame:shows-table:
   *
   * Whether the numbers are shown instead of the chart.
   */
  props[PROP_SHOWS_TABLE] = g_param_spec_boolean ("shows-table", NULL, NULL, FALSE, flags);
  /**
   * TideChartFrame:language:
   *
   * The language whose glyphs Han characters get outside the chart.
   */
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "zh-hans", flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_what_is_shown);
  gtk_widget_class_install_action (widget_class, "chart.copy-picture", NULL, copy_picture);
  gtk_widget_class_install_action (widget_class, "chart.save-picture", "s", save_picture);
  gtk_widget_class_install_action (widget_class, "chart.save-data", "s", save_data);
  gtk_widget_class_install_action (widget_class, "chart.show-table", NULL, show_table);
  gtk_widget_class_install_action (widget_class, "chart.show-chart", NULL, show_table);
  gtk_widget_class_install_action (widget_class, "chart.copy-table", NULL, copy_table);
  gtk_widget_class_install_action (widget_class, "chart.show-menu", NULL, show_menu);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.show-menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.show-menu", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TIDE_TYPE_CHART_LEGEND);
  g_type_ensure (TIDE_TYPE_CHART_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/chart/tide-chart-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, TideChartFrame, header);
  gtk_widget_class_bind_template_child (widget_class, TideChartFrame, heading);
  gtk_widget_class_bind_template_child (widget_class, TideChartFrame, actions);
  gtk_widget_class_bind_template_child (widget_class, TideChartFrame, body);
  gtk_widget_class_bind_template_child (widget_class, TideChartFrame, table_view);
  gtk_widget_class_bind_template_child (widget_class, TideChartFrame, legend);
  gtk_widget_class_bind_template_child (widget_class, TideChartFrame, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_long_pressed);
}

static void
tide_chart_frame_class_init (TideChartFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_chart_frame_get_property;
  object_class->set_property = tide_chart_frame_set_property;
  object_class->dispose = tide_chart_frame_dispose;
  object_class->finalize = tide_chart_frame_finalize;

  install_properties (object_class);

  /**
   * TideChartFrame::save-requested:
   * @bytes: (type GBytes): a picture of the chart, as a whole file
   * @name: a name for it, with the ending of its format
   *
   * A picture is to be saved.
   */
  signals[SAVE_REQUESTED]
      = g_signal_new ("save-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_BYTES, G_TYPE_STRING);
  /**
   * TideChartFrame::data-requested:
   * @table: (type TideChartTable): the numbers of the chart, those of hidden series included
   * @name: a name for the file, with the ending of its format
   *
   * The numbers are to be saved.
   */
  signals[DATA_REQUESTED] = g_signal_new (
      "data-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
      G_TYPE_NONE, 2, TIDE_TYPE_CHART_TABLE | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_STRING);

  install_actions (widget_class);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chartframe");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tide_chart_frame_init (TideChartFrame *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);

  tide_chart_frame_set_language (self, "zh-hans");
  update_actions (self);
}

/**
 * tide_chart_frame_new:
 * @chart: (nullable): what stands in it
 *
 * Returns: (transfer floating): a frame
 */
GtkWidget *
tide_chart_frame_new (TideChartData *chart)
{
  return g_object_new (TIDE_TYPE_CHART_FRAME, "chart", chart, NULL);
}

TideChartData *
tide_chart_frame_get_chart (TideChartFrame *self)
{
  g_return_val_if_fail (TIDE_IS_CHART_FRAME (self), NULL);

  return self->chart;
}

void
tide_chart_frame_set_chart (TideChartFrame *self, TideChartData *chart)
{
  g_return_if_fail (TIDE_IS_CHART_FRAME (self));
  g_return_if_fail (chart == NULL || TIDE_IS_CHART_DATA (chart));

  if (self->chart == chart)
    return;

  if (self->chart != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->chart, self);
      gtk_box_remove (GTK_BOX (self->body), GTK_WIDGET (self->chart));
    }
  self->chart = chart;
  if (chart != NULL)
    {
      gtk_box_prepend (GTK_BOX (self->body), GTK_WIDGET (chart));
      gtk_widget_set_visible (GTK_WIDGET (chart), !tide_chart_frame_get_shows_table (self));
      g_signal_connect_swapped (chart, "chart-changed", G_CALLBACK (on_chart_changed), self);
    }

  tide_chart_legend_set_chart (self->legend, chart);
  on_chart_changed (self);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHART]);
}

gboolean
tide_chart_frame_get_shows_table (TideChartFrame *self)
{
  g_return_val_if_fail (TIDE_IS_CHART_FRAME (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->table_view));
}

/**
 * tide_chart_frame_set_shows_table:
 * @self: a frame
 * @shows_table: whether the numbers are shown instead of the chart
 *
 * Shows the other of the two, with the focus if it was inside.
 */
void
tide_chart_frame_set_shows_table (TideChartFrame *self, gboolean shows_table)
{
  gboolean had_focus;

  g_return_if_fail (TIDE_IS_CHART_FRAME (self));

  shows_table = !!shows_table;
  if (self->chart == NULL || tide_chart_frame_get_shows_table (self) == shows_table)
    return;

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->table_view), shows_table);
  update_table (self);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), !shows_table);
  update_actions (self);
  if (had_focus)
    gtk_widget_grab_focus (shows_table ? GTK_WIDGET (self->table_view) : GTK_WIDGET (self->chart));

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWS_TABLE]);
}

const char *
tide_chart_frame_get_language (TideChartFrame *self)
{
  g_return_val_if_fail (TIDE_IS_CHART_FRAME (self), NULL);

  return self->language;
}

void
tide_chart_frame_set_language (TideChartFrame *self, const char *language)
{
  g_return_if_fail (TIDE_IS_CHART_FRAME (self));

  if (!g_set_str (&self->language, language))
    return;

  tide_chart_legend_set_language (self->legend, language);
  tide_chart_table_view_set_language (self->table_view, language);
  on_chart_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANGUAGE]);
}
