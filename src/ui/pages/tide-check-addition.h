/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-reading.h"
#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** TideCheckAddition: what can be added to a register because a text says it. */
typedef enum
{
  TIDE_CHECK_ADD_OBSERVATION,
  TIDE_CHECK_ADD_DECLARED,
  TIDE_CHECK_ADD_COUNT,
  TIDE_CHECK_ADD_PROJECT,
  TIDE_N_CHECK_ADDITIONS,
} TideCheckAddition;

/**
 * TideCheckClue:
 * @reading: the text
 * @finding: one of its findings
 * @name: (nullable): what a person has selected in the text, as the name of a project
 *
 * What a form is filled in from.
 */
typedef struct
{
  TideReading *reading;
  const TideTextFinding *finding;
  const char *name;
} TideCheckClue;

gboolean tide_check_addition_is_offered (TideCheckAddition addition,
                                         TideRegister *reg,
                                         const TideTextFinding *finding);
void tide_check_addition_present (TideCheckAddition addition,
                                  TideRegister *reg,
                                  const TideCheckClue *clue,
                                  GtkWidget *parent);

G_END_DECLS
