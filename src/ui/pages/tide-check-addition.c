/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-check-addition.h"

#include "core/tide-code.h"
#include "ui/dialogs/tide-entry-dialog.h"
#include "ui/dialogs/tide-project-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-check-text.h"
#include "ui/pages/tide-check-choice.h"
#include "ui/pages/tide-check-source.h"

#include <string.h>

/* What is known while somebody chooses what it is added to. */
typedef struct
{
  TideCheckAddition addition;
  TideRegister *reg;        /* owned */
  TideReading *reading;     /* owned */
  TideTextFinding *finding; /* owned */
  char *name;               /* owned; nullable */
  GtkWidget *parent;        /* owned */
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->reg);
  tide_reading_unref (job->reading);
  tide_text_finding_unref (job->finding);
  g_free (job->name);
  g_object_unref (job->parent);
  g_free (job);
}

static TideRecordKind
get_owner_kind (TideCheckAddition addition)
{
  switch (addition)
    {
    case TIDE_CHECK_ADD_OBSERVATION:
      return TIDE_RECORD_INDICATOR;
    case TIDE_CHECK_ADD_DECLARED:
      return TIDE_RECORD_EVENT;
    case TIDE_CHECK_ADD_COUNT:
      return TIDE_RECORD_PLATFORM;
    case TIDE_CHECK_ADD_PROJECT:
    case TIDE_N_CHECK_ADDITIONS:
    default:
      return TIDE_RECORD_NONE;
    }
}

/* What is offered --------------------------------------------------------------------------- */

/* Neither what is only planned, asked or a limit, nor what is said twice. */
static gboolean
is_missing (const TideTextFinding *finding)
{
  if (finding->verdict == TIDE_TEXT_FINDING_DIFFERS)
    return TRUE;

  return finding->verdict == TIDE_TEXT_FINDING_CANNOT_BE_CHECKED
         && (finding->reason == TIDE_TEXT_FINDING_NO_REASON
             || finding->reason == TIDE_TEXT_FINDING_NO_SUCH_FACT
             || finding->reason == TIDE_TEXT_FINDING_NO_KIND
             || finding->reason == TIDE_TEXT_FINDING_NO_YEAR
             || finding->reason == TIDE_TEXT_FINDING_AMBIGUOUS);
}

static gboolean
is_of_projects (const TideTextFinding *finding)
{
  return finding->kind == TIDE_TEXT_FINDING_AMOUNT
         && finding->of <= TIDE_TEXT_FINDING_OF_FIXED_ASSET;
}

static gboolean
is_of_industry (const TideTextFinding *finding)
{
  return finding->kind == TIDE_TEXT_FINDING_LEVEL
         || (finding->kind == TIDE_TEXT_FINDING_AMOUNT && finding->of >= TIDE_TEXT_FINDING_OF_OUTPUT
             && finding->of <= TIDE_TEXT_FINDING_OF_R_AND_D);
}

static gboolean
counts_projects (const TideTextFinding *finding)
{
  return finding->kind == TIDE_TEXT_FINDING_COUNT && finding->unit != NULL
         && strstr (finding->unit, "project") != NULL
         && tide_codes_find (TIDE_CODES_MEASURE, finding->unit) < 0;
}

static gboolean
counts_of_platform (const TideTextFinding *finding)
{
  return finding->kind == TIDE_TEXT_FINDING_COUNT && finding->unit != NULL
         && tide_codes_find (TIDE_CODES_MEASURE, finding->unit) >= 0;
}

static gboolean
fits (TideCheckAddition addition, const TideTextFinding *finding)
{
  switch (addition)
    {
    case TIDE_CHECK_ADD_OBSERVATION:
      return is_of_industry (finding);
    case TIDE_CHECK_ADD_DECLARED:
      return is_of_projects (finding) || counts_projects (finding);
    case TIDE_CHECK_ADD_COUNT:
      return counts_of_platform (finding);
    case TIDE_CHECK_ADD_PROJECT:
      return is_of_projects (finding);
    case TIDE_N_CHECK_ADDITIONS:
    default:
      return FALSE;
    }
}

/* Filling in -------------------------------------------------------------------------------- */

static void
fill (TideDraft *draft, const char *path, const char *text)
{
  if (text != NULL)
    tide_field_set_text (tide_draft_get_field (draft, path), text);
}

/* What cannot be read as it stands in the text is read by what was understood. */
static void
fill_written (TideDraft *amount, const Job *job)
{
  g_autofree char *quote = tide_check_text_dup_quote (job->reading, job->finding);
  TideField *field = tide_draft_get_field (amount, "written");
  g_autofree char *plain = NULL;

  tide_field_set_text (field, quote);
  if (tide_field_get_problem (field) == NULL || strchr (job->finding->value, '/') != NULL)
    return;

  plain = g_strdup_printf ("%s %s", job->finding->value,
                           job->finding->unit != NULL ? job->finding->unit : "");
  tide_field_set_text (field, g_strchomp (plain));
}

