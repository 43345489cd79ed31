/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-observation-line.h"

#include "ui/lists/tide-observation-cell.h"

#include <glib/gi18n-lib.h>

struct _TideObservationLine
{
  GtkBox parent_instance;

  TideRegister *reg;      /* owned; nullable */
  char *indicator;        /* owned; nullable */
  TideObservationRow row; /* owned: empty in a new row */
  char *key;              /* owned; NULL for a new row */
  gboolean is_editable;
  TideObservationCell *cells[TIDE_N_OBSERVATION_COLUMNS]; /* children */
  GtkWidget *remove_button;                               /* a child */
};

G_DEFINE_FINAL_TYPE (TideObservationLine, tide_observation_line, GTK_TYPE_BOX)

enum
{
  ADDED,
  ENTERED,
  PASTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const titles[TIDE_N_OBSERVATION_COLUMNS] = {
  [TIDE_OBSERVATION_PERIOD] = NC_ ("observation", "Period"),
  [TIDE_OBSERVATION_VALUE] = NC_ ("observation", "Value as Written"),
  [TIDE_OBSERVATION_GROWTH] = NC_ ("observation", "Growth, %"),
  [TIDE_OBSERVATION_SINCE] = NC_ ("observation", "Since"),
  [TIDE_OBSERVATION_BASIS] = NC_ ("observation", "Basis"),
  [TIDE_OBSERVATION_REVISION] = NC_ ("observation", "Revision"),
  [TIDE_OBSERVATION_BREAK] = NC_ ("observation", "Break Before"),
  [TIDE_OBSERVATION_SOURCE] = NC_ ("observation", "Source"),
};

static const char *const hints[TIDE_N_OBSERVATION_COLUMNS] = {
  [TIDE_OBSERVATION_PERIOD] = N_ ("2023"),
  [TIDE_OBSERVATION_VALUE] = N_ ("222.4 billion yuan"),
};

/**
 * tide_observation_column_get_title:
 * @column: a column of the table
 *
 * Returns: (transfer none): its heading, translated
 */
const char *
tide_observation_column_get_title (TideObservationColumn column)
{
  g_return_val_if_fail (column < TIDE_N_OBSERVATION_COLUMNS, NULL);

  return g_dpgettext2 (NULL, "observation", titles[column]);
}

static gboolean
is_new (TideObservationLine *self)
{
  return self->key == NULL;
}

static TideObservationColumn
find_column (TideObservationLine *self, gpointer cell)
{
  for (guint i = 0; i < TIDE_N_OBSERVATION_COLUMNS; i++)
    if (self->cells[i] == cell)
      return (TideObservationColumn) i;

  return TIDE_N_OBSERVATION_COLUMNS;
}

/* Where the person is now, TIDE_N_OBSERVATION_COLUMNS for elsewhere. */
static TideObservationColumn
find_focused (TideObservationLine *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < TIDE_N_OBSERVATION_COLUMNS; i++)
    if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->cells[i])))
      return (TideObservationColumn) i;

  return TIDE_N_OBSERVATION_COLUMNS;
}

/* What can be said of a growth or a value can only be said where there is one. */
static void
update_editable (TideObservationLine *self)
{
  for (guint i = 0; i < TIDE_N_OBSERVATION_COLUMNS; i++)
    {
      gboolean can_edit = self->is_editable;

      if (i == TIDE_OBSERVATION_SINCE || i == TIDE_OBSERVATION_BASIS)
        can_edit = can_edit && self->row.growth != NULL;
      else if (i == TIDE_OBSERVATION_REVISION)
        can_edit = can_edit && self->row.observation != NULL;
      else if (i == TIDE_OBSERVATION_SOURCE)
        can_edit = can_edit && !is_new (self);
      tide_observation_cell_set_editable (self->cells[i], can_edit);
    }

  gtk_widget_set_sensitive (self->remove_button, self->is_editable && !is_new (self));
  gtk_widget_set_opacity (self->remove_button, self->is_editable && !is_new (self) ? 1 : 0);
}

