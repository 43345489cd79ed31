/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-placeholders.h"

/* The words are data of the register, in both of its languages, and no interface. */
#define NAME_EN "Unnamed project %u of %u"
#define NAME_ZH "未具名项目%u（共%u个）"

/**
 * tide_placeholders_get_stage:
 * @event: an event
 *
 * Returns: how far the projects that were declared there had come: as far as the intentions or
 *   agreements whose amounts were declared
 */
TideStage
tide_placeholders_get_stage (const TideEventPayload *event)
{
  const TideDeclared *declared = (const TideDeclared *) event->declared;
  const GPtrArray *amounts = declared != NULL ? declared->amounts : NULL;

  for (guint i = 0; i < tide_entries_get_n (amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (amounts, i);

      if (amount->rank == TIDE_AMOUNT_KIND_INTENTION)
        return TIDE_STAGE_INTENTION;
    }

  return TIDE_STAGE_SIGNED;
}

static GHashTable *
collect_names (TideRegister *reg, const char *event)
{
  TideList *list = tide_register_get_list (reg, TIDE_RECORD_PROJECT);
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (tide_list_get_payload (list, i));

      if (project->name.en != NULL && g_strcmp0 (project->event, event) == 0)
        g_hash_table_add (names, project->name.en);
    }

  return names;
}

static void
add_stage (TidePayload *payload, TideRegister *reg, const TideEventPayload *event, TideStage stage)
{
  g_autofree char *id = tide_clock_dup_id (tide_register_get_clock (reg));
  TidePayload *entry = tide_payload_new (&tide_shape_stage, id);
  TideStageEntry *moved = (TideStageEntry *) entry;

  tide_payload_set_interned (&moved->stage, tide_codes_get_code (TIDE_CODES_STAGE, (guint) stage));
  moved->date = event->date;
  tide_payload_add_entry (payload, "stages", entry);
}

static TidePayload *
placeholder_new (TideRegister *reg,
                 const TideEventPayload *event,
                 TideStage stage,
                 const char *en,
                 const char *zh)
{
  g_autofree char *id = tide_clock_dup_id (tide_register_get_clock (reg));
  TidePayload *payload = tide_payload_new (&tide_shape_project, id);
  TideProjectPayload *project = (TideProjectPayload *) payload;

  tide_text_init (&project->name, en, zh);
  tide_payload_set_string (&project->event, event->base.id);
  add_stage (payload, reg, event, stage);
  for (guint i = 0; i < tide_entries_get_n (event->sources); i++)
    tide_payload_add_string (payload, "sources", g_ptr_array_index (event->sources, i));
  project->created = tide_clock_get_seconds (tide_register_get_clock (reg));
  project->updated = project->created;

  return tide_payload_seal (payload);
}

/**
 * tide_placeholders_new:
 * @reg: a register
 * @event: id of one of its events, with a declared number of projects
 * @n: how many are missing, up to the declared number and %TIDE_MAX_PLACEHOLDERS
 * @stage: how far they are
 *
 * Makes projects that stand for those that were declared at an event and that nobody has recorded
 * yet. They are numbered within the declared number, from behind, past numbers that are in use;
 * have its date as that of their stage and its sources, and no amount, as none is known.
 *
 * Returns: (transfer full) (element-type TideProjectPayload): the projects, not in the register
 */
GPtrArray *
tide_placeholders_new (TideRegister *reg, const char *event, guint n, TideStage stage)
{
  const TideEventPayload *payload
      = TIDE_EVENT_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_EVENT, event));
  GPtrArray *placeholders = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);
  g_autoptr (GHashTable) names = collect_names (reg, event);
  guint n_declared;

  g_return_val_if_fail (payload != NULL && payload->declared != NULL, placeholders);

  n_declared
      = (guint) CLAMP (((const TideDeclared *) payload->declared)->projects.value, 0, G_MAXINT);
  n = MIN (n, MIN (n_declared, TIDE_MAX_PLACEHOLDERS));
  for (guint i = 0; i < n_declared && placeholders->len < n; i++)
    {
      const guint number = (n_declared - n + i) % n_declared + 1;
      g_autofree char *en = g_strdup_printf (NAME_EN, number, n_declared);
      g_autofree char *zh = g_strdup_printf (NAME_ZH, number, n_declared);

      if (!g_hash_table_contains (names, en))
        g_ptr_array_add (placeholders, placeholder_new (reg, payload, stage, en, zh));
    }

  return placeholders;
}

/**
 * tide_register_new_placeholders_step:
 * @self: a register
 * @placeholders: (element-type TideProjectPayload): what tide_placeholders_new() made, at least one
 *
 * Returns: (transfer full): the one step that adds them all
 */
TideStep *
tide_register_new_placeholders_step (TideRegister *self, GPtrArray *placeholders)
{
  const guint position = tide_list_get_n (tide_register_get_list (self, TIDE_RECORD_PROJECT));
  g_autofree char *number = g_strdup_printf ("%u", placeholders->len);
  TideStep *step = tide_step_new ("add-placeholders", number, NULL);

  for (guint i = 0; i < placeholders->len; i++)
    tide_step_add_record (step, TIDE_RECORD_PROJECT, g_ptr_array_index (placeholders, i),
                          position + i);

  return step;
}
