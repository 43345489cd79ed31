/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

/* The findings: in the list and in the text, one at a time, and what can be done with it. */

#include "ui/pages/tide-check-pane-private.h"

#include "ui/lists/tide-check-text.h"
#include "ui/pages/tide-check-addition.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* Longer than the name of any project. */
#define LONGEST_NAME 200

static const struct
{
  const char *action;
  const char *label;
} additions[TIDE_N_CHECK_ADDITIONS] = {
  [TIDE_CHECK_ADD_OBSERVATION] = { "check.add-observation", N_ ("Add _Observation…") },
  [TIDE_CHECK_ADD_DECLARED] = { "check.add-declared", N_ ("Add _Declared Figure…") },
  [TIDE_CHECK_ADD_COUNT] = { "check.add-count", N_ ("Add _Count…") },
  [TIDE_CHECK_ADD_PROJECT] = { "check.add-project", N_ ("Add _Project…") },
};

/**
 * tide_check_pane_get_item:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the finding that is selected
 */
TideCheckItem *
tide_check_pane_get_item (TideCheckPane *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* The record behind a finding --------------------------------------------------------------- */

static const char *
get_record_action (TideRecordKind kind)
{
  switch ((guint) kind)
    {
    case TIDE_RECORD_PROJECT:
      return "win.show-project";
    case TIDE_RECORD_EVENT:
      return "win.show-event";
    case TIDE_RECORD_INDICATOR:
      return "win.show-indicator";
    case TIDE_RECORD_PLATFORM:
      return "win.show-platform";
    case TIDE_RECORD_DIVISION:
      return "win.show-division";
    default:
      return NULL;
    }
}

/* Names are findings whose value is the id of what they name. */
static TideRecordKind
get_named_kind (TideTextFindingKind kind)
{
  switch ((guint) kind)
    {
    case TIDE_TEXT_FINDING_PROJECT:
      return TIDE_RECORD_PROJECT;
    case TIDE_TEXT_FINDING_EVENT:
      return TIDE_RECORD_EVENT;
    case TIDE_TEXT_FINDING_PLATFORM:
      return TIDE_RECORD_PLATFORM;
    case TIDE_TEXT_FINDING_DIVISION:
      return TIDE_RECORD_DIVISION;
    default:
      return TIDE_RECORD_NONE;
    }
}

/* Whether there is something to open, by which action and id. */
static gboolean
find_record (TideCheckPane *self,
             const TideTextFinding *finding,
             const char **action,
             const char **id)
{
  TideRecordKind kind = finding->record_kind;

  *id = finding->record;
  if (*id == NULL)
    {
      kind = get_named_kind (finding->kind);
      *id = finding->value;
    }
  *action = get_record_action (kind);

  return *action != NULL && self->reg != NULL
         && tide_register_lookup (self->reg, kind, *id) != NULL;
}

static void
open_record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideCheckPane *self = TIDE_CHECK_PANE (widget);
  TideCheckItem *item = tide_check_pane_get_item (self);
  const char *action, *id;

  if (item != NULL && find_record (self, tide_check_item_get_finding (item), &action, &id))
    gtk_widget_activate_action (widget, action, "s", id);
}

/* Adding ------------------------------------------------------------------------------------ */

/* What is selected, unless it is only the finding itself. */
static char *
dup_selected_name (TideCheckPane *self, TideCheckItem *item)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end, from, to;

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end)
      || gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start) > LONGEST_NAME)
    return NULL;
  if (tide_check_marks_get_iters (self->marks, tide_check_item_get_index (item), &from, &to)
      && gtk_text_iter_equal (&start, &from) && gtk_text_iter_equal (&end, &to))
    return NULL;

  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  g_strstrip (g_strdelimit (text, "\n\r\t", ' '));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideCheckPane *self = TIDE_CHECK_PANE (widget);
  TideCheckItem *item = tide_check_pane_get_item (self);
  TideReading *reading = tide_check_list_get_reading (self->list);

  for (guint i = 0; item != NULL && i < TIDE_N_CHECK_ADDITIONS; i++)
    if (strcmp (additions[i].action, name) == 0)
      {
        g_autofree char *selected = dup_selected_name (self, item);
        const TideCheckClue clue = { reading, tide_check_item_get_finding (item), selected };

        tide_check_addition_present ((TideCheckAddition) i, self->reg, &clue, widget);
      }
}

