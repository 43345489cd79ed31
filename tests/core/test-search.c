/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-pinyin.h"
#include "core/tide-search.h"
#include "core/tide-text.h"

#include <locale.h>
#include <string.h>

#define N_TEXTS 400
#define N_SEARCHES 400

/* The ranks of what stands before TIDE_SEARCH_REST. */
enum
{
  NOT = TIDE_SEARCH_NO_RANK,
  EXACT = 1,
  START = 2,
  INSIDE = 3,
  PINYIN = 7,
  INITIALS = 9,
  SIMILAR = 11,
};

typedef struct
{
  const char *typed;
  const char *text;
  guint8 rank;
} SearchCase;

static const SearchCase cases[] = {
  /* As it is written. */
  { "robot", "Robot plant", EXACT },
  { "rob", "Robot plant", START },
  { "bot", "Robot plant", INSIDE },
  { "plant robot", "Robot plant", EXACT },
  { "plant robots", "Robot plant", SIMILAR },
  { "robot", "AI-robot", EXACT },
  { "ai-robot", "AI-robots", START },
  { "ai-robot", "AI robots", NOT },
  { "ROBOT", "ｒｏｂｏｔ", EXACT },
  { "ｒｏｂｏｔ", "ROBOT", EXACT },
  { "2023-000", "2023-000123", START },
  { "000123", "2023-000123", EXACT },
  { "strasse", "Lange Straße 7", EXACT },
  { "robot　plant", "Robot plant", EXACT },
  { "机器人", "AIoT机器人项目", START },
  { "器人", "AIoT机器人项目", INSIDE },
  { "机器人项目", "AIoT机器人项目", EXACT },
  { "汽车", "宁波新能源汽车", INSIDE },

  /* By pinyin. */
  { "ningbo", "宁波市", PINYIN },
  { "NingBo", "宁波市", PINYIN },
  { "ｎｉｎｇｂｏ", "宁波市", PINYIN },
  { "ningb", "宁波市", PINYIN },
  { "nin", "宁波市", PINYIN },
  { "xinnengyuan", "宁波新能源汽车", PINYIN },
  { "xinn", "宁波新能源汽车", PINYIN },
  { "qich", "宁波新能源汽车", PINYIN },
  { "qic", "宁波新能源汽车", PINYIN },
  { "qi", "宁波新能源汽车", PINYIN },
  { "xi'an", "西安", PINYIN },
  { "xian", "西安", PINYIN },
  { "宁bo", "宁波海曙", PINYIN },
  { "ning波", "宁波海曙", PINYIN },
  { "宁b", "宁波海曙", PINYIN },
  { "ning bo", "宁波", PINYIN },
  { "ning hai", "宁波海曙", PINYIN },
  { "jiqiren", "AIoT机器人项目", PINYIN },
  { "jiqi", "機器", PINYIN },
  { "lvse", "绿色", PINYIN },
  { "luse", "绿色", PINYIN },
  { "nvren", "女人", PINYIN },
  { "bo", "宁波", PINYIN },
  { "b", "宁波", NOT },
  { "n", "宁波", NOT },
  { "hn", "宁波", NOT },
  { "bi", "宁波", NOT },
  { "ningbo1", "宁波1", NOT },

  /* Read in more than one way. */
  { "chongqing", "重庆", PINYIN },
  { "zhongqing", "重庆", PINYIN },
  { "cq", "重庆", INITIALS },
  { "changsha", "长沙", PINYIN },
  { "dongshizhang", "董事长", PINYIN },
  { "yinhang", "银行", PINYIN },
  { "yinxing", "银行", PINYIN },
  { "yinyue", "音乐", PINYIN },
  { "chengdu", "成都", PINYIN },
  { "xiamen", "厦门", PINYIN },
  { "dasha", "大厦", PINYIN },
  { "xizang", "西藏", PINYIN },
  { "chuangan", "传感器", PINYIN },
  { "tiaojie", "调节", PINYIN },
  { "kuaiji", "会计", PINYIN },
  { "chaoyang", "朝阳区", PINYIN },
  { "luan", "六安", PINYIN },
  { "bengbu", "蚌埠", PINYIN },
  { "panyu", "番禺", PINYIN },
  { "jurong", "句容", PINYIN },
  { "mupingqu", "牟平区", PINYIN },

  /* By initials. */
  { "nb", "宁波海曙", INITIALS },
  { "nbhs", "宁波海曙", INITIALS },
  { "hs", "宁波海曙", NOT },
  { "xny", "宁波新能源汽车", INITIALS },
  { "xnyqc", "宁波新能源汽车", INITIALS },
  { "xnyq", "AIoT新能源汽车", INITIALS },
  { "宁bh", "宁波海曙", INITIALS },

  /* With a typing error. */
  { "robt", "robot", SIMILAR },
  { "robbot", "robot", SIMILAR },
  { "rovot", "robot", SIMILAR },
  { "orbot", "robot", SIMILAR },
  { "tobot", "robot", SIMILAR },
  { "obot", "robot", INSIDE },
  { "rbo", "robot", NOT },
  { "orbto", "robot", NOT },
  { "rabat", "robot", NOT },
  { "robto", "AI-robot,", SIMILAR },
  { "batetr", "battery", SIMILAR },
  { "intelligant", "intelligent", SIMILAR },
  { "inteligant", "intelligent", SIMILAR },
  { "inteligamt", "intelligent", NOT },
  { "inteligen", "intelligently", SIMILAR },
  { "magent", "magnets", SIMILAR },
  { "magnet", "magnesium", NOT },
  { "magnex", "magnet", SIMILAR },
  { "zurich", "Zürich", SIMILAR },
  { "istanbul", "İstanbul", SIMILAR },
  { "ISTANBUL", "Istanbul", EXACT },
  { "2032", "2023", NOT },
  { "robot2", "robot3", NOT },
  { "xinnenyuan", "宁波新能源汽车", SIMILAR },
  { "xinengyuan", "宁波新能源汽车", SIMILAR },
  { "nigbo", "宁波", SIMILAR },
  { "ningo", "宁波", SIMILAR },
  { "ling", "宁波", NOT },
  { "新能原汽车", "宁波新能源汽车", SIMILAR },
  { "新能汽车", "宁波新能源汽车", SIMILAR },
  { "新原汽车", "宁波新能源汽车", NOT },
  { "新能原", "宁波新能源汽车", NOT },
  { "新能汽", "宁波新能源汽车", NOT },

  /* Nothing is like it. */
  { "xyzzy", "Robot plant 宁波新能源汽车", NOT },
  { "robot xyzzy", "Robot plant", NOT },
  { "robot", "", NOT },
};

