/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-ui.h"

#include "chart/tide-chart.h"
#include "ui/dialogs/tide-as-of-dialog.h"
#include "ui/dialogs/tide-attention-dialog.h"
#include "ui/dialogs/tide-attention-pair-dialog.h"
#include "ui/dialogs/tide-bulk-edit-dialog.h"
#include "ui/dialogs/tide-change-dialog.h"
#include "ui/dialogs/tide-columns-dialog.h"
#include "ui/dialogs/tide-compare-dates-dialog.h"
#include "ui/dialogs/tide-comparison-dialog.h"
#include "ui/dialogs/tide-delete-dialog.h"
#include "ui/dialogs/tide-entry-dialog.h"
#include "ui/dialogs/tide-export-dialog.h"
#include "ui/dialogs/tide-import-dialog.h"
#include "ui/dialogs/tide-move-dialog.h"
#include "ui/dialogs/tide-period-dialog.h"
#include "ui/dialogs/tide-placeholders-dialog.h"
#include "ui/dialogs/tide-problems-dialog.h"
#include "ui/dialogs/tide-project-dialog.h"
#include "ui/dialogs/tide-rates-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/dialogs/tide-placeholder-list.h"
#include "ui/dialogs/tide-template-editor.h"
#include "ui/dialogs/tide-template-preview.h"
#include "ui/dialogs/tide-template-text.h"
#include "ui/dialogs/tide-templates-dialog.h"
#include "ui/dialogs/tide-templates-page.h"
#include "ui/dialogs/tide-trim-dialog.h"
#include "ui/dialogs/tide-versions-dialog.h"
#include "ui/dialogs/tide-vocabulary-dialog.h"
#include "ui/lists/tide-attention-source.h"
#include "ui/lists/tide-board-card.h"
#include "ui/lists/tide-board-column.h"
#include "ui/lists/tide-board.h"
#include "ui/lists/tide-bulk-bar.h"
#include "ui/lists/tide-cell-editor.h"
#include "ui/lists/tide-changes-list.h"
#include "ui/lists/tide-divisions-table.h"
#include "ui/lists/tide-events-table.h"
#include "ui/lists/tide-filter-bar.h"
#include "ui/lists/tide-filter-choices.h"
#include "ui/lists/tide-history-filter-bar.h"
#include "ui/lists/tide-history-table.h"
#include "ui/lists/tide-indicators-list.h"
#include "ui/lists/tide-observations-table.h"
#include "ui/lists/tide-platforms-list.h"
#include "ui/lists/tide-project-group-header.h"
#include "ui/lists/tide-project-groups.h"
#include "ui/lists/tide-projects-footer.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/lists/tide-result-card.h"
#include "ui/lists/tide-results-board.h"
#include "ui/lists/tide-results-column.h"
#include "ui/lists/tide-sectors-table.h"
#include "ui/lists/tide-targets-source.h"
#include "ui/lists/tide-view.h"
#include "ui/lists/tide-vocabulary-row.h"
#include "ui/pages/tide-attention-list.h"
#include "ui/pages/tide-briefing-changes.h"
#include "ui/pages/tide-briefing-choices.h"
#include "ui/pages/tide-briefing-page.h"
#include "ui/pages/tide-briefing-view.h"
#include "ui/pages/tide-check-pane.h"
#include "ui/pages/tide-cohort-card.h"
#include "ui/pages/tide-division-page.h"
#include "ui/pages/tide-divisions-page.h"
#include "ui/pages/tide-event-page.h"
#include "ui/pages/tide-events-comparison-page.h"
#include "ui/pages/tide-events-page.h"
#include "ui/pages/tide-growth-panel.h"
#include "ui/pages/tide-history-page.h"
#include "ui/pages/tide-indicator-chart.h"
#include "ui/pages/tide-indicator-shares.h"
#include "ui/pages/tide-indicators-page.h"
#include "ui/pages/tide-innovation-page.h"
#include "ui/pages/tide-overview-account.h"
#include "ui/pages/tide-overview-card.h"
#include "ui/pages/tide-overview-charts.h"
#include "ui/pages/tide-overview-choices.h"
#include "ui/pages/tide-overview-figures.h"
#include "ui/pages/tide-overview-page.h"
#include "ui/pages/tide-pipeline-group.h"
#include "ui/pages/tide-platform-chart.h"
#include "ui/pages/tide-platform-page.h"
#include "ui/pages/tide-project-details.h"
#include "ui/pages/tide-projects-page.h"
#include "ui/pages/tide-reconciliation-group.h"
#include "ui/pages/tide-saved-briefings.h"
#include "ui/pages/tide-sector-page.h"
#include "ui/pages/tide-sectors-page.h"
#include "ui/pages/tide-targets-card.h"
#include "ui/pages/tide-targets-group.h"
#include "ui/pages/tide-write-pane.h"
#include "ui/rows/tide-attention-row.h"
#include "ui/rows/tide-briefing-parts-row.h"
#include "ui/rows/tide-column-row.h"
#include "ui/rows/tide-date-row.h"
#include "ui/rows/tide-entries-group.h"
#include "ui/rows/tide-explain-button.h"
#include "ui/rows/tide-figure-tile.h"
#include "ui/rows/tide-indicator-row.h"
#include "ui/rows/tide-moment-group.h"
#include "ui/rows/tide-notes-row.h"
#include "ui/rows/tide-option-row.h"
#include "ui/rows/tide-rate-row.h"
#include "ui/rows/tide-reference-row.h"
#include "ui/rows/tide-references-group.h"
#include "ui/rows/tide-shares.h"
#include "ui/rows/tide-stage-steps.h"
#include "ui/rows/tide-target-row.h"
#include "ui/rows/tide-target-subject-row.h"
#include "ui/rows/tide-template-row.h"
#include "ui/rows/tide-version-row.h"