static void
fill_add_menu (TideCheckPane *self, const TideTextFinding *finding)
{
  g_menu_remove_all (self->add_menu);
  for (guint i = 0; i < TIDE_N_CHECK_ADDITIONS; i++)
    {
      const gboolean is_offered
          = finding != NULL && self->reg != NULL
            && tide_check_addition_is_offered ((TideCheckAddition) i, self->reg, finding);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), additions[i].action, is_offered);
      if (is_offered)
        g_menu_append (self->add_menu, _ (additions[i].label), additions[i].action);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->add_button),
                          g_menu_model_get_n_items (G_MENU_MODEL (self->add_menu)) > 0);
}

/* One finding ------------------------------------------------------------------------------- */

static void
describe (TideCheckPane *self, TideCheckItem *item)
{
  const TideTextFindingVerdict verdict = tide_check_item_get_finding (item)->verdict;
  g_autofree char *quote = tide_check_item_dup_quote (item);
  g_autofree char *sentence = tide_check_item_dup_sentence (item);

  gtk_image_set_from_icon_name (self->finding_icon, tide_check_text_get_icon (verdict));
  gtk_widget_set_css_classes (GTK_WIDGET (self->finding_icon),
                              (const char *[]) { tide_check_text_get_style (verdict), NULL });
  gtk_label_set_text (self->finding_verdict, tide_text_finding_verdict_get_label (verdict));
  gtk_label_set_text (self->finding_quote, quote);
  gtk_label_set_text (self->finding_sentence, sentence);
}

/**
 * tide_check_pane_show_finding:
 * @self: a pane
 *
 * Tells of the finding that is selected, and offers what can be done with it.
 */
void
tide_check_pane_show_finding (TideCheckPane *self)
{
  TideCheckItem *item = tide_check_pane_get_item (self);
  const TideTextFinding *finding = item != NULL ? tide_check_item_get_finding (item) : NULL;
  const char *action, *id;
  const gboolean has_record = finding != NULL && find_record (self, finding, &action, &id);

  if (item != NULL)
    describe (self, item);
  else
    gtk_label_set_text (self->finding_sentence,
                        _ ("Select a finding, or press F8 to go to the next one."));
  gtk_widget_set_visible (self->finding_heading, item != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->finding_icon), item != NULL);
  gtk_widget_set_visible (self->finding_bar, tide_check_list_get_n_findings (self->list) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.open-record", has_record);
  gtk_widget_set_visible (self->open_button, has_record);
  gtk_widget_set_visible (self->text_button, item != NULL && self->is_narrow && self->shows_list);
  fill_add_menu (self, finding);
}

/* A finding in the text --------------------------------------------------------------------- */

static void
show_in_text (TideCheckPane *self)
{
  TideCheckItem *item = tide_check_pane_get_item (self);
  GtkTextIter start;
  GtkTextIter end;

  if (item == NULL
      || !tide_check_marks_get_iters (self->marks, tide_check_item_get_index (item), &start, &end))
    return;

  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (self->buffer), 0.1,
                                FALSE, 0, 0);
}

static void
on_selected (TideCheckPane *self)
{
  if (!self->is_following)
    {
      self->is_following = TRUE;
      show_in_text (self);
      self->is_following = FALSE;
    }
  tide_check_pane_show_finding (self);
}

static void
select_position (TideCheckPane *self, guint position)
{
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT, NULL);
}

/* Where the text is selected, where that begins. */
static guint
get_read_cursor (TideCheckPane *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);

  return tide_check_marks_get_read_offset (self->marks, (guint) gtk_text_iter_get_offset (&start));
}

/**
 * tide_check_pane_follow_cursor:
 * @self: a pane
 *
 * Selects in the list what is at the cursor in the text, if it shows that.
 */
void
tide_check_pane_follow_cursor (TideCheckPane *self)
{
  guint index, position;

  if (self->is_following || !tide_check_list_find_at (self->list, get_read_cursor (self), &index)
      || !tide_check_list_find_position (self->list, index, &position))
    return;

  self->is_following = TRUE;
  select_position (self, position);
  self->is_following = FALSE;
}

/* The next that the list shows, from the one that is selected, or else from the cursor; around. */
static guint
find_next (TideCheckPane *self, gboolean is_forward)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    return (position + (is_forward ? 1 : n - 1)) % n;

  tide_check_list_find_position (
      self->list, tide_check_list_find_after (self->list, get_read_cursor (self)), &position);

  return (position + (is_forward ? 0 : n - 1)) % n;
}

