/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-project-groups.h"

#include <gtk/gtk.h>

/* A group with the range of its projects in the view, and of its rows in this list. */
typedef struct
{
  TideProjectGroup *group; /* owned */
  guint start;
  guint n;
  guint shown;
  guint n_shown;
} Segment;

struct _TideProjectGroups
{
  GObject parent_instance;

  TideView *view;       /* owned */
  TideGroupBy group_by; /* that @segments are of */
  GArray *segments;     /* owned, of Segment; empty where nothing is grouped */
  GHashTable *folded;   /* owned: set of owned keys of folded groups, on view or not */
  guint n_items;
};

static void tide_project_groups_list_model_init (GListModelInterface *iface);
static void tide_project_groups_section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideProjectGroups,
                               tide_project_groups,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      tide_project_groups_list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          tide_project_groups_section_model_init))

typedef enum
{
  PROP_VIEW = 1,
} TideProjectGroupsProperty;

static GParamSpec *props[PROP_VIEW + 1];

static void
segment_clear (gpointer data)
{
  g_object_unref (((Segment *) data)->group);
}

static GArray *
segments_new (void)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (Segment));

  g_array_set_clear_func (segments, segment_clear);

  return segments;
}

static Segment *
get_segment (GArray *segments, guint index)
{
  return &g_array_index (segments, Segment, index);
}

/* A group that is still there keeps its object, and with it its figure until there is a new one. */
static TideProjectGroup *
dup_group (TideProjectGroups *self, GHashTable *known, guint position, guint n)
{
  const char *key = tide_view_get_group_key (self->view, position);
  g_autofree char *label = tide_view_dup_group_label (self->view, position);
  TideProjectGroup *found = g_hash_table_lookup (known, key);
  TideProjectGroup *group = found != NULL ? g_object_ref (found) : tide_project_group_new (key);

  tide_project_group_update (group, label, n);
  tide_project_group_set_folded (group, g_hash_table_contains (self->folded, key));

  return group;
}

static GHashTable *
index_groups (GArray *segments)
{
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < segments->len; i++)
    {
      TideProjectGroup *group = get_segment (segments, i)->group;

      g_hash_table_insert (known, (char *) tide_project_group_get_key (group), group);
    }

  return known;
}

static void
place_segments (TideProjectGroups *self)
{
  guint shown = 0;

  for (guint i = 0; i < self->segments->len; i++)
    {
      Segment *segment = get_segment (self->segments, i);

      segment->shown = shown;
      segment->n_shown = tide_project_group_get_folded (segment->group) ? 1 : segment->n;
      shown += segment->n_shown;
    }
  self->n_items = self->segments->len > 0 ? shown
                  : self->view != NULL    ? g_list_model_get_n_items (G_LIST_MODEL (self->view))
                                          : 0;
}

static GArray *
make_segments (TideProjectGroups *self, GArray *old)
{
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->view));
  g_autoptr (GHashTable) known = index_groups (old);
  GArray *segments = segments_new ();
  guint start, end;

  for (guint position = 0; position < n_rows; position = end)
    {
      Segment segment = { 0 };

      gtk_section_model_get_section (GTK_SECTION_MODEL (self->view), position, &start, &end);
      segment.start = start;
      segment.n = end - start;
      segment.group = dup_group (self, known, start, segment.n);
      g_array_append_val (segments, segment);
    }

  return segments;
}

/* Groups of another kind have other keys. */
static void
follow_group_by (TideProjectGroups *self)
{
  const TideGroupBy group_by = tide_view_get_shown_group_by (self->view);

  if (self->group_by == group_by)
    return;

  self->group_by = group_by;
  g_hash_table_remove_all (self->folded);
  g_array_set_size (self->segments, 0);
}

/* How many rows are wholly before @end in the view. */
static guint
count_before (GArray *segments, guint end)
{
  guint n = 0;

  if (segments->len == 0)
    return end;

  for (guint i = 0; i < segments->len; i++)
    {
      const Segment *segment = get_segment (segments, i);

      if (segment->start >= end)
        break;
      if (segment->start + segment->n <= end)
        n += segment->n_shown;
      else if (segment->n_shown == segment->n)
        n += end - segment->start;
    }

  return n;
}

