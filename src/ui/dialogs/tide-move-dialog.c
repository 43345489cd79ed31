/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-move-dialog.h"

#include "core/tide-project-move.h"
#include "core/tide-register-later.h"
#include "ui/rows/tide-date-row.h"
#include "ui/rows/tide-field-link.h"
#include "ui/rows/tide-field-row.h"

#include <glib/gi18n-lib.h>

#define STAGES_HEIGHT 720
#define STATUSES_HEIGHT 560

struct _TideMoveDialog
{
  AdwDialog parent_instance;

  TideRegister *reg; /* owned */
  char *list;        /* owned: "stages" or "statuses" */
  GStrv ids;         /* owned: of the projects; none for a project that is new */
  TideDraft *form;   /* owned, nullable: the project that the entry goes to when it is saved */
  TideDraft *entry;  /* owned */

  /* template children */
  AdwWindowTitle *title;
  GtkButton *move_button;
  GtkListBox *choices;
  GtkLabel *effect;
  TideFieldRow *date_row;
  TideFieldRow *note_row;
  TideFieldRow *until_row;
};

G_DEFINE_FINAL_TYPE (TideMoveDialog, tide_move_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_of_stages (TideMoveDialog *self)
{
  return g_str_equal (self->list, "stages");
}

static TideCodeSet
get_codes (TideMoveDialog *self)
{
  return is_of_stages (self) ? TIDE_CODES_STAGE : TIDE_CODES_STATUS;
}

static TideField *
get_field (TideMoveDialog *self, const char *path)
{
  return tide_draft_get_field (self->entry, path);
}

static TideField *
get_code_field (TideMoveDialog *self)
{
  return get_field (self, is_of_stages (self) ? "stage" : "status");
}

static const TideProjectPayload *
get_project (TideMoveDialog *self)
{
  return self->ids[0] == NULL ? NULL
                              : TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (
                                    self->reg, TIDE_RECORD_PROJECT, self->ids[0]));
}

/* What the one project, or the first of several, is at; NULL where it has no stage. */
static const char *
get_present (TideMoveDialog *self)
{
  const TideProjectPayload *project = get_project (self);
  const GPtrArray *entries;

  if (is_of_stages (self))
    {
      entries = project != NULL ? project->stages : NULL;
      return tide_entries_get_n (entries) > 0
                 ? ((TideStageEntry *) g_ptr_array_index (entries, entries->len - 1))->stage
                 : NULL;
    }

  entries = project != NULL ? project->statuses : NULL;
  return tide_entries_get_n (entries) > 0
             ? ((TideStatusEntry *) g_ptr_array_index (entries, entries->len - 1))->status
             : tide_codes_get_code (TIDE_CODES_STATUS, TIDE_STATUS_NORMAL);
}

/* The next stage; a pause, or the end of what the status was. */
static guint
get_offered (TideMoveDialog *self)
{
  const int present = tide_codes_find (get_codes (self), get_present (self));
  const guint n = tide_codes_get_n (get_codes (self));

  if (!is_of_stages (self))
    return present == TIDE_STATUS_NORMAL ? TIDE_STATUS_PAUSED : TIDE_STATUS_NORMAL;

  return MIN ((guint) (present + 1), n - 1);
}

static char *
dup_back (TideMoveDialog *self)
{
  const TideLanguage language = tide_language_get_default ();
  const char *chosen = tide_field_get_text (get_code_field (self));

  /* Translators: the present stage of a project, then an earlier one that it goes back to */
  return g_strdup_printf (_ ("Back from %s to %s. The log keeps both."),
                          tide_codes_get_label (TIDE_CODES_STAGE, get_present (self), language),
                          tide_codes_get_label (TIDE_CODES_STAGE, chosen, language));
}

