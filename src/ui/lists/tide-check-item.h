/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-reading.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TideCheckItem:
 *
 * A finding as a row of a list tells it. Properties, all set once: `verdict`, its word; `icon-name`
 * and `style-classes`, how it is shown; `quote`, the words of the text; `sentence`, what is to be
 * said of it; `attributes`, the lines that the words have in the text; `label`, read aloud.
 */
#define TIDE_TYPE_CHECK_ITEM (tide_check_item_get_type ())
G_DECLARE_FINAL_TYPE (TideCheckItem, tide_check_item, TIDE, CHECK_ITEM, GObject)

TideCheckItem *tide_check_item_new (TideReading *reading, guint index);

guint tide_check_item_get_index (TideCheckItem *self);
const TideTextFinding *tide_check_item_get_finding (TideCheckItem *self);
char *tide_check_item_dup_quote (TideCheckItem *self);
char *tide_check_item_dup_sentence (TideCheckItem *self);

G_END_DECLS
