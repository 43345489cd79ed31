/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideXlsxText:
 *
 * Gathers the text of a string item: its runs joined, without readings in other scripts.
 */
typedef struct
{
  GString *text; /* owned */
  gsize run;     /* where the run began */
  guint n_readings;
  gboolean in_run;
  gboolean keeps_space;
} TideXlsxText;

void tide_xlsx_text_init (TideXlsxText *self);
void tide_xlsx_text_clear (TideXlsxText *self);
void tide_xlsx_text_reset (TideXlsxText *self);
void tide_xlsx_text_start (TideXlsxText *self,
                           const char *name,
                           const char **attribute_names,
                           const char **attribute_values);
void tide_xlsx_text_end (TideXlsxText *self, const char *name);
void tide_xlsx_text_add (TideXlsxText *self, const char *text, gsize length);
void tide_xlsx_text_unescape (GString *text, gsize from);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideXlsxText, tide_xlsx_text_clear)

G_END_DECLS
