/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TIDE_HTML_NAME_SIZE 12

/**
 * TideHtmlTag:
 * @name: its name in small letters, cut where it is longer than any that matters
 * @is_end: whether it ends an element
 * @attributes: what follows the name, up to the `>`
 * @length: bytes of @attributes
 *
 * A tag, in the text that it was found in.
 */
typedef struct
{
  char name[TIDE_HTML_NAME_SIZE];
  gboolean is_end;
  const char *attributes;
  gsize length;
} TideHtmlTag;

const char *tide_html_tag_scan (const char *text, const char *end, TideHtmlTag *tag);
char *tide_html_tag_dup_attribute (const TideHtmlTag *tag, const char *name);

G_END_DECLS
