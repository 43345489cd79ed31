/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sector-page-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TideSectorPage, tide_sector_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/*
 * tide_sector_page_get_payload:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): its sector; %NULL once that is gone
 */
const TideSectorPayload *
tide_sector_page_get_payload (TideSectorPage *self)
{
  const TidePayload *payload
      = tide_register_lookup_payload (self->reg, TIDE_RECORD_SECTOR, self->sector);

  return payload != NULL ? TIDE_SECTOR_PAYLOAD (payload) : NULL;
}

/* What is shown ----------------------------------------------------------------------------- */

static char *
dup_label (TideSectorPage *self, TideRecordKind kind, const char *id)
{
  const TidePayload *payload
      = id != NULL ? tide_register_lookup_payload (self->reg, kind, id) : NULL;
  const char *label
      = payload != NULL ? tide_payload_get_label (payload, tide_language_get_default ()) : NULL;

  return g_strdup (label != NULL ? label : _ ("Without a Name"));
}

static void
show_title (TideSectorPage *self, const TideSectorPayload *sector)
{
  g_autofree char *label = dup_label (self, TIDE_RECORD_SECTOR, self->sector);
  g_autofree char *taxonomy = dup_label (self, TIDE_RECORD_TAXONOMY, sector->taxonomy);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), label);
  adw_window_title_set_title (self->title, label);
  adw_window_title_set_subtitle (self->title, taxonomy);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), taxonomy);
  gtk_widget_set_visible (self->retired_banner, sector->retired);
}

/* Texts at once, figures as soon as they are counted. */
static void
refresh (TideSectorPage *self)
{
  const TideSectorPayload *sector = tide_sector_page_get_payload (self);
  g_autoptr (TideSnapshot) snapshot = NULL;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (sector == NULL)
    return;

  snapshot = tide_register_dup_snapshot (self->reg);
  show_title (self, sector);
  tide_sector_page_fill_about (self);
  tide_sector_page_fill_indicators (self, snapshot);
  tide_sector_page_fill_classes (self);
  tide_sector_page_fill_sources (self);
  tide_sector_page_start_counting (self, snapshot);
}

static gboolean
on_refresh_due (gpointer data)
{
  TideSectorPage *self = data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
on_register_stepped (TideSectorPage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (on_refresh_due, self);
}

static void
on_filter_requested (TideSectorPage *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
show_projects (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorPage *self = TIDE_SECTOR_PAGE (widget);

  if (self->account != NULL)
    on_filter_requested (self, &self->account->by_shares->filter->base);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_sector_page_dispose (GObject *object)
{
  TideSectorPage *self = TIDE_SECTOR_PAGE (object);

  tide_sector_page_stop_counting (self);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_SECTOR_PAGE);

  G_OBJECT_CLASS (tide_sector_page_parent_class)->dispose (object);
}

static void
tide_sector_page_finalize (GObject *object)
{
  TideSectorPage *self = TIDE_SECTOR_PAGE (object);

  g_clear_pointer (&self->account, tide_sector_account_free);
  g_free (self->sector);

  G_OBJECT_CLASS (tide_sector_page_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-sector-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, title);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, retired_banner);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, projects_tile);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, shares_tile);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, mentions_tile);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, mapped_label);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, about_rows);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, indicator_rows);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, targets_group);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, below_rows);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, maps_to_rows);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, mapped_from_rows);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, source_rows);
  gtk_widget_class_bind_template_child (widget_class, TideSectorPage, below_group);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
}

static void
tide_sector_page_class_init (TideSectorPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_sector_page_dispose;
  object_class->finalize = tide_sector_page_finalize;

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  install_template (widget_class);
  gtk_widget_class_install_action (widget_class, "sector.show-projects", NULL, show_projects);
}

static void
tide_sector_page_init (TideSectorPage *self)
{
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_sector_page_new:
 * @reg: a register
 * @sector: id of one of its sectors
 * @amount_kind: code of the kind of amount that is added up
 *
 * Returns: (transfer floating): a page to push
 */
TideSectorPage *
tide_sector_page_new (TideRegister *reg, const char *sector, const char *amount_kind)
{
  TideSectorPage *self = g_object_new (TIDE_TYPE_SECTOR_PAGE, NULL);

  self->reg = g_object_ref (reg);
  self->sector = g_strdup (sector);
  self->kind = (TideAmountKind) MAX (tide_codes_find (TIDE_CODES_AMOUNT_KIND, amount_kind), 0);
  g_signal_group_set_target (self->links, reg);
  tide_targets_group_set_subject (self->targets_group, reg, TIDE_RECORD_SECTOR, sector);
  refresh (self);

  return self;
}

/**
 * tide_sector_page_get_sector:
 * @self: a page
 *
 * Returns: (transfer none): id of its sector
 */
const char *
tide_sector_page_get_sector (TideSectorPage *self)
{
  g_return_val_if_fail (TIDE_IS_SECTOR_PAGE (self), NULL);

  return self->sector;
}

/**
 * tide_sector_page_set_amount_kind:
 * @self: a page
 * @code: code of a kind of amount; one that there is not changes nothing
 */
void
tide_sector_page_set_amount_kind (TideSectorPage *self, const char *code)
{
  int kind;

  g_return_if_fail (TIDE_IS_SECTOR_PAGE (self));

  kind = tide_codes_find (TIDE_CODES_AMOUNT_KIND, code);
  if (kind < 0 || (int) self->kind == kind)
    return;

  self->kind = (TideAmountKind) kind;
  refresh (self);
}

/**
 * tide_sector_page_get_counted:
 * @self: a page
 *
 * Returns: whether its figures are those of the register as it is
 */
gboolean
tide_sector_page_get_counted (TideSectorPage *self)
{
  g_return_val_if_fail (TIDE_IS_SECTOR_PAGE (self), FALSE);

  return self->account != NULL && self->counting == NULL && self->refresh_id == 0;
}