static void
announce_finding (TideCheckPane *self)
{
  const char *verdict = gtk_label_get_text (self->finding_verdict);
  const char *quote = gtk_label_get_text (self->finding_quote);
  const char *sentence = gtk_label_get_text (self->finding_sentence);
  g_autofree char *text
      /* Translators: read aloud: the verdict on a finding, its words, what is to be said of it */
      = g_strdup_printf (C_ ("finding, read aloud", "%s: %s. %s"), verdict, quote, sentence);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
go_to_finding (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideCheckPane *self = TIDE_CHECK_PANE (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;

  select_position (self, find_next (self, strcmp (name, "check.next") == 0));
  announce_finding (self);
}

static void
show_text (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideCheckPane *self = TIDE_CHECK_PANE (widget);

  tide_check_pane_set_step (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  show_in_text (self);
}

static void
on_activated (TideCheckPane *self)
{
  open_record (GTK_WIDGET (self), NULL, NULL);
}

/* The filter -------------------------------------------------------------------------------- */

static char *
dup_filter_name (TideCheckPane *self, TideCheckFilter filter)
{
  static const char *const names[TIDE_N_CHECK_FILTERS] = {
    /* Translators: all findings of a text; %u is how many */
    [TIDE_CHECK_ALL] = N_ ("All (%u)"),
    /* Translators: findings of a text that differ, conflict or are doubtful; %u is how many */
    [TIDE_CHECK_ATTENTION] = N_ ("Need attention (%u)"),
    /* Translators: findings of a text that cannot be checked; %u is how many */
    [TIDE_CHECK_OPEN] = N_ ("Cannot be checked (%u)"),
    /* Translators: findings of a text that the register gives too; %u is how many */
    [TIDE_CHECK_REPRODUCES] = N_ ("Reproduce (%u)"),
  };
  g_autofree char *n = g_strdup_printf ("%u", tide_check_list_count (self->list, filter));
  g_autoptr (GString) name = g_string_new (_ (names[filter]));

  g_string_replace (name, "%u", n, 1);

  return g_string_free_and_steal (g_steal_pointer (&name));
}

/**
 * tide_check_pane_fill_filter:
 * @self: a pane
 *
 * Tells how many findings each filter lets through.
 */
void
tide_check_pane_fill_filter (TideCheckPane *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filter_names));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < TIDE_N_CHECK_FILTERS; i++)
    g_strv_builder_take (builder, dup_filter_name (self, (TideCheckFilter) i));
  names = g_strv_builder_end (builder);

  self->is_filling = TRUE;
  gtk_string_list_splice (self->filter_names, 0, n, (const char *const *) names);
  gtk_drop_down_set_selected (self->filter_drop_down, tide_check_list_get_filter (self->list));
  self->is_filling = FALSE;
}

static void
on_filter_chosen (TideCheckPane *self)
{
  const guint filter = gtk_drop_down_get_selected (self->filter_drop_down);

  if (self->is_filling || filter >= TIDE_N_CHECK_FILTERS)
    return;

  self->is_following = TRUE;
  tide_check_list_set_filter (self->list, (TideCheckFilter) filter);
  self->is_following = FALSE;
  tide_check_pane_update (self);
  tide_check_pane_show_finding (self);
}

/**
 * tide_check_pane_set_step:
 * @self: a pane
 * @shows_list: whether the findings are shown, where there is no room for both; else the text
 */
void
tide_check_pane_set_step (TideCheckPane *self, gboolean shows_list)
{
  self->shows_list = shows_list;
  adw_toggle_group_set_active_name (self->step_toggles, shows_list ? "findings" : "text");
  gtk_widget_set_visible (self->text_side, !self->is_narrow || !shows_list);
  gtk_widget_set_visible (self->list_side, !self->is_narrow || shows_list);
  gtk_widget_set_visible (self->separator, !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->step_toggles), self->is_narrow);
  gtk_widget_set_hexpand (self->list_side, self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_drop_down), !self->is_narrow || shows_list);
  gtk_widget_set_visible (self->ways, !self->is_narrow || !shows_list);
  tide_check_pane_show_finding (self);
}

void
tide_check_pane_begin_findings (TideCheckPane *self)
{
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position",
                           G_CALLBACK (tide_check_pane_follow_cursor), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter_drop_down, "notify::selected",
                           G_CALLBACK (on_filter_chosen), self, G_CONNECT_SWAPPED);
  tide_check_pane_fill_filter (self);
  tide_check_pane_set_step (self, FALSE);
}

void
tide_check_pane_install_finding_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "check.next", NULL, go_to_finding);
  gtk_widget_class_install_action (widget_class, "check.previous", NULL, go_to_finding);
  gtk_widget_class_install_action (widget_class, "check.open-record", NULL, open_record);
  gtk_widget_class_install_action (widget_class, "check.show-text", NULL, show_text);
  for (guint i = 0; i < TIDE_N_CHECK_ADDITIONS; i++)
    gtk_widget_class_install_action (widget_class, additions[i].action, NULL, add);
}
