/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-cells.h"
#include "report/tide-report-sheet-private.h"
#include "stats/tide-ledger.h"

#include <glib/gi18n-lib.h>

#define N_CELLS 5

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
dup_remarks (TideSheet *self, const TideAmount *amount)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *event = tide_report_dup_label (self->request, TIDE_RECORD_EVENT, amount->event);
  g_autofree char *source
      = tide_report_dup_label (self->request, TIDE_RECORD_SOURCE, amount->source);

  append (text, amount->money.minor < 0 ? _ ("reduction") : NULL);
  append (text, amount->estimated ? _ ("estimated") : NULL);
  append (text, amount->counted ? NULL : _ ("not counted"));
  append (text, event);
  append (text, tide_sheet_get_free_text (self, source));
  append (text, tide_sheet_get_free_text (self, amount->note));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_money (TideSheet *self, const TideMoney *money)
{
  if (money->currency[0] == '\0')
    return g_strdup ("");

  return tide_money_dup_exact (money, self->request->language);
}

static void
add_line (TideSheet *self, const TideLedgerLine *line)
{
  g_autofree char *date = tide_date_dup_text (&line->amount->date);
  g_autofree char *remarks = dup_remarks (self, line->amount);
  g_autofree char *exact = dup_money (self, &line->amount->money);
  g_autofree char *running = dup_money (self, &line->running);
  const char *const cells[] = { or_empty (date), or_empty (line->amount->written),
                                remarks,         *exact != '\0' ? exact : _ ("Unknown"),
                                running,         NULL };

  tide_sheet_add_row (self, TIDE_REPORT_ROW_PLAIN, cells);
}

/* One total for each currency, as these are never added, and what the totals leave out. */
static void
add_totals (TideSheet *self, const TideLedgerGroup *group)
{
  g_autoptr (GString) left_out = g_string_new (NULL);

  for (guint i = 0; i < group->totals->len; i++)
    {
      g_autofree char *total = dup_money (self, &g_array_index (group->totals, TideMoney, i));
      const char *const cells[] = { _ ("Total"), total, NULL };

      tide_sheet_add_row (self, TIDE_REPORT_ROW_TOTAL, cells);
    }

  if (group->n_not_counted > 0)
    g_string_append_printf (
        left_out,
        /* Translators: how many amounts a total leaves out as they are marked so */
        ngettext ("%u not counted", "%u not counted", group->n_not_counted), group->n_not_counted);
  if (group->n_unknown > 0)
    {
      g_autofree char *unknown = g_strdup_printf (
          /* Translators: how many amounts a total leaves out as they are not known */
          ngettext ("%u unknown", "%u unknown", group->n_unknown), group->n_unknown);

      append (left_out, unknown);
    }
  append (left_out, group->is_too_large ? _ ("too large to add up") : NULL);
  if (left_out->len > 0)
    {
      const char *const cells[] = { left_out->str, NULL };

      tide_sheet_add_row (self, TIDE_REPORT_ROW_NOTE, cells);
    }
}

/**
 * tide_sheet_add_amounts:
 * @self: a project on its way
 *
 * Adds the ledger: the amounts of each kind, with what they come to in each currency.
 */
void
tide_sheet_add_amounts (TideSheet *self)
{
  const TideReportColumn columns[N_CELLS] = { { _ ("Date"), 0.12, FALSE },
                                              { _ ("As Written"), 0.2, FALSE },
                                              { _ ("Remarks"), 0.28, FALSE },
                                              { _ ("Amount"), 0.2, TRUE },
                                              { _ ("Total Up to Here"), 0.2, TRUE } };
  g_autoptr (GPtrArray) groups = tide_ledger_new (self->project);

  if (groups->len == 0)
    return;

  tide_sheet_begin (self, _ ("Amounts"), columns, N_CELLS);
  for (guint i = 0; i < groups->len; i++)
    {
      const TideLedgerGroup *group = g_ptr_array_index (groups, i);
      const char *kind = tide_sheet_get_label (self, TIDE_CODES_AMOUNT_KIND, group->kind);
      const char *const cells[] = { *kind != '\0' ? kind : _ ("No Kind"), NULL };

      tide_sheet_add_row (self, TIDE_REPORT_ROW_GROUP, cells);
      for (guint j = 0; j < group->lines->len; j++)
        add_line (self, &g_array_index (group->lines, TideLedgerLine, j));
      add_totals (self, group);
    }
  tide_sheet_end (self);
}
