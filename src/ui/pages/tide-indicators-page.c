/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-indicators-page-private.h"

#include "stats/tide-indicator-share-text.h"
#include "ui/dialogs/tide-paste-report.h"
#include "ui/lists/tide-indicator-text.h"
#include "ui/pages/tide-page.h"

#include <glib/gi18n-lib.h>

static void tide_indicators_page_page_init (TidePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideIndicatorsPage,
                               tide_indicators_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_PAGE,
                                                      tide_indicators_page_page_init))

typedef enum
{
  PROP_REGISTER = 1,
} TideIndicatorsPageProperty;

static GParamSpec *props[PROP_REGISTER + 1];

/* What is shown ----------------------------------------------------------------------------- */

static guint
get_n_indicators (TideIndicatorsPage *self)
{
  return self->reg != NULL
             ? tide_list_get_n (tide_register_get_list (self->reg, TIDE_RECORD_INDICATOR))
             : 0;
}

static void
update_title (TideIndicatorsPage *self)
{
  const guint n = tide_indicators_list_get_n_shown (self->list);
  const guint n_total = get_n_indicators (self);
  g_autofree char *text = NULL;

  if (n != n_total)
    /* Translators: how many indicators match the search, of how many */
    text = g_strdup_printf (ngettext ("%u of %u indicator", "%u of %u indicators", n_total), n,
                            n_total);
  else
    /* Translators: how many indicators there are */
    text = g_strdup_printf (ngettext ("%u indicator", "%u indicators", n_total), n_total);
  adw_window_title_set_subtitle (self->title, text);
}

static void
update_list_stack (TideIndicatorsPage *self)
{
  const char *name = "list";

  if (get_n_indicators (self) == 0)
    name = "empty";
  else if (tide_indicators_list_get_n_shown (self->list) == 0)
    name = "no-match";

  gtk_stack_set_visible_child_name (self->list_stack, name);
  update_title (self);
}

static void
update_actions (TideIndicatorsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);
  const gboolean has_current = tide_indicators_page_get_current (self) != NULL;

  gtk_widget_action_set_enabled (widget, "indicators.add", can_write);
  gtk_widget_action_set_enabled (widget, "indicator.edit", can_write && has_current);
  gtk_widget_action_set_enabled (widget, "indicator.delete", can_write && has_current);
  gtk_widget_action_set_enabled (widget, "indicator.show-history", has_current);
  gtk_widget_set_visible (self->paste_button, can_write);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
update_unit (TideIndicatorsPage *self, const TideIndicatorPayload *indicator)
{
  g_autofree char *unit = tide_indicator_dup_unit (indicator, tide_language_get_default ());
  g_autofree char *sentence = NULL;

  if (unit != NULL)
    /* Translators: %s is the unit of an indicator, such as 100 million yuan */
    sentence = g_strdup_printf (_ ("Unit: %s"), unit);
  show_text (self->unit, sentence);
}

/* A long name is cut in a narrow window. */
static void
show_content_title (TideIndicatorsPage *self, const char *title)
{
  adw_navigation_page_set_title (self->content_page, title);
  adw_window_title_set_title (self->content_title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->content_title), title);
}

static void
update_head (TideIndicatorsPage *self)
{
  const TideLanguage language = tide_language_get_default ();
  const TideIndicatorPayload *indicator = tide_indicators_page_get_current (self);
  g_autofree char *details = NULL;

  gtk_stack_set_visible_child_name (self->content_stack, indicator != NULL ? "indicator" : "none");
  if (indicator == NULL)
    {
      show_content_title (self, _ ("Indicator"));
      return;
    }

  details = tide_indicator_dup_details (self->reg, indicator, language);
  show_content_title (self, tide_indicator_get_name (indicator, language));
  show_text (self->details, details);
  show_text (self->notes, indicator->notes);
  update_unit (self, indicator);
}

/* What is ticked, and what is selected, which is behind the others unless it is one of them. */
static void
update_chart (TideIndicatorsPage *self)
{
  g_auto (GStrv) chosen = tide_indicators_list_dup_chosen (self->list);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (ids, (const char **) chosen);
  if (self->shown != NULL && !g_strv_contains ((const char *const *) chosen, self->shown))
    g_strv_builder_add (ids, self->shown);
  all = g_strv_builder_end (ids);
  tide_indicator_chart_show (self->chart, self->reg, (const char *const *) all);
}

static void
update_content (TideIndicatorsPage *self)
{
  const TideIndicatorPayload *indicator = tide_indicators_page_get_current (self);

  update_head (self);
  update_chart (self);
  tide_targets_group_set_subject (self->targets, self->reg, TIDE_RECORD_INDICATOR,
                                  indicator != NULL ? indicator->base.id : NULL);
  tide_growth_panel_set_indicator (self->growth, indicator != NULL ? &indicator->base : NULL);
  tide_indicator_shares_show (self->shares, self->reg, indicator);
  update_actions (self);
}

static void
show_current (TideIndicatorsPage *self, const char *id)
{
  if (!g_set_str (&self->shown, id))
    return;

  tide_observations_table_set_indicator (self->table, id);
  update_content (self);
}

static void
on_selection_changed (TideIndicatorsPage *self)
{
  const TideIndicatorPayload *selected = tide_indicators_list_get_selected (self->list);

  if (selected != NULL)
    show_current (self, selected->base.id);
  else if (tide_indicators_page_get_current (self) == NULL)
    show_current (self, NULL);
}

static void
on_activated (TideIndicatorsPage *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static gboolean
concerns_indicators (const TideStep *step)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);

      if (edit->record_kind != TIDE_RECORD_PROJECT)
        return TRUE;
    }

  return FALSE;
}

