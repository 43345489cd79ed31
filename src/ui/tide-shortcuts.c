/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

static const char *const group_titles[TIDE_N_SHORTCUT_GROUPS] = {
  [TIDE_SHORTCUT_GROUP_GENERAL] = NC_ ("shortcuts", "General"),
  [TIDE_SHORTCUT_GROUP_REGISTERS] = NC_ ("shortcuts", "Registers"),
  [TIDE_SHORTCUT_GROUP_EDITING] = NC_ ("shortcuts", "Editing"),
  [TIDE_SHORTCUT_GROUP_PROJECTS] = NC_ ("shortcuts", "Projects"),
  [TIDE_SHORTCUT_GROUP_SECTORS] = NC_ ("shortcuts", "Sectors"),
  [TIDE_SHORTCUT_GROUP_DIVISIONS] = NC_ ("shortcuts", "Divisions"),
  [TIDE_SHORTCUT_GROUP_INDICATORS] = NC_ ("shortcuts", "Indicators"),
  [TIDE_SHORTCUT_GROUP_EVENTS] = NC_ ("shortcuts", "Events"),
  [TIDE_SHORTCUT_GROUP_INNOVATION] = NC_ ("shortcuts", "Innovation"),
  [TIDE_SHORTCUT_GROUP_BRIEFING] = NC_ ("shortcuts", "Briefing"),
  [TIDE_SHORTCUT_GROUP_LISTS] = NC_ ("shortcuts", "Divisions, Parties and Sources"),
  [TIDE_SHORTCUT_GROUP_HISTORY] = NC_ ("shortcuts", "History"),
  [TIDE_SHORTCUT_GROUP_CHARTS] = NC_ ("shortcuts", "Charts"),
};

#define APPLICATION TIDE_SHORTCUTS_APPLICATION
#define WINDOW TIDE_SHORTCUTS_WINDOW
#define PAGE TIDE_SHORTCUTS_PROJECTS_PAGE
#define TABLE TIDE_SHORTCUTS_PROJECTS_TABLE
#define BOARD TIDE_SHORTCUTS_BOARD
#define COLUMN TIDE_SHORTCUTS_COLUMN_ROW
#define DETAILS TIDE_SHORTCUTS_PROJECT_DETAILS
#define CHIP TIDE_SHORTCUTS_FILTER_CHIP
#define SECTORS_TABLE TIDE_SHORTCUTS_SECTORS_TABLE
#define DIVISIONS_TABLE TIDE_SHORTCUTS_DIVISIONS_TABLE
#define INDICATORS_LIST TIDE_SHORTCUTS_INDICATORS_LIST
#define OBSERVATIONS TIDE_SHORTCUTS_OBSERVATIONS_TABLE
#define EVENTS_TABLE TIDE_SHORTCUTS_EVENTS_TABLE
#define PLATFORMS_LIST TIDE_SHORTCUTS_PLATFORMS_LIST
#define RESULTS_BOARD TIDE_SHORTCUTS_RESULTS_BOARD
#define VOCABULARY TIDE_SHORTCUTS_VOCABULARY
#define HISTORY_PAGE TIDE_SHORTCUTS_HISTORY_PAGE
#define BRIEFING_TEXT TIDE_SHORTCUTS_BRIEFING
#define CHECK_PANE TIDE_SHORTCUTS_CHECK_PANE
#define REPORT_DIALOG TIDE_SHORTCUTS_REPORT_DIALOG
#define RECENTS TIDE_SHORTCUTS_RECENTS
#define SAVED_FILTERS TIDE_SHORTCUTS_SAVED_FILTERS
#define TOOLKIT TIDE_SHORTCUTS_TOOLKIT