static void
fill_amount (TideDraft *amount, const Job *job, const char *source)
{
  fill_written (amount, job);
  if (job->finding->of != TIDE_TEXT_FINDING_OF_UNKNOWN)
    fill (amount, "kind", tide_text_finding_of_get_code (job->finding->of));
  fill (amount, "source", source);
}

/* @value of base units, told in the indicator's unit; nothing where they do not agree. */
static char *
dup_in_unit (const TideTextFinding *finding, const TideScale *unit)
{
  TideDecimal value, scale;

  if (unit == NULL || g_strcmp0 (unit->currency, finding->unit) != 0
      || tide_decimal_parse (finding->value, &value) != TIDE_DECIMAL_OK)
    return NULL;

  for (scale = unit->scale; scale.is_set && scale.scale == 0 && scale.mantissa > 1;
       scale.mantissa /= 10)
    if (scale.mantissa % 10 != 0)
      return NULL;
    else if (value.scale == 0 && value.mantissa % 10 == 0)
      value.mantissa /= 10;
    else if (value.scale++ == TIDE_DECIMAL_MAX_SCALE)
      return NULL;

  return tide_decimal_dup_text (&value);
}

static AdwDialog *
observation_form_new (const Job *job, const char *indicator)
{
  const TideTextFinding *finding = job->finding;
  TideEntryDialog *dialog
      = tide_entry_dialog_new (job->reg, TIDE_RECORD_INDICATOR, indicator, "observations", NULL);
  TideDraft *entry = tide_entry_dialog_get_entry (dialog);
  g_autofree char *source = tide_check_source_give (job->reg, tide_entry_dialog_get_draft (dialog),
                                                    tide_reading_get_text (job->reading));
  g_autofree char *quote = tide_check_text_dup_quote (job->reading, finding);
  g_autofree char *year = finding->from > 0 ? g_strdup_printf ("%u", finding->from) : NULL;
  g_autofree char *value = dup_in_unit (
      finding, (const TideScale *) TIDE_INDICATOR_PAYLOAD (
                   tide_register_lookup_payload (job->reg, TIDE_RECORD_INDICATOR, indicator))
                   ->unit);

  fill (entry, "period", year);
  fill (entry, "value", value);
  fill (entry, "written", quote);
  fill (entry, "source", source);

  return ADW_DIALOG (dialog);
}

static AdwDialog *
declared_amount_form_new (const Job *job, const char *event)
{
  TideEntryDialog *dialog
      = tide_entry_dialog_new (job->reg, TIDE_RECORD_EVENT, event, "declared/amounts", NULL);
  TideDraft *entry = tide_entry_dialog_get_entry (dialog);
  g_autofree char *source = tide_check_source_give (job->reg, tide_entry_dialog_get_draft (dialog),
                                                    tide_reading_get_text (job->reading));

  fill_amount (entry, job, source);
  if (job->finding->is_foreign)
    fill (entry, "part", "foreign");

  return ADW_DIALOG (dialog);
}

static void
add_source (TideDraft *draft, const char *source)
{
  TideField *field = tide_draft_get_field (draft, "sources");
  const char *ids = tide_field_get_text (field);
  g_auto (GStrv) known = g_strsplit (ids, "\n", -1);
  g_autofree char *longer
      = *ids != '\0' ? g_strconcat (ids, "\n", source, NULL) : g_strdup (source);

  if (!g_strv_contains ((const char *const *) known, source))
    tide_field_set_text (field, longer);
}

static AdwDialog *
declared_count_form_new (const Job *job, const char *event)
{
  TideRecordDialog *dialog
      = tide_record_dialog_new (job->reg, TIDE_RECORD_EVENT,
                                tide_register_lookup_payload (job->reg, TIDE_RECORD_EVENT, event));
  TideDraft *draft = tide_record_dialog_get_draft (dialog);
  g_autofree char *source
      = tide_check_source_give (job->reg, draft, tide_reading_get_text (job->reading));

  fill (draft, "declared/projects", job->finding->value);
  add_source (draft, source);

  return ADW_DIALOG (dialog);
}

static AdwDialog *
count_form_new (const Job *job, const char *platform)
{
  TideEntryDialog *dialog
      = tide_entry_dialog_new (job->reg, TIDE_RECORD_PLATFORM, platform, "counts", NULL);
  TideDraft *entry = tide_entry_dialog_get_entry (dialog);
  g_autofree char *source = tide_check_source_give (job->reg, tide_entry_dialog_get_draft (dialog),
                                                    tide_reading_get_text (job->reading));
  g_autofree char *quote = tide_check_text_dup_quote (job->reading, job->finding);

  fill (entry, "measure", job->finding->unit);
  fill (entry, "value", job->finding->value);
  fill (entry, "written", quote);
  fill (entry, "source", source);

  return ADW_DIALOG (dialog);
}

static gboolean
has_han (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;

  return FALSE;
}

