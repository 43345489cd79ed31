/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-text.h"

#include <string.h>

#define NO_LANGUAGE (-1)

/* A choice of the person at the machine, not of a register. */
static int preferred_language = NO_LANGUAGE;

G_DEFINE_BOXED_TYPE (TideText, tide_text, tide_text_copy, tide_text_free)

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[0] == '\0';
}

/**
 * tide_text_copy:
 * @text: a text
 *
 * Returns: (transfer full): a copy
 */
TideText *
tide_text_copy (const TideText *text)
{
  TideText *copy = g_new (TideText, 1);

  tide_text_init_copy (copy, text);
  return copy;
}

/**
 * tide_text_free:
 * @text: (transfer full): a text
 */
void
tide_text_free (TideText *text)
{
  tide_text_clear (text);
  g_free (text);
}

/**
 * tide_text_init:
 * @text: (out): what to initialise
 * @en: (nullable): the English text
 * @zh: (nullable): the Chinese text
 *
 * Initialises a text with strings of its own; end it with tide_text_clear().
 */
void
tide_text_init (TideText *text, const char *en, const char *zh)
{
  text->en = en != NULL ? g_ref_string_new (en) : NULL;
  text->zh = zh != NULL ? g_ref_string_new (zh) : NULL;
}

/**
 * tide_text_init_copy:
 * @text: (out): what to initialise
 * @other: a text
 *
 * Initialises a text with copies of the strings of another; end it with tide_text_clear().
 */
void
tide_text_init_copy (TideText *text, const TideText *other)
{
  tide_text_init (text, other->en, other->zh);
}

/**
 * tide_text_clear:
 * @text: a text
 *
 * Drops the strings.
 */
void
tide_text_clear (TideText *text)
{
  g_clear_pointer (&text->en, g_ref_string_release);
  g_clear_pointer (&text->zh, g_ref_string_release);
}

/**
 * tide_text_get:
 * @text: a text
 * @language: the language wanted
 *
 * Returns: (transfer none) (nullable): the text in @language, else in the other one; %NULL if there
 *   is none
 */
const char *
tide_text_get (const TideText *text, TideLanguage language)
{
  const char *wanted = language == TIDE_LANGUAGE_ZH ? text->zh : text->en;
  const char *other = language == TIDE_LANGUAGE_ZH ? text->en : text->zh;

  if (!is_blank (wanted))
    return wanted;

  return is_blank (other) ? NULL : other;
}

/**
 * tide_text_get_other:
 * @text: a text
 * @language: a language
 *
 * Returns: (transfer none) (nullable): the text in the language that is not @language; %NULL if
 *   there is none
 */
const char *
tide_text_get_other (const TideText *text, TideLanguage language)
{
  const char *other = language == TIDE_LANGUAGE_ZH ? text->en : text->zh;

  return is_blank (other) ? NULL : other;
}

/**
 * tide_text_is_empty:
 * @text: a text
 *
 * Returns: whether there is a text in neither language
 */
gboolean
tide_text_is_empty (const TideText *text)
{
  return is_blank (text->en) && is_blank (text->zh);
}

/**
 * tide_text_equal:
 * @a: a text
 * @b: another
 *
 * Returns: whether both languages agree
 */
gboolean
tide_text_equal (const TideText *a, const TideText *b)
{
  return g_strcmp0 (a->en, b->en) == 0 && g_strcmp0 (a->zh, b->zh) == 0;
}

/**
 * tide_language_prefer:
 * @code: (nullable): `en` or `zh`; %NULL or another word for the language of the desktop
 *
 * Chooses the language in which the whole program shows names. Call it on the main thread.
 */
void
tide_language_prefer (const char *code)
{
  int preferred = NO_LANGUAGE;

  if (g_strcmp0 (code, "en") == 0)
    preferred = TIDE_LANGUAGE_EN;
  else if (g_strcmp0 (code, "zh") == 0)
    preferred = TIDE_LANGUAGE_ZH;

  g_atomic_int_set (&preferred_language, preferred);
}

/**
 * tide_language_get_default:
 *
 * Returns: the language that has been chosen with tide_language_prefer(), else the person's first
 *   language among those that registers have, else English
 */
TideLanguage
tide_language_get_default (void)
{
  const char *const *names = g_get_language_names ();
  const int preferred = g_atomic_int_get (&preferred_language);

  if (preferred != NO_LANGUAGE)
    return (TideLanguage) preferred;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "zh"))
        return TIDE_LANGUAGE_ZH;
      if (g_str_has_prefix (names[i], "en"))
        return TIDE_LANGUAGE_EN;
    }

  return TIDE_LANGUAGE_EN;
}

/**
 * tide_text_normalise:
 * @typed: (nullable): what a person typed
 *
 * Puts typed text into the form in which registers keep it: composed (Unicode NFC), without space
 * at either end.
 *
 * Returns: (transfer full) (nullable): the text, %NULL if nothing is left or it is not UTF-8
 */
char *
tide_text_normalise (const char *typed)
{
  g_autofree char *composed
      = typed != NULL ? g_utf8_normalize (typed, -1, G_NORMALIZE_DEFAULT_COMPOSE) : NULL;
  const char *start = composed;
  const char *end;

  if (composed == NULL)
    return NULL;

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  end = start + strlen (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }

  return end > start ? g_strndup (start, (gsize) (end - start)) : NULL;
}

/**
 * tide_text_fold:
 * @text: a text
 *
 * Puts text into the form in which it is searched: without regard to case, width and the other
 * differences that Unicode's compatibility forms take away.
 *
 * Returns: (transfer full): the folded text, empty if @text is not UTF-8
 */
char *
tide_text_fold (const char *text)
{
  g_autofree char *normal = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

/* Whether @text holds a character that would turn the words after it around. */
static gboolean
has_direction_mark (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar character = g_utf8_get_char (c);

      if ((character >= 0x202a && character <= 0x202e)
          || (character >= 0x2066 && character <= 0x2069))
        return TRUE;
    }

  return FALSE;
}

/**
 * tide_text_dup_isolated:
 * @text: text of a person, to stand within a sentence
 *
 * Keeps @text from turning round what stands after it. The marks of Unicode's bidirectional
 * algorithm (UAX #9) that would do so are enclosed between U+2068 and U+2069; text without any is
 * left alone.
 *
 * Returns: (transfer full): the text
 */
char *
tide_text_dup_isolated (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return has_direction_mark (text) ? g_strconcat ("\u2068", text, "\u2069", NULL) : g_strdup (text);
}

/**
 * tide_text_take_number:
 * @number: (transfer full): a number, as C writes it
 *
 * Returns: (transfer full): the number as people read it: with a minus sign, U+2212, instead of the
 *   hyphen, which is too short and may be broken off at the end of a line
 */
char *
tide_text_take_number (char *number)
{
  g_autofree char *taken = number;

  g_return_val_if_fail (number != NULL, NULL);

  return *taken == '-' ? g_strconcat ("−", taken + 1, NULL) : g_steal_pointer (&taken);
}
