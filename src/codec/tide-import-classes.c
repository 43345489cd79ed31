/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

#include <string.h>

static const TideImportNaming *
get_naming (const TideImportSaid *said, TideImportValueKind kind, guint index)
{
  return &g_array_index (said->namings[kind], TideImportNaming, index);
}

static const char *
get_target (const TideImportSaid *said, const TideImportNaming *naming)
{
  return tide_import_meaning_of (said->work, naming->value)->target;
}

/* Parties ------------------------------------------------------------------------------------- */

static gboolean
has_party (const TideProjectPayload *project, const char *party, const char *role)
{
  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const TideParticipation *entry = g_ptr_array_index (project->parties, i);

      if (strcmp (entry->party, party) == 0 && g_strcmp0 (entry->role, role) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_party (TidePayload *project, const char *party, const char *role)
{
  TidePayload *entry = tide_payload_new (&tide_shape_participation, NULL);

  tide_payload_set_interned (&((TideParticipation *) entry)->party, party);
  tide_payload_set_interned (&((TideParticipation *) entry)->role, role);
  tide_payload_add_entry (project, "parties", entry);
}

static void
add_parties (const TideImportSaid *said, TidePayload *project)
{
  for (guint i = 0; i < said->namings[TIDE_IMPORT_VALUE_PARTY]->len; i++)
    {
      const TideImportNaming *naming = get_naming (said, TIDE_IMPORT_VALUE_PARTY, i);
      const char *party = get_target (said, naming);
      const char *role = naming->role != NULL ? naming->role : TIDE_IMPORT_USUAL_ROLE;

      if (!has_party (TIDE_PROJECT_PAYLOAD (project), party, role))
        add_party (project, party, role);
    }
}

/* A party that is in the register is only told what is not known of it. */
static TidePartyPayload *
find_party (const TideImportSaid *said, const TideImportNaming *naming)
{
  const TideImportMeaning *meaning = tide_import_meaning_of (said->work, naming->value);
  TidePayload *changed = meaning->made;
  const TidePayload *party;

  if (changed != NULL)
    return (TidePartyPayload *) changed;

  changed = g_hash_table_lookup (said->work->parties, meaning->target);
  if (changed != NULL)
    return (TidePartyPayload *) changed;

  party = tide_snapshot_lookup (said->work->snapshot, TIDE_RECORD_PARTY, meaning->target);
  changed = tide_payload_copy (party);
  g_hash_table_insert (said->work->parties, changed->id, changed);

  return (TidePartyPayload *) changed;
}

/*
 * tide_import_parties_tell:
 * @said: what a row says that is taken
 *
 * Gives the party of a row that names one its kind and country, unless they are known.
 */
void
tide_import_parties_tell (TideImportSaid *said)
{
  const char *kind = tide_import_said_get_target (said, TIDE_IMPORT_VALUE_PARTY_KIND);
  const char *country = said->texts[TIDE_IMPORT_PARTY_COUNTRY];
  TidePartyPayload *party;

  if (said->namings[TIDE_IMPORT_VALUE_PARTY]->len != 1 || (kind == NULL && country == NULL))
    return;

  party = find_party (said, get_naming (said, TIDE_IMPORT_VALUE_PARTY, 0));
  if (party->kind == NULL && kind != NULL)
    tide_payload_set_interned (&party->kind, kind);
  if (party->country == NULL && country != NULL)
    tide_payload_set_string (&party->country, country);
}

/* Sectors ------------------------------------------------------------------------------------- */

static gboolean
is_of (const TideImportSaid *said, const char *sector, const char *taxonomy)
{
  return g_strcmp0 (tide_import_work_get_taxonomy (said->work, sector), taxonomy) == 0;
}

static const TideClassification *
find_class (const TideProjectPayload *project, const char *sector)
{
  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);

      if (strcmp (entry->sector, sector) == 0)
        return entry;
    }

  return NULL;
}

