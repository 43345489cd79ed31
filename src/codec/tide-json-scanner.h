/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-problem.h"

G_BEGIN_DECLS

/**
 * TIDE_JSON_MAX_DEPTH:
 *
 * How deep objects and arrays may lie in each other.
 */
#define TIDE_JSON_MAX_DEPTH 64

/**
 * TIDE_JSON_MAX_SIZE:
 *
 * The most bytes a file may have.
 */
#define TIDE_JSON_MAX_SIZE (256 * 1024 * 1024)
#define TIDE_JSON_MAX_SIZE_TEXT "256 MB"

typedef enum
{
  TIDE_JSON_TOKEN_OBJECT_BEGIN,
  TIDE_JSON_TOKEN_OBJECT_END,
  TIDE_JSON_TOKEN_ARRAY_BEGIN,
  TIDE_JSON_TOKEN_ARRAY_END,
  TIDE_JSON_TOKEN_NAME,
  TIDE_JSON_TOKEN_STRING,
  TIDE_JSON_TOKEN_NUMBER,
  TIDE_JSON_TOKEN_TRUE,
  TIDE_JSON_TOKEN_FALSE,
  TIDE_JSON_TOKEN_NULL,
  TIDE_JSON_TOKEN_END,
} TideJsonTokenType;

/**
 * TideJsonToken:
 * @type: what it is; %TIDE_JSON_TOKEN_END once the root value is complete
 * @begin: offset of its first byte; a name's or string's quote
 * @end: offset after its last byte; for a name, after the closing quote
 * @escaped: whether a name or string has escapes to decode
 *
 * One token and where it stands, in bytes from the start of the text.
 */
typedef struct
{
  TideJsonTokenType type;
  gsize begin;
  gsize end;
  gboolean escaped;
} TideJsonToken;

/**
 * TideJsonSpan:
 * @type: type of the value's first token
 * @begin: offset of its first byte
 * @end: offset after its last byte
 * @next: index of the span after this value and all that lies in it
 * @name_begin: offset of the opening quote of the name that a member has; the same as @name_end
 *   where there is none
 * @name_end: offset after the closing quote of the name
 * @escaped: whether a string has escapes to decode
 * @name_escaped: whether the name has
 *
 * Where one value stands. The spans of a value lie in an array in the order of the text: the value
 * itself, then each child with its own children behind it.
 */
typedef struct
{
  TideJsonTokenType type;
  guint32 begin;
  guint32 end;
  guint32 next;
  guint32 name_begin;
  guint32 name_end;
  gboolean escaped : 1;
  gboolean name_escaped : 1;
} TideJsonSpan;

typedef struct _TideJsonScanner TideJsonScanner;

TideJsonScanner *tide_json_scanner_new (GBytes *bytes);
void tide_json_scanner_free (TideJsonScanner *self);
gboolean tide_json_scanner_next (TideJsonScanner *self, TideJsonToken *token);
gboolean tide_json_scanner_skip (TideJsonScanner *self, TideJsonToken *token, GArray *spans);
char *tide_json_scanner_dup_text (TideJsonScanner *self, const TideJsonToken *token);
gboolean
tide_json_scanner_get_int64 (TideJsonScanner *self, const TideJsonToken *token, gint64 *value);
char *tide_json_scanner_dup_path (TideJsonScanner *self);
void tide_json_scanner_locate (TideJsonScanner *self, gsize offset, guint *line, guint *column);
TideProblem *tide_json_scanner_dup_problem (TideJsonScanner *self, const char *file_name);

void tide_json_path_append_name (GString *path, const char *name);
void tide_json_path_append_index (GString *path, gsize index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideJsonScanner, tide_json_scanner_free)

G_END_DECLS
