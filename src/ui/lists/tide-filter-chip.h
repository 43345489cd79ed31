/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

/* A chip stands for one value of a criterion, and is removed by itself. */

GStrv tide_filter_dup_chips (const TideFilter *filter, const char *member);
char *tide_filter_chip_dup_label (TideRegister *reg,
                                  const TideFilter *filter,
                                  const char *member,
                                  const char *value);
void tide_filter_remove_chip (TideFilter *filter, const char *member, const char *value);

G_END_DECLS
