/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-project-details.h"

#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-details-ledger.h"
#include "ui/pages/tide-details-log.h"
#include "ui/pages/tide-details-row.h"
#include "ui/rows/tide-stage-steps.h"

#include <glib/gi18n-lib.h>

struct _TideProjectDetails
{
  AdwBin parent_instance;

  TideRegister *reg;    /* owned */
  TideProject *project; /* owned */
  guint n_selected;
  GSignalGroup *project_links;  /* owned */
  GSignalGroup *register_links; /* owned */

  /* template children */
  GtkStack *stack;
  AdwStatusPage *empty_page;
  GtkLabel *name_label;
  GtkLabel *other_name_label;
  GtkLabel *number_label;
  GtkWidget *confidential_label;
  GtkWidget *facts_group;
  GtkListBox *facts_list;
  TideStageSteps *stage_steps;
  GtkListBox *stages_list;
  GtkWidget *amounts_group;
  GtkListBox *amounts_list;
  GtkWidget *parties_group;
  GtkListBox *parties_list;
  GtkWidget *sectors_group;
  GtkListBox *sectors_list;
  GtkListBox *statuses_list;
  GtkWidget *notes_group;
  GtkLabel *notes_label;
  GtkWidget *sources_group;
  GtkListBox *sources_list;
};

G_DEFINE_FINAL_TYPE (TideProjectDetails, tide_project_details, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_PROJECT,
  PROP_N_SELECTED,
} TideProjectDetailsProperty;

static GParamSpec *props[PROP_N_SELECTED + 1];

static void
append_fact (GtkListBox *list, const char *title, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  gtk_widget_add_css_class (tide_details_append_row (list, title, value, NULL), "property");
}

static void
show_group (GtkWidget *group, GtkListBox *list)
{
  gtk_widget_set_visible (group, gtk_list_box_get_row_at_index (list, 0) != NULL);
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_heading (TideProjectDetails *self, const TideProjectPayload *project)
{
  gboolean is_chinese = tide_language_get_default () == TIDE_LANGUAGE_ZH;
  const char *own = is_chinese ? project->name.zh : project->name.en;
  const char *other = is_chinese ? project->name.en : project->name.zh;
  g_autofree char *name = tide_project_text_dup_name (project);

  show_label (self->name_label, name);
  show_label (self->other_name_label, own != NULL ? other : NULL);
  show_label (self->number_label, project->number);
  gtk_widget_set_visible (self->confidential_label, project->confidential);
}

static char *
dup_later_events (TideProjectDetails *self, const TideProjectPayload *project)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (project->later_events); i++)
    {
      g_autofree char *event = tide_project_text_dup_reference (
          self->reg, TIDE_RECORD_EVENT, g_ptr_array_index (project->later_events, i));

      tide_details_join (text, event);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_facts (TideProjectDetails *self, const TideProjectPayload *project)
{
  g_autofree char *division
      = tide_project_text_dup_reference (self->reg, TIDE_RECORD_DIVISION, project->division);
  g_autofree char *event
      = tide_project_text_dup_reference (self->reg, TIDE_RECORD_EVENT, project->event);
  g_autofree char *status = tide_project_text_dup_status (project);
  g_autofree char *updated = tide_project_text_dup_time (self->reg, project->updated);
  g_autofree char *overdue = tide_details_dup_overdue (self->reg, project);
  g_autofree char *later = dup_later_events (self, project);

  gtk_list_box_remove_all (self->facts_list);
  append_fact (self->facts_list, _ ("Code Name"), project->code_name);
  append_fact (self->facts_list, _ ("Division"), division);
  append_fact (self->facts_list, _ ("Event"), event);
  append_fact (self->facts_list, _ ("Shown Again At"), later);
  append_fact (self->facts_list, _ ("Status"), status);
  append_fact (self->facts_list, _ ("Overdue"), overdue);
  append_fact (self->facts_list, _ ("Unit in Charge"), project->in_charge);
  append_fact (self->facts_list, _ ("Updated"), updated);
  if (!project->counted)
    append_fact (self->facts_list, _ ("Totals"), _ ("Left Out of Totals"));
  show_group (self->facts_group, self->facts_list);
}

static void
show_logs (TideProjectDetails *self, const TideProjectPayload *project)
{
  tide_stage_steps_set_stage (self->stage_steps, project->stage);
  tide_details_show_stages (self->stages_list, self->reg, project);
  tide_details_show_statuses (self->statuses_list, project);
}

static void
show_amounts (TideProjectDetails *self, const TideProjectPayload *project)
{
  tide_details_show_amounts (self->amounts_list, self->reg, project);
  show_group (self->amounts_group, self->amounts_list);
}

static char *
dup_share (const TideDecimal *share)
{
  g_autofree char *number = NULL;

  if (!share->is_set)
    return NULL;

  number = tide_decimal_dup_text (share);

  /* Translators: a percentage */
  return g_strdup_printf (_ ("%s %%"), number);
}

static void
show_parties (TideProjectDetails *self, const TideProjectPayload *project)
{
  gtk_list_box_remove_all (self->parties_list);
  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const TideParticipation *entry = g_ptr_array_index (project->parties, i);
      g_autofree char *name
          = tide_project_text_dup_reference (self->reg, TIDE_RECORD_PARTY, entry->party);
      g_autofree char *share = dup_share (&entry->share);
      const char *role = entry->role == NULL
                             ? NULL
                             : tide_codes_get_label (TIDE_CODES_PARTY_ROLE, entry->role,
                                                     tide_language_get_default ());

      tide_details_append_row (self->parties_list, name, role, share);
    }
  show_group (self->parties_group, self->parties_list);
}

