/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-checks.h"

#include "core/tide-counting.h"

/* Beside the checks in a row's set: whether other projects are its parts. */
#define UMBRELLA (1U << 31)
#define CHECKS (TIDE_CHECK_BIT (TIDE_N_CHECKS) - 1)

G_STATIC_ASSERT (TIDE_N_CHECKS < 31);

/* The records besides the project itself that say what is found in it. */
static const TideRecordKind surroundings[]
    = { TIDE_RECORD_REGISTER, TIDE_RECORD_SECTOR, TIDE_RECORD_DIVISION, TIDE_RECORD_RATE_SET,
        TIDE_RECORD_RATE };

struct _TideChecks
{
  gatomicrefcount ref_count;
  guint32 day;
  GPtrArray *surroundings[G_N_ELEMENTS (surroundings)]; /* owned */
  GPtrArray *projects;                                  /* owned: the rows */
  guint32 *sets;                                        /* owned, one a row */
  GHashTable *rows;           /* owned: rows from 1, by the project's payload */
  TideDuplicates *duplicates; /* owned */
};

static GPtrArray *
ref_records (TideSnapshot *snapshot, TideRecordKind kind)
{
  return g_ptr_array_ref ((GPtrArray *) tide_snapshot_get_records (snapshot, kind));
}

static gboolean
has_same_records (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;

  return TRUE;
}

static gboolean
has_same_surroundings (const TideChecks *self, const TideChecks *other)
{
  if (self->day != other->day)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (surroundings); i++)
    if (!has_same_records (self->surroundings[i], other->surroundings[i]))
      return FALSE;

  return TRUE;
}

static guint
get_row (const TideChecks *self, const TideProjectPayload *project)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, project));
}

static void
add_to_set (const TideFinding *finding, gpointer data)
{
  guint32 *set = data;

  *set |= TIDE_CHECK_BIT (finding->check);
}

static guint32
make_set (TideSnapshot *snapshot, const TideProjectPayload *project, gboolean is_umbrella)
{
  guint32 set = is_umbrella ? UMBRELLA : 0;

  tide_project_find_doubts (project, snapshot, is_umbrella, add_to_set, &set);

  return set;
}

static void
fill_sets (TideChecks *self, TideSnapshot *snapshot, const TideChecks *previous)
{
  g_autoptr (GHashTable) umbrellas = tide_snapshot_find_umbrellas (snapshot);
  const gboolean can_keep = previous != NULL && has_same_surroundings (self, previous);

  for (guint row = 0; row < self->projects->len; row++)
    {
      TideProjectPayload *project = g_ptr_array_index (self->projects, row);
      const gboolean is_umbrella = g_hash_table_contains (umbrellas, project->base.id);
      const guint old = can_keep ? get_row (previous, project) : 0;
      guint32 set = old > 0 ? previous->sets[old - 1] & ~TIDE_CHECK_BIT (TIDE_CHECK_DUPLICATE) : 0;

      if (old == 0 || is_umbrella != ((set & UMBRELLA) != 0))
        set = make_set (snapshot, project, is_umbrella);
      if (tide_duplicates_get_suspects (self->duplicates, row, NULL) > 0
          && tide_check_applies (TIDE_CHECK_DUPLICATE, project, is_umbrella))
        set |= TIDE_CHECK_BIT (TIDE_CHECK_DUPLICATE);
      self->sets[row] = set;
      g_hash_table_insert (self->rows, project, GUINT_TO_POINTER (row + 1));
    }
}

/**
 * tide_checks_new:
 * @snapshot: a register
 * @previous: (nullable): what was found in it before some changes, which is taken over as far as
 *   nothing changed
 *
 * Runs all checks on all projects.
 *
 * Returns: (transfer full): what they find
 */
