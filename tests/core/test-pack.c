/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-pack.h"
#include "core/tide-payloads.h"

#include <string.h>

#define TEXT(text) text, strlen (text)

/* A project with a name, two stages in the wrong order, a tag and an object without values. */
static TidePayload *
add_project (TidePack *pack, const char *id)
{
  static const char *const dates[] = { "2023-05", "2022" };
  TidePayload *payload = tide_pack_add_payload (pack, &tide_shape_project);
  TideProjectPayload *project = (TideProjectPayload *) payload;

  payload->id = tide_pack_add_string (pack, TEXT (id));
  payload->extra = tide_pack_add_string (pack, TEXT ("{ \"x\": 1 }"));
  project->number = tide_pack_add_string (pack, TEXT ("2023-001"));
  project->name.zh = tide_pack_add_string (pack, TEXT ("余姚"));
  project->division = tide_pack_intern (pack, TEXT ("330281"));
  project->plans
      = tide_pack_add_payload (pack, tide_shape_find (&tide_shape_project, "plans")->shape);
  project->tags = tide_pack_add_array (pack, 1);
  project->tags->pdata[project->tags->len++] = tide_pack_add_string (pack, TEXT ("first"));
  project->sources = tide_pack_add_array (pack, 1);
  project->stages = tide_pack_add_array (pack, 2);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      TidePayload *entry = tide_pack_add_payload (pack, &tide_shape_stage);
      TideStageEntry *stage = (TideStageEntry *) entry;

      entry->id = tide_pack_add_string (pack, TEXT (i == 0 ? "later" : "earlier"));
      stage->stage = tide_pack_intern (pack, TEXT ("signed"));
      g_assert_true (tide_date_parse (dates[i], FALSE, &stage->date));
      project->stages->pdata[project->stages->len++] = entry;
    }

  return tide_payload_seal (tide_payload_ref (payload));
}

static TidePayload *
create_project (const char *id)
{
  g_autoptr (TidePack) pack = tide_pack_new ();

  return add_project (pack, id);
}

static void
test_defaults (void)
{
  g_autoptr (TidePack) pack = tide_pack_new ();
  TidePayload *payload = tide_pack_add_payload (pack, &tide_shape_project);

  g_assert_true (TIDE_PROJECT_PAYLOAD (payload)->counted);
  g_assert_false (TIDE_PROJECT_PAYLOAD (payload)->confidential);
  g_assert_true (tide_payload_is_empty (payload));
}

static void
test_seal (void)
{
  g_autoptr (TidePayload) payload = create_project ("p");
  const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (payload);
  const TidePayload *first = g_ptr_array_index (project->stages, 0);

  g_assert_cmpstr (first->id, ==, "earlier");
  g_assert_cmpint (project->stage, ==, TIDE_STAGE_SIGNED);
  g_assert_cmpint (project->stage_date.month, ==, 5);
  g_assert_null (project->plans);
  g_assert_null (project->sources);
}

static void
test_copy_outlives_the_pack (void)
{
  TidePayload *payload = create_project ("p");
  g_autoptr (TidePayload) same = create_project ("p");
  g_autoptr (TidePayload) copy = tide_payload_copy (payload);

  tide_payload_unref (payload);
  tide_payload_set_string (&((TideProjectPayload *) copy)->number, "2023-001");
  tide_payload_add_string (copy, "tags", "second");
  g_assert_false (tide_payload_equal (copy, same));
  g_ptr_array_remove_index (((TideProjectPayload *) copy)->tags, 1);
  tide_payload_seal (copy);

  g_assert_cmpstr (copy->id, ==, "p");
  g_assert_cmpstr (copy->extra, ==, "{ \"x\": 1 }");
  g_assert_true (tide_payload_equal (copy, same));
}

