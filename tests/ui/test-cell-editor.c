/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-draft.h"
#include "ui/lists/tide-cell-editor.h"
#include "ui/rows/tide-field-row.h"
#include "ui/rows/tide-reference-row.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

#include <adwaita.h>

typedef struct
{
  TideRegister *reg;
  GtkWidget *window;
  GtkWidget *editor;
} Fixture;

/* What is typed, or the id that is chosen; the path of a field that then says so; the step. */
typedef struct
{
  const char *name;
  const char *project;
  TideOrderKey key;
  const char *title;
  const char *begins;
  const char *typed;
  const char *path;
  const char *label; /* NULL where it is refused */
} Row;

static const Row rows[] = {
  { "name", "p1", TIDE_ORDER_NAME, "Name in English", "Battery plant", "Cell plant", "name/en",
    "Edit Project “"
    "Battery plant”" },
  { "name-of-other-language", "p3", TIDE_ORDER_NAME, "Name in Chinese", "机器人项目", "机器人",
    "name/zh", "Edit Project “机器人项目”" },
  { "other-name", "p1", TIDE_ORDER_OTHER_NAME, "Name in Chinese", "", "电池厂", "name/zh",
    "Edit Project “"
    "Battery plant”" },
  { "number", "p1", TIDE_ORDER_NUMBER, "Number", "2023-001", "7", "number", "" },
  { "number-of-another", "p1", TIDE_ORDER_NUMBER, "Number", "2023-001", "2023-002", "number",
    NULL },
  { "division", "p1", TIDE_ORDER_DIVISION, "Division", "east", "city", "division", "" },
  { "no-division", "p1", TIDE_ORDER_DIVISION, "Division", "east", "", "division", "" },
  { "event", "p2", TIDE_ORDER_EVENT, "Event", "", "fair", "event", "" },
  { "in-charge", "p1", TIDE_ORDER_IN_CHARGE, "Unit in Charge", "", "Bureau", "in-charge", "" },
  { "tags", "p1", TIDE_ORDER_TAGS, "Tags", "", "green, export", "tags", "" },
  { "start", "p1", TIDE_ORDER_PLANNED_START, "Planned Start", "2024-03", "2024-06-01",
    "plans/start", "" },
  { "no-day", "p1", TIDE_ORDER_PLANNED_START, "Planned Start", "2024-03", "2024-06-31",
    "plans/start", NULL },
  { "completion", "p1", TIDE_ORDER_PLANNED_COMPLETION, "Planned Completion", "", "2025",
    "plans/completion", "" },
  { "production", "p1", TIDE_ORDER_PLANNED_PRODUCTION, "Planned Production", "", "2026",
    "plans/production", "" },
  { "amount", "p1", TIDE_ORDER_AMOUNT, "Agreement", "160亿元", "12亿元", "amounts",
    "Edit Amount of “"
    "Battery plant”" },
  { "no-number", "p1", TIDE_ORDER_AMOUNT, "Agreement", "160亿元", "a lot", "amounts", NULL },
  { "no-amount", "p1", TIDE_ORDER_AGREEMENT, "Agreement", "160亿元", "", "amounts",
    "Remove Amount from “"
    "Battery plant”" },
  { "first-amount", "p1", TIDE_ORDER_ARRIVED, NULL, "", "3亿元", "amounts",
    "Add Amount to “"
    "Battery plant”" },
  { "intention", "p2", TIDE_ORDER_INTENTION, "Intention", "", "US$1m", "amounts", "" },
  { "contracted", "p2", TIDE_ORDER_FOREIGN_CONTRACTED, NULL, "", "US$1m", "amounts", "" },
  { "utilised", "p2", TIDE_ORDER_FOREIGN_UTILISED, NULL, "", "US$1m", "amounts", "" },
  { "fixed-asset", "p2", TIDE_ORDER_FIXED_ASSET, NULL, "", "1亿", "amounts", "" },
};

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), gtk_button_new_with_label ("Cell"));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
close_editor (Fixture *fixture)
{
  g_clear_pointer (&fixture->editor, gtk_widget_unparent);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  close_editor (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_finalize_object (fixture->reg);
}

static const TideProjectPayload *
get_project (Fixture *fixture, const char *id)
{
  return TIDE_PROJECT_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, id));
}

