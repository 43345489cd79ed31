/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-division-account.h"
#include "ui/pages/tide-division-page.h"
#include "ui/pages/tide-targets-group.h"
#include "ui/rows/tide-figure-tile.h"

G_BEGIN_DECLS

struct _TideDivisionPage
{
  AdwNavigationPage parent_instance;

  TideRegister *reg; /* owned */
  char *division;    /* owned: its id */
  TideAmountKind kind;
  GSignalGroup *links;          /* owned: its target is the register */
  GCancellable *counting;       /* owned; nullable: of the figures under way */
  TideDivisionAccount *account; /* owned; nullable: nothing has been counted yet */
  guint refresh_id;

  /* template children */
  AdwWindowTitle *title;
  AdwBanner *banner;
  TideFigureTile *projects_tile;
  TideFigureTile *amount_tile;
  TideFigureTile *zones_tile;
  GtkListBox *about_rows;
  GtkListBox *indicator_rows;
  TideTargetsGroup *targets_group;
  GtkListBox *below_rows;
  GtkListBox *source_rows;
};

/* tide-division-page.c */
const TideDivisionPayload *tide_division_page_get_payload (TideDivisionPage *self);

/* tide-division-page-figures.c */
void tide_division_page_start_counting (TideDivisionPage *self, TideSnapshot *snapshot);
void tide_division_page_stop_counting (TideDivisionPage *self);

/* tide-division-page-rows.c */
void tide_division_page_fill_about (TideDivisionPage *self);
void tide_division_page_fill_below (TideDivisionPage *self);
void tide_division_page_fill_indicators (TideDivisionPage *self, TideSnapshot *snapshot);
void tide_division_page_fill_sources (TideDivisionPage *self);

G_END_DECLS
