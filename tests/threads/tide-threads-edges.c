/* SPDX-License-Identifier: GPL-3.0-or-later */

/* GLib is not built for the thread sanitizer and keeps its locks with futexes, which that does not
 * see: what one thread hands to another through GLib would be taken for a race. This stands before
 * GLib in the programs of the build for threads, and says where one thread's work comes before
 * another's: exactly where GLib orders them itself, by a lock, a queue or an atomic operation, all
 * of which are sequentially consistent. It changes nothing else. */

#include <gio/gio.h>

#include <dlfcn.h>

extern void __tsan_acquire (void *address) __attribute__ ((weak));
extern void __tsan_release (void *address) __attribute__ ((weak));

/* What has been released under an address is before what is acquired under it later. */
static void
acquire (gconstpointer address)
{
  if (__tsan_acquire != NULL)
    __tsan_acquire ((void *) address);
}

static void
release (gconstpointer address)
{
  if (__tsan_release != NULL)
    __tsan_release ((void *) address);
}

static void
pass (gconstpointer address)
{
  release (address);
  acquire (address);
}

static gpointer
find (const char *name)
{
  gpointer function = dlsym (RTLD_NEXT, name);

  if (function == NULL)
    __builtin_trap ();

  return function;
}

/* A table of its own for each function: its address is looked up each time, as whoever keeps it
 * would have to guard it. */
#define REAL(name) ((__typeof__ (&(name))) find (#name))

/* References ---------------------------------------------------------------------------------- */

#define PASS_REF(name, Type, Result)                                                               \
  Result (name) (Type object)                                                                      \
  {                                                                                                \
    pass (object);                                                                                 \
    return REAL (name) (object);                                                                   \
  }

#define PASS_UNREF(name, Type)                                                                     \
  void (name) (Type object)                                                                        \
  {                                                                                                \
    pass (object);                                                                                 \
    REAL (name) (object);                                                                          \
  }

/* The headers make macros of them, to keep the type. */
#undef g_object_ref
#undef g_ptr_array_ref

PASS_REF (g_object_ref, gpointer, gpointer)
PASS_UNREF (g_object_unref, gpointer)
PASS_REF (g_bytes_ref, GBytes *, GBytes *)
PASS_UNREF (g_bytes_unref, GBytes *)
PASS_REF (g_ptr_array_ref, GPtrArray *, GPtrArray *)
PASS_UNREF (g_ptr_array_unref, GPtrArray *)
PASS_REF (g_hash_table_ref, GHashTable *, GHashTable *)
PASS_UNREF (g_hash_table_unref, GHashTable *)
PASS_REF (g_variant_ref, GVariant *, GVariant *)
PASS_UNREF (g_variant_unref, GVariant *)
PASS_REF (g_main_context_ref, GMainContext *, GMainContext *)
PASS_UNREF (g_main_context_unref, GMainContext *)
PASS_REF (g_ref_string_acquire, char *, char *)
PASS_UNREF (g_ref_string_release, char *)
PASS_UNREF (g_atomic_ref_count_inc, gatomicrefcount *)
PASS_REF (g_atomic_ref_count_dec, gatomicrefcount *, gboolean)

/* Locks --------------------------------------------------------------------------------------- */

void
g_mutex_lock (GMutex *mutex)
{
  REAL (g_mutex_lock) (mutex);
  acquire (mutex);
}

gboolean
g_mutex_trylock (GMutex *mutex)
{
  gboolean is_locked = REAL (g_mutex_trylock) (mutex);

  if (is_locked)
    acquire (mutex);

  return is_locked;
}

void
g_mutex_unlock (GMutex *mutex)
{
  release (mutex);
  REAL (g_mutex_unlock) (mutex);
}

gpointer
g_once_impl (GOnce *once, GThreadFunc func, gpointer arg)
{
  gpointer result = REAL (g_once_impl) (once, func, arg);

  pass (once);

  return result;
}

gboolean (g_once_init_enter_pointer) (void *location)
{
  gboolean is_first = REAL (g_once_init_enter_pointer) (location);

  acquire (location);

  return is_first;
}

void (g_once_init_leave_pointer) (void *location, gpointer result)
{
  release (location);
  REAL (g_once_init_leave_pointer) (location, result);
}

