/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

#include <string.h>

/* Columns that are nothing but a member. */
static const struct
{
  TideImportField field;
  const char *path;
} members[] = {
  { TIDE_IMPORT_NUMBER, "number" },
  { TIDE_IMPORT_CODE_NAME, "code-name" },
  { TIDE_IMPORT_IN_CHARGE, "in-charge" },
  { TIDE_IMPORT_NOTES, "notes" },
  { TIDE_IMPORT_PLAN_START, "plans/start" },
  { TIDE_IMPORT_PLAN_COMPLETION, "plans/completion" },
  { TIDE_IMPORT_PLAN_PRODUCTION, "plans/production" },
  { TIDE_IMPORT_DIVISION, "division" },
  { TIDE_IMPORT_EVENT, "event" },
};

static const char *
get_text (const TideImportSaid *said, TideImportField field)
{
  const int kind = tide_import_field_get_value_kind (field);

  return kind >= 0 ? tide_import_said_get_target (said, (TideImportValueKind) kind)
                   : said->texts[field];
}

/* FALSE where the row says nothing of it, and nothing is to be cleared. */
static gboolean
init_value (const TideImportSaid *said,
            TideImportField field,
            const TideMember *member,
            TideValue *value)
{
  const gboolean is_date = member->kind == TIDE_MEMBER_DATE;
  const char *text = is_date ? NULL : get_text (said, field);

  if (!said->is_said[field] && !(said->is_mapped[field] && said->work->plan->clears))
    return FALSE;
  if (said->is_said[field] && !is_date && text == NULL)
    return FALSE;

  if (is_date)
    *value = (TideValue) { .kind = TIDE_MEMBER_DATE, .as.date = said->dates[field] };
  else if (text == NULL)
    *value = (TideValue) { .kind = member->kind };
  else
    tide_value_init_string (value, member->kind, text);

  return TRUE;
}

static void
set_members (const TideImportSaid *said, TidePayload *project)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const TideMember *member = tide_shape_resolve (&tide_shape_project, members[i].path);
      g_auto (TideValue) value = { 0 };

      if (init_value (said, members[i].field, member, &value)
          && (tide_value_is_set (&value) || strchr (members[i].path, '/') == NULL
              || TIDE_PROJECT_PAYLOAD (project)->plans != NULL))
        tide_payload_set_value_at (project, members[i].path, &value);
    }
}

/* A name that it has in the other language already says nothing new. */
static void
set_names (const TideImportSaid *said, TidePayload *project)
{
  TideText *name = &((TideProjectPayload *) project)->name;
  const char *any = said->texts[TIDE_IMPORT_NAME];

  if (said->texts[TIDE_IMPORT_NAME_ZH] != NULL)
    tide_payload_set_string (&name->zh, said->texts[TIDE_IMPORT_NAME_ZH]);
  if (said->texts[TIDE_IMPORT_NAME_EN] != NULL)
    tide_payload_set_string (&name->en, said->texts[TIDE_IMPORT_NAME_EN]);
  if (any != NULL && g_strcmp0 (any, name->zh) != 0 && g_strcmp0 (any, name->en) != 0)
    tide_payload_set_string (tide_import_name_find_slot (name, said->work->plan, any), any);
}

static void
add_missing (TidePayload *project, const char *member, const GPtrArray *known, const char *text)
{
  for (guint i = 0; i < tide_entries_get_n (known); i++)
    if (strcmp (g_ptr_array_index (known, i), text) == 0)
      return;

  tide_payload_add_string (project, member, text);
}

static void
add_tags (const TideImportSaid *said, TidePayload *project)
{
  g_autoptr (GString) text = NULL;
  g_auto (GStrv) words = NULL;

  if (said->texts[TIDE_IMPORT_TAGS] == NULL)
    {
      if (said->is_mapped[TIDE_IMPORT_TAGS] && said->work->plan->clears)
        g_clear_pointer (&((TideProjectPayload *) project)->tags, g_ptr_array_unref);
      return;
    }

  text = g_string_new (said->texts[TIDE_IMPORT_TAGS]);
  g_string_replace (text, "，", ",", 0);
  g_string_replace (text, "、", ",", 0);
  g_string_replace (text, "；", ",", 0);
  g_string_replace (text, ";", ",", 0);
  g_string_replace (text, "\n", ",", 0);
  words = g_strsplit (text->str, ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = tide_text_normalise (words[i]);

      if (word != NULL)
        add_missing (project, "tags", TIDE_PROJECT_PAYLOAD (project)->tags, word);
    }
}

static void
add_sources (const TideImportSaid *said, TidePayload *project)
{
  const GArray *namings = said->namings[TIDE_IMPORT_VALUE_SOURCE];

  for (guint i = 0; i < namings->len; i++)
    add_missing (
        project, "sources", TIDE_PROJECT_PAYLOAD (project)->sources,
        tide_import_meaning_of (said->work, g_array_index (namings, TideImportNaming, i).value)
            ->target);
}

static TidePayload *
project_begin (TideImportSaid *said, const TidePayload *before)
{
  g_autofree char *id = NULL;
  TidePayload *project;

  if (before != NULL)
    return tide_payload_copy (before);

  if (said->texts[TIDE_IMPORT_ID] == NULL)
    id = tide_clock_dup_id (said->work->clock);
  project = tide_payload_new (&tide_shape_project, id != NULL ? id : said->texts[TIDE_IMPORT_ID]);
  ((TideProjectPayload *) project)->created = said->work->now;
  ((TideProjectPayload *) project)->updated = said->work->now;

  return project;
}

static TidePayload *
date_change (TideImportWork *work, const TidePayload *before, TidePayload *sealed)
{
  TidePayload *project;

  if (before == NULL || tide_payload_equal (before, sealed))
    return sealed;

  project = tide_payload_copy (sealed);
  tide_payload_unref (sealed);
  ((TideProjectPayload *) project)->updated = work->now;

  return tide_payload_seal (project);
}

/*
 * tide_import_project_new:
 * @said: what a row says
 * @before: (nullable): the project that it is about; %NULL for a new one
 *
 * Makes the project that comes of the row. What the row says nothing of stays. What the project
 * cannot be becomes a problem of the row.
 *
 * Returns: (transfer full): the project, sealed
 */
TidePayload *
tide_import_project_new (TideImportSaid *said, const TidePayload *before)
{
  TidePayload *project = project_begin (said, before);

  set_names (said, project);
  set_members (said, project);
  tide_import_project_set_classes (said, project);
  tide_import_project_set_stages (said, project);
  tide_import_project_set_amounts (said, project);
  add_tags (said, project);
  add_sources (said, project);

  return date_change (said->work, before, tide_payload_seal (project));
}
