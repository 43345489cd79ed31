/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

/* More ways to write one key than this come of nothing but very many parties. */
#define MAX_KEYS 64

#define AMBIGUOUS G_MAXUINT

/* Which records have which key. A record may have several: of a name, one in each language; of
 * parties, one for each. */
struct _TideImportKeys
{
  GArray *fields;    /* owned, of TideImportField */
  GHashTable *slots; /* owned: keys to slots + 1, or AMBIGUOUS */
};

/*
 * tide_import_keys_new:
 * @plan: a plan
 *
 * Returns: (transfer full) (nullable): where no record is known yet; %NULL for a plan without key
 */
TideImportKeys *
tide_import_keys_new (const TideImportPlan *plan)
{
  TideImportKeys *self;

  if (!tide_import_plan_has_key (plan))
    return NULL;

  self = g_new0 (TideImportKeys, 1);
  self->fields = g_array_new (FALSE, FALSE, sizeof (TideImportField));
  self->slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const TideImportColumn *column = tide_import_plan_get_column (plan, i);

      if (column->is_key && tide_import_field_can_be_key (column->field))
        g_array_append_val (self->fields, column->field);
    }

  return self;
}

/*
 * tide_import_keys_free:
 * @self: (transfer full): keys
 */
void
tide_import_keys_free (TideImportKeys *self)
{
  g_array_unref (self->fields);
  g_hash_table_unref (self->slots);
  g_free (self);
}

static void
add_part (GPtrArray *parts, const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (parts, tide_text_fold (text));
}

static void
add_parties (GPtrArray *parts, const GPtrArray *parties)
{
  for (guint i = 0; i < tide_entries_get_n (parties); i++)
    add_part (parts, ((const TideParticipation *) g_ptr_array_index (parties, i))->party);
}

/* The ways in which a project may be known by a field. */
static GPtrArray *
list_parts (const TideProjectPayload *project, TideImportField field)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  switch ((guint) field)
    {
    case TIDE_IMPORT_ID:
      g_ptr_array_add (parts, g_strdup (project->base.id));
      break;
    case TIDE_IMPORT_NUMBER:
      add_part (parts, project->number);
      break;
    case TIDE_IMPORT_NAME:
      add_part (parts, project->name.zh);
      add_part (parts, project->name.en);
      break;
    case TIDE_IMPORT_NAME_ZH:
      add_part (parts, project->name.zh);
      break;
    case TIDE_IMPORT_NAME_EN:
      add_part (parts, project->name.en);
      break;
    case TIDE_IMPORT_CODE_NAME:
      add_part (parts, project->code_name);
      break;
    case TIDE_IMPORT_PARTY:
      add_parties (parts, project->parties);
      break;
    case TIDE_IMPORT_DIVISION:
      add_part (parts, project->division);
      break;
    case TIDE_IMPORT_EVENT:
      add_part (parts, project->event);
      break;
    default:
      break;
    }

  return parts;
}

static GPtrArray *
join (GPtrArray *keys, const GPtrArray *parts)
{
  GPtrArray *joined = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < keys->len; i++)
    for (guint j = 0; j < parts->len && joined->len < MAX_KEYS; j++)
      g_ptr_array_add (joined, g_strconcat (g_ptr_array_index (keys, i), "\x1f",
                                            g_ptr_array_index (parts, j), NULL));
  g_ptr_array_unref (keys);

  return joined;
}

/* None where a part is missing. */
static GPtrArray *
list_keys (const TideImportKeys *self, const TidePayload *project)
{
  GPtrArray *keys = list_parts (TIDE_PROJECT_PAYLOAD (project),
                                g_array_index (self->fields, TideImportField, 0));

  for (guint i = 1; i < self->fields->len; i++)
    {
      g_autoptr (GPtrArray) parts = list_parts (TIDE_PROJECT_PAYLOAD (project),
                                                g_array_index (self->fields, TideImportField, i));

      keys = join (keys, parts);
    }

  return keys;
}

/*
 * tide_import_keys_add:
 * @self: keys
 * @project: a project
 * @slot: where it stands
 *
 * Makes the project known by its keys.
 */
void
tide_import_keys_add (TideImportKeys *self, const TidePayload *project, guint slot)
{
  g_autoptr (GPtrArray) keys = list_keys (self, project);

  for (guint i = 0; i < keys->len; i++)
    {
      const guint known
          = GPOINTER_TO_UINT (g_hash_table_lookup (self->slots, g_ptr_array_index (keys, i)));

      g_hash_table_insert (
          self->slots, g_strdup (g_ptr_array_index (keys, i)),
          GUINT_TO_POINTER (known == 0 || known == slot + 1 ? slot + 1 : AMBIGUOUS));
    }
}

/*
 * tide_import_keys_find:
 * @self: keys
 * @project: what a row says, as a project
 * @slot: (out): where the project with its key stands
 * @is_ambiguous: (out): whether there are several
 *
 * Returns: whether there is one
 */
gboolean
tide_import_keys_find (TideImportKeys *self,
                       const TidePayload *project,
                       guint *slot,
                       gboolean *is_ambiguous)
{
  g_autoptr (GPtrArray) keys = list_keys (self, project);
  guint found = 0;

  *is_ambiguous = FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      const guint known
          = GPOINTER_TO_UINT (g_hash_table_lookup (self->slots, g_ptr_array_index (keys, i)));

      if (known == AMBIGUOUS || (known != 0 && found != 0 && known != found))
        *is_ambiguous = TRUE;
      else if (known != 0)
        found = known;
    }
  *slot = found - 1;

  return found != 0 && !*is_ambiguous;
}
