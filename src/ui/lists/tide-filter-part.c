/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEARCH TIDE_FILTER_EDITOR_SEARCH
#define CHOICES TIDE_FILTER_EDITOR_CHOICES
#define STAGES TIDE_FILTER_EDITOR_STAGES
#define AMOUNTS TIDE_FILTER_EDITOR_AMOUNTS
#define DATES TIDE_FILTER_EDITOR_DATES
#define NONE TIDE_FILTER_EDITOR_NONE

/* In the order of the chips. The name says nothing of projects, the kind of amounts and the way to
 * match dates nothing by themselves: the other parts tell them. */
static const TideFilterCriterion criteria[] = {
  { "text", N_ ("Search"), SEARCH, { "text" } },
  { "sectors", N_ ("Sector"), CHOICES, { "sectors" } },
  { "taxonomies", N_ ("Classification"), NONE, { "taxonomies" } },
  { "divisions", N_ ("Division"), CHOICES, { "divisions" } },
  { "stages", N_ ("Stage"), CHOICES, { "stages" } },
  { "stage-from", N_ ("Range of Stages"), STAGES, { "stage-from", "stage-to" } },
  { "statuses", N_ ("Status"), CHOICES, { "statuses" } },
  { "events", N_ ("Event"), CHOICES, { "events" } },
  { "later-events", N_ ("Shown Again At"), NONE, { "later-events" } },
  { "parties", N_ ("Party"), CHOICES, { "parties" } },
  { "party-kinds", N_ ("Kind of Party"), CHOICES, { "party-kinds" } },
  { "amount-from", N_ ("Range of Amounts"), AMOUNTS, { "amount-from", "amount-to" } },
  { "amount", N_ ("Amount"), NONE, { "amount" } },
  { "currencies", N_ ("Currency"), NONE, { "currencies" } },
  { "period", N_ ("Period"), NONE, { "period" } },
  { "currency", N_ ("Currency of Totals"), NONE, { "currency" } },
  { "rate-set", N_ ("Set of Exchange Rates"), NONE, { "rate-set" } },
  { "date", N_ ("Range of Dates"), DATES, { "date", "date-from", "date-to", "date-match" } },
  { "tags", N_ ("Tag"), CHOICES, { "tags" } },
  { "checks", N_ ("Needs Attention"), CHOICES, { "checks" } },
  { "counting", N_ ("Counting"), NONE, { "counting" } },
};

/**
 * tide_filter_criteria_get:
 * @n_criteria: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_criteria): the criteria, in the order of their chips
 */
const TideFilterCriterion *
tide_filter_criteria_get (guint *n_criteria)
{
  *n_criteria = G_N_ELEMENTS (criteria);

  return criteria;
}

/**
 * tide_filter_criteria_find:
 * @member: a member of filters
 *
 * Returns: (transfer none) (nullable): the criterion that @member says something of
 */
const TideFilterCriterion *
tide_filter_criteria_find (const char *member)
{
  for (gsize i = 0; i < G_N_ELEMENTS (criteria); i++)
    if (g_strv_contains (criteria[i].members, member))
      return &criteria[i];

  return NULL;
}

static void
part_free (gpointer data)
{
  TideFilterPart *part = data;

  g_strfreev (part->values);
  g_free (part);
}

static void
take_part (GPtrArray *parts, const TideFilterCriterion *criterion, GStrv values)
{
  TideFilterPart *part = g_new (TideFilterPart, 1);

  part->criterion = criterion;
  part->values = values;
  g_ptr_array_add (parts, part);
}

/* Tags and checks are what they are, whatever they begin with; marked taxonomies each hold by
 * themselves. */
static gboolean
stands_alone (const char *member, const char *value)
{
  if (strcmp (member, "tags") == 0 || strcmp (member, "checks") == 0)
    return FALSE;

  return value[0] == TIDE_FILTER_ALSO
         || (strcmp (member, "taxonomies") == 0 && tide_filter_value_get_id (value) != value);
}

static GStrv
dup_one (const char *value)
{
  const char *const values[] = { value, NULL };

  return g_strdupv ((char **) values);
}

static void
add_strings (GPtrArray *parts, const TideFilterCriterion *criterion, const GPtrArray *strings)
{
  g_autoptr (GStrvBuilder) alternatives = g_strv_builder_new ();
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  GStrv values;

  for (guint i = 0; i < tide_entries_get_n (strings); i++)
    {
      const char *value = g_ptr_array_index (strings, i);

      if (stands_alone (criterion->name, value))
        g_ptr_array_add (alone, (char *) value);
      else
        g_strv_builder_add (alternatives, value);
    }
  values = g_strv_builder_end (alternatives);
  if (values[0] != NULL)
    take_part (parts, criterion, values);
  else
    g_strfreev (values);
  for (guint i = 0; i < alone->len; i++)
    take_part (parts, criterion, dup_one (g_ptr_array_index (alone, i)));
}

