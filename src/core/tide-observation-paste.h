/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideObservationPaste:
 * @n_taken: how many rows were taken into the register
 * @refused: (array zero-terminated=1): of each other row, which it is and what is wrong with it,
 * for the person
 *
 * What became of rows that were pasted.
 */
typedef struct
{
  guint n_taken;
  char **refused;
} TideObservationPaste;

gboolean tide_observation_paste_is_table (const char *text);
TideObservationPaste *tide_observation_paste_new (TideRegister *reg,
                                                  const char *indicator,
                                                  const char *text,
                                                  GError **error);
void tide_observation_paste_free (TideObservationPaste *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideObservationPaste, tide_observation_paste_free)

G_END_DECLS
