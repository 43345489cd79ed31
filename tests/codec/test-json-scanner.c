/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-json-scanner.h"

#include <locale.h>
#include <string.h>

/* A row with its own length, because some texts hold NUL. */
#define TEXT(literal) literal, sizeof literal - 1

typedef struct
{
  const char *name;
  const char *text;
  gsize length;
} SoundCase;

typedef struct
{
  const char *name;
  const char *text;
  gsize length;
  TideProblemCode code;
  guint line;
  guint column;
  const char *path;
  const char *argument;
} BrokenCase;

static const SoundCase sound_cases[] = {
  { "root/object", TEXT ("{}") },
  { "root/array", TEXT ("[]") },
  { "root/string", TEXT ("\"a\"") },
  { "root/number", TEXT ("-1") },
  { "root/true", TEXT ("true") },
  { "root/null", TEXT ("null") },
  { "space/around", TEXT (" \t\r\n[ \n1 ,\t2\r]\n ") },
  { "space/in-object", TEXT ("{ \"a\" : 1 , \"b\" :2 }") },
  { "space/windows-lines", TEXT ("{\r\n\"a\": 1\r\n}\r\n") },
  { "number/zero", TEXT ("[0]") },
  { "number/minus-zero", TEXT ("[-0]") },
  { "number/fraction", TEXT ("[0.5]") },
  { "number/trailing-zeros", TEXT ("[1.000]") },
  { "number/exponent", TEXT ("[1e5]") },
  { "number/big-exponent-letter", TEXT ("[1E+05]") },
  { "number/negative-exponent", TEXT ("[-1.5e-300]") },
  { "number/beyond-double", TEXT ("[1e400]") },
  { "number/beyond-int64", TEXT ("[123456789012345678901234567890]") },
  { "number/zero-exponent", TEXT ("[0e0]") },
  { "string/empty", TEXT ("[\"\"]") },
  { "string/escapes", TEXT ("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]") },
  { "string/unicode-escape", TEXT ("[\"\\u4e2d\\u6587\"]") },
  { "string/unicode-escape-capitals", TEXT ("[\"\\u00E9\\uABCD\"]") },
  { "string/surrogate-pair", TEXT ("[\"\\ud83d\\ude00\"]") },
  { "string/escaped-noncharacter", TEXT ("[\"\\uffff\"]") },
  { "string/escaped-control", TEXT ("[\"\\u0001\\u001f\"]") },
  { "string/del", TEXT ("[\"\x7f\"]") },
  { "string/two-bytes", TEXT ("[\"é\"]") },
  { "string/three-bytes", TEXT ("[\"宁波市\"]") },
  { "string/four-bytes", TEXT ("[\"😀\"]") },
  { "string/noncharacter", TEXT ("[\"\xef\xbf\xbf\"]") },
  { "string/last-code-point", TEXT ("[\"\xf4\x8f\xbf\xbf\"]") },
  { "string/first-of-each-length", TEXT ("[\"\xc2\x80 \xe0\xa0\x80 \xf0\x90\x80\x80\"]") },
  { "string/around-surrogates", TEXT ("[\"\xed\x9f\xbf \xee\x80\x80\"]") },
  { "string/line-separator", TEXT ("[\"\xe2\x80\xa8\"]") },
  { "string/byte-order-mark-inside", TEXT ("[\"\xef\xbb\xbf\"]") },
  { "string/comment-like", TEXT ("[\"/* no */ // comment\"]") },
  { "string/brackets-inside", TEXT ("[\"]}{[,:\"]") },
  { "string/longer-than-a-word", TEXT ("[\"abcdefghijklmnopqrstuvwxyz\\\"0123456789\"]") },
  { "object/nested", TEXT ("{\"a\":{\"b\":{\"c\":[]}}}") },
  { "object/empty-name", TEXT ("{\"\":0}") },
  { "object/names-differ-by-case", TEXT ("{\"a\":0,\"A\":1}") },
  { "object/same-name-elsewhere", TEXT ("{\"a\":{\"a\":{\"a\":0}}}") },
  { "object/same-name-in-siblings", TEXT ("[{\"a\":0},{\"a\":0}]") },
  { "object/same-name-after-child", TEXT ("{\"a\":{\"b\":0},\"b\":0}") },
  { "array/mixed", TEXT ("[1,\"a\",true,false,null,{},[]]") },
  { "array/of-arrays", TEXT ("[[],[[]],[[],[]]]") },
  { "mark/at-the-start", TEXT ("\xef\xbb\xbf{}") },
};

