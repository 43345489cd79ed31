/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-changes-list.h"

#include "ui/lists/tide-history-list.h"

struct _TideChangesList
{
  AdwBin parent_instance;

  TideHistoryList *changes; /* owned */

  /* template children */
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (TideChangesList, tide_changes_list, ADW_TYPE_BIN)

typedef enum
{
  PROP_N_CHANGES = 1,
} TideChangesListProperty;

static GParamSpec *props[PROP_N_CHANGES + 1];

static void
tide_changes_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideChangesList *self = TIDE_CHANGES_LIST (object);

  switch ((TideChangesListProperty) id)
    {
    case PROP_N_CHANGES:
      g_value_set_uint (value, tide_changes_list_get_n_changes (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_changes_list_dispose (GObject *object)
{
  TideChangesList *self = TIDE_CHANGES_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_CHANGES_LIST);
  g_clear_object (&self->changes);

  G_OBJECT_CLASS (tide_changes_list_parent_class)->dispose (object);
}

static void
tide_changes_list_class_init (TideChangesListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_changes_list_get_property;
  object_class->dispose = tide_changes_list_dispose;

  props[PROP_N_CHANGES]
      = g_param_spec_uint ("n-changes", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (TIDE_TYPE_CHANGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-changes-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TideChangesList, list);
}

static void
tide_changes_list_init (TideChangesList *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->changes = tide_history_list_new ();
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->changes)));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/**
 * tide_changes_list_new:
 *
 * Returns: (transfer floating): a list without changes
 */
GtkWidget *
tide_changes_list_new (void)
{
  return g_object_new (TIDE_TYPE_CHANGES_LIST, NULL);
}

/**
 * tide_changes_list_show:
 * @self: a list
 * @names: what records are called; of a comparison, made with both registers
 * @steps: (element-type TideStep): the steps, not to be changed any more
 *
 * Shows what @steps change, in the order in which they name their records.
 */
void
tide_changes_list_show (TideChangesList *self, TideHistoryNames *names, GPtrArray *steps)
{
  const guint n_before = tide_changes_list_get_n_changes (self);

  g_return_if_fail (TIDE_IS_CHANGES_LIST (self));

  tide_history_list_group_by_record (self->changes, names, steps);
  if (n_before != tide_changes_list_get_n_changes (self))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_CHANGES]);
}

/**
 * tide_changes_list_get_n_changes:
 * @self: a list
 *
 * Returns: how many changes it shows
 */
guint
tide_changes_list_get_n_changes (TideChangesList *self)
{
  g_return_val_if_fail (TIDE_IS_CHANGES_LIST (self), 0);

  return tide_history_list_get_n_total (self->changes);
}
