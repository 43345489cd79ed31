/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-place.h"

#include "tide-test-folder.h"

#include <glib/gstdio.h>

#include <sys/stat.h>
#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Makes a place of @kind, whose file, unless it is new, holds @text and has @mode. */
TideTestPlace *
tide_test_place_new (TideTestPlaceKind kind, mode_t mode, GBytes *text)
{
  TideTestPlace *self = g_new0 (TideTestPlace, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *link_path = NULL;

  self->kind = kind;
  self->root = tide_test_folder_new ();
  self->folder = g_build_filename (self->root, "registers", NULL);
  self->target = g_build_filename (self->folder, "宁波.tideline", NULL);
  g_assert_no_errno (g_mkdir (self->folder, 0700));

  if (kind != TIDE_TEST_PLACE_NEW)
    {
      g_file_set_contents (self->target, g_bytes_get_data (text, NULL),
                           (gssize) g_bytes_get_size (text), &error);
      g_assert_no_error (error);
      g_assert_no_errno (chmod (self->target, mode));
    }

  if (kind == TIDE_TEST_PLACE_HARD_LINK)
    {
      self->other = g_build_filename (self->folder, "other.tideline", NULL);
      g_assert_no_errno (link (self->target, self->other));
    }

  if (kind == TIDE_TEST_PLACE_SYMLINK)
    {
      link_path = g_build_filename (self->root, "link.tideline", NULL);
      g_assert_no_errno (symlink ("registers/宁波.tideline", link_path));
      self->file = g_file_new_for_path (link_path);
    }
  else
    {
      self->file = g_file_new_for_path (self->target);
    }

  return self;
}

void
tide_test_place_free (TideTestPlace *self)
{
  tide_test_folder_remove (self->root);
  g_clear_object (&self->file);
  g_free (self->root);
  g_free (self->folder);
  g_free (self->target);
  g_free (self->other);
  g_free (self);
}

/* Returns: (nullable): what @path holds, NULL if there is no such file */
GBytes *
tide_test_place_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, &error))
    {
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
      return NULL;
    }

  return g_bytes_new_take (text, length);
}

mode_t
tide_test_place_get_mode (const TideTestPlace *self)
{
  struct stat status;

  g_assert_no_errno (lstat (self->target, &status));
  g_assert_true (S_ISREG (status.st_mode));
  return status.st_mode & 07777;
}

/* Returns: how many files lie in the folder that do not belong there */
guint
tide_test_place_count_temporaries (const TideTestPlace *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, &error);
  guint count = 0;

  g_assert_no_error (error);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (g_strcmp0 (path, self->target) != 0 && g_strcmp0 (path, self->other) != 0)
        count++;
    }

  return count;
}

/* Even root's permissions are then those of the owner. */
void
tide_test_place_drop_capabilities (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct none[2] = { 0 };

  if (syscall (SYS_capset, &header, none) != 0)
    _exit (2);
}
