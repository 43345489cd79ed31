/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/tide-recent-menu.h"
#include "app/tide-session-text.h"
#include "app/tide-session.h"

#include <glib/gstdio.h>

#include <sys/stat.h>

#define STRANGE "<b>&\"x\"</b>\u202e"
#define NOW 1700000000

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static void
load (TideSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;

  tide_session_load_async (session, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  tide_session_load_finish (session, result);
}

static void
wait_until_written (TideSession *session)
{
  while (tide_session_get_writing (session))
    g_main_context_iteration (NULL, TRUE);
}

/* Fixture: a folder whose session is in a subfolder that does not exist yet. */
typedef struct
{
  char *root;
  char *folder;
  char *path;
  GFile *file;
  TideClock *clock;
  TideSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("tideline-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->root, "state", NULL);
  fixture->path = g_build_filename (fixture->folder, "session.ini", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->clock = tide_clock_new_fixed (NOW);
  fixture->session = tide_session_new (fixture->file, fixture->clock);
}

/* The thread that wrote last may still hold it for a moment. */
static void
wait_until_finalized (TideSession *session)
{
  GWeakRef weak;
  g_autoptr (TideSession) held = NULL;

  g_weak_ref_init (&weak, session);
  g_object_unref (session);
  while ((held = g_weak_ref_get (&weak)) != NULL)
    {
      g_clear_object (&held);
      g_main_context_iteration (NULL, FALSE);
    }
  g_weak_ref_clear (&weak);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wait_until_written (fixture->session);
  wait_until_finalized (fixture->session);
  g_clear_object (&fixture->clock);
  g_clear_object (&fixture->file);
  g_unlink (fixture->path);
  g_rmdir (fixture->path);
  g_rmdir (fixture->folder);
  g_assert_no_errno (g_rmdir (fixture->root));
  g_free (fixture->root);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GFile *
make_file (Fixture *fixture, const char *name)
{
  return g_file_new_build_filename (fixture->root, name, NULL);
}

static void
remember (Fixture *fixture, const char *name)
{
  g_autoptr (GFile) file = make_file (fixture, name);

  tide_session_remember (fixture->session, file, name, name);
}

/* The titles, in their order. */
static char *
dup_titles (TideSession *session)
{
  GListModel *recents = tide_session_get_recents (session);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (recents); i++)
    {
      g_autoptr (TideRecent) recent = g_list_model_get_item (recents, i);

      g_string_append (titles, tide_recent_get_title (recent));
    }

  return g_string_free_and_steal (g_steal_pointer (&titles));
}

static void
assert_titles (TideSession *session, const char *expected)
{
  g_autofree char *titles = dup_titles (session);

  g_assert_cmpstr (titles, ==, expected);
}

/* The text ----------------------------------------------------------------------------------- */

static const char *const views[] = {
  "{'page': <'projects'>}",
  "{'page': <'a\\nb'>, 'pages': <{'projects': <{'filter': <{'stages': <['signed']>}>}>}>}",
  "@a{sv} {}",
};

static GListStore *
make_recents (void)
{
  static const char *const titles[] = { "Ningbo", STRANGE, " two\nlines; [x]=\\ " };
  GListStore *recents = g_list_store_new (TIDE_TYPE_RECENT);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *name = g_strdup_printf ("/tmp/%u-宁波 \xff%%.tideline", i);
      g_autoptr (GFile) file = g_file_new_for_path (name);
      g_autoptr (TideRecent) recent = tide_recent_new (file);
      g_autoptr (GVariant) view
          = g_variant_parse (G_VARIANT_TYPE_VARDICT, views[i], NULL, NULL, NULL);

      tide_recent_set_title (recent, titles[i]);
      tide_recent_set_place (recent, i == 0 ? NULL : STRANGE);
      tide_recent_set_opened (recent, NOW - i);
      tide_recent_set_view (recent, view);
      g_list_store_append (recents, recent);
    }

  return recents;
}

static void
assert_equal_recents (TideRecent *a, TideRecent *b)
{
  g_assert_true (g_file_equal (tide_recent_get_file (a), tide_recent_get_file (b)));
  g_assert_cmpstr (tide_recent_get_title (a), ==, tide_recent_get_title (b));
  g_assert_cmpstr (tide_recent_get_place (a), ==, tide_recent_get_place (b));
  g_assert_cmpint (tide_recent_get_opened (a), ==, tide_recent_get_opened (b));
  g_assert_cmpvariant (tide_recent_get_view (a), tide_recent_get_view (b));
}

static void
test_round_trip (void)
{
  g_autoptr (GListStore) before = make_recents ();
  g_autofree char *text = tide_session_text_write (G_LIST_MODEL (before));
  g_autoptr (GPtrArray) after = tide_session_text_read (text, strlen (text));

  g_assert_cmpuint (after->len, ==, g_list_model_get_n_items (G_LIST_MODEL (before)));
  for (guint i = 0; i < after->len; i++)
    {
      g_autoptr (TideRecent) recent = g_list_model_get_item (G_LIST_MODEL (before), i);

      assert_equal_recents (recent, g_ptr_array_index (after, i));
    }
}

static void
read_mutated (const char *text, gsize length)
{
  g_autoptr (GPtrArray) recents = tide_session_text_read (text, length);

  g_assert_cmpuint (recents->len, <=, TIDE_SESSION_MAX_RECENTS);
  for (guint i = 0; i < recents->len; i++)
    {
      TideRecent *recent = g_ptr_array_index (recents, i);

      g_assert_true (G_IS_FILE (tide_recent_get_file (recent)));
      g_assert_cmpint (tide_recent_get_opened (recent), >=, 0);
      g_assert_true (tide_recent_get_title (recent) == NULL
                     || g_utf8_validate (tide_recent_get_title (recent), -1, NULL));
    }
}

/* Each byte changed, dropped and the last: whatever is left, nothing breaks. */
static void
test_mutation (void)
{
  static const char replacements[] = { '\0', '\n', '\xff', '=', '[', '{', '<', '9', '\'' };
  g_autoptr (GListStore) recents = make_recents ();
  g_autofree char *text = tide_session_text_write (G_LIST_MODEL (recents));
  const gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *mutated = g_memdup2 (text, length + 1);

      read_mutated (mutated, i);
      for (gsize j = 0; j < G_N_ELEMENTS (replacements); j++)
        {
          mutated[i] = replacements[j];
          read_mutated (mutated, length);
        }
      memmove (mutated + i, text + i + 1, length - i);
      read_mutated (mutated, length - 1);
    }
}

/* Each row: a text, and how many registers it remembers. */
typedef struct
{
  const char *name;
  const char *text;
  guint n;
} TextCase;

#define HEAD "[Tideline Session]\nversion=1\n"
#define GOOD "[Register 1]\nuri=file:///a\n"

static const TextCase text_cases[] = {
  { "empty", "", 0 },
  { "json", "{ \"version\": 1 }", 0 },
  { "no-head", GOOD, 0 },
  { "newer", "[Tideline Session]\nversion=2\n" GOOD, 0 },
  { "no-version", "[Tideline Session]\n" GOOD, 0 },
  { "good", HEAD GOOD, 1 },
  { "unknown-key", HEAD GOOD "colour=red\n", 1 },
  { "no-address", HEAD "[Register 1]\ntitle=a\n" GOOD, 1 },
  { "bad-address", HEAD "[Register 1]\nuri=no address\n", 0 },
  { "twice", HEAD GOOD "[Register 2]\nuri=file:///a\n", 1 },
  { "two", HEAD GOOD "[Register 2]\nuri=file:///b\n", 2 },
  { "bad-view", HEAD GOOD "view={'page': <3\n", 1 },
  { "other-view", HEAD GOOD "view=(1, 2)\n", 1 },
  { "deep-view", HEAD GOOD "view={'page': <<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\n", 1 },
  { "bad-time", HEAD GOOD "opened=yesterday\n", 1 },
  { "large-time", HEAD GOOD "opened=9223372036854775807\n", 1 },
};

static void
test_text (gconstpointer data)
{
  const TextCase *row = data;
  g_autoptr (GPtrArray) recents = tide_session_text_read (row->text, strlen (row->text));

  g_assert_cmpuint (recents->len, ==, row->n);
  read_mutated (row->text, strlen (row->text));
}

static void
test_large_time (void)
{
  static const char text[] = HEAD GOOD "opened=9223372036854775807\n";
  g_autoptr (GPtrArray) recents = tide_session_text_read (text, strlen (text));
  g_autoptr (GDateTime) time
      = g_date_time_new_from_unix_utc (tide_recent_get_opened (g_ptr_array_index (recents, 0)));

  g_assert_nonnull (time);
}

/* The list ----------------------------------------------------------------------------------- */

static void
test_remember (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) view = g_variant_ref_sink (g_variant_new_parsed ("{'page': <'sectors'>}"));
  g_autoptr (GFile) file = make_file (fixture, "a");
  TideRecent *recent;

  remember (fixture, "a");
  remember (fixture, "b");
  assert_titles (fixture->session, "ba");
  tide_session_keep_view (fixture->session, file, "A", view);
  assert_titles (fixture->session, "bA");

  remember (fixture, "a");
  assert_titles (fixture->session, "ab");
  recent = tide_session_find (fixture->session, file);
  g_assert_cmpint (tide_recent_get_opened (recent), ==, NOW);
  g_assert_cmpvariant (tide_recent_get_view (recent), view);
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < TIDE_SESSION_MAX_RECENTS + 1; i++)
    {
      const char name[] = { (char) ('a' + i), '\0' };

      remember (fixture, name);
    }

  assert_titles (fixture->session, "utsrqponmlkjihgfedcb");
}

