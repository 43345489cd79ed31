/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-record-dialog.h"

#include "ui/dialogs/tide-record-form.h"
#include "ui/dialogs/tide-unsaved-question.h"
#include "ui/rows/tide-code-row.h"
#include "ui/rows/tide-date-row.h"
#include "ui/rows/tide-entries-group.h"
#include "ui/rows/tide-field-link.h"
#include "ui/rows/tide-notes-row.h"
#include "ui/rows/tide-own-code-row.h"
#include "ui/rows/tide-reference-row.h"
#include "ui/rows/tide-references-group.h"
#include "ui/rows/tide-scale-row.h"
#include "ui/rows/tide-target-subject-row.h"

#include <glib/gi18n-lib.h>

struct _TideRecordDialog
{
  AdwDialog parent_instance;

  TideRegister *reg; /* owned */
  TideRecordKind kind;
  TidePayload *payload; /* owned; nullable: what it began with */
  TideDraft *draft;     /* owned */

  /* template children */
  AdwPreferencesPage *page;
  AdwPreferencesGroup *group;
  GtkWidget *more_bar;
};

G_DEFINE_FINAL_TYPE (TideRecordDialog, tide_record_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_KIND,
  PROP_PAYLOAD,
} TideRecordDialogProperty;

static GParamSpec *props[PROP_PAYLOAD + 1];

enum
{
  SIGNAL_SAVED,
  SIGNAL_ANOTHER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_new (TideRecordDialog *self)
{
  return self->payload == NULL || self->payload->id == NULL;
}

/* What may be chosen ------------------------------------------------------------------------ */

/* Of a sector; of a taxonomy, itself. */
static const char *
get_taxonomy (const TidePayload *payload)
{
  if (payload == NULL || payload->shape == tide_shape_for_kind (TIDE_RECORD_TAXONOMY))
    return payload != NULL ? payload->id : NULL;

  return TIDE_SECTOR_PAYLOAD (payload)->taxonomy;
}

/* What is below the record is offered too, and refused beside the field, which says why. */
static gboolean
can_be_parent (gpointer record, gpointer data)
{
  TideRecordDialog *self = data;

  return self->kind != TIDE_RECORD_SECTOR
         || g_strcmp0 (get_taxonomy (tide_record_get_payload (record)),
                       get_taxonomy (self->payload))
                == 0;
}

static gboolean
is_elsewhere (gpointer record, gpointer data)
{
  TideRecordDialog *self = data;

  return g_strcmp0 (get_taxonomy (tide_record_get_payload (record)), get_taxonomy (self->payload))
         != 0;
}

static GtkFilter *
filter_new (TideRecordDialog *self, const char *path)
{
  if (g_str_equal (path, "parent"))
    return GTK_FILTER (gtk_custom_filter_new (can_be_parent, self, NULL));
  if (g_str_equal (path, "maps-to"))
    return GTK_FILTER (gtk_custom_filter_new (is_elsewhere, self, NULL));

  return NULL;
}

/* Rows -------------------------------------------------------------------------------------- */

static GtkWidget *
switch_row_new (TideField *field, const char *subtitle)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (subtitle));
  tide_field_link_set_field (tide_field_link_attach (row, G_OBJECT (row), "active"), field);

  return row;
}

static GtkWidget *
reference_row_new (TideRecordDialog *self,
                   const TideMember *member,
                   TideRecordKind target,
                   TideField *field)
{
  GtkWidget *row = tide_reference_row_new (self->reg, tide_shape_for_kind (target)->name);
  g_autoptr (GtkFilter) filter = filter_new (self, member->name);

  tide_reference_row_set_filter (TIDE_REFERENCE_ROW (row), filter);
  tide_reference_row_set_field (TIDE_REFERENCE_ROW (row), field);

  return row;
}

