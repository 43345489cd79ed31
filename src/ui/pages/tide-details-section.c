/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-section.h"

#include <glib/gi18n-lib.h>

struct _TideDetailsSection
{
  GtkBox parent_instance;

  const TideDetailsSpec *spec; /* of the program */
  TideProjectParts *parts;     /* owned */
  TideRegister *reg;           /* owned, nullable */
  TideProject *project;        /* owned, nullable */
  gboolean is_expanded;
  gboolean is_stale; /* whether the rows are not of the project as it is */
  guint n_entries;   /* of those shown */

  /* template children */
  GtkWidget *fold_button;
  GtkImage *arrow;
  GtkLabel *title_label;
  GtkLabel *count_label;
  GtkButton *add_button;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (TideDetailsSection, tide_details_section, GTK_TYPE_BOX)

enum
{
  SIGNAL_ADD,
  SIGNAL_EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
can_write (TideDetailsSection *self)
{
  return self->reg != NULL && !tide_register_get_read_only (self->reg);
}

static gboolean
can_add (TideDetailsSection *self)
{
  return self->spec->add != NULL && (can_write (self) || self->spec->changes_nothing);
}

static void
append_empty (TideDetailsSection *self)
{
  const gboolean can_fill = can_add (self) && !self->spec->changes_nothing;
  GtkWidget *row = tide_details_row_new (can_fill ? _ (self->spec->empty) : _ ("Nothing Recorded"),
                                         NULL, NULL);

  gtk_widget_add_css_class (row, "unknown-fact");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), can_fill);
  gtk_list_box_append (self->rows, row);
}

static void
show_count (TideDetailsSection *self)
{
  g_autofree char *text = NULL;

  if (self->spec->list != NULL && !self->spec->is_uncounted && self->n_entries > 0)
    text = g_strdup_printf ("%u", self->n_entries);
  gtk_label_set_text (self->count_label, text != NULL ? text : "");
}

static void
fill (TideDetailsSection *self)
{
  if (!self->is_expanded || !self->is_stale || self->project == NULL)
    return;

  self->is_stale = FALSE;
  self->n_entries = 0;
  gtk_list_box_remove_all (self->rows);
  self->spec->fill (self, self->reg, tide_project_get_payload (self->project));
  if (gtk_list_box_get_row_at_index (self->rows, 0) == NULL)
    append_empty (self);
  show_count (self);
}

static void
on_fold_button_clicked (TideDetailsSection *self)
{
  tide_details_section_set_expanded (self, !self->is_expanded);
}

static void
on_add_button_clicked (TideDetailsSection *self)
{
  g_signal_emit (self, signals[SIGNAL_ADD], 0);
}

static void
on_row_activated (TideDetailsSection *self, GtkListBoxRow *row)
{
  if (TIDE_IS_DETAILS_ROW (row) && tide_details_row_can_edit (TIDE_DETAILS_ROW (row)))
    g_signal_emit (self, signals[SIGNAL_EDIT], 0, row);
  else if (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)) == NULL)
    g_signal_emit (self, signals[SIGNAL_ADD], 0);
}

/* The arrow keys go on to the section above or below. */
static gboolean
on_rows_keynav_failed (TideDetailsSection *self, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return FALSE;

  return gtk_widget_child_focus (GTK_WIDGET (root), direction == GTK_DIR_UP ? GTK_DIR_TAB_BACKWARD
                                                                            : GTK_DIR_TAB_FORWARD);
}

static void
tide_details_section_dispose (GObject *object)
{
  TideDetailsSection *self = TIDE_DETAILS_SECTION (object);

  g_clear_object (&self->parts);
  g_clear_object (&self->project);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_DETAILS_SECTION);

  G_OBJECT_CLASS (tide_details_section_parent_class)->dispose (object);
}

static void
tide_details_section_class_init (TideDetailsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_details_section_dispose;

  signals[SIGNAL_ADD] = g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_DETAILS_ROW);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-details-section.ui");
  gtk_widget_class_bind_template_child (widget_class, TideDetailsSection, fold_button);
  gtk_widget_class_bind_template_child (widget_class, TideDetailsSection, arrow);
  gtk_widget_class_bind_template_child (widget_class, TideDetailsSection, title_label);
  gtk_widget_class_bind_template_child (widget_class, TideDetailsSection, count_label);
  gtk_widget_class_bind_template_child (widget_class, TideDetailsSection, add_button);
  gtk_widget_class_bind_template_child (widget_class, TideDetailsSection, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_fold_button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_add_button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_rows_keynav_failed);
}

