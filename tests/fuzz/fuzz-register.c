/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text is refused as a register, or what is written of it is read and written the same again.
 */

#include "tide-fuzz.h"

#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) text = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot
      = tide_json_read (text, NULL, NULL, NULL, NULL, &problems, NULL);
  g_autoptr (TideSnapshot) again = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  if (snapshot == NULL)
    {
      g_assert_cmpuint (problems->len, >, 0);
      return 0;
    }

  first = tide_json_write (snapshot, NULL, NULL, NULL, NULL);
  g_assert_nonnull (first);
  again = tide_json_read (first, NULL, NULL, NULL, NULL, NULL, NULL);
  g_assert_nonnull (again);
  second = tide_json_write (again, NULL, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (first, second));

  return 0;
}