static void
show_sectors (TideProjectDetails *self, const TideProjectPayload *project)
{
  gtk_list_box_remove_all (self->sectors_list);
  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);
      const TidePayload *sector
          = tide_register_lookup_payload (self->reg, TIDE_RECORD_SECTOR, entry->sector);
      g_autofree char *name
          = tide_project_text_dup_reference (self->reg, TIDE_RECORD_SECTOR, entry->sector);
      g_autofree char *taxonomy = tide_project_text_dup_reference (
          self->reg, TIDE_RECORD_TAXONOMY,
          sector != NULL ? TIDE_SECTOR_PAYLOAD (sector)->taxonomy : NULL);
      g_autofree char *share = dup_share (&entry->share);

      tide_details_append_row (self->sectors_list, name, taxonomy, share);
    }
  show_group (self->sectors_group, self->sectors_list);
}

static void
show_sources (TideProjectDetails *self, const TideProjectPayload *project)
{
  gtk_list_box_remove_all (self->sources_list);
  for (guint i = 0; i < tide_entries_get_n (project->sources); i++)
    {
      const char *id = g_ptr_array_index (project->sources, i);
      const TidePayload *source = tide_register_lookup_payload (self->reg, TIDE_RECORD_SOURCE, id);
      g_autofree char *title = tide_project_text_dup_reference (self->reg, TIDE_RECORD_SOURCE, id);
      g_autoptr (GString) subtitle = g_string_new (NULL);

      if (source != NULL)
        {
          tide_details_join (subtitle, TIDE_SOURCE_PAYLOAD (source)->publisher);
          tide_details_join_date (subtitle, &TIDE_SOURCE_PAYLOAD (source)->date);
        }
      tide_details_append_row (self->sources_list, title, subtitle->str, NULL);
    }
  show_group (self->sources_group, self->sources_list);
}

