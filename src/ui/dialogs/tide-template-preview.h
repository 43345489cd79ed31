/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideTemplatePreview:
 *
 * How the text of a template reads, written from the register in a thread: about the whole of it,
 * one of its events or one of its filters.
 */
#define TIDE_TYPE_TEMPLATE_PREVIEW (tide_template_preview_get_type ())
G_DECLARE_FINAL_TYPE (TideTemplatePreview, tide_template_preview, TIDE, TEMPLATE_PREVIEW, AdwBin)

void tide_template_preview_set_register (TideTemplatePreview *self, TideRegister *reg);
void
tide_template_preview_show (TideTemplatePreview *self, const char *wording, TideLanguage language);

G_END_DECLS
