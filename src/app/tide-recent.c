/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-recent.h"

struct _TideRecent
{
  GObject parent_instance;

  GFile *file;
  char *title; /* nullable */
  char *place; /* nullable */
  gint64 opened;
  gboolean missing;
  GVariant *view; /* nullable: a{sv} */
};

G_DEFINE_FINAL_TYPE (TideRecent, tide_recent, G_TYPE_OBJECT)

typedef enum
{
  PROP_FILE = 1,
  PROP_TITLE,
  PROP_PLACE,
  PROP_OPENED,
  PROP_MISSING,
} TideRecentProperty;

static GParamSpec *props[PROP_MISSING + 1];

static void
tide_recent_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideRecent *self = TIDE_RECENT (object);

  switch ((TideRecentProperty) id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_OPENED:
      g_value_set_int64 (value, self->opened);
      break;
    case PROP_MISSING:
      g_value_set_boolean (value, self->missing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_recent_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideRecent *self = TIDE_RECENT (object);

  switch ((TideRecentProperty) id)
    {
    case PROP_FILE:
      self->file = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      tide_recent_set_title (self, g_value_get_string (value));
      break;
    case PROP_PLACE:
      tide_recent_set_place (self, g_value_get_string (value));
      break;
    case PROP_OPENED:
      tide_recent_set_opened (self, g_value_get_int64 (value));
      break;
    case PROP_MISSING:
      tide_recent_set_missing (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_recent_finalize (GObject *object)
{
  TideRecent *self = TIDE_RECENT (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->view, g_variant_unref);
  g_free (self->title);
  g_free (self->place);

  G_OBJECT_CLASS (tide_recent_parent_class)->finalize (object);
}

static void
tide_recent_class_init (TideRecentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tide_recent_get_property;
  object_class->set_property = tide_recent_set_property;
  object_class->finalize = tide_recent_finalize;

  props[PROP_FILE]
      = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  props[PROP_OPENED] = g_param_spec_int64 ("opened", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_MISSING] = g_param_spec_boolean ("missing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_recent_init (TideRecent *self)
{
}

/**
 * tide_recent_new:
 * @file: the register's file
 *
 * Returns: (transfer full): a register of which no more is known
 */
TideRecent *
tide_recent_new (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return g_object_new (TIDE_TYPE_RECENT, "file", file, NULL);
}

/**
 * tide_recent_get_file:
 * @self: a recent register
 *
 * Returns: (transfer none): its file
 */
GFile *
tide_recent_get_file (TideRecent *self)
{
  g_return_val_if_fail (TIDE_IS_RECENT (self), NULL);

  return self->file;
}

/**
 * tide_recent_get_title:
 * @self: a recent register
 *
 * Returns: (transfer none) (nullable): its title when it was open
 */
const char *
tide_recent_get_title (TideRecent *self)
{
  g_return_val_if_fail (TIDE_IS_RECENT (self), NULL);

  return self->title;
}

/**
 * tide_recent_set_title:
 * @self: a recent register
 * @title: (nullable): its title
 */
void
tide_recent_set_title (TideRecent *self, const char *title)
{
  g_return_if_fail (TIDE_IS_RECENT (self));

  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/**
 * tide_recent_get_place:
 * @self: a recent register
 *
 * Returns: (transfer none) (nullable): where its file is, as text to show
 */
const char *
tide_recent_get_place (TideRecent *self)
{
  g_return_val_if_fail (TIDE_IS_RECENT (self), NULL);

  return self->place;
}

/**
 * tide_recent_set_place:
 * @self: a recent register
 * @place: (nullable): where its file is, as text to show
 */
void
tide_recent_set_place (TideRecent *self, const char *place)
{
  g_return_if_fail (TIDE_IS_RECENT (self));

  if (g_set_str (&self->place, place))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
}

/**
 * tide_recent_get_opened:
 * @self: a recent register
 *
 * Returns: when it was opened last, in seconds since 1970 UTC
 */
gint64
tide_recent_get_opened (TideRecent *self)
{
  g_return_val_if_fail (TIDE_IS_RECENT (self), 0);

  return self->opened;
}

/**
 * tide_recent_set_opened:
 * @self: a recent register
 * @seconds: when it was opened last, in seconds since 1970 UTC
 */
void
tide_recent_set_opened (TideRecent *self, gint64 seconds)
{
  g_return_if_fail (TIDE_IS_RECENT (self));

  if (self->opened == seconds)
    return;

  self->opened = seconds;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPENED]);
}

/**
 * tide_recent_get_missing:
 * @self: a recent register
 *
 * Returns: whether its file was looked for in vain
 */
gboolean
tide_recent_get_missing (TideRecent *self)
{
  g_return_val_if_fail (TIDE_IS_RECENT (self), FALSE);

  return self->missing;
}

/**
 * tide_recent_set_missing:
 * @self: a recent register
 * @missing: whether its file was looked for in vain
 */
void
tide_recent_set_missing (TideRecent *self, gboolean missing)
{
  g_return_if_fail (TIDE_IS_RECENT (self));

  missing = !!missing;
  if (self->missing == missing)
    return;

  self->missing = missing;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MISSING]);
}

/**
 * tide_recent_get_view:
 * @self: a recent register
 *
 * Returns: (transfer none) (nullable): what the window showed of it when it was left, an `a{sv}`
 */
GVariant *
tide_recent_get_view (TideRecent *self)
{
  g_return_val_if_fail (TIDE_IS_RECENT (self), NULL);

  return self->view;
}

/**
 * tide_recent_set_view:
 * @self: a recent register
 * @view: (nullable): what the window shows of it, an `a{sv}`
 */
void
tide_recent_set_view (TideRecent *self, GVariant *view)
{
  g_return_if_fail (TIDE_IS_RECENT (self));
  g_return_if_fail (view == NULL || g_variant_is_of_type (view, G_VARIANT_TYPE_VARDICT));

  if (view != NULL)
    g_variant_ref_sink (view);
  g_clear_pointer (&self->view, g_variant_unref);
  self->view = view;
}
