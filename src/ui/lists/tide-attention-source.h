/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-attention.h"
#include "ui/lists/tide-findings-source.h"

G_BEGIN_DECLS

/**
 * TideAttentionSource:
 *
 * What needs attention in a register, looked for in a thread and again after each step.
 */
#define TIDE_TYPE_ATTENTION_SOURCE (tide_attention_source_get_type ())
G_DECLARE_FINAL_TYPE (
    TideAttentionSource, tide_attention_source, TIDE, ATTENTION_SOURCE, TideFindingsSource)

TideAttentionSource *tide_attention_source_new (void);

const TideAttention *tide_attention_source_get_attention (TideAttentionSource *self);

G_END_DECLS
