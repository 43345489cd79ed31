/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Run while building: writes the readings of all common Han characters as a table in C, so that
 * the program itself needs neither ICU nor its data. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ustring.h>
#include <unicode/utf8.h>
#include <unicode/utrans.h>

/* CJK Unified Ideographs and their Extension A. */
#define FIRST 0x3400
#define LAST 0x9fff

#define MAX_READINGS 96
#define MAX_SETS 2048

#define COMBINING_DIAERESIS 0x308

/* Characters that have more than one reading in names of places, companies and industries, each
 * with all that are found. */
static const struct
{
  const char *character;
  const char *readings;
} polyphones[] = {
  { "万", "wan mo" },      { "乐", "le yue" },      { "乾", "qian gan" },
  { "了", "liao le" },     { "亟", "ji qi" },       { "仇", "qiu chou" },
  { "会", "hui kuai" },    { "传", "chuan zhuan" }, { "伺", "si ci" },
  { "似", "si shi" },      { "佛", "fo fu" },       { "便", "bian pian" },
  { "俞", "yu shu" },      { "傳", "chuan zhuan" }, { "六", "liu lu" },
  { "凹", "ao wa" },       { "剥", "bo bao" },      { "匙", "chi shi" },
  { "区", "qu ou" },       { "单", "dan shan" },    { "卡", "ka qia" },
  { "厦", "sha xia" },     { "参", "can shen" },    { "句", "ju gou" },
  { "召", "zhao shao" },   { "叶", "ye xie" },      { "吁", "xu yu" },
  { "合", "he ge" },       { "员", "yuan yun" },    { "呱", "gua gu" },
  { "呷", "xia ga" },      { "咀", "ju zui" },      { "和", "he huo" },
  { "咖", "ka ga" },       { "咽", "yan ye" },      { "單", "dan shan" },
  { "嚼", "jiao jue" },    { "圩", "xu wei" },      { "地", "di de" },
  { "埔", "pu bu" },       { "堡", "bao pu bu" },   { "塞", "sai se" },
  { "壳", "ke qiao" },     { "大", "da dai" },      { "奇", "qi ji" },
  { "婼", "ruo chuo" },    { "宿", "su xiu" },      { "尉", "wei yu" },
  { "峙", "zhi shi" },     { "嵌", "qian kan" },    { "差", "cha chai" },
  { "巷", "xiang hang" },  { "度", "du duo" },      { "廈", "sha xia" },
  { "弄", "nong long" },   { "弹", "dan tan" },     { "强", "qiang jiang" },
  { "得", "de dei" },      { "扎", "zha za" },      { "折", "zhe she" },
  { "拓", "tuo ta" },      { "择", "ze zhai" },     { "提", "ti di" },
  { "数", "shu shuo" },    { "暴", "bao pu" },      { "曾", "zeng ceng" },
  { "會", "hui kuai" },    { "朝", "chao zhao" },   { "期", "qi ji" },
  { "术", "shu zhu" },     { "朴", "pu piao" },     { "枞", "cong zong" },
  { "柏", "bai bo" },      { "柜", "gui ju" },      { "查", "cha zha" },
  { "栖", "qi xi" },       { "校", "xiao jiao" },   { "核", "he hu" },
  { "樂", "le yue" },      { "模", "mo mu" },       { "歙", "she xi" },
  { "氏", "shi zhi" },     { "沈", "shen chen" },   { "沌", "dun zhuan" },
  { "没", "mei mo" },      { "泊", "bo po" },       { "泌", "mi bi" },
  { "泷", "long shuang" }, { "洗", "xi xian" },     { "洞", "dong tong" },
  { "浚", "jun xun" },     { "涡", "wo guo" },      { "渑", "mian sheng" },
  { "漯", "luo ta" },      { "澄", "cheng deng" },  { "澹", "tan dan" },
  { "瀑", "pu bao" },      { "炔", "que gui" },     { "烙", "lao luo" },
  { "熟", "shu shou" },    { "熨", "yun yu" },      { "爪", "zhua zhao" },
  { "牟", "mou mu" },      { "率", "lv shuai" },    { "畜", "chu xu" },
  { "番", "fan pan" },     { "盖", "gai ge" },      { "盛", "sheng cheng" },
  { "省", "sheng xing" },  { "着", "zhuo zhe" },    { "石", "shi dan" },
  { "磅", "bang pang" },   { "祭", "ji zhai" },     { "种", "zhong chong" },
  { "秘", "mi bi" },       { "稽", "ji qi" },       { "筠", "yun jun" },
  { "粘", "zhan nian" },   { "系", "xi ji" },       { "繁", "fan po" },
  { "纤", "xian qian" },   { "约", "yue yao" },     { "给", "gei ji" },
  { "络", "luo lao" },     { "绿", "lv lu" },       { "缩", "suo su" },
  { "翟", "zhai di" },     { "耙", "ba pa" },       { "脉", "mai mo" },
  { "臂", "bi bei" },      { "臭", "chou xiu" },    { "般", "ban bo" },
  { "色", "se shai" },     { "艾", "ai yi" },       { "芥", "jie gai" },
  { "茄", "qie jia" },     { "荥", "xing ying" },   { "荨", "qian xun" },
  { "莘", "shen xin" },    { "莞", "guan wan" },    { "落", "luo la" },
  { "蔓", "man wan" },     { "蔚", "wei yu" },      { "蕃", "fan bo" },
  { "薄", "bo bao" },      { "藏", "cang zang" },   { "虹", "hong jiang" },
  { "蚌", "bang beng" },   { "蛤", "ge ha" },       { "血", "xue xie" },
  { "行", "xing hang" },   { "裳", "shang chang" }, { "觉", "jue jiao" },
  { "角", "jiao jue" },    { "解", "jie xie" },     { "調", "diao tiao" },
  { "识", "shi zhi" },     { "调", "diao tiao" },   { "谷", "gu yu" },
  { "贲", "ben bi" },      { "贾", "jia gu" },      { "車", "che ju" },
  { "车", "che ju" },      { "轧", "zha ga ya" },   { "还", "huan hai" },
  { "郇", "xun huan" },    { "郗", "xi chi" },      { "都", "du dou" },
  { "重", "zhong chong" }, { "铅", "qian yan" },    { "镐", "gao hao" },
  { "長", "chang zhang" }, { "长", "chang zhang" }, { "阏", "e yan" },
  { "阿", "a e" },         { "陂", "bei pi po" },   { "降", "jiang xiang" },
  { "隗", "kui wei" },     { "隽", "juan jun" },    { "雀", "que qiao" },
  { "露", "lu lou" },      { "骑", "qi ji" },       { "龟", "gui jun qiu" },
};

