/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-pack-private.h"

#include "core/tide-payload-private.h"

#include <string.h>

#define BLOCK_SIZE (1024 * 1024)

/* What is larger than this has a block of its own. */
#define MAX_SHARED (BLOCK_SIZE / 16)

#define N_RECENT 1024 /* a power of two */

/* Payloads and lists fill it from the front, strings, which need no alignment, from the end. */
typedef struct
{
  TidePack *pack; /* unowned */
  char room[];
} Block;

struct _TidePack
{
  gatomicrefcount ref_count;
  GPtrArray *blocks; /* owned, of owned Block */
  Block *block;      /* unowned: the one being filled, nullable */
  char *front;
  char *end;
  GHashTable *words;      /* owned, of owned interned GRefString */
  char *recent[N_RECENT]; /* unowned, nullable: those of words that were asked for last, by hash */
};

static Block *
add_block (TidePack *self, gsize size)
{
  Block *block = g_malloc (sizeof (Block) + size);

  block->pack = self;
  g_ptr_array_add (self->blocks, block);

  return block;
}

/* Makes room for so much in the block being filled. */
static inline void
ensure_room (TidePack *self, gsize size)
{
  if ((gsize) (self->end - self->front) >= size)
    return;

  self->block = add_block (self, BLOCK_SIZE);
  self->front = self->block->room;
  self->end = self->front + BLOCK_SIZE;
}

/* Takes so much, a multiple of eight, from the front. */
static inline gpointer
take_front (TidePack *self, gsize size)
{
  gpointer room;

  ensure_room (self, size);
  room = self->front;
  self->front += size;

  return room;
}

/* Of words the length and the ends tell enough. */
static inline guint
hash_word (const char *text, gsize length)
{
  guint32 first = 0;
  guint32 last = 0;

  memcpy (&first, text, MIN (length, sizeof first));
  memcpy (&last, text + length - MIN (length, sizeof last), MIN (length, sizeof last));

  return ((first * 2654435761u) ^ (last * 2246822519u) ^ (guint) length) >> 22;
}

G_STATIC_ASSERT (N_RECENT == 1 << (32 - 22));

/*
 * tide_pack_of:
 * @payload: a payload that is packed
 *
 * Returns: (transfer none): the pack it lies in
 */
TidePack *
tide_pack_of (const TidePayload *payload)
{
  return ((const Block *) ((const char *) payload - payload->place))->pack;
}

/**
 * tide_pack_new:
 *
 * Returns: (transfer full): an empty pack
 */
TidePack *
tide_pack_new (void)
{
  TidePack *self = g_new0 (TidePack, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->words = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) g_ref_string_release, NULL);

  return self;
}

/**
 * tide_pack_ref:
 * @self: a pack
 *
 * Returns: (transfer full): @self, of which the caller holds a reference
 */
TidePack *
tide_pack_ref (TidePack *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_pack_unref:
 * @self: (transfer full): a pack
 */
void
tide_pack_unref (TidePack *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->blocks);
  g_hash_table_unref (self->words);
  g_free (self);
}

/**
 * tide_pack_add_payload:
 * @self: a pack
 * @shape: what it consists of; sealing it must set no string
 *
 * Makes a payload without values; booleans have their default. Until it is sealed its fields may be
 * set to what the pack's other functions give, and to payloads and nothing else.
 *
 * Returns: (transfer none): a payload that lasts as long as the pack
 */
TidePayload *
tide_pack_add_payload (TidePack *self, const TideShape *shape)
{
  TidePayload *payload = take_front (self, shape->size);

  memset (payload, 0, shape->size);
  payload->place = (guint32) ((const char *) payload - (const char *) self->block);
  payload->is_packed = TRUE;
  payload->shape = shape;
  tide_payload_set_defaults (payload);

  return payload;
}

/**
 * tide_pack_add_string:
 * @self: a pack
 * @text: a text
 * @length: its length in bytes, without NUL
 *
 * Returns: (transfer none): a copy, which is no #GRefString
 */
char *
tide_pack_add_string (TidePack *self, const char *text, gsize length)
{
  char *copy;

  if (G_UNLIKELY (length >= MAX_SHARED))
    {
      copy = add_block (self, length + 1)->room;
    }
  else
    {
      ensure_room (self, length + 1);
      self->end -= length + 1;
      copy = self->end;
    }
  memcpy (copy, text, length);
  copy[length] = '\0';

  return copy;
}

/**
 * tide_pack_add_array:
 * @self: a pack
 * @n: the most elements it will have, at least 1
 *
 * Makes an empty list. Its elements are added by hand; of what GLib offers for arrays nothing but
 * reading `pdata` and `len` is allowed, as it is for any list of a sealed payload.
 *
 * Returns: (transfer none): the list
 */
