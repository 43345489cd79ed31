/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brief/tide-template.h"
#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-placeholder-list.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/dialogs/tide-template-editor.h"
#include "ui/dialogs/tide-template-preview.h"
#include "ui/dialogs/tide-template-text.h"
#include "ui/dialogs/tide-templates-dialog.h"
#include "ui/dialogs/tide-templates-page.h"
#include "ui/rows/tide-template-row.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#define STRANGE "<b>&\"x\"</b>\u202e"
#define WORDING "# Note\n\n{projects.count} recorded.\n"
#define LIMIT 5000 /* ms until what is done in a thread must be there */

/* The templates of a register over a window; the dialog is NULL once it is finalised. */
typedef struct
{
  TideRegister *reg;
  AdwWindow *window;
  AdwDialog *dialog;
} Fixture;

static void
apply (TideRegister *reg, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  tide_register_apply (reg, step, &error);
  g_assert_no_error (error);
  tide_step_unref (step);
  tide_test_settle (50);
}

static void
add_template (TideRegister *reg, const char *id, const char *en, const char *wording)
{
  TidePayload *template = tide_test_payload_new (TIDE_RECORD_TEMPLATE, id, en);

  tide_test_payload_set (template, "language", "en");
  tide_test_payload_set (template, "wording", wording);
  apply (reg, tide_register_new_add_step (reg, TIDE_RECORD_TEMPLATE, template));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  add_template (fixture->reg, "00", STRANGE, WORDING);
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 800);
  adw_window_set_content (fixture->window, adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
  if (data != NULL)
    tide_register_make_read_only (fixture->reg);

  g_set_weak_pointer (&fixture->dialog, tide_templates_dialog_new (fixture->reg));
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  tide_test_settle (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    adw_dialog_force_close (fixture->dialog);
  tide_test_settle (300);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_null (fixture->dialog);
  g_assert_finalize_object (fixture->reg);
}

/* The list ---------------------------------------------------------------------------------- */

static gpointer
get_part (Fixture *fixture, GType type, const char *name)
{
  GtkWidget *widget = tide_test_find_child (GTK_WIDGET (fixture->dialog), type);

  g_assert_nonnull (widget);

  return gtk_widget_get_template_child (widget, type, name);
}

static GtkWidget *
get_row (Fixture *fixture, const char *list, int index)
{
  GtkListBoxRow *row
      = gtk_list_box_get_row_at_index (get_part (fixture, TIDE_TYPE_TEMPLATES_PAGE, list), index);

  return GTK_WIDGET (row);
}

static guint
count_templates (Fixture *fixture)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (tide_register_get_list (fixture->reg, TIDE_RECORD_TEMPLATE)));
}

static const TideTemplatePayload *
get_template (Fixture *fixture, guint index)
{
  g_autoptr (TideRecord) record = g_list_model_get_item (
      G_LIST_MODEL (tide_register_get_list (fixture->reg, TIDE_RECORD_TEMPLATE)), index);

  return TIDE_TEMPLATE_PAYLOAD (tide_record_get_payload (record));
}

static void
act (GtkWidget *widget, const char *action)
{
  g_assert_nonnull (widget);
  gtk_widget_activate_action (widget, action, NULL);
  tide_test_settle (100);
}

/* The editor -------------------------------------------------------------------------------- */

static GtkWidget *
get_editor (Fixture *fixture)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (
      get_part (fixture, TIDE_TYPE_TEMPLATES_DIALOG, "view"));

  return TIDE_IS_TEMPLATE_EDITOR (page) ? GTK_WIDGET (page) : NULL;
}

static gpointer
get_editor_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (get_editor (fixture), TIDE_TYPE_TEMPLATE_EDITOR, name);
}

static TideTemplateText *
get_text (Fixture *fixture)
{
  return get_editor_part (fixture, "text");
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text (fixture)));
}

