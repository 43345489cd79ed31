/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-attention-pair-dialog.h"

#include "ui/dialogs/tide-project-dialog.h"
#include "ui/lists/tide-conversion-text.h"
#include "ui/lists/tide-project-text.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

struct _TideAttentionPairDialog
{
  AdwDialog parent_instance;

  TideRegister *reg; /* owned */
  char *ids[2];      /* owned */

  /* template children */
  AdwToastOverlay *toast_overlay;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (TideAttentionPairDialog, tide_attention_pair_dialog, ADW_TYPE_DIALOG)

static const TideProjectPayload *
get_project (TideAttentionPairDialog *self, guint index)
{
  return TIDE_PROJECT_PAYLOAD (
      tide_register_lookup_payload (self->reg, TIDE_RECORD_PROJECT, self->ids[index]));
}

/* Cells ------------------------------------------------------------------------------------- */

static char *
dup_number (TideRegister *reg, TideSnapshot *snapshot, const TideProjectPayload *project)
{
  return g_strdup (project->number);
}

static char *
dup_name_en (TideRegister *reg, TideSnapshot *snapshot, const TideProjectPayload *project)
{
  return g_strdup (project->name.en);
}

static char *
dup_name_zh (TideRegister *reg, TideSnapshot *snapshot, const TideProjectPayload *project)
{
  return g_strdup (project->name.zh);
}

static char *
dup_code_name (TideRegister *reg, TideSnapshot *snapshot, const TideProjectPayload *project)
{
  return g_strdup (project->code_name);
}

static char *
dup_parties (TideRegister *reg, TideSnapshot *snapshot, const TideProjectPayload *project)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const TideParticipation *entry = g_ptr_array_index (project->parties, i);
      g_autofree char *name
          = tide_project_text_dup_reference (reg, TIDE_RECORD_PARTY, entry->party);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", name);
    }

  return g_string_free_and_steal (text);
}

static char *
dup_sectors (TideRegister *reg, TideSnapshot *snapshot, const TideProjectPayload *project)
{
  return tide_project_text_dup_sectors (reg, project);
}

static char *
dup_division (TideRegister *reg, TideSnapshot *snapshot, const TideProjectPayload *project)
{
  return tide_project_text_dup_reference (reg, TIDE_RECORD_DIVISION, project->division);
}

static char *
dup_event (TideRegister *reg, TideSnapshot *snapshot, const TideProjectPayload *project)
{
  return tide_project_text_dup_reference (reg, TIDE_RECORD_EVENT, project->event);
}

static char *
dup_stage (TideRegister *reg, TideSnapshot *snapshot, const TideProjectPayload *project)
{
  return tide_project_text_dup_stage (project);
}

/* What has no rate is told too, so that two projects are not compared by the rest. */
static char *
dup_agreed (TideRegister *reg, TideSnapshot *snapshot, const TideProjectPayload *project)
{
  return tide_conversion_dup_sum (snapshot, project, TIDE_AMOUNT_KIND_AGREEMENT);
}

static char *
dup_updated (TideRegister *reg, TideSnapshot *snapshot, const TideProjectPayload *project)
{
  return tide_project_text_dup_time (reg, project->updated);
}

static const struct
{
  const char *title;
  char *(*dup) (TideRegister *reg, TideSnapshot *snapshot, const TideProjectPayload *project);
} lines[] = {
  { N_ ("Name in English"), dup_name_en },
  { N_ ("Name in Chinese"), dup_name_zh },
  { N_ ("Number"), dup_number },
  { N_ ("Code Name"), dup_code_name },
  { N_ ("Parties"), dup_parties },
  { N_ ("Sectors"), dup_sectors },
  { N_ ("Division"), dup_division },
  { N_ ("Event"), dup_event },
  { N_ ("Stage"), dup_stage },
  { N_ ("Agreed"), dup_agreed },
  { N_ ("Updated"), dup_updated },
};

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static gboolean
is_told (const char *text)
{
  return text != NULL && *text != '\0';
}

