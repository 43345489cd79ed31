/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-cells.h"
#include "report/tide-report-sheet-private.h"

#include <glib/gi18n-lib.h>

#define GAP 9.0
#define N_CELLS 5

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * tide_sheet_get_label:
 * @self: a project on its way
 * @set: a vocabulary
 * @code: (nullable): one of its codes
 *
 * Returns: (transfer none): what it is called; empty for none
 */
const char *
tide_sheet_get_label (TideSheet *self, TideCodeSet set, const char *code)
{
  return code != NULL ? or_empty (tide_codes_get_label (set, code, self->request->language)) : "";
}

/**
 * tide_sheet_get_free_text:
 * @self: a project on its way
 * @text: (nullable): what a person wrote, which may name who is not to be named
 *
 * Returns: (transfer none): @text; empty where names are withheld
 */
const char *
tide_sheet_get_free_text (TideSheet *self, const char *text)
{
  return self->withholds ? "" : or_empty (text);
}

/**
 * tide_sheet_begin:
 * @self: a project on its way
 * @heading: what follows
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many
 *
 * Begins a table with a heading.
 */
void
tide_sheet_begin (TideSheet *self,
                  const char *heading,
                  const TideReportColumn *columns,
                  guint n_columns)
{
  tide_report_flow_add_gap (self->flow, GAP);
  tide_report_flow_add_text (self->flow, TIDE_INK_HEADING, heading, TRUE);
  tide_report_flow_begin_table (self->flow, columns, n_columns);
}

/**
 * tide_sheet_add_row:
 * @self: a project on its way, with a table begun
 * @row: how the row looks
 * @cells: (array zero-terminated=1): what stands in it
 */
void
tide_sheet_add_row (TideSheet *self, TideReportRow row, const char *const *cells)
{
  tide_report_flow_add_row (self->flow, row, cells);
}

/**
 * tide_sheet_end:
 * @self: a project on its way, with a table begun
 *
 * Ends the table.
 */
void
tide_sheet_end (TideSheet *self)
{
  tide_report_flow_end_table (self->flow);
}

/* Heading ----------------------------------------------------------------------------------- */

static void
add_heading (TideSheet *self)
{
  const TideProjectPayload *project = self->project;
  const gboolean is_chinese = self->request->language == TIDE_LANGUAGE_ZH;
  const char *own = is_chinese ? project->name.zh : project->name.en;
  const char *other = is_chinese ? project->name.en : project->name.zh;
  g_autofree char *name = tide_report_dup_name (self->request, project);
  const gboolean has_other = own != NULL && other != NULL && !self->withholds;

  tide_report_flow_add_text (self->flow, TIDE_INK_TITLE, name, TRUE);
  if (has_other)
    tide_report_flow_add_text (self->flow, TIDE_INK_BODY, other, FALSE);
  tide_report_flow_add_gap (self->flow, GAP);
}

