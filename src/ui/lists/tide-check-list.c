/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-check-list.h"

#include "ui/lists/tide-check-item.h"

struct _TideCheckList
{
  GObject parent_instance;

  TideReading *reading;   /* owned; nullable */
  TideCheckRange *ranges; /* owned; nullable: of all its findings, in the order of the text */
  guint longest;          /* of the ranges, in characters */
  guint counts[TIDE_N_TEXT_FINDING_VERDICTS];
  TideCheckFilter filter;
  GArray *shown; /* owned, of guint: which findings, in the order of the text */
};

static void tide_check_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideCheckList,
                               tide_check_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      tide_check_list_model_init))

static gboolean
is_let_through (TideCheckFilter filter, TideTextFindingVerdict verdict)
{
  switch (filter)
    {
    case TIDE_CHECK_ATTENTION:
      return verdict == TIDE_TEXT_FINDING_DIFFERS || verdict == TIDE_TEXT_FINDING_CONFLICTS
             || verdict == TIDE_TEXT_FINDING_SUSPICIOUS_UNIT
             || verdict == TIDE_TEXT_FINDING_WRONG_NAME;
    case TIDE_CHECK_OPEN:
      return verdict == TIDE_TEXT_FINDING_CANNOT_BE_CHECKED;
    case TIDE_CHECK_REPRODUCES:
      return verdict == TIDE_TEXT_FINDING_REPRODUCES;
    case TIDE_CHECK_ALL:
    case TIDE_N_CHECK_FILTERS:
    default:
      return TRUE;
    }
}

static void
show (TideCheckList *self)
{
  const guint n_before = self->shown->len;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < tide_check_list_get_n_findings (self); i++)
    if (is_let_through (self->filter, tide_check_list_get_finding (self, i)->verdict))
      g_array_append_val (self->shown, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->shown->len);
}

/* Findings come in the order of their beginnings; their ends may lie anywhere behind. */
static void
measure (TideCheckList *self)
{
  const char *text = tide_reading_get_text (self->reading);
  const guint n = tide_check_list_get_n_findings (self);
  const char *at = text;
  guint offset = 0;

  self->ranges = g_new0 (TideCheckRange, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const TideTextFinding *finding = tide_check_list_get_finding (self, i);
      TideCheckRange *range = &self->ranges[i];

      offset += (guint) g_utf8_pointer_to_offset (at, text + finding->start);
      at = text + finding->start;
      range->start = offset;
      range->end = offset + (guint) g_utf8_pointer_to_offset (at, text + finding->end);
      self->longest = MAX (self->longest, range->end - range->start);
      self->counts[finding->verdict]++;
    }
}

static void
forget (TideCheckList *self)
{
  g_clear_pointer (&self->reading, tide_reading_unref);
  g_clear_pointer (&self->ranges, g_free);
  self->longest = 0;
  for (guint i = 0; i < TIDE_N_TEXT_FINDING_VERDICTS; i++)
    self->counts[i] = 0;
}

/* GListModel -------------------------------------------------------------------------------- */

static GType
tide_check_list_get_item_type (GListModel *model)
{
  return TIDE_TYPE_CHECK_ITEM;
}

static guint
tide_check_list_get_n_items (GListModel *model)
{
  return TIDE_CHECK_LIST (model)->shown->len;
}

static gpointer
tide_check_list_get_item (GListModel *model, guint position)
{
  TideCheckList *self = TIDE_CHECK_LIST (model);

  return position < self->shown->len
             ? tide_check_item_new (self->reading, g_array_index (self->shown, guint, position))
             : NULL;
}

static void
tide_check_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tide_check_list_get_item_type;
  iface->get_n_items = tide_check_list_get_n_items;
  iface->get_item = tide_check_list_get_item;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_check_list_finalize (GObject *object)
{
  TideCheckList *self = TIDE_CHECK_LIST (object);

  forget (self);
  g_array_unref (self->shown);

  G_OBJECT_CLASS (tide_check_list_parent_class)->finalize (object);
}

static void
tide_check_list_class_init (TideCheckListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_check_list_finalize;
}

