/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-project-group-header.h"

#include "ui/lists/tide-project-group-text.h"

struct _TideProjectGroupHeader
{
  AdwBin parent_instance;

  TideRegister *reg;         /* owned; nullable */
  GSignalGroup *group_links; /* owned: its target is the group */

  /* template children */
  GtkWidget *fold_button;
  GtkImage *arrow;
  GtkLabel *name_label;
  GtkLabel *count_label;
  GtkLabel *notes_label;
  GtkLabel *amount_label;
};

G_DEFINE_FINAL_TYPE (TideProjectGroupHeader, tide_project_group_header, ADW_TYPE_BIN)

static void
show_figure (TideProjectGroupHeader *self, TideProjectGroup *group)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  g_autofree char *value = tide_project_group_text_dup_value (group, snapshot);
  g_autofree char *notes = tide_project_group_text_dup_notes (group);
  g_autofree char *explanation = tide_project_group_text_dup_explanation (group, snapshot);
  g_autofree char *sum = tide_project_group_text_dup_sum (group, snapshot);

  gtk_label_set_text (self->amount_label, value);
  gtk_label_set_text (self->notes_label, notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_label), *notes != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sum, -1);
}

static void
show_name (TideProjectGroupHeader *self, TideProjectGroup *group)
{
  const gboolean is_folded = tide_project_group_get_folded (group);
  g_autofree char *count = tide_project_group_text_dup_count (group);
  g_autofree char *name = tide_project_group_text_dup_name (group);

  gtk_image_set_from_icon_name (self->arrow, is_folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_label_set_text (self->name_label, tide_project_group_get_label (group));
  gtk_label_set_text (self->count_label, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               !is_folded, -1);
}

static void
update (TideProjectGroupHeader *self)
{
  g_autoptr (TideProjectGroup) group = g_signal_group_dup_target (self->group_links);

  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self)), group != NULL);
  if (group == NULL)
    return;

  show_name (self, group);
  if (self->reg != NULL)
    show_figure (self, group);
}

static void
on_fold_clicked (TideProjectGroupHeader *self)
{
  g_autoptr (TideProjectGroup) group = g_signal_group_dup_target (self->group_links);

  if (group != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "group.toggle", "s",
                                tide_project_group_get_key (group));
}

static void
tide_project_group_header_dispose (GObject *object)
{
  TideProjectGroupHeader *self = TIDE_PROJECT_GROUP_HEADER (object);

  g_clear_object (&self->group_links);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_PROJECT_GROUP_HEADER);

  G_OBJECT_CLASS (tide_project_group_header_parent_class)->dispose (object);
}

static void
tide_project_group_header_class_init (TideProjectGroupHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_project_group_header_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-project-group-header.ui");
  gtk_widget_class_bind_template_child (widget_class, TideProjectGroupHeader, fold_button);
  gtk_widget_class_bind_template_child (widget_class, TideProjectGroupHeader, arrow);
  gtk_widget_class_bind_template_child (widget_class, TideProjectGroupHeader, name_label);
  gtk_widget_class_bind_template_child (widget_class, TideProjectGroupHeader, count_label);
  gtk_widget_class_bind_template_child (widget_class, TideProjectGroupHeader, notes_label);
  gtk_widget_class_bind_template_child (widget_class, TideProjectGroupHeader, amount_label);
  gtk_widget_class_bind_template_callback (widget_class, on_fold_clicked);
  gtk_widget_class_set_css_name (widget_class, "group-header");
}

static void
tide_project_group_header_init (TideProjectGroupHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->group_links = g_signal_group_new (TIDE_TYPE_PROJECT_GROUP);
  g_signal_group_connect_swapped (self->group_links, "changed", G_CALLBACK (update), self);
}

/**
 * tide_project_group_header_set_group:
 * @self: a header
 * @reg: (nullable): the register that the projects are of
 * @group: (nullable): what to show; %NULL for nothing
 *
 * From then on the header follows the group.
 */
void
tide_project_group_header_set_group (TideProjectGroupHeader *self,
                                     TideRegister *reg,
                                     TideProjectGroup *group)
{
  g_return_if_fail (TIDE_IS_PROJECT_GROUP_HEADER (self));

  g_set_object (&self->reg, reg);
  g_signal_group_set_target (self->group_links, group);
  update (self);
}
