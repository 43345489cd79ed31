/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-export-private.h"

#include "core/tide-valuation.h"

#include <string.h>

/* Amounts of one kind, in one currency; without one, as they are written. */
typedef struct
{
  TideAmountKind kind;
  char currency[4];
} Sum;

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  const Sum *left = a;
  const Sum *right = b;

  return left->kind != right->kind ? (int) left->kind - (int) right->kind
                                   : strcmp (left->currency, right->currency);
}

static void
add_sum (GArray *sums, TideAmountKind kind, const char *currency)
{
  Sum sum = { .kind = kind };

  g_strlcpy (sum.currency, currency, sizeof sum.currency);
  for (guint i = 0; i < sums->len; i++)
    if (compare_sums (&g_array_index (sums, Sum, i), &sum) == 0)
      return;
  g_array_append_val (sums, sum);
}

static void
find_sums (GArray *sums, const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (amount->rank < 0)
        continue;
      if (amount->money.currency[0] != '\0')
        add_sum (sums, amount->rank, amount->money.currency);
      if (amount->written != NULL)
        add_sum (sums, amount->rank, "");
    }
}

/*
 * tide_export_summary_init:
 * @self: what is to be told
 * @snapshot: a register
 *
 * Finds out of which kinds and currencies the register has amounts.
 */
void
tide_export_summary_init (TideExportSummary *self, TideSnapshot *snapshot)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);

  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    find_sums (self->sums, g_ptr_array_index (projects, i));
  g_array_sort (self->sums, compare_sums);
}

/*
 * tide_export_summary_clear:
 * @self: what was told
 */
void
tide_export_summary_clear (TideExportSummary *self)
{
  g_ptr_array_unref (self->titles);
  g_array_unref (self->sums);
}

static void
append (TideExportSummary *self, GArray *columns, char *title, TideTableType type)
{
  const TideTableColumn column = { title, type };

  g_ptr_array_add (self->titles, title);
  g_array_append_val (columns, column);
}

static char *
dup_sum_title (const Sum *sum)
{
  const char *kind = tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, (guint) sum->kind);

  return sum->currency[0] != '\0' ? g_strdup_printf ("amount-%s (%s)", kind, sum->currency)
                                  : g_strconcat ("written-", kind, NULL);
}

/*
 * tide_export_summary_has_title:
 * @title: the title of a column
 *
 * Returns: whether it is one of those that tell beside the members of projects what other sheets
 *   hold
 */
gboolean
tide_export_summary_has_title (const char *title)
{
  static const char *const titles[]
      = { "sector", "stage", "stage-date", "status", "status-reason", NULL };

  return g_strv_contains (titles, title) || tide_codes_find (TIDE_CODES_PARTY_ROLE, title) >= 0
         || g_str_has_prefix (title, "amount-") || g_str_has_prefix (title, "written-");
}

/*
 * tide_export_summary_append:
 * @self: what is to be told
 * @columns: (element-type TideTableColumn): those of a sheet, which borrow the titles
 */
void
tide_export_summary_append (TideExportSummary *self, GArray *columns)
{
  for (guint i = 0; i < tide_codes_get_n (TIDE_CODES_PARTY_ROLE); i++)
    append (self, columns, g_strdup (tide_codes_get_code (TIDE_CODES_PARTY_ROLE, i)),
            TIDE_TABLE_TEXT);
  append (self, columns, g_strdup ("sector"), TIDE_TABLE_TEXT);
  append (self, columns, g_strdup ("stage"), TIDE_TABLE_TEXT);
  append (self, columns, g_strdup ("stage-date"), TIDE_TABLE_DATE);
  append (self, columns, g_strdup ("status"), TIDE_TABLE_TEXT);
  append (self, columns, g_strdup ("status-reason"), TIDE_TABLE_TEXT);
  for (guint i = 0; i < self->sums->len; i++)
    {
      const Sum *sum = &g_array_index (self->sums, Sum, i);

      append (self, columns, dup_sum_title (sum),
              sum->currency[0] != '\0' ? TIDE_TABLE_AMOUNT : TIDE_TABLE_TEXT);
    }
}

