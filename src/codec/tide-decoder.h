/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-encoding.h"

G_BEGIN_DECLS

/**
 * TideDecoder:
 *
 * Makes UTF-8 of a text in any encoding, piece by piece, so that there is never a whole second copy
 * of it. A byte that has no meaning in the encoding is refused, never replaced.
 */
typedef struct _TideDecoder TideDecoder;

TideDecoder *tide_decoder_new (GBytes *bytes, TideEncoding encoding);
void tide_decoder_free (TideDecoder *self);
const char *tide_decoder_next (TideDecoder *self, gsize *length, GError **error);
gsize tide_decoder_get_offset (const TideDecoder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideDecoder, tide_decoder_free)

G_END_DECLS
