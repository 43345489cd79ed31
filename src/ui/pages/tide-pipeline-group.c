/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-pipeline-group.h"

#include "ui/pages/tide-details-row.h"

#include <glib/gi18n-lib.h>

struct _TidePipelineGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* owned, of borrowed rows */
};

G_DEFINE_FINAL_TYPE (TidePipelineGroup, tide_pipeline_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (TidePipelineGroup *self, const char *title, const char *subtitle)
{
  GtkWidget *row = tide_details_row_new (title, subtitle, NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_step (TidePipelineGroup *self, const TidePipelineTrack *track, guint index)
{
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *share = tide_pipeline_step_dup_share (&track->steps[index]);
  g_autofree char *time = tide_pipeline_step_dup_time (&track->steps[index]);
  g_autofree char *text = *time != '\0' ? g_strconcat (share, "\n", time, NULL) : NULL;
  g_autofree char *title = g_strdup_printf (
      /* Translators: two stages of results of research that follow one another: Sample to Pilot */
      _ ("%s to %s"),
      tide_codes_get_label (TIDE_CODES_RESULT_STAGE, track->stages[index].stage, language),
      tide_codes_get_label (TIDE_CODES_RESULT_STAGE, track->stages[index + 1].stage, language));

  add_row (self, title, text != NULL ? text : share);
}

static void
add_track (TidePipelineGroup *self, const TidePipelineTrack *track, TideResultTrack kind)
{
  const char *name = tide_codes_get_label (
      TIDE_CODES_RESULT_KIND, tide_result_track_get_kind (kind), tide_language_get_default ());
  g_autofree char *outcome = tide_pipeline_track_dup_outcome (track);
  /* Translators: a kind of results of research: Technology or Team */
  g_autofree char *title = g_strdup_printf (_ ("%s: What They Became"), name);

  for (guint i = 0; i + 1 < TIDE_RESULT_TRACK_LENGTH; i++)
    add_step (self, track, i);
  add_row (self, title, outcome);
}

static void
tide_pipeline_group_dispose (GObject *object)
{
  g_clear_pointer (&TIDE_PIPELINE_GROUP (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (tide_pipeline_group_parent_class)->dispose (object);
}

static void
tide_pipeline_group_class_init (TidePipelineGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tide_pipeline_group_dispose;
}

static void
tide_pipeline_group_init (TidePipelineGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Conversion"));
}

/**
 * tide_pipeline_group_show:
 * @self: a group
 * @pipeline: what was counted; tracks without results are not shown
 */
void
tide_pipeline_group_show (TidePipelineGroup *self, const TideResultPipeline *pipeline)
{
  g_autofree char *left_out = NULL;

  g_return_if_fail (TIDE_IS_PIPELINE_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  left_out = tide_result_pipeline_dup_left_out (pipeline);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), left_out);
  for (int i = 0; i < TIDE_N_RESULT_TRACKS; i++)
    if (pipeline->tracks[i].n_results > 0)
      add_track (self, &pipeline->tracks[i], (TideResultTrack) i);
}