#define GENERAL TIDE_SHORTCUT_GROUP_GENERAL
#define REGISTERS TIDE_SHORTCUT_GROUP_REGISTERS
#define EDITING TIDE_SHORTCUT_GROUP_EDITING
#define PROJECTS TIDE_SHORTCUT_GROUP_PROJECTS
#define SECTORS TIDE_SHORTCUT_GROUP_SECTORS
#define DIVISIONS TIDE_SHORTCUT_GROUP_DIVISIONS
#define INDICATORS TIDE_SHORTCUT_GROUP_INDICATORS
#define EVENTS TIDE_SHORTCUT_GROUP_EVENTS
#define INNOVATION TIDE_SHORTCUT_GROUP_INNOVATION
#define BRIEFING TIDE_SHORTCUT_GROUP_BRIEFING
#define LISTS TIDE_SHORTCUT_GROUP_LISTS
#define HISTORY TIDE_SHORTCUT_GROUP_HISTORY
#define CHARTS TIDE_SHORTCUT_GROUP_CHARTS

static const TideShortcut shortcuts[] = {
  { APPLICATION, GENERAL, N_ ("Search"), "win.search", { "<Control>f" }, 1 },
  { APPLICATION, GENERAL, N_ ("Show or hide the sidebar"), "win.toggle-sidebar", { "F9" }, 1 },
  { TOOLKIT, GENERAL, N_ ("Main menu"), NULL, { "F10" }, 1 },
  { APPLICATION, GENERAL, N_ ("Preferences"), "app.preferences", { "<Control>comma" }, 1 },
  { APPLICATION,
    GENERAL,
    N_ ("Keyboard shortcuts"),
    "app.shortcuts",
    { "<Control>question", "<Control>slash" },
    1 },
  { APPLICATION, GENERAL, N_ ("Help"), "app.help", { "F1" }, 1 },
  { APPLICATION, GENERAL, N_ ("Close the window"), "window.close", { "<Control>w" }, 1 },
  { APPLICATION, GENERAL, N_ ("Quit"), "app.quit", { "<Control>q" }, 1 },

  { APPLICATION, REGISTERS, N_ ("New register"), "app.new", { "<Control>n" }, 1 },
  { APPLICATION, REGISTERS, N_ ("Open a register"), "app.open", { "<Control>o" }, 1 },
  { APPLICATION, REGISTERS, N_ ("Save"), "win.save", { "<Control>s" }, 1 },
  { APPLICATION,
    REGISTERS,
    N_ ("Save under another name"),
    "win.save-as",
    { "<Control><Shift>s" },
    1 },

  { APPLICATION,
    REGISTERS,
    N_ ("Show the register as of a date"),
    "win.as-of",
    { "<Control><Shift>t" },
    1 },
  { APPLICATION, REGISTERS, N_ ("Print"), "win.print", { "<Control>p" }, 1 },
  { APPLICATION,
    REGISTERS,
    N_ ("Show a report, to print it or to save it as PDF"),
    "win.report",
    { "<Control><Shift>p" },
    1 },
  { APPLICATION, REGISTERS, N_ ("Export tables"), "win.export", { "<Control><Shift>e" }, 1 },
  { REPORT_DIALOG,
    REGISTERS,
    N_ ("Next page of the report"),
    "report.next-page",
    { "Page_Down", "KP_Page_Down" },
    1 },
  { REPORT_DIALOG,
    REGISTERS,
    N_ ("Previous page of the report"),
    "report.previous-page",
    { "Page_Up", "KP_Page_Up" },
    1 },

  { RECENTS, REGISTERS, N_ ("Forget a recent register"), "recent.forget", { "Delete" }, 1 },

  { WINDOW, EDITING, N_ ("Undo"), "win.undo", { "<Control>z" }, 1 },
  { WINDOW, EDITING, N_ ("Redo"), "win.redo", { "<Control><Shift>z" }, 1 },

  { APPLICATION, PROJECTS, N_ ("Add a project"), "projects.add", { "<Control><Shift>n" }, 1 },
  { TABLE, PROJECTS, N_ ("Edit the project"), "project.edit", { "<Control>e" }, 1 },
  { TABLE,
    PROJECTS,
    N_ ("Show the project’s details"),
    "project.show-details",
    { "<Alt>Return", "<Alt>KP_Enter" },
    1 },
  { TABLE,
    PROJECTS,
    N_ ("Edit the selected projects together"),
    "project.edit-selected",
    { "<Control>b" },
    1 },
  { TABLE,
    PROJECTS,
    N_ ("Move the selected projects to another stage"),
    "project.move-stage",
    { "<Control>m" },
    1 },
  { TABLE,
    PROJECTS,
    N_ ("Change the status of the selected projects"),
    "project.change-status",
    { "<Control><Shift>m" },
    1 },
  { TABLE,
    PROJECTS,
    N_ ("Edit the cells of the row, with Tab to the next"),
    "list.edit-cell",
    { "F2" },
    1 },
  { TABLE, PROJECTS, N_ ("Copy the selected projects"), "list.copy", { "<Control>c" }, 1 },
  { PAGE, PROJECTS, N_ ("Paste projects"), "list.paste", { "<Control>v" }, 1 },
  { TABLE, PROJECTS, N_ ("Duplicate the project"), "project.duplicate", { "<Control>d" }, 1 },
  { TABLE,
    PROJECTS,
    N_ ("Delete the selected projects"),
    "project.delete",
    { "Delete", "KP_Delete" },
    1 },
  { TOOLKIT, PROJECTS, N_ ("Select all projects"), NULL, { "<Control>a" }, 1 },
  { TOOLKIT,
    PROJECTS,
    N_ ("Fold or unfold the group"),
    NULL,
    { "Left", "Right", "minus", "plus" },
    4 },
  { APPLICATION,
    PROJECTS,
    N_ ("Show what needs attention"),
    "win.show-attention",
    { "<Control><Shift>a" },
    1 },
  { PAGE,
    PROJECTS,
    N_ ("Go to the details, and back to the list"),
    "project.go-to-details",
    { "F6" },
    1 },
  { DETAILS,
    PROJECTS,
    N_ ("Remove the entry of the details"),
    "details.remove",
    { "Delete", "KP_Delete" },
    1 },
  { DETAILS,
    PROJECTS,
    N_ ("Record the next step as done"),
    "details.finish",
    { "<Control>Return", "<Control>KP_Enter" },
    1 },
  { PAGE, PROJECTS, N_ ("Add a filter"), "projects.add-filter", { "<Control>l" }, 1 },
  { CHIP,
    PROJECTS,
    N_ ("Remove the filter"),
    "chip.remove",
    { "Delete", "BackSpace", "KP_Delete" },
    2 },
  { PAGE, PROJECTS, N_ ("Clear all filters"), "projects.clear-filters", { "<Control>u" }, 1 },
  { PAGE,
    PROJECTS,
    N_ ("Show the projects as a table"),
    "projects.show-table",
    { "<Control>1", "<Control>KP_1" },
    1 },
  { PAGE,
    PROJECTS,
    N_ ("Show the projects as a board"),
    "projects.show-board",
    { "<Control>2", "<Control>KP_2" },
    1 },
  { COLUMN,
    PROJECTS,
    N_ ("Move the column forward, where columns are chosen"),
    "column.move-up",
    { "<Alt>Up", "<Alt>KP_Up" },
    1 },
  { COLUMN,
    PROJECTS,
    N_ ("Move the column back, where columns are chosen"),
    "column.move-down",
    { "<Alt>Down", "<Alt>KP_Down" },
    1 },
  { COLUMN,
    PROJECTS,
    N_ ("Make the column narrower, where columns are chosen"),
    "column.narrow",
    { "<Alt>Left", "<Alt>KP_Left" },
    1 },
  { COLUMN,
    PROJECTS,
    N_ ("Make the column wider, where columns are chosen"),
    "column.widen",
    { "<Alt>Right", "<Alt>KP_Right" },
    1 },
  { BOARD,
    PROJECTS,
    N_ ("Move the selected cards to the column on the left"),
    "board.move-left",
    { "<Alt>Left", "<Alt>KP_Left" },
    1 },
  { BOARD,
    PROJECTS,
    N_ ("Move the selected cards to the column on the right"),
    "board.move-right",
    { "<Alt>Right", "<Alt>KP_Right" },
    1 },
  { BOARD, PROJECTS, N_ ("Menu of the card"), "board.show-menu", { "<Shift>F10", "Menu" }, 2 },

  { APPLICATION, PROJECTS, N_ ("Save the filter"), "win.save-filter", { "<Control><Shift>f" }, 1 },
  { SAVED_FILTERS, PROJECTS, N_ ("Rename the saved filter"), "filter.edit", { "F2" }, 1 },
  { SAVED_FILTERS,
    PROJECTS,
    N_ ("Delete the saved filter"),
    "filter.delete",
    { "Delete", "KP_Delete" },
    1 },
  { SAVED_FILTERS,
    PROJECTS,
    N_ ("Menu of the saved filter"),
    "filter.show-menu",
    { "<Shift>F10", "Menu" },
    2 },

  { TOOLKIT, SECTORS, N_ ("Open the sector’s page"), NULL, { "Return" }, 1 },
  { TOOLKIT, SECTORS, N_ ("Back to the sectors"), NULL, { "Escape", "<Alt>Left" }, 2 },
  { SECTORS_TABLE, SECTORS, N_ ("Edit the sector"), "sector.edit", { "<Control>e" }, 1 },
  { SECTORS_TABLE,
    SECTORS,
    N_ ("Show the sector’s projects"),
    "sector.show-projects",
    { "<Alt>Return", "<Alt>KP_Enter" },
    1 },
  { SECTORS_TABLE,
    SECTORS,
    N_ ("Delete the sector"),
    "sector.delete",
    { "Delete", "KP_Delete" },
    1 },
  { SECTORS_TABLE,
    SECTORS,
    N_ ("Menu of the sector"),
    "sector.show-menu",
    { "<Shift>F10", "Menu" },
    2 },
  { TOOLKIT, SECTORS, N_ ("Fold or unfold what stands below"), NULL, { "Left", "Right" }, 2 },

  { TOOLKIT, DIVISIONS, N_ ("Open the division’s page"), NULL, { "Return" }, 1 },
  { TOOLKIT, DIVISIONS, N_ ("Back to the divisions"), NULL, { "Escape", "<Alt>Left" }, 2 },
  { DIVISIONS_TABLE, DIVISIONS, N_ ("Edit the division"), "division.edit", { "<Control>e" }, 1 },
  { DIVISIONS_TABLE,
    DIVISIONS,
    N_ ("Show the division’s projects"),
    "division.show-projects",
    { "<Alt>Return", "<Alt>KP_Enter" },
    1 },
  { DIVISIONS_TABLE,
    DIVISIONS,
    N_ ("Delete the division"),
    "division.delete",
    { "Delete", "KP_Delete" },
    1 },
  { DIVISIONS_TABLE,
    DIVISIONS,
    N_ ("Menu of the division"),
    "division.show-menu",
    { "<Shift>F10", "Menu" },
    2 },

  { INDICATORS_LIST, INDICATORS, N_ ("Edit the indicator"), "indicator.edit", { "<Control>e" }, 1 },
  { INDICATORS_LIST,
    INDICATORS,
    N_ ("Delete the indicator"),
    "indicator.delete",
    { "Delete", "KP_Delete" },
    1 },
  { OBSERVATIONS,
    INDICATORS,
    N_ ("Paste rows of a spreadsheet"),
    "observations.paste",
    { "<Control><Shift>v" },
    1 },
  { EVENTS_TABLE, EVENTS, N_ ("Edit the event"), "event.edit", { "<Control>e" }, 1 },
  { EVENTS_TABLE,
    EVENTS,
    N_ ("Show the event’s projects"),
    "event.show-projects",
    { "<Alt>Return", "<Alt>KP_Enter" },
    1 },
  { EVENTS_TABLE, EVENTS, N_ ("Delete the event"), "event.delete", { "Delete", "KP_Delete" }, 1 },
  { EVENTS_TABLE,
    EVENTS,
    N_ ("Menu of the event"),
    "event.show-menu",
    { "<Shift>F10", "Menu" },
    2 },

  { PLATFORMS_LIST, INNOVATION, N_ ("Edit the platform"), "platform.edit", { "<Control>e" }, 1 },
  { PLATFORMS_LIST,
    INNOVATION,
    N_ ("Delete the platform"),
    "platform.delete",
    { "Delete", "KP_Delete" },
    1 },
  { PLATFORMS_LIST,
    INNOVATION,
    N_ ("Menu of the platform"),
    "platform.show-menu",
    { "<Shift>F10", "Menu" },
    2 },
  { RESULTS_BOARD, INNOVATION, N_ ("Edit the result"), "result.edit", { "<Control>e" }, 1 },
  { RESULTS_BOARD,
    INNOVATION,
    N_ ("Move the result to the stage before"),
    "result.move-left",
    { "<Alt>Left", "<Alt>KP_Left" },
    1 },
  { RESULTS_BOARD,
    INNOVATION,
    N_ ("Move the result to the next stage"),
    "result.move-right",
    { "<Alt>Right", "<Alt>KP_Right" },
    1 },
  { RESULTS_BOARD,
    INNOVATION,
    N_ ("Show the platform of the result"),
    "result.show-platform",
    { "<Alt>Return", "<Alt>KP_Enter" },
    1 },
  { RESULTS_BOARD,
    INNOVATION,
    N_ ("Delete the result"),
    "result.delete",
    { "Delete", "KP_Delete" },
    1 },
  { RESULTS_BOARD,
    INNOVATION,
    N_ ("Menu of the result"),
    "result.show-menu",
    { "<Shift>F10", "Menu" },
    2 },

  { BRIEFING_TEXT, BRIEFING, N_ ("Go to the next number"), "number.next", { "<Control>Down" }, 1 },
  { BRIEFING_TEXT,
    BRIEFING,
    N_ ("Go to the number before"),
    "number.previous",
    { "<Control>Up" },
    1 },
  { BRIEFING_TEXT,
    BRIEFING,
    N_ ("Show what is behind the number"),
    "number.open",
    { "Return", "KP_Enter" },
    1 },
  { CHECK_PANE, BRIEFING, N_ ("Next finding in the text"), "check.next", { "F8" }, 1 },
  { CHECK_PANE,
    BRIEFING,
    N_ ("Previous finding in the text"),
    "check.previous",
    { "<Shift>F8" },
    1 },
  { CHECK_PANE,
    BRIEFING,
    N_ ("Check the text now"),
    "check.start",
    { "<Control>Return", "<Control>KP_Enter" },
    1 },
  { TOOLKIT, BRIEFING, N_ ("Open the record of the finding"), NULL, { "Return" }, 1 },

  { VOCABULARY, LISTS, N_ ("Edit the record"), "vocabulary.edit", { "<Control>e" }, 1 },
  { VOCABULARY,
    LISTS,
    N_ ("Delete the record"),
    "vocabulary.delete",
    { "Delete", "KP_Delete" },
    1 },
  { VOCABULARY,
    LISTS,
    N_ ("Menu of the record"),
    "vocabulary.show-menu",
    { "<Shift>F10", "Menu" },
    2 },

  { HISTORY_PAGE, HISTORY, N_ ("Restore the value"), "history.restore", { "<Control>r" }, 1 },
  { HISTORY_PAGE, HISTORY, N_ ("Clear all filters"), "history.clear-filters", { "<Control>u" }, 1 },

  { TOOLKIT,
    CHARTS,
    N_ ("Go to the next or the previous bar"),
    NULL,
    { "Up", "Down", "Left", "Right" },
    4 },
  { TOOLKIT, CHARTS, N_ ("Go to the first or the last bar"), NULL, { "Home", "End" }, 2 },
  { TOOLKIT, CHARTS, N_ ("Show the projects behind the bar"), NULL, { "Return", "space" }, 2 },
  { TOOLKIT, CHARTS, N_ ("Copy the picture, or the rows of the table"), NULL, { "<Control>c" }, 1 },
  { TOOLKIT, CHARTS, N_ ("Menu of the chart"), NULL, { "<Shift>F10", "Menu" }, 2 },
};

