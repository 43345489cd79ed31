/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-choices.h"

#include "ui/lists/tide-filter-offers.h"
#include "ui/lists/tide-filter-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From this many values on there is a search field. */
#define SEARCH_FROM 12
#define MAX_ROWS 200
#define INDENT 18

struct _TideFilterChoices
{
  AdwBin parent_instance;

  char *member;              /* owned: the criterion */
  GPtrArray *chosen;         /* owned, of owned strings: the values as the filter has them */
  GPtrArray *offers;         /* owned, of TideFilterOffer; NULL until they are found */
  GCancellable *cancellable; /* owned; NULL unless they are being found */
  gboolean is_filling;

  /* template children */
  GtkSearchEntry *search_entry;
  GtkListBox *list;
  GtkLabel *more_label;
  GtkWidget *empty_label;
};

G_DEFINE_FINAL_TYPE (TideFilterChoices, tide_filter_choices, ADW_TYPE_BIN)

typedef enum
{
  TOGGLED,
  N_SIGNALS,
} TideFilterChoicesSignal;

static guint signals[N_SIGNALS];

/* Chosen values ----------------------------------------------------------------------------- */

/* A value that must hold beside others is ticked as the value itself is, and goes with it. */
static const char *
find_chosen (TideFilterChoices *self, const char *value)
{
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const char *chosen = g_ptr_array_index (self->chosen, i);

      if (strcmp (chosen, value) == 0
          || (chosen[0] == TIDE_FILTER_ALSO && strcmp (self->member, "tags") != 0
              && strcmp (chosen + 1, value) == 0))
        return chosen;
    }

  return NULL;
}

static void
untick (TideFilterChoices *self, const char *value)
{
  const char *chosen;

  while ((chosen = find_chosen (self, value)) != NULL)
    {
      g_autofree char *kept = g_strdup (chosen);
      guint position;

      if (g_ptr_array_find_with_equal_func (self->chosen, kept, g_str_equal, &position))
        g_ptr_array_remove_index (self->chosen, position);
      g_signal_emit (self, signals[TOGGLED], 0, kept, FALSE);
    }
}

static void
on_check_toggled (GtkCheckButton *check, TideFilterChoices *self)
{
  g_autofree char *value = g_strdup (g_object_get_data (G_OBJECT (check), "tide-value"));

  if (self->is_filling)
    return;

  if (gtk_check_button_get_active (check))
    {
      g_ptr_array_add (self->chosen, g_strdup (value));
      g_signal_emit (self, signals[TOGGLED], 0, value, TRUE);
    }
  else
    {
      untick (self, value);
    }
}

/* Rows -------------------------------------------------------------------------------------- */

static void
append_row (TideFilterChoices *self, GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
append_heading (TideFilterChoices *self, const char *text)
{
  GtkWidget *label = new_label (text);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_tooltip_text (label, text);
  append_row (self, label);
}

/* When a stage or status applies. */
static const char *
get_definition (const char *member, const char *value)
{
  const TideLanguage language = tide_language_get_default ();

  if (g_str_equal (member, "stages"))
    return tide_codes_get_definition (TIDE_CODES_STAGE, value, language);
  if (g_str_equal (member, "statuses"))
    return tide_codes_get_definition (TIDE_CODES_STATUS, value, language);

  return NULL;
}

static void
show_number (GtkWidget *check, GtkWidget *box, const TideFilterOffer *offer)
{
  const guint n = (guint) offer->n_projects;
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *described
      /* Translators: how many projects there are */
      = g_strdup_printf (ngettext ("%u project", "%u projects", n), n);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  described, -1);
}

