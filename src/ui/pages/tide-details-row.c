/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-row.h"

#include "core/tide-text.h"

#include <glib/gi18n-lib.h>

struct _TideDetailsRow
{
  AdwActionRow parent_instance;

  char *list;   /* owned, nullable: of an entry, the list it is in */
  char *key;    /* owned, nullable: of an entry */
  GStrv fields; /* owned, nullable */
  char *action; /* owned, nullable */

  GtkWidget *suffix; /* not owned, nullable: the label at its end, a child of the row */
};

G_DEFINE_FINAL_TYPE (TideDetailsRow, tide_details_row, ADW_TYPE_ACTION_ROW)

static void
tide_details_row_finalize (GObject *object)
{
  TideDetailsRow *self = TIDE_DETAILS_ROW (object);

  g_free (self->list);
  g_free (self->key);
  g_strfreev (self->fields);
  g_free (self->action);

  G_OBJECT_CLASS (tide_details_row_parent_class)->finalize (object);
}

static void
tide_details_row_class_init (TideDetailsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_details_row_finalize;
}

static void
tide_details_row_init (TideDetailsRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * tide_details_join:
 * @text: what stands already
 * @part: (nullable): what comes behind it, set apart; nothing where it is empty
 */
void
tide_details_join (GString *text, const char *part)
{
  g_autofree char *isolated = NULL;

  if (part == NULL || *part == '\0')
    return;

  isolated = tide_text_dup_isolated (part);
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, isolated);
}

/**
 * tide_details_join_date:
 * @text: what stands already
 * @date: a date; nothing where it is unset
 */
void
tide_details_join_date (GString *text, const TideDate *date)
{
  char buffer[TIDE_DATE_TEXT_SIZE];

  if (tide_date_is_set (date))
    tide_details_join (text, tide_date_format (date, buffer, sizeof buffer));
}

/**
 * tide_details_set_spoken:
 * @widget: a row or button
 * @text: what screen readers say of it
 *
 * Widgets that have a label are named by it alone otherwise.
 */
void
tide_details_set_spoken (GtkWidget *widget, const char *text)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * tide_details_row_new:
 * @title: what it is about
 * @subtitle: (nullable): what is said of it
 * @suffix: (nullable): a number or date at its end
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
tide_details_row_new (const char *title, const char *subtitle, const char *suffix)
{
  GtkWidget *row = g_object_new (TIDE_TYPE_DETAILS_ROW, NULL);
  g_autoptr (GString) spoken = g_string_new (title);

  /* While it is being made, its labels do not hear that texts are no markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  if (suffix != NULL && *suffix != '\0')
    {
      GtkWidget *label = gtk_label_new (suffix);

      gtk_widget_add_css_class (label, "numeric");
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      TIDE_DETAILS_ROW (row)->suffix = label;
      g_string_append_printf (spoken, ", %s", suffix);
    }
  if (subtitle != NULL && *subtitle != '\0')
    g_string_append_printf (spoken, ", %s", subtitle);
  tide_details_set_spoken (row, spoken->str);

  return row;
}

/**
 * tide_details_row_new_fact:
 * @title: what it is about
 * @value: (nullable): what is known
 * @path: (nullable): the field in which it is edited
 *
 * Returns: (transfer floating) (nullable): the row; %NULL where there is neither a value nor a
 *   field for it
 */
GtkWidget *
tide_details_row_new_fact (const char *title, const char *value, const char *path)
{
  const gboolean is_known = value != NULL && *value != '\0';
  GtkWidget *row;

  if (!is_known && path == NULL)
    return NULL;

  row = tide_details_row_new (title, is_known ? value : _ ("Not Recorded"), NULL);
  gtk_widget_add_css_class (row, "property");
  if (!is_known)
    gtk_widget_add_css_class (row, "unknown-fact");
  if (path != NULL)
    tide_details_row_set_fields (TIDE_DETAILS_ROW (row), (const char *const[]) { path, NULL });

  return row;
}

/**
 * tide_details_row_set_entry:
 * @self: a row
 * @list: an entry list that a form can edit
 * @entry: one of its entries
 *
 * The row edits that entry, and can remove it.
 */
void
tide_details_row_set_entry (TideDetailsRow *self, const char *list, const TidePayload *entry)
{
  g_return_if_fail (TIDE_IS_DETAILS_ROW (self));

  g_set_str (&self->list, list);
  g_free (self->key);
  self->key = tide_payload_dup_key (entry);
}

/**
 * tide_details_row_set_fields:
 * @self: a row
 * @paths: (array zero-terminated=1): fields of a project
 *
 * The row edits these fields.
 */
void
tide_details_row_set_fields (TideDetailsRow *self, const char *const *paths)
{
  g_return_if_fail (TIDE_IS_DETAILS_ROW (self));

  g_strfreev (self->fields);
  self->fields = g_strdupv ((char **) paths);
}

/**
 * tide_details_row_set_action:
 * @self: a row
 * @action: name of an action without a target
 *
 * The row does what that action does.
 */
void
tide_details_row_set_action (TideDetailsRow *self, const char *action)
{
  g_return_if_fail (TIDE_IS_DETAILS_ROW (self));

  g_set_str (&self->action, action);
}

/**
 * tide_details_row_set_warning:
 * @self: a row
 * @text: what is late
 *
 * Marks the row for the eye; what is wrong stands in its subtitle too.
 */
void
tide_details_row_set_warning (TideDetailsRow *self, const char *text)
{
  GtkWidget *image;

  g_return_if_fail (TIDE_IS_DETAILS_ROW (self));

  image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_tooltip_text (image, text);
  gtk_widget_add_css_class (image, "warning");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), image);
}

