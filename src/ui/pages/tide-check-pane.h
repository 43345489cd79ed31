/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideCheckPane:
 *
 * Any text, pasted or opened, held against a register: what is found in it is marked by its
 * verdict, with a list beside it. Reading goes on in a thread, whenever the text or the register
 * has changed. Properties: `register`; `busy`, whether a text is being opened or read.
 */
#define TIDE_TYPE_CHECK_PANE (tide_check_pane_get_type ())
G_DECLARE_FINAL_TYPE (TideCheckPane, tide_check_pane, TIDE, CHECK_PANE, AdwBin)

TideRegister *tide_check_pane_get_register (TideCheckPane *self);
void tide_check_pane_set_register (TideCheckPane *self, TideRegister *reg);
gboolean tide_check_pane_is_busy (TideCheckPane *self);
void tide_check_pane_open (TideCheckPane *self, GFile *file);

G_END_DECLS
