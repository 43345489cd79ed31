/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-reference-row.h"

#include "core/tide-rate-sets.h"
#include "ui/rows/tide-choice-list.h"
#include "ui/rows/tide-field-link.h"
#include "ui/rows/tide-reference-adder.h"

struct _TideReferenceRow
{
  AdwComboRow parent_instance;

  TideRegister *reg;   /* owned */
  char *kind;          /* owned */
  char *reference;     /* owned; empty for none */
  GListStore *others;  /* owned: none, sets of rates without a record, and the unknown id */
  guint n_fixed;       /* of these, those that are always offered */
  GHashTable *kept;    /* owned: ids that are offered because they were chosen */
  GtkFilter *filter;   /* owned; nullable: which records may be chosen */
  GtkFilter *offered;  /* owned: @filter, @kept and what is not retired */
  TideFieldLink *link; /* not owned: attached to the row */
  GtkWidget *message;  /* owned as a child */
  GtkWidget *adder;    /* owned as a child; nullable: makes a record of the kind */
  gboolean can_manage; /* records of the kind can be made from here */
  gboolean is_showing; /* the selection follows the reference, not the person */
};

G_DEFINE_FINAL_TYPE (TideReferenceRow, tide_reference_row, ADW_TYPE_COMBO_ROW)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_KIND,
  PROP_REFERENCE,
  PROP_FIELD,
  PROP_CAN_MANAGE,
} TideReferenceRowProperty;

static GParamSpec *props[PROP_CAN_MANAGE + 1];

static gboolean
is_offered (gpointer choice, gpointer data)
{
  TideReferenceRow *self = data;

  if (!TIDE_IS_RECORD (choice) || g_hash_table_contains (self->kept, tide_choice_get_id (choice)))
    return TRUE;

  return !tide_choice_is_retired (choice, self->reg)
         && (self->filter == NULL || gtk_filter_match (self->filter, choice));
}

static void
on_filter_changed (TideReferenceRow *self)
{
  gtk_filter_changed (self->offered, GTK_FILTER_CHANGE_DIFFERENT);
}

/* What was chosen stays on offer, retired or not, so that the person can come back to it. */
static void
keep_reference (TideReferenceRow *self)
{
  if (*self->reference != '\0' && g_hash_table_add (self->kept, g_strdup (self->reference)))
    gtk_filter_changed (self->offered, GTK_FILTER_CHANGE_LESS_STRICT);
}

static void
append_other (TideReferenceRow *self, const char *id)
{
  g_autoptr (GtkStringObject) other = gtk_string_object_new (id);

  g_list_store_append (self->others, other);
}

/* The record may come with the form; else there is nothing but its id. */
static void
offer_unknown (TideReferenceRow *self)
{
  TideRecord *companion = tide_register_find_companion (
      self->reg, tide_record_kind_from_name (self->kind), self->reference);

  g_list_store_splice (self->others, self->n_fixed,
                       g_list_model_get_n_items (G_LIST_MODEL (self->others)) - self->n_fixed, NULL,
                       0);
  if (companion != NULL)
    g_list_store_append (self->others, companion);
  else
    append_other (self, self->reference);
}

static void
show_reference (TideReferenceRow *self)
{
  GListModel *choices = adw_combo_row_get_model (ADW_COMBO_ROW (self));
  guint position;

  if (choices == NULL)
    return;

  self->is_showing = TRUE;
  position = tide_choice_list_find (choices, self->reference);
  if (position == GTK_INVALID_LIST_POSITION)
    {
      offer_unknown (self);
      position = tide_choice_list_find (choices, self->reference);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  self->is_showing = FALSE;
}

static void
on_choices_changing (TideReferenceRow *self)
{
  self->is_showing = TRUE;
}

static void
on_choices_changed (TideReferenceRow *self)
{
  show_reference (self);
}

static void
on_selected_changed (TideReferenceRow *self)
{
  gpointer choice = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  if (!self->is_showing && choice != NULL)
    tide_reference_row_set_reference (self, tide_choice_get_id (choice));
}

/* A set of rates is there as soon as a rate names it. */
static void
offer_unnamed_sets (TideReferenceRow *self)
{
  g_auto (GStrv) sets = tide_register_dup_rate_sets (self->reg);

  for (guint i = 0; sets[i] != NULL; i++)
    if (tide_register_lookup (self->reg, TIDE_RECORD_RATE_SET, sets[i]) == NULL)
      append_other (self, sets[i]);
  self->n_fixed = g_list_model_get_n_items (G_LIST_MODEL (self->others));
}

/* The combo row moves its selection while the choices change, which is no act of the person: the
 * handlers around its own see to that. */
static void
offer_choices (TideReferenceRow *self)
{
  TideRecordKind kind;
  g_autoptr (GListModel) choices = NULL;
  g_autoptr (GtkListItemFactory) headers = NULL;

  if (self->reg == NULL || self->kind == NULL)
    return;

  kind = tide_record_kind_from_name (self->kind);
  if (kind == TIDE_RECORD_RATE_SET)
    offer_unnamed_sets (self);
  choices = tide_choice_list_new (self->reg, kind, G_LIST_MODEL (self->others), self->offered);
  headers = tide_choice_header_factory_new (self->reg);
  if (kind == TIDE_RECORD_SECTOR)
    adw_combo_row_set_header_factory (ADW_COMBO_ROW (self), headers);

  g_signal_connect_object (choices, "items-changed", G_CALLBACK (on_choices_changing), self,
                           G_CONNECT_SWAPPED);
  self->is_showing = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), choices);
  self->is_showing = FALSE;
  g_signal_connect_object (choices, "items-changed", G_CALLBACK (on_choices_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_reference (self);
}

/* The choices may outlive the row that filters them. */
static void
stop_offering (TideReferenceRow *self)
{
  GListModel *choices = adw_combo_row_get_model (ADW_COMBO_ROW (self));

  if (self->offered == NULL)
    return;

  if (choices != NULL)
    g_signal_handlers_disconnect_by_data (choices, self);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->offered), NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->offered);
}