static const BrokenCase broken_cases[] = {
  /* structure */
  { "empty/nothing", TEXT (""), TIDE_PROBLEM_EMPTY_FILE, 1, 1 },
  { "empty/spaces", TEXT (" \n\t "), TIDE_PROBLEM_EMPTY_FILE, 1, 1 },
  { "empty/mark", TEXT ("\xef\xbb\xbf"), TIDE_PROBLEM_EMPTY_FILE, 1, 1 },
  { "cut/object", TEXT ("{"), TIDE_PROBLEM_TRUNCATED, 1, 2 },
  { "cut/array", TEXT ("["), TIDE_PROBLEM_TRUNCATED, 1, 2 },
  { "cut/after-name", TEXT ("{\"a\""), TIDE_PROBLEM_TRUNCATED, 1, 5, "a" },
  { "cut/after-colon", TEXT ("{\"a\":"), TIDE_PROBLEM_TRUNCATED, 1, 6, "a" },
  { "cut/after-value", TEXT ("{\"a\":1"), TIDE_PROBLEM_TRUNCATED, 1, 7 },
  { "cut/after-comma", TEXT ("[1,"), TIDE_PROBLEM_TRUNCATED, 1, 4 },
  { "cut/after-member-comma", TEXT ("{\"a\":1,\n"), TIDE_PROBLEM_TRUNCATED, 2, 1 },
  { "cut/in-string", TEXT ("[\"abc"), TIDE_PROBLEM_TRUNCATED, 1, 6, "[0]" },
  { "cut/in-name", TEXT ("{\"abc"), TIDE_PROBLEM_TRUNCATED, 1, 6 },
  { "cut/in-true", TEXT ("[tr"), TIDE_PROBLEM_TRUNCATED, 1, 4, "[0]" },
  { "cut/in-null", TEXT ("nul"), TIDE_PROBLEM_TRUNCATED, 1, 4 },
  { "cut/after-backslash", TEXT ("[\"a\\"), TIDE_PROBLEM_TRUNCATED, 1, 4, "[0]" },
  { "cut/in-unicode-escape", TEXT ("[\"\\u4e"), TIDE_PROBLEM_TRUNCATED, 1, 3, "[0]" },
  { "cut/between-surrogates", TEXT ("[\"\\ud83d"), TIDE_PROBLEM_TRUNCATED, 1, 3, "[0]" },
  { "cut/in-low-surrogate", TEXT ("[\"\\ud83d\\ud"), TIDE_PROBLEM_TRUNCATED, 1, 3, "[0]" },
  { "cut/in-character", TEXT ("[\"\xe5\xae"), TIDE_PROBLEM_TRUNCATED, 1, 3, "[0]" },
  { "trailing/value", TEXT ("{} {}"), TIDE_PROBLEM_TRAILING_TEXT, 1, 4, NULL, "{" },
  { "trailing/word", TEXT ("[]\nend"), TIDE_PROBLEM_TRAILING_TEXT, 2, 1, NULL, "end" },
  { "trailing/bracket", TEXT ("[]]"), TIDE_PROBLEM_TRAILING_TEXT, 1, 3, NULL, "]" },
  { "trailing/comma", TEXT ("{},"), TIDE_PROBLEM_TRAILING_TEXT, 1, 3, NULL, "," },
  { "trailing/comment", TEXT ("1 // one"), TIDE_PROBLEM_TRAILING_TEXT, 1, 3, NULL, "/" },
  { "trailing/nul", TEXT ("{}\0"), TIDE_PROBLEM_NUL_CHARACTER, 1, 3 },
  { "array/trailing-comma", TEXT ("[1,]"), TIDE_PROBLEM_NOT_JSON, 1, 4, "[1]", "]" },
  { "array/leading-comma", TEXT ("[,1]"), TIDE_PROBLEM_NOT_JSON, 1, 2, "[0]", "," },
  { "array/two-commas", TEXT ("[1,,2]"), TIDE_PROBLEM_NOT_JSON, 1, 4, "[1]", "," },
  { "array/no-comma", TEXT ("[1 2]"), TIDE_PROBLEM_NOT_JSON, 1, 4, NULL, "2" },
  { "array/colon", TEXT ("[\"a\":1]"), TIDE_PROBLEM_NOT_JSON, 1, 5, NULL, ":" },
  { "array/closed-as-object", TEXT ("[1}"), TIDE_PROBLEM_NOT_JSON, 1, 3, NULL, "}" },
  { "object/trailing-comma", TEXT ("{\"a\":1,}"), TIDE_PROBLEM_NOT_JSON, 1, 8, NULL, "}" },
  { "object/leading-comma", TEXT ("{,}"), TIDE_PROBLEM_NOT_JSON, 1, 2, NULL, "," },
  { "object/two-commas", TEXT ("{\"a\":1,,}"), TIDE_PROBLEM_NOT_JSON, 1, 8, NULL, "," },
  { "object/no-comma", TEXT ("{\"a\":1 \"b\":2}"), TIDE_PROBLEM_NOT_JSON, 1, 8, NULL, "\"" },
  { "object/no-colon", TEXT ("{\"a\" 1}"), TIDE_PROBLEM_NOT_JSON, 1, 6, "a", "1" },
  { "object/two-colons", TEXT ("{\"a\"::1}"), TIDE_PROBLEM_NOT_JSON, 1, 6, "a", ":" },
  { "object/comma-for-colon", TEXT ("{\"a\",1}"), TIDE_PROBLEM_NOT_JSON, 1, 5, "a", "," },
  { "object/no-value", TEXT ("{\"a\":}"), TIDE_PROBLEM_NOT_JSON, 1, 6, "a", "}" },
  { "object/bare-name", TEXT ("{a:1}"), TIDE_PROBLEM_NOT_JSON, 1, 2, NULL, "a" },
  { "object/number-as-name", TEXT ("{1:1}"), TIDE_PROBLEM_NOT_JSON, 1, 2, NULL, "1" },
  { "object/null-as-name", TEXT ("{null:1}"), TIDE_PROBLEM_NOT_JSON, 1, 2, NULL, "null" },
  { "object/single-quotes", TEXT ("{'a':1}"), TIDE_PROBLEM_NOT_JSON, 1, 2, NULL, "'" },
  { "object/closed-as-array", TEXT ("{\"a\":1]"), TIDE_PROBLEM_NOT_JSON, 1, 7, NULL, "]" },
  { "root/bracket", TEXT ("]"), TIDE_PROBLEM_NOT_JSON, 1, 1, NULL, "]" },
  { "root/word", TEXT ("register"), TIDE_PROBLEM_NOT_JSON, 1, 1, NULL, "register" },
  { "root/markup", TEXT ("<html>"), TIDE_PROBLEM_NOT_JSON, 1, 1, NULL, "<" },
  { "root/comma", TEXT (","), TIDE_PROBLEM_NOT_JSON, 1, 1, NULL, "," },
  { "comment/line", TEXT ("// a\n{}"), TIDE_PROBLEM_NOT_JSON, 1, 1, NULL, "/" },
  { "comment/block", TEXT ("{/* a */}"), TIDE_PROBLEM_NOT_JSON, 1, 2, NULL, "/" },
  { "comment/hash", TEXT ("[1\n# a\n]"), TIDE_PROBLEM_NOT_JSON, 2, 1, NULL, "#" },
  { "space/form-feed", TEXT ("[\f]"), TIDE_PROBLEM_NOT_JSON, 1, 2, "[0]", "U+000C" },
  { "space/vertical-tab", TEXT ("[1\v]"), TIDE_PROBLEM_NOT_JSON, 1, 3, NULL, "U+000B" },
  { "space/no-break", TEXT ("[\xc2\xa0]"), TIDE_PROBLEM_NOT_JSON, 1, 2, "[0]", "\xc2\xa0" },
  { "space/ideographic", TEXT ("{　}"), TIDE_PROBLEM_NOT_JSON, 1, 2, NULL, "　" },
  /* words */
  { "word/capital", TEXT ("[True]"), TIDE_PROBLEM_NOT_JSON, 1, 2, "[0]", "True" },
  { "word/longer", TEXT ("[nullx]"), TIDE_PROBLEM_NOT_JSON, 1, 2, "[0]", "nullx" },
  { "word/shorter", TEXT ("[fals]"), TIDE_PROBLEM_NOT_JSON, 1, 2, "[0]", "fals" },
  { "word/nan", TEXT ("[NaN]"), TIDE_PROBLEM_NOT_JSON, 1, 2, "[0]", "NaN" },
  { "word/infinity", TEXT ("[Infinity]"), TIDE_PROBLEM_NOT_JSON, 1, 2, "[0]", "Infinity" },
  { "word/undefined", TEXT ("{\"a\":undefined}"), TIDE_PROBLEM_NOT_JSON, 1, 6, "a", "undefined" },
  /* numbers */
  { "number/leading-zero", TEXT ("[01]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "01" },
  { "number/two-zeros", TEXT ("[00]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "00" },
  { "number/negative-leading-zero", TEXT ("[-01]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "-01" },
  { "number/plus", TEXT ("[+1]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "+1" },
  { "number/minus-alone", TEXT ("[-]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "-" },
  { "number/two-minuses", TEXT ("[--1]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "--1" },
  { "number/no-whole", TEXT ("[.5]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", ".5" },
  { "number/no-fraction", TEXT ("[1.]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "1." },
  { "number/no-fraction-exponent", TEXT ("[1.e5]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "1.e5" },
  { "number/two-points", TEXT ("[1.2.3]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "1.2.3" },
  { "number/no-exponent", TEXT ("[1e]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "1e" },
  { "number/exponent-sign-alone", TEXT ("[1e+]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "1e+" },
  { "number/exponent-fraction", TEXT ("[1e1.5]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "1e1.5" },
  { "number/hexadecimal", TEXT ("[0x1f]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "0x1f" },
  { "number/underscore", TEXT ("[1_000]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "1_000" },
  { "number/letters-behind", TEXT ("[12abc]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]", "12abc" },
  { "number/minus-infinity", TEXT ("[-Infinity]"), TIDE_PROBLEM_BAD_NUMBER, 1, 2, "[0]",
    "-Infinity" },
  { "number/full-width", TEXT ("[１]"), TIDE_PROBLEM_NOT_JSON, 1, 2, "[0]", "１" },
  { "number/decimal-comma", TEXT ("{\"a\":1,5}"), TIDE_PROBLEM_NOT_JSON, 1, 8, NULL, "5" },
  /* strings */
  { "string/single-quotes", TEXT ("['a']"), TIDE_PROBLEM_NOT_JSON, 1, 2, "[0]", "'" },
  { "string/curly-quotes", TEXT ("[“a”]"), TIDE_PROBLEM_NOT_JSON, 1, 2, "[0]", "“" },
  { "string/line-break", TEXT ("[\"a\nb\"]"), TIDE_PROBLEM_CONTROL_CHARACTER, 1, 4, "[0]",
    "U+000A" },
  { "string/tab", TEXT ("[\"a\tb\"]"), TIDE_PROBLEM_CONTROL_CHARACTER, 1, 4, "[0]", "U+0009" },
  { "string/unit-separator", TEXT ("[\"\x1f\"]"), TIDE_PROBLEM_CONTROL_CHARACTER, 1, 3, "[0]",
    "U+001F" },
  { "string/control-in-name", TEXT ("{\"a\x01\":0}"), TIDE_PROBLEM_CONTROL_CHARACTER, 1, 4, NULL,
    "U+0001" },
  { "string/nul", TEXT ("[\"a\0b\"]"), TIDE_PROBLEM_NUL_CHARACTER, 1, 4, "[0]" },
  { "string/escaped-nul", TEXT ("[\"a\\u0000b\"]"), TIDE_PROBLEM_NUL_CHARACTER, 1, 4, "[0]" },
  { "string/nul-in-name", TEXT ("{\"\\u0000\":1}"), TIDE_PROBLEM_NUL_CHARACTER, 1, 3 },
  { "string/nul-between-values", TEXT ("[1,\0 2]"), TIDE_PROBLEM_NUL_CHARACTER, 1, 4, "[1]" },
  { "escape/unknown", TEXT ("[\"\\x41\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]", "\\x" },
  { "escape/single-quote", TEXT ("[\"\\'\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]", "\\" },
  { "escape/capital", TEXT ("[\"\\N\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]", "\\N" },
  { "escape/line-break", TEXT ("[\"\\\n\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]", "\\" },
  { "escape/nul", TEXT ("[\"\\\0\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]", "\\" },
  { "escape/three-digits", TEXT ("[\"\\u123\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]", "\\u123" },
  { "escape/not-hexadecimal", TEXT ("[\"\\u12g4\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]",
    "\\u12g4" },
  { "escape/capital-u", TEXT ("[\"\\U0041\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]", "\\U" },
  { "escape/signed-digits", TEXT ("[\"\\u+041\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]",
    "\\u+041" },
  { "surrogate/high-alone", TEXT ("[\"\\ud83d\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]",
    "\\ud83d" },
  { "surrogate/low-alone", TEXT ("[\"\\ude00\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]",
    "\\ude00" },
  { "surrogate/reversed", TEXT ("[\"\\ude00\\ud83d\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]",
    "\\ude00" },
  { "surrogate/two-highs", TEXT ("[\"\\ud83d\\ud83d\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]",
    "\\ud83d" },
  { "surrogate/high-then-text", TEXT ("[\"\\ud83dabcdef\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]",
    "\\ud83d" },
  { "surrogate/high-then-escape", TEXT ("[\"\\ud83d\\n\"]"), TIDE_PROBLEM_BAD_ESCAPE, 1, 3, "[0]",
    "\\ud83d" },
  /* encodings */
  { "utf8/lone-continuation", TEXT ("[\"\x80\"]"), TIDE_PROBLEM_NOT_UTF8, 1, 3, "[0]" },
  { "utf8/overlong-two", TEXT ("[\"\xc0\xaf\"]"), TIDE_PROBLEM_NOT_UTF8, 1, 3, "[0]" },
  { "utf8/overlong-two-last", TEXT ("[\"\xc1\xbf\"]"), TIDE_PROBLEM_NOT_UTF8, 1, 3, "[0]" },
  { "utf8/overlong-three", TEXT ("[\"\xe0\x9f\xbf\"]"), TIDE_PROBLEM_NOT_UTF8, 1, 3, "[0]" },
  { "utf8/overlong-four", TEXT ("[\"\xf0\x8f\xbf\xbf\"]"), TIDE_PROBLEM_NOT_UTF8, 1, 3, "[0]" },
  { "utf8/surrogate", TEXT ("[\"\xed\xa0\x80\"]"), TIDE_PROBLEM_NOT_UTF8, 1, 3, "[0]" },
  { "utf8/beyond-last", TEXT ("[\"\xf4\x90\x80\x80\"]"), TIDE_PROBLEM_NOT_UTF8, 1, 3, "[0]" },
  { "utf8/five-bytes", TEXT ("[\"\xf8\x88\x80\x80\x80\"]"), TIDE_PROBLEM_NOT_UTF8, 1, 3, "[0]" },
  { "utf8/cut-sequence", TEXT ("[\"a\xe5\xae\"]"), TIDE_PROBLEM_NOT_UTF8, 1, 4, "[0]" },
  { "utf8/bad-third-byte", TEXT ("[\"\xe5\xae\x41\"]"), TIDE_PROBLEM_NOT_UTF8, 1, 3, "[0]" },
  { "utf8/bad-fourth-byte", TEXT ("[\"\xf0\x9f\x98\xc0\"]"), TIDE_PROBLEM_NOT_UTF8, 1, 3, "[0]" },
  { "utf8/latin-1", TEXT ("{\"a\":\"caf\xe9\"}"), TIDE_PROBLEM_NOT_UTF8, 1, 10, "a" },
  { "utf8/gb18030", TEXT ("[\"\xc4\xfe\xb2\xa8\"]"), TIDE_PROBLEM_NOT_UTF8, 1, 3, "[0]" },
  { "utf8/outside-strings", TEXT ("[\xff]"), TIDE_PROBLEM_NOT_UTF8, 1, 2, "[0]" },
  { "utf16/little-endian", TEXT ("\xff\xfe{\0}\0"), TIDE_PROBLEM_NOT_UTF8, 1, 1 },
  { "utf16/big-endian-without-mark", TEXT ("\0{\0}"), TIDE_PROBLEM_NUL_CHARACTER, 1, 1 },
  { "mark/twice", TEXT ("\xef\xbb\xbf\xef\xbb\xbf{}"), TIDE_PROBLEM_NOT_JSON, 1, 1, NULL,
    "\xef\xbb\xbf" },
  { "mark/after-value", TEXT ("{}\xef\xbb\xbf"), TIDE_PROBLEM_TRAILING_TEXT, 1, 3, NULL,
    "\xef\xbb\xbf" },
  /* names */
  { "name/repeated", TEXT ("{\"a\":1,\"a\":2}"), TIDE_PROBLEM_DUPLICATE_KEY, 1, 8, "a", "a" },
  { "name/repeated-same-value", TEXT ("{\"a\":1,\"b\":0,\"a\":1}"), TIDE_PROBLEM_DUPLICATE_KEY, 1,
    14, "a", "a" },
  { "name/repeated-escaped", TEXT ("{\"a\":1,\"\\u0061\":2}"), TIDE_PROBLEM_DUPLICATE_KEY, 1, 8,
    "a", "a" },
  { "name/repeated-both-escaped", TEXT ("{\"\\u0061\":1,\"\\u0061\":2}"),
    TIDE_PROBLEM_DUPLICATE_KEY, 1, 13, "a", "a" },
  { "name/repeated-surrogates", TEXT ("{\"😀\":1,\"\\ud83d\\ude00\":2}"),
    TIDE_PROBLEM_DUPLICATE_KEY, 1, 8, "[\"😀\"]", "😀" },
  { "name/repeated-empty", TEXT ("{\"\":1,\"\":2}"), TIDE_PROBLEM_DUPLICATE_KEY, 1, 7, "[\"\"]",
    "" },
  { "name/repeated-deep", TEXT ("{\"p\":[{},{\"q\":{\"a\":1,\n\"a\":2}}]}"),
    TIDE_PROBLEM_DUPLICATE_KEY, 2, 1, "p[1].q.a", "a" },
  { "name/repeated-after-child", TEXT ("{\"a\":{\"b\":1,\"c\":2},\"a\":0}"),
    TIDE_PROBLEM_DUPLICATE_KEY, 1, 20, "a", "a" },
  /* places */
  { "place/characters-not-bytes", TEXT ("{\"名\":\"宁波😀\",x}"), TIDE_PROBLEM_NOT_JSON, 1, 12,
    NULL, "x" },
  { "place/after-mark", TEXT ("\xef\xbb\xbf[x]"), TIDE_PROBLEM_NOT_JSON, 1, 2, "[0]", "x" },
  { "place/second-line-after-mark", TEXT ("\xef\xbb\xbf[\n x]"), TIDE_PROBLEM_NOT_JSON, 2, 2, "[0]",
    "x" },
  { "place/windows-lines", TEXT ("[1,\r\n2,\r\nx]"), TIDE_PROBLEM_NOT_JSON, 3, 1, "[2]", "x" },
  { "place/amount",
    TEXT ("{\n  \"projects\": [\n    {},\n    { \"amounts\": [\n      { \"value\": 01 } ] } ]\n}"),
    TIDE_PROBLEM_BAD_NUMBER, 5, 18, "projects[1].amounts[0].value", "01" },
  { "place/name-with-dot", TEXT ("{\"a.b\":{\"c\":x}}"), TIDE_PROBLEM_NOT_JSON, 1, 13,
    "[\"a.b\"].c", "x" },
  { "place/name-with-space", TEXT ("{\"a\":{\"b c\":x}}"), TIDE_PROBLEM_NOT_JSON, 1, 13,
    "a[\"b c\"]", "x" },
  { "place/nested-arrays", TEXT ("[0,[1,[2,x]]]"), TIDE_PROBLEM_NOT_JSON, 1, 10, "[1][1][1]", "x" },
  { "place/after-closed-child", TEXT ("[[1,2],{\"a\":1},x]"), TIDE_PROBLEM_NOT_JSON, 1, 16, "[2]",
    "x" },
};

/* Reads to the end; whether everything was sound. */
static gboolean
scan_all (TideJsonScanner *scanner)
{
  TideJsonToken token;

  do
    {
      if (!tide_json_scanner_next (scanner, &token))
        return FALSE;
    }
  while (token.type != TIDE_JSON_TOKEN_END);

  return TRUE;
}

static TideJsonScanner *
scan_text (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return tide_json_scanner_new (bytes);
}

static void
assert_problem (TideJsonScanner *scanner,
                TideProblemCode code,
                guint line,
                guint column,
                const char *path,
                const char *argument)
{
  g_autoptr (TideProblem) problem = tide_json_scanner_dup_problem (scanner, "a.tideline");

  g_assert_cmpint (problem->code, ==, code);
  g_assert_cmpstr (problem->file, ==, "a.tideline");
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpuint (problem->column, ==, column);
  g_assert_cmpstr (problem->path, ==, path);
  g_assert_cmpstr (problem->args != NULL ? problem->args[0] : NULL, ==, argument);
}

static void
test_sound (gconstpointer data)
{
  const SoundCase *row = data;
  g_autoptr (TideJsonScanner) scanner = scan_text (row->text, row->length);
  g_autoptr (TideJsonScanner) skipper = scan_text (row->text, row->length);
  TideJsonToken token;

  g_assert_true (scan_all (scanner));

  g_assert_true (tide_json_scanner_next (skipper, &token));
  g_assert_true (tide_json_scanner_skip (skipper, &token, NULL));
  g_assert_true (tide_json_scanner_next (skipper, &token));
  g_assert_cmpint (token.type, ==, TIDE_JSON_TOKEN_END);
}

static void
test_broken (gconstpointer data)
{
  const BrokenCase *row = data;
  g_autoptr (TideJsonScanner) scanner = scan_text (row->text, row->length);
  TideJsonToken token;

  g_assert_false (scan_all (scanner));
  g_assert_false (tide_json_scanner_next (scanner, &token));
  assert_problem (scanner, row->code, row->line, row->column, row->path, row->argument);
}

static void
test_tokens (void)
{
  static const char text[] = "{\"a\" : [1, \"b\", true, false, null, {}]}";
  static const struct
  {
    TideJsonTokenType type;
    const char *text;
  } expected[] = {
    { TIDE_JSON_TOKEN_OBJECT_BEGIN, "{" }, { TIDE_JSON_TOKEN_NAME, "\"a\"" },
    { TIDE_JSON_TOKEN_ARRAY_BEGIN, "[" },  { TIDE_JSON_TOKEN_NUMBER, "1" },
    { TIDE_JSON_TOKEN_STRING, "\"b\"" },   { TIDE_JSON_TOKEN_TRUE, "true" },
    { TIDE_JSON_TOKEN_FALSE, "false" },    { TIDE_JSON_TOKEN_NULL, "null" },
    { TIDE_JSON_TOKEN_OBJECT_BEGIN, "{" }, { TIDE_JSON_TOKEN_OBJECT_END, "}" },
    { TIDE_JSON_TOKEN_ARRAY_END, "]" },    { TIDE_JSON_TOKEN_OBJECT_END, "}" },
    { TIDE_JSON_TOKEN_END, "" },           { TIDE_JSON_TOKEN_END, "" },
  };
  g_autoptr (TideJsonScanner) scanner = scan_text (text, strlen (text));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      TideJsonToken token;
      g_autofree char *found = NULL;

      g_assert_true (tide_json_scanner_next (scanner, &token));
      found = g_strndup (text + token.begin, token.end - token.begin);
      g_assert_cmpint (token.type, ==, expected[i].type);
      g_assert_cmpstr (found, ==, expected[i].text);
    }
}

static void
test_dup_text (void)
{
  static const char text[] = "[\"a\\u4e2d\\ud83d\\ude00\\\"\\\\\\/\\b\\f\\n\\r\\t\\u001f波\"]";
  g_autoptr (TideJsonScanner) scanner = scan_text (text, strlen (text));
  g_autofree char *found = NULL;
  TideJsonToken token;

  g_assert_true (tide_json_scanner_next (scanner, &token));
  g_assert_true (tide_json_scanner_next (scanner, &token));
  found = tide_json_scanner_dup_text (scanner, &token);
  g_assert_cmpstr (found, ==, "a中😀\"\\/\b\f\n\r\t\x1f波");
}

typedef struct
{
  const char *number;
  gboolean is_count;
  gint64 value;
} CountCase;

static const CountCase count_cases[] = {
  { "0", TRUE, 0 },
  { "-0", TRUE, 0 },
  { "17", TRUE, 17 },
  { "9223372036854775807", TRUE, G_MAXINT64 },
  { "-9223372036854775808", TRUE, G_MININT64 },
  { "9223372036854775808", FALSE, 0 },
  { "-9223372036854775809", FALSE, 0 },
  { "1.0", FALSE, 0 },
  { "1e2", FALSE, 0 },
  { "1e400", FALSE, 0 },
};

static void
test_count (gconstpointer data)
{
  const CountCase *row = data;
  g_autoptr (TideJsonScanner) scanner = scan_text (row->number, strlen (row->number));
  TideJsonToken token;
  gint64 value = 0;

  g_assert_true (tide_json_scanner_next (scanner, &token));
  g_assert_cmpint (tide_json_scanner_get_int64 (scanner, &token, &value), ==, row->is_count);
  g_assert_cmpint (value, ==, row->value);
}

static void
test_spans (void)
{
  static const char text[] = "[{\"a\": [1, {}], \"b\": \"x\"}, 2]";
  static const struct
  {
    const char *text;
    guint next;
  } expected[] = {
    { "{\"a\": [1, {}], \"b\": \"x\"}", 5 },
    { "[1, {}]", 4 },
    { "1", 3 },
    { "{}", 4 },
    { "\"x\"", 5 },
  };
  g_autoptr (TideJsonScanner) scanner = scan_text (text, strlen (text));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (TideJsonSpan));
  TideJsonToken token;

  g_assert_true (tide_json_scanner_next (scanner, &token));
  g_assert_true (tide_json_scanner_next (scanner, &token));
  g_assert_true (tide_json_scanner_skip (scanner, &token, spans));
  g_assert_cmpuint (spans->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < spans->len; i++)
    {
      const TideJsonSpan *span = &g_array_index (spans, TideJsonSpan, i);
      g_autofree char *found = g_strndup (text + span->begin, span->end - span->begin);

      g_assert_cmpstr (found, ==, expected[i].text);
      g_assert_cmpuint (span->next, ==, expected[i].next);
    }
  g_assert_cmpuint (token.begin, ==, 1);
  g_assert_cmpuint (token.end, ==, 1 + strlen (expected[0].text));
  g_assert_true (tide_json_scanner_next (scanner, &token));
  g_assert_cmpint (token.type, ==, TIDE_JSON_TOKEN_NUMBER);
}

static void
test_skip_broken (void)
{
  static const char text[] = "[{\"a\": [1, x]}]";
  g_autoptr (TideJsonScanner) scanner = scan_text (text, strlen (text));
  TideJsonToken token;

  g_assert_true (tide_json_scanner_next (scanner, &token));
  g_assert_true (tide_json_scanner_next (scanner, &token));
  g_assert_false (tide_json_scanner_skip (scanner, &token, NULL));
  assert_problem (scanner, TIDE_PROBLEM_NOT_JSON, 1, 12, "[0].a[1]", "x");
}

static void
test_depth (gconstpointer data)
{
  const char *brackets = data;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < TIDE_JSON_MAX_DEPTH; i++)
    g_string_append (text, *brackets == '[' ? "[" : "{\"a\":");
  for (guint i = 0; i < TIDE_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, brackets[1]);
  /* The innermost object needs a value. */
  if (*brackets == '{')
    g_string_insert (text, TIDE_JSON_MAX_DEPTH * 5, "0");
  {
    g_autoptr (TideJsonScanner) scanner = scan_text (text->str, text->len);

    g_assert_true (scan_all (scanner));
  }

  g_string_prepend (text, "[");
  g_string_append (text, "]");
  {
    g_autoptr (TideJsonScanner) scanner = scan_text (text->str, text->len);
    g_autoptr (TideProblem) problem = NULL;

    g_assert_false (scan_all (scanner));
    problem = tide_json_scanner_dup_problem (scanner, NULL);
    g_assert_cmpint (problem->code, ==, TIDE_PROBLEM_TOO_DEEP);
    g_assert_cmpuint (problem->column, ==, *brackets == '[' ? 65 : 2 + 63 * 5);
    g_assert_cmpstr (problem->args[0], ==, "64");
  }
}

static void
test_long_string (void)
{
  const gsize limit = 1024 * 1024;
  g_autoptr (GString) text = g_string_new ("[\"");
  g_autoptr (TideJsonScanner) sound = NULL;
  g_autoptr (TideJsonScanner) broken = NULL;

  for (gsize i = 0; i < limit; i++)
    g_string_append_c (text, 'a');
  g_string_append (text, "\"]");
  sound = scan_text (text->str, text->len);
  g_assert_true (scan_all (sound));

  g_string_insert (text, 2, "b");
  broken = scan_text (text->str, text->len);
  g_assert_false (scan_all (broken));
  assert_problem (broken, TIDE_PROBLEM_STRING_TOO_LONG, 1, 2, "[0]", "1 MB");
}

static void
test_long_file (void)
{
  const gsize limit = 256 * 1024 * 1024;
  g_autofree char *text = g_malloc (limit + 1);
  g_autoptr (GBytes) sound = NULL;
  g_autoptr (GBytes) broken = NULL;
  g_autoptr (TideJsonScanner) sound_scanner = NULL;
  g_autoptr (TideJsonScanner) broken_scanner = NULL;

  memset (text, ' ', limit + 1);
  text[limit - 1] = '1';
  sound = g_bytes_new_static (text, limit);
  sound_scanner = tide_json_scanner_new (sound);
  g_assert_true (scan_all (sound_scanner));

  broken = g_bytes_new_static (text, limit + 1);
  broken_scanner = tide_json_scanner_new (broken);
  g_assert_false (scan_all (broken_scanner));
  assert_problem (broken_scanner, TIDE_PROBLEM_FILE_TOO_LARGE, 1, 1, NULL, "256 MB");
}

static void
test_many_names (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (TideJsonScanner) sound = NULL;
  g_autoptr (TideJsonScanner) broken = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "\"n%u\": {\"x\": 0},\n", i);
  g_string_append (text, "\"last\": 0}");
  sound = scan_text (text->str, text->len);
  g_assert_true (scan_all (sound));

  g_string_truncate (text, text->len - 1);
  g_string_append (text, ", \"n\\u0033\": 1}");
  broken = scan_text (text->str, text->len);
  g_assert_false (scan_all (broken));
  assert_problem (broken, TIDE_PROBLEM_DUPLICATE_KEY, 20001, 12, "n3", "n3");
}

static void
test_locate_backwards (void)
{
  static const char text[] = "\xef\xbb\xbf[\n1,\n中, 2]";
  g_autoptr (TideJsonScanner) scanner = scan_text (text, strlen (text));
  guint line, column;

  tide_json_scanner_locate (scanner, 13, &line, &column);
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (column, ==, 4);
  tide_json_scanner_locate (scanner, 3, &line, &column);
  g_assert_cmpuint (line, ==, 1);
  g_assert_cmpuint (column, ==, 1);
  tide_json_scanner_locate (scanner, 5, &line, &column);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sound_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-scanner/sound/%s", sound_cases[i].name);

      g_test_add_data_func (path, &sound_cases[i], test_sound);
    }
  for (guint i = 0; i < G_N_ELEMENTS (broken_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-scanner/broken/%s", broken_cases[i].name);

      g_test_add_data_func (path, &broken_cases[i], test_broken);
    }
  for (guint i = 0; i < G_N_ELEMENTS (count_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-scanner/count/%s", count_cases[i].number);

      g_test_add_data_func (path, &count_cases[i], test_count);
    }
  g_test_add_func ("/json-scanner/tokens", test_tokens);
  g_test_add_func ("/json-scanner/text", test_dup_text);
  g_test_add_func ("/json-scanner/spans", test_spans);
  g_test_add_func ("/json-scanner/skip-broken", test_skip_broken);
  g_test_add_data_func ("/json-scanner/depth/arrays", "[]", test_depth);
  g_test_add_data_func ("/json-scanner/depth/objects", "{}", test_depth);
  g_test_add_func ("/json-scanner/long-string", test_long_string);
  g_test_add_func ("/json-scanner/long-file", test_long_file);
  g_test_add_func ("/json-scanner/many-names", test_many_names);
  g_test_add_func ("/json-scanner/locate-backwards", test_locate_backwards);

  return g_test_run ();
}
