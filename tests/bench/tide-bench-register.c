/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-bench-register.h"

#include "tide-test-register.h"

#define SEED 361
#define N_TAXONOMIES 2
#define N_SECTORS 9
#define N_DIVISIONS 10
#define N_EVENTS 12
#define N_PARTIES 400

static const char *const currencies[]
    = { "CNY", "CNY", "CNY", "CNY", "USD", "EUR", "HKD", "JPY", "GBP", "SGD", "KRW" };
static const char *const rates[] = { "USD", "7.1779", "EUR", "7.6",  "HKD", "0.918",
                                     "JPY", "0.0479", "GBP", "8.75", "SGD", "5.25" };
static const char *const stages[] = { "lead", "negotiating", "signed", "registered", "started" };
static const char *const kinds[] = { "agreement", "agreement", "intention", "arrived" };
static const char *const english[]
    = { "battery", "robot", "marine",   "polymer", "sensor",  "clinical", "wind",  "magnet",
        "chip",    "cloud", "hydrogen", "optical", "bearing", "vehicle",  "mould", "textile" };
static const char *const chinese[]
    = { "电池", "机器人", "海洋", "高分子", "传感器", "临床", "风电", "磁材",
        "芯片", "云计算", "氢能", "光学",   "轴承",   "汽车", "模具", "纺织" };

static const char *
pick (GRand *rand, const char *const *words, guint n)
{
  return words[g_rand_int_range (rand, 0, (gint32) n)];
}

#define PICK(rand, words) pick (rand, words, G_N_ELEMENTS (words))

G_GNUC_PRINTF (3, 4)
static void
set (TidePayload *payload, const char *path, const char *format, ...)
{
  g_autofree char *word = NULL;
  va_list arguments;

  va_start (arguments, format);
  word = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tide_test_payload_set (payload, path, word);
}

G_GNUC_PRINTF (2, 3)
static TidePayload *
create (TideRecordKind kind, const char *format, ...)
{
  g_autofree char *id = NULL;
  va_list arguments;

  va_start (arguments, format);
  id = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return tide_test_payload_new (kind, id, NULL);
}

static void
add_named (TideSnapshot *snapshot, TideRecordKind kind, TidePayload *payload)
{
  g_autofree char *name = g_strdup_printf ("The one called %s", payload->id);

  tide_text_init ((TideText *) tide_payload_get_name (payload), name, NULL);
  tide_snapshot_add (snapshot, kind, payload);
}

static void
add_rate (TideSnapshot *snapshot, const char *currency, const char *value)
{
  TidePayload *rate = create (TIDE_RECORD_RATE, "mid/%s/CNY/2023", currency);

  set (rate, "set", "mid");
  set (rate, "kind", "mid");
  set (rate, "from", "%s", currency);
  set (rate, "to", "CNY");
  set (rate, "date", "2020");
  set (rate, "value", "%s", value);
  tide_snapshot_add (snapshot, TIDE_RECORD_RATE, rate);
}

static void
add_vocabulary (TideSnapshot *snapshot)
{
  TidePayload *settings = tide_test_payload_new (TIDE_RECORD_REGISTER, "bench", NULL);

  set (settings, "currency", "CNY");
  set (settings, "time-zone", "Asia/Shanghai");
  set (settings, "rate-set", "mid");
  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, settings);

  for (guint i = 0; i < N_TAXONOMIES; i++)
    {
      add_named (snapshot, TIDE_RECORD_TAXONOMY, create (TIDE_RECORD_TAXONOMY, "t%u", i));
      for (guint j = 0; j < N_SECTORS; j++)
        {
          TidePayload *sector = create (TIDE_RECORD_SECTOR, "t%u/%u", i, j);

          set (sector, "taxonomy", "t%u", i);
          add_named (snapshot, TIDE_RECORD_SECTOR, sector);
        }
    }
  for (guint i = 0; i < N_DIVISIONS; i++)
    add_named (snapshot, TIDE_RECORD_DIVISION, create (TIDE_RECORD_DIVISION, "3302%02u", i));
  for (guint i = 0; i < N_EVENTS; i++)
    add_named (snapshot, TIDE_RECORD_EVENT, create (TIDE_RECORD_EVENT, "fair-%u", 2012 + i));
  for (guint i = 0; i < N_PARTIES; i++)
    add_named (snapshot, TIDE_RECORD_PARTY, create (TIDE_RECORD_PARTY, "party-%03u", i));
  for (guint i = 0; i < G_N_ELEMENTS (rates); i += 2)
    add_rate (snapshot, rates[i], rates[i + 1]);
}