static void
open_editor (Fixture *fixture, const char *id, TideOrderKey key)
{
  close_editor (fixture);
  fixture->editor
      = tide_cell_editor_new (fixture->reg, get_project (fixture, id),
                              tide_project_column_find (key), TIDE_AMOUNT_KIND_AGREEMENT);
  gtk_widget_set_parent (fixture->editor, gtk_window_get_child (GTK_WINDOW (fixture->window)));
  tide_cell_editor_open (TIDE_CELL_EDITOR (fixture->editor));
  tide_test_settle (50);
}

static GtkWidget *
get_row (Fixture *fixture)
{
  return tide_test_find_child (fixture->editor, ADW_TYPE_PREFERENCES_ROW);
}

static const char *
get_text (GtkWidget *row)
{
  return TIDE_IS_REFERENCE_ROW (row) ? tide_reference_row_get_reference (TIDE_REFERENCE_ROW (row))
                                     : gtk_editable_get_text (GTK_EDITABLE (row));
}

/* Types it and presses Enter, or chooses it. */
static void
enter (GtkWidget *row, const char *text)
{
  if (TIDE_IS_REFERENCE_ROW (row))
    tide_reference_row_set_reference (TIDE_REFERENCE_ROW (row), text);
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (row), text);
      g_signal_emit_by_name (row, "entry-activated");
    }
}

static char *
dup_amounts (const TideProjectPayload *project)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ((TideAmount *) g_ptr_array_index (project->amounts, i))->written);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What a form would show. */
static char *
dup_value (Fixture *fixture, const char *id, const char *path)
{
  const TideProjectPayload *project = get_project (fixture, id);
  g_autoptr (TideDraft) draft = NULL;

  if (g_str_equal (path, "amounts"))
    return dup_amounts (project);

  draft = tide_draft_new (fixture->reg, TIDE_RECORD_PROJECT, &project->base);

  return g_strdup (tide_field_get_text (tide_draft_get_field (draft, path)));
}

static void
assert_saved (Fixture *fixture, const Row *row, const char *before)
{
  g_autofree char *label = tide_step_dup_label (tide_register_get_undo_step (fixture->reg));
  g_autofree char *after = dup_value (fixture, row->project, row->path);
  g_autofree char *undone = NULL;

  if (*row->label != '\0')
    g_assert_cmpstr (label, ==, row->label);
  g_assert_cmpstr (after, !=, before);
  g_assert_nonnull (strstr (after, row->typed));

  g_assert_true (tide_register_undo (fixture->reg));
  undone = dup_value (fixture, row->project, row->path);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (tide_register_get_can_undo (fixture->reg));
}

static void
assert_refused (Fixture *fixture, const Row *row, GtkWidget *widget)
{
  TideField *field = tide_field_row_get_field (TIDE_FIELD_ROW (widget));

  g_assert_false (tide_register_get_can_undo (fixture->reg));
  g_assert_true (gtk_widget_get_visible (fixture->editor));
  g_assert_cmpstr (get_text (widget), ==, row->typed);
  g_assert_nonnull (tide_field_get_problem (field));
  g_assert_nonnull (tide_test_find_label (fixture->editor, tide_field_get_problem (field)));
}

static void
test_cell (Fixture *fixture, gconstpointer data)
{
  const Row *row = data;
  g_autofree char *before = dup_value (fixture, row->project, row->path);
  GtkWidget *widget;

  open_editor (fixture, row->project, row->key);
  widget = get_row (fixture);
  if (row->title != NULL)
    g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), ==, row->title);
  g_assert_cmpstr (get_text (widget), ==, row->begins);

  enter (widget, row->typed);
  if (row->label == NULL)
    {
      assert_refused (fixture, row, widget);
      return;
    }

  g_assert_false (gtk_widget_get_visible (fixture->editor));
  assert_saved (fixture, row, before);
}

