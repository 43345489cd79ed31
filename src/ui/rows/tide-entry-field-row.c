/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-entry-field-row.h"

#include "ui/rows/tide-code-row.h"
#include "ui/rows/tide-date-row.h"
#include "ui/rows/tide-field-link.h"
#include "ui/rows/tide-field-row.h"
#include "ui/rows/tide-own-code-row.h"
#include "ui/rows/tide-reference-row.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
reference_row_new (TideRegister *reg, const TideMember *member, TideField *field)
{
  GtkWidget *row = tide_reference_row_new (reg, tide_shape_for_kind (member->target)->name);

  tide_reference_row_set_field (TIDE_REFERENCE_ROW (row), field);

  return row;
}

static GtkWidget *
switch_row_new (TideField *field)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  tide_field_link_set_field (tide_field_link_attach (row, G_OBJECT (row), "active"), field);

  return row;
}

static GtkWidget *
code_row_new (const TideMember *member, TideField *field)
{
  GtkWidget *row = tide_code_row_new (member->codes);

  tide_code_row_set_field (TIDE_CODE_ROW (row), field);

  return row;
}

/**
 * tide_entry_field_row_new:
 * @reg: the register from which records are chosen
 * @member: what the model says of the field
 * @field: a field of a draft
 *
 * Returns: (transfer floating): a row without a title in which the field is edited
 */
GtkWidget *
tide_entry_field_row_new (TideRegister *reg, const TideMember *member, TideField *field)
{
  GtkWidget *row;

  if (member->kind == TIDE_MEMBER_REFERENCE)
    return reference_row_new (reg, member, field);
  if (member->kind == TIDE_MEMBER_BOOLEAN)
    return switch_row_new (field);
  if (member->kind == TIDE_MEMBER_CODE)
    return code_row_new (member, field);

  row = member->kind == TIDE_MEMBER_DATE ? tide_date_row_new () : tide_field_row_new ();
  tide_field_row_set_field (TIDE_FIELD_ROW (row), field);

  return row;
}

/**
 * tide_entry_field_row_new_for:
 * @reg: the register from which records are chosen
 * @form: how the entries of a list are edited
 * @spec: one of its fields
 * @entry: the draft of an entry
 *
 * Returns: (transfer floating): a row with its title in which the field is edited
 */
GtkWidget *
tide_entry_field_row_new_for (TideRegister *reg,
                              const TideEntryForm *form,
                              const TideEntryField *spec,
                              TideDraft *entry)
{
  const TideMember *member = tide_entry_form_get_member (form, spec->path);
  TideField *field = tide_draft_get_field (entry, spec->path);
  GtkWidget *row;

  if (spec->own_word != NULL)
    {
      row = tide_own_code_row_new (member->codes, field);
      tide_field_link_set_hint (tide_field_link_of (row), _ (spec->own_word));
    }
  else
    row = tide_entry_field_row_new (reg, member, field);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (spec->title));

  return row;
}
