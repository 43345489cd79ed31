/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-choice-list.h"

#include "core/tide-taxonomies.h"

#include <glib/gi18n-lib.h>

static const char *
get_taxonomy (gpointer choice)
{
  const TidePayload *payload;

  if (!TIDE_IS_SECTOR (choice))
    return NULL;

  payload = tide_record_get_payload (choice);
  return TIDE_SECTOR_PAYLOAD (payload)->taxonomy;
}

static guint
get_taxonomy_position (TideList *taxonomies, gpointer choice)
{
  const char *id = get_taxonomy (choice);
  guint position;

  if (id == NULL)
    return 0;
  return tide_list_find (taxonomies, id, &position) ? position + 1 : G_MAXUINT;
}

static int
compare_taxonomies (gconstpointer a, gconstpointer b, gpointer taxonomies)
{
  guint first = get_taxonomy_position (taxonomies, (gpointer) a);
  guint second = get_taxonomy_position (taxonomies, (gpointer) b);

  return first < second ? -1 : first > second;
}

static char *
dup_other_label (gpointer choice)
{
  const TideText *name;
  const char *shown;
  const char *other;

  if (!TIDE_IS_RECORD (choice))
    return g_strdup ("");

  name = tide_payload_get_name (tide_record_get_payload (choice));
  if (name == NULL)
    return g_strdup ("");

  shown = tide_text_get (name, tide_language_get_default ());
  other = g_strcmp0 (shown, name->en) == 0 ? name->zh : name->en;
  return g_strdup (other != NULL && g_strcmp0 (shown, other) != 0 ? other : "");
}

static char *
dup_search_text (gpointer choice, gpointer user_data)
{
  g_autofree char *label = tide_choice_dup_label (choice);
  g_autofree char *other = dup_other_label (choice);

  return g_strconcat (label, " ", other, NULL);
}

static void
on_label_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, label);
}

static void
on_label_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_autofree char *text = tide_choice_dup_label (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

static GtkWidget *
wrapped_label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  return label;
}

static void
on_choice_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = wrapped_label_new ();
  GtkWidget *other = wrapped_label_new ();
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_add_css_class (other, "caption");
  gtk_widget_add_css_class (other, "dimmed");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (texts), other);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
  g_object_bind_property (item, "selected", check, "visible", G_BINDING_SYNC_CREATE);
}

static void
on_choice_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *texts = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (texts));
  GtkLabel *other = GTK_LABEL (gtk_widget_get_last_child (texts));
  g_autofree char *text = tide_choice_dup_label (gtk_list_item_get_item (item));
  g_autofree char *other_text = dup_other_label (gtk_list_item_get_item (item));

  gtk_label_set_text (label, text);
  gtk_label_set_text (other, other_text);
  gtk_widget_set_visible (GTK_WIDGET (other), *other_text != '\0');
}

static void
on_header_setup (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = wrapped_label_new ();

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_start (label, 14);
  gtk_widget_set_margin_end (label, 14);
  gtk_list_header_set_child (header, label);
}

static void
on_header_bind (GtkSignalListItemFactory *factory, GtkListHeader *header, TideRegister *reg)
{
  GtkWidget *label = gtk_list_header_get_child (header);
  const char *id = get_taxonomy (gtk_list_header_get_item (header));
  const TidePayload *taxonomy
      = id != NULL ? tide_register_lookup_payload (reg, TIDE_RECORD_TAXONOMY, id) : NULL;

  gtk_widget_set_visible (label, id != NULL);
  if (taxonomy != NULL)
    gtk_label_set_text (GTK_LABEL (label),
                        tide_payload_get_label (taxonomy, tide_language_get_default ()));
  else
    gtk_label_set_text (GTK_LABEL (label), id != NULL ? id : "");
}

/**
 * tide_choice_list_new:
 * @others: what is offered before the records: #GtkStringObject with ids, and records that the
 *   register does not have
 * @filter: which of all these are offered
 *
 * Returns: (transfer full): @others and the records of @kind, sectors in sections by taxonomy
 */
