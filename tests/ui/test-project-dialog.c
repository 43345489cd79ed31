/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-json-writer.h"
#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-project-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/dialogs/tide-vocabulary-dialog.h"
#include "ui/rows/tide-field-link.h"
#include "ui/rows/tide-field-row.h"
#include "ui/rows/tide-reference-row.h"
#include "ui/rows/tide-references-group.h"
#include "ui/rows/tide-shares.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#define TITLE "tideline-test-project-dialog"

/* A form over a window, and what it did to the register. */
typedef struct
{
  TideRegister *reg;
  TideSnapshot *before;
  AdwWindow *window;
  TideProjectDialog *dialog; /* NULL once it is finalised */
  guint n_steps;
  char *saved;
  guint n_saved;
} Form;

static void
on_stepped (TideRegister *reg, TideStep *step, Form *form)
{
  form->n_steps++;
}

static void
on_saved (TideProjectDialog *dialog, const char *id, Form *form)
{
  form->n_saved++;
  g_set_str (&form->saved, id);
}

static void
set_up (Form *form, gconstpointer project)
{
  form->reg = tide_test_register_new ();
  form->before = tide_register_dup_snapshot (form->reg);
  g_signal_connect (form->reg, "stepped", G_CALLBACK (on_stepped), form);

  form->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_title (GTK_WINDOW (form->window), TITLE);
  gtk_window_set_default_size (GTK_WINDOW (form->window), 700, 800);
  adw_window_set_content (form->window, adw_bin_new ());
  gtk_window_present (GTK_WINDOW (form->window));

  g_set_weak_pointer (&form->dialog, tide_project_dialog_new (form->reg, project));
  g_signal_connect (form->dialog, "saved", G_CALLBACK (on_saved), form);
  adw_dialog_present (ADW_DIALOG (form->dialog), GTK_WIDGET (form->window));
  tide_test_settle (150);
}

static void
tear_down (Form *form, gconstpointer project)
{
  if (form->dialog != NULL)
    adw_dialog_force_close (ADW_DIALOG (form->dialog));
  tide_test_settle (150);
  gtk_window_destroy (GTK_WINDOW (form->window));
  tide_test_settle (150);
  g_assert_null (form->dialog);

  g_clear_pointer (&form->before, tide_snapshot_unref);
  g_assert_finalize_object (form->reg);
  g_free (form->saved);
}

static TideDraft *
get_draft (Form *form)
{
  return tide_project_dialog_get_draft (form->dialog);
}

static GtkWidget *
find_row (Form *form, TideDraft *draft, const char *path)
{
  GtkWidget *row
      = tide_field_find_row (GTK_WIDGET (form->dialog), tide_draft_get_field (draft, path));

  g_assert_nonnull (row);
  return row;
}

static void
type (Form *form, TideDraft *draft, const char *path, const char *text)
{
  GtkEditable *row = GTK_EDITABLE (find_row (form, draft, path));

  gtk_editable_set_text (row, "");
  for (const char *letter = text; *letter != '\0'; letter = g_utf8_next_char (letter))
    {
      int position = -1;

      gtk_editable_set_position (row, -1);
      position = gtk_editable_get_position (row);
      gtk_editable_insert_text (row, letter, (int) (g_utf8_next_char (letter) - letter), &position);
    }
}

/* Chooses the @position-th choice, 0 being none. */
static void
choose (Form *form, TideDraft *draft, const char *path, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (form, draft, path)), position);
}