static guint
count_classes (const TideImportSaid *said, const TideProjectPayload *project, const char *taxonomy)
{
  guint n = 0;

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    n += is_of (said,
                ((const TideClassification *) g_ptr_array_index (project->sectors, i))->sector,
                taxonomy);

  return n;
}

/* Whether a class stands further to the front of the row too. */
static gboolean
is_repeated (const TideImportSaid *said, guint index)
{
  const char *sector = get_target (said, get_naming (said, TIDE_IMPORT_VALUE_SECTOR, index));

  for (guint i = 0; i < index; i++)
    if (strcmp (get_target (said, get_naming (said, TIDE_IMPORT_VALUE_SECTOR, i)), sector) == 0)
      return TRUE;

  return FALSE;
}

/* Whether the project has the row's classes of a taxonomy, and no others. */
static gboolean
has_classes (const TideImportSaid *said, const TideProjectPayload *project, const char *taxonomy)
{
  guint n = 0;

  for (guint i = 0; i < said->namings[TIDE_IMPORT_VALUE_SECTOR]->len; i++)
    {
      const TideImportNaming *naming = get_naming (said, TIDE_IMPORT_VALUE_SECTOR, i);
      const TideClassification *entry;

      if (!is_of (said, get_target (said, naming), taxonomy) || is_repeated (said, i))
        continue;
      entry = find_class (project, get_target (said, naming));
      if (entry == NULL
          || (naming->share.is_set
              && (!entry->share.is_set
                  || tide_decimal_compare (&entry->share, &naming->share) != 0)))
        return FALSE;
      n++;
    }

  return n == count_classes (said, project, taxonomy);
}

static void
remove_classes (const TideImportSaid *said, TideProjectPayload *project, const char *taxonomy)
{
  GPtrArray *kept = tide_entries_new ();

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      TidePayload *entry = g_ptr_array_index (project->sectors, i);

      if (!is_of (said, ((TideClassification *) entry)->sector, taxonomy))
        g_ptr_array_add (kept, tide_payload_ref (entry));
    }
  g_clear_pointer (&project->sectors, g_ptr_array_unref);
  project->sectors = kept;
}

static void
add_class (TidePayload *project, const char *sector, const TideDecimal *share)
{
  TidePayload *entry = tide_payload_new (&tide_shape_classification, NULL);

  tide_payload_set_interned (&((TideClassification *) entry)->sector, sector);
  ((TideClassification *) entry)->share = *share;
  tide_payload_add_entry (project, "sectors", entry);
}

/* The classes of one taxonomy are one statement: those of the row take the place of all. */
static void
set_taxonomy (const TideImportSaid *said, TidePayload *project, const char *taxonomy)
{
  if (has_classes (said, TIDE_PROJECT_PAYLOAD (project), taxonomy))
    return;

  remove_classes (said, (TideProjectPayload *) project, taxonomy);
  for (guint i = 0; i < said->namings[TIDE_IMPORT_VALUE_SECTOR]->len; i++)
    {
      const TideImportNaming *naming = get_naming (said, TIDE_IMPORT_VALUE_SECTOR, i);

      if (is_of (said, get_target (said, naming), taxonomy) && !is_repeated (said, i))
        add_class (project, get_target (said, naming), &naming->share);
    }
}

/*
 * tide_import_project_set_classes:
 * @said: what a row says
 * @project: a project that is not sealed
 *
 * Adds the row's parties, and gives the project its classes in place of those of their taxonomies.
 */
void
tide_import_project_set_classes (TideImportSaid *said, TidePayload *project)
{
  add_parties (said, project);
  for (guint i = 0; i < said->namings[TIDE_IMPORT_VALUE_SECTOR]->len; i++)
    set_taxonomy (
        said, project,
        tide_import_work_get_taxonomy (
            said->work, get_target (said, get_naming (said, TIDE_IMPORT_VALUE_SECTOR, i))));
}
