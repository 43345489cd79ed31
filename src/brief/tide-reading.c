/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading.h"

#include "brief/tide-reading-private.h"

#include <math.h>

struct _TideReading
{
  char *text;
  TideSnapshot *snapshot;
  TideReadingOptions options;
  GPtrArray *findings;
};

static void
clear (TideReading *self)
{
  g_free (self->text);
  tide_snapshot_unref (self->snapshot);
  g_ptr_array_unref (self->findings);
}

TideReading *
tide_reading_ref (TideReading *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tide_reading_unref (TideReading *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * tide_reading_get_text:
 * @self: a reading
 *
 * Returns: the text that was read, in whose bytes findings say where they are
 */
const char *
tide_reading_get_text (TideReading *self)
{
  return self->text;
}

/**
 * tide_reading_get_snapshot:
 * @self: a reading
 *
 * Returns: (transfer none): the register that the text was checked against
 */
TideSnapshot *
tide_reading_get_snapshot (TideReading *self)
{
  return self->snapshot;
}

/**
 * tide_reading_get_options:
 * @self: a reading
 *
 * Returns: (transfer none): how the text was read
 */
const TideReadingOptions *
tide_reading_get_options (TideReading *self)
{
  return &self->options;
}

/**
 * tide_reading_get_findings:
 * @self: a reading
 *
 * Returns: (element-type TideTextFinding): what was found, in the order of the text
 */
const GPtrArray *
tide_reading_get_findings (TideReading *self)
{
  return self->findings;
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const TideMention *first = a;
  const TideMention *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return (first->end > second->end) - (first->end < second->end);
}

/* mantissa × 10^exponent as plain decimal text. */
static char *
dup_number (gint64 mantissa, int exponent)
{
  GString *text;

  while (exponent < 0 && mantissa % 10 == 0)
    {
      mantissa /= 10;
      exponent++;
    }
  text = g_string_new (NULL);
  g_string_printf (text, "%" G_GINT64_FORMAT, mantissa < 0 ? -mantissa : mantissa);
  for (; exponent > 0 && mantissa != 0; exponent--)
    g_string_append_c (text, '0');
  if (exponent < 0)
    {
      while ((int) text->len <= -exponent)
        g_string_prepend_c (text, '0');
      g_string_insert_c (text, (gssize) text->len + exponent, '.');
    }
  if (mantissa < 0)
    g_string_prepend_c (text, '-');

  return g_string_free (text, FALSE);
}

static char *
dup_value (const TideMention *mention)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (mention->shape == TIDE_MENTION_NAME)
    return g_strdup (mention->name);
  if (mention->kind == TIDE_TEXT_FINDING_SPAN)
    return g_strdup_printf ("%u/%u", mention->from, mention->to);
  if (mention->kind == TIDE_TEXT_FINDING_YEAR)
    return g_strdup_printf ("%u", mention->from);
  low = dup_number (mention->mantissa, mention->exponent);
  if (!mention->is_range)
    return g_steal_pointer (&low);
  high = dup_number (mention->high, mention->high_exponent);

  return g_strdup_printf ("%s/%s", low, high);
}

static const char *
get_unit (const TideMention *mention)
{
  if (mention->shape == TIDE_MENTION_MONEY || mention->shape == TIDE_MENTION_TIER)
    return tide_currency_sign_get_code (mention->currency);
  if (mention->shape == TIDE_MENTION_COUNT)
    return tide_noun_code_get_text (mention->noun);
  if (mention->shape == TIDE_MENTION_PERCENT)
    return mention->is_points ? "percentage-points" : "percent";
  if (mention->shape == TIDE_MENTION_MULTIPLE)
    return mention->is_increase ? "times-more" : "times";

  return mention->shape == TIDE_MENTION_YEAR ? "year" : NULL;
}

/* Money and counts are exact; rates are rounded to three places. */
static char *
dup_computed (const TideMention *mention, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const gboolean is_rate
      = mention->shape == TIDE_MENTION_PERCENT || mention->shape == TIDE_MENTION_MULTIPLE;

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, is_rate ? "%.3f" : "%.0f",
                                    is_rate ? floor (value * 1000 + 0.5) / 1000 : value));
}

static void
set_verdict (TideTextFinding *finding, const TideMention *mention)
{
  finding->verdict = mention->verdict;
  finding->reason = mention->reason;
  if (mention->kind == TIDE_TEXT_FINDING_DIVISION && mention->should_be != NULL)
    {
      finding->verdict = TIDE_TEXT_FINDING_WRONG_NAME;
      finding->reason = TIDE_TEXT_FINDING_WRONG_RANK;
    }
  else if (mention->kind == TIDE_TEXT_FINDING_DIVISION && g_str_equal (mention->name, "unknown"))
    {
      finding->verdict = TIDE_TEXT_FINDING_WRONG_NAME;
      finding->reason = TIDE_TEXT_FINDING_UNKNOWN_DIVISION;
    }
  finding->should_be = g_strdup (mention->should_be);
  if (mention->has_computed)
    {
      if (mention->computed_currency != TIDE_SIGN_NONE)
        finding->computed_unit
            = g_strdup (tide_currency_sign_get_code (mention->computed_currency));
      finding->computed = dup_computed (mention, mention->computed.value);
      finding->low = dup_computed (mention, mention->computed.low);
      finding->high = dup_computed (mention, mention->computed.high);
    }
}

