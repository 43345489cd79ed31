/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-search-private.h"

#include <string.h>

/* A power of two. */
#define N_SLOTS_AT_FIRST 1024

struct _TideSearchStrings
{
  guint unit;
  GByteArray *all; /* owned: the strings one behind the other, a unit of 0 behind each */
  GArray *starts;  /* owned, of guint32: where each begins in @all, and where the next one would */
  guint32 *slots;  /* owned (nullable): ids by hash, 0 for none, else one more than the id; %NULL
                      once all are known */
  gsize n_slots;
};

/*
 * tide_search_strings_new:
 * @unit: how many bytes a character has
 *
 * Returns: (transfer full): no strings
 */
TideSearchStrings *
tide_search_strings_new (guint unit)
{
  TideSearchStrings *self = g_new0 (TideSearchStrings, 1);
  const guint32 start = 0;

  self->unit = unit;
  self->all = g_byte_array_new ();
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->starts, start);
  self->n_slots = N_SLOTS_AT_FIRST;
  self->slots = g_new0 (guint32, self->n_slots);

  return self;
}

/*
 * tide_search_strings_free:
 * @self: (transfer full): strings
 */
void
tide_search_strings_free (TideSearchStrings *self)
{
  g_byte_array_unref (self->all);
  g_array_unref (self->starts);
  g_free (self->slots);
  g_free (self);
}

/* FNV-1a, whose upper bits are mixed into the lower ones. */
static gsize
hash (const guint8 *text, gsize length)
{
  guint64 value = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < length; i++)
    value = (value ^ text[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return (gsize) (value ^ (value >> 32));
}

/* The slot in which the string is, or may be put. */
static gsize
find_slot (const TideSearchStrings *self, const guint8 *text, gsize length)
{
  gsize slot = hash (text, length) & (self->n_slots - 1);

  while (self->slots[slot] != 0)
    {
      gsize own_length;
      gconstpointer own = tide_search_strings_get (self, self->slots[slot] - 1, &own_length);

      if (own_length == length && memcmp (own, text, length) == 0)
        break;
      slot = (slot + 1) & (self->n_slots - 1);
    }

  return slot;
}

static void
grow (TideSearchStrings *self)
{
  const guint32 n = tide_search_strings_get_n (self);

  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint32 id = 0; id < n; id++)
    {
      gsize length;
      gconstpointer text = tide_search_strings_get (self, id, &length);

      self->slots[find_slot (self, text, length)] = id + 1;
    }
}

static guint32
append (TideSearchStrings *self, const guint8 *text, gsize length)
{
  static const guint8 end[sizeof (guint16)] = { 0 };
  guint32 start;

  g_byte_array_append (self->all, text, (guint) length);
  g_byte_array_append (self->all, end, self->unit);
  start = self->all->len;
  g_array_append_val (self->starts, start);

  return self->starts->len - 2;
}

/*
 * tide_search_strings_add:
 * @self: strings
 * @text: (array length=length): a string
 * @length: its length, in bytes
 *
 * Returns: its number, which it has had already where it is known
 */
guint32
tide_search_strings_add (TideSearchStrings *self, gconstpointer text, gsize length)
{
  gsize slot = find_slot (self, text, length);

  if (self->slots[slot] != 0)
    return self->slots[slot] - 1;

  if (tide_search_strings_get_n (self) >= self->n_slots / 2)
    {
      grow (self);
      slot = find_slot (self, text, length);
    }
  self->slots[slot] = append (self, text, length) + 1;

  return self->slots[slot] - 1;
}

/*
 * tide_search_strings_seal:
 * @self: strings, of which no more are added
 */
void
tide_search_strings_seal (TideSearchStrings *self)
{
  g_clear_pointer (&self->slots, g_free);
}

/*
 * tide_search_strings_get_n:
 * @self: strings
 *
 * Returns: how many there are
 */
guint32
tide_search_strings_get_n (const TideSearchStrings *self)
{
  return self->starts->len - 1;
}

/*
 * tide_search_strings_get:
 * @self: strings
 * @id: the number of one; that after the last one tells where all end
 * @length: (out) (optional): its length, in bytes
 *
 * All of them stand one behind the other.
 *
 * Returns: (transfer none): the string, ended by a unit of 0
 */
gconstpointer
tide_search_strings_get (const TideSearchStrings *self, guint32 id, gsize *length)
{
  const guint32 start = g_array_index (self->starts, guint32, id);

  if (length != NULL)
    *length = g_array_index (self->starts, guint32, id + 1) - start - self->unit;

  return self->all->data + start;
}
