/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/*
 * Makes registers for tests of what works on snapshots. Records are made, filled through these
 * functions and added; text is English. A word stands for a member's value as the file writes it.
 */

TideSnapshot *tide_test_snapshot_new (void);
void tide_test_snapshot_add_rate (TideSnapshot *snapshot,
                                  const char *from,
                                  const char *date,
                                  const char *value);
void tide_test_snapshot_add_sector (TideSnapshot *snapshot,
                                    const char *taxonomy,
                                    const char *id,
                                    const char *parent,
                                    const char *en);
void tide_test_snapshot_add_division (
    TideSnapshot *snapshot, const char *id, const char *parent, const char *en, const char *zh);
void tide_test_snapshot_add_event (TideSnapshot *snapshot, const char *id, const char *en);
void tide_test_snapshot_add_party (TideSnapshot *snapshot,
                                   const char *id,
                                   const char *kind,
                                   const char *en);

TideProjectPayload *tide_test_project_new (const char *id, const char *en, const char *zh);
void tide_test_project_add_stage (TideProjectPayload *project, const char *stage, const char *note);
void tide_test_project_add_status (TideProjectPayload *project, const char *status);
void tide_test_project_add_sector (TideProjectPayload *project, const char *sector);
void tide_test_project_add_party (TideProjectPayload *project, const char *party);
TideAmount *tide_test_project_add_amount (TideProjectPayload *project,
                                          const char *kind,
                                          const char *value,
                                          const char *currency,
                                          const char *date);

G_END_DECLS
