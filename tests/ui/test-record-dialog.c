/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/rows/tide-choice-list.h"
#include "ui/rows/tide-field-link.h"
#include "ui/rows/tide-reference-row.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#define STRANGE "<b>&\"x\"</b>\u202e"

/* A form over a window; the dialog is NULL once it is finalised. */
typedef struct
{
  TideRegister *reg;
  AdwWindow *window;
  TideRecordDialog *dialog;
  char *saved;
} Fixture;

static void
on_saved (Fixture *fixture, const char *id)
{
  g_set_str (&fixture->saved, id);
}

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
  if (fixture->dialog != NULL)
    adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  tide_test_settle (100);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_null (fixture->dialog);
  g_assert_finalize_object (fixture->reg);
  g_free (fixture->saved);
}

static TideDraft *
open_form (Fixture *fixture, TideRecordKind kind, const TidePayload *payload)
{
  g_assert_null (fixture->dialog);
  g_set_weak_pointer (&fixture->dialog, tide_record_dialog_new (fixture->reg, kind, payload));
  g_signal_connect_swapped (fixture->dialog, "saved", G_CALLBACK (on_saved), fixture);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), GTK_WIDGET (fixture->window));
  tide_test_settle (100);

  return tide_record_dialog_get_draft (fixture->dialog);
}

static TideDraft *
open_new_sector (Fixture *fixture)
{
  g_autoptr (TidePayload) payload
      = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_SECTOR), NULL);

  tide_test_payload_set (payload, "taxonomy", "fields");

  return open_form (fixture, TIDE_RECORD_SECTOR, payload);
}

static TideDraft *
open_record (Fixture *fixture, TideRecordKind kind, const char *id)
{
  return open_form (fixture, kind, tide_register_lookup_payload (fixture->reg, kind, id));
}

static GtkWidget *
find_row (Fixture *fixture, TideDraft *draft, const char *path)
{
  GtkWidget *row
      = tide_field_find_row (GTK_WIDGET (fixture->dialog), tide_draft_get_field (draft, path));

  g_assert_nonnull (row);

  return row;
}

static void
type (Fixture *fixture, TideDraft *draft, const char *path, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, draft, path)), text);
}

static GListModel *
get_choices (Fixture *fixture, TideDraft *draft, const char *path)
{
  return adw_combo_row_get_model (ADW_COMBO_ROW (find_row (fixture, draft, path)));
}

static gboolean
offers (Fixture *fixture, TideDraft *draft, const char *path, const char *id)
{
  return tide_choice_list_find (get_choices (fixture, draft, path), id)
         != GTK_INVALID_LIST_POSITION;
}

static void
choose (Fixture *fixture, TideDraft *draft, const char *path, const char *id)
{
  g_assert_true (offers (fixture, draft, path, id));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (fixture, draft, path)),
                              tide_choice_list_find (get_choices (fixture, draft, path), id));
}

static void
save (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "form.save", NULL);
  tide_test_settle (100);
}

static const TideSectorPayload *
get_sector (Fixture *fixture, const char *id)
{
  return TIDE_SECTOR_PAYLOAD (tide_register_lookup_payload (fixture->reg, TIDE_RECORD_SECTOR, id));
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  TideDraft *draft = open_new_sector (fixture);
  TideDraft *mapping;
  const TideSectorPayload *sector;

  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (fixture->dialog)), ==, "New Sector");
  save (fixture);
  g_assert_nonnull (fixture->dialog);
  g_assert_nonnull (tide_field_get_problem (tide_draft_get_field (draft, "name/en")));

  type (fixture, draft, "name/en", STRANGE);
  type (fixture, draft, "name/zh", "电池");
  type (fixture, draft, "code", "1.1");
  g_assert_false (offers (fixture, draft, "parent", "chain"));
  choose (fixture, draft, "parent", "energy");
  mapping = tide_draft_append_entry (draft, "maps-to");
  tide_test_settle (100);
  g_assert_false (offers (fixture, mapping, "sector", "energy"));
  choose (fixture, mapping, "sector", "chain");
  save (fixture);
  g_assert_null (fixture->dialog);

  sector = get_sector (fixture, fixture->saved);
  g_assert_cmpstr (sector->name.en, ==, STRANGE);
  g_assert_cmpstr (sector->name.zh, ==, "电池");
  g_assert_cmpstr (sector->code, ==, "1.1");
  g_assert_cmpstr (sector->taxonomy, ==, "fields");
  g_assert_cmpstr (sector->parent, ==, "energy");
  g_assert_cmpuint (tide_entries_get_n (sector->maps_to), ==, 1);
  g_assert_cmpstr (((const TideMapping *) g_ptr_array_index (sector->maps_to, 0))->sector, ==,
                   "chain");

  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_null (get_sector (fixture, fixture->saved));
}

