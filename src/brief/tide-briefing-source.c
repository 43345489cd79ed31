/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-briefing.h"
#include "brief/tide-phrase.h"
#include "core/tide-code.h"
#include "core/tide-record.h"

/* What the members of records are called, in English and Chinese. */
static const struct
{
  const char *path;
  const char *label[2];
} paths[] = {
  { "amounts", { "amounts", "金额" } },
  { "counts", { "counts", "数量" } },
  { "declared/amounts", { "declared amounts", "公布金额" } },
  { "declared/projects", { "declared number of projects", "公布项目数" } },
  { "growth", { "published growth", "公布增速" } },
  { "observations", { "observations", "观测值" } },
  { "sectors", { "fields", "领域" } },
};

static const struct
{
  TideRecordKind kind;
  const char *label[2];
} kinds[] = {
  { TIDE_RECORD_EVENT, { "event", "活动" } },
  { TIDE_RECORD_INDICATOR, { "indicator", "指标" } },
  { TIDE_RECORD_PLATFORM, { "platform", "平台" } },
  { TIDE_RECORD_PROJECT, { "project", "项目" } },
};

static const char *
choose (const TideBriefing *self, const char *en, const char *zh)
{
  return self->language == TIDE_LANGUAGE_ZH ? zh : en;
}

static const char *
get_path_label (const TideBriefing *self, const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    if (g_strcmp0 (paths[i].path, path) == 0)
      return paths[i].label[self->language == TIDE_LANGUAGE_ZH];

  return path;
}

static const char *
get_kind_label (const TideBriefing *self, TideRecordKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].label[self->language == TIDE_LANGUAGE_ZH];

  return tide_record_kind_get_list (kind);
}

/* What a record is called; of a confidential project no more than the briefing tells. */
static const char *
get_record_label (const TideBriefing *self, TideRecordKind kind, const char *id)
{
  const TidePayload *record
      = self->snapshot != NULL ? tide_snapshot_lookup (self->snapshot, kind, id) : NULL;
  const char *label;

  if (record != NULL && kind == TIDE_RECORD_PROJECT && !self->includes_names)
    {
      const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (record);

      if (project->confidential)
        return project->code_name != NULL ? project->code_name
                                          : choose (self, "a confidential project", "保密项目");
    }
  label = record != NULL ? tide_payload_get_label (record, self->language) : NULL;

  return label != NULL ? label : id;
}

static void
add_part (const TideBriefing *self,
          GString *text,
          const char *before,
          const char *words,
          const char *after)
{
  g_string_append (text, choose (self, "; ", "；"));
  g_string_append (text, before);
  g_string_append (text, words);
  g_string_append (text, after);
}

static void
add_projects (const TideBriefing *self, GString *text, const TideOrigin *origin)
{
  g_autofree char *n = tide_phrase_dup_count (origin->n, "project", self->language);

  add_part (self, text, choose (self, "", "计入"), n, choose (self, " counted", ""));
  if (origin->whole != NULL)
    {
      g_autofree char *whole = tide_phrase_dup_count (origin->n_whole, "project", self->language);

      add_part (self, text, choose (self, "of ", "总体为"), whole, "");
    }
  if (origin->currency != NULL && *origin->currency != '\0')
    add_part (self, text, choose (self, "in ", "币种："), origin->currency, "");
  if (origin->rate_set != NULL)
    add_part (self, text, choose (self, "rates: ", "汇率："),
              get_record_label (self, TIDE_RECORD_RATE_SET, origin->rate_set), "");
}

static const char *
get_code_label (const TideBriefing *self, const char *word)
{
  static const TideCodeSet sets[]
      = { TIDE_CODES_AMOUNT_KIND, TIDE_CODES_PART, TIDE_CODES_MEASURE, TIDE_CODES_GROWTH_BASIS };

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    if (tide_codes_find (sets[i], word) >= 0)
      return tide_codes_get_label (sets[i], word, self->language);

  return word;
}

/* What tells an entry from its neighbours, in words: “(Core talents, 2023)”. */
static void
add_entry (const TideBriefing *self, GString *text, const char *key)
{
  g_auto (GStrv) words = g_strsplit (key, "/", -1);
  const gboolean is_chinese = self->language == TIDE_LANGUAGE_ZH;
  gboolean is_first = TRUE;

  g_string_append (text, is_chinese ? "（" : " (");
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (!is_first)
        g_string_append (text, is_chinese ? "，" : ", ");
      g_string_append (text, get_code_label (self, words[i]));
      is_first = FALSE;
    }
  g_string_append (text, is_chinese ? "）" : ")");
}

static void
add_record (const TideBriefing *self, GString *text, const TideOrigin *origin)
{
  const gboolean is_chinese = self->language == TIDE_LANGUAGE_ZH;

  add_part (self, text, get_kind_label (self, origin->record_kind), is_chinese ? "：" : ": ",
            get_record_label (self, origin->record_kind, origin->record));
  if (origin->path != NULL)
    {
      g_string_append (text, is_chinese ? "，" : ", ");
      g_string_append (text, get_path_label (self, origin->path));
    }
  if (origin->entry != NULL)
    add_entry (self, text, origin->entry);
  if (origin->kind == TIDE_ORIGIN_GROWTH)
    {
      g_autofree char *span = tide_phrase_dup_span (&origin->from, &origin->to, self->language);

      g_string_append (text, is_chinese ? "，" : " ");
      g_string_append (text, span);
    }
}

/**
 * tide_briefing_dup_source:
 * @self: a briefing
 * @origin: what is behind one of its numbers
 *
 * Returns: (transfer full): that in words, in the language of the briefing: the rule, and how many
 *   rows it counts and at which rates, or which record says it. A confidential project has its code
 *   name there, unless the briefing has names
 */
char *
tide_briefing_dup_source (const TideBriefing *self, const TideOrigin *origin)
{
  GString *text = g_string_new (tide_origin_rule_get_label (origin->rule, self->language));

  if (origin->filter != NULL)
    add_projects (self, text, origin);
  if (origin->record != NULL)
    add_record (self, text, origin);

  return g_string_free_and_steal (text);
}

/**
 * tide_briefing_dup_title:
 * @self: a briefing
 *
 * Returns: (transfer full): its first heading; what the register is called where it has none
 */
char *
tide_briefing_dup_title (const TideBriefing *self)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const TideBriefingParagraph *paragraph = g_ptr_array_index (self->paragraphs, i);
      g_autoptr (GString) title = g_string_new (NULL);

      if (paragraph->style != TIDE_BRIEFING_HEADING)
        continue;
      for (guint j = 0; j < paragraph->runs->len; j++)
        g_string_append (title, ((TideBriefingRun *) g_ptr_array_index (paragraph->runs, j))->text);

      return g_string_free_and_steal (g_steal_pointer (&title));
    }

  return tide_briefing_dup_register_title (self);
}

/**
 * tide_briefing_dup_register_title:
 * @self: a briefing
 *
 * Returns: (transfer full): what its register is called; “Briefing” where that has no title
 */
char *
tide_briefing_dup_register_title (const TideBriefing *self)
{
  const TideText *title
      = self->snapshot != NULL ? &tide_snapshot_get_settings (self->snapshot)->title : NULL;
  const char *text = title != NULL ? tide_text_get (title, self->language) : NULL;

  return g_strdup (text != NULL ? text : choose (self, "Briefing", "简报"));
}
