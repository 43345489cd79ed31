/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-export-names.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *suffix;
} formats[TIDE_N_EXPORT_FORMATS] = {
  [TIDE_EXPORT_CSV] = { N_ ("CSV Table"), "csv" },
  [TIDE_EXPORT_TSV] = { N_ ("TSV Table"), "tsv" },
  [TIDE_EXPORT_XLSX] = { N_ ("Excel Workbook"), "xlsx" },
  [TIDE_EXPORT_MARKDOWN] = { N_ ("Markdown Tables"), "md" },
};

static const char *const types[TIDE_N_EXPORT_TYPES] = {
  [TIDE_EXPORT_PROJECTS] = N_ ("Projects"),
  [TIDE_EXPORT_AMOUNTS] = NC_ ("export", "Amounts of the Projects"),
  [TIDE_EXPORT_STAGES] = NC_ ("export", "Stages of the Projects"),
  [TIDE_EXPORT_STATUSES] = NC_ ("export", "Statuses of the Projects"),
  [TIDE_EXPORT_PARTICIPATIONS] = NC_ ("export", "Parties of the Projects"),
  [TIDE_EXPORT_CLASSIFICATIONS] = NC_ ("export", "Sectors of the Projects"),
  [TIDE_EXPORT_ACTIVITIES] = NC_ ("export", "Activities of the Projects"),
  [TIDE_EXPORT_PARTIES] = N_ ("Parties"),
  [TIDE_EXPORT_INDICATORS] = N_ ("Indicators"),
  [TIDE_EXPORT_OBSERVATIONS] = NC_ ("export", "Observations of the Indicators"),
  [TIDE_EXPORT_GROWTH] = NC_ ("export", "Growth of the Indicators"),
  [TIDE_EXPORT_BREAKS] = NC_ ("export", "Breaks of the Indicators"),
  [TIDE_EXPORT_TARGETS] = N_ ("Targets"),
  [TIDE_EXPORT_EVENTS] = N_ ("Events"),
  [TIDE_EXPORT_DECLARED] = NC_ ("export", "Declared Amounts of the Events"),
  [TIDE_EXPORT_PLATFORMS] = N_ ("Platforms"),
  [TIDE_EXPORT_COUNTS] = NC_ ("export", "Counts of the Platforms"),
  [TIDE_EXPORT_RESULTS] = NC_ ("export", "Results"),
  [TIDE_EXPORT_RESULT_STAGES] = NC_ ("export", "Stages of the Results"),
  [TIDE_EXPORT_DIVISIONS] = N_ ("Divisions"),
  [TIDE_EXPORT_TAXONOMIES] = NC_ ("export", "Classifications"),
  [TIDE_EXPORT_SECTORS] = N_ ("Sectors"),
  [TIDE_EXPORT_MAPPINGS] = NC_ ("export", "Mappings of the Sectors"),
  [TIDE_EXPORT_SOURCES] = N_ ("Sources"),
  [TIDE_EXPORT_RATE_SETS] = NC_ ("export", "Sets of Exchange Rates"),
  [TIDE_EXPORT_RATES] = N_ ("Exchange Rates"),
};

/**
 * tide_export_names_get_format:
 * @format: a format of tables
 *
 * Returns: what a person calls it
 */
const char *
tide_export_names_get_format (TideExportFormat format)
{
  g_return_val_if_fail (format < TIDE_N_EXPORT_FORMATS, NULL);

  return _ (formats[format].name);
}

/**
 * tide_export_names_get_suffix:
 * @format: a format of tables
 *
 * Returns: what the names of its files end in, without the dot
 */
const char *
tide_export_names_get_suffix (TideExportFormat format)
{
  g_return_val_if_fail (format < TIDE_N_EXPORT_FORMATS, NULL);

  return formats[format].suffix;
}

/**
 * tide_export_names_get_type:
 * @type: what the rows of a table are
 *
 * Returns: what a person calls them
 */
const char *
tide_export_names_get_type (TideExportType type)
{
  const char *name;

  g_return_val_if_fail (type < TIDE_N_EXPORT_TYPES, NULL);

  name = g_dpgettext2 (NULL, "export", types[type]);

  return name != types[type] ? name : _ (types[type]);
}

/**
 * tide_export_names_create_filters:
 * @format: a format of tables
 *
 * Returns: (transfer full): for a file dialog, the filter of that format's files
 */
GListModel *
tide_export_names_create_filters (TideExportFormat format)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, tide_export_names_get_format (format));
  gtk_file_filter_add_suffix (filter, tide_export_names_get_suffix (format));
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}
