/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads, names and saves files in the mount of the real document portal, which with-document-portal
 * starts. */

#include "store/tide-file-place.h"
#include "store/tide-file-reader.h"
#include "store/tide-safe-writer.h"
#include "store/tide-store-error.h"

#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>

#include <fcntl.h>
#include <unistd.h>

#define APPLICATION "io.github.tideline_app.Tideline"

typedef struct
{
  GDBusProxy *documents;
  char *mount; /* where the portal shows documents */
  char *host;  /* a folder of the person's */
} Fixture;

static GVariant *
call (Fixture *fixture, const char *method, GVariant *arguments, GUnixFDList *fds)
{
  g_autoptr (GError) error = NULL;
  GVariant *reply = g_dbus_proxy_call_with_unix_fd_list_sync (
      fixture->documents, method, arguments, G_DBUS_CALL_FLAGS_NONE, -1, fds, NULL, NULL, &error);

  g_assert_no_error (error);
  return reply;
}

static GUnixFDList *
fd_list_new (const char *path)
{
  int fd = open (path, O_PATH | O_CLOEXEC);

  g_assert_no_errno (fd < 0 ? -1 : 0);
  return g_unix_fd_list_new_from_array (&fd, 1);
}

static char *
dup_host_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->host, name, NULL);
}

/* Gives the application @permission for the document, and returns the document as it sees it. */
static GFile *
grant (Fixture *fixture, const char *id, const char *name, const char *permission)
{
  const char *const permissions[] = { "read", permission, NULL };
  g_autoptr (GVariant) reply = call (fixture, "GrantPermissions",
                                     g_variant_new ("(ss^as)", id, APPLICATION, permissions), NULL);

  return g_file_new_build_filename (fixture->mount, "by-app", APPLICATION, id, name, NULL);
}

static GFile *
add (Fixture *fixture, const char *name, const char *permission)
{
  g_autofree char *path = dup_host_path (fixture, name);
  g_autoptr (GUnixFDList) fds = fd_list_new (path);
  g_autoptr (GVariant) reply = call (fixture, "Add", g_variant_new ("(hbb)", 0, TRUE, FALSE), fds);
  const char *id;

  g_variant_get (reply, "(&s)", &id);
  return grant (fixture, id, name, permission);
}

/* As for a name typed into the dialog that saves. */
static GFile *
add_new (Fixture *fixture, const char *name)
{
  g_autoptr (GUnixFDList) fds = fd_list_new (fixture->host);
  g_autoptr (GVariant) reply
      = call (fixture, "AddNamed", g_variant_new ("(h^aybb)", 0, name, TRUE, FALSE), fds);
  const char *id;

  g_variant_get (reply, "(&s)", &id);
  return grant (fixture, id, name, "write");
}

static void
put (Fixture *fixture, const char *name, const char *text, int mode)
{
  g_autofree char *path = dup_host_path (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, mode, &error);
  g_assert_no_error (error);
}

/* The folder holds @name alone, with @text. */
static void
assert_holds (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = dup_host_path (fixture, name);
  g_autofree char *found = NULL;
  g_autoptr (GDir) dir = g_dir_open (fixture->host, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (dir);
  g_assert_cmpstr (g_dir_read_name (dir), ==, name);
  g_assert_null (g_dir_read_name (dir));
  g_file_get_contents (path, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, text);
}

static gboolean
save (GFile *file, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return tide_safe_writer_write (file, bytes, NULL, error);
}

/* From its fifth version on the portal tells where a file is. */
static char *
dup_expected_place (Fixture *fixture, const char *name)
{
  g_autoptr (GVariant) version = g_dbus_proxy_get_cached_property (fixture->documents, "version");

  g_assert_nonnull (version);
  g_test_message ("document portal of version %u", g_variant_get_uint32 (version));
  return g_variant_get_uint32 (version) >= 5 ? dup_host_path (fixture, name) : g_strdup (name);
}

static void
assert_is_in_place (Fixture *fixture, GFile *file, const char *name)
{
  g_autofree char *expected = dup_expected_place (fixture, name);
  g_autofree char *place = tide_file_place_dup (file);

  g_assert_cmpstr (place, ==, expected);
}

static void
test_known (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_host_path (fixture, "宁波.tideline");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  put (fixture, "宁波.tideline", "old", 0640);
  file = add (fixture, "宁波.tideline", "write");
  assert_is_in_place (fixture, file, "宁波.tideline");

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *new_text = g_strdup_printf ("new %d", i);

      g_assert_true (save (file, new_text, &error));
      g_assert_no_error (error);
      assert_holds (fixture, "宁波.tideline", new_text);
    }
  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmphex (status.st_mode & 0777, ==, 0640);

  text = tide_file_reader_read (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), "new 2", 5);
  assert_is_in_place (fixture, file, "宁波.tideline");
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = add_new (fixture, "副本.tideline");
  g_autoptr (GError) error = NULL;

  assert_is_in_place (fixture, file, "副本.tideline");
  g_assert_true (save (file, "new", &error));
  g_assert_no_error (error);
  assert_holds (fixture, "副本.tideline", "new");
  assert_is_in_place (fixture, file, "副本.tideline");
}

static void
test_opened_to_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *place = dup_expected_place (fixture, "a.tideline");
  g_autofree char *sentence
      = g_strdup_printf ("“%s” could not be saved because you may not change it.", place);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture, "a.tideline", "old", 0644);
  file = add (fixture, "a.tideline", "read");
  g_assert_false (save (file, "new", &error));
  g_assert_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_PERMISSION);
  g_assert_cmpstr (error->message, ==, sentence);
  assert_holds (fixture, "a.tideline", "old");
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_host_path (fixture, "a.tideline");
  g_autofree char *place = dup_expected_place (fixture, "a.tideline");
  g_autofree char *sentence = g_strdup_printf ("There is no file “%s”.", place);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture, "a.tideline", "old", 0644);
  file = add (fixture, "a.tideline", "write");
  g_assert_no_errno (g_unlink (path));
  assert_is_in_place (fixture, file, "a.tideline");

  text = tide_file_reader_read (file, NULL, &error);
  g_assert_null (text);
  g_assert_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;

  fixture->documents = g_dbus_proxy_new_for_bus_sync (
      G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_NONE, NULL, "org.freedesktop.portal.Documents",
      "/org/freedesktop/portal/documents", "org.freedesktop.portal.Documents", NULL, &error);
  g_assert_no_error (error);
  reply = call (fixture, "GetMountPoint", NULL, NULL);
  g_variant_get (reply, "(^ay)", &fixture->mount);
  fixture->host = g_dir_make_tmp ("tideline-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->host, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = dup_host_path (fixture, name);

      g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (fixture->host));
  g_free (fixture->host);
  g_free (fixture->mount);
  g_clear_object (&fixture->documents);
}

static void
add_test (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/document-portal/known", test_known);
  add_test ("/document-portal/new", test_new);
  add_test ("/document-portal/opened-to-read", test_opened_to_read);
  add_test ("/document-portal/gone", test_gone);

  return g_test_run ();
}