static GtkWidget *
find_titled (GtkWidget *root, GType type, const char *title)
{
  g_autofree char *found_title = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    {
      g_object_get (root, ADW_IS_PREFERENCES_ROW (root) ? "title" : "label", &found_title, NULL);
      if (g_strcmp0 (found_title, title) == 0)
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_titled (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_tooltip (GtkWidget *root, const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Presses the row that adds an entry, and returns the draft of the entry. */
static TideDraft *
add_entry (Form *form, const char *list, const char *title)
{
  GListModel *entries = tide_draft_get_entries (get_draft (form), list);
  guint n = g_list_model_get_n_items (entries);
  g_autoptr (TideDraft) entry = NULL;

  g_signal_emit_by_name (find_titled (GTK_WIDGET (form->dialog), ADW_TYPE_BUTTON_ROW, title),
                         "activated");
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, n + 1);
  entry = g_list_model_get_item (entries, n);
  return entry;
}

static void
press (Form *form, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (form->dialog), action, NULL));
  tide_test_settle (150);
}

static void
answer (Form *form, const char *label)
{
  AdwDialog *question = adw_window_get_visible_dialog (form->window);

  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_signal_emit_by_name (find_titled (GTK_WIDGET (question), GTK_TYPE_BUTTON, label), "clicked");
  tide_test_settle (150);
}

/* Keys pressed as a person presses them: on the display, whatever has the focus. */
static void
press_keys (const char *keys)
{
  g_autofree char *line = g_strdup_printf (
      "xdotool search --onlyvisible --name " TITLE " windowfocus --sync key --delay 60 %s", keys);
  g_auto (GStrv) command = g_strsplit (line, " ", -1);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  process = g_subprocess_newv ((const char *const *) command, G_SUBPROCESS_FLAGS_STDOUT_SILENCE,
                               &error);
  g_assert_no_error (error);
  while (g_subprocess_get_identifier (process) != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  /* A button that a key activates looks pressed for a while before it acts. */
  tide_test_settle (150);
  tide_test_settle (150);
  tide_test_settle (150);
  g_assert_true (g_subprocess_get_successful (process));
}

static char *
dup_bytes (TideSnapshot *snapshot)
{
  g_autoptr (GBytes) bytes = tide_json_write (snapshot, NULL, NULL, NULL, NULL);

  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_untouched (Form *form)
{
  g_autoptr (TideSnapshot) after = tide_register_dup_snapshot (form->reg);
  g_autofree char *bytes = dup_bytes (form->before);
  g_autofree char *bytes_after = dup_bytes (after);

  g_assert_cmpuint (form->n_steps, ==, 0);
  g_assert_cmpuint (form->n_saved, ==, 0);
  g_assert_false (tide_register_get_can_undo (form->reg));
  g_assert_false (tide_register_get_modified (form->reg));
  g_assert_cmpstr (bytes_after, ==, bytes);
}

static const TideProjectPayload *
lookup_saved (Form *form)
{
  return TIDE_PROJECT_PAYLOAD (
      tide_register_lookup_payload (form->reg, TIDE_RECORD_PROJECT, form->saved));
}

static gboolean
has_focus (Form *form, GtkWidget *row)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (form->window));

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

static void
test_new_project (Form *form, gconstpointer data)
{
  TideDraft *draft = get_draft (form);
  TideDraft *entry;
  const TideProjectPayload *project;
  const TideAmount *amount;

  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (form->dialog)), ==, "New Project");
  g_assert_true (has_focus (form, find_row (form, draft, "name/en")));

  type (form, draft, "name/en", "Wind <b>park</b> & more");
  type (form, draft, "name/zh", "风电场");
  type (form, draft, "number", "2023-009");
  type (form, draft, "in-charge", "投促局");
  type (form, draft, "plans/start", "2023年8月");
  type (form, draft, "tags", "wind, sea");
  choose (form, draft, "division", 2);
  choose (form, draft, "event", 1);
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (form, draft, "confidential")), TRUE);

  entry = add_entry (form, "amounts", "Add A_mount");
  type (form, entry, "written", "US$1.06bn");
  choose (form, entry, "kind", 1);
  choose (form, entry, "event", 1);
  tide_reference_row_set_reference (
      TIDE_REFERENCE_ROW (tide_test_find_child (
          tide_test_find_child (GTK_WIDGET (form->dialog), TIDE_TYPE_REFERENCES_GROUP),
          TIDE_TYPE_REFERENCE_ROW)),
      "fair");
  entry = add_entry (form, "stages", "Add S_tage");
  choose (form, entry, "stage", TIDE_STAGE_SIGNED + 1);
  type (form, entry, "date", "2023");
  entry = add_entry (form, "sectors", "Add Sect_or");
  choose (form, entry, "sector", 2);
  entry = add_entry (form, "parties", "Add _Party");
  choose (form, entry, "party", 1);
  add_entry (form, "statuses", "Add Stat_us");
  g_assert_cmpuint (form->n_steps, ==, 0);

  press (form, "form.save");
  g_assert_cmpuint (form->n_steps, ==, 1);
  g_assert_cmpuint (form->n_saved, ==, 1);
  g_assert_null (form->dialog);

  project = lookup_saved (form);
  g_assert_cmpstr (project->name.en, ==, "Wind <b>park</b> & more");
  g_assert_cmpstr (project->name.zh, ==, "风电场");
  g_assert_cmpstr (project->number, ==, "2023-009");
  g_assert_cmpstr (project->in_charge, ==, "投促局");
  g_assert_cmpstr (project->division, ==, "east");
  g_assert_cmpstr (project->event, ==, "fair");
  g_assert_true (project->confidential);
  g_assert_cmpuint (project->tags->len, ==, 2);
  g_assert_cmpint (((const TidePlans *) project->plans)->start.month, ==, 8);
  g_assert_cmpint (project->stage, ==, TIDE_STAGE_SIGNED);
  g_assert_cmpint (project->stage_date.precision, ==, TIDE_PRECISION_YEAR);
  g_assert_cmpuint (tide_entries_get_n (project->statuses), ==, 0);
  g_assert_cmpstr (((const TideClassification *) project->sectors->pdata[0])->sector, ==, "robots");
  g_assert_cmpstr (((const TideParticipation *) project->parties->pdata[0])->party, ==, "maker");
  amount = project->amounts->pdata[0];
  g_assert_cmpint (amount->rank, ==, TIDE_AMOUNT_KIND_INTENTION);
  g_assert_cmpint (amount->money.minor, ==, G_GINT64_CONSTANT (106000000000));
  g_assert_cmpstr (amount->currency, ==, "USD");
  g_assert_cmpstr (amount->event, ==, "fair");
  g_assert_cmpuint (tide_entries_get_n (project->later_events), ==, 1);
  g_assert_cmpstr (g_ptr_array_index (project->later_events, 0), ==, "fair");

  g_assert_true (tide_register_undo (form->reg));
  g_assert_false (tide_register_get_modified (form->reg));
}