static void
set_kind (TideReferenceRow *self, const char *kind)
{
  self->kind = g_strdup (kind);
  self->adder = kind != NULL ? tide_reference_adder_new (self) : NULL;
  if (self->adder != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->adder);
  offer_choices (self);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_reference_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideReferenceRow *self = TIDE_REFERENCE_ROW (object);

  switch ((TideReferenceRowProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;

    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;

    case PROP_REFERENCE:
      g_value_set_string (value, self->reference);
      break;

    case PROP_FIELD:
      g_value_set_object (value, tide_reference_row_get_field (self));
      break;

    case PROP_CAN_MANAGE:
      g_value_set_boolean (value, tide_reference_row_get_can_manage (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_reference_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideReferenceRow *self = TIDE_REFERENCE_ROW (object);

  switch ((TideReferenceRowProperty) id)
    {
    case PROP_REGISTER:
      tide_reference_row_set_register (self, g_value_get_object (value));
      break;

    case PROP_KIND:
      set_kind (self, g_value_get_string (value));
      break;

    case PROP_REFERENCE:
      tide_reference_row_set_reference (self, g_value_get_string (value));
      break;

    case PROP_FIELD:
      tide_reference_row_set_field (self, g_value_get_object (value));
      break;

    case PROP_CAN_MANAGE:
      tide_reference_row_set_can_manage (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_reference_row_dispose (GObject *object)
{
  TideReferenceRow *self = TIDE_REFERENCE_ROW (object);

  if (self->message != NULL)
    {
      tide_field_link_set_field (self->link, NULL);
      tide_field_link_show_message (self->link, NULL);
    }
  g_clear_pointer (&self->message, gtk_widget_unparent);
  self->is_showing = TRUE;
  stop_offering (self);
  g_clear_object (&self->others);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_reference_row_parent_class)->dispose (object);
}

static void
tide_reference_row_finalize (GObject *object)
{
  TideReferenceRow *self = TIDE_REFERENCE_ROW (object);

  g_hash_table_unref (self->kept);
  g_free (self->kind);
  g_free (self->reference);

  G_OBJECT_CLASS (tide_reference_row_parent_class)->finalize (object);
}

static void
tide_reference_row_class_init (TideReferenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_reference_row_get_property;
  object_class->set_property = tide_reference_row_set_property;
  object_class->dispose = tide_reference_row_dispose;
  object_class->finalize = tide_reference_row_finalize;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_KIND]
      = g_param_spec_string ("kind", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_REFERENCE]
      = g_param_spec_string ("reference", NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FIELD]
      = g_param_spec_object ("field", NULL, NULL, TIDE_TYPE_FIELD,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_CAN_MANAGE]
      = g_param_spec_boolean ("can-manage", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  tide_reference_adder_install_actions (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tide_reference_row_init (TideReferenceRow *self)
{
  AdwComboRow *combo = ADW_COMBO_ROW (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  g_autoptr (GtkExpression) search = tide_choice_search_expression_new ();
  g_autoptr (GtkListItemFactory) factory = tide_choice_factory_new ();
  g_autoptr (GtkListItemFactory) list_factory = tide_choice_list_factory_new ();

  self->can_manage = TRUE;
  self->reference = g_strdup ("");
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->offered = GTK_FILTER (gtk_custom_filter_new (is_offered, self, NULL));
  self->others = g_list_store_new (G_TYPE_OBJECT);
  append_other (self, "");
  self->n_fixed = 1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_combo_row_set_factory (combo, factory);
  adw_combo_row_set_list_factory (combo, list_factory);
  adw_combo_row_set_expression (combo, search);
  adw_combo_row_set_search_match_mode (combo, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (combo, TRUE);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_changed), NULL);

  self->message = GTK_WIDGET (tide_message_label_new ());
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  self->link = tide_field_link_attach (GTK_WIDGET (self), G_OBJECT (self), "reference");
  tide_field_link_show_message (self->link, GTK_LABEL (self->message));
}

/**
 * tide_reference_row_new:
 * @kind: name of the kind of record it chooses
 *
 * Returns: (transfer floating): a row without a title, with nothing chosen
 */
GtkWidget *
tide_reference_row_new (TideRegister *reg, const char *kind)
{
  return g_object_new (TIDE_TYPE_REFERENCE_ROW, "kind", kind, "register", reg, NULL);
}

/**
 * tide_reference_row_get_register:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the register whose records it offers
 */
TideRegister *
tide_reference_row_get_register (TideReferenceRow *self)
{
  g_return_val_if_fail (TIDE_IS_REFERENCE_ROW (self), NULL);

  return self->reg;
}

/**
 * tide_reference_row_set_register:
 * @self: a row
 * @reg: (nullable): the register whose records it offers
 */
void
tide_reference_row_set_register (TideReferenceRow *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_REFERENCE_ROW (self));

  if (!g_set_object (&self->reg, reg))
    return;

  offer_choices (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_reference_row_get_kind:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): name of the kind of the records to choose from
 */
const char *
tide_reference_row_get_kind (TideReferenceRow *self)
{
  g_return_val_if_fail (TIDE_IS_REFERENCE_ROW (self), NULL);

  return self->kind;
}

/**
 * tide_reference_row_get_reference:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): id of the record that is chosen
 */
const char *
tide_reference_row_get_reference (TideReferenceRow *self)
{
  g_return_val_if_fail (TIDE_IS_REFERENCE_ROW (self), NULL);

  return self->reference;
}

/**
 * tide_reference_row_set_reference:
 * @reference: (nullable): an id, empty or %NULL for none
 */
void
tide_reference_row_set_reference (TideReferenceRow *self, const char *reference)
{
  g_return_if_fail (TIDE_IS_REFERENCE_ROW (self));

  if (!g_set_str (&self->reference, reference != NULL ? reference : ""))
    return;

  keep_reference (self);
  show_reference (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REFERENCE]);
}

/**
 * tide_reference_row_get_filter:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): which records may be chosen
 */
GtkFilter *
tide_reference_row_get_filter (TideReferenceRow *self)
{
  g_return_val_if_fail (TIDE_IS_REFERENCE_ROW (self), NULL);

  return self->filter;
}

/**
 * tide_reference_row_set_filter:
 * @self: a row
 * @filter: (nullable): which records may be chosen, by #TideRecord; %NULL for all
 *
 * The record that is chosen is offered in any case. A filter of sectors is asked for taxonomies
 * too, of which a new sector may be.
 */
void
tide_reference_row_set_filter (TideReferenceRow *self, GtkFilter *filter)
{
  g_return_if_fail (TIDE_IS_REFERENCE_ROW (self));

  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, on_filter_changed, self);
  g_set_object (&self->filter, filter);
  if (filter != NULL)
    g_signal_connect_object (filter, "changed", G_CALLBACK (on_filter_changed), self,
                             G_CONNECT_SWAPPED);
  on_filter_changed (self);
}

/**
 * tide_reference_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the field that it edits
 */
TideField *
tide_reference_row_get_field (TideReferenceRow *self)
{
  g_return_val_if_fail (TIDE_IS_REFERENCE_ROW (self), NULL);

  return tide_field_link_get_field (self->link);
}

/**
 * tide_reference_row_set_field:
 * @self: a row
 * @field: (nullable): the field that it edits
 */
void
tide_reference_row_set_field (TideReferenceRow *self, TideField *field)
{
  g_return_if_fail (TIDE_IS_REFERENCE_ROW (self));

  if (field == tide_reference_row_get_field (self))
    return;

  tide_field_link_set_field (self->link, field);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIELD]);
}

/**
 * tide_reference_row_get_can_manage:
 * @self: a row
 *
 * Returns: whether records of its kind can be made from it
 */
gboolean
tide_reference_row_get_can_manage (TideReferenceRow *self)
{
  g_return_val_if_fail (TIDE_IS_REFERENCE_ROW (self), FALSE);

  return self->can_manage;
}

/**
 * tide_reference_row_set_can_manage:
 * @self: a row
 * @can_manage: whether it offers a new record of its kind, and the list of them
 *
 * It does where the kind has a form; the list, where it has a #TideVocabulary.
 */
void
tide_reference_row_set_can_manage (TideReferenceRow *self, gboolean can_manage)
{
  g_return_if_fail (TIDE_IS_REFERENCE_ROW (self));

  can_manage = !!can_manage;
  if (self->can_manage == can_manage)
    return;

  self->can_manage = can_manage;
  if (self->adder != NULL)
    gtk_widget_set_visible (self->adder, can_manage);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_MANAGE]);
}
