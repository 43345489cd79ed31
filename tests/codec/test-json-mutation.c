/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"

#include <locale.h>
#include <string.h>

#define N_MUTANTS 1000

/* A small register with something of every sort in it. */
static const char seed[]
    = "{ \"format\": \"tideline-register\", \"version\": 1, \"id\": \"r\", \"title\": { \"en\": "
      "\"T\", \"zh\": \"宁波\", \"fr\": \"\\u00e9\" }, \"overdue-days\": 90, \"later\": [ 1, 2.50, "
      "{ \"a\": null } ], \"taxonomies\": [ { \"id\": \"t\", \"sectors\": [ { \"id\": \"t/1\", "
      "\"name\": { \"en\": \"S\" }, \"maps-to\": [ { \"sector\": \"t/2\" } ] }, { \"id\": \"t/2\" "
      "} "
      "] } ], \"divisions\": [ { \"id\": \"d\" }, { \"id\": \"e\", \"parent\": \"d\" } ], "
      "\"projects\": [ { \"id\": \"p\", \"sectors\": [ { \"sector\": \"t/1\", \"share\": \"60\" }, "
      "{ "
      "\"sector\": \"t/2\", \"share\": \"40\" } ], \"division\": \"e\", \"counted\": false, "
      "\"stages\": [ { \"id\": \"s\", \"stage\": \"signed\", \"date\": \"2023-08-15\" } ], "
      "\"amounts\": [ { \"id\": \"a\", \"kind\": \"agreement\", \"value\": \"-1.50\", "
      "\"currency\": "
      "\"CNY\", \"estimated\": true } ], \"plans\": { \"start\": \"2023-08\" }, \"actual\": { "
      "\"jobs\": 5 }, \"tags\": [ \"x\", \"y\" ], \"created\": \"2023-11-20T08:00:00Z\" }, { "
      "\"id\": \"q\", \"parent\": \"p\" } ], \"indicators\": [ { \"id\": \"i\", \"observations\": "
      "[ "
      "{ \"period\": \"2023-Q3\", \"value\": \"2\" } ] } ], \"rates\": [ { \"set\": \"s\", "
      "\"from\": \"USD\", \"to\": \"CNY\", \"date\": \"2023\", \"value\": \"7.1\" } ], "
      "\"history\": "
      "[ { \"id\": \"h\", \"name\": \"n\", \"arguments\": [ \"P\" ], \"edits\": [ { \"edit\": "
      "\"set\", \"kind\": \"project\", \"record\": \"p\", \"member\": \"counted\", \"before\": "
      "true, \"after\": false }, { \"edit\": \"add\", \"kind\": \"project\", \"record\": \"p\", "
      "\"list\": \"amounts\", \"entry\": \"a\", \"after\": { \"id\": \"a\", \"kind\": "
      "\"agreement\" }, \"position\": 0 } ] } ] }";

static TideSnapshot *
read_bytes (const char *text, gsize length, GPtrArray **problems, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return tide_json_read (bytes, NULL, NULL, NULL, NULL, problems, error);
}

/* Either refused with a place, or what is written of it is read and written the same again. */
static gboolean
assert_safe (const char *text, gsize length)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (TideSnapshot) again = NULL;
  g_autoptr (TideSnapshot) snapshot = read_bytes (text, length, &problems, &error);

  for (guint i = 0; i < problems->len; i++)
    {
      const TideProblem *problem = g_ptr_array_index (problems, i);

      g_assert_cmpuint (problem->line, >, 0);
      g_assert_cmpuint (problem->column, >, 0);
      g_assert_cmpint (tide_problem_is_doubt (problem), ==, snapshot != NULL);
      g_assert_cmpint (problem->repair != NULL, ==, snapshot != NULL);
    }
  if (snapshot == NULL)
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (problems->len, >, 0);
      return FALSE;
    }

  g_assert_no_error (error);
  first = tide_json_write (snapshot, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  again = read_bytes (g_bytes_get_data (first, NULL), g_bytes_get_size (first), NULL, &error);
  g_assert_no_error (error);
  second = tide_json_write (again, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first),
                   g_bytes_get_data (second, NULL), g_bytes_get_size (second));
  return TRUE;
}

static void
mutate_byte (GString *text, GRand *rand)
{
  text->str[g_rand_int_range (rand, 0, text->len)] ^= 1 << g_rand_int_range (rand, 0, 8);
}

static void
mutate_length (GString *text, GRand *rand)
{
  gsize at = g_rand_int_range (rand, 0, text->len);
  gsize length = g_rand_int_range (rand, 1, 20);

  if (g_rand_boolean (rand))
    g_string_truncate (text, at);
  else
    g_string_erase (text, at, MIN (length, text->len - at));
}

/* Puts one word of the text, with its brackets or quotes, where another stands. */
static void
mutate_word (GString *text, GRand *rand)
{
  g_auto (GStrv) words = g_strsplit (text->str, " ", -1);
  guint n_words = g_strv_length (words);
  guint from = g_rand_int_range (rand, 0, n_words);
  guint to = g_rand_int_range (rand, 0, n_words);
  g_autofree char *joined = NULL;

  g_set_str (&words[to], words[from]);
  joined = g_strjoinv (" ", words);
  g_string_assign (text, joined);
}

/* Puts one value where another stands: the text stays JSON, so the reader gets to see it. */
static void
mutate_value (GString *text, GRand *rand)
{
  static const char *const values[]
      = { "null",           "true", "-0", "1e400", "9223372036854775808", "\"\"",  "\"x\"",
          "\"2023-02-30\"", "[]",   "{}", "[ 1 ]", "{ \"id\": \"p\" }",   "\"p\"", "\"0.1234567\"",
          "\"\\u0001\"" };
  const char *value = values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))];
  gsize at, end;

  for (at = g_rand_int_range (rand, 0, text->len); at < text->len; at++)
    {
      if (at > 1 && text->str[at - 2] == ':' && text->str[at] == '"')
        break;
    }
  if (at >= text->len)
    return;
  end = strchr (text->str + at + 1, '"') - text->str + 1;
  g_string_erase (text, at, end - at);
  g_string_insert (text, at, value);
}

typedef void (*Mutate) (GString *text, GRand *rand);

typedef struct
{
  const char *name;
  Mutate mutate;
} MutationCase;

static const MutationCase mutations[] = {
  { "byte", mutate_byte },
  { "length", mutate_length },
  { "word", mutate_word },
  { "value", mutate_value },
};

static void
test_mutants (gconstpointer data)
{
  const MutationCase *row = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20231120);
  guint n_read = 0;

  for (guint i = 0; i < N_MUTANTS; i++)
    {
      g_autoptr (GString) text = g_string_new (seed);
      guint n_times = 1 + i % 3;

      for (guint j = 0; j < n_times && text->len > 0; j++)
        row->mutate (text, rand);
      n_read += assert_safe (text->str, text->len);
    }
  g_test_message ("%u of %u were read", n_read, N_MUTANTS);
  g_assert_cmpuint (n_read, <, N_MUTANTS);
  g_assert_cmpuint (n_read, >, 0);
}

static void
test_every_cut (void)
{
  for (gsize length = 0; length < strlen (seed); length++)
    g_assert_false (assert_safe (seed, length));
  g_assert_true (assert_safe (seed, strlen (seed)));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (mutations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-mutation/%s", mutations[i].name);

      g_test_add_data_func (path, &mutations[i], test_mutants);
    }
  g_test_add_func ("/json-mutation/every-cut", test_every_cut);

  return g_test_run ();
}
