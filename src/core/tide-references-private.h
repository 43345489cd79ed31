/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payload.h"

G_BEGIN_DECLS

/* Returns: whether to go on */
typedef gboolean (*TideReferenceFunc) (TideRecordKind target, const char *id, gpointer data);

gboolean
tide_payload_foreach_reference (const TidePayload *self, TideReferenceFunc func, gpointer data);
GPtrArray *tide_shape_find_referring (const TideShape *shape, guint32 targets);
gboolean tide_payload_foreach_reference_in (const TidePayload *self,
                                            const GPtrArray *members,
                                            TideReferenceFunc func,
                                            gpointer data);
TidePayload *tide_payload_replace_references (const TidePayload *self,
                                              TideRecordKind target,
                                              GHashTable *ids,
                                              const char *replacement);

G_END_DECLS
