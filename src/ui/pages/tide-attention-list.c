/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-attention-list.h"

#include "ui/dialogs/tide-attention-dialog.h"
#include "ui/lists/tide-attention-source.h"
#include "ui/rows/tide-attention-row.h"

#include <glib/gi18n-lib.h>

#define CHECK_DATA "tide-check"

struct _TideAttentionList
{
  AdwBin parent_instance;

  /* template children */
  TideAttentionSource *source;
  GtkButton *count_button;
  GtkWidget *mend_button;
  GtkListBox *list;
  GtkWidget *none_label;
  GtkWidget *spinner;
};

G_DEFINE_FINAL_TYPE (TideAttentionList, tide_attention_list, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
} TideAttentionListProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_REGISTER + 1];
static guint signals[N_SIGNALS];

static void
request (TideAttentionList *self, const TideFilter *filter)
{
  g_autoptr (TidePayload) kept = tide_payload_ref (&filter->base);

  g_signal_emit (self, signals[FILTER_REQUESTED], 0, kept);
}

static void
present_findings (TideAttentionList *self, guint32 set)
{
  AdwDialog *dialog = tide_attention_dialog_new (
      tide_findings_source_get_register (TIDE_FINDINGS_SOURCE (self->source)), set);

  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_row_activated (TideAttentionList *self, GtkListBoxRow *row)
{
  const TideAttention *attention = tide_attention_source_get_attention (self->source);
  const guint index = (guint) gtk_list_box_row_get_index (row);
  const TideAttentionCount *count;

  g_return_if_fail (attention != NULL && index < attention->counts->len);

  count = g_ptr_array_index (attention->counts, index);
  request (self, count->filter);
}

static void
on_count_clicked (TideAttentionList *self)
{
  const TideAttention *attention = tide_attention_source_get_attention (self->source);

  if (attention != NULL)
    request (self, attention->filter);
}

static void
on_mend_all_clicked (TideAttentionList *self)
{
  present_findings (self, G_MAXUINT32);
}

static void
on_mend_clicked (GtkButton *button, TideAttentionList *self)
{
  const guint check = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), CHECK_DATA));

  present_findings (self, TIDE_CHECK_BIT (check));
}

static GtkWidget *
new_icon (TideSeverity severity)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (tide_severity_get_icon_name (severity));

  gtk_widget_add_css_class (icon, tide_severity_get_style (severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tide_severity_get_label (severity, tide_language_get_default ()),
                                  -1);

  return icon;
}

static GtkWidget *
new_mend_button (TideAttentionList *self, TideCheck check)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *hint
      /* Translators: a button that lists what is to be mended; the name of a check */
      = g_strdup_printf (_ ("Mend “%s”…"),
                         tide_check_get_label (check, tide_language_get_default ()));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  g_object_set_data (G_OBJECT (button), CHECK_DATA, GUINT_TO_POINTER (check));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_mend_clicked), self,
                           G_CONNECT_DEFAULT);

  return button;
}

static GtkWidget *
new_count_label (guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static GtkWidget *
new_row (TideAttentionList *self, const TideAttentionCount *count)
{
  const TideLanguage language = tide_language_get_default ();
  const TideSeverity severity = tide_check_get_severity (count->check);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title
      /* Translators: how much a check matters, such as Warning, and what it is called */
      = g_strdup_printf (_ ("%s: %s"), tide_severity_get_label (severity, language),
                         tide_check_get_label (count->check, language));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               tide_check_get_explanation (count->check, language));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_icon (severity));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_count_label (count->n_projects));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_mend_button (self, count->check));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Show These Projects"));

  return row;
}

static void
show_count (TideAttentionList *self, guint n)
{
  g_autofree char *text
      /* Translators: a button: how many projects need attention */
      = g_strdup_printf (ngettext ("%u Project", "%u Projects", n), n);

  gtk_button_set_label (self->count_button, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count_button), n > 0);
  gtk_widget_set_visible (self->mend_button, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->none_label, n == 0);
}

static void
on_attention_changed (TideAttentionList *self)
{
  const TideAttention *attention = tide_attention_source_get_attention (self->source);

  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < attention->counts->len; i++)
    gtk_list_box_append (self->list, new_row (self, g_ptr_array_index (attention->counts, i)));
  show_count (self, attention->n_projects);
}

static void
tide_attention_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideAttentionList *self = TIDE_ATTENTION_LIST (object);

  switch ((TideAttentionListProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, tide_attention_list_get_register (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_attention_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideAttentionList *self = TIDE_ATTENTION_LIST (object);

  switch ((TideAttentionListProperty) id)
    {
    case PROP_REGISTER:
      tide_attention_list_set_register (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_attention_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_ATTENTION_LIST);

  G_OBJECT_CLASS (tide_attention_list_parent_class)->dispose (object);
}

static void
tide_attention_list_class_init (TideAttentionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_attention_list_get_property;
  object_class->set_property = tide_attention_list_set_property;
  object_class->dispose = tide_attention_list_dispose;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-attention-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TideAttentionList, source);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionList, count_button);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionList, mend_button);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionList, list);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionList, none_label);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionList, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_attention_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_count_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_mend_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
tide_attention_list_init (TideAttentionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_attention_list_new:
 *
 * Returns: (transfer floating): a list without a register
 */
GtkWidget *
tide_attention_list_new (void)
{
  return g_object_new (TIDE_TYPE_ATTENTION_LIST, NULL);
}

/**
 * tide_attention_list_get_register:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the register that is looked at
 */
TideRegister *
tide_attention_list_get_register (TideAttentionList *self)
{
  g_return_val_if_fail (TIDE_IS_ATTENTION_LIST (self), NULL);

  return tide_findings_source_get_register (TIDE_FINDINGS_SOURCE (self->source));
}

/**
 * tide_attention_list_set_register:
 * @self: a list
 * @reg: (nullable): the register to look at
 */
void
tide_attention_list_set_register (TideAttentionList *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_ATTENTION_LIST (self));

  if (tide_findings_source_get_register (TIDE_FINDINGS_SOURCE (self->source)) == reg)
    return;

  gtk_list_box_remove_all (self->list);
  show_count (self, 0);
  gtk_widget_set_visible (self->none_label, FALSE);
  gtk_widget_set_visible (self->spinner, reg != NULL);
  tide_findings_source_set_register (TIDE_FINDINGS_SOURCE (self->source), reg);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}
