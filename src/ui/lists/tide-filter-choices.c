/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-choices.h"

#include "core/tide-check.h"
#include "core/tide-counting.h"
#include "stats/tide-figure.h"
#include "ui/lists/tide-project-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From this many values on there is a search field. */
#define SEARCH_FROM 12
#define NONE "none"
#define INDENT 18

struct _TideFilterChoices
{
  AdwBin parent_instance;

  gboolean is_filling;

  /* template children */
  GtkSearchEntry *search_entry;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (TideFilterChoices, tide_filter_choices, ADW_TYPE_BIN)

typedef enum
{
  TOGGLED,
  N_SIGNALS,
} TideFilterChoicesSignal;

static guint signals[N_SIGNALS];

static void
on_check_toggled (GtkCheckButton *check, TideFilterChoices *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[TOGGLED], 0, gtk_widget_get_name (GTK_WIDGET (check)),
                   gtk_check_button_get_active (check));
}

static void
on_search_changed (GtkSearchEntry *entry, TideFilterChoices *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static gboolean
row_matches (GtkListBoxRow *row, gpointer data)
{
  TideFilterChoices *self = data;
  GtkWidget *child = gtk_list_box_row_get_child (row);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *folded = NULL;
  g_autofree char *wanted = NULL;

  if (*typed == '\0')
    return TRUE;
  if (!GTK_IS_CHECK_BUTTON (child))
    return FALSE;

  wanted = g_utf8_casefold (typed, -1);
  folded = g_utf8_casefold (gtk_check_button_get_label (GTK_CHECK_BUTTON (child)), -1);

  return strstr (folded, wanted) != NULL;
}

static gboolean
is_chosen (const TideFilter *filter, const char *member, const char *value)
{
  const TideMember *found = tide_shape_find (&tide_shape_filter, member);
  const GPtrArray *chosen = G_STRUCT_MEMBER (const GPtrArray *, filter, found->offset);

  for (guint i = 0; i < tide_entries_get_n (chosen); i++)
    if (g_strcmp0 (g_ptr_array_index (chosen, i), value) == 0)
      return TRUE;

  return FALSE;
}

static void
append_row (TideFilterChoices *self, GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
append_heading (TideFilterChoices *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
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
append_choice (TideFilterChoices *self,
               TideRegister *reg,
               const char *member,
               const TideFilter *filter,
               const char *value,
               guint depth)
{
  g_autofree char *text = tide_filter_choice_dup_label (reg, member, value);
  GtkWidget *check = gtk_check_button_new_with_label (text);

  gtk_widget_set_name (check, value);
  gtk_widget_set_margin_start (check, (int) depth * INDENT);
  gtk_widget_set_tooltip_text (check, get_definition (member, value));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (filter, member, value));
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), self,
                           G_CONNECT_DEFAULT);
  append_row (self, check);
}

static guint
get_depth (TideRegister *reg, TideRecordKind kind, const char *parent)
{
  guint depth = 0;

  /* A loop of parents is a problem that the register may be opened with. */
  while (parent != NULL && depth < 4)
    {
      const TidePayload *payload = tide_register_lookup_payload (reg, kind, parent);

      if (payload == NULL)
        break;
      depth++;
      parent = kind == TIDE_RECORD_SECTOR ? TIDE_SECTOR_PAYLOAD (payload)->parent
                                          : TIDE_DIVISION_PAYLOAD (payload)->parent;
    }

  return depth;
}

/* The taxonomies in which a project is classified: the others would offer what finds nothing. */
static GHashTable *
find_taxonomies (TideRegister *reg)
{
  TideList *projects = tide_register_get_list (reg, TIDE_RECORD_PROJECT);
  GHashTable *found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tide_list_get_n (projects); i++)
    {
      const TideProjectPayload *project
          = TIDE_PROJECT_PAYLOAD (tide_list_get_payload (projects, i));

      for (guint j = 0; j < tide_entries_get_n (project->sectors); j++)
        {
          const TideClassification *entry = g_ptr_array_index (project->sectors, j);
          const TidePayload *sector
              = tide_register_lookup_payload (reg, TIDE_RECORD_SECTOR, entry->sector);

          if (sector != NULL)
            g_hash_table_add (found, TIDE_SECTOR_PAYLOAD (sector)->taxonomy);
        }
    }

  return found;
}

