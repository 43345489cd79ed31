/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int tide_word_find (const char *const *words, guint n, const char *word);

G_END_DECLS
