/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-moment-group.h"

#include "ui/rows/tide-date-row.h"

#include <glib/gi18n-lib.h>

/* How many days on which something was recorded are proposed. */
#define MAX_DAYS 12

struct _TideMomentGroup
{
  AdwPreferencesGroup parent_instance;

  TideSnapshot *snapshot; /* owned, nullable: with its whole history */
  gboolean is_valid;

  /* template children */
  GtkMenuButton *presets_button;
  TideDateRow *true_row;
  TideDateRow *known_row;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (TideMomentGroup, tide_moment_group, ADW_TYPE_PREFERENCES_GROUP)

typedef enum
{
  PROP_IS_VALID = 1,
} TideMomentGroupProperty;

static GParamSpec *props[PROP_IS_VALID + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Reading ----------------------------------------------------------------------------------- */

/* An empty row is no date. */
static TideProblem *
read_row (TideDateRow *row, TideDate *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  *date = (TideDate) { 0 };
  if (*text == '\0' || tide_date_recognise (text, date))
    return NULL;

  return tide_problem_new (TIDE_PROBLEM_UNREADABLE_DATE, text, NULL);
}

static void
mark_row (TideDateRow *row, gboolean is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
      is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* The first problem, and the row that has it. */
static TideProblem *
find_problem (TideMomentGroup *self, TideDateRow **row)
{
  TideMoment moment;
  TideProblem *problem;

  *row = self->true_row;
  problem = read_row (self->true_row, &moment.true_on);
  if (problem != NULL)
    return problem;

  *row = self->known_row;
  problem = read_row (self->known_row, &moment.known_on);
  if (problem != NULL || self->snapshot == NULL)
    return problem;

  problem = tide_moment_find_problem (&moment, self->snapshot);
  if (problem != NULL && g_strcmp0 (problem->field, TIDE_AS_OF_TRUE_ON) == 0)
    *row = self->true_row;

  return problem;
}

static void
set_is_valid (TideMomentGroup *self, gboolean is_valid)
{
  if (self->is_valid == is_valid)
    return;

  self->is_valid = is_valid;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_VALID]);
}

static void
check (TideMomentGroup *self)
{
  TideDateRow *row;
  g_autoptr (TideProblem) problem = find_problem (self, &row);
  g_autofree char *sentence = problem != NULL ? tide_problem_dup_sentence (problem) : NULL;

  mark_row (self->true_row, problem != NULL && row == self->true_row);
  mark_row (self->known_row, problem != NULL && row == self->known_row);
  tide_moment_group_show_problem (self, sentence);
  set_is_valid (self, problem == NULL);
}

static void
on_typed (TideMomentGroup *self)
{
  check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Proposals --------------------------------------------------------------------------------- */

static void
append_date (GMenu *menu, const char *label, const char *action, const TideDate *date)
{
  g_autofree char *text = tide_date_dup_text (date);
  g_autoptr (GMenuItem) item = g_menu_item_new (label != NULL ? label : text, NULL);

  g_menu_item_set_action_and_target (item, action, "s", text);
  g_menu_append_item (menu, item);
}

/* The day before the first one of the present month, quarter or year. */
static void
append_ends (GMenu *menu, guint32 day)
{
  TideDate today;
  TideDate first = { .precision = TIDE_PRECISION_DAY, .day = 1 };
  TideDate end;

  tide_date_init_from_julian (&today, day);
  first.year = today.year;
  first.month = today.month;
  tide_date_init_from_julian (&end, tide_date_get_first_day (&first) - 1);
  append_date (menu, _ ("End of Last _Month"), "moment.true-on", &end);

  first.month = (guint8) ((today.month - 1) / 3 * 3 + 1);
  tide_date_init_from_julian (&end, tide_date_get_first_day (&first) - 1);
  append_date (menu, _ ("End of Last _Quarter"), "moment.true-on", &end);

  first.month = 1;
  tide_date_init_from_julian (&end, tide_date_get_first_day (&first) - 1);
  append_date (menu, _ ("End of Last _Year"), "moment.true-on", &end);
}

/* The last days on which something was recorded, the latest first. */
static void
append_days (GMenu *menu, TideSnapshot *snapshot)
{
  const GPtrArray *steps = tide_snapshot_get_history (snapshot);
  const char *time_zone = tide_snapshot_get_settings (snapshot)->time_zone;
  TideDate last = { 0 };
  guint n_days = 0;

  for (guint i = steps->len; i > 0 && n_days < MAX_DAYS; i--)
    {
      TideDate day;

      tide_date_init_from_time (&day, ((TideStep *) g_ptr_array_index (steps, i - 1))->time,
                                time_zone);
      if (tide_date_equal (&day, &last))
        continue;

      append_date (menu, NULL, "moment.known-on", &day);
      last = day;
      n_days++;
    }
}

static void
propose (TideMomentGroup *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) ends = g_menu_new ();
  g_autoptr (GMenu) days = g_menu_new ();

  append_ends (ends, tide_snapshot_get_day (self->snapshot));
  g_menu_append_section (menu, _ ("True On"), G_MENU_MODEL (ends));
  append_days (days, self->snapshot);
  if (g_menu_model_get_n_items (G_MENU_MODEL (days)) > 0)
    g_menu_append_section (menu, _ ("Known On, Days with Changes"), G_MENU_MODEL (days));
  gtk_menu_button_set_menu_model (self->presets_button, G_MENU_MODEL (menu));
}

static void
take_date (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideMomentGroup *self = TIDE_MOMENT_GROUP (widget);
  TideDateRow *row = g_str_equal (name, "moment.true-on") ? self->true_row : self->known_row;

  gtk_editable_set_text (GTK_EDITABLE (row), g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* GObject ----------------------------------------------------------------------------------- */

static gboolean
tide_moment_group_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_MOMENT_GROUP (widget)->true_row));
}

