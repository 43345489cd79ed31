/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-innovation-text.h"

#include "core/tide-result-stage.h"
#include "ui/lists/tide-project-text.h"

#include <glib/gi18n-lib.h>

static void
join (GString *text, const char *part)
{
  g_autofree char *isolated = NULL;

  if (part == NULL || *part == '\0')
    return;

  isolated = tide_text_dup_isolated (part);
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, isolated);
}

static void
join_reference (GString *text, TideRegister *reg, TideRecordKind kind, const char *id)
{
  g_autofree char *label = tide_project_text_dup_reference (reg, kind, id);

  join (text, label);
}

static void
join_code (GString *text, TideCodeSet set, const char *code)
{
  if (code != NULL)
    join (text, tide_codes_get_label (set, code, tide_language_get_default ()));
}

/**
 * tide_innovation_dup_name:
 * @record: a platform or a result
 *
 * Returns: (transfer full): what it is called
 */
char *
tide_innovation_dup_name (const TidePayload *record)
{
  const char *label = tide_payload_get_label (record, tide_language_get_default ());

  return g_strdup (label != NULL ? label : _ ("Without a Name"));
}

/**
 * tide_innovation_dup_details:
 * @reg: its register
 * @platform: a platform
 *
 * Returns: (transfer full): what it is, where, and who runs it, in one line
 */
char *
tide_innovation_dup_details (TideRegister *reg, const TidePlatformPayload *platform)
{
  g_autoptr (GString) text = g_string_new (NULL);

  join_code (text, TIDE_CODES_PLATFORM_KIND, platform->kind);
  join_reference (text, reg, TIDE_RECORD_DIVISION, platform->division);
  join_reference (text, reg, TIDE_RECORD_PARTY, platform->host);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tide_innovation_dup_count:
 * @count: a count of a platform
 *
 * Returns: (transfer full): its number; as its source has it where there is no number
 */
char *
tide_innovation_dup_count (const TidePlatformCount *count)
{
  if (count->value.is_set)
    return tide_decimal_dup_text (&count->value);

  return g_strdup (count->written != NULL ? count->written : "—");
}

/**
 * tide_innovation_list_measures:
 * @platform: a platform
 *
 * Returns: (transfer full) (element-type utf8): what it has counts of, in the order of the
 *   vocabulary, then own words in that of the counts; the words belong to the platform
 */
GPtrArray *
tide_innovation_list_measures (const TidePlatformPayload *platform)
{
  GPtrArray *measures = g_ptr_array_new ();
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; i < tide_entries_get_n (platform->counts); i++)
    {
      char *measure = ((TidePlatformCount *) g_ptr_array_index (platform->counts, i))->measure;

      if (measure != NULL && !g_ptr_array_find_with_equal_func (own, measure, g_str_equal, NULL))
        g_ptr_array_add (own, measure);
    }

  for (guint i = 0; i < tide_codes_get_n (TIDE_CODES_MEASURE); i++)
    {
      guint position;

      if (g_ptr_array_find_with_equal_func (own, tide_codes_get_code (TIDE_CODES_MEASURE, i),
                                            g_str_equal, &position))
        g_ptr_array_add (measures, g_ptr_array_steal_index (own, position));
    }
  g_ptr_array_extend (measures, own, NULL, NULL);

  return measures;
}

static const TidePlatformCount *
find_latest (const TidePlatformPayload *platform, const char *measure)
{
  const TidePlatformCount *latest = NULL;

  for (guint i = 0; i < tide_entries_get_n (platform->counts); i++)
    {
      const TidePlatformCount *count = g_ptr_array_index (platform->counts, i);

      if (g_strcmp0 (count->measure, measure) == 0
          && (latest == NULL || tide_date_compare (&count->date, &latest->date) > 0))
        latest = count;
    }

  return latest;
}

static void
join_latest (GString *text, const TidePlatformPayload *platform, const char *measure)
{
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *number = tide_innovation_dup_count (find_latest (platform, measure));
  g_autofree char *name
      = tide_text_dup_isolated (tide_codes_get_label (TIDE_CODES_MEASURE, measure, language));
  /* Translators: what a platform of innovation has, such as Research teams, and how many of it */
  g_autofree char *part = g_strdup_printf (_ ("%s: %s"), name, number);

  join (text, part);
}

