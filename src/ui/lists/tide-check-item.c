/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-check-item.h"

#include "ui/lists/tide-check-text.h"

#include <glib/gi18n-lib.h>

struct _TideCheckItem
{
  GObject parent_instance;

  TideReading *reading; /* owned */
  guint index;          /* which of its findings */
};

G_DEFINE_FINAL_TYPE (TideCheckItem, tide_check_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_VERDICT = 1,
  PROP_ICON_NAME,
  PROP_STYLE_CLASSES,
  PROP_QUOTE,
  PROP_SENTENCE,
  PROP_ATTRIBUTES,
  PROP_LABEL,
} TideCheckItemProperty;

static GParamSpec *props[PROP_LABEL + 1];

static PangoAttrList *
attributes_new (TideTextFindingVerdict verdict)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes,
                          pango_attr_underline_new (tide_check_text_get_underline (verdict)));
  pango_attr_list_insert (attributes,
                          pango_attr_overline_new (tide_check_text_get_overline (verdict)));

  return attributes;
}

static char *
dup_label (TideCheckItem *self)
{
  const TideTextFindingVerdict verdict = tide_check_item_get_finding (self)->verdict;
  g_autofree char *quote = tide_check_item_dup_quote (self);

  /* Translators: read aloud: the verdict on a finding, and its words */
  return g_strdup_printf (C_ ("finding, read aloud", "%s: %s"),
                          tide_text_finding_verdict_get_label (verdict), quote);
}

static void
tide_check_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideCheckItem *self = TIDE_CHECK_ITEM (object);
  const TideTextFindingVerdict verdict = tide_check_item_get_finding (self)->verdict;

  switch ((TideCheckItemProperty) id)
    {
    case PROP_VERDICT:
      g_value_set_static_string (value, tide_text_finding_verdict_get_label (verdict));
      break;
    case PROP_ICON_NAME:
      g_value_set_static_string (value, tide_check_text_get_icon (verdict));
      break;
    case PROP_STYLE_CLASSES:
      g_value_set_boxed (value, ((const char *[]) { tide_check_text_get_style (verdict), NULL }));
      break;
    case PROP_QUOTE:
      g_value_take_string (value, tide_check_item_dup_quote (self));
      break;
    case PROP_SENTENCE:
      g_value_take_string (value, tide_check_item_dup_sentence (self));
      break;
    case PROP_ATTRIBUTES:
      g_value_take_boxed (value, attributes_new (verdict));
      break;
    case PROP_LABEL:
      g_value_take_string (value, dup_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_check_item_finalize (GObject *object)
{
  TideCheckItem *self = TIDE_CHECK_ITEM (object);

  tide_reading_unref (self->reading);

  G_OBJECT_CLASS (tide_check_item_parent_class)->finalize (object);
}

static void
tide_check_item_class_init (TideCheckItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_check_item_get_property;
  object_class->finalize = tide_check_item_finalize;

  props[PROP_VERDICT] = g_param_spec_string ("verdict", NULL, NULL, NULL, flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_STYLE_CLASSES] = g_param_spec_boxed ("style-classes", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_QUOTE] = g_param_spec_string ("quote", NULL, NULL, NULL, flags);
  props[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  props[PROP_ATTRIBUTES]
      = g_param_spec_boxed ("attributes", NULL, NULL, PANGO_TYPE_ATTR_LIST, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_check_item_init (TideCheckItem *self)
{
}

/**
 * tide_check_item_new:
 * @reading: a text that was read
 * @index: which of its findings
 *
 * Returns: (transfer full): the finding as a row
 */
TideCheckItem *
tide_check_item_new (TideReading *reading, guint index)
{
  TideCheckItem *self = g_object_new (TIDE_TYPE_CHECK_ITEM, NULL);

  self->reading = tide_reading_ref (reading);
  self->index = index;

  return self;
}

guint
tide_check_item_get_index (TideCheckItem *self)
{
  g_return_val_if_fail (TIDE_IS_CHECK_ITEM (self), 0);

  return self->index;
}

const TideTextFinding *
tide_check_item_get_finding (TideCheckItem *self)
{
  g_return_val_if_fail (TIDE_IS_CHECK_ITEM (self), NULL);

  return g_ptr_array_index (tide_reading_get_findings (self->reading), self->index);
}

/**
 * tide_check_item_dup_quote:
 * @self: a finding
 *
 * Returns: (transfer full): the words of the text, in one line
 */
char *
tide_check_item_dup_quote (TideCheckItem *self)
{
  g_return_val_if_fail (TIDE_IS_CHECK_ITEM (self), NULL);

  return tide_check_text_dup_quote (self->reading, tide_check_item_get_finding (self));
}

/**
 * tide_check_item_dup_sentence:
 * @self: a finding
 *
 * Returns: (transfer full): what is to be said of it; of what is only recognised, what it is
 */
char *
tide_check_item_dup_sentence (TideCheckItem *self)
{
  const TideTextFinding *finding;

  g_return_val_if_fail (TIDE_IS_CHECK_ITEM (self), NULL);

  finding = tide_check_item_get_finding (self);
  if (finding->verdict == TIDE_TEXT_FINDING_RECOGNISED)
    return g_strdup (tide_text_finding_kind_get_label (finding->kind));

  return tide_text_finding_dup_sentence (finding);
}
