/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sectors-page.h"

#include "stats/tide-main-taxonomy.h"
#include "ui/dialogs/tide-delete-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-sectors-table.h"
#include "ui/pages/tide-page.h"
#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

struct _TideSectorsPage
{
  AdwBin parent_instance;

  TideRegister *reg;     /* owned; nullable */
  GSignalGroup *links;   /* owned: its target is the register */
  GPtrArray *taxonomies; /* owned: ids, in the order of the drop-down */
  char *wanted;          /* owned; nullable: id of a taxonomy to choose once it is offered */
  gboolean is_filling;

  /* template children */
  AdwWindowTitle *title;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkWidget *chooser;
  GtkDropDown *taxonomy_drop_down;
  GtkStack *stack;
  TideSectorsTable *table;
  GtkWidget *total_bar;
  GtkButton *total_button;
  GtkWidget *total_amount_button;
  GtkLabel *total_amount;
  GtkLabel *explanation_label;
  GMenuModel *sector_menu;
  GMenu *amount_kinds_section;
};

static void tide_sectors_page_page_init (TidePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideSectorsPage,
                               tide_sectors_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_PAGE, tide_sectors_page_page_init))

typedef enum
{
  PROP_REGISTER = 1,
} TideSectorsPageProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_REGISTER + 1];
static guint signals[N_SIGNALS];

/* What is shown ----------------------------------------------------------------------------- */

static const TideSectorPayload *
get_selected (TideSectorsPage *self)
{
  TideSectorNode *node = tide_sectors_table_get_selected (self->table);

  return node != NULL ? tide_sector_node_get_sector (node) : NULL;
}

static void
update_title (TideSectorsPage *self)
{
  const guint n = tide_sectors_table_get_n_shown (self->table);
  const guint n_total = tide_sectors_table_get_n_sectors (self->table);
  g_autofree char *text = NULL;

  if (n != n_total)
    /* Translators: how many sectors match the search, of how many */
    text = g_strdup_printf (ngettext ("%u of %u sector", "%u of %u sectors", n_total), n, n_total);
  else
    /* Translators: how many sectors there are */
    text = g_strdup_printf (ngettext ("%u sector", "%u sectors", n_total), n_total);
  adw_window_title_set_subtitle (self->title, text);
}

static void
update_stack (TideSectorsPage *self)
{
  const char *name = "table";

  if (tide_sectors_table_get_taxonomy (self->table) == NULL)
    name = "no-taxonomy";
  else if (tide_sectors_table_get_n_sectors (self->table) == 0)
    name = "empty";
  else if (tide_sectors_table_get_n_shown (self->table) == 0)
    name = "no-match";

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->chooser, !g_str_equal (name, "no-taxonomy"));
  gtk_widget_set_visible (self->total_bar, g_str_equal (name, "table"));
  update_title (self);
}

static void
update_actions (TideSectorsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);
  const gboolean has_taxonomy = tide_sectors_table_get_taxonomy (self->table) != NULL;
  const TideSectorPayload *sector = get_selected (self);
  const gboolean can_edit = can_write && sector != NULL;

  gtk_widget_action_set_enabled (widget, "taxonomy.add", can_write);
  gtk_widget_action_set_enabled (widget, "taxonomy.edit", can_write && has_taxonomy);
  gtk_widget_action_set_enabled (widget, "taxonomy.delete", can_write && has_taxonomy);
  gtk_widget_action_set_enabled (widget, "taxonomy.show-history", has_taxonomy);
  gtk_widget_action_set_enabled (widget, "sectors.add", can_write && has_taxonomy);
  gtk_widget_action_set_enabled (widget, "sector.add-below", can_edit);
  gtk_widget_action_set_enabled (widget, "sector.edit", can_edit);
  gtk_widget_action_set_enabled (widget, "sector.retire", can_edit && !sector->retired);
  gtk_widget_action_set_enabled (widget, "sector.restore", can_edit && sector->retired);
  gtk_widget_action_set_enabled (widget, "sector.show-history", sector != NULL);
  gtk_widget_action_set_enabled (widget, "sector.delete", can_edit);
}

static void
append_note (GString *text, const char *note)
{
  g_string_append (text, "\n\n");
  g_string_append (text, note);
}

