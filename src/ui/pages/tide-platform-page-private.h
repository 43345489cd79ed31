/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/pages/tide-pipeline-group.h"
#include "ui/pages/tide-platform-chart.h"
#include "ui/pages/tide-platform-page.h"

G_BEGIN_DECLS

struct _TidePlatformPage
{
  AdwNavigationPage parent_instance;

  TideRegister *reg;   /* owned */
  char *id;            /* owned */
  GSignalGroup *links; /* owned: its target is the register */
  guint refresh_id;

  /* template children */
  AdwWindowTitle *title;
  GtkListBox *about_rows;
  TidePlatformChart *chart;
  GtkListBox *count_rows;
  GtkWidget *add_count_button;
  GtkListBox *result_rows;
  GtkWidget *add_result_button;
  TidePipelineGroup *pipeline_group;
  GtkListBox *source_rows;
};

/* tide-platform-page.c */
const TidePlatformPayload *tide_platform_page_get_payload (TidePlatformPage *self);
void tide_platform_page_append (GtkListBox *rows, GtkWidget *row);
void tide_platform_page_append_empty (GtkListBox *rows, const char *text);

/* tide-platform-page-counts.c */
void tide_platform_page_fill_counts (TidePlatformPage *self, const TidePlatformPayload *platform);
void tide_platform_page_install_counts (GtkWidgetClass *widget_class);

/* tide-platform-page-results.c */
void tide_platform_page_fill_results (TidePlatformPage *self);
void tide_platform_page_install_results (GtkWidgetClass *widget_class);

/* tide-platform-page-sources.c */
void tide_platform_page_fill_sources (TidePlatformPage *self, const TidePlatformPayload *platform);

G_END_DECLS