static void
on_register_stepped (TideIndicatorsPage *self, TideStep *step)
{
  if (!concerns_indicators (step))
    return;

  if (tide_indicators_page_get_current (self) == NULL)
    {
      const TideIndicatorPayload *selected = tide_indicators_list_get_selected (self->list);

      show_current (self, selected != NULL ? selected->base.id : NULL);
    }
  update_list_stack (self);
  update_content (self);
}

/* Searching --------------------------------------------------------------------------------- */

static void
on_search_changed (TideIndicatorsPage *self)
{
  tide_indicators_list_set_search (self->list,
                                   gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  update_list_stack (self);
}

static void
on_search_stopped (TideIndicatorsPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Pasting ----------------------------------------------------------------------------------- */

static void
on_paste_clicked (TideIndicatorsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->table), "observations.paste", NULL);
}

static void
on_pasted (TideIndicatorsPage *self, TideObservationPaste *paste)
{
  tide_paste_report_present (GTK_WIDGET (self), paste);
}

/* TidePage ---------------------------------------------------------------------------------- */

static void
tide_indicators_page_keep_view (TidePage *page, GVariantDict *view)
{
  TideIndicatorsPage *self = TIDE_INDICATORS_PAGE (page);
  g_auto (GStrv) chosen = tide_indicators_list_dup_chosen (self->list);

  g_variant_dict_insert (view, "chosen", "^as", chosen);
  g_variant_dict_insert (view, "mode", "s", tide_indicator_chart_get_mode (self->chart));
  if (self->shown != NULL)
    g_variant_dict_insert (view, "selected", "s", self->shown);
}

static void
tide_indicators_page_restore_view (TidePage *page, GVariantDict *view)
{
  TideIndicatorsPage *self = TIDE_INDICATORS_PAGE (page);
  g_auto (GStrv) chosen = NULL;
  const char *text;

  if (g_variant_dict_lookup (view, "selected", "&s", &text))
    tide_indicators_list_select (self->list, text);
  if (g_variant_dict_lookup (view, "mode", "&s", &text))
    tide_indicator_chart_set_mode (self->chart, text);
  if (g_variant_dict_lookup (view, "chosen", "^as", &chosen))
    tide_indicators_list_set_chosen (self->list, (const char *const *) chosen);
}

static void
tide_indicators_page_page_init (TidePageInterface *iface)
{
  iface->keep_view = tide_indicators_page_keep_view;
  iface->restore_view = tide_indicators_page_restore_view;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_indicators_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideIndicatorsPage *self = TIDE_INDICATORS_PAGE (object);

  switch ((TideIndicatorsPageProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_indicators_page_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  TideIndicatorsPage *self = TIDE_INDICATORS_PAGE (object);

  switch ((TideIndicatorsPageProperty) id)
    {
    case PROP_REGISTER:
      tide_indicators_page_set_register (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_indicators_page_dispose (GObject *object)
{
  TideIndicatorsPage *self = TIDE_INDICATORS_PAGE (object);

  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_INDICATORS_PAGE);

  G_OBJECT_CLASS (tide_indicators_page_parent_class)->dispose (object);
}

static void
tide_indicators_page_finalize (GObject *object)
{
  g_free (TIDE_INDICATORS_PAGE (object)->shown);

  G_OBJECT_CLASS (tide_indicators_page_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-indicators-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, list);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, content_page);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, content_title);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, content_stack);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, details);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, unit);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, notes);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, paste_button);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, targets);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, growth);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsPage, shares);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_paste_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pasted);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed);
  gtk_widget_class_bind_template_callback (widget_class, update_chart);
  gtk_widget_class_bind_template_callback (widget_class, update_list_stack);
}

static void
tide_indicators_page_class_init (TideIndicatorsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_indicators_page_get_property;
  object_class->set_property = tide_indicators_page_set_property;
  object_class->dispose = tide_indicators_page_dispose;
  object_class->finalize = tide_indicators_page_finalize;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  install_template (widget_class);
  tide_indicators_page_install_actions (widget_class);
}

static void
tide_indicators_page_init (TideIndicatorsPage *self)
{
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);
  g_signal_group_connect_swapped (self->links, "notify::read-only", G_CALLBACK (update_actions),
                                  self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  update_list_stack (self);
  update_content (self);
}

/**
 * tide_indicators_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the register whose indicators are shown
 */
TideRegister *
tide_indicators_page_get_register (TideIndicatorsPage *self)
{
  g_return_val_if_fail (TIDE_IS_INDICATORS_PAGE (self), NULL);

  return self->reg;
}

/**
 * tide_indicators_page_set_register:
 * @self: a page
 * @reg: (nullable): the register whose indicators are shown
 */
void
tide_indicators_page_set_register (TideIndicatorsPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_INDICATORS_PAGE (self));

  if (self->reg == reg)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  tide_observations_table_set_indicator (self->table, NULL);
  g_clear_pointer (&self->shown, g_free);
  g_set_object (&self->reg, reg);
  tide_observations_table_set_register (self->table, reg);
  tide_indicators_list_set_register (self->list, reg);
  g_signal_group_set_target (self->links, reg);
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  on_selection_changed (self);
  update_list_stack (self);
  update_content (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_indicators_page_show_indicator:
 * @self: a page with a register
 * @id: id of an indicator
 *
 * Selects it, and shows what is known of it.
 */
void
tide_indicators_page_show_indicator (TideIndicatorsPage *self, const char *id)
{
  g_return_if_fail (TIDE_IS_INDICATORS_PAGE (self));

  if (!tide_indicators_list_select (self->list, id))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      tide_indicators_list_select (self->list, id);
    }
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}