static void
tide_details_section_init (TideDetailsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_details_section_new:
 * @spec: what it is; must outlive the section
 * @parts: which projects of the register are parts of which
 *
 * Returns: (transfer floating): a section without rows
 */
TideDetailsSection *
tide_details_section_new (const TideDetailsSpec *spec, TideProjectParts *parts)
{
  TideDetailsSection *self = g_object_new (TIDE_TYPE_DETAILS_SECTION, NULL);

  self->spec = spec;
  self->parts = g_object_ref (parts);
  gtk_label_set_text (self->title_label, _ (spec->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (spec->title), -1);
  if (spec->add != NULL)
    {
      gtk_button_set_label (self->add_button, _ (spec->add));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), _ (spec->hint));
      tide_details_set_spoken (GTK_WIDGET (self->add_button), _ (spec->hint));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), FALSE);
  tide_details_section_set_expanded (self, !spec->is_folded);

  return self;
}

/**
 * tide_details_section_get_spec:
 * @self: a section
 *
 * Returns: (transfer none): what it is
 */
const TideDetailsSpec *
tide_details_section_get_spec (TideDetailsSection *self)
{
  g_return_val_if_fail (TIDE_IS_DETAILS_SECTION (self), NULL);

  return self->spec;
}

/**
 * tide_details_section_get_parts:
 * @self: a section
 *
 * Returns: (transfer none): which projects of the register are parts of which
 */
TideProjectParts *
tide_details_section_get_parts (TideDetailsSection *self)
{
  g_return_val_if_fail (TIDE_IS_DETAILS_SECTION (self), NULL);

  return self->parts;
}

/**
 * tide_details_section_show:
 * @self: a section
 * @reg: (nullable): the register that the project is of
 * @project: (nullable): the project to show
 *
 * Makes the rows anew, or when they are unfolded.
 */
void
tide_details_section_show (TideDetailsSection *self, TideRegister *reg, TideProject *project)
{
  g_return_if_fail (TIDE_IS_DETAILS_SECTION (self));

  g_set_object (&self->reg, reg);
  g_set_object (&self->project, project);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), can_add (self));
  self->is_stale = TRUE;
  fill (self);
}

/**
 * tide_details_section_append:
 * @self: a section that is being filled
 * @row: (nullable) (transfer floating): a #TideDetailsRow; nothing where it is %NULL
 *
 * What the row edits is offered only where the register can be changed.
 */
void
tide_details_section_append (TideDetailsSection *self, GtkWidget *row)
{
  g_return_if_fail (TIDE_IS_DETAILS_SECTION (self));

  if (row == NULL)
    return;

  if (tide_details_row_get_list (TIDE_DETAILS_ROW (row)) != NULL)
    self->n_entries++;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    can_write (self)
                                        && tide_details_row_can_edit (TIDE_DETAILS_ROW (row)));
  gtk_list_box_append (self->rows, row);
}

/**
 * tide_details_section_append_plain:
 * @self: a section that is being filled
 * @row: (transfer floating): a row that edits nothing
 */
void
tide_details_section_append_plain (TideDetailsSection *self, GtkWidget *row)
{
  g_return_if_fail (TIDE_IS_DETAILS_SECTION (self));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->rows, row);
}

/**
 * tide_details_section_get_expanded:
 * @self: a section
 *
 * Returns: whether its rows are shown
 */
gboolean
tide_details_section_get_expanded (TideDetailsSection *self)
{
  g_return_val_if_fail (TIDE_IS_DETAILS_SECTION (self), FALSE);

  return self->is_expanded;
}

/**
 * tide_details_section_set_expanded:
 * @self: a section
 * @is_expanded: whether its rows are shown
 */
void
tide_details_section_set_expanded (TideDetailsSection *self, gboolean is_expanded)
{
  g_return_if_fail (TIDE_IS_DETAILS_SECTION (self));

  self->is_expanded = is_expanded;
  gtk_image_set_from_icon_name (self->arrow,
                                is_expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               is_expanded, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), is_expanded);
  fill (self);
}

/**
 * tide_details_section_get_row:
 * @self: a section
 * @index: which row
 *
 * Returns: (transfer none) (nullable): the row; %NULL where there is none, or one of another kind
 */
TideDetailsRow *
tide_details_section_get_row (TideDetailsSection *self, guint index)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TIDE_IS_DETAILS_SECTION (self), NULL);

  row = gtk_list_box_get_row_at_index (self->rows, (int) index);

  return TIDE_IS_DETAILS_ROW (row) ? TIDE_DETAILS_ROW (row) : NULL;
}

/**
 * tide_details_section_find_row:
 * @self: a section
 * @key: key of an entry
 *
 * Returns: (transfer none) (nullable): the row of that entry
 */
TideDetailsRow *
tide_details_section_find_row (TideDetailsSection *self, const char *key)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TIDE_IS_DETAILS_SECTION (self), NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (TIDE_IS_DETAILS_ROW (row)
        && g_strcmp0 (tide_details_row_get_key (TIDE_DETAILS_ROW (row)), key) == 0)
      return TIDE_DETAILS_ROW (row);

  return NULL;
}