/* Sets of readings that were written, and where in the text of all of them. */
static char sets[MAX_SETS][MAX_READINGS];
static size_t offsets[MAX_SETS];
static size_t n_sets;
static size_t end;

/* Leaves of a syllable with its tone the letters that are typed for it: ü is v. Returns 0 for what
 * is no syllable. */
static int
strip (const UChar *latin, int32_t length, char *syllable)
{
  size_t n = 0;

  for (int32_t i = 0; i < length; i++)
    if (latin[i] == COMBINING_DIAERESIS && n > 0 && syllable[n - 1] == 'u')
      syllable[n - 1] = 'v';
    else if (latin[i] >= 'a' && latin[i] <= 'z' && n + 1 < MAX_READINGS)
      syllable[n++] = (char) latin[i];
    else if (latin[i] < 0x300 || latin[i] > 0x36f)
      return 0;
  syllable[n] = '\0';

  return n > 0;
}

static UChar32
decode (const char *text)
{
  UChar32 character;
  int32_t i = 0;

  U8_NEXT (text, i, -1, character);

  return character;
}

static const char *
find_polyphone (UChar character)
{
  for (size_t i = 0; i < sizeof polyphones / sizeof polyphones[0]; i++)
    if (decode (polyphones[i].character) == character)
      return polyphones[i].readings;

  return NULL;
}

static int
contains (const char *readings, const char *syllable)
{
  const size_t length = strlen (syllable);

  for (const char *at = readings; at != NULL; at = strchr (at, ' '))
    {
      at += *at == ' ';
      if (strncmp (at, syllable, length) == 0 && (at[length] == ' ' || at[length] == '\0'))
        return 1;
    }

  return 0;
}

static void
read_character (UTransliterator *transliterator, UChar character, char *readings)
{
  UChar text[64] = { character, 0 };
  int32_t length = 1, limit = 1;
  UErrorCode status = U_ZERO_ERROR;
  const char *others = find_polyphone (character);
  char syllable[MAX_READINGS];

  utrans_transUChars (transliterator, text, &length, 64, 0, &limit, &status);
  readings[0] = '\0';
  if (U_SUCCESS (status) && strip (text, length, syllable))
    strcpy (readings, syllable);
  if (others == NULL)
    return;

  if (readings[0] == '\0' || contains (others, readings))
    strcpy (readings, others);
  else if (snprintf (readings, MAX_READINGS, "%s %s", syllable, others) >= MAX_READINGS)
    exit (1);
}

/* Writes a set that is new as its readings, each ended by a NUL, and one more. */
static size_t
write_set (const char *readings)
{
  for (size_t i = 0; i < n_sets; i++)
    if (strcmp (sets[i], readings) == 0)
      return offsets[i];
  if (n_sets == MAX_SETS)
    exit (1);

  strcpy (sets[n_sets], readings);
  offsets[n_sets] = end;
  printf ("  \"");
  for (const char *at = readings; *at != '\0'; at++)
    {
      if (*at == ' ')
        printf ("\\0");
      else
        putchar (*at);
    }
  printf ("\\0\\0\"\n");
  end += strlen (readings) + 2;

  return offsets[n_sets++];
}

int
main (void)
{
  static size_t by_character[LAST - FIRST + 1];
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator;
  UChar id[32];

  u_uastrcpy (id, "Han-Latin; NFD");
  transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    return 1;

  printf ("#define FIRST 0x%x\n#define LAST 0x%x\n\nstatic const char readings[] =\n", FIRST, LAST);
  write_set ("");
  for (unsigned character = FIRST; character <= LAST; character++)
    {
      char readings[MAX_READINGS];

      read_character (transliterator, (UChar) character, readings);
      by_character[character - FIRST] = write_set (readings);
    }
  printf (";\n\nstatic const guint16 places[] = {");
  for (unsigned i = 0; i <= LAST - FIRST; i++)
    printf ("%s%zu,", i % 16 == 0 ? "\n  " : " ", by_character[i]);
  printf ("\n};\n");
  utrans_close (transliterator);

  return end > 0xffff;
}
