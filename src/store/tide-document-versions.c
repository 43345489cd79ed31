/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-document-private.h"

#include "codec/tide-json-reader.h"
#include "store/tide-file-reader.h"
#include "store/tide-versions.h"

#include <glib/gi18n-lib.h>

/* For so long, in seconds, automatic saves that follow one another are one version: they would soon
 * push out those that a person has made. */
#define RUN_LENGTH (10 * 60)

/* What the saving thread keeps, before and after it writes. */
struct _TideVersionKeeper
{
  char *folder; /* of all versions */
  GFile *file;
  char *content;          /* nullable: SHA-256 of @file as the document knows it */
  TideSnapshot *base;     /* nullable: the document as it was read or saved last */
  TideSnapshot *present;  /* what is being saved */
  TideSnapshot *run_base; /* nullable: what the run of automatic saves that goes on began with */
  char *run_content;      /* nullable: SHA-256 of the version that ends it so far */
  char *author;           /* nullable */
  gint64 now;
  gboolean is_automatic;
  char *trouble; /* nullable: why a version is not kept, as a sentence */
};

static const TideStep *
get_last_step (TideSnapshot *snapshot)
{
  const GPtrArray *history = tide_snapshot_get_history (snapshot);

  return history->len > 0 ? g_ptr_array_index (history, history->len - 1) : NULL;
}

static void
take_trouble (TideVersionKeeper *self, const GError *error)
{
  g_free (self->trouble);
  self->trouble = g_strdup_printf (
      /* Translators: %s is a sentence that says why */
      _ ("This save is not in the version history: %s"), error->message);
}

static void
keep (TideVersionKeeper *self, TideSnapshot *snapshot, TideVersion *version, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  const TideSettings *settings = tide_snapshot_get_settings (snapshot);

  version->uri = g_file_get_uri (self->file);
  if (!tide_versions_keep (self->folder, version, bytes, self->now, settings->time_zone, &error))
    take_trouble (self, error);
}

static const char *
get_id (TideSnapshot *snapshot)
{
  return tide_snapshot_get_settings (snapshot)->base.id;
}

/* Looks at the file from outside alone: whoever else saves a register adds to its history. */
static gboolean
is_kept (TideVersionKeeper *self, GFileInfo *info)
{
  g_autoptr (GPtrArray) versions = NULL;
  const TideVersion *newest;

  if (self->content == NULL)
    return FALSE;

  versions = tide_versions_list (self->folder, get_id (self->present), NULL);
  newest = versions->len > 0 ? g_ptr_array_index (versions, 0) : NULL;

  return newest != NULL && g_str_equal (newest->content, self->content)
         && newest->size == (guint64) g_file_info_get_size (info);
}

/* What the file holds, if it is a register at all. */
static TideSnapshot *
find_snapshot (TideVersionKeeper *self, GBytes *bytes, const char *content)
{
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (self->base != NULL && g_strcmp0 (content, self->content) == 0)
    return tide_snapshot_ref (self->base);

  name = g_file_get_basename (self->file);

  return tide_json_read (bytes, name, NULL, NULL, NULL, &problems, NULL);
}

/*
 * tide_version_keeper_free:
 * @self: (transfer full) (nullable): a keeper
 */
void
tide_version_keeper_free (TideVersionKeeper *self)
{
  if (self == NULL)
    return;

  g_free (self->folder);
  g_object_unref (self->file);
  g_free (self->content);
  g_clear_pointer (&self->base, tide_snapshot_unref);
  tide_snapshot_unref (self->present);
  g_clear_pointer (&self->run_base, tide_snapshot_unref);
  g_free (self->run_content);
  g_free (self->author);
  g_free (self->trouble);
  g_free (self);
}

/*
 * tide_document_new_version_keeper:
 * @self: a document
 * @file: where it is being saved to
 * @snapshot: what is being saved
 * @is_automatic: whether nobody has asked for it
 *
 * Returns: (transfer full) (nullable): what keeps versions in the thread that saves; %NULL where
 *   none are kept, which the functions of keepers take
 */
TideVersionKeeper *
tide_document_new_version_keeper (TideDocument *self,
                                  GFile *file,
                                  TideSnapshot *snapshot,
                                  gboolean is_automatic)
{
  TideVersionKeeper *keeper;

  if (self->versions_folder == NULL || get_id (snapshot) == NULL)
    return NULL;

  keeper = g_new0 (TideVersionKeeper, 1);
  keeper->folder = g_strdup (self->versions_folder);
  keeper->file = g_object_ref (file);
  if (!self->is_older && self->stamp != NULL && g_file_equal (self->file, file))
    keeper->content = g_strdup (self->stamp->content);
  keeper->base = self->base != NULL ? tide_snapshot_ref (self->base) : NULL;
  keeper->present = tide_snapshot_ref (snapshot);
  keeper->author = g_strdup (tide_register_get_author (self->reg));
  keeper->now = tide_clock_get_seconds (tide_register_get_clock (self->reg));
  keeper->is_automatic = is_automatic;
  if (is_automatic && self->run_base != NULL && keeper->now - self->run_since < RUN_LENGTH)
    {
      keeper->run_base = tide_snapshot_ref (self->run_base);
      keeper->run_content = g_strdup (self->stamp->content);
    }

  return keeper;
}

/*
 * tide_version_keeper_keep_old:
 * @self: (nullable): a keeper
 *
 * Keeps what the file holds and the save is about to replace, unless it is kept already: as it was
 * opened, as somebody else has saved it meanwhile, or another register. To be called in a thread
 * before the file is written.
 */
