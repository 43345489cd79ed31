/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

#include <string.h>

/* How divisions are called, by rank; of a number of them too. */
static const struct
{
  const char *text;
  const char *kind;
} ranks[] = {
  { " district", "district" },
  { " county", "county" },
  { " counties", "county" },
  { " city", "county-level-city" },
  { " cities", "county-level-city" },
  { "区", "district" },
  { "县", "county" },
  { "市", "county-level-city" },
  { "两区", "district" },
  { "三区", "district" },
  { "两县", "county" },
  { "三县", "county" },
  { "两市", "county-level-city" },
  { "三市", "county-level-city" },
};

/* Where 市, 区 and 县 belong to the next word. */
static const char *const other_words[] = { "市民", "市场", "市区", "区域", "区间", "市值", NULL };

/* What may follow the name of a place that is said without its rank. */
static const char *const followers[]
    = { "方面", "三地", "两地", "等", "和", "与", "及", "的", "在", "将", "已", "至",
        "到",   "、",   "企业", "以", "为", "是", "有", "也", "都", "均", NULL };

/* Areas that are no divisions, and words before one that are no names. */
static const char *const no_divisions[]
    = { "开发", "高新", "保税", "科创", "示范", "试验", "自贸", "功能", "核心", "工业", "产业",
        "物流", "综保", "生活", "办公", "商业", "商务", "居民", "老旧", "历史", "度假", "旅游",
        "风景", "保护", "实验", "港口", "沿海", "行政", "主城", "中心", "新城", "集聚", "先导",
        "合作", "试点", "创新", "片",   "全",   "该",   "各",   "本",   "市",   "省",   "两",
        "三",   "园",   "校",   "社",   "地",   "城",   "这",   "那",   "库",   "山",   "厂",
        "景",   "港",   "个",   "重点", "贫困", "经济", NULL };
static const char *const leads[]
    = { "在", "于", "到", "往", "由", "从", "与", "和", "赴", "至", "访", "市", "、", "为", NULL };
static const char *const no_names[]
    = { "the",        "this",     "that", "each", "every", "new",  "our",   "business", "central",
        "industrial", "historic", "a",    "any",  "some",  "both", "which", "of",       NULL };

typedef struct
{
  char *stem;
  const TideDivisionPayload *division;
  gboolean is_ranked; /* false for one that is only known by its whole name */
} Stem;

static void
stem_free (gpointer data)
{
  Stem *stem = data;

  g_free (stem->stem);
  g_free (stem);
}

static char *
strip_rank (const char *name, gboolean *is_ranked)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (g_str_has_suffix (lower, ranks[i].text)
        && g_utf8_strlen (lower, -1) > (*ranks[i].text == ' ' ? 0 : 2))
      {
        *is_ranked = TRUE;
        return g_strndup (lower, strlen (lower) - strlen (ranks[i].text));
      }

  return g_steal_pointer (&lower);
}

static void
add_stem (GPtrArray *stems, const TideDivisionPayload *division, const char *name)
{
  const gboolean is_zone
      = g_strcmp0 (division->kind, "functional-zone") == 0 || division->kind == NULL;
  Stem *stem;

  if (name == NULL || *name == '\0')
    return;
  stem = g_new0 (Stem, 1);
  stem->division = division;
  stem->is_ranked = !is_zone;
  stem->stem = is_zone ? g_utf8_strdown (name, -1) : strip_rank (name, &stem->is_ranked);
  g_ptr_array_add (stems, stem);
}

/* Stems by their first character. */
static GHashTable *
list_stems (const TideReader *self, GPtrArray *stems)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_DIVISION);
  GHashTable *buckets
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TideDivisionPayload *division = g_ptr_array_index (records, i);

      if (g_strcmp0 (division->kind, "city") == 0 || g_strcmp0 (division->kind, "province") == 0)
        continue;
      add_stem (stems, division, division->name.en);
      add_stem (stems, division, division->name.zh);
    }
  for (guint i = 0; i < stems->len; i++)
    {
      Stem *stem = g_ptr_array_index (stems, i);
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (stem->stem));
      GPtrArray *bucket = g_hash_table_lookup (buckets, key);

      if (bucket == NULL)
        {
          bucket = g_ptr_array_new ();
          g_hash_table_insert (buckets, key, bucket);
        }
      g_ptr_array_add (bucket, stem);
    }

  return buckets;
}

static const char *
match_rank (const TideReader *self, guint at, guint *end)
{
  const char *kind = NULL;

  *end = 0;
  if (tide_reader_match_any (self, at, other_words) != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      const guint matched = tide_reader_match (self, at, ranks[i].text);

      if (matched > *end)
        {
          *end = matched;
          kind = ranks[i].kind;
        }
    }

  return kind;
}

/* 杭州市余杭区; “District of Hangzhou”; “District, Hangzhou” */
static gboolean
is_elsewhere (const TideReader *self, guint start, guint end, gboolean is_known)
{
  static const char *const joints[] = { " of ", ", ", " in ", NULL };
  static const char *const here[] = { "宁波市", "我市", "全市", "本市", "余姚市", "慈溪市", NULL };
  const guint before = tide_reader_skip_space_back (self, start);
  const guint next = tide_reader_match_any (self, end, joints);

  if ((tide_reader_ends_with (self, before, "市") || tide_reader_ends_with (self, before, "省"))
      && !tide_reader_ends_with_any (self, before, here))
    return TRUE;
  if (next == 0 || !g_unichar_isupper (self->cased[next]))
    return FALSE;
  if (tide_reader_match_any (self, next, tide_elsewhere) != 0)
    return TRUE;

  return !is_known && self->chars[end] == ' ' && tide_reader_match (self, end, " of ") != 0
         && tide_reader_match (self, next, "ningbo") == 0;
}

