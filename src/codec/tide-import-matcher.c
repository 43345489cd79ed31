/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

#include "core/tide-duplicates-name.h"
#include "core/tide-record.h"

#include <string.h>

/* A pair of characters that more names than this have says nothing about which is meant. */
#define MAX_NAMES_OF_PAIR 400

/* Of two targets of one name, where neither is the one that is meant. */
#define AMBIGUOUS ((const char *) "")

typedef struct
{
  const char *id;   /* borrowed, from the snapshot */
  TideNameKey *key; /* owned */
} Name;

struct _TideImportMatcher
{
  TideImportValueKind kind;
  GHashTable *exact;  /* owned: folded name, code or id to a borrowed id or code */
  GHashTable *places; /* owned: the same, of names without their endings */
  char *place;        /* owned, nullable: folded name of the place that the register is about */
  GArray *names;      /* owned, of Name */
  GHashTable *pairs;  /* owned: pairs of characters to arrays of indices of names */
};

static void
name_clear (gpointer data)
{
  Name *name = data;

  tide_name_key_unref (name->key);
}

static void
add_exact (GHashTable *table, const char *text, const char *target)
{
  g_autofree char *folded = NULL;
  const char *known;

  if (text == NULL || *text == '\0')
    return;

  folded = tide_text_fold (text);
  known = g_hash_table_lookup (table, folded);
  if (known == NULL)
    g_hash_table_insert (table, g_steal_pointer (&folded), (gpointer) target);
}

static void
add_place (TideImportMatcher *self, const char *text, const char *target)
{
  g_autofree char *folded = NULL;
  g_autofree char *plain = NULL;
  const char *known;

  if (self->kind != TIDE_IMPORT_VALUE_DIVISION || text == NULL)
    return;

  folded = tide_text_fold (text);
  plain = tide_import_words_dup_place (folded);
  known = g_hash_table_lookup (self->places, plain);
  g_hash_table_insert (
      self->places, g_steal_pointer (&plain),
      (gpointer) (known == NULL || g_str_equal (known, target) ? target : AMBIGUOUS));
}

static void
add_pair (TideImportMatcher *self, guint32 pair, guint index)
{
  GArray *indices = g_hash_table_lookup (self->pairs, GUINT_TO_POINTER (pair));

  if (indices == NULL)
    {
      indices = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->pairs, GUINT_TO_POINTER (pair), indices);
    }
  if (indices->len <= MAX_NAMES_OF_PAIR)
    g_array_append_val (indices, index);
}

static void
add_similar (TideImportMatcher *self, const char *text, const char *target)
{
  TideNameKey *key = text != NULL ? tide_name_key_new (text) : NULL;
  const Name name = { target, key };

  if (key == NULL)
    return;

  for (guint i = 0; i < key->n_grams; i++)
    add_pair (self, key->grams[i], self->names->len);
  g_array_append_val (self->names, name);
}

static void
add_name (TideImportMatcher *self, const char *text, const char *target)
{
  add_exact (self->exact, text, target);
  add_place (self, text, target);
  add_similar (self, text, target);
}

static void
add_record (TideImportMatcher *self, const TidePayload *record)
{
  const TideText *name = tide_payload_get_name (record);

  if (self->kind == TIDE_IMPORT_VALUE_SOURCE)
    {
      add_name (self, ((const TideSourcePayload *) record)->title, record->id);
      add_exact (self->exact, ((const TideSourcePayload *) record)->uri, record->id);
    }
  if (name != NULL)
    {
      add_name (self, name->zh, record->id);
      add_name (self, name->en, record->id);
    }
}

static gboolean
is_retired (const TidePayload *record)
{
  const TideMember *member = tide_shape_find (record->shape, "retired");

  return member != NULL && G_STRUCT_MEMBER (gboolean, record, member->offset);
}

/* Records of the plan's taxonomy come first, retired ones last. */
static guint
get_turn (const TideImportMatcher *self, const TideImportPlan *plan, const TidePayload *record)
{
  if (is_retired (record))
    return 2;
  if (self->kind != TIDE_IMPORT_VALUE_SECTOR || plan->taxonomy == NULL)
    return 0;

  return g_strcmp0 (TIDE_SECTOR_PAYLOAD (record)->taxonomy, plan->taxonomy) != 0;
}

/* A number of a class says nothing without its taxonomy. */
static void
add_codes_of_records (TideImportMatcher *self, const TideImportPlan *plan, const GPtrArray *records)
{
  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *record = g_ptr_array_index (records, i);

      add_exact (self->exact, record->id, record->id);
      if (self->kind == TIDE_IMPORT_VALUE_SECTOR && plan->taxonomy != NULL
          && g_strcmp0 (TIDE_SECTOR_PAYLOAD (record)->taxonomy, plan->taxonomy) == 0)
        add_exact (self->exact, TIDE_SECTOR_PAYLOAD (record)->code, record->id);
    }
}

static void
add_records (TideImportMatcher *self, const TideImportPlan *plan, TideSnapshot *snapshot)
{
  const GPtrArray *records
      = tide_snapshot_get_records (snapshot, tide_import_value_kind_get_record (self->kind));

  for (guint turn = 0; turn < 3; turn++)
    for (guint i = 0; i < tide_entries_get_n (records); i++)
      {
        const TidePayload *record = g_ptr_array_index (records, i);

        if (get_turn (self, plan, record) == turn)
          add_record (self, record);
      }
  add_codes_of_records (self, plan, records);
}

