/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text held against the register: nothing yet, findings of every verdict, one that is added. */

#include "tide-shots.h"

#include "core/tide-text.h"
#include "ui/pages/tide-check-pane.h"

#include "tide-test-widgets.h"

#include <string.h>

static const char english[]
    = "Coast and industry, a look back\n\n"
      "At the “Investment in Ningbo” docking meeting for central enterprises and famous "
      "enterprises in Beijing, 17 investment and cooperation intention projects came together, "
      "worth 16 billion yuan. A first notice had put their intended investment at 160 billion "
      "yuan. One of them, the AioT enterprise intelligent IOT robot project, goes to Yuyao "
      "County; others were drawn to Zhenhai District.\n\n"
      "The output value of strategic emerging industries in Ningbo rose from 222.4 billion yuan "
      "in 2015 to 641.1 billion yuan in 2022, by 16.3% a year. Their added value rose from 43.7 "
      "billion yuan in 2015 to 137.4 billion yuan in 2022, by 17.9% a year. In 2023 the output "
      "value of strategic emerging industries was 700 billion yuan.\n\n"
      "Yongjiang River Laboratory has 10 research centers and 19 research teams.\n";

static const char chinese[]
    = "港城产业回望\n\n"
      "在北京举行的“投资宁波”央企名企对接会上，达成意向项目17个，意向投资160亿元。"
      "此前的简讯把意向投资写成1600亿元。其中机器人项目落户余姚县，另有项目看好镇海区。\n\n"
      "宁波战略性新兴产业产值由2015年的2224亿元增长到2022年的6411亿元，年均增长16.3%；"
      "战略性新兴产业增加值由2015年的437亿元增长到2022年的1374亿元，年均增长17.9%。"
      "2023年战略性新兴产业产值为7000亿元。\n\n"
      "甬江实验室建有10个研究中心，引进科研团队19个。\n";

static GtkWidget *
show_pane (Shots *shots)
{
  GtkWidget *pane = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_CHECK_PANE);
  GtkWidget *views = gtk_widget_get_ancestor (pane, ADW_TYPE_VIEW_STACK);
  GtkWidget *page = gtk_widget_get_ancestor (views, GTK_TYPE_STACK);

  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_is_ancestor (pane, child))
      gtk_stack_set_visible_child (GTK_STACK (page), child);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (views), "check");
  shots_settle (400);

  return pane;
}

static void
wait_for_findings (GtkWidget *pane)
{
  GtkListView *list = GTK_LIST_VIEW (tide_test_find_child (pane, GTK_TYPE_LIST_VIEW));
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (list));

  while (g_list_model_get_n_items (model) == 0)
    g_main_context_iteration (NULL, TRUE);
  shots_settle (600);
}

static void
go_to (GtkWidget *pane, const char *words)
{
  GtkTextView *view = GTK_TEXT_VIEW (tide_test_find_child (pane, GTK_TYPE_TEXT_VIEW));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter from, start;

  gtk_text_buffer_get_start_iter (buffer, &from);
  gtk_text_iter_forward_search (&from, words, 0, &start, NULL, NULL);
  gtk_text_iter_forward_char (&start);
  gtk_text_buffer_place_cursor (buffer, &start);
  shots_settle (400);
}

static void
take_form (Shots *shots, GtkWidget *pane)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (pane, "check.add-observation", NULL);
  shots_settle (600);
  shots_take (shots, "check-add");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
  adw_dialog_force_close (dialog);
  shots_settle (400);
}

/**
 * shots_take_check:
 * @shots: the pictures, with the sample of Ningbo open
 */
void
shots_take_check (Shots *shots)
{
  const gboolean is_chinese = tide_language_get_default () == TIDE_LANGUAGE_ZH;
  GtkWidget *pane = show_pane (shots);
  GtkWidget *text = tide_test_find_child (pane, GTK_TYPE_TEXT_VIEW);
  AdwToggleGroup *steps;

  shots_take (shots, "check-empty");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)),
                            is_chinese ? chinese : english, -1);
  wait_for_findings (pane);
  shots_take (shots, "check");
  go_to (pane, "17.9");
  shots_take (shots, "check-finding");

  steps = ADW_TOGGLE_GROUP (tide_test_find_child (pane, ADW_TYPE_TOGGLE_GROUP));
  adw_toggle_group_set_active_name (steps, "findings");
  shots_settle (400);
  if (shots->width < 600)
    shots_take (shots, "check-findings");
  adw_toggle_group_set_active_name (steps, "text");
  go_to (pane, is_chinese ? "7000" : "700 billion");
  take_form (shots, pane);
}