/* What the choice means where that is not plain: NULL for a project that goes on. */
static char *
dup_effect (TideMoveDialog *self)
{
  TideProjectMove move;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!is_of_stages (self))
    return NULL;

  tide_project_move_sum_up (self->entry, (const char *const *) self->ids, &move);
  if (g_strv_length (self->ids) == 1)
    return move.n_back > 0 ? dup_back (self) : NULL;

  if (move.n_back > 0)
    g_string_append_printf (text,
                            /* Translators: how many projects go back to an earlier stage */
                            ngettext ("%u project goes back to an earlier stage.",
                                      "%u projects go back to an earlier stage.", move.n_back),
                            move.n_back);
  if (move.n_there > 0 && text->len > 0)
    g_string_append_c (text, ' ');
  if (move.n_there > 0)
    g_string_append_printf (text,
                            /* Translators: how many projects are in the stage that was chosen */
                            ngettext ("%u project is there already and stays as it is.",
                                      "%u projects are there already and stay as they are.",
                                      move.n_there),
                            move.n_there);

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static void
show_effect (TideMoveDialog *self)
{
  g_autofree char *text = dup_effect (self);

  gtk_label_set_text (self->effect, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->effect), text != NULL);
  if (text != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
check_date (TideMoveDialog *self)
{
  tide_project_move_check_date (self->entry, (const char *const *) self->ids);
}

static void
on_choice_selected (TideMoveDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->choices);
  const char *code;

  if (row == NULL || self->entry == NULL)
    return;

  code = tide_codes_get_code (get_codes (self), (guint) gtk_list_box_row_get_index (row));
  tide_field_set_text (get_code_field (self), code);
  gtk_widget_set_visible (GTK_WIDGET (self->until_row), g_str_equal (code, "paused"));
  show_effect (self);
  check_date (self);
}

/* Saving ------------------------------------------------------------------------------------ */

static void
point_at (TideMoveDialog *self, TideField *wrong)
{
  GtkWidget *row = tide_field_find_row (GTK_WIDGET (self), wrong);

  gtk_widget_grab_focus (row != NULL ? row
                                     : GTK_WIDGET (gtk_list_box_get_selected_row (self->choices)));
  if (row == NULL)
    {
      gtk_label_set_text (self->effect, tide_field_get_problem (wrong));
      gtk_widget_set_visible (GTK_WIDGET (self->effect), TRUE);
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (self), tide_field_get_problem (wrong),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
show_failure (TideMoveDialog *self, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Projects Not Changed"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
add_to_form (TideMoveDialog *self)
{
  static const char *const paths[] = { "stage", "status", "date", "note", "reason", "until" };
  TideDraft *added = tide_draft_append_entry (self->form, self->list);

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      TideField *field = get_field (self, paths[i]);

      if (field != NULL)
        tide_field_set_text (tide_draft_get_field (added, paths[i]), tide_field_get_text (field));
    }
}

static void
finish (TideMoveDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
set_busy (TideMoveDialog *self, gboolean is_busy)
{
  gtk_widget_set_sensitive (adw_dialog_get_child (ADW_DIALOG (self)), !is_busy);
  adw_dialog_set_can_close (ADW_DIALOG (self), !is_busy);
}

static void
on_applied (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideMoveDialog) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean is_done = tide_register_apply_finish (TIDE_REGISTER (reg), result, &error);

  /* It may have gone with its window. */
  if (self->reg == NULL)
    return;

  set_busy (self, FALSE);
  if (is_done)
    finish (self);
  else
    show_failure (self, error);
}

/* What many get, and who. */
typedef struct
{
  TidePayload *values; /* owned */
  GStrv ids;           /* owned */
} Moving;

static void
moving_free (Moving *moving)
{
  tide_payload_unref (moving->values);
  g_strfreev (moving->ids);
  g_free (moving);
}

static TideStep *
make_step (TideSnapshot *snapshot, gint64 now, gpointer data)
{
  const Moving *moving = data;
  g_autoptr (TideClock) clock = tide_clock_new ();

  return tide_project_move_new_step (moving->values, snapshot, (const char *const *) moving->ids,
                                     clock, now);
}

static void
move_many (TideMoveDialog *self)
{
  Moving *moving = g_new (Moving, 1);

  *moving = (Moving) { tide_project_move_dup_values (self->entry), g_strdupv (self->ids) };
  set_busy (self, TRUE);
  tide_register_make_async (self->reg, make_step, moving, (GDestroyNotify) moving_free, NULL,
                            on_applied, g_object_ref (self));
}

static void
move_few (TideMoveDialog *self)
{
  g_autoptr (TidePayload) values = tide_project_move_dup_values (self->entry);
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  TideClock *clock = tide_register_get_clock (self->reg);
  g_autoptr (TideStep) step = tide_project_move_new_step (
      values, snapshot, (const char *const *) self->ids, clock, tide_clock_get_seconds (clock));
  g_autoptr (GError) error = NULL;

  if (tide_register_apply (self->reg, step, &error))
    finish (self);
  else
    show_failure (self, error);
}

static void
apply (TideMoveDialog *self)
{
  if (g_strv_length (self->ids) > TIDE_MANY_EDITS)
    move_many (self);
  else
    move_few (self);
}

static void
move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TideMoveDialog *self = TIDE_MOVE_DIALOG (widget);
  const char *const *ids = (const char *const *) self->ids;
  TideField *wrong = tide_project_move_check (self->entry, ids);

  if (wrong != NULL)
    {
      point_at (self, wrong);
      return;
    }

  if (self->form == NULL)
    {
      apply (self);
      return;
    }

  add_to_form (self);
  finish (self);
}

static void
on_choice_activated (TideMoveDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "move.move", NULL);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* Making ------------------------------------------------------------------------------------ */

static GtkWidget *
choice_row_new (TideMoveDialog *self, const char *code)
{
  const TideLanguage language = tide_language_get_default ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 tide_codes_get_label (get_codes (self), code, language));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               tide_codes_get_definition (get_codes (self), code, language));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (g_strcmp0 (get_present (self), code) == 0 && g_strv_length (self->ids) == 1)
    {
      GtkWidget *present = gtk_label_new (_ ("Present"));

      gtk_widget_add_css_class (present, "dimmed");
      gtk_widget_add_css_class (present, "caption");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), present);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_object_set_data (G_OBJECT (row), "check", check);

  return row;
}

