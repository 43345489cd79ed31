/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"

G_BEGIN_DECLS

GPtrArray *tide_platform_list_latest_counts (const TidePlatformPayload *platform);

G_END_DECLS
