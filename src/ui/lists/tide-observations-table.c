/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-observations-table-private.h"

G_DEFINE_FINAL_TYPE (TideObservationsTable, tide_observations_table, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_INDICATOR,
} TideObservationsTableProperty;

static GParamSpec *props[PROP_INDICATOR + 1];

/* The least widths of the columns, in pixels. */
static const int widths[TIDE_N_OBSERVATION_COLUMNS] = {
  [TIDE_OBSERVATION_PERIOD] = 90, [TIDE_OBSERVATION_VALUE] = 200,
  [TIDE_OBSERVATION_GROWTH] = 80, [TIDE_OBSERVATION_SINCE] = 80,
  [TIDE_OBSERVATION_BASIS] = 160, [TIDE_OBSERVATION_REVISION] = 110,
  [TIDE_OBSERVATION_BREAK] = 180, [TIDE_OBSERVATION_SOURCE] = 220,
};

/* Rows -------------------------------------------------------------------------------------- */

static TideObservationLine *
get_line (TideObservationsTable *self, guint index)
{
  return g_ptr_array_index (self->lines, index);
}

/* Enter goes down. */
static void
on_line_entered (TideObservationsTable *self, TideObservationLine *line)
{
  guint index;

  if (g_ptr_array_find (self->lines, line, &index) && index + 1 < self->lines->len)
    tide_observation_line_focus (get_line (self, index + 1), TIDE_OBSERVATION_VALUE);
  else
    tide_observations_table_focus_new (self);
}

/* Who went on in the same row finds it where it stands now. */
static void
on_line_added (TideObservationsTable *self, const char *period, guint column)
{
  TideDate date;

  if (column >= TIDE_N_OBSERVATION_COLUMNS || !tide_date_recognise (period, &date))
    return;

  for (guint i = self->lines->len; i > 0; i--)
    if (tide_date_equal (tide_observation_line_get_period (get_line (self, i - 1)), &date))
      {
        tide_observation_line_focus (get_line (self, i - 1), (TideObservationColumn) column);
        return;
      }
}

static TideObservationLine *
create_line (TideObservationsTable *self)
{
  GtkWidget *line = tide_observation_line_new (&self->choices, self->columns);

  g_signal_connect_object (line, "entered", G_CALLBACK (on_line_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "added", G_CALLBACK (on_line_added), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "pasted", G_CALLBACK (tide_observations_table_paste), self,
                           G_CONNECT_SWAPPED);

  return TIDE_OBSERVATION_LINE (line);
}

/* Lines that show what is there no more, for what is new: so one whose period was changed stays,
 * and the focus in it. */
static GPtrArray *
find_spare_lines (TideObservationsTable *self, GHashTable *wanted)
{
  GPtrArray *spare = g_ptr_array_new ();

  for (guint i = 0; i < self->lines->len; i++)
    if (!g_hash_table_contains (wanted, tide_observation_line_get_key (get_line (self, i))))
      g_ptr_array_add (spare, get_line (self, i));

  return spare;
}

static GHashTable *
collect_keys (GArray *rows)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (keys,
                      tide_observation_row_dup_key (&g_array_index (rows, TideObservationRow, i)));

  return keys;
}

static TideObservationLine *
take_line (TideObservationsTable *self, const TideObservationRow *row, GPtrArray *spare)
{
  g_autofree char *key = tide_observation_row_dup_key (row);
  TideObservationLine *line = tide_observations_table_find_line (self, key);

  if (line != NULL)
    return line;
  if (spare->len > 0)
    return g_ptr_array_steal_index (spare, 0);

  line = create_line (self);
  gtk_box_append (self->box, GTK_WIDGET (line));

  return line;
}