static void
show_check (TideMoveDialog *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->choices, i)) != NULL; i++)
    gtk_widget_set_opacity (g_object_get_data (G_OBJECT (row), "check"),
                            gtk_list_box_row_is_selected (row) ? 1 : 0);
}

static void
fill_choices (TideMoveDialog *self)
{
  GtkListBoxRow *offered;

  for (guint i = 0; i < tide_codes_get_n (get_codes (self)); i++)
    gtk_list_box_append (self->choices,
                         choice_row_new (self, tide_codes_get_code (get_codes (self), i)));

  offered = gtk_list_box_get_row_at_index (self->choices, (int) get_offered (self));
  gtk_list_box_select_row (self->choices, offered);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (offered));
}

static char *
dup_subtitle (TideMoveDialog *self)
{
  const TideProjectPayload *project = get_project (self);
  const guint n = g_strv_length (self->ids);

  if (n > 1)
    /* Translators: how many projects a dialog is about */
    return g_strdup_printf (ngettext ("%u project", "%u projects", n), n);

  return g_strdup (
      project != NULL ? tide_payload_get_label (&project->base, tide_language_get_default ()) : "");
}

static void
set_texts (TideMoveDialog *self)
{
  const gboolean is_stage = is_of_stages (self);
  const char *title = is_stage ? _ ("Move to Stage") : _ ("Change Status");
  g_autofree char *subtitle = dup_subtitle (self);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_dialog_set_content_height (ADW_DIALOG (self), is_stage ? STAGES_HEIGHT : STATUSES_HEIGHT);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_button_set_label (self->move_button, is_stage ? _ ("_Move") : _ ("C_hange"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_stage ? _ ("Stage") : _ ("Status"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note_row),
                                 is_stage ? _ ("Note") : _ ("Reason"));
}

static void
set_up (TideMoveDialog *self)
{
  self->entry = tide_project_move_new_draft (self->reg, self->list);
  tide_field_row_set_field (self->date_row, get_field (self, "date"));
  tide_field_row_set_field (self->note_row,
                            get_field (self, is_of_stages (self) ? "note" : "reason"));
  if (!is_of_stages (self))
    tide_field_row_set_field (self->until_row, get_field (self, "until"));
  g_signal_connect_object (get_field (self, "date"), "notify::text", G_CALLBACK (check_date), self,
                           G_CONNECT_SWAPPED);
  set_texts (self);
  fill_choices (self);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_move_dialog_dispose (GObject *object)
{
  TideMoveDialog *self = TIDE_MOVE_DIALOG (object);

  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_MOVE_DIALOG);
  g_clear_object (&self->entry);
  g_clear_object (&self->form);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_move_dialog_parent_class)->dispose (object);
}

