/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-values-page.h"

#include "ui/lists/tide-project-text.h"

#include <glib/gi18n-lib.h>

/* More of a kind are decided about in bulk. */
#define MAX_VALUES 100

/* Names that are less alike than this are not taken in bulk, from 0 to 1. */
#define LEAST_SCORE 0.7

struct _TideImportValuesPage
{
  AdwNavigationPage parent_instance;

  TideImportJob *job; /* owned */

  /* template child */
  AdwBin *bin;
};

G_DEFINE_FINAL_TYPE (TideImportValuesPage, tide_import_values_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *const titles[] = {
  [TIDE_IMPORT_VALUE_SECTOR] = N_ ("Sectors"),
  [TIDE_IMPORT_VALUE_DIVISION] = N_ ("Divisions"),
  [TIDE_IMPORT_VALUE_EVENT] = N_ ("Events"),
  [TIDE_IMPORT_VALUE_PARTY] = N_ ("Parties"),
  [TIDE_IMPORT_VALUE_SOURCE] = N_ ("Sources"),
  [TIDE_IMPORT_VALUE_INDICATOR] = N_ ("Indicators"),
  [TIDE_IMPORT_VALUE_STAGE] = N_ ("Stages"),
  [TIDE_IMPORT_VALUE_STATUS] = N_ ("Statuses"),
  [TIDE_IMPORT_VALUE_PARTY_KIND] = N_ ("Kinds of Parties"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (titles) == TIDE_N_IMPORT_VALUE_KINDS);

static gboolean
is_open (const TideImportValue *value)
{
  return value->match == TIDE_IMPORT_MATCH_NONE || value->match == TIDE_IMPORT_MATCH_SIMILAR;
}

static char *
dup_target (TideImportValuesPage *self, const TideImportValue *value)
{
  const TideRecordKind record = tide_import_value_kind_get_record (value->kind);
  g_autofree char *name = NULL;
  g_autofree char *isolated = NULL;

  if (record != TIDE_RECORD_NONE)
    name = tide_project_text_dup_reference (tide_import_job_get_register (self->job), record,
                                            value->target);
  else
    name = g_strdup (tide_codes_get_label (tide_import_value_kind_get_codes (value->kind),
                                           value->target, tide_language_get_default ()));

  isolated = tide_text_dup_isolated (name);

  /* Translators: take a name of a table for another one; how alike they are */
  return g_strdup_printf (_ ("Take for %s (%.0f%% alike)"), isolated, value->score * 100);
}

/* Choices ----------------------------------------------------------------------------------- */

/* A row and the acts that it offers, in their order. */
typedef struct
{
  const TideImportValue *value;
  TideImportAct acts[TIDE_N_IMPORT_ACTS];
  guint n_acts;
} Offer;

static void
append_act (Offer *offer, GtkStringList *names, TideImportAct act, const char *label)
{
  offer->acts[offer->n_acts++] = act;
  gtk_string_list_append (names, label);
}

static void
on_act_chosen (AdwComboRow *row, GParamSpec *pspec, TideImportValuesPage *self)
{
  const Offer *offer = g_object_get_data (G_OBJECT (row), "offer");
  const TideImportAct act = offer->acts[adw_combo_row_get_selected (row)];
  TideImportPlan *plan = tide_import_job_get_plan (self->job);

  if (act == TIDE_IMPORT_UNDECIDED)
    tide_import_plan_forget (plan, offer->value->kind, offer->value->text);
  else
    tide_import_plan_decide (plan, offer->value->kind, offer->value->text, act,
                             act == TIDE_IMPORT_TAKE ? offer->value->target : NULL);
}

static guint
find_act (const Offer *offer, TideImportAct act)
{
  for (guint i = 0; i < offer->n_acts; i++)
    if (offer->acts[i] == act)
      return i;

  return 0;
}

static GtkWidget *
new_row (TideImportValuesPage *self, const TideImportValue *value)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  Offer *offer = g_new0 (Offer, 1);
  g_autofree char *rows = g_strdup_printf (
      /* Translators: how many rows of a table have a name */
      ngettext ("%u row", "%u rows", value->n_rows), value->n_rows);

  offer->value = value;
  append_act (offer, names, TIDE_IMPORT_UNDECIDED, _ ("Leave Its Rows Out"));
  if (value->target != NULL)
    {
      g_autofree char *target = dup_target (self, value);

      append_act (offer, names, TIDE_IMPORT_TAKE, target);
    }
  if (tide_import_value_kind_can_create (value->kind))
    append_act (offer, names, TIDE_IMPORT_NEW, _ ("Create"));
  append_act (offer, names, TIDE_IMPORT_IGNORE, _ ("Take as Empty"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rows);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (row),
      find_act (offer,
                tide_import_value_get_act (value, tide_import_job_get_plan (self->job), NULL)));
  g_object_set_data_full (G_OBJECT (row), "offer", offer, g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_act_chosen), self,
                           G_CONNECT_DEFAULT);

  return row;
}