static void
test_edit (Form *form, gconstpointer data)
{
  TideDraft *draft = get_draft (form);

  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (form->dialog)), ==, "Edit Project");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (form, draft, "name/en"))), ==,
                   "Battery plant");

  type (form, draft, "number", "2023-100");
  press (form, "form.save");
  g_assert_cmpuint (form->n_steps, ==, 1);
  g_assert_cmpstr (form->saved, ==, "p1");
  g_assert_cmpstr (lookup_saved (form)->number, ==, "2023-100");
  g_assert_cmpuint (tide_register_get_undo_step (form->reg)->edits->len, <=, 2);
}

static void
test_nothing_changed (Form *form, gconstpointer data)
{
  adw_dialog_close (ADW_DIALOG (form->dialog));
  tide_test_settle (150);
  g_assert_null (form->dialog);
  assert_untouched (form);
}

static void
test_saved_unchanged (Form *form, gconstpointer data)
{
  press (form, "form.save");
  g_assert_null (form->dialog);
  g_assert_cmpuint (form->n_steps, ==, 0);
  g_assert_false (tide_register_get_can_undo (form->reg));
}

static void
test_discard (Form *form, gconstpointer data)
{
  TideDraft *draft = get_draft (form);
  GListModel *stages = tide_draft_get_entries (draft, "stages");
  guint n_stages = g_list_model_get_n_items (stages);

  type (form, draft, "name/en", "Another name");
  choose (form, draft, "division", 0);
  type (form, add_entry (form, "amounts", "Add A_mount"), "written", "nonsense");
  g_signal_emit_by_name (find_tooltip (GTK_WIDGET (form->dialog), "Remove Stage"), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (stages), ==, n_stages - 1);

  press (form, "form.cancel");
  g_assert_nonnull (form->dialog);
  answer (form, "_Keep Editing");
  g_assert_nonnull (form->dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (form, draft, "name/en"))), ==,
                   "Another name");

  press (form, "form.cancel");
  answer (form, "_Discard");
  g_assert_null (form->dialog);
  assert_untouched (form);
}

static void
test_save_when_asked (Form *form, gconstpointer data)
{
  type (form, get_draft (form), "name/en", "Another name");
  press (form, "form.cancel");
  answer (form, "_Save");
  g_assert_null (form->dialog);
  g_assert_cmpuint (form->n_steps, ==, 1);
  g_assert_cmpstr (lookup_saved (form)->name.en, ==, "Another name");
}

