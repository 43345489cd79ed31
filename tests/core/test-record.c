/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"

/* Walks the properties of every class that has records of its own. */

static const TideRecordKind kinds[] = {
  TIDE_RECORD_PROJECT, TIDE_RECORD_SECTOR, TIDE_RECORD_TAXONOMY, TIDE_RECORD_DIVISION,
  TIDE_RECORD_EVENT,   TIDE_RECORD_PARTY,  TIDE_RECORD_SOURCE,
};

/* A value other than what @payload has there. */
static void
init_other (TideValue *value, const TideMember *member, const TidePayload *payload)
{
  tide_payload_get_value (payload, member, value);
  switch (member->kind)
    {
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_CODE:
      tide_value_clear (value);
      tide_value_init_string (value, member->kind, "other");
      break;
    case TIDE_MEMBER_TEXT:
      tide_value_clear (value);
      tide_text_init (&value->as.text, "Other", "别的");
      break;
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      g_assert_true (tide_date_parse ("1999-12-31", FALSE, &value->as.date));
      break;
    case TIDE_MEMBER_TIME:
      value->as.time += 60;
      break;
    case TIDE_MEMBER_DECIMAL:
      g_assert_cmpint (tide_decimal_parse ("7.5", &value->as.decimal), ==, TIDE_DECIMAL_OK);
      break;
    case TIDE_MEMBER_COUNT:
      value->as.count = (TideCount) { 7, TRUE };
      break;
    case TIDE_MEMBER_BOOLEAN:
      value->as.boolean = !value->as.boolean;
      break;
    case TIDE_MEMBER_STRINGS:
      tide_value_clear (value);
      value->as.strings = tide_strings_new ();
      g_ptr_array_add (value->as.strings, g_ref_string_new ("other"));
      break;
    case TIDE_MEMBER_REFERENCE:
    case TIDE_MEMBER_REFERENCES:
    case TIDE_MEMBER_OBJECT:
    case TIDE_MEMBER_ENTRIES:
      tide_value_clear (value);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
on_notify (GHashTable *notified, GParamSpec *pspec, TideRecord *record)
{
  g_assert_true (g_hash_table_add (notified, (gpointer) pspec->name));
}

static void
assert_swaps (TideRegister *reg, TideRecord *record, const TideMember *member)
{
  TideRecordKind kind = tide_record_get_kind (record);
  const TidePayload *before = tide_record_get_payload (record);
  g_autoptr (GHashTable) notified = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  g_autoptr (TideStep) step = tide_step_new ("edit", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (TideValue) value = { 0 };
  guint n;

  init_other (&value, member, before);
  tide_payload_set_value (after, member, &value);
  tide_payload_seal (after);
  tide_step_add_difference (step, kind, before, after);
  n = step->edits->len == 0 ? 0 : 2;

  g_signal_connect_swapped (record, "notify", G_CALLBACK (on_notify), notified);
  g_assert_true (tide_register_apply (reg, step, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (g_hash_table_size (notified), ==, n);
  g_assert_cmpint (g_hash_table_contains (notified, member->name), ==, n > 0);
  g_assert_cmpint (g_hash_table_contains (notified, "payload"), ==, n > 0);
  g_signal_handlers_disconnect_by_data (record, notified);
  g_assert_true (n == 0 || tide_register_undo (reg));
}

static void
test_properties (gconstpointer data)
{
  TideRecordKind kind = GPOINTER_TO_UINT (data);
  const TideShape *shape = tide_shape_for_kind (kind);
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  TideList *list = tide_register_get_list (reg, kind);
  g_autofree GParamSpec **specs = NULL;
  guint n_specs;

  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (tide_list_get (list, 0)), &n_specs);
  g_assert_cmpuint (n_specs, ==, shape->n_members + 2);

  for (guint i = 0; i < n_specs; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_assert_cmpint (specs[i]->flags & G_PARAM_WRITABLE, ==, 0);
      g_object_get_property (G_OBJECT (tide_list_get (list, 0)), specs[i]->name, &value);
      g_assert_true (G_VALUE_HOLDS (&value, specs[i]->value_type));
    }

  for (guint i = 0; i < tide_list_get_n (list); i++)
    for (guint m = 0; m < shape->n_members; m++)
      if (!(shape->members[m].flags & TIDE_MEMBER_IMPLICIT))
        assert_swaps (reg, tide_list_get (list, i), &shape->members[m]);
}

static void
test_values (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  TideRecord *record = tide_register_lookup (reg, TIDE_RECORD_PROJECT, "p1");
  g_autoptr (TideText) name = NULL;
  g_autoptr (GPtrArray) sectors = NULL;
  g_auto (GStrv) tags = NULL;
  g_autofree char *division = NULL;
  g_autofree char *id = NULL;
  gboolean counted;
  gint64 updated;

  g_object_get (record, "name", &name, "sectors", &sectors, "tags", &tags, "division", &division,
                "id", &id, "counted", &counted, "updated", &updated, NULL);

  g_assert_cmpstr (name->en, ==, "Battery plant");
  g_assert_cmpuint (sectors->len, ==, 2);
  g_assert_cmpuint (g_strv_length (tags), ==, 0);
  g_assert_cmpstr (division, ==, "east");
  g_assert_cmpstr (id, ==, "p1");
  g_assert_true (counted);
  g_assert_cmpint (updated, ==, 0);
}

static void
test_labels (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  const TidePayload *third = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p3");
  const TidePayload *source = tide_register_lookup_payload (reg, TIDE_RECORD_SOURCE, "paper");

  g_assert_cmpstr (tide_payload_get_label (third, TIDE_LANGUAGE_EN), ==, "机器人项目");
  g_assert_cmpstr (tide_payload_get_label (source, TIDE_LANGUAGE_EN), ==, "A paper");
  g_assert_null (tide_payload_get_name (source));
}

static void
test_finalized (void)
{
  TideRegister *reg = tide_test_register_new ();
  TideRecord *record = tide_register_lookup (reg, TIDE_RECORD_PROJECT, "p1");

  g_object_add_weak_pointer (G_OBJECT (record), (gpointer *) &record);
  g_assert_finalize_object (reg);
  g_assert_null (record);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path
          = g_strconcat ("/record/properties/", tide_shape_for_kind (kinds[i])->name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (kinds[i]), test_properties);
    }
  g_test_add_func ("/record/values", test_values);
  g_test_add_func ("/record/labels", test_labels);
  g_test_add_func ("/record/finalized", test_finalized);

  return g_test_run ();
}
