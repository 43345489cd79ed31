/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "core/tide-text.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideTemplateRow:
 *
 * A template of briefings in a list: one of the register, or one that the program has, which has
 * no id. Its acts, `vocabulary.edit`, `rename`, `copy` and `delete`, are told by the signal `acted`
 * with the name of the act; whoever has the list does them.
 */
#define TIDE_TYPE_TEMPLATE_ROW (tide_template_row_get_type ())
G_DECLARE_FINAL_TYPE (TideTemplateRow, tide_template_row, TIDE, TEMPLATE_ROW, AdwActionRow)

GtkWidget *tide_template_row_new (const TidePayload *payload, gboolean can_write);

const TidePayload *tide_template_row_get_payload (TideTemplateRow *self);

TidePayload *tide_template_row_dup_built_in (const char *code, TideLanguage language);

G_END_DECLS