static void
type_text (Fixture *fixture, const char *text)
{
  gtk_text_buffer_set_text (get_buffer (fixture), text, -1);
  tide_template_text_check (get_text (fixture));
}

static void
type_field (Fixture *fixture, const char *path, const char *text)
{
  TideDraft *draft = tide_template_editor_get_draft (TIDE_TEMPLATE_EDITOR (get_editor (fixture)));

  tide_field_set_text (tide_draft_get_field (draft, path), text);
}

static guint
get_cursor (Fixture *fixture)
{
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_mark (get_buffer (fixture), &place,
                                    gtk_text_buffer_get_insert (get_buffer (fixture)));

  return (guint) gtk_text_iter_get_offset (&place);
}

static gboolean
has_tag (Fixture *fixture, const char *name, int offset)
{
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &place, offset);

  return gtk_text_iter_has_tag (
      &place,
      gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (get_buffer (fixture)), name));
}

static AdwActionRow *
get_problem (Fixture *fixture, int index)
{
  return ADW_ACTION_ROW (
      gtk_list_box_get_row_at_index (get_editor_part (fixture, "problems_list"), index));
}

static void
respond (Fixture *fixture, const char *response)
{
  AdwDialog *question = adw_window_get_visible_dialog (fixture->window);

  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_signal_emit_by_name (question, "response", response);
  adw_dialog_force_close (question);
  tide_test_settle (100);
}

static gboolean
is_asking (Fixture *fixture)
{
  return ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (fixture->window));
}

static gboolean
has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static char *
dup_preview (Fixture *fixture)
{
  GtkTextBuffer *buffer = get_part (fixture, TIDE_TYPE_TEMPLATE_PREVIEW, "buffer");
  GtkTextIter begin;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);

  return gtk_text_buffer_get_text (buffer, &begin, &end, FALSE);
}

static void
wait_for_preview (Fixture *fixture, const char *expected)
{
  for (guint waited = 0; waited < LIMIT; waited += 20)
    {
      g_autofree char *text = dup_preview (fixture);

      if (g_str_equal (text, expected))
        return;
      tide_test_settle (20);
    }

  {
    g_autofree char *text = dup_preview (fixture);

    g_assert_cmpstr (text, ==, expected);
  }
}

/* Tests ------------------------------------------------------------------------------------- */

static void
test_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *own = get_row (fixture, "own_list", 0);
  GtkWidget *built_in = get_row (fixture, "built_in_list", 0);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (own)), ==, STRANGE);
  g_assert_false (adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (own)));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (own)), ==,
                   "English · For any briefing");
  g_assert_null (get_row (fixture, "own_list", 1));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (built_in)), ==,
                   "Press briefing");
  g_assert_nonnull (get_row (fixture, "built_in_list", 3));
  g_assert_null (get_row (fixture, "built_in_list", 4));

  add_template (fixture->reg, "zz1", "Wrong", "{nothing}");
  add_template (fixture->reg, "zz2", "Fair", "{event.name}");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (fixture, "own_list", 1))),
                   ==, "English · Has mistakes");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (fixture, "own_list", 2))),
                   ==, "English · For briefings of an event");
}

