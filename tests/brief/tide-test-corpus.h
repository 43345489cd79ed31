/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-reading.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How many were right, should have been found, and were found, of one language. */
typedef struct
{
  guint right;
  guint expected;
  guint reported;
} TideTestScore;

void tide_test_corpus_score (JsonObject *test_case, TideReading *reading, TideTestScore *score);

G_END_DECLS