/* What is written on a modifier, and what it is called. */
static const struct
{
  GdkModifierType modifier;
  const char *cap;
  const char *spoken;
} modifier_names[] = {
  { GDK_CONTROL_MASK, NC_ ("key", "Ctrl"), NC_ ("key, read aloud", "Control") },
  { GDK_ALT_MASK, NC_ ("key", "Alt"), NC_ ("key, read aloud", "Alt") },
  { GDK_SHIFT_MASK, NC_ ("key", "Shift"), NC_ ("key, read aloud", "Shift") },
};

/* Keys with a sign that a screen reader would pass over, or with a short name. */
static const struct
{
  guint key;
  const char *cap;
  const char *spoken;
} signs[] = {
  { GDK_KEY_comma, ",", NC_ ("key, read aloud", "Comma") },
  { GDK_KEY_question, "?", NC_ ("key, read aloud", "Question Mark") },
  { GDK_KEY_Delete, "Del", NC_ ("key, read aloud", "Delete") },
  { GDK_KEY_Up, "↑", NC_ ("key, read aloud", "Up") },
  { GDK_KEY_Down, "↓", NC_ ("key, read aloud", "Down") },
  { GDK_KEY_Left, "←", NC_ ("key, read aloud", "Left") },
  { GDK_KEY_Right, "→", NC_ ("key, read aloud", "Right") },
};

