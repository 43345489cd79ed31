/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-indicator-shares.h"

#include "stats/tide-indicator-share-text.h"
#include "stats/tide-series.h"
#include "ui/lists/tide-indicator-text.h"

#include <glib/gi18n-lib.h>

#define MAX_UNFOLDED 4 /* periods that are shown at once */

struct _TideIndicatorShares
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* owned: of borrowed rows */
};

G_DEFINE_FINAL_TYPE (TideIndicatorShares, tide_indicator_shares, ADW_TYPE_PREFERENCES_GROUP)

/* What is told of which indicators. */
typedef struct
{
  TideSnapshot *snapshot; /* borrowed */
  const TideIndicatorPayload *part;
  const TideIndicatorPayload *whole;
  gboolean is_added_value;
  TideLanguage language;
} Pair;

static void
init_share (TideIndicatorShare *share, const Pair *pair, const TideDate *period)
{
  if (pair->is_added_value)
    tide_indicator_share_init_added_value (share, pair->snapshot, pair->part, pair->whole, period);
  else
    tide_indicator_share_init (share, pair->snapshot, pair->part, pair->whole, period);
}

static char *
dup_title (const Pair *pair)
{
  g_autofree char *name
      = tide_text_dup_isolated (tide_indicator_get_name (pair->whole, pair->language));

  if (pair->is_added_value)
    /* Translators: heading; %s is the name of an indicator that counts output */
    return g_strdup_printf (_ ("Added Value in “%s”"), name);

  /* Translators: heading; %s is the name of an indicator of which another one is a part */
  return g_strdup_printf (_ ("Share in “%s”"), name);
}

static char *
dup_explanation (const TideIndicatorShare *share, const Pair *pair)
{
  g_autofree char *formula
      = tide_indicator_share_dup_formula (share, pair->part, pair->whole, pair->language);
  g_autofree char *remark = tide_indicator_share_dup_remark (share);

  if (formula == NULL || remark == NULL)
    return g_strdup (formula != NULL ? formula : remark);

  return g_strconcat (formula, "\n", remark, NULL);
}

static GtkWidget *
value_label_new (const char *value)
{
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static GtkWidget *
share_row_new (const TideIndicatorShare *share, const Pair *pair)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *period = tide_date_dup_label (&share->period, pair->language);
  g_autofree char *value = tide_indicator_share_dup_value (share);
  g_autofree char *explanation = dup_explanation (share, pair);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), period);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), explanation != NULL ? explanation : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value_label_new (value));

  return row;
}

/* The periods of which both tell a value, the latest one first. */
static guint
add_periods (GtkWidget *expander, const Pair *pair, const TideSeries *series, char **latest)
{
  guint n = 0;

  for (guint i = series->n_points; i > 0; i--)
    {
      TideIndicatorShare share;

      init_share (&share, pair, &series->points[i - 1].observation->period);
      if (share.refusal != TIDE_RATIO_ALLOWED)
        continue;

      if (n++ == 0)
        *latest = tide_indicator_share_dup_value (&share);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), share_row_new (&share, pair));
    }

  return n;
}

static void
add_pair (TideIndicatorShares *self, const Pair *pair, const TideSeries *series)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *title = dup_title (pair);
  g_autofree char *latest = NULL;
  const guint n = add_periods (expander, pair, series, &latest);

  if (n == 0)
    {
      g_object_ref_sink (expander);
      g_object_unref (expander);
      return;
    }

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (expander), value_label_new (latest));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), n <= MAX_UNFOLDED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), expander);
  g_ptr_array_add (self->rows, expander);
}

static void
clear (TideIndicatorShares *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_pairs (TideIndicatorShares *self, TideSnapshot *snapshot, const TideIndicatorPayload *indicator)
{
  g_autoptr (TideSeries) series
      = tide_series_new (indicator, tide_series_choose_precision (indicator));
  g_autoptr (GPtrArray) wholes = tide_indicator_list_wholes (snapshot, indicator);
  const TideIndicatorPayload *output = tide_indicator_find_output (snapshot, indicator);
  Pair pair = { .snapshot = snapshot, .part = indicator, .language = tide_language_get_default () };

  for (guint i = 0; i < wholes->len; i++)
    {
      pair.whole = g_ptr_array_index (wholes, i);
      add_pair (self, &pair, series);
    }

  if (output == NULL)
    return;

  pair.whole = output;
  pair.is_added_value = TRUE;
  add_pair (self, &pair, series);
}

static void
tide_indicator_shares_finalize (GObject *object)
{
  g_ptr_array_unref (TIDE_INDICATOR_SHARES (object)->rows);

  G_OBJECT_CLASS (tide_indicator_shares_parent_class)->finalize (object);
}

static void
tide_indicator_shares_class_init (TideIndicatorSharesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_indicator_shares_finalize;
}

static void
tide_indicator_shares_init (TideIndicatorShares *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Shares"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tide_indicator_shares_show:
 * @self: a group
 * @reg: (nullable): a register
 * @indicator: (nullable): one of its indicators
 *
 * Shows its shares as they are now; without any the group is not shown.
 */
void
tide_indicator_shares_show (TideIndicatorShares *self,
                            TideRegister *reg,
                            const TideIndicatorPayload *indicator)
{
  g_return_if_fail (TIDE_IS_INDICATOR_SHARES (self));

  clear (self);
  if (reg != NULL && indicator != NULL)
    {
      g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);

      add_pairs (self, snapshot, indicator);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
