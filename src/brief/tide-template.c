/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-template.h"

#include "brief/tide-placeholder.h"

#include <string.h>

#define MAX_DEPTH 32
#define MAX_PROBLEMS 100

struct _TideTemplate
{
  GPtrArray *nodes;
};

/* What is open at a place of the text. */
typedef struct
{
  GPtrArray *nodes;            /* borrowed: where what follows goes */
  TideTemplateNode *node;      /* borrowed: the optional part or the list; NULL for the whole */
  const TidePlaceholder *list; /* the list, with those it is in; NULL for none */
  guint line;
  guint column;
} Level;

typedef struct
{
  const char *at;
  guint line;
  guint column;
  GString *text;       /* owned: what was read since the last node */
  GArray *levels;      /* owned, of Level */
  GPtrArray *problems; /* owned, of TideProblem */
} Parser;

static void
node_free (TideTemplateNode *self)
{
  g_free (self->text);
  g_free (self->one);
  g_free (self->many);
  g_clear_pointer (&self->branches, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
nodes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
}

static TideTemplateNode *
node_new (TideTemplateNodeKind kind, const char *text)
{
  TideTemplateNode *self = g_new0 (TideTemplateNode, 1);

  self->kind = kind;
  self->text = g_strdup (text);

  return self;
}

static GPtrArray *
add_branch (TideTemplateNode *self)
{
  GPtrArray *nodes = nodes_new ();

  if (self->branches == NULL)
    self->branches = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (self->branches, nodes);

  return nodes;
}

static Level *
get_level (Parser *self)
{
  return &g_array_index (self->levels, Level, self->levels->len - 1);
}

static void
add_node (Parser *self, TideTemplateNode *node)
{
  g_ptr_array_add (get_level (self)->nodes, node);
}

static void
flush_text (Parser *self)
{
  if (self->text->len == 0)
    return;

  add_node (self, node_new (TIDE_NODE_TEXT, self->text->str));
  g_string_truncate (self->text, 0);
}

static void
report (Parser *self, TideProblem *problem, guint line, guint column)
{
  tide_problem_set_place (problem, NULL, line, column, NULL);
  if (self->problems->len < MAX_PROBLEMS)
    g_ptr_array_add (self->problems, problem);
  else
    tide_problem_unref (problem);
}

static void
advance (Parser *self, gsize n)
{
  const char *end = self->at + n;

  for (; self->at < end; self->at = g_utf8_next_char (self->at))
    {
      self->column++;
      if (*self->at == '\n')
        {
          self->line++;
          self->column = 1;
        }
    }
}

/* Levels -------------------------------------------------------------------------------------- */

static void
open_level (Parser *self, TideTemplateNode *node, const TidePlaceholder *list)
{
  Level level = { .node = node, .list = list, .line = self->line, .column = self->column };

  if (self->levels->len == MAX_DEPTH)
    {
      g_autofree char *limit = g_strdup_printf ("%d", MAX_DEPTH);

      report (self, tide_problem_new (TIDE_PROBLEM_TOO_DEEP, limit, NULL), self->line,
              self->column);
    }
  add_node (self, node);
  level.nodes = add_branch (node);
  g_array_append_val (self->levels, level);
}

static gboolean
is_in_optional (Parser *self)
{
  const Level *level = get_level (self);

  return level->node != NULL && level->node->kind == TIDE_NODE_OPTIONAL;
}

static void
close_level (Parser *self)
{
  g_array_set_size (self->levels, self->levels->len - 1);
}

/* Placeholders -------------------------------------------------------------------------------- */

static void
check_place (Parser *self, const TidePlaceholder *placeholder)
{
  if (!tide_placeholder_is_within (get_level (self)->list, placeholder->list))
    report (self,
            tide_problem_new (TIDE_PROBLEM_MISPLACED_PLACEHOLDER, placeholder->name,
                              placeholder->list, NULL),
            self->line, self->column);
}

static void
read_list (Parser *self, const char *name, TideTemplateJoint joint)
{
  const TidePlaceholder *list = tide_placeholder_find_list (name);
  TideTemplateNode *node = node_new (TIDE_NODE_LIST, name);

  node->joint = joint;
  if (list == NULL)
    report (self, tide_problem_new (TIDE_PROBLEM_UNKNOWN_LIST, name, NULL), self->line,
            self->column);
  else
    check_place (self, list);
  open_level (self, node, list != NULL ? list : get_level (self)->list);
}

static void
read_end (Parser *self)
{
  const Level *level = get_level (self);

  if (level->node != NULL && level->node->kind == TIDE_NODE_LIST)
    close_level (self);
  else
    report (self, tide_problem_new (TIDE_PROBLEM_STRAY_END, "{end}", NULL), self->line,
            self->column);
}

static void
read_forms (Parser *self, const TidePlaceholder *placeholder, const char *forms)
{
  g_auto (GStrv) words = g_strsplit (forms, "/", -1);
  TideTemplateNode *node;

  if (!placeholder->is_count || g_strv_length (words) != 2)
    {
      report (self, tide_problem_new (TIDE_PROBLEM_BAD_FORMS, placeholder->name, NULL), self->line,
              self->column);
      return;
    }

  node = node_new (TIDE_NODE_FORMS, placeholder->name);
  node->one = g_strdup (words[0]);
  node->many = g_strdup (words[1]);
  add_node (self, node);
}

static void
read_value (Parser *self, char *name)
{
  char *forms = strchr (name, ':');
  const TidePlaceholder *placeholder;

  if (forms != NULL)
    *forms++ = '\0';
  placeholder = tide_placeholder_find (name);
  if (placeholder == NULL)
    {
      report (self, tide_problem_new (TIDE_PROBLEM_UNKNOWN_PLACEHOLDER, name, NULL), self->line,
              self->column);
      return;
    }

  check_place (self, placeholder);
  if (forms != NULL)
    read_forms (self, placeholder, forms);
  else
    add_node (self, node_new (TIDE_NODE_VALUE, name));
}

static gboolean
begin_list (Parser *self, const char *inner)
{
  static const char *const words[] = { "each ", "list ", "clauses " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (inner, words[i]))
      {
        g_autofree char *name = g_strstrip (g_strdup (inner + strlen (words[i])));

        read_list (self, name, (TideTemplateJoint) i);
        return TRUE;
      }

  return FALSE;
}

static void
read_braces (Parser *self)
{
  const gsize length = strcspn (self->at + 1, "{}[]\n");
  g_autofree char *inner = g_strstrip (g_strndup (self->at + 1, length));

  flush_text (self);
  if (self->at[length + 1] != '}')
    {
      report (self, tide_problem_new (TIDE_PROBLEM_OPEN_PLACEHOLDER, inner, NULL), self->line,
              self->column);
      advance (self, length + 1);
      return;
    }

  if (g_str_equal (inner, "end"))
    read_end (self);
  else if (!begin_list (self, inner))
    read_value (self, inner);
  advance (self, length + 2);
}

/* Parts that may be left out ------------------------------------------------------------------- */

static void
read_bracket (Parser *self)
{
  flush_text (self);
  if (*self->at == '[')
    open_level (self, node_new (TIDE_NODE_OPTIONAL, NULL), get_level (self)->list);
  else if (is_in_optional (self))
    close_level (self);
  else
    report (self, tide_problem_new (TIDE_PROBLEM_STRAY_END, "]", NULL), self->line, self->column);
  advance (self, 1);
}

static void
read_bar (Parser *self)
{
  if (!is_in_optional (self))
    {
      g_string_append_c (self->text, '|');
      advance (self, 1);
      return;
    }

  flush_text (self);
  get_level (self)->nodes = add_branch (get_level (self)->node);
  advance (self, 1);
}

static void
read_piece (Parser *self)
{
  const char *next = g_utf8_next_char (self->at);

  if (*self->at == '\\' && self->at[1] != '\0' && strchr ("\\{}[]|", self->at[1]) != NULL)
    {
      g_string_append_c (self->text, self->at[1]);
      advance (self, 2);
    }
  else if (*self->at == '{')
    read_braces (self);
  else if (*self->at == '[' || *self->at == ']')
    read_bracket (self);
  else if (*self->at == '|')
    read_bar (self);
  else if (*self->at == '}')
    {
      report (self, tide_problem_new (TIDE_PROBLEM_STRAY_END, "}", NULL), self->line, self->column);
      advance (self, 1);
    }
  else
    {
      g_string_append_len (self->text, self->at, next - self->at);
      advance (self, next - self->at);
    }
}

static void
report_open_levels (Parser *self)
{
  for (guint i = 1; i < self->levels->len; i++)
    {
      const Level *level = &g_array_index (self->levels, Level, i);
      const gboolean is_list = level->node->kind == TIDE_NODE_LIST;

      report (self,
              tide_problem_new (TIDE_PROBLEM_OPEN_PART, is_list ? level->node->text : "[",
                                is_list ? "{end}" : "]", NULL),
              level->line, level->column);
    }
}

static GPtrArray *
parse (const char *text, GPtrArray *problems)
{
  Parser self = { .at = text, .line = 1, .column = 1, .problems = problems };
  GPtrArray *nodes = nodes_new ();
  const Level whole = { .nodes = nodes };

  self.text = g_string_new (NULL);
  self.levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_append_val (self.levels, whole);
  while (*self.at != '\0' && self.levels->len <= MAX_DEPTH)
    read_piece (&self);
  flush_text (&self);
  report_open_levels (&self);
  g_string_free (self.text, TRUE);
  g_array_unref (self.levels);

  return nodes;
}

/**
 * tide_template_new:
 * @text: the wording
 * @problems: (out) (optional) (transfer full) (element-type TideProblem): what is wrong with it,
 *   each with its line and column, at most 100; empty where nothing is
 *
 * Returns: (transfer full) (nullable): the template; %NULL where something is wrong with it
 */
TideTemplate *
tide_template_new (const char *text, GPtrArray **problems)
{
  g_autoptr (GPtrArray) found
      = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_problem_unref);
  g_autoptr (GPtrArray) nodes = NULL;
  TideTemplate *self = NULL;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  nodes = parse (text, found);
  if (found->len == 0)
    {
      self = g_atomic_rc_box_new0 (TideTemplate);
      self->nodes = g_steal_pointer (&nodes);
    }
  if (problems != NULL)
    *problems = g_steal_pointer (&found);

  return self;
}

/**
 * tide_template_ref:
 * @self: a template
 *
 * Returns: (transfer full): @self
 */
TideTemplate *
tide_template_ref (TideTemplate *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TideTemplate *self = data;

  g_ptr_array_unref (self->nodes);
}

/**
 * tide_template_unref:
 * @self: (transfer full): a template
 */
void
tide_template_unref (TideTemplate *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tide_template_get_nodes:
 * @self: a template
 *
 * Returns: (transfer none) (element-type TideTemplateNode): what it consists of
 */
const GPtrArray *
tide_template_get_nodes (const TideTemplate *self)
{
  return self->nodes;
}
