/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideNameKey:
 * @grams: the pairs of neighbouring characters of the name, ascending, each once, as hashes
 * @n_grams: how many of them there are
 * @numbers: hash of the numbers in the name, 0 for none
 *
 * A name made ready to be compared with others. Keys are shared: use tide_name_key_ref().
 */
typedef struct
{
  guint32 numbers;
  guint n_grams;
  guint32 grams[];
} TideNameKey;

/* Names whose likeness reaches this are similar. */
#define TIDE_NAME_SIMILAR 0.75

TideNameKey *tide_name_key_new (const char *name);
TideNameKey *tide_name_key_ref (TideNameKey *self);
void tide_name_key_unref (TideNameKey *self);
double tide_name_key_get_likeness (const TideNameKey *a, const TideNameKey *b);
char *tide_name_dup_plain (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideNameKey, tide_name_key_unref)

G_END_DECLS
