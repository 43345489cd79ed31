/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-history-filter-bar.h"

#include "ui/dialogs/tide-period-dialog.h"
#include "ui/lists/tide-field-names.h"

#include <glib/gi18n-lib.h>

/* An author's name as the target of an action: the empty word means anybody. */
#define AUTHOR_MARK "="

struct _TideHistoryFilterBar
{
  AdwBin parent_instance;

  TideRegister *reg;           /* owned, nullable */
  TideHistoryList *list;       /* owned, nullable: what gives the choices */
  GSimpleActionGroup *actions; /* owned: `author`, `field` and `period` */

  TideRecordKind record_kind;
  char *record; /* owned, nullable */
  TideDate from;
  TideDate to;

  /* template children */
  AdwWrapBox *box;
  GtkMenuButton *author_button;
  GtkMenuButton *field_button;
  GtkMenuButton *period_button;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (TideHistoryFilterBar, tide_history_filter_bar, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *code;
  const char *name;
  guint n_days; /* back from today; 0 where that is not what it means */
} periods[] = {
  { "", N_ ("All Time"), 0 },        { "today", N_ ("Today"), 1 },
  { "week", N_ ("Last 7 Days"), 7 }, { "month", N_ ("Last 30 Days"), 30 },
  { "year", N_ ("This Year"), 0 },   { "range", N_ ("Chosen Dates…"), 0 },
};

static const char *
get_choice (TideHistoryFilterBar *self, const char *name)
{
  g_autoptr (GVariant) state
      = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), name);

  /* The action keeps the string. */
  return g_variant_get_string (state, NULL);
}

static void
choose (TideHistoryFilterBar *self, const char *name, const char *value)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (value));
}

/* Chips ------------------------------------------------------------------------------------- */

static char *
dup_field_name (const TideEdit *edit)
{
  const char *field = tide_history_get_field (edit);

  if (g_str_equal (field, TIDE_HISTORY_WHOLE_RECORD))
    return g_strdup (_ ("Whole Record"));
  if (edit->list != NULL)
    return g_strdup (tide_field_names_get_entry (edit->list));

  return tide_field_names_dup_member (edit->record_kind, field);
}

static char *
dup_chosen_field (TideHistoryFilterBar *self)
{
  const char *chosen = get_choice (self, "field");
  g_autoptr (GPtrArray) fields = NULL;

  if (self->list != NULL)
    fields = tide_history_list_dup_fields (self->list);
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    if (g_str_equal (tide_history_get_field (g_ptr_array_index (fields, i)), chosen))
      return dup_field_name (g_ptr_array_index (fields, i));

  return tide_field_names_dup_member (TIDE_RECORD_PROJECT, chosen);
}

static char *
dup_chosen_author (TideHistoryFilterBar *self)
{
  const char *author = get_choice (self, "author") + 1;

  return g_strdup (*author != '\0' ? author : _ ("Nobody Named"));
}

static char *
dup_range (TideHistoryFilterBar *self)
{
  g_autofree char *from = tide_date_dup_text (&self->from);
  g_autofree char *to = tide_date_dup_text (&self->to);

  if (!tide_date_is_set (&self->to))
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Since %s"), from);
  if (!tide_date_is_set (&self->from))
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Until %s"), to);

  /* Translators: the first and the last date of a period */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static char *
dup_chosen_period (TideHistoryFilterBar *self)
{
  const char *code = get_choice (self, "period");

  if (g_str_equal (code, "range"))
    return dup_range (self);

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_str_equal (periods[i].code, code))
      return g_strdup (_ (periods[i].name));

  return g_strdup (code);
}

static char *
dup_record_name (TideHistoryFilterBar *self)
{
  TideHistoryNames *names = self->list != NULL ? tide_history_list_get_names (self->list) : NULL;

  if (names == NULL)
    return g_strdup (tide_field_names_get_kind (self->record_kind));

  return tide_history_names_dup_name (names, NULL, self->record_kind, self->record);
}

static void
on_chip_clicked (GtkButton *chip, TideHistoryFilterBar *self)
{
  const char *name = gtk_widget_get_name (GTK_WIDGET (chip));

  if (g_str_equal (name, "record"))
    tide_history_filter_bar_show_record (self, TIDE_RECORD_NONE, NULL);
  else
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), name,
                                    g_variant_new_string (""));
}

