/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-document.h"
#include "store/tide-file-calls-private.h"
#include "store/tide-file-hold.h"
#include "store/tide-file-stamp.h"
#include "store/tide-journal.h"

G_BEGIN_DECLS

struct _TideDocument
{
  GObject parent_instance;

  TideRegister *reg;
  GFile *file;                /* nullable */
  char *place;                /* nullable: where the file is, for people */
  TideFileStamp *stamp;       /* nullable: of the file as it was read or saved last */
  TideFileHold *hold;         /* of the file */
  TideJournal *journal;       /* nullable: of what is not saved */
  const TideFileCalls *calls; /* borrowed: by which file and journal are written */
  GPtrArray *forms;           /* of OpenForm */
  guint last_form;            /* the serial that was given last */
  guint forms_timeout;        /* until what has been typed is kept; 0 without any */
  gboolean busy;
  gboolean is_checking;
  gboolean is_shared;     /* others have the file open */
  TideFileChange outside; /* what others have done with the file */
  GError *save_error;     /* nullable: why the last attempt to save it failed */
  guint autosave_delay;   /* ms; 0 for never */
  guint autosave_source;  /* until it is saved by itself; 0 without any */
  char *versions_folder;  /* nullable: of all versions, where they are kept */
  char *versions_trouble; /* nullable: why the last save is not kept as a version */
  TideSnapshot *base;     /* nullable: what the file holds, or held */
  TideSnapshot *run_base; /* nullable: what a run of automatic saves began with */
  gint64 run_since;       /* when that was, in seconds since 1970 UTC */
  gboolean is_older;      /* it is an earlier version, and its file is damaged */
};

void tide_document_take_register (TideDocument *self, TideRegister *reg);
void
tide_document_take_file (TideDocument *self, GFile *file, const char *place, TideFileStamp *stamp);
void tide_document_forget_file (TideDocument *self);
void tide_document_set_busy (TideDocument *self, gboolean busy);
void tide_document_take_save_error (TideDocument *self, GError *error);
void tide_document_set_outside (TideDocument *self, TideFileChange outside, gboolean is_shared);
void tide_document_tell_modified (TideDocument *self);
void tide_document_tell_trouble (TideDocument *self);
void tide_document_tell_versions_trouble (TideDocument *self);

/* tide-document-save.c */
void tide_document_save_automatically (TideDocument *self);

/* tide-document-versions.c */
typedef struct _TideVersionKeeper TideVersionKeeper;

TideVersionKeeper *tide_document_new_version_keeper (TideDocument *self,
                                                     GFile *file,
                                                     TideSnapshot *snapshot,
                                                     gboolean is_automatic);
void tide_version_keeper_keep_old (TideVersionKeeper *self);
void tide_version_keeper_keep_new (TideVersionKeeper *self, GBytes *bytes, const char *content);
void tide_version_keeper_free (TideVersionKeeper *self);
void tide_document_end_version_keeper (TideDocument *self, const TideVersionKeeper *keeper);
void
tide_document_set_older (TideDocument *self, GFile *file, const char *place, const char *content);
void tide_document_set_base (TideDocument *self, TideSnapshot *base);

/* tide-document-autosave.c */
void tide_document_plan_autosave (TideDocument *self);

/* tide-document-journal.c */
void tide_document_begin_journal (TideDocument *self);

/* tide-document-forms.c */
void tide_document_init_forms (TideDocument *self);
void tide_document_clear_forms (TideDocument *self);
void tide_document_watch_forms (TideDocument *self);
void tide_document_take_forms (TideDocument *self, const GPtrArray *forms);
void tide_document_write_forms (TideDocument *self);
GPtrArray *tide_document_dup_forms_to_keep (TideDocument *self);

G_END_DECLS