static void
tide_check_list_init (TideCheckList *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * tide_check_list_get_reading:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what was read
 */
TideReading *
tide_check_list_get_reading (TideCheckList *self)
{
  g_return_val_if_fail (TIDE_IS_CHECK_LIST (self), NULL);

  return self->reading;
}

/**
 * tide_check_list_set_reading:
 * @self: a list
 * @reading: (nullable): what was read
 */
void
tide_check_list_set_reading (TideCheckList *self, TideReading *reading)
{
  g_return_if_fail (TIDE_IS_CHECK_LIST (self));

  if (self->reading == reading)
    return;

  forget (self);
  if (reading != NULL)
    {
      self->reading = tide_reading_ref (reading);
      measure (self);
    }
  show (self);
}

TideCheckFilter
tide_check_list_get_filter (TideCheckList *self)
{
  g_return_val_if_fail (TIDE_IS_CHECK_LIST (self), TIDE_CHECK_ALL);

  return self->filter;
}

void
tide_check_list_set_filter (TideCheckList *self, TideCheckFilter filter)
{
  g_return_if_fail (TIDE_IS_CHECK_LIST (self));
  g_return_if_fail (filter < TIDE_N_CHECK_FILTERS);

  if (self->filter == filter)
    return;

  self->filter = filter;
  show (self);
}

/**
 * tide_check_list_get_n_findings:
 * @self: a list
 *
 * Returns: how many findings there are, shown or not
 */
guint
tide_check_list_get_n_findings (TideCheckList *self)
{
  g_return_val_if_fail (TIDE_IS_CHECK_LIST (self), 0);

  return self->reading != NULL ? tide_reading_get_findings (self->reading)->len : 0;
}

/**
 * tide_check_list_get_finding:
 * @self: a list
 * @index: which of all findings
 *
 * Returns: (transfer none): the finding
 */
const TideTextFinding *
tide_check_list_get_finding (TideCheckList *self, guint index)
{
  g_return_val_if_fail (index < tide_check_list_get_n_findings (self), NULL);

  return g_ptr_array_index (tide_reading_get_findings (self->reading), index);
}

/**
 * tide_check_list_get_counts:
 * @self: a list
 *
 * Returns: (transfer none) (array fixed-size=7): how many findings have each verdict
 */
const guint *
tide_check_list_get_counts (TideCheckList *self)
{
  g_return_val_if_fail (TIDE_IS_CHECK_LIST (self), NULL);

  return self->counts;
}

/**
 * tide_check_list_count:
 * @self: a list
 * @filter: a filter
 *
 * Returns: how many findings it lets through
 */
guint
tide_check_list_count (TideCheckList *self, TideCheckFilter filter)
{
  guint n = 0;

  g_return_val_if_fail (TIDE_IS_CHECK_LIST (self), 0);

  for (guint i = 0; i < TIDE_N_TEXT_FINDING_VERDICTS; i++)
    if (is_let_through (filter, (TideTextFindingVerdict) i))
      n += self->counts[i];

  return n;
}

/**
 * tide_check_list_get_range:
 * @self: a list
 * @index: which of all findings
 *
 * Returns: (transfer none): where it is in the text that was read
 */
const TideCheckRange *
tide_check_list_get_range (TideCheckList *self, guint index)
{
  g_return_val_if_fail (index < tide_check_list_get_n_findings (self), NULL);

  return &self->ranges[index];
}

/**
 * tide_check_list_find_after:
 * @self: a list
 * @offset: a place in the text that was read, in characters
 *
 * Returns: the first of all findings that begins behind @offset; how many there are, where none
 *   does
 */
guint
tide_check_list_find_after (TideCheckList *self, guint offset)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (TIDE_IS_CHECK_LIST (self), 0);

  high = tide_check_list_get_n_findings (self);
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (self->ranges[middle].start <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * tide_check_list_find_at:
 * @self: a list
 * @offset: a place in the text that was read, in characters
 * @index: (out): which of all findings
 *
 * Finds what is at a place, at its end included; of findings in each other, the innermost.
 *
 * Returns: whether there is one
 */
gboolean
tide_check_list_find_at (TideCheckList *self, guint offset, guint *index)
{
  guint shortest = G_MAXUINT;

  g_return_val_if_fail (TIDE_IS_CHECK_LIST (self), FALSE);

  for (guint i = tide_check_list_find_after (self, offset); i > 0; i--)
    {
      const TideCheckRange *range = &self->ranges[i - 1];

      if (range->start + self->longest < offset)
        break;
      if (offset > range->end || range->end - range->start >= shortest)
        continue;
      shortest = range->end - range->start;
      *index = i - 1;
    }

  return shortest != G_MAXUINT;
}

/**
 * tide_check_list_find_position:
 * @self: a list
 * @index: which of all findings
 * @position: (out): where the list shows it
 *
 * Returns: whether the filter lets it through
 */
gboolean
tide_check_list_find_position (TideCheckList *self, guint index, guint *position)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (TIDE_IS_CHECK_LIST (self), FALSE);

  high = self->shown->len;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (self->shown, guint, middle) < index)
        low = middle + 1;
      else
        high = middle;
    }
  *position = low;

  return low < self->shown->len && g_array_index (self->shown, guint, low) == index;
}
