/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-footer.h"

#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

/* How long the footer has to have stayed as it is before it is read aloud, in milliseconds. */
#define PAUSE 1000

struct _TideProjectsFooter
{
  AdwBin parent_instance;

  char *text; /* owned; nullable: what is read aloud */
  guint announcement_id;

  /* template children */
  GtkLabel *count_label;
  GtkLabel *amount_label;
  GtkButton *excluded_button;
  GtkLabel *explanation_label;
  GtkWidget *explain_button;
};

G_DEFINE_FINAL_TYPE (TideProjectsFooter, tide_projects_footer, ADW_TYPE_BIN)

enum
{
  EXCLUDED_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
get_n_rows (const TideFigure *figure)
{
  return figure->n_counted + tide_figure_get_n_excluded (figure);
}

static char *
dup_count (const TideFigure *total, const TideFigure *selected)
{
  const guint n = get_n_rows (total);

  if (selected != NULL)
    return g_strdup_printf (
        /* Translators: how many projects are selected, of how many that are shown */
        ngettext ("%u of %u selected", "%u of %u selected", n), get_n_rows (selected), n);

  /* Translators: how many projects there are */
  return g_strdup_printf (ngettext ("%u project", "%u projects", n), n);
}

static char *
dup_amount (TideRegister *reg, const char *amount_kind, const TideFigure *figure)
{
  const TideLanguage language = tide_language_get_default ();
  const TideUnit unit = tide_unit_get_shown (tide_register_get_settings (reg)->unit);
  g_autofree char *value = tide_figure_dup_value (figure, unit, language);

  /* Translators: title of a figure and its value, read aloud: “Agreed: 3.2 billion yuan” */
  return g_strdup_printf (
      _ ("%s: %s"), tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, amount_kind, language), value);
}

static char *
dup_excluded (const TideFigure *figure)
{
  const guint n = tide_figure_get_n_excluded (figure);

  /* Translators: how many of the projects of a list its total does not count */
  return g_strdup_printf (ngettext ("%u left out", "%u left out", n), n);
}

static gboolean
on_quiet (gpointer data)
{
  TideProjectsFooter *self = data;

  self->announcement_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), self->text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);

  return G_SOURCE_REMOVE;
}

/* What is shown first is read with the page; only what changes then is news. */
static void
announce (TideProjectsFooter *self, const char *count, const char *amount, const char *excluded)
{
  g_autofree char *text = excluded != NULL ? g_strjoin (" · ", count, amount, excluded, NULL)
                                           : g_strjoin (" · ", count, amount, NULL);
  const gboolean is_first = self->text == NULL;

  if (!g_set_str (&self->text, text) || is_first)
    return;

  g_clear_handle_id (&self->announcement_id, g_source_remove);
  self->announcement_id = g_timeout_add (PAUSE, on_quiet, self);
}

static void
on_excluded_clicked (TideProjectsFooter *self)
{
  g_signal_emit (self, signals[EXCLUDED_REQUESTED], 0);
}

static void
tide_projects_footer_dispose (GObject *object)
{
  TideProjectsFooter *self = TIDE_PROJECTS_FOOTER (object);

  g_clear_handle_id (&self->announcement_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_PROJECTS_FOOTER);

  G_OBJECT_CLASS (tide_projects_footer_parent_class)->dispose (object);
}

static void
tide_projects_footer_finalize (GObject *object)
{
  g_free (TIDE_PROJECTS_FOOTER (object)->text);

  G_OBJECT_CLASS (tide_projects_footer_parent_class)->finalize (object);
}

static void
tide_projects_footer_class_init (TideProjectsFooterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_projects_footer_dispose;
  object_class->finalize = tide_projects_footer_finalize;

  signals[EXCLUDED_REQUESTED]
      = g_signal_new ("excluded-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-projects-footer.ui");
  gtk_widget_class_bind_template_child (widget_class, TideProjectsFooter, count_label);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsFooter, amount_label);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsFooter, excluded_button);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsFooter, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsFooter, explain_button);
  gtk_widget_class_bind_template_callback (widget_class, on_excluded_clicked);
  gtk_widget_class_set_css_name (widget_class, "projects-footer");
}

static void
tide_projects_footer_init (TideProjectsFooter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_exact (TideProjectsFooter *self, const TideFigure *figure)
{
  g_autofree char *exact = NULL;

  if (!figure->is_overflow && figure->n_priced > 0 && figure->base.currency[0] != '\0')
    exact = tide_money_dup_exact (&figure->base, tide_language_get_default ());
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->amount_label), exact);
}

/**
 * tide_projects_footer_show:
 * @self: a footer
 * @reg: (nullable): the register
 * @amount_kind: code of the amounts that are added up
 * @total: (nullable): of all projects shown; %NULL while it is not known
 * @selected: (nullable): of those that are selected; %NULL where there are none
 */
void
tide_projects_footer_show (TideProjectsFooter *self,
                           TideRegister *reg,
                           const char *amount_kind,
                           const TideFigure *total,
                           const TideFigure *selected)
{
  const TideFigure *figure = selected != NULL ? selected : total;
  g_autofree char *count = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *excluded = NULL;
  g_autofree char *explanation = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;

  g_return_if_fail (TIDE_IS_PROJECTS_FOOTER (self));

  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self)),
                          reg != NULL && total != NULL);
  if (reg == NULL || total == NULL)
    return;

  count = dup_count (total, selected);
  amount = dup_amount (reg, amount_kind, figure);
  if (tide_figure_get_n_excluded (figure) > 0)
    excluded = dup_excluded (figure);
  snapshot = tide_register_dup_snapshot (reg);
  explanation = tide_figure_dup_amount_explanation (figure, snapshot, tide_language_get_default ());
  gtk_label_set_text (self->count_label, count);
  gtk_label_set_text (self->amount_label, amount);
  gtk_button_set_label (self->excluded_button, excluded != NULL ? excluded : "");
  gtk_widget_set_visible (GTK_WIDGET (self->excluded_button), excluded != NULL);
  gtk_label_set_text (self->explanation_label, explanation);
  show_exact (self, figure);
  announce (self, count, amount, excluded);
}
