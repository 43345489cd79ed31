/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-saved-briefings.h"

#include <glib/gi18n-lib.h>

struct _TideSavedBriefings
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *shown; /* owned, of owned payloads: what the rows show */
  GPtrArray *rows;  /* owned, of rows that are children of the expander */

  /* template children */
  AdwExpanderRow *expander;
};

G_DEFINE_FINAL_TYPE (TideSavedBriefings, tide_saved_briefings, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_row_activated (TideSavedBriefings *self, AdwActionRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, g_object_get_data (G_OBJECT (row), "id"));
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
menu_button_new (const char *id)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  append_item (menu, _ ("_Rename…"), "briefing.rename", id);
  append_item (menu, _ ("_Delete"), "briefing.delete", id);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Saved Briefing"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static GtkWidget *
row_new (TideSavedBriefings *self, const TidePayload *saved, const char *time_zone)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = tide_saved_briefing_dup_name (saved, time_zone);
  g_autofree char *day = tide_saved_briefing_dup_day (saved, time_zone);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (!g_str_equal (name, day))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), menu_button_new (saved->id));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (saved->id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static int
compare_saved (gconstpointer a, gconstpointer b)
{
  const TideBriefingPayload *first = *(const TideBriefingPayload *const *) a;
  const TideBriefingPayload *second = *(const TideBriefingPayload *const *) b;

  if (first->written != second->written)
    return first->written > second->written ? -1 : 1;

  return g_strcmp0 (first->base.id, second->base.id);
}

static GPtrArray *
gather (TideRegister *reg)
{
  TideList *list = reg != NULL ? tide_register_get_list (reg, TIDE_RECORD_BRIEFING) : NULL;
  const guint n = list != NULL ? tide_list_get_n (list) : 0;
  GPtrArray *saved = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (saved, tide_payload_ref (tide_list_get_payload (list, i)));
  g_ptr_array_sort (saved, compare_saved);

  return saved;
}

/* An edit makes another payload. */
static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;

  return TRUE;
}

static void
fill (TideSavedBriefings *self, const char *time_zone)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->expander, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkWidget *row = row_new (self, g_ptr_array_index (self->shown, i), time_zone);

      adw_expander_row_add_row (self->expander, row);
      g_ptr_array_add (self->rows, row);
    }
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_saved_briefings_dispose (GObject *object)
{
  TideSavedBriefings *self = TIDE_SAVED_BRIEFINGS (object);

  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_SAVED_BRIEFINGS);

  G_OBJECT_CLASS (tide_saved_briefings_parent_class)->dispose (object);
}

static void
tide_saved_briefings_finalize (GObject *object)
{
  TideSavedBriefings *self = TIDE_SAVED_BRIEFINGS (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (tide_saved_briefings_parent_class)->finalize (object);
}

static void
tide_saved_briefings_class_init (TideSavedBriefingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_saved_briefings_dispose;
  G_OBJECT_CLASS (klass)->finalize = tide_saved_briefings_finalize;

  /**
   * TideSavedBriefings::activated:
   * @self: the list
   * @id: id of a saved briefing
   *
   * A saved briefing is to be opened.
   */
  signals[ACTIVATED] = g_signal_new ("activated", TIDE_TYPE_SAVED_BRIEFINGS, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-saved-briefings.ui");
  gtk_widget_class_bind_template_child (widget_class, TideSavedBriefings, expander);
}

static void
tide_saved_briefings_init (TideSavedBriefings *self)
{
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_saved_briefings_show:
 * @self: the list
 * @reg: (nullable): a register
 *
 * Shows what the register has by now; where that is the same, the rows stay.
 */
void
tide_saved_briefings_show (TideSavedBriefings *self, TideRegister *reg)
{
  g_autoptr (GPtrArray) saved = gather (reg);
  g_autofree char *subtitle = NULL;

  g_return_if_fail (TIDE_IS_SAVED_BRIEFINGS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), saved->len > 0);
  if (is_same (saved, self->shown))
    return;

  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&saved);
  fill (self, reg != NULL ? tide_register_get_settings (reg)->time_zone : NULL);
  /* Translators: how many saved briefings there are */
  subtitle = g_strdup_printf (ngettext ("%u briefing", "%u briefings", self->shown->len),
                              self->shown->len);
  adw_expander_row_set_subtitle (self->expander, subtitle);
}

/**
 * tide_saved_briefing_dup_day:
 * @saved: a saved briefing
 * @time_zone: (nullable): of the register
 *
 * Returns: (transfer full): when it was written, to the day, in the person's language
 */
char *
tide_saved_briefing_dup_day (const TidePayload *saved, const char *time_zone)
{
  TideDate day;

  tide_date_init_from_time (&day, TIDE_BRIEFING_PAYLOAD (saved)->written, time_zone);

  return tide_date_dup_label (&day, tide_language_get_default ());
}

/**
 * tide_saved_briefing_dup_name:
 * @saved: a saved briefing
 * @time_zone: (nullable): of the register
 *
 * Returns: (transfer full): what it is called; of one without a name, when it was written
 */
char *
tide_saved_briefing_dup_name (const TidePayload *saved, const char *time_zone)
{
  const char *name
      = tide_text_get (&TIDE_BRIEFING_PAYLOAD (saved)->name, tide_language_get_default ());

  return name != NULL ? g_strdup (name) : tide_saved_briefing_dup_day (saved, time_zone);
}