/* A copy of a built-in template is the register's from its saving on, by one step. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wording = tide_template_dup_built_in ("press", TIDE_LANGUAGE_EN);

  act (get_row (fixture, "built_in_list", 0), "vocabulary.copy");
  g_assert_nonnull (get_editor (fixture));
  g_assert_true (has_focus (fixture, get_editor_part (fixture, "name_en_row")));
  g_assert_cmpuint (count_templates (fixture), ==, 1);
  act (get_editor (fixture), "form.save");
  g_assert_null (get_editor (fixture));
  g_assert_cmpuint (count_templates (fixture), ==, 2);
  g_assert_cmpstr (get_template (fixture, 1)->name.en, ==, "Press briefing (copy)");
  g_assert_cmpstr (get_template (fixture, 1)->name.zh, ==, "新闻通稿（副本）");
  g_assert_cmpstr (get_template (fixture, 1)->language, ==, "en");
  g_assert_cmpstr (get_template (fixture, 1)->wording, ==, wording);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == get_row (fixture, "own_list", 1));

  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpuint (count_templates (fixture), ==, 1);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  act (get_row (fixture, "own_list", 0), "vocabulary.edit");
  wait_for_preview (fixture, "Note\n2 projects recorded.");
  type_field (fixture, "name/en", "Short");
  type_text (fixture, "{projects.count} now.");
  wait_for_preview (fixture, "2 projects now.");
  adw_combo_row_set_selected (get_editor_part (fixture, "language_row"), 1);
  wait_for_preview (fixture, "2个项目 now.");
  g_assert_cmpstr (get_template (fixture, 0)->wording, ==, WORDING);

  act (get_editor (fixture), "form.save");
  g_assert_cmpstr (get_template (fixture, 0)->name.en, ==, "Short");
  g_assert_cmpstr (get_template (fixture, 0)->wording, ==, "{projects.count} now.");
  g_assert_cmpstr (get_template (fixture, 0)->language, ==, "zh");
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpstr (get_template (fixture, 0)->name.en, ==, STRANGE);
  g_assert_cmpstr (get_template (fixture, 0)->wording, ==, WORDING);
}

/* Each mistake is named with its place, underlined there, and reached from its row; saving goes to
 * the first of them. */
static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  act (get_row (fixture, "own_list", 0), "vocabulary.edit");
  type_text (fixture, "甲乙 {event.nmae}\n[{kind.amount} ok");
  g_assert_true (gtk_widget_get_visible (get_editor_part (fixture, "problems_frame")));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_problem (fixture, 0))),
                   ==, "There is no placeholder “{event.nmae}”.");
  g_assert_cmpstr (adw_action_row_get_subtitle (get_problem (fixture, 0)), ==, "Line 1, column 4");
  g_assert_cmpstr (adw_action_row_get_subtitle (get_problem (fixture, 1)), ==, "Line 2, column 1");
  g_assert_cmpstr (adw_action_row_get_subtitle (get_problem (fixture, 2)), ==, "Line 2, column 2");
  g_assert_null (get_problem (fixture, 3));
  g_assert_false (has_tag (fixture, "problem", 2));
  g_assert_true (has_tag (fixture, "problem", 3));
  g_assert_true (has_tag (fixture, "value", 14));
  g_assert_false (has_tag (fixture, "problem", 15));

  g_signal_emit_by_name (get_editor_part (fixture, "problems_list"), "row-activated",
                         get_problem (fixture, 2));
  g_assert_cmpuint (get_cursor (fixture), ==, 17);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == GTK_WIDGET (get_text (fixture)));

  act (get_editor (fixture), "form.save");
  g_assert_nonnull (get_editor (fixture));
  g_assert_cmpuint (get_cursor (fixture), ==, 3);
  g_assert_cmpstr (get_template (fixture, 0)->wording, ==, WORDING);

  type_text (fixture, "fine");
  g_assert_false (gtk_widget_get_visible (get_editor_part (fixture, "problems_frame")));
  act (get_editor (fixture), "form.save");
  g_assert_cmpstr (get_template (fixture, 0)->wording, ==, "fine");
}

/* What is typed is looked at without being asked, a moment later. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  act (get_row (fixture, "own_list", 0), "vocabulary.edit");
  gtk_text_buffer_insert_at_cursor (get_buffer (fixture), "{", 1);
  for (guint waited = 0; waited < LIMIT && get_problem (fixture, 0) == NULL; waited += 20)
    tide_test_settle (20);
  g_assert_cmpstr (adw_action_row_get_subtitle (get_problem (fixture, 0)), ==, "Line 1, column 1");
  type_text (fixture, WORDING);
}

/* Without a name or a text, nothing is saved. */
static void
test_needed (Fixture *fixture, gconstpointer data)
{
  act (tide_test_find_child (GTK_WIDGET (fixture->dialog), TIDE_TYPE_TEMPLATES_PAGE),
       "templates.new");
  type_text (fixture, " \n");
  act (get_editor (fixture), "form.save");
  g_assert_nonnull (get_editor (fixture));
  type_field (fixture, "name/zh", "短报");
  act (get_editor (fixture), "form.save");
  g_assert_nonnull (get_editor (fixture));
  type_text (fixture, "x");
  act (get_editor (fixture), "form.save");
  g_assert_null (get_editor (fixture));
  g_assert_cmpstr (get_template (fixture, 1)->name.zh, ==, "短报");
}

