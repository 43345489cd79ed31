/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-shares.h"

#include <glib/gi18n-lib.h>

struct _TideShares
{
  GtkWidget parent_instance;

  TideRegister *reg;     /* owned */
  TideDraft *draft;      /* owned */
  GSignalGroup *entries; /* owned: its target is the model of the sectors */
};

G_DEFINE_FINAL_TYPE (TideShares, tide_shares, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_DRAFT,
} TideSharesProperty;

static GParamSpec *props[PROP_DRAFT + 1];

/* One taxonomy's sum while it is gathered. */
typedef struct
{
  const TidePayload *taxonomy;
  TideDecimal sum;
} TideShareSum;

static const TidePayload *
lookup_taxonomy (TideShares *self, const TideClassification *entry)
{
  const TidePayload *sector
      = tide_register_lookup_payload (self->reg, TIDE_RECORD_SECTOR, entry->sector);
  const char *taxonomy = sector != NULL ? TIDE_SECTOR_PAYLOAD (sector)->taxonomy : NULL;

  return tide_register_lookup_payload (self->reg, TIDE_RECORD_TAXONOMY, taxonomy);
}

static TideShareSum *
find_sum (GArray *sums, const TidePayload *taxonomy)
{
  const TideShareSum fresh = { .taxonomy = taxonomy, .sum = { .is_set = TRUE } };

  for (guint i = 0; i < sums->len; i++)
    if (g_array_index (sums, TideShareSum, i).taxonomy == taxonomy)
      return &g_array_index (sums, TideShareSum, i);

  g_array_append_val (sums, fresh);
  return &g_array_index (sums, TideShareSum, sums->len - 1);
}

/* Shares as they will be saved: what their fields refuse is none. */
static GArray *
add_up (TideShares *self)
{
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (TideShareSum));
  GListModel *entries = tide_draft_get_entries (self->draft, "sectors");

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TideDraft) draft = g_list_model_get_item (entries, i);
      g_autoptr (TidePayload) payload = tide_draft_dup_payload (draft);
      const TideClassification *entry = (const TideClassification *) payload;
      const TidePayload *taxonomy = lookup_taxonomy (self, entry);

      if (taxonomy != NULL && entry->share.is_set)
        tide_decimal_add (&find_sum (sums, taxonomy)->sum, &entry->share);
    }
  return sums;
}

static void
show_sum (TideShares *self, const TideShareSum *sum)
{
  static const TideDecimal whole = { .mantissa = 100, .is_set = TRUE };
  gboolean is_whole = tide_decimal_compare (&sum->sum, &whole) == 0;
  g_autofree char *number = tide_decimal_dup_text (&sum->sum);
  g_autofree char *name = tide_text_dup_isolated (
      tide_payload_get_label (sum->taxonomy, tide_language_get_default ()));
  g_autofree char *text = NULL;
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *bar = gtk_progress_bar_new ();

  if (is_whole)
    /* Translators: a classification, and the sum of the shares within it: “SEI 2023: 100 %” */
    text = g_strdup_printf (_ ("%s: %s %%"), name, number);
  else
    /* Translators: a classification, and the sum of its shares: “SEI 2023: 60 % of 100 %” */
    text = g_strdup_printf (_ ("%s: %s %% of 100 %%"), name, number);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, is_whole ? "dimmed" : "error");
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 CLAMP (tide_decimal_to_double (&sum->sum) / 100, 0, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
}

static void
remove_children (TideShares *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
show_sums (TideShares *self)
{
  g_autoptr (GArray) sums = NULL;

  remove_children (self);
  if (self->reg == NULL || self->draft == NULL)
    return;

  sums = add_up (self);
  for (guint i = 0; i < sums->len; i++)
    show_sum (self, &g_array_index (sums, TideShareSum, i));
  gtk_widget_set_visible (GTK_WIDGET (self), sums->len > 0);
}

static void
watch_field (TideShares *self, TideField *field)
{
  g_signal_connect_object (field, "notify::text", G_CALLBACK (show_sums), self, G_CONNECT_SWAPPED);
}

static void
on_entries_changed (TideShares *self, guint position, guint removed, guint added)
{
  GListModel *entries = tide_draft_get_entries (self->draft, "sectors");

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (TideDraft) entry = g_list_model_get_item (entries, i);

      watch_field (self, tide_draft_get_field (entry, "sector"));
      watch_field (self, tide_draft_get_field (entry, "share"));
    }
  show_sums (self);
}

static void
tide_shares_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideShares *self = TIDE_SHARES (object);

  switch ((TideSharesProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;

    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_shares_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideShares *self = TIDE_SHARES (object);

  switch ((TideSharesProperty) id)
    {
    case PROP_REGISTER:
      tide_shares_set_register (self, g_value_get_object (value));
      break;

    case PROP_DRAFT:
      tide_shares_set_draft (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_shares_dispose (GObject *object)
{
  TideShares *self = TIDE_SHARES (object);

  g_clear_object (&self->entries);
  g_clear_object (&self->draft);
  g_clear_object (&self->reg);
  remove_children (self);

  G_OBJECT_CLASS (tide_shares_parent_class)->dispose (object);
}

static void
tide_shares_class_init (TideSharesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_shares_get_property;
  object_class->set_property = tide_shares_set_property;
  object_class->dispose = tide_shares_dispose;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_DRAFT]
      = g_param_spec_object ("draft", NULL, NULL, TIDE_TYPE_DRAFT,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tide_shares_init (TideShares *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->entries = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->entries, "items-changed", G_CALLBACK (on_entries_changed),
                                  self);
}

TideRegister *
tide_shares_get_register (TideShares *self)
{
  g_return_val_if_fail (TIDE_IS_SHARES (self), NULL);

  return self->reg;
}

/**
 * tide_shares_set_register:
 * @self: shares
 * @reg: (nullable): the register that the sectors are of
 */
void
tide_shares_set_register (TideShares *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_SHARES (self));

  if (!g_set_object (&self->reg, reg))
    return;

  show_sums (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_shares_get_draft:
 * @self: shares
 *
 * Returns: (transfer none) (nullable): the draft of the project whose sectors it lists
 */
TideDraft *
tide_shares_get_draft (TideShares *self)
{
  g_return_val_if_fail (TIDE_IS_SHARES (self), NULL);

  return self->draft;
}

/**
 * tide_shares_set_draft:
 * @self: shares
 * @draft: (nullable): the draft of the project whose sectors it lists
 */
void
tide_shares_set_draft (TideShares *self, TideDraft *draft)
{
  GListModel *entries;

  g_return_if_fail (TIDE_IS_SHARES (self));

  if (!g_set_object (&self->draft, draft))
    return;

  entries = draft != NULL ? tide_draft_get_entries (draft, "sectors") : NULL;
  g_signal_group_set_target (self->entries, entries);
  if (entries != NULL)
    on_entries_changed (self, 0, 0, g_list_model_get_n_items (entries));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DRAFT]);
}