void
tide_version_keeper_keep_old (TideVersionKeeper *self)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *content = NULL;
  g_autoptr (TideSnapshot) found = NULL;
  g_autoptr (TideVersion) version = NULL;
  const TideStep *step;

  if (self == NULL)
    return;

  info = g_file_query_info (self->file,
                            G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                            G_FILE_QUERY_INFO_NONE, NULL, NULL);
  bytes = info != NULL && !is_kept (self, info) ? tide_file_reader_read (self->file, NULL, NULL)
                                                : NULL;
  if (bytes == NULL)
    return;

  content = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  found = find_snapshot (self, bytes, content);
  if (found == NULL || get_id (found) == NULL)
    return;

  version = tide_version_new (get_id (found), (gint64) g_file_info_get_attribute_uint64 (
                                                  info, G_FILE_ATTRIBUTE_TIME_MODIFIED));
  version->content = g_steal_pointer (&content);
  step = get_last_step (found);
  version->author = g_strdup (step != NULL ? step->author : NULL);
  keep (self, found, version, bytes);

  if (g_strcmp0 (get_id (found), get_id (self->present)) == 0)
    {
      g_clear_pointer (&self->base, tide_snapshot_unref);
      self->base = g_steal_pointer (&found);
    }
}

/*
 * tide_version_keeper_keep_new:
 * @self: (nullable): a keeper
 * @bytes: what has been written
 * @content: its SHA-256
 *
 * Keeps what has been saved. To be called in a thread once the file is written.
 */
void
tide_version_keeper_keep_new (TideVersionKeeper *self, GBytes *bytes, const char *content)
{
  g_autoptr (TideVersion) version = NULL;
  TideSnapshot *base;

  if (self == NULL)
    return;

  version = tide_version_new (get_id (self->present), self->now);
  version->content = g_strdup (content);
  version->author = g_strdup (self->author);
  base = self->run_base != NULL ? self->run_base : self->base;
  version->has_changes = base != NULL;
  if (base != NULL)
    tide_comparison_count (base, self->present, &version->changes);
  keep (self, self->present, version, bytes);
  if (self->run_content != NULL && self->trouble == NULL
      && !g_str_equal (self->run_content, content))
    tide_versions_forget (self->folder, get_id (self->present), self->run_content);
}

/* A run of automatic saves begins with what had been saved before the first of them. */
static void
follow_run (TideDocument *self, const TideVersionKeeper *keeper)
{
  if (keeper->run_base != NULL)
    return;

  g_clear_pointer (&self->run_base, tide_snapshot_unref);
  if (keeper->is_automatic && self->base != NULL)
    {
      self->run_base = tide_snapshot_ref (self->base);
      self->run_since = keeper->now;
    }
}

/*
 * tide_document_end_version_keeper:
 * @self: a document
 * @keeper: (nullable): what has kept its versions while it was saved
 *
 * Tells whether the versions are kept. To be called on the main thread once the document is saved.
 */
void
tide_document_end_version_keeper (TideDocument *self, const TideVersionKeeper *keeper)
{
  if (keeper == NULL)
    return;

  follow_run (self, keeper);
  tide_document_set_base (self, keeper->present);
  if (g_set_str (&self->versions_trouble, keeper->trouble))
    tide_document_tell_versions_trouble (self);
}

/*
 * tide_document_set_base:
 * @self: a document
 * @base: what its file holds
 */
void
tide_document_set_base (TideDocument *self, TideSnapshot *base)
{
  g_clear_pointer (&self->base, tide_snapshot_unref);
  self->base = tide_snapshot_ref (base);
}

/*
 * tide_document_set_older:
 * @self: a document
 * @file: its file, which is damaged
 * @place: where that is
 * @content: (nullable): SHA-256 of it
 *
 * Counts as modified until it is saved.
 */
void
tide_document_set_older (TideDocument *self, GFile *file, const char *place, const char *content)
{
  tide_document_take_file (self, file, place,
                           content != NULL ? tide_file_stamp_new (NULL, content) : NULL);
  self->is_older = TRUE;
  tide_document_tell_modified (self);
}

/**
 * tide_document_new_from_version:
 * @good: the last version of a register whose file is damaged
 * @clock: where times and ids come from
 * @author: (nullable): who will be named in the history
 *
 * Returns: (transfer full): the register as it was, with the damaged file as its file. It counts as
 *   modified until it is saved
 */
TideDocument *
tide_document_new_from_version (TideGoodVersion *good, TideClock *clock, const char *author)
{
  TideDocument *self = g_object_new (TIDE_TYPE_DOCUMENT, NULL);

  tide_document_take_register (self,
                               tide_register_new_from_snapshot (good->snapshot, clock, author));
  if (good->problems->len > 0)
    tide_register_take_problems (self->reg, g_ptr_array_ref (good->problems));
  tide_document_set_base (self, good->snapshot);
  tide_document_set_older (self, good->file, good->place, good->content);

  return self;
}

/**
 * tide_document_keep_versions:
 * @self: a document
 * @folder: path of the folder of all versions
 *
 * Has every save from now on kept as a version, and before the first one what it replaces.
 */
void
tide_document_keep_versions (TideDocument *self, const char *folder)
{
  g_return_if_fail (TIDE_IS_DOCUMENT (self));

  g_set_str (&self->versions_folder, folder);
}

/**
 * tide_document_get_versions_folder:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): path of the folder of all versions; %NULL where none are
 * kept
 */
const char *
tide_document_get_versions_folder (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  return self->versions_folder;
}

/**
 * tide_document_get_versions_trouble:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why the last save is not kept as a version, as a sentence
 */
const char *
tide_document_get_versions_trouble (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  return self->versions_trouble;
}

/**
 * tide_document_get_content:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): SHA-256 of its file as it was read or saved last
 */
const char *
tide_document_get_content (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  return self->stamp != NULL ? self->stamp->content : NULL;
}
