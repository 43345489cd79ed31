/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-reconciliation-private.h"

#include <string.h>

/* What is added up -------------------------------------------------------------------------- */

static gboolean
is_meant (const TideMoneyScope *self,
          GHashTable *events,
          const TideProjectPayload *project,
          const TideAmount *amount)
{
  const TideValuation valuation = { .kind = self->kind };

  return tide_valuation_is_of_kind (&valuation, amount)
         && tide_amount_is_of_event (amount, project, events) == !self->is_elsewhere
         && (self->currencies == NULL
             || g_strv_contains ((const char *const *) self->currencies, amount->money.currency));
}

/*
 * tide_money_scope_add:
 * @self: which amounts are meant
 * @events: (element-type utf8 TideEventState): how events stand to the one that is looked at
 * @project: a project
 * @group: what they are added to; each is converted on its own, as each has its own date
 */
void
tide_money_scope_add (const TideMoneyScope *self,
                      GHashTable *events,
                      const TideProjectPayload *project,
                      TideReconciledGroup *group)
{
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);
      const TideRatePayload *rate = NULL;
      TideMoney converted;

      if (!is_meant (self, events, project, amount))
        continue;
      if (tide_rates_convert (self->rates, &amount->money, &amount->date, &converted, &rate))
        {
          group->is_overflow |= !tide_money_add (&group->sum, &converted);
          group->n_priced++;
        }
      else
        group->is_overflow |= rate != NULL;
    }
}

/*
 * tide_money_scope_ask:
 * @self: which amounts are meant
 * @filter: a filter that is not sealed
 * @amount: (nullable): what is asked of the amounts
 *
 * Has @filter tell amounts in the same way.
 */
void
tide_money_scope_ask (const TideMoneyScope *self, TideFilter *filter, const char *amount)
{
  tide_payload_set_interned (&filter->amount_kind,
                             tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, (guint) self->kind));
  tide_payload_set_string (&filter->currency, self->currency);
  tide_payload_set_interned (&filter->amount, amount);
}

/* Which currencies are meant ---------------------------------------------------------------- */

static void
add_currencies (GHashTable *currencies, const TideProjectPayload *project, TideAmountKind kind)
{
  const TideValuation valuation = { .kind = kind };

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (tide_valuation_is_of_kind (&valuation, amount) && amount->money.currency[0] != '\0')
        g_hash_table_add (currencies, (gpointer) amount->money.currency);
    }
}

static const char *
get_own_currency (TideReconciliationWork *self)
{
  const char *currency = tide_snapshot_get_settings (self->reconciliation->snapshot)->currency;

  return currency != NULL ? currency : "";
}

/* All but the register's own; those of which no filter could ask are none. */
static char **
dup_foreign (TideReconciliationWork *self, TideAmountKind kind)
{
  g_autoptr (GHashTable) currencies = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GStrvBuilder) foreign = g_strv_builder_new ();

  for (guint i = 0; i < self->projects->len; i++)
    add_currencies (currencies, g_ptr_array_index (self->projects, i), kind);
  g_hash_table_remove (currencies, get_own_currency (self));
  names = g_hash_table_get_keys_as_ptr_array (currencies);
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    g_strv_builder_add (foreign, g_ptr_array_index (names, i));

  return g_strv_builder_end (foreign);
}

/* Whether another total of the same kind was declared beside it, in another currency. */
static gboolean
has_sisters (TideReconciliationWork *self, const TideAmount *declared)
{
  const GPtrArray *amounts = ((const TideDeclared *) self->event->declared)->amounts;

  for (guint i = 0; i < amounts->len; i++)
    {
      const TideAmount *other = g_ptr_array_index (amounts, i);

      if (other != declared && other->rank == declared->rank && other->part == NULL
          && other->money.currency[0] != '\0')
        return TRUE;
    }

  return FALSE;
}

/* A total means all amounts, in whatever currency, unless it is one of several. */
static char **
dup_currencies (TideReconciliationWork *self, const TideAmount *declared)
{
  g_autoptr (GStrvBuilder) only = g_strv_builder_new ();

  if (declared->part != NULL)
    return dup_foreign (self, declared->rank);
  if (!has_sisters (self, declared))
    return NULL;

  g_strv_builder_add (only, declared->money.currency);

  return g_strv_builder_end (only);
}