static void
set_name (TidePayload *project, GRand *rand, guint number)
{
  g_autofree char *name = NULL;

  if (number % 4 == 0)
    name = g_strdup_printf ("%s%s产业化项目第%u期", PICK (rand, chinese), PICK (rand, chinese),
                            number);
  else
    name = g_strdup_printf ("Intelligent %s and %s plant no. %u", PICK (rand, english),
                            PICK (rand, english), number);
  tide_text_init ((TideText *) tide_payload_get_name (project), number % 4 == 0 ? NULL : name,
                  number % 4 == 0 ? name : NULL);
}

/* One to three sectors of one taxonomy, whose shares add up to 100. */
static void
add_sectors (TidePayload *project, GRand *rand)
{
  guint n = (guint) g_rand_int_range (rand, 1, 4);
  guint taxonomy = (guint) g_rand_int_range (rand, 0, N_TAXONOMIES);
  guint first = (guint) g_rand_int_range (rand, 0, N_SECTORS);

  for (guint i = 0; i < n; i++)
    {
      TidePayload *entry = tide_test_payload_add_entry (project, "sectors", NULL);

      set (entry, "sector", "t%u/%u", taxonomy, (first + i) % N_SECTORS);
      set (entry, "share", "%u", i == 0 ? 100 - 30 * (n - 1) : 30);
    }
}

static void
add_stages (TidePayload *project, GRand *rand)
{
  guint n = (guint) g_rand_int_range (rand, 1, 3);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      TidePayload *entry = tide_test_payload_add_entry (project, "stages", id);

      set (entry, "stage", "%s", stages[i + (guint) g_rand_int_range (rand, 0, 3)]);
      set (entry, "date", "%u-%02d", 2019 + i, g_rand_int_range (rand, 1, 13));
    }
}

static void
add_amounts (TidePayload *project, GRand *rand)
{
  guint n = g_rand_int_range (rand, 0, 4) == 0 ? 2 : 1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      TidePayload *entry = tide_test_payload_add_entry (project, "amounts", id);

      set (entry, "kind", "%s", PICK (rand, kinds));
      set (entry, "value", "%d000000", g_rand_int_range (rand, 1, 9000));
      set (entry, "currency", "%s", PICK (rand, currencies));
      set (entry, "date", "2023-%02d-%02d", g_rand_int_range (rand, 1, 13),
           g_rand_int_range (rand, 1, 29));
    }
}

static TidePayload *
create_project (GRand *rand, guint number)
{
  TidePayload *project = create (TIDE_RECORD_PROJECT, "01JD3V6Q4K9W5Q2Z%010u", number);
  TidePayload *party = tide_test_payload_add_entry (project, "parties", NULL);

  set (project, "number", "2023-%06u", number);
  set_name (project, rand, number);
  set (party, "party", "party-%03d", g_rand_int_range (rand, 0, N_PARTIES));
  set (party, "role", "investor");
  add_sectors (project, rand);
  set (project, "division", "3302%02d", g_rand_int_range (rand, 0, N_DIVISIONS));
  set (project, "event", "fair-%d", 2012 + g_rand_int_range (rand, 0, N_EVENTS));
  add_stages (project, rand);
  add_amounts (project, rand);
  ((TideProjectPayload *) project)->updated = TIDE_TEST_TIME + number;

  return project;
}

TideSnapshot *
tide_bench_register_new (guint n_projects)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  TideSnapshot *snapshot = tide_snapshot_new ();

  add_vocabulary (snapshot);
  for (guint i = 0; i < n_projects; i++)
    tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, create_project (rand, i));

  return snapshot;
}