static void
append_part (GString *text, const char *label, const TideDecimal *share)
{
  char buffer[TIDE_DECIMAL_TEXT_SIZE];

  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append (text, label);
  if (share->is_set)
    g_string_append_printf (text, " %s%%", tide_decimal_format (share, buffer, sizeof buffer));
}

static void
write_parties (const TideExport *export,
               const TideProjectPayload *project,
               const char *role,
               TideTableWriter *writer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const TideParticipation *entry = g_ptr_array_index (project->parties, i);

      if (g_strcmp0 (entry->role, role) == 0 && !tide_export_withholds (export, &project->base))
        append_part (text, tide_export_get_label (export, TIDE_RECORD_PARTY, entry->party),
                     &entry->share);
    }
  tide_table_writer_add_text (writer, text->str);
}

static void
write_sectors (const TideExport *export, const TideProjectPayload *project, TideTableWriter *writer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);

      append_part (text, tide_export_get_label (export, TIDE_RECORD_SECTOR, entry->sector),
                   &entry->share);
    }
  tide_table_writer_add_text (writer, text->str);
}

static gpointer
get_last (const GPtrArray *entries)
{
  return tide_entries_get_n (entries) > 0 ? g_ptr_array_index (entries, entries->len - 1) : NULL;
}

static void
write_stage (const TideProjectPayload *project, TideTableWriter *writer)
{
  const TideStageEntry *stage = get_last (project->stages);
  const TideStatusEntry *status = get_last (project->statuses);

  tide_table_writer_add_text (writer, stage != NULL ? stage->stage : NULL);
  tide_table_writer_add_date (writer, &project->stage_date);
  tide_table_writer_add_text (writer, status != NULL ? status->status : NULL);
  tide_table_writer_add_text (writer, status != NULL ? status->reason : NULL);
}

static void
write_sum (const Sum *sum, const TideProjectPayload *project, TideTableWriter *writer)
{
  const TideValuation valuation = { .kind = sum->kind };
  TideMoney money = { 0 };
  TideDecimal value = { 0 };

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (tide_valuation_is_of_kind (&valuation, amount)
          && strcmp (amount->money.currency, sum->currency) == 0
          && !tide_money_add (&money, &amount->money))
        {
          tide_table_writer_add_empty (writer);
          return;
        }
    }

  if (money.currency[0] != '\0')
    tide_money_to_decimal (&money, &value);
  tide_table_writer_add_decimal (writer, &value);
}

static void
write_written (const Sum *sum, const TideProjectPayload *project, TideTableWriter *writer)
{
  const TideDecimal no_share = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (amount->rank == sum->kind && amount->written != NULL)
        append_part (text, amount->written, &no_share);
    }
  tide_table_writer_add_text (writer, text->str);
}

/*
 * tide_export_summary_write:
 * @self: what is to be told
 * @export: a register that is written
 * @project: a project
 * @writer: a writer within the sheet of projects
 *
 * Writes the parties by role, the sectors with shares, the present stage and status, and the sum of
 * the counted amounts of each kind in each currency: only those are added that can be. A sum that
 * is too large for money is left out; the sheet of amounts has its parts.
 */
void
tide_export_summary_write (const TideExportSummary *self,
                           const TideExport *export,
                           const TideProjectPayload *project,
                           TideTableWriter *writer)
{
  for (guint i = 0; i < tide_codes_get_n (TIDE_CODES_PARTY_ROLE); i++)
    write_parties (export, project, tide_codes_get_code (TIDE_CODES_PARTY_ROLE, i), writer);
  write_sectors (export, project, writer);
  write_stage (project, writer);
  for (guint i = 0; i < self->sums->len; i++)
    {
      const Sum *sum = &g_array_index (self->sums, Sum, i);

      if (sum->currency[0] != '\0')
        write_sum (sum, project, writer);
      else
        write_written (sum, project, writer);
    }
}
