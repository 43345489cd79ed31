/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-encoding-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>
#include <unicode/ucnv.h>

static const struct
{
  const char *id;
  const char *label;
  const char *script;    /* whose characters it has, for people */
  const char *converter; /* what ICU calls it, where that is not the id */
} encodings[TIDE_N_ENCODINGS] = {
  [TIDE_ENCODING_UTF8] = { "utf-8", "UTF-8", N_ ("Unicode") },
  [TIDE_ENCODING_UTF16_LE] = { "utf-16le", "UTF-16 LE", N_ ("Unicode") },
  [TIDE_ENCODING_UTF16_BE] = { "utf-16be", "UTF-16 BE", N_ ("Unicode") },
  [TIDE_ENCODING_UTF32_LE] = { "utf-32le", "UTF-32 LE", N_ ("Unicode") },
  [TIDE_ENCODING_UTF32_BE] = { "utf-32be", "UTF-32 BE", N_ ("Unicode") },
  [TIDE_ENCODING_GB18030] = { "gb18030", "GB18030", N_ ("Chinese, Simplified") },
  [TIDE_ENCODING_BIG5] = { "big5", "Big5", N_ ("Chinese, Traditional"), "windows-950" },
  [TIDE_ENCODING_SHIFT_JIS] = { "shift_jis", "Shift-JIS", N_ ("Japanese"), "windows-31j" },
  [TIDE_ENCODING_EUC_JP] = { "euc-jp", "EUC-JP", N_ ("Japanese") },
  [TIDE_ENCODING_EUC_KR] = { "euc-kr", "EUC-KR", N_ ("Korean"), "windows-949" },
  [TIDE_ENCODING_WINDOWS_1250] = { "windows-1250", "Windows-1250", N_ ("Central European") },
  [TIDE_ENCODING_WINDOWS_1251] = { "windows-1251", "Windows-1251", N_ ("Cyrillic") },
  [TIDE_ENCODING_WINDOWS_1252] = { "windows-1252", "Windows-1252", N_ ("Western European") },
  [TIDE_ENCODING_WINDOWS_1253] = { "windows-1253", "Windows-1253", N_ ("Greek") },
  [TIDE_ENCODING_WINDOWS_1254] = { "windows-1254", "Windows-1254", N_ ("Turkish") },
  [TIDE_ENCODING_WINDOWS_1255] = { "windows-1255", "Windows-1255", N_ ("Hebrew") },
  [TIDE_ENCODING_WINDOWS_1256] = { "windows-1256", "Windows-1256", N_ ("Arabic") },
  [TIDE_ENCODING_WINDOWS_1257] = { "windows-1257", "Windows-1257", N_ ("Baltic") },
  [TIDE_ENCODING_WINDOWS_1258] = { "windows-1258", "Windows-1258", N_ ("Vietnamese") },
  [TIDE_ENCODING_ISO_8859_1] = { "iso-8859-1", "ISO 8859-1", N_ ("Western European") },
  [TIDE_ENCODING_ISO_8859_2] = { "iso-8859-2", "ISO 8859-2", N_ ("Central European") },
  [TIDE_ENCODING_ISO_8859_3] = { "iso-8859-3", "ISO 8859-3", N_ ("South European") },
  [TIDE_ENCODING_ISO_8859_4] = { "iso-8859-4", "ISO 8859-4", N_ ("Baltic") },
  [TIDE_ENCODING_ISO_8859_5] = { "iso-8859-5", "ISO 8859-5", N_ ("Cyrillic") },
  [TIDE_ENCODING_ISO_8859_6] = { "iso-8859-6", "ISO 8859-6", N_ ("Arabic") },
  [TIDE_ENCODING_ISO_8859_7] = { "iso-8859-7", "ISO 8859-7", N_ ("Greek") },
  [TIDE_ENCODING_ISO_8859_8] = { "iso-8859-8", "ISO 8859-8", N_ ("Hebrew") },
  [TIDE_ENCODING_ISO_8859_9] = { "iso-8859-9", "ISO 8859-9", N_ ("Turkish") },
  [TIDE_ENCODING_ISO_8859_10] = { "iso-8859-10", "ISO 8859-10", N_ ("Nordic") },
  [TIDE_ENCODING_ISO_8859_13] = { "iso-8859-13", "ISO 8859-13", N_ ("Baltic") },
  [TIDE_ENCODING_ISO_8859_14] = { "iso-8859-14", "ISO 8859-14", N_ ("Celtic") },
  [TIDE_ENCODING_ISO_8859_15] = { "iso-8859-15", "ISO 8859-15", N_ ("Western European") },
  [TIDE_ENCODING_KOI8_R] = { "koi8-r", "KOI8-R", N_ ("Cyrillic") },
};

