/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-bar.h"

#include "ui/lists/tide-filter-chip.h"
#include "ui/lists/tide-filter-choices.h"

#include <glib/gi18n-lib.h>

struct _TideFilterBar
{
  AdwBin parent_instance;

  TideRegister *reg;   /* owned */
  TidePayload *filter; /* owned, a TideFilter */

  /* template children */
  AdwWrapBox *box;
  GtkMenuButton *sectors_button;
  GtkMenuButton *stages_button;
  GtkMenuButton *divisions_button;
  GtkMenuButton *statuses_button;
  GtkMenuButton *checks_button;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (TideFilterBar, tide_filter_bar, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_FILTER,
} TideFilterBarProperty;

static GParamSpec *props[PROP_FILTER + 1];

/* The criteria that can have a chip, in the order of the chips. */
static const char *const criteria[]
    = { "sectors",     "taxonomies",   "stages",  "divisions",   "statuses",   "checks",
        "events",      "later-events", "parties", "party-kinds", "currencies", "amount",
        "amount-from", "amount-to",    "period",  "currency",    "rate-set",   "counting" };

static void
change (TideFilterBar *self, const char *member, const char *value, gboolean add)
{
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_copy (TIDE_FILTER (self->filter));

  if (add)
    tide_filter_add ((TideFilter *) filter, member, value);
  else
    tide_filter_remove_chip ((TideFilter *) filter, member, value);
  tide_filter_bar_set_filter (self, TIDE_FILTER (filter));
}

static void
on_choice_toggled (TideFilterChoices *choices,
                   const char *value,
                   gboolean chosen,
                   TideFilterBar *self)
{
  change (self, gtk_widget_get_name (GTK_WIDGET (choices)), value, chosen);
}

static void
on_chip_clicked (GtkButton *chip, TideFilterBar *self)
{
  g_autofree char *value = g_strdup (g_object_get_data (G_OBJECT (chip), "tide-value"));

  change (self, gtk_widget_get_name (GTK_WIDGET (chip)), value, FALSE);
}

static void
on_clear_clicked (GtkButton *button, TideFilterBar *self)
{
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_new ();

  tide_filter_set_text ((TideFilter *) filter, TIDE_FILTER (self->filter)->text);
  tide_filter_bar_set_filter (self, TIDE_FILTER (filter));
}

/* The choices are made when they are asked for, so they need not follow the register. */
static void
on_popover_show (GtkPopover *popover, TideFilterBar *self)
{
  GtkWidget *choices = gtk_popover_get_child (popover);

  tide_filter_choices_fill (TIDE_FILTER_CHOICES (choices), self->reg, gtk_widget_get_name (choices),
                            TIDE_FILTER (self->filter));
}

static void
set_up_button (TideFilterBar *self, GtkMenuButton *button, const char *member)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *choices = g_object_new (TIDE_TYPE_FILTER_CHOICES, "name", member, NULL);

  g_signal_connect_object (choices, "toggled", G_CALLBACK (on_choice_toggled), self,
                           G_CONNECT_DEFAULT);
  gtk_popover_set_child (GTK_POPOVER (popover), choices);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_popover_show), self, G_CONNECT_DEFAULT);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
new_chip (TideFilterBar *self, const char *member, const char *value)
{
  g_autofree char *text
      = tide_filter_chip_dup_label (self->reg, TIDE_FILTER (self->filter), member, value);
  g_autofree char *isolated = tide_text_dup_isolated (text);
  /* Translators: removes a filter; the placeholder is its value, such as a sector */
  g_autofree char *hint = g_strdup_printf (_ ("Remove “%s”"), isolated);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_set_name (chip, member);
  g_object_set_data_full (G_OBJECT (chip), "tide-value", g_strdup (value), g_free);
  gtk_widget_set_tooltip_text (chip, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_widget_add_css_class (chip, "chip");
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_clicked), self, G_CONNECT_DEFAULT);

  return chip;
}

static void
remove_chips (TideFilterBar *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (gtk_widget_has_css_class (child, "chip"))
        adw_wrap_box_remove (self->box, child);
      child = next;
    }
}

static guint
add_chips (TideFilterBar *self, const char *member)
{
  g_auto (GStrv) values = tide_filter_dup_chips (TIDE_FILTER (self->filter), member);

  for (gsize i = 0; values[i] != NULL; i++)
    adw_wrap_box_append (self->box, new_chip (self, member, values[i]));

  return g_strv_length (values);
}

