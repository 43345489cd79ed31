/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-project-details-private.h"

#include "ui/lists/tide-project-text.h"

#include <glib/gi18n-lib.h>

/* While a key is held down in the list, nothing is shown anew before it is let go. */
#define QUIET_MILLISECONDS 120

struct _TideProjectDetails
{
  AdwBin parent_instance;

  TideRegister *reg;       /* owned */
  TideProject *project;    /* owned */
  TideProjectParts *parts; /* owned */
  guint n_parts;           /* of the project as it is shown; %G_MAXUINT where that is not known */
  guint n_selected;
  guint update_source;          /* 0 where what is shown is up to date, or nobody sees it */
  gint64 updated;               /* when the project was changed last, monotonic */
  GSignalGroup *project_links;  /* owned */
  GSignalGroup *register_links; /* owned */

  /* template children */
  GtkStack *stack;
  AdwStatusPage *empty_page;
  GtkLabel *name_label;
  GtkLabel *other_name_label;
  GtkLabel *number_label;
  GtkWidget *confidential_label;
  GtkLabel *code_name_label;
  GtkBox *sections;
};

G_DEFINE_FINAL_TYPE (TideProjectDetails, tide_project_details, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_PROJECT,
  PROP_N_SELECTED,
} TideProjectDetailsProperty;

static GParamSpec *props[PROP_N_SELECTED + 1];

static const TideDetailsSpec specs[] = {
  { .title = N_ ("Summary"),
    .add = N_ ("Add Sector…"),
    .hint = N_ ("Add a sector"),
    .list = "sectors",
    .is_uncounted = TRUE,
    .fill = tide_details_fill_summary },
  { .title = N_ ("Stage Timeline"),
    .add = N_ ("Move…"),
    .hint = N_ ("Move to another stage"),
    .empty = N_ ("Move it to its first stage"),
    .list = "stages",
    .action = "project.move-stage",
    .fill = tide_details_fill_timeline },
  { .title = N_ ("Status Log"),
    .add = N_ ("Change…"),
    .hint = N_ ("Change the status"),
    .list = "statuses",
    .action = "project.change-status",
    .fill = tide_details_fill_statuses },
  { .title = N_ ("Amounts"),
    .add = N_ ("Add…"),
    .hint = N_ ("Add an amount"),
    .empty = N_ ("Add what is intended, was agreed or has arrived"),
    .list = "amounts",
    .fill = tide_details_fill_amounts },
  { .title = N_ ("Parties"),
    .add = N_ ("Add…"),
    .hint = N_ ("Add a party"),
    .empty = N_ ("Add who invests, and who takes part"),
    .list = "parties",
    .fill = tide_details_fill_parties },
  { .title = N_ ("Activities"),
    .add = N_ ("Add…"),
    .hint = N_ ("Add an activity"),
    .empty = N_ ("Add visits, meetings and problems, and what is to be done next"),
    .list = "activities",
    .fill = tide_details_fill_activities },
  { .title = N_ ("Plans and Effects"),
    .add = N_ ("Edit…"),
    .hint = N_ ("Edit plans and effects"),
    .empty = N_ ("Add planned dates, and jobs, output and tax"),
    .fields = { "plans/start", "plans/completion", "plans/production", "expected/jobs",
                "expected/output", "expected/tax", "actual/jobs", "actual/output", "actual/tax" },
    .fill = tide_details_fill_plans },
  { .title = N_ ("Notes"),
    .add = N_ ("Edit…"),
    .hint = N_ ("Edit the notes"),
    .empty = N_ ("Add notes"),
    .fields = { "notes" },
    .fill = tide_details_fill_notes },
  { .title = N_ ("Sources"),
    .add = N_ ("Edit…"),
    .hint = N_ ("Edit the sources"),
    .empty = N_ ("Add where it is known from"),
    .fields = { "sources" },
    .fill = tide_details_fill_sources },
  { .title = N_ ("History"),
    .add = N_ ("Show All"),
    .hint = N_ ("Show the whole history of the project"),
    .action = "details.show-history",
    .is_folded = TRUE,
    .changes_nothing = TRUE,
    .fill = tide_details_fill_history },
};

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
  show_label (self->code_name_label, project->code_name);
  gtk_widget_set_visible (self->confidential_label, project->confidential);
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

/* Sections ---------------------------------------------------------------------------------- */

static TideDetailsSection *
get_focused (TideProjectDetails *self, char **key, guint *index)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self->sections)))
    return NULL;

  if (TIDE_IS_DETAILS_ROW (row))
    *key = g_strdup (tide_details_row_get_key (TIDE_DETAILS_ROW (row)));
  *index = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  return TIDE_DETAILS_SECTION (gtk_widget_get_ancestor (row, TIDE_TYPE_DETAILS_SECTION));
}