/* Longer marks first: that of UTF-32 begins with that of UTF-16. */
static const struct
{
  const char *bytes;
  gsize size;
  TideEncoding encoding;
} marks[] = {
  { "\xff\xfe\0\0", 4, TIDE_ENCODING_UTF32_LE }, { "\0\0\xfe\xff", 4, TIDE_ENCODING_UTF32_BE },
  { "\xef\xbb\xbf", 3, TIDE_ENCODING_UTF8 },     { "\xff\xfe", 2, TIDE_ENCODING_UTF16_LE },
  { "\xfe\xff", 2, TIDE_ENCODING_UTF16_BE },
};

/* Other names of encodings that are read as one that has all their characters. */
static const struct
{
  const char *id;
  TideEncoding encoding;
} aliases[] = {
  { "gbk", TIDE_ENCODING_GB18030 },
  { "gb2312", TIDE_ENCODING_GB18030 },
  { "cp936", TIDE_ENCODING_GB18030 },
  { "utf-16", TIDE_ENCODING_UTF16_LE },
};

/**
 * tide_encoding_get_id:
 * @self: an encoding
 *
 * Returns: what it is called in files and on the command line: `gb18030`
 */
const char *
tide_encoding_get_id (TideEncoding self)
{
  g_return_val_if_fail ((guint) self < TIDE_N_ENCODINGS, NULL);

  return encodings[self].id;
}

/**
 * tide_encoding_get_label:
 * @self: an encoding
 *
 * Returns: its name as standards have it, the same in every language: "GB18030"
 */
const char *
tide_encoding_get_label (TideEncoding self)
{
  g_return_val_if_fail ((guint) self < TIDE_N_ENCODINGS, NULL);

  return encodings[self].label;
}

/**
 * tide_encoding_from_id:
 * @id: an id, or `gbk` and others that one of the encodings reads; case, hyphens and underscores
 *   do not matter
 * @encoding: (out): the encoding
 *
 * Returns: whether there is such an encoding
 */
gboolean
tide_encoding_from_id (const char *id, TideEncoding *encoding)
{
  g_return_val_if_fail (id != NULL && encoding != NULL, FALSE);

  for (guint i = 0; i < TIDE_N_ENCODINGS; i++)
    if (ucnv_compareNames (encodings[i].id, id) == 0)
      {
        *encoding = i;
        return TRUE;
      }

  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (ucnv_compareNames (aliases[i].id, id) == 0)
      {
        *encoding = aliases[i].encoding;
        return TRUE;
      }

  return FALSE;
}

/**
 * tide_encoding_dup_name:
 * @self: an encoding
 *
 * Returns: (transfer full): its name for people: "Chinese, Simplified (GB18030)"
 */
char *
tide_encoding_dup_name (TideEncoding self)
{
  g_return_val_if_fail ((guint) self < TIDE_N_ENCODINGS, NULL);

  /* Translators: whose characters an encoding has, such as Greek, and what it is called */
  return g_strdup_printf (_ ("%s (%s)"), _ (encodings[self].script), encodings[self].label);
}

/**
 * tide_encoding_get_mark:
 * @data: the beginning of a text
 * @size: bytes of @data
 * @encoding: (out) (optional): the encoding that the mark claims
 *
 * Finds a byte order mark. It may lie: the bytes that follow decide.
 *
 * Returns: how many bytes it has, 0 where there is none
 */
gsize
tide_encoding_get_mark (const guint8 *data, gsize size, TideEncoding *encoding)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].size && memcmp (data, marks[i].bytes, marks[i].size) == 0)
      {
        if (encoding != NULL)
          *encoding = marks[i].encoding;
        return marks[i].size;
      }

  return 0;
}

/* Whether each of its characters is one byte. */
gboolean
tide_encoding_is_single_byte (TideEncoding self)
{
  return self >= TIDE_ENCODING_WINDOWS_1250;
}

/* What ICU calls it. */
const char *
tide_encoding_get_converter (TideEncoding self)
{
  return encodings[self].converter != NULL ? encodings[self].converter : encodings[self].id;
}
