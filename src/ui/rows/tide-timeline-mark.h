/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideTimelineMarkKind:
 * @TIDE_TIMELINE_MARK_REACHED: a full circle
 * @TIDE_TIMELINE_MARK_BACK: a full triangle that points back
 * @TIDE_TIMELINE_MARK_PRESENT: a full circle in a ring
 * @TIDE_TIMELINE_MARK_PLANNED: a ring, on a broken line
 *
 * The shapes of marks, so that they are told apart without colour.
 */
typedef enum
{
  TIDE_TIMELINE_MARK_REACHED,
  TIDE_TIMELINE_MARK_BACK,
  TIDE_TIMELINE_MARK_PRESENT,
  TIDE_TIMELINE_MARK_PLANNED,
} TideTimelineMarkKind;

/**
 * TideTimelineMark:
 *
 * The mark of one stage, on a line that goes on through the rows above and below.
 */
#define TIDE_TYPE_TIMELINE_MARK (tide_timeline_mark_get_type ())
G_DECLARE_FINAL_TYPE (TideTimelineMark, tide_timeline_mark, TIDE, TIMELINE_MARK, GtkWidget)

GtkWidget *tide_timeline_mark_new (TideTimelineMarkKind kind, gboolean is_first, gboolean is_last);

G_END_DECLS
