/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-export-losses.h"

#include "codec/tide-export-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static void
add_sheets (GStrvBuilder *losses, const TideExportOptions *options)
{
  const gboolean has_one = options->format == TIDE_EXPORT_CSV || options->format == TIDE_EXPORT_TSV;
  const guint first = g_bit_nth_lsf (options->types, -1);

  if (has_one && (options->types & (options->types - 1)) != 0)
    g_strv_builder_take (
        losses,
        /* Translators: %s is the name of a sheet, in English */
        g_strdup_printf (_ ("A file of this format holds one sheet: only “%s” is written."),
                         tide_export_type_get_name ((TideExportType) first)));
}

static void
add_count (GStrvBuilder *losses, const char *sentence, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autoptr (GString) text = g_string_new (sentence);

  g_string_replace (text, "%u", number, 1);
  if (n > 0)
    g_strv_builder_add (losses, text->str);
}

/**
 * tide_export_losses_add:
 * @losses: what a spreadsheet will not hold
 * @findings: what there is among its cells
 *
 * Adds a sentence for each kind of cell that a spreadsheet does not hold as it is.
 */
void
tide_export_losses_add (GStrvBuilder *losses, const TideExportFindings *findings)
{
  add_count (losses,
             /* Translators: %u is how many */
             ngettext ("%u date is not known to the day and is written as text.",
                       "%u dates are not known to the day and are written as text.",
                       findings->n_coarse_dates),
             findings->n_coarse_dates);
  add_count (losses,
             /* Translators: %u is how many */
             ngettext ("%u number has more than 15 digits and is written as text.",
                       "%u numbers have more than 15 digits and are written as text.",
                       findings->n_long_numbers),
             findings->n_long_numbers);
  add_count (losses,
             /* Translators: %u is how many; such as 1.50 */
             ngettext ("%u number ends in zeros behind the point, which are not kept.",
                       "%u numbers end in zeros behind the point, which are not kept.",
                       findings->n_round_numbers),
             findings->n_round_numbers);
  add_count (losses,
             /* Translators: %u is how many */
             ngettext ("%u text has carriage returns, which become line feeds.",
                       "%u texts have carriage returns, which become line feeds.",
                       findings->n_returns),
             findings->n_returns);
  add_count (losses,
             /* Translators: %u is how many */
             ngettext ("%u text has more than 32,767 characters and is cut.",
                       "%u texts have more than 32,767 characters and are cut.",
                       findings->n_long_texts),
             findings->n_long_texts);
}

static void
survey (GStrvBuilder *losses, TideSnapshot *snapshot, const TideExportOptions *options)
{
  g_autoptr (TideExportSurvey) self = tide_export_survey_new ();

  for (guint i = 0; i < TIDE_N_EXPORT_TYPES; i++)
    if (options->types & (1u << i))
      tide_export_write_sheet (snapshot, options, (TideExportType) i, TIDE_TABLE_WRITER (self));
  tide_export_losses_add (losses, tide_export_survey_get_findings (self));
}

static guint
count_confidential (TideSnapshot *snapshot)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  guint n = 0;

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    n += TIDE_PROJECT_PAYLOAD (g_ptr_array_index (projects, i))->confidential ? 1 : 0;

  return n;
}

static void
add_confidential (GStrvBuilder *losses, TideSnapshot *snapshot, const TideExportOptions *options)
{
  const guint n = options->includes_names ? 0 : count_confidential (snapshot);

  add_count (losses,
             /* Translators: %u is how many */
             ngettext ("%u confidential project is written without its names and parties.",
                       "%u confidential projects are written without their names and parties.", n),
             n);
}

typedef struct
{
  guint n_parted; /* texts of lists with what sets them apart */
  guint n_extra;  /* payloads with members that this program does not know */
} Members;

static void
count_members (Members *self, const TidePayload *payload)
{
  self->n_extra += payload->extra != NULL;
  for (guint i = 0; i < payload->shape->n_members; i++)
    {
      const TideMember *member = &payload->shape->members[i];
      const gpointer field = G_STRUCT_MEMBER_P (payload, member->offset);
      const GPtrArray *list = NULL;

      if (member->kind == TIDE_MEMBER_OBJECT && *(TidePayload **) field != NULL)
        count_members (self, *(TidePayload **) field);
      if (member->kind == TIDE_MEMBER_STRINGS || member->kind == TIDE_MEMBER_ENTRIES)
        list = *(GPtrArray **) field;
      for (guint j = 0; j < tide_entries_get_n (list); j++)
        if (member->kind == TIDE_MEMBER_ENTRIES)
          count_members (self, g_ptr_array_index (list, j));
        else
          self->n_parted += strchr (g_ptr_array_index (list, j), ';') != NULL;
    }
}

static gboolean
is_written (TideRecordKind kind, const TideExportOptions *options)
{
  for (guint i = 0; i < TIDE_N_EXPORT_TYPES; i++)
    {
      g_autofree char *path = NULL;
      TideRecordKind of;

      tide_export_type_get_rows ((TideExportType) i, &of, &path);
      if (of == kind && options->types & (1u << i))
        return TRUE;
    }

  return FALSE;
}

static void
add_members (GStrvBuilder *losses, TideSnapshot *snapshot, const TideExportOptions *options)
{
  Members members = { 0 };

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *records = is_written ((TideRecordKind) kind, options)
                                     ? tide_snapshot_get_records (snapshot, (TideRecordKind) kind)
                                     : NULL;

      for (guint i = 0; i < tide_entries_get_n (records); i++)
        count_members (&members, g_ptr_array_index (records, i));
    }
  add_count (losses,
             /* Translators: %u is how many */
             ngettext ("%u tag with a semicolon will be read as several.",
                       "%u tags with a semicolon will be read as several.", members.n_parted),
             members.n_parted);
  add_count (losses,
             /* Translators: %u is how many; of records and their parts */
             ngettext ("%u record has members of a later version, which are not written.",
                       "%u records have members of a later version, which are not written.",
                       members.n_extra),
             members.n_extra);
}

/**
 * tide_export_list_losses:
 * @snapshot: a register, or the part of one that is wanted
 * @options: what is to be written, and how
 *
 * Finds out what the tables will not hold as the register does. May take a while with a large
 * register: call it in a thread.
 *
 * Returns: (transfer full) (array zero-terminated=1): sentences, in the language of the program
 */
char **
tide_export_list_losses (TideSnapshot *snapshot, const TideExportOptions *options)
{
  g_autoptr (GStrvBuilder) losses = g_strv_builder_new ();

  add_sheets (losses, options);
  if (options->format == TIDE_EXPORT_XLSX)
    survey (losses, snapshot, options);
  else
    g_strv_builder_add (losses, _ ("Nothing in the file says which cells are numbers or dates."));
  add_members (losses, snapshot, options);
  add_confidential (losses, snapshot, options);
  if (options->format == TIDE_EXPORT_MARKDOWN)
    g_strv_builder_add (losses, _ ("Tideline does not read tables of this format."));
  g_strv_builder_add (losses,
                      _ ("The settings of the register, its history, saved filters, briefings, "
                         "templates and presets are not written."));

  return g_strv_builder_end (losses);
}
