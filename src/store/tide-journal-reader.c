/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-journal-reader.h"

#include "codec/tide-json-reader.h"
#include "store/tide-journal-private.h"
#include "store/tide-store-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <string.h>

static GPtrArray *
steps_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);
}

static TideStep *
get_top (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

/* Moves the step that is on top of one stack to the other, if it is the one that is meant. */
static gboolean
move_top (GPtrArray *from, GPtrArray *to, const char *id)
{
  TideStep *top = get_top (from);

  if (top == NULL || g_strcmp0 (top->id, id) != 0)
    return FALSE;

  g_ptr_array_add (to, tide_step_ref (top));
  g_ptr_array_set_size (from, (int) from->len - 1);

  return TRUE;
}

static gboolean
take_step (TideJournalReading *self, const char *json)
{
  TideStep *step = tide_json_read_step (json, NULL);

  if (step == NULL)
    return FALSE;

  for (guint i = 0; i < self->undone->len; i++)
    g_ptr_array_add (self->given_up, tide_step_ref (g_ptr_array_index (self->undone, i)));
  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (self->steps, step);

  return TRUE;
}

static gboolean
take_undone (TideJournalReading *self, const char *json)
{
  TideStep *step = tide_json_read_step (json, NULL);

  if (step == NULL)
    return FALSE;

  g_ptr_array_add (self->undone, step);

  return TRUE;
}

static void
remove_form (GPtrArray *forms, guint serial)
{
  for (guint i = forms->len; i > 0; i--)
    if (((const TideJournalForm *) g_ptr_array_index (forms, i - 1))->serial == serial)
      g_ptr_array_remove_index (forms, i - 1);
}

static gboolean
take_form (TideJournalReading *self, const char *value)
{
  TideJournalForm *form = tide_journal_form_parse (value);

  if (form == NULL)
    return FALSE;

  remove_form (self->forms, form->serial);
  g_ptr_array_add (self->forms, form);

  return TRUE;
}

static gboolean
close_form (TideJournalReading *self, const char *value)
{
  guint64 serial;

  if (!g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT, &serial, NULL))
    return FALSE;

  remove_form (self->forms, (guint) serial);

  return TRUE;
}

/* A step from before was taken back, and then not. */
static gboolean
drop_top (GPtrArray *steps, const char *id)
{
  TideStep *top = get_top (steps);

  if (top == NULL || g_strcmp0 (top->id, id) != 0)
    return FALSE;

  g_ptr_array_set_size (steps, (int) steps->len - 1);

  return TRUE;
}

static gboolean
take_origin (TideJournalOrigin *origin, const char *word, const char *value)
{
  const struct
  {
    const char *word;
    char **field;
  } fields[] = {
    { TIDE_JOURNAL_WORD_REGISTER, &origin->register_id },
    { TIDE_JOURNAL_WORD_URI, &origin->uri },
    { TIDE_JOURNAL_WORD_PLACE, &origin->place },
    { TIDE_JOURNAL_WORD_CONTENT, &origin->content },
  };

  /* The members of a text are shared strings. */
  if (g_str_equal (word, TIDE_JOURNAL_WORD_TITLE_EN)
      || g_str_equal (word, TIDE_JOURNAL_WORD_TITLE_ZH))
    {
      const gboolean is_english = g_str_equal (word, TIDE_JOURNAL_WORD_TITLE_EN);

      tide_payload_set_string (is_english ? &origin->title.en : &origin->title.zh, value);
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i].word, word))
        return g_set_str (fields[i].field, value);
    }

  return FALSE;
}

static gboolean
take_line (TideJournalReading *self, const char *word, const char *value)
{
  if (g_str_equal (word, TIDE_JOURNAL_WORD_DO))
    return take_step (self, value);
  if (g_str_equal (word, TIDE_JOURNAL_WORD_UNDONE))
    return take_undone (self, value);
  if (g_str_equal (word, TIDE_JOURNAL_WORD_UNDO))
    return move_top (self->steps, self->undone, value);
  if (g_str_equal (word, TIDE_JOURNAL_WORD_REDO))
    return move_top (self->undone, self->steps, value);
  if (g_str_equal (word, TIDE_JOURNAL_WORD_DROP))
    return drop_top (self->steps, value);
  if (g_str_equal (word, TIDE_JOURNAL_WORD_FORM))
    return take_form (self, value);
  if (g_str_equal (word, TIDE_JOURNAL_WORD_CLOSE))
    return close_form (self, value);
  if (g_str_equal (word, TIDE_JOURNAL_WORD_REPLACES))
    {
      g_ptr_array_add (self->replaced, g_strdup (value));
      return TRUE;
    }

  return take_origin (self->origin, word, value);
}

