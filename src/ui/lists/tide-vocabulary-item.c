/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-vocabulary-item.h"

#include <string.h>

struct _TideVocabularyItem
{
  GObject parent_instance;

  char *id;                /* owned */
  char *title;             /* owned */
  char *details;           /* owned */
  char *search_text;       /* owned */
  TideVocabularyLook look; /* its texts are those above */
};

G_DEFINE_FINAL_TYPE (TideVocabularyItem, tide_vocabulary_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tide_vocabulary_item_finalize (GObject *object)
{
  TideVocabularyItem *self = TIDE_VOCABULARY_ITEM (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->details);
  g_free (self->search_text);

  G_OBJECT_CLASS (tide_vocabulary_item_parent_class)->finalize (object);
}

static void
tide_vocabulary_item_class_init (TideVocabularyItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_vocabulary_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_vocabulary_item_init (TideVocabularyItem *self)
{
}

/**
 * tide_vocabulary_item_new:
 * @id: id of a record
 *
 * Returns: (transfer full): an item that shows nothing yet
 */
TideVocabularyItem *
tide_vocabulary_item_new (const char *id)
{
  TideVocabularyItem *self = g_object_new (TIDE_TYPE_VOCABULARY_ITEM, NULL);
  const TideVocabularyLook nothing = { .title = "", .details = "", .search_text = "" };

  self->id = g_strdup (id);
  tide_vocabulary_item_set_look (self, &nothing);

  return self;
}

/**
 * tide_vocabulary_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the id of its record
 */
const char *
tide_vocabulary_item_get_id (TideVocabularyItem *self)
{
  g_return_val_if_fail (TIDE_IS_VOCABULARY_ITEM (self), NULL);

  return self->id;
}

/**
 * tide_vocabulary_item_get_look:
 * @self: an item
 *
 * Returns: (transfer none): what it shows
 */
const TideVocabularyLook *
tide_vocabulary_item_get_look (TideVocabularyItem *self)
{
  g_return_val_if_fail (TIDE_IS_VOCABULARY_ITEM (self), NULL);

  return &self->look;
}

/**
 * tide_vocabulary_item_set_look:
 * @self: an item
 * @look: what it shows from now on
 */
void
tide_vocabulary_item_set_look (TideVocabularyItem *self, const TideVocabularyLook *look)
{
  gboolean is_changed;

  g_return_if_fail (TIDE_IS_VOCABULARY_ITEM (self));

  is_changed = self->look.n_uses != look->n_uses || self->look.depth != look->depth
               || self->look.is_retired != look->is_retired;
  is_changed = g_set_str (&self->title, look->title) || is_changed;
  is_changed = g_set_str (&self->details, look->details) || is_changed;
  is_changed = g_set_str (&self->search_text, look->search_text) || is_changed;
  self->look = *look;
  self->look.title = self->title;
  self->look.details = self->details;
  self->look.search_text = self->search_text;
  if (is_changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tide_vocabulary_item_matches:
 * @self: an item
 * @words: (nullable) (array zero-terminated=1): folded words
 *
 * Returns: whether all of @words occur in it
 */
gboolean
tide_vocabulary_item_matches (TideVocabularyItem *self, const char *const *words)
{
  g_return_val_if_fail (TIDE_IS_VOCABULARY_ITEM (self), FALSE);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (self->search_text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