static char *
dup_explanation (TideSectorsPage *self, const TideFigure *total)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  g_autofree char *amounts
      = tide_figure_dup_amount_explanation (total, snapshot, tide_language_get_default ());
  g_autoptr (GString) text = g_string_new (amounts);

  append_note (text,
               _ ("A project in several sectors is counted in each of them, and its amount is "
                  "divided by shares. A sector includes what stands below it."));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
update_total (TideSectorsPage *self)
{
  const TideBreakdown *breakdown = tide_sectors_table_get_breakdown (self->table);
  g_autofree char *amount = tide_sectors_table_dup_total (self->table);
  g_autofree char *count = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *explanation = NULL;

  if (breakdown == NULL)
    return;

  /* Translators: how many projects there are */
  count = g_strdup_printf (ngettext ("%u project", "%u projects", breakdown->total->n_counted),
                           breakdown->total->n_counted);
  exact = tide_money_dup_exact (&breakdown->total->base, tide_language_get_default ());
  explanation = dup_explanation (self, breakdown->total);
  gtk_button_set_label (self->total_button, count);
  gtk_label_set_text (self->total_amount, amount);
  gtk_widget_set_tooltip_text (self->total_amount_button,
                               breakdown->total->n_priced > 0 ? exact : NULL);
  gtk_widget_set_sensitive (self->total_amount_button, breakdown->total->n_with_amount > 0);
  gtk_label_set_text (self->explanation_label, explanation);
}

/* Taxonomies -------------------------------------------------------------------------------- */

static void
choose_taxonomy (TideSectorsPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->taxonomy_drop_down);

  tide_sectors_table_set_taxonomy (self->table, selected < self->taxonomies->len
                                                    ? g_ptr_array_index (self->taxonomies, selected)
                                                    : NULL);
  update_stack (self);
  update_actions (self);
}

static void
on_taxonomy_selected (TideSectorsPage *self)
{
  if (!self->is_filling)
    choose_taxonomy (self);
}

static guint
find_taxonomy (TideSectorsPage *self, const char *id)
{
  guint position;

  if (id == NULL
      || !g_ptr_array_find_with_equal_func (self->taxonomies, id, g_str_equal, &position))
    return GTK_INVALID_LIST_POSITION;

  return position;
}

/* What was chosen stays chosen; else the taxonomy in which most projects are classified is. */
static guint
find_taxonomy_to_show (TideSectorsPage *self, TideSnapshot *snapshot)
{
  guint position = find_taxonomy (self, self->wanted);

  if (position == GTK_INVALID_LIST_POSITION)
    position = find_taxonomy (self, tide_sectors_table_get_taxonomy (self->table));
  if (position == GTK_INVALID_LIST_POSITION)
    position = find_taxonomy (self, tide_snapshot_find_main_taxonomy (snapshot));

  return position;
}

static void
fill_taxonomies (TideSectorsPage *self)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_TAXONOMY);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->taxonomies, 0);
  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *taxonomy = g_ptr_array_index (records, i);
      const char *label = tide_payload_get_label (taxonomy, tide_language_get_default ());

      g_ptr_array_add (self->taxonomies, g_strdup (taxonomy->id));
      gtk_string_list_append (names, label != NULL ? label : _ ("Without a Name"));
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->taxonomy_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->taxonomy_drop_down, find_taxonomy_to_show (self, snapshot));
  self->is_filling = FALSE;
  choose_taxonomy (self);
}

static gboolean
concerns_taxonomies (const TideStep *step)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);

      if (edit->record_kind == TIDE_RECORD_TAXONOMY)
        return TRUE;
    }

  return FALSE;
}

static void
on_register_stepped (TideSectorsPage *self, TideStep *step)
{
  if (concerns_taxonomies (step))
    fill_taxonomies (self);
}

static void
on_counted (TideSectorsPage *self)
{
  update_stack (self);
  update_total (self);
  update_actions (self);
}