static void
show_rows (TideObservationsTable *self, GArray *rows)
{
  g_autoptr (GHashTable) keys = collect_keys (rows);
  g_autoptr (GPtrArray) spare = find_spare_lines (self, keys);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  GtkWidget *previous = NULL;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (lines, take_line (self, &g_array_index (rows, TideObservationRow, i), spare));
  for (guint i = 0; i < spare->len; i++)
    gtk_box_remove (self->box, g_ptr_array_index (spare, i));

  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; i < lines->len; i++)
    {
      TideObservationLine *line = g_ptr_array_index (lines, i);

      tide_observation_line_show (line, self->reg, self->indicator,
                                  &g_array_index (rows, TideObservationRow, i));
      tide_observation_line_set_editable (line, tide_observations_table_can_edit (self));
      gtk_box_reorder_child_after (self->box, GTK_WIDGET (line), previous);
      previous = GTK_WIDGET (line);
      g_ptr_array_add (self->lines, line);
    }
  gtk_box_reorder_child_after (self->box, GTK_WIDGET (self->new_line), previous);
}

static void
refill (TideObservationsTable *self)
{
  const TideIndicatorPayload *indicator = tide_observations_table_get_payload (self);
  g_autoptr (GArray) rows = indicator != NULL
                                ? tide_observation_rows_new (indicator)
                                : g_array_new (FALSE, FALSE, sizeof (TideObservationRow));

  show_rows (self, rows);
  tide_observation_line_show (self->new_line, self->reg, self->indicator, NULL);
  tide_observation_line_set_editable (self->new_line, tide_observations_table_can_edit (self));
  gtk_widget_set_visible (GTK_WIDGET (self->new_line), tide_observations_table_can_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "observations.paste",
                                 tide_observations_table_can_edit (self));
}

static gboolean
concerns (const TideStep *step, TideRecordKind kind)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);

      if (edit->record_kind == kind)
        return TRUE;
    }

  return FALSE;
}

static void
drop_lines (TideObservationsTable *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    gtk_box_remove (self->box, GTK_WIDGET (get_line (self, i)));
  g_ptr_array_set_size (self->lines, 0);
  gtk_box_remove (self->box, GTK_WIDGET (self->new_line));
  self->new_line = create_line (self);
  gtk_box_append (self->box, GTK_WIDGET (self->new_line));
}

/* In rows of their own, as drop-downs would take other choices for a choice. */
static void
choose_anew (TideObservationsTable *self)
{
  tide_observation_choices_fill_sources (&self->choices, self->reg);
  drop_lines (self);
}

static void
on_register_stepped (TideObservationsTable *self, TideStep *step)
{
  const gboolean is_source = concerns (step, TIDE_RECORD_SOURCE);

  if (is_source)
    choose_anew (self);
  if (is_source || concerns (step, TIDE_RECORD_INDICATOR))
    refill (self);
}

static void
flush (TideObservationsTable *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_copy (self->lines, (GCopyFunc) g_object_ref, NULL);

  g_ptr_array_set_free_func (lines, g_object_unref);
  if (!tide_observations_table_can_edit (self))
    return;

  for (guint i = 0; i < lines->len; i++)
    tide_observation_line_flush (g_ptr_array_index (lines, i));
  tide_observation_line_flush (self->new_line);
}

/* GObject ----------------------------------------------------------------------------------- */

static gboolean
tide_observations_table_grab_focus (GtkWidget *widget)
{
  TideObservationsTable *self = TIDE_OBSERVATIONS_TABLE (widget);

  if (self->lines->len > 0)
    tide_observation_line_focus (get_line (self, 0), TIDE_OBSERVATION_PERIOD);
  else
    tide_observations_table_focus_new (self);

  return TRUE;
}

