/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-decoder.h"
#include "codec/tide-encoding-private.h"

#include <string.h>
#include <unicode/ucsdet.h>

/* As much as ICU looks at. */
#define DETECTED 8000

/* How far an encoding that was detected is tried. */
#define TRIED (1024 * 1024)

/* What the pattern of zero bytes is looked for in. */
#define PATTERN (64 * 1024)

/* More than this many bytes that are wrong, and the text is no UTF-8 with a slip in it. */
#define MAX_BAD 100

#define SURE 95

/* What ICU detects beyond the names that are ours. */
static const struct
{
  const char *name;
  TideEncoding encoding;
} detected_names[] = {
  { "ISO-8859-1", TIDE_ENCODING_WINDOWS_1252 }, /* which has all its characters, and more */
  { "ISO-8859-8-I", TIDE_ENCODING_ISO_8859_8 },
};

typedef struct
{
  const guint8 *data; /* behind the mark */
  gsize size;
  GArray *guesses; /* of TideEncodingGuess, owned */
} Guessing;

static void
add (Guessing *self, TideEncoding encoding, guint confidence)
{
  const TideEncodingGuess guess = { .encoding = encoding, .confidence = confidence };

  for (guint i = 0; i < self->guesses->len; i++)
    if (g_array_index (self->guesses, TideEncodingGuess, i).encoding == encoding)
      return;
  g_array_append_val (self->guesses, guess);
}

static gboolean
is_sure (const Guessing *self)
{
  return self->guesses->len > 0
         && g_array_index (self->guesses, TideEncodingGuess, 0).confidence >= SURE;
}

static gboolean
is_character (guint32 code)
{
  return code != 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff);
}

/* Whether all is characters when read four bytes at a time: no other text is. */
static gboolean
is_utf32 (const Guessing *self, gboolean is_big)
{
  const gsize end = MIN (self->size, PATTERN) & ~(gsize) 3;

  for (gsize i = 0; i < end; i += 4)
    {
      guint32 code;

      memcpy (&code, self->data + i, sizeof code);
      if (!is_character (is_big ? GUINT32_FROM_BE (code) : GUINT32_FROM_LE (code)))
        return FALSE;
    }

  return end > 0;
}

/* How many characters of ASCII there are when read two bytes at a time. */
static gsize
count_ascii (const Guessing *self, gboolean is_big)
{
  const gsize end = MIN (self->size, PATTERN) & ~(gsize) 1;
  gsize count = 0;

  for (gsize i = 0; i < end; i += 2)
    count += self->data[i + !is_big] == 0
             && (g_ascii_isprint (self->data[i + is_big])
                 || g_ascii_isspace (self->data[i + is_big]));

  return count;
}

/* Text of single bytes has no zero among them. Text in UTF-16 has: those of separators and line
 * breaks at least. */
static void
guess_wide (Guessing *self, gboolean has_mark, TideEncoding mark)
{
  const gsize n_units = MIN (self->size, PATTERN) / 2;
  gsize little, big;

  if (memchr (self->data, 0, MIN (self->size, PATTERN)) == NULL)
    return;

  for (guint is_big = 0; is_big < 2; is_big++)
    if (is_utf32 (self, is_big))
      add (self, is_big ? TIDE_ENCODING_UTF32_BE : TIDE_ENCODING_UTF32_LE, 100);
  if (self->guesses->len > 0)
    return;

  little = count_ascii (self, FALSE);
  big = count_ascii (self, TRUE);
  if (MAX (little, big) < n_units / 50 + 1)
    return;
  add (self, little > big ? TIDE_ENCODING_UTF16_LE : TIDE_ENCODING_UTF16_BE,
       MAX (little, big) > 4 * MIN (little, big) ? 100 : 70);
  if (has_mark)
    add (self, mark, 60);
}

/* Bytes that begin a character of several, and bytes that are no UTF-8. */
static void
count_utf8 (const Guessing *self, gsize *n_good, gsize *n_bad)
{
  const char *text = (const char *) self->data;
  const char *end = text + self->size;

  *n_good = *n_bad = 0;
  while (text < end && *n_bad <= MAX_BAD)
    {
      const char *begin = text;

      if (!g_utf8_validate_len (begin, (gsize) (end - begin), &text))
        (*n_bad)++;
      for (const char *c = begin; c < text; c++)
        *n_good += (guint8) *c >= 0xc0;
      text += text < end;
    }
}

/* Bytes that are UTF-8 by accident are rare, and rarer the more there are; one slip in a long text
 * makes it no other encoding. */
