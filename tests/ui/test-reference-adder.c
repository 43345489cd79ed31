/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-bulk-edit-dialog.h"
#include "ui/dialogs/tide-project-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/dialogs/tide-record-form.h"
#include "ui/rows/tide-entry-fields.h"
#include "ui/rows/tide-field-link.h"
#include "ui/rows/tide-reference-row.h"
#include "ui/rows/tide-references-group.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#define HALF "Half-filled"
#define ADDED "<b>Added</b> & co"

/* A form over a window; it is NULL once it is finalised. */
typedef struct
{
  TideRegister *reg;
  AdwWindow *window;
  AdwDialog *form;
  TideDraft *draft; /* what the form edits */
} Fixture;

/* A field of a form from which a record is made. */
typedef struct
{
  const char *name;
  TideRecordKind form;
  const char *list; /* nullable: where the field is one of an entry */
  const char *path;
  const char *taxonomy; /* nullable: that a new sector is of */
} Case;

static const Case cases[] = {
  { "project/sector", TIDE_RECORD_PROJECT, "sectors", "sector", "chains" },
  { "project/party", TIDE_RECORD_PROJECT, "parties", "party", NULL },
  { "project/division", TIDE_RECORD_PROJECT, NULL, "division", NULL },
  { "project/event", TIDE_RECORD_PROJECT, NULL, "event", NULL },
  { "project/later-events", TIDE_RECORD_PROJECT, NULL, "later-events", NULL },
  { "project/parent", TIDE_RECORD_PROJECT, NULL, "parent", NULL },
  { "project/sources", TIDE_RECORD_PROJECT, NULL, "sources", NULL },
  { "project/source-of-amount", TIDE_RECORD_PROJECT, "amounts", "source", NULL },
  { "project/event-of-amount", TIDE_RECORD_PROJECT, "amounts", "event", NULL },
  { "event/sectors", TIDE_RECORD_EVENT, NULL, "sectors", "fields" },
  { "event/sources", TIDE_RECORD_EVENT, NULL, "sources", NULL },
  { "event/source-of-declared", TIDE_RECORD_EVENT, "declared/amounts", "source", NULL },
  { "indicator/taxonomy", TIDE_RECORD_INDICATOR, NULL, "subject/taxonomy", NULL },
  { "indicator/sector", TIDE_RECORD_INDICATOR, NULL, "subject/sector", "fields" },
  { "indicator/division", TIDE_RECORD_INDICATOR, NULL, "division", NULL },
  { "target/sector", TIDE_RECORD_TARGET, NULL, "sector", "chains" },
  { "target/division", TIDE_RECORD_TARGET, NULL, "division", NULL },
  { "target/event", TIDE_RECORD_TARGET, NULL, "event", NULL },
  { "target/indicator", TIDE_RECORD_TARGET, NULL, "indicator", NULL },
  { "target/sources", TIDE_RECORD_TARGET, NULL, "sources", NULL },
  { "sector/parent", TIDE_RECORD_SECTOR, NULL, "parent", "fields" },
  { "sector/maps-to", TIDE_RECORD_SECTOR, "maps-to", "sector", "chains" },
  { "taxonomy/sources", TIDE_RECORD_TAXONOMY, NULL, "sources", NULL },
  { "division/parent", TIDE_RECORD_DIVISION, NULL, "parent", NULL },
  { "rate/source", TIDE_RECORD_RATE, NULL, "source", NULL },
  { "rate/set", TIDE_RECORD_RATE, NULL, "set", NULL },
  { "register/rate-set", TIDE_RECORD_REGISTER, NULL, "rate-set", NULL },
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  adw_window_set_content (fixture->window, adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->form != NULL)
    adw_dialog_force_close (fixture->form);
  tide_test_settle (100);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_null (fixture->form);
  g_assert_finalize_object (fixture->reg);
}

static void
present (Fixture *fixture, gpointer form)
{
  g_set_weak_pointer (&fixture->form, ADW_DIALOG (form));
  adw_dialog_present (fixture->form, GTK_WIDGET (fixture->window));
  tide_test_settle (100);
}

static void
open_record_form (Fixture *fixture, TideRecordKind kind, const TidePayload *payload)
{
  TideRecordDialog *form = tide_record_dialog_new (fixture->reg, kind, payload);

  present (fixture, form);
  fixture->draft = tide_record_dialog_get_draft (form);
}

static void
open_sector_form (Fixture *fixture)
{
  g_autoptr (TidePayload) payload
      = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_SECTOR), NULL);

  tide_test_payload_set (payload, "taxonomy", "fields");
  open_record_form (fixture, TIDE_RECORD_SECTOR, payload);
}

