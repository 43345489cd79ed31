/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"

#include <json-glib/json-glib.h>

#include <locale.h>
#include <string.h>

/* Of each kind. */
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

/* Another one, to splice with. */
static const char other[]
    = "{ \"format\": \"tideline-register\", \"version\": 1, \"id\": \"o\", \"title\": { \"en\": "
      "\"O\" }"
      ", \"currency\": \"CNY\", \"unit\": \"100-million\", \"time-zone\": \"Asia/Shanghai\", "
      "\"divis"
      "ions\": [ { \"id\": \"d\", \"name\": { \"zh\": \"北仑区\" } } ], \"parties\": [ { \"id\": "
      "\"m\", \"ki"
      "nd\": \"foreign\", \"country\": \"DE\" } ], \"events\": [ { \"id\": \"f\", \"date\": "
      "\"2023-08\","
      " \"declared\": { \"projects\": 17 } } ], \"sources\": [ { \"id\": \"w\", \"title\": \"W\" } "
      "],"
      " \"projects\": [ { \"id\": \"p\", \"name\": { \"en\": \"One\", \"zh\": \"一\" }, "
      "\"parties\": [ { \""
      "party\": \"m\", \"role\": \"investor\" } ], \"event\": \"f\", \"statuses\": [ { \"id\": "
      "\"u\", \"s"
      "tatus\": \"paused\", \"date\": \"2024\", \"reason\": \"R\" } ], \"amounts\": [ { \"id\": "
      "\"b\", \""
      "kind\": \"intention\", \"value\": \"1060000000\", \"currency\": \"USD\", \"precision\": "
      "\"1000"
      "0000\", \"source\": \"w\" } ], \"expected\": { \"jobs\": 9007199254740993, \"output\": null"
      " }, \"confidential\": true } ] }";

/* What a JSON value says, however it is laid out: members and elements sorted; null, empty texts
 * and empty lists, which say nothing, left out; minus nought is nought. */
static char *
print_value (JsonNode *node)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (JSON_NODE_HOLDS_NULL (node) || g_strcmp0 (json_node_get_string (node), "") == 0)
    return NULL;
  if (g_strcmp0 (json_node_get_string (node), "-0") == 0)
    return g_strdup ("\"0\"");
  if (JSON_NODE_HOLDS_VALUE (node))
    return json_to_string (node, FALSE);

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          char *value = print_value (json_array_get_element (array, i));

          g_ptr_array_add (parts, value != NULL ? value : g_strdup ("nothing"));
        }
    }
  else
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *child;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &child))
        {
          g_autofree char *value = print_value (child);

          if (value != NULL)
            g_ptr_array_add (parts, g_strdup_printf ("%s: %s", name, value));
        }
    }
  if (parts->len == 0)
    return NULL;

  g_ptr_array_sort_values (parts, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static char *
print_text (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);

  return print_value (json_parser_get_root (parser));
}

/* All that was read stands in what is written, and nothing else. */
static void
assert_says_the_same (const char *text, gsize length, GBytes *written)
{
  g_autofree char *before = print_text (text, length);
  g_autofree char *after
      = print_text (g_bytes_get_data (written, NULL), g_bytes_get_size (written));

  g_assert_cmpstr (after, ==, before);
}

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
  assert_says_the_same (text, length, first);
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

/* Writes a piece of the text twice. */
static void
mutate_repeat (GString *text, GRand *rand)
{
  gsize at = g_rand_int_range (rand, 0, text->len);
  gsize wanted = g_rand_int_range (rand, 1, 200);
  gsize length = MIN (wanted, text->len - at);
  g_autofree char *piece = g_strndup (text->str + at, length);

  g_string_insert_len (text, (gssize) at, piece, (gssize) length);
}

/* Two words change places. */
static void
mutate_order (GString *text, GRand *rand)
{
  g_auto (GStrv) words = g_strsplit (text->str, " ", -1);
  guint n_words = g_strv_length (words);
  guint first = g_rand_int_range (rand, 0, n_words);
  guint second = g_rand_int_range (rand, 0, n_words);
  char *word = words[first];
  g_autofree char *joined = NULL;

  words[first] = words[second];
  words[second] = word;
  joined = g_strjoinv (" ", words);
  g_string_assign (text, joined);
}

/* Goes on in another register, or in the other half of this one, at a place that looks alike. */
static void
mutate_splice (GString *text, GRand *rand)
{
  static const char *const marks[] = { "[ {", "}, {", "] }", "\"id\":", "{ \"en\":", ": " };
  const char *mark = marks[g_rand_int_range (rand, 0, G_N_ELEMENTS (marks))];
  const char *source = g_rand_boolean (rand) ? other : seed;
  const char *from = strstr (source + g_rand_int_range (rand, 0, strlen (source)), mark);
  const char *to = strstr (text->str + g_rand_int_range (rand, 0, text->len), mark);

  if (from == NULL || to == NULL)
    return;

  g_string_truncate (text, (gsize) (to - text->str));
  g_string_append (text, from);
}