static void
on_filter_requested (TideSectorsPage *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
on_total_clicked (TideSectorsPage *self)
{
  const TideBreakdown *breakdown = tide_sectors_table_get_breakdown (self->table);

  if (breakdown != NULL)
    g_signal_emit (self, signals[FILTER_REQUESTED], 0, breakdown->total->filter);
}

/* Searching --------------------------------------------------------------------------------- */

static void
on_search_changed (TideSectorsPage *self)
{
  tide_sectors_table_set_search (self->table,
                                 gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  update_stack (self);
}

static void
on_search_stopped (TideSectorsPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (TIDE_SECTORS_PAGE (widget)->search_entry), "");
}

/* Sectors ----------------------------------------------------------------------------------- */

static void
on_sector_saved (TideSectorsPage *self, const char *id)
{
  if (tide_sectors_table_reveal (self->table, id))
    return;

  clear_search (GTK_WIDGET (self), NULL, NULL);
  tide_sectors_table_reveal (self->table, id);
}

static void
present_sector (TideSectorsPage *self, const TidePayload *payload)
{
  TideRecordDialog *dialog = tide_record_dialog_new (self->reg, TIDE_RECORD_SECTOR, payload);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_sector_saved), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
present_new_sector (TideSectorsPage *self, const char *parent)
{
  g_autoptr (TidePayload) payload
      = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_SECTOR), NULL);
  TideSectorPayload *sector = (TideSectorPayload *) payload;

  tide_payload_set_interned (&sector->taxonomy, tide_sectors_table_get_taxonomy (self->table));
  tide_payload_set_interned (&sector->parent, parent);
  tide_payload_seal (payload);
  present_sector (self, payload);
}

static void
add_sector (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const TideSectorPayload *selected = get_selected (TIDE_SECTORS_PAGE (widget));

  /* Beside what is selected. */
  present_new_sector (TIDE_SECTORS_PAGE (widget), selected != NULL ? selected->parent : NULL);
}

static void
add_below (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  present_new_sector (self, get_selected (self)->base.id);
}

static void
edit_sector (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  present_sector (self, &get_selected (self)->base);
}

static void
retire_or_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);
  g_autoptr (TideStep) step
      = tide_register_new_retire_step (self->reg, TIDE_RECORD_SECTOR, get_selected (self)->base.id,
                                       g_str_equal (name, "sector.retire"));
  g_autoptr (GError) error = NULL;

  if (!tide_register_apply (self->reg, step, &error))
    {
      AdwDialog *alert = adw_alert_dialog_new (_ ("Sector Not Changed"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
      adw_dialog_present (alert, widget);
    }
}

static void
delete_sector (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  tide_delete_dialog_present (widget, self->reg, TIDE_RECORD_SECTOR, get_selected (self)->base.id);
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);
  const gboolean is_sector = g_str_equal (name, "sector.show-history");

  gtk_widget_activate_action (widget, "win.show-history", "(ss)", is_sector ? "sector" : "taxonomy",
                              is_sector ? get_selected (self)->base.id
                                        : tide_sectors_table_get_taxonomy (self->table));
}

static void
show_taxonomy (TideSectorsPage *self, const char *id)
{
  g_set_str (&self->wanted, id);
  fill_taxonomies (self);
  g_clear_pointer (&self->wanted, g_free);
}

static void
present_taxonomy (TideSectorsPage *self, const TidePayload *payload)
{
  TideRecordDialog *dialog = tide_record_dialog_new (self->reg, TIDE_RECORD_TAXONOMY, payload);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (show_taxonomy), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_taxonomy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_taxonomy (TIDE_SECTORS_PAGE (widget), NULL);
}

static void
edit_taxonomy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  present_taxonomy (self,
                    tide_register_lookup_payload (self->reg, TIDE_RECORD_TAXONOMY,
                                                  tide_sectors_table_get_taxonomy (self->table)));
}

static void
delete_taxonomy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  tide_delete_dialog_present (widget, self->reg, TIDE_RECORD_TAXONOMY,
                              tide_sectors_table_get_taxonomy (self->table));
}

/* TidePage ---------------------------------------------------------------------------------- */

static void
tide_sectors_page_keep_view (TidePage *page, GVariantDict *view)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (page);
  const char *taxonomy = tide_sectors_table_get_taxonomy (self->table);
  const TideSectorPayload *selected = get_selected (self);

  if (taxonomy != NULL)
    g_variant_dict_insert (view, "taxonomy", "s", taxonomy);
  g_variant_dict_insert (view, "amount-kind", "s",
                         tide_sectors_table_get_amount_kind (self->table));
  if (selected != NULL)
    g_variant_dict_insert (view, "selected", "s", selected->base.id);
}

static void
tide_sectors_page_restore_view (TidePage *page, GVariantDict *view)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (page);
  const char *text;

  if (g_variant_dict_lookup (view, "amount-kind", "&s", &text))
    tide_sectors_table_set_amount_kind (self->table, text);
  if (g_variant_dict_lookup (view, "taxonomy", "&s", &text))
    show_taxonomy (self, text);
  if (g_variant_dict_lookup (view, "selected", "&s", &text))
    tide_sectors_table_reveal (self->table, text);
}