static void
guess_utf8 (Guessing *self, gboolean has_mark)
{
  gsize n_good, n_bad;

  count_utf8 (self, &n_good, &n_bad);
  if (n_bad == 0)
    add (self, TIDE_ENCODING_UTF8,
         n_good == 0 || has_mark ? 100 : (guint) MIN (80 + 5 * n_good, 100));
  else if (n_good > 10 * n_bad)
    add (self, TIDE_ENCODING_UTF8, 90);
  else if (n_good > n_bad && n_bad <= MAX_BAD)
    add (self, TIDE_ENCODING_UTF8, 30);
}

/* The lines with bytes beyond ASCII: ICU looks at the beginning of a text only. */
static GString *
gather_sample (const Guessing *self)
{
  GString *sample = g_string_sized_new (DETECTED);
  const guint8 *end = self->data + self->size;

  for (const guint8 *line = self->data; line < end && sample->len < DETECTED;)
    {
      const guint8 *next = memchr (line, '\n', (gsize) (end - line));
      const gsize length = (gsize) ((next != NULL ? next + 1 : end) - line);
      gboolean is_ascii = TRUE;

      for (gsize i = 0; i < length && is_ascii; i++)
        is_ascii = line[i] < 0x80;
      if (!is_ascii)
        g_string_append_len (sample, (const char *) line, (gssize) MIN (length, DETECTED));
      line += length;
    }

  return sample;
}

static gboolean
find_detected (const char *name, TideEncoding *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (detected_names); i++)
    if (strcmp (detected_names[i].name, name) == 0)
      {
        *encoding = detected_names[i].encoding;
        return TRUE;
      }

  return tide_encoding_from_id (name, encoding);
}

/* Whether the beginning of the text has a meaning in an encoding. */
static gboolean
can_be_read (const Guessing *self, TideEncoding encoding)
{
  const gsize size = MIN (self->size, TRIED);
  g_autoptr (GBytes) bytes = g_bytes_new_static (self->data, size);
  g_autoptr (TideDecoder) decoder = tide_decoder_new (bytes, encoding);
  g_autoptr (GError) error = NULL;
  gsize length;

  while (tide_decoder_next (decoder, &length, &error) != NULL)
    continue;

  return error == NULL || (size < self->size && tide_decoder_get_offset (decoder) + 4 > size);
}

static void
detect (Guessing *self)
{
  g_autoptr (GString) sample = gather_sample (self);
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch **matches;
  gint32 n_matches = 0;

  ucsdet_setText (detector, sample->str, (gint32) sample->len, &status);
  matches = ucsdet_detectAll (detector, &n_matches, &status);
  for (gint32 i = 0; U_SUCCESS (status) && i < n_matches; i++)
    {
      const char *name = ucsdet_getName (matches[i], &status);
      TideEncoding encoding;

      /* Unicode is found by rule. */
      if (find_detected (name, &encoding) && encoding >= TIDE_ENCODING_GB18030
          && can_be_read (self, encoding))
        add (self, encoding, MIN ((guint) ucsdet_getConfidence (matches[i], &status), SURE));
    }
  ucsdet_close (detector);
}

static int
compare_guesses (gconstpointer a, gconstpointer b)
{
  const TideEncodingGuess *first = a;
  const TideEncodingGuess *second = b;

  return (first->confidence < second->confidence) - (first->confidence > second->confidence);
}

/**
 * tide_encoding_guess:
 * @bytes: a text
 *
 * Finds the encodings that a text may be in: from zero bytes UTF-16 and UTF-32, from its validity
 * UTF-8, and all others from how often their characters occur in languages (ICU). GB18030 gives a
 * meaning to almost any bytes: that a text can be read proves nothing, and no guess replaces the
 * eyes of a person. A byte order mark is believed where the bytes do not speak against it.
 *
 * Returns: (transfer full) (element-type TideEncodingGuess): the encodings, the surest first; at
 *   least one
 */
GArray *
tide_encoding_guess (GBytes *bytes)
{
  Guessing self = { .guesses = g_array_new (FALSE, FALSE, sizeof (TideEncodingGuess)) };
  TideEncoding mark = TIDE_ENCODING_UTF8;
  gsize length;

  self.data = g_bytes_get_data (bytes, &self.size);
  if (self.size == 0)
    self.data = (const guint8 *) "";
  length = tide_encoding_get_mark (self.data, self.size, &mark);
  if (length > 0)
    {
      self.data += length;
      self.size -= length;
    }
  guess_wide (&self, length > 0, mark);
  if (!is_sure (&self))
    guess_utf8 (&self, length > 0 && mark == TIDE_ENCODING_UTF8);
  if (!is_sure (&self))
    detect (&self);
  if (!is_sure (&self) && length > 0 && can_be_read (&self, mark))
    add (&self, mark, 50);
  g_array_sort (self.guesses, compare_guesses);
  add (&self, TIDE_ENCODING_UTF8, 0);

  return self.guesses;
}
