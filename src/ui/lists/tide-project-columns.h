/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-order.h"

G_BEGIN_DECLS

/**
 * TideProjectColumn:
 * @key: what it shows, and sorts by
 * @title: (nullable): its title, not translated; %NULL where it is the name of a kind of amount
 * @width: in pixels, unless a person chooses another one; 0 where it takes what is left
 * @rank: of those columns for which there is no room the highest gives way first; 0 never does
 * @is_shown: whether it is shown unless a person chooses otherwise
 * @is_number: whether it holds numbers or dates, whose digits stand below each other
 * @path: (nullable): the member of a project that is edited in the cell, where it is one
 *
 * A column of the list of projects.
 */
typedef struct
{
  TideOrderKey key;
  const char *title;
  int width;
  guint rank;
  gboolean is_shown;
  gboolean is_number;
  const char *path;
} TideProjectColumn;

const TideProjectColumn *tide_project_columns_get (guint *n);
const TideProjectColumn *tide_project_column_find (TideOrderKey key);
gboolean tide_project_column_is_amount (const TideProjectColumn *self);
char *tide_project_column_dup_name (const TideProjectColumn *self);
char *tide_project_column_dup_title (const TideProjectColumn *self,
                                     const TideSettings *settings,
                                     TideAmountKind kind);

G_END_DECLS
