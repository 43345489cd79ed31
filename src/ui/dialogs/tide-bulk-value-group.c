/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-bulk-value-group.h"

#include "core/tide-tags.h"
#include "ui/lists/tide-field-names.h"
#include "ui/rows/tide-code-row.h"
#include "ui/rows/tide-date-row.h"
#include "ui/rows/tide-entries-group.h"
#include "ui/rows/tide-field-link.h"
#include "ui/rows/tide-notes-row.h"
#include "ui/rows/tide-reference-row.h"
#include "ui/rows/tide-references-group.h"

#include <glib/gi18n-lib.h>

#define MAX_TAGS 24

/* Tags that projects have, to add one of them with a click. */
typedef struct
{
  TideField *field; /* owned */
  GtkWidget *box;   /* owned */
} Suggestions;

static void
suggestions_free (gpointer data)
{
  Suggestions *self = data;

  g_object_unref (self->field);
  g_object_unref (self->box);
  g_free (self);
}

static void
on_tag_clicked (GtkButton *button, TideField *field)
{
  const char *tag = g_object_get_data (G_OBJECT (button), "tag");
  const char *text = tide_field_get_text (field);
  g_autofree char *more = *text != '\0' ? g_strconcat (text, ", ", tag, NULL) : g_strdup (tag);

  tide_field_set_text (field, more);
}

static void
find_tags (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, tide_tags_find (data, MAX_TAGS), (GDestroyNotify) g_strfreev);
}

static void
on_tags_found (GObject *source, GAsyncResult *result, gpointer data)
{
  Suggestions *self = data;
  g_auto (GStrv) tags = g_task_propagate_pointer (G_TASK (result), NULL);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (tags[i]);

      g_object_set_data_full (G_OBJECT (button), "tag", g_strdup (tags[i]), g_free);
      gtk_widget_add_css_class (button, "pill");
      gtk_widget_add_css_class (button, "tag");
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_tag_clicked), self->field,
                               G_CONNECT_DEFAULT);
      adw_wrap_box_append (ADW_WRAP_BOX (self->box), button);
    }
  gtk_widget_set_visible (self->box, tags[0] != NULL);
  suggestions_free (self);
}

static GtkWidget *
tags_box_new (TideRegister *reg, TideField *field)
{
  Suggestions *suggestions = g_new (Suggestions, 1);
  GtkWidget *box = adw_wrap_box_new ();
  g_autoptr (GTask) task = NULL;

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_visible (box, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Tags in Use"), -1);

  *suggestions = (Suggestions) { g_object_ref (field), g_object_ref (box) };
  task = g_task_new (NULL, NULL, on_tags_found, suggestions);
  g_task_set_task_data (task, tide_register_dup_snapshot (reg),
                        (GDestroyNotify) tide_snapshot_unref);
  g_task_run_in_thread (task, find_tags);

  return box;
}

static GtkWidget *
switch_row_new (TideField *field)
{
  GtkWidget *row = adw_switch_row_new ();

  tide_field_link_set_field (tide_field_link_attach (row, G_OBJECT (row), "active"), field);

  return row;
}

static GtkWidget *
reference_row_new (TideRegister *reg, const TideMember *member, TideField *field)
{
  GtkWidget *row = tide_reference_row_new (reg, tide_shape_for_kind (member->target)->name);

  tide_reference_row_set_field (TIDE_REFERENCE_ROW (row), field);

  return row;
}

static GtkWidget *
field_row_new (GtkWidget *row, TideField *field)
{
  tide_field_row_set_field (TIDE_FIELD_ROW (row), field);

  return row;
}

static GtkWidget *
row_new (TideRegister *reg, const TideMember *member, TideField *field)
{
  switch ((guint) member->kind)
    {
    case TIDE_MEMBER_BOOLEAN:
      return switch_row_new (field);
    case TIDE_MEMBER_REFERENCE:
      return reference_row_new (reg, member, field);
    case TIDE_MEMBER_DATE:
      return field_row_new (tide_date_row_new (), field);
    default:
      return field_row_new (tide_field_row_new (), field);
    }
}

static AdwPreferencesGroup *
row_group_new (TideRegister *reg, const TideMember *member, TideField *field, const char *name)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *row = g_str_equal (member->name, "notes")
                       ? g_object_new (TIDE_TYPE_NOTES_ROW, "title", name, "field", field, NULL)
                       : row_new (reg, member, field);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_preferences_group_add (group, row);
  if (member->kind == TIDE_MEMBER_STRINGS)
    adw_preferences_group_add (group, tags_box_new (reg, field));

  return group;
}

/* One entry is there to be filled in. */
static AdwPreferencesGroup *
entries_group_new (TideRegister *reg, TideDraft *draft, const char *list, const char *name)
{
  GtkWidget *group = g_object_new (TIDE_TYPE_ENTRIES_GROUP, "list", list, "register", reg,
                                   "add-label", _ ("_Add Another"), "title", name, NULL);

  if (g_list_model_get_n_items (tide_draft_get_entries (draft, list)) == 0)
    tide_draft_append_entry (draft, list);
  tide_entries_group_set_draft (TIDE_ENTRIES_GROUP (group), draft);

  return ADW_PREFERENCES_GROUP (group);
}

/**
 * tide_bulk_value_group_new:
 * @reg: a register
 * @draft: the draft of a project, which nobody saves
 * @path: one of its fields
 *
 * Returns: (transfer floating): what its form has for the field, to type a value for several
 *   projects
 */
AdwPreferencesGroup *
tide_bulk_value_group_new (TideRegister *reg, TideDraft *draft, const char *path)
{
  const TideMember *member = tide_shape_resolve (tide_shape_for_kind (TIDE_RECORD_PROJECT), path);
  g_autofree char *name = tide_field_names_dup_member (TIDE_RECORD_PROJECT, path);
  TideField *field = tide_draft_get_field (draft, path);

  if (member == NULL)
    member = tide_shape_find (tide_shape_for_kind (TIDE_RECORD_PROJECT), "name");
  if (member->kind == TIDE_MEMBER_ENTRIES)
    return entries_group_new (reg, draft, path, name);
  if (member->kind == TIDE_MEMBER_REFERENCES)
    return g_object_new (TIDE_TYPE_REFERENCES_GROUP, "register", reg, "field", field, "kind",
                         tide_shape_for_kind (member->target)->name, "title", name, NULL);

  return row_group_new (reg, member, field, name);
}
