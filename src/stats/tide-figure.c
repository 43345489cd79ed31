/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-figure.h"

#include <glib/gi18n-lib.h>

/**
 * tide_figure_new:
 * @currency: ISO 4217 code of the base
 *
 * Returns: (transfer full): a figure that has counted nothing yet, with an empty filter
 */
TideFigure *
tide_figure_new (const char *currency)
{
  TideFigure *self = g_new0 (TideFigure, 1);

  self->sums = g_array_new (FALSE, TRUE, sizeof (TideMoney));
  g_strlcpy (self->base.currency, currency != NULL ? currency : "", sizeof self->base.currency);
  self->filter = tide_filter_new ();

  return self;
}

/**
 * tide_figure_free:
 * @self: (transfer full): a figure
 */
void
tide_figure_free (TideFigure *self)
{
  g_array_unref (self->sums);
  if (self->filter != NULL)
    tide_payload_unref (&self->filter->base);
  g_free (self);
}

/**
 * tide_figure_get_n_excluded:
 * @self: a figure
 *
 * Returns: how many projects were left out, for whatever reason
 */
guint
tide_figure_get_n_excluded (const TideFigure *self)
{
  guint n = 0;

  for (guint i = 0; i < TIDE_N_EXCLUSIONS; i++)
    n += self->n_excluded[i];

  return n;
}

/**
 * tide_figure_get_share:
 * @self: a figure
 * @whole: another one, told in the same currency
 * @percent: (out): the priced amount of @self in per cent of that of @whole; it may exceed 100
 *
 * Returns: %FALSE where there is no such share: a sum cannot be held, the currencies differ or the
 *   whole is not above zero
 */
gboolean
tide_figure_get_share (const TideFigure *self, const TideFigure *whole, double *percent)
{
  if (self->is_overflow || whole->is_overflow || whole->base.minor <= 0
      || strcmp (self->base.currency, whole->base.currency) != 0)
    return FALSE;

  *percent = 100.0 * (double) self->base.minor / (double) whole->base.minor;
  return TRUE;
}

/**
 * tide_figure_get_count_share:
 * @self: a figure
 * @whole: another one
 * @percent: (out): the projects counted in @self in per cent of those in @whole
 *
 * Returns: %FALSE where @whole has counted none
 */
gboolean
tide_figure_get_count_share (const TideFigure *self, const TideFigure *whole, double *percent)
{
  if (whole->n_counted == 0)
    return FALSE;

  *percent = 100.0 * self->n_counted / whole->n_counted;
  return TRUE;
}

/**
 * tide_figure_get_n_without_amount:
 * @self: a figure
 *
 * Returns: how many of the counted projects have no amount of the kind asked for
 */
guint
tide_figure_get_n_without_amount (const TideFigure *self)
{
  return self->n_counted - self->n_with_amount;
}

/**
 * tide_figure_get_n_part:
 * @self: a figure
 * @part: a part of the projects counted
 *
 * Returns: how many there are
 */
guint
tide_figure_get_n_part (const TideFigure *self, TideFigurePart part)
{
  switch (part)
    {
    case TIDE_FIGURE_WITH_AMOUNT:
      return self->n_with_amount;
    case TIDE_FIGURE_WITHOUT_AMOUNT:
      return tide_figure_get_n_without_amount (self);
    case TIDE_FIGURE_FOREIGN:
      return self->n_foreign;
    case TIDE_FIGURE_UNPRICED:
      return self->n_unpriced;
    case TIDE_FIGURE_VAGUE:
      return self->n_vague;
    case TIDE_FIGURE_UNCLASSIFIED:
      return self->n_unclassified;
    case TIDE_FIGURE_MAPPED:
      return self->n_mapped;
    case TIDE_N_FIGURE_PARTS:
    default:
      return 0;
    }
}

static void
add_taxonomy (TideFilter *filter, char mark, const char *taxonomy)
{
  g_autofree char *value = taxonomy != NULL ? g_strdup_printf ("%c%s", mark, taxonomy) : NULL;

  if (value != NULL)
    tide_filter_add (filter, "taxonomies", value);
}

