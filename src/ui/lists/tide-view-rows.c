/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view-rows.h"

#include "core/tide-filter.h"

#include <string.h>

/* A row that is not as the snapshot has it. */
typedef struct
{
  TidePayload *payload; /* owned */
  char *text;           /* owned (nullable): by which it is found */
} Other;

struct _TideViewRows
{
  TideSnapshot *snapshot;   /* owned; nullable: with which it was filled */
  GPtrArray *payloads;      /* owned: by row; NULL where a row is gone */
  GHashTable *others;       /* owned, of Other by row: those of which @snapshot keeps nothing */
  GArray *source;           /* owned, of guint32: rows in the order of the source */
  guint32 *positions;       /* owned (nullable): by row, in the source */
  TideViewProjects *frozen; /* owned (nullable): the rows as they are */
};

/* Projects ----------------------------------------------------------------------------------- */

/**
 * tide_view_projects_ref:
 * @self: projects
 *
 * Returns: (transfer full): @self, of which the caller holds a reference
 */
TideViewProjects *
tide_view_projects_ref (TideViewProjects *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_view_projects_unref:
 * @self: (transfer full): projects
 */
void
tide_view_projects_unref (TideViewProjects *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->rows);
  g_ptr_array_unref (self->payloads);
  g_ptr_array_unref (self->kept);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_free (self);
}

/**
 * tide_view_projects_knows:
 * @self: projects
 * @rows: the rows as they are
 * @row: one of them
 *
 * Returns: whether @row has not changed since
 */
gboolean
tide_view_projects_knows (const TideViewProjects *self, TideViewRows *rows, guint32 row)
{
  return row < self->payloads->len
         && g_ptr_array_index (self->payloads, row) == g_ptr_array_index (rows->payloads, row);
}

/* Rows --------------------------------------------------------------------------------------- */

static void
other_free (gpointer data)
{
  Other *self = data;

  tide_payload_unref (self->payload);
  g_free (self->text);
  g_free (self);
}

/**
 * tide_view_rows_new:
 *
 * Returns: (transfer full): no rows
 */
TideViewRows *
tide_view_rows_new (void)
{
  TideViewRows *self = g_new0 (TideViewRows, 1);

  self->payloads = g_ptr_array_new ();
  self->others = g_hash_table_new_full (NULL, NULL, NULL, other_free);
  self->source = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

/* What is only known of the rows as they were. */
static void
touch (TideViewRows *self)
{
  g_clear_pointer (&self->positions, g_free);
  g_clear_pointer (&self->frozen, tide_view_projects_unref);
}

/**
 * tide_view_rows_free:
 * @self: (transfer full): rows
 */
void
tide_view_rows_free (TideViewRows *self)
{
  touch (self);
  g_array_unref (self->source);
  g_hash_table_unref (self->others);
  g_ptr_array_unref (self->payloads);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_free (self);
}

static GArray *
number_rows (guint n)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  g_array_set_size (rows, n);
  for (guint i = 0; i < n; i++)
    g_array_index (rows, guint32, i) = i;

  return rows;
}

/* Of each row the position of the project of the same id in @after. Both are in the order of ids,
 * and most have not changed at all. */
static guint32 *
find_again (TideViewRows *self, const GPtrArray *after)
{
  guint32 *numbers = g_new (guint32, self->payloads->len + 1);
  guint next = 0;

  memset (numbers, 0xff, (self->payloads->len + 1) * sizeof *numbers);
  for (guint i = 0; i < self->source->len; i++)
    {
      const guint32 row = g_array_index (self->source, guint32, i);
      const TidePayload *payload = g_ptr_array_index (self->payloads, row);

      while (next < after->len && g_ptr_array_index (after, next) != payload
             && strcmp (((TidePayload *) g_ptr_array_index (after, next))->id, payload->id) < 0)
        next++;
      if (next < after->len
          && (g_ptr_array_index (after, next) == payload
              || g_str_equal (((TidePayload *) g_ptr_array_index (after, next))->id, payload->id)))
        numbers[row] = next++;
    }

  return numbers;
}

/**
 * tide_view_rows_fill:
 * @self: rows
 * @snapshot: (nullable): a register, %NULL for none
 *
 * Numbers the projects of @snapshot from 0 on.
 *
 * Returns: (transfer full): of each row that there was before, the new number of the project of the
 *   same id, or %TIDE_VIEW_NO_ROW
 */
guint32 *
tide_view_rows_fill (TideViewRows *self, TideSnapshot *snapshot)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const GPtrArray *projects
      = snapshot != NULL ? tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT) : none;
  guint32 *numbers = find_again (self, projects);

  touch (self);
  g_hash_table_remove_all (self->others);
  g_ptr_array_set_size (self->payloads, (int) projects->len);
  if (projects->len > 0)
    memcpy (self->payloads->pdata, projects->pdata, projects->len * sizeof *projects->pdata);
  g_array_unref (self->source);
  self->source = number_rows (projects->len);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  if (snapshot != NULL)
    self->snapshot = tide_snapshot_ref (snapshot);

  return numbers;
}

/**
 * tide_view_rows_insert:
 * @self: rows
 * @position: where the project stands in the source
 * @payload: a project
 *
 * Returns: its row
 */
