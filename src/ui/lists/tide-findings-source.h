/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideFindingsSource:
 *
 * What is found out of a whole register: in a thread, and again after each step. Property:
 * `register`. Signal: `changed` when it has been found.
 */
#define TIDE_TYPE_FINDINGS_SOURCE (tide_findings_source_get_type ())
G_DECLARE_DERIVABLE_TYPE (TideFindingsSource, tide_findings_source, TIDE, FINDINGS_SOURCE, GObject)

/**
 * TideFindingsSourceClass:
 * @find: (transfer full): finds it, in a thread; given what was found before, %NULL where nothing
 *   was or @hold is %NULL
 * @hold: (nullable): takes a reference of what was found
 * @let_go: lets it go
 */
struct _TideFindingsSourceClass
{
  GObjectClass parent_class;

  gpointer (*find) (TideSnapshot *snapshot, gpointer previous);
  gpointer (*hold) (gpointer findings);
  GDestroyNotify let_go;
};

TideRegister *tide_findings_source_get_register (TideFindingsSource *self);
void tide_findings_source_set_register (TideFindingsSource *self, TideRegister *reg);
gpointer tide_findings_source_get_findings (TideFindingsSource *self);

G_END_DECLS
