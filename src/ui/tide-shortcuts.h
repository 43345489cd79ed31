/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideShortcutScope:
 * @TIDE_SHORTCUTS_APPLICATION: accelerators, which come before what has the focus
 * @TIDE_SHORTCUTS_WINDOW: of windows, after what has the focus
 * @TIDE_SHORTCUTS_PROJECTS_PAGE: of the page of projects
 * @TIDE_SHORTCUTS_PROJECTS_TABLE: of the table and the board of projects
 * @TIDE_SHORTCUTS_BOARD: of the board of projects, which has those of the table as well
 * @TIDE_SHORTCUTS_COLUMN_ROW: of the rows in which the columns of the table are chosen
 * @TIDE_SHORTCUTS_PROJECT_DETAILS: of the details of a project
 * @TIDE_SHORTCUTS_FILTER_CHIP: of the chips of the filter bar
 * @TIDE_SHORTCUTS_SECTORS_TABLE: of the table of sectors
 * @TIDE_SHORTCUTS_DIVISIONS_TABLE: of the table of divisions
 * @TIDE_SHORTCUTS_INDICATORS_LIST: of the list of indicators
 * @TIDE_SHORTCUTS_OBSERVATIONS_TABLE: of the table of observations
 * @TIDE_SHORTCUTS_EVENTS_TABLE: of the table of events
 * @TIDE_SHORTCUTS_PLATFORMS_LIST: of the list of platforms
 * @TIDE_SHORTCUTS_RESULTS_BOARD: of the board of results
 * @TIDE_SHORTCUTS_VOCABULARY: of the lists of divisions, parties and sources
 * @TIDE_SHORTCUTS_BRIEFING: of the text of a briefing
 * @TIDE_SHORTCUTS_CHECK_PANE: of the pane that checks a text
 * @TIDE_SHORTCUTS_REPORT_DIALOG: of the dialog that shows a report
 * @TIDE_SHORTCUTS_RECENTS: of the registers opened last
 * @TIDE_SHORTCUTS_SAVED_FILTERS: of the saved filters in the sidebar
 * @TIDE_SHORTCUTS_TOOLKIT: keys that GTK or a widget knows by itself, to be shown only
 *
 * Where a shortcut works. A key that means something in a text, such as Delete, belongs to the
 * widget that acts on it: an accelerator would take it away from the text.
 */
typedef enum
{
  TIDE_SHORTCUTS_APPLICATION,
  TIDE_SHORTCUTS_WINDOW,
  TIDE_SHORTCUTS_PROJECTS_PAGE,
  TIDE_SHORTCUTS_PROJECTS_TABLE,
  TIDE_SHORTCUTS_BOARD,
  TIDE_SHORTCUTS_COLUMN_ROW,
  TIDE_SHORTCUTS_PROJECT_DETAILS,
  TIDE_SHORTCUTS_FILTER_CHIP,
  TIDE_SHORTCUTS_SECTORS_TABLE,
  TIDE_SHORTCUTS_DIVISIONS_TABLE,
  TIDE_SHORTCUTS_INDICATORS_LIST,
  TIDE_SHORTCUTS_OBSERVATIONS_TABLE,
  TIDE_SHORTCUTS_EVENTS_TABLE,
  TIDE_SHORTCUTS_PLATFORMS_LIST,
  TIDE_SHORTCUTS_RESULTS_BOARD,
  TIDE_SHORTCUTS_VOCABULARY,
  TIDE_SHORTCUTS_HISTORY_PAGE,
  TIDE_SHORTCUTS_BRIEFING,
  TIDE_SHORTCUTS_CHECK_PANE,
  TIDE_SHORTCUTS_REPORT_DIALOG,
  TIDE_SHORTCUTS_RECENTS,
  TIDE_SHORTCUTS_SAVED_FILTERS,
  TIDE_SHORTCUTS_TOOLKIT,
} TideShortcutScope;

typedef enum
{
  TIDE_SHORTCUT_GROUP_GENERAL,
  TIDE_SHORTCUT_GROUP_REGISTERS,
  TIDE_SHORTCUT_GROUP_EDITING,
  TIDE_SHORTCUT_GROUP_PROJECTS,
  TIDE_SHORTCUT_GROUP_SECTORS,
  TIDE_SHORTCUT_GROUP_DIVISIONS,
  TIDE_SHORTCUT_GROUP_INDICATORS,
  TIDE_SHORTCUT_GROUP_EVENTS,
  TIDE_SHORTCUT_GROUP_INNOVATION,
  TIDE_SHORTCUT_GROUP_BRIEFING,
  TIDE_SHORTCUT_GROUP_LISTS,
  TIDE_SHORTCUT_GROUP_HISTORY,
  TIDE_SHORTCUT_GROUP_CHARTS,
  TIDE_N_SHORTCUT_GROUPS,
} TideShortcutGroup;

/**
 * TideShortcut:
 * @scope: where it works
 * @group: under which heading it is shown
 * @title: what it does, to be translated with gettext
 * @action: (nullable): the detailed name of the action; %NULL for those of the toolkit
 * @keys: what gtk_accelerator_parse() reads; all work, and the first @n_shown are shown
 * @n_shown: how many of @keys are shown
 *
 * One act that can be done with the keyboard.
 */
typedef struct
{
  TideShortcutScope scope;
  TideShortcutGroup group;
  const char *title;
  const char *action;
  const char *keys[5];
  guint n_shown;
} TideShortcut;

const TideShortcut *tide_shortcuts_get (guint *n_shortcuts);
const char *tide_shortcut_group_get_title (TideShortcutGroup group);
const TideShortcut *tide_shortcuts_find (const char *action);
char *tide_shortcut_dup_label (const TideShortcut *shortcut, guint key);
GStrv tide_shortcut_dup_caps (const TideShortcut *shortcut, guint key);
char *tide_shortcut_dup_spoken (const TideShortcut *shortcut);

void tide_shortcuts_install (GtkWidgetClass *widget_class,
                             TideShortcutScope scope,
                             GtkShortcutFunc callback);
void tide_shortcuts_add_controller (GtkWidget *widget, TideShortcutScope scope);

G_END_DECLS