/**
 * tide_innovation_dup_latest:
 * @platform: a platform
 *
 * Returns: (transfer full): the latest count of each measure
 */
char *
tide_innovation_dup_latest (const TidePlatformPayload *platform)
{
  g_autoptr (GPtrArray) measures = tide_innovation_list_measures (platform);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < measures->len; i++)
    join_latest (text, platform, g_ptr_array_index (measures, i));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tide_innovation_dup_fields:
 * @reg: a register
 * @sectors: (nullable) (element-type utf8): ids of its sectors
 *
 * Returns: (transfer full): what they are called, in one line
 */
char *
tide_innovation_dup_fields (TideRegister *reg, const GPtrArray *sectors)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (sectors); i++)
    join_reference (text, reg, TIDE_RECORD_SECTOR, g_ptr_array_index (sectors, i));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tide_innovation_dup_present:
 * @result: a result
 *
 * Returns: (transfer full): the stage it is at, and since when; empty where nobody has said
 */
char *
tide_innovation_dup_present (const TideResultPayload *result)
{
  const TideResultStage *present = tide_result_get_present (result);
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *date = NULL;

  if (present == NULL)
    return g_strdup ("");
  if (!tide_date_is_set (&present->date))
    return g_strdup (tide_codes_get_label (TIDE_CODES_RESULT_STAGE, present->stage, language));

  date = tide_date_dup_label (&present->date, language);

  /* Translators: the stage of a result of research, such as Pilot, and the date since when */
  return g_strdup_printf (_ ("%s since %s"),
                          tide_codes_get_label (TIDE_CODES_RESULT_STAGE, present->stage, language),
                          date);
}

/**
 * tide_innovation_dup_outcome:
 * @reg: its register
 * @result: a result
 *
 * Returns: (transfer full): the project and the company that it became; empty for neither
 */
char *
tide_innovation_dup_outcome (TideRegister *reg, const TideResultPayload *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  join_reference (text, reg, TIDE_RECORD_PROJECT, result->became);
  join_reference (text, reg, TIDE_RECORD_PARTY, result->company);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Searching --------------------------------------------------------------------------------- */

static void
add_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s\n", line);
}

static void
add_both (GString *text, const TideText *name)
{
  add_line (text, name->en);
  add_line (text, name->zh);
}

static void
add_platform (GString *text, TideRegister *reg, const TidePlatformPayload *platform)
{
  g_autofree char *details = tide_innovation_dup_details (reg, platform);
  g_autofree char *latest = tide_innovation_dup_latest (platform);
  g_autofree char *fields = tide_innovation_dup_fields (reg, platform->sectors);

  add_both (text, &platform->name);
  add_line (text, details);
  add_line (text, latest);
  add_line (text, fields);
  add_line (text, platform->notes);
}

static void
add_result (GString *text, TideRegister *reg, const TideResultPayload *result)
{
  const TidePayload *platform
      = result->platform != NULL
            ? tide_register_lookup_payload (reg, TIDE_RECORD_PLATFORM, result->platform)
            : NULL;
  g_autofree char *present = tide_innovation_dup_present (result);
  g_autofree char *outcome = tide_innovation_dup_outcome (reg, result);
  g_autofree char *fields = tide_innovation_dup_fields (reg, result->sectors);

  add_both (text, &result->name);
  if (platform != NULL)
    add_both (text, &TIDE_PLATFORM_PAYLOAD (platform)->name);
  add_line (text, present);
  add_line (text, outcome);
  add_line (text, fields);
  add_line (text, result->notes);
}

/**
 * tide_innovation_dup_search_text:
 * @reg: its register
 * @record: a platform or a result
 *
 * Returns: (transfer full): the text by which it is found, folded
 */
char *
tide_innovation_dup_search_text (TideRegister *reg, const TidePayload *record)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (record->shape == tide_shape_for_kind (TIDE_RECORD_PLATFORM))
    add_platform (text, reg, TIDE_PLATFORM_PAYLOAD (record));
  else
    add_result (text, reg, TIDE_RESULT_PAYLOAD (record));

  return tide_text_fold (text->str);
}
