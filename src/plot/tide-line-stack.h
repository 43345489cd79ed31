/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-line-layout.h"

G_BEGIN_DECLS

typedef struct _TideLineStack TideLineStack;

TideLineStack *tide_line_stack_new (const TideLineSpec *spec);
void tide_line_stack_free (TideLineStack *self);
double tide_line_stack_add (TideLineStack *self, const TideLinePoint *point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideLineStack, tide_line_stack_free)

G_END_DECLS