static void
test_problems (Form *form, gconstpointer data)
{
  TideDraft *draft = get_draft (form);
  GtkWidget *name = find_row (form, draft, "name/en");
  GtkWidget *expander;
  GtkWidget *written;
  TideDraft *amount;

  g_assert_false (gtk_widget_has_css_class (name, "error"));
  gtk_widget_grab_focus (find_row (form, draft, "number"));
  press (form, "form.save");
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  g_assert_true (has_focus (form, name));
  gtk_test_accessible_assert_state (gtk_editable_get_delegate (GTK_EDITABLE (name)),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  type (form, draft, "name/en", "Fine");
  g_assert_false (gtk_widget_has_css_class (name, "error"));

  amount = add_entry (form, "amounts", "Add A_mount");
  choose (form, amount, "kind", 1);
  type (form, amount, "written", "160 zillion");
  written = find_row (form, amount, "written");
  g_assert_true (gtk_widget_has_css_class (written, "error"));
  expander = gtk_widget_get_ancestor (written, ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), FALSE);
  gtk_widget_grab_focus (name);
  press (form, "form.save");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (expander)));
  g_assert_true (has_focus (form, written));
  assert_untouched (form);
}

static void
test_amounts (Form *form, gconstpointer data)
{
  static const struct
  {
    const char *written;
    const char *understood;
    const char *currency;
    gint64 minor;
  } cases[] = {
    { "160亿", "16,000,000,000", "CNY", G_GINT64_CONSTANT (1600000000000) },
    { "16 bn", "16,000,000,000", "CNY", G_GINT64_CONSTANT (1600000000000) },
    { "US$1.06bn", "1,060,000,000", "USD", G_GINT64_CONSTANT (106000000000) },
    { "1,600,000万元", "16,000,000,000", "CNY", G_GINT64_CONSTANT (1600000000000) },
    { "1600000", "1,600,000", "CNY", 160000000 },
  };
  TideDraft *draft = get_draft (form);
  const TideProjectPayload *project;

  type (form, draft, "name/en", "Amounts");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TideDraft *entry = add_entry (form, "amounts", "Add A_mount");
      GtkWidget *row = find_row (form, entry, "written");
      GtkWidget *message = gtk_widget_get_last_child (row);

      type (form, entry, "written", cases[i].written);
      choose (form, entry, "kind", 2);
      g_assert_true (gtk_widget_get_visible (message));
      g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (message)), cases[i].understood));
      g_assert_false (gtk_widget_has_css_class (row, "error"));
    }

  press (form, "form.save");
  project = lookup_saved (form);
  g_assert_cmpuint (project->amounts->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_found = FALSE;

      for (guint j = 0; j < project->amounts->len; j++)
        {
          const TideAmount *amount = project->amounts->pdata[j];

          if (g_str_equal (amount->written, cases[i].written))
            {
              is_found = TRUE;
              g_assert_cmpint (amount->money.minor, ==, cases[i].minor);
              g_assert_cmpstr (amount->currency, ==, cases[i].currency);
            }
        }
      g_assert_true (is_found);
    }
}

static const char *
get_sum (Form *form)
{
  GtkWidget *shares = tide_test_find_child (GTK_WIDGET (form->dialog), TIDE_TYPE_SHARES);

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (shares)));
}

/* The sum reads shares as their fields do, and counts none that they refuse. */
static void
test_shares (Form *form, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *told; /* how the sum ends */
  } cases[] = {
    { "60", ": 100 %" },          { "60 %", ": 100 %" },        { "６０", ": 100 %" },
    { "50%", ": 90 % of 100 %" }, { "x", ": 40 % of 100 %" },   { "61", ": 101 % of 100 %" },
    { "-60", ": 40 % of 100 %" }, { "101", ": 40 % of 100 %" },
  };
  g_autoptr (TideDraft) entry
      = g_list_model_get_item (tide_draft_get_entries (get_draft (form), "sectors"), 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tide_field_set_text (tide_draft_get_field (entry, "share"), cases[i].typed);
      g_test_message ("%s: %s", cases[i].typed, get_sum (form));
      g_assert_true (g_str_has_suffix (get_sum (form), cases[i].told));
    }
  tide_field_set_text (tide_draft_get_field (entry, "share"), "60");
}