static void
append_choice (TideFilterChoices *self, const TideFilterOffer *offer)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *definition = get_definition (self->member, offer->value);

  gtk_box_append (GTK_BOX (box), new_label (offer->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  offer->label, -1);
  if (offer->n_projects >= 0)
    show_number (check, box, offer);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  g_object_set_data_full (G_OBJECT (check), "tide-value", g_strdup (offer->value), g_free);
  gtk_widget_set_margin_start (check, (int) offer->depth * INDENT);
  gtk_widget_set_tooltip_text (check, definition != NULL ? definition : offer->label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), find_chosen (self, offer->value) != NULL);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), self,
                           G_CONNECT_DEFAULT);
  append_row (self, check);
}

static gboolean
is_wanted (const TideFilterOffer *offer, const char *wanted)
{
  return wanted == NULL || (offer->value != NULL && strstr (offer->folded, wanted) != NULL);
}

static void
show_numbers_of_rows (TideFilterChoices *self, guint n_found)
{
  const guint n_more = n_found > MAX_ROWS ? n_found - MAX_ROWS : 0;
  g_autofree char *text = g_strdup_printf (
      /* Translators: how many values are not shown below a list in which one can search */
      ngettext ("%u more: search for it", "%u more: search for them", n_more), n_more);

  gtk_label_set_text (self->more_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n_more > 0);
  gtk_widget_set_visible (self->empty_label, n_found == 0);
}

static void
show_rows (TideFilterChoices *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *normalised = tide_text_normalise (typed);
  g_autofree char *wanted = normalised != NULL ? tide_text_fold (normalised) : NULL;
  guint n_found = 0;

  self->is_filling = TRUE;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->offers->len; i++)
    {
      const TideFilterOffer *offer = g_ptr_array_index (self->offers, i);

      if (!is_wanted (offer, wanted) || n_found++ >= MAX_ROWS)
        continue;
      if (offer->value == NULL)
        append_heading (self, offer->label);
      else
        append_choice (self, offer);
    }
  self->is_filling = FALSE;
  show_numbers_of_rows (self, n_found);
}

static void
on_search_changed (GtkSearchEntry *entry, TideFilterChoices *self)
{
  if (self->offers != NULL)
    show_rows (self);
}

/* The field has taken the key that closes what it stands in. */
static void
on_search_stopped (GtkSearchEntry *entry, TideFilterChoices *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
find_first_check (TideFilterChoices *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (GTK_IS_CHECK_BUTTON (gtk_list_box_row_get_child (row)))
      return gtk_list_box_row_get_child (row);

  return NULL;
}

/* Enter takes the first that was found. */
static void
on_search_activated (GtkSearchEntry *entry, TideFilterChoices *self)
{
  GtkWidget *check = find_first_check (self);

  if (check != NULL && *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_widget_activate (check);
}

/* Finding ----------------------------------------------------------------------------------- */

typedef struct
{
  TideSnapshot *snapshot;
  char *member;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tide_snapshot_unref (job->snapshot);
  g_free (job->member);
  g_free (job);
}

static void
find (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, tide_filter_offers_new (job->snapshot, job->member),
                         (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
is_offered (TideFilterChoices *self, const char *value)
{
  for (guint i = 0; i < self->offers->len; i++)
    if (g_strcmp0 (((TideFilterOffer *) g_ptr_array_index (self->offers, i))->value, value) == 0)
      return TRUE;

  return FALSE;
}

/* What is chosen and not offered, as it is gone or narrower than what can be ticked, is there to be
 * unticked. */
static void
add_strangers (TideFilterChoices *self, TideRegister *reg)
{
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const char *value = g_ptr_array_index (self->chosen, i);
      const gboolean is_also = value[0] == TIDE_FILTER_ALSO && strcmp (self->member, "tags") != 0;
      g_autofree char *label = NULL;

      if (is_offered (self, is_also ? value + 1 : value))
        continue;

      label = tide_filter_value_dup_label (reg, self->member, value);
      g_ptr_array_insert (self->offers, 0, tide_filter_offer_new (value, label, 0));
    }
}

/* Of lists by number, those chosen stand on top, wherever they would be. */
static void
raise_chosen (TideFilterChoices *self)
{
  guint n_raised = 0;

  for (guint i = 0; i < self->offers->len; i++)
    {
      TideFilterOffer *offer = g_ptr_array_index (self->offers, i);

      if (offer->n_projects < 0 || find_chosen (self, offer->value) == NULL)
        continue;

      for (guint j = i; j > n_raised; j--)
        self->offers->pdata[j] = self->offers->pdata[j - 1];
      self->offers->pdata[n_raised++] = offer;
    }
}

static void
focus_first (TideFilterChoices *self)
{
  GtkWidget *wanted = gtk_widget_get_visible (GTK_WIDGET (self->search_entry))
                          ? GTK_WIDGET (self->search_entry)
                          : find_first_check (self);

  if (wanted != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (wanted);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideFilterChoices) self = data;
  TideRegister *reg = g_object_get_data (G_OBJECT (result), "tide-register");
  g_autoptr (GPtrArray) offers = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: something else is being found. */
  if (offers == NULL)
    return;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  self->offers = g_steal_pointer (&offers);
  add_strangers (self, reg);
  raise_chosen (self);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), self->offers->len >= SEARCH_FROM);
  show_rows (self);
  focus_first (self);
}

static void
stop (TideFilterChoices *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
start (TideFilterChoices *self, TideRegister *reg)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new (Job, 1);

  job->snapshot = tide_register_dup_snapshot (reg);
  job->member = g_strdup (self->member);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_found, g_object_ref (self));
  g_object_set_data_full (G_OBJECT (task), "tide-register", g_object_ref (reg), g_object_unref);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find);
}

