/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-placeholder.h"
#include "core/tide-problem.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideTemplateText:
 *
 * The text of a template, with its placeholders highlighted and what is wrong underlined. It is
 * looked at a moment after typing; the signal `checked` tells that it was.
 */
#define TIDE_TYPE_TEMPLATE_TEXT (tide_template_text_get_type ())
G_DECLARE_FINAL_TYPE (TideTemplateText, tide_template_text, TIDE, TEMPLATE_TEXT, GtkTextView)

char *tide_template_text_dup_text (TideTemplateText *self);
void tide_template_text_check (TideTemplateText *self);
const TideProblem *tide_template_text_demand (TideTemplateText *self);
GPtrArray *tide_template_text_get_problems (TideTemplateText *self);
void tide_template_text_go_to (TideTemplateText *self, guint line, guint column);
void tide_template_text_insert (TideTemplateText *self, const TidePlaceholder *placeholder);

G_END_DECLS
