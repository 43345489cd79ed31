/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-values.h"

/* New parties, sources and events are what tables are for; a class or division that is not known is
 * as likely a slip. */
static gboolean
is_new_unless_told (TideImportValueKind kind)
{
  return kind == TIDE_IMPORT_VALUE_PARTY || kind == TIDE_IMPORT_VALUE_SOURCE
         || kind == TIDE_IMPORT_VALUE_EVENT;
}

static TideImportAct
get_usual_act (const TideImportValue *self)
{
  switch (self->match)
    {
    case TIDE_IMPORT_MATCH_EXACT:
    case TIDE_IMPORT_MATCH_SYNONYM:
      return TIDE_IMPORT_TAKE;
    case TIDE_IMPORT_MATCH_SIMILAR:
      return TIDE_IMPORT_UNDECIDED;
    case TIDE_IMPORT_MATCH_NONE:
    default:
      return is_new_unless_told (self->kind) ? TIDE_IMPORT_NEW : TIDE_IMPORT_UNDECIDED;
    }
}

/**
 * tide_import_value_get_act:
 * @self: a value
 * @plan: a plan
 * @target: (out) (optional) (nullable): id of the record or code, where it is taken
 *
 * Returns: what becomes of it: what the plan has decided, else what it was matched to surely;
 *   parties, sources and events that are like no other become new. What was decided to become new
 *   is taken once it is there.
 */
TideImportAct
tide_import_value_get_act (const TideImportValue *self,
                           const TideImportPlan *plan,
                           const char **target)
{
  const TideImportDecision *decision = tide_import_plan_get_decision (plan, self->kind, self->text);
  TideImportAct act;

  if (decision != NULL && decision->act == TIDE_IMPORT_NEW
      && self->match == TIDE_IMPORT_MATCH_EXACT)
    decision = NULL;
  act = decision != NULL ? decision->act : get_usual_act (self);

  if (target != NULL && act != TIDE_IMPORT_TAKE)
    *target = NULL;
  else if (target != NULL)
    *target = decision != NULL ? decision->target : self->target;

  return act;
}

/**
 * tide_import_values_count:
 * @self: the values of a table
 * @plan: a plan
 * @kind: a kind of values; %TIDE_N_IMPORT_VALUE_KINDS for all
 * @act: an act
 *
 * Returns: of how many of them that becomes
 */
guint
tide_import_values_count (const TideImportValues *self,
                          const TideImportPlan *plan,
                          TideImportValueKind kind,
                          TideImportAct act)
{
  guint n = 0;

  for (guint i = 0; i < tide_import_values_get_n (self); i++)
    {
      const TideImportValue *value = tide_import_values_get (self, i);

      if ((kind == TIDE_N_IMPORT_VALUE_KINDS || value->kind == kind)
          && tide_import_value_get_act (value, plan, NULL) == act)
        n++;
    }

  return n;
}

/**
 * tide_import_values_accept_similar:
 * @self: the values of a table
 * @plan: a plan
 * @kind: a kind of values
 * @least: how alike the names have to be, 0 to 1
 *
 * Takes all that are undecided and like something for what they are like.
 */
void
tide_import_values_accept_similar (const TideImportValues *self,
                                   TideImportPlan *plan,
                                   TideImportValueKind kind,
                                   double least)
{
  for (guint i = 0; i < tide_import_values_get_n (self); i++)
    {
      const TideImportValue *value = tide_import_values_get (self, i);

      if (value->kind == kind && value->match == TIDE_IMPORT_MATCH_SIMILAR && value->score >= least
          && tide_import_value_get_act (value, plan, NULL) == TIDE_IMPORT_UNDECIDED)
        tide_import_plan_decide (plan, kind, value->text, TIDE_IMPORT_TAKE, value->target);
    }
}

/**
 * tide_import_values_decide_rest:
 * @self: the values of a table
 * @plan: a plan
 * @kind: a kind of values
 * @act: %TIDE_IMPORT_NEW, where the kind can be made, or %TIDE_IMPORT_IGNORE
 *
 * Decides about all that are undecided at once.
 */
void
tide_import_values_decide_rest (const TideImportValues *self,
                                TideImportPlan *plan,
                                TideImportValueKind kind,
                                TideImportAct act)
{
  g_return_if_fail (act == TIDE_IMPORT_NEW || act == TIDE_IMPORT_IGNORE);

  for (guint i = 0; i < tide_import_values_get_n (self); i++)
    {
      const TideImportValue *value = tide_import_values_get (self, i);

      if (value->kind == kind
          && tide_import_value_get_act (value, plan, NULL) == TIDE_IMPORT_UNDECIDED)
        tide_import_plan_decide (plan, kind, value->text, act, NULL);
    }
}