GPtrArray *
tide_pack_add_array (TidePack *self, guint n)
{
  const gsize size = sizeof (GPtrArray) + n * sizeof (gpointer);
  GPtrArray *array
      = size > MAX_SHARED ? (gpointer) add_block (self, size)->room : take_front (self, size);

  array->pdata = (gpointer *) (array + 1);
  array->len = 0;

  return array;
}

static char *
add_word (TidePack *self, const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  char *word = g_ref_string_new_intern (copy);

  if (!g_hash_table_contains (self->words, word))
    g_hash_table_add (self->words, word);
  else
    g_ref_string_release (word);

  return word;
}

/**
 * tide_pack_intern:
 * @self: a pack
 * @text: a code or an id
 * @length: its length in bytes, at least 1
 *
 * Returns: (transfer none): the interned #GRefString of @text, which the pack holds
 */
char *
tide_pack_intern (TidePack *self, const char *text, gsize length)
{
  char **recent = &self->recent[hash_word (text, length)];

  if (*recent == NULL || strncmp (*recent, text, length) != 0 || (*recent)[length] != '\0')
    *recent = add_word (self, text, length);

  return *recent;
}

/* Copies ------------------------------------------------------------------------------------- */

static char *
copy_string (TidePack *self, const char *text)
{
  return text != NULL ? tide_pack_add_string (self, text, strlen (text)) : NULL;
}

static char *
copy_word (TidePack *self, const char *text)
{
  return text != NULL ? tide_pack_intern (self, text, strlen (text)) : NULL;
}

static GPtrArray *
copy_strings (TidePack *self,
              const GPtrArray *strings,
              char *(*copy) (TidePack *self, const char *text))
{
  GPtrArray *copies;

  if (tide_entries_get_n (strings) == 0)
    return NULL;

  copies = tide_pack_add_array (self, strings->len);
  for (; copies->len < strings->len; copies->len++)
    copies->pdata[copies->len] = copy (self, strings->pdata[copies->len]);

  return copies;
}

static GPtrArray *
copy_entries (TidePack *self, const GPtrArray *entries)
{
  GPtrArray *copies;

  if (tide_entries_get_n (entries) == 0)
    return NULL;

  copies = tide_pack_add_array (self, entries->len);
  for (; copies->len < entries->len; copies->len++)
    copies->pdata[copies->len] = tide_pack_add_copy (self, entries->pdata[copies->len]);

  return copies;
}

static void
copy_slot (TidePack *self, TideMemberKind kind, TideSlot slot)
{
  switch ((guint) kind)
    {
    case TIDE_MEMBER_STRING:
      *slot.string = copy_string (self, *slot.string);
      break;
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      *slot.string = copy_word (self, *slot.string);
      break;
    case TIDE_MEMBER_TEXT:
      slot.text->zh = copy_string (self, slot.text->zh);
      slot.text->en = copy_string (self, slot.text->en);
      break;
    case TIDE_MEMBER_STRINGS:
      *slot.strings = copy_strings (self, *slot.strings, copy_string);
      break;
    case TIDE_MEMBER_REFERENCES:
      *slot.strings = copy_strings (self, *slot.strings, copy_word);
      break;
    case TIDE_MEMBER_OBJECT:
      if (*slot.object != NULL)
        *slot.object = tide_pack_add_copy (self, *slot.object);
      break;
    case TIDE_MEMBER_ENTRIES:
      *slot.entries = copy_entries (self, *slot.entries);
      break;
    default:
      break;
    }
}

/**
 * tide_pack_add_copy:
 * @self: a pack
 * @payload: a sealed payload, of a shape that sealing sets no string of
 *
 * Copies a payload, with all that it holds, into the pack, where it takes less room.
 *
 * Returns: (transfer none): the copy, sealed, which lasts as long as the pack
 */
TidePayload *
tide_pack_add_copy (TidePack *self, const TidePayload *payload)
{
  TidePayload *copy;

  g_return_val_if_fail (payload->is_sealed, NULL);

  copy = take_front (self, payload->shape->size);
  memcpy (copy, payload, payload->shape->size);
  copy->place = (guint32) ((const char *) copy - (const char *) self->block);
  copy->is_packed = TRUE;
  copy->id = copy_string (self, payload->id);
  copy->extra = copy_string (self, payload->extra);
  for (guint i = 0; i < payload->shape->n_members; i++)
    {
      const TideMember *member = &payload->shape->members[i];

      copy_slot (self, member->kind, tide_payload_get_slot (copy, member));
    }

  return copy;
}
