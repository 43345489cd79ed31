/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-sector-account.h"
#include "ui/pages/tide-sector-page.h"
#include "ui/pages/tide-targets-group.h"
#include "ui/rows/tide-figure-tile.h"

G_BEGIN_DECLS

struct _TideSectorPage
{
  AdwNavigationPage parent_instance;

  TideRegister *reg; /* owned */
  char *sector;      /* owned: its id */
  TideAmountKind kind;
  GSignalGroup *links;        /* owned: its target is the register */
  GCancellable *counting;     /* owned; nullable: of the figures under way */
  TideSectorAccount *account; /* owned; nullable: nothing has been counted yet */
  guint refresh_id;

  /* template children */
  AdwWindowTitle *title;
  GtkWidget *retired_banner;
  TideFigureTile *projects_tile;
  TideFigureTile *shares_tile;
  TideFigureTile *mentions_tile;
  GtkLabel *mapped_label;
  GtkListBox *about_rows;
  GtkListBox *indicator_rows;
  TideTargetsGroup *targets_group;
  GtkListBox *below_rows;
  GtkListBox *maps_to_rows;
  GtkListBox *mapped_from_rows;
  GtkListBox *source_rows;
  AdwPreferencesGroup *below_group;
};

/* tide-sector-page.c */
const TideSectorPayload *tide_sector_page_get_payload (TideSectorPage *self);

/* tide-sector-page-figures.c */
void tide_sector_page_start_counting (TideSectorPage *self, TideSnapshot *snapshot);
void tide_sector_page_stop_counting (TideSectorPage *self);

/* tide-sector-page-classes.c */
void tide_sector_page_fill_about (TideSectorPage *self);
void tide_sector_page_fill_classes (TideSectorPage *self);

/* tide-sector-page-series.c */
void tide_sector_page_fill_indicators (TideSectorPage *self, TideSnapshot *snapshot);

/* tide-sector-page-sources.c */
void tide_sector_page_fill_sources (TideSectorPage *self);

G_END_DECLS
