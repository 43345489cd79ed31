/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-delete-dialog.h"

#include "core/tide-filter-names.h"
#include "ui/rows/tide-reference-row.h"

#include <glib/gi18n-lib.h>

/* More names than these are counted only. */
#define MAX_NAMES 100

struct _TideDeleteDialog
{
  AdwAlertDialog parent_instance;

  TideRegister *reg; /* owned */
  TideRecordKind kind;
  char *id; /* owned */

  TideReferenceRow *replacement_row; /* not owned: a row of the choices */

  /* template children */
  GtkListBox *references;
  GtkListBox *choices;
  GtkCheckButton *replace_check;
};

G_DEFINE_FINAL_TYPE (TideDeleteDialog, tide_delete_dialog, ADW_TYPE_ALERT_DIALOG)

/* What a step does to the records of one kind. */
typedef struct
{
  GPtrArray *changed; /* ids */
  guint n_removed;
} Effect;

static const char *const kind_titles[TIDE_N_RECORD_KINDS] = {
  [TIDE_RECORD_REGISTER] = N_ ("Register"),
  [TIDE_RECORD_TAXONOMY] = N_ ("Classifications"),
  [TIDE_RECORD_SECTOR] = N_ ("Sectors"),
  [TIDE_RECORD_DIVISION] = N_ ("Divisions"),
  [TIDE_RECORD_EVENT] = N_ ("Events"),
  [TIDE_RECORD_SOURCE] = N_ ("Sources"),
  [TIDE_RECORD_PARTY] = N_ ("Parties"),
  [TIDE_RECORD_PROJECT] = N_ ("Projects"),
  [TIDE_RECORD_INDICATOR] = N_ ("Indicators"),
  [TIDE_RECORD_PLATFORM] = N_ ("Platforms"),
  [TIDE_RECORD_RESULT] = N_ ("Results"),
  [TIDE_RECORD_RATE] = N_ ("Exchange Rates"),
  [TIDE_RECORD_RATE_SET] = N_ ("Sets of Exchange Rates"),
  [TIDE_RECORD_TARGET] = N_ ("Targets"),
  [TIDE_RECORD_FILTER] = N_ ("Saved Filters"),
  [TIDE_RECORD_BRIEFING] = N_ ("Briefings"),
  [TIDE_RECORD_TEMPLATE] = N_ ("Templates"),
  [TIDE_RECORD_PRESET] = N_ ("Presets"),
};

static void
add_effect (Effect *effect, const TideEdit *edit)
{
  if (edit->kind == TIDE_EDIT_REMOVE && edit->list == NULL)
    effect->n_removed++;
  else if (!g_ptr_array_find_with_equal_func (effect->changed, edit->record, g_str_equal, NULL))
    g_ptr_array_add (effect->changed, g_strdup (edit->record));
}

static void
gather_effects (const TideStep *step, Effect *effects)
{
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    effects[i].changed = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);

      add_effect (&effects[edit->record_kind], edit);
    }
}

static void
clear_effects (Effect *effects)
{
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    g_ptr_array_unref (effects[i].changed);
}

static gboolean
names_removed (const TideFilter *filter, const TideStep *step)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);

      if (edit->kind == TIDE_EDIT_REMOVE && edit->list == NULL
          && tide_filter_names_has (filter, edit->record_kind, edit->record))
        return TRUE;
    }

  return FALSE;
}

/* Returns the ids of the saved filters that name what goes. */
static GPtrArray *
find_filters (TideRegister *reg, const TideStep *step)
{
  TideList *filters = tide_register_get_list (reg, TIDE_RECORD_FILTER);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tide_list_get_n (filters); i++)
    {
      const TidePayload *filter = tide_list_get_payload (filters, i);

      if (names_removed (TIDE_FILTER (filter), step))
        g_ptr_array_add (found, g_strdup (filter->id));
    }

  return found;
}

static guint
count_changed (const Effect *effects)
{
  guint n = 0;

  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    n += effects[i].changed->len;

  return n;
}

static TideStep *
new_step (TideRegister *reg, TideRecordKind kind, const char *id, const char *replacement)
{
  const char *const ids[] = { id, NULL };

  return tide_register_new_delete_step (reg, kind, ids, replacement);
}

static const char *
get_label (TideRegister *reg, TideRecordKind kind, const char *id)
{
  const TidePayload *payload = tide_register_lookup_payload (reg, kind, id);
  const char *label
      = payload != NULL ? tide_payload_get_label (payload, tide_language_get_default ()) : NULL;

  return label != NULL ? label : _ ("Without a Name");
}

