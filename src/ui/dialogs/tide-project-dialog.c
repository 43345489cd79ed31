/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-project-dialog.h"

#include "ui/dialogs/tide-move-dialog.h"
#include "ui/dialogs/tide-unsaved-question.h"
#include "ui/rows/tide-entries-group.h"
#include "ui/rows/tide-field-link.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

struct _TideProjectDialog
{
  AdwDialog parent_instance;

  TideRegister *reg;    /* owned */
  char *project_id;     /* owned; NULL for a new project */
  TideDraft *draft;     /* owned */
  GSignalGroup *drafts; /* owned: its target is the draft */

  AdwToastOverlay *toasts;    /* template child */
  GtkWidget *more_bar;        /* template child */
  GtkWidget *name_en;         /* template child */
  GtkWidget *name_zh;         /* template child */
  AdwSwitchRow *confidential; /* template child */
  AdwSwitchRow *counted;      /* template child */
};

G_DEFINE_FINAL_TYPE (TideProjectDialog, tide_project_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_PROJECT_ID,
  PROP_DRAFT,
} TideProjectDialogProperty;

static GParamSpec *props[PROP_DRAFT + 1];

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TideField *
dup_field (GObject *row, TideDraft *draft, const char *path, gpointer user_data)
{
  return draft != NULL ? g_object_ref (tide_draft_get_field (draft, path)) : NULL;
}

static void
on_draft_changed (TideProjectDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !tide_draft_get_changed (self->draft));
}

static void
set_draft (TideProjectDialog *self, TideDraft *draft)
{
  if (self->draft != NULL)
    tide_draft_set_open (self->draft, FALSE);
  g_set_object (&self->draft, draft);
  tide_draft_set_open (draft, TRUE);
  g_signal_group_set_target (self->drafts, draft);
  on_draft_changed (self);
  tide_field_link_set_field (tide_field_link_of (GTK_WIDGET (self->confidential)),
                             tide_draft_get_field (draft, "confidential"));
  tide_field_link_set_field (tide_field_link_of (GTK_WIDGET (self->counted)),
                             tide_draft_get_field (draft, "counted"));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DRAFT]);
}

static void
focus_name (TideProjectDialog *self)
{
  gtk_widget_grab_focus (tide_language_get_default () == TIDE_LANGUAGE_ZH ? self->name_zh
                                                                          : self->name_en);
}

static void
unfold_around (GtkWidget *row)
{
  GtkWidget *folded = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);

  if (folded != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (folded), TRUE);
}