/* A payload that is copied into a pack is the same, and needs nothing of what it is a copy of. */
static void
test_copy_into_a_pack (void)
{
  TidePack *pack = tide_pack_new ();
  TidePayload *payload = create_project ("p");
  g_autoptr (TidePayload) same = create_project ("p");
  TidePayload *loose = tide_payload_seal (tide_payload_copy (payload));
  g_autoptr (TidePayload) copy = NULL;

  tide_payload_unref (payload);
  copy = tide_payload_ref (tide_pack_add_copy (pack, loose));
  tide_payload_unref (loose);
  tide_pack_unref (pack);

  g_assert_true (copy->is_sealed);
  g_assert_cmpstr (copy->id, ==, "p");
  g_assert_cmpstr (copy->extra, ==, "{ \"x\": 1 }");
  g_assert_cmpint (TIDE_PROJECT_PAYLOAD (copy)->stage, ==, TIDE_STAGE_SIGNED);
  g_assert_true (tide_payload_equal (copy, same));
}

static void
test_values_outlive_the_pack (void)
{
  TidePayload *payload = create_project ("p");
  g_autoptr (TidePayload) same = create_project ("p");
  const TideShape *shape = payload->shape;
  g_autofree TideValue *values = g_new (TideValue, shape->n_members);

  for (guint i = 0; i < shape->n_members; i++)
    tide_payload_get_value (payload, &shape->members[i], &values[i]);
  tide_payload_unref (payload);

  for (guint i = 0; i < shape->n_members; i++)
    {
      g_auto (TideValue) value = { 0 };

      tide_payload_get_value (same, &shape->members[i], &value);
      g_assert_true (tide_value_equal (&values[i], &value));
      tide_value_clear (&values[i]);
    }
}

/* An entry keeps the whole pack, however many blocks that has. */
static void
test_entry_keeps_the_pack (void)
{
  TidePack *pack = tide_pack_new ();
  const guint n = 20000;
  g_autoptr (TidePayload) entry = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      TidePayload *payload = add_project (pack, id);

      if (i == n / 2)
        entry = tide_payload_ref (g_ptr_array_index (TIDE_PROJECT_PAYLOAD (payload)->stages, 1));
      g_assert_cmpstr (payload->id, ==, id);
      tide_payload_unref (payload);
    }
  tide_pack_unref (pack);

  g_assert_cmpstr (entry->id, ==, "later");
  g_assert_cmpstr (((const TideStageEntry *) entry)->stage, ==, "signed");
}

static void
test_large (void)
{
  g_autoptr (TidePack) pack = tide_pack_new ();
  const gsize sizes[] = { 0, 1, 65535, 65536, 1000000, 3000000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = g_strnfill (sizes[i], 'x');
      GPtrArray *array = tide_pack_add_array (pack, (guint) sizes[i] / 8 + 1);
      char *copy = tide_pack_add_string (pack, text, sizes[i]);
      TidePayload *payload = tide_pack_add_payload (pack, &tide_shape_stage);

      for (gsize j = 0; j <= sizes[i] / 8; j++)
        array->pdata[array->len++] = payload;
      g_assert_cmpstr (copy, ==, text);
      g_assert_null (payload->id);
    }
}

/* The same as interned strings elsewhere, however many there are. */
static void
test_intern (void)
{
  g_autoptr (TidePack) pack = tide_pack_new ();

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *word = g_strdup_printf ("%u", i % 2500);
      char *interned = g_ref_string_new_intern (word);

      g_assert_true (tide_pack_intern (pack, TEXT (word)) == interned);
      g_ref_string_release (interned);
    }
}

static gpointer
ref_and_unref (gpointer payload)
{
  for (guint i = 0; i < 10000; i++)
    tide_payload_unref (tide_payload_ref (payload));

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (TidePayload) payload = create_project ("p");
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ref", ref_and_unref, payload);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpstr (payload->id, ==, "p");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack/defaults", test_defaults);
  g_test_add_func ("/pack/seal", test_seal);
  g_test_add_func ("/pack/copy", test_copy_outlives_the_pack);
  g_test_add_func ("/pack/copy-into", test_copy_into_a_pack);
  g_test_add_func ("/pack/values", test_values_outlive_the_pack);
  g_test_add_func ("/pack/entry", test_entry_keeps_the_pack);
  g_test_add_func ("/pack/large", test_large);
  g_test_add_func ("/pack/intern", test_intern);
  g_test_add_func ("/pack/threads", test_threads);

  return g_test_run ();
}
