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
#define NO_HISTORY "The history, saved filters, briefings and presets are not written."

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
  assert_losses (snapshot, &options, NO_TYPES "\n" NO_HISTORY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-losses/losses", test_losses);

  return g_test_run ();
}
