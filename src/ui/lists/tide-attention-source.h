/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "stats/tide-attention.h"

G_BEGIN_DECLS

/**
 * TideAttentionSource:
 *
 * What needs attention in a register, looked for in a thread and again after each step. Property:
 * `register`. Signal: `changed` when it has been found.
 */
#define TIDE_TYPE_ATTENTION_SOURCE (tide_attention_source_get_type ())
G_DECLARE_FINAL_TYPE (TideAttentionSource, tide_attention_source, TIDE, ATTENTION_SOURCE, GObject)

TideAttentionSource *tide_attention_source_new (void);

TideRegister *tide_attention_source_get_register (TideAttentionSource *self);
void tide_attention_source_set_register (TideAttentionSource *self, TideRegister *reg);
const TideAttention *tide_attention_source_get_attention (TideAttentionSource *self);

G_END_DECLS