static void
scope_init (TideMoneyScope *self,
            TideReconciliationWork *work,
            TideAmountKind kind,
            const char *currency,
            char **currencies)
{
  TideSnapshot *snapshot = work->reconciliation->snapshot;
  const gboolean is_own = strcmp (currency, get_own_currency (work)) == 0;

  *self = (TideMoneyScope) { .kind = kind, .currencies = currencies };
  self->currency = is_own ? NULL : currency;
  self->rates = is_own ? tide_rates_ref (tide_snapshot_get_rates (snapshot))
                       : tide_rates_new (snapshot, currency,
                                         tide_snapshot_get_settings (snapshot)->rate_set);
}

static void
scope_clear (TideMoneyScope *self)
{
  tide_rates_unref (self->rates);
  g_strfreev (self->currencies);
}

/* Groups ------------------------------------------------------------------------------------ */

static void
add_group (TideReconciliationWork *self,
           TideReconciliationRow *row,
           TideReconciledReason reason,
           TideFilter *filter,
           const TideMoneyScope *scope,
           const char *amount)
{
  tide_money_scope_ask (scope, filter, amount);
  tide_reconciliation_add_group (self, row, reason, TIDE_EXCLUSION_NONE, filter, scope);
}

static void
add_elsewhere (TideReconciliationWork *self,
               TideReconciliationRow *row,
               const TideMoneyScope *scope)
{
  const GPtrArray *events
      = tide_snapshot_get_records (self->reconciliation->snapshot, TIDE_RECORD_EVENT);
  TideFilter *filter = tide_reconciliation_dup_filter (self, "live");
  TideMoneyScope elsewhere = *scope;

  elsewhere.is_elsewhere = TRUE;
  for (guint i = 0; i < events->len; i++)
    {
      const TidePayload *event = g_ptr_array_index (events, i);

      if (event != &self->event->base)
        tide_filter_add (filter, "later-events", event->id);
    }
  if (tide_entries_get_n (filter->later_events) > 0)
    add_group (self, row, TIDE_RECONCILED_ELSEWHERE, filter, &elsewhere, NULL);
  else
    tide_payload_unref (&filter->base);
}

/* Of some currencies alone, a project has an amount if it has one in these. */
static void
add_counted (TideReconciliationWork *self, TideReconciliationRow *row, const TideMoneyScope *scope)
{
  TideFilter *filter = tide_reconciliation_dup_filter (self, "live");

  if (scope->currencies == NULL)
    {
      add_group (self, row, TIDE_RECONCILED_COUNTED, filter, scope, "any");
      add_group (self, row, TIDE_RECONCILED_WITHOUT_AMOUNT,
                 tide_reconciliation_dup_filter (self, "live"), scope, TIDE_FILTER_NONE);
    }
  else if (scope->currencies[0] != NULL)
    {
      for (guint i = 0; scope->currencies[i] != NULL; i++)
        tide_filter_add (filter, "currencies", scope->currencies[i]);
      add_group (self, row, TIDE_RECONCILED_COUNTED, filter, scope, NULL);
    }
  else
    tide_payload_unref (&filter->base);
}

static void
add_groups (TideReconciliationWork *self, TideReconciliationRow *row, const TideMoneyScope *scope)
{
  add_counted (self, row, scope);
  add_group (self, row, TIDE_RECONCILED_UNPRICED, tide_reconciliation_dup_filter (self, "live"),
             scope, "unpriced");
  tide_reconciliation_add_excluded (self, row, scope);
  add_group (self, row, TIDE_RECONCILED_ADDED, tide_reconciliation_dup_added_filter (self), scope,
             NULL);
  add_elsewhere (self, row, scope);
}

/* The comparison ---------------------------------------------------------------------------- */

/* Returns FALSE where the sum cannot be held. */
static gboolean
sum_up (TideReconciliationRow *row, guint *n_priced)
{
  static const TideReconciledReason recorded[] = { TIDE_RECONCILED_COUNTED, TIDE_RECONCILED_ADDED };

  *n_priced = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (recorded); i++)
    {
      const TideReconciledGroup *group = tide_reconciliation_row_find (row, recorded[i]);

      if (group == NULL)
        continue;
      if (i == 0)
        row->n_recorded = group->n;
      *n_priced += group->n_priced;
      if (group->is_overflow || !tide_money_add (&row->money_recorded, &group->sum))
        return FALSE;
    }

  return TRUE;
}

