/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideStoreError:
 * @TIDE_STORE_ERROR_FAILED: any other reason, which the message gives
 * @TIDE_STORE_ERROR_NO_SPACE: the disk is full or the quota used up: make room, or save elsewhere
 * @TIDE_STORE_ERROR_PERMISSION: the person may not do this there: save elsewhere
 * @TIDE_STORE_ERROR_READ_ONLY: the whole file system is read-only: save elsewhere
 * @TIDE_STORE_ERROR_NOT_FOUND: the file, or the folder it belongs in, does not exist
 * @TIDE_STORE_ERROR_IS_FOLDER: the name is that of a folder
 * @TIDE_STORE_ERROR_NOT_LOCAL: the place has no path on this machine: copy or mount it first
 * @TIDE_STORE_ERROR_CHANGED: somebody else has changed the file since it was read or written
 * @TIDE_STORE_ERROR_GONE: the file has been moved or deleted since it was read or written
 *
 * Why a register could not be read from or written to its file. The message is a translated
 * sentence that names the file. Cancellation is reported as %G_IO_ERROR_CANCELLED, as everywhere in
 * GIO.
 */
typedef enum
{
  TIDE_STORE_ERROR_FAILED,
  TIDE_STORE_ERROR_NO_SPACE,
  TIDE_STORE_ERROR_PERMISSION,
  TIDE_STORE_ERROR_READ_ONLY,
  TIDE_STORE_ERROR_NOT_FOUND,
  TIDE_STORE_ERROR_IS_FOLDER,
  TIDE_STORE_ERROR_NOT_LOCAL,
  TIDE_STORE_ERROR_CHANGED,
  TIDE_STORE_ERROR_GONE,
} TideStoreError;

#define TIDE_STORE_ERROR (tide_store_error_quark ())

GQuark tide_store_error_quark (void);

TideStoreError tide_store_error_from_errno (int error_number);
const char *tide_store_error_get_advice (TideStoreError code);

G_END_DECLS
