/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-stages-form.h"

#include "ui/rows/tide-code-row.h"

#include <glib/gi18n-lib.h>

struct _TideFilterStagesForm
{
  AdwBin parent_instance;

  TideCodeRow *from_row; /* a child of the list */
  TideCodeRow *to_row;   /* a child of the list */

  /* template children */
  GtkListBox *list;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (TideFilterStagesForm, tide_filter_stages_form, ADW_TYPE_BIN)

static gboolean
is_backwards (TideFilterStagesForm *self)
{
  const int from = tide_codes_find (TIDE_CODES_STAGE, tide_code_row_get_code (self->from_row));
  const int to = tide_codes_find (TIDE_CODES_STAGE, tide_code_row_get_code (self->to_row));

  return from >= 0 && to >= 0 && from > to;
}

static void
update_problem (TideFilterStagesForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), is_backwards (self));
}

static TideCodeRow *
append_row (TideFilterStagesForm *self, const char *title)
{
  GtkWidget *row = tide_code_row_new (TIDE_CODES_STAGE);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "notify::code", G_CALLBACK (update_problem), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);

  return TIDE_CODE_ROW (row);
}

static gboolean
tide_filter_stages_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_FILTER_STAGES_FORM (widget)->from_row));
}

static void
tide_filter_stages_form_class_init (TideFilterStagesFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = tide_filter_stages_form_grab_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-filter-stages-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TideFilterStagesForm, list);
  gtk_widget_class_bind_template_child (widget_class, TideFilterStagesForm, problem_label);
}

static void
tide_filter_stages_form_init (TideFilterStagesForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->from_row = append_row (self, _ ("From Stage"));
  self->to_row = append_row (self, _ ("To Stage"));
}

/**
 * tide_filter_stages_form_fill:
 * @self: a form
 * @filter: what is asked for now
 */
void
tide_filter_stages_form_fill (TideFilterStagesForm *self, const TideFilter *filter)
{
  g_return_if_fail (TIDE_IS_FILTER_STAGES_FORM (self));

  tide_code_row_set_code (self->from_row, filter->stage_from);
  tide_code_row_set_code (self->to_row, filter->stage_to);
}

static void
write_code (TideCodeRow *row, char **field)
{
  const char *code = tide_code_row_get_code (row);

  tide_payload_set_interned (field, *code != '\0' ? code : NULL);
}

/**
 * tide_filter_stages_form_write:
 * @self: a form
 * @filter: a filter that is not shared
 *
 * Has @filter ask for what the form says; where that is a range that ends before it begins, goes to
 * it instead.
 *
 * Returns: whether @filter was written
 */
gboolean
tide_filter_stages_form_write (TideFilterStagesForm *self, TideFilter *filter)
{
  g_return_val_if_fail (TIDE_IS_FILTER_STAGES_FORM (self), FALSE);

  if (is_backwards (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->to_row));
      gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->problem_label),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return FALSE;
    }

  write_code (self->from_row, &filter->stage_from);
  write_code (self->to_row, &filter->stage_to);

  return TRUE;
}
