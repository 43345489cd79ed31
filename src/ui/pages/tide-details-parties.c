/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-private.h"

#include "ui/lists/tide-project-text.h"

static char *
dup_remarks (const TideParticipation *entry, const TidePartyPayload *party)
{
  const TideLanguage language = tide_language_get_default ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (entry->role != NULL)
    tide_details_join (text, tide_codes_get_label (TIDE_CODES_PARTY_ROLE, entry->role, language));
  if (party != NULL && party->kind != NULL)
    tide_details_join (text, tide_codes_get_label (TIDE_CODES_PARTY_KIND, party->kind, language));
  if (party != NULL)
    tide_details_join (text, party->country);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tide_details_fill_parties:
 * @section: a section
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows who takes part, as what, from which country, with which share.
 */
void
tide_details_fill_parties (TideDetailsSection *section,
                           TideRegister *reg,
                           const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const TideParticipation *entry = g_ptr_array_index (project->parties, i);
      const TidePayload *party
          = tide_register_lookup_payload (reg, TIDE_RECORD_PARTY, entry->party);
      g_autofree char *name
          = tide_project_text_dup_reference (reg, TIDE_RECORD_PARTY, entry->party);
      g_autofree char *remarks
          = dup_remarks (entry, party != NULL ? TIDE_PARTY_PAYLOAD (party) : NULL);
      g_autofree char *share = tide_details_dup_share (&entry->share);
      GtkWidget *row = tide_details_row_new (name, remarks, share);

      tide_details_row_set_entry (TIDE_DETAILS_ROW (row), "parties", &entry->base);
      tide_details_section_append (section, row);
    }
}