static char *
dup_key (guint key, gboolean is_spoken)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].key == key)
      return g_strdup (is_spoken ? g_dpgettext2 (NULL, "key, read aloud", signs[i].spoken)
                                 : signs[i].cap);

  return gtk_accelerator_get_label (key, 0);
}

static GStrv
dup_parts (const char *accelerator, gboolean is_spoken)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  GdkModifierType held;
  guint key;

  gtk_accelerator_parse (accelerator, &key, &held);
  for (gsize i = 0; i < G_N_ELEMENTS (modifier_names); i++)
    if ((held & modifier_names[i].modifier) != 0)
      g_strv_builder_add (
          parts, is_spoken ? g_dpgettext2 (NULL, "key, read aloud", modifier_names[i].spoken)
                           : g_dpgettext2 (NULL, "key", modifier_names[i].cap));
  g_strv_builder_take (parts, dup_key (key, is_spoken));

  return g_strv_builder_end (parts);
}

/**
 * tide_shortcuts_get:
 * @n_shortcuts: (out): how many there are
 *
 * The one table of the program's keys: what it binds and what it shows.
 *
 * Returns: (array length=n_shortcuts) (transfer none): all shortcuts, group by group
 */
const TideShortcut *
tide_shortcuts_get (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);

  return shortcuts;
}

