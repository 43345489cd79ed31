/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-overview-figures.h"

#include "stats/tide-figure-text.h"
#include "stats/tide-figure-note.h"
#include "ui/rows/tide-figure-tile.h"

#include <glib/gi18n-lib.h>

struct _TideOverviewFigures
{
  AdwBin parent_instance;

  /* template children */
  TideFigureTile *projects_tile;
  TideFigureTile *intention_tile;
  TideFigureTile *agreement_tile;
  TideFigureTile *arrived_tile;
  TideFigureTile *share_tile;
  TideFigureTile *foreign_tile;
  TideFigureTile *attention_tile;

  int tile_width;
};

G_DEFINE_FINAL_TYPE (TideOverviewFigures, tide_overview_figures, ADW_TYPE_BIN)

typedef enum
{
  PROP_TILE_WIDTH = 1,
} TideOverviewFiguresProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_TILE_WIDTH + 1];
static guint signals[N_SIGNALS];

static char *
dup_count_of (guint n)
{
  /* Translators: how many projects an amount is made of */
  return g_strdup_printf (ngettext ("of %u project", "of %u projects", n), n);
}

static void
show_projects (TideOverviewFigures *self, TideOverview *overview)
{
  const TideFigure *total = overview->parts[TIDE_OVERVIEW_STAGES]->total;
  const guint n_excluded = tide_figure_get_n_excluded (total);
  g_autofree char *value = g_strdup_printf ("%u", total->n_counted);
  g_autofree char *detail = g_strdup_printf (
      /* Translators: how many projects a total does not count */
      ngettext ("%u left out", "%u left out", n_excluded), n_excluded);

  tide_figure_tile_set_value (self->projects_tile, value, NULL, n_excluded > 0 ? detail : NULL);
  tide_figure_tile_take_notes (
      self->projects_tile, total->filter,
      tide_figure_list_count_notes (total, _ ("Projects that are not terminated, count in totals "
                                              "and do not merely hold others together.")));
}

static void
show_amount (TideFigureTile *tile,
             TideOverview *overview,
             TideAmountKind kind,
             const char *rule,
             const TideOverviewStyle *style)
{
  const TideFigure *total = overview->totals[kind]->total;
  TideValuation valuation = overview->question->valuation;
  GPtrArray *notes = tide_figure_list_count_notes (total, rule);
  g_autofree char *value = tide_figure_dup_value (total, style->unit, style->language);
  g_autofree char *exact = tide_figure_dup_exact (total, style->language);
  g_autofree char *detail = dup_count_of (total->n_with_amount);

  valuation.kind = kind;
  tide_figure_add_amount_notes (notes, total, overview->snapshot, &valuation, NULL,
                                style->language);
  tide_figure_tile_set_value (tile, value, exact, total->n_with_amount > 0 ? detail : NULL);
  tide_figure_tile_take_notes (tile, total->filter, notes);
}

static char *
dup_share (const TideFigure *agreed, const TideFigure *arrived)
{
  double percent;

  if (arrived->n_priced == 0 || !tide_figure_get_share (arrived, agreed, &percent))
    return g_strdup ("—");

  /* Translators: a share in per cent */
  return g_strdup_printf (_ ("%.1f %%"), percent);
}

static void
show_share (TideOverviewFigures *self, TideOverview *overview)
{
  const TideFigure *agreed = overview->totals[TIDE_AMOUNT_KIND_AGREEMENT]->total;
  const TideFigure *arrived = overview->totals[TIDE_AMOUNT_KIND_ARRIVED]->total;
  g_autofree char *value = dup_share (agreed, arrived);

  tide_figure_tile_set_value (self->share_tile, value, NULL, NULL);
  tide_figure_tile_take_notes (
      self->share_tile, arrived->filter,
      tide_figure_list_count_notes (arrived,
                                    _ ("What has arrived, divided by what was agreed, of all live "
                                       "projects as far as their amounts are priced.")));
}

