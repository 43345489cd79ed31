/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-overview-page.h"

#include "stats/tide-overview.h"
#include "ui/lists/tide-attention-source.h"
#include "ui/pages/tide-declared-card.h"
#include "ui/pages/tide-overview-account.h"
#include "ui/pages/tide-overview-charts.h"
#include "ui/pages/tide-overview-choices.h"
#include "ui/pages/tide-overview-figures.h"
#include "ui/pages/tide-page.h"
#include "ui/pages/tide-targets-card.h"

#include <string.h>

/* What takes longer is said to take its time. */
#define PATIENCE 400

struct _TideOverviewPage
{
  AdwBin parent_instance;

  /* template children */
  GtkStack *stack;
  TideOverviewChoices *choices;
  TideOverviewAccount *account;
  TideOverviewFigures *figures;
  TideAttentionSource *attention_source;
  AdwWrapBox *declared_box;
  GtkSizeGroup *declared_sizes;
  TideOverviewCharts *charts;
  TideTargetsCard *targets_card;

  TideRegister *reg; /* nullable */
  TideLanguage language;
  TideOverview *overview;  /* owned, nullable until it is worked out */
  GCancellable *computing; /* owned, nullable: of the computation under way */
  gboolean is_stale;       /* something changed since that began */
  guint refresh_id;
  guint patience_id;
  GPtrArray *declared; /* owned, of owned payloads: the events that have cards */
  TideOverviewStyle declared_style;
};

static void tide_overview_page_page_init (TidePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideOverviewPage,
                               tide_overview_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_PAGE, tide_overview_page_page_init))

typedef enum
{
  PROP_REGISTER = 1,
  PROP_BUSY,
} TideOverviewPageProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_BUSY + 1];
static guint signals[N_SIGNALS];

static GPtrArray *
collect_declared (TideSnapshot *snapshot)
{
  const GPtrArray *events = tide_snapshot_get_records (snapshot, TIDE_RECORD_EVENT);
  GPtrArray *declared = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);

  for (guint i = 0; i < tide_entries_get_n (events); i++)
    {
      const TidePayload *event = g_ptr_array_index (events, i);

      if (TIDE_EVENT_PAYLOAD (event)->declared != NULL)
        g_ptr_array_add (declared, tide_payload_ref (event));
    }

  return declared;
}

static gboolean
has_same_cards (TideOverviewPage *self, const GPtrArray *declared, const TideOverviewStyle *style)
{
  if (self->declared == NULL || self->declared->len != declared->len
      || self->declared_style.unit != style->unit
      || self->declared_style.language != style->language)
    return FALSE;

  return declared->len == 0
         || memcmp (self->declared->pdata, declared->pdata, declared->len * sizeof (gpointer)) == 0;
}

static void
show_declared (TideOverviewPage *self, const TideOverviewStyle *style)
{
  TideSnapshot *snapshot = self->overview->snapshot;
  g_autoptr (GPtrArray) declared = collect_declared (snapshot);
  GtkWidget *old;

  gtk_widget_set_visible (GTK_WIDGET (self->declared_box), declared->len > 0);
  if (has_same_cards (self, declared, style))
    return;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->declared_box))) != NULL)
    adw_wrap_box_remove (self->declared_box, old);
  for (guint i = 0; i < declared->len; i++)
    {
      GtkWidget *card
          = tide_declared_card_new (TIDE_EVENT_PAYLOAD (g_ptr_array_index (declared, i)), snapshot,
                                    style->unit, style->language);

      gtk_size_group_add_widget (self->declared_sizes, card);
      adw_wrap_box_append (self->declared_box, card);
    }

  g_clear_pointer (&self->declared, g_ptr_array_unref);
  self->declared = g_steal_pointer (&declared);
  self->declared_style = *style;
}

/* A register that has nothing to tell says what to do. */
static gboolean
is_empty (TideSnapshot *snapshot)
{
  static const TideRecordKind told[]
      = { TIDE_RECORD_PROJECT, TIDE_RECORD_EVENT, TIDE_RECORD_INDICATOR, TIDE_RECORD_TARGET };

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    if (tide_entries_get_n (tide_snapshot_get_records (snapshot, told[i])) > 0)
      return FALSE;

  return TRUE;
}

