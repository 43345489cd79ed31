/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-targets-group.h"

#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-targets-source.h"
#include "ui/rows/tide-target-row.h"

#include <glib/gi18n-lib.h>

#include <string.h>

struct _TideTargetsGroup
{
  AdwPreferencesGroup parent_instance;

  TideTargetsSource *source; /* owned */
  GSignalGroup *links;       /* owned: its target is the register */
  TideRecordKind kind;
  char *id;              /* owned, nullable: no subject */
  GPtrArray *rows;       /* owned, of borrowed rows */
  GtkWidget *add_button; /* borrowed */
};

G_DEFINE_FINAL_TYPE (TideTargetsGroup, tide_targets_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_filter_requested (TideTargetsGroup *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static gboolean
is_about_sector (TideSnapshot *snapshot, const char *indicator, const char *sector)
{
  const TidePayload *payload = tide_snapshot_lookup (snapshot, TIDE_RECORD_INDICATOR, indicator);
  const TidePayload *subject = payload != NULL ? TIDE_INDICATOR_PAYLOAD (payload)->subject : NULL;

  return subject != NULL && g_strcmp0 (((const TideSubject *) subject)->sector, sector) == 0;
}

/* What is to be reached by an indicator of a sector is a target of the sector too. */
static gboolean
is_of_subject (TideTargetsGroup *self, TideSnapshot *snapshot, const TideTargetPayload *target)
{
  const TideRecordKind kind = tide_target_subject_get_kind (tide_target_get_subject (target));
  const char *id = tide_target_get_subject_id (target);

  if (self->id == NULL || id == NULL)
    return FALSE;
  if (self->kind == TIDE_RECORD_SECTOR && kind == TIDE_RECORD_INDICATOR)
    return is_about_sector (snapshot, id, self->id);

  return kind == self->kind && strcmp (id, self->id) == 0;
}

static void
add_row (TideTargetsGroup *self, TideTargets *targets, const TideTargetProgress *progress)
{
  GtkWidget *row = tide_target_row_new (targets, progress);

  g_signal_connect_object (row, "filter-requested", G_CALLBACK (on_filter_requested), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
can_add (TideTargetsGroup *self)
{
  TideRegister *reg = tide_findings_source_get_register (TIDE_FINDINGS_SOURCE (self->source));

  return self->id != NULL && reg != NULL && !tide_register_get_read_only (reg);
}

static void
update_visible (TideTargetsGroup *self)
{
  gtk_widget_set_visible (self->add_button, can_add (self));
  gtk_widget_set_visible (GTK_WIDGET (self), can_add (self) || self->rows->len > 0);
}

static void
update_description (TideTargetsGroup *self)
{
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         self->rows->len == 0 ? _ ("No target is recorded") : NULL);
}

static void
remove_rows (TideTargetsGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
on_targets_changed (TideTargetsGroup *self)
{
  TideTargets *targets = tide_targets_source_get_targets (self->source);

  remove_rows (self);
  for (guint i = 0; targets != NULL && i < targets->progress->len; i++)
    {
      const TideTargetProgress *progress = g_ptr_array_index (targets->progress, i);

      if (is_of_subject (self, targets->snapshot, TIDE_TARGET_PAYLOAD (progress->target)))
        add_row (self, targets, progress);
    }
  update_description (self);
  update_visible (self);
}

/* What a new one for the subject begins with. */
static TidePayload *
create_target (TideTargetsGroup *self)
{
  TidePayload *target = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_TARGET), NULL);
  const TideMember *member
      = tide_shape_find (target->shape, tide_shape_for_kind (self->kind)->name);

  tide_payload_set_interned (&G_STRUCT_MEMBER (char *, target, member->offset), self->id);

  return target;
}

static void
on_add_clicked (TideTargetsGroup *self)
{
  g_autoptr (TidePayload) target = create_target (self);
  TideRegister *reg = tide_findings_source_get_register (TIDE_FINDINGS_SOURCE (self->source));

  adw_dialog_present (ADW_DIALOG (tide_record_dialog_new (reg, TIDE_RECORD_TARGET, target)),
                      GTK_WIDGET (self));
}

static void
add_button (TideTargetsGroup *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->add_button = button;
  gtk_widget_set_tooltip_text (button, _ ("New Target"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add_clicked), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}

static void
tide_targets_group_dispose (GObject *object)
{
  TideTargetsGroup *self = TIDE_TARGETS_GROUP (object);

  g_clear_object (&self->links);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (tide_targets_group_parent_class)->dispose (object);
}

static void
tide_targets_group_finalize (GObject *object)
{
  TideTargetsGroup *self = TIDE_TARGETS_GROUP (object);

  g_free (self->id);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (tide_targets_group_parent_class)->finalize (object);
}

static void
tide_targets_group_class_init (TideTargetsGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tide_targets_group_dispose;
  object_class->finalize = tide_targets_group_finalize;

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", TIDE_TYPE_TARGETS_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);
}

static void
tide_targets_group_init (TideTargetsGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->source = tide_targets_source_new ();
  g_signal_connect_object (self->source, "changed", G_CALLBACK (on_targets_changed), self,
                           G_CONNECT_SWAPPED);
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "notify::read-only", G_CALLBACK (update_visible),
                                  self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Targets"));
  add_button (self);
  update_visible (self);
}

/**
 * tide_targets_group_set_subject:
 * @self: a group
 * @reg: (nullable): a register
 * @kind: kind of the subject: a sector, division, event or indicator
 * @id: (nullable): its id
 *
 * Shows the targets of one subject as soon as they are told, or nothing without a subject.
 */
void
tide_targets_group_set_subject (TideTargetsGroup *self,
                                TideRegister *reg,
                                TideRecordKind kind,
                                const char *id)
{
  g_return_if_fail (TIDE_IS_TARGETS_GROUP (self));

  if (self->kind == kind
      && tide_findings_source_get_register (TIDE_FINDINGS_SOURCE (self->source)) == reg
      && g_strcmp0 (self->id, id) == 0)
    return;

  self->kind = kind;
  g_set_str (&self->id, id);
  g_signal_group_set_target (self->links, reg);
  tide_findings_source_set_register (TIDE_FINDINGS_SOURCE (self->source), reg);
  on_targets_changed (self);
}

/**
 * tide_targets_group_get_n:
 * @self: a group
 *
 * Returns: how many targets it shows
 */
guint
tide_targets_group_get_n (TideTargetsGroup *self)
{
  g_return_val_if_fail (TIDE_IS_TARGETS_GROUP (self), 0);

  return self->rows->len;
}
