/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "ui/lists/tide-project-parts.h"
#include "ui/pages/tide-details-row.h"

G_BEGIN_DECLS

/**
 * TideDetailsSection:
 *
 * A heading that folds the rows below it, which one function makes of a project when they are
 * shown. Signals: `add` when the person wants to add something, `edit` with the #TideDetailsRow
 * that was activated.
 */
#define TIDE_TYPE_DETAILS_SECTION (tide_details_section_get_type ())
G_DECLARE_FINAL_TYPE (TideDetailsSection, tide_details_section, TIDE, DETAILS_SECTION, GtkBox)

/**
 * TideDetailsSpec:
 * @title: the heading, not yet translated
 * @add: (nullable): the button that adds to the section or edits it, not yet translated
 * @hint: (nullable): what that button does, not yet translated
 * @empty: (nullable): what can be added where there is nothing, not yet translated
 * @list: (nullable): the entry list to which the button adds
 * @fields: the fields that the button edits, up to %NULL
 * @action: (nullable): the action that the button does, with what the pane's project is
 * @is_folded: whether it begins folded
 * @is_uncounted: whether its entries stand among other rows, which their number would not tell of
 * @changes_nothing: whether the action is there also in registers that are read-only
 * @fill: makes the rows
 *
 * What a section is.
 */
typedef struct
{
  const char *title;
  const char *add;
  const char *hint;
  const char *empty;
  const char *list;
  const char *fields[10];
  const char *action;
  gboolean is_folded;
  gboolean is_uncounted;
  gboolean changes_nothing;
  void (*fill) (TideDetailsSection *section, TideRegister *reg, const TideProjectPayload *project);
} TideDetailsSpec;

TideDetailsSection *tide_details_section_new (const TideDetailsSpec *spec, TideProjectParts *parts);

const TideDetailsSpec *tide_details_section_get_spec (TideDetailsSection *self);
TideProjectParts *tide_details_section_get_parts (TideDetailsSection *self);
void tide_details_section_show (TideDetailsSection *self, TideRegister *reg, TideProject *project);
void tide_details_section_append (TideDetailsSection *self, GtkWidget *row);
void tide_details_section_append_plain (TideDetailsSection *self, GtkWidget *row);
gboolean tide_details_section_get_expanded (TideDetailsSection *self);
void tide_details_section_set_expanded (TideDetailsSection *self, gboolean is_expanded);
TideDetailsRow *tide_details_section_get_row (TideDetailsSection *self, guint index);
TideDetailsRow *tide_details_section_find_row (TideDetailsSection *self, const char *key);

G_END_DECLS