static void
test_save_and_add (Form *form, gconstpointer data)
{
  TideDraft *draft = get_draft (form);
  TideDraft *entry;
  g_autofree char *first = NULL;

  type (form, draft, "name/en", "One");
  type (form, draft, "number", "2023-010");
  type (form, draft, "in-charge", "Bureau");
  choose (form, draft, "division", 1);
  choose (form, draft, "event", 1);
  entry = add_entry (form, "sectors", "Add Sect_or");
  choose (form, entry, "sector", 1);
  entry = add_entry (form, "stages", "Add S_tage");
  choose (form, entry, "stage", TIDE_STAGE_INTENTION + 1);
  type (form, entry, "date", "2023-10");
  entry = add_entry (form, "amounts", "Add A_mount");
  type (form, entry, "written", "5亿");
  choose (form, entry, "kind", 1);

  press (form, "form.save-and-add");
  g_assert_cmpuint (form->n_steps, ==, 1);
  g_assert_nonnull (form->dialog);
  g_assert_true (get_draft (form) != draft);
  draft = get_draft (form);
  first = g_strdup (form->saved);
  g_assert_true (has_focus (form, find_row (form, draft, "name/en")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (form, draft, "name/en"))), ==,
                   "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (form, draft, "number"))), ==, "");
  g_assert_false (tide_draft_get_changed (draft));

  type (form, draft, "name/en", "Two");
  press (form, "form.save");
  g_assert_cmpuint (form->n_steps, ==, 2);
  g_assert_cmpstr (form->saved, !=, first);
  g_assert_cmpstr (lookup_saved (form)->division, ==, "city");
  g_assert_cmpstr (lookup_saved (form)->event, ==, "fair");
  g_assert_cmpstr (lookup_saved (form)->in_charge, ==, "Bureau");
  g_assert_cmpuint (tide_entries_get_n (lookup_saved (form)->sectors), ==, 1);
  g_assert_cmpint (lookup_saved (form)->stage, ==, TIDE_STAGE_INTENTION);
  g_assert_cmpint (lookup_saved (form)->stage_date.month, ==, 10);
  g_assert_cmpuint (tide_entries_get_n (lookup_saved (form)->amounts), ==, 0);
}

static void
test_offered_is_no_change (Form *form, gconstpointer data)
{
  TideDraft *draft = get_draft (form);

  type (form, draft, "name/en", "One");
  choose (form, draft, "division", 1);
  press (form, "form.save-and-add");
  press (form, "form.cancel");
  g_assert_null (form->dialog);
  g_assert_cmpuint (form->n_steps, ==, 1);
}

/* Somebody else's step while the form is open leaves what is chosen in it. */
static void
test_changed_meanwhile (Form *form, gconstpointer data)
{
  TideDraft *draft = get_draft (form);
  g_autoptr (TideDraft) other = tide_draft_new (form->reg, TIDE_RECORD_DIVISION, NULL);

  tide_field_set_text (tide_draft_get_field (other, "name/en"), "A new one");
  g_assert_true (tide_draft_commit (other, NULL, NULL));
  tide_test_settle (150);
  g_assert_cmpstr (tide_field_get_text (tide_draft_get_field (draft, "division")), ==, "east");
  g_assert_false (tide_draft_get_changed (draft));
}

static void
test_unknown_values (Form *form, gconstpointer data)
{
  TideDraft *draft = get_draft (form);
  TideDraft *entry = add_entry (form, "amounts", "Add A_mount");
  GtkWidget *kind = find_row (form, entry, "kind");

  tide_field_set_text (tide_draft_get_field (entry, "kind"), "of-tomorrow");
  g_assert_cmpstr (
      gtk_string_object_get_string (adw_combo_row_get_selected_item (ADW_COMBO_ROW (kind))), ==,
      "of-tomorrow");
  tide_field_set_text (tide_draft_get_field (draft, "division"), "nowhere");
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (
                       ADW_COMBO_ROW (find_row (form, draft, "division")))),
                   ==, "nowhere");
  g_assert_cmpstr (tide_field_get_text (tide_draft_get_field (entry, "kind")), ==, "of-tomorrow");
  g_assert_cmpstr (tide_field_get_text (tide_draft_get_field (draft, "division")), ==, "nowhere");
}

