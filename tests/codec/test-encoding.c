/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-decoder.h"
#include "codec/tide-encoding.h"

#include "core/tide-problem.h"

#include <string.h>

#define CHINESE                                                                                    \
  "项目名称,投资方,所在地,协议投资额(亿元)\n工业机器人总部基地,某某科技有限公司,浙江省宁波市,12."  \
  "5\n"                                                                                            \
  "新能源汽车零部件产业园,股份有限公司,上海市浦东新区,30\n"
#define TRADITIONAL                                                                                \
  "計畫名稱,投資人,所在地,協議投資額\n工業機器人總部基地,科技股份有限公司,臺北市信義區,12.5\n"     \
  "新能源汽車零組件產業園區,電子工業公司,高雄市,30\n"
#define JAPANESE                                                                                   \
  "プロジェクト名,会社,所在地\n産業用ロボットの工場を建設する,株式会社テスト,東京都千代田区\n"     \
  "電気自動車のための電池の開発,日本の会社です,大阪府\n"
#define FRENCH                                                                                     \
  "Projet;Société;Région\nUsine de véhicules électriques;Société Générale des "                    \
  "énergies;Île-de-France\n"                                                                       \
  "Création d'un centre de recherche à côté de la forêt;Hôpital français;Rhône-Alpes\n"
#define RUSSIAN                                                                                    \
  "Проект;Инвестор;Регион\nЗавод промышленных роботов;Общество с ограниченной ответственностью;"   \
  "Московская область\nПроизводство электромобилей;Акционерное общество;Санкт-Петербург\n"
#define POLISH                                                                                     \
  "Projekt;Inwestor;Województwo\nFabryka robotów przemysłowych;Spółka z ograniczoną "              \
  "odpowiedzialnością;łódzkie\nProdukcja części do samochodów;Spółka akcyjna, która jest w "       \
  "Częstochowie;śląskie\n"
#define GREEK                                                                                      \
  "Έργο;Επενδυτής;Περιφέρεια\nΕργοστάσιο βιομηχανικών ρομπότ;Ανώνυμη εταιρεία για την ανάπτυξη;"   \
  "Θεσσαλονίκη\nΠαραγωγή ηλεκτρικών αυτοκινήτων και των εξαρτημάτων τους;Εταιρεία;Αττική\n"

static const struct
{
  TideEncoding encoding;
  const char *charset;
  const char *text;
  guint confidence; /* at least */
} guesses[] = {
  { TIDE_ENCODING_UTF8, "UTF-8", "plain,ascii\n1,2\n", 100 },
  { TIDE_ENCODING_UTF8, "UTF-8", CHINESE, 100 },
  { TIDE_ENCODING_UTF8, "UTF-8", FRENCH, 95 },
  { TIDE_ENCODING_UTF16_LE, "UTF-16LE", CHINESE, 95 },
  { TIDE_ENCODING_UTF16_BE, "UTF-16BE", CHINESE, 95 },
  { TIDE_ENCODING_UTF16_LE, "UTF-16LE", "a,b\n1,2\n", 95 },
  { TIDE_ENCODING_UTF16_BE, "UTF-16BE", "a,b\n1,2\n", 95 },
  { TIDE_ENCODING_UTF32_LE, "UTF-32LE", CHINESE, 95 },
  { TIDE_ENCODING_UTF32_BE, "UTF-32BE", FRENCH, 95 },
  { TIDE_ENCODING_GB18030, "GB18030", CHINESE, 60 },
  { TIDE_ENCODING_GB18030, "GBK", CHINESE, 60 },
  { TIDE_ENCODING_GB18030, "GBK", "名称,金额\n机器人,12\n", 1 },
  { TIDE_ENCODING_BIG5, "BIG5", TRADITIONAL, 60 },
  { TIDE_ENCODING_SHIFT_JIS, "SHIFT_JIS", JAPANESE, 60 },
  { TIDE_ENCODING_WINDOWS_1252, "WINDOWS-1252", FRENCH, 20 },
  { TIDE_ENCODING_WINDOWS_1251, "WINDOWS-1251", RUSSIAN, 20 },
  { TIDE_ENCODING_ISO_8859_5, "ISO-8859-5", RUSSIAN, 20 },
  { TIDE_ENCODING_KOI8_R, "KOI8-R", RUSSIAN, 20 },
  { TIDE_ENCODING_WINDOWS_1250, "WINDOWS-1250", POLISH, 20 },
  { TIDE_ENCODING_ISO_8859_2, "ISO-8859-2", POLISH, 20 },
  { TIDE_ENCODING_ISO_8859_7, "ISO-8859-7", GREEK, 20 },
};

