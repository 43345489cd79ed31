/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-json-reader-private.h"

#include "core/tide-money.h"
#include "core/tide-record.h"

#include <string.h>

#define WHOLE 100

typedef struct
{
  const char *taxonomy; /* unowned */
  TideDecimal sum;
} Sum;

/* Removes what cannot stay in a copy of the member's holder. Whether the holder itself may stay. */
static gboolean
mend_reference (TidePayload *copy, const TideJsonCheck *check)
{
  gpointer field = G_STRUCT_MEMBER_P (copy, check->member->offset);

  if (check->member->kind == TIDE_MEMBER_REFERENCES)
    {
      GPtrArray *ids = *(GPtrArray **) field;

      for (guint i = ids->len; i > 0; i--)
        {
          if (strcmp (ids->pdata[i - 1], check->id) == 0)
            g_ptr_array_remove_index (ids, i - 1);
        }
      return TRUE;
    }

  tide_payload_set_interned (field, NULL);
  return !(check->member->flags & (TIDE_MEMBER_REQUIRED | TIDE_MEMBER_KEY));
}

static void
mend_date (TidePayload *copy, const TideJsonCheck *check)
{
  TideDate *date = G_STRUCT_MEMBER_P (copy, check->member->offset);

  date->day = 0;
  date->precision = TIDE_PRECISION_MONTH;
  if (date->month >= 1 && date->month <= 12)
    return;
  date->month = 0;
  date->precision = TIDE_PRECISION_YEAR;
}

static guint
get_digits (const TidePayload *holder, const TideMember *member)
{
  const TideMember *unit = tide_shape_find (holder->shape, "currency");

  if ((member->flags & TIDE_MEMBER_SHARE) || unit == NULL)
    return TIDE_JSON_SHARE_DIGITS;

  return tide_currency_get_digits (G_STRUCT_MEMBER (char *, holder, unit->offset));
}

/* Rounds half away from zero. */
static void
mend_decimal (TidePayload *copy, const TideJsonCheck *check)
{
  TideDecimal *decimal = G_STRUCT_MEMBER_P (copy, check->member->offset);
  guint digits = get_digits (copy, check->member);

  while (decimal->scale > digits + 1)
    {
      decimal->mantissa /= 10;
      decimal->scale--;
    }
  decimal->mantissa = (decimal->mantissa + (decimal->mantissa < 0 ? -5 : 5)) / 10;
  decimal->scale--;
}

/* What was meant is not known. A rate without a value is not used. */
static void
clear_decimal (TidePayload *copy, const TideJsonCheck *check)
{
  TideDecimal *decimal = G_STRUCT_MEMBER_P (copy, check->member->offset);

  *decimal = (TideDecimal) { 0 };
}

/* Looks up a record by an interned id. Those of complete kinds are remembered: a whole register
 * refers to few. */
static const TidePayload *
look_up (TideJsonReader *self, TideRecordKind kind, const char *id)
{
  TideJsonFound *found = &self->found[(GPOINTER_TO_SIZE (id) / 16 + kind) % TIDE_JSON_N_FOUND];
  const TidePayload *record;

  if (found->id == id && found->kind == kind)
    return found->record;

  record = tide_snapshot_lookup (self->snapshot, kind, id);
  if (self->is_complete[kind] && record != NULL)
    *found = (TideJsonFound) { .id = id, .kind = kind, .record = record };
  return record;
}

static const char *
get_taxonomy (TideJsonReader *self, const char *sector)
{
  const TidePayload *payload = look_up (self, TIDE_RECORD_SECTOR, sector);

  return payload != NULL ? TIDE_SECTOR_PAYLOAD (payload)->taxonomy : NULL;
}

