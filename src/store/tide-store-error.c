/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "TideStore"

#include "store/tide-store-error.h"

#include <glib/gi18n-lib.h>

#include <errno.h>

G_DEFINE_QUARK (tide - store - error - quark, tide_store_error)

/**
 * tide_store_error_from_errno:
 * @error_number: what a system call left in `errno`
 *
 * Sorts the reason of a failed system call by what a person can do about it.
 *
 * Returns: the code, %TIDE_STORE_ERROR_FAILED for all that have none of their own
 */
TideStoreError
tide_store_error_from_errno (int error_number)
{
  switch (error_number)
    {
    case ENOSPC:
    case EDQUOT:
      return TIDE_STORE_ERROR_NO_SPACE;
    case EACCES:
    case EPERM:
      return TIDE_STORE_ERROR_PERMISSION;
    case EROFS:
      return TIDE_STORE_ERROR_READ_ONLY;
    case ENOENT:
    case ENOTDIR:
      return TIDE_STORE_ERROR_NOT_FOUND;
    case EISDIR:
      return TIDE_STORE_ERROR_IS_FOLDER;
    default:
      return TIDE_STORE_ERROR_FAILED;
    }
}

/**
 * tide_store_error_get_advice:
 * @code: why a register could not be saved
 *
 * Returns: what the person can do about it, as translated sentences; none of them says that
 *   something was lost, as nothing is
 */
const char *
tide_store_error_get_advice (TideStoreError code)
{
  switch (code)
    {
    case TIDE_STORE_ERROR_NO_SPACE:
      return _ ("Make room on the disk and save again, or save the register on another disk.");
    case TIDE_STORE_ERROR_PERMISSION:
      return _ ("Save the register in a folder of your own, or ask the owner of the file to let you"
                " change it.");
    case TIDE_STORE_ERROR_READ_ONLY:
      return _ ("Save the register on a disk that can be written to.");
    case TIDE_STORE_ERROR_NOT_FOUND:
      return _ ("Its folder may have been moved, or its disk removed. Bring it back and save again,"
                " or save the register in another place.");
    case TIDE_STORE_ERROR_IS_FOLDER:
      return _ ("Save the register under another name.");
    case TIDE_STORE_ERROR_NOT_LOCAL:
    case TIDE_STORE_ERROR_FAILED:
    case TIDE_STORE_ERROR_CHANGED:
    case TIDE_STORE_ERROR_GONE:
    default:
      return _ ("Save the register in another place.");
    }
}
