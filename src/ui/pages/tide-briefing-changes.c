/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-briefing-changes.h"

#include "brief/tide-saved-briefing.h"
#include "ui/pages/tide-saved-briefings.h"

#include <glib/gi18n-lib.h>

struct _TideBriefingChanges
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *name_label;
  GtkLabel *state_label;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TideBriefingChanges, tide_briefing_changes, ADW_TYPE_BIN)

static void
on_row_activated (TideBriefingChanges *self, GtkListBoxRow *row)
{
  const char *project = g_object_get_data (G_OBJECT (row), "project");

  if (project != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-project", "s", project);
}

static GtkWidget *
row_new (TideRegister *reg, const TideBriefingChange *change)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (change->sentence);
  const gboolean opens
      = change->project != NULL
        && tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, change->project) != NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), opens);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  change->sentence, -1);
  if (opens)
    {
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_widget_set_tooltip_text (row, _ ("Show the Project"));
      g_object_set_data_full (G_OBJECT (row), "project", g_strdup (change->project), g_free);
    }

  return row;
}

static char *
dup_state (guint n)
{
  if (n == 0)
    return g_strdup (_ ("Nothing has changed since it was saved."));

  return g_strdup_printf (
      /* Translators: how much has changed since a briefing was saved */
      ngettext ("%u change since it was saved:", "%u changes since it was saved:", n), n);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_briefing_changes_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_BRIEFING_CHANGES);

  G_OBJECT_CLASS (tide_briefing_changes_parent_class)->dispose (object);
}

static void
tide_briefing_changes_class_init (TideBriefingChangesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_briefing_changes_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-briefing-changes.ui");
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChanges, name_label);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChanges, state_label);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChanges, scroller);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChanges, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
tide_briefing_changes_init (TideBriefingChanges *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_briefing_changes_show:
 * @self: the account
 * @reg: the register
 * @saved: a saved briefing
 * @changes: (element-type TideBriefingChange): what tide_briefing_compare() gave
 */
void
tide_briefing_changes_show (TideBriefingChanges *self,
                            TideRegister *reg,
                            const TidePayload *saved,
                            const GPtrArray *changes)
{
  const char *time_zone = tide_register_get_settings (reg)->time_zone;
  g_autofree char *name = tide_saved_briefing_dup_name (saved, time_zone);
  g_autofree char *day = tide_saved_briefing_dup_day (saved, time_zone);
  g_autofree char *title = NULL;
  g_autofree char *state = dup_state (changes->len);

  g_return_if_fail (TIDE_IS_BRIEFING_CHANGES (self));

  title = g_str_equal (name, day)
              ? g_strdup (name)
              /* Translators: the name of a saved briefing, and when it was written */
              : g_strdup_printf (C_ ("saved briefing", "%s, %s"), name, day);
  gtk_label_set_text (self->name_label, title);
  gtk_label_set_text (self->state_label, state);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < changes->len; i++)
    gtk_list_box_append (self->list, row_new (reg, g_ptr_array_index (changes, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), changes->len > 0);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), state, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}