/* Nothing typed, nothing done: not even where there is no amount yet. */
static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  static const TideOrderKey keys[] = { TIDE_ORDER_NAME, TIDE_ORDER_ARRIVED, TIDE_ORDER_TAGS };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      open_editor (fixture, "p1", keys[i]);
      g_signal_emit_by_name (get_row (fixture), "entry-activated");
      g_assert_false (gtk_widget_get_visible (fixture->editor));
      g_assert_false (tide_register_get_can_undo (fixture->reg));
      g_assert_cmpuint (
          g_list_model_get_n_items (G_LIST_MODEL (tide_register_get_drafts (fixture->reg))), ==, 0);
    }
}

/* What is typed outlives a crash, and what was wrong once can be put right. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  GListModel *drafts = G_LIST_MODEL (tide_register_get_drafts (fixture->reg));

  open_editor (fixture, "p1", TIDE_ORDER_AMOUNT);
  g_assert_cmpuint (g_list_model_get_n_items (drafts), ==, 0);
  enter (get_row (fixture), "a lot");
  g_assert_cmpuint (g_list_model_get_n_items (drafts), ==, 1);
  g_assert_false (tide_cell_editor_settle (TIDE_CELL_EDITOR (fixture->editor)));

  gtk_editable_set_text (GTK_EDITABLE (get_row (fixture)), "1亿");
  g_assert_true (tide_cell_editor_settle (TIDE_CELL_EDITOR (fixture->editor)));
  g_assert_cmpuint (g_list_model_get_n_items (drafts), ==, 0);
  g_assert_true (tide_register_get_can_undo (fixture->reg));
}

/* The form would show it at the other name. */
static void
test_last_name (Fixture *fixture, gconstpointer data)
{
  open_editor (fixture, "p3", TIDE_ORDER_NAME);
  enter (get_row (fixture), "");
  g_assert_true (gtk_widget_get_visible (fixture->editor));
  g_assert_false (tide_register_get_can_undo (fixture->reg));
  g_assert_nonnull (tide_test_find_label (fixture->editor, "This is needed."));
}

static void
on_form_requested (gboolean *is_requested)
{
  *is_requested = TRUE;
}

static void
add_second_amount (Fixture *fixture)
{
  g_autoptr (TideDraft) draft
      = tide_draft_new (fixture->reg, TIDE_RECORD_PROJECT, &get_project (fixture, "p1")->base);
  TideDraft *amount = tide_draft_append_entry (draft, "amounts");

  tide_field_set_text (tide_draft_get_field (amount, "kind"), "agreement");
  tide_field_set_text (tide_draft_get_field (amount, "written"), "1亿");
  g_assert_true (tide_draft_commit (draft, NULL, NULL));
}

static void
test_several_amounts (Fixture *fixture, gconstpointer data)
{
  gboolean is_requested = FALSE;
  GtkWidget *button;

  add_second_amount (fixture);
  open_editor (fixture, "p1", TIDE_ORDER_AMOUNT);
  g_assert_null (get_row (fixture));
  button = tide_test_find_child (fixture->editor, GTK_TYPE_BUTTON);
  g_assert_nonnull (
      tide_test_find_label (fixture->editor, "There are several amounts of this kind"));
  g_signal_connect_swapped (fixture->editor, "form-requested", G_CALLBACK (on_form_requested),
                            &is_requested);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (is_requested);
  g_assert_true (tide_cell_editor_settle (TIDE_CELL_EDITOR (fixture->editor)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  tide_ui_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/cell-editor/cell/", rows[i].name, NULL);

      g_test_add (path, Fixture, &rows[i], fixture_set_up, test_cell, fixture_tear_down);
    }
  g_test_add ("/ui/cell-editor/unchanged", Fixture, NULL, fixture_set_up, test_unchanged,
              fixture_tear_down);
  g_test_add ("/ui/cell-editor/typed", Fixture, NULL, fixture_set_up, test_typed,
              fixture_tear_down);
  g_test_add ("/ui/cell-editor/last-name", Fixture, NULL, fixture_set_up, test_last_name,
              fixture_tear_down);
  g_test_add ("/ui/cell-editor/several-amounts", Fixture, NULL, fixture_set_up,
              test_several_amounts, fixture_tear_down);

  return g_test_run ();
}