/* How many of the @n_rows of the view are, as rows of the list, wholly from @start on. */
static guint
count_after (GArray *segments, guint n_rows, guint start)
{
  guint n = 0;

  if (segments->len == 0)
    return n_rows - start;

  for (guint i = segments->len; i > 0; i--)
    {
      const Segment *segment = get_segment (segments, i - 1);

      if (segment->start + segment->n <= start)
        break;
      if (segment->start >= start)
        n += segment->n_shown;
      else if (segment->n_shown == segment->n)
        n += segment->start + segment->n - start;
    }

  return n;
}

static void
on_view_items_changed (
    GListModel *view, guint position, guint removed, guint added, TideProjectGroups *self)
{
  const guint n_rows = g_list_model_get_n_items (view);
  const guint n_old = self->n_items;
  g_autoptr (GArray) old = NULL;
  gboolean had_sections;
  guint head, tail;

  follow_group_by (self);
  old = g_steal_pointer (&self->segments);
  had_sections = old->len > 0;
  self->segments
      = self->group_by != TIDE_GROUP_BY_NONE ? make_segments (self, old) : segments_new ();
  place_segments (self);

  head = MIN (count_before (old, position), count_before (self->segments, position));
  tail = MIN (count_after (old, n_rows - added + removed, position + removed),
              count_after (self->segments, n_rows, position + added));
  if (n_old > head + tail || self->n_items > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail,
                                self->n_items - head - tail);
  if ((had_sections || self->segments->len > 0) && self->n_items > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->n_items);
}

static Segment *
find_segment (TideProjectGroups *self, guint position)
{
  guint low = 0, high = self->segments->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      Segment *segment = get_segment (self->segments, middle);

      if (position < segment->shown)
        high = middle;
      else if (position >= segment->shown + segment->n_shown)
        low = middle + 1;
      else
        return segment;
    }

  return NULL;
}

static Segment *
find_segment_of (TideProjectGroups *self, TideProjectGroup *group)
{
  for (guint i = 0; i < self->segments->len; i++)
    if (get_segment (self->segments, i)->group == group)
      return get_segment (self->segments, i);

  return NULL;
}

static void
set_view (TideProjectGroups *self, TideView *view)
{
  if (!g_set_object (&self->view, view) || view == NULL)
    return;

  g_signal_connect_object (view, "items-changed", G_CALLBACK (on_view_items_changed), self,
                           G_CONNECT_DEFAULT);
  self->group_by = tide_view_get_shown_group_by (view);
  if (self->group_by != TIDE_GROUP_BY_NONE)
    {
      g_autoptr (GArray) old = g_steal_pointer (&self->segments);

      self->segments = make_segments (self, old);
    }
  place_segments (self);
}

static GType
tide_project_groups_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
tide_project_groups_get_n_items (GListModel *model)
{
  return TIDE_PROJECT_GROUPS (model)->n_items;
}

static gpointer
tide_project_groups_get_item (GListModel *model, guint position)
{
  TideProjectGroups *self = TIDE_PROJECT_GROUPS (model);
  const Segment *segment = find_segment (self, position);

  if (segment != NULL && tide_project_group_get_folded (segment->group))
    return g_object_ref (segment->group);
  if (position >= self->n_items)
    return NULL;
  if (segment != NULL)
    position += segment->start - segment->shown;

  return g_list_model_get_item (G_LIST_MODEL (self->view), position);
}

static void
tide_project_groups_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tide_project_groups_get_item_type;
  iface->get_n_items = tide_project_groups_get_n_items;
  iface->get_item = tide_project_groups_get_item;
}

static void
tide_project_groups_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  TideProjectGroups *self = TIDE_PROJECT_GROUPS (model);
  const Segment *segment = find_segment (self, position);

  *start = position < self->n_items ? 0 : self->n_items;
  *end = position < self->n_items ? self->n_items : G_MAXUINT;
  if (segment == NULL)
    return;

  *start = segment->shown;
  *end = segment->shown + segment->n_shown;
}

static void
tide_project_groups_section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tide_project_groups_get_section;
}