static void
point_at (TideProjectDialog *self, TideField *wrong)
{
  GtkWidget *row = tide_field_find_row (GTK_WIDGET (self), wrong);

  if (row != NULL)
    {
      unfold_around (row);
      gtk_widget_grab_focus (row);
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (self), tide_field_get_problem (wrong),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static GtkWidget *
find_below (GtkWidget *root, GType type, const char *list)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const gboolean is_meant
          = G_TYPE_CHECK_INSTANCE_TYPE (child, type)
            && (list == NULL
                || g_strcmp0 (tide_entries_group_get_list (TIDE_ENTRIES_GROUP (child)), list) == 0);
      GtkWidget *found = is_meant ? child : find_below (child, type, list);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Where there is no entry yet, the row that adds one. */
static GtkWidget *
find_row (TideProjectDialog *self, const char *list, const char *entry, const char *member)
{
  GtkWidget *child = adw_dialog_get_child (ADW_DIALOG (self));
  TideDraft *draft = self->draft;
  GtkWidget *group;

  if (entry != NULL)
    draft = tide_draft_find_entry (self->draft, list, entry);
  if (draft != NULL && (list == NULL || entry != NULL))
    return tide_field_find_row (child, tide_draft_get_field (draft, member));

  group = find_below (child, TIDE_TYPE_ENTRIES_GROUP, list);

  return group != NULL ? find_below (group, ADW_TYPE_BUTTON_ROW, NULL) : NULL;
}

static void
show_failure (TideProjectDialog *self, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("The Project Could Not Be Saved"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/* Returns the id of the saved project, or NULL where it was not saved and the person has been told
 * why. */
static char *
save (TideProjectDialog *self)
{
  TideField *wrong = tide_draft_check (self->draft);
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  if (wrong != NULL)
    {
      point_at (self, wrong);
      return NULL;
    }

  if (!tide_draft_commit (self->draft, &id, &error))
    {
      show_failure (self, error);
      return NULL;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
  return id;
}

static void
save_and_close (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *id = save (TIDE_PROJECT_DIALOG (widget));

  if (id != NULL)
    adw_dialog_force_close (ADW_DIALOG (widget));
}

/* What a new project begins with after @last: where and when, and what it is about. */
static TidePayload *
payload_new_like (const TideProjectPayload *last)
{
  TidePayload *payload = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_PROJECT), NULL);
  TideProjectPayload *project = (TideProjectPayload *) payload;

  tide_payload_set_interned (&project->division, last->division);
  tide_payload_set_interned (&project->event, last->event);
  tide_payload_set_string (&project->in_charge, last->in_charge);
  for (guint i = 0; i < tide_entries_get_n (last->sectors); i++)
    tide_payload_add_entry (payload, "sectors",
                            tide_payload_ref (g_ptr_array_index (last->sectors, i)));

  if (tide_entries_get_n (last->stages) > 0)
    {
      const TideStageEntry *last_stage = g_ptr_array_index (last->stages, last->stages->len - 1);
      TidePayload *entry = tide_payload_new (last_stage->base.shape, NULL);
      TideStageEntry *stage = (TideStageEntry *) entry;

      tide_payload_set_interned (&stage->stage, last_stage->stage);
      stage->date = last_stage->date;
      tide_payload_add_entry (payload, "stages", tide_payload_seal (entry));
    }
  return tide_payload_seal (payload);
}

static void
save_and_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TideProjectDialog *self = TIDE_PROJECT_DIALOG (widget);
  g_autofree char *id = save (self);
  g_autoptr (TidePayload) offered = NULL;
  g_autoptr (TideDraft) draft = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  const TidePayload *saved;

  if (id == NULL)
    return;

  saved = tide_register_lookup_payload (self->reg, TIDE_RECORD_PROJECT, id);
  name = tide_text_dup_isolated (tide_payload_get_label (saved, tide_language_get_default ()));
  /* Translators: the placeholder is the name of a project */
  text = g_strdup_printf (_ ("“%s” saved"), name);
  tide_toast_show (self->toasts, text, NULL);

  offered = payload_new_like (TIDE_PROJECT_PAYLOAD (saved));
  draft = tide_draft_new (self->reg, TIDE_RECORD_PROJECT, offered);
  /* First, as the rows of the old entries take the focus with them. */
  focus_name (self);
  set_draft (self, draft);
}

static void
present_move (TideProjectDialog *self, const char *list)
{
  adw_dialog_present (ADW_DIALOG (tide_move_dialog_new_for_form (self->reg, list, self->draft)),
                      GTK_WIDGET (self));
}

static void
move_stage (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present_move (TIDE_PROJECT_DIALOG (widget), "stages");
}

static void
change_status (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present_move (TIDE_PROJECT_DIALOG (widget), "statuses");
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_close_attempt (TideProjectDialog *self)
{
  tide_unsaved_question_ask (ADW_DIALOG (self));
}

static void
on_closed (TideProjectDialog *self)
{
  tide_draft_set_open (self->draft, FALSE);
}

static void
tide_project_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideProjectDialog *self = TIDE_PROJECT_DIALOG (object);

  switch ((TideProjectDialogProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;

    case PROP_PROJECT_ID:
      g_value_set_string (value, self->project_id);
      break;

    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_project_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideProjectDialog *self = TIDE_PROJECT_DIALOG (object);

  switch ((TideProjectDialogProperty) id)
    {
    case PROP_REGISTER:
      self->reg = g_value_dup_object (value);
      break;

    case PROP_PROJECT_ID:
      self->project_id = g_value_dup_string (value);
      break;

    case PROP_DRAFT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_project_dialog_constructed (GObject *object)
{
  TideProjectDialog *self = TIDE_PROJECT_DIALOG (object);
  g_autoptr (TideDraft) draft = NULL;
  const TidePayload *payload = NULL;

  G_OBJECT_CLASS (tide_project_dialog_parent_class)->constructed (object);

  if (self->project_id != NULL)
    payload = tide_register_lookup_payload (self->reg, TIDE_RECORD_PROJECT, self->project_id);

  adw_dialog_set_title (ADW_DIALOG (self),
                        payload != NULL ? _ ("Edit Project") : _ ("New Project"));
  gtk_widget_set_visible (self->more_bar, payload == NULL);
  adw_dialog_set_focus (ADW_DIALOG (self), tide_language_get_default () == TIDE_LANGUAGE_ZH
                                               ? self->name_zh
                                               : self->name_en);
  draft = tide_draft_new (self->reg, TIDE_RECORD_PROJECT, payload);
  set_draft (self, draft);
}

static void
tide_project_dialog_dispose (GObject *object)
{
  TideProjectDialog *self = TIDE_PROJECT_DIALOG (object);

  g_clear_object (&self->drafts);
  if (self->draft != NULL)
    tide_draft_set_open (self->draft, FALSE);
  g_clear_object (&self->draft);
  g_clear_object (&self->reg);
  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_PROJECT_DIALOG);

  G_OBJECT_CLASS (tide_project_dialog_parent_class)->dispose (object);
}

static void
tide_project_dialog_finalize (GObject *object)
{
  TideProjectDialog *self = TIDE_PROJECT_DIALOG (object);

  g_free (self->project_id);

  G_OBJECT_CLASS (tide_project_dialog_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-project-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideProjectDialog, confidential);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDialog, counted);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDialog, more_bar);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDialog, name_en);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDialog, name_zh);
  gtk_widget_class_bind_template_child (widget_class, TideProjectDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, dup_field);
  gtk_widget_class_bind_template_callback (widget_class, on_close_attempt);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_and_close);
  gtk_widget_class_install_action (widget_class, "form.save-and-add", NULL, save_and_add);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "form.move-stage", NULL, move_stage);
  gtk_widget_class_install_action (widget_class, "form.change-status", NULL, change_status);
}