/* Opens the form of a new record from a row, over the half-filled form, and saves it. */
static const TidePayload *
add_from_row (Form *form, TideDraft *draft, const char *path, TideRecordKind kind, const char *name)
{
  GtkWidget *row = find_row (form, draft, path);
  AdwDialog *dialog;
  TideField *field;

  g_assert_true (gtk_widget_activate_action (row, "reference.add", NULL));
  tide_test_settle (150);
  dialog = adw_window_get_visible_dialog (form->window);
  g_assert_true (TIDE_IS_RECORD_DIALOG (dialog));
  field = tide_draft_get_field (tide_record_dialog_get_draft (TIDE_RECORD_DIALOG (dialog)),
                                kind == TIDE_RECORD_SOURCE ? "title" : "name/en");
  g_assert_true (has_focus (form, tide_field_find_row (GTK_WIDGET (dialog), field)));
  tide_field_set_text (field, name);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  tide_test_settle (150);
  g_assert_true (adw_window_get_visible_dialog (form->window) == ADW_DIALOG (form->dialog));

  return tide_register_lookup_payload (form->reg, kind,
                                       tide_field_get_text (tide_draft_get_field (draft, path)));
}

static void
test_new_vocabulary (Form *form, gconstpointer data)
{
  TideDraft *draft = get_draft (form);
  TideDraft *entry;
  const TidePayload *record;

  type (form, draft, "name/en", "Half-filled");
  entry = add_entry (form, "parties", "Add _Party");
  record = add_from_row (form, entry, "party", TIDE_RECORD_PARTY, "<b>New</b> & co");
  g_assert_nonnull (record);
  g_assert_cmpstr (tide_payload_get_label (record, TIDE_LANGUAGE_EN), ==, "<b>New</b> & co");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_widget_get_ancestor (
                       find_row (form, entry, "party"), ADW_TYPE_EXPANDER_ROW))),
                   ==, "<b>New</b> & co");

  record = add_from_row (form, draft, "division", TIDE_RECORD_DIVISION, "West");
  g_assert_cmpstr (tide_payload_get_label (record, TIDE_LANGUAGE_EN), ==, "West");
  entry = add_entry (form, "amounts", "Add A_mount");
  record = add_from_row (form, entry, "source", TIDE_RECORD_SOURCE, "Another paper");
  g_assert_cmpstr (TIDE_SOURCE_PAYLOAD (record)->title, ==, "Another paper");

  g_assert_cmpuint (form->n_steps, ==, 3);
  g_assert_cmpuint (form->n_saved, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (form, draft, "name/en"))), ==,
                   "Half-filled");
}

/* The row that adds sources to the project, and the list of them. */
static void
test_manage_sources (Form *form, gconstpointer data)
{
  TideField *sources = tide_draft_get_field (get_draft (form), "sources");
  GtkWidget *adder = find_titled (GTK_WIDGET (form->dialog), TIDE_TYPE_REFERENCE_ROW, "Add Source");
  AdwDialog *list;
  AdwDialog *record;
  TideDraft *draft;

  g_assert_true (gtk_widget_activate_action (adder, "reference.manage", NULL));
  tide_test_settle (150);
  list = adw_window_get_visible_dialog (form->window);
  g_assert_true (TIDE_IS_VOCABULARY_DIALOG (list));
  gtk_widget_activate_action (GTK_WIDGET (list), "vocabulary.add", NULL);
  tide_test_settle (150);
  record = adw_window_get_visible_dialog (form->window);
  draft = tide_record_dialog_get_draft (TIDE_RECORD_DIALOG (record));
  tide_field_set_text (tide_draft_get_field (draft, "title"), "Minutes");
  gtk_widget_activate_action (GTK_WIDGET (record), "form.save", NULL);
  tide_test_settle (150);
  g_assert_true (adw_window_get_visible_dialog (form->window) == list);
  adw_dialog_close (list);
  tide_test_settle (150);

  g_assert_nonnull (find_titled (GTK_WIDGET (form->dialog), ADW_TYPE_ACTION_ROW, "Minutes"));
  g_assert_nonnull (
      tide_register_lookup (form->reg, TIDE_RECORD_SOURCE, tide_field_get_text (sources)));
  g_assert_cmpstr (tide_reference_row_get_reference (TIDE_REFERENCE_ROW (adder)), ==, "");
}