static gboolean
is_number (char c)
{
  return g_ascii_isdigit (c) || c == '.' || c == '-';
}

/* A number becomes one at the edge of what is possible, or beyond. */
static void
mutate_number (GString *text, GRand *rand)
{
  static const char *const numbers[] = { "0",
                                         "-0",
                                         "-1",
                                         "00",
                                         "1.",
                                         ".5",
                                         "0.1",
                                         "1e400",
                                         "1E-400",
                                         "9007199254740993",
                                         "9223372036854775807",
                                         "9223372036854775808",
                                         "-9223372036854775808",
                                         "4294967296",
                                         "99999999999999999999999999999999999999999",
                                         "0.000000000000000000000000000001",
                                         "NaN",
                                         "-Infinity",
                                         "0x10",
                                         "1_000",
                                         "1,5",
                                         "2023",
                                         "13",
                                         "100.000001" };
  const char *number = numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))];
  gsize at = g_rand_int_range (rand, 0, text->len), end;

  while (at < text->len && !g_ascii_isdigit (text->str[at]))
    at++;
  while (at > 0 && at < text->len && is_number (text->str[at - 1]))
    at--;
  for (end = at; end < text->len && is_number (text->str[end]);)
    end++;
  g_string_erase (text, (gssize) at, (gssize) (end - at));
  g_string_insert (text, (gssize) at, number);
}

/* A member gets the name of another one, which is there twice then, or another name. */
static void
mutate_key (GString *text, GRand *rand)
{
  static const char *const names[]
      = { "id", "name", "sectors", "amounts", "history",  "parent", "value", "date",
          "x",  "",     "format",  "version", "\\u0069d", "en",     "\xff" };
  const char *name = names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))];
  const char *colon = strstr (text->str + g_rand_int_range (rand, 0, text->len), "\":");
  const char *quote;

  if (colon == NULL || colon == text->str)
    return;
  for (quote = colon - 1; quote > text->str && *quote != '"';)
    quote--;
  g_string_erase (text, quote + 1 - text->str, colon - quote - 1);
  g_string_insert (text, quote + 1 - text->str, name);
}

/* A value becomes the only one of lists in lists, or of objects in objects. */
static void
mutate_depth (GString *text, GRand *rand)
{
  const gboolean in_lists = g_rand_boolean (rand);
  const char *colon = strstr (text->str + g_rand_int_range (rand, 0, text->len), ": ");
  const guint depth = g_rand_boolean (rand) ? 1 : g_rand_int_range (rand, 2, 200);
  const char *end;
  gsize at, length;

  if (colon == NULL)
    return;
  end = strpbrk (colon + 2, " ,");
  if (end == NULL)
    return;
  at = (gsize) (colon + 2 - text->str);
  length = (gsize) (end - colon - 2);
  for (guint i = 0; i < depth; i++)
    {
      g_string_insert (text, (gssize) (at + length), in_lists ? "]" : "}");
      g_string_insert (text, (gssize) at, in_lists ? "[" : "{\"x\":");
      length += in_lists ? 2 : 6;
    }
}

typedef void (*Mutate) (GString *text, GRand *rand);

typedef struct
{
  const char *name;
  Mutate mutate;
} MutationCase;

static const MutationCase mutations[] = {
  { "byte", mutate_byte },     { "length", mutate_length }, { "word", mutate_word },
  { "value", mutate_value },   { "repeat", mutate_repeat }, { "order", mutate_order },
  { "splice", mutate_splice }, { "number", mutate_number }, { "key", mutate_key },
  { "depth", mutate_depth },
};

/* No mutant is tried twice. */
static void
test_mutants (gconstpointer data)
{
  const MutationCase *row = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20231120);
  g_autoptr (GHashTable) tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_read = 0;

  g_hash_table_add (tried, g_strdup (seed));
  for (guint i = 0; g_hash_table_size (tried) <= N_MUTANTS; i++)
    {
      g_autoptr (GString) text = g_string_new (i % 4 == 3 ? other : seed);
      guint n_times = 1 + i % 3;

      for (guint j = 0; j < n_times && text->len > 0; j++)
        row->mutate (text, rand);
      if (g_hash_table_add (tried, g_strdup (text->str)))
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
  g_assert_true (assert_safe (other, strlen (other)));
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
