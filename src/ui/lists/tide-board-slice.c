/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-board-slice.h"

struct _TideBoardSlice
{
  GObject parent_instance;

  GtkSelectionModel *whole; /* owned */
  guint start;
  guint n;
  guint told_start; /* where the rows were when that was told last */
  guint told_n;
};

static void tide_board_slice_list_model_init (GListModelInterface *iface);
static void tide_board_slice_selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideBoardSlice,
                               tide_board_slice,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      tide_board_slice_list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          tide_board_slice_selection_model_init))

static void
on_selection_changed (GtkSelectionModel *whole, guint position, guint n, TideBoardSlice *self)
{
  const guint first = MAX (position, self->start);
  const guint end = MIN (position + n, self->start + self->n);

  if (first < end)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first - self->start,
                                           end - first);
}

/* GListModel -------------------------------------------------------------------------------- */

static GType
tide_board_slice_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
tide_board_slice_get_n_items (GListModel *model)
{
  return TIDE_BOARD_SLICE (model)->n;
}

static gpointer
tide_board_slice_get_item (GListModel *model, guint position)
{
  TideBoardSlice *self = TIDE_BOARD_SLICE (model);

  if (position >= self->n)
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (self->whole), self->start + position);
}

static void
tide_board_slice_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tide_board_slice_get_item_type;
  iface->get_n_items = tide_board_slice_get_n_items;
  iface->get_item = tide_board_slice_get_item;
}

/* GtkSelectionModel ------------------------------------------------------------------------- */

static gboolean
tide_board_slice_is_selected (GtkSelectionModel *model, guint position)
{
  TideBoardSlice *self = TIDE_BOARD_SLICE (model);

  return position < self->n
         && gtk_selection_model_is_selected (self->whole, self->start + position);
}

static GtkBitset *
tide_board_slice_get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  TideBoardSlice *self = TIDE_BOARD_SLICE (model);
  g_autoptr (GtkBitset) found = NULL;
  GtkBitset *selected;

  if (position >= self->n)
    return gtk_bitset_new_empty ();

  n = MIN (n, self->n - position);
  found = gtk_selection_model_get_selection_in_range (self->whole, self->start + position, n);
  selected = gtk_bitset_new_range (self->start + position, n);
  gtk_bitset_intersect (selected, found);
  gtk_bitset_shift_left (selected, self->start);

  return selected;
}

static gboolean
tide_board_slice_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  TideBoardSlice *self = TIDE_BOARD_SLICE (model);

  return gtk_selection_model_select_item (self->whole, self->start + position, unselect_rest);
}

static gboolean
tide_board_slice_unselect_item (GtkSelectionModel *model, guint position)
{
  TideBoardSlice *self = TIDE_BOARD_SLICE (model);

  return gtk_selection_model_unselect_item (self->whole, self->start + position);
}

static gboolean
tide_board_slice_select_range (GtkSelectionModel *model,
                               guint position,
                               guint n,
                               gboolean unselect_rest)
{
  TideBoardSlice *self = TIDE_BOARD_SLICE (model);

  return gtk_selection_model_select_range (self->whole, self->start + position, n, unselect_rest);
}

static gboolean
tide_board_slice_unselect_range (GtkSelectionModel *model, guint position, guint n)
{
  TideBoardSlice *self = TIDE_BOARD_SLICE (model);

  return gtk_selection_model_unselect_range (self->whole, self->start + position, n);
}

static gboolean
tide_board_slice_select_all (GtkSelectionModel *model)
{
  return gtk_selection_model_select_all (TIDE_BOARD_SLICE (model)->whole);
}

static gboolean
tide_board_slice_unselect_all (GtkSelectionModel *model)
{
  return gtk_selection_model_unselect_all (TIDE_BOARD_SLICE (model)->whole);
}

static gboolean
tide_board_slice_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  TideBoardSlice *self = TIDE_BOARD_SLICE (model);
  g_autoptr (GtkBitset) whole_selected = gtk_bitset_copy (selected);
  g_autoptr (GtkBitset) whole_mask = gtk_bitset_copy (mask);

  gtk_bitset_shift_right (whole_selected, self->start);
  gtk_bitset_shift_right (whole_mask, self->start);

  return gtk_selection_model_set_selection (self->whole, whole_selected, whole_mask);
}

