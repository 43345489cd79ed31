/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-placeholder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TidePlaceholderList:
 *
 * What a template may hold in braces, in words, to be searched. Signal: `chosen` with a
 * #TidePlaceholder.
 */
#define TIDE_TYPE_PLACEHOLDER_LIST (tide_placeholder_list_get_type ())
G_DECLARE_FINAL_TYPE (TidePlaceholderList, tide_placeholder_list, TIDE, PLACEHOLDER_LIST, AdwBin)

G_END_DECLS
