/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "TideStore"

#include "store/tide-store-error.h"

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