static void
name_cells (TideObservationLine *self)
{
  g_autofree char *period
      = !is_new (self) ? tide_date_dup_label (&self->row.period, tide_language_get_default ())
                       : NULL;
  g_autofree char *tooltip = NULL;

  for (guint i = 0; i < TIDE_N_OBSERVATION_COLUMNS; i++)
    {
      const char *title = tide_observation_column_get_title ((TideObservationColumn) i);
      g_autofree char *name = NULL;

      if (period != NULL)
        /* Translators: a cell of a table, for screen readers: its column and its year or quarter */
        name = g_strdup_printf (_ ("%s, %s"), title, period);
      else
        /* Translators: an empty cell of a table, for screen readers: its column */
        name = g_strdup_printf (_ ("%s, new row"), title);
      tide_observation_cell_set_name (self->cells[i], name);
    }

  if (period == NULL)
    return;

  /* Translators: %s is a year or quarter whose row is removed from a table */
  tooltip = g_strdup_printf (_ ("Remove Row of %s"), period);
  gtk_widget_set_tooltip_text (self->remove_button, tooltip);
}

/* Editing ----------------------------------------------------------------------------------- */

static void
show_problem (TideObservationLine *self, TideObservationColumn column, const char *problem)
{
  tide_observation_cell_set_problem (self->cells[column], problem);
}

static void
edit_cell (TideObservationLine *self, TideObservationColumn column, const char *text)
{
  const char *texts[TIDE_N_OBSERVATION_COLUMNS] = { NULL };
  TideObservationColumn place;
  g_autofree char *problem = NULL;

  texts[column] = text;
  problem = tide_observation_edit (self->reg, self->indicator, &self->row, texts, &place);
  if (problem == NULL)
    tide_observation_cell_reset (self->cells[column]);
  else
    show_problem (self, column, problem);
}

/* Once there is enough of it, what was typed in a new row becomes one. */
static void
add_row (TideObservationLine *self)
{
  const TideObservationColumn focused = find_focused (self);
  const char *texts[TIDE_N_OBSERVATION_COLUMNS] = { NULL };
  g_auto (GStrv) typed = g_new0 (char *, TIDE_N_OBSERVATION_COLUMNS + 1);
  TideObservationColumn place;
  g_autofree char *problem = NULL;

  for (guint i = 0; i < TIDE_N_OBSERVATION_COLUMNS; i++)
    {
      typed[i] = tide_observation_cell_dup_typed (self->cells[i]);
      texts[i] = *typed[i] != '\0' ? typed[i] : NULL;
      show_problem (self, (TideObservationColumn) i, NULL);
    }
  if (!tide_observation_can_add (texts))
    return;

  problem = tide_observation_edit (self->reg, self->indicator, NULL, texts, &place);
  if (problem != NULL)
    {
      show_problem (self, place, problem);
      return;
    }

  for (guint i = 0; i < TIDE_N_OBSERVATION_COLUMNS; i++)
    tide_observation_cell_reset (self->cells[i]);
  g_signal_emit (self, signals[ADDED], 0, texts[TIDE_OBSERVATION_PERIOD], (guint) focused);
}

static void
on_cell_edited (TideObservationLine *self, const char *text, TideObservationCell *cell)
{
  if (is_new (self))
    add_row (self);
  else
    edit_cell (self, find_column (self, cell), text);
}

static void
on_cell_entered (TideObservationLine *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
on_cell_pasted (TideObservationLine *self, const char *text)
{
  g_signal_emit (self, signals[PASTED], 0, text);
}

static void
on_remove_clicked (TideObservationLine *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "observations.remove", "s", self->key);
}

/* Making ------------------------------------------------------------------------------------ */