/* Takes the shares within one taxonomy away: they are mentions then, which claims the least. */
static void
mend_shares (TideJsonReader *self, TidePayload *copy, const TideJsonCheck *check)
{
  GPtrArray *entries = G_STRUCT_MEMBER (GPtrArray *, copy, check->member->offset);

  for (guint i = 0; i < entries->len; i++)
    {
      TideClassification *entry = g_ptr_array_index (entries, i);

      if (g_strcmp0 (get_taxonomy (self, entry->sector), check->id) == 0)
        {
          TidePayload *mended = tide_payload_copy (&entry->base);

          ((TideClassification *) mended)->share = (TideDecimal) { 0 };
          entries->pdata[i] = tide_payload_seal (mended);
          tide_payload_unref (&entry->base);
        }
    }
}

/* Returns a mended copy of the holder, or NULL where it has to go. */
static TidePayload *
mend_holder (TideJsonReader *self, const TideJsonCheck *check)
{
  TidePayload *copy = tide_payload_copy (check->holder);
  gboolean stays = TRUE;

  switch ((guint) check->code)
    {
    case TIDE_PROBLEM_DANGLING_REFERENCE:
    case TIDE_PROBLEM_LOOP:
      stays = mend_reference (copy, check);
      break;
    case TIDE_PROBLEM_UNREAL_DATE:
      mend_date (copy, check);
      break;
    case TIDE_PROBLEM_TOO_PRECISE:
      mend_decimal (copy, check);
      break;
    case TIDE_PROBLEM_NOT_POSITIVE:
      clear_decimal (copy, check);
      break;
    case TIDE_PROBLEM_SHARES_NOT_WHOLE:
      mend_shares (self, copy, check);
      break;
    default:
      g_assert_not_reached ();
    }
  if (!stays && check->holder != check->record)
    {
      tide_payload_unref (copy);
      return NULL;
    }

  return tide_payload_seal (copy);
}

static gboolean mend_within (TideJsonReader *self,
                             const TidePayload *payload,
                             const TideJsonCheck *check,
                             TidePayload **mended);

/* Mends the entry that the holder is or lies in. */
static gboolean
mend_entries (TideJsonReader *self, GPtrArray *entries, const TideJsonCheck *check)
{
  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    {
      TidePayload *mended = NULL;

      if (!mend_within (self, g_ptr_array_index (entries, i), check, &mended))
        continue;
      if (mended == NULL)
        {
          g_ptr_array_remove_index (entries, i);
          return TRUE;
        }
      tide_payload_unref (entries->pdata[i]);
      entries->pdata[i] = mended;
      return TRUE;
    }

  return FALSE;
}

static gboolean
mend_object (TideJsonReader *self, TidePayload **object, const TideJsonCheck *check)
{
  TidePayload *mended = NULL;

  if (*object == NULL || !mend_within (self, *object, check, &mended))
    return FALSE;

  tide_payload_unref (*object);
  *object = mended;
  return TRUE;
}

/* Whether payload is the holder or has it; then mended is what takes its place, or NULL. */
static gboolean
mend_within (TideJsonReader *self,
             const TidePayload *payload,
             const TideJsonCheck *check,
             TidePayload **mended)
{
  TidePayload *copy;

  if (payload == check->holder)
    {
      *mended = mend_holder (self, check);
      return TRUE;
    }

  copy = tide_payload_copy (payload);
  for (guint i = 0; i < payload->shape->n_members; i++)
    {
      const TideMember *member = &payload->shape->members[i];
      gpointer field = G_STRUCT_MEMBER_P (copy, member->offset);

      if ((member->kind == TIDE_MEMBER_ENTRIES && mend_entries (self, *(GPtrArray **) field, check))
          || (member->kind == TIDE_MEMBER_OBJECT && mend_object (self, field, check)))
        {
          *mended = tide_payload_seal (copy);
          return TRUE;
        }
    }
  tide_payload_unref (copy);
  return FALSE;
}

/* What a person calls a record. */
static const char *
get_label (const TidePayload *record)
{
  const char *label = tide_payload_get_label (record, tide_language_get_default ());

  return label != NULL && *label != '\0' ? label : record->id;
}