/* A backslash at the end escapes nothing. */
static gboolean
is_broken_off (const char *escaped)
{
  gsize n = 0;

  for (gsize i = strlen (escaped); i > 0 && escaped[i - 1] == '\\'; i--)
    n++;

  return n % 2 == 1;
}

/* Finds the word and the value of the line that begins at @line, if it is whole and follows the one
 * with the checksum @previous, which becomes this line's. */
static gboolean
parse_line (const char *line, const char *end, char **previous, char **word, char **value)
{
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  char *space;

  if (end - line <= TIDE_JOURNAL_CHECKSUM_LENGTH + 1)
    return FALSE;

  text = g_strndup (line + TIDE_JOURNAL_CHECKSUM_LENGTH + 1,
                    (gsize) (end - line - TIDE_JOURNAL_CHECKSUM_LENGTH - 1));
  expected = tide_journal_dup_checksum (*previous, text, -1);
  space = strchr (text, ' ');
  if (strncmp (line, expected, TIDE_JOURNAL_CHECKSUM_LENGTH) != 0
      || line[TIDE_JOURNAL_CHECKSUM_LENGTH] != ' ' || space == NULL || is_broken_off (space))
    return FALSE;

  g_set_str (previous, expected);
  *word = g_strndup (text, (gsize) (space - text));
  *value = g_strcompress (space + 1);

  return g_utf8_validate (*value, -1, NULL);
}

/* Reads up to the first line that does not fit: what comes before it is sound. */
static void
read_lines (TideJournalReading *self, const char *text, const char *end, char **checksum)
{
  for (const char *line = text; line < end;)
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));
      g_autofree char *word = NULL;
      g_autofree char *value = NULL;

      if (newline == NULL || !parse_line (line, newline, checksum, &word, &value)
          || !take_line (self, word, value))
        return;
      line = newline + 1;
      self->is_whole = line == end;
    }
}

/* Checks the first line; returns what comes behind it. */
static const char *
check_format (const char *path, const char *text, const char *end, char **checksum, GError **error)
{
  const char *newline = memchr (text, '\n', (gsize) (end - text));
  g_autofree char *word = NULL;
  g_autofree char *value = NULL;
  guint64 version;

  if (newline == NULL || !parse_line (text, newline, checksum, &word, &value)
      || !g_str_equal (word, TIDE_JOURNAL_WORD_FORMAT)
      || !g_ascii_string_to_unsigned (value, 10, 1, G_MAXUINT, &version, NULL))
    {
      g_set_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_FAILED,
                   /* Translators: %s is the path of a file */
                   _ ("“%s” is no journal."), path);
      return NULL;
    }
  if (version > TIDE_JOURNAL_VERSION)
    {
      g_set_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_FAILED,
                   /* Translators: %s is the path of a file */
                   _ ("“%s” is a journal of a newer version of this program."), path);
      return NULL;
    }

  return newline + 1;
}

static char *
dup_base_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = tide_journal_dup_name (path);
  g_autofree char *base = g_strdup_printf ("%s/%s" TIDE_JOURNAL_BASE_SUFFIX, folder, name);

  return g_file_test (base, G_FILE_TEST_EXISTS) ? g_steal_pointer (&base) : NULL;
}

/**
 * tide_journal_read:
 * @path: path of a journal
 * @cancellable: (nullable): stops the reading
 * @error: return location: %TIDE_STORE_ERROR for what is no journal, or of a newer program
 *
 * Reads a journal up to the first line that is torn, changed or not understood. Blocks: for
 * threads.
 *
 * Returns: (transfer full) (nullable): what it holds
 */
TideJournalReading *
tide_journal_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (TideJournalReading) self = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *checksum = g_strdup ("");
  g_autofree char *text = NULL;
  const char *lines;
  gsize length;

  g_return_val_if_fail (g_str_has_suffix (path, TIDE_JOURNAL_SUFFIX), NULL);

  if (!g_file_load_contents (file, cancellable, &text, &length, NULL, error))
    return NULL;
  lines = check_format (path, text, text + length, &checksum, error);
  if (lines == NULL)
    return NULL;

  self = g_new0 (TideJournalReading, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->path = g_strdup (path);
  self->base_path = dup_base_path (path);
  self->origin = g_new0 (TideJournalOrigin, 1);
  self->steps = steps_new ();
  self->undone = steps_new ();
  self->given_up = steps_new ();
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_journal_form_free);
  self->replaced = g_ptr_array_new_with_free_func (g_free);
  read_lines (self, lines, text + length, &checksum);

  return g_steal_pointer (&self);
}