static void
test_forget (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "b");
  g_autoptr (GVariant) view = g_variant_ref_sink (g_variant_new_parsed ("@a{sv} {}"));

  remember (fixture, "a");
  remember (fixture, "b");
  remember (fixture, "c");
  tide_session_forget (fixture->session, file);
  assert_titles (fixture->session, "ca");
  tide_session_keep_view (fixture->session, file, "b", view);
  assert_titles (fixture->session, "ca");
  tide_session_undo_forget (fixture->session);
  assert_titles (fixture->session, "cba");

  tide_session_forget_all (fixture->session);
  assert_titles (fixture->session, "");
  remember (fixture, "d");
  tide_session_undo_forget (fixture->session);
  assert_titles (fixture->session, "dcba");
  tide_session_undo_forget (fixture->session);
  assert_titles (fixture->session, "dcba");
}

static void
test_disabled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideSession) next = tide_session_new (fixture->file, fixture->clock);

  remember (fixture, "a");
  tide_session_set_enabled (fixture->session, FALSE);
  remember (fixture, "b");
  tide_session_undo_forget (fixture->session);
  assert_titles (fixture->session, "");
  wait_until_written (fixture->session);

  load (next);
  assert_titles (next, "");
}

static void
test_disabled_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideSession) next = tide_session_new (fixture->file, fixture->clock);

  remember (fixture, "a");
  wait_until_written (fixture->session);
  tide_session_set_enabled (next, FALSE);
  load (next);
  assert_titles (next, "");
  wait_until_written (next);
  wait_until_finalized (g_steal_pointer (&next));

  next = tide_session_new (fixture->file, fixture->clock);
  load (next);
  assert_titles (next, "");
}

