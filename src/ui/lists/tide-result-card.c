/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-result-card.h"

#include "ui/lists/tide-innovation-text.h"
#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-details-row.h"

#include <glib/gi18n-lib.h>

struct _TideResultCard
{
  GtkListBoxRow parent_instance;

  TideRegister *reg;  /* owned */
  TideRecord *record; /* owned */

  /* template children */
  GtkLabel *name_label;
  GtkLabel *platform_label;
  GtkLabel *fields_label;
  GtkLabel *present_label;
  GtkWidget *outcome_box;
  GtkLabel *outcome_label;
};

G_DEFINE_FINAL_TYPE (TideResultCard, tide_result_card, GTK_TYPE_LIST_BOX_ROW)

static void
show_line (GtkLabel *label, const char *text, GString *spoken)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  if (*text != '\0')
    g_string_append_printf (spoken, ", %s", text);
}

static void
show (TideResultCard *self)
{
  const TidePayload *payload = tide_record_get_payload (self->record);
  const TideResultPayload *result = TIDE_RESULT_PAYLOAD (payload);
  g_autofree char *name = tide_innovation_dup_name (payload);
  g_autofree char *platform
      = tide_project_text_dup_reference (self->reg, TIDE_RECORD_PLATFORM, result->platform);
  g_autofree char *fields = tide_innovation_dup_fields (self->reg, result->sectors);
  g_autofree char *present = tide_innovation_dup_present (result);
  g_autofree char *outcome = tide_innovation_dup_outcome (self->reg, result);
  g_autoptr (GString) spoken = g_string_new (name);

  gtk_label_set_text (self->name_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), name);
  show_line (self->platform_label, platform, spoken);
  show_line (self->fields_label, fields, spoken);
  show_line (self->present_label, present, spoken);
  show_line (self->outcome_label, outcome, spoken);
  gtk_widget_set_visible (self->outcome_box, *outcome != '\0');
  tide_details_set_spoken (GTK_WIDGET (self), spoken->str);
}

static GdkContentProvider *
on_drag_prepared (GtkDragSource *source, double x, double y, TideResultCard *self)
{
  if (tide_register_get_read_only (self->reg))
    return NULL;

  return gdk_content_provider_new_typed (TIDE_TYPE_RECORD, self->record);
}

static void
on_drag_begun (GtkDragSource *source, GdkDrag *drag, TideResultCard *self)
{
  GtkWidget *label = gtk_label_new (gtk_label_get_text (self->name_label));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, "dragged-cards");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
tide_result_card_dispose (GObject *object)
{
  TideResultCard *self = TIDE_RESULT_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_RESULT_CARD);
  g_clear_object (&self->record);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_result_card_parent_class)->dispose (object);
}

static void
tide_result_card_class_init (TideResultCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_result_card_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-result-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TideResultCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, TideResultCard, platform_label);
  gtk_widget_class_bind_template_child (widget_class, TideResultCard, fields_label);
  gtk_widget_class_bind_template_child (widget_class, TideResultCard, present_label);
  gtk_widget_class_bind_template_child (widget_class, TideResultCard, outcome_box);
  gtk_widget_class_bind_template_child (widget_class, TideResultCard, outcome_label);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_prepared);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begun);
}

static void
tide_result_card_init (TideResultCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_result_card_new:
 * @reg: a register
 * @result: one of its results
 *
 * Returns: (transfer floating): a card that shows it as it is now
 */
GtkWidget *
tide_result_card_new (TideRegister *reg, TideRecord *result)
{
  TideResultCard *self = g_object_new (TIDE_TYPE_RESULT_CARD, NULL);

  self->reg = g_object_ref (reg);
  self->record = g_object_ref (result);
  show (self);

  return GTK_WIDGET (self);
}

/**
 * tide_result_card_get_record:
 * @self: a card
 *
 * Returns: (transfer none): its result
 */
TideRecord *
tide_result_card_get_record (TideResultCard *self)
{
  g_return_val_if_fail (TIDE_IS_RESULT_CARD (self), NULL);

  return self->record;
}

/**
 * tide_result_card_get_id:
 * @self: a card
 *
 * Returns: (transfer none): id of its result
 */
const char *
tide_result_card_get_id (TideResultCard *self)
{
  g_return_val_if_fail (TIDE_IS_RESULT_CARD (self), NULL);

  return tide_record_get_id (self->record);
}