static void
tide_project_dialog_class_init (TideProjectDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_project_dialog_get_property;
  object_class->set_property = tide_project_dialog_set_property;
  object_class->constructed = tide_project_dialog_constructed;
  object_class->dispose = tide_project_dialog_dispose;
  object_class->finalize = tide_project_dialog_finalize;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_PROJECT_ID]
      = g_param_spec_string ("project-id", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, TIDE_TYPE_DRAFT,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  install_template (GTK_WIDGET_CLASS (klass));
}

static void
tide_project_dialog_init (TideProjectDialog *self)
{
  self->drafts = g_signal_group_new (TIDE_TYPE_DRAFT);
  g_signal_group_connect_swapped (self->drafts, "notify::changed", G_CALLBACK (on_draft_changed),
                                  self);

  gtk_widget_init_template (GTK_WIDGET (self));
  tide_field_link_attach (GTK_WIDGET (self->confidential), G_OBJECT (self->confidential), "active");
  tide_field_link_attach (GTK_WIDGET (self->counted), G_OBJECT (self->counted), "active");
}

static gboolean
on_pointed_row_shown (gpointer data)
{
  if (gtk_widget_get_mapped (data))
    gtk_widget_grab_focus (data);

  return G_SOURCE_REMOVE;
}

/* A row that was folded away cannot take the focus when the dialog appears. */
static void
on_pointed_row_mapped (GtkWidget *row)
{
  g_signal_handlers_disconnect_by_func (row, on_pointed_row_mapped, NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_pointed_row_shown, g_object_ref (row),
                   g_object_unref);
}

/**
 * tide_project_dialog_new:
 * @project_id: (nullable): the project to edit; %NULL, or an id the register does not have, for a
 * new one
 *
 * Returns: (transfer floating): a dialog to present
 */
TideProjectDialog *
tide_project_dialog_new (TideRegister *reg, const char *project_id)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);

  return g_object_new (TIDE_TYPE_PROJECT_DIALOG, "register", reg, "project-id", project_id, NULL);
}

/**
 * tide_project_dialog_get_draft:
 * @self: a dialog
 *
 * Returns: (transfer none): what is typed in it
 */
TideDraft *
tide_project_dialog_get_draft (TideProjectDialog *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_DIALOG (self), NULL);

  return self->draft;
}

/**
 * tide_project_dialog_point_at:
 * @self: a dialog that is not presented yet
 * @list: (nullable): an entry list, or %NULL for a field of the project itself
 * @entry: (nullable): key of an entry (tide_payload_dup_key()), or %NULL to add one
 * @member: the field
 *
 * Lets the form begin at that field instead of the name, as far as it is shown.
 */
void
tide_project_dialog_point_at (TideProjectDialog *self,
                              const char *list,
                              const char *entry,
                              const char *member)
{
  GtkWidget *row;

  g_return_if_fail (TIDE_IS_PROJECT_DIALOG (self));

  row = find_row (self, list, entry, member);
  if (row == NULL)
    return;

  unfold_around (row);
  adw_dialog_set_focus (ADW_DIALOG (self), row);
  g_signal_connect (row, "map", G_CALLBACK (on_pointed_row_mapped), NULL);
}
