/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-brief-json.h"

#include "codec/tide-json-emitter.h"
#include "codec/tide-json-writer.h"

static void
write_word (TideJsonEmitter *emitter, const char *name, const char *word)
{
  if (word == NULL)
    return;

  tide_json_emitter_name (emitter, name);
  tide_json_emitter_string (emitter, word);
}

static void
write_filter (TideJsonEmitter *emitter, const char *name, const TideFilter *filter)
{
  g_autofree char *text = NULL;

  if (filter == NULL)
    return;

  text = tide_json_write_payload (&filter->base);
  tide_json_emitter_name (emitter, name);
  tide_json_emitter_raw (emitter, text, -1);
}

static void
write_number (TideJsonEmitter *emitter, const char *name, guint n)
{
  g_autofree char *digits = g_strdup_printf ("%u", n);

  tide_json_emitter_name (emitter, name);
  tide_json_emitter_raw (emitter, digits, -1);
}

static void
write_date (TideJsonEmitter *emitter, const char *name, const TideDate *date)
{
  g_autofree char *text = tide_date_dup_text (date);

  write_word (emitter, name, text);
}

static void
write_origin (TideJsonEmitter *emitter, const TideOrigin *origin)
{
  write_word (emitter, "rule", tide_origin_rule_get_code (origin->rule));
  write_filter (emitter, "filter", origin->filter);
  if (origin->filter != NULL)
    write_number (emitter, "projects", origin->n);
  write_filter (emitter, "whole", origin->whole);
  if (origin->whole != NULL)
    write_number (emitter, "projects-of-whole", origin->n_whole);
  write_word (emitter, "currency", origin->currency);
  write_word (emitter, "rate-set", origin->rate_set);
  if (origin->record_kind != TIDE_RECORD_NONE)
    write_word (emitter, "type", tide_record_kind_get_list (origin->record_kind));
  write_word (emitter, "record", origin->record);
  write_word (emitter, "path", origin->path);
  write_date (emitter, "from", &origin->from);
  write_date (emitter, "to", &origin->to);
}

static void
write_run (TideJsonEmitter *emitter, const TideBriefingRun *run)
{
  tide_json_emitter_item (emitter);
  tide_json_emitter_begin_line (emitter);
  tide_json_emitter_begin_object (emitter);
  write_word (emitter, "text", run->text);
  write_word (emitter, "key", run->key);
  if (run->origin != NULL)
    write_origin (emitter, run->origin);
  tide_json_emitter_end_object (emitter);
  tide_json_emitter_end_line (emitter);
}

static void
write_paragraph (TideJsonEmitter *emitter, const TideBriefingParagraph *paragraph)
{
  static const char *const styles[] = { "heading", "text", "item" };

  tide_json_emitter_item (emitter);
  tide_json_emitter_begin_object (emitter);
  write_word (emitter, "style", styles[paragraph->style]);
  tide_json_emitter_name (emitter, "runs");
  tide_json_emitter_begin_array (emitter);
  for (guint i = 0; i < paragraph->runs->len; i++)
    write_run (emitter, g_ptr_array_index (paragraph->runs, i));
  tide_json_emitter_end_array (emitter);
  tide_json_emitter_end_object (emitter);
}

/**
 * tide_tool_brief_write_json:
 * @briefing: a briefing
 *
 * Returns: (transfer full): it, with what is behind each number
 */
GBytes *
tide_tool_brief_write_json (const TideBriefing *briefing)
{
  TideJsonEmitter emitter;

  tide_json_emitter_init (&emitter);
  tide_json_emitter_begin_object (&emitter);
  write_word (&emitter, "language", briefing->language == TIDE_LANGUAGE_ZH ? "zh" : "en");
  tide_json_emitter_name (&emitter, "paragraphs");
  tide_json_emitter_begin_array (&emitter);
  for (guint i = 0; i < briefing->paragraphs->len; i++)
    write_paragraph (&emitter, g_ptr_array_index (briefing->paragraphs, i));
  tide_json_emitter_end_array (&emitter);
  tide_json_emitter_end_object (&emitter);

  return tide_json_emitter_free_to_bytes (&emitter);
}