/* The menu ----------------------------------------------------------------------------------- */

static void
append_recent (GListStore *recents, const char *title, const char *place)
{
  g_autofree char *uri
      = g_strdup_printf ("file:///%u", g_list_model_get_n_items (G_LIST_MODEL (recents)));
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (TideRecent) recent = tide_recent_new (file);

  tide_recent_set_title (recent, title);
  tide_recent_set_place (recent, place);
  g_list_store_append (recents, recent);
}

static void
assert_item (GMenu *menu, int position, const char *label, const char *uri)
{
  g_autofree char *found_label = NULL;
  g_autofree char *found_uri = NULL;

  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), position, "label", "s", &found_label);
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), position, "target", "s", &found_uri);
  g_assert_cmpstr (found_label, ==, label);
  g_assert_cmpstr (found_uri, ==, uri);
}

static void
test_menu (void)
{
  g_autoptr (GListStore) recents = g_list_store_new (TIDE_TYPE_RECENT);
  g_autoptr (GFile) open = g_file_new_for_uri ("file:///0");
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) long_menu = NULL;

  append_recent (recents, "open", "~/open");
  append_recent (recents, STRANGE "_x", "~/b");
  append_recent (recents, "Register of the projects of the new area and its neighbours", "~/c");
  append_recent (recents, "战略性新兴产业招商引资项目台账（二〇二三年）", "~/d");
  append_recent (recents, "Ningbo", "~/Documents/A folder/ningbo.tideline");
  append_recent (recents, "Ningbo", "~/n_b.tideline");
  append_recent (recents, NULL, "~/g");

  menu = tide_recent_menu_new (G_LIST_MODEL (recents), open);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 6);
  assert_item (menu, 0, "\u2068" STRANGE "__x\u2069", "file:///1");
  assert_item (menu, 1, "\u2068Register of the projects of the new area…\u2069", "file:///2");
  assert_item (menu, 2, "\u2068战略性新兴产业招商引资项目台账（二〇二三…\u2069", "file:///3");
  assert_item (menu, 3, "\u2068Ningbo\u2069 – \u2068…folder/ningbo.tideline\u2069", "file:///4");
  assert_item (menu, 4, "\u2068Ningbo\u2069 – \u2068~/n__b.tideline\u2069", "file:///5");
  assert_item (menu, 5, "\u2068~/g\u2069", "file:///6");

  for (guint i = 0; i < 10; i++)
    append_recent (recents, "x", "~/x");
  long_menu = tide_recent_menu_new (G_LIST_MODEL (recents), NULL);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (long_menu)), ==, 10);
  assert_item (long_menu, 0, "\u2068open\u2069", "file:///0");
}