static void
apply (GtkWidget *parent, TideRegister *reg, TideStep *step)
{
  g_autoptr (GError) error = NULL;
  AdwDialog *alert;

  if (tide_register_apply (reg, step, &error))
    return;

  alert = adw_alert_dialog_new (_ ("Not Deleted"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, parent);
}

static GtkWidget *
name_row_new (const char *name)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);

  return row;
}

static GtkWidget *
count_label_new (guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
add_kind (TideDeleteDialog *self, TideRecordKind kind, const GPtrArray *ids)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (kind_titles[kind]));
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), count_label_new (ids->len));
  for (guint i = 0; i < MIN (ids->len, MAX_NAMES); i++)
    adw_expander_row_add_row (
        ADW_EXPANDER_ROW (row),
        name_row_new (get_label (self->reg, kind, g_ptr_array_index (ids, i))));
  if (ids->len > MAX_NAMES)
    {
      const guint n = ids->len - MAX_NAMES;
      /* Translators: how many records are not named, below a list of names */
      g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n), n);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), name_row_new (text));
    }
  gtk_list_box_append (self->references, row);
}

/* Short: libadwaita 1.7 warns of a heading that does not fit into one line. */
static const char *
get_heading (TideRecordKind kind)
{
  switch ((guint) kind)
    {
    case TIDE_RECORD_TAXONOMY:
      return _ ("Delete Classification?");
    case TIDE_RECORD_SECTOR:
      return _ ("Delete Sector?");
    case TIDE_RECORD_DIVISION:
      return _ ("Delete Division?");
    case TIDE_RECORD_EVENT:
      return _ ("Delete Event?");
    case TIDE_RECORD_SOURCE:
      return _ ("Delete Source?");
    case TIDE_RECORD_PARTY:
      return _ ("Delete Party?");
    case TIDE_RECORD_PLATFORM:
      return _ ("Delete Platform?");
    case TIDE_RECORD_RESULT:
      return _ ("Delete Result?");
    default:
      return _ ("Delete Record?");
    }
}

static char *
dup_taxonomy_body (const char *name, guint n_sectors, guint n_changed)
{
  g_autoptr (GString) body = g_string_new (NULL);

  g_string_append_printf (
      body,
      /* Translators: the name of a classification, and how many sectors it has */
      ngettext ("“%s” is deleted with its %u sector.", "“%s” is deleted with its %u sectors.",
                n_sectors),
      name, n_sectors);
  if (n_changed > 0)
    {
      g_string_append_c (body, ' ');
      g_string_append_printf (
          body,
          /* Translators: how many records lose their reference to the sectors deleted */
          ngettext ("%u record that refers to them stays, without the reference.",
                    "%u records that refer to them stay, without the references.", n_changed),
          n_changed);
    }

  return g_string_free_and_steal (g_steal_pointer (&body));
}

static char *
dup_references_body (TideDeleteDialog *self, const Effect *effects)
{
  g_autofree char *name = tide_text_dup_isolated (get_label (self->reg, self->kind, self->id));
  const guint n_changed = count_changed (effects);
  const guint n_sectors = effects[TIDE_RECORD_SECTOR].n_removed;

  if (self->kind == TIDE_RECORD_TAXONOMY && n_sectors > 0)
    return dup_taxonomy_body (name, n_sectors, n_changed);
  if (n_changed == 0)
    /* Translators: the name of a record */
    return g_strdup_printf (_ ("“%s” is referred to by no record."), name);

  /* Translators: the name of a record, and how many others refer to it */
  return g_strdup_printf (ngettext ("“%s” is referred to by %u record.",
                                    "“%s” is referred to by %u records.", n_changed),
                          name, n_changed);
}

static char *
dup_body (TideDeleteDialog *self, const Effect *effects, guint n_filters)
{
  g_autofree char *references = dup_references_body (self, effects);
  g_autofree char *filters = g_strdup_printf (
      /* Translators: how many saved filters name a record that is being deleted */
      ngettext ("%u saved filter names what is deleted, and stays as it is.",
                "%u saved filters name what is deleted, and stay as they are.", n_filters),
      n_filters);

  if (n_filters == 0)
    return g_steal_pointer (&references);

  return g_strjoin (" ", references, filters, NULL);
}

static const char *
get_replacement (TideDeleteDialog *self)
{
  const char *id = NULL;

  if (gtk_check_button_get_active (self->replace_check))
    id = tide_reference_row_get_reference (self->replacement_row);

  return id != NULL && *id != '\0' ? id : NULL;
}

static void
on_choice_changed (TideDeleteDialog *self)
{
  const gboolean replaces = gtk_check_button_get_active (self->replace_check);

  if (self->replacement_row == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->replacement_row), replaces);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "delete",
                                         !replaces || get_replacement (self) != NULL);
}

