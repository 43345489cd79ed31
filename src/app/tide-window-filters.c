/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "ui/dialogs/tide-record-dialog.h"

#include <glib/gi18n-lib.h>

static const TidePayload *
find_filter (TideWindow *self, GVariant *id)
{
  return tide_register_lookup_payload (tide_window_get_register (self), TIDE_RECORD_FILTER,
                                       g_variant_get_string (id, NULL));
}

static const TideFilter *
get_present (TideWindow *self)
{
  return tide_projects_page_get_filter (self->projects_page);
}

static void
present_form (TideWindow *self, const TidePayload *filter)
{
  adw_dialog_present (ADW_DIALOG (tide_record_dialog_new (tide_window_get_register (self),
                                                          TIDE_RECORD_FILTER, filter)),
                      GTK_WIDGET (self));
}

/* What is saved has a name of its own, not that of a saved filter it may have come from. */
static TideFilter *
dup_unnamed (const TideFilter *filter)
{
  g_autoptr (GVariant) asked = g_variant_ref_sink (tide_filter_to_variant (filter));

  return tide_filter_new_from_variant (asked);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  g_autoptr (TidePayload) filter = (TidePayload *) dup_unnamed (get_present (self));

  present_form (self, filter);
}

static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const TidePayload *filter = find_filter (TIDE_WINDOW (widget), parameter);

  if (filter != NULL)
    present_form (TIDE_WINDOW (widget), filter);
}

static void
apply (TideWindow *self, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  if (tide_register_apply (tide_window_get_register (self), step, &error))
    tide_window_offer_undo (self, step);
  else
    tide_window_show_error (self, _ ("Filter Not Changed"), error);
}

/* The saved filter @before with all that @present asks for. */
static TidePayload *
dup_asking (const TidePayload *before, const TidePayload *present)
{
  TidePayload *after = tide_payload_copy (before);

  for (guint i = 0; i < tide_shape_filter.n_members; i++)
    {
      const TideMember *member = &tide_shape_filter.members[i];
      TideValue value;

      if (member->kind == TIDE_MEMBER_TEXT)
        continue;
      tide_payload_get_value (present, member, &value);
      tide_payload_set_value (after, member, &value);
      tide_value_clear (&value);
    }

  return after;
}

static void
replace (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  const TidePayload *before = find_filter (self, parameter);
  g_autoptr (TideStep) step = NULL;

  if (before == NULL)
    return;

  step = tide_register_new_change_step (tide_window_get_register (self), TIDE_RECORD_FILTER, before,
                                        dup_asking (before, &get_present (self)->base));
  if (step->edits->len > 0)
    apply (self, step);
}

/* The keyboard goes on with the list of projects, above. */
static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  const char *const ids[] = { g_variant_get_string (parameter, NULL), NULL };
  g_autoptr (TideStep) step = tide_register_new_delete_step (tide_window_get_register (self),
                                                             TIDE_RECORD_FILTER, ids, NULL);

  tide_sidebar_focus_shown (self->sidebar);
  apply (self, step);
}

/**
 * tide_window_update_filter_actions:
 * @self: a window
 *
 * Enables what can be done with the filter of the list of projects and with saved ones.
 */
void
tide_window_update_filter_actions (TideWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TideRegister *reg = tide_window_get_register (self);
  const gboolean can_write = reg != NULL && !tide_register_get_read_only (reg);
  /* The first page that is made is shown before the others are there. */
  const gboolean can_save
      = can_write && self->projects_page != NULL && !tide_filter_is_empty (get_present (self));

  gtk_widget_action_set_enabled (widget, "win.save-filter", can_save);
  gtk_widget_action_set_enabled (widget, "win.replace-filter", can_save);
  gtk_widget_action_set_enabled (widget, "win.edit-filter", can_write);
  gtk_widget_action_set_enabled (widget, "win.delete-filter", can_write);
}

/**
 * tide_window_install_filter_actions:
 * @widget_class: the class of windows
 *
 * Adds what saves the filter of the list of projects, and what changes saved ones.
 */
void
tide_window_install_filter_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-filter", NULL, save);
  gtk_widget_class_install_action (widget_class, "win.edit-filter", "s", edit);
  gtk_widget_class_install_action (widget_class, "win.replace-filter", "s", replace);
  gtk_widget_class_install_action (widget_class, "win.delete-filter", "s", delete);
}