static GBytes *
encode (const char *text, const char *charset)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  char *encoded = g_convert (text, -1, charset, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);

  return g_bytes_new_take (encoded, length);
}

static GBytes *
add_front (const char *front, gsize size, GBytes *bytes)
{
  GByteArray *all = g_byte_array_new ();

  g_byte_array_append (all, (const guint8 *) front, (guint) size);
  g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));

  return g_byte_array_free_to_bytes (all);
}

static char *
decode (GBytes *bytes, TideEncoding encoding, GError **error)
{
  g_autoptr (TideDecoder) decoder = tide_decoder_new (bytes, encoding);
  GString *text = g_string_new (NULL);
  const char *piece;
  gsize length;

  while ((piece = tide_decoder_next (decoder, &length, error)) != NULL)
    {
      g_assert_true (g_utf8_validate_len (piece, length, NULL));
      g_string_append_len (text, piece, (gssize) length);
    }

  return g_string_free (text, FALSE);
}

static TideEncodingGuess
guess (GBytes *bytes)
{
  g_autoptr (GArray) found = tide_encoding_guess (bytes);

  g_assert_cmpuint (found->len, >, 0);
  for (guint i = 1; i < found->len; i++)
    g_assert_cmpuint (g_array_index (found, TideEncodingGuess, i).confidence, <=,
                      g_array_index (found, TideEncodingGuess, i - 1).confidence);

  return g_array_index (found, TideEncodingGuess, 0);
}

static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_autoptr (GBytes) bytes = encode (guesses[i].text, guesses[i].charset);
      const TideEncodingGuess found = guess (bytes);
      g_autofree char *text = decode (bytes, guesses[i].encoding, NULL);

      g_test_message ("%s: %s %u", guesses[i].charset, tide_encoding_get_id (found.encoding),
                      found.confidence);
      g_assert_cmpstr (tide_encoding_get_id (found.encoding), ==,
                       tide_encoding_get_id (guesses[i].encoding));
      g_assert_cmpuint (found.confidence, >=, guesses[i].confidence);
      g_assert_cmpstr (text, ==, guesses[i].text);
    }
}

static void
test_marks (void)
{
  static const struct
  {
    const char *charset;
    const char *mark;
    gsize size;
    TideEncoding encoding;
  } cases[] = {
    { "UTF-8", "\xef\xbb\xbf", 3, TIDE_ENCODING_UTF8 },
    { "UTF-16LE", "\xff\xfe", 2, TIDE_ENCODING_UTF16_LE },
    { "UTF-16BE", "\xfe\xff", 2, TIDE_ENCODING_UTF16_BE },
    { "UTF-32LE", "\xff\xfe\0\0", 4, TIDE_ENCODING_UTF32_LE },
    { "UTF-32BE", "\0\0\xfe\xff", 4, TIDE_ENCODING_UTF32_BE },
    /* lies */
    { "GB18030", "\xef\xbb\xbf", 3, TIDE_ENCODING_GB18030 },
    { "UTF-8", "\xff\xfe", 2, TIDE_ENCODING_UTF8 },
    { "UTF-16LE", "\xef\xbb\xbf", 3, TIDE_ENCODING_UTF16_LE },
    { "UTF-16LE", "\xfe\xff", 2, TIDE_ENCODING_UTF16_LE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = encode (CHINESE, cases[i].charset);
      g_autoptr (GBytes) marked = add_front (cases[i].mark, cases[i].size, bytes);
      const TideEncodingGuess found = guess (marked);
      g_autofree char *text = decode (marked, found.encoding, NULL);

      g_assert_cmpint (found.encoding, ==, cases[i].encoding);
      g_assert_cmpstr (text, ==, CHINESE);
    }
}

/* Bytes beyond ASCII that come late are seen. */
static void
test_late (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "plain,ascii,1234\n");
  g_string_append (text, CHINESE);
  bytes = encode (text->str, "GBK");

  g_assert_cmpint (guess (bytes).encoding, ==, TIDE_ENCODING_GB18030);
}

