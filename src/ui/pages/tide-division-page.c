/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-division-page-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TideDivisionPage, tide_division_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is shown ----------------------------------------------------------------------------- */

/*
 * tide_division_page_get_payload:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): its division; %NULL once that is gone
 */
const TideDivisionPayload *
tide_division_page_get_payload (TideDivisionPage *self)
{
  const TidePayload *payload
      = tide_register_lookup_payload (self->reg, TIDE_RECORD_DIVISION, self->division);

  return payload != NULL ? TIDE_DIVISION_PAYLOAD (payload) : NULL;
}

static void
show_title (TideDivisionPage *self, const TideDivisionPayload *division)
{
  const TideLanguage language = tide_language_get_default ();
  const char *label = tide_payload_get_label (&division->base, language);
  const char *kind = tide_codes_get_label (TIDE_CODES_DIVISION_KIND, division->kind, language);

  if (label == NULL)
    label = _ ("Without a Name");
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), label);
  adw_window_title_set_title (self->title, label);
  adw_window_title_set_subtitle (self->title, kind != NULL ? kind : "");
}

/* Whether it is certain that the division has gone by the day of @snapshot. */
static gboolean
has_gone (const TideDivisionPayload *division, TideSnapshot *snapshot)
{
  const guint32 day = tide_snapshot_get_day (snapshot);

  return day != 0 && tide_date_is_set (&division->valid_to)
         && tide_date_is_real (&division->valid_to)
         && tide_date_get_last_day (&division->valid_to) < day;
}

static void
show_banner (TideDivisionPage *self, const TideDivisionPayload *division, TideSnapshot *snapshot)
{
  const gboolean is_gone = has_gone (division, snapshot);
  g_autofree char *date
      = is_gone ? tide_date_dup_label (&division->valid_to, tide_language_get_default ()) : NULL;
  g_autofree char *text
      /* Translators: %s is the last date on which a division existed */
      = is_gone ? g_strdup_printf (_ ("This division existed until %s."), date)
                : g_strdup (_ ("Retired: kept where it was chosen, and not offered any more"));

  adw_banner_set_title (self->banner, text);
  adw_banner_set_revealed (self->banner, is_gone || division->retired);
}

/* Texts at once, figures as soon as they are counted. */
static void
refresh (TideDivisionPage *self)
{
  const TideDivisionPayload *division = tide_division_page_get_payload (self);
  g_autoptr (TideSnapshot) snapshot = NULL;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (division == NULL)
    return;

  snapshot = tide_register_dup_snapshot (self->reg);
  show_title (self, division);
  show_banner (self, division, snapshot);
  tide_division_page_fill_about (self);
  tide_division_page_fill_indicators (self, snapshot);
  tide_division_page_fill_below (self);
  tide_division_page_fill_sources (self);
  tide_division_page_start_counting (self, snapshot);
}

static gboolean
on_refresh_due (gpointer data)
{
  TideDivisionPage *self = data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
on_register_stepped (TideDivisionPage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (on_refresh_due, self);
}

static void
on_filter_requested (TideDivisionPage *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
show_projects (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDivisionPage *self = TIDE_DIVISION_PAGE (widget);

  if (self->account != NULL)
    on_filter_requested (self, &self->account->figure->filter->base);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_division_page_dispose (GObject *object)
{
  TideDivisionPage *self = TIDE_DIVISION_PAGE (object);

  tide_division_page_stop_counting (self);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_DIVISION_PAGE);

  G_OBJECT_CLASS (tide_division_page_parent_class)->dispose (object);
}

static void
tide_division_page_finalize (GObject *object)
{
  TideDivisionPage *self = TIDE_DIVISION_PAGE (object);

  g_clear_pointer (&self->account, tide_division_account_free);
  g_free (self->division);

  G_OBJECT_CLASS (tide_division_page_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-division-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideDivisionPage, title);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionPage, banner);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionPage, projects_tile);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionPage, amount_tile);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionPage, zones_tile);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionPage, about_rows);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionPage, indicator_rows);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionPage, targets_group);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionPage, below_rows);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionPage, source_rows);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
}

static void
tide_division_page_class_init (TideDivisionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_division_page_dispose;
  object_class->finalize = tide_division_page_finalize;

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  install_template (widget_class);
  gtk_widget_class_install_action (widget_class, "division.show-projects", NULL, show_projects);
}

static void
tide_division_page_init (TideDivisionPage *self)
{
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_division_page_new:
 * @reg: a register
 * @division: id of one of its divisions
 * @amount_kind: code of the kind of amount that is added up
 *
 * Returns: (transfer floating): a page to push
 */
TideDivisionPage *
tide_division_page_new (TideRegister *reg, const char *division, const char *amount_kind)
{
  TideDivisionPage *self = g_object_new (TIDE_TYPE_DIVISION_PAGE, NULL);

  self->reg = g_object_ref (reg);
  self->division = g_strdup (division);
  self->kind = (TideAmountKind) MAX (tide_codes_find (TIDE_CODES_AMOUNT_KIND, amount_kind), 0);
  g_signal_group_set_target (self->links, reg);
  tide_targets_group_set_subject (self->targets_group, reg, TIDE_RECORD_DIVISION, division);
  refresh (self);

  return self;
}

/**
 * tide_division_page_get_division:
 * @self: a page
 *
 * Returns: (transfer none): id of its division
 */
const char *
tide_division_page_get_division (TideDivisionPage *self)
{
  g_return_val_if_fail (TIDE_IS_DIVISION_PAGE (self), NULL);

  return self->division;
}

/**
 * tide_division_page_get_counted:
 * @self: a page
 *
 * Returns: whether its figures are those of the register as it is
 */
gboolean
tide_division_page_get_counted (TideDivisionPage *self)
{
  g_return_val_if_fail (TIDE_IS_DIVISION_PAGE (self), FALSE);

  return self->account != NULL && self->counting == NULL && self->refresh_id == 0;
}