static void
add_chip (TideHistoryFilterBar *self, const char *name, const char *text)
{
  g_autofree char *isolated = tide_text_dup_isolated (text);
  /* Translators: removes a filter; the placeholder is its value, such as a sector */
  g_autofree char *hint = g_strdup_printf (_ ("Remove “%s”"), isolated);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_set_name (chip, name);
  gtk_widget_set_tooltip_text (chip, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_widget_add_css_class (chip, "chip");
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_clicked), self, G_CONNECT_DEFAULT);
  adw_wrap_box_append (self->box, chip);
}

static void
remove_chips (TideHistoryFilterBar *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (gtk_widget_has_css_class (child, "chip"))
        adw_wrap_box_remove (self->box, child);
      child = next;
    }
}

static void
update_chips (TideHistoryFilterBar *self)
{
  static const struct
  {
    const char *name;
    char *(*dup_label) (TideHistoryFilterBar *self);
  } choices[] = {
    { "author", dup_chosen_author },
    { "field", dup_chosen_field },
    { "period", dup_chosen_period },
  };
  guint n = 0;

  remove_chips (self);
  if (self->record != NULL)
    {
      g_autofree char *name = dup_record_name (self);

      add_chip (self, "record", name);
      n++;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *label = NULL;

      if (*get_choice (self, choices[i].name) == '\0')
        continue;
      label = choices[i].dup_label (self);
      add_chip (self, choices[i].name, label);
      n++;
    }
  adw_wrap_box_reorder_child_after (self->box, self->clear_button,
                                    gtk_widget_get_last_child (GTK_WIDGET (self->box)));
  gtk_widget_set_visible (self->clear_button, n > 1);
}

static void
change (TideHistoryFilterBar *self)
{
  update_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Choices ----------------------------------------------------------------------------------- */

static void
on_period_chosen (TidePeriodDialog *dialog, TideHistoryFilterBar *self)
{
  tide_period_dialog_get_dates (dialog, &self->from, &self->to);
  choose (self, "period",
          tide_date_is_set (&self->from) || tide_date_is_set (&self->to) ? "range" : "");
  change (self);
}

static void
on_choice_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TideHistoryFilterBar *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  const char *value = g_variant_get_string (parameter, NULL);

  if (g_str_equal (value, "range"))
    {
      AdwDialog *dialog = tide_period_dialog_new (&self->from, &self->to);

      g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_period_chosen), self,
                               G_CONNECT_DEFAULT);
      adw_dialog_present (dialog, GTK_WIDGET (self));
      return;
    }

  choose (self, name, value);
  change (self);
}

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GString) escaped = g_string_new (label);
  g_autoptr (GMenuItem) item = NULL;

  /* An underline in the label of a menu would become a mnemonic. */
  g_string_replace (escaped, "_", "__", 0);
  item = g_menu_item_new (escaped->str, NULL);
  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
fill_authors (GtkMenuButton *button, gpointer data)
{
  TideHistoryFilterBar *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_auto (GStrv) authors = tide_history_list_dup_authors (self->list);

  append_choice (menu, _ ("Everybody"), "changes.author", "");
  for (guint i = 0; authors[i] != NULL; i++)
    {
      g_autofree char *target = g_strconcat (AUTHOR_MARK, authors[i], NULL);

      append_choice (menu, authors[i], "changes.author", target);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *left = dup_field_name (*(const TideEdit *const *) a);
  g_autofree char *right = dup_field_name (*(const TideEdit *const *) b);

  return g_utf8_collate (left, right);
}

static void
fill_fields (GtkMenuButton *button, gpointer data)
{
  TideHistoryFilterBar *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GPtrArray) fields = tide_history_list_dup_fields (self->list);

  g_ptr_array_sort (fields, compare_names);
  append_choice (menu, _ ("All Fields"), "changes.field", "");
  for (guint i = 0; i < fields->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (fields, i);
      g_autofree char *name = dup_field_name (edit);

      append_choice (menu, name, "changes.field", tide_history_get_field (edit));
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
fill_periods (TideHistoryFilterBar *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    append_choice (menu, _ (periods[i].name), "changes.period", periods[i].code);
  gtk_menu_button_set_menu_model (self->period_button, G_MENU_MODEL (menu));
}

static void
on_clear_clicked (GtkButton *button, TideHistoryFilterBar *self)
{
  tide_history_filter_bar_clear (self);
}

/* The first and last day of the period chosen, in the register's time zone. */
static void
get_period (TideHistoryFilterBar *self, TideDate *from, TideDate *to)
{
  const char *code = get_choice (self, "period");
  const char *zone = tide_register_get_settings (self->reg)->time_zone;

  *from = (TideDate) { 0 };
  *to = (TideDate) { 0 };
  if (*code == '\0')
    return;

  if (g_str_equal (code, "range"))
    {
      *from = self->from;
      *to = self->to;
      return;
    }

  tide_date_init_from_time (to, tide_clock_get_seconds (tide_register_get_clock (self->reg)), zone);
  if (g_str_equal (code, "year"))
    *from = (TideDate) { .year = to->year, .precision = TIDE_PRECISION_YEAR };
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_str_equal (periods[i].code, code) && periods[i].n_days > 0)
      tide_date_init_from_julian (from, tide_date_get_first_day (to) - periods[i].n_days + 1);
}

static void
tide_history_filter_bar_dispose (GObject *object)
{
  TideHistoryFilterBar *self = TIDE_HISTORY_FILTER_BAR (object);

  g_clear_object (&self->reg);
  g_clear_object (&self->list);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->record, g_free);

  G_OBJECT_CLASS (tide_history_filter_bar_parent_class)->dispose (object);
}

