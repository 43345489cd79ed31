/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts in whatever encoding, and what is no text. */

#include "codec/tide-plain-text.h"

#include "core/tide-problem.h"

#include <string.h>

#define BYTES(text) text, sizeof text - 1

typedef struct
{
  const char *name;
  const char *bytes;
  gsize size;
  const char *text; /* NULL where it is refused */
  TideProblemCode code;
} Row;

static const Row rows[] = {
  { "utf-8", BYTES ("增长16.3%\n"), "增长16.3%\n", 0 },
  { "mark",
    BYTES ("\xef\xbb\xbf"
           "17 projects"),
    "17 projects", 0 },
  { "utf-16", BYTES ("\xff\xfe\x31\0\x37\0\x2a\x4e\x79\x98\xee\x76"), "17个项目", 0 },
  { "gb18030",
    BYTES (
        "\xc4\xfe\xb2\xa8\xca\xd0\xd5\xbd\xc2\xd4\xd0\xd4\xd0\xc2\xd0\xcb\xb2\xfa\xd2\xb5\xbf\xec"
        "\xcb\xd9\xd4\xf6\xb3\xa4\xa1\xa3"),
    "宁波市战略性新兴产业快速增长。", 0 },
  { "form-feed", BYTES ("page 1\f\npage 2\v\r\n"), "page 1\f\npage 2\v\r\n", 0 },
  { "empty", BYTES (""), NULL, TIDE_PROBLEM_EMPTY_FILE },
  { "picture", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), NULL, TIDE_PROBLEM_NOT_A_TEXT },
  { "pdf", BYTES ("%PDF-1.7\n1 0 obj\n"), NULL, TIDE_PROBLEM_NOT_A_TEXT },
  { "archive", BYTES ("PK\3\4\x14\0\0\0\x08\0"), NULL, TIDE_PROBLEM_NOT_A_TEXT },
  { "zeros", BYTES ("17\0 projects\0 at one\0 event\0"), NULL, TIDE_PROBLEM_NOT_A_TEXT },
  { "controls", BYTES ("\1\2\3\4\5\6\7\x0e\x0f\x10 text"), NULL, TIDE_PROBLEM_NOT_A_TEXT },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (row->bytes, row->size);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tide_plain_text_read (bytes, NULL, &error);

  g_assert_cmpstr (text, ==, row->text);
  if (row->text == NULL)
    g_assert_error (error, TIDE_PROBLEM_ERROR, (int) row->code);
  else
    g_assert_no_error (error);
}

static GBytes *
make (gsize size)
{
  char *text = g_malloc (size);

  memset (text, 'a', size);

  return g_bytes_new_take (text, size);
}

static void
test_limit (void)
{
  g_autoptr (GBytes) largest = make (TIDE_PLAIN_TEXT_MAX_SIZE);
  g_autoptr (GBytes) larger = make (TIDE_PLAIN_TEXT_MAX_SIZE + 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tide_plain_text_read (largest, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (text), ==, TIDE_PLAIN_TEXT_MAX_SIZE);
  g_assert_null (tide_plain_text_read (larger, NULL, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_FILE_TOO_LARGE);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = make (1024);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tide_plain_text_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_broken (void)
{
  static const struct
  {
    const char *text;
    const char *broken;
  } lines[] = {
    { "short\nlines\n", NULL },
    { "It grew. It rose by 16.3 % a year.\nEnd", "It grew. \nIt rose by \n16.3 % a \nyear.\nEnd" },
    { "产值。增加值增长。", "产值。\n增加值增\n长。" },
    { "123456789012345", "123456789012\n345" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *broken
          = tide_plain_text_dup_broken (lines[i].text, strlen (lines[i].text), 12);

      g_assert_cmpstr (broken, ==, lines[i].broken);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/plain-text/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/plain-text/limit", test_limit);
  g_test_add_func ("/plain-text/cancelled", test_cancelled);
  g_test_add_func ("/plain-text/broken", test_broken);

  return g_test_run ();
}