/* A sector is no part of itself, nor of what stands below it, and the form says so. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  TideDraft *draft = open_record (fixture, TIDE_RECORD_SECTOR, "sea");

  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (fixture->dialog)), ==, "Edit Sector");
  choose (fixture, draft, "parent", "energy");
  save (fixture);
  g_assert_cmpstr (get_sector (fixture, "sea")->parent, ==, "energy");

  draft = open_record (fixture, TIDE_RECORD_SECTOR, "energy");
  choose (fixture, draft, "parent", "sea");
  save (fixture);
  g_assert_nonnull (fixture->dialog);
  g_assert_nonnull (tide_field_get_problem (tide_draft_get_field (draft, "parent")));
  choose (fixture, draft, "parent", "robots");
  type (fixture, draft, "name/en", "Energy");
  save (fixture);
  g_assert_cmpstr (get_sector (fixture, "energy")->parent, ==, "robots");

  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpstr (get_sector (fixture, "energy")->name.en, ==, "New energy");
  g_assert_null (get_sector (fixture, "energy")->parent);
}

/* A retired sector is offered only where it was chosen, and stays on offer there. */
static void
test_retire (Fixture *fixture, gconstpointer data)
{
  TideDraft *draft = open_record (fixture, TIDE_RECORD_SECTOR, "sea");

  choose (fixture, draft, "parent", "robots");
  save (fixture);

  draft = open_record (fixture, TIDE_RECORD_SECTOR, "robots");
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (fixture, draft, "retired")), TRUE);
  save (fixture);
  g_assert_true (get_sector (fixture, "robots")->retired);

  draft = open_record (fixture, TIDE_RECORD_SECTOR, "energy");
  g_assert_true (offers (fixture, draft, "parent", "sea"));
  g_assert_false (offers (fixture, draft, "parent", "robots"));
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  tide_test_settle (100);

  draft = open_record (fixture, TIDE_RECORD_SECTOR, "sea");
  g_assert_true (offers (fixture, draft, "parent", "robots"));
  choose (fixture, draft, "parent", "energy");
  g_assert_true (offers (fixture, draft, "parent", "robots"));
  save (fixture);
  g_assert_cmpstr (get_sector (fixture, "sea")->parent, ==, "energy");
}

static void
test_taxonomy (Fixture *fixture, gconstpointer data)
{
  TideDraft *draft = open_form (fixture, TIDE_RECORD_TAXONOMY, NULL);
  const TideTaxonomyPayload *taxonomy;

  type (fixture, draft, "name/en", "Own fields");
  type (fixture, draft, "valid-to", "2022");
  save (fixture);

  taxonomy = TIDE_TAXONOMY_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_TAXONOMY, fixture->saved));
  g_assert_cmpstr (taxonomy->name.en, ==, "Own fields");
  g_assert_true (tide_date_is_set (&taxonomy->valid_to));
  g_assert_true (tide_register_undo (fixture->reg));
}