static guint8
rank (const char *typed, const char *text)
{
  g_autoptr (TideSearch) search = tide_search_new (typed);
  g_autofree char *folded = tide_text_fold (text);

  g_assert_nonnull (search);
  g_assert_cmpint (tide_search_finds (search, text), ==,
                   tide_search_rank (search, folded) != TIDE_SEARCH_NO_RANK);

  return tide_search_rank (search, folded);
}

static void
test_case (gconstpointer data)
{
  const SearchCase *row = data;

  g_assert_cmpuint (rank (row->typed, row->text), ==, row->rank);
}

static void
test_empty (void)
{
  static const char *const typed[] = { NULL, "", "  \t\n", "　", "\v", "\xff" };
  g_autoptr (TideSearch) search = tide_search_new ("a");

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_assert_null (tide_search_new (typed[i]));
  g_assert_false (tide_search_finds (search, NULL));
}

/* What something is called counts more, and what is written more than what is alike. */
static void
test_places (void)
{
  static const struct
  {
    const char *typed;
    const char *better;
    const char *worse;
  } pairs[] = {
    { "robot", "robots\v", "x\vrobot" },      { "robot", "microrobot\v", "\vrobot" },
    { "robot", "\vrobots", "\vmicrorobots" }, { "robot", "\vmicrorobots", "rovot\v" },
    { "robot", "rovot\v", "\vrovot" },        { "ningbo", "\vningbo", "宁波\v" },
    { "ningbo", "宁波\v", "\v宁波" },         { "nbh", "\v宁波海", "" },
    { "nbhs", "宁波海曙\v", "\v宁波海曙" },   { "robot plant", "robot plant\v", "robot\vplant" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const guint better = rank (pairs[i].typed, pairs[i].better);
      const guint worse = rank (pairs[i].typed, pairs[i].worse);

      g_assert_cmpuint (better, !=, TIDE_SEARCH_NO_RANK);
      g_assert_true (worse == TIDE_SEARCH_NO_RANK || better < worse);
    }
}

static void
test_is_similar (void)
{
  g_assert_true (tide_search_rank_is_similar (rank ("robto", "robot")));
  g_assert_true (tide_search_rank_is_similar (rank ("robto", "\vrobot")));
  g_assert_false (tide_search_rank_is_similar (rank ("nbhs", "\v宁波海曙")));
  g_assert_false (tide_search_rank_is_similar (TIDE_SEARCH_NO_RANK));
}

/* Words of any length, and text that no person has typed. */
static void
test_long (void)
{
  g_autofree char *latin = g_strnfill (5000, 'a');
  GString *han = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append (han, "长");
  g_assert_cmpuint (rank (latin, latin), ==, EXACT);
  g_assert_cmpuint (rank (latin, han->str), ==, NOT);
  g_assert_cmpuint (rank (han->str, han->str), ==, EXACT);
  g_assert_cmpuint (rank ("changchangzhangchang", han->str), ==, PINYIN);
  g_assert_cmpuint (rank ("changchangzhangchanx", han->str), ==, SIMILAR);
  g_string_free (han, TRUE);
}

static void
test_pinyin (void)
{
  g_assert_cmpstr (tide_pinyin_get_readings (g_utf8_get_char ("宁")), ==, "ning");
  g_assert_cmpstr (tide_pinyin_get_readings (g_utf8_get_char ("绿")), ==, "lv");
  g_assert_cmpstr (tide_pinyin_get_readings ('a'), ==, "");
  g_assert_true (tide_pinyin_is_han (g_utf8_get_char ("龙")));
  g_assert_false (tide_pinyin_is_han (g_utf8_get_char ("。")));
  g_assert_false (tide_pinyin_is_han (g_utf8_get_char ("あ")));
  g_assert_false (tide_pinyin_is_han (0x10ffff));
}

/* Case is folded alike wherever a person lives. */
static void
test_turkish (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));

  setlocale (LC_ALL, "tr_TR.UTF-8");
  g_assert_cmpuint (rank ("istanbul", "ISTANBUL"), ==, EXACT);
  g_assert_cmpuint (rank ("ISTANBUL", "istanbul"), ==, EXACT);
  setlocale (LC_ALL, before);
}