static void
open_project_form (Fixture *fixture)
{
  TideProjectDialog *form = tide_project_dialog_new (fixture->reg, NULL);

  present (fixture, form);
  fixture->draft = tide_project_dialog_get_draft (form);
}

static void
open_form (Fixture *fixture, TideRecordKind kind)
{
  if (kind == TIDE_RECORD_PROJECT)
    open_project_form (fixture);
  else if (kind == TIDE_RECORD_SECTOR)
    open_sector_form (fixture);
  else if (kind == TIDE_RECORD_REGISTER)
    open_record_form (fixture, kind, &tide_register_get_settings (fixture->reg)->base);
  else
    open_record_form (fixture, kind, NULL);
}

/* What a form is half filled with. */
static TideField *
get_name (TideDraft *draft)
{
  static const char *const paths[] = { "name/en", "title/en", "title", "value" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    if (tide_draft_get_field (draft, paths[i]) != NULL)
      return tide_draft_get_field (draft, paths[i]);

  g_assert_not_reached ();
}

/* The row that chooses for @field, or that adds to the records in it. */
static GtkWidget *
find_chooser (GtkWidget *widget, TideField *field)
{
  if (TIDE_IS_REFERENCES_GROUP (widget)
      && tide_references_group_get_field (TIDE_REFERENCES_GROUP (widget)) == field)
    return tide_test_find_child (widget, TIDE_TYPE_REFERENCE_ROW);
  if (TIDE_IS_REFERENCE_ROW (widget)
      && tide_reference_row_get_field (TIDE_REFERENCE_ROW (widget)) == field)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_chooser (child, field);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Opens the form of the new record over the half-filled one. */
static AdwDialog *
open_adder (Fixture *fixture, GtkWidget *chooser, const char *taxonomy)
{
  if (taxonomy != NULL)
    g_assert_true (gtk_widget_activate_action (chooser, "reference.add-sector", "s", taxonomy));
  else
    g_assert_true (gtk_widget_activate_action (chooser, "reference.add", NULL));
  tide_test_settle (100);
  g_assert_false (adw_window_get_visible_dialog (fixture->window) == fixture->form);

  return adw_window_get_visible_dialog (fixture->window);
}

static void
fill_and_save (AdwDialog *dialog)
{
  TideDraft *draft = TIDE_IS_PROJECT_DIALOG (dialog)
                         ? tide_project_dialog_get_draft (TIDE_PROJECT_DIALOG (dialog))
                         : tide_record_dialog_get_draft (TIDE_RECORD_DIALOG (dialog));

  tide_field_set_text (get_name (draft), ADDED);
  if (tide_draft_get_field (draft, "measure") != NULL)
    tide_field_set_text (tide_draft_get_field (draft, "measure"), "output");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL));
  tide_test_settle (100);
}

static void
assert_chosen (Fixture *fixture, TideField *field, GtkWidget *chooser, const char *taxonomy)
{
  const TideRecordKind kind
      = tide_record_kind_from_name (tide_reference_row_get_kind (TIDE_REFERENCE_ROW (chooser)));
  const TidePayload *added
      = tide_register_lookup_payload (fixture->reg, kind, tide_field_get_text (field));

  g_assert_nonnull (added);
  g_assert_cmpstr (tide_payload_get_label (added, TIDE_LANGUAGE_EN), ==, ADDED);
  if (taxonomy != NULL)
    g_assert_cmpstr (TIDE_SECTOR_PAYLOAD (added)->taxonomy, ==, taxonomy);
}