static TideStep *
make_repair (TideJsonReader *self, const TideJsonCheck *check)
{
  TideRecordKind kind = tide_record_kind_from_name (check->record->shape->name);
  TideStep *step = tide_step_new ("repair", get_label (check->record), NULL);
  g_autoptr (TidePayload) mended = NULL;

  if (mend_within (self, check->record, check, &mended))
    tide_step_add_difference (step, kind, check->record, mended);

  return step;
}

static void
add_doubt (TideJsonReader *self,
           const TideJsonCheck *check,
           const char *argument,
           const char *second)
{
  TideProblem *problem;

  if (self->findings->len >= TIDE_JSON_MAX_PROBLEMS)
    return;

  problem = tide_problem_new (check->code, argument, second, NULL);
  problem->record = g_strdup (check->record->id);
  problem->field = g_strdup (check->member->name);
  problem->repair = make_repair (self, check);
  tide_json_reader_add_finding (self, problem, check->offset);
}

static gboolean
is_dangling (TideJsonReader *self, const TideJsonCheck *check)
{
  const TidePayload *settings = &tide_snapshot_get_settings (self->snapshot)->base;

  return check->member->target == TIDE_RECORD_REGISTER
             ? g_strcmp0 (settings->id, check->id) != 0
             : look_up (self, check->member->target, check->id) == NULL;
}

static Sum *
find_sum (GArray *sums, const char *taxonomy)
{
  Sum sum = { .taxonomy = taxonomy, .sum = { .is_set = TRUE } };

  for (guint i = 0; i < sums->len; i++)
    {
      if (strcmp (g_array_index (sums, Sum, i).taxonomy, taxonomy) == 0)
        return &g_array_index (sums, Sum, i);
    }
  g_array_append_val (sums, sum);
  return &g_array_index (sums, Sum, sums->len - 1);
}

/* Whether all classes with a share are of one taxonomy, in which they add up to the whole. */
static gboolean
has_whole_shares (TideJsonReader *self, const TideProjectPayload *project)
{
  const TideDecimal whole = { .mantissa = WHOLE, .is_set = TRUE };
  TideDecimal sum = { .is_set = TRUE };
  const char *taxonomy = NULL;

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);
      const char *other = get_taxonomy (self, entry->sector);

      if (other == NULL || !entry->share.is_set)
        continue;
      if (taxonomy != NULL && strcmp (taxonomy, other) != 0)
        return FALSE;
      taxonomy = other;
      tide_decimal_add (&sum, &entry->share);
    }

  return tide_decimal_compare (&sum, &whole) == 0;
}

static void
check_shares (TideJsonReader *self, const TideJsonCheck *check)
{
  const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (check->holder);
  const TideDecimal whole = { .mantissa = WHOLE, .is_set = TRUE };
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (Sum));

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);
      const char *taxonomy = get_taxonomy (self, entry->sector);
      Sum *sum;

      if (taxonomy == NULL || !entry->share.is_set)
        continue;
      sum = find_sum (sums, taxonomy);
      tide_decimal_add (&sum->sum, &entry->share);
    }

  for (guint i = 0; i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);
      TideJsonCheck doubt = *check;

      if (tide_decimal_compare (&sum->sum, &whole) != 0)
        {
          const TidePayload *taxonomy
              = tide_snapshot_lookup (self->snapshot, TIDE_RECORD_TAXONOMY, sum->taxonomy);
          g_autofree char *text = tide_decimal_dup_text (&sum->sum);

          doubt.id = sum->taxonomy;
          add_doubt (self, &doubt, text, taxonomy != NULL ? get_label (taxonomy) : sum->taxonomy);
        }
    }
}

static void
check_date (TideJsonReader *self, const TideJsonCheck *check)
{
  g_autofree char *text
      = tide_date_dup_text (G_STRUCT_MEMBER_P (check->holder, check->member->offset));

  add_doubt (self, check, text, NULL);
}

