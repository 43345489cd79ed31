/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-history-list.h"

#include "ui/lists/tide-change-text.h"

#include <string.h>

/* So many changes are searched for a text at once; more are in a thread. */
#define MAX_AT_ONCE 1000

/* A change before it is worded. */
typedef struct
{
  TideStep *step;       /* the history's */
  const TideEdit *edit; /* nullable, the step's */
  gboolean is_saved;
} Entry;

struct _TideHistoryList
{
  GObject parent_instance;

  TideHistoryNames *names;   /* owned, nullable until there are steps */
  GPtrArray *steps;          /* owned, nullable, of owned TideStep */
  GArray *entries;           /* owned, of Entry; never changed once made: a thread may read it */
  GArray *shown;             /* owned, of guint: which entries are in the list */
  TideChange **changes;      /* owned, of as many as shown: those asked for so far */
  TideHistoryFilter *filter; /* owned */
  gboolean is_grouped;
  GCancellable *search; /* owned, nullable: of the search under way */
};

/* What a search in a thread needs. */
typedef struct
{
  TideHistoryNames *names;
  GPtrArray *steps;
  GArray *entries;
  TideHistoryFilter *filter;
} Search;

static void tide_history_list_list_model_init (GListModelInterface *iface);
static void tide_history_list_section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideHistoryList,
                               tide_history_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      tide_history_list_list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          tide_history_list_section_model_init))

typedef enum
{
  PROP_N_TOTAL = 1,
  PROP_BUSY,
} TideHistoryListProperty;

static GParamSpec *props[PROP_BUSY + 1];

static void
search_free (Search *search)
{
  tide_history_names_unref (search->names);
  g_ptr_array_unref (search->steps);
  g_array_unref (search->entries);
  tide_history_filter_free (search->filter);
  g_free (search);
}

static gboolean
matches_text (TideHistoryNames *names, const TideHistoryFilter *filter, const Entry *entry)
{
  g_autofree char *text = NULL;

  if (filter->text == NULL)
    return TRUE;

  text = tide_change_text_dup_search (names, entry->step, entry->edit);

  return strstr (text, filter->text) != NULL;
}

static GArray *
find_matches (TideHistoryNames *names,
              const GArray *entries,
              const TideHistoryFilter *filter,
              GCancellable *cancellable)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (g_cancellable_is_cancelled (cancellable))
        break;
      if (tide_history_filter_matches (filter, entry->step, entry->edit)
          && matches_text (names, filter, entry))
        g_array_append_val (found, i);
    }

  return found;
}

static void
drop_changes (TideHistoryList *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    g_clear_object (&self->changes[i]);
  g_clear_pointer (&self->changes, g_free);
}

static void
take_shown (TideHistoryList *self, GArray *shown)
{
  const guint n_before = self->shown->len;

  drop_changes (self);
  g_array_unref (self->shown);
  self->shown = shown;
  self->changes = g_new0 (TideChange *, shown->len + 1);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, shown->len);
}

static void
run_search (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  g_task_return_pointer (task,
                         find_matches (search->names, search->entries, search->filter, cancellable),
                         (GDestroyNotify) g_array_unref);
}

static void
on_search_done (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideHistoryList) self = data;
  GTask *task = G_TASK (result);
  GArray *found = g_task_propagate_pointer (task, NULL);

  if (found == NULL)
    return;

  if (g_task_get_cancellable (task) != self->search)
    {
      g_array_unref (found);
      return;
    }

  g_clear_object (&self->search);
  take_shown (self, found);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
cancel_search (TideHistoryList *self)
{
  g_autoptr (GCancellable) search = g_steal_pointer (&self->search);

  if (search != NULL)
    g_cancellable_cancel (search);
}

/* The task does not hold the list, which must not go in the thread. */
static void
start_search (TideHistoryList *self)
{
  Search *search = g_new0 (Search, 1);
  g_autoptr (GTask) task = NULL;

  search->names = tide_history_names_ref (self->names);
  search->steps = g_ptr_array_ref (self->steps);
  search->entries = g_array_ref (self->entries);
  search->filter = tide_history_filter_copy (self->filter);

  self->search = g_cancellable_new ();
  task = g_task_new (NULL, self->search, on_search_done, g_object_ref (self));
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, run_search);
}

