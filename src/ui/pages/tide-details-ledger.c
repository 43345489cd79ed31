/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-ledger.h"

#include "stats/tide-ledger.h"
#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-details-row.h"

#include <glib/gi18n-lib.h>

static gboolean
is_money (const TideMoney *money)
{
  return money->currency[0] != '\0';
}

/* All digits that there are, so that a reader can add up. */
static char *
dup_full (const TideMoney *money)
{
  return tide_money_dup_text (money, TIDE_UNIT_ONE, tide_language_get_default ());
}

/* Totals ------------------------------------------------------------------------------------ */

static char *
dup_totals (const TideLedgerGroup *group)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < group->totals->len; i++)
    {
      g_autofree char *total = dup_full (&g_array_index (group->totals, TideMoney, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", total);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_exact_totals (const TideLedgerGroup *group)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < group->totals->len; i++)
    {
      g_autofree char *total = tide_money_dup_exact (&g_array_index (group->totals, TideMoney, i),
                                                     tide_language_get_default ());

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", total);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What the totals are made of, and what they leave out. */
static char *
dup_basis (const TideLedgerGroup *group)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const guint n_summed = group->lines->len - group->n_not_counted - group->n_unknown;
  g_autofree char *counted = NULL;
  g_autofree char *not_counted = NULL;
  g_autofree char *unknown = NULL;

  if (n_summed > 0)
    /* Translators: how many amounts a total is made of */
    counted = g_strdup_printf (ngettext ("%u amount", "%u amounts", n_summed), n_summed);
  if (group->n_not_counted > 0)
    not_counted = g_strdup_printf (
        /* Translators: how many amounts a total leaves out as they are marked so */
        ngettext ("%u not counted", "%u not counted", group->n_not_counted), group->n_not_counted);
  if (group->n_unknown > 0)
    /* Translators: how many amounts a total leaves out as they are not known */
    unknown = g_strdup_printf (ngettext ("%u unknown", "%u unknown", group->n_unknown),
                               group->n_unknown);

  tide_details_join (text, counted);
  tide_details_join (text, not_counted);
  tide_details_join (text, unknown);
  if (group->is_too_large)
    tide_details_join (text, _ ("too large to add up"));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_group (GtkListBox *list, const TideLedgerGroup *group)
{
  g_autofree char *basis = dup_basis (group);
  g_autofree char *totals = dup_totals (group);
  g_autofree char *exact = dup_exact_totals (group);
  const char *label
      = tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, group->kind, tide_language_get_default ());
  GtkWidget *row
      = tide_details_append_row (list, label != NULL ? label : _ ("No Kind"), basis, totals);

  gtk_widget_add_css_class (row, "ledger-total");
  gtk_widget_set_tooltip_text (row, *exact != '\0' ? exact : NULL);
}

/* Entries ----------------------------------------------------------------------------------- */

static char *
dup_remarks (TideRegister *reg, const TideLedgerLine *line)
{
  const TideAmount *amount = line->amount;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *event = tide_project_text_dup_reference (reg, TIDE_RECORD_EVENT, amount->event);
  g_autofree char *source
      = tide_project_text_dup_reference (reg, TIDE_RECORD_SOURCE, amount->source);

  tide_details_join_date (text, &amount->date);
  if (amount->money.minor < 0)
    tide_details_join (text, _ ("reduction"));
  if (amount->estimated)
    tide_details_join (text, _ ("estimated"));
  if (!amount->counted)
    tide_details_join (text, _ ("not counted"));
  tide_details_join (text, event);
  tide_details_join (text, source);
  tide_details_join (text, amount->note);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_certainty (const TideAmount *amount)
{
  const TideDecimal one = { .mantissa = 1, .is_set = TRUE };
  g_autofree char *unit = NULL;
  TideMoney precision;

  if (!amount->precision.is_set || tide_decimal_compare (&amount->precision, &one) <= 0
      || !tide_money_init (&precision, &amount->precision, amount->money.currency))
    return NULL;

  unit = tide_money_dup_text (&precision, TIDE_UNIT_ONE, tide_language_get_default ());

  /* Translators: the last certain unit of an amount, such as 100,000,000 yuan */
  return g_strdup_printf (_ ("Certain to %s"), unit);
}

static void
append_line_of_text (GString *text, const char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static char *
dup_tooltip (const TideLedgerLine *line)
{
  const TideLanguage language = tide_language_get_default ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *exact = tide_money_dup_exact (&line->amount->money, language);
  g_autofree char *certainty = dup_certainty (line->amount);
  g_autofree char *running = tide_money_dup_exact (&line->running, language);
  /* Translators: what the amounts of a kind come to up to one of them */
  g_autofree char *total = g_strdup_printf (_ ("Total up to here: %s"), running);

  append_line_of_text (text, exact);
  append_line_of_text (text, certainty);
  append_line_of_text (text, is_money (&line->running) ? total : NULL);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GtkWidget *
value_label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style);
    }

  return label;
}

/* The exact value, and below it what the amounts come to with it where there are several. */
static GtkWidget *
values_new (const TideLedgerLine *line, gboolean has_running)
{
  const TideMoney *money = &line->amount->money;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *exact = tide_money_dup_exact (money, tide_language_get_default ());

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), value_label_new (is_money (money) ? exact : _ ("Unknown"),
                                                  is_money (money) ? NULL : "dimmed"));
  if (has_running && is_money (&line->running))
    {
      g_autofree char *running = dup_full (&line->running);
      /* Translators: what the amounts of a kind come to up to one of them */
      g_autofree char *text = g_strdup_printf (_ ("total %s"), running);

      gtk_box_append (GTK_BOX (box), value_label_new (text, "dimmed"));
    }

  return box;
}

static void
append_line (GtkListBox *list, TideRegister *reg, const TideLedgerLine *line, gboolean has_running)
{
  g_autofree char *remarks = dup_remarks (reg, line);
  g_autofree char *tooltip = dup_tooltip (line);
  g_autofree char *shown = dup_full (&line->amount->money);
  const char *title = line->amount->written != NULL ? line->amount->written : shown;
  GtkWidget *row
      = tide_details_append_row (list, *title != '\0' ? title : _ ("Unknown"), remarks, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), values_new (line, has_running));
  gtk_widget_set_tooltip_text (row, *tooltip != '\0' ? tooltip : NULL);
}

/**
 * tide_details_show_amounts:
 * @list: a list of rows, which are replaced
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows the ledger: for each kind what it comes to, and its entries by date as they were written
 * beside their exact values.
 */
void
tide_details_show_amounts (GtkListBox *list, TideRegister *reg, const TideProjectPayload *project)
{
  g_autoptr (GPtrArray) groups = tide_ledger_new (project);

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < groups->len; i++)
    {
      const TideLedgerGroup *group = g_ptr_array_index (groups, i);

      append_group (list, group);
      for (guint j = 0; j < group->lines->len; j++)
        append_line (list, reg, &g_array_index (group->lines, TideLedgerLine, j),
                     group->lines->len > 1);
    }
}
