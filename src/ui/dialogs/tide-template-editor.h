/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideTemplateEditor:
 *
 * A page on which a template of the register is edited, with what is wrong with its text, what may
 * be put into it and how it reads; one that cannot be changed is only read. While something is
 * changed it cannot be popped. Signal: `saved` with the id of the template.
 */
#define TIDE_TYPE_TEMPLATE_EDITOR (tide_template_editor_get_type ())
G_DECLARE_FINAL_TYPE (
    TideTemplateEditor, tide_template_editor, TIDE, TEMPLATE_EDITOR, AdwNavigationPage)

TideTemplateEditor *
tide_template_editor_new (TideRegister *reg, const TidePayload *payload, gboolean is_editing);

TideDraft *tide_template_editor_get_draft (TideTemplateEditor *self);
gboolean tide_template_editor_get_changed (TideTemplateEditor *self);
void tide_template_editor_ask (TideTemplateEditor *self);

G_END_DECLS
