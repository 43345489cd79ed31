/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-attention-row.h"

#include "ui/lists/tide-finding-text.h"
#include "ui/lists/tide-project-text.h"

#include <glib/gi18n-lib.h>

struct _TideAttentionRow
{
  AdwBin parent_instance;

  TideAttentionItem *item; /* owned, nullable */

  /* template children */
  GtkImage *icon;
  GtkLabel *check_label;
  GtkLabel *name_label;
  GtkLabel *text_label;
  GtkWidget *mend_button;
  GtkWidget *edit_button;
  GtkWidget *compare_button;
};

G_DEFINE_FINAL_TYPE (TideAttentionRow, tide_attention_row, ADW_TYPE_BIN)

typedef enum
{
  PROP_ITEM = 1,
} TideAttentionRowProperty;

enum
{
  MEND,
  EDIT,
  N_SIGNALS,
};

static GParamSpec *props[PROP_ITEM + 1];
static guint signals[N_SIGNALS];

static void
on_mend_clicked (TideAttentionRow *self)
{
  g_signal_emit (self, signals[MEND], 0, self->item);
}

static void
on_edit_clicked (TideAttentionRow *self)
{
  g_signal_emit (self, signals[EDIT], 0, self->item);
}

static void
show_severity (TideAttentionRow *self, TideCheck check)
{
  const TideSeverity severity = tide_check_get_severity (check);
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < TIDE_N_SEVERITIES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), tide_severity_get_style (i));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), tide_severity_get_style (severity));
  gtk_image_set_from_icon_name (self->icon, tide_severity_get_icon_name (severity));

  /* Translators: how much a check matters, such as Warning, and what it is called */
  text = g_strdup_printf (_ ("%s: %s"), tide_severity_get_label (severity, language),
                          tide_check_get_label (check, language));
  gtk_label_set_text (self->check_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->check_label),
                               tide_check_get_explanation (check, language));
}

static void
show_acts (TideAttentionRow *self)
{
  const gboolean is_pair = tide_attention_item_get_check (self->item) == TIDE_CHECK_DUPLICATE;
  g_autoptr (TidePayload) mended = tide_attention_item_dup_mended (self->item);

  gtk_widget_set_visible (self->mend_button, mended != NULL);
  gtk_widget_set_visible (self->edit_button, !is_pair);
  gtk_widget_set_visible (self->compare_button, is_pair);
  if (mended != NULL)
    {
      const GArray *findings = tide_attention_item_get_findings (self->item);
      g_autofree char *hint
          = tide_finding_dup_repair_text (&g_array_index (findings, TideFinding, 0));

      gtk_widget_set_tooltip_text (self->mend_button, hint);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->mend_button),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
    }
}

static void
show_item (TideAttentionRow *self)
{
  g_autofree char *name = tide_project_text_dup_name (tide_attention_item_get_project (self->item));
  g_autofree char *text = tide_attention_item_dup_text (self->item);

  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->text_label, text);
  show_severity (self, tide_attention_item_get_check (self->item));
  show_acts (self);
}

static void
tide_attention_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideAttentionRow *self = TIDE_ATTENTION_ROW (object);

  switch ((TideAttentionRowProperty) id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_attention_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideAttentionRow *self = TIDE_ATTENTION_ROW (object);

  switch ((TideAttentionRowProperty) id)
    {
    case PROP_ITEM:
      tide_attention_row_set_item (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_attention_row_dispose (GObject *object)
{
  TideAttentionRow *self = TIDE_ATTENTION_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_ATTENTION_ROW);

  G_OBJECT_CLASS (tide_attention_row_parent_class)->dispose (object);
}

static void
tide_attention_row_class_init (TideAttentionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_attention_row_get_property;
  object_class->set_property = tide_attention_row_set_property;
  object_class->dispose = tide_attention_row_dispose;

  props[PROP_ITEM]
      = g_param_spec_object ("item", NULL, NULL, TIDE_TYPE_ATTENTION_ITEM,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[MEND] = g_signal_new ("mend", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, TIDE_TYPE_ATTENTION_ITEM);
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, TIDE_TYPE_ATTENTION_ITEM);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/rows/tide-attention-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideAttentionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionRow, check_label);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionRow, mend_button);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionRow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, TideAttentionRow, compare_button);
  gtk_widget_class_bind_template_callback (widget_class, on_mend_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked);
}

static void
tide_attention_row_init (TideAttentionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_attention_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TideAttentionItem *
tide_attention_row_get_item (TideAttentionRow *self)
{
  g_return_val_if_fail (TIDE_IS_ATTENTION_ROW (self), NULL);

  return self->item;
}

/**
 * tide_attention_row_set_item:
 * @self: a row
 * @item: (nullable): what to show
 */
void
tide_attention_row_set_item (TideAttentionRow *self, TideAttentionItem *item)
{
  g_return_if_fail (TIDE_IS_ATTENTION_ROW (self));

  if (!g_set_object (&self->item, item))
    return;

  if (item != NULL)
    show_item (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

/**
 * tide_severity_get_icon_name:
 * @severity: a severity
 *
 * Returns: (transfer none): the icon that stands for it, beside its word
 */
const char *
tide_severity_get_icon_name (TideSeverity severity)
{
  static const char *const names[TIDE_N_SEVERITIES] = {
    [TIDE_SEVERITY_ERROR] = "dialog-error-symbolic",
    [TIDE_SEVERITY_WARNING] = "dialog-warning-symbolic",
    [TIDE_SEVERITY_HINT] = "dialog-information-symbolic",
  };

  g_return_val_if_fail (severity < TIDE_N_SEVERITIES, NULL);

  return names[severity];
}

/**
 * tide_severity_get_style:
 * @severity: a severity
 *
 * Returns: (transfer none): the style class that gives its icon a colour
 */
const char *
tide_severity_get_style (TideSeverity severity)
{
  static const char *const styles[TIDE_N_SEVERITIES] = {
    [TIDE_SEVERITY_ERROR] = "error",
    [TIDE_SEVERITY_WARNING] = "warning",
    [TIDE_SEVERITY_HINT] = "accent",
  };

  g_return_val_if_fail (severity < TIDE_N_SEVERITIES, NULL);

  return styles[severity];
}
