/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideEncoding:
 *
 * How characters are written as bytes in somebody else's text. %TIDE_ENCODING_GB18030 reads GBK and
 * GB 2312 as well. In the order in which a person is offered them.
 */
typedef enum
{
  TIDE_ENCODING_UTF8,
  TIDE_ENCODING_UTF16_LE,
  TIDE_ENCODING_UTF16_BE,
  TIDE_ENCODING_UTF32_LE,
  TIDE_ENCODING_UTF32_BE,
  TIDE_ENCODING_GB18030,
  TIDE_ENCODING_BIG5,
  TIDE_ENCODING_SHIFT_JIS,
  TIDE_ENCODING_EUC_JP,
  TIDE_ENCODING_EUC_KR,
  TIDE_ENCODING_WINDOWS_1250,
  TIDE_ENCODING_WINDOWS_1251,
  TIDE_ENCODING_WINDOWS_1252,
  TIDE_ENCODING_WINDOWS_1253,
  TIDE_ENCODING_WINDOWS_1254,
  TIDE_ENCODING_WINDOWS_1255,
  TIDE_ENCODING_WINDOWS_1256,
  TIDE_ENCODING_WINDOWS_1257,
  TIDE_ENCODING_WINDOWS_1258,
  TIDE_ENCODING_ISO_8859_1,
  TIDE_ENCODING_ISO_8859_2,
  TIDE_ENCODING_ISO_8859_3,
  TIDE_ENCODING_ISO_8859_4,
  TIDE_ENCODING_ISO_8859_5,
  TIDE_ENCODING_ISO_8859_6,
  TIDE_ENCODING_ISO_8859_7,
  TIDE_ENCODING_ISO_8859_8,
  TIDE_ENCODING_ISO_8859_9,
  TIDE_ENCODING_ISO_8859_10,
  TIDE_ENCODING_ISO_8859_13,
  TIDE_ENCODING_ISO_8859_14,
  TIDE_ENCODING_ISO_8859_15,
  TIDE_ENCODING_KOI8_R,
} TideEncoding;

#define TIDE_N_ENCODINGS (TIDE_ENCODING_KOI8_R + 1)

/**
 * TideEncodingGuess:
 * @encoding: an encoding
 * @confidence: how sure it is, from 0 to 100
 *
 * An encoding that a text may be in.
 */
typedef struct
{
  TideEncoding encoding;
  guint confidence;
} TideEncodingGuess;

const char *tide_encoding_get_id (TideEncoding self);
const char *tide_encoding_get_label (TideEncoding self);
gboolean tide_encoding_from_id (const char *id, TideEncoding *encoding);
char *tide_encoding_dup_name (TideEncoding self);
gsize tide_encoding_get_mark (const guint8 *data, gsize size, TideEncoding *encoding);
GArray *tide_encoding_guess (GBytes *bytes);

G_END_DECLS