/* The words of `amount` must all hold. */
static void
add_words (GPtrArray *parts, const TideFilterCriterion *criterion, const char *amount)
{
  g_auto (GStrv) words = g_strsplit (amount, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      take_part (parts, criterion, dup_one (words[i]));
}

static gboolean
has_value (const TideFilter *filter, const char *member)
{
  return tide_payload_has_value (&filter->base, tide_shape_find (&tide_shape_filter, member));
}

static gboolean
is_range (const TideFilterCriterion *criterion)
{
  return criterion->members[1] != NULL;
}

/* A way to match dates asks for nothing, and a range of amounts tells its currency itself. */
static void
add_range (GPtrArray *parts, const TideFilterCriterion *criterion, const TideFilter *filter)
{
  gboolean is_asked = FALSE;

  for (gsize i = 0; criterion->members[i] != NULL; i++)
    is_asked |= strcmp (criterion->members[i], "date-match") != 0
                && has_value (filter, criterion->members[i]);
  if (is_asked)
    take_part (parts, criterion, g_new0 (char *, 1));
}

static gboolean
is_told_elsewhere (const TideFilterCriterion *criterion, const TideFilter *filter)
{
  return strcmp (criterion->name, "currency") == 0
         && (filter->amount_from.is_set || filter->amount_to.is_set);
}

static void
add_value (GPtrArray *parts, const TideFilterCriterion *criterion, const TideFilter *filter)
{
  TideValue value;

  tide_payload_get_value (&filter->base, tide_shape_find (&tide_shape_filter, criterion->name),
                          &value);
  if (strcmp (criterion->name, "amount") == 0)
    add_words (parts, criterion, value.as.string);
  else if (strcmp (criterion->name, "period") == 0)
    {
      g_autofree char *period = tide_date_dup_text (&value.as.date);

      take_part (parts, criterion, dup_one (period));
    }
  else
    take_part (parts, criterion, dup_one (value.as.string));
  tide_value_clear (&value);
}

/**
 * tide_filter_dup_parts:
 * @filter: a filter
 *
 * Returns: (transfer full) (element-type TideFilterPart): all that it asks for, in the order of the
 *   chips
 */
GPtrArray *
tide_filter_dup_parts (const TideFilter *filter)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  for (gsize i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      const TideFilterCriterion *criterion = &criteria[i];
      const TideMember *member = tide_shape_find (&tide_shape_filter, criterion->name);

      if (is_range (criterion))
        add_range (parts, criterion, filter);
      else if (member->kind == TIDE_MEMBER_STRINGS)
        add_strings (parts, criterion, G_STRUCT_MEMBER (GPtrArray *, filter, member->offset));
      else if (has_value (filter, criterion->name) && !is_told_elsewhere (criterion, filter))
        add_value (parts, criterion, filter);
    }

  return parts;
}

static void
remove_word (TideFilter *filter, const char *word)
{
  g_auto (GStrv) words = g_strsplit (filter->amount, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;
  g_autofree char *joined = NULL;

  for (gsize i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) != 0)
      g_strv_builder_add (builder, words[i]);
  kept = g_strv_builder_end (builder);
  joined = kept[0] != NULL ? g_strjoinv (" ", kept) : NULL;
  tide_payload_set_string (&filter->amount, joined);
}

static void
unset (TideFilter *filter, const char *member)
{
  const TideMember *found = tide_shape_find (&tide_shape_filter, member);

  if (found->kind == TIDE_MEMBER_PERIOD || found->kind == TIDE_MEMBER_DECIMAL)
    tide_filter_remove (filter, member, "");
  else
    tide_payload_set_string (G_STRUCT_MEMBER_P (filter, found->offset), NULL);
}

/* The currency of a range goes with it, unless other amounts are told in it. */
static void
remove_range (TideFilter *filter, const TideFilterCriterion *criterion)
{
  for (gsize i = 0; criterion->members[i] != NULL; i++)
    unset (filter, criterion->members[i]);
  if (criterion->editor == AMOUNTS && filter->amount == NULL)
    unset (filter, "currency");
}

/**
 * tide_filter_remove_part:
 * @filter: a filter that is not shared
 * @part: a part of it
 *
 * Asks for @part no more.
 */
void
tide_filter_remove_part (TideFilter *filter, const TideFilterPart *part)
{
  const char *name = part->criterion->name;

  if (is_range (part->criterion))
    remove_range (filter, part->criterion);
  else if (strcmp (name, "text") == 0)
    tide_filter_set_text (filter, NULL);
  else if (strcmp (name, "amount") == 0)
    remove_word (filter, part->values[0]);
  else
    for (gsize i = 0; part->values[i] != NULL; i++)
      tide_filter_remove (filter, name, part->values[i]);
}

/**
 * tide_filter_part_equal:
 * @a: a part
 * @b: another
 *
 * Returns: whether they are of one criterion and have the same values
 */
gboolean
tide_filter_part_equal (const TideFilterPart *a, const TideFilterPart *b)
{
  return a->criterion == b->criterion
         && g_strv_equal ((const char *const *) a->values, (const char *const *) b->values);
}
