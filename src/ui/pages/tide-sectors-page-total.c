/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sectors-page-private.h"

#include "stats/tide-figure-text.h"
#include "stats/tide-indicator-parts.h"
#include "stats/tide-sector-account.h"

#include <glib/gi18n-lib.h>

static void
append_note (GString *text, const char *note)
{
  g_string_append (text, "\n\n");
  g_string_append (text, note);
}

/* Classes that count more together than there is are shown as they are, and told. */
static char *
dup_mentions (const TideBreakdown *breakdown, TideSnapshot *snapshot)
{
  const guint n = tide_breakdown_count_mentions (breakdown, snapshot);

  if (n <= breakdown->total->n_counted)
    return NULL;

  return g_strdup_printf (
      /* Translators: how many projects the sectors count, and how many there are */
      _ ("The sectors together count %u, more than the %u there are, as some projects are in "
         "several. That is shown as it is."),
      n, breakdown->total->n_counted);
}

static gboolean
is_about (const TideIndicatorPayload *indicator, const char *taxonomy)
{
  const TideSubject *subject = (const TideSubject *) indicator->subject;

  return subject != NULL && subject->sector == NULL && g_strcmp0 (subject->taxonomy, taxonomy) == 0;
}

/* What the indicators of the classes add up to, of those of the whole classification. */
static char *
dup_parts (TideSectorsPage *self, TideSnapshot *snapshot)
{
  const char *taxonomy = tide_sectors_table_get_taxonomy (self->table);
  const GPtrArray *indicators = tide_snapshot_get_records (snapshot, TIDE_RECORD_INDICATOR);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (indicators); i++)
    {
      const TideIndicatorPayload *whole = g_ptr_array_index (indicators, i);
      g_autofree char *line = NULL;
      TideIndicatorParts parts;

      if (!is_about (whole, taxonomy) || !tide_indicator_parts_init (&parts, snapshot, whole))
        continue;
      line = tide_indicator_parts_dup_text (&parts, tide_language_get_default ());
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static char *
dup_explanation (TideSectorsPage *self, const TideBreakdown *breakdown)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  g_autofree char *amounts = tide_figure_dup_amount_explanation (breakdown->total, snapshot,
                                                                 tide_language_get_default ());
  g_autofree char *mentions = dup_mentions (breakdown, snapshot);
  g_autofree char *parts = dup_parts (self, snapshot);
  g_autoptr (GString) text = g_string_new (amounts);

  append_note (text,
               _ ("A project in several sectors is counted in each of them, and its amount is "
                  "divided by shares. A sector includes what stands below it."));
  if (mentions != NULL)
    append_note (text, mentions);
  if (parts != NULL)
    append_note (text, parts);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/*
 * tide_sectors_page_show_total:
 * @self: a page
 *
 * Shows what the whole classification has, once it is counted, and what explains that.
 */
void
tide_sectors_page_show_total (TideSectorsPage *self)
{
  const TideBreakdown *breakdown = tide_sectors_table_get_breakdown (self->table);
  g_autofree char *amount = tide_sectors_table_dup_total (self->table);
  g_autofree char *count = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *explanation = NULL;

  if (breakdown == NULL)
    return;

  /* Translators: how many projects there are */
  count = g_strdup_printf (ngettext ("%u project", "%u projects", breakdown->total->n_counted),
                           breakdown->total->n_counted);
  exact = tide_money_dup_exact (&breakdown->total->base, tide_language_get_default ());
  explanation = dup_explanation (self, breakdown);
  gtk_button_set_label (self->total_button, count);
  gtk_label_set_text (self->total_amount, amount);
  gtk_widget_set_tooltip_text (self->total_amount_button,
                               breakdown->total->n_priced > 0 ? exact : NULL);
  gtk_widget_set_sensitive (self->total_amount_button, breakdown->total->n_with_amount > 0);
  gtk_label_set_text (self->explanation_label, explanation);
}

static void
on_total_clicked (TideSectorsPage *self)
{
  const TideBreakdown *breakdown = tide_sectors_table_get_breakdown (self->table);

  if (breakdown != NULL)
    tide_sectors_page_request_projects (self, &breakdown->total->filter->base);
}

/*
 * tide_sectors_page_install_total:
 * @widget_class: the class of the page
 */
void
tide_sectors_page_install_total (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, total_bar);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, total_button);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, total_amount);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, total_amount_button);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, explanation_label);
  gtk_widget_class_bind_template_callback (widget_class, on_total_clicked);
}
