/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-check-marks.h"

#include "ui/lists/tide-check-text.h"

/* How long a slice may take, in microseconds; the clock is read once for so many marks. */
#define SLICE 4000
#define MARKS_PER_LOOK 16

/* Marks are taken away from so many characters at once. */
#define PIECE 4096

/* How much of its colour lies behind the words. */
#define TINT 0.16f

/* What was typed or deleted since the text was read, in characters. */
typedef struct
{
  guint offset;
  guint n_removed;
  guint n_added;
} Edit;

struct _TideCheckMarks
{
  GObject parent_instance;

  GtkTextBuffer *buffer;                          /* owned */
  TideCheckList *list;                            /* owned */
  GtkTextTag *tags[TIDE_N_TEXT_FINDING_VERDICTS]; /* borrowed: of the buffer */
  GArray *edits;                                  /* owned, of Edit */
  guint source_id;                                /* of the slices; 0 for none */
  guint cleared;                                  /* up to which character there are no old marks */
  guint n_made;                                   /* how many findings are marked */
};

G_DEFINE_FINAL_TYPE (TideCheckMarks, tide_check_marks, G_TYPE_OBJECT)

typedef enum
{
  PROP_BUSY = 1,
} TideCheckMarksProperty;

static GParamSpec *props[PROP_BUSY + 1];

/* What has become of a place in the text that was read. At the place itself a beginning gives way
 * to what is typed there, an end does not. */
static guint
map (TideCheckMarks *self, guint offset, gboolean is_start)
{
  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = &g_array_index (self->edits, Edit, i);

      if (offset >= edit->offset + edit->n_removed
          && (offset > edit->offset || edit->n_removed > 0 || is_start))
        offset += edit->n_added - edit->n_removed;
      else if (offset > edit->offset)
        offset = edit->offset;
    }

  return offset;
}

/* Slices ------------------------------------------------------------------------------------ */

static void
clear_piece (TideCheckMarks *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) self->cleared);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) (self->cleared + PIECE));
  for (guint i = 0; i < TIDE_N_TEXT_FINDING_VERDICTS; i++)
    gtk_text_buffer_remove_tag (self->buffer, self->tags[i], &start, &end);
  self->cleared += PIECE;
}

static void
make_mark (TideCheckMarks *self, guint index)
{
  const TideTextFinding *finding = tide_check_list_get_finding (self->list, index);
  GtkTextIter start;
  GtkTextIter end;

  if (tide_check_marks_get_iters (self, index, &start, &end))
    gtk_text_buffer_apply_tag (self->buffer, self->tags[finding->verdict], &start, &end);
}

static gboolean
is_cleared (TideCheckMarks *self)
{
  return self->cleared >= (guint) gtk_text_buffer_get_char_count (self->buffer);
}

static gboolean
is_done (TideCheckMarks *self)
{
  return is_cleared (self) && self->n_made >= tide_check_list_get_n_findings (self->list);
}

static void
make_some (TideCheckMarks *self)
{
  if (!is_cleared (self))
    {
      clear_piece (self);
      return;
    }
  for (guint i = 0; i < MARKS_PER_LOOK && !is_done (self); i++)
    make_mark (self, self->n_made++);
}

static gboolean
on_slice (gpointer data)
{
  TideCheckMarks *self = data;
  const gint64 begin = g_get_monotonic_time ();

  do
    make_some (self);
  while (!is_done (self) && g_get_monotonic_time () < begin + SLICE);
  if (!is_done (self))
    return G_SOURCE_CONTINUE;

  self->source_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);

  return G_SOURCE_REMOVE;
}

/* Edits ------------------------------------------------------------------------------------- */

static void
on_inserting (TideCheckMarks *self, GtkTextIter *at, const char *text, int length)
{
  const Edit edit = { .offset = (guint) gtk_text_iter_get_offset (at),
                      .n_added = (guint) g_utf8_strlen (text, length) };

  g_array_append_val (self->edits, edit);
}

