/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-facts.h"

#include "brief/tide-placeholder.h"

#include <string.h>

struct _TideFacts
{
  const TideFacts *parent; /* borrowed: what the list that it is an item of belongs to */
  char *key;               /* owned: `kind:intention/foreign:USD`; empty for the whole */
  GHashTable *values;      /* owned, of TideFact by name */
  GHashTable *lists;       /* owned, of GPtrArray of TideFacts by name */
};

static void
fact_free (TideFact *self)
{
  g_free (self->before);
  g_free (self->text);
  g_free (self->after);
  g_clear_pointer (&self->origin, tide_origin_unref);
  g_free (self);
}

static TideFacts *
create (const TideFacts *parent, char *key)
{
  TideFacts *self = g_new0 (TideFacts, 1);

  self->parent = parent;
  self->key = key;
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) fact_free);
  self->lists
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

/**
 * tide_facts_new:
 *
 * Returns: (transfer full): facts that say nothing yet
 */
TideFacts *
tide_facts_new (void)
{
  return create (NULL, g_strdup (""));
}

/**
 * tide_facts_add_item:
 * @self: facts
 * @list: name of a list that belongs to them
 * @key: what tells the item from others, the same whenever its briefing is written; a slash in it
 *   becomes `~`, which no id holds
 *
 * Returns: (transfer none): facts about one more item of the list
 */
TideFacts *
tide_facts_add_item (TideFacts *self, const char *list, const char *key)
{
  const TidePlaceholder *found = tide_placeholder_find_list (list);
  g_autofree char *segment = g_strdelimit (g_strdup (key), "/", '~');
  GPtrArray *items;
  TideFacts *item;

  g_return_val_if_fail (found != NULL, NULL);

  items = g_hash_table_lookup (self->lists, list);
  if (items == NULL)
    {
      items = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_facts_free);
      g_hash_table_insert (self->lists, (char *) found->name, items);
    }

  item = create (
      self, g_strdup_printf ("%s%s%s:%s", self->key, *self->key != '\0' ? "/" : "", list, segment));
  g_ptr_array_add (items, item);

  return item;
}

/**
 * tide_facts_free:
 * @self: (transfer full): facts
 */
void
tide_facts_free (TideFacts *self)
{
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->lists);
  g_free (self->key);
  g_free (self);
}

static void
insert (TideFacts *self, const char *name, TideFact *fact)
{
  const TidePlaceholder *placeholder = tide_placeholder_find (name);

  g_return_if_fail (placeholder != NULL);

  g_hash_table_insert (self->values, (char *) placeholder->name, fact);
}

/**
 * tide_facts_take_words:
 * @self: facts
 * @name: name of a placeholder
 * @words: (transfer full) (nullable): what it stands for; %NULL or nothing for a value that is not
 *   there
 */
void
tide_facts_take_words (TideFacts *self, const char *name, char *words)
{
  TideFact *fact;

  if (words == NULL || *words == '\0')
    {
      g_free (words);
      return;
    }

  fact = g_new0 (TideFact, 1);
  fact->text = words;
  insert (self, name, fact);
}

/**
 * tide_facts_set_words:
 * @self: facts
 * @name: name of a placeholder
 * @words: (nullable): as tide_facts_take_words()
 */
void
tide_facts_set_words (TideFacts *self, const char *name, const char *words)
{
  tide_facts_take_words (self, name, g_strdup (words));
}

/**
 * tide_facts_take_number:
 * @self: facts
 * @name: name of a placeholder
 * @before: (nullable): words before it
 * @text: (transfer full): the number
 * @after: (nullable): words behind it
 * @origin: (transfer full): what is behind it
 */
void
tide_facts_take_number (TideFacts *self,
                        const char *name,
                        const char *before,
                        char *text,
                        const char *after,
                        TideOrigin *origin)
{
  TideFact *fact = g_new0 (TideFact, 1);

  fact->before = g_strdup (before);
  fact->text = text;
  fact->after = g_strdup (after);
  fact->origin = origin;
  insert (self, name, fact);
}

/**
 * tide_facts_take_count:
 * @self: facts
 * @name: name of a placeholder
 * @n: how many; none is a value that is not there
 * @text: (transfer full): it, with its noun
 * @origin: (transfer full): what is behind it
 */
void
tide_facts_take_count (TideFacts *self, const char *name, gint64 n, char *text, TideOrigin *origin)
{
  TideFact *fact = g_new0 (TideFact, 1);

  fact->n = n;
  fact->text = text;
  fact->origin = origin;
  if (n != 0)
    insert (self, name, fact);
  else
    fact_free (fact);
}

/**
 * tide_facts_find:
 * @self: facts
 * @name: name of a placeholder
 *
 * Returns: (transfer none) (nullable): what it stands for here, or in what this is an item of
 */
const TideFact *
tide_facts_find (const TideFacts *self, const char *name)
{
  const TideFact *fact = NULL;

  for (; self != NULL && fact == NULL; self = self->parent)
    fact = g_hash_table_lookup (self->values, name);

  return fact;
}

/**
 * tide_facts_find_items:
 * @self: facts
 * @list: name of a list
 *
 * Returns: (transfer none) (nullable) (element-type TideFacts): its items; %NULL for none
 */
const GPtrArray *
tide_facts_find_items (const TideFacts *self, const char *list)
{
  const GPtrArray *items = NULL;

  for (; self != NULL && items == NULL; self = self->parent)
    items = g_hash_table_lookup (self->lists, list);

  return items;
}

/**
 * tide_facts_dup_key:
 * @self: facts
 * @name: name of a placeholder that stands for something
 *
 * Returns: (transfer full): what the number is a number of, the same in every briefing of its
 *   subject
 */
char *
tide_facts_dup_key (const TideFacts *self, const char *name)
{
  while (self->parent != NULL && !g_hash_table_contains (self->values, name))
    self = self->parent;

  return *self->key != '\0' ? g_strconcat (self->key, "/", name, NULL) : g_strdup (name);
}
