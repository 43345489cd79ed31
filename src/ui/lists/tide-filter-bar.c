/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-bar.h"

#include "ui/lists/tide-filter-chip.h"
#include "ui/lists/tide-filter-popover.h"

#include <glib/gi18n-lib.h>

struct _TideFilterBar
{
  AdwBin parent_instance;

  TideRegister *reg;   /* owned */
  TidePayload *filter; /* owned, a TideFilter */
  GPtrArray *parts;    /* owned, of TideFilterPart: one for each chip */
  GPtrArray *chips;    /* owned, of widgets that the box owns */
  GtkWidget *popover;  /* owned as a child */

  /* template children */
  AdwWrapBox *box;
  GtkWidget *add_button;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (TideFilterBar, tide_filter_bar, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_FILTER,
} TideFilterBarProperty;

static GParamSpec *props[PROP_FILTER + 1];

/* The popover ------------------------------------------------------------------------------- */

static void
open_popover (TideFilterBar *self, GtkWidget *at, const TideFilterCriterion *criterion)
{
  graphene_rect_t bounds;
  GdkRectangle place;

  if (!gtk_widget_compute_bounds (at, GTK_WIDGET (self), &bounds))
    return;

  place = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                           (int) bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  tide_filter_popover_open (TIDE_FILTER_POPOVER (self->popover), self->reg,
                            TIDE_FILTER (self->filter), criterion);
}

static void
on_popover_edited (TideFilterPopover *popover, TidePayload *filter, TideFilterBar *self)
{
  tide_filter_bar_set_filter (self, TIDE_FILTER (filter));
}

static int
find_chip (TideFilterBar *self, const TideFilterCriterion *criterion)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((TideFilterPart *) g_ptr_array_index (self->parts, i))->criterion == criterion)
      return (int) i;

  return -1;
}

/* The keyboard goes on where what was edited stands now. */
static void
on_popover_closed (GtkPopover *popover, TideFilterBar *self)
{
  const int chip
      = find_chip (self, tide_filter_popover_get_criterion (TIDE_FILTER_POPOVER (popover)));

  gtk_widget_grab_focus (chip >= 0 ? g_ptr_array_index (self->chips, (guint) chip)
                                   : self->add_button);
}

/* Chips ------------------------------------------------------------------------------------- */

static const TideFilterPart *
get_part (TideFilterBar *self, GtkWidget *chip, guint *position)
{
  if (!g_ptr_array_find (self->chips, chip, position))
    g_assert_not_reached ();

  return g_ptr_array_index (self->parts, *position);
}

static void
on_chip_activated (GtkWidget *chip, TideFilterBar *self)
{
  guint position;
  const TideFilterPart *part = get_part (self, chip, &position);

  if (part->criterion->editor == TIDE_FILTER_EDITOR_SEARCH)
    gtk_widget_activate_action (GTK_WIDGET (self), "projects.find", NULL);
  else
    open_popover (self, chip, part->criterion);
}

/* The focus goes to the chip that comes into the place of the one removed. */
static void
on_chip_removed (GtkWidget *chip, TideFilterBar *self)
{
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_copy (TIDE_FILTER (self->filter));
  guint position;

  tide_filter_remove_part ((TideFilter *) filter, get_part (self, chip, &position));
  tide_filter_bar_set_filter (self, TIDE_FILTER (filter));
  gtk_widget_grab_focus (self->chips->len > 0
                             ? g_ptr_array_index (self->chips, MIN (position, self->chips->len - 1))
                             : self->add_button);
}

static void
on_clear_clicked (GtkButton *button, TideFilterBar *self)
{
  tide_filter_bar_set_filter (self, NULL);
  gtk_widget_grab_focus (self->add_button);
}

static void
append_chip (TideFilterBar *self, const TideFilterPart *part)
{
  GtkWidget *chip = tide_filter_chip_new (part, self->reg, TIDE_FILTER (self->filter));

  g_signal_connect_object (chip, "activated", G_CALLBACK (on_chip_activated), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (chip, "removed", G_CALLBACK (on_chip_removed), self, G_CONNECT_DEFAULT);
  g_ptr_array_add (self->chips, chip);
  adw_wrap_box_append (self->box, chip);
}

static void
move_to_end (TideFilterBar *self, GtkWidget *button)
{
  adw_wrap_box_reorder_child_after (self->box, button,
                                    gtk_widget_get_last_child (GTK_WIDGET (self->box)));
}

static void
update_chips (TideFilterBar *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    adw_wrap_box_remove (self->box, g_ptr_array_index (self->chips, i));
  g_ptr_array_set_size (self->chips, 0);
  g_ptr_array_unref (self->parts);
  self->parts = tide_filter_dup_parts (TIDE_FILTER (self->filter));

  for (guint i = 0; self->reg != NULL && i < self->parts->len; i++)
    append_chip (self, g_ptr_array_index (self->parts, i));
  move_to_end (self, self->add_button);
  move_to_end (self, self->clear_button);
  gtk_widget_set_visible (self->clear_button, self->chips->len > 1);
}

/* What a chip names may have got another name, or be gone. */
static void
on_stepped (TideFilterBar *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    tide_filter_chip_show (g_ptr_array_index (self->chips, i), g_ptr_array_index (self->parts, i),
                           self->reg, TIDE_FILTER (self->filter));
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

  if (self->popover != NULL)
    g_signal_handlers_disconnect_by_data (self->popover, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_filter_bar_parent_class)->dispose (object);
}

static void
tide_filter_bar_finalize (GObject *object)
{
  TideFilterBar *self = TIDE_FILTER_BAR (object);

  tide_payload_unref (self->filter);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->chips);

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
  gtk_widget_class_bind_template_child (widget_class, TideFilterBar, add_button);
  gtk_widget_class_bind_template_child (widget_class, TideFilterBar, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, tide_filter_bar_add);
  gtk_widget_class_set_css_name (widget_class, "filter-bar");
}

static void
tide_filter_bar_init (TideFilterBar *self)
{
  self->filter = tide_payload_seal ((TidePayload *) tide_filter_new ());
  self->parts = g_ptr_array_new ();
  self->chips = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->popover = tide_filter_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect (self->popover, "edited", G_CALLBACK (on_popover_edited), self);
  g_signal_connect (self->popover, "closed", G_CALLBACK (on_popover_closed), self);
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

  if (self->reg == reg)
    return;

  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_func (self->reg, on_stepped, self);
  g_set_object (&self->reg, reg);
  if (reg != NULL)
    g_signal_connect_object (reg, "stepped", G_CALLBACK (on_stepped), self, G_CONNECT_SWAPPED);
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

/**
 * tide_filter_bar_add:
 * @self: a filter bar
 *
 * Opens the list of what projects can be asked for, if the bar is on the screen.
 */
void
tide_filter_bar_add (TideFilterBar *self)
{
  g_return_if_fail (TIDE_IS_FILTER_BAR (self));

  if (self->reg != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    open_popover (self, self->add_button, NULL);
}
