/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-compound.h"

#include <string.h>

/* How compound files begin (MS-CFB, 2.2), in which older office programs keep theirs. */
#define MARK "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

/**
 * tide_compound_is_likely:
 * @file: a file
 *
 * Returns: whether it begins as compound files do
 */
gboolean
tide_compound_is_likely (GBytes *file)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (file, &length);

  return length >= strlen (MARK) && memcmp (data, MARK, strlen (MARK)) == 0;
}

/**
 * tide_compound_has_stream:
 * @file: a compound file
 * @name: the name of a stream, in ASCII
 *
 * Returns: whether its directory has @name, in UTF-16
 */
gboolean
tide_compound_has_stream (GBytes *file, const char *name)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (file, &length);
  g_autoptr (GByteArray) wide = g_byte_array_new ();

  for (const char *p = name; *p != '\0'; p++)
    g_byte_array_append (wide, (const guint8[]) { (guint8) *p, 0 }, 2);

  return memmem (data, length, wide->data, wide->len) != NULL;
}
