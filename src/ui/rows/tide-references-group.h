/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideReferencesGroup:
 *
 * The sources or events that a field of a draft refers to, each with a button that takes it out,
 * and a row that adds one of the register's. Properties: `register`, `field`, whose text holds the
 * ids, one a line, and `kind`, `source` or `event`.
 */
#define TIDE_TYPE_REFERENCES_GROUP (tide_references_group_get_type ())
G_DECLARE_FINAL_TYPE (
    TideReferencesGroup, tide_references_group, TIDE, REFERENCES_GROUP, AdwPreferencesGroup)

TideRegister *tide_references_group_get_register (TideReferencesGroup *self);
void tide_references_group_set_register (TideReferencesGroup *self, TideRegister *reg);
TideField *tide_references_group_get_field (TideReferencesGroup *self);
void tide_references_group_set_field (TideReferencesGroup *self, TideField *field);

G_END_DECLS
