/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/rows/tide-reference-row.h"

G_BEGIN_DECLS

/*
 * What a TideReferenceRow has beside its choices: a button or a menu with which a record of its
 * kind is made above the form, which stays as it is, and chosen then.
 */

void tide_reference_adder_install_actions (GtkWidgetClass *row_class);
GtkWidget *tide_reference_adder_new (TideReferenceRow *row);

G_END_DECLS