static GtkWidget *
code_row_new (const TideMember *member, const char *subtitle, TideField *field)
{
  GtkWidget *row;

  if (subtitle != NULL)
    {
      row = tide_own_code_row_new (member->codes, field);
      tide_field_link_set_hint (tide_field_link_of (row), _ (subtitle));
      return row;
    }

  row = tide_code_row_new (member->codes);
  tide_code_row_set_field (TIDE_CODE_ROW (row), field);

  return row;
}

static GtkWidget *
field_row_new (GtkWidget *row, TideField *field)
{
  tide_field_row_set_field (TIDE_FIELD_ROW (row), field);

  return row;
}

/* The id of a set of rates is no reference, as the set needs no record. */
static gboolean
is_rate_set (const TideMember *member)
{
  return g_str_equal (member->name, "rate-set") || g_str_equal (member->name, "set");
}

static void
add_row (TideRecordDialog *self, const TideMember *member, const TideRecordField *spec)
{
  TideField *field = tide_draft_get_field (self->draft, spec->path);
  GtkWidget *row;

  switch (member->kind)
    {
    case TIDE_MEMBER_BOOLEAN:
      row = switch_row_new (field, spec->subtitle);
      break;
    case TIDE_MEMBER_REFERENCE:
      row = reference_row_new (self, member, member->target, field);
      break;
    case TIDE_MEMBER_CODE:
      row = code_row_new (member, spec->subtitle, field);
      break;
    case TIDE_MEMBER_DATE:
      row = field_row_new (tide_date_row_new (), field);
      tide_field_link_set_hint (tide_field_link_of (row),
                                spec->subtitle != NULL ? _ (spec->subtitle) : NULL);
      break;
    case TIDE_MEMBER_STRING:
      if (is_rate_set (member))
        row = reference_row_new (self, member, TIDE_RECORD_RATE_SET, field);
      else
        row = field_row_new (tide_field_row_new (), field);
      break;
    case TIDE_MEMBER_DECIMAL:
      if (g_str_equal (member->name, "scale"))
        row = tide_scale_row_new (field);
      else
        row = field_row_new (tide_field_row_new (), field);
      break;
    case TIDE_MEMBER_TEXT:
    case TIDE_MEMBER_PERIOD:
    case TIDE_MEMBER_TIME:
    case TIDE_MEMBER_COUNT:
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
    case TIDE_MEMBER_OBJECT:
    case TIDE_MEMBER_ENTRIES:
    default:
      row = field_row_new (tide_field_row_new (), field);
      break;
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (spec->title));
  adw_preferences_group_add (self->group, row);
}

static void
add_group (TideRecordDialog *self, GtkWidget *group, const TideRecordField *spec)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (spec->title));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
add_entries (TideRecordDialog *self, const TideRecordField *spec)
{
  GtkWidget *group = g_object_new (TIDE_TYPE_ENTRIES_GROUP, "list", spec->path, "register",
                                   self->reg, "add-label", _ (spec->subtitle), NULL);
  g_autoptr (GtkFilter) filter = filter_new (self, spec->path);

  tide_entries_group_set_filter (TIDE_ENTRIES_GROUP (group), filter);
  tide_entries_group_set_draft (TIDE_ENTRIES_GROUP (group), self->draft);
  add_group (self, group, spec);
}

static void
add_references (TideRecordDialog *self, const TideMember *member, const TideRecordField *spec)
{
  TideField *field = tide_draft_get_field (self->draft, spec->path);
  GtkWidget *group = g_object_new (TIDE_TYPE_REFERENCES_GROUP, "kind",
                                   tide_shape_for_kind (member->target)->name, "register",
                                   self->reg, "field", field, NULL);

  add_group (self, group, spec);
}

