/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-column-names.h"

G_BEGIN_DECLS

/* A name that columns of a field have. */
typedef struct
{
  TideImportField field;
  guint score;        /* of a header that is this name and nothing more */
  const char *folded; /* as tide_column_name_fold() gives it */
} TideColumnSynonym;

const GArray *tide_column_synonyms_get (void);

G_END_DECLS
