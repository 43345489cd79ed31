/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-chip.h"

#include "ui/lists/tide-filter-value-text.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

struct _TideFilterChip
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *body_button;
  GtkLabel *body_label;
  GtkLabel *plain_label;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (TideFilterChip, tide_filter_chip, ADW_TYPE_BIN)

typedef enum
{
  ACTIVATED,
  REMOVED,
  N_SIGNALS,
} TideFilterChipSignal;

static guint signals[N_SIGNALS];

static void
on_body_clicked (TideFilterChip *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* The chip goes while it says so. */
static void
remove_chip (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkWidget) self = g_object_ref (widget);

  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
tide_filter_chip_grab_focus (GtkWidget *widget)
{
  TideFilterChip *self = TIDE_FILTER_CHIP (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->body_button) ? self->body_button
                                                                           : self->remove_button);
}

static void
tide_filter_chip_class_init (TideFilterChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = tide_filter_chip_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "chip.remove", NULL, remove_chip);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_FILTER_CHIP, NULL);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, TideFilterChip, body_button);
  gtk_widget_class_bind_template_child (widget_class, TideFilterChip, body_label);
  gtk_widget_class_bind_template_child (widget_class, TideFilterChip, plain_label);
  gtk_widget_class_bind_template_child (widget_class, TideFilterChip, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_body_clicked);
  gtk_widget_class_set_css_name (widget_class, "filter-chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tide_filter_chip_init (TideFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What one could not know from the values alone. */
static char *
dup_hint (const TideFilterPart *part)
{
  const char *title = gettext (part->criterion->title);

  if (g_strv_length (part->values) > 1)
    /* Translators: what a filter is about, such as “Stage”; several values are chosen */
    return g_strdup_printf (_ ("%s: any of these is enough"), title);

  return g_strdup (title);
}

static void
set_names (TideFilterChip *self, const TideFilterPart *part, const char *label)
{
  g_autofree char *isolated = tide_text_dup_isolated (label);
  g_autofree char *hint = dup_hint (part);
  /* Translators: what a filter is about, such as “Stage”, and what it asks for */
  g_autofree char *name
      = g_strdup_printf (_ ("%s: %s"), gettext (part->criterion->title), isolated);
  /* Translators: removes a filter; the placeholder is its value, such as a sector */
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), isolated);

  gtk_widget_set_tooltip_text (self->body_button, hint);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->plain_label), hint);
  gtk_widget_set_tooltip_text (self->remove_button, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

static gboolean
names_gone (const TideFilterPart *part, TideRegister *reg)
{
  for (guint i = 0; part->values[i] != NULL; i++)
    if (tide_filter_value_is_gone (reg, part->criterion->name, part->values[i]))
      return TRUE;

  return FALSE;
}

/**
 * tide_filter_chip_new:
 * @part: a part of @filter
 * @reg: the register
 * @filter: the filter
 *
 * Returns: (transfer floating): a chip that says what @part asks for
 */
GtkWidget *
tide_filter_chip_new (const TideFilterPart *part, TideRegister *reg, const TideFilter *filter)
{
  TideFilterChip *self = g_object_new (TIDE_TYPE_FILTER_CHIP, NULL);
  const gboolean is_editable = part->criterion->editor != TIDE_FILTER_EDITOR_NONE;

  gtk_widget_set_visible (self->body_button, is_editable);
  gtk_widget_set_visible (GTK_WIDGET (self->plain_label), !is_editable);
  tide_filter_chip_show (self, part, reg, filter);

  return GTK_WIDGET (self);
}

/**
 * tide_filter_chip_show:
 * @self: a chip of @part
 * @part: a part of @filter
 * @reg: the register, as it is now
 * @filter: the filter
 *
 * Says anew what @part asks for, as what it names may be called otherwise or be gone.
 */
void
tide_filter_chip_show (TideFilterChip *self,
                       const TideFilterPart *part,
                       TideRegister *reg,
                       const TideFilter *filter)
{
  g_autofree char *label = NULL;

  g_return_if_fail (TIDE_IS_FILTER_CHIP (self));

  label = tide_filter_part_dup_label (part, reg, filter);
  gtk_label_set_text (self->body_label, label);
  gtk_label_set_text (self->plain_label, label);
  set_names (self, part, label);
  if (names_gone (part, reg))
    gtk_widget_add_css_class (GTK_WIDGET (self), "gone");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "gone");
}