static void
tide_history_filter_bar_class_init (TideHistoryFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_history_filter_bar_dispose;

  /**
   * TideHistoryFilterBar::changed:
   * @self: the bar
   *
   * Other changes are asked for.
   */
  signals[CHANGED] = g_signal_new ("changed", TIDE_TYPE_HISTORY_FILTER_BAR, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-history-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TideHistoryFilterBar, box);
  gtk_widget_class_bind_template_child (widget_class, TideHistoryFilterBar, author_button);
  gtk_widget_class_bind_template_child (widget_class, TideHistoryFilterBar, field_button);
  gtk_widget_class_bind_template_child (widget_class, TideHistoryFilterBar, period_button);
  gtk_widget_class_bind_template_child (widget_class, TideHistoryFilterBar, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_set_css_name (widget_class, "filter-bar");
}

static void
tide_history_filter_bar_init (TideHistoryFilterBar *self)
{
  static const char *const names[] = { "author", "field", "period" };

  self->record_kind = TIDE_RECORD_NONE;
  self->actions = g_simple_action_group_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
          names[i], G_VARIANT_TYPE_STRING, g_variant_new_string (""));

      g_signal_connect_object (action, "activate", G_CALLBACK (on_choice_activated), self,
                               G_CONNECT_DEFAULT);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "changes", G_ACTION_GROUP (self->actions));
  fill_periods (self);
}

/**
 * tide_history_filter_bar_set_source:
 * @self: a bar
 * @reg: (nullable): the register
 * @list: its changes, which give the choices
 *
 * Asks for everything again where @reg is another one.
 */
void
tide_history_filter_bar_set_source (TideHistoryFilterBar *self,
                                    TideRegister *reg,
                                    TideHistoryList *list)
{
  g_return_if_fail (TIDE_IS_HISTORY_FILTER_BAR (self));

  g_set_object (&self->list, list);
  if (!g_set_object (&self->reg, reg))
    return;

  gtk_menu_button_set_create_popup_func (self->author_button, reg != NULL ? fill_authors : NULL,
                                         self, NULL);
  gtk_menu_button_set_create_popup_func (self->field_button, reg != NULL ? fill_fields : NULL, self,
                                         NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), reg != NULL);
  tide_history_filter_bar_clear (self);
}

/**
 * tide_history_filter_bar_show_record:
 * @self: a bar
 * @kind: kind of a record
 * @id: (nullable): its id; %NULL for all records
 *
 * Asks for the changes of one record beside what else is asked for.
 */
void
tide_history_filter_bar_show_record (TideHistoryFilterBar *self,
                                     TideRecordKind kind,
                                     const char *id)
{
  g_return_if_fail (TIDE_IS_HISTORY_FILTER_BAR (self));

  self->record_kind = kind;
  g_set_str (&self->record, id);
  change (self);
}

/**
 * tide_history_filter_bar_clear:
 * @self: a bar
 *
 * Asks for all changes.
 */
