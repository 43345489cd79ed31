/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideSuspicion:
 * @TIDE_SUSPICION_NONE: nothing says that they are the same
 * @TIDE_SUSPICION_NAME: same party and similar name
 * @TIDE_SUSPICION_NUMBER: same number, apart from how it is written
 * @TIDE_SUSPICION_CODE_NAME: same code name
 *
 * Why two projects may be one.
 */
typedef enum
{
  TIDE_SUSPICION_NONE,
  TIDE_SUSPICION_NAME,
  TIDE_SUSPICION_NUMBER,
  TIDE_SUSPICION_CODE_NAME,
} TideSuspicion;

/* No project is told of more suspects than this. */
#define TIDE_MAX_SUSPECTS 8

/**
 * TideDuplicates:
 *
 * Which projects of a snapshot may be one and the same. Immutable; any thread may read it.
 */
typedef struct _TideDuplicates TideDuplicates;

TideSuspicion
tide_project_suspect (const TideProjectPayload *project, const TideProjectPayload *other);

TideDuplicates *tide_duplicates_new (TideSnapshot *snapshot, const TideDuplicates *previous);
void tide_duplicates_free (TideDuplicates *self);
guint tide_duplicates_get_suspects (const TideDuplicates *self, guint row, guint *others);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideDuplicates, tide_duplicates_free)

G_END_DECLS
