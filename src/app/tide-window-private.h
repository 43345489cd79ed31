/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/tide-as-of-banner.h"
#include "app/tide-sidebar.h"
#include "app/tide-welcome-page.h"
#include "app/tide-window.h"
#include "ui/pages/tide-briefing-page.h"
#include "ui/pages/tide-divisions-page.h"
#include "ui/pages/tide-events-page.h"
#include "ui/pages/tide-history-page.h"
#include "ui/pages/tide-indicators-page.h"
#include "ui/pages/tide-innovation-page.h"
#include "ui/pages/tide-overview-page.h"
#include "ui/pages/tide-projects-page.h"
#include "ui/pages/tide-sectors-page.h"

G_BEGIN_DECLS

#define TIDE_WINDOW_FILE_SUFFIX ".tideline"

struct _TideWindow
{
  AdwApplicationWindow parent_instance;

  /* template children */
  AdwToastOverlay *toast_overlay;
  GtkRevealer *drop_hint;
  GtkStack *main_stack;
  TideWelcomePage *welcome_page;
  GtkProgressBar *progress_bar;
  AdwStatusPage *opening_page;
  AdwNavigationSplitView *split_view;
  AdwWindowTitle *register_title;
  TideSidebar *sidebar;
  AdwNavigationPage *content_page;
  GtkStack *page_stack;
  AdwBanner *banner;
  AdwBanner *file_banner;
  TideAsOfBanner *as_of_banner;
  GMenuModel *primary_menu;
  GMenu *file_section;
  GMenu *edit_section;

  /* children of page_stack, nullable: see tide-window-pages.c */
  TideOverviewPage *overview_page;
  TideProjectsPage *projects_page;
  TideSectorsPage *sectors_page;
  TideDivisionsPage *divisions_page;
  TideIndicatorsPage *indicators_page;
  TideEventsPage *events_page;
  TideInnovationPage *innovation_page;
  TideBriefingPage *briefing_page;
  TideHistoryPage *history_page;
  guint n_pages;  /* how many of them there are */
  guint pages_id; /* of the source that makes them; 0 for none */

  TideContext *context;
  TideDocument *document;              /* nullable: welcome page */
  TideAsOf *as_of;                     /* nullable: its register is shown as it stood */
  TideRegister *view;                  /* nullable: that, read-only */
  GCancellable *opening;               /* nullable: of what is being opened */
  GFile *opening_file;                 /* nullable: what that is, unless it becomes a copy */
  TideJournalReading *waiting_reading; /* nullable: to be recovered once that is over */
  GQueue imports;                      /* of GFile, owned: tables that wait to be imported */
  gboolean is_importing;               /* a dialog imports one */
  AdwToast *undo_toast;                /* nullable: names a step that can still be undone */
  gboolean is_closing;                 /* the person has decided to close */
  gboolean is_close_waiting;           /* for a save to end */
  guint inhibition;                    /* of the session's end; 0 for none */
  gboolean is_sidebar_hidden;
};

/* What is to be done once the register has been saved. */
typedef struct
{
  TideWindow *window; /* owned */
  gboolean close;
} TideSaveWish;

void tide_window_set_document (TideWindow *self, TideDocument *document);
TideRegister *tide_window_get_register (TideWindow *self);
void tide_window_show_anew (TideWindow *self);
void tide_window_show_page (TideWindow *self, const char *name);
const char *tide_window_get_page_name (TideWindow *self);
void tide_window_show_projects (TideWindow *self, const TideFilter *filter);
void tide_window_show_error (TideWindow *self, const char *heading, const GError *error);
void tide_window_show_message (TideWindow *self, const char *message);
void tide_window_request_open (TideWindow *self, GFile *file);

/* tide-window-actions.c */
void tide_window_install_actions (GtkWidgetClass *widget_class);
void tide_window_update_actions (TideWindow *self);
void tide_window_offer_undo (TideWindow *self, TideStep *step);

/* tide-window-as-of.c */
void tide_window_install_as_of_actions (GtkWidgetClass *widget_class);
void tide_window_update_as_of_actions (TideWindow *self);
void tide_window_return_to_now (TideWindow *self, const char *message);
gboolean tide_window_drop_view (TideWindow *self);

/* tide-window-attention.c */
void tide_window_install_attention_actions (GtkWidgetClass *widget_class);

/* tide-window-divisions.c */
void tide_window_install_division_actions (GtkWidgetClass *widget_class);

/* tide-window-drop.c */
void tide_window_accept_files (TideWindow *self);

/* tide-window-events.c */
void tide_window_install_event_actions (GtkWidgetClass *widget_class);

/* tide-window-file.c */
void tide_window_install_open_actions (GtkWidgetClass *widget_class);
void tide_window_cancel_opening (TideWindow *self);
void tide_window_reload (TideWindow *self);
void tide_window_tell_not_opened (TideWindow *self, const GError *error);

/* tide-window-filters.c */
void tide_window_install_filter_actions (GtkWidgetClass *widget_class);
void tide_window_update_filter_actions (TideWindow *self);

/* tide-window-forms.c */
void tide_window_resume_forms (TideWindow *self);

/* tide-window-outside.c */
void tide_window_check_file (TideWindow *self);
void tide_window_update_file_banner (TideWindow *self);
void tide_window_review_outside (TideSaveWish *wish);

/* tide-window-pages.c */
void tide_window_make_pages_later (TideWindow *self);
void tide_window_make_pages (TideWindow *self);

/* tide-window-history.c */
void tide_window_install_history_actions (GtkWidgetClass *widget_class);

/* tide-window-import.c */
void tide_window_import_next (TideWindow *self);
void tide_window_forget_imports (TideWindow *self);
void tide_window_install_import_actions (GtkWidgetClass *widget_class);

/* tide-window-innovation.c */
void tide_window_install_innovation_actions (GtkWidgetClass *widget_class);

/* tide-window-indicators.c */
void tide_window_install_indicator_actions (GtkWidgetClass *widget_class);

/* tide-window-projects.c */
AdwDialog *tide_window_new_project_form (TideWindow *self, const char *id);
void tide_window_install_project_actions (GtkWidgetClass *widget_class);

/* tide-window-report.c */
void tide_window_install_report_actions (GtkWidgetClass *widget_class);

/* tide-window-save.c */
TideSaveWish *tide_save_wish_new (TideWindow *window, gboolean close);
void tide_save_wish_free (TideSaveWish *wish);
void tide_window_install_file_actions (GtkWidgetClass *widget_class);
void tide_window_save_to (TideSaveWish *wish, GFile *file);
void tide_window_choose_and_save (TideSaveWish *wish);
void tide_window_choose_copy (TideSaveWish *wish);
gboolean tide_window_prepare_close (TideWindow *self);
void tide_window_end_inhibition (TideWindow *self);
void tide_window_update_file_state (TideWindow *self);
void tide_window_apply_autosave (TideWindow *self);

/* tide-window-session.c */
void tide_window_keep_view (TideWindow *self);
void tide_window_restore_view (TideWindow *self);
void tide_window_remember_file (TideWindow *self);
void tide_window_update_recent_menu (TideWindow *self);

/* tide-window-versions.c */
void tide_window_install_version_actions (GtkWidgetClass *widget_class);
gboolean tide_window_look_for_version (TideWindow *self, GFile *file, const GError *error);

/* tide-window-vocabulary.c */
void tide_window_install_vocabulary_actions (GtkWidgetClass *widget_class);
void tide_window_update_vocabulary_actions (TideWindow *self);
gboolean tide_window_has_list (TideWindow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideSaveWish, tide_save_wish_free)

G_END_DECLS