/* The name of what is compared above, what each has below; lines that neither has are left out. */
static void
add_line (TideAttentionPairDialog *self,
          const char *title,
          const char *first,
          const char *second,
          int row)
{
  const gboolean is_same = g_strcmp0 (first, second) == 0;
  GtkWidget *heading = new_label (title, "caption-heading");

  gtk_widget_add_css_class (heading, "dimmed");
  gtk_widget_set_margin_top (heading, 9);
  gtk_grid_attach (self->grid, heading, 0, row, 2, 1);
  gtk_grid_attach (self->grid,
                   new_label (is_told (first) ? first : "—", is_same ? NULL : "heading"), 0,
                   row + 1, 1, 1);
  gtk_grid_attach (self->grid,
                   new_label (is_told (second) ? second : "—", is_same ? NULL : "heading"), 1,
                   row + 1, 1, 1);
}

static void
fill (TideAttentionPairDialog *self)
{
  const TideProjectPayload *first = get_project (self, 0);
  const TideProjectPayload *second = get_project (self, 1);
  g_autoptr (TideSnapshot) snapshot = NULL;
  GtkWidget *child;
  int row = 0;

  if (first == NULL || second == NULL)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  snapshot = tide_register_dup_snapshot (self->reg);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *left = lines[i].dup (self->reg, snapshot, first);
      g_autofree char *right = lines[i].dup (self->reg, snapshot, second);

      if (!is_told (left) && !is_told (right))
        continue;
      add_line (self, _ (lines[i].title), left, right, row);
      row += 2;
    }
}

/* Acts -------------------------------------------------------------------------------------- */

static void
present_form (TideAttentionPairDialog *self, guint index)
{
  adw_dialog_present (ADW_DIALOG (tide_project_dialog_new (self->reg, self->ids[index])),
                      GTK_WIDGET (self));
}

static void
on_edit_first_clicked (TideAttentionPairDialog *self)
{
  present_form (self, 0);
}

static void
on_edit_second_clicked (TideAttentionPairDialog *self)
{
  present_form (self, 1);
}

static void
on_distinct_clicked (TideAttentionPairDialog *self)
{
  const TidePayload *before = &get_project (self, 0)->base;
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  tide_payload_add_string (after, "distinct-from", self->ids[1]);
  step = tide_register_new_change_step (self->reg, TIDE_RECORD_PROJECT, before, after);
  if (tide_register_apply (self->reg, step, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else
    tide_toast_show (self->toast_overlay, error->message, NULL);
}

static void
tide_attention_pair_dialog_dispose (GObject *object)
{
  TideAttentionPairDialog *self = TIDE_ATTENTION_PAIR_DIALOG (object);

  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_ATTENTION_PAIR_DIALOG);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_attention_pair_dialog_parent_class)->dispose (object);
}

static void
tide_attention_pair_dialog_finalize (GObject *object)
{
  TideAttentionPairDialog *self = TIDE_ATTENTION_PAIR_DIALOG (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->ids); i++)
    g_free (self->ids[i]);

  G_OBJECT_CLASS (tide_attention_pair_dialog_parent_class)->finalize (object);
}

static void
tide_attention_pair_dialog_class_init (TideAttentionPairDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_attention_pair_dialog_dispose;
  object_class->finalize = tide_attention_pair_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-attention-pair-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideAttentionPairDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionPairDialog, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_distinct_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_first_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_second_clicked);
}

static void
tide_attention_pair_dialog_init (TideAttentionPairDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_attention_pair_dialog_new:
 * @reg: the register
 * @first: id of a project
 * @second: id of another one
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
tide_attention_pair_dialog_new (TideRegister *reg, const char *first, const char *second)
{
  TideAttentionPairDialog *self = g_object_new (TIDE_TYPE_ATTENTION_PAIR_DIALOG, NULL);

  self->reg = g_object_ref (reg);
  self->ids[0] = g_strdup (first);
  self->ids[1] = g_strdup (second);
  g_signal_connect_object (reg, "stepped", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return ADW_DIALOG (self);
}