static void
choose (Fixture *fixture, const char *search, const char *expected)
{
  GtkWidget *list = tide_test_find_child (get_editor (fixture), TIDE_TYPE_PLACEHOLDER_LIST);
  GObject *entry = gtk_widget_get_template_child (list, TIDE_TYPE_PLACEHOLDER_LIST, "search_entry");
  g_autofree char *text = NULL;

  type_text (fixture, "a");
  gtk_editable_set_text (GTK_EDITABLE (entry), search);
  tide_test_settle (50);
  g_signal_emit_by_name (entry, "activate");
  text = tide_template_text_dup_text (get_text (fixture));
  g_assert_cmpstr (text, ==, expected);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == GTK_WIDGET (get_text (fixture)));
  tide_template_text_check (get_text (fixture));
  g_assert_cmpuint (tide_template_text_get_problems (get_text (fixture))->len, ==, 0);
}

static void
test_placeholders (Fixture *fixture, gconstpointer data)
{
  act (get_row (fixture, "own_list", 0), "vocabulary.edit");
  choose (fixture, "how many projects are counted", "a{projects.count}");
  choose (fixture, "活动名称", "a{event.name}");
  choose (fixture, "field.share", "a{list taxonomy}{list field}{field.share}{end}{end}");
  type_text (fixture, WORDING);
}

/* What was typed is not lost by Escape; the question offers to keep it. */
static void
test_question (Fixture *fixture, gconstpointer data)
{
  act (get_row (fixture, "own_list", 0), "vocabulary.edit");
  g_assert_true (adw_dialog_get_can_close (fixture->dialog));
  type_text (fixture, "other");
  g_assert_false (adw_dialog_get_can_close (fixture->dialog));
  g_assert_false (adw_dialog_close (fixture->dialog));
  tide_test_settle (100);
  respond (fixture, "keep");
  g_assert_nonnull (get_editor (fixture));

  act (get_editor (fixture), "form.cancel");
  respond (fixture, "discard");
  g_assert_null (get_editor (fixture));
  g_assert_cmpstr (get_template (fixture, 0)->wording, ==, WORDING);
  g_assert_false (tide_register_has_drafts (fixture->reg));

  act (get_row (fixture, "own_list", 0), "vocabulary.edit");
  type_text (fixture, "third");
  act (get_editor (fixture), "form.cancel");
  respond (fixture, "save");
  g_assert_null (get_editor (fixture));
  g_assert_cmpstr (get_template (fixture, 0)->wording, ==, "third");
  g_assert_true (adw_dialog_get_can_close (fixture->dialog));
}

