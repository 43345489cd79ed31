/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-entries-group.h"

#include "ui/rows/tide-entry-row.h"

struct _TideEntriesGroup
{
  AdwPreferencesGroup parent_instance;

  TideRegister *reg;     /* owned */
  TideDraft *draft;      /* owned */
  char *list;            /* owned */
  GtkFilter *filter;     /* owned; nullable: which records an entry may refer to */
  GSignalGroup *entries; /* owned: its target is the model of the entries */

  GtkListBox *rows;      /* template child */
  AdwButtonRow *add_row; /* template child */
};

G_DEFINE_FINAL_TYPE (TideEntriesGroup, tide_entries_group, ADW_TYPE_PREFERENCES_GROUP)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_DRAFT,
  PROP_LIST,
  PROP_ADD_LABEL,
} TideEntriesGroupProperty;

static GParamSpec *props[PROP_ADD_LABEL + 1];

static void
on_entry_removed (TideEntriesGroup *self, TideEntryRow *row)
{
  g_autoptr (TideDraft) entry = g_object_ref (tide_entry_row_get_entry (row));

  gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
  tide_draft_remove_entry (self->draft, self->list, entry);
}

static void
on_entries_changed (TideEntriesGroup *self, guint position, guint removed, guint added)
{
  GListModel *entries = tide_draft_get_entries (self->draft, self->list);

  for (guint i = 0; i < removed; i++)
    gtk_list_box_remove (self->rows,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, (int) position)));

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (TideDraft) entry = g_list_model_get_item (entries, i);
      GtkWidget *row = tide_entry_row_new (self->reg, self->list, entry);

      tide_entry_row_set_filter (TIDE_ENTRY_ROW (row), self->filter);
      g_signal_connect_object (row, "removed", G_CALLBACK (on_entry_removed), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_insert (self->rows, row, (int) i);
    }
}

static void
show_entries (TideEntriesGroup *self)
{
  GListModel *entries;

  if (self->reg == NULL || self->draft == NULL || self->list == NULL)
    return;

  while (gtk_list_box_get_row_at_index (self->rows, 0) != GTK_LIST_BOX_ROW (self->add_row))
    gtk_list_box_remove (self->rows, GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, 0)));

  entries = tide_draft_get_entries (self->draft, self->list);
  g_signal_group_set_target (self->entries, entries);
  on_entries_changed (self, 0, 0, g_list_model_get_n_items (entries));
}

static void
on_add_row_activated (TideEntriesGroup *self)
{
  TideDraft *entry = tide_draft_append_entry (self->draft, self->list);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (TIDE_IS_ENTRY_ROW (row) && tide_entry_row_get_entry (TIDE_ENTRY_ROW (row)) == entry)
      {
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
        gtk_widget_grab_focus (GTK_WIDGET (row));
        return;
      }
}

/* The arrow keys go on to the group above or below, as they do from one boxed list to another. */
static gboolean
on_rows_keynav_failed (TideEntriesGroup *self, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return FALSE;
  return gtk_widget_child_focus (GTK_WIDGET (root), direction == GTK_DIR_UP ? GTK_DIR_TAB_BACKWARD
                                                                            : GTK_DIR_TAB_FORWARD);
}

static void
tide_entries_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideEntriesGroup *self = TIDE_ENTRIES_GROUP (object);

  switch ((TideEntriesGroupProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;

    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;

    case PROP_LIST:
      g_value_set_string (value, self->list);
      break;

    case PROP_ADD_LABEL:
      g_value_set_string (value,
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->add_row)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_entries_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideEntriesGroup *self = TIDE_ENTRIES_GROUP (object);

  switch ((TideEntriesGroupProperty) id)
    {
    case PROP_REGISTER:
      tide_entries_group_set_register (self, g_value_get_object (value));
      break;

    case PROP_DRAFT:
      tide_entries_group_set_draft (self, g_value_get_object (value));
      break;

    case PROP_LIST:
      self->list = g_value_dup_string (value);
      break;

    case PROP_ADD_LABEL:
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row),
                                     g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_entries_group_dispose (GObject *object)
{
  TideEntriesGroup *self = TIDE_ENTRIES_GROUP (object);

  g_clear_object (&self->entries);
  g_clear_object (&self->filter);
  g_clear_object (&self->draft);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_ENTRIES_GROUP);

  G_OBJECT_CLASS (tide_entries_group_parent_class)->dispose (object);
}

static void
tide_entries_group_finalize (GObject *object)
{
  TideEntriesGroup *self = TIDE_ENTRIES_GROUP (object);

  g_free (self->list);

  G_OBJECT_CLASS (tide_entries_group_parent_class)->finalize (object);
}

static void
tide_entries_group_class_init (TideEntriesGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_entries_group_get_property;
  object_class->set_property = tide_entries_group_set_property;
  object_class->dispose = tide_entries_group_dispose;
  object_class->finalize = tide_entries_group_finalize;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_DRAFT]
      = g_param_spec_object ("draft", NULL, NULL, TIDE_TYPE_DRAFT,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_LIST]
      = g_param_spec_string ("list", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_ADD_LABEL] = g_param_spec_string ("add-label", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/rows/tide-entries-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TideEntriesGroup, rows);
  gtk_widget_class_bind_template_child (widget_class, TideEntriesGroup, add_row);
  gtk_widget_class_bind_template_callback (widget_class, on_add_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_keynav_failed);
}

static void
tide_entries_group_init (TideEntriesGroup *self)
{
  self->entries = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->entries, "items-changed", G_CALLBACK (on_entries_changed),
                                  self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

TideRegister *
tide_entries_group_get_register (TideEntriesGroup *self)
{
  g_return_val_if_fail (TIDE_IS_ENTRIES_GROUP (self), NULL);

  return self->reg;
}

/**
 * tide_entries_group_set_register:
 * @self: a group
 * @reg: (nullable): the register from which entries are chosen
 */
void
tide_entries_group_set_register (TideEntriesGroup *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_ENTRIES_GROUP (self));

  if (!g_set_object (&self->reg, reg))
    return;

  show_entries (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_entries_group_get_draft:
 * @self: a group
 *
 * Returns: (transfer none) (nullable): the draft whose entries it lists
 */
TideDraft *
tide_entries_group_get_draft (TideEntriesGroup *self)
{
  g_return_val_if_fail (TIDE_IS_ENTRIES_GROUP (self), NULL);

  return self->draft;
}

/**
 * tide_entries_group_set_draft:
 * @self: a group
 * @draft: (nullable): the draft whose entries it lists
 */
void
tide_entries_group_set_draft (TideEntriesGroup *self, TideDraft *draft)
{
  g_return_if_fail (TIDE_IS_ENTRIES_GROUP (self));

  if (!g_set_object (&self->draft, draft))
    return;

  show_entries (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DRAFT]);
}

/**
 * tide_entries_group_set_filter:
 * @filter: (nullable): which records the first field of an entry may choose; %NULL for all
 *
 * To be set before the draft.
 */
void
tide_entries_group_set_filter (TideEntriesGroup *self, GtkFilter *filter)
{
  g_return_if_fail (TIDE_IS_ENTRIES_GROUP (self));

  g_set_object (&self->filter, filter);
}

/**
 * tide_entries_group_get_list:
 * @self: a group
 *
 * Returns: (transfer none) (nullable): the list whose entries it shows
 */
const char *
tide_entries_group_get_list (TideEntriesGroup *self)
{
  g_return_val_if_fail (TIDE_IS_ENTRIES_GROUP (self), NULL);

  return self->list;
}