/**
 * tide_shortcut_group_get_title:
 * @group: a group
 *
 * Returns: (transfer none): its heading, translated
 */
const char *
tide_shortcut_group_get_title (TideShortcutGroup group)
{
  g_return_val_if_fail (group < TIDE_N_SHORTCUT_GROUPS, NULL);

  return g_dpgettext2 (NULL, "shortcuts", group_titles[group]);
}

/**
 * tide_shortcut_dup_label:
 * @shortcut: a shortcut
 * @key: index into its keys
 *
 * Returns: (transfer full): the key as it stands on a keyboard: `Ctrl+N`
 */
char *
tide_shortcut_dup_label (const TideShortcut *shortcut, guint key)
{
  GdkModifierType modifiers;
  guint keyval;

  g_return_val_if_fail (key < G_N_ELEMENTS (shortcut->keys), NULL);

  gtk_accelerator_parse (shortcut->keys[key], &keyval, &modifiers);

  return gtk_accelerator_get_label (keyval, modifiers);
}

/**
 * tide_shortcut_dup_caps:
 * @shortcut: a shortcut
 * @key: index into its keys
 *
 * Returns: (transfer full): what is written on the keys that are held down together: `Ctrl`, `N`
 */
GStrv
tide_shortcut_dup_caps (const TideShortcut *shortcut, guint key)
{
  g_return_val_if_fail (key < G_N_ELEMENTS (shortcut->keys), NULL);

  return dup_parts (shortcut->keys[key], FALSE);
}