static void
check_precision (TideJsonReader *self, const TideJsonCheck *check)
{
  const TideMember *unit = tide_shape_find (check->holder->shape, "currency");
  g_autofree char *text
      = tide_decimal_dup_text (G_STRUCT_MEMBER_P (check->holder, check->member->offset));
  const char *currency = unit != NULL && !(check->member->flags & TIDE_MEMBER_SHARE)
                             ? G_STRUCT_MEMBER (char *, check->holder, unit->offset)
                             : NULL;

  add_doubt (self, check, text, currency);
}

static void
check_sign (TideJsonReader *self, const TideJsonCheck *check)
{
  g_autofree char *text
      = tide_decimal_dup_text (G_STRUCT_MEMBER_P (check->holder, check->member->offset));

  add_doubt (self, check, text, NULL);
}

static gboolean
is_parent (const TideJsonCheck *check)
{
  return check->code == TIDE_PROBLEM_DANGLING_REFERENCE && check->holder == check->record
         && strcmp (check->member->name, "parent") == 0;
}

/* Records that stand above themselves: each record is followed up until a known one is met. */
static void
check_loops (TideJsonReader *self)
{
  g_autoptr (GHashTable) parents = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      TideJsonCheck *check = &g_array_index (self->checks, TideJsonCheck, i);

      if (is_parent (check))
        g_hash_table_insert (parents, (gpointer) check->record, check);
    }

  for (guint i = 0; i < self->checks->len; i++)
    {
      const TideJsonCheck *check = &g_array_index (self->checks, TideJsonCheck, i);
      gpointer mark = GUINT_TO_POINTER (i + 1);

      if (!is_parent (check))
        continue;
      while (check != NULL && !g_hash_table_contains (seen, check->record))
        {
          const TidePayload *parent
              = tide_snapshot_lookup (self->snapshot, check->member->target, check->id);

          g_hash_table_insert (seen, (gpointer) check->record, mark);
          check = parent != NULL ? g_hash_table_lookup (parents, parent) : NULL;
        }
      if (check != NULL && g_hash_table_lookup (seen, check->record) == mark)
        {
          TideJsonCheck doubt = *check;

          doubt.code = TIDE_PROBLEM_LOOP;
          add_doubt (self, &doubt, get_label (check->record), NULL);
        }
    }
}

/* Whether something has to be looked into at the end: most references are to records that are all
 * there already, and most shares add up, so that nothing of them needs to be kept. */
gboolean
tide_json_reader_has_doubt (TideJsonReader *self, const TideJsonCheck *check)
{
  if (check->code == TIDE_PROBLEM_SHARES_NOT_WHOLE)
    return !self->is_complete[TIDE_RECORD_SECTOR]
           || !has_whole_shares (self, TIDE_PROJECT_PAYLOAD (check->holder));

  return check->code != TIDE_PROBLEM_DANGLING_REFERENCE || is_parent (check)
         || !self->is_complete[check->member->target] || is_dangling (self, check);
}

/* Looks into everything that could not be judged before all records were there. */
void
tide_json_reader_check (TideJsonReader *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      const TideJsonCheck *check = &g_array_index (self->checks, TideJsonCheck, i);

      switch ((guint) check->code)
        {
        case TIDE_PROBLEM_DANGLING_REFERENCE:
          if (is_dangling (self, check))
            add_doubt (self, check, check->id, NULL);
          break;
        case TIDE_PROBLEM_SHARES_NOT_WHOLE:
          check_shares (self, check);
          break;
        case TIDE_PROBLEM_UNREAL_DATE:
          check_date (self, check);
          break;
        case TIDE_PROBLEM_TOO_PRECISE:
          check_precision (self, check);
          break;
        case TIDE_PROBLEM_NOT_POSITIVE:
          check_sign (self, check);
          break;
        default:
          g_assert_not_reached ();
        }
    }
  check_loops (self);
}