#include "tide-ui-resources.h"

/**
 * tide_ui_init:
 *
 * Makes pages, rows, dialogs and lists usable from `.ui` files: registers their resource and types,
 * and adds their style to the default display. GTK must have been initialised; further calls do
 * nothing.
 */
void
tide_ui_init (void)
{
  static gboolean is_initialised = FALSE;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (is_initialised)
    return;

  is_initialised = TRUE;
  tide_chart_init ();
  tide_ui_register_resource ();
  g_type_ensure (TIDE_TYPE_AS_OF_DIALOG);
  g_type_ensure (TIDE_TYPE_ATTENTION_DIALOG);
  g_type_ensure (TIDE_TYPE_ATTENTION_LIST);
  g_type_ensure (TIDE_TYPE_ATTENTION_PAIR_DIALOG);
  g_type_ensure (TIDE_TYPE_ATTENTION_ROW);
  g_type_ensure (TIDE_TYPE_ATTENTION_SOURCE);
  g_type_ensure (TIDE_TYPE_BULK_BAR);
  g_type_ensure (TIDE_TYPE_BULK_EDIT_DIALOG);
  g_type_ensure (TIDE_TYPE_BOARD);
  g_type_ensure (TIDE_TYPE_BOARD_CARD);
  g_type_ensure (TIDE_TYPE_BOARD_COLUMN);
  g_type_ensure (TIDE_TYPE_BRIEFING_PAGE);
  g_type_ensure (TIDE_TYPE_BRIEFING_VIEW);
  g_type_ensure (TIDE_TYPE_CELL_EDITOR);
  g_type_ensure (TIDE_TYPE_CHANGES_LIST);
  g_type_ensure (TIDE_TYPE_CHANGE_DIALOG);
  g_type_ensure (TIDE_TYPE_CHECK_PANE);
  g_type_ensure (TIDE_TYPE_COLUMNS_DIALOG);
  g_type_ensure (TIDE_TYPE_COLUMN_ROW);
  g_type_ensure (TIDE_TYPE_DATE_ROW);
  g_type_ensure (TIDE_TYPE_COHORT_CARD);
  g_type_ensure (TIDE_TYPE_COMPARE_DATES_DIALOG);
  g_type_ensure (TIDE_TYPE_COMPARISON_DIALOG);
  g_type_ensure (TIDE_TYPE_DELETE_DIALOG);
  g_type_ensure (TIDE_TYPE_ENTRIES_GROUP);
  g_type_ensure (TIDE_TYPE_ENTRY_DIALOG);
  g_type_ensure (TIDE_TYPE_EXPORT_DIALOG);
  g_type_ensure (TIDE_TYPE_EVENTS_COMPARISON_PAGE);
  g_type_ensure (TIDE_TYPE_DIVISIONS_PAGE);
  g_type_ensure (TIDE_TYPE_DIVISIONS_TABLE);
  g_type_ensure (TIDE_TYPE_DIVISION_PAGE);
  g_type_ensure (TIDE_TYPE_EVENTS_PAGE);
  g_type_ensure (TIDE_TYPE_EVENTS_TABLE);
  g_type_ensure (TIDE_TYPE_EVENT_PAGE);
  g_type_ensure (TIDE_TYPE_EXPLAIN_BUTTON);
  g_type_ensure (TIDE_TYPE_FIELD_ROW);
  g_type_ensure (TIDE_TYPE_FIGURE_TILE);
  g_type_ensure (TIDE_TYPE_FILTER_BAR);
  g_type_ensure (TIDE_TYPE_FILTER_CHOICES);
  g_type_ensure (TIDE_TYPE_GROWTH_PANEL);
  g_type_ensure (TIDE_TYPE_HISTORY_FILTER_BAR);
  g_type_ensure (TIDE_TYPE_HISTORY_PAGE);
  g_type_ensure (TIDE_TYPE_HISTORY_TABLE);
  g_type_ensure (TIDE_TYPE_INDICATORS_LIST);
  g_type_ensure (TIDE_TYPE_INDICATORS_PAGE);
  g_type_ensure (TIDE_TYPE_INDICATOR_CHART);
  g_type_ensure (TIDE_TYPE_INDICATOR_ROW);
  g_type_ensure (TIDE_TYPE_INDICATOR_SHARES);
  g_type_ensure (TIDE_TYPE_MOMENT_GROUP);
  g_type_ensure (TIDE_TYPE_IMPORT_DIALOG);
  g_type_ensure (TIDE_TYPE_MOVE_DIALOG);
  g_type_ensure (TIDE_TYPE_NOTES_ROW);
  g_type_ensure (TIDE_TYPE_OBSERVATIONS_TABLE);
  g_type_ensure (TIDE_TYPE_PERIOD_DIALOG);
  g_type_ensure (TIDE_TYPE_PLACEHOLDERS_DIALOG);
  g_type_ensure (TIDE_TYPE_PROBLEMS_DIALOG);
  g_type_ensure (TIDE_TYPE_OVERVIEW_ACCOUNT);
  g_type_ensure (TIDE_TYPE_OVERVIEW_CARD);
  g_type_ensure (TIDE_TYPE_OVERVIEW_CHARTS);
  g_type_ensure (TIDE_TYPE_OVERVIEW_CHOICES);
  g_type_ensure (TIDE_TYPE_OVERVIEW_FIGURES);
  g_type_ensure (TIDE_TYPE_OVERVIEW_PAGE);
  g_type_ensure (TIDE_TYPE_INNOVATION_PAGE);
  g_type_ensure (TIDE_TYPE_PIPELINE_GROUP);
  g_type_ensure (TIDE_TYPE_PLATFORMS_LIST);
  g_type_ensure (TIDE_TYPE_PLATFORM_CHART);
  g_type_ensure (TIDE_TYPE_PLATFORM_PAGE);
  g_type_ensure (TIDE_TYPE_RESULTS_BOARD);
  g_type_ensure (TIDE_TYPE_RESULTS_COLUMN);
  g_type_ensure (TIDE_TYPE_RESULT_CARD);
  g_type_ensure (TIDE_TYPE_PROJECTS_FOOTER);
  g_type_ensure (TIDE_TYPE_PROJECTS_PAGE);
  g_type_ensure (TIDE_TYPE_PROJECTS_TABLE);
  g_type_ensure (TIDE_TYPE_PROJECT_DETAILS);
  g_type_ensure (TIDE_TYPE_PROJECT_DIALOG);
  g_type_ensure (TIDE_TYPE_PROJECT_GROUPS);
  g_type_ensure (TIDE_TYPE_PROJECT_GROUP_HEADER);
  g_type_ensure (TIDE_TYPE_PLACEHOLDER_LIST);
  g_type_ensure (TIDE_TYPE_TEMPLATES_DIALOG);
  g_type_ensure (TIDE_TYPE_TEMPLATES_PAGE);
  g_type_ensure (TIDE_TYPE_TEMPLATE_EDITOR);
  g_type_ensure (TIDE_TYPE_TEMPLATE_PREVIEW);
  g_type_ensure (TIDE_TYPE_TEMPLATE_ROW);
  g_type_ensure (TIDE_TYPE_TEMPLATE_TEXT);
  g_type_ensure (TIDE_TYPE_RATES_DIALOG);
  g_type_ensure (TIDE_TYPE_RATE_ROW);
  g_type_ensure (TIDE_TYPE_RECONCILIATION_GROUP);
  g_type_ensure (TIDE_TYPE_RECORD_DIALOG);
  g_type_ensure (TIDE_TYPE_REFERENCES_GROUP);
  g_type_ensure (TIDE_TYPE_REFERENCE_ROW);
  g_type_ensure (TIDE_TYPE_SECTOR_PAGE);
  g_type_ensure (TIDE_TYPE_SECTORS_PAGE);
  g_type_ensure (TIDE_TYPE_SECTORS_TABLE);
  g_type_ensure (TIDE_TYPE_SHARES);
  g_type_ensure (TIDE_TYPE_STAGE_STEPS);
  g_type_ensure (TIDE_TYPE_TARGETS_CARD);
  g_type_ensure (TIDE_TYPE_TARGETS_GROUP);
  g_type_ensure (TIDE_TYPE_TARGETS_SOURCE);
  g_type_ensure (TIDE_TYPE_TARGET_ROW);
  g_type_ensure (TIDE_TYPE_TARGET_SUBJECT_ROW);
  g_type_ensure (TIDE_TYPE_VERSIONS_DIALOG);
  g_type_ensure (TIDE_TYPE_VERSION_ROW);
  g_type_ensure (TIDE_TYPE_TRIM_DIALOG);
  g_type_ensure (TIDE_TYPE_VIEW);
  g_type_ensure (TIDE_TYPE_VOCABULARY_DIALOG);
  g_type_ensure (TIDE_TYPE_VOCABULARY_ROW);
  g_type_ensure (TIDE_TYPE_BRIEFING_CHANGES);
  g_type_ensure (TIDE_TYPE_BRIEFING_CHOICES);
  g_type_ensure (TIDE_TYPE_BRIEFING_PARTS_ROW);
  g_type_ensure (TIDE_TYPE_OPTION_ROW);
  g_type_ensure (TIDE_TYPE_SAVED_BRIEFINGS);
  g_type_ensure (TIDE_TYPE_WRITE_PANE);

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/tideline_app/Tideline/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