gboolean (g_once_init_enter) (volatile void *location)
{
  gboolean is_first = REAL (g_once_init_enter) (location);

  acquire ((gconstpointer) location);

  return is_first;
}

void (g_once_init_leave) (volatile void *location, gsize result)
{
  release ((gconstpointer) location);
  REAL (g_once_init_leave) (location, result);
}

/* Tables that all threads share, each behind one lock of GLib's. */
static char interned;

const char *(g_intern_string) (const char *string)
{
  const char *result;

  pass (&interned);
  result = REAL (g_intern_string) (string);
  pass (&interned);

  return result;
}

const char *(g_intern_static_string) (const char *string)
{
  const char *result;

  pass (&interned);
  result = REAL (g_intern_static_string) (string);
  pass (&interned);

  return result;
}

char *
g_ref_string_new_intern (const char *string)
{
  char *result;

  pass (&interned);
  result = REAL (g_ref_string_new_intern) (string);
  pass (&interned);
  pass (result);

  return result;
}

/* Queues and pools ---------------------------------------------------------------------------- */

void
g_async_queue_push (GAsyncQueue *queue, gpointer data)
{
  release (queue);
  REAL (g_async_queue_push) (queue, data);
}

gpointer
g_async_queue_pop (GAsyncQueue *queue)
{
  gpointer data = REAL (g_async_queue_pop) (queue);

  acquire (queue);

  return data;
}

typedef struct
{
  GFunc func;
  gpointer user_data;
  gboolean is_serial;
} Pool;

static void
run_pooled (gpointer data, gpointer user_data)
{
  Pool *pool = user_data;

  acquire (data);
  if (pool->is_serial)
    acquire (pool);
  pool->func (data, pool->user_data);
  if (pool->is_serial)
    release (pool);
}

/* One who runs all jobs runs them one after the other, whichever thread it is. The record is never
 * freed, as the pool may outlive whoever frees it. */
static Pool *
pool_new (GFunc func, gpointer user_data, int max_threads)
{
  Pool *pool = g_new0 (Pool, 1);

  pool->func = func;
  pool->user_data = user_data;
  pool->is_serial = max_threads == 1;
  release (pool);

  return pool;
}

GThreadPool *
g_thread_pool_new (GFunc func, gpointer data, int max_threads, gboolean exclusive, GError **error)
{
  return REAL (g_thread_pool_new) (run_pooled, pool_new (func, data, max_threads), max_threads,
                                   exclusive, error);
}

GThreadPool *
g_thread_pool_new_full (GFunc func,
                        gpointer data,
                        GDestroyNotify item_free_func,
                        int max_threads,
                        gboolean exclusive,
                        GError **error)
{
  return REAL (g_thread_pool_new_full) (run_pooled, pool_new (func, data, max_threads),
                                        item_free_func, max_threads, exclusive, error);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer data, GError **error)
{
  release (data);

  return REAL (g_thread_pool_push) (pool, data, error);
}

/* The main loop ------------------------------------------------------------------------------- */

typedef struct
{
  GSourceFunc func;
  gpointer data;
  GDestroyNotify notify;
} Callback;

static gboolean
run_callback (gpointer data)
{
  Callback *callback = data;
  gboolean goes_on;

  acquire (callback);
  goes_on = callback->func (callback->data);
  release (callback);

  return goes_on;
}

static void
callback_free (gpointer data)
{
  Callback *callback = data;

  acquire (callback);
  if (callback->notify != NULL)
    callback->notify (callback->data);
  g_free (callback);
}

static Callback *
callback_new (GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  Callback *callback = g_new0 (Callback, 1);

  callback->func = func;
  callback->data = data;
  callback->notify = notify;
  release (callback);

  return callback;
}

guint
g_idle_add_full (int priority, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  return REAL (g_idle_add_full) (priority, run_callback, callback_new (func, data, notify),
                                 callback_free);
}

/* Sources of other kinds call back with arguments of their own; GTask and we use idle ones. */
void
g_source_set_callback (GSource *source, GSourceFunc func, gpointer data, GDestroyNotify notify)
{
  if (source->source_funcs == &g_idle_funcs && func != NULL)
    REAL (g_source_set_callback) (source, run_callback, callback_new (func, data, notify),
                                  callback_free);
  else
    REAL (g_source_set_callback) (source, func, data, notify);
}