static void
fill_sectors (TideFilterChoices *self, TideRegister *reg, const TideFilter *filter)
{
  g_autoptr (GHashTable) used = find_taxonomies (reg);
  TideList *taxonomies = tide_register_get_list (reg, TIDE_RECORD_TAXONOMY);
  TideList *sectors = tide_register_get_list (reg, TIDE_RECORD_SECTOR);

  for (guint i = 0; i < tide_list_get_n (taxonomies); i++)
    {
      const TidePayload *taxonomy = tide_list_get_payload (taxonomies, i);

      if (!g_hash_table_contains (used, taxonomy->id))
        continue;

      append_heading (self, tide_payload_get_label (taxonomy, tide_language_get_default ()));
      for (guint j = 0; j < tide_list_get_n (sectors); j++)
        {
          const TideSectorPayload *sector
              = TIDE_SECTOR_PAYLOAD (tide_list_get_payload (sectors, j));

          if (g_strcmp0 (sector->taxonomy, taxonomy->id) == 0)
            append_choice (self, reg, "sectors", filter, sector->base.id,
                           get_depth (reg, TIDE_RECORD_SECTOR, sector->parent));
        }
    }
}

static void
fill_divisions (TideFilterChoices *self, TideRegister *reg, const TideFilter *filter)
{
  TideList *divisions = tide_register_get_list (reg, TIDE_RECORD_DIVISION);

  for (guint i = 0; i < tide_list_get_n (divisions); i++)
    {
      const TideDivisionPayload *division
          = TIDE_DIVISION_PAYLOAD (tide_list_get_payload (divisions, i));

      append_choice (self, reg, "divisions", filter, division->base.id,
                     get_depth (reg, TIDE_RECORD_DIVISION, division->parent));
    }
}

static void
fill_codes (TideFilterChoices *self,
            TideRegister *reg,
            const char *member,
            TideCodeSet set,
            const TideFilter *filter)
{
  for (guint i = 0; i < tide_codes_get_n (set); i++)
    append_choice (self, reg, member, filter, tide_codes_get_code (set, i), 0);
}

static void
fill_checks (TideFilterChoices *self, TideRegister *reg, const TideFilter *filter)
{
  append_choice (self, reg, "checks", filter, TIDE_CHECKS_ANY, 0);
  for (guint check = 0; check < TIDE_N_CHECKS; check++)
    append_choice (self, reg, "checks", filter, tide_check_get_code (check), 0);
}

static void
tide_filter_choices_class_init (TideFilterChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-filter-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, TideFilterChoices, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideFilterChoices, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
tide_filter_choices_init (TideFilterChoices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, row_matches, self, NULL);
}

/**
 * tide_filter_choices_fill:
 * @self: a list of choices
 * @reg: the register that gives sectors and divisions
 * @member: the criterion: `sectors`, `stages`, `divisions`, `statuses` or `checks`
 * @filter: what is ticked at first
 *
 * Fills the list anew.
 */
void
tide_filter_choices_fill (TideFilterChoices *self,
                          TideRegister *reg,
                          const char *member,
                          const TideFilter *filter)
{
  GtkListBoxRow *row;
  guint n = 0;

  g_return_if_fail (TIDE_IS_FILTER_CHOICES (self));

  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_list_box_remove_all (self->list);
  if (g_str_equal (member, "sectors"))
    fill_sectors (self, reg, filter);
  else if (g_str_equal (member, "divisions"))
    fill_divisions (self, reg, filter);
  else if (g_str_equal (member, "stages"))
    fill_codes (self, reg, member, TIDE_CODES_STAGE, filter);
  else if (g_str_equal (member, "checks"))
    fill_checks (self, reg, filter);
  else
    fill_codes (self, reg, member, TIDE_CODES_STATUS, filter);
  if (!g_str_equal (member, "statuses") && !g_str_equal (member, "checks"))
    append_choice (self, reg, member, filter, NONE, 0);
  self->is_filling = FALSE;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL)
    n++;
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), n >= SEARCH_FROM);
}

static const char *
get_none_label (const char *member)
{
  if (g_str_equal (member, "sectors"))
    return _ ("No Sector");
  if (g_str_equal (member, "divisions"))
    return _ ("No Division");
  if (g_str_equal (member, "events"))
    return _ ("No Event");
  if (g_str_equal (member, "party-kinds"))
    return _ ("No Party of a Known Kind");

  return _ ("No Stage");
}

static const struct
{
  const char *word;
  const char *label;
} amount_labels[] = {
  { "any", N_ ("With an Amount") },
  { "unpriced", N_ ("No Exchange Rate") },
  { "no-sum", N_ ("No Amount with a Rate") },
  { "foreign", N_ ("In Another Currency") },
  { "vague", N_ ("Not Dated to the Period") },
  { "undated-year", N_ ("Not Dated to the Year") },
  { "undated-quarter", N_ ("Not Dated to the Quarter") },
  { "unclassified", N_ ("Not Wholly Classified") },
};