static void
update_chips (TideFilterBar *self)
{
  guint n = 0;

  remove_chips (self);
  if (self->reg != NULL)
    for (gsize i = 0; i < G_N_ELEMENTS (criteria); i++)
      n += add_chips (self, criteria[i]);
  adw_wrap_box_reorder_child_after (self->box, self->clear_button,
                                    gtk_widget_get_last_child (GTK_WIDGET (self->box)));
  gtk_widget_set_visible (self->clear_button, n > 1);
}

static void
tide_filter_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideFilterBar *self = TIDE_FILTER_BAR (object);

  switch ((TideFilterBarProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_filter_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideFilterBar *self = TIDE_FILTER_BAR (object);

  switch ((TideFilterBarProperty) id)
    {
    case PROP_REGISTER:
      tide_filter_bar_set_register (self, g_value_get_object (value));
      break;
    case PROP_FILTER:
      tide_filter_bar_set_filter (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_filter_bar_dispose (GObject *object)
{
  TideFilterBar *self = TIDE_FILTER_BAR (object);

  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_filter_bar_parent_class)->dispose (object);
}

static void
tide_filter_bar_finalize (GObject *object)
{
  TideFilterBar *self = TIDE_FILTER_BAR (object);

  tide_payload_unref (self->filter);

  G_OBJECT_CLASS (tide_filter_bar_parent_class)->finalize (object);
}

static void
tide_filter_bar_class_init (TideFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_filter_bar_get_property;
  object_class->set_property = tide_filter_bar_set_property;
  object_class->dispose = tide_filter_bar_dispose;
  object_class->finalize = tide_filter_bar_finalize;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, TIDE_TYPE_PAYLOAD, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TideFilterBar, box);
  gtk_widget_class_bind_template_child (widget_class, TideFilterBar, sectors_button);
  gtk_widget_class_bind_template_child (widget_class, TideFilterBar, stages_button);
  gtk_widget_class_bind_template_child (widget_class, TideFilterBar, divisions_button);
  gtk_widget_class_bind_template_child (widget_class, TideFilterBar, statuses_button);
  gtk_widget_class_bind_template_child (widget_class, TideFilterBar, checks_button);
  gtk_widget_class_bind_template_child (widget_class, TideFilterBar, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_set_css_name (widget_class, "filter-bar");
}

static void
tide_filter_bar_init (TideFilterBar *self)
{
  self->filter = tide_payload_seal ((TidePayload *) tide_filter_new ());

  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_button (self, self->sectors_button, "sectors");
  set_up_button (self, self->stages_button, "stages");
  set_up_button (self, self->divisions_button, "divisions");
  set_up_button (self, self->statuses_button, "statuses");
  set_up_button (self, self->checks_button, "checks");
}

/**
 * tide_filter_bar_get_register:
 * @self: a filter bar
 *
 * Returns: (transfer none) (nullable): the register that gives the choices
 */
TideRegister *
tide_filter_bar_get_register (TideFilterBar *self)
{
  g_return_val_if_fail (TIDE_IS_FILTER_BAR (self), NULL);

  return self->reg;
}

/**
 * tide_filter_bar_set_register:
 * @self: a filter bar
 * @reg: (nullable): the register that gives the choices
 */
void
tide_filter_bar_set_register (TideFilterBar *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_FILTER_BAR (self));

  if (!g_set_object (&self->reg, reg))
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self), reg != NULL);
  update_chips (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_filter_bar_get_filter:
 * @self: a filter bar
 *
 * Returns: (transfer none): what is asked for
 */
const TideFilter *
tide_filter_bar_get_filter (TideFilterBar *self)
{
  g_return_val_if_fail (TIDE_IS_FILTER_BAR (self), NULL);

  return TIDE_FILTER (self->filter);
}

/**
 * tide_filter_bar_set_filter:
 * @self: a filter bar
 * @filter: (nullable): what is asked for; copied; %NULL for nothing
 */
void
tide_filter_bar_set_filter (TideFilterBar *self, const TideFilter *filter)
{
  g_autoptr (TidePayload) copy = NULL;

  g_return_if_fail (TIDE_IS_FILTER_BAR (self));

  copy = (TidePayload *) (filter != NULL ? tide_filter_copy (filter) : tide_filter_new ());
  tide_payload_seal (copy);
  if (tide_payload_equal (self->filter, copy))
    return;

  tide_payload_unref (self->filter);
  self->filter = g_steal_pointer (&copy);
  update_chips (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
}
