/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-pack.h"

G_BEGIN_DECLS

TidePack *tide_pack_of (const TidePayload *payload);

G_END_DECLS
