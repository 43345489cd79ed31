/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-text.h"

G_BEGIN_DECLS

/**
 * TidePlaceholder:
 * @name: what stands between the braces
 * @list: (nullable): the list in which it stands, as `kind` for `{each kind}`; %NULL for one that
 *   stands anywhere
 * @is_count: whether words can be chosen by it: `{projects.count:is/are}`
 * @is_list: whether it is a list, which is gone through with `{each …}` or `{list …}`
 * @label: what it stands for, in both languages
 *
 * A word that a template may hold in braces.
 */
typedef struct
{
  const char *name;
  const char *list;
  gboolean is_count;
  gboolean is_list;
  const char *label[2];
} TidePlaceholder;

const TidePlaceholder *tide_placeholder_list (guint *n);
const TidePlaceholder *tide_placeholder_find (const char *name);
const TidePlaceholder *tide_placeholder_find_list (const char *name);
gboolean tide_placeholder_is_within (const TidePlaceholder *inner, const char *list);
const char *tide_placeholder_get_label (const TidePlaceholder *self, TideLanguage language);

G_END_DECLS