static TideTextFinding *
make_finding (const TideReader *reader, const TideMention *mention, const guint *places)
{
  TideTextFinding *finding = g_atomic_rc_box_new0 (TideTextFinding);

  finding->start = reader->offsets[mention->start];
  finding->end = reader->offsets[mention->end];
  finding->kind = mention->kind;
  finding->of = mention->of;
  finding->value = dup_value (mention);
  finding->unit = g_strdup (get_unit (mention));
  if (mention->shape == TIDE_MENTION_MONEY || mention->shape == TIDE_MENTION_PERCENT
      || mention->shape == TIDE_MENTION_MULTIPLE)
    finding->precision = dup_number (1, mention->place);
  finding->qualifier = mention->qualifier;
  finding->mode = mention->mode;
  finding->from = mention->kind == TIDE_TEXT_FINDING_LEVEL ? mention->year : mention->from;
  finding->to = mention->to;
  finding->is_foreign = mention->is_foreign;
  finding->record_kind = mention->record != NULL ? mention->record_kind : TIDE_RECORD_NONE;
  finding->record = g_strdup (mention->record);
  finding->path = g_strdup (mention->path);
  set_verdict (finding, mention);
  for (guint i = 0; i < mention->n_others; i++)
    {
      if (finding->others == NULL)
        finding->others = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (finding->others, places[mention->others[i]]);
    }

  return finding;
}

static gboolean
is_finding (const TideReader *reader, const TideMention *mention)
{
  if (mention->is_dropped || mention->is_hidden || mention->shape == TIDE_MENTION_BARE)
    return FALSE;

  return !(mention->kind == TIDE_TEXT_FINDING_YEAR && mention->shape == TIDE_MENTION_YEAR
           && (reader->masks[mention->start] & TIDE_MASK_TITLE) != 0);
}

static GPtrArray *
list_findings (const TideReader *reader)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_text_finding_unref);
  g_autofree guint *places = g_new0 (guint, reader->mentions->len + 1);
  guint n = 0;

  for (guint i = 0; i < reader->mentions->len; i++)
    {
      places[i] = n;
      n += is_finding (reader, tide_reader_get_mention (reader, i));
    }
  for (guint i = 0; i < reader->mentions->len; i++)
    {
      const TideMention *mention = tide_reader_get_mention (reader, i);

      if (is_finding (reader, mention))
        g_ptr_array_add (findings, make_finding (reader, mention, places));
    }

  return findings;
}

static void
sort_mentions (TideReader *reader)
{
  g_array_sort (reader->mentions, compare_mentions);
}

/* One after another, each building on those before it, and about how much of the whole they are. */
static const struct
{
  void (*run) (TideReader *reader);
  double share;
} stages[] = {
  { tide_reader_find_bounds, 0.05 },
  { tide_reader_find_cues, 0.08 },
  { tide_reader_mask_furniture, 0.05 },
  { tide_reader_find_names, 0.345 },
  { tide_reader_find_divisions, 0.04 },
  { tide_reader_find_quantities, 0.12 },
  { sort_mentions, 0.01 },
  { tide_reader_join_spans, 0.005 },
  { sort_mentions, 0.01 },
  { tide_reader_carry_units, 0.02 },
  { tide_reader_find_nouns, 0.02 },
  { tide_reader_find_kinds, 0.01 },
  { tide_reader_find_writings, 0.01 },
  { tide_reader_find_parts, 0.02 },
  { tide_reader_find_subjects, 0.01 },
  { tide_reader_find_years, 0.01 },
  { tide_reader_list_facts, 0.12 },
  { tide_reader_judge_figures, 0.04 },
  { tide_reader_judge_rates, 0.01 },
  { tide_reader_judge_multiples, 0.005 },
  { tide_reader_judge_sums, 0.01 },
  { tide_reader_judge_writings, 0.005 },
};

/* Returns: %FALSE if it was cancelled */
static gboolean
run_stages (TideReader *reader)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      if (!tide_reader_begin_stage (reader, stages[i].share))
        return FALSE;
      stages[i].run (reader);
    }

  return tide_reader_begin_stage (reader, 0);
}

/**
 * tide_reading_new_with_options:
 * @text: a text, UTF-8
 * @snapshot: the register it is checked against
 * @options: how it is read
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Finds amounts, counts, growth, shares, years and names in a text, and judges them by the
 * register and by each other. From any thread.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL with #G_IO_ERROR_CANCELLED
 */
TideReading *
tide_reading_new_with_options (const char *text,
                               TideSnapshot *snapshot,
                               const TideReadingOptions *options,
                               TideReadingProgress progress,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error)
{
  TideReading *self = NULL;
  TideReader reader;

  tide_reader_init (&reader, text, snapshot, options);
  reader.progress = progress;
  reader.progress_data = data;
  reader.cancellable = cancellable;
  if (run_stages (&reader))
    {
      self = g_atomic_rc_box_new0 (TideReading);
      self->text = g_strdup (text);
      self->snapshot = tide_snapshot_ref (snapshot);
      self->options = *options;
      self->findings = list_findings (&reader);
    }
  else
    g_cancellable_set_error_if_cancelled (cancellable, error);
  tide_reader_clear (&reader);

  return self;
}

/**
 * tide_reading_new:
 * @text: a text, UTF-8
 * @snapshot: the register it is checked against
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Does the same as tide_reading_new_with_options(), and withholds what is confidential.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL with #G_IO_ERROR_CANCELLED
 */
TideReading *
tide_reading_new (const char *text,
                  TideSnapshot *snapshot,
                  TideReadingProgress progress,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  const TideReadingOptions options = { .includes_names = FALSE };

  return tide_reading_new_with_options (text, snapshot, &options, progress, data, cancellable,
                                        error);
}
