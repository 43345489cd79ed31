/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-published-row.h"

#include "core/tide-code.h"
#include "stats/tide-growth-rate-text.h"

#include <glib/gi18n-lib.h>

static const char *
get_icon (TideGrowthVerdict verdict)
{
  switch (verdict)
    {
    case TIDE_VERDICT_REPRODUCES:
      return "object-select-symbolic";
    case TIDE_VERDICT_DIFFERS:
      return "dialog-warning-symbolic";
    case TIDE_VERDICT_OTHER_BASIS:
    case TIDE_VERDICT_NOT_COMPUTED:
    case TIDE_VERDICT_NO_RATE:
    default:
      return "dialog-question-symbolic";
    }
}

static char *
dup_published_account (const TideGrowth *growth,
                       const TideGrowthRate *rate,
                       const TideIndicatorPayload *indicator)
{
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *from = tide_date_dup_label (&growth->from, language);
  g_autofree char *to = tide_date_dup_label (&growth->to, language);
  g_autofree char *basis = tide_text_dup_isolated (
      growth->basis != NULL
          ? tide_codes_get_label (TIDE_CODES_GROWTH_BASIS, growth->basis, language)
          : _ ("Basis Not Told"));
  g_autofree char *reason = tide_growth_rate_dup_verdict_reason (rate, growth, indicator, language);

  /* Translators: the first and the last period of a growth, such as 2015 and 2022; on what basis it
   * was published; a sentence about it, on a line of its own */
  return g_strdup_printf (_ ("%s to %s · %s\n%s"), from, to, basis, reason);
}

/**
 * tide_published_row_new:
 * @indicator: an indicator
 * @growth: one of its published rates
 *
 * Returns: (transfer floating): a row that can be activated: the verdict on the rate, its span, its
 *   basis and the reason
 */
GtkWidget *
tide_published_row_new (const TideIndicatorPayload *indicator, const TideGrowth *growth)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = NULL;
  g_autofree char *account = NULL;
  TideGrowthRate rate;

  tide_growth_rate_init (&rate, indicator, &growth->from, &growth->to);
  title = tide_growth_rate_dup_verdict (&rate, growth);
  account = dup_published_account (growth, &rate, indicator);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), account);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (get_icon (
                                                       tide_growth_rate_judge (&rate, growth))));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Choose These Periods"));

  return row;
}
