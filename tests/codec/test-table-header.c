/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-table-header.h"

#include "codec/tide-delimited.h"

#include <string.h>

static const struct
{
  const char *text;
  guint row;
  guint first_row;
} cases[] = {
  { "name,amount\nRobots,12\n", 0, 1 },
  { "项目名称,投资额（亿元）\n机器人,12.5\n", 0, 1 },
  { "name,place\nRobots,Ningbo\nCars,Shanghai\n", 0, 1 },
  { "Robots,12\nCars,30\n", TIDE_TABLE_NO_ROW, 0 },
  { "Robots,27.5亿元\nCars,$30\n", TIDE_TABLE_NO_ROW, 0 },
  { "Robots,2023-08-15\nCars,2023-09-01\n", TIDE_TABLE_NO_ROW, 0 },
  { "Projects of 2023\nas of June\n\nname,place,amount\nRobots,Ningbo,12\nCars,Shanghai,3\n"
    "Ships,Wuhan,4\n",
    2, 3 },
  { "region,2021,2022,2023\nNingbo,1.5,2.5,3.5\nShanghai,4,5,6\n", 0, 1 },
  { "地区,2021年,2022年\n宁波,12,13\n上海,14,15\n", 0, 1 },
  { "Ningbo,2021\nNingbo,2022\nNingbo,2023\n", TIDE_TABLE_NO_ROW, 0 },
  /* merged cells: the second row says what the columns are */
  { "项目,投资额,投资额\n项目,协议,实际\n机器人,12,3\n汽车,30,4\n", 1, 2 },
  { "id,name\nA-101,Robots\nA-102,Cars\n", 0, 1 },
  { "name\nRobots\nCars\n", 0, 1 },
};

static void
test_guess (void)
{
  const TideDelimitedOptions options = { TIDE_ENCODING_UTF8, ',', '"' };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (TideTable) table = tide_delimited_read (bytes, &options, NULL, NULL, NULL, NULL);
      const TideTableHeader header = tide_table_header_guess (table);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (header.row, ==, cases[i].row);
      g_assert_cmpuint (header.first_row, ==, cases[i].first_row);
    }
}

static void
test_empty (void)
{
  g_autoptr (TideTableBuilder) builder = tide_table_builder_new ();
  g_autoptr (TideTable) table = tide_table_builder_end (builder);
  const TideTableHeader header = tide_table_header_guess (table);

  g_assert_cmpuint (header.row, ==, TIDE_TABLE_NO_ROW);
  g_assert_cmpuint (header.first_row, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-header/guess", test_guess);
  g_test_add_func ("/table-header/empty", test_empty);

  return g_test_run ();
}