static void
show_nothing (TideProjectDetails *self)
{
  g_autofree char *title = NULL;

  if (self->n_selected > 1)
    title = g_strdup_printf (
        /* Translators: how many projects are selected */
        ngettext ("%u Project Selected", "%u Projects Selected", self->n_selected),
        self->n_selected);
  adw_status_page_set_title (self->empty_page, title != NULL ? title : _ ("No Project Selected"));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
update (TideProjectDetails *self)
{
  const TideProjectPayload *project;

  if (self->project == NULL || self->reg == NULL)
    {
      show_nothing (self);
      return;
    }

  project = tide_project_get_payload (self->project);
  show_heading (self, project);
  show_facts (self, project);
  show_logs (self, project);
  show_amounts (self, project);
  show_parties (self, project);
  show_sectors (self, project);
  show_sources (self, project);
  gtk_label_set_text (self->notes_label, project->notes != NULL ? project->notes : "");
  gtk_widget_set_visible (self->notes_group, project->notes != NULL);
  gtk_stack_set_visible_child_name (self->stack, "project");
}

static void
tide_project_details_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideProjectDetails *self = TIDE_PROJECT_DETAILS (object);

  switch ((TideProjectDetailsProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_N_SELECTED:
      g_value_set_uint (value, self->n_selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_project_details_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  TideProjectDetails *self = TIDE_PROJECT_DETAILS (object);

  switch ((TideProjectDetailsProperty) id)
    {
    case PROP_REGISTER:
      tide_project_details_set_register (self, g_value_get_object (value));
      break;
    case PROP_PROJECT:
      tide_project_details_set_project (self, g_value_get_object (value));
      break;
    case PROP_N_SELECTED:
      tide_project_details_set_n_selected (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_project_details_dispose (GObject *object)
{
  TideProjectDetails *self = TIDE_PROJECT_DETAILS (object);

  g_clear_object (&self->project_links);
  g_clear_object (&self->register_links);
  g_clear_object (&self->project);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_project_details_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, other_name_label);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, number_label);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, confidential_label);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, facts_group);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, facts_list);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, stage_steps);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, stages_list);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, amounts_group);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, amounts_list);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, parties_group);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, parties_list);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, sectors_group);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, sectors_list);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, statuses_list);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, notes_group);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, notes_label);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, sources_group);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, sources_list);
}

static void
tide_project_details_class_init (TideProjectDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_project_details_get_property;
  object_class->set_property = tide_project_details_set_property;
  object_class->dispose = tide_project_details_dispose;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, TIDE_TYPE_PROJECT, flags);
  props[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-project-details.ui");
  bind_children (widget_class);
}

static void
tide_project_details_init (TideProjectDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->project_links = g_signal_group_new (TIDE_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_links, "notify::payload", G_CALLBACK (update),
                                  self);
  /* What the project refers to may have been renamed. */
  self->register_links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->register_links, "stepped", G_CALLBACK (update), self);
  update (self);
}

/**
 * tide_project_details_get_register:
 * @self: the details
 *
 * Returns: (transfer none) (nullable): the register that the project is of
 */
TideRegister *
tide_project_details_get_register (TideProjectDetails *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_DETAILS (self), NULL);

  return self->reg;
}

/**
 * tide_project_details_set_register:
 * @self: the details
 * @reg: (nullable): the register that the project is of
 *
 * No project is shown afterwards.
 */
void
tide_project_details_set_register (TideProjectDetails *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_PROJECT_DETAILS (self));

  if (self->reg == reg)
    return;

  tide_project_details_set_project (self, NULL);
  g_set_object (&self->reg, reg);
  g_signal_group_set_target (self->register_links, reg);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_project_details_get_project:
 * @self: the details
 *
 * Returns: (transfer none) (nullable): the project shown
 */
TideProject *
tide_project_details_get_project (TideProjectDetails *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_DETAILS (self), NULL);

  return self->project;
}

/**
 * tide_project_details_set_project:
 * @self: the details
 * @project: (nullable): the project to show
 */
void
tide_project_details_set_project (TideProjectDetails *self, TideProject *project)
{
  g_return_if_fail (TIDE_IS_PROJECT_DETAILS (self));

  if (!g_set_object (&self->project, project))
    return;

  g_signal_group_set_target (self->project_links, project);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROJECT]);
}

/**
 * tide_project_details_get_n_selected:
 * @self: the details
 *
 * Returns: how many projects are selected
 */
guint
tide_project_details_get_n_selected (TideProjectDetails *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_DETAILS (self), 0);

  return self->n_selected;
}

/**
 * tide_project_details_set_n_selected:
 * @self: the details
 * @n_selected: how many projects are selected
 */
void
tide_project_details_set_n_selected (TideProjectDetails *self, guint n_selected)
{
  g_return_if_fail (TIDE_IS_PROJECT_DETAILS (self));

  if (self->n_selected == n_selected)
    return;

  self->n_selected = n_selected;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SELECTED]);
}