static AdwDialog *
project_form_new (const Job *job)
{
  TideProjectDialog *dialog = tide_project_dialog_new (job->reg, NULL);
  TideDraft *draft = tide_project_dialog_get_draft (dialog);
  g_autofree char *source
      = tide_check_source_give (job->reg, draft, tide_reading_get_text (job->reading));

  if (job->name != NULL)
    fill (draft, has_han (job->name) ? "name/zh" : "name/en", job->name);
  fill_amount (tide_draft_append_entry (draft, "amounts"), job, source);
  add_source (draft, source);

  return ADW_DIALOG (dialog);
}

static void
present_form (const Job *job, const char *owner)
{
  AdwDialog *dialog = NULL;

  switch (job->addition)
    {
    case TIDE_CHECK_ADD_OBSERVATION:
      dialog = observation_form_new (job, owner);
      break;
    case TIDE_CHECK_ADD_DECLARED:
      dialog = job->finding->kind == TIDE_TEXT_FINDING_COUNT
                   ? declared_count_form_new (job, owner)
                   : declared_amount_form_new (job, owner);
      break;
    case TIDE_CHECK_ADD_COUNT:
      dialog = count_form_new (job, owner);
      break;
    case TIDE_CHECK_ADD_PROJECT:
    case TIDE_N_CHECK_ADDITIONS:
    default:
      dialog = project_form_new (job);
    }
  adw_dialog_present (dialog, job->parent);
}

/* To what it is added ----------------------------------------------------------------------- */

static void
on_owner_chosen (const char *id, gpointer data)
{
  const Job *job = data;

  /* It may have been deleted meanwhile. */
  if (tide_register_lookup (job->reg, get_owner_kind (job->addition), id) != NULL)
    present_form (job, id);
}

/* The first indicator that tells what the text does. */
static const char *
guess_owner (const Job *job)
{
  GListModel *indicators = G_LIST_MODEL (tide_register_get_list (job->reg, TIDE_RECORD_INDICATOR));
  const char *measure = tide_text_finding_of_get_code (job->finding->of);

  if (job->addition != TIDE_CHECK_ADD_OBSERVATION)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (TideRecord) indicator = g_list_model_get_item (indicators, i);
      const TidePayload *payload = tide_record_get_payload (indicator);

      if (g_strcmp0 (TIDE_INDICATOR_PAYLOAD (payload)->measure, measure) == 0)
        return payload->id;
    }

  return NULL;
}

/* The one that the text means, or the only one there is; else somebody has to say. */
static char *
dup_owner (const Job *job)
{
  const TideRecordKind kind = get_owner_kind (job->addition);
  GListModel *owners = G_LIST_MODEL (tide_register_get_list (job->reg, kind));
  g_autoptr (TideRecord) only = NULL;

  if (job->finding->record_kind == kind && job->finding->record != NULL
      && tide_register_lookup (job->reg, kind, job->finding->record) != NULL)
    return g_strdup (job->finding->record);
  if (g_list_model_get_n_items (owners) != 1)
    return NULL;

  only = g_list_model_get_item (owners, 0);

  return g_strdup (tide_record_get_id (only));
}

/**
 * tide_check_addition_is_offered:
 * @addition: what may be added
 * @reg: a register
 * @finding: what a text says
 *
 * Returns: whether @finding says something of that kind that the register does not have, or has
 *   otherwise, and the register can be changed
 */
gboolean
tide_check_addition_is_offered (TideCheckAddition addition,
                                TideRegister *reg,
                                const TideTextFinding *finding)
{
  const TideRecordKind owner = get_owner_kind (addition);

  if (tide_register_get_read_only (reg) || !is_missing (finding) || !fits (addition, finding))
    return FALSE;

  return owner == TIDE_RECORD_NONE || tide_list_get_n (tide_register_get_list (reg, owner)) > 0;
}

/**
 * tide_check_addition_present:
 * @addition: what is to be added, which has been offered
 * @reg: a register
 * @clue: what the form is filled in from
 * @parent: a widget
 *
 * Opens the ordinary form, filled in, after asking to what it is added where that is not clear.
 * Nothing is added before the form is saved, and then in one step.
 */
void
tide_check_addition_present (TideCheckAddition addition,
                             TideRegister *reg,
                             const TideCheckClue *clue,
                             GtkWidget *parent)
{
  const TideRecordKind kind = get_owner_kind (addition);
  Job *job = g_new0 (Job, 1);
  g_autofree char *owner = NULL;

  job->addition = addition;
  job->reg = g_object_ref (reg);
  job->reading = tide_reading_ref (clue->reading);
  job->finding = tide_text_finding_ref ((TideTextFinding *) clue->finding);
  job->name = g_strdup (clue->name);
  job->parent = g_object_ref (parent);

  owner = kind != TIDE_RECORD_NONE ? dup_owner (job) : NULL;
  if (kind == TIDE_RECORD_NONE || owner != NULL)
    {
      present_form (job, owner);
      job_free (job);
      return;
    }

  tide_check_choice_ask (reg, kind, guess_owner (job), parent, on_owner_chosen, job,
                         (GDestroyNotify) job_free);
}