static void
tide_sectors_page_page_init (TidePageInterface *iface)
{
  iface->keep_view = tide_sectors_page_keep_view;
  iface->restore_view = tide_sectors_page_restore_view;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_sectors_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (object);

  switch ((TideSectorsPageProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_sectors_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (object);

  switch ((TideSectorsPageProperty) id)
    {
    case PROP_REGISTER:
      tide_sectors_page_set_register (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_sectors_page_dispose (GObject *object)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (object);

  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_SECTORS_PAGE);

  G_OBJECT_CLASS (tide_sectors_page_parent_class)->dispose (object);
}

static void
tide_sectors_page_finalize (GObject *object)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (object);

  g_ptr_array_unref (self->taxonomies);
  g_free (self->wanted);

  G_OBJECT_CLASS (tide_sectors_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sectors.add", NULL, add_sector);
  gtk_widget_class_install_action (widget_class, "sectors.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "sectors.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (widget_class, "sector.add-below", NULL, add_below);
  gtk_widget_class_install_action (widget_class, "sector.edit", NULL, edit_sector);
  gtk_widget_class_install_action (widget_class, "sector.retire", NULL, retire_or_restore);
  gtk_widget_class_install_action (widget_class, "sector.restore", NULL, retire_or_restore);
  gtk_widget_class_install_action (widget_class, "sector.delete", NULL, delete_sector);
  gtk_widget_class_install_action (widget_class, "sector.show-history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "taxonomy.show-history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "taxonomy.add", NULL, add_taxonomy);
  gtk_widget_class_install_action (widget_class, "taxonomy.edit", NULL, edit_taxonomy);
  gtk_widget_class_install_action (widget_class, "taxonomy.delete", NULL, delete_taxonomy);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-sectors-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, taxonomy_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, total_bar);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, total_button);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, total_amount);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, total_amount_button);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, sector_menu);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, amount_kinds_section);
  gtk_widget_class_bind_template_callback (widget_class, on_counted);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_taxonomy_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_total_clicked);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
tide_sectors_page_class_init (TideSectorsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_sectors_page_get_property;
  object_class->set_property = tide_sectors_page_set_property;
  object_class->dispose = tide_sectors_page_dispose;
  object_class->finalize = tide_sectors_page_finalize;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  install_template (widget_class);
  install_actions (widget_class);
}

static void
fill_amount_kinds (TideSectorsPage *self)
{
  g_menu_remove_all (self->amount_kinds_section);
  for (guint i = 0; i < TIDE_N_AMOUNT_KINDS; i++)
    {
      const char *code = tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (
          tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, code, tide_language_get_default ()), NULL);

      g_menu_item_set_action_and_target (item, "list.amount-kind", "s", code);
      g_menu_append_item (self->amount_kinds_section, item);
    }
}

static void
insert_list_actions (TideSectorsPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) action
      = g_property_action_new ("amount-kind", self->table, "amount-kind");

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (group));
}

static void
tide_sectors_page_init (TideSectorsPage *self)
{
  self->taxonomies = g_ptr_array_new_with_free_func (g_free);
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);
  g_signal_group_connect_swapped (self->links, "notify::read-only", G_CALLBACK (update_actions),
                                  self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  tide_sectors_table_set_menu (self->table, self->sector_menu);
  insert_list_actions (self);
  fill_amount_kinds (self);
  update_stack (self);
  update_actions (self);
}

/**
 * tide_sectors_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the register whose sectors are shown
 */
TideRegister *
tide_sectors_page_get_register (TideSectorsPage *self)
{
  g_return_val_if_fail (TIDE_IS_SECTORS_PAGE (self), NULL);

  return self->reg;
}

/**
 * tide_sectors_page_set_register:
 * @self: a page
 * @reg: (nullable): the register whose sectors are shown
 */
void
tide_sectors_page_set_register (TideSectorsPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_SECTORS_PAGE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  fill_amount_kinds (self);
  clear_search (GTK_WIDGET (self), NULL, NULL);
  tide_sectors_table_set_register (self->table, reg);
  g_signal_group_set_target (self->links, reg);
  if (reg != NULL)
    fill_taxonomies (self);
  update_stack (self);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}