static void
tide_move_dialog_finalize (GObject *object)
{
  TideMoveDialog *self = TIDE_MOVE_DIALOG (object);

  g_free (self->list);
  g_strfreev (self->ids);

  G_OBJECT_CLASS (tide_move_dialog_parent_class)->finalize (object);
}

static void
tide_move_dialog_class_init (TideMoveDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_move_dialog_dispose;
  object_class->finalize = tide_move_dialog_finalize;

  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TIDE_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-move-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideMoveDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TideMoveDialog, move_button);
  gtk_widget_class_bind_template_child (widget_class, TideMoveDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, TideMoveDialog, effect);
  gtk_widget_class_bind_template_child (widget_class, TideMoveDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TideMoveDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, TideMoveDialog, until_row);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_check);

  gtk_widget_class_install_action (widget_class, "move.move", NULL, move);
  gtk_widget_class_install_action (widget_class, "move.cancel", NULL, cancel);
}

static void
tide_move_dialog_init (TideMoveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_move_dialog_new:
 * @reg: a register that can be changed
 * @list: `stages` or `statuses`
 * @ids: (array zero-terminated=1): ids of the projects
 *
 * Returns: (transfer floating): a dialog to present, which offers the next stage, or a pause or its
 *   end, of today
 */
TideMoveDialog *
tide_move_dialog_new (TideRegister *reg, const char *list, const char *const *ids)
{
  TideMoveDialog *self;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);

  self = g_object_new (TIDE_TYPE_MOVE_DIALOG, NULL);
  self->reg = g_object_ref (reg);
  self->list = g_strdup (list);
  self->ids = g_strdupv ((char **) ids);
  set_up (self);

  return self;
}

/**
 * tide_move_dialog_new_for_form:
 * @reg: a register that can be changed
 * @list: `stages` or `statuses`
 * @form: the draft of a project
 *
 * Returns: (transfer floating): a dialog that adds an entry to @form, and nothing to the register
 */
TideMoveDialog *
tide_move_dialog_new_for_form (TideRegister *reg, const char *list, TideDraft *form)
{
  const TidePayload *original = tide_draft_get_original (form);
  const char *const ids[] = { original != NULL ? original->id : NULL, NULL };
  TideMoveDialog *self = tide_move_dialog_new (reg, list, ids);

  self->form = g_object_ref (form);

  return self;
}

/**
 * tide_move_dialog_choose:
 * @self: a dialog
 * @code: code of a stage or a status
 *
 * Offers this one; one that there is not changes nothing.
 */
void
tide_move_dialog_choose (TideMoveDialog *self, const char *code)
{
  GtkListBoxRow *row;
  int index;

  g_return_if_fail (TIDE_IS_MOVE_DIALOG (self));

  index = tide_codes_find (get_codes (self), code);
  row = index >= 0 ? gtk_list_box_get_row_at_index (self->choices, index) : NULL;
  if (row == NULL)
    return;

  gtk_list_box_select_row (self->choices, row);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (row));
}

/**
 * tide_move_dialog_get_entry:
 * @self: a dialog
 *
 * Returns: (transfer none): the draft of the entry that it adds
 */
TideDraft *
tide_move_dialog_get_entry (TideMoveDialog *self)
{
  g_return_val_if_fail (TIDE_IS_MOVE_DIALOG (self), NULL);

  return self->entry;
}
