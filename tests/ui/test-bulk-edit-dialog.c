/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-bulk-edit-dialog.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

static const char *const all[] = { "p1", "p2", "p3", NULL };

/* A dialog over a window; it is NULL once it is finalised. */
typedef struct
{
  TideRegister *reg;
  AdwWindow *window;
  TideBulkEditDialog *dialog;
  guint n_edited;
} Fixture;

/* What the dialog says beforehand. */
typedef struct
{
  const char *name;
  const char *path;
  TideBulkAct act;
  const char *typed;   /* nullable: into the field itself */
  const char *summary; /* how many change, and how many do not */
  const char *refused; /* nullable: the project that is left out */
  const char *reason;  /* nullable: and why */
} Preview;

static const Preview previews[] = {
  { "empty", "division", TIDE_BULK_SET, NULL, "No value is given yet.", NULL, NULL },
  { "same", "division", TIDE_BULK_SET, "east", "2 of 3 projects change. 1 is so already.", NULL,
    NULL },
  { "left-out", "parent", TIDE_BULK_SET, "p3", "2 of 3 projects change. 1 cannot be changed.",
    "机器人项目", "“机器人项目” is above itself." },
  { "nobody", "name/zh", TIDE_BULK_CLEAR, NULL,
    "0 of 3 projects change. 2 are so already. 1 cannot be changed.", "机器人项目",
    "This is needed." },
};

static void
on_edited (Fixture *fixture)
{
  fixture->n_edited++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  adw_window_set_content (fixture->window, adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_set_weak_pointer (&fixture->dialog, tide_bulk_edit_dialog_new (fixture->reg, all));
  g_signal_connect_swapped (fixture->dialog, "edited", G_CALLBACK (on_edited), fixture);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  tide_test_settle (100);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_null (fixture->dialog);
  g_assert_finalize_object (fixture->reg);
}

static void
choose (Fixture *fixture, const char *path, TideBulkAct act, const char *typed)
{
  TideDraft *draft;

  tide_bulk_edit_dialog_choose (fixture->dialog, path, act);
  draft = tide_bulk_edit_dialog_get_draft (fixture->dialog);
  if (typed != NULL)
    tide_field_set_text (tide_draft_get_field (draft, path), typed);
  while (tide_bulk_edit_dialog_is_busy (fixture->dialog))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return tide_test_find_label (GTK_WIDGET (fixture->dialog), text) != NULL;
}

static const TideProjectPayload *
get_project (Fixture *fixture, const char *id)
{
  return TIDE_PROJECT_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, id));
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  const Preview *preview = data;
  GtkWidget *row = tide_test_find_child (GTK_WIDGET (fixture->dialog), ADW_TYPE_EXPANDER_ROW);

  choose (fixture, preview->path, preview->act, preview->typed);
  g_assert_true (says (fixture, preview->summary));
  g_assert_true (gtk_widget_get_visible (row) == (preview->refused != NULL));
  if (preview->refused != NULL)
    {
      g_assert_true (says (fixture, preview->refused));
      g_assert_true (says (fixture, preview->reason));
    }
  g_assert_false (tide_register_get_can_undo (fixture->reg));
}

/* Another choice says anew who is left out. */
static void
test_other_choice (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "name/zh", TIDE_BULK_CLEAR, NULL);
  g_assert_true (says (fixture, "This is needed."));
  choose (fixture, "in-charge", TIDE_BULK_SET, "Bureau");
  g_assert_true (says (fixture, "3 of 3 projects change."));
  g_assert_false (says (fixture, "This is needed."));
}

/* Goes as far as to where the register works out the step. */
static void
begin_to_apply (Fixture *fixture)
{
  choose (fixture, "in-charge", TIDE_BULK_SET, "Bureau");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "bulk.change", NULL);
  g_assert_null (get_project (fixture, "p1")->in_charge);
}

/* Neither Escape nor the button closes it meanwhile, and it does not change them twice. */
static void
test_stays (Fixture *fixture, gconstpointer data)
{
  begin_to_apply (fixture);
  g_assert_false (adw_dialog_close (ADW_DIALOG (fixture->dialog)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "bulk.cancel", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "bulk.change", NULL);
  while (fixture->n_edited == 0)
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (100);

  g_assert_null (fixture->dialog);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpstr (get_project (fixture, "p1")->in_charge, ==, "Bureau");
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_false (tide_register_get_can_undo (fixture->reg));
  g_assert_null (get_project (fixture, "p1")->in_charge);
}

/* What is refused is told, and the dialog is there to try again or to be closed. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  AdwDialog *alert;

  begin_to_apply (fixture);
  tide_register_make_read_only (fixture->reg);
  while (!adw_dialog_get_can_close (ADW_DIALOG (fixture->dialog)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_edited, ==, 0);
  g_assert_null (get_project (fixture, "p1")->in_charge);

  alert = adw_window_get_visible_dialog (fixture->window);
  g_assert_true (ADW_IS_ALERT_DIALOG (alert));
  adw_dialog_force_close (alert);
  tide_test_settle (100);
  g_assert_true (gtk_widget_is_sensitive (
      tide_test_find_child (GTK_WIDGET (fixture->dialog), ADW_TYPE_COMBO_ROW)));
  g_assert_true (adw_dialog_close (ADW_DIALOG (fixture->dialog)));
}

static void
add (const char *path, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (previews); i++)
    {
      g_autofree char *path = g_strconcat ("/bulk-edit-dialog/preview/", previews[i].name, NULL);

      add (path, &previews[i], test_preview);
    }
  add ("/bulk-edit-dialog/other-choice", NULL, test_other_choice);
  add ("/bulk-edit-dialog/stays", NULL, test_stays);
  add ("/bulk-edit-dialog/refused", NULL, test_refused);

  return g_test_run ();
}