static void
add_notes (TideRecordDialog *self, const TideRecordField *spec)
{
  TideField *field = tide_draft_get_field (self->draft, spec->path);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row
      = g_object_new (TIDE_TYPE_NOTES_ROW, "title", _ (spec->title), "field", field, NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  add_group (self, group, spec);
}

/* The member of a text, `name/en`, is the text; that of an object, `declared/projects`, what is
 * inside. */
static const TideMember *
find_member (TideRecordDialog *self, const char *path)
{
  const TideShape *shape = tide_shape_for_kind (self->kind);
  const TideMember *member = tide_shape_resolve (shape, path);
  g_auto (GStrv) parts = g_strsplit (path, "/", 2);

  return member != NULL ? member : tide_shape_find (shape, parts[0]);
}

/* What the fields that name one of several things stand below. */
static void
add_subject (TideRecordDialog *self, const TideRecordField *spec)
{
  if (self->kind == TIDE_RECORD_TARGET && g_str_equal (spec->path, "sector"))
    adw_preferences_group_add (self->group, tide_target_subject_row_new (self->draft));
}

static void
add_fields (TideRecordDialog *self, const TideRecordForm *form)
{
  for (const TideRecordField *spec = form->fields; spec->path != NULL; spec++)
    {
      const TideMember *member = find_member (self, spec->path);

      add_subject (self, spec);
      if (member->kind == TIDE_MEMBER_ENTRIES)
        add_entries (self, spec);
      else if (member->kind == TIDE_MEMBER_REFERENCES)
        add_references (self, member, spec);
      else if (g_str_equal (spec->path, "notes"))
        add_notes (self, spec);
      else
        add_row (self, member, spec);
    }
}

static gboolean
is_empty (TideField *field)
{
  return field != NULL && *tide_field_get_text (field) == '\0';
}

/* What the record is called in the person's language; of a new one without a name, what is still to
 * be filled. */
static TideField *
find_first (TideRecordDialog *self, const TideRecordForm *form)
{
  const char *language = tide_language_get_default () == TIDE_LANGUAGE_ZH ? "/zh" : "/en";

  for (const TideRecordField *spec = form->fields; spec->path != NULL; spec++)
    if (g_str_has_suffix (spec->path, language))
      return tide_draft_get_field (self->draft, spec->path);

  for (const TideRecordField *spec = form->fields; is_new (self) && spec->path != NULL; spec++)
    if (is_empty (tide_draft_get_field (self->draft, spec->path)))
      return tide_draft_get_field (self->draft, spec->path);

  return tide_draft_get_field (self->draft, form->fields[0].path);
}

/* Saving ------------------------------------------------------------------------------------ */

static void
on_draft_changed (TideRecordDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !tide_draft_get_changed (self->draft));
}

static void
point_at (TideRecordDialog *self, TideField *wrong)
{
  GtkWidget *row = tide_field_find_row (GTK_WIDGET (self), wrong);
  GtkWidget *folded = row != NULL ? gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW) : NULL;

  if (folded != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (folded), TRUE);
  if (row != NULL)
    gtk_widget_grab_focus (row);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), tide_field_get_problem (wrong),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static gboolean
commit (TideRecordDialog *self)
{
  TideField *wrong = tide_draft_check (self->draft);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (wrong != NULL)
    {
      point_at (self, wrong);
      return FALSE;
    }

  if (!tide_draft_commit (self->draft, &id, &error))
    {
      AdwDialog *alert = adw_alert_dialog_new (_ ("Not Saved"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
      adw_dialog_present (alert, GTK_WIDGET (self));
      return FALSE;
    }

  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);

  return TRUE;
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (commit (TIDE_RECORD_DIALOG (widget)))
    adw_dialog_force_close (ADW_DIALOG (widget));
}

static void
save_and_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (TideRecordDialog) self = g_object_ref (TIDE_RECORD_DIALOG (widget));
  g_autoptr (TidePayload) saved = tide_draft_dup_payload (self->draft);

  if (!commit (self))
    return;

  /* The next one gets the focus that this one gives back. */
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_ANOTHER], 0, saved);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_close_attempt (TideRecordDialog *self)
{
  tide_unsaved_question_ask (ADW_DIALOG (self));
}