static void
show_overview (TideOverviewPage *self)
{
  TideSnapshot *snapshot = self->overview->snapshot;
  TideOverviewStyle style;

  tide_overview_style_init (&style, tide_snapshot_get_settings (snapshot)->unit,
                            tide_overview_choices_get_unit (self->choices), self->language);
  tide_overview_account_show (self->account, self->overview, &style);
  tide_overview_figures_show (self->figures, self->overview, &style);
  show_declared (self, &style);
  tide_overview_charts_show (self->charts, self->overview, &style);
  gtk_stack_set_visible_child_name (self->stack, is_empty (snapshot) ? "empty" : "content");
  tide_overview_choices_offer (self->choices, self->overview, self->language);
}

/* The latest question wins: what was worked out for another is not shown. */
static void
on_computed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideOverviewPage) self = data;
  g_autoptr (TideOverview) overview = tide_overview_compute_finish (result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->computing)
    return;

  g_clear_object (&self->computing);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (!self->is_stale)
    {
      g_clear_pointer (&self->overview, tide_overview_unref);
      self->overview = g_steal_pointer (&overview);
      show_overview (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static gboolean
on_patience_over (gpointer data)
{
  TideOverviewPage *self = data;

  self->patience_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "computing");

  return G_SOURCE_REMOVE;
}

static void
start_computing (TideOverviewPage *self)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  g_autoptr (TideOverviewQuestion) question = tide_overview_choices_dup_question (self->choices);

  self->is_stale = FALSE;
  self->computing = g_cancellable_new ();
  if (self->overview == NULL && self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE, on_patience_over, self);
  tide_overview_compute_async (snapshot, question, self->overview, self->computing, on_computed,
                               g_object_ref (self));
}

