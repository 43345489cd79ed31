/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-check-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a text without a heading the beginning has to do. */
#define LONGEST_TITLE 120

/**
 * tide_check_source_dup_title:
 * @text: a text
 *
 * Returns: (transfer full): what it is called: its first line with words, which of most texts is
 *   their heading
 */
char *
tide_check_source_dup_title (const char *text)
{
  const char *begin = text + strspn (text, " \t\r\n\f\v");
  g_autofree char *line = g_strndup (begin, strcspn (begin, "\r\n\f\v"));
  g_autofree char *title = NULL;

  g_strstrip (line);
  if (g_utf8_strlen (line, -1) <= LONGEST_TITLE)
    return g_steal_pointer (&line);

  title = g_utf8_substring (line, 0, LONGEST_TITLE);

  return g_strconcat (title, "…", NULL);
}

static const char *
find_source (TideRegister *reg, const char *title)
{
  GListModel *sources = G_LIST_MODEL (tide_register_get_list (reg, TIDE_RECORD_SOURCE));

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (TideRecord) source = g_list_model_get_item (sources, i);
      const TidePayload *payload = tide_record_get_payload (source);

      if (g_strcmp0 (TIDE_SOURCE_PAYLOAD (payload)->title, title) == 0)
        return payload->id;
    }

  return NULL;
}

static TidePayload *
source_new (TideRegister *reg, const char *id, const char *title)
{
  TidePayload *payload = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_SOURCE), id);
  TideSourcePayload *source = (TideSourcePayload *) payload;
  g_autofree char *day = NULL;
  g_autofree char *notes = NULL;
  TideDate today;

  tide_date_init_from_time (&today, tide_clock_get_seconds (tide_register_get_clock (reg)),
                            tide_register_get_settings (reg)->time_zone);
  day = tide_date_dup_text (&today);
  /* Translators: a note of a source; %s is the day on which somebody read it */
  notes = g_strdup_printf (_ ("Accessed %s"), day);
  tide_payload_set_string (&source->title, title);
  tide_payload_set_string (&source->notes, notes);

  return payload;
}

/**
 * tide_check_source_give:
 * @reg: a register
 * @draft: the draft of an open form
 * @text: a text that says something about it
 *
 * Finds the source that is called as the text is, or has one come with @draft, which is added only
 * if the draft refers to it when it is saved.
 *
 * Returns: (transfer full): the id of the source
 */
char *
tide_check_source_give (TideRegister *reg, TideDraft *draft, const char *text)
{
  g_autofree char *title = tide_check_source_dup_title (text);
  const char *known = find_source (reg, title);
  char *id;

  if (known != NULL)
    return g_strdup (known);

  id = tide_clock_dup_id (tide_register_get_clock (reg));
  tide_draft_take_companion (draft, TIDE_RECORD_SOURCE, source_new (reg, id, title));

  return id;
}
