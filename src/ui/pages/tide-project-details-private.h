/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/pages/tide-details-private.h"
#include "ui/pages/tide-project-details.h"

G_BEGIN_DECLS

/* tide-project-details.c */
void tide_project_details_focus_entry (TideProjectDetails *self,
                                       TideDetailsSection *section,
                                       const char *key,
                                       guint index);

/* tide-project-details-edit.c */
void tide_project_details_on_add (TideProjectDetails *self, TideDetailsSection *section);
void tide_project_details_on_edit (TideProjectDetails *self,
                                   TideDetailsRow *row,
                                   TideDetailsSection *section);
void tide_project_details_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