static void
tide_moment_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideMomentGroup *self = TIDE_MOMENT_GROUP (object);

  switch ((TideMomentGroupProperty) id)
    {
    case PROP_IS_VALID:
      g_value_set_boolean (value, self->is_valid);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_moment_group_dispose (GObject *object)
{
  TideMomentGroup *self = TIDE_MOMENT_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_MOMENT_GROUP);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);

  G_OBJECT_CLASS (tide_moment_group_parent_class)->dispose (object);
}

static void
tide_moment_group_class_init (TideMomentGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_moment_group_get_property;
  object_class->dispose = tide_moment_group_dispose;
  widget_class->grab_focus = tide_moment_group_grab_focus;

  props[PROP_IS_VALID]
      = g_param_spec_boolean ("is-valid", NULL, NULL, TRUE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * TideMomentGroup::changed:
   * @self: the group
   *
   * Another date is typed or picked, perhaps one that is none yet.
   */
  signals[CHANGED] = g_signal_new ("changed", TIDE_TYPE_MOMENT_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TIDE_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/rows/tide-moment-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TideMomentGroup, presets_button);
  gtk_widget_class_bind_template_child (widget_class, TideMomentGroup, true_row);
  gtk_widget_class_bind_template_child (widget_class, TideMomentGroup, known_row);
  gtk_widget_class_bind_template_child (widget_class, TideMomentGroup, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_install_action (widget_class, "moment.true-on", "s", take_date);
  gtk_widget_class_install_action (widget_class, "moment.known-on", "s", take_date);
}

static void
tide_moment_group_init (TideMomentGroup *self)
{
  self->is_valid = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_moment_group_set_snapshot:
 * @self: a group
 * @snapshot: the register that is looked at, with its whole history
 */
void
tide_moment_group_set_snapshot (TideMomentGroup *self, TideSnapshot *snapshot)
{
  g_return_if_fail (TIDE_IS_MOMENT_GROUP (self));

  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  self->snapshot = tide_snapshot_ref (snapshot);
  propose (self);
  check (self);
}

/**
 * tide_moment_group_set_moment:
 * @self: a group
 * @moment: what its rows shall say
 */
void
tide_moment_group_set_moment (TideMomentGroup *self, const TideMoment *moment)
{
  g_autofree char *true_on = tide_date_dup_text (&moment->true_on);
  g_autofree char *known_on = tide_date_dup_text (&moment->known_on);

  g_return_if_fail (TIDE_IS_MOMENT_GROUP (self));

  gtk_editable_set_text (GTK_EDITABLE (self->true_row), true_on != NULL ? true_on : "");
  gtk_editable_set_text (GTK_EDITABLE (self->known_row), known_on != NULL ? known_on : "");
}

/**
 * tide_moment_group_get_moment:
 * @self: a group
 * @moment: (out): what its rows say; a date that cannot be read is unset
 */
void
tide_moment_group_get_moment (TideMomentGroup *self, TideMoment *moment)
{
  TideProblem *problem;

  g_return_if_fail (TIDE_IS_MOMENT_GROUP (self));

  problem = read_row (self->true_row, &moment->true_on);
  g_clear_pointer (&problem, tide_problem_unref);
  problem = read_row (self->known_row, &moment->known_on);
  g_clear_pointer (&problem, tide_problem_unref);
}

/**
 * tide_moment_group_get_is_valid:
 * @self: a group
 *
 * Returns: whether the register can be shown at the moment, as far as can be told without rewinding
 *   it
 */
gboolean
tide_moment_group_get_is_valid (TideMomentGroup *self)
{
  g_return_val_if_fail (TIDE_IS_MOMENT_GROUP (self), FALSE);

  return self->is_valid;
}

/**
 * tide_moment_group_show_problem:
 * @self: a group
 * @problem: (nullable): what is wrong, as a sentence
 *
 * Shows it below the rows until another date is typed.
 */
void
tide_moment_group_show_problem (TideMomentGroup *self, const char *problem)
{
  g_return_if_fail (TIDE_IS_MOMENT_GROUP (self));

  if (problem != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
      && g_strcmp0 (gtk_label_get_text (self->problem_label), problem) != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), problem,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

/**
 * tide_moment_group_focus_problem:
 * @self: a group that is not valid
 *
 * Puts the focus where something is wrong, and says what.
 */
void
tide_moment_group_focus_problem (TideMomentGroup *self)
{
  TideDateRow *row;
  g_autoptr (TideProblem) problem = NULL;

  g_return_if_fail (TIDE_IS_MOMENT_GROUP (self));

  problem = find_problem (self, &row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->problem_label),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