/* In bulk ----------------------------------------------------------------------------------- */

typedef enum
{
  BULK_ACCEPT,
  BULK_CREATE,
  BULK_IGNORE,
} Bulk;

static void
decide_in_bulk (TideImportValuesPage *self, TideImportValueKind kind, Bulk bulk)
{
  const TideImportValues *values = tide_import_job_get_values (self->job);
  TideImportPlan *plan = tide_import_job_get_plan (self->job);

  if (bulk == BULK_ACCEPT)
    tide_import_values_accept_similar (values, plan, kind, LEAST_SCORE);
  else
    tide_import_values_decide_rest (values, plan, kind,
                                    bulk == BULK_CREATE ? TIDE_IMPORT_NEW : TIDE_IMPORT_IGNORE);
}

static void
add_button (GtkWidget *box, const char *label, TideImportValueKind kind, Bulk bulk)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "import-values.decide");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", (guint) kind, (guint) bulk);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_buttons (TideImportValueKind kind, gboolean has_similar)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 6);
  if (has_similar)
    add_button (box, _ ("Accept Similar Names"), kind, BULK_ACCEPT);
  if (tide_import_value_kind_can_create (kind))
    add_button (box, _ ("Create the Rest"), kind, BULK_CREATE);
  add_button (box, _ ("Take the Rest as Empty"), kind, BULK_IGNORE);

  return box;
}

static void
show_left_out (AdwPreferencesGroup *group, guint n)
{
  g_autofree char *text = NULL;

  if (n > MAX_VALUES)
    text = g_strdup_printf (
        /* Translators: the first number is never below 100 */
        _ ("The first %u of %u names are shown; the buttons decide about all."), (guint) MAX_VALUES,
        n);
  adw_preferences_group_set_description (group, text);
}

static AdwPreferencesGroup *
new_group (TideImportValuesPage *self, TideImportValueKind kind)
{
  const TideImportValues *values = tide_import_job_get_values (self->job);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gboolean has_similar = FALSE;
  guint n = 0;

  for (guint i = 0; i < tide_import_values_get_n (values); i++)
    {
      const TideImportValue *value = tide_import_values_get (values, i);

      if (value->kind != kind || !is_open (value))
        continue;
      has_similar = has_similar || value->match == TIDE_IMPORT_MATCH_SIMILAR;
      if (n++ < MAX_VALUES)
        adw_preferences_group_add (group, new_row (self, value));
    }

  adw_preferences_group_set_title (group, _ (titles[kind]));
  show_left_out (group, n);
  adw_preferences_group_add (group, new_buttons (kind, has_similar));
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);

  return group;
}

static void
fill (TideImportValuesPage *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    adw_preferences_page_add (page, new_group (self, (TideImportValueKind) i));
  adw_bin_set_child (self->bin, GTK_WIDGET (page));
}

static void
decide (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideImportValuesPage *self = TIDE_IMPORT_VALUES_PAGE (widget);
  guint kind;
  guint bulk;

  g_variant_get (parameter, "(uu)", &kind, &bulk);
  decide_in_bulk (self, (TideImportValueKind) kind, (Bulk) bulk);
  fill (self);
  gtk_widget_child_focus (GTK_WIDGET (self->bin), GTK_DIR_TAB_FORWARD);
}

/* The rows point into the names that are gone. */
static void
on_outdated (TideImportValuesPage *self)
{
  adw_bin_set_child (self->bin, NULL);
}

static void
tide_import_values_page_dispose (GObject *object)
{
  TideImportValuesPage *self = TIDE_IMPORT_VALUES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_IMPORT_VALUES_PAGE);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (tide_import_values_page_parent_class)->dispose (object);
}

static void
tide_import_values_page_class_init (TideImportValuesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_import_values_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-import-values-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideImportValuesPage, bin);
  gtk_widget_class_install_action (widget_class, "import-values.decide", "(uu)", decide);
}

static void
tide_import_values_page_init (TideImportValuesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_import_values_page_set_job:
 * @self: a page
 * @job: a job
 *
 * Shows the names that its tables have, and the register does not.
 */
void
tide_import_values_page_set_job (TideImportValuesPage *self, TideImportJob *job)
{
  self->job = g_object_ref (job);
  g_signal_connect_object (job, "valued", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "outdated", G_CALLBACK (on_outdated), self, G_CONNECT_SWAPPED);
}

/**
 * tide_import_values_page_has_any:
 * @self: a page
 *
 * Returns: whether there is a name to decide about
 */
gboolean
tide_import_values_page_has_any (TideImportValuesPage *self)
{
  const TideImportValues *values = tide_import_job_get_values (self->job);

  for (guint i = 0; values != NULL && i < tide_import_values_get_n (values); i++)
    if (is_open (tide_import_values_get (values, i)))
      return TRUE;

  return FALSE;
}