/* What was typed stays, and what was made is chosen; the form itself has changed nothing. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  const Case *item = data;
  TideDraft *draft;
  TideField *field;
  GtkWidget *chooser;

  open_form (fixture, item->form);
  tide_field_set_text (get_name (fixture->draft), HALF);
  draft
      = item->list != NULL ? tide_draft_append_entry (fixture->draft, item->list) : fixture->draft;
  field = tide_draft_get_field (draft, item->path);
  chooser = find_chooser (GTK_WIDGET (fixture->form), field);
  g_assert_nonnull (chooser);

  fill_and_save (open_adder (fixture, chooser, item->taxonomy));
  g_assert_true (adw_window_get_visible_dialog (fixture->window) == fixture->form);
  assert_chosen (fixture, field, chooser, item->taxonomy);
  g_assert_cmpstr (tide_field_get_text (get_name (fixture->draft)), ==, HALF);
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_false (tide_register_get_can_undo (fixture->reg));
}

/* Left without saving, it leaves everything as it was. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  TideField *event;
  AdwDialog *dialog;

  open_form (fixture, TIDE_RECORD_PROJECT);
  tide_field_set_text (get_name (fixture->draft), HALF);
  event = tide_draft_get_field (fixture->draft, "event");
  tide_field_set_text (event, "fair");
  dialog = open_adder (fixture, find_chooser (GTK_WIDGET (fixture->form), event), NULL);
  adw_dialog_close (dialog);
  tide_test_settle (100);

  g_assert_true (adw_window_get_visible_dialog (fixture->window) == fixture->form);
  g_assert_cmpstr (tide_field_get_text (event), ==, "fair");
  g_assert_cmpstr (tide_field_get_text (get_name (fixture->draft)), ==, HALF);
  g_assert_false (tide_register_get_can_undo (fixture->reg));
}

static GtkWidget *
find_menu_button (GtkWidget *chooser)
{
  GtkWidget *button = tide_test_find_child (chooser, GTK_TYPE_MENU_BUTTON);

  g_assert_nonnull (button);

  return button;
}

static GMenuModel *
open_menu (GtkWidget *chooser)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (find_menu_button (chooser));

  gtk_menu_button_popup (button);
  tide_test_settle (100);
  gtk_menu_button_popdown (button);

  return gtk_menu_button_get_menu_model (button);
}

static char *
dup_label (GMenuModel *menu, int position)
{
  char *label = NULL;

  g_assert_true (
      g_menu_model_get_item_attribute (menu, position, G_MENU_ATTRIBUTE_LABEL, "s", &label));

  return label;
}

static void
assert_taxonomies (GtkWidget *chooser, const char *first, const char *second)
{
  g_autoptr (GMenuModel) section
      = g_menu_model_get_item_link (open_menu (chooser), 0, G_MENU_LINK_SECTION);
  g_autofree char *first_label = dup_label (section, 0);
  g_autofree char *second_label = second != NULL ? dup_label (section, 1) : NULL;

  g_assert_cmpint (g_menu_model_get_n_items (section), ==, second != NULL ? 2 : 1);
  g_assert_cmpstr (first_label, ==, first);
  g_assert_cmpstr (second_label, ==, second);
}

static GtkWidget *
find_field_chooser (Fixture *fixture, TideDraft *draft, const char *path)
{
  return find_chooser (GTK_WIDGET (fixture->form), tide_draft_get_field (draft, path));
}

/* A new sector is of a classification whose sectors may be chosen. */
static void
test_taxonomies (Fixture *fixture, gconstpointer data)
{
  TideDraft *mapping;

  open_form (fixture, TIDE_RECORD_SECTOR);
  mapping = tide_draft_append_entry (fixture->draft, "maps-to");
  assert_taxonomies (find_field_chooser (fixture, fixture->draft, "parent"), "Fields", NULL);
  assert_taxonomies (find_field_chooser (fixture, mapping, "sector"), "Chains", NULL);
}

static void
rename_taxonomy (TideRegister *reg, const char *id, const char *name)
{
  g_autoptr (TideDraft) draft = tide_draft_new (
      reg, TIDE_RECORD_TAXONOMY, tide_register_lookup_payload (reg, TIDE_RECORD_TAXONOMY, id));

  tide_field_set_text (tide_draft_get_field (draft, "name/en"), name);
  g_assert_true (tide_draft_commit (draft, NULL, NULL));
}

/* The menu is of the register as it is; names are no mnemonics. */
static void
test_menu_follows (Fixture *fixture, gconstpointer data)
{
  TideDraft *entry;
  GtkWidget *chooser;

  open_form (fixture, TIDE_RECORD_PROJECT);
  entry = tide_draft_append_entry (fixture->draft, "sectors");
  chooser = find_field_chooser (fixture, entry, "sector");
  assert_taxonomies (chooser, "Fields", "Chains");
  rename_taxonomy (fixture->reg, "fields", "my_fields");
  assert_taxonomies (chooser, "my__fields", "Chains");
}

static void
retire_taxonomy (TideRegister *reg, const char *id)
{
  g_autoptr (TideStep) step = tide_register_new_retire_step (reg, TIDE_RECORD_TAXONOMY, id, TRUE);

  g_assert_true (tide_register_apply (reg, step, NULL));
}