static TideObservationCell *
create_cell (TideObservationLine *self, const TideObservationChoices *choices, guint column)
{
  GtkWidget *cell;

  if (column == TIDE_OBSERVATION_BASIS)
    cell = tide_observation_cell_new (choices->bases, choices->base_labels);
  else if (column == TIDE_OBSERVATION_SOURCE)
    cell = tide_observation_cell_new (choices->sources, choices->source_labels);
  else
    cell = tide_observation_cell_new (NULL, NULL);

  g_signal_connect_object (cell, "edited", G_CALLBACK (on_cell_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "entered", G_CALLBACK (on_cell_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "pasted", G_CALLBACK (on_cell_pasted), self, G_CONNECT_SWAPPED);

  return TIDE_OBSERVATION_CELL (cell);
}

static void
tide_observation_line_dispose (GObject *object)
{
  TideObservationLine *self = TIDE_OBSERVATION_LINE (object);

  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_observation_line_parent_class)->dispose (object);
}

static void
tide_observation_line_finalize (GObject *object)
{
  TideObservationLine *self = TIDE_OBSERVATION_LINE (object);

  tide_observation_row_clear (&self->row);
  g_free (self->indicator);
  g_free (self->key);

  G_OBJECT_CLASS (tide_observation_line_parent_class)->finalize (object);
}

static void
tide_observation_line_class_init (TideObservationLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tide_observation_line_dispose;
  object_class->finalize = tide_observation_line_finalize;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PASTED] = g_signal_new ("pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tide_observation_line_init (TideObservationLine *self)
{
  self->remove_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->remove_button, "flat");
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/**
 * tide_observation_line_new:
 * @choices: what can be chosen
 * @columns: (array fixed-size=8): what keeps the widths of cells equal, one for each column
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tide_observation_line_new (const TideObservationChoices *choices, GtkSizeGroup *const *columns)
{
  TideObservationLine *self = g_object_new (TIDE_TYPE_OBSERVATION_LINE, NULL);

  for (guint i = 0; i < TIDE_N_OBSERVATION_COLUMNS; i++)
    {
      self->cells[i] = create_cell (self, choices, i);
      if (hints[i] != NULL)
        tide_observation_cell_set_hint (self->cells[i], _ (hints[i]));
      gtk_size_group_add_widget (columns[i], GTK_WIDGET (self->cells[i]));
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->cells[i]));
    }
  gtk_box_append (GTK_BOX (self), self->remove_button);

  return GTK_WIDGET (self);
}

/**
 * tide_observation_line_show:
 * @self: a row
 * @reg: the register that is edited
 * @indicator: id of the indicator that is edited
 * @row: (nullable): what to show; %NULL for a new row
 */
void
tide_observation_line_show (TideObservationLine *self,
                            TideRegister *reg,
                            const char *indicator,
                            const TideObservationRow *row)
{
  g_return_if_fail (TIDE_IS_OBSERVATION_LINE (self));

  g_set_object (&self->reg, reg);
  g_set_str (&self->indicator, indicator);
  tide_observation_row_clear (&self->row);
  g_clear_pointer (&self->key, g_free);
  if (row != NULL)
    {
      tide_observation_row_init_copy (&self->row, row);
      self->key = tide_observation_row_dup_key (row);
    }

  for (guint i = 0; i < TIDE_N_OBSERVATION_COLUMNS; i++)
    {
      g_autofree char *text = row != NULL
                                  ? tide_observation_row_dup_text (row, (TideObservationColumn) i)
                                  : g_strdup ("");

      tide_observation_cell_set_text (self->cells[i], text);
    }
  name_cells (self);
  update_editable (self);
}

/**
 * tide_observation_line_set_editable:
 * @self: a row
 * @editable: whether a person can change it
 */
void
tide_observation_line_set_editable (TideObservationLine *self, gboolean editable)
{
  g_return_if_fail (TIDE_IS_OBSERVATION_LINE (self));

  self->is_editable = editable;
  update_editable (self);
}

/**
 * tide_observation_line_get_key:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the key of what it shows; %NULL for a new row
 */
const char *
tide_observation_line_get_key (TideObservationLine *self)
{
  g_return_val_if_fail (TIDE_IS_OBSERVATION_LINE (self), NULL);

  return self->key;
}

/**
 * tide_observation_line_get_period:
 * @self: a row
 *
 * Returns: (transfer none): what it is about, unset in a new row
 */
const TideDate *
tide_observation_line_get_period (TideObservationLine *self)
{
  g_return_val_if_fail (TIDE_IS_OBSERVATION_LINE (self), NULL);

  return &self->row.period;
}

/**
 * tide_observation_line_flush:
 * @self: a row
 *
 * Takes what is typed in it, without waiting for the focus to go.
 */
void
tide_observation_line_flush (TideObservationLine *self)
{
  g_autoptr (TideObservationLine) alive = g_object_ref (self);

  for (guint i = 0; i < TIDE_N_OBSERVATION_COLUMNS; i++)
    tide_observation_cell_flush (alive->cells[i]);
}

/**
 * tide_observation_line_focus:
 * @self: a row
 * @column: the column of the cell that gets the focus
 */
void
tide_observation_line_focus (TideObservationLine *self, TideObservationColumn column)
{
  g_return_if_fail (TIDE_IS_OBSERVATION_LINE (self));
  g_return_if_fail (column < TIDE_N_OBSERVATION_COLUMNS);

  gtk_widget_grab_focus (GTK_WIDGET (self->cells[column]));
}

/**
 * tide_observation_line_remove:
 * @self: a row that is not new
 * @error: return location
 *
 * Removes what it shows from the register.
 *
 * Returns: whether it is gone
 */
gboolean
tide_observation_line_remove (TideObservationLine *self, GError **error)
{
  g_return_val_if_fail (TIDE_IS_OBSERVATION_LINE (self), FALSE);

  return tide_observation_remove (self->reg, self->indicator, &self->row, error);
}
