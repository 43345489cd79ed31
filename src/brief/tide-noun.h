/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-text.h"

G_BEGIN_DECLS

/**
 * TideNoun:
 * @code: word by which it is asked for; of what platforms have, the code of the measure
 * @one: what one is called in English
 * @many: what several are called in English
 * @classifier: what stands between number and noun in Chinese
 * @zh: what it is called in Chinese
 *
 * Something that is counted.
 */
typedef struct
{
  const char *code;
  const char *one;
  const char *many;
  const char *classifier;
  const char *zh;
} TideNoun;

const TideNoun *tide_noun_find (const char *code);

G_END_DECLS