static void
on_closed (TideRecordDialog *self)
{
  tide_draft_set_open (self->draft, FALSE);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_record_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideRecordDialog *self = TIDE_RECORD_DIALOG (object);

  switch ((TideRecordDialogProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_PAYLOAD:
      g_value_set_boxed (value, self->payload);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_record_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideRecordDialog *self = TIDE_RECORD_DIALOG (object);

  switch ((TideRecordDialogProperty) id)
    {
    case PROP_REGISTER:
      self->reg = g_value_dup_object (value);
      break;
    case PROP_KIND:
      self->kind = (TideRecordKind) g_value_get_uint (value);
      break;
    case PROP_PAYLOAD:
      self->payload = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_record_dialog_constructed (GObject *object)
{
  TideRecordDialog *self = TIDE_RECORD_DIALOG (object);
  const TideRecordForm *form = tide_record_form_find (self->kind);

  G_OBJECT_CLASS (tide_record_dialog_parent_class)->constructed (object);

  self->draft = tide_draft_new (self->reg, self->kind, self->payload);
  tide_draft_set_open (self->draft, TRUE);
  g_signal_connect_object (self->draft, "notify::changed", G_CALLBACK (on_draft_changed), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_set_title (ADW_DIALOG (self),
                        is_new (self) ? _ (form->new_title) : _ (form->edit_title));
  gtk_widget_set_visible (self->more_bar, form->has_more && is_new (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save-and-add",
                                 form->has_more && is_new (self));
  add_fields (self, form);

  adw_dialog_set_focus (ADW_DIALOG (self),
                        tide_field_find_row (GTK_WIDGET (self->page), find_first (self, form)));
}

static void
tide_record_dialog_dispose (GObject *object)
{
  TideRecordDialog *self = TIDE_RECORD_DIALOG (object);

  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_RECORD_DIALOG);
  if (self->draft != NULL)
    tide_draft_set_open (self->draft, FALSE);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->payload, tide_payload_unref);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_record_dialog_parent_class)->dispose (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideRecordDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TideRecordDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TideRecordDialog, more_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_close_attempt);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "form.save-and-add", NULL, save_and_add);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel);
}

static void
tide_record_dialog_class_init (TideRecordDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_record_dialog_get_property;
  object_class->set_property = tide_record_dialog_set_property;
  object_class->constructed = tide_record_dialog_constructed;
  object_class->dispose = tide_record_dialog_dispose;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, TIDE_N_RECORD_KINDS - 1,
                                        TIDE_RECORD_SECTOR, flags);
  props[PROP_PAYLOAD] = g_param_spec_boxed ("payload", NULL, NULL, TIDE_TYPE_PAYLOAD, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ANOTHER] = g_signal_new ("another", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  install_template (GTK_WIDGET_CLASS (klass));
}

static void
tide_record_dialog_init (TideRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_record_dialog_new:
 * @reg: a register
 * @kind: a kind that has a #TideRecordForm
 * @payload: (nullable): the record to edit; without an id, what a new one begins with; %NULL for a
 *   new one that begins empty
 *
 * Returns: (transfer floating): a dialog to present
 */
TideRecordDialog *
tide_record_dialog_new (TideRegister *reg, TideRecordKind kind, const TidePayload *payload)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (tide_record_form_find (kind) != NULL, NULL);

  return g_object_new (TIDE_TYPE_RECORD_DIALOG, "register", reg, "kind", kind, "payload", payload,
                       NULL);
}

/**
 * tide_record_dialog_get_draft:
 * @self: a dialog
 *
 * Returns: (transfer none): what it edits
 */
TideDraft *
tide_record_dialog_get_draft (TideRecordDialog *self)
{
  g_return_val_if_fail (TIDE_IS_RECORD_DIALOG (self), NULL);

  return self->draft;
}