static char *
dup_amount_label (const char *value)
{
  if (g_str_equal (value, NONE))
    return g_strdup (_ ("No Amount"));
  for (gsize i = 0; i < G_N_ELEMENTS (amount_labels); i++)
    if (g_str_equal (value, amount_labels[i].word))
      return g_strdup (gettext (amount_labels[i].label));

  return g_strdup (value);
}

static char *
dup_check_label (const char *value)
{
  const int check = tide_check_find (value);

  if (g_str_equal (value, TIDE_CHECKS_ANY))
    return g_strdup (_ ("Needs Attention"));

  return g_strdup (
      check >= 0 ? tide_check_get_label ((TideCheck) check, tide_language_get_default ()) : value);
}

static char *
dup_counting_label (const char *value)
{
  if (g_str_equal (value, "live"))
    return g_strdup (_ ("Counted in Totals"));
  if (g_str_equal (value, "excluded"))
    return g_strdup (_ ("Left Out of Totals"));
  for (int i = 0; i < TIDE_N_EXCLUSIONS; i++)
    if (g_strcmp0 (tide_exclusion_get_code ((TideExclusion) i), value) == 0)
      /* Translators: a filter: projects left out of totals, and why */
      return g_strdup_printf (_ ("Left out: %s"), tide_exclusion_get_label ((TideExclusion) i));

  return g_strdup (value);
}

static char *
dup_reference_label (TideRegister *reg, TideRecordKind kind, const char *value)
{
  g_autofree char *label
      = tide_project_text_dup_reference (reg, kind, tide_filter_value_get_id (value));
  g_autofree char *isolated = tide_text_dup_isolated (label);

  if (value[0] == TIDE_FILTER_ITSELF)
    /* Translators: a division or sector, without those below it */
    return g_strdup_printf (_ ("%s alone"), isolated);
  if (value[0] == TIDE_FILTER_NOT)
    /* Translators: %s is a classification */
    return g_strdup_printf (_ ("not in %s"), isolated);
  if (value[0] == TIDE_FILTER_MAPPED)
    /* Translators: %s is a classification in which projects are placed by way of another one */
    return g_strdup_printf (_ ("in %s by way of another classification"), isolated);

  return g_steal_pointer (&label);
}

static char *
dup_later_event_label (TideRegister *reg, const char *value)
{
  g_autofree char *label = tide_project_text_dup_reference (reg, TIDE_RECORD_EVENT, value);
  g_autofree char *isolated = tide_text_dup_isolated (label);

  /* Translators: %s is an event at which projects were shown that had been signed elsewhere */
  return g_strdup_printf (_ ("shown again at %s"), isolated);
}

/**
 * tide_filter_choice_dup_label:
 * @reg: a register
 * @member: a criterion of a filter
 * @value: a value of it
 *
 * Returns: (transfer full): what @value is called; itself where it is unknown
 */
char *
tide_filter_choice_dup_label (TideRegister *reg, const char *member, const char *value)
{
  static const struct
  {
    const char *member;
    TideRecordKind kind;
  } references[] = {
    { "sectors", TIDE_RECORD_SECTOR },     { "taxonomies", TIDE_RECORD_TAXONOMY },
    { "divisions", TIDE_RECORD_DIVISION }, { "events", TIDE_RECORD_EVENT },
    { "parties", TIDE_RECORD_PARTY },
  };
  TideLanguage language = tide_language_get_default ();

  /* One that must hold beside the others reads as they do: each has a chip of its own. */
  if (value[0] == TIDE_FILTER_ALSO)
    value++;
  if (g_str_equal (member, "amount"))
    return dup_amount_label (value);
  if (g_str_equal (member, "counting"))
    return dup_counting_label (value);
  if (g_str_equal (member, "checks"))
    return dup_check_label (value);
  if (g_str_equal (value, NONE))
    return g_strdup (get_none_label (member));
  if (g_str_equal (member, "stages"))
    return g_strdup (tide_codes_get_label (TIDE_CODES_STAGE, value, language));
  if (g_str_equal (member, "statuses"))
    return g_strdup (tide_codes_get_label (TIDE_CODES_STATUS, value, language));
  if (g_str_equal (member, "party-kinds"))
    return g_strdup (tide_codes_get_label (TIDE_CODES_PARTY_KIND, value, language));
  if (g_str_equal (member, "later-events"))
    return dup_later_event_label (reg, value);
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    if (g_str_equal (member, references[i].member))
      return dup_reference_label (reg, references[i].kind, value);

  return g_strdup (value);
}
