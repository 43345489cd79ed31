/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tide-file-place.h"
#include "store/tide-file-reader.h"
#include "store/tide-store-error.h"

#include <unistd.h>

typedef struct
{
  const char *name;
  const char *path;
  const char *host_path;
  const char *home;
  const char *place;
} Case;

static const Case cases[] = {
  { "plain", "/srv/a.tideline", NULL, "/home/li", "/srv/a.tideline" },
  { "home", "/home/li/a.tideline", NULL, "/home/li", "~/a.tideline" },
  { "home-with-slash", "/home/li/a.tideline", NULL, "/home/li/", "~/a.tideline" },
  { "home-of-another", "/home/lin/a.tideline", NULL, "/home/li", "/home/lin/a.tideline" },
  { "home-is-root", "/srv/a.tideline", NULL, "/", "/srv/a.tideline" },
  { "no-home", "/home/li/a.tideline", NULL, NULL, "/home/li/a.tideline" },
  { "portal", "/run/user/1000/doc/6f2a/a.tideline", "/home/li/投资/a.tideline", "/home/li",
    "~/投资/a.tideline" },
  { "portal-of-flatpak", "/run/flatpak/doc/6f2a/a.tideline", "/media/usb/a.tideline", "/home/li",
    "/media/usb/a.tideline" },
  { "portal-tells-nothing", "/run/user/1000/doc/6f2a/a.tideline", NULL, "/home/li", "a.tideline" },
  { "portal-tells-no-path", "/run/user/1000/doc/6f2a/a.tideline", "a", "/home/li", "a.tideline" },
  { "not-the-portal", "/home/li/a.tideline", "/etc/passwd", "/home/li", "~/a.tideline" },
  { "runtime-folder", "/run/user/1000/docs/a.tideline", "/etc/passwd", "/home/li",
    "/run/user/1000/docs/a.tideline" },
  { "markup", "/home/li/<b>&\"x\"</b>.tideline", NULL, "/home/li", "~/<b>&\"x\"</b>.tideline" },
  { "direction-marks", "/srv/a\u202e.tideline", NULL, "/home/li",
    "\u2068/srv/a\u202e.tideline\u2069" },
  { "direction-marks-of-portal", "/run/user/1000/doc/6f2a/a\u202e.tideline", NULL, "/home/li",
    "\u2068a\u202e.tideline\u2069" },
  { "arabic", "/srv/ميناء.tideline", NULL, "/home/li", "/srv/ميناء.tideline" },
  { "not-utf-8", "/srv/\xff.tideline", NULL, "/home/li", "/srv/\xef\xbf\xbd.tideline" },
};

static void
test_format (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *place = tide_file_place_format (c->path, c->host_path, c->home);

  g_assert_cmpstr (place, ==, c->place);
}

static void
test_dup_local (void)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "a.tideline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *place = tide_file_place_dup (file);

  g_assert_cmpstr (place, ==, "~/a.tideline");
}

static void
test_dup_gone (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/run/user/0/doc/nothing/gone.tideline");
  g_autofree char *place = tide_file_place_dup (file);

  g_assert_cmpstr (place, ==, "gone.tideline");
}

/* A sentence of GIO's, too, names the file as the person does. */
static void
test_refusal (void)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "loop.tideline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = NULL;

  g_assert_no_errno (g_mkdir_with_parents (g_get_home_dir (), 0700));
  g_assert_no_errno (symlink ("loop.tideline", path));
  text = tide_file_reader_read (file, NULL, &error);
  g_assert_null (text);
  g_assert_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "“~/loop.tideline” could not be read: "));
  g_assert_null (strstr (error->message, g_get_home_dir ()));
}

static void
test_refusal_of_portal (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/run/user/0/doc/nothing/gone.tideline");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = tide_file_reader_read (file, NULL, &error);

  g_assert_null (text);
  g_assert_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no file “gone.tideline”.");
}

static void
test_dup_remote (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("sftp://city.example/a.tideline");
  g_autofree char *place = tide_file_place_dup (file);

  g_assert_cmpstr (place, ==, "sftp://city.example/a.tideline");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/file-place/format/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_format);
    }
  g_test_add_func ("/file-place/dup/local", test_dup_local);
  g_test_add_func ("/file-place/dup/gone", test_dup_gone);
  g_test_add_func ("/file-place/dup/remote", test_dup_remote);
  g_test_add_func ("/file-place/refusal/loop", test_refusal);
  g_test_add_func ("/file-place/refusal/portal", test_refusal_of_portal);

  return g_test_run ();
}