GListModel *
tide_choice_list_new (TideRegister *reg, TideRecordKind kind, GListModel *others, GtkFilter *filter)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  GListModel *choices;
  GtkSortListModel *sorted;
  g_autoptr (GtkSorter) sorter = NULL;

  g_list_store_append (parts, others);
  g_list_store_append (parts, tide_register_get_list (reg, kind));
  choices = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
  choices = G_LIST_MODEL (gtk_filter_list_model_new (choices, g_object_ref (filter)));
  if (kind != TIDE_RECORD_SECTOR)
    return choices;

  sorter = GTK_SORTER (gtk_custom_sorter_new (
      compare_taxonomies, g_object_ref (tide_register_get_list (reg, TIDE_RECORD_TAXONOMY)),
      g_object_unref));
  sorted = gtk_sort_list_model_new (choices, NULL);
  gtk_sort_list_model_set_section_sorter (sorted, sorter);
  return G_LIST_MODEL (sorted);
}

/**
 * tide_choice_list_find:
 *
 * Returns: the position of the choice with @id, or %GTK_INVALID_LIST_POSITION
 */
guint
tide_choice_list_find (GListModel *choices, const char *id)
{
  guint n = g_list_model_get_n_items (choices);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (choices, i);

      if (g_str_equal (tide_choice_get_id (choice), id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * tide_choice_get_id:
 *
 * Returns: the id that @choice stands for, empty for none
 */
const char *
tide_choice_get_id (gpointer choice)
{
  if (TIDE_IS_RECORD (choice))
    return tide_record_get_id (choice);
  return gtk_string_object_get_string (choice);
}

/**
 * tide_choice_is_retired:
 * @choice: an item of a list of choices
 * @reg: the register that the choices are of
 *
 * Returns: whether @choice is a record that is kept for what refers to it, but not chosen any more,
 *   or a class of a taxonomy that is
 */
gboolean
tide_choice_is_retired (gpointer choice, TideRegister *reg)
{
  const TidePayload *payload;
  const TideMember *member;

  if (!TIDE_IS_RECORD (choice))
    return FALSE;

  payload = tide_record_get_payload (choice);
  if (payload->shape == tide_shape_for_kind (TIDE_RECORD_SECTOR))
    return !tide_register_is_sector_offered (reg, TIDE_SECTOR_PAYLOAD (payload));

  member = tide_shape_find (payload->shape, "retired");

  return member != NULL && G_STRUCT_MEMBER (gboolean, payload, member->offset);
}

/**
 * tide_choice_dup_label:
 * @choice: an item of a list of choices
 *
 * Returns: (transfer full): what it is called in the person's language
 */
char *
tide_choice_dup_label (gpointer choice)
{
  const char *id;

  if (choice == NULL)
    return g_strdup ("");

  id = tide_choice_get_id (choice);
  if (TIDE_IS_RECORD (choice))
    return g_strdup (
        tide_payload_get_label (tide_record_get_payload (choice), tide_language_get_default ()));
  return g_strdup (*id != '\0' ? id : C_ ("choice", "None"));
}

/**
 * tide_choice_search_expression_new:
 *
 * Returns: (transfer full): the text of a choice that typing is held against: its names in all
 * languages
 */
GtkExpression *
tide_choice_search_expression_new (void)
{
  return gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_search_text),
                                      NULL, NULL);
}

/**
 * tide_choice_factory_new:
 *
 * Returns: (transfer full): a factory of rows for the choice that is selected
 */
GtkListItemFactory *
tide_choice_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_label_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_label_bind), NULL);
  return factory;
}

/**
 * tide_choice_list_factory_new:
 *
 * Returns: (transfer full): a factory of rows for the list of choices
 */
GtkListItemFactory *
tide_choice_list_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_choice_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_choice_bind), NULL);
  return factory;
}

/**
 * tide_choice_header_factory_new:
 * @reg: the register that the choices are of
 *
 * Returns: (transfer full): a factory of headers above the choices of one classification
 */
GtkListItemFactory *
tide_choice_header_factory_new (TideRegister *reg)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_header_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_header_bind), reg, G_CONNECT_DEFAULT);
  return factory;
}
