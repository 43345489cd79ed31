/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tide_unsaved_question_ask (AdwDialog *form);
void tide_unsaved_question_ask_page (AdwNavigationPage *form);

G_END_DECLS
