/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-saved-briefing.h"

#include "brief/tide-phrase.h"
#include "brief/tide-placeholder.h"
#include "core/tide-code.h"
#include "core/tide-record.h"

#include <string.h>

#define PROJECTS_KEY "projects.count"

typedef struct
{
  const TideBriefingPayload *saved; /* borrowed */
  const TideBriefing *now;          /* borrowed */
  TideSnapshot *snapshot;           /* borrowed */
  GPtrArray *changes;               /* owned, of TideBriefingChange */
} Comparison;

static void
change_free (TideBriefingChange *self)
{
  g_free (self->key);
  g_free (self->then);
  g_free (self->now);
  g_free (self->project);
  g_free (self->sentence);
  g_free (self);
}

static const char *
choose (const Comparison *self, const char *en, const char *zh)
{
  return self->now->language == TIDE_LANGUAGE_ZH ? zh : en;
}

/* Projects ------------------------------------------------------------------------------------ */

static const TideStatusEntry *
find_status (const TideProjectPayload *project)
{
  const TideStatusEntry *last = NULL;

  for (guint i = 0; i < tide_entries_get_n (project->statuses); i++)
    {
      const TideStatusEntry *entry = g_ptr_array_index (project->statuses, i);

      if (entry->rank == project->status)
        last = entry;
    }

  return last;
}

static char *
dup_name (const Comparison *self, const TideProjectPayload *project)
{
  const char *name = tide_text_get (&project->name, self->now->language);

  if (project->confidential && !self->saved->includes_names)
    name = project->code_name != NULL ? project->code_name
                                      : choose (self, "a confidential project", "保密项目");

  return g_strdup_printf ("“%s”", name != NULL ? name : project->base.id);
}

static char *
dup_termination (const Comparison *self, const TideProjectPayload *project, const char *name)
{
  const TideStatusEntry *entry = find_status (project);
  const TideDate none = { 0 };
  g_autofree char *when
      = tide_phrase_dup_when (entry != NULL ? &entry->date : &none, self->now->language);

  if (self->now->language == TIDE_LANGUAGE_ZH)
    return g_strdup_printf ("%s%s终止", name, when);

  return g_strdup_printf ("%s was terminated%s%s", name, *when != '\0' ? " " : "", when);
}

static char *
dup_leaving (const Comparison *self, const char *id)
{
  const TideProjectPayload *project
      = TIDE_PROJECT_PAYLOAD (tide_snapshot_lookup (self->snapshot, TIDE_RECORD_PROJECT, id));
  g_autofree char *name = NULL;

  if (project == NULL)
    return g_strdup (
        choose (self, "a project was removed from the register", "一个项目已从台账删除"));

  name = dup_name (self, project);
  if (project->status == TIDE_STATUS_TERMINATED)
    return dup_termination (self, project, name);
  if (!project->counted)
    return g_strconcat (name, choose (self, " does not count any more", "不再计入合计"), NULL);

  return g_strconcat (
      name, choose (self, " is not among what was asked for any more", "不再符合筛选条件"), NULL);
}

static char *
dup_coming (const Comparison *self, const char *id)
{
  const TideProjectPayload *project
      = TIDE_PROJECT_PAYLOAD (tide_snapshot_lookup (self->snapshot, TIDE_RECORD_PROJECT, id));
  g_autofree char *name = project != NULL ? dup_name (self, project) : g_strdup (id);

  return g_strconcat (name, choose (self, " is new", "为新增"), NULL);
}

/* Sentences about the projects of @ids that are not in @others. */
static void
add_projects (Comparison *self,
              GPtrArray *changes,
              const char *const *ids,
              GHashTable *others,
              char *(*dup_sentence) (const Comparison *self, const char *id))
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TideBriefingChange *change;

      if (g_hash_table_contains (others, ids[i]))
        continue;

      change = g_new0 (TideBriefingChange, 1);
      change->project = g_strdup (ids[i]);
      change->sentence = dup_sentence (self, ids[i]);
      g_ptr_array_add (changes, change);
    }
}

static GHashTable *
create_set (const char *const *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (set, (char *) ids[i]);

  return set;
}

static GPtrArray *
compare_projects (Comparison *self)
{
  const GPtrArray *kept = self->saved->projects;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) then = NULL;
  const char *const *now = (const char *const *) self->now->projects;
  g_autoptr (GHashTable) then_set = NULL;
  g_autoptr (GHashTable) now_set = create_set (now);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);

  for (guint i = 0; i < tide_entries_get_n (kept); i++)
    g_strv_builder_add (builder, g_ptr_array_index (kept, i));
  then = g_strv_builder_end (builder);
  then_set = create_set ((const char *const *) then);
  add_projects (self, changes, (const char *const *) then, now_set, dup_leaving);
  add_projects (self, changes, now, then_set, dup_coming);

  return changes;
}

/* Numbers ------------------------------------------------------------------------------------- */

static const char *
find_label (const Comparison *self, const char *list, const char *key)
{
  static const struct
  {
    const char *list;
    TideRecordKind kind;
  } kinds[] = {
    { "taxonomy", TIDE_RECORD_TAXONOMY }, { "field", TIDE_RECORD_SECTOR },
    { "division", TIDE_RECORD_DIVISION }, { "indicator", TIDE_RECORD_INDICATOR },
    { "platform", TIDE_RECORD_PLATFORM }, { "cohort", TIDE_RECORD_EVENT },
  };
  const TidePayload *record = NULL;

  if (g_str_equal (list, "kind"))
    return tide_phrase_get_kind (key, self->now->language);
  if (g_str_equal (list, "stage"))
    return tide_codes_get_label (TIDE_CODES_STAGE, key, self->now->language);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && record == NULL; i++)
    if (g_str_equal (kinds[i].list, list))
      record = tide_snapshot_lookup (self->snapshot, kinds[i].kind, key);

  return record != NULL ? tide_payload_get_label (record, self->now->language) : key;
}