/**
 * tide_shortcut_dup_spoken:
 * @shortcut: a shortcut
 *
 * Returns: (transfer full): what a screen reader says of it: `Save, Control S`
 */
char *
tide_shortcut_dup_spoken (const TideShortcut *shortcut)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < shortcut->n_shown; i++)
    {
      g_auto (GStrv) parts = dup_parts (shortcut->keys[i], TRUE);
      g_autofree char *key = g_strjoinv (" ", parts);

      if (i > 0)
        /* Translators: between two keys either of which will do, read aloud: Menu or Shift F10 */
        g_string_append (keys, C_ ("keys, read aloud", " or "));
      g_string_append (keys, key);
    }

  /* Translators: what a key does, and the key, read aloud: Save, Control S */
  return g_strdup_printf (C_ ("keys, read aloud", "%s, %s"), _ (shortcut->title), keys->str);
}

/**
 * tide_shortcuts_find:
 * @action: the detailed name of an action
 *
 * Returns: (transfer none) (nullable): the shortcut that does it
 */
const TideShortcut *
tide_shortcuts_find (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (g_strcmp0 (shortcuts[i].action, action) == 0)
      return &shortcuts[i];

  return NULL;
}

static void
bind_key (GtkWidgetClass *widget_class,
          const char *key,
          const char *action,
          GtkShortcutFunc callback)
{
  GdkModifierType modifiers;
  guint keyval;

  if (!gtk_accelerator_parse (key, &keyval, &modifiers))
    g_assert_not_reached ();

  if (callback != NULL)
    gtk_widget_class_add_binding (widget_class, keyval, modifiers, callback, "s", action);
  else
    gtk_widget_class_add_binding_action (widget_class, keyval, modifiers, action, NULL);
}

