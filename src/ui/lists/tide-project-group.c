/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-project-group.h"

struct _TideProjectGroup
{
  GObject parent_instance;

  char *key;   /* owned */
  char *label; /* owned; nullable */
  guint n_projects;
  guint n_joint;
  gboolean is_folded;
  TideFigure *figure; /* owned; nullable: nothing has been added up yet */
};

G_DEFINE_FINAL_TYPE (TideProjectGroup, tide_project_group, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tide_project_group_finalize (GObject *object)
{
  TideProjectGroup *self = TIDE_PROJECT_GROUP (object);

  g_clear_pointer (&self->figure, tide_figure_free);
  g_free (self->label);
  g_free (self->key);

  G_OBJECT_CLASS (tide_project_group_parent_class)->finalize (object);
}

static void
tide_project_group_class_init (TideProjectGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tide_project_group_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_project_group_init (TideProjectGroup *self)
{
}

/**
 * tide_project_group_new:
 * @key: code or id of what the projects have in common, or `none`
 *
 * Returns: (transfer full): a group of no projects, not folded
 */
TideProjectGroup *
tide_project_group_new (const char *key)
{
  TideProjectGroup *self = g_object_new (TIDE_TYPE_PROJECT_GROUP, NULL);

  self->key = g_strdup (key);

  return self;
}

/**
 * tide_project_group_get_key:
 * @self: a group
 *
 * Returns: (transfer none): code or id of what its projects have in common, or `none`
 */
const char *
tide_project_group_get_key (TideProjectGroup *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_GROUP (self), NULL);

  return self->key;
}

/**
 * tide_project_group_get_label:
 * @self: a group
 *
 * Returns: (transfer none): what it is called; text of the register, not to be read as markup
 */
const char *
tide_project_group_get_label (TideProjectGroup *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_GROUP (self), NULL);

  return self->label != NULL ? self->label : "";
}

/**
 * tide_project_group_get_n_projects:
 * @self: a group
 *
 * Returns: how many projects on view belong to it, whether its figure counts them or not
 */
guint
tide_project_group_get_n_projects (TideProjectGroup *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_GROUP (self), 0);

  return self->n_projects;
}

/**
 * tide_project_group_get_folded:
 * @self: a group
 *
 * Returns: whether one row stands for its projects
 */
gboolean
tide_project_group_get_folded (TideProjectGroup *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_GROUP (self), FALSE);

  return self->is_folded;
}

/**
 * tide_project_group_get_figure:
 * @self: a group
 *
 * Returns: (transfer none) (nullable): the subtotal of its projects, %NULL until it is worked out
 */
const TideFigure *
tide_project_group_get_figure (TideProjectGroup *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_GROUP (self), NULL);

  return self->figure;
}

/**
 * tide_project_group_get_n_joint:
 * @self: a group
 *
 * Returns: where it is that of a party, how many of its projects have further investors
 */
guint
tide_project_group_get_n_joint (TideProjectGroup *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_GROUP (self), 0);

  return self->n_joint;
}

/**
 * tide_project_group_update:
 * @self: a group
 * @label: what it is called
 * @n_projects: how many projects on view belong to it
 */
void
tide_project_group_update (TideProjectGroup *self, const char *label, guint n_projects)
{
  gboolean is_changed;

  g_return_if_fail (TIDE_IS_PROJECT_GROUP (self));

  is_changed = g_set_str (&self->label, label);
  if (!is_changed && self->n_projects == n_projects)
    return;

  self->n_projects = n_projects;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tide_project_group_set_folded:
 * @self: a group
 * @folded: whether one row stands for its projects
 *
 * For the list that the group belongs to, which has to follow.
 */
void
tide_project_group_set_folded (TideProjectGroup *self, gboolean folded)
{
  g_return_if_fail (TIDE_IS_PROJECT_GROUP (self));

  if (self->is_folded == folded)
    return;

  self->is_folded = folded;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tide_project_group_take_figure:
 * @self: a group
 * @figure: (transfer full) (nullable): the subtotal of its projects
 * @n_joint: where it is that of a party, how many of its projects have further investors
 */
void
tide_project_group_take_figure (TideProjectGroup *self, TideFigure *figure, guint n_joint)
{
  g_return_if_fail (TIDE_IS_PROJECT_GROUP (self));

  self->n_joint = n_joint;
  if (self->figure == NULL && figure == NULL)
    return;

  g_clear_pointer (&self->figure, tide_figure_free);
  self->figure = figure;
  g_signal_emit (self, signals[CHANGED], 0);
}