static void
add_codes (TideImportMatcher *self)
{
  const TideCodeSet set = tide_import_value_kind_get_codes (self->kind);

  for (guint i = 0; i < tide_codes_get_n (set); i++)
    {
      const char *code = tide_codes_get_code (set, i);

      add_name (self, tide_codes_get_label (set, code, TIDE_LANGUAGE_ZH), code);
      add_name (self, tide_codes_get_label (set, code, TIDE_LANGUAGE_EN), code);
      add_exact (self->exact, code, code);
    }
}

static void
find_place (TideImportMatcher *self, TideSnapshot *snapshot)
{
  const TideSettings *settings = tide_snapshot_get_settings (snapshot);
  const TidePayload *division
      = settings->division != NULL
            ? tide_snapshot_lookup (snapshot, TIDE_RECORD_DIVISION, settings->division)
            : NULL;
  const TideText *name = division != NULL ? tide_payload_get_name (division) : NULL;

  if (name != NULL && name->zh != NULL)
    self->place = tide_text_fold (name->zh);
}

/*
 * tide_import_matcher_new:
 * @kind: what texts shall name
 * @plan: a plan, for its taxonomy
 * @snapshot: a register, which must outlive it
 *
 * Returns: (transfer full): what texts are matched to
 */
TideImportMatcher *
tide_import_matcher_new (TideImportValueKind kind,
                         const TideImportPlan *plan,
                         TideSnapshot *snapshot)
{
  TideImportMatcher *self = g_new0 (TideImportMatcher, 1);

  self->kind = kind;
  self->exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, name_clear);
  self->pairs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  if (tide_import_value_kind_get_record (kind) != TIDE_RECORD_NONE)
    add_records (self, plan, snapshot);
  else
    add_codes (self);
  if (kind == TIDE_IMPORT_VALUE_DIVISION)
    find_place (self, snapshot);

  return self;
}

/*
 * tide_import_matcher_free:
 * @self: (transfer full): a matcher
 */
void
tide_import_matcher_free (TideImportMatcher *self)
{
  g_hash_table_unref (self->exact);
  g_hash_table_unref (self->places);
  g_free (self->place);
  g_array_unref (self->names);
  g_hash_table_unref (self->pairs);
  g_free (self);
}

static void
take (TideImportValue *value, const char *target, TideImportMatch match, double score)
{
  g_set_str (&value->target, target);
  value->match = match;
  value->score = score;
}

/* The names that share most pairs with the text, of those that are not in too many names. */
static guint
find_nearest (const TideImportMatcher *self, const TideNameKey *key, double *score)
{
  g_autoptr (GHashTable) tried = g_hash_table_new (NULL, NULL);
  guint best = G_MAXUINT;

  *score = 0;
  for (guint i = 0; i < key->n_grams; i++)
    {
      const GArray *indices = g_hash_table_lookup (self->pairs, GUINT_TO_POINTER (key->grams[i]));

      if (indices == NULL || indices->len > MAX_NAMES_OF_PAIR)
        continue;
      for (guint j = 0; j < indices->len; j++)
        {
          const guint index = g_array_index (indices, guint, j);
          double likeness;

          if (!g_hash_table_add (tried, GUINT_TO_POINTER (index)))
            continue;
          likeness = tide_name_key_get_likeness (key, g_array_index (self->names, Name, index).key);
          if (likeness > *score)
            {
              *score = likeness;
              best = index;
            }
        }
    }

  return best;
}

static void
match_similar (const TideImportMatcher *self, TideImportValue *value)
{
  g_autoptr (TideNameKey) key = NULL;
  double score;
  guint best;

  if (self->names->len == 0 || (key = tide_name_key_new (value->text)) == NULL)
    return;

  best = find_nearest (self, key, &score);
  if (score >= TIDE_NAME_SIMILAR)
    take (value, g_array_index (self->names, Name, best).id, TIDE_IMPORT_MATCH_SIMILAR, score);
}

/* With the name of the whole place before it: 宁波市镇海区. */
static const char *
skip_place (const TideImportMatcher *self, const char *folded)
{
  g_autofree char *plain = self->place != NULL ? tide_import_words_dup_place (self->place) : NULL;

  if (self->place != NULL && g_str_has_prefix (folded, self->place)
      && folded[strlen (self->place)] != '\0')
    return folded + strlen (self->place);
  if (plain != NULL && g_str_has_prefix (folded, plain) && folded[strlen (plain)] != '\0')
    return folded + strlen (plain);

  return folded;
}

static const char *
find_place_of (const TideImportMatcher *self, const char *folded)
{
  const char *rest = skip_place (self, folded);
  const char *target = g_hash_table_lookup (self->exact, rest);
  g_autofree char *plain = tide_import_words_dup_place (rest);

  if (target == NULL)
    target = g_hash_table_lookup (self->places, plain);

  return target != AMBIGUOUS ? target : NULL;
}

/*
 * tide_import_matcher_match:
 * @self: a matcher
 * @value: a value of its kind, which gets what it is matched to
 */
void
tide_import_matcher_match (const TideImportMatcher *self, TideImportValue *value)
{
  g_autofree char *folded = tide_text_fold (value->text);
  const char *target = g_hash_table_lookup (self->exact, folded);

  if (target != NULL)
    {
      take (value, target, TIDE_IMPORT_MATCH_EXACT, 1);
      return;
    }

  target = self->kind == TIDE_IMPORT_VALUE_DIVISION ? find_place_of (self, folded)
                                                    : tide_import_words_find (self->kind, folded);
  if (target != NULL)
    take (value, target, TIDE_IMPORT_MATCH_SYNONYM, 1);
  else
    match_similar (self, value);
}
