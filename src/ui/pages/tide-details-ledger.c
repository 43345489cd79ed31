/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-private.h"

#include "chart/tide-share-text.h"
#include "core/tide-convert.h"
#include "stats/tide-ledger.h"
#include "ui/lists/tide-project-text.h"

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
append_group (TideDetailsSection *section, const TideLedgerGroup *group)
{
  g_autofree char *basis = dup_basis (group);
  g_autofree char *totals = dup_totals (group);
  g_autofree char *exact = dup_exact_totals (group);
  const char *label
      = tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, group->kind, tide_language_get_default ());
  GtkWidget *row = tide_details_row_new (label != NULL ? label : _ ("No Kind"), basis, totals);

  gtk_widget_add_css_class (row, "ledger-total");
  gtk_widget_set_tooltip_text (row, *exact != '\0' ? exact : NULL);
  tide_details_section_append_plain (section, row);
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
append_line (TideDetailsSection *section,
             TideRegister *reg,
             const TideLedgerLine *line,
             gboolean has_running)
{
  g_autofree char *remarks = dup_remarks (reg, line);
  g_autofree char *tooltip = dup_tooltip (line);
  g_autofree char *shown = dup_full (&line->amount->money);
  const char *written = line->amount->written != NULL ? line->amount->written : shown;
  const char *title = *written != '\0' ? written : _ ("Unknown");
  GtkWidget *row = tide_details_row_new (title, remarks, NULL);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", title, tooltip, remarks);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), values_new (line, has_running));
  gtk_widget_set_tooltip_text (row, *tooltip != '\0' ? tooltip : NULL);
  tide_details_set_spoken (row, spoken);
  tide_details_row_set_entry (TIDE_DETAILS_ROW (row), "amounts", &line->amount->base);
  tide_details_section_append (section, row);
}

/* Side by side ------------------------------------------------------------------------------ */

static const TideLedgerGroup *
find_group (const GPtrArray *groups, TideAmountKind kind)
{
  const char *code = tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, kind);

  for (guint i = 0; i < groups->len; i++)
    {
      const TideLedgerGroup *group = g_ptr_array_index (groups, i);

      if (g_strcmp0 (group->kind, code) == 0)
        return group;
    }

  return NULL;
}

/* In the unit that the person reads amounts in. */
static char *
dup_short_totals (TideRegister *reg, const TideLedgerGroup *group)
{
  const TideUnit unit = tide_unit_get_shown (tide_register_get_settings (reg)->unit);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; group != NULL && i < group->totals->len; i++)
    {
      g_autofree char *total = tide_money_dup_text (&g_array_index (group->totals, TideMoney, i),
                                                    unit, tide_language_get_default ());

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", total);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* NULL where what arrived and what was agreed are not to be compared. */
static char *
dup_arrived_share (TideRegister *reg, const TideProjectPayload *project)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autofree char *share = NULL;
  TideMoney arrived, agreed;

  if (!tide_project_sum_arrived (project, snapshot, &arrived, &agreed))
    return NULL;

  share = tide_share_text_new ((double) arrived.minor, (double) agreed.minor);

  /* Translators: the share of the agreed money that has arrived */
  return share != NULL ? g_strdup_printf (_ ("%s of what was agreed"), share) : NULL;
}

static GtkWidget *
caption_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");

  return label;
}

static void
append_column (AdwWrapBox *columns, const char *title, const char *value, const char *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), caption_new (title));
  gtk_box_append (GTK_BOX (box), label);
  if (note != NULL)
    gtk_box_append (GTK_BOX (box), caption_new (note));
  adw_wrap_box_append (columns, box);
}

static void
append_columns (TideDetailsSection *section,
                TideRegister *reg,
                const TideProjectPayload *project,
                const GPtrArray *groups)
{
  static const TideAmountKind kinds[]
      = { TIDE_AMOUNT_KIND_INTENTION, TIDE_AMOUNT_KIND_AGREEMENT, TIDE_AMOUNT_KIND_ARRIVED };
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *columns = adw_wrap_box_new ();
  g_autoptr (GString) spoken = g_string_new (NULL);
  g_autofree char *share = dup_arrived_share (reg, project);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (columns), 24);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (columns), 6);
  gtk_widget_add_css_class (columns, "ledger-columns");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *code = tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, kinds[i]);
      const char *title
          = tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, code, tide_language_get_default ());
      g_autofree char *totals = dup_short_totals (reg, find_group (groups, kinds[i]));
      const char *value = *totals != '\0' ? totals : "—";
      const char *note = kinds[i] == TIDE_AMOUNT_KIND_ARRIVED ? share : NULL;

      append_column (ADW_WRAP_BOX (columns), title, value, note);
      g_string_append_printf (spoken, "%s%s: %s", i > 0 ? ", " : "", title, value);
      if (note != NULL)
        g_string_append_printf (spoken, ", %s", note);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), columns);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str,
                                  -1);
  tide_details_section_append_plain (section, row);
}

/**
 * tide_details_fill_amounts:
 * @section: a section
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows the ledger: what was intended, agreed and has arrived side by side, then for each kind what
 * it comes to, and its entries by date as they were written beside their exact values.
 */
void
tide_details_fill_amounts (TideDetailsSection *section,
                           TideRegister *reg,
                           const TideProjectPayload *project)
{
  g_autoptr (GPtrArray) groups = tide_ledger_new (project);

  if (groups->len > 0)
    append_columns (section, reg, project, groups);
  for (guint i = 0; i < groups->len; i++)
    {
      const TideLedgerGroup *group = g_ptr_array_index (groups, i);

      append_group (section, group);
      for (guint j = 0; j < group->lines->len; j++)
        append_line (section, reg, &g_array_index (group->lines, TideLedgerLine, j),
                     group->lines->len > 1);
    }
}