/* The index -------------------------------------------------------------------------------- */

static const char *const parts[] = {
  "robot",  "robots", "Battery", "batery", "AI-driven", "2023-0001", "新能源", "宁波",
  "重庆",   "汽车",   "机器人",  "长兴",   "Zürich",    "plant",     "No. 7",  "，",
  "marine", "银行",   "a",       "ningbo", "x1",        "İzmir",     "-",      "海曙",
};

static const char *const typed_parts[] = {
  "robot", "robto", "bat",    "baterry", "ningbo", "nigbo", "nb", "xny", "xinnenyuan", "新能源",
  "宁bo",  "zhong", "chang",  "c",       "2023",   "7",     "-",  "z",   "zurich",     "新能原车",
  "qi",    "plnat", "driven", "hs",      "izmir",  "，",    "a",  "x",   "机器",       "yinhang",
};

static char *
dup_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  const gint n = g_rand_int_range (rand, 0, 9);
  g_autofree char *made = NULL;

  for (gint i = 0; i < n; i++)
    {
      g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      if (g_rand_boolean (rand))
        g_string_append_c (text, g_rand_int_range (rand, 0, 4) == 0 ? '\n' : ' ');
      if (i == n / 2)
        g_string_append_c (text, TIDE_SEARCH_REST);
    }
  made = g_string_free_and_steal (text);

  return tide_text_fold (made);
}

static char *
dup_typed (GRand *rand)
{
  GString *typed = g_string_new (NULL);
  const gint n = g_rand_int_range (rand, 1, 3);

  for (gint i = 0; i < n; i++)
    {
      const char *part = typed_parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (typed_parts))];
      const glong length = g_utf8_strlen (part, -1);
      g_autofree char *begun
          = g_utf8_substring (part, 0, g_rand_int_range (rand, 1, (gint32) length + 1));

      g_string_append (typed, i > 0 ? " " : "");
      g_string_append (typed, begun);
    }

  return g_string_free_and_steal (typed);
}

/* The index ranks each row as its text alone is ranked. */
static void
test_index (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (361);
  g_autoptr (TideSearchIndex) index = tide_search_index_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint8 ranks[N_TEXTS];
  guint n_found = 0;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_ptr_array_add (texts, dup_text (rand));
      tide_search_index_add (index, g_ptr_array_index (texts, i));
    }
  tide_search_index_seal (index);

  for (guint i = 0; i < N_SEARCHES; i++)
    {
      g_autofree char *typed = dup_typed (rand);
      g_autoptr (TideSearch) search = tide_search_new (typed);

      memset (ranks, 0xff, sizeof ranks);
      tide_search_index_find (index, search, ranks);
      for (guint j = 0; j < N_TEXTS; j++)
        {
          g_assert_cmpuint (ranks[j], ==, tide_search_rank (search, g_ptr_array_index (texts, j)));
          n_found += ranks[j] != TIDE_SEARCH_NO_RANK;
        }
    }
  g_assert_cmpuint (n_found, >, N_TEXTS * N_SEARCHES / 100);
}

static void
test_empty_index (void)
{
  g_autoptr (TideSearchIndex) none = tide_search_index_new ();
  g_autoptr (TideSearchIndex) blank = tide_search_index_new ();
  g_autoptr (TideSearch) search = tide_search_new ("robot");
  guint8 found = EXACT;

  tide_search_index_seal (none);
  tide_search_index_find (none, search, NULL);
  tide_search_index_add (blank, "");
  tide_search_index_seal (blank);
  tide_search_index_find (blank, search, &found);
  g_assert_cmpuint (found, ==, TIDE_SEARCH_NO_RANK);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search/rank/%03u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/search/empty", test_empty);
  g_test_add_func ("/search/places", test_places);
  g_test_add_func ("/search/is-similar", test_is_similar);
  g_test_add_func ("/search/long", test_long);
  g_test_add_func ("/search/pinyin", test_pinyin);
  g_test_add_func ("/search/turkish", test_turkish);
  g_test_add_func ("/search/index", test_index);
  g_test_add_func ("/search/empty-index", test_empty_index);

  return g_test_run ();
}
