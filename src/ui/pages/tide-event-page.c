/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-event-page.h"

#include "core/tide-record.h"
#include "stats/tide-event-account.h"
#include "ui/dialogs/tide-placeholders-dialog.h"
#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-cohort-card.h"
#include "ui/pages/tide-reconciliation-group.h"
#include "ui/pages/tide-targets-group.h"

#include <glib/gi18n-lib.h>

/* More are shown on the page of projects. */
#define MAX_PROJECTS 50

struct _TideEventPage
{
  AdwNavigationPage parent_instance;

  TideRegister *reg;         /* owned */
  char *id;                  /* owned */
  TideEventAccount *account; /* owned; nullable until it is worked out */
  GCancellable *computing;   /* owned; nullable where nothing is being worked out */
  GPtrArray *project_rows;   /* owned, of borrowed rows of projects_group */

  /* template children */
  AdwWindowTitle *title;
  AdwBanner *banner;
  GtkStack *stack;
  GtkLabel *place_label;
  GtkLabel *notes_label;
  TideReconciliationGroup *figures_group;
  TideReconciliationGroup *fields_group;
  TideTargetsGroup *targets_group;
  TideCohortCard *cohort_card;
  AdwPreferencesGroup *projects_group;
};

G_DEFINE_FINAL_TYPE (TideEventPage, tide_event_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  FILTER_REQUESTED,
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const TideEventPayload *
get_event (TideEventPage *self)
{
  return TIDE_EVENT_PAYLOAD (tide_register_lookup_payload (self->reg, TIDE_RECORD_EVENT, self->id));
}

static void
on_filter_requested (TideEventPage *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

/* What the event is ------------------------------------------------------------------------- */

static void
append (GString *text, const char *part)
{
  g_autofree char *isolated = NULL;

  if (part == NULL || *part == '\0')
    return;

  isolated = tide_text_dup_isolated (part);
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, isolated);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_event (TideEventPage *self)
{
  const TideEventPayload *event = get_event (self);
  const TideLanguage language = tide_language_get_default ();
  g_autoptr (GString) place = g_string_new (NULL);
  const char *label;

  if (event == NULL)
    return;

  label = tide_payload_get_label (&event->base, language);
  label = label != NULL ? label : _ ("Without a Name");
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), label);
  adw_window_title_set_title (self->title, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), label);
  append (place, event->venue);
  if (tide_date_is_set (&event->date))
    {
      g_autofree char *date = tide_date_dup_label (&event->date, language);

      append (place, date);
    }
  for (guint i = 0; i < tide_entries_get_n (event->sources); i++)
    {
      g_autofree char *source = tide_project_text_dup_reference (
          self->reg, TIDE_RECORD_SOURCE, g_ptr_array_index (event->sources, i));

      append (place, source);
    }
  show_text (self->place_label, place->str);
  show_text (self->notes_label, event->notes);
}

/* Placeholders ------------------------------------------------------------------------------ */

static void
update_banner (TideEventPage *self)
{
  const TideReconciliation *reconciliation = self->account->reconciliation;
  const TideReconciliationRow *row = g_ptr_array_index (reconciliation->rows, 0);
  const guint n = reconciliation->n_missing;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  adw_banner_set_revealed (self->banner, n > 0);
  if (n == 0)
    return;

  title = g_strdup_printf (
      /* Translators: how many projects were declared at an event, and how many are recorded */
      _ ("%u declared, %u recorded"), (guint) row->n_declared, row->n_recorded);
  /* Translators: how many projects that stand for those not recorded can be added */
  label = g_strdup_printf (ngettext ("_Add %u Placeholder…", "_Add %u Placeholders…", n), n);
  adw_banner_set_title (self->banner, title);
  adw_banner_set_button_label (self->banner,
                               tide_register_get_read_only (self->reg) ? NULL : label);
}

