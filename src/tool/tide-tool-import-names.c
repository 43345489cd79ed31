/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-import.h"

#include "codec/tide-import-codes.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* How names are being decided. */
typedef struct
{
  TideToolImported *imported;
  const TideToolVerb *verb;
  TideSnapshot *snapshot;
} Decider;

static int
find_kind (const Decider *self, const char *typed)
{
  const int kind = tide_import_value_kind_from_code (typed);

  if (kind < 0)
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (self->verb, _ ("There is no kind of names “%s”."), typed);

  return kind;
}

static gboolean
decide_rest (const Decider *self, const char *typed, TideImportAct act)
{
  g_auto (GStrv) words = typed != NULL ? g_strsplit (typed, ",", -1) : g_new0 (char *, 1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const int kind = find_kind (self, words[i]);

      if (kind < 0)
        return FALSE;
      if (act == TIDE_IMPORT_NEW && !tide_import_value_kind_can_create ((TideImportValueKind) kind))
        {
          /* Translators: %s is what was typed */
          tide_tool_verb_refuse (self->verb, _ ("No new “%s” can be made."), words[i]);
          return FALSE;
        }
      tide_import_values_decide_rest (self->imported->values, self->imported->plan,
                                      (TideImportValueKind) kind, act);
    }

  return TRUE;
}

static gboolean
accept_similar (const Decider *self, const char *typed)
{
  char *end = NULL;
  double least;

  if (typed == NULL)
    return TRUE;

  least = g_ascii_strtod (typed, &end);
  if (end == typed || *end != '\0' || !(least >= 0 && least <= 1))
    {
      /* Translators: %s is what was typed */
      tide_tool_verb_refuse (self->verb, _ ("“%s” is no number from 0 to 1."), typed);
      return FALSE;
    }
  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    tide_import_values_accept_similar (self->imported->values, self->imported->plan,
                                       (TideImportValueKind) i, least);

  return TRUE;
}

static gboolean
has_target (const Decider *self, TideImportValueKind kind, const char *id)
{
  const TideRecordKind record = tide_import_value_kind_get_record (kind);

  return record != TIDE_RECORD_NONE
             ? tide_snapshot_lookup (self->snapshot, record, id) != NULL
             : tide_codes_find (tide_import_value_kind_get_codes (kind), id) >= 0;
}

/* "kind:text=id": the text may have any sign in it, the others have none. */
static gboolean
decide_one (const Decider *self, const char *typed)
{
  const char *colon = strchr (typed, ':');
  const char *sign = strrchr (typed, '=');
  g_autofree char *word = NULL;
  g_autofree char *text = NULL;
  int kind;

  if (colon == NULL || sign == NULL || sign < colon)
    {
      tide_tool_verb_refuse (self->verb,
                             /* Translators: %s is what was typed; the rest is not translated */
                             _ ("“--decide” needs KIND:TEXT=ID, not “%s”."), typed);
      return FALSE;
    }

  word = g_strndup (typed, (gsize) (colon - typed));
  text = g_strndup (colon + 1, (gsize) (sign - colon - 1));
  kind = find_kind (self, word);
  if (kind < 0)
    return FALSE;
  if (!has_target (self, (TideImportValueKind) kind, sign + 1))
    {
      /* Translators: what was typed, twice */
      tide_tool_verb_refuse (self->verb, _ ("There is no “%s” among the %s."), sign + 1, word);
      return FALSE;
    }
  tide_import_plan_decide (self->imported->plan, (TideImportValueKind) kind, text, TIDE_IMPORT_TAKE,
                           sign + 1);

  return TRUE;
}

static gboolean
decide_each (const Decider *self, char **typed)
{
  for (guint i = 0; typed != NULL && typed[i] != NULL; i++)
    if (!decide_one (self, typed[i]))
      return FALSE;

  return TRUE;
}

/**
 * tide_tool_import_decide:
 * @self: an import with a plan
 * @typed: what was typed
 * @verb: the command
 * @snapshot: the register
 *
 * Finds the names in the table and decides as was asked for: those that are named one by one, then
 * those that are like others, then the rest of a kind.
 *
 * Returns: %TIDE_TOOL_DONE, or what is wrong, which has been told
 */
TideToolStatus
tide_tool_import_decide (TideToolImported *self,
                         const TideToolImport *typed,
                         const TideToolVerb *verb,
                         TideSnapshot *snapshot)
{
  const Decider decider = { self, verb, snapshot };

  self->values = tide_import_values_new (self->plan, self->table, snapshot, NULL, NULL, NULL, NULL);

  return decide_each (&decider, typed->decide) && accept_similar (&decider, typed->similar)
                 && decide_rest (&decider, typed->new_kinds, TIDE_IMPORT_NEW)
                 && decide_rest (&decider, typed->ignore, TIDE_IMPORT_IGNORE)
             ? TIDE_TOOL_DONE
             : TIDE_TOOL_WRONG_USAGE;
}