static void
apply_filter (TideHistoryList *self)
{
  const gboolean was_busy = self->search != NULL;

  cancel_search (self);
  if (self->filter->text != NULL && self->entries->len > MAX_AT_ONCE)
    start_search (self);
  else
    take_shown (self, find_matches (self->names, self->entries, self->filter, NULL));
  if (was_busy != (self->search != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
add_step (GArray *entries, TideStep *step, gboolean is_saved)
{
  Entry entry = { step, NULL, is_saved };
  gboolean is_told = FALSE;

  for (guint i = 0; i < step->edits->len; i++)
    {
      entry.edit = g_ptr_array_index (step->edits, i);
      if (!tide_history_has_edit (entry.edit))
        continue;
      g_array_append_val (entries, entry);
      is_told = TRUE;
    }

  entry.edit = NULL;
  if (!is_told)
    g_array_append_val (entries, entry);
}

static void
take_entries (TideHistoryList *self, TideHistoryNames *names, GPtrArray *steps, GArray *entries)
{
  const guint n_before = self->entries->len;
  TideHistoryNames *names_before = self->names;
  GPtrArray *steps_before = self->steps;

  self->names = tide_history_names_ref (names);
  self->steps = g_ptr_array_ref (steps);
  g_array_unref (self->entries);
  self->entries = entries;
  apply_filter (self);
  if (names_before != NULL)
    tide_history_names_unref (names_before);
  if (steps_before != NULL)
    g_ptr_array_unref (steps_before);
  if (n_before != entries->len)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_TOTAL]);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static const TideEdit *
get_edit (TideHistoryList *self, guint position)
{
  return g_array_index (self->entries, Entry, g_array_index (self->shown, guint, position)).edit;
}

static char *
dup_key (const TideEdit *edit)
{
  return edit != NULL ? g_strdup_printf ("%d/%s", edit->record_kind, edit->record) : NULL;
}

static gboolean
is_same_record (const TideEdit *a, const TideEdit *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->record_kind == b->record_kind && g_strcmp0 (a->record, b->record) == 0;
}

/* GListModel -------------------------------------------------------------------------------- */

static GType
tide_history_list_get_item_type (GListModel *model)
{
  return TIDE_TYPE_CHANGE;
}

static guint
tide_history_list_get_n_items (GListModel *model)
{
  return TIDE_HISTORY_LIST (model)->shown->len;
}

static gpointer
tide_history_list_get_item (GListModel *model, guint position)
{
  TideHistoryList *self = TIDE_HISTORY_LIST (model);
  const Entry *entry;

  if (position >= self->shown->len)
    return NULL;

  entry = &g_array_index (self->entries, Entry, g_array_index (self->shown, guint, position));
  if (self->changes[position] == NULL)
    self->changes[position]
        = tide_change_new (self->names, entry->step, entry->edit, entry->is_saved);

  return g_object_ref (self->changes[position]);
}

static void
tide_history_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tide_history_list_get_item_type;
  iface->get_n_items = tide_history_list_get_n_items;
  iface->get_item = tide_history_list_get_item;
}

/* GtkSectionModel --------------------------------------------------------------------------- */

static void
tide_history_list_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  TideHistoryList *self = TIDE_HISTORY_LIST (model);
  const guint n = self->shown->len;

  *start = 0;
  *end = n;
  if (position >= n)
    {
      *start = n;
      *end = G_MAXUINT;
      return;
    }

  if (!self->is_grouped)
    return;

  *start = position;
  while (*start > 0 && is_same_record (get_edit (self, *start - 1), get_edit (self, position)))
    (*start)--;
  *end = position + 1;
  while (*end < n && is_same_record (get_edit (self, *end), get_edit (self, position)))
    (*end)++;
}

static void
tide_history_list_section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tide_history_list_get_section;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_history_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideHistoryList *self = TIDE_HISTORY_LIST (object);

  switch ((TideHistoryListProperty) id)
    {
    case PROP_N_TOTAL:
      g_value_set_uint (value, self->entries->len);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->search != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_history_list_dispose (GObject *object)
{
  cancel_search (TIDE_HISTORY_LIST (object));

  G_OBJECT_CLASS (tide_history_list_parent_class)->dispose (object);
}

static void
tide_history_list_finalize (GObject *object)
{
  TideHistoryList *self = TIDE_HISTORY_LIST (object);

  drop_changes (self);
  g_array_unref (self->shown);
  g_array_unref (self->entries);
  g_clear_pointer (&self->names, tide_history_names_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  tide_history_filter_free (self->filter);

  G_OBJECT_CLASS (tide_history_list_parent_class)->finalize (object);
}

static void
tide_history_list_class_init (TideHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tide_history_list_get_property;
  object_class->dispose = tide_history_list_dispose;
  object_class->finalize = tide_history_list_finalize;

  props[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_history_list_init (TideHistoryList *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->changes = g_new0 (TideChange *, 1);
  self->filter = tide_history_filter_new ();
}

/**
 * tide_history_list_new:
 *
 * Returns: (transfer full): a list without changes
 */
TideHistoryList *
tide_history_list_new (void)
{
  return g_object_new (TIDE_TYPE_HISTORY_LIST, NULL);
}

/**
 * tide_history_list_set_steps:
 * @self: a list
 * @names: what records are called
 * @steps: (element-type TideStep): the steps, oldest first; not to be changed any more
 * @n_saved: how many of them, from the first, are in the file
 *
 * Shows the changes of @steps, the newest step first.
 */
void
tide_history_list_set_steps (TideHistoryList *self,
                             TideHistoryNames *names,
                             GPtrArray *steps,
                             guint n_saved)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_return_if_fail (TIDE_IS_HISTORY_LIST (self));

  self->is_grouped = FALSE;
  for (guint i = steps->len; i > 0; i--)
    add_step (entries, g_ptr_array_index (steps, i - 1), i <= n_saved);
  take_entries (self, names, steps, entries);
}

/**
 * tide_history_list_group_by_record:
 * @self: a list
 * @names: what records are called
 * @steps: (element-type TideStep): steps, not to be changed any more
 *
 * Shows the changes of @steps in the order of their records, each a section.
 */
void
tide_history_list_group_by_record (TideHistoryList *self, TideHistoryNames *names, GPtrArray *steps)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) by_record = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_return_if_fail (TIDE_IS_HISTORY_LIST (self));

  self->is_grouped = TRUE;
  for (guint i = 0; i < steps->len; i++)
    add_step (all, g_ptr_array_index (steps, i), TRUE);
  for (guint i = 0; i < all->len; i++)
    {
      const Entry *entry = &g_array_index (all, Entry, i);
      g_autofree char *key = dup_key (entry->edit);
      GArray *group = key != NULL ? g_hash_table_lookup (by_record, key) : NULL;

      if (key == NULL)
        continue;

      if (group == NULL)
        {
          group = g_array_new (FALSE, FALSE, sizeof (Entry));
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_record, g_steal_pointer (&key), group);
        }
      g_array_append_val (group, *entry);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const GArray *group = g_ptr_array_index (groups, i);

      g_array_append_vals (entries, group->data, group->len);
    }
  take_entries (self, names, steps, entries);
}