/**
 * tide_figure_dup_part_filter:
 * @self: a figure
 * @part: a part of the projects counted
 * @taxonomy: (nullable): that of the breakdown, for %TIDE_FIGURE_UNCLASSIFIED and
 *   %TIDE_FIGURE_MAPPED
 *
 * Returns: (transfer full) (nullable): the filter that opens exactly that part; %NULL for a figure
 *   without a filter
 */
TideFilter *
tide_figure_dup_part_filter (const TideFigure *self, TideFigurePart part, const char *taxonomy)
{
  static const char *const words[TIDE_N_FIGURE_PARTS] = {
    [TIDE_FIGURE_WITH_AMOUNT] = "any", [TIDE_FIGURE_WITHOUT_AMOUNT] = TIDE_FILTER_NONE,
    [TIDE_FIGURE_FOREIGN] = "foreign", [TIDE_FIGURE_UNPRICED] = "unpriced",
    [TIDE_FIGURE_VAGUE] = "vague",
  };
  TideFilter *filter;

  g_return_val_if_fail (part < TIDE_N_FIGURE_PARTS, NULL);

  if (self->filter == NULL)
    return NULL;

  filter = tide_filter_copy (self->filter);
  if (words[part] != NULL)
    tide_filter_narrow (filter, "amount", words[part]);
  if (part == TIDE_FIGURE_UNCLASSIFIED)
    add_taxonomy (filter, TIDE_FILTER_OPEN, taxonomy);
  if (part == TIDE_FIGURE_MAPPED)
    add_taxonomy (filter, TIDE_FILTER_MAPPED, taxonomy);

  return filter;
}

/**
 * tide_figure_dup_exclusion_filter:
 * @self: a figure
 * @exclusion: a reason
 *
 * Returns: (transfer full) (nullable): the filter that opens exactly the projects left out for that
 *   reason; %NULL for %TIDE_EXCLUSION_FILTER, of which no filter can tell, and for a figure without
 *   a filter
 */
TideFilter *
tide_figure_dup_exclusion_filter (const TideFigure *self, TideExclusion exclusion)
{
  const char *code = tide_exclusion_get_code (exclusion);
  TideFilter *filter;

  if (self->filter == NULL)
    return NULL;
  if (exclusion == TIDE_EXCLUSION_LATER_EVENT)
    return tide_filter_dup_later (self->filter);
  if (code == NULL)
    return NULL;

  filter = tide_filter_copy (self->filter);
  tide_payload_set_string (&filter->counting, code);

  return filter;
}

/**
 * tide_exclusion_get_label:
 * @exclusion: a reason
 *
 * Returns: (transfer none): the reason, translated
 */
const char *
tide_exclusion_get_label (TideExclusion exclusion)
{
  switch (exclusion)
    {
    case TIDE_EXCLUSION_TERMINATED:
      return C_ ("exclusion", "terminated");
    case TIDE_EXCLUSION_NOT_COUNTED:
      return C_ ("exclusion", "marked as not counting");
    case TIDE_EXCLUSION_UMBRELLA:
      return C_ ("exclusion", "umbrella of other projects");
    case TIDE_EXCLUSION_UNKNOWN_STATUS:
      return C_ ("exclusion", "status unknown to this version");
    case TIDE_EXCLUSION_UNKNOWN_STAGE:
      return C_ ("exclusion", "stage unknown to this version");
    case TIDE_EXCLUSION_LATER_EVENT:
      return C_ ("exclusion", "later event of the same project");
    case TIDE_EXCLUSION_NOT_DATED:
      return C_ ("exclusion", "amount not dated to the period");
    case TIDE_EXCLUSION_OUTSIDE_PERIOD:
      return C_ ("exclusion", "no amount in the period");
    case TIDE_EXCLUSION_FILTER:
      return C_ ("exclusion", "left out by the filter");
    case TIDE_EXCLUSION_NONE:
    case TIDE_N_EXCLUSIONS:
    default:
      return "";
    }
}
