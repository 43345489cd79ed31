/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideJsonEmitter:
 * @out: (owned): the text so far
 * @depth: how many objects and arrays are open
 * @on_line: above 0 while everything goes on one line
 * @is_first: whether nothing stands yet in the innermost object or array
 * @has_long_string: whether a string was longer than a file may hold
 *
 * Lays out JSON: `"name": value`, two spaces a level, one member a line or, where that was begun,
 * a whole object on one line.
 */
typedef struct
{
  GString *out;
  guint depth;
  guint on_line;
  gboolean is_first;
  gboolean has_long_string;
} TideJsonEmitter;

void tide_json_emitter_init (TideJsonEmitter *self);
GBytes *tide_json_emitter_free_to_bytes (TideJsonEmitter *self);

void tide_json_emitter_begin_object (TideJsonEmitter *self);
void tide_json_emitter_end_object (TideJsonEmitter *self);
void tide_json_emitter_begin_array (TideJsonEmitter *self);
void tide_json_emitter_end_array (TideJsonEmitter *self);
void tide_json_emitter_begin_line (TideJsonEmitter *self);
void tide_json_emitter_end_line (TideJsonEmitter *self);

void tide_json_emitter_item (TideJsonEmitter *self);
void tide_json_emitter_name (TideJsonEmitter *self, const char *name);
void tide_json_emitter_string (TideJsonEmitter *self, const char *text);
void tide_json_emitter_raw (TideJsonEmitter *self, const char *text, gssize length);
gboolean tide_json_emitter_value (TideJsonEmitter *self, GBytes *json);

G_END_DECLS
