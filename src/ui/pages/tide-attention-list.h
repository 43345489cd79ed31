/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideAttentionList:
 *
 * The card of what needs attention: each check that finds something, with its count, how much it
 * matters and why. It is filled in a thread and after each step. Property: `register`. Signal:
 * `filter-requested (TidePayload *filter)` when a person wants to see the projects of a check.
 */
#define TIDE_TYPE_ATTENTION_LIST (tide_attention_list_get_type ())
G_DECLARE_FINAL_TYPE (TideAttentionList, tide_attention_list, TIDE, ATTENTION_LIST, AdwBin)

GtkWidget *tide_attention_list_new (void);

TideRegister *tide_attention_list_get_register (TideAttentionList *self);
void tide_attention_list_set_register (TideAttentionList *self, TideRegister *reg);

G_END_DECLS
