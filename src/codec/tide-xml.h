/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-archive.h"

G_BEGIN_DECLS

/**
 * TIDE_XML_MAX_DEPTH:
 *
 * How deep the elements of a part may be nested.
 */
#define TIDE_XML_MAX_DEPTH 64

/**
 * TIDE_XML_MAX_ELEMENTS:
 *
 * How many elements the parts of an archive may have that are read, together.
 */
#define TIDE_XML_MAX_ELEMENTS 25000000

/**
 * TideXmlHandler:
 * @start: (nullable): an element begins; name without prefix
 * @end: (nullable): an element ends; name without prefix
 * @text: (nullable): text between tags, with its entities resolved
 *
 * What is done with a part while it is read. @start and @end return %FALSE with an error set to
 * stop.
 */
typedef struct
{
  gboolean (*start) (const char *name,
                     const char **attribute_names,
                     const char **attribute_values,
                     gpointer user_data,
                     GError **error);
  gboolean (*end) (const char *name, gpointer user_data, GError **error);
  void (*text) (const char *text, gsize length, gpointer user_data);
} TideXmlHandler;

const char *tide_xml_get_attribute (const char **names, const char **values, const char *name);
gboolean tide_xml_get_flag (const char **names, const char **values, const char *name);
gboolean tide_xml_read (TideArchive *archive,
                        const char *part,
                        const TideXmlHandler *handler,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
