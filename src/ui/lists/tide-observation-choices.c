/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-observation-choices.h"

#include <glib/gi18n-lib.h>

static void
append (GtkStringList *values, GtkStringList *labels, const char *value, const char *label)
{
  gtk_string_list_append (values, value);
  gtk_string_list_append (labels, label != NULL ? label : value);
}

/**
 * tide_observation_choices_init:
 * @self: (out): choices, with all bases and no sources, to be cleared
 */
void
tide_observation_choices_init (TideObservationChoices *self)
{
  self->bases = gtk_string_list_new (NULL);
  self->base_labels = gtk_string_list_new (NULL);
  self->sources = gtk_string_list_new (NULL);
  self->source_labels = gtk_string_list_new (NULL);

  append (self->bases, self->base_labels, "", C_ ("choice", "None"));
  for (guint i = 0; i < tide_codes_get_n (TIDE_CODES_GROWTH_BASIS); i++)
    {
      const char *code = tide_codes_get_code (TIDE_CODES_GROWTH_BASIS, i);

      append (self->bases, self->base_labels, code,
              tide_codes_get_label (TIDE_CODES_GROWTH_BASIS, code, tide_language_get_default ()));
    }
}

/**
 * tide_observation_choices_fill_sources:
 * @self: choices that nobody shows any more
 * @reg: a register
 *
 * Offers its sources, by their titles.
 */
void
tide_observation_choices_fill_sources (TideObservationChoices *self, TideRegister *reg)
{
  TideList *list = tide_register_get_list (reg, TIDE_RECORD_SOURCE);

  g_clear_object (&self->sources);
  g_clear_object (&self->source_labels);
  self->sources = gtk_string_list_new (NULL);
  self->source_labels = gtk_string_list_new (NULL);

  append (self->sources, self->source_labels, "", C_ ("choice", "None"));
  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TidePayload *source = tide_list_get_payload (list, i);

      append (self->sources, self->source_labels, source->id,
              tide_payload_get_label (source, tide_language_get_default ()));
    }
}

/**
 * tide_observation_choices_clear:
 * @self: choices
 */
void
tide_observation_choices_clear (TideObservationChoices *self)
{
  g_clear_object (&self->bases);
  g_clear_object (&self->base_labels);
  g_clear_object (&self->sources);
  g_clear_object (&self->source_labels);
}
