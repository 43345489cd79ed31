/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

static const char *const threshold_words[]
    = { "以上",     "及以上",    "以下",    "及以下",  "(含)以上", "or more",
        "or above", "and above", "or over", "or less", "and over", NULL };

/* “from 40 up to 52 firms” is no limit. */
static gboolean
is_course (const TideReader *self, guint at)
{
  const guint from = at > 40 ? at - 40 : 0;

  if (!tide_reader_ends_with (self, tide_reader_skip_space_back (self, at), "up to"))
    return FALSE;
  for (guint i = MAX (from, tide_reader_sentence_start (self, at)); i < at; i++)
    if (tide_reader_match (self, i, "from ") != 0)
      return TRUE;

  return FALSE;
}

/**
 * tide_reader_read_qualifier:
 * @self: a reader
 * @mention: a number with its unit
 *
 * Reads what is said before a number, or behind it, of how far it is meant to be exact.
 */
void
tide_reader_read_qualifier (const TideReader *self, TideMention *mention)
{
  guint at = tide_reader_skip_space_back (self, mention->start);
  guint edge;
  int value = is_course (self, at)
                  ? 0
                  : tide_reader_match_word_back (self, at, tide_qualifiers_before, &edge);

  if (value != 0)
    {
      mention->qualifier = (TideTextFindingQualifier) value;
      mention->start = edge;
      return;
    }
  value = tide_reader_match_word (self, tide_reader_skip_space (self, mention->end),
                                  tide_qualifiers_after, &edge);
  if (value != 0)
    mention->qualifier = (TideTextFindingQualifier) value;
}

/* “projects above 1 billion yuan”, 超过10亿元的项目 */
static gboolean
is_limit (const TideReader *self, const TideMention *mention)
{
  static const char *const words[]
      = { "above", "over",  "exceeding",    "of at least", "of over", "of more than", "worth over",
          "below", "under", "of less than", "of up to",    "不足",    "低于",         "超过",
          "超",    NULL };
  static const char *const classes[] = { "projects", "enterprises", "companies", "firms", NULL };
  static const char *const things[] = { "的项目", "的企业", "的工业企业", NULL };
  const guint end = tide_reader_skip_space_back (self, mention->start);

  if (tide_reader_match_any (self, mention->end, things) != 0)
    return tide_reader_ends_with_any (self, end, words);
  for (guint i = 0; words[i] != NULL; i++)
    if (tide_reader_ends_with (self, end, words[i]))
      {
        const guint start = end - (guint) g_utf8_strlen (words[i], -1);

        if (tide_reader_ends_with_any (self, tide_reader_skip_space_back (self, start), classes))
          return TRUE;
      }

  return FALSE;
}

/**
 * tide_reader_read_threshold:
 * @self: a reader
 * @mention: an amount
 *
 * Tells an amount that is the limit of a class of things, and is not said of anything.
 */
void
tide_reader_read_threshold (const TideReader *self, TideMention *mention)
{
  const guint end
      = tide_reader_match_any (self, tide_reader_skip_space (self, mention->end), threshold_words);

  if (end == 0 && !is_limit (self, mention))
    return;

  mention->of = TIDE_TEXT_FINDING_OF_THRESHOLD;
  mention->has_own_of = TRUE;
  if (end != 0)
    mention->end = end;
}