static void
test_enter_saves (Form *form, gconstpointer data)
{
  press_keys ("W i n d Tab Tab 7 Return");
  g_assert_null (form->dialog);
  g_assert_cmpuint (form->n_steps, ==, 1);
  g_assert_cmpstr (lookup_saved (form)->name.en, ==, "Wind");
  g_assert_cmpstr (lookup_saved (form)->number, ==, "7");
}

static void
test_escape (Form *form, gconstpointer data)
{
  press_keys ("x Escape");
  g_assert_true (ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (form->window)));
  press_keys ("Escape");
  g_assert_true (adw_window_get_visible_dialog (form->window) == ADW_DIALOG (form->dialog));
  press_keys ("Escape");
  g_assert_true (ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (form->window)));
  press_keys ("alt+d");
  g_assert_null (form->dialog);
  assert_untouched (form);
}

static void
test_escape_unchanged (Form *form, gconstpointer data)
{
  press_keys ("Escape");
  g_assert_null (form->dialog);
  assert_untouched (form);
}

static void
test_mnemonics (Form *form, gconstpointer data)
{
  GListModel *amounts = tide_draft_get_entries (get_draft (form), "amounts");
  g_autoptr (TideDraft) entry = NULL;

  press_keys ("alt+m");
  g_assert_cmpuint (g_list_model_get_n_items (amounts), ==, 1);
  entry = g_list_model_get_item (amounts, 0);
  g_assert_true (has_focus (form, find_row (form, entry, "written")));
  press_keys ("5 Tab");
  g_assert_cmpstr (tide_field_get_text (tide_draft_get_field (entry, "written")), ==, "5");
  press_keys ("alt+s");
  g_assert_true (has_focus (form, find_row (form, get_draft (form), "name/en")));
  press_keys ("O n e alt+s");
  g_assert_true (has_focus (form, find_row (form, entry, "kind")));
}

/* What can be focused and has no text of its own has a name. */
static void
assert_named (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return;

  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    {
      gboolean has_label = GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget));

      if (!has_label && gtk_widget_get_tooltip_text (widget) == NULL
          && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
        g_error ("a button in %s has no name", G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
    }
  if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    g_assert_true (
        gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
        || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                             GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  if (ADW_IS_PREFERENCES_ROW (widget))
    g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), !=, "");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
unfold_all (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold_all (child);
}

static void
test_names (Form *form, gconstpointer data)
{
  unfold_all (GTK_WIDGET (form->dialog));
  tide_test_settle (150);
  assert_named (GTK_WIDGET (form->dialog));
}

static void
test_narrow (Form *form, gconstpointer data)
{
  int minimum;

  unfold_all (GTK_WIDGET (form->dialog));
  gtk_widget_measure (adw_dialog_get_child (ADW_DIALOG (form->dialog)), GTK_ORIENTATION_HORIZONTAL,
                      -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

int
main (int argc, char **argv)
{
  /* with-display gives folders of our own; isolating the data folders too would hide GTK's schemas
   */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

#define ADD(path, project, test)                                                                   \
  g_test_add ("/ui/project-dialog/" path, Form, project, set_up, test, tear_down)

  ADD ("new-project", NULL, test_new_project);
  ADD ("edit", "p1", test_edit);
  ADD ("nothing-changed", "p1", test_nothing_changed);
  ADD ("saved-unchanged", "p1", test_saved_unchanged);
  ADD ("discard", "p1", test_discard);
  ADD ("save-when-asked", "p1", test_save_when_asked);
  ADD ("problems", NULL, test_problems);
  ADD ("amounts", NULL, test_amounts);
  ADD ("shares", "p1", test_shares);
  ADD ("save-and-add", NULL, test_save_and_add);
  ADD ("offered-is-no-change", NULL, test_offered_is_no_change);
  ADD ("changed-meanwhile", "p1", test_changed_meanwhile);
  ADD ("unknown-values", "p1", test_unknown_values);
  ADD ("new-vocabulary", NULL, test_new_vocabulary);
  ADD ("manage-sources", NULL, test_manage_sources);
  ADD ("enter-saves", NULL, test_enter_saves);
  ADD ("escape", "p1", test_escape);
  ADD ("escape-unchanged", "p1", test_escape_unchanged);
  ADD ("mnemonics", NULL, test_mnemonics);
  ADD ("names/new", NULL, test_names);
  ADD ("names/edit", "p1", test_names);
  ADD ("narrow", "p1", test_narrow);

  return g_test_run ();
}