TideChecks *
tide_checks_new (TideSnapshot *snapshot, TideChecks *previous)
{
  TideChecks *self = g_new0 (TideChecks, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->day = tide_snapshot_get_day (snapshot);
  for (gsize i = 0; i < G_N_ELEMENTS (surroundings); i++)
    self->surroundings[i] = ref_records (snapshot, surroundings[i]);
  self->projects = ref_records (snapshot, TIDE_RECORD_PROJECT);
  self->sets = g_new0 (guint32, self->projects->len);
  self->rows = g_hash_table_new (NULL, NULL);
  self->duplicates = tide_duplicates_new (snapshot, previous != NULL ? previous->duplicates : NULL);
  fill_sets (self, snapshot, previous);

  return self;
}

/**
 * tide_checks_ref:
 * @self: what was found
 *
 * Returns: (transfer full): @self, of which the caller holds a reference
 */
TideChecks *
tide_checks_ref (TideChecks *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_checks_unref:
 * @self: (transfer full): what was found
 */
void
tide_checks_unref (TideChecks *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (surroundings); i++)
    g_ptr_array_unref (self->surroundings[i]);
  tide_duplicates_free (self->duplicates);
  g_hash_table_unref (self->rows);
  g_free (self->sets);
  g_ptr_array_unref (self->projects);
  g_free (self);
}

/**
 * tide_checks_get_n_rows:
 * @self: what was found
 *
 * Returns: how many projects were checked
 */
guint
tide_checks_get_n_rows (const TideChecks *self)
{
  return self->projects->len;
}

/**
 * tide_checks_get_set:
 * @self: what was found
 * @row: position of a project among those of the snapshot
 *
 * Returns: the checks that find something in it, of %TIDE_CHECK_BIT()
 */
guint32
tide_checks_get_set (const TideChecks *self, guint row)
{
  g_return_val_if_fail (row < self->projects->len, 0);

  return self->sets[row] & CHECKS;
}

/**
 * tide_checks_get_set_of:
 * @self: what was found
 * @project: a project of the snapshot
 *
 * Returns: the checks that find something in it, of %TIDE_CHECK_BIT(); none for a project that is
 *   not in the snapshot
 */
guint32
tide_checks_get_set_of (const TideChecks *self, const TideProjectPayload *project)
{
  const guint row = get_row (self, project);

  return row > 0 ? tide_checks_get_set (self, row - 1) : 0;
}

/**
 * tide_checks_count:
 * @self: what was found
 * @set: checks, of %TIDE_CHECK_BIT()
 *
 * Returns: in how many projects any of them finds something
 */
guint
tide_checks_count (const TideChecks *self, guint32 set)
{
  guint n = 0;

  for (guint row = 0; row < self->projects->len; row++)
    n += (self->sets[row] & CHECKS & set) != 0;

  return n;
}

static void
find_suspects (const TideChecks *self, guint row, TideFindingReport report, gpointer data)
{
  guint others[TIDE_MAX_SUSPECTS];
  const guint n = tide_duplicates_get_suspects (self->duplicates, row, others);

  for (guint i = 0; i < n; i++)
    {
      const TidePayload *other = g_ptr_array_index (self->projects, others[i]);
      const TideFinding finding
          = { .check = TIDE_CHECK_DUPLICATE, .member = "distinct-from", .other = other->id };

      report (&finding, data);
    }
}

/**
 * tide_checks_find:
 * @self: what was found in @snapshot
 * @snapshot: the register
 * @project: a project of it
 * @report: called for each finding, which is gone afterwards
 * @data: for @report
 *
 * Tells what is found in one project, and where.
 */
void
tide_checks_find (const TideChecks *self,
                  TideSnapshot *snapshot,
                  const TideProjectPayload *project,
                  TideFindingReport report,
                  gpointer data)
{
  const guint row = get_row (self, project);

  g_return_if_fail (row > 0);

  tide_project_find_doubts (project, snapshot, (self->sets[row - 1] & UMBRELLA) != 0, report, data);
  if ((self->sets[row - 1] & TIDE_CHECK_BIT (TIDE_CHECK_DUPLICATE)) != 0)
    find_suspects (self, row - 1, report, data);
}
