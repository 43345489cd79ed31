/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-indicator.h"

#include "tide-test-register.h"

static void
add_break (TidePayload *indicator, char *const *parts)
{
  TidePayload *entry = tide_test_payload_add_entry (indicator, "breaks", NULL);

  tide_test_payload_set (entry, "before", parts[0]);
  if (parts[1] != NULL)
    tide_test_payload_set (entry, "reason", parts[1]);
}

static void
add_growth (TidePayload *indicator, char *const *parts)
{
  TidePayload *entry = tide_test_payload_add_entry (indicator, "growth", NULL);

  tide_test_payload_set (entry, "from", parts[0]);
  tide_test_payload_set (entry, "to", parts[1]);
  if (*parts[2] != '\0')
    tide_test_payload_set (entry, "rate", parts[2]);
  if (parts[3] != NULL)
    tide_test_payload_set (entry, "basis", parts[3]);
}

static void
set_written (TidePayload *indicator, char *const *parts)
{
  const GPtrArray *observations = TIDE_INDICATOR_PAYLOAD (indicator)->observations;
  g_autofree char *text = g_strdelimit (g_strdup (parts[1]), "_", ' ');
  g_auto (GStrv) names = g_strsplit (parts[0], "/", 2);
  TideDate period;

  g_assert_true (tide_date_parse (names[0], TRUE, &period));
  for (guint i = 0; i < observations->len; i++)
    {
      TideObservation *observation = g_ptr_array_index (observations, i);

      if (tide_date_equal (&observation->period, &period)
          && g_strcmp0 (observation->revision, names[1]) == 0)
        tide_test_payload_set (&observation->base, "written", text);
    }
}

static void
add_observation (TidePayload *indicator, const char *key, const char *value)
{
  TidePayload *entry = tide_test_payload_add_entry (indicator, "observations", NULL);
  g_auto (GStrv) names = g_strsplit (key, "/", 2);

  tide_test_payload_set (entry, "period", names[0]);
  if (names[1] != NULL)
    tide_test_payload_set (entry, "revision", names[1]);
  if (g_strcmp0 (value, "-") != 0)
    tide_test_payload_set (entry, "value", value);
}

static void
add_word (TidePayload *indicator, const char *word)
{
  g_auto (GStrv) pair = g_strsplit (word, "=", 2);
  g_auto (GStrv) parts = g_strsplit (pair[1], ":", -1);

  if (g_ascii_isdigit (*pair[0]))
    add_observation (indicator, pair[0], pair[1]);
  else if (g_strcmp0 (pair[0], "break") == 0)
    add_break (indicator, parts);
  else if (g_strcmp0 (pair[0], "growth") == 0)
    add_growth (indicator, parts);
  else if (g_strcmp0 (pair[0], "written") == 0)
    set_written (indicator, parts);
  else
    tide_test_payload_set (indicator, pair[0], pair[1]);
}

TidePayload *
tide_test_indicator_new (const char *id, const char *words)
{
  TidePayload *indicator = tide_test_payload_new (TIDE_RECORD_INDICATOR, id, id);
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  tide_test_payload_set (indicator, "unit/currency", "CNY");
  tide_test_payload_set (indicator, "unit/scale", "100000000");
  for (guint i = 0; list[i] != NULL && *list[i] != '\0'; i++)
    add_word (indicator, list[i]);

  return tide_payload_seal (indicator);
}
