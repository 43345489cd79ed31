/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-check-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideCheckMarks:
 *
 * The marks of findings in a text that can be edited: which words have which verdict, and where
 * that which was read has come to since. They are made and taken away in slices, between which
 * everything else goes on. Property: `busy`, whether they are being made.
 */
#define TIDE_TYPE_CHECK_MARKS (tide_check_marks_get_type ())
G_DECLARE_FINAL_TYPE (TideCheckMarks, tide_check_marks, TIDE, CHECK_MARKS, GObject)

TideCheckMarks *tide_check_marks_new (GtkTextBuffer *buffer, TideCheckList *list);

void tide_check_marks_make (TideCheckMarks *self);
gboolean tide_check_marks_is_busy (TideCheckMarks *self);
void tide_check_marks_colour (TideCheckMarks *self,
                              TideTextFindingVerdict verdict,
                              const GdkRGBA *colour);
gboolean tide_check_marks_get_iters (TideCheckMarks *self,
                                     guint index,
                                     GtkTextIter *start,
                                     GtkTextIter *end);
guint tide_check_marks_get_read_offset (TideCheckMarks *self, guint offset);

G_END_DECLS