static void
tide_filter_choices_dispose (GObject *object)
{
  TideFilterChoices *self = TIDE_FILTER_CHOICES (object);

  stop (self);

  G_OBJECT_CLASS (tide_filter_choices_parent_class)->dispose (object);
}

static void
tide_filter_choices_finalize (GObject *object)
{
  TideFilterChoices *self = TIDE_FILTER_CHOICES (object);

  g_free (self->member);
  g_ptr_array_unref (self->chosen);
  g_clear_pointer (&self->offers, g_ptr_array_unref);

  G_OBJECT_CLASS (tide_filter_choices_parent_class)->finalize (object);
}

static void
tide_filter_choices_class_init (TideFilterChoicesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_filter_choices_dispose;
  object_class->finalize = tide_filter_choices_finalize;

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-filter-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, TideFilterChoices, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideFilterChoices, list);
  gtk_widget_class_bind_template_child (widget_class, TideFilterChoices, more_label);
  gtk_widget_class_bind_template_child (widget_class, TideFilterChoices, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
tide_filter_choices_init (TideFilterChoices *self)
{
  self->chosen = g_ptr_array_new_with_free_func (g_free);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_filter_choices_fill:
 * @self: a list of choices
 * @reg: the register that gives what can be chosen
 * @member: the criterion, a member of filters with a list of values
 * @filter: what is ticked at first
 *
 * Fills the list anew, as soon as what can be chosen is found; the focus then goes to its search
 * field or first value.
 */
void
tide_filter_choices_fill (TideFilterChoices *self,
                          TideRegister *reg,
                          const char *member,
                          const TideFilter *filter)
{
  const TideMember *found = tide_shape_find (&tide_shape_filter, member);
  const GPtrArray *chosen;

  g_return_if_fail (TIDE_IS_FILTER_CHOICES (self));
  g_return_if_fail (found != NULL && found->kind == TIDE_MEMBER_STRINGS);

  stop (self);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_set_str (&self->member, member);
  g_ptr_array_set_size (self->chosen, 0);
  chosen = G_STRUCT_MEMBER (const GPtrArray *, filter, found->offset);
  for (guint i = 0; i < tide_entries_get_n (chosen); i++)
    g_ptr_array_add (self->chosen, g_strdup (g_ptr_array_index (chosen, i)));

  gtk_list_box_remove_all (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), FALSE);
  gtk_widget_set_visible (self->empty_label, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  start (self, reg);
}
