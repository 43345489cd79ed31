/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-board-card.h"

#include "core/tide-overdue.h"
#include "core/tide-stage-time.h"
#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-details-private.h"

#include <glib/gi18n-lib.h>

struct _TideBoardCard
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *name_label;
  GtkWidget *confidential_mark;
  GtkInscription *place_text;
  GtkInscription *amount_text;
  GtkLabel *status_badge;
  GtkInscription *time_text;
  GtkWidget *overdue_mark;
};

G_DEFINE_FINAL_TYPE (TideBoardCard, tide_board_card, ADW_TYPE_BIN)

/* What of the two is there, isolated from one another. */
static char *
dup_joined (const char *first, const char *second)
{
  g_autofree char *isolated_first = tide_text_dup_isolated (first);
  g_autofree char *isolated_second = tide_text_dup_isolated (second);

  if (first[0] == '\0')
    return g_strdup (second);
  if (second[0] == '\0')
    return g_strdup (first);

  return g_strjoin (" · ", isolated_first, isolated_second, NULL);
}

static char *
dup_place (TideRegister *reg, const TideProjectPayload *project)
{
  g_autofree char *sectors = tide_project_text_dup_sectors (reg, project);
  g_autofree char *division
      = tide_project_text_dup_reference (reg, TIDE_RECORD_DIVISION, project->division);

  return dup_joined (sectors, division);
}

/* Empty where nothing is known. */
static char *
dup_time (TideSnapshot *snapshot, const TideProjectPayload *project)
{
  const guint n = tide_entries_get_n (project->stages);
  TideDays days = { 0 };

  if (n > 0)
    tide_project_get_stage_days (project, n - 1, tide_snapshot_get_day (snapshot), &days);
  if (!days.is_known)
    return g_strdup ("");
  if (days.min == days.max)
    return g_strdup_printf (
        /* Translators: how many days a project has been in the stage that it is in */
        ngettext ("%u day in stage", "%u days in stage", days.max), days.max);

  /* Translators: the fewest and the most days that a project has been in the stage that it is in */
  return g_strdup_printf (_ ("%u–%u days in stage"), days.min, days.max);
}

static void
show_status (TideBoardCard *self, const TideProjectPayload *project)
{
  const gboolean is_normal = project->status == TIDE_STATUS_NORMAL;
  g_autofree char *status = tide_project_text_dup_status (project);

  gtk_label_set_text (self->status_badge, status);
  gtk_widget_set_visible (GTK_WIDGET (self->status_badge), !is_normal);
  if (project->status == TIDE_STATUS_PAUSED || project->status == TIDE_STATUS_TERMINATED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "at-rest");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "at-rest");
}

static void
show_overdue (TideBoardCard *self,
              TideRegister *reg,
              TideSnapshot *snapshot,
              const TideProjectPayload *project)
{
  TideOverdue overdue;
  const gboolean is_overdue = tide_project_get_overdue (project, snapshot, &overdue);
  g_autofree char *text = is_overdue ? tide_details_dup_overdue (reg, project) : NULL;

  gtk_widget_set_tooltip_text (self->overdue_mark, text);
  gtk_widget_set_visible (self->overdue_mark, is_overdue);
}

static void
tide_board_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_BOARD_CARD);

  G_OBJECT_CLASS (tide_board_card_parent_class)->dispose (object);
}

static void
tide_board_card_class_init (TideBoardCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_board_card_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-board-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TideBoardCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, TideBoardCard, confidential_mark);
  gtk_widget_class_bind_template_child (widget_class, TideBoardCard, place_text);
  gtk_widget_class_bind_template_child (widget_class, TideBoardCard, amount_text);
  gtk_widget_class_bind_template_child (widget_class, TideBoardCard, status_badge);
  gtk_widget_class_bind_template_child (widget_class, TideBoardCard, time_text);
  gtk_widget_class_bind_template_child (widget_class, TideBoardCard, overdue_mark);
  gtk_widget_class_set_css_name (widget_class, "board-card");
}

static void
tide_board_card_init (TideBoardCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_board_card_show:
 * @self: a card
 * @reg: a register
 * @snapshot: it at this moment
 * @project: one of its projects
 * @amount_kind: which amounts to show
 */
void
tide_board_card_show (TideBoardCard *self,
                      TideRegister *reg,
                      TideSnapshot *snapshot,
                      const TideProjectPayload *project,
                      TideAmountKind amount_kind)
{
  g_autofree char *name = tide_project_text_dup_name (project);
  g_autofree char *place = dup_place (reg, project);
  g_autofree char *amount = tide_project_text_dup_sum (snapshot, project, amount_kind);
  g_autofree char *time = dup_time (snapshot, project);

  g_return_if_fail (TIDE_IS_BOARD_CARD (self));

  gtk_label_set_text (self->name_label, name);
  gtk_widget_set_visible (self->confidential_mark, project->confidential);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), name);
  gtk_inscription_set_text (self->place_text, place);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place_text), place);
  gtk_inscription_set_text (self->amount_text, amount[0] != '\0' ? amount : "—");
  gtk_inscription_set_text (self->time_text, time);
  show_status (self, project);
  show_overdue (self, reg, snapshot, project);
}

/**
 * tide_board_card_get_name:
 * @self: a card
 *
 * Returns: (transfer none): the name of its project
 */
const char *
tide_board_card_get_name (TideBoardCard *self)
{
  g_return_val_if_fail (TIDE_IS_BOARD_CARD (self), NULL);

  return gtk_label_get_text (self->name_label);
}

static void
add_part (GPtrArray *parts, const char *text)
{
  if (text[0] != '\0')
    g_ptr_array_add (parts, tide_text_dup_isolated (text));
}

/**
 * tide_board_card_dup_description:
 * @self: a card
 *
 * Returns: (transfer full): all that it shows, to be read aloud
 */
char *
tide_board_card_dup_description (TideBoardCard *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (TIDE_IS_BOARD_CARD (self), NULL);

  add_part (parts, tide_board_card_get_name (self));
  add_part (parts, gtk_inscription_get_text (self->place_text));
  add_part (parts, gtk_inscription_get_text (self->amount_text));
  if (gtk_widget_get_visible (GTK_WIDGET (self->status_badge)))
    add_part (parts, gtk_label_get_text (self->status_badge));
  add_part (parts, gtk_inscription_get_text (self->time_text));
  if (gtk_widget_get_visible (self->overdue_mark))
    add_part (parts, _ ("Overdue"));
  if (gtk_widget_get_visible (self->confidential_mark))
    add_part (parts, _ ("Confidential"));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}