guint32
tide_view_rows_insert (TideViewRows *self, guint position, TideProjectPayload *payload)
{
  const guint32 row = self->payloads->len;

  g_ptr_array_add (self->payloads, NULL);
  g_array_insert_val (self->source, position, row);
  tide_view_rows_replace (self, row, payload);

  return row;
}

/**
 * tide_view_rows_remove:
 * @self: rows
 * @position: where the project stands in the source
 *
 * Its number is given to no other.
 */
void
tide_view_rows_remove (TideViewRows *self, guint position)
{
  const guint32 row = g_array_index (self->source, guint32, position);

  touch (self);
  g_ptr_array_index (self->payloads, row) = NULL;
  g_hash_table_remove (self->others, GUINT_TO_POINTER (row));
  g_array_remove_index (self->source, position);
}

/**
 * tide_view_rows_replace:
 * @self: rows
 * @row: a row
 * @payload: its project, as it is now
 */
void
tide_view_rows_replace (TideViewRows *self, guint32 row, TideProjectPayload *payload)
{
  Other *other = g_new0 (Other, 1);

  touch (self);
  other->payload = tide_payload_ref (&payload->base);
  g_ptr_array_index (self->payloads, row) = payload;
  g_hash_table_replace (self->others, GUINT_TO_POINTER (row), other);
}

/**
 * tide_view_rows_get_n:
 * @self: rows
 *
 * Returns: how many there are
 */
guint
tide_view_rows_get_n (TideViewRows *self)
{
  return self->source->len;
}

/**
 * tide_view_rows_get_n_numbers:
 * @self: rows
 *
 * Returns: above all rows, those included that are gone
 */
guint
tide_view_rows_get_n_numbers (TideViewRows *self)
{
  return self->payloads->len;
}

/**
 * tide_view_rows_get:
 * @self: rows
 * @position: a position in the source
 *
 * Returns: the row of the project there
 */
guint32
tide_view_rows_get (TideViewRows *self, guint position)
{
  return g_array_index (self->source, guint32, position);
}

/**
 * tide_view_rows_get_position:
 * @self: rows
 * @row: a row
 *
 * Returns: the position of its project in the source
 */
guint
tide_view_rows_get_position (TideViewRows *self, guint32 row)
{
  if (self->positions == NULL)
    {
      self->positions = g_new0 (guint32, self->payloads->len);
      for (guint i = 0; i < self->source->len; i++)
        self->positions[g_array_index (self->source, guint32, i)] = i;
    }

  return self->positions[row];
}

/**
 * tide_view_rows_get_payload:
 * @self: rows
 * @row: a row
 *
 * Returns: (transfer none): its project
 */
const TideProjectPayload *
tide_view_rows_get_payload (TideViewRows *self, guint32 row)
{
  return g_ptr_array_index (self->payloads, row);
}

/**
 * tide_view_rows_get_text:
 * @self: rows
 * @row: a row that was inserted or replaced
 * @snapshot: the register
 *
 * Returns: (transfer none): what tide_project_dup_search_text() gives for it, made once
 */
const char *
tide_view_rows_get_text (TideViewRows *self, guint32 row, TideSnapshot *snapshot)
{
  Other *other = g_hash_table_lookup (self->others, GUINT_TO_POINTER (row));

  if (other->text == NULL)
    other->text = tide_project_dup_search_text (TIDE_PROJECT_PAYLOAD (other->payload), snapshot);

  return other->text;
}

/**
 * tide_view_rows_forget_texts:
 * @self: rows
 *
 * Makes all texts anew when they are asked for, as what projects refer to has changed.
 */
void
tide_view_rows_forget_texts (TideViewRows *self)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    g_clear_pointer (&((Other *) other)->text, g_free);
}

static GPtrArray *
ref_others (TideViewRows *self)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    g_ptr_array_add (kept, tide_payload_ref (((Other *) other)->payload));

  return kept;
}

/**
 * tide_view_rows_dup_projects:
 * @self: rows
 *
 * Returns: (transfer full): the projects as they are now
 */
TideViewProjects *
tide_view_rows_dup_projects (TideViewRows *self)
{
  TideViewProjects *projects;

  if (self->frozen != NULL)
    return tide_view_projects_ref (self->frozen);

  projects = g_new0 (TideViewProjects, 1);
  g_atomic_ref_count_init (&projects->ref_count);
  projects->snapshot = self->snapshot != NULL ? tide_snapshot_ref (self->snapshot) : NULL;
  projects->kept = ref_others (self);
  projects->payloads = g_ptr_array_copy (self->payloads, NULL, NULL);
  projects->rows = g_array_copy (self->source);
  self->frozen = tide_view_projects_ref (projects);

  return projects;
}

/**
 * tide_view_rows_find_strays:
 * @self: rows
 * @projects: the projects at some moment since the rows were filled
 *
 * Returns: (transfer full) (element-type guint32): the rows that @projects do not know
 */
GArray *
tide_view_rows_find_strays (TideViewRows *self, const TideViewProjects *projects)
{
  GArray *strays = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const guint32 row = GPOINTER_TO_UINT (key);

      if (!tide_view_projects_knows (projects, self, row))
        g_array_append_val (strays, row);
    }

  return strays;
}