static void
on_deleting (TideCheckMarks *self, GtkTextIter *start, GtkTextIter *end)
{
  const Edit edit = { .offset = (guint) gtk_text_iter_get_offset (start),
                      .n_removed = (guint) (gtk_text_iter_get_offset (end)
                                            - gtk_text_iter_get_offset (start)) };

  g_array_append_val (self->edits, edit);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_check_marks_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideCheckMarksProperty) id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, tide_check_marks_is_busy (TIDE_CHECK_MARKS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_check_marks_dispose (GObject *object)
{
  TideCheckMarks *self = TIDE_CHECK_MARKS (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_clear_object (&self->list);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (tide_check_marks_parent_class)->dispose (object);
}

static void
tide_check_marks_finalize (GObject *object)
{
  g_array_unref (TIDE_CHECK_MARKS (object)->edits);

  G_OBJECT_CLASS (tide_check_marks_parent_class)->finalize (object);
}

static void
tide_check_marks_class_init (TideCheckMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_check_marks_get_property;
  object_class->dispose = tide_check_marks_dispose;
  object_class->finalize = tide_check_marks_finalize;

  props[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_check_marks_init (TideCheckMarks *self)
{
  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
}

/**
 * tide_check_marks_new:
 * @buffer: a text
 * @list: what was found in it
 *
 * Returns: (transfer full): marks that are not made yet
 */
TideCheckMarks *
tide_check_marks_new (GtkTextBuffer *buffer, TideCheckList *list)
{
  TideCheckMarks *self = g_object_new (TIDE_TYPE_CHECK_MARKS, NULL);

  self->buffer = g_object_ref (buffer);
  self->list = g_object_ref (list);
  for (guint i = 0; i < TIDE_N_TEXT_FINDING_VERDICTS; i++)
    self->tags[i] = gtk_text_buffer_create_tag (
        buffer, tide_text_finding_verdict_get_code ((TideTextFindingVerdict) i), "underline",
        tide_check_text_get_underline ((TideTextFindingVerdict) i), "overline",
        tide_check_text_get_overline ((TideTextFindingVerdict) i), NULL);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (on_inserting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "delete-range", G_CALLBACK (on_deleting), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * tide_check_marks_make:
 * @self: marks
 *
 * Takes away all marks and makes those of the list, whose text is that of the buffer as it is now.
 */
void
tide_check_marks_make (TideCheckMarks *self)
{
  g_return_if_fail (TIDE_IS_CHECK_MARKS (self));

  g_array_set_size (self->edits, 0);
  self->cleared = 0;
  self->n_made = 0;
  if (self->source_id != 0)
    return;

  /* After what is drawn, so that every slice can be seen. */
  self->source_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_slice, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

gboolean
tide_check_marks_is_busy (TideCheckMarks *self)
{
  g_return_val_if_fail (TIDE_IS_CHECK_MARKS (self), FALSE);

  return self->source_id != 0;
}

/**
 * tide_check_marks_colour:
 * @self: marks
 * @verdict: a verdict
 * @colour: its colour
 *
 * Gives the lines of a verdict their colour, and a light tint of it to what they mark.
 */
void
tide_check_marks_colour (TideCheckMarks *self,
                         TideTextFindingVerdict verdict,
                         const GdkRGBA *colour)
{
  GdkRGBA tint;

  g_return_if_fail (TIDE_IS_CHECK_MARKS (self));
  g_return_if_fail (verdict < TIDE_N_TEXT_FINDING_VERDICTS);

  tint = *colour;
  tint.alpha *= TINT;
  g_object_set (self->tags[verdict], "underline-rgba", colour, "overline-rgba", colour,
                "background-rgba", &tint, NULL);
}

/**
 * tide_check_marks_get_iters:
 * @self: marks
 * @index: which of all findings
 * @start: (out): where it begins now
 * @end: (out): where it ends
 *
 * Returns: whether anything of it is left
 */
gboolean
tide_check_marks_get_iters (TideCheckMarks *self, guint index, GtkTextIter *start, GtkTextIter *end)
{
  const TideCheckRange *range;
  guint from, to;

  g_return_val_if_fail (TIDE_IS_CHECK_MARKS (self), FALSE);

  range = tide_check_list_get_range (self->list, index);
  from = map (self, range->start, TRUE);
  to = map (self, range->end, FALSE);
  if (from >= to)
    return FALSE;

  gtk_text_buffer_get_iter_at_offset (self->buffer, start, (int) from);
  gtk_text_buffer_get_iter_at_offset (self->buffer, end, (int) to);

  return TRUE;
}

/**
 * tide_check_marks_get_read_offset:
 * @self: marks
 * @offset: a place in the text as it is now, in characters
 *
 * Returns: the place in the text that was read
 */
guint
tide_check_marks_get_read_offset (TideCheckMarks *self, guint offset)
{
  g_return_val_if_fail (TIDE_IS_CHECK_MARKS (self), offset);

  for (guint i = self->edits->len; i > 0; i--)
    {
      const Edit *edit = &g_array_index (self->edits, Edit, i - 1);

      if (offset >= edit->offset + edit->n_added)
        offset += edit->n_removed - edit->n_added;
      else if (offset > edit->offset)
        offset = edit->offset;
    }

  return offset;
}