/**
 * tide_shortcuts_install:
 * @widget_class: the class of the widgets to which the keys of @scope belong
 * @scope: a scope
 * @callback: (nullable) (scope forever): called with the name of the action instead of activating
 *   it
 *
 * Binds the keys of @scope. Call it from the class's own initialisation.
 */
void
tide_shortcuts_install (GtkWidgetClass *widget_class,
                        TideShortcutScope scope,
                        GtkShortcutFunc callback)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].scope != scope)
        continue;

      /* Menus show the key that was bound last. */
      for (gsize j = G_N_ELEMENTS (shortcuts[i].keys); j > 0; j--)
        if (shortcuts[i].keys[j - 1] != NULL)
          bind_key (widget_class, shortcuts[i].keys[j - 1], shortcuts[i].action, callback);
    }
}

/**
 * tide_shortcuts_add_controller:
 * @widget: a widget inside one of the class that has the keys of @scope
 * @scope: a scope whose acts all have actions
 *
 * Has @widget act on the keys of @scope before what lies between it and that class gets them, such
 * as a list of rows that takes the keys of pages for itself.
 */
void
tide_shortcuts_add_controller (GtkWidget *widget, TideShortcutScope scope)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].scope != scope)
        continue;

      for (gsize j = 0; j < G_N_ELEMENTS (shortcuts[i].keys) && shortcuts[i].keys[j] != NULL; j++)
        gtk_shortcut_controller_add_shortcut (
            GTK_SHORTCUT_CONTROLLER (controller),
            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys[j]),
                              gtk_named_action_new (shortcuts[i].action)));
    }
  gtk_widget_add_controller (widget, controller);
}
