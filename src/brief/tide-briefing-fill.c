/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-briefing-fill.h"

#include "brief/tide-phrase.h"

#define MISSING "—" /* of a value that may not be left out */

static void
clear_piece (gpointer data)
{
  TideBriefingPiece *self = data;

  g_clear_pointer (&self->run, tide_briefing_run_free);
}

static GArray *
pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (TideBriefingPiece));

  g_array_set_clear_func (pieces, clear_piece);

  return pieces;
}

static void
take_run (GArray *pieces, TideBriefingRun *run, gboolean is_wording)
{
  const TideBriefingPiece piece = { run, is_wording };

  g_array_append_val (pieces, piece);
}

static void
add_words (GArray *pieces, const char *words, gboolean is_wording)
{
  if (words != NULL && *words != '\0')
    take_run (pieces, tide_briefing_run_new (words, NULL, NULL), is_wording);
}

/* Empties @from into @pieces. */
static void
take_all (GArray *pieces, GArray *from)
{
  g_array_append_vals (pieces, from->data, from->len);
  g_array_set_clear_func (from, NULL);
  g_array_set_size (from, 0);
}

static gboolean
fill_value (const TideTemplateNode *node, const TideFacts *facts, GArray *pieces)
{
  const TideFact *fact = tide_facts_find (facts, node->text);

  if (fact == NULL)
    {
      add_words (pieces, MISSING, FALSE);
      return FALSE;
    }

  add_words (pieces, fact->before, FALSE);
  if (fact->origin != NULL)
    {
      g_autofree char *key = tide_facts_dup_key (facts, node->text);

      take_run (pieces, tide_briefing_run_new (fact->text, key, tide_origin_ref (fact->origin)),
                FALSE);
    }
  else
    add_words (pieces, fact->text, FALSE);
  add_words (pieces, fact->after, FALSE);

  return TRUE;
}

static gboolean
fill_forms (const TideTemplateNode *node, const TideFacts *facts, GArray *pieces)
{
  const TideFact *fact = tide_facts_find (facts, node->text);

  add_words (pieces, fact != NULL && fact->n == 1 ? node->one : node->many, TRUE);

  return fact != NULL;
}

static gboolean
fill_nodes (const GPtrArray *nodes, const TideFacts *facts, TideLanguage language, GArray *pieces);

/* A part that cannot be said is no reason to leave out what it is in. */
static gboolean
fill_optional (const TideTemplateNode *node,
               const TideFacts *facts,
               TideLanguage language,
               GArray *pieces)
{
  for (guint i = 0; i < node->branches->len; i++)
    {
      g_autoptr (GArray) said = pieces_new ();

      if (fill_nodes (g_ptr_array_index (node->branches, i), facts, language, said))
        {
          take_all (pieces, said);
          return TRUE;
        }
    }

  return TRUE;
}

static gboolean
fill_list (const TideTemplateNode *node,
           const TideFacts *facts,
           TideLanguage language,
           GArray *pieces)
{
  const GPtrArray *items = tide_facts_find_items (facts, node->text);
  const guint n = items != NULL ? items->len : 0;

  for (guint i = 0; i < n; i++)
    {
      if (node->joint == TIDE_JOINT_LIST)
        add_words (pieces, tide_phrase_get_separator (i, n, language), TRUE);
      else if (node->joint == TIDE_JOINT_CLAUSES && i > 0)
        add_words (pieces, language == TIDE_LANGUAGE_ZH ? "；" : "; ", TRUE);
      fill_nodes (g_ptr_array_index (node->branches, 0), g_ptr_array_index (items, i), language,
                  pieces);
    }

  return n > 0;
}

static gboolean
fill_node (const TideTemplateNode *node,
           const TideFacts *facts,
           TideLanguage language,
           GArray *pieces)
{
  switch (node->kind)
    {
    case TIDE_NODE_TEXT:
      add_words (pieces, node->text, TRUE);
      return TRUE;
    case TIDE_NODE_VALUE:
      return fill_value (node, facts, pieces);
    case TIDE_NODE_FORMS:
      return fill_forms (node, facts, pieces);
    case TIDE_NODE_OPTIONAL:
      return fill_optional (node, facts, language, pieces);
    case TIDE_NODE_LIST:
    default:
      return fill_list (node, facts, language, pieces);
    }
}

/* Whether all values were there. */
static gboolean
fill_nodes (const GPtrArray *nodes, const TideFacts *facts, TideLanguage language, GArray *pieces)
{
  gboolean is_whole = TRUE;

  for (guint i = 0; i < nodes->len; i++)
    is_whole &= fill_node (g_ptr_array_index (nodes, i), facts, language, pieces);

  return is_whole;
}

/*
 * tide_briefing_fill:
 * @wording: a template
 * @facts: what its placeholders stand for
 * @language: language of the briefing
 *
 * Returns: (transfer full) (element-type TideBriefingPiece): the words, one after the other
 */
GArray *
tide_briefing_fill (const TideTemplate *wording, const TideFacts *facts, TideLanguage language)
{
  GArray *pieces = pieces_new ();

  fill_nodes (tide_template_get_nodes (wording), facts, language, pieces);

  return pieces;
}