/**
 * tide_details_row_set_picture:
 * @self: a row with a suffix
 * @picture: (transfer floating): a small picture of more of what the suffix says
 *
 * Puts it below the suffix, where it leaves the texts their room in a narrow window.
 */
void
tide_details_row_set_picture (TideDetailsRow *self, GtkWidget *picture)
{
  g_autoptr (GtkWidget) label = NULL;
  GtkWidget *box;

  g_return_if_fail (TIDE_IS_DETAILS_ROW (self));
  g_return_if_fail (self->suffix != NULL);

  label = g_object_ref (self->suffix);
  adw_action_row_remove (ADW_ACTION_ROW (self), label);
  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_set_halign (picture, GTK_ALIGN_END);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), picture);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
}

/**
 * tide_details_row_get_list:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the list of the entry that it edits
 */
const char *
tide_details_row_get_list (TideDetailsRow *self)
{
  g_return_val_if_fail (TIDE_IS_DETAILS_ROW (self), NULL);

  return self->list;
}

/**
 * tide_details_row_get_key:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the key of the entry that it edits
 */
const char *
tide_details_row_get_key (TideDetailsRow *self)
{
  g_return_val_if_fail (TIDE_IS_DETAILS_ROW (self), NULL);

  return self->key;
}

/**
 * tide_details_row_get_fields:
 * @self: a row
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the fields that it edits
 */
const char *const *
tide_details_row_get_fields (TideDetailsRow *self)
{
  g_return_val_if_fail (TIDE_IS_DETAILS_ROW (self), NULL);

  return (const char *const *) self->fields;
}

/**
 * tide_details_row_get_action:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the action that it stands for
 */
const char *
tide_details_row_get_action (TideDetailsRow *self)
{
  g_return_val_if_fail (TIDE_IS_DETAILS_ROW (self), NULL);

  return self->action;
}

/**
 * tide_details_row_can_edit:
 * @self: a row
 *
 * Returns: whether anything is edited by it
 */
gboolean
tide_details_row_can_edit (TideDetailsRow *self)
{
  g_return_val_if_fail (TIDE_IS_DETAILS_ROW (self), FALSE);

  return self->key != NULL || self->fields != NULL || self->action != NULL;
}