static void
tide_project_groups_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideProjectGroups *self = TIDE_PROJECT_GROUPS (object);

  switch ((TideProjectGroupsProperty) id)
    {
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_project_groups_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideProjectGroups *self = TIDE_PROJECT_GROUPS (object);

  switch ((TideProjectGroupsProperty) id)
    {
    case PROP_VIEW:
      set_view (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_project_groups_dispose (GObject *object)
{
  TideProjectGroups *self = TIDE_PROJECT_GROUPS (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (self->view, on_view_items_changed, self);
  g_array_set_size (self->segments, 0);
  self->n_items = 0;
  g_clear_object (&self->view);

  G_OBJECT_CLASS (tide_project_groups_parent_class)->dispose (object);
}

static void
tide_project_groups_finalize (GObject *object)
{
  TideProjectGroups *self = TIDE_PROJECT_GROUPS (object);

  g_array_unref (self->segments);
  g_hash_table_unref (self->folded);

  G_OBJECT_CLASS (tide_project_groups_parent_class)->finalize (object);
}

static void
tide_project_groups_class_init (TideProjectGroupsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_project_groups_get_property;
  object_class->set_property = tide_project_groups_set_property;
  object_class->dispose = tide_project_groups_dispose;
  object_class->finalize = tide_project_groups_finalize;

  props[PROP_VIEW]
      = g_param_spec_object ("view", NULL, NULL, TIDE_TYPE_VIEW,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_project_groups_init (TideProjectGroups *self)
{
  self->segments = segments_new ();
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * tide_project_groups_new:
 * @view: a view
 *
 * Returns: (transfer full): its projects, with no group folded
 */
TideProjectGroups *
tide_project_groups_new (TideView *view)
{
  g_return_val_if_fail (TIDE_IS_VIEW (view), NULL);

  return g_object_new (TIDE_TYPE_PROJECT_GROUPS, "view", view, NULL);
}

/**
 * tide_project_groups_get_n:
 * @self: groups
 *
 * Returns: how many groups are on view; 0 where nothing is grouped
 */
guint
tide_project_groups_get_n (TideProjectGroups *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_GROUPS (self), 0);

  return self->segments->len;
}

/**
 * tide_project_groups_get:
 * @self: groups
 * @index: index of a group, in their order
 * @start: (out): position in the view of its first project
 * @n: (out): how many projects it has there
 *
 * Returns: (transfer none): the group
 */
TideProjectGroup *
tide_project_groups_get (TideProjectGroups *self, guint index, guint *start, guint *n)
{
  const Segment *segment;

  g_return_val_if_fail (TIDE_IS_PROJECT_GROUPS (self), NULL);
  g_return_val_if_fail (index < self->segments->len, NULL);

  segment = get_segment (self->segments, index);
  *start = segment->start;
  *n = segment->n;

  return segment->group;
}

/**
 * tide_project_groups_find:
 * @self: groups
 * @position: position of a row
 *
 * Returns: (transfer none) (nullable): the group that the row belongs to or stands for
 */
TideProjectGroup *
tide_project_groups_find (TideProjectGroups *self, guint position)
{
  const Segment *segment;

  g_return_val_if_fail (TIDE_IS_PROJECT_GROUPS (self), NULL);

  segment = find_segment (self, position);

  return segment != NULL ? segment->group : NULL;
}

/**
 * tide_project_groups_from_view:
 * @self: groups
 * @view_position: position of a project in the view
 *
 * Returns: position of its row, or of the one that stands for it
 */
guint
tide_project_groups_from_view (TideProjectGroups *self, guint view_position)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_GROUPS (self), 0);

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = get_segment (self->segments, i);

      if (view_position - segment->start < segment->n && view_position >= segment->start)
        return segment->shown + MIN (view_position - segment->start, segment->n_shown - 1);
    }

  return view_position;
}

/**
 * tide_project_groups_to_view:
 * @self: groups
 * @position: position of a row
 *
 * Returns: position in the view of its project, or of the first one that it stands for
 */
guint
tide_project_groups_to_view (TideProjectGroups *self, guint position)
{
  const Segment *segment;

  g_return_val_if_fail (TIDE_IS_PROJECT_GROUPS (self), 0);

  segment = find_segment (self, position);

  return segment != NULL ? segment->start + position - segment->shown : position;
}

/**
 * tide_project_groups_get_position:
 * @self: groups
 * @group: one of them
 *
 * Returns: position of its first row, or %GTK_INVALID_LIST_POSITION where it is not on view
 */
guint
tide_project_groups_get_position (TideProjectGroups *self, TideProjectGroup *group)
{
  const Segment *segment;

  g_return_val_if_fail (TIDE_IS_PROJECT_GROUPS (self), GTK_INVALID_LIST_POSITION);

  segment = find_segment_of (self, group);

  return segment != NULL ? segment->shown : GTK_INVALID_LIST_POSITION;
}

static void
remember_fold (TideProjectGroups *self, TideProjectGroup *group, gboolean folded)
{
  const char *key = tide_project_group_get_key (group);

  if (folded)
    g_hash_table_add (self->folded, g_strdup (key));
  else
    g_hash_table_remove (self->folded, key);
  tide_project_group_set_folded (group, folded);
}

/**
 * tide_project_groups_fold:
 * @self: groups
 * @group: one of them
 * @folded: whether one row is to stand for its projects
 *
 * It stays so while the filter hides it.
 */
void
tide_project_groups_fold (TideProjectGroups *self, TideProjectGroup *group, gboolean folded)
{
  const Segment *segment;
  guint shown, n_shown;

  g_return_if_fail (TIDE_IS_PROJECT_GROUPS (self));
  g_return_if_fail (TIDE_IS_PROJECT_GROUP (group));

  segment = find_segment_of (self, group);
  if (segment == NULL || tide_project_group_get_folded (group) == folded)
    return;

  shown = segment->shown;
  n_shown = segment->n_shown;
  remember_fold (self, group, folded);
  place_segments (self);
  g_list_model_items_changed (G_LIST_MODEL (self), shown, n_shown, segment->n_shown);
}

static void
tell_all_anew (TideProjectGroups *self, guint n_old)
{
  place_segments (self);
  if (self->segments->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, self->n_items);
}

/**
 * tide_project_groups_fold_all:
 * @self: groups
 * @folded: whether one row is to stand for the projects of each group
 */
void
tide_project_groups_fold_all (TideProjectGroups *self, gboolean folded)
{
  guint n_old;

  g_return_if_fail (TIDE_IS_PROJECT_GROUPS (self));

  n_old = self->n_items;
  if (!folded)
    g_hash_table_remove_all (self->folded);
  for (guint i = 0; i < self->segments->len; i++)
    remember_fold (self, get_segment (self->segments, i)->group, folded);
  tell_all_anew (self, n_old);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/**
 * tide_project_groups_dup_folded:
 * @self: groups
 *
 * Returns: (transfer full) (array zero-terminated=1): keys of the groups that are folded, on view
 *   or not, in the order of their bytes
 */
char **
tide_project_groups_dup_folded (TideProjectGroups *self)
{
  char **keys;
  guint n;

  g_return_val_if_fail (TIDE_IS_PROJECT_GROUPS (self), NULL);

  keys = (char **) g_hash_table_get_keys_as_array (self->folded, &n);
  qsort (keys, n, sizeof *keys, compare_keys);
  for (guint i = 0; i < n; i++)
    keys[i] = g_strdup (keys[i]);

  return keys;
}

/**
 * tide_project_groups_set_folded:
 * @self: groups
 * @keys: (array zero-terminated=1): keys of the groups to fold; all others are unfolded
 */
void
tide_project_groups_set_folded (TideProjectGroups *self, const char *const *keys)
{
  guint n_old;

  g_return_if_fail (TIDE_IS_PROJECT_GROUPS (self));

  n_old = self->n_items;
  g_hash_table_remove_all (self->folded);
  for (gsize i = 0; keys[i] != NULL; i++)
    g_hash_table_add (self->folded, g_strdup (keys[i]));
  for (guint i = 0; i < self->segments->len; i++)
    {
      TideProjectGroup *group = get_segment (self->segments, i)->group;

      tide_project_group_set_folded (
          group, g_hash_table_contains (self->folded, tide_project_group_get_key (group)));
    }
  tell_all_anew (self, n_old);
}