/* Where no classification is offered, one is made first, and then a sector of it. */
static void
test_first_taxonomy (Fixture *fixture, gconstpointer data)
{
  TideDraft *entry;
  TideField *field;
  GtkWidget *chooser;
  g_autofree char *label = NULL;
  const TidePayload *sector;

  retire_taxonomy (fixture->reg, "fields");
  retire_taxonomy (fixture->reg, "chains");
  open_form (fixture, TIDE_RECORD_PROJECT);
  entry = tide_draft_append_entry (fixture->draft, "sectors");
  field = tide_draft_get_field (entry, "sector");
  chooser = find_chooser (GTK_WIDGET (fixture->form), field);
  label = dup_label (open_menu (chooser), 0);
  g_assert_cmpstr (label, ==, "_New Classification…");

  g_assert_true (gtk_widget_activate_action (chooser, "reference.add-taxonomy", NULL));
  tide_test_settle (100);
  fill_and_save (adw_window_get_visible_dialog (fixture->window));
  g_assert_cmpstr (adw_dialog_get_title (adw_window_get_visible_dialog (fixture->window)), ==,
                   "New Sector");
  fill_and_save (adw_window_get_visible_dialog (fixture->window));
  assert_chosen (fixture, field, chooser, NULL);
  sector = tide_register_lookup_payload (fixture->reg, TIDE_RECORD_SECTOR,
                                         tide_field_get_text (field));
  g_assert_cmpstr (
      tide_payload_get_label (tide_register_lookup_payload (fixture->reg, TIDE_RECORD_TAXONOMY,
                                                            TIDE_SECTOR_PAYLOAD (sector)->taxonomy),
                              TIDE_LANGUAGE_EN),
      ==, ADDED);
}

/* Of several projects at once: the value is the new record, and they are looked at with it. */
static void
test_bulk (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "p1", "p2", "p3", NULL };
  TideBulkEditDialog *dialog = tide_bulk_edit_dialog_new (fixture->reg, ids);
  GtkWidget *chooser;
  TideField *event;

  present (fixture, dialog);
  tide_bulk_edit_dialog_choose (dialog, "event", TIDE_BULK_SET);
  event = tide_draft_get_field (tide_bulk_edit_dialog_get_draft (dialog), "event");
  chooser = find_chooser (GTK_WIDGET (dialog), event);
  g_assert_nonnull (chooser);
  fill_and_save (open_adder (fixture, chooser, NULL));
  while (tide_bulk_edit_dialog_is_busy (dialog))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (adw_window_get_visible_dialog (fixture->window) == fixture->form);
  assert_chosen (fixture, event, chooser, NULL);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (dialog), "3 of 3 projects change."));
}

static gboolean
can_add (GtkWidget *widget)
{
  const char *name = gtk_widget_get_tooltip_text (widget);

  if (name != NULL && (g_str_has_prefix (name, "New ") || g_str_has_prefix (name, "Add or ")))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (can_add (child))
      return TRUE;

  return FALSE;
}

static guint
check_choosers (GtkWidget *widget)
{
  guint n = 0;

  if (TIDE_IS_REFERENCE_ROW (widget))
    {
      g_test_message ("%s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
      g_assert_true (can_add (widget));
      return 1;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_choosers (child);

  return n;
}

static void
add_entries (TideDraft *draft, TideRecordKind kind)
{
  const TideShape *shape = tide_shape_for_kind (kind);

  for (guint i = 0; i < shape->n_members; i++)
    if (shape->members[i].kind == TIDE_MEMBER_ENTRIES
        && tide_entry_form_find (kind, shape->members[i].name) != NULL)
      tide_draft_append_entry (draft, shape->members[i].name);
}

/* From whatever chooser of a form, a record can be made. */
static void
test_every_chooser (Fixture *fixture, gconstpointer data)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      if (kind != TIDE_RECORD_PROJECT && tide_record_form_find (kind) == NULL)
        continue;

      open_form (fixture, kind);
      add_entries (fixture->draft, kind);
      g_test_message ("%s: %u", tide_shape_for_kind (kind)->name,
                      check_choosers (GTK_WIDGET (fixture->form)));
      adw_dialog_force_close (fixture->form);
      tide_test_settle (100);
      g_assert_null (fixture->form);
    }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/ui/reference-adder/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/reference-adder/add/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_add, tear_down);
    }
  ADD ("escape", test_escape);
  ADD ("taxonomies", test_taxonomies);
  ADD ("menu-follows", test_menu_follows);
  ADD ("first-taxonomy", test_first_taxonomy);
  ADD ("bulk", test_bulk);
  ADD ("every-chooser", test_every_chooser);

  return g_test_run ();
}