TideJournalReading *
tide_journal_reading_ref (TideJournalReading *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
tide_journal_reading_unref (TideJournalReading *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->path);
  g_free (self->base_path);
  tide_journal_origin_free (self->origin);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->undone);
  g_ptr_array_unref (self->given_up);
  g_ptr_array_unref (self->forms);
  g_ptr_array_unref (self->replaced);
  g_free (self);
}

/**
 * tide_journal_reading_dup_file:
 * @self: what a crash has left
 *
 * Returns: (transfer full) (nullable): the file to do its steps on: the base beside the journal,
 * where there is one, or else the register's own
 */
GFile *
tide_journal_reading_dup_file (const TideJournalReading *self)
{
  if (self->base_path != NULL)
    return g_file_new_for_path (self->base_path);

  return self->origin->uri != NULL ? g_file_new_for_uri (self->origin->uri) : NULL;
}

/**
 * tide_journal_reading_get_time:
 * @self: what a crash has left
 *
 * Returns: when the last step was done, or the last form kept, in seconds since 1970 UTC; 0 without
 *   any
 */
gint64
tide_journal_reading_get_time (const TideJournalReading *self)
{
  const TideStep *last = get_top (self->steps);
  gint64 time = last != NULL ? last->time : 0;

  for (guint i = 0; i < self->forms->len; i++)
    time = MAX (time, ((const TideJournalForm *) g_ptr_array_index (self->forms, i))->time);

  return time;
}

/**
 * tide_journal_reading_remove:
 * @self: what a crash has left
 *
 * Removes it for good. Blocks: for threads.
 */
void
tide_journal_reading_remove (const TideJournalReading *self)
{
  g_unlink (self->path);
  if (self->base_path != NULL)
    g_unlink (self->base_path);
}

static GHashTable *
list_saved (TideRegister *reg)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  const GPtrArray *history = tide_snapshot_get_history (snapshot);
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tide_entries_get_n (history); i++)
    {
      const TideStep *step = g_ptr_array_index (history, i);

      if (step->id != NULL)
        g_hash_table_add (ids, g_strdup (step->id));
    }

  return ids;
}

/* Takes back what the file holds, as it was undone while it was being saved, and something else was
 * done then. What was undone last may have been done again, and saved, while the journal could not
 * be written: there the file counts. Returns how many steps that are. */
static guint
undo_given_up (const TideJournalReading *self, GHashTable *saved, TideRegister *reg)
{
  guint n_done = 0;

  for (guint i = 0; i < self->given_up->len; i++)
    {
      const TideStep *step = g_ptr_array_index (self->given_up, i);
      g_autoptr (TideStep) inverse = NULL;

      if (!g_hash_table_contains (saved, step->id))
        continue;
      inverse = tide_step_invert (step);
      if (tide_register_apply (reg, inverse, NULL))
        n_done++;
    }

  return n_done;
}

/* Does what had been undone and undoes it again, so that it can be redone. */
static void
restore_undone (const TideJournalReading *self, GHashTable *saved, TideRegister *reg)
{
  guint n_done = 0;

  for (guint i = self->undone->len; i > 0; i--)
    {
      TideStep *step = g_ptr_array_index (self->undone, i - 1);

      if (g_hash_table_contains (saved, step->id) || !tide_register_apply_again (reg, step, NULL))
        break;
      n_done++;
    }
  for (guint i = 0; i < n_done; i++)
    tide_register_undo (reg);
}

/**
 * tide_journal_reading_apply:
 * @self: what a crash has left
 * @reg: the register, as its file or the base beside the journal has it
 * @n_left_out: (out): how many of the steps do not fit any more, as the file has been changed
 *   since: none of them has been done, nor any after the first of them
 *
 * Does the steps on @reg, each whole or not at all, so that they can be undone. A step that the
 * history of @reg holds has been saved before the crash: it is not done twice, and taken back where
 * another one was done in its place while it was being saved.
 *
 * Returns: how many steps have been done
 */
guint
tide_journal_reading_apply (const TideJournalReading *self, TideRegister *reg, guint *n_left_out)
{
  g_autoptr (GHashTable) saved = list_saved (reg);
  const guint n_taken_back = undo_given_up (self, saved, reg);
  guint n_done = 0, n_saved = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      TideStep *step = g_ptr_array_index (self->steps, i);

      if (g_hash_table_contains (saved, step->id))
        n_saved++;
      else if (tide_register_apply_again (reg, step, NULL))
        n_done++;
      else
        break;
    }

  *n_left_out = self->steps->len - n_saved - n_done;
  if (*n_left_out == 0)
    restore_undone (self, saved, reg);

  return n_taken_back + n_done;
}