static void
add_placeholders (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideEventPage *self = TIDE_EVENT_PAGE (widget);
  TidePlaceholdersDialog *dialog;

  if (self->account == NULL || self->account->reconciliation->n_missing == 0
      || tide_register_get_read_only (self->reg))
    return;

  dialog = tide_placeholders_dialog_new (self->reg, self->account->reconciliation);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
on_banner_clicked (TideEventPage *self)
{
  add_placeholders (GTK_WIDGET (self), NULL, NULL);
}

/* Projects ---------------------------------------------------------------------------------- */

static void
on_project_activated (TideEventPage *self, GtkWidget *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-project", "s",
                              (const char *) g_object_get_data (G_OBJECT (row), "project"));
}

static void
on_all_activated (TideEventPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "event.show-projects", NULL);
}

static void
add_project (TideEventPage *self, const TideProjectPayload *project)
{
  const TideLanguage language = tide_language_get_default ();
  GtkWidget *row = adw_action_row_new ();
  const TideStageEntry *last = tide_entries_get_n (project->stages) > 0
                                   ? g_ptr_array_index (project->stages, project->stages->len - 1)
                                   : NULL;
  const char *label = tide_payload_get_label (&project->base, language);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 label != NULL ? label : _ ("Without a Name"));
  if (last != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                 tide_codes_get_label (TIDE_CODES_STAGE, last->stage, language));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "project", g_strdup (project->base.id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_project_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->projects_group, row);
  g_ptr_array_add (self->project_rows, row);
}

static void
add_all (TideEventPage *self, guint n)
{
  GtkWidget *row = adw_button_row_new ();
  g_autofree char *text = g_strdup_printf (
      /* Translators: how many projects an event has */
      ngettext ("Show _All %u Project", "Show _All %u Projects", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_all_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->projects_group, row);
  g_ptr_array_add (self->project_rows, row);
}

static void
show_projects (TideEventPage *self)
{
  const GPtrArray *projects = self->account->projects;

  for (guint i = 0; i < self->project_rows->len; i++)
    adw_preferences_group_remove (self->projects_group, g_ptr_array_index (self->project_rows, i));
  g_ptr_array_set_size (self->project_rows, 0);

  for (guint i = 0; i < MIN (projects->len, MAX_PROJECTS); i++)
    add_project (self, g_ptr_array_index (projects, i));
  if (projects->len > 0)
    add_all (self, projects->len);
  adw_preferences_group_set_description (
      self->projects_group,
      projects->len == 0 ? _ ("No project is recorded for this event") : NULL);
}

/* Working out ------------------------------------------------------------------------------- */

static gboolean
has_focus_in (TideEventPage *self, gpointer part)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == part || gtk_widget_is_ancestor (focus, part));
}

/* What had the focus may have gone with what was shown before. */
static void
keep_focus (TideEventPage *self)
{
  if (!has_focus_in (self, self)
      || (has_focus_in (self, self->banner) && !adw_banner_get_revealed (self->banner)))
    gtk_widget_child_focus (GTK_WIDGET (self->figures_group), GTK_DIR_TAB_FORWARD);
}

static void
show_account (TideEventPage *self)
{
  const gboolean had_focus = has_focus_in (self, self);
  const TideReconciliation *reconciliation = self->account->reconciliation;
  const TideUnit unit
      = tide_unit_get_shown (tide_snapshot_get_settings (reconciliation->snapshot)->unit);
  const TideLanguage language = tide_language_get_default ();

  show_event (self);
  update_banner (self);
  tide_reconciliation_group_show (self->figures_group, reconciliation, FALSE, unit, language);
  tide_reconciliation_group_show (self->fields_group, reconciliation, TRUE, unit, language);
  tide_cohort_card_show (self->cohort_card, self->account->cohort, reconciliation->snapshot, unit,
                         language);
  show_projects (self);
  gtk_stack_set_visible_child_name (self->stack, "content");
  if (had_focus)
    keep_focus (self);
  g_signal_emit (self, signals[COUNTED], 0);
}