/* The project that a number belongs to may be a secret. */
static char *
dup_item (const Comparison *self, const char *segment)
{
  g_auto (GStrv) words = g_strsplit (segment, ":", 2);
  g_autofree char *key = NULL;
  const TidePayload *project;

  if (words[1] == NULL)
    return g_strdup (segment);

  key = g_strdelimit (g_strdup (words[1]), "~", '/');
  if (!g_str_equal (words[0], "project"))
    return g_strdup (find_label (self, words[0], key));

  project = tide_snapshot_lookup (self->snapshot, TIDE_RECORD_PROJECT, key);

  return project != NULL ? dup_name (self, TIDE_PROJECT_PAYLOAD (project))
                         : g_strdup (choose (self, "a removed project", "已删除项目"));
}

/* What a number is a number of: `How many projects there are (New energy)`. */
static char *
dup_subject (const Comparison *self, const char *key)
{
  g_auto (GStrv) segments = g_strsplit (key, "/", -1);
  const guint n = g_strv_length (segments);
  const TidePlaceholder *placeholder = tide_placeholder_find (segments[n - 1]);
  const char *label = placeholder != NULL
                          ? tide_placeholder_get_label (placeholder, self->now->language)
                          : segments[n - 1];
  g_autofree char *item = n > 1 ? dup_item (self, segments[n - 2]) : NULL;

  if (item == NULL)
    return g_strdup (label);

  return g_strdup_printf (self->now->language == TIDE_LANGUAGE_ZH ? "%s（%s）" : "%s (%s)", label,
                          item);
}

static char *
dup_sentence (const Comparison *self, const char *key, const char *then, const char *now)
{
  const gboolean is_chinese = self->now->language == TIDE_LANGUAGE_ZH;
  g_autofree char *subject = dup_subject (self, key);

  if (then == NULL)
    return g_strdup_printf (is_chinese ? "%s：现为%s，原无" : "%s: now %s, then nothing", subject,
                            now);
  if (now == NULL)
    return g_strdup_printf (is_chinese ? "%s：原为%s，现无" : "%s: then %s, now nothing", subject,
                            then);

  return g_strdup_printf (is_chinese ? "%s：原为%s，现为%s" : "%s: then %s, now %s", subject, then,
                          now);
}

/* Of the number of projects, which ones it was. */
static void
add_reasons (const Comparison *self, TideBriefingChange *change, const GPtrArray *projects)
{
  GString *sentence = g_string_new_take (g_steal_pointer (&change->sentence));

  for (guint i = 0; i < projects->len; i++)
    g_string_append_printf (
        sentence, "%s%s", i == 0 ? choose (self, ": ", "：") : choose (self, "; ", "；"),
        ((const TideBriefingChange *) g_ptr_array_index (projects, i))->sentence);
  change->sentence = g_string_free_and_steal (sentence);
}

static void
add_figure (
    Comparison *self, const char *key, const char *then, const char *now, const GPtrArray *projects)
{
  TideBriefingChange *change;

  if (g_strcmp0 (then, now) == 0)
    return;

  change = g_new0 (TideBriefingChange, 1);
  change->key = g_strdup (key);
  change->then = g_strdup (then);
  change->now = g_strdup (now);
  change->sentence = dup_sentence (self, key, then, now);
  if (g_str_equal (key, PROJECTS_KEY))
    add_reasons (self, change, projects);
  g_ptr_array_add (self->changes, change);
}

static void
compare_figures (Comparison *self, const GPtrArray *projects)
{
  g_autoptr (GPtrArray) numbers = tide_briefing_list_numbers (self->now);
  g_autoptr (GHashTable) now = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) then = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < numbers->len; i++)
    {
      const TideBriefingRun *run = g_ptr_array_index (numbers, i);

      g_hash_table_insert (now, run->key, run->text);
    }

  for (guint i = 0; i < tide_entries_get_n (self->saved->figures); i++)
    {
      const TideBriefingFigure *figure = g_ptr_array_index (self->saved->figures, i);

      g_hash_table_add (then, figure->key);
      add_figure (self, figure->key, figure->text, g_hash_table_lookup (now, figure->key),
                  projects);
    }

  for (guint i = 0; i < numbers->len; i++)
    {
      const TideBriefingRun *run = g_ptr_array_index (numbers, i);

      if (g_hash_table_add (then, run->key))
        add_figure (self, run->key, NULL, run->text, projects);
    }
}

/**
 * tide_briefing_compare:
 * @saved: a saved briefing
 * @now: what tide_briefing_write() gives for tide_briefing_options_new_saved() now
 * @snapshot: the register it was written from
 *
 * Tells what has changed since: numbers that differ, came or went, in the order in which they were
 * said, and then the projects that are counted no longer, with why, and those that are counted only
 * now. The sentence about how many projects there are names these too: `then 17 projects, now 16
 * projects: “X” was terminated on 15 August 2026`. Of confidential projects only the code name is
 * told, unless the briefing names them.
 *
 * Returns: (transfer full) (element-type TideBriefingChange): the changes, none where all is as it
 *   was
 */
GPtrArray *
tide_briefing_compare (const TideBriefingPayload *saved,
                       const TideBriefing *now,
                       TideSnapshot *snapshot)
{
  Comparison self = { .saved = saved, .now = now, .snapshot = snapshot };
  g_autoptr (GPtrArray) projects = compare_projects (&self);

  self.changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  compare_figures (&self, projects);
  g_ptr_array_extend_and_steal (self.changes, g_steal_pointer (&projects));

  return self.changes;
}
