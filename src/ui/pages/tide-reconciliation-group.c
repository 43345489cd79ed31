/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-reconciliation-group.h"

#include "stats/tide-figure-note.h"
#include "stats/tide-reconciliation-text.h"

#include <glib/gi18n-lib.h>

struct _TideReconciliationGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group; /* a child */
  GPtrArray *rows;            /* owned, of borrowed rows of group */
};

G_DEFINE_FINAL_TYPE (TideReconciliationGroup, tide_reconciliation_group, ADW_TYPE_BIN)

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The filter is the line's own: the figures may be others by the time it is activated. */
static void
on_note_activated (TideReconciliationGroup *self, GtkWidget *row)
{
  g_autoptr (TidePayload) filter = tide_payload_ref (g_object_get_data (G_OBJECT (row), "filter"));

  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static GtkWidget *
note_row_new (TideReconciliationGroup *self, const TideFigureNote *note)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), note->text);
  if (note->filter == NULL)
    return row;

  g_object_set_data_full (G_OBJECT (row), "filter", tide_payload_ref (&note->filter->base),
                          (GDestroyNotify) tide_payload_unref);
  gtk_widget_set_tooltip_text (row, _ ("Show These Projects"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_note_activated), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static const char *
get_verdict_style (TideVerdict verdict)
{
  switch (verdict)
    {
    case TIDE_VERDICT_SAME:
    case TIDE_VERDICT_ROUNDED:
      return "success";
    case TIDE_VERDICT_LESS:
    case TIDE_VERDICT_MORE:
    case TIDE_VERDICT_NOT_RECORDED:
      return "warning";
    case TIDE_VERDICT_NOT_DECLARED:
    case TIDE_VERDICT_UNKNOWN:
    default:
      return "dimmed";
    }
}

static GtkWidget *
verdict_new (const TideReconciliationRow *figure, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_width_chars (GTK_LABEL (label), 13);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, get_verdict_style (figure->verdict));

  return label;
}

static char *
dup_subtitle (const TideReconciliationRow *figure, TideUnit unit, TideLanguage language)
{
  g_autofree char *declared = tide_reconciliation_row_dup_declared (figure, unit, language);
  g_autofree char *recorded = tide_reconciliation_row_dup_recorded (figure, unit, language);

  /* Translators: what was declared at an event, and what is recorded */
  return g_strdup_printf (_ ("Declared: %s · Recorded: %s"), declared, recorded);
}

static GtkWidget *
row_new (TideReconciliationGroup *self,
         const TideReconciliation *reconciliation,
         const TideReconciliationRow *figure,
         TideUnit unit,
         TideLanguage language)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title
      = tide_reconciliation_row_dup_title (figure, reconciliation->snapshot, language);
  g_autofree char *subtitle = dup_subtitle (figure, unit, language);
  g_autofree char *verdict = tide_reconciliation_row_dup_verdict (figure, unit, language);
  g_autoptr (GPtrArray) notes
      = tide_reconciliation_row_list_notes (figure, reconciliation, unit, language);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), verdict_new (figure, verdict));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  verdict, -1);
  for (guint i = 0; i < notes->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              note_row_new (self, g_ptr_array_index (notes, i)));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), notes->len > 0);

  return row;
}

static GHashTable *
collect_unfolded (TideReconciliationGroup *self)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (adw_expander_row_get_expanded (g_ptr_array_index (self->rows, i)))
      g_hash_table_add (
          titles, g_strdup (adw_preferences_row_get_title (g_ptr_array_index (self->rows, i))));

  return titles;
}

static void
clear (TideReconciliationGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
tide_reconciliation_group_finalize (GObject *object)
{
  g_ptr_array_unref (TIDE_RECONCILIATION_GROUP (object)->rows);

  G_OBJECT_CLASS (tide_reconciliation_group_parent_class)->finalize (object);
}

static void
tide_reconciliation_group_class_init (TideReconciliationGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_reconciliation_group_finalize;

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);
}

static void
tide_reconciliation_group_init (TideReconciliationGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * tide_reconciliation_group_show:
 * @self: a group
 * @reconciliation: what was declared beside what is recorded
 * @shows_fields: whether it is the fields of industry that are shown, or all else
 * @unit: unit of amounts
 * @language: language of the person
 *
 * What was unfolded stays so.
 */
void
tide_reconciliation_group_show (TideReconciliationGroup *self,
                                const TideReconciliation *reconciliation,
                                gboolean shows_fields,
                                TideUnit unit,
                                TideLanguage language)
{
  g_autoptr (GHashTable) unfolded = NULL;

  g_return_if_fail (TIDE_IS_RECONCILIATION_GROUP (self));

  unfolded = collect_unfolded (self);
  clear (self);
  adw_preferences_group_set_title (self->group, shows_fields ? _ ("Fields of Industry")
                                                             : _ ("Declared and Recorded"));
  for (guint i = 0; i < reconciliation->rows->len; i++)
    {
      const TideReconciliationRow *figure = g_ptr_array_index (reconciliation->rows, i);
      GtkWidget *row;

      if ((figure->figure == TIDE_RECONCILED_FIELD) != shows_fields)
        continue;

      row = row_new (self, reconciliation, figure, unit, language);
      adw_expander_row_set_expanded (
          ADW_EXPANDER_ROW (row), g_hash_table_contains (unfolded, adw_preferences_row_get_title (
                                                                       ADW_PREFERENCES_ROW (row))));
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
