/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-document.h"
#include "store/tide-journal.h"

G_BEGIN_DECLS

struct _TideDocument
{
  GObject parent_instance;

  TideRegister *reg;
  GFile *file;          /* nullable */
  char *place;          /* nullable: where the file is, for people */
  char *content;        /* nullable: SHA-256 of the file as it was read or saved last */
  TideJournal *journal; /* nullable: of what is not saved */
  GPtrArray *forms;     /* of OpenForm */
  guint last_form;      /* the serial that was given last */
  guint forms_timeout;  /* until what has been typed is kept; 0 without any */
  gboolean busy;
  gboolean save_failed;   /* the last attempt to save it */
  char *versions_folder;  /* nullable: of all versions, where they are kept */
  char *versions_trouble; /* nullable: why the last save is not kept as a version */
  TideSnapshot *base;     /* nullable: what the file holds, or held */
  gboolean is_older;      /* it is an earlier version, and its file is damaged */
};

void tide_document_take_register (TideDocument *self, TideRegister *reg);
void
tide_document_set_file (TideDocument *self, GFile *file, const char *place, const char *content);
void tide_document_forget_file (TideDocument *self);
void tide_document_set_busy (TideDocument *self, gboolean busy);
void tide_document_set_save_failed (TideDocument *self, gboolean save_failed);
void tide_document_tell_modified (TideDocument *self);
void tide_document_tell_trouble (TideDocument *self);
void tide_document_tell_versions_trouble (TideDocument *self);

/* tide-document-versions.c */
typedef struct _TideVersionKeeper TideVersionKeeper;

TideVersionKeeper *
tide_document_new_version_keeper (TideDocument *self, GFile *file, TideSnapshot *snapshot);
void tide_version_keeper_keep_old (TideVersionKeeper *self);
void tide_version_keeper_keep_new (TideVersionKeeper *self, GBytes *bytes, const char *content);
void tide_version_keeper_free (TideVersionKeeper *self);
void tide_document_end_version_keeper (TideDocument *self, const TideVersionKeeper *keeper);
void
tide_document_set_older (TideDocument *self, GFile *file, const char *place, const char *content);
void tide_document_set_base (TideDocument *self, TideSnapshot *base);

/* tide-document-journal.c */
void tide_document_begin_journal (TideDocument *self);

/* tide-document-forms.c */
void tide_document_init_forms (TideDocument *self);
void tide_document_clear_forms (TideDocument *self);
void tide_document_watch_forms (TideDocument *self);
void tide_document_take_forms (TideDocument *self, const GPtrArray *forms);
void tide_document_write_forms (TideDocument *self);
void tide_document_rewrite_forms (TideDocument *self);

G_END_DECLS
