/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-briefing-writer.h"

#include "brief/tide-briefing-fill.h"
#include "brief/tide-collection.h"
#include "core/tide-as-of.h"

/* What a thread works on. */
typedef struct
{
  TideSnapshot *snapshot;
  TideBriefingOptions *options;
} Writing;

static const TideTemplatePayload *
find_template (TideSnapshot *snapshot, const TideBriefingOptions *options)
{
  return options->wording != NULL ? TIDE_TEMPLATE_PAYLOAD (tide_snapshot_lookup (
                                        snapshot, TIDE_RECORD_TEMPLATE, options->wording))
                                  : NULL;
}

/**
 * tide_briefing_dup_wording:
 * @snapshot: the register
 * @options: what is asked for
 *
 * Returns: (transfer full) (nullable): the template asked for, as text; %NULL where neither the
 *   register nor the program has it
 */
char *
tide_briefing_dup_wording (TideSnapshot *snapshot, const TideBriefingOptions *options)
{
  const TideTemplatePayload *own = find_template (snapshot, options);

  if (options->wording_text != NULL)
    return g_strdup (options->wording_text);
  if (own != NULL)
    return g_strdup (own->wording != NULL ? own->wording : "");

  return tide_template_dup_built_in (options->wording != NULL ? options->wording
                                                              : tide_template_list_built_in ()[0],
                                     options->language);
}

static TideTemplate *
read_template (TideSnapshot *snapshot, const TideBriefingOptions *options, GError **error)
{
  g_autofree char *text = tide_briefing_dup_wording (snapshot, options);
  g_autoptr (GPtrArray) problems = NULL;
  TideTemplate *wording;

  if (text == NULL)
    {
      g_autoptr (TideProblem) problem
          = tide_problem_new (TIDE_PROBLEM_DANGLING_REFERENCE, options->wording, NULL);

      g_propagate_error (error, tide_problem_to_error (problem));
      return NULL;
    }

  wording = tide_template_new (text, &problems);
  if (wording == NULL)
    g_propagate_error (error, tide_problem_to_error (g_ptr_array_index (problems, 0)));

  return wording;
}

static TideSnapshot *
look_back (TideSnapshot *snapshot,
           const TideBriefingOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  const TideMoment moment = { .true_on = options->as_of };
  g_autoptr (TideAsOf) as_of = NULL;

  if (!tide_date_is_set (&options->as_of))
    return tide_snapshot_ref (snapshot);

  as_of = tide_as_of_new (snapshot, &moment, cancellable, error);

  return as_of != NULL ? tide_snapshot_ref (as_of->snapshot) : NULL;
}

static void
collect (TideCollection *self)
{
  static const struct
  {
    guint part;
    void (*add) (TideCollection *self);
  } steps[] = {
    { TIDE_ALL_PARTS, tide_collection_add_subject },
    { TIDE_ALL_PARTS, tide_collection_add_event },
    { TIDE_PART_TOTALS, tide_collection_add_totals },
    { TIDE_ALL_PARTS, tide_collection_add_classes },
    { TIDE_PART_PROJECTS, tide_collection_add_projects },
    { TIDE_PART_INDICATORS, tide_collection_add_indicators },
    { TIDE_PART_PLATFORMS, tide_collection_add_platforms },
    { TIDE_PART_COHORTS, tide_collection_add_cohorts },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps) && !g_cancellable_is_cancelled (self->cancellable);
       i++)
    if (steps[i].part == TIDE_ALL_PARTS || (self->options->parts & steps[i].part) != 0)
      steps[i].add (self);
}

static char **
list_projects (const TideCollection *self)
{
  const GPtrArray *projects = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (TideMatcher) matcher = tide_matcher_new (self->total->filter, self->snapshot);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      if (tide_matcher_matches (matcher, project))
        g_strv_builder_add (ids, project->base.id);
    }

  return g_strv_builder_end (ids);
}

static TideBriefing *
write_as_of (TideSnapshot *snapshot,
             const TideBriefingOptions *options,
             const TideTemplate *wording,
             GCancellable *cancellable)
{
  g_autoptr (TideCollection) collection = tide_collection_new (snapshot, options, cancellable);
  g_autoptr (GArray) pieces = NULL;
  TideBriefing *briefing;

  if (collection == NULL)
    return NULL;

  collect (collection);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;

  pieces = tide_briefing_fill (wording, collection->facts, options->language);
  briefing
      = tide_briefing_new (options->language, tide_briefing_lay_out (pieces, options->language),
                           list_projects (collection));
  tide_briefing_set_register (briefing, snapshot, options->includes_names);

  return briefing;
}

static gboolean
has_record (TideSnapshot *snapshot, TideRecordKind kind, const char *id)
{
  return id != NULL && tide_snapshot_lookup (snapshot, kind, id) != NULL;
}

/* Whether what it is about is there. Without its filter, it would be about everything. */
static gboolean
check_subject (TideSnapshot *snapshot, const TideBriefingOptions *options, GError **error)
{
  g_autoptr (TideProblem) problem = NULL;

  if (options->subject == TIDE_SUBJECT_EVENT
      && !has_record (snapshot, TIDE_RECORD_EVENT, options->event))
    problem = tide_problem_new (TIDE_PROBLEM_DANGLING_REFERENCE, options->event, NULL);
  if (options->subject == TIDE_SUBJECT_FILTER && options->filter == NULL
      && !has_record (snapshot, TIDE_RECORD_FILTER, options->filter_id))
    problem = tide_problem_new (TIDE_PROBLEM_DANGLING_REFERENCE, options->filter_id, NULL);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

/**
 * tide_briefing_write:
 * @snapshot: a register with its history
 * @options: what is asked for
 * @cancellable: (nullable): stops it
 * @error: %TIDE_PROBLEM_ERROR where the template, the event or the filter is not there, a
 * placeholder of the template is wrong, or the date lies before the history; %G_IO_ERROR_CANCELLED
 *
 * Writes a briefing. Every figure is worked out by the functions that the pages use. Any thread may
 * call it.
 *
 * Returns: (transfer full) (nullable): the briefing
 */
TideBriefing *
tide_briefing_write (TideSnapshot *snapshot,
                     const TideBriefingOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (TideTemplate) wording = read_template (snapshot, options, error);
  g_autoptr (TideSnapshot) past = NULL;
  g_autoptr (TideBriefing) briefing = NULL;

  if (wording == NULL)
    return NULL;
  if (!check_subject (snapshot, options, error))
    return NULL;

  past = look_back (snapshot, options, cancellable, error);
  if (past == NULL)
    return NULL;

  briefing = write_as_of (past, options, wording, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&briefing);
}

static void
writing_free (Writing *self)
{
  tide_snapshot_unref (self->snapshot);
  tide_briefing_options_free (self->options);
  g_free (self);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Writing *writing = data;
  GError *error = NULL;
  TideBriefing *briefing
      = tide_briefing_write (writing->snapshot, writing->options, cancellable, &error);

  if (briefing != NULL)
    g_task_return_pointer (task, briefing, (GDestroyNotify) tide_briefing_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tide_briefing_write_async:
 * @snapshot: a register with its history
 * @options: what is asked for
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As tide_briefing_write(), in a thread.
 */
void
tide_briefing_write_async (TideSnapshot *snapshot,
                           const TideBriefingOptions *options,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  writing->snapshot = tide_snapshot_ref (snapshot);
  writing->options = tide_briefing_options_copy (options);
  g_task_set_source_tag (task, tide_briefing_write_async);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * tide_briefing_write_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the briefing
 */
TideBriefing *
tide_briefing_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tide_briefing_write_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