static void
test_division (Fixture *fixture, gconstpointer data)
{
  TideDraft *draft = open_form (fixture, TIDE_RECORD_DIVISION, NULL);
  const TideDivisionPayload *division;

  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (fixture->dialog)), ==, "New Division");
  type (fixture, draft, "name/en", STRANGE);
  tide_field_set_text (tide_draft_get_field (draft, "kind"), "county");
  choose (fixture, draft, "parent", "city");
  type (fixture, draft, "valid-to", "2025-06");
  save (fixture);
  division = TIDE_DIVISION_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_DIVISION, fixture->saved));
  g_assert_cmpstr (division->name.en, ==, STRANGE);
  g_assert_cmpstr (division->kind, ==, "county");
  g_assert_cmpstr (division->parent, ==, "city");
  g_assert_cmpint (division->valid_to.month, ==, 6);

  /* What stands below it is offered, and refused beside the field. */
  draft = open_record (fixture, TIDE_RECORD_DIVISION, "city");
  g_assert_true (offers (fixture, draft, "parent", "city"));
  choose (fixture, draft, "parent", "east");
  save (fixture);
  g_assert_nonnull (fixture->dialog);
  g_assert_nonnull (tide_field_get_problem (tide_draft_get_field (draft, "parent")));
  tide_field_set_text (tide_draft_get_field (draft, "parent"), "");
  type (fixture, draft, "valid-from", "2020");
  type (fixture, draft, "valid-to", "2019-12");
  save (fixture);
  g_assert_nonnull (fixture->dialog);
  g_assert_nonnull (tide_field_get_problem (tide_draft_get_field (draft, "valid-to")));
  type (fixture, draft, "valid-to", "2020");
  save (fixture);
  division = TIDE_DIVISION_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_DIVISION, "city"));
  g_assert_cmpint (division->valid_from.year, ==, 2020);
}

static void
test_party (Fixture *fixture, gconstpointer data)
{
  TideDraft *draft = open_form (fixture, TIDE_RECORD_PARTY, NULL);
  const TidePartyPayload *party;

  type (fixture, draft, "name/zh", "新公司");
  type (fixture, draft, "country", "China");
  save (fixture);
  g_assert_nonnull (fixture->dialog);
  g_assert_nonnull (tide_field_get_problem (tide_draft_get_field (draft, "country")));
  type (fixture, draft, "country", "de");
  save (fixture);
  g_assert_null (fixture->dialog);
  party = TIDE_PARTY_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PARTY, fixture->saved));
  g_assert_cmpstr (party->name.zh, ==, "新公司");
  g_assert_cmpstr (party->country, ==, "DE");
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  TideDraft *draft = open_form (fixture, TIDE_RECORD_SOURCE, NULL);
  const TideSourcePayload *source;

  type (fixture, draft, "publisher", "Somebody");
  save (fixture);
  g_assert_nonnull (tide_field_get_problem (tide_draft_get_field (draft, "title")));
  type (fixture, draft, "title", STRANGE);
  type (fixture, draft, "date", "2023年8月");
  save (fixture);
  source = TIDE_SOURCE_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_SOURCE, fixture->saved));
  g_assert_cmpstr (source->title, ==, STRANGE);
  g_assert_cmpint (source->date.month, ==, 8);
}

/* A set of rates with a record, and one that only a rate names. */
static void
add_rates (Fixture *fixture)
{
  TidePayload *set = tide_test_payload_new (TIDE_RECORD_RATE_SET, "ecb", "Of the central bank");
  TidePayload *rate = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE), NULL);
  g_autoptr (TideStep) set_step
      = tide_register_new_add_step (fixture->reg, TIDE_RECORD_RATE_SET, set);
  g_autoptr (TideStep) rate_step = NULL;

  tide_test_payload_set (rate, "set", "only-rates");
  tide_test_payload_set (rate, "from", "USD");
  tide_test_payload_set (rate, "to", "CNY");
  tide_test_payload_set (rate, "date", "2023");
  rate_step = tide_register_new_add_step (fixture->reg, TIDE_RECORD_RATE, rate);
  g_assert_true (tide_register_apply (fixture->reg, set_step, NULL));
  g_assert_true (tide_register_apply (fixture->reg, rate_step, NULL));
}