void
tide_history_filter_bar_clear (TideHistoryFilterBar *self)
{
  g_return_if_fail (TIDE_IS_HISTORY_FILTER_BAR (self));

  g_clear_pointer (&self->record, g_free);
  choose (self, "author", "");
  choose (self, "field", "");
  choose (self, "period", "");
  change (self);
}

/**
 * tide_history_filter_bar_reword:
 * @self: a bar
 *
 * Shows the names anew after records were renamed.
 */
void
tide_history_filter_bar_reword (TideHistoryFilterBar *self)
{
  g_return_if_fail (TIDE_IS_HISTORY_FILTER_BAR (self));

  update_chips (self);
}

/**
 * tide_history_filter_bar_dup_filter:
 * @self: a bar
 *
 * Returns: (transfer full): what is asked for, without a text
 */
TideHistoryFilter *
tide_history_filter_bar_dup_filter (TideHistoryFilterBar *self)
{
  TideHistoryFilter *filter = tide_history_filter_new ();
  const char *author = get_choice (self, "author");
  const char *field = get_choice (self, "field");
  TideDate from;
  TideDate to;

  if (self->reg == NULL)
    return filter;

  tide_history_filter_set_record (filter, self->record_kind, self->record);
  if (*author != '\0')
    filter->author = g_strdup (author + 1);
  if (*field != '\0')
    filter->field = g_strdup (field);
  get_period (self, &from, &to);
  tide_history_filter_set_period (filter, &from, &to,
                                  tide_register_get_settings (self->reg)->time_zone);

  return filter;
}

/**
 * tide_history_filter_bar_keep:
 * @self: a bar
 * @view: where what is asked for is kept
 */
void
tide_history_filter_bar_keep (TideHistoryFilterBar *self, GVariantDict *view)
{
  g_autofree char *from = tide_date_dup_text (&self->from);
  g_autofree char *to = tide_date_dup_text (&self->to);

  g_return_if_fail (TIDE_IS_HISTORY_FILTER_BAR (self));

  if (self->record != NULL)
    {
      g_variant_dict_insert (view, "kind", "s", tide_shape_for_kind (self->record_kind)->name);
      g_variant_dict_insert (view, "record", "s", self->record);
    }
  g_variant_dict_insert (view, "author", "s", get_choice (self, "author"));
  g_variant_dict_insert (view, "field", "s", get_choice (self, "field"));
  g_variant_dict_insert (view, "period", "s", get_choice (self, "period"));
  if (from != NULL)
    g_variant_dict_insert (view, "from", "s", from);
  if (to != NULL)
    g_variant_dict_insert (view, "to", "s", to);
}

/**
 * tide_history_filter_bar_restore:
 * @self: a bar
 * @view: what tide_history_filter_bar_keep() kept, perhaps long ago
 */
void
tide_history_filter_bar_restore (TideHistoryFilterBar *self, GVariantDict *view)
{
  const char *text;
  const char *kind;

  g_return_if_fail (TIDE_IS_HISTORY_FILTER_BAR (self));

  if (!g_variant_dict_lookup (view, "from", "&s", &text)
      || !tide_date_parse (text, FALSE, &self->from))
    self->from = (TideDate) { 0 };
  if (!g_variant_dict_lookup (view, "to", "&s", &text) || !tide_date_parse (text, FALSE, &self->to))
    self->to = (TideDate) { 0 };
  if (g_variant_dict_lookup (view, "kind", "&s", &kind)
      && g_variant_dict_lookup (view, "record", "&s", &text)
      && tide_record_kind_from_name (kind) != TIDE_RECORD_NONE)
    {
      self->record_kind = tide_record_kind_from_name (kind);
      g_set_str (&self->record, text);
    }
  if (g_variant_dict_lookup (view, "author", "&s", &text)
      && (*text == '\0' || g_str_has_prefix (text, AUTHOR_MARK)))
    choose (self, "author", text);
  if (g_variant_dict_lookup (view, "field", "&s", &text))
    choose (self, "field", text);
  for (gsize i = 0;
       g_variant_dict_lookup (view, "period", "&s", &text) && i < G_N_ELEMENTS (periods); i++)
    if (g_str_equal (periods[i].code, text)
        && (!g_str_equal (text, "range") || tide_date_is_set (&self->from)
            || tide_date_is_set (&self->to)))
      choose (self, "period", text);
  change (self);
}