static void
test_bad_bytes (void)
{
  static const struct
  {
    TideEncoding encoding;
    const char *text;
    gsize size;
    const char *read;      /* what stands before */
    const char *places[3]; /* what the refusal says: line, byte, offset */
  } cases[] = {
    { TIDE_ENCODING_UTF8, "a\nb\r\nc\xff", 7, "a\nb\r\nc", { "3", "FF", "6" } },
    { TIDE_ENCODING_UTF8, "a\rb\xe4\xb8", 5, "a\rb", { "2", "E4", "3" } },
    { TIDE_ENCODING_UTF8, "a\0b", 3, "a", { "1", "00", "1" } },
    { TIDE_ENCODING_GB18030, "a\n\xc4\xfe\xff\xff", 6, "a\n宁", { "2", "FF", "4" } },
    { TIDE_ENCODING_GB18030, "a\xc4", 2, "a", { "1", "C4", "1" } },
    { TIDE_ENCODING_GB18030, "a\0b", 3, "a", { "1", "00", "1" } },
    { TIDE_ENCODING_WINDOWS_1252, "ab\n\x81", 4, "ab\n", { "2", "81", "3" } },
    { TIDE_ENCODING_UTF16_LE,
      "a\0\n\0\0\xdc"
      "b\0",
      8,
      "a\n",
      { "2", "00", "4" } },
    { TIDE_ENCODING_UTF16_LE, "a\0b", 3, "a", { "1", "62", "2" } },
    { TIDE_ENCODING_UTF32_LE, "a\0\0\0\0\0\x11\0", 8, "a", { "1", "00", "4" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, cases[i].size);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = decode (bytes, cases[i].encoding, &error);
      g_autofree char *message = g_strdup_printf (
          "Line %s cannot be read as %s: byte %s at offset %s has no meaning there.",
          cases[i].places[0], tide_encoding_get_label (cases[i].encoding), cases[i].places[1],
          cases[i].places[2]);

      g_assert_cmpstr (text, ==, cases[i].read);
      g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_BAD_BYTE);
      g_assert_cmpstr (error->message, ==, message);
    }
}

/* Characters that are cut through by the pieces. */
static void
test_pieces (void)
{
  static const char *const charsets[] = { "UTF-8", "UTF-16LE", "UTF-32BE", "GB18030" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    for (guint shift = 0; shift < 4; shift++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GBytes) bytes = NULL;
        g_autofree char *read = NULL;
        TideEncoding encoding;

        for (guint n = 0; n < shift; n++)
          g_string_append_c (text, 'x');
        while (text->len < 600 * 1024)
          g_string_append (text, "宁\U00020BB7");
        bytes = encode (text->str, charsets[i]);
        g_assert_true (tide_encoding_from_id (charsets[i], &encoding));
        read = decode (bytes, encoding, NULL);
        g_assert_true (g_str_equal (read, text->str));
      }
}

static void
test_names (void)
{
  TideEncoding encoding;

  for (guint i = 0; i < TIDE_N_ENCODINGS; i++)
    {
      g_autofree char *name = tide_encoding_dup_name (i);
      g_autoptr (GBytes) bytes = g_bytes_new_static ("ab\0", 4);
      g_autoptr (TideDecoder) decoder = tide_decoder_new (bytes, i);

      g_assert_true (tide_encoding_from_id (tide_encoding_get_id (i), &encoding));
      g_assert_cmpint (encoding, ==, i);
      g_assert_true (g_str_has_suffix (name, ")"));
    }
  g_assert_true (tide_encoding_from_id ("GBK", &encoding));
  g_assert_cmpint (encoding, ==, TIDE_ENCODING_GB18030);
  g_assert_true (tide_encoding_from_id ("Shift-JIS", &encoding));
  g_assert_cmpint (encoding, ==, TIDE_ENCODING_SHIFT_JIS);
  g_assert_false (tide_encoding_from_id ("ebcdic", &encoding));
}

/* One slip does not make a text another one; an empty text is in any encoding. */
static void
test_doubts (void)
{
  g_autoptr (GBytes) slip = g_bytes_new_static (CHINESE "\xff", sizeof CHINESE);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);

  g_assert_cmpint (guess (slip).encoding, ==, TIDE_ENCODING_UTF8);
  g_assert_cmpuint (guess (slip).confidence, <, 95);
  g_assert_cmpint (guess (empty).encoding, ==, TIDE_ENCODING_UTF8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/encoding/names", test_names);
  g_test_add_func ("/encoding/guess", test_guess);
  g_test_add_func ("/encoding/marks", test_marks);
  g_test_add_func ("/encoding/late", test_late);
  g_test_add_func ("/encoding/doubts", test_doubts);
  g_test_add_func ("/encoding/bad-bytes", test_bad_bytes);
  g_test_add_func ("/encoding/pieces", test_pieces);

  return g_test_run ();
}