static void
show_sections (TideProjectDetails *self)
{
  g_autofree char *key = NULL;
  guint index = 0;
  TideDetailsSection *focused = get_focused (self, &key, &index);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tide_details_section_show (TIDE_DETAILS_SECTION (child), self->reg, self->project);
  if (focused != NULL)
    tide_project_details_focus_entry (self, focused, key, index);
}

static guint
count_parts (TideProjectDetails *self)
{
  const GPtrArray *parts
      = tide_project_parts_lookup (self->parts, tide_record_get_id (TIDE_RECORD (self->project)));

  return tide_project_parts_is_known (self->parts) ? tide_entries_get_n (parts) : G_MAXUINT;
}

static void
update (TideProjectDetails *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->project == NULL || self->reg == NULL)
    {
      show_nothing (self);
      return;
    }

  show_heading (self, tide_project_get_payload (self->project));
  show_sections (self);
  self->n_parts = count_parts (self);
  gtk_stack_set_visible_child_name (self->stack, "project");
}

static gboolean
on_quiet (gpointer data)
{
  TideProjectDetails *self = data;

  self->update_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* Nothing is made for those who do not look. */
static void
queue_update (TideProjectDetails *self, gboolean is_at_once)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (is_at_once)
    self->update_source = g_idle_add (on_quiet, self);
  else
    self->update_source = g_timeout_add (QUIET_MILLISECONDS, on_quiet, self);
}

static void
on_register_changed (TideProjectDetails *self)
{
  queue_update (self, TRUE);
}

/* Most projects have no parts before and after. */
static void
on_parts_changed (TideProjectDetails *self)
{
  const guint n = self->project != NULL ? count_parts (self) : 0;

  if (n > 0 || n != self->n_parts)
    queue_update (self, TRUE);
}

/* The first of several projects is shown at once, what is passed over is not shown at all. */
static void
on_other_project (TideProjectDetails *self)
{
  const gint64 now = g_get_monotonic_time ();
  const gboolean is_quiet = now - self->updated > QUIET_MILLISECONDS * 1000;

  self->updated = now;
  queue_update (self, is_quiet);
}

static void
tide_project_details_map (GtkWidget *widget)
{
  update (TIDE_PROJECT_DETAILS (widget));

  GTK_WIDGET_CLASS (tide_project_details_parent_class)->map (widget);
}

static void
add_sections (TideProjectDetails *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      TideDetailsSection *section = tide_details_section_new (&specs[i], self->parts);

      g_signal_connect_object (section, "add", G_CALLBACK (tide_project_details_on_add), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (section, "edit", G_CALLBACK (tide_project_details_on_edit), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->sections, GTK_WIDGET (section));
    }
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

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->project_links);
  g_clear_object (&self->register_links);
  g_clear_object (&self->parts);
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
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, code_name_label);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDetails, sections);
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
  widget_class->map = tide_project_details_map;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, TIDE_TYPE_PROJECT, flags);
  props[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-project-details.ui");
  bind_children (widget_class);
  tide_project_details_install_actions (widget_class);
}

static void
tide_project_details_init (TideProjectDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->parts = tide_project_parts_new ();
  g_signal_connect_object (self->parts, "changed", G_CALLBACK (on_parts_changed), self,
                           G_CONNECT_SWAPPED);
  add_sections (self);

  self->project_links = g_signal_group_new (TIDE_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_links, "notify::payload",
                                  G_CALLBACK (on_register_changed), self);
  /* What the project refers to may have been renamed. */
  self->register_links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->register_links, "stepped", G_CALLBACK (on_register_changed),
                                  self);
  g_signal_group_connect_swapped (self->register_links, "notify::read-only",
                                  G_CALLBACK (on_register_changed), self);
  update (self);
}

/*
 * tide_project_details_focus_entry:
 * @self: the details
 * @section: one of its sections
 * @key: (nullable): key of an entry
 * @index: of the row that takes its place where there is no such entry
 *
 * Moves the focus to the entry, or to what is nearest to it.
 */
void
tide_project_details_focus_entry (TideProjectDetails *self,
                                  TideDetailsSection *section,
                                  const char *key,
                                  guint index)
{
  TideDetailsRow *row = NULL;

  if (self->update_source != 0)
    update (self);
  if (key != NULL)
    row = tide_details_section_find_row (section, key);
  for (guint i = index + 1; row == NULL && i > 0; i--)
    row = tide_details_section_get_row (section, i - 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (section), GTK_DIR_TAB_FORWARD);
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
  tide_project_parts_set_register (self->parts, reg);
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
  on_other_project (self);
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
  on_other_project (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_SELECTED]);
}