static void
tide_board_slice_selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = tide_board_slice_is_selected;
  iface->get_selection_in_range = tide_board_slice_get_selection_in_range;
  iface->select_item = tide_board_slice_select_item;
  iface->unselect_item = tide_board_slice_unselect_item;
  iface->select_range = tide_board_slice_select_range;
  iface->unselect_range = tide_board_slice_unselect_range;
  iface->select_all = tide_board_slice_select_all;
  iface->unselect_all = tide_board_slice_unselect_all;
  iface->set_selection = tide_board_slice_set_selection;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_board_slice_dispose (GObject *object)
{
  TideBoardSlice *self = TIDE_BOARD_SLICE (object);

  if (self->whole != NULL)
    g_signal_handlers_disconnect_by_func (self->whole, on_selection_changed, self);
  self->n = 0;
  g_clear_object (&self->whole);

  G_OBJECT_CLASS (tide_board_slice_parent_class)->dispose (object);
}

static void
tide_board_slice_class_init (TideBoardSliceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tide_board_slice_dispose;
}

static void
tide_board_slice_init (TideBoardSlice *self)
{
}

/**
 * tide_board_slice_new:
 * @whole: what it is a slice of
 *
 * Returns: (transfer full): none of its rows
 */
TideBoardSlice *
tide_board_slice_new (GtkSelectionModel *whole)
{
  TideBoardSlice *self;

  g_return_val_if_fail (GTK_IS_SELECTION_MODEL (whole), NULL);

  self = g_object_new (TIDE_TYPE_BOARD_SLICE, NULL);
  self->whole = g_object_ref (whole);
  g_signal_connect_object (whole, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_DEFAULT);

  return self;
}

/**
 * tide_board_slice_get_whole:
 * @self: a slice
 *
 * Returns: (transfer none): what it is a slice of
 */
GtkSelectionModel *
tide_board_slice_get_whole (TideBoardSlice *self)
{
  g_return_val_if_fail (TIDE_IS_BOARD_SLICE (self), NULL);

  return self->whole;
}

/**
 * tide_board_slice_get_start:
 * @self: a slice
 *
 * Returns: position of its first row in the whole
 */
guint
tide_board_slice_get_start (TideBoardSlice *self)
{
  g_return_val_if_fail (TIDE_IS_BOARD_SLICE (self), 0);

  return self->start;
}

/**
 * tide_board_slice_place:
 * @self: a slice
 * @start: position of its first row in the whole
 * @n: how many rows it has
 *
 * Nothing is said of it before tide_board_slice_tell(), so that all slices of a whole can be placed
 * first.
 */
void
tide_board_slice_place (TideBoardSlice *self, guint start, guint n)
{
  g_return_if_fail (TIDE_IS_BOARD_SLICE (self));

  self->start = start;
  self->n = n;
}

static guint
count_before (guint start, guint n, guint position)
{
  return position > start ? MIN (position - start, n) : 0;
}

static guint
count_from (guint start, guint n, guint position)
{
  return start + n > position ? MIN (start + n - position, n) : 0;
}

/**
 * tide_board_slice_tell:
 * @self: a slice that has been placed
 * @position: position in the whole of the rows that changed
 * @removed: how many there were
 * @added: how many there are
 *
 * Says which of the slice's own rows are others.
 */
void
tide_board_slice_tell (TideBoardSlice *self, guint position, guint removed, guint added)
{
  guint head, tail, n_before;

  g_return_if_fail (TIDE_IS_BOARD_SLICE (self));

  n_before = self->told_n;
  head = MIN (count_before (self->told_start, n_before, position),
              count_before (self->start, self->n, position));
  tail = MIN (count_from (self->told_start, n_before, position + removed),
              count_from (self->start, self->n, position + added));
  self->told_start = self->start;
  self->told_n = self->n;
  if (n_before > head + tail || self->n > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_before - head - tail,
                                self->n - head - tail);
}
