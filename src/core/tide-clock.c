/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-clock.h"

#define ID_MAX_LENGTH 64
#define ULID_LENGTH 26
#define RANDOM_SIZE 10

struct _TideClock
{
  GObject parent_instance;

  gboolean is_fixed;
  gint64 seconds;             /* of a fixed clock */
  GMutex lock;                /* held for what follows */
  gint64 last_time;           /* milliseconds of the last id */
  guint8 random[RANDOM_SIZE]; /* lower bits of the last id, big end first */
};

G_DEFINE_FINAL_TYPE (TideClock, tide_clock, G_TYPE_OBJECT)

/* The last id's lower bits, plus one: ids of one millisecond keep their order. */
static void
count_up (TideClock *self)
{
  for (gsize i = RANDOM_SIZE; i > 0; i--)
    if (++self->random[i - 1] != 0)
      return;
}

static void
draw_random (TideClock *self)
{
  for (gsize i = 0; i < RANDOM_SIZE; i++)
    self->random[i] = (guint8) g_random_int_range (0, 256);
}

/* What the next id is made of: its milliseconds and the bits below them. */
static unsigned __int128
next_bits (TideClock *self)
{
  const gint64 now = self->is_fixed ? self->seconds * 1000 : g_get_real_time () / 1000;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  unsigned __int128 bits;

  if (now <= self->last_time)
    count_up (self);
  else
    {
      self->last_time = now;
      draw_random (self);
    }

  bits = (unsigned __int128) self->last_time;
  for (gsize i = 0; i < RANDOM_SIZE; i++)
    bits = bits << 8 | self->random[i];

  return bits;
}

static void
tide_clock_finalize (GObject *object)
{
  g_mutex_clear (&TIDE_CLOCK (object)->lock);

  G_OBJECT_CLASS (tide_clock_parent_class)->finalize (object);
}

static void
tide_clock_class_init (TideClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_clock_finalize;
}

static void
tide_clock_init (TideClock *self)
{
  g_mutex_init (&self->lock);
  self->last_time = -1;
}

/**
 * tide_clock_new:
 *
 * Returns: (transfer full): a clock that tells the machine's time
 */
TideClock *
tide_clock_new (void)
{
  return g_object_new (TIDE_TYPE_CLOCK, NULL);
}

/**
 * tide_clock_new_fixed:
 * @seconds: seconds since 1970 UTC, 0 or later
 *
 * Returns: (transfer full): a clock that stands still, and whose ids count up from 1
 */
TideClock *
tide_clock_new_fixed (gint64 seconds)
{
  TideClock *self;

  g_return_val_if_fail (seconds >= 0, NULL);

  self = g_object_new (TIDE_TYPE_CLOCK, NULL);
  self->is_fixed = TRUE;
  self->seconds = seconds;
  self->last_time = seconds * 1000;
  return self;
}

/**
 * tide_clock_get_seconds:
 * @self: a clock
 *
 * Returns: the present time in seconds since 1970 UTC
 */
gint64
tide_clock_get_seconds (TideClock *self)
{
  g_return_val_if_fail (TIDE_IS_CLOCK (self), 0);

  return self->is_fixed ? self->seconds : g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * tide_clock_dup_id:
 * @self: a clock
 *
 * Makes an id: a ULID, 48 bits of milliseconds and 80 random bits in Crockford's base 32. Ids of
 * one clock are ever increasing. Any thread may ask for one.
 *
 * Returns: (transfer full): 26 characters
 */
char *
tide_clock_dup_id (TideClock *self)
{
  static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  unsigned __int128 bits;
  char *id;

  g_return_val_if_fail (TIDE_IS_CLOCK (self), NULL);

  bits = next_bits (self);
  id = g_malloc (ULID_LENGTH + 1);
  for (gsize i = ULID_LENGTH; i > 0; i--)
    {
      id[i - 1] = digits[(guint) (bits & 31)];
      bits >>= 5;
    }
  id[ULID_LENGTH] = '\0';
  return id;
}

static inline gboolean
is_id_character (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '.' || c == '/' || c == '_';
}

/**
 * tide_id_is_valid:
 * @id: (nullable): text
 *
 * Returns: whether it is 1 to 64 characters of `A-Z a-z 0-9 . _ / -`
 */
gboolean
tide_id_is_valid (const char *id)
{
  gsize length = 0;

  if (id == NULL)
    return FALSE;
  for (; id[length] != '\0'; length++)
    if (length == ID_MAX_LENGTH || !is_id_character (id[length]))
      return FALSE;

  return length > 0;
}
