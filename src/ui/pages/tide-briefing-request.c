/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-briefing-request.h"

static const struct
{
  const char *name;
  gsize offset;
} strings[] = {
  { "event", G_STRUCT_OFFSET (TideBriefingOptions, event) },
  { "filter", G_STRUCT_OFFSET (TideBriefingOptions, filter_id) },
  { "unit", G_STRUCT_OFFSET (TideBriefingOptions, unit) },
  { "currency", G_STRUCT_OFFSET (TideBriefingOptions, currency) },
  { "rate-set", G_STRUCT_OFFSET (TideBriefingOptions, rate_set) },
  { "amount-kind", G_STRUCT_OFFSET (TideBriefingOptions, amount_kind) },
  { "template", G_STRUCT_OFFSET (TideBriefingOptions, wording) },
};

static const struct
{
  const char *name;
  gsize offset;
} dates[] = {
  { "from", G_STRUCT_OFFSET (TideBriefingOptions, from) },
  { "to", G_STRUCT_OFFSET (TideBriefingOptions, to) },
  { "as-of", G_STRUCT_OFFSET (TideBriefingOptions, as_of) },
};

/**
 * tide_briefing_request_to_variant:
 * @options: what is asked for; a filter that is not saved in the register is not kept
 *
 * Returns: (transfer floating): the same as an `a{sv}`
 */
GVariant *
tide_briefing_request_to_variant (const TideBriefingOptions *options)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "subject", "s", tide_briefing_subject_get_code (options->subject));
  g_variant_dict_insert (&dict, "chinese", "b", options->language == TIDE_LANGUAGE_ZH);
  g_variant_dict_insert (&dict, "parts", "u", options->parts);
  g_variant_dict_insert (&dict, "include-names", "b", options->includes_names);
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, options, strings[i].offset);

      if (text != NULL)
        g_variant_dict_insert (&dict, strings[i].name, "s", text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const TideDate *date = G_STRUCT_MEMBER_P (options, dates[i].offset);
      char text[TIDE_DATE_TEXT_SIZE];

      if (tide_date_is_set (date))
        g_variant_dict_insert (&dict, dates[i].name, "s",
                               tide_date_format (date, text, sizeof text));
    }

  return g_variant_dict_end (&dict);
}

static void
read_date (GVariantDict *dict, const char *name, TideDate *date)
{
  const char *text;

  if (!g_variant_dict_lookup (dict, name, "&s", &text) || !tide_date_parse (text, TRUE, date)
      || !tide_date_is_real (date))
    *date = (TideDate) { 0 };
}

/**
 * tide_briefing_request_new_from_variant:
 * @request: an `a{sv}`, such as tide_briefing_request_to_variant() gave, perhaps long ago
 *
 * Returns: (transfer full): what was asked for, as far as it can be read
 */
TideBriefingOptions *
tide_briefing_request_new_from_variant (GVariant *request)
{
  TideBriefingOptions *options = tide_briefing_options_new ();
  g_auto (GVariantDict) dict = { 0 };
  gboolean is_chinese = FALSE;
  guint parts = 0;
  const char *text;

  g_variant_dict_init (&dict, request);
  if (g_variant_dict_lookup (&dict, "subject", "&s", &text)
      && tide_briefing_subject_from_code (text) >= 0)
    options->subject = (TideBriefingSubject) tide_briefing_subject_from_code (text);
  g_variant_dict_lookup (&dict, "chinese", "b", &is_chinese);
  options->language = is_chinese ? TIDE_LANGUAGE_ZH : TIDE_LANGUAGE_EN;
  if (g_variant_dict_lookup (&dict, "parts", "u", &parts) && (parts & TIDE_ALL_PARTS) != 0)
    options->parts = parts & TIDE_ALL_PARTS;
  g_variant_dict_lookup (&dict, "include-names", "b", &options->includes_names);
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    if (g_variant_dict_lookup (&dict, strings[i].name, "&s", &text))
      G_STRUCT_MEMBER (char *, options, strings[i].offset) = g_strdup (text);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    read_date (&dict, dates[i].name, G_STRUCT_MEMBER_P (options, dates[i].offset));

  return options;
}
