/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-version-row.h"

#include "ui/lists/tide-version-text.h"

struct _TideVersionRow
{
  GtkListBoxRow parent_instance;

  TideVersion *version; /* owned, nullable */

  /* template children */
  GtkLabel *time_label;
  GtkLabel *mark_label;
  GtkLabel *author_label;
  GtkLabel *changes_label;
};

G_DEFINE_FINAL_TYPE (TideVersionRow, tide_version_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* A screen reader reads the row as one thing. */
static void
tell (TideVersionRow *self)
{
  GtkLabel *const labels[]
      = { self->time_label, self->mark_label, self->author_label, self->changes_label };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (labels[i])))
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", gtk_label_get_label (labels[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
}

/* The dialog knows whether and how: see TideVersionsDialog. */
static void
on_restore_clicked (TideVersionRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "versions.restore", "i",
                              gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)));
}

static void
tide_version_row_dispose (GObject *object)
{
  TideVersionRow *self = TIDE_VERSION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_VERSION_ROW);
  g_clear_pointer (&self->version, tide_version_unref);

  G_OBJECT_CLASS (tide_version_row_parent_class)->dispose (object);
}

static void
tide_version_row_class_init (TideVersionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_version_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/rows/tide-version-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideVersionRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, TideVersionRow, mark_label);
  gtk_widget_class_bind_template_child (widget_class, TideVersionRow, author_label);
  gtk_widget_class_bind_template_child (widget_class, TideVersionRow, changes_label);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked);
}

static void
tide_version_row_init (TideVersionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_version_row_new:
 * @version: a version
 * @time_zone: (nullable): of the register
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
tide_version_row_new (TideVersion *version, const char *time_zone)
{
  TideVersionRow *self = g_object_new (TIDE_TYPE_VERSION_ROW, NULL);
  g_autofree char *time = tide_version_text_dup_time (version, time_zone);
  g_autofree char *changes
      = version->has_changes ? tide_version_text_dup_changes (&version->changes) : NULL;

  self->version = tide_version_ref (version);
  gtk_label_set_label (self->time_label, time);
  show_text (self->author_label, version->author);
  show_text (self->changes_label, changes);
  tell (self);

  return GTK_WIDGET (self);
}

/**
 * tide_version_row_get_version:
 * @self: a row
 *
 * Returns: (transfer none): its version
 */
TideVersion *
tide_version_row_get_version (TideVersionRow *self)
{
  g_return_val_if_fail (TIDE_IS_VERSION_ROW (self), NULL);

  return self->version;
}

/**
 * tide_version_row_set_mark:
 * @self: a row
 * @mark: (nullable): what sets it apart from the others, in a word
 */
void
tide_version_row_set_mark (TideVersionRow *self, const char *mark)
{
  g_return_if_fail (TIDE_IS_VERSION_ROW (self));

  show_text (self->mark_label, mark);
  tell (self);
}