/* The register itself: one step, and nothing that could not be opened again. */
static void
test_register (Fixture *fixture, gconstpointer data)
{
  const TideSettings *settings = tide_register_get_settings (fixture->reg);
  TideDraft *draft;

  add_rates (fixture);
  draft = open_form (fixture, TIDE_RECORD_REGISTER, &settings->base);

  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (fixture->dialog)), ==, "Register Properties");
  type (fixture, draft, "title/en", STRANGE);
  type (fixture, draft, "title/zh", "宁波");
  type (fixture, draft, "time-zone", "Mars/Olympus");
  type (fixture, draft, "currency", "shells");
  type (fixture, draft, "overdue-days", "-1");
  save (fixture);
  g_assert_nonnull (fixture->dialog);
  g_assert_cmpuint (tide_draft_get_n_problems (draft), ==, 3);
  type (fixture, draft, "time-zone", "Europe/Berlin");
  type (fixture, draft, "currency", "eur");
  g_assert_true (offers (fixture, draft, "rate-set", "only-rates"));
  choose (fixture, draft, "rate-set", "ecb");
  type (fixture, draft, "overdue-days", "30");
  choose (fixture, draft, "division", "city");
  save (fixture);
  g_assert_null (fixture->dialog);

  settings = tide_register_get_settings (fixture->reg);
  g_assert_cmpstr (settings->title.en, ==, STRANGE);
  g_assert_cmpstr (settings->title.zh, ==, "宁波");
  g_assert_cmpstr (settings->time_zone, ==, "Europe/Berlin");
  g_assert_cmpstr (settings->currency, ==, "EUR");
  g_assert_cmpstr (settings->rate_set, ==, "ecb");
  g_assert_cmpstr (settings->division, ==, "city");
  g_assert_cmpint (settings->overdue_days.value, ==, 30);
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_true (tide_text_is_empty (&tide_register_get_settings (fixture->reg)->title));
}

/* How long projects may stay in a stage: each stage once, and a number of days. */
static void
test_stage_limits (Fixture *fixture, gconstpointer data)
{
  const TideSettings *settings = tide_register_get_settings (fixture->reg);
  TideDraft *draft = open_form (fixture, TIDE_RECORD_REGISTER, &settings->base);
  TideDraft *first;
  TideDraft *second;
  const TideStageLimit *limit;

  type (fixture, draft, "title/en", "Ningbo");
  first = tide_draft_append_entry (draft, "stage-limits");
  second = tide_draft_append_entry (draft, "stage-limits");
  tide_field_set_text (tide_draft_get_field (first, "stage"), "signed");
  type (fixture, first, "days", "90");
  type (fixture, second, "days", "soon");
  save (fixture);
  g_assert_nonnull (fixture->dialog);
  g_assert_nonnull (tide_field_get_problem (tide_draft_get_field (second, "days")));

  type (fixture, second, "days", "365");
  save (fixture);
  g_assert_cmpstr (tide_field_get_problem (tide_draft_get_field (second, "stage")), ==,
                   "This is needed.");
  tide_field_set_text (tide_draft_get_field (second, "stage"), "signed");
  save (fixture);
  g_assert_cmpstr (tide_field_get_problem (tide_draft_get_field (second, "stage")), ==,
                   "“Signed” is already in use.");

  tide_field_set_text (tide_draft_get_field (second, "stage"), "started");
  save (fixture);
  g_assert_null (fixture->dialog);
  settings = tide_register_get_settings (fixture->reg);
  g_assert_cmpuint (settings->stage_limits->len, ==, 2);
  limit = g_ptr_array_index (settings->stage_limits, 1);
  g_assert_cmpstr (limit->stage, ==, "started");
  g_assert_cmpint (limit->days.value, ==, 365);
}

/* Escape with changes asks; without, it closes. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  TideDraft *draft = open_record (fixture, TIDE_RECORD_SECTOR, "sea");

  adw_dialog_close (ADW_DIALOG (fixture->dialog));
  tide_test_settle (100);
  g_assert_null (fixture->dialog);

  draft = open_record (fixture, TIDE_RECORD_SECTOR, "sea");
  type (fixture, draft, "code", "3");
  adw_dialog_close (ADW_DIALOG (fixture->dialog));
  tide_test_settle (100);
  g_assert_nonnull (fixture->dialog);
  g_assert_true (ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (fixture->window)));
  adw_dialog_force_close (adw_window_get_visible_dialog (fixture->window));
  tide_test_settle (100);
  g_assert_false (tide_register_get_can_undo (fixture->reg));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/ui/record-dialog/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("add", test_add);
  ADD ("edit", test_edit);
  ADD ("retire", test_retire);
  ADD ("taxonomy", test_taxonomy);
  ADD ("division", test_division);
  ADD ("party", test_party);
  ADD ("source", test_source);
  ADD ("register", test_register);
  ADD ("stage-limits", test_stage_limits);
  ADD ("escape", test_escape);

  return g_test_run ();
}
