/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/tide-application.h"
#include "app/tide-window.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/pages/tide-projects-page.h"

G_BEGIN_DECLS

/* One run: all scenes in one language, scheme and size. */
typedef struct
{
  const char *folder;
  const char *name;
  int width;
  int height;
  gboolean is_short; /* the scenes alone that show most */
  TideApplication *application;
  TideWindow *window;          /* of the present scene, if it is of the program */
  AdwApplicationWindow *front; /* what is looked at: that, or one with a chart */
  const char *scene;
  guint n_faults;
} Shots;

/* tide-shots.c */
void shots_report (Shots *shots, const char *fault, const char *what);
void shots_settle (guint milliseconds);
void shots_take (Shots *shots, const char *scene);

/* tide-shots-scenes.c */
void shots_prepare (void);
void shots_take_scenes (Shots *shots);

/* tide-shots-popovers.c */
void shots_draw_popovers (GtkSnapshot *snapshot, GtkWidget *widget);
void shots_take_overview_popovers (Shots *shots);
void shots_take_projects_popovers (Shots *shots);

/* tide-shots-briefing.c */
void shots_take_briefing (Shots *shots, const char *event);

/* tide-shots-bulk.c */
void shots_take_bulk (Shots *shots, TideProjectsPage *page);

/* tide-shots-cells.c */
void shots_take_cells (Shots *shots, TideProjectsPage *page);

/* tide-shots-columns.c */
void shots_take_columns (Shots *shots, TideProjectsTable *table);

/* tide-shots-charts.c */
void shots_take_charts (Shots *shots, const char *prefix);

/* tide-shots-growth.c */
void shots_take_growth (Shots *shots, const char *indicator, const char *name);

/* tide-shots-innovation.c */
void shots_take_import (Shots *shots);
void shots_take_innovation (Shots *shots, const char *platform);

/* tide-shots-templates.c */
void shots_take_templates (Shots *shots);

/* tide-shots-events.c */
void shots_take_events (Shots *shots, const char *event);
void shots_take_placeholders (Shots *shots, const char *event);

/* tide-shots-check.c */
void shots_take_check (Shots *shots);

/* tide-shots-checks.c */
void shots_check (Shots *shots);

G_END_DECLS