static void
tide_observations_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideObservationsTable *self = TIDE_OBSERVATIONS_TABLE (object);

  switch ((TideObservationsTableProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_INDICATOR:
      g_value_set_string (value, self->indicator);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_observations_table_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  TideObservationsTable *self = TIDE_OBSERVATIONS_TABLE (object);

  switch ((TideObservationsTableProperty) id)
    {
    case PROP_REGISTER:
      tide_observations_table_set_register (self, g_value_get_object (value));
      break;
    case PROP_INDICATOR:
      tide_observations_table_set_indicator (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_observations_table_dispose (GObject *object)
{
  TideObservationsTable *self = TIDE_OBSERVATIONS_TABLE (object);

  g_cancellable_cancel (self->pasting);
  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  g_ptr_array_set_size (self->lines, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_OBSERVATIONS_TABLE);
  for (guint i = 0; i < TIDE_N_OBSERVATION_COLUMNS; i++)
    g_clear_object (&self->columns[i]);

  G_OBJECT_CLASS (tide_observations_table_parent_class)->dispose (object);
}

static void
tide_observations_table_finalize (GObject *object)
{
  TideObservationsTable *self = TIDE_OBSERVATIONS_TABLE (object);

  g_ptr_array_unref (self->lines);
  g_object_unref (self->pasting);
  tide_observation_choices_clear (&self->choices);
  g_free (self->indicator);

  G_OBJECT_CLASS (tide_observations_table_parent_class)->finalize (object);
}

static void
tide_observations_table_class_init (TideObservationsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_observations_table_get_property;
  object_class->set_property = tide_observations_table_set_property;
  object_class->dispose = tide_observations_table_dispose;
  object_class->finalize = tide_observations_table_finalize;
  widget_class->grab_focus = tide_observations_table_grab_focus;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_INDICATOR] = g_param_spec_string ("indicator", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_signal_new ("pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-observations-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TideObservationsTable, header);
  gtk_widget_class_bind_template_child (widget_class, TideObservationsTable, box);
  tide_observations_table_install_actions (widget_class);
}

static void
add_heading (TideObservationsTable *self, TideObservationColumn column)
{
  GtkWidget *heading = gtk_label_new (tide_observation_column_get_title (column));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_set_size_request (heading, widths[column], -1);
  self->columns[column] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_size_group_add_widget (self->columns[column], heading);
  gtk_box_append (self->header, heading);
}

static void
tide_observations_table_init (TideObservationsTable *self)
{
  self->lines = g_ptr_array_new ();
  self->pasting = g_cancellable_new ();
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);
  g_signal_group_connect_swapped (self->links, "notify::read-only", G_CALLBACK (refill), self);
  tide_observation_choices_init (&self->choices);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < TIDE_N_OBSERVATION_COLUMNS; i++)
    add_heading (self, (TideObservationColumn) i);
  self->new_line = create_line (self);
  gtk_box_append (self->box, GTK_WIDGET (self->new_line));
  refill (self);
}

/**
 * tide_observations_table_get_register:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the register that is edited
 */
TideRegister *
tide_observations_table_get_register (TideObservationsTable *self)
{
  g_return_val_if_fail (TIDE_IS_OBSERVATIONS_TABLE (self), NULL);

  return self->reg;
}

/**
 * tide_observations_table_set_register:
 * @self: a table
 * @reg: (nullable): the register that is edited
 */
void
tide_observations_table_set_register (TideObservationsTable *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_OBSERVATIONS_TABLE (self));

  if (self->reg == reg)
    return;

  flush (self);
  g_set_object (&self->reg, reg);
  g_signal_group_set_target (self->links, reg);
  if (reg != NULL)
    choose_anew (self);
  refill (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_observations_table_get_indicator:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): id of the indicator that is edited
 */
const char *
tide_observations_table_get_indicator (TideObservationsTable *self)
{
  g_return_val_if_fail (TIDE_IS_OBSERVATIONS_TABLE (self), NULL);

  return self->indicator;
}

/**
 * tide_observations_table_set_indicator:
 * @self: a table
 * @indicator: (nullable): id of the indicator that is edited
 */
void
tide_observations_table_set_indicator (TideObservationsTable *self, const char *indicator)
{
  g_return_if_fail (TIDE_IS_OBSERVATIONS_TABLE (self));

  if (g_strcmp0 (self->indicator, indicator) == 0)
    return;

  flush (self);
  g_set_str (&self->indicator, indicator);
  drop_lines (self);
  refill (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INDICATOR]);
}