/* What was not touched goes without a question. */
static void
test_untouched (Fixture *fixture, gconstpointer data)
{
  act (get_row (fixture, "built_in_list", 0), "vocabulary.copy");
  act (get_editor (fixture), "form.cancel");
  g_assert_false (is_asking (fixture));
  g_assert_null (get_editor (fixture));
  g_assert_cmpuint (count_templates (fixture), ==, 1);
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  AdwDialog *form;

  act (get_row (fixture, "own_list", 0), "vocabulary.rename");
  form = adw_window_get_visible_dialog (fixture->window);
  g_assert_true (TIDE_IS_RECORD_DIALOG (form));
  tide_field_set_text (
      tide_draft_get_field (tide_record_dialog_get_draft (TIDE_RECORD_DIALOG (form)), "name/en"),
      "Renamed");
  act (GTK_WIDGET (form), "form.save");
  g_assert_cmpstr (get_template (fixture, 0)->name.en, ==, "Renamed");
  g_assert_cmpstr (get_template (fixture, 0)->wording, ==, WORDING);
  g_assert_cmpstr (
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (fixture, "own_list", 0))), ==,
      "Renamed");
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  act (get_row (fixture, "own_list", 0), "vocabulary.delete");
  g_assert_false (is_asking (fixture));
  g_assert_cmpuint (count_templates (fixture), ==, 0);
  g_assert_true (
      gtk_widget_get_visible (get_part (fixture, TIDE_TYPE_TEMPLATES_PAGE, "empty_label")));
  act (GTK_WIDGET (fixture->dialog), "templates.undo");
  g_assert_cmpuint (count_templates (fixture), ==, 1);
  g_assert_cmpstr (get_template (fixture, 0)->wording, ==, WORDING);
}

/* Saved briefings cannot be written again without it, which is said first. */
static void
test_delete_used (Fixture *fixture, gconstpointer data)
{
  TidePayload *briefing = tide_test_payload_new (TIDE_RECORD_BRIEFING, "b", "Kept");

  tide_test_payload_set (briefing, "template", "00");
  apply (fixture->reg, tide_register_new_add_step (fixture->reg, TIDE_RECORD_BRIEFING, briefing));
  act (get_row (fixture, "own_list", 0), "vocabulary.delete");
  respond (fixture, "cancel");
  g_assert_cmpuint (count_templates (fixture), ==, 1);
  act (get_row (fixture, "own_list", 0), "vocabulary.delete");
  respond (fixture, "delete");
  g_assert_cmpuint (count_templates (fixture), ==, 0);
}

/* What the program has is only read. */
static void
test_built_in (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = get_row (fixture, "built_in_list", 0);

  act (row, "vocabulary.delete");
  act (row, "vocabulary.rename");
  g_assert_true (adw_window_get_visible_dialog (fixture->window) == fixture->dialog);
  act (row, "vocabulary.edit");
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (get_text (fixture))));
  g_assert_false (gtk_widget_get_visible (get_editor_part (fixture, "save_button")));
  act (get_editor (fixture), "form.save");
  g_assert_cmpuint (count_templates (fixture), ==, 1);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  static const char *const acts[] = { "vocabulary.delete", "vocabulary.rename", "vocabulary.copy" };

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    act (get_row (fixture, "own_list", 0), acts[i]);
  act (tide_test_find_child (GTK_WIDGET (fixture->dialog), TIDE_TYPE_TEMPLATES_PAGE),
       "templates.new");
  g_assert_null (get_editor (fixture));
  g_assert_true (adw_window_get_visible_dialog (fixture->window) == fixture->dialog);
  g_assert_cmpuint (count_templates (fixture), ==, 1);

  act (get_row (fixture, "own_list", 0), "vocabulary.edit");
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (get_text (fixture))));
  wait_for_preview (fixture, "Note\n2 projects recorded.");
  g_assert_false (tide_register_has_drafts (fixture->reg));
}

#define ADD(path, test)                                                                            \
  g_test_add ("/ui/templates-dialog/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("list", test_list);
  ADD ("copy", test_copy);
  ADD ("edit", test_edit);
  ADD ("mistakes", test_mistakes);
  ADD ("typing", test_typing);
  ADD ("needed", test_needed);
  ADD ("placeholders", test_placeholders);
  ADD ("question", test_question);
  ADD ("untouched", test_untouched);
  ADD ("rename", test_rename);
  ADD ("delete", test_delete);
  ADD ("delete-used", test_delete_used);
  ADD ("built-in", test_built_in);
  g_test_add ("/ui/templates-dialog/read-only", Fixture, "read-only", set_up, test_read_only,
              tear_down);

  return g_test_run ();
}
