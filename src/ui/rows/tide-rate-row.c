/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-rate-row.h"

#include "core/tide-rate-rules.h"
#include "ui/lists/tide-project-text.h"

struct _TideRateRow
{
  AdwBin parent_instance;

  TideRegister *reg;   /* owned */
  TideRecord *rate;    /* owned; nullable */
  GSignalGroup *links; /* owned: its target is the rate */
  GMenuModel *menu;    /* owned; nullable */

  /* template children */
  GtkLabel *name;
  GtkLabel *details;
  GtkLabel *value;
  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (TideRateRow, tide_rate_row, ADW_TYPE_BIN)

static const TideRatePayload *
get_payload (TideRateRow *self)
{
  return TIDE_RATE_PAYLOAD (tide_record_get_payload (self->rate));
}

static char *
dup_value (const TideRatePayload *rate)
{
  return rate->value.is_set ? tide_decimal_dup_text (&rate->value) : g_strdup ("—");
}

static void
show_rate (TideRateRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *details = NULL;
  g_autofree char *value = NULL;

  if (self->rate == NULL)
    return;

  name = tide_rate_dup_name (get_payload (self));
  details = tide_rate_row_dup_details (self);
  value = dup_value (get_payload (self));
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->details, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *details != '\0');
  gtk_label_set_text (self->value, value);
}

/* Made when it is opened first: most rows never open theirs. */
static void
create_menu (GtkMenuButton *button, gpointer data)
{
  TideRateRow *self = data;

  if (self->rate == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "vocabulary.select", "s",
                              tide_record_get_id (self->rate));
  if (gtk_menu_button_get_popover (button) == NULL && self->menu != NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (self->menu));
}

static void
on_secondary_pressed (TideRateRow *self)
{
  tide_rate_row_show_menu (self);
}

static void
tide_rate_row_dispose (GObject *object)
{
  TideRateRow *self = TIDE_RATE_ROW (object);

  g_clear_object (&self->links);
  g_clear_object (&self->rate);
  g_clear_object (&self->menu);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_RATE_ROW);

  G_OBJECT_CLASS (tide_rate_row_parent_class)->dispose (object);
}

static void
tide_rate_row_class_init (TideRateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_rate_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/rows/tide-rate-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideRateRow, name);
  gtk_widget_class_bind_template_child (widget_class, TideRateRow, details);
  gtk_widget_class_bind_template_child (widget_class, TideRateRow, value);
  gtk_widget_class_bind_template_child (widget_class, TideRateRow, button);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
}

static void
tide_rate_row_init (TideRateRow *self)
{
  self->links = g_signal_group_new (TIDE_TYPE_RECORD);
  g_signal_group_connect_swapped (self->links, "notify", G_CALLBACK (show_rate), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, create_menu, self, NULL);
}

/**
 * tide_rate_row_new:
 * @reg: a register
 * @menu: what can be done with the selected rate
 *
 * Returns: (transfer floating): a row without a rate
 */
GtkWidget *
tide_rate_row_new (TideRegister *reg, GMenuModel *menu)
{
  TideRateRow *self = g_object_new (TIDE_TYPE_RATE_ROW, NULL);

  self->reg = g_object_ref (reg);
  self->menu = g_object_ref (menu);

  return GTK_WIDGET (self);
}

/**
 * tide_rate_row_set_rate:
 * @self: a row
 * @rate: (nullable): the record of a rate
 */
void
tide_rate_row_set_rate (TideRateRow *self, TideRecord *rate)
{
  g_return_if_fail (TIDE_IS_RATE_ROW (self));

  if (!g_set_object (&self->rate, rate))
    return;

  g_signal_group_set_target (self->links, rate);
  show_rate (self);
}

/**
 * tide_rate_row_dup_details:
 * @self: a row with a rate
 *
 * Returns: (transfer full): its kind and source, as far as they are known, in one line; empty
 *   where neither is
 */
char *
tide_rate_row_dup_details (TideRateRow *self)
{
  const TideRatePayload *rate = get_payload (self);
  g_autofree char *source
      = tide_project_text_dup_reference (self->reg, TIDE_RECORD_SOURCE, rate->source);
  g_autofree char *isolated = tide_text_dup_isolated (source);
  const char *kind = rate->kind != NULL ? tide_codes_get_label (TIDE_CODES_RATE_KIND, rate->kind,
                                                                tide_language_get_default ())
                                        : NULL;
  const char *parts[3] = { NULL };
  guint n = 0;

  if (kind != NULL)
    parts[n++] = kind;
  if (*source != '\0')
    parts[n++] = isolated;

  return g_strjoinv (" · ", (char **) parts);
}

/**
 * tide_rate_row_show_menu:
 * @self: a row
 *
 * Opens the menu of its rate.
 */
void
tide_rate_row_show_menu (TideRateRow *self)
{
  g_return_if_fail (TIDE_IS_RATE_ROW (self));

  gtk_menu_button_popup (self->button);
}
