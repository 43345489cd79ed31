/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-target-subject-row.h"

#include "ui/rows/tide-field-link.h"

#include <glib/gi18n-lib.h>

#define KIND "amount-kind"

struct _TideTargetSubjectRow
{
  AdwComboRow parent_instance;

  TideDraft *draft; /* owned */
};

G_DEFINE_FINAL_TYPE (TideTargetSubjectRow, tide_target_subject_row, ADW_TYPE_COMBO_ROW)

/* In the order of the choices. */
static const struct
{
  const char *path; /* nullable: of the field that names it */
  const char *label;
  gboolean has_amounts;
} subjects[] = {
  { NULL, N_ ("All Projects"), TRUE },      { "sector", N_ ("Sector"), TRUE },
  { "division", N_ ("Division"), TRUE },    { "event", N_ ("Event"), TRUE },
  { "indicator", N_ ("Indicator"), FALSE },
};

static gboolean
is_filled (TideTargetSubjectRow *self, const char *path)
{
  return path != NULL && *tide_field_get_text (tide_draft_get_field (self->draft, path)) != '\0';
}

static void
show_field (TideTargetSubjectRow *self, const char *path, gboolean is_shown)
{
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *row = group != NULL
                       ? tide_field_find_row (group, tide_draft_get_field (self->draft, path))
                       : NULL;

  if (row != NULL)
    gtk_widget_set_visible (row, is_shown);
}

/* A record may name several things: all of them are shown, with what is wrong beside them. */
static void
arrange (TideTargetSubjectRow *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (subjects[i].path != NULL)
      show_field (self, subjects[i].path, i == selected || is_filled (self, subjects[i].path));
  show_field (self, KIND, subjects[selected].has_amounts || is_filled (self, KIND));
  tide_draft_set_needed (self->draft, subjects[selected].path);
}

static void
on_selected (TideTargetSubjectRow *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (i != selected && subjects[i].path != NULL)
      tide_field_set_text (tide_draft_get_field (self->draft, subjects[i].path), "");
  if (!subjects[selected].has_amounts)
    tide_field_set_text (tide_draft_get_field (self->draft, KIND), "");
  arrange (self);
}

static guint
find_subject (TideTargetSubjectRow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (is_filled (self, subjects[i].path))
      return i;

  return 0;
}

static void
show_draft (TideTargetSubjectRow *self)
{
  g_signal_handlers_block_by_func (self, on_selected, NULL);
  if (adw_combo_row_get_selected (ADW_COMBO_ROW (self)) == 0)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_subject (self));
  g_signal_handlers_unblock_by_func (self, on_selected, NULL);
  arrange (self);
}

/* The rows that it shows are there only when the form is. */
static void
tide_target_subject_row_map (GtkWidget *widget)
{
  TideTargetSubjectRow *self = TIDE_TARGET_SUBJECT_ROW (widget);

  if (self->draft != NULL)
    show_draft (self);

  GTK_WIDGET_CLASS (tide_target_subject_row_parent_class)->map (widget);
}

static void
tide_target_subject_row_dispose (GObject *object)
{
  g_clear_object (&TIDE_TARGET_SUBJECT_ROW (object)->draft);

  G_OBJECT_CLASS (tide_target_subject_row_parent_class)->dispose (object);
}

static void
tide_target_subject_row_class_init (TideTargetSubjectRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tide_target_subject_row_dispose;
  GTK_WIDGET_CLASS (klass)->map = tide_target_subject_row_map;
}

static void
tide_target_subject_row_init (TideTargetSubjectRow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    gtk_string_list_append (labels, _ (subjects[i].label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Target For"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (labels));
}

/**
 * tide_target_subject_row_new:
 * @draft: a draft of a target
 *
 * Returns: (transfer floating): a row for the group in which the fields of @draft have theirs
 */
GtkWidget *
tide_target_subject_row_new (TideDraft *draft)
{
  TideTargetSubjectRow *self = g_object_new (TIDE_TYPE_TARGET_SUBJECT_ROW, NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);

  return GTK_WIDGET (self);
}