/**
 * tide_history_list_set_filter:
 * @self: a list
 * @filter: which changes to show, copied
 *
 * A text is looked for in all that is shown of a change; in a long history in a thread.
 */
void
tide_history_list_set_filter (TideHistoryList *self, const TideHistoryFilter *filter)
{
  TideHistoryFilter *before;

  g_return_if_fail (TIDE_IS_HISTORY_LIST (self));

  if (tide_history_filter_equal (self->filter, filter))
    return;

  before = self->filter;
  self->filter = tide_history_filter_copy (filter);
  tide_history_filter_free (before);
  apply_filter (self);
}

/**
 * tide_history_list_get_names:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what records are called in it; %NULL before it was given
 *   steps
 */
TideHistoryNames *
tide_history_list_get_names (TideHistoryList *self)
{
  g_return_val_if_fail (TIDE_IS_HISTORY_LIST (self), NULL);

  return self->names;
}

/**
 * tide_history_list_get_n_total:
 * @self: a list
 *
 * Returns: how many changes there are without the filter
 */
guint
tide_history_list_get_n_total (TideHistoryList *self)
{
  g_return_val_if_fail (TIDE_IS_HISTORY_LIST (self), 0);

  return self->entries->len;
}

/**
 * tide_history_list_get_busy:
 * @self: a list
 *
 * Returns: whether a text is being looked for
 */
gboolean
tide_history_list_get_busy (TideHistoryList *self)
{
  g_return_val_if_fail (TIDE_IS_HISTORY_LIST (self), FALSE);

  return self->search != NULL;
}

/**
 * tide_history_list_foreach:
 * @self: a list
 * @func: (scope call): called for each change that it shows, in order
 * @data: for @func
 */
void
tide_history_list_foreach (TideHistoryList *self, TideHistoryFunc func, gpointer data)
{
  g_return_if_fail (TIDE_IS_HISTORY_LIST (self));

  for (guint i = 0; i < self->shown->len; i++)
    {
      const Entry *entry
          = &g_array_index (self->entries, Entry, g_array_index (self->shown, guint, i));

      func (self->names, entry->step, entry->edit, data);
    }
}

/**
 * tide_history_list_dup_authors:
 * @self: a list
 *
 * Returns: (transfer full): those who made the changes, in order of their names
 */
char **
tide_history_list_dup_authors (TideHistoryList *self)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) authors = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  g_return_val_if_fail (TIDE_IS_HISTORY_LIST (self), NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      char *author = g_array_index (self->entries, Entry, i).step->author;

      if (author != NULL && *author != '\0' && g_hash_table_add (found, author))
        g_ptr_array_add (authors, g_strdup (author));
    }
  g_ptr_array_sort (authors, compare_strings);

  return (char **) g_ptr_array_steal (authors, NULL);
}

/**
 * tide_history_list_dup_fields:
 * @self: a list
 *
 * Returns: (transfer full) (element-type TideEdit): for each field that was changed, one edit that
 *   changes it, as the first is found
 */
GPtrArray *
tide_history_list_dup_fields (TideHistoryList *self)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *fields;

  g_return_val_if_fail (TIDE_IS_HISTORY_LIST (self), NULL);

  fields = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_edit_free);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const TideEdit *edit = g_array_index (self->entries, Entry, i).edit;
      const char *field = edit != NULL ? tide_history_get_field (edit) : NULL;

      if (field != NULL && g_hash_table_add (found, (char *) field))
        g_ptr_array_add (fields, tide_edit_copy (edit));
    }

  return fields;
}
