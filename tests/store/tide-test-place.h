/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include <sys/types.h>

G_BEGIN_DECLS

/* What the name that is saved to leads to. */
typedef enum
{
  TIDE_TEST_PLACE_FILE,
  TIDE_TEST_PLACE_SYMLINK,
  TIDE_TEST_PLACE_HARD_LINK,
  TIDE_TEST_PLACE_NEW,
} TideTestPlaceKind;

/* A folder of its own with a file to save to. */
typedef struct
{
  TideTestPlaceKind kind;
  char *root;   /* owned: the temporary folder of the test */
  char *folder; /* owned: the folder of the target, below root */
  char *target; /* owned: the path of the file itself */
  char *other;  /* owned: the second name of a hard link, else NULL */
  GFile *file;  /* owned: what the writer is given */
} TideTestPlace;

TideTestPlace *tide_test_place_new (TideTestPlaceKind kind, mode_t mode, GBytes *text);
void tide_test_place_free (TideTestPlace *self);

GBytes *tide_test_place_read (const char *path);
mode_t tide_test_place_get_mode (const TideTestPlace *self);
guint tide_test_place_count_temporaries (const TideTestPlace *self);
void tide_test_place_drop_capabilities (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideTestPlace, tide_test_place_free)

G_END_DECLS
