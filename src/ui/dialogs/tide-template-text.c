/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-template-text.h"

#include "brief/tide-template-spans.h"
#include "brief/tide-template.h"

#include <adwaita.h>

#define CHECK_DELAY 250 /* ms after the last key */
#define MARK_ALPHA 0.6f /* of what is no text and no placeholder */

struct _TideTemplateText
{
  GtkTextView parent_instance;

  GPtrArray *problems; /* owned, of TideProblem */
  guint check_id;      /* source of the next look, 0 for none */
};

G_DEFINE_FINAL_TYPE (TideTemplateText, tide_template_text, GTK_TYPE_TEXT_VIEW)

enum
{
  SIGNAL_CHECKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* By TideTemplateSpanKind. */
static const char *const span_tags[] = { "value", "list", "part" };

static GtkTextBuffer *
get_buffer (TideTemplateText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* Colours ----------------------------------------------------------------------------------- */

static GtkTextTag *
find_tag (TideTemplateText *self, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (get_buffer (self)), name);
}

static void
update_colours (TideTemplateText *self)
{
  AdwStyleManager *style
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkRGBA accent;
  GdkRGBA mark;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (style),
                                       adw_style_manager_get_dark (style), &accent);
  gtk_widget_get_color (GTK_WIDGET (self), &mark);
  mark.alpha *= MARK_ALPHA;
  g_object_set (find_tag (self, "value"), "foreground-rgba", &accent, NULL);
  g_object_set (find_tag (self, "list"), "foreground-rgba", &accent, NULL);
  g_object_set (find_tag (self, "part"), "foreground-rgba", &mark, NULL);
}

static void
tide_template_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tide_template_text_parent_class)->css_changed (widget, change);

  update_colours (TIDE_TEMPLATE_TEXT (widget));
}

static void
create_tags (TideTemplateText *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  gtk_text_buffer_create_tag (buffer, "value", NULL);
  gtk_text_buffer_create_tag (buffer, "list", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "part", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "problem", "underline", PANGO_UNDERLINE_ERROR, NULL);
}

/* Looking ----------------------------------------------------------------------------------- */

static void
apply_tag (TideTemplateText *self, const char *name, guint start, guint length)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter begin;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (buffer, &begin, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) (start + length));
  gtk_text_buffer_apply_tag_by_name (buffer, name, &begin, &end);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const TideProblem *problem = a;
  const TideProblem *other = b;

  if (problem->line != other->line)
    return problem->line < other->line ? -1 : 1;

  return (problem->column > other->column) - (problem->column < other->column);
}

static const TideTemplateSpan *
find_span (GArray *spans, guint line, guint column)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const TideTemplateSpan *span = &g_array_index (spans, TideTemplateSpan, i);

      if (span->line == line && span->column == column)
        return span;
    }

  return NULL;
}

/* Where a place is, in characters: a text view knows more kinds of line breaks than templates. */
static guint
find_offset (const char *text, guint line, guint column)
{
  const char *at = text;

  while (line > 1 && *at != '\0')
    {
      line -= *at == '\n';
      at = g_utf8_next_char (at);
    }

  return (guint) g_utf8_pointer_to_offset (text, at) + MAX (column, 1) - 1;
}

static void
underline (TideTemplateText *self, const char *text, GArray *spans)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const TideProblem *problem = g_ptr_array_index (self->problems, i);
      const TideTemplateSpan *span = find_span (spans, problem->line, problem->column);

      if (span != NULL)
        apply_tag (self, "problem", span->start, span->length);
      else
        apply_tag (self, "problem", find_offset (text, problem->line, problem->column), 1);
    }
}

static void
highlight (TideTemplateText *self, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autoptr (GArray) spans = tide_template_list_spans (text);
  GtkTextIter begin;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  gtk_text_buffer_remove_all_tags (buffer, &begin, &end);
  for (guint i = 0; i < spans->len; i++)
    {
      const TideTemplateSpan *span = &g_array_index (spans, TideTemplateSpan, i);

      apply_tag (self, span_tags[span->kind], span->start, span->length);
    }
  underline (self, text, spans);
}

static void
look (TideTemplateText *self, gboolean is_needed)
{
  g_autofree char *text = tide_template_text_dup_text (self);
  g_autoptr (TideTemplate) wording = NULL;

  g_clear_handle_id (&self->check_id, g_source_remove);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  wording = tide_template_new (text, &self->problems);
  g_ptr_array_sort_values (self->problems, compare_places);
  highlight (self, text);
  if (is_needed && *g_strstrip (text) == '\0')
    {
      TideProblem *problem = tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL);

      tide_problem_set_place (problem, NULL, 1, 1, NULL);
      g_ptr_array_add (self->problems, problem);
    }
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

static void
on_check_due (gpointer data)
{
  TideTemplateText *self = data;

  self->check_id = 0;
  look (self, FALSE);
}

