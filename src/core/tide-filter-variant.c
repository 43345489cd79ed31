/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-filter.h"

static void
insert_strings (GVariantDict *dict, const char *name, const GPtrArray *strings)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) values = NULL;

  if (tide_entries_get_n (strings) == 0)
    return;

  builder = g_strv_builder_new ();
  for (guint i = 0; i < strings->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (strings, i));
  values = g_strv_builder_end (builder);
  g_variant_dict_insert (dict, name, "^as", values);
}

static void
insert_text (GVariantDict *dict, const TideMember *member, gconstpointer field)
{
  char buffer[TIDE_DECIMAL_TEXT_SIZE];
  const char *text;

  if (member->kind == TIDE_MEMBER_PERIOD)
    text = tide_date_format (field, buffer, sizeof buffer);
  else if (member->kind == TIDE_MEMBER_DECIMAL)
    text = ((const TideDecimal *) field)->is_set
               ? tide_decimal_format (field, buffer, sizeof buffer)
               : "";
  else
    text = *(char *const *) field;

  if (text != NULL && *text != '\0')
    g_variant_dict_insert (dict, member->name, "s", text);
}

/**
 * tide_filter_to_variant:
 * @filter: a filter
 *
 * What @filter asks for, to be kept elsewhere than in a register: its name and id are left out.
 *
 * Returns: (transfer none): a floating `a{sv}`, one entry for each member that has a value
 */
GVariant *
tide_filter_to_variant (const TideFilter *filter)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  for (guint i = 0; i < tide_shape_filter.n_members; i++)
    {
      const TideMember *member = &tide_shape_filter.members[i];
      gconstpointer field = G_STRUCT_MEMBER_P (filter, member->offset);

      if (member->kind == TIDE_MEMBER_STRINGS)
        insert_strings (&dict, member->name, *(GPtrArray *const *) field);
      else if (member->kind != TIDE_MEMBER_TEXT)
        insert_text (&dict, member, field);
    }

  return g_variant_dict_end (&dict);
}

static void
add_value (TideFilter *filter, const TideMember *member, GVariant *value)
{
  if (member->kind == TIDE_MEMBER_STRINGS)
    {
      g_autofree const char **values = NULL;

      if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
        return;

      values = g_variant_get_strv (value, NULL);
      for (gsize i = 0; values[i] != NULL; i++)
        if (*values[i] != '\0')
          tide_filter_add (filter, member->name, values[i]);
    }
  else if (member->kind != TIDE_MEMBER_TEXT && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
           && *g_variant_get_string (value, NULL) != '\0')
    {
      tide_filter_add (filter, member->name, g_variant_get_string (value, NULL));
    }
}

/**
 * tide_filter_new_from_variant:
 * @variant: an `a{sv}`, such as tide_filter_to_variant() gave
 *
 * Makes a filter of what was kept. What is not a member of filters, or of another type, is left
 * out.
 *
 * Returns: (transfer full): a filter that can be changed
 */
TideFilter *
tide_filter_new_from_variant (GVariant *variant)
{
  TideFilter *filter = tide_filter_new ();
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT), filter);

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      const TideMember *member = tide_shape_find (&tide_shape_filter, name);

      if (member != NULL)
        add_value (filter, member, value);
    }

  return filter;
}
