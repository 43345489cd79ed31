/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-shape.h"

G_BEGIN_DECLS

/* What kinds of records, their fields and entries are called, where they are spoken of outside the
 * forms. A field of a form has the form's name. */

const char *tide_field_names_get_kind (TideRecordKind kind);
char *tide_field_names_dup_member (TideRecordKind kind, const char *path);
const char *tide_field_names_get_entry (const char *list);
const char *tide_field_names_get_entry_member (const char *list, const char *member);
char *tide_field_names_join (const char *whole, const char *part);

G_END_DECLS