static void
on_buffer_changed (TideTemplateText *self)
{
  g_clear_handle_id (&self->check_id, g_source_remove);
  self->check_id = g_timeout_add_once (CHECK_DELAY, on_check_due, self);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_template_text_dispose (GObject *object)
{
  g_clear_handle_id (&TIDE_TEMPLATE_TEXT (object)->check_id, g_source_remove);

  G_OBJECT_CLASS (tide_template_text_parent_class)->dispose (object);
}

static void
tide_template_text_finalize (GObject *object)
{
  g_ptr_array_unref (TIDE_TEMPLATE_TEXT (object)->problems);

  G_OBJECT_CLASS (tide_template_text_parent_class)->finalize (object);
}

static void
tide_template_text_class_init (TideTemplateTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tide_template_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = tide_template_text_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = tide_template_text_css_changed;

  signals[SIGNAL_CHECKED] = g_signal_new ("checked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_template_text_init (TideTemplateText *self)
{
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_problem_unref);
  create_tags (self);
  update_colours (self);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_buffer_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tide_template_text_dup_text:
 * @self: a text
 *
 * Returns: (transfer full): what stands there
 */
char *
tide_template_text_dup_text (TideTemplateText *self)
{
  GtkTextIter begin;
  GtkTextIter end;

  g_return_val_if_fail (TIDE_IS_TEMPLATE_TEXT (self), NULL);

  gtk_text_buffer_get_bounds (get_buffer (self), &begin, &end);

  return gtk_text_buffer_get_text (get_buffer (self), &begin, &end, FALSE);
}

/**
 * tide_template_text_check:
 * @self: a text
 *
 * Looks at it now, without waiting until nothing more is typed.
 */
void
tide_template_text_check (TideTemplateText *self)
{
  g_return_if_fail (TIDE_IS_TEMPLATE_TEXT (self));

  look (self, FALSE);
}

/**
 * tide_template_text_demand:
 * @self: a text
 *
 * As tide_template_text_check(), and something must stand there.
 *
 * Returns: (transfer none) (nullable): the first problem, which stays until the text is looked at
 *   again
 */
const TideProblem *
tide_template_text_demand (TideTemplateText *self)
{
  g_return_val_if_fail (TIDE_IS_TEMPLATE_TEXT (self), NULL);

  look (self, TRUE);

  return self->problems->len > 0 ? g_ptr_array_index (self->problems, 0) : NULL;
}

/**
 * tide_template_text_get_problems:
 * @self: a text
 *
 * Returns: (transfer none) (element-type TideProblem): what was wrong with it when it was looked at
 *   last, in the order of the text
 */
GPtrArray *
tide_template_text_get_problems (TideTemplateText *self)
{
  g_return_val_if_fail (TIDE_IS_TEMPLATE_TEXT (self), NULL);

  return self->problems;
}

/**
 * tide_template_text_go_to:
 * @self: a text
 * @line: a line, from 1
 * @column: a column in characters, from 1
 *
 * Moves cursor and focus there.
 */
void
tide_template_text_go_to (TideTemplateText *self, guint line, guint column)
{
  g_autofree char *text = NULL;
  GtkTextIter place;

  g_return_if_fail (TIDE_IS_TEMPLATE_TEXT (self));

  text = tide_template_text_dup_text (self);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &place,
                                      (int) find_offset (text, line, column));
  gtk_text_buffer_place_cursor (get_buffer (self), &place);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self),
                                gtk_text_buffer_get_insert (get_buffer (self)), 0.1, FALSE, 0, 0);
}

/* The end of what is no text, where the place is inside of that. */
static guint
leave_span (const char *text, guint offset)
{
  g_autoptr (GArray) spans = tide_template_list_spans (text);

  for (guint i = 0; i < spans->len; i++)
    {
      const TideTemplateSpan *span = &g_array_index (spans, TideTemplateSpan, i);

      if (span->start < offset && offset < span->start + span->length)
        return span->start + span->length;
    }

  return offset;
}

/**
 * tide_template_text_insert:
 * @self: a text
 * @placeholder: a placeholder or a list
 *
 * Inserts it at the cursor, as one act that can be undone, and moves the focus there: inside of
 * what is no text, behind that.
 */
void
tide_template_text_insert (TideTemplateText *self, const TidePlaceholder *placeholder)
{
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;
  g_autofree char *inserted = NULL;
  GtkTextIter place;
  guint offset;
  guint caret;

  g_return_if_fail (TIDE_IS_TEMPLATE_TEXT (self));

  buffer = get_buffer (self);
  text = tide_template_text_dup_text (self);
  gtk_text_buffer_get_iter_at_mark (buffer, &place, gtk_text_buffer_get_insert (buffer));
  offset = leave_span (text, (guint) gtk_text_iter_get_offset (&place));
  inserted = tide_template_dup_insertion (text, offset, placeholder, &caret);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &place, (int) offset);
  gtk_text_buffer_insert (buffer, &place, inserted, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &place, (int) (offset + caret));
  gtk_text_buffer_place_cursor (buffer, &place);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