/* The file ----------------------------------------------------------------------------------- */

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideSession) next = tide_session_new (fixture->file, fixture->clock);
  struct stat status;

  load (fixture->session);
  assert_titles (fixture->session, "");
  remember (fixture, "a");
  remember (fixture, STRANGE);
  remember (fixture, "c");
  g_assert_true (tide_session_get_writing (fixture->session));
  wait_until_written (fixture->session);
  g_assert_no_errno (stat (fixture->folder, &status));
  g_assert_cmphex (status.st_mode & 0777, ==, 0700);

  load (next);
  assert_titles (next, "c" STRANGE "a");
  g_assert_false (tide_session_get_writing (next));
}

static void
test_bad_file (Fixture *fixture, gconstpointer data)
{
  const char *text = data;

  g_assert_no_errno (g_mkdir (fixture->folder, 0700));
  if (text == NULL)
    g_assert_no_errno (g_mkdir (fixture->path, 0700));
  else
    g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));

  load (fixture->session);
  assert_titles (fixture->session, "");
  if (text == NULL)
    g_test_expect_message ("tide-app", G_LOG_LEVEL_MESSAGE, "*could not be written down*");
  remember (fixture, "a");
  wait_until_written (fixture->session);
  g_test_assert_expected_messages ();
  assert_titles (fixture->session, "a");
}

static void
wait_for_missing (TideRecent *recent, gboolean missing)
{
  while (tide_recent_get_missing (recent) != missing)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "a");
  g_autoptr (GError) error = NULL;
  TideRecent *recent;

  remember (fixture, "a");
  recent = tide_session_find (fixture->session, file);
  g_assert_false (tide_recent_get_missing (recent));
  tide_session_look_for_files (fixture->session);
  wait_for_missing (recent, TRUE);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "", 0, &error));
  tide_session_look_for_files (fixture->session);
  wait_for_missing (recent, FALSE);

  g_assert_no_errno (g_unlink (g_file_peek_path (file)));
  tide_session_look_for_files (fixture->session);
  wait_for_missing (recent, TRUE);
  remember (fixture, "a");
  g_assert_false (tide_recent_get_missing (recent));
}

#define ADD(path, func, data) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/text/round-trip", test_round_trip);
  g_test_add_func ("/session/text/mutation", test_mutation);
  g_test_add_func ("/session/text/far-time", test_large_time);
  for (gsize i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/session/text/", text_cases[i].name, NULL);

      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  g_test_add_func ("/session/menu", test_menu);
  ADD ("/session/remember", test_remember, NULL);
  ADD ("/session/limit", test_limit, NULL);
  ADD ("/session/forget", test_forget, NULL);
  ADD ("/session/disabled", test_disabled, NULL);
  ADD ("/session/disabled-before", test_disabled_before, NULL);
  ADD ("/session/file", test_file, NULL);
  ADD ("/session/file/broken", test_bad_file, "[Tideline");
  ADD ("/session/file/newer", test_bad_file, "[Tideline Session]\nversion=2\n");
  ADD ("/session/file/folder", test_bad_file, NULL);
  ADD ("/session/missing", test_missing, NULL);

  return g_test_run ();
}
