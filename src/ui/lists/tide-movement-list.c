/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-movement-list.h"

#include "core/tide-record.h"
#include "ui/lists/tide-movement-text.h"

struct _TideMovementItem
{
  GObject parent_instance;

  TideMovement *movement; /* owned */
  TideMovementRow row;
};

G_DEFINE_FINAL_TYPE (TideMovementItem, tide_movement_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_STAGES,
} TideMovementItemProperty;

static GParamSpec *props[PROP_STAGES + 1];

struct _TideMovementList
{
  GObject parent_instance;

  TideMovement *movement; /* owned */
  GArray *rows;           /* owned, of TideMovementRow */
};

static void tide_movement_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideMovementList,
                               tide_movement_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      tide_movement_list_model_init))

/* Items ------------------------------------------------------------------------------------- */

/* As it is at the later moment, if it is there. */
static const TidePayload *
get_project (TideMovementItem *self)
{
  const TidePayload *after = tide_movement_get_project (self->movement, &self->row, TRUE);

  return after != NULL ? after : tide_movement_get_project (self->movement, &self->row, FALSE);
}

static const char *
get_stage (const TidePayload *project)
{
  const GPtrArray *stages = TIDE_PROJECT_PAYLOAD (project)->stages;

  return tide_entries_get_n (stages) > 0
             ? ((TideStageEntry *) g_ptr_array_index (stages, stages->len - 1))->stage
             : NULL;
}

static char *
dup_stages (TideMovementItem *self)
{
  const TideLanguage language = tide_language_get_default ();
  const TidePayload *before = tide_movement_get_project (self->movement, &self->row, FALSE);
  const TidePayload *after = tide_movement_get_project (self->movement, &self->row, TRUE);
  TideMovementPart part = { 0 };

  if (before == NULL || after == NULL)
    return tide_movement_dup_stage (get_stage (get_project (self)), language);

  part.from_stage = get_stage (before);
  part.to_stage = get_stage (after);
  if (g_strcmp0 (part.from_stage, part.to_stage) == 0)
    return tide_movement_dup_stage (part.to_stage, language);

  return tide_movement_part_dup_move (&part, language);
}

static void
tide_movement_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideMovementItem *self = TIDE_MOVEMENT_ITEM (object);

  switch ((TideMovementItemProperty) id)
    {
    case PROP_NAME:
      g_value_take_string (value, tide_movement_item_dup_name (self));
      break;
    case PROP_STAGES:
      g_value_take_string (value, dup_stages (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_movement_item_finalize (GObject *object)
{
  TideMovementItem *self = TIDE_MOVEMENT_ITEM (object);

  g_clear_pointer (&self->movement, tide_movement_unref);

  G_OBJECT_CLASS (tide_movement_item_parent_class)->finalize (object);
}

static void
tide_movement_item_class_init (TideMovementItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_movement_item_get_property;
  object_class->finalize = tide_movement_item_finalize;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_STAGES] = g_param_spec_string ("stages", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_movement_item_init (TideMovementItem *self)
{
}

/**
 * tide_movement_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none): the project
 */
const TideMovementRow *
tide_movement_item_get_row (TideMovementItem *self)
{
  g_return_val_if_fail (TIDE_IS_MOVEMENT_ITEM (self), NULL);

  return &self->row;
}

/**
 * tide_movement_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the id of the project
 */
const char *
tide_movement_item_get_id (TideMovementItem *self)
{
  g_return_val_if_fail (TIDE_IS_MOVEMENT_ITEM (self), NULL);

  return get_project (self)->id;
}

/**
 * tide_movement_item_dup_name:
 * @self: an item
 *
 * Returns: (transfer full): the name of the project
 */
char *
tide_movement_item_dup_name (TideMovementItem *self)
{
  g_return_val_if_fail (TIDE_IS_MOVEMENT_ITEM (self), NULL);

  return g_strdup (tide_payload_get_label (get_project (self), tide_language_get_default ()));
}

/* The list ---------------------------------------------------------------------------------- */

static GType
tide_movement_list_get_item_type (GListModel *model)
{
  return TIDE_TYPE_MOVEMENT_ITEM;
}

static guint
tide_movement_list_get_n_items (GListModel *model)
{
  return TIDE_MOVEMENT_LIST (model)->rows->len;
}

static gpointer
tide_movement_list_get_item (GListModel *model, guint position)
{
  TideMovementList *self = TIDE_MOVEMENT_LIST (model);
  TideMovementItem *item;

  if (position >= self->rows->len)
    return NULL;

  item = g_object_new (TIDE_TYPE_MOVEMENT_ITEM, NULL);
  item->movement = tide_movement_ref (self->movement);
  item->row = g_array_index (self->rows, TideMovementRow, position);

  return item;
}

static void
tide_movement_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tide_movement_list_get_item_type;
  iface->get_n_items = tide_movement_list_get_n_items;
  iface->get_item = tide_movement_list_get_item;
}

static void
tide_movement_list_finalize (GObject *object)
{
  TideMovementList *self = TIDE_MOVEMENT_LIST (object);

  g_array_unref (self->rows);
  tide_movement_unref (self->movement);

  G_OBJECT_CLASS (tide_movement_list_parent_class)->finalize (object);
}

static void
tide_movement_list_class_init (TideMovementListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_movement_list_finalize;
}

static void
tide_movement_list_init (TideMovementList *self)
{
}

/**
 * tide_movement_list_new:
 * @movement: a movement
 * @part: one of its parts
 *
 * Returns: (transfer full): the projects of @part
 */
TideMovementList *
tide_movement_list_new (TideMovement *movement, const TideMovementPart *part)
{
  TideMovementList *self = g_object_new (TIDE_TYPE_MOVEMENT_LIST, NULL);

  self->movement = tide_movement_ref (movement);
  self->rows = g_array_ref (part->rows);

  return self;
}
