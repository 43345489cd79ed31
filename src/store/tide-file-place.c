/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "TideStore"

#include "store/tide-file-place.h"

#include "core/tide-text.h"

#include <limits.h>
#include <sys/xattr.h>

/* What the document portal tells of each file it hands into a sandbox: its path outside. Read
 * without GIO, which escapes every byte beyond ASCII. */
#define HOST_PATH_ATTRIBUTE "user.document-portal.host-path"

static char *
read_host_path (const char *path)
{
  char value[PATH_MAX];
  ssize_t length = getxattr (path, HOST_PATH_ATTRIBUTE, value, sizeof value);

  return length > 0 ? g_strndup (value, (gsize) length) : NULL;
}

/* Of a file that is not there yet, or no more, the portal still knows the folder. */
static char *
dup_host_path (const char *path)
{
  g_autofree char *host_path = read_host_path (path);
  g_autofree char *folder = NULL;
  g_autofree char *host_folder = NULL;
  g_autofree char *name = NULL;

  if (host_path != NULL)
    return g_steal_pointer (&host_path);

  folder = g_path_get_dirname (path);
  host_folder = read_host_path (folder);
  if (host_folder == NULL)
    return NULL;

  name = g_path_get_basename (path);
  return g_build_filename (host_folder, name, NULL);
}

static const char *
skip_folder (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  while (length > 0 && folder[length - 1] == '/')
    length--;

  return length > 0 && strncmp (path, folder, length) == 0 && path[length] == '/' ? path + length
                                                                                  : NULL;
}

/**
 * tide_file_place_is_portal_path:
 * @path: an absolute path in the encoding of file names
 *
 * Returns: whether @path is one that only a sandbox sees: below the mount of the document portal
 */
gboolean
tide_file_place_is_portal_path (const char *path)
{
  const char *rest;
  gsize n_digits;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_str_has_prefix (path, "/run/flatpak/doc/"))
    return TRUE;
  if (!g_str_has_prefix (path, "/run/user/"))
    return FALSE;

  rest = path + strlen ("/run/user/");
  n_digits = strspn (rest, "0123456789");
  return n_digits > 0 && g_str_has_prefix (rest + n_digits, "/doc/");
}

/**
 * tide_file_place_format:
 * @path: an absolute path in the encoding of file names
 * @host_path: (nullable): what the document portal tells of @path
 * @home: (nullable): the person's home folder, which is shortened to `~`
 *
 * Words where a file is: by @host_path if @path is the document portal's, and then by the file's
 * name alone if @host_path is %NULL. A @host_path of any other file is not believed.
 *
 * Returns: (transfer full): valid UTF-8 to show, never to open
 */
char *
tide_file_place_format (const char *path, const char *host_path, const char *home)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  const char *below_home = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!tide_file_place_is_portal_path (path))
    host_path = path;
  else if (host_path == NULL || !g_path_is_absolute (host_path))
    {
      name = g_filename_display_basename (path);
      return tide_text_dup_isolated (name);
    }

  if (home != NULL)
    below_home = skip_folder (host_path, home);
  name = g_filename_display_name (below_home != NULL ? below_home : host_path);
  shown = below_home != NULL ? g_strconcat ("~", name, NULL) : g_steal_pointer (&name);

  return tide_text_dup_isolated (shown);
}

/**
 * tide_file_place_dup:
 * @file: a file, which need not exist
 *
 * Words where @file is for the person: its path with the home folder as `~`, its address if it has
 * no path. Of a file from the document portal it is the path outside the sandbox, or the name alone
 * if the portal does not tell that (it does from version 5 on, and while it lists the file): who
 * wants to name a file later remembers its place. It is text to show as it is, never markup and
 * never a path to open.
 *
 * Blocks for a look at the file's attributes if the file is the document portal's: for threads.
 *
 * Returns: (transfer full): the place
 */
char *
tide_file_place_dup (GFile *file)
{
  g_autofree char *path = NULL;
  g_autofree char *host_path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_get_path (file);
  if (path == NULL)
    return g_file_get_parse_name (file);

  if (tide_file_place_is_portal_path (path))
    host_path = dup_host_path (path);

  return tide_file_place_format (path, host_path, g_get_home_dir ());
}
