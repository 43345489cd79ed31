/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-links.h"

#include "codec/tide-xml.h"
#include "core/tide-problem.h"

#include <string.h>

typedef struct
{
  char *id;
  char *type;
  char *part;
} Link;

struct _TideXlsxLinks
{
  char *folder;     /* (owned): of the part that refers */
  GPtrArray *links; /* (owned) (element-type Link): in the order of the file */
  GHashTable *ids;  /* (owned) (element-type utf8 Link) */
};

static void
link_free (Link *link)
{
  g_free (link->id);
  g_free (link->type);
  g_free (link->part);
  g_free (link);
}

/* The part that @target is seen from @folder; NULL where it leads out of the file. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *unescaped = g_uri_unescape_string (target, NULL);
  g_autofree char *path = g_strconcat (target[0] == '/' || target[0] == '\\' ? "" : folder, "/",
                                       unescaped == NULL ? target : unescaped, NULL);
  g_auto (GStrv) names = g_strsplit (g_strdelimit (path, "\\", '/'), "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], "..") == 0 && kept->len == 0)
        return NULL;
      if (strcmp (names[i], "..") == 0)
        g_ptr_array_set_size (kept, (int) kept->len - 1);
      else if (names[i][0] != '\0' && strcmp (names[i], ".") != 0)
        g_ptr_array_add (kept, names[i]);
    }
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("/", (char **) kept->pdata);
}

static gboolean
refuse_more (GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (TIDE_PROBLEM_TOO_MANY_PARTS, "10,000", NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

static gboolean
add_link (TideXlsxLinks *self, const char *id, const char *type, const char *target, GError **error)
{
  g_autofree char *part = resolve (self->folder, target);
  const char *slash = strrchr (type, '/');
  Link *link;

  if (part == NULL || g_hash_table_contains (self->ids, id))
    return TRUE;
  if (self->links->len >= TIDE_ARCHIVE_MAX_PARTS)
    return refuse_more (error);

  link = g_new0 (Link, 1);
  link->id = g_strdup (id);
  link->type = g_strdup (slash == NULL ? type : slash + 1);
  link->part = g_steal_pointer (&part);
  g_ptr_array_add (self->links, link);
  g_hash_table_insert (self->ids, link->id, link);

  return TRUE;
}

static gboolean
start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  const char *id = tide_xml_get_attribute (names, values, "Id");
  const char *type = tide_xml_get_attribute (names, values, "Type");
  const char *target = tide_xml_get_attribute (names, values, "Target");
  const char *mode = tide_xml_get_attribute (names, values, "TargetMode");

  if (strcmp (name, "Relationship") == 0 && id != NULL && type != NULL && target != NULL
      && g_strcmp0 (mode, "External") != 0)
    return add_link (data, id, type, target, error);

  return TRUE;
}

/**
 * tide_xlsx_links_read:
 * @archive: an archive
 * @source: the part that refers to others, or the empty text for the archive itself
 * @cancellable: (nullable): stops it
 * @error: why it stopped
 *
 * Reads what a part refers to. Links to something outside the archive are left out.
 *
 * Returns: (transfer full) (nullable): the links, of which there may be none; %NULL with @error set
 */
TideXlsxLinks *
tide_xlsx_links_read (TideArchive *archive,
                      const char *source,
                      GCancellable *cancellable,
                      GError **error)
{
  static const TideXmlHandler handler = { start, NULL, NULL };
  g_autoptr (TideXlsxLinks) self = g_new0 (TideXlsxLinks, 1);
  const char *slash = strrchr (source, '/');
  const char *name = slash == NULL ? source : slash + 1;
  g_autofree char *part = NULL;

  self->folder = g_strndup (source, (gsize) (name - source));
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  part = g_strconcat (self->folder, "_rels/", name, ".rels", NULL);
  if (tide_archive_has_part (archive, part)
      && !tide_xml_read (archive, part, &handler, self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tide_xlsx_links_free:
 * @self: (transfer full): links
 */
void
tide_xlsx_links_free (TideXlsxLinks *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->folder);
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->links);
  g_free (self);
}

/**
 * tide_xlsx_links_find:
 * @self: links
 * @type: the last word of a type of links, such as styles
 *
 * Returns: (transfer none) (nullable): the part that the first link of the type leads to
 */
const char *
tide_xlsx_links_find (const TideXlsxLinks *self, const char *type)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = g_ptr_array_index (self->links, i);

      if (strcmp (link->type, type) == 0)
        return link->part;
    }

  return NULL;
}

/**
 * tide_xlsx_links_get:
 * @self: links
 * @id: the id of a link
 * @type: the last word of its type
 *
 * Returns: (transfer none) (nullable): the part that it leads to; %NULL where there is no such link
 *   or it is of another type
 */
const char *
tide_xlsx_links_get (const TideXlsxLinks *self, const char *id, const char *type)
{
  const Link *link = g_hash_table_lookup (self->ids, id);

  return link != NULL && strcmp (link->type, type) == 0 ? link->part : NULL;
}