static char *
dup_labels (TideSheet *self, TideRecordKind kind, const GPtrArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (ids); i++)
    {
      g_autofree char *label
          = tide_report_dup_label (self->request, kind, g_ptr_array_index (ids, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", label);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_tags (TideSheet *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (self->project->tags) && !self->withholds; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            (const char *) g_ptr_array_index (self->project->tags, i));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_place (TideSheet *self)
{
  const TideProjectPayload *project = self->project;
  g_autofree char *division
      = tide_report_dup_label (self->request, TIDE_RECORD_DIVISION, project->division);
  g_autofree char *event = tide_report_dup_label (self->request, TIDE_RECORD_EVENT, project->event);
  g_autofree char *later = dup_labels (self, TIDE_RECORD_EVENT, project->later_events);
  g_autofree char *parent
      = tide_report_dup_label (self->request, TIDE_RECORD_PROJECT, project->parent);

  tide_report_add_fact (self->job, _ ("Division"), division);
  tide_report_add_fact (self->job, _ ("Event"), event);
  tide_report_add_fact (self->job, _ ("Shown Again At"), later);
  tide_report_add_fact (self->job, _ ("Part of Project"), parent);
}

static void
add_facts (TideSheet *self)
{
  const TideProjectPayload *project = self->project;
  g_autofree char *stage = tide_report_dup_stage (self->request, project);
  g_autofree char *status = tide_report_dup_status (self->request, project);
  g_autofree char *tags = dup_tags (self);
  g_autofree char *created = tide_report_dup_day (self->request, project->created);
  g_autofree char *updated = tide_report_dup_day (self->request, project->updated);

  tide_report_begin_facts (self->job);
  tide_report_add_fact (self->job, _ ("Number"), project->number);
  if (self->request->includes_names)
    tide_report_add_fact (self->job, _ ("Code Name"), project->code_name);
  if (project->confidential)
    tide_report_add_fact (self->job, _ ("Confidential"),
                          self->withholds ? _ ("Yes: names, parties, notes, activities and sources "
                                               "are withheld")
                                          : _ ("Yes: names are included"));
  add_place (self);
  tide_report_add_fact (self->job, _ ("Stage"), stage);
  tide_report_add_fact (self->job, _ ("Status"), status);
  if (!project->counted)
    tide_report_add_fact (self->job, _ ("Totals"), _ ("Left Out of Totals"));
  tide_report_add_fact (self->job, _ ("Unit in Charge"),
                        tide_sheet_get_free_text (self, project->in_charge));
  tide_report_add_fact (self->job, _ ("Tags"), tags);
  tide_report_add_fact (self->job, _ ("Created"), created);
  tide_report_add_fact (self->job, _ ("Updated"), updated);
  tide_sheet_end (self);
}

/* Stages and statuses ----------------------------------------------------------------------- */

static void
add_stages (TideSheet *self)
{
  const TideReportColumn columns[]
      = { { _ ("Stage"), 0.25, FALSE }, { _ ("Date"), 0.15, FALSE }, { _ ("Note"), 0.6, FALSE } };

  if (tide_entries_get_n (self->project->stages) == 0)
    return;

  tide_sheet_begin (self, _ ("Stages"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->project->stages->len; i++)
    {
      const TideStageEntry *entry = g_ptr_array_index (self->project->stages, i);
      g_autofree char *date = tide_date_dup_text (&entry->date);
      const char *const cells[]
          = { tide_sheet_get_label (self, TIDE_CODES_STAGE, entry->stage), or_empty (date),
              tide_sheet_get_free_text (self, entry->note), NULL };

      tide_sheet_add_row (self, TIDE_REPORT_ROW_PLAIN, cells);
    }
  tide_sheet_end (self);
}

static void
add_statuses (TideSheet *self)
{
  const TideReportColumn columns[] = { { _ ("Status"), 0.25, FALSE },
                                       { _ ("Date"), 0.15, FALSE },
                                       { _ ("Until"), 0.15, FALSE },
                                       { _ ("Reason"), 0.45, FALSE } };

  if (tide_entries_get_n (self->project->statuses) == 0)
    return;

  tide_sheet_begin (self, _ ("Statuses"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->project->statuses->len; i++)
    {
      const TideStatusEntry *entry = g_ptr_array_index (self->project->statuses, i);
      g_autofree char *date = tide_date_dup_text (&entry->date);
      g_autofree char *until = tide_date_dup_text (&entry->until);
      const char *const cells[]
          = { tide_sheet_get_label (self, TIDE_CODES_STATUS, entry->status), or_empty (date),
              or_empty (until), tide_sheet_get_free_text (self, entry->reason), NULL };

      tide_sheet_add_row (self, TIDE_REPORT_ROW_PLAIN, cells);
    }
  tide_sheet_end (self);
}

/* Parties and sectors ----------------------------------------------------------------------- */

static char *
dup_share (const TideDecimal *share)
{
  g_autofree char *number = share->is_set ? tide_decimal_dup_text (share) : NULL;

  /* Translators: a percentage */
  return number != NULL ? g_strdup_printf (_ ("%s %%"), number) : g_strdup ("");
}

static void
add_parties (TideSheet *self)
{
  const TideReportColumn columns[]
      = { { _ ("Party"), 0.55, FALSE }, { _ ("Role"), 0.3, FALSE }, { _ ("Share"), 0.15, TRUE } };

  if (self->withholds || tide_entries_get_n (self->project->parties) == 0)
    return;

  tide_sheet_begin (self, _ ("Parties"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->project->parties->len; i++)
    {
      const TideParticipation *entry = g_ptr_array_index (self->project->parties, i);
      g_autofree char *name
          = tide_report_dup_label (self->request, TIDE_RECORD_PARTY, entry->party);
      g_autofree char *share = dup_share (&entry->share);
      const char *const cells[]
          = { name, tide_sheet_get_label (self, TIDE_CODES_PARTY_ROLE, entry->role), share, NULL };

      tide_sheet_add_row (self, TIDE_REPORT_ROW_PLAIN, cells);
    }
  tide_sheet_end (self);
}

static char *
dup_taxonomy (TideSheet *self, const char *sector)
{
  const TidePayload *payload
      = tide_snapshot_lookup (self->request->snapshot, TIDE_RECORD_SECTOR, sector);

  return tide_report_dup_label (self->request, TIDE_RECORD_TAXONOMY,
                                payload != NULL ? TIDE_SECTOR_PAYLOAD (payload)->taxonomy : NULL);
}

static void
add_sectors (TideSheet *self)
{
  const TideReportColumn columns[] = { { _ ("Sector"), 0.45, FALSE },
                                       { _ ("Classification"), 0.4, FALSE },
                                       { _ ("Share"), 0.15, TRUE } };

  if (tide_entries_get_n (self->project->sectors) == 0)
    return;

  tide_sheet_begin (self, _ ("Sectors"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->project->sectors->len; i++)
    {
      const TideClassification *entry = g_ptr_array_index (self->project->sectors, i);
      g_autofree char *name
          = tide_report_dup_label (self->request, TIDE_RECORD_SECTOR, entry->sector);
      g_autofree char *taxonomy
          = entry->sector != NULL ? dup_taxonomy (self, entry->sector) : g_strdup ("");
      g_autofree char *share = dup_share (&entry->share);
      const char *const cells[] = { name, taxonomy, share, NULL };

      tide_sheet_add_row (self, TIDE_REPORT_ROW_PLAIN, cells);
    }
  tide_sheet_end (self);
}

/* Plans and effects ------------------------------------------------------------------------- */

static void
add_date (TideSheet *self, const char *title, const TideDate *date)
{
  g_autofree char *text = tide_date_is_set (date) ? tide_date_dup_text (date) : NULL;

  tide_report_add_fact (self->job, title, text);
}

static void
add_plans (TideSheet *self)
{
  const TidePlans *plans = (const TidePlans *) self->project->plans;

  if (plans == NULL)
    return;

  tide_report_flow_add_gap (self->flow, GAP);
  tide_report_flow_add_text (self->flow, TIDE_INK_HEADING, _ ("Plans"), TRUE);
  tide_report_begin_facts (self->job);
  add_date (self, _ ("Start of Construction"), &plans->start);
  add_date (self, _ ("Completion"), &plans->completion);
  add_date (self, _ ("Start of Production"), &plans->production);
  tide_sheet_end (self);
}

static char *
dup_yearly (TideSheet *self, const TideDecimal *value)
{
  const char *currency = tide_snapshot_get_settings (self->request->snapshot)->currency;
  TideMoney money;

  if (!value->is_set)
    return g_strdup ("");
  if (currency == NULL || !tide_money_init (&money, value, currency))
    return tide_decimal_dup_text (value);

  return tide_money_dup_exact (&money, self->request->language);
}

static void
add_effects_row (TideSheet *self, const char *title, const TideEffects *effects)
{
  g_autofree char *jobs = NULL;
  g_autofree char *output = NULL;
  g_autofree char *tax = NULL;

  if (effects == NULL)
    return;

  jobs = effects->jobs.is_set ? g_strdup_printf ("%" G_GINT64_FORMAT, effects->jobs.value)
                              : g_strdup ("");
  output = dup_yearly (self, &effects->output);
  tax = dup_yearly (self, &effects->tax);
  tide_sheet_add_row (self, TIDE_REPORT_ROW_PLAIN,
                      (const char *const[]) { title, jobs, output, tax, NULL });
}

static void
add_effects (TideSheet *self)
{
  const TideReportColumn columns[] = { { _ ("Effects"), 0.25, FALSE },
                                       { _ ("Jobs"), 0.15, TRUE },
                                       { _ ("Output a Year"), 0.3, TRUE },
                                       { _ ("Tax a Year"), 0.3, TRUE } };

  if (self->project->expected == NULL && self->project->actual == NULL)
    return;

  tide_sheet_begin (self, _ ("Effects"), columns, G_N_ELEMENTS (columns));
  add_effects_row (self, _ ("Expected"), (const TideEffects *) self->project->expected);
  add_effects_row (self, _ ("Actual"), (const TideEffects *) self->project->actual);
  tide_sheet_end (self);
}

/* Activities, notes and sources ------------------------------------------------------------- */

static void
add_activities (TideSheet *self)
{
  const TideReportColumn columns[N_CELLS] = { { _ ("Date"), 0.12, FALSE },
                                              { _ ("Activity"), 0.13, FALSE },
                                              { _ ("Text"), 0.38, FALSE },
                                              { _ ("Next Step"), 0.25, FALSE },
                                              { _ ("Due"), 0.12, FALSE } };

  if (self->withholds || tide_entries_get_n (self->project->activities) == 0)
    return;

  tide_sheet_begin (self, _ ("Activities"), columns, N_CELLS);
  for (guint i = 0; i < self->project->activities->len; i++)
    {
      const TideActivity *entry = g_ptr_array_index (self->project->activities, i);
      g_autofree char *date = tide_date_dup_text (&entry->date);
      g_autofree char *due = tide_date_dup_text (&entry->due);
      const char *const cells[] = {
        or_empty (date),        tide_sheet_get_label (self, TIDE_CODES_ACTIVITY_KIND, entry->kind),
        or_empty (entry->text), or_empty (entry->next_step),
        or_empty (due),         NULL
      };

      tide_sheet_add_row (self, TIDE_REPORT_ROW_PLAIN, cells);
    }
  tide_sheet_end (self);
}

static void
add_notes (TideSheet *self)
{
  if (self->withholds || self->project->notes == NULL)
    return;

  tide_report_flow_add_gap (self->flow, GAP);
  tide_report_flow_add_text (self->flow, TIDE_INK_HEADING, _ ("Notes"), TRUE);
  tide_report_flow_add_text (self->flow, TIDE_INK_BODY, self->project->notes, FALSE);
}

static char *
dup_source_date (const TidePayload *source)
{
  return source != NULL && tide_date_is_set (&TIDE_SOURCE_PAYLOAD (source)->date)
             ? tide_date_dup_text (&TIDE_SOURCE_PAYLOAD (source)->date)
             : g_strdup ("");
}

static void
add_sources (TideSheet *self)
{
  const TideReportColumn columns[] = { { _ ("Source"), 0.45, FALSE },
                                       { _ ("Publisher"), 0.25, FALSE },
                                       { _ ("Date"), 0.12, FALSE },
                                       { _ ("Address"), 0.18, FALSE } };

  if (self->withholds || tide_entries_get_n (self->project->sources) == 0)
    return;

  tide_sheet_begin (self, _ ("Sources"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->project->sources->len; i++)
    {
      const char *id = g_ptr_array_index (self->project->sources, i);
      const TidePayload *source
          = tide_snapshot_lookup (self->request->snapshot, TIDE_RECORD_SOURCE, id);
      g_autofree char *title = tide_report_dup_label (self->request, TIDE_RECORD_SOURCE, id);
      g_autofree char *date = dup_source_date (source);
      const char *const cells[]
          = { title, source != NULL ? or_empty (TIDE_SOURCE_PAYLOAD (source)->publisher) : "", date,
              source != NULL ? or_empty (TIDE_SOURCE_PAYLOAD (source)->uri) : "", NULL };

      tide_sheet_add_row (self, TIDE_REPORT_ROW_PLAIN, cells);
    }
  tide_sheet_end (self);
}

static void
add_sheet (TideSheet *self)
{
  add_heading (self);
  add_facts (self);
  add_stages (self);
  add_statuses (self);
  tide_sheet_add_amounts (self);
  add_parties (self);
  add_sectors (self);
  add_plans (self);
  add_effects (self);
  add_activities (self);
  add_notes (self);
  add_sources (self);
}

/**
 * tide_report_add_sheets:
 * @job: a report on its way
 * @error: (nullable): location of an error
 *
 * Adds all that is known of each project of the request, each on pages of its own.
 *
 * Returns: whether it came to its end
 */
gboolean
tide_report_add_sheets (TideReportJob *job, GError **error)
{
  TideSheet sheet = { .job = job, .flow = job->flow, .request = job->request };

  for (guint i = 0; i < job->request->rows->len; i++)
    {
      if (!tide_report_job_go_on (job, i, job->request->rows->len, error))
        return FALSE;

      sheet.project = tide_report_request_get_project (job->request, i);
      sheet.withholds = tide_report_request_withholds (job->request, sheet.project);
      tide_report_flow_break (job->flow);
      add_sheet (&sheet);
    }

  return TRUE;
}
