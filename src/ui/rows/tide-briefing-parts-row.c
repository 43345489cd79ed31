/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-briefing-parts-row.h"

#include "brief/tide-briefing-options.h"

#include <glib/gi18n-lib.h>

struct _TideBriefingPartsRow
{
  AdwExpanderRow parent_instance;

  AdwSwitchRow *rows[TIDE_N_PARTS]; /* owned as children */
  guint parts;
  gboolean is_showing; /* the switches follow the parts, not the person */
};

G_DEFINE_FINAL_TYPE (TideBriefingPartsRow, tide_briefing_parts_row, ADW_TYPE_EXPANDER_ROW)

typedef enum
{
  PROP_PARTS = 1,
} TideBriefingPartsRowProperty;

static GParamSpec *props[PROP_PARTS + 1];

/* In the order of the flags. */
static const char *const titles[TIDE_N_PARTS] = {
  N_ ("What Was Declared"),     N_ ("Counts and Totals"), N_ ("Size Classes"),
  N_ ("Fields and Industries"), N_ ("Divisions"),         N_ ("Stages"),
  N_ ("Each Project"),          N_ ("Industry Figures"),  N_ ("Platforms"),
  N_ ("Earlier Events"),
};

static void
show_parts (TideBriefingPartsRow *self)
{
  g_autofree char *subtitle = NULL;
  guint n = 0;

  self->is_showing = TRUE;
  for (guint i = 0; i < TIDE_N_PARTS; i++)
    {
      const gboolean is_on = (self->parts & 1u << i) != 0;

      n += is_on;
      adw_switch_row_set_active (self->rows[i], is_on);
    }
  self->is_showing = FALSE;

  if (n == TIDE_N_PARTS)
    subtitle = g_strdup (C_ ("parts of a briefing", "All"));
  else
    /* Translators: how many parts a briefing has, of how many it could have */
    subtitle = g_strdup_printf (_ ("%u of %u"), n, (guint) TIDE_N_PARTS);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
on_switched (TideBriefingPartsRow *self)
{
  guint parts = 0;

  if (self->is_showing)
    return;

  for (guint i = 0; i < TIDE_N_PARTS; i++)
    if (adw_switch_row_get_active (self->rows[i]))
      parts |= 1u << i;

  tide_briefing_parts_row_set_parts (self, parts);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_briefing_parts_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideBriefingPartsRowProperty) id)
    {
    case PROP_PARTS:
      g_value_set_uint (value, TIDE_BRIEFING_PARTS_ROW (object)->parts);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_briefing_parts_row_set_property (GObject *object,
                                      guint id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  switch ((TideBriefingPartsRowProperty) id)
    {
    case PROP_PARTS:
      tide_briefing_parts_row_set_parts (TIDE_BRIEFING_PARTS_ROW (object),
                                         g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_briefing_parts_row_class_init (TideBriefingPartsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_briefing_parts_row_get_property;
  object_class->set_property = tide_briefing_parts_row_set_property;

  props[PROP_PARTS]
      = g_param_spec_uint ("parts", NULL, NULL, 1, TIDE_ALL_PARTS, TIDE_ALL_PARTS,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_briefing_parts_row_init (TideBriefingPartsRow *self)
{
  self->parts = TIDE_ALL_PARTS;
  for (guint i = 0; i < TIDE_N_PARTS; i++)
    {
      self->rows[i] = ADW_SWITCH_ROW (adw_switch_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), _ (titles[i]));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->rows[i]));
    }
  show_parts (self);
  for (guint i = 0; i < TIDE_N_PARTS; i++)
    g_signal_connect_object (self->rows[i], "notify::active", G_CALLBACK (on_switched), self,
                             G_CONNECT_SWAPPED);
}

/**
 * tide_briefing_parts_row_get_parts:
 * @self: a row
 *
 * Returns: what is switched on, of #TideBriefingParts; at least one
 */
guint
tide_briefing_parts_row_get_parts (TideBriefingPartsRow *self)
{
  g_return_val_if_fail (TIDE_IS_BRIEFING_PARTS_ROW (self), TIDE_ALL_PARTS);

  return self->parts;
}

/**
 * tide_briefing_parts_row_set_parts:
 * @self: a row
 * @parts: what is switched on, of #TideBriefingParts; with none of them, what was stays
 */
void
tide_briefing_parts_row_set_parts (TideBriefingPartsRow *self, guint parts)
{
  const guint known = parts & TIDE_ALL_PARTS;

  g_return_if_fail (TIDE_IS_BRIEFING_PARTS_ROW (self));

  if (known == 0)
    {
      show_parts (self);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("One part stays in the briefing."),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }
  if (self->parts == known)
    return;

  self->parts = known;
  show_parts (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PARTS]);
}
