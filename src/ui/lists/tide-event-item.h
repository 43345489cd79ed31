/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"
#include "stats/tide-figure.h"

G_BEGIN_DECLS

/**
 * TideEventItem:
 *
 * An event as it stands in the list of events. Properties, all to be read only: the texts `name`,
 * `venue`, `date`, `declared`, `recorded`, `amount` and `exact` (the amount to the last digit), and
 * what these are sorted by: `day`, `n-declared` (-1 where nobody has declared a number),
 * `n-recorded`, `minor`.
 */
#define TIDE_TYPE_EVENT_ITEM (tide_event_item_get_type ())
G_DECLARE_FINAL_TYPE (TideEventItem, tide_event_item, TIDE, EVENT_ITEM, GObject)

TideEventItem *tide_event_item_new (const TidePayload *event,
                                    const TideFigure *figure,
                                    TideUnit unit,
                                    TideLanguage language);

const TideEventPayload *tide_event_item_get_event (TideEventItem *self);
const char *tide_event_item_get_id (TideEventItem *self);

G_END_DECLS
