/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-export-losses.h"

#include "tide-test-register.h"

static TideExportOptions
get_options (TideExportFormat format, TideExportType type)
{
  return (TideExportOptions) { .format = format, .types = 1u << type, .csv = TIDE_CSV_STYLE_COMMA };
}

static void
assert_losses (TideSnapshot *snapshot, const TideExportOptions *options, const char *expected)
{
  g_auto (GStrv) losses = tide_export_list_losses (snapshot, options);
  g_autofree char *text = g_strjoinv ("\n", losses);

  g_assert_cmpstr (text, ==, expected);
}

#define NO_TYPES "Nothing in the file says which cells are numbers or dates."
#define NO_HISTORY                                                                                 \
  "The settings of the register, its history, saved filters, briefings, templates and presets "    \
  "are "                                                                                           \
  "not written."

#define UNREAD "Tideline does not read tables of this format."

static void
test_losses (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "p", "Pier");
  TidePayload *entry = tide_test_payload_add_entry (project, "amounts", "a");
  TideExportOptions options = get_options (TIDE_EXPORT_CSV, TIDE_EXPORT_PROJECTS);

  ((TideProjectPayload *) project)->confidential = TRUE;
  ((TideAmount *) entry)->value = (TideDecimal) { .mantissa = 1234567890123456, .is_set = TRUE };
  ((TideAmount *) entry)->date = (TideDate) { .year = 2023, .precision = TIDE_PRECISION_YEAR };
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, tide_payload_seal (project));

  assert_losses (snapshot, &options,
                 NO_TYPES
                 "\n1 confidential project is written without its names and parties.\n" NO_HISTORY);
  options.includes_names = TRUE;
  options.types = TIDE_EXPORT_ALL_TYPES;
  assert_losses (snapshot, &options,
                 "A file of this format holds one sheet: only “projects” is written.\n" NO_TYPES
                 "\n" NO_HISTORY);
  options.format = TIDE_EXPORT_XLSX;
  assert_losses (snapshot, &options,
                 "1 date is not known to the day and is written as text.\n"
                 "1 number has more than 15 digits and is written as text.\n" NO_HISTORY);
  options.format = TIDE_EXPORT_MARKDOWN;
  assert_losses (snapshot, &options, NO_TYPES "\n" UNREAD "\n" NO_HISTORY);
}

/* What does not come back as it was. */
static void
test_there_and_back (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "p", "Pier");
  TidePayload *entry = tide_test_payload_add_entry (project, "amounts", "a");
  TideExportOptions options = get_options (TIDE_EXPORT_XLSX, TIDE_EXPORT_PROJECTS);

  options.types = TIDE_EXPORT_ALL_TYPES;
  tide_payload_add_string (project, "tags", "one; two");
  tide_payload_set_string (&((TideProjectPayload *) project)->notes, "one\r\ntwo");
  tide_payload_set_string (&entry->extra, "{ \"later\": 1 }");
  ((TideAmount *) entry)->value = (TideDecimal) { .mantissa = 150, .scale = 2, .is_set = TRUE };
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, tide_payload_seal (project));

  assert_losses (snapshot, &options,
                 "1 number ends in zeros behind the point, which are not kept.\n"
                 "1 text has carriage returns, which become line feeds.\n"
                 "1 tag with a semicolon will be read as several.\n"
                 "1 record has members of a later version, which are not written.\n" NO_HISTORY);
  options.types = 1u << TIDE_EXPORT_PARTIES;
  assert_losses (snapshot, &options, NO_HISTORY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-losses/losses", test_losses);
  g_test_add_func ("/export-losses/there-and-back", test_there_and_back);

  return g_test_run ();
}
