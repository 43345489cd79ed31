/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-vocabulary-row.h"

#include <glib/gi18n-lib.h>

#define INDENT 18
#define MAX_DEPTH 5 /* deeper rows are not indented further */

struct _TideVocabularyRow
{
  AdwBin parent_instance;

  TideVocabularyItem *item; /* owned; nullable */
  GSignalGroup *links;      /* owned: its target is the item */
  GMenuModel *menu;         /* owned; nullable */

  /* template children */
  GtkWidget *texts;
  GtkLabel *title;
  GtkLabel *details;
  GtkWidget *retired;
  GtkLabel *uses;
  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (TideVocabularyRow, tide_vocabulary_row, ADW_TYPE_BIN)

typedef enum
{
  PROP_ITEM = 1,
} TideVocabularyRowProperty;

static GParamSpec *props[PROP_ITEM + 1];

static char *
dup_uses (guint n)
{
  if (n == 0)
    return g_strdup (_ ("Not used"));

  /* Translators: how many records refer to a division, party or source */
  return g_strdup_printf (ngettext ("%u use", "%u uses", n), n);
}

static void
show_item (TideVocabularyRow *self)
{
  const TideVocabularyLook *look;
  g_autofree char *uses = NULL;

  if (self->item == NULL)
    return;

  look = tide_vocabulary_item_get_look (self->item);
  uses = dup_uses (look->n_uses);
  gtk_widget_set_margin_start (self->texts, (int) MIN (look->depth, MAX_DEPTH) * INDENT);
  gtk_label_set_text (self->title, look->title);
  gtk_label_set_text (self->details, look->details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *look->details != '\0');
  gtk_widget_set_visible (self->retired, look->is_retired);
  gtk_label_set_text (self->uses, uses);
  gtk_widget_set_visible (GTK_WIDGET (self->uses), look->is_referred);
}

/* Made when it is opened first: most rows never open theirs. */
static void
create_menu (GtkMenuButton *button, gpointer data)
{
  TideVocabularyRow *self = data;

  if (self->item == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "vocabulary.select", "s",
                              tide_vocabulary_item_get_id (self->item));
  if (gtk_menu_button_get_popover (button) == NULL && self->menu != NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (self->menu));
}

static void
on_secondary_pressed (TideVocabularyRow *self)
{
  tide_vocabulary_row_show_menu (self);
}

static void
tide_vocabulary_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideVocabularyRow *self = TIDE_VOCABULARY_ROW (object);

  switch ((TideVocabularyRowProperty) id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_vocabulary_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideVocabularyRow *self = TIDE_VOCABULARY_ROW (object);

  switch ((TideVocabularyRowProperty) id)
    {
    case PROP_ITEM:
      tide_vocabulary_row_set_item (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_vocabulary_row_dispose (GObject *object)
{
  TideVocabularyRow *self = TIDE_VOCABULARY_ROW (object);

  g_clear_object (&self->links);
  g_clear_object (&self->item);
  g_clear_object (&self->menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_VOCABULARY_ROW);

  G_OBJECT_CLASS (tide_vocabulary_row_parent_class)->dispose (object);
}

static void
tide_vocabulary_row_class_init (TideVocabularyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_vocabulary_row_get_property;
  object_class->set_property = tide_vocabulary_row_set_property;
  object_class->dispose = tide_vocabulary_row_dispose;

  props[PROP_ITEM]
      = g_param_spec_object ("item", NULL, NULL, TIDE_TYPE_VOCABULARY_ITEM,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-vocabulary-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyRow, texts);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyRow, title);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyRow, details);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyRow, retired);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyRow, uses);
  gtk_widget_class_bind_template_child (widget_class, TideVocabularyRow, button);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
}

static void
tide_vocabulary_row_init (TideVocabularyRow *self)
{
  self->links = g_signal_group_new (TIDE_TYPE_VOCABULARY_ITEM);
  g_signal_group_connect_swapped (self->links, "changed", G_CALLBACK (show_item), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, create_menu, self, NULL);
}

/**
 * tide_vocabulary_row_new:
 * @menu: what can be done with the selected record
 *
 * Returns: (transfer floating): a row without an item
 */
GtkWidget *
tide_vocabulary_row_new (GMenuModel *menu)
{
  TideVocabularyRow *self = g_object_new (TIDE_TYPE_VOCABULARY_ROW, NULL);

  self->menu = g_object_ref (menu);

  return GTK_WIDGET (self);
}

/**
 * tide_vocabulary_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TideVocabularyItem *
tide_vocabulary_row_get_item (TideVocabularyRow *self)
{
  g_return_val_if_fail (TIDE_IS_VOCABULARY_ROW (self), NULL);

  return self->item;
}

/**
 * tide_vocabulary_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows
 */
void
tide_vocabulary_row_set_item (TideVocabularyRow *self, TideVocabularyItem *item)
{
  g_return_if_fail (TIDE_IS_VOCABULARY_ROW (self));

  if (!g_set_object (&self->item, item))
    return;

  g_signal_group_set_target (self->links, item);
  show_item (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

/**
 * tide_vocabulary_row_show_menu:
 * @self: a row
 *
 * Opens the menu of its record.
 */
void
tide_vocabulary_row_show_menu (TideVocabularyRow *self)
{
  g_return_if_fail (TIDE_IS_VOCABULARY_ROW (self));

  gtk_menu_button_popup (self->button);
}