static void
on_filter_requested (TideOverviewFigures *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
set_tile_width (TideOverviewFigures *self, int tile_width)
{
  if (self->tile_width == tile_width)
    return;

  self->tile_width = tile_width;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TILE_WIDTH]);
}

static void
tide_overview_figures_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideOverviewFiguresProperty) id)
    {
    case PROP_TILE_WIDTH:
      g_value_set_int (value, TIDE_OVERVIEW_FIGURES (object)->tile_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_overview_figures_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  switch ((TideOverviewFiguresProperty) id)
    {
    case PROP_TILE_WIDTH:
      set_tile_width (TIDE_OVERVIEW_FIGURES (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_overview_figures_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_OVERVIEW_FIGURES);

  G_OBJECT_CLASS (tide_overview_figures_parent_class)->dispose (object);
}

static void
tide_overview_figures_class_init (TideOverviewFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_overview_figures_get_property;
  object_class->set_property = tide_overview_figures_set_property;
  object_class->dispose = tide_overview_figures_dispose;

  props[PROP_TILE_WIDTH]
      = g_param_spec_int ("tile-width", NULL, NULL, 0, G_MAXINT, 150,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", TIDE_TYPE_OVERVIEW_FIGURES, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-overview-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, TideOverviewFigures, projects_tile);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewFigures, intention_tile);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewFigures, agreement_tile);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewFigures, arrived_tile);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewFigures, share_tile);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewFigures, foreign_tile);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewFigures, attention_tile);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
}

static void
tide_overview_figures_init (TideOverviewFigures *self)
{
  self->tile_width = 150;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_overview_figures_show:
 * @self: the figures
 * @overview: an overview
 * @style: how it is worded
 */
void
tide_overview_figures_show (TideOverviewFigures *self,
                            TideOverview *overview,
                            const TideOverviewStyle *style)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_FIGURES (self));

  show_projects (self, overview);
  show_amount (self->intention_tile, overview, TIDE_AMOUNT_KIND_INTENTION,
               _ ("What the live projects intend to invest."), style);
  show_amount (self->agreement_tile, overview, TIDE_AMOUNT_KIND_AGREEMENT,
               _ ("What has been agreed for the live projects, increases and reductions added up."),
               style);
  show_amount (self->arrived_tile, overview, TIDE_AMOUNT_KIND_ARRIVED,
               _ ("What has arrived for the live projects, entry by entry."), style);
  show_amount (self->foreign_tile, overview, TIDE_AMOUNT_KIND_FOREIGN_CONTRACTED,
               _ ("The contracted foreign part of the live projects, less its reductions."), style);
  show_share (self, overview);
}

static GPtrArray *
list_attention_notes (const TideAttention *attention)
{
  const TideLanguage language = tide_language_get_default ();
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_figure_note_free);

  g_ptr_array_add (
      notes, tide_figure_note_new (
                 g_strdup (_ ("Projects in which a check of quality finds something.")), 0, NULL));
  for (guint i = 0; i < attention->counts->len; i++)
    {
      const TideAttentionCount *count = g_ptr_array_index (attention->counts, i);
      char *text = g_strdup_printf (
          /* Translators: in how many projects a check of quality finds something, and which */
          ngettext ("%u project: %s", "%u projects: %s", count->n_projects), count->n_projects,
          tide_check_get_label (count->check, language));

      g_ptr_array_add (
          notes, tide_figure_note_new (text, count->n_projects, tide_filter_copy (count->filter)));
    }

  return notes;
}

/**
 * tide_overview_figures_show_attention:
 * @self: the figures
 * @attention: what needs attention in the register
 *
 * Shows in how many projects something does, and what.
 */
void
tide_overview_figures_show_attention (TideOverviewFigures *self, const TideAttention *attention)
{
  g_autofree char *value = g_strdup_printf ("%u", attention->n_projects);

  g_return_if_fail (TIDE_IS_OVERVIEW_FIGURES (self));

  tide_figure_tile_set_value (self->attention_tile, value, NULL, NULL);
  tide_figure_tile_take_notes (self->attention_tile, attention->filter,
                               list_attention_notes (attention));
}