/* A street of that name, or a house in it. */
static gboolean
is_address (const TideReader *self, guint end)
{
  static const char *const streets[] = { "路", "街", "大道", NULL };

  for (guint i = end; i < MIN (end + 6, self->n) && tide_reader_is_han (self->chars[i]); i++)
    {
      const guint street = tide_reader_match_any (self, i, streets);

      if (street != 0 && (g_unichar_isdigit (self->chars[street]) || i == end))
        return TRUE;
    }

  return FALSE;
}

/* Without a rank, a name stands alone: 镇海炼化 and Zhenhai Road are other names. */
static gboolean
stands_alone (const TideReader *self, guint start, guint end)
{
  if (tide_reader_is_han (self->chars[end - 1]))
    return !tide_reader_is_han (self->chars[end])
           || tide_reader_match_any (self, end, followers) != 0;
  if (!g_unichar_isupper (self->cased[start]))
    return FALSE;

  return !(self->chars[end] == ' ' && end + 1 < self->n && g_unichar_isupper (self->cased[end + 1])
           && self->chars[end + 1] < 0x80);
}

static void
add_division (TideReader *self, guint start, guint end, const char *value, const char *kind)
{
  TideMention *mention = tide_reader_add_mention (self, TIDE_MENTION_NAME, start, end);

  mention->kind = TIDE_TEXT_FINDING_DIVISION;
  mention->name = value;
  mention->record_kind = TIDE_RECORD_DIVISION;
  mention->should_be = kind;
  for (guint i = start; i < end; i++)
    self->masks[i] |= TIDE_MASK_NAME;
}

static guint
find_known (TideReader *self, guint at, const GPtrArray *bucket)
{
  const Stem *best = NULL;
  guint stem_end = 0;
  guint end = 0;
  const char *rank;

  for (guint i = 0; i < bucket->len; i++)
    {
      const Stem *stem = g_ptr_array_index (bucket, i);
      const guint matched = tide_reader_match (self, at, stem->stem);

      if (matched > stem_end)
        {
          best = stem;
          stem_end = matched;
        }
    }
  if (best == NULL)
    return 0;

  rank = best->is_ranked ? match_rank (self, stem_end, &end) : NULL;
  if (rank == NULL && best->is_ranked && !stands_alone (self, at, stem_end))
    return 0;
  if (rank == NULL)
    end = stem_end;
  if (is_elsewhere (self, at, end, TRUE) || is_address (self, end))
    return end;

  add_division (self, at, end, best->division->base.id,
                rank != NULL && g_strcmp0 (rank, best->division->kind) != 0 ? best->division->kind
                                                                            : NULL);

  return end;
}

static gboolean
has_word_of (const TideReader *self, guint at, guint n, const char *const *words)
{
  for (guint i = at; i < at + n; i++)
    {
      const guint end = tide_reader_match_any (self, i, words);

      if (end != 0 && end <= at + n)
        return TRUE;
    }

  return FALSE;
}

static guint
find_unknown_han (TideReader *self, guint at)
{
  const gunichar before = at > 0 ? self->chars[at - 1] : '\n';

  if (at + 2 >= self->n || (self->chars[at + 2] != 0x533a && self->chars[at + 2] != 0x53bf)
      || !tide_reader_is_han (self->chars[at + 1]))
    return 0;
  if (tide_reader_is_han (before) && !tide_reader_ends_with_any (self, at, leads))
    return 0;
  if (has_word_of (self, at, 2, no_divisions)
      || tide_reader_match_any (self, at + 2, other_words) != 0
      || is_elsewhere (self, at, at + 3, FALSE))
    return 0;
  add_division (self, at, at + 3, "unknown", NULL);

  return at + 3;
}

static guint
find_unknown_latin (TideReader *self, guint at)
{
  static const char *const words[] = { " district", " county", NULL };
  guint word = at;
  guint end;

  if (!g_unichar_isupper (self->cased[at]) || self->chars[at] >= 0x80
      || (at > 0 && g_unichar_isalpha (self->chars[at - 1])))
    return 0;
  while (word < self->n && g_unichar_isalpha (self->chars[word]) && self->chars[word] < 0x80)
    word++;
  end = tide_reader_match_any (self, word, words);
  if (end == 0 || !g_unichar_isupper (self->cased[word + 1])
      || tide_reader_match_any (self, at, no_names) == word || is_elsewhere (self, at, end, FALSE))
    return 0;
  add_division (self, at, end, "unknown", NULL);

  return end;
}

/**
 * tide_reader_find_divisions:
 * @self: a reader with names
 *
 * Finds divisions, with or without their rank, and those that the register does not have.
 */
void
tide_reader_find_divisions (TideReader *self)
{
  g_autoptr (GPtrArray) stems = g_ptr_array_new_with_free_func (stem_free);
  g_autoptr (GHashTable) buckets = list_stems (self, stems);

  for (guint i = 0; tide_reader_goes_on (self, i, self->n);)
    {
      const GPtrArray *bucket;
      guint end = 0;

      if (self->masks[i] != 0)
        {
          i++;
          continue;
        }
      bucket = g_hash_table_lookup (buckets, GUINT_TO_POINTER (self->chars[i]));
      if (bucket != NULL)
        end = find_known (self, i, bucket);
      if (end == 0)
        end = tide_reader_is_han (self->chars[i]) ? find_unknown_han (self, i)
                                                  : find_unknown_latin (self, i);
      i = end != 0 ? end : i + 1;
    }
}