/* The latest question wins: what was worked out for another is not shown. */
static void
on_computed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideEventPage) self = data;
  g_autoptr (TideEventAccount) account = tide_event_account_compute_finish (result, NULL);

  if (account == NULL || g_task_get_cancellable (G_TASK (result)) != self->computing)
    return;

  g_clear_object (&self->computing);
  g_clear_pointer (&self->account, tide_event_account_free);
  self->account = g_steal_pointer (&account);
  show_account (self);
}

static void
stop_computing (TideEventPage *self)
{
  if (self->computing != NULL)
    g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
}

static void
refresh (TideEventPage *self)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);

  show_event (self);
  stop_computing (self);
  self->computing = g_cancellable_new ();
  tide_event_account_compute_async (snapshot, self->id, self->computing, on_computed,
                                    g_object_ref (self));
}

static void
on_read_only_changed (TideEventPage *self)
{
  if (self->account != NULL)
    update_banner (self);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_event_page_dispose (GObject *object)
{
  TideEventPage *self = TIDE_EVENT_PAGE (object);

  stop_computing (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_EVENT_PAGE);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_event_page_parent_class)->dispose (object);
}

static void
tide_event_page_finalize (GObject *object)
{
  TideEventPage *self = TIDE_EVENT_PAGE (object);

  g_clear_pointer (&self->account, tide_event_account_free);
  g_ptr_array_unref (self->project_rows);
  g_free (self->id);

  G_OBJECT_CLASS (tide_event_page_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-event-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideEventPage, title);
  gtk_widget_class_bind_template_child (widget_class, TideEventPage, banner);
  gtk_widget_class_bind_template_child (widget_class, TideEventPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TideEventPage, place_label);
  gtk_widget_class_bind_template_child (widget_class, TideEventPage, notes_label);
  gtk_widget_class_bind_template_child (widget_class, TideEventPage, figures_group);
  gtk_widget_class_bind_template_child (widget_class, TideEventPage, fields_group);
  gtk_widget_class_bind_template_child (widget_class, TideEventPage, targets_group);
  gtk_widget_class_bind_template_child (widget_class, TideEventPage, cohort_card);
  gtk_widget_class_bind_template_child (widget_class, TideEventPage, projects_group);
  gtk_widget_class_bind_template_callback (widget_class, on_banner_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
}

static void
tide_event_page_class_init (TideEventPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_event_page_dispose;
  object_class->finalize = tide_event_page_finalize;

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);
  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TIDE_TYPE_COHORT_CARD);
  g_type_ensure (TIDE_TYPE_RECONCILIATION_GROUP);
  install_template (widget_class);
  gtk_widget_class_install_action (widget_class, "event.add-placeholders", NULL, add_placeholders);
}

static void
tide_event_page_init (TideEventPage *self)
{
  self->project_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_event_page_new:
 * @reg: a register
 * @id: id of one of its events
 *
 * Returns: (transfer floating): its page
 */
TideEventPage *
tide_event_page_new (TideRegister *reg, const char *id)
{
  TideEventPage *self = g_object_new (TIDE_TYPE_EVENT_PAGE, NULL);

  self->reg = g_object_ref (reg);
  self->id = g_strdup (id);
  g_signal_connect_object (reg, "stepped", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reg, "notify::read-only", G_CALLBACK (on_read_only_changed), self,
                           G_CONNECT_SWAPPED);
  tide_targets_group_set_subject (self->targets_group, reg, TIDE_RECORD_EVENT, id);
  refresh (self);

  return self;
}

/**
 * tide_event_page_get_event:
 * @self: a page
 *
 * Returns: id of the event, which may be gone from the register
 */
const char *
tide_event_page_get_event (TideEventPage *self)
{
  g_return_val_if_fail (TIDE_IS_EVENT_PAGE (self), NULL);

  return self->id;
}