/* What was written was rounded by half of its last certain unit at most. */
static gboolean
is_rounded (const TideReconciliationRow *row)
{
  const TideDecimal *precision = &row->declared->precision;
  TideMoney unit;

  return precision->is_set && tide_money_init (&unit, precision, row->money_declared.currency)
         && (unsigned __int128) ABS (row->difference.minor) * 2 <= (unsigned __int128) unit.minor;
}

static TideVerdict
compare (TideReconciliationRow *row, guint n_priced)
{
  TideMoney declared = row->money_declared;

  if (row->declared == NULL)
    return TIDE_VERDICT_NOT_DECLARED;
  if (n_priced == 0)
    return row->n_recorded > 0 ? TIDE_VERDICT_UNKNOWN : TIDE_VERDICT_NOT_RECORDED;

  row->difference = row->money_recorded;
  if (!tide_money_negate (&declared) || !tide_money_add (&row->difference, &declared))
    return TIDE_VERDICT_UNKNOWN;
  if (row->difference.minor == 0)
    return TIDE_VERDICT_SAME;
  if (is_rounded (row))
    return TIDE_VERDICT_ROUNDED;

  return row->difference.minor < 0 ? TIDE_VERDICT_LESS : TIDE_VERDICT_MORE;
}

static TideReconciliationRow *
add_row (TideReconciliationWork *self,
         TideAmountKind kind,
         const TideAmount *declared,
         const char *currency,
         char **currencies)
{
  TideReconciliationRow *row = tide_reconciliation_add_row (self, TIDE_RECONCILED_AMOUNT);
  TideMoneyScope scope;
  guint n_priced;

  row->kind = tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, (guint) kind);
  row->part = declared != NULL ? declared->part : NULL;
  row->declared = declared;
  if (declared != NULL)
    row->money_declared = declared->money;
  g_strlcpy (row->money_recorded.currency, currency, sizeof row->money_recorded.currency);

  scope_init (&scope, self, kind, currency, currencies);
  add_groups (self, row, &scope);
  scope_clear (&scope);
  row->verdict = sum_up (row, &n_priced) ? compare (row, n_priced) : TIDE_VERDICT_UNKNOWN;

  return row;
}

/* What is written in words alone, or of a kind of a later program, is shown and not compared. */
static void
add_declared (TideReconciliationWork *self, const TideAmount *declared)
{
  if (declared->money.currency[0] != '\0' && declared->rank >= 0)
    add_row (self, declared->rank, declared, declared->money.currency,
             dup_currencies (self, declared));
  else
    {
      TideReconciliationRow *row = tide_reconciliation_add_row (self, TIDE_RECONCILED_AMOUNT);

      row->kind = declared->kind;
      row->part = declared->part;
      row->declared = declared;
      row->verdict = TIDE_VERDICT_UNKNOWN;
    }
}

static gboolean
is_declared (const GPtrArray *amounts, TideAmountKind kind)
{
  for (guint i = 0; i < tide_entries_get_n (amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (amounts, i);

      if (amount->rank == kind && amount->part == NULL)
        return TRUE;
    }

  return FALSE;
}

/* A kind that nobody declared is told where something of it is recorded. */
static void
add_undeclared (TideReconciliationWork *self, TideAmountKind kind)
{
  GPtrArray *rows = self->reconciliation->rows;
  const TideReconciliationRow *row = add_row (self, kind, NULL, get_own_currency (self), NULL);

  if (row->n_recorded == 0 && row->money_recorded.minor == 0)
    g_ptr_array_remove_index (rows, rows->len - 1);
}

/*
 * tide_reconciliation_add_amounts:
 * @self: the work
 *
 * Adds the rows of the amounts.
 */
void
tide_reconciliation_add_amounts (TideReconciliationWork *self)
{
  const TideDeclared *declared = (const TideDeclared *) self->event->declared;
  const GPtrArray *amounts = declared != NULL ? declared->amounts : NULL;

  for (guint i = 0; i < tide_entries_get_n (amounts); i++)
    add_declared (self, g_ptr_array_index (amounts, i));
  for (guint kind = 0; kind < TIDE_N_AMOUNT_KINDS; kind++)
    if (!is_declared (amounts, (TideAmountKind) kind))
      add_undeclared (self, (TideAmountKind) kind);
}