static gboolean
is_other (gpointer record, gpointer id)
{
  return !g_str_equal (tide_record_get_id (record), id);
}

static void
add_replacement_row (TideDeleteDialog *self)
{
  GtkWidget *row = tide_reference_row_new (self->reg, tide_shape_for_kind (self->kind)->name);
  g_autoptr (GtkFilter) filter
      = GTK_FILTER (gtk_custom_filter_new (is_other, g_strdup (self->id), g_free));

  self->replacement_row = TIDE_REFERENCE_ROW (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Replacement"));
  tide_reference_row_set_filter (self->replacement_row, filter);
  tide_reference_row_set_can_manage (self->replacement_row, FALSE);
  g_signal_connect_object (row, "notify::reference", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->choices, row);
  on_choice_changed (self);
}

/* Nobody replaces all sectors of a taxonomy by one, and where there is no other there is none. */
static gboolean
can_replace (TideRegister *reg, TideRecordKind kind, const Effect *effects)
{
  return kind != TIDE_RECORD_TAXONOMY && count_changed (effects) > 0
         && tide_list_get_n (tide_register_get_list (reg, kind)) > 1;
}

static void
fill (TideDeleteDialog *self, const Effect *effects, const GPtrArray *filters)
{
  g_autofree char *body = dup_body (self, effects, filters->len);

  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), get_heading (self->kind));
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self), body);

  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    if (effects[i].changed->len > 0)
      add_kind (self, (TideRecordKind) i, effects[i].changed);
  if (filters->len > 0)
    add_kind (self, TIDE_RECORD_FILTER, filters);
  gtk_widget_set_visible (GTK_WIDGET (self->references),
                          count_changed (effects) > 0 || filters->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->choices), can_replace (self->reg, self->kind, effects));
  add_replacement_row (self);
}

static void
tide_delete_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  TideDeleteDialog *self = TIDE_DELETE_DIALOG (dialog);
  g_autoptr (TideStep) step = NULL;

  if (!g_str_equal (response, "delete")
      || tide_register_lookup (self->reg, self->kind, self->id) == NULL)
    return;

  step = new_step (self->reg, self->kind, self->id, get_replacement (self));
  apply (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), self->reg, step);
}

static void
tide_delete_dialog_dispose (GObject *object)
{
  TideDeleteDialog *self = TIDE_DELETE_DIALOG (object);

  self->replacement_row = NULL;
  /* libadwaita 1.7 keeps the children of a dialog that is gone, and with them the register. */
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_DELETE_DIALOG);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_delete_dialog_parent_class)->dispose (object);
}

static void
tide_delete_dialog_finalize (GObject *object)
{
  TideDeleteDialog *self = TIDE_DELETE_DIALOG (object);

  g_free (self->id);

  G_OBJECT_CLASS (tide_delete_dialog_parent_class)->finalize (object);
}

static void
tide_delete_dialog_class_init (TideDeleteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_delete_dialog_dispose;
  object_class->finalize = tide_delete_dialog_finalize;
  ADW_ALERT_DIALOG_CLASS (klass)->response = tide_delete_dialog_response;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-delete-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideDeleteDialog, references);
  gtk_widget_class_bind_template_child (widget_class, TideDeleteDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, TideDeleteDialog, replace_check);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
}

static void
tide_delete_dialog_init (TideDeleteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_delete_dialog_present:
 * @parent: a widget of the window
 * @reg: a register
 * @kind: kind of the record
 * @id: its id
 *
 * Deletes a record, in one step that can be undone: at once where nothing refers to it, else after
 * asking what becomes of the references. With a taxonomy go its sectors, which is said. Saved
 * filters that name it stay as they are, which is said too.
 */
void
tide_delete_dialog_present (GtkWidget *parent,
                            TideRegister *reg,
                            TideRecordKind kind,
                            const char *id)
{
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GPtrArray) filters = NULL;
  Effect effects[TIDE_N_RECORD_KINDS] = { 0 };

  g_return_if_fail (TIDE_IS_REGISTER (reg));
  g_return_if_fail (tide_register_lookup (reg, kind, id) != NULL);

  step = new_step (reg, kind, id, NULL);
  filters = find_filters (reg, step);
  gather_effects (step, effects);
  if (step->edits->len == 1 && filters->len == 0)
    apply (parent, reg, step);
  else
    {
      TideDeleteDialog *self = g_object_new (TIDE_TYPE_DELETE_DIALOG, NULL);

      self->reg = g_object_ref (reg);
      self->kind = kind;
      self->id = g_strdup (id);
      fill (self, effects, filters);
      adw_dialog_present (ADW_DIALOG (self), parent);
    }
  clear_effects (effects);
}