static void
refresh (TideOverviewPage *self)
{
  if (self->computing != NULL)
    {
      self->is_stale = TRUE;
      return;
    }

  start_computing (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/* What changed while something was worked out is worked out next. */
static void
on_busy_changed (TideOverviewPage *self)
{
  if (self->is_stale && self->computing == NULL && self->reg != NULL)
    refresh (self);
}

static void
stop_computing (TideOverviewPage *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (self->computing != NULL)
    g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
  self->is_stale = FALSE;
}

static gboolean
on_refresh_due (gpointer data)
{
  TideOverviewPage *self = data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
on_register_stepped (TideOverviewPage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (on_refresh_due, self);
}

static void
on_choices_changed (TideOverviewPage *self)
{
  if (self->reg != NULL)
    refresh (self);
}

static void
on_attention_changed (TideOverviewPage *self)
{
  tide_overview_figures_show_attention (
      self->figures, tide_attention_source_get_attention (self->attention_source));
}

static void
on_filter_requested (TideOverviewPage *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
tide_overview_page_keep_view (TidePage *page, GVariantDict *view)
{
  TideOverviewPage *self = TIDE_OVERVIEW_PAGE (page);

  tide_overview_choices_keep (self->choices, view);
  tide_overview_charts_keep (self->charts, view);
}

static void
tide_overview_page_restore_view (TidePage *page, GVariantDict *view)
{
  TideOverviewPage *self = TIDE_OVERVIEW_PAGE (page);

  tide_overview_choices_restore (self->choices, view);
  tide_overview_charts_restore (self->charts, view);
  if (self->reg != NULL)
    refresh (self);
}

static void
tide_overview_page_page_init (TidePageInterface *iface)
{
  iface->keep_view = tide_overview_page_keep_view;
  iface->restore_view = tide_overview_page_restore_view;
}

static void
tide_overview_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideOverviewPage *self = TIDE_OVERVIEW_PAGE (object);

  switch ((TideOverviewPageProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, tide_overview_page_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_overview_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideOverviewPage *self = TIDE_OVERVIEW_PAGE (object);

  switch ((TideOverviewPageProperty) id)
    {
    case PROP_REGISTER:
      tide_overview_page_set_register (self, g_value_get_object (value));
      break;
    case PROP_BUSY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_overview_page_dispose (GObject *object)
{
  TideOverviewPage *self = TIDE_OVERVIEW_PAGE (object);

  tide_overview_page_set_register (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_OVERVIEW_PAGE);
  g_clear_pointer (&self->declared, g_ptr_array_unref);

  G_OBJECT_CLASS (tide_overview_page_parent_class)->dispose (object);
}

static void
tide_overview_page_class_init (TideOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_overview_page_get_property;
  object_class->set_property = tide_overview_page_set_property;
  object_class->dispose = tide_overview_page_dispose;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", TIDE_TYPE_OVERVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, choices);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, account);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, figures);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, attention_source);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, declared_box);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, declared_sizes);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, charts);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewPage, targets_card);
  gtk_widget_class_bind_template_callback (widget_class, on_choices_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_attention_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
}

static void
tide_overview_page_init (TideOverviewPage *self)
{
  self->language = tide_language_get_default ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::busy", G_CALLBACK (on_busy_changed), NULL);
}

/**
 * tide_overview_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the register it shows
 */
TideRegister *
tide_overview_page_get_register (TideOverviewPage *self)
{
  g_return_val_if_fail (TIDE_IS_OVERVIEW_PAGE (self), NULL);

  return self->reg;
}

static void
forget_register (TideOverviewPage *self)
{
  stop_computing (self);
  g_clear_pointer (&self->overview, tide_overview_unref);
  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_func (self->reg, on_register_stepped, self);
}

/**
 * tide_overview_page_set_register:
 * @self: a page
 * @reg: (nullable): the register to show
 *
 * Shows how the register stands as soon as that is worked out.
 */
void
tide_overview_page_set_register (TideOverviewPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_PAGE (self));

  if (self->reg == reg)
    return;

  forget_register (self);
  g_set_object (&self->reg, reg);
  if (reg != NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      tide_overview_choices_reset (self->choices);
      tide_overview_charts_reset (self->charts);
      g_signal_connect_object (reg, "stepped", G_CALLBACK (on_register_stepped), self,
                               G_CONNECT_SWAPPED);
      refresh (self);
    }

  if (self->attention_source != NULL)
    tide_findings_source_set_register (TIDE_FINDINGS_SOURCE (self->attention_source), reg);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_overview_page_is_busy:
 * @self: a page
 *
 * Returns: whether what it shows is being worked out
 */
gboolean
tide_overview_page_is_busy (TideOverviewPage *self)
{
  g_return_val_if_fail (TIDE_IS_OVERVIEW_PAGE (self), FALSE);

  return self->computing != NULL;
}

/**
 * tide_overview_page_reword:
 * @self: a page
 *
 * Shows everything anew, as in another language or unit; what was chosen stays chosen.
 */
void
tide_overview_page_reword (TideOverviewPage *self)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_PAGE (self));

  self->language = tide_language_get_default ();
  tide_targets_card_reword (self->targets_card);
  if (self->overview != NULL)
    show_overview (self);
}

/**
 * tide_overview_page_new_report:
 * @self: a page with a register
 *
 * Returns: (transfer full): a request for a report of what the page is asked
 */
TideReportRequest *
tide_overview_page_new_report (TideOverviewPage *self)
{
  g_autoptr (TideSnapshot) snapshot = NULL;
  TideReportRequest *request;
  TideOverviewStyle style;

  g_return_val_if_fail (TIDE_IS_OVERVIEW_PAGE (self) && self->reg != NULL, NULL);

  snapshot = tide_register_dup_snapshot (self->reg);
  request = tide_report_request_new (snapshot, TIDE_REPORT_OVERVIEW, self->language);
  tide_overview_style_init (&style, tide_snapshot_get_settings (snapshot)->unit,
                            tide_overview_choices_get_unit (self->choices), self->language);
  request->unit = style.unit;
  request->chart_unit = style.chart_unit;
  tide_report_request_take_question (request, tide_overview_choices_dup_question (self->choices));

  return request;
}
