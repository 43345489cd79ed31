/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the article of the Ningbo sample says can be pointed at on pages, with the article as the
 * source. tests/samples/test-article.c finds the same facts in the model. */

#include "codec/tide-json-reader.h"
#include "tide-test-widgets.h"
#include "ui/pages/tide-division-page.h"
#include "ui/pages/tide-event-page.h"
#include "ui/pages/tide-indicators-page.h"
#include "ui/pages/tide-overview-page.h"
#include "ui/pages/tide-platform-page.h"
#include "ui/pages/tide-project-details.h"
#include "ui/pages/tide-sector-page.h"
#include "ui/tide-ui.h"

#include <string.h>

#define ARTICLE "Strategic emerging industries grow rapidly in Ningbo"
#define PATIENCE (10 * G_TIME_SPAN_SECOND)
#define MAX_TEXTS 12

typedef GtkWidget *(*OpenFunc) (TideRegister *reg, const char *id);

typedef struct
{
  const char *name;
  OpenFunc open;
  const char *id;
  const char *texts[MAX_TEXTS]; /* parts of labels */
} Page;

static TideRegister *
read_sample (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "samples", "ningbo.tideline", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideClock) clock = tide_clock_new_fixed (1700000000);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  snapshot = tide_json_read (bytes, path, NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);

  return tide_register_new_from_snapshot (snapshot, clock, "Tester");
}

static GtkWidget *
open_overview (TideRegister *reg, const char *id)
{
  return g_object_new (TIDE_TYPE_OVERVIEW_PAGE, "register", reg, NULL);
}

static GtkWidget *
open_project (TideRegister *reg, const char *id)
{
  GtkWidget *details = g_object_new (TIDE_TYPE_PROJECT_DETAILS, "register", reg, NULL);

  tide_project_details_set_project (
      TIDE_PROJECT_DETAILS (details),
      TIDE_PROJECT (tide_register_lookup (reg, TIDE_RECORD_PROJECT, id)));

  return details;
}

static GtkWidget *
open_event (TideRegister *reg, const char *id)
{
  return GTK_WIDGET (tide_event_page_new (reg, id));
}

static GtkWidget *
open_sector (TideRegister *reg, const char *id)
{
  return GTK_WIDGET (tide_sector_page_new (reg, id, "intention"));
}

static GtkWidget *
open_division (TideRegister *reg, const char *id)
{
  return GTK_WIDGET (tide_division_page_new (reg, id, "intention"));
}

static GtkWidget *
open_indicator (TideRegister *reg, const char *id)
{
  GtkWidget *page = g_object_new (TIDE_TYPE_INDICATORS_PAGE, "register", reg, NULL);

  tide_indicators_page_show_indicator (TIDE_INDICATORS_PAGE (page), id);

  return page;
}

static GtkWidget *
open_platform (TideRegister *reg, const char *id)
{
  return GTK_WIDGET (tide_platform_page_new (reg, id));
}

static const Page pages[] = {
  { "overview", open_overview, NULL, { "17", "16 billion yuan", "US$1.06 billion" } },
  { "robots",
    open_project,
    "01KARCTX5GAZ6Q3K9W5R2Z8T7Y",
    { "AIoT enterprise intelligent IoT robot project", "Yuyao", "Signed", "robotics", ARTICLE } },
  { "wind",
    open_project,
    "01KARCTX5GBT4N8X1D6F7J0PVC",
    { "Shouyi Fengguang new energy technology project", "Zhenhai", "Registered", "new energy",
      ARTICLE } },
  { "meeting",
    open_event,
    "beijing-2023",
    { "Beijing", "Declared: 17", "16 billion yuan", "$1.06 billion",
      "with the focus on the development of strategic emerging industries", ARTICLE } },
  { "meeting-fields",
    open_event,
    "beijing-2023",
    { "new energy", "new materials", "marine equipment", "information technology", "robotics",
      "biomedicine", "smart transportation" } },
  { "robotics", open_sector, "press/robotics", { "robotics", ARTICLE } },
  { "clusters", open_sector, "ningbo-361-2023/digital", { "“361” clusters", "Trillion", ARTICLE } },
  { "yuyao", open_division, "330281", { "Yuyao", "County-level city" } },
  { "zhenhai", open_division, "330211", { "Zhenhai", "District" } },
  { "ningbo", open_division, "330200", { "641.1 billion yuan", "137.4 billion yuan", ARTICLE } },
  { "output",
    open_indicator,
    "sei-output",
    { "Output value", "2015", "222.4 billion yuan", "2022", "641.1 billion yuan", "16.3 %",
      ARTICLE } },
  { "added-value",
    open_indicator,
    "sei-added-value",
    { "Added value", "2015", "43.7 billion yuan", "2022", "137.4 billion yuan", "17.9 %",
      ARTICLE } },
  { "pilot",
    open_platform,
    "yongjiang-pilot",
    { "community of science, education, and industry", "Pilot programme", "2023-08", ARTICLE } },
  { "zone", open_platform, "yongjiang-zone", { "Innovation zone", "landmark", ARTICLE } },
  { "laboratory",
    open_platform,
    "yongjiang-laboratory",
    { "Research centres", "10", "16", "only provincial laboratory", "basic materials", ARTICLE } },
  { "university",
    open_platform,
    "ningbo-oriental-university",
    { "temporary name", "47", "Academicians", "7", ARTICLE } },
};

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));

  return NULL;
}

/* A number stands alone; of sentences, a part is enough. */
static gboolean
is_said (const char *label, const char *text)
{
  if (strspn (text, "0123456789") == strlen (text))
    return g_str_equal (label, text);

  return strstr (label, text) != NULL;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  const char *own = get_text (widget);

  if (own != NULL && is_said (own, text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

/* What is counted comes a while after the page. */
static gboolean
comes_to_say (GtkWidget *page, const char *text)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!says (page, text) && g_get_monotonic_time () < end)
    tide_test_settle (50);

  return says (page, text);
}

/* A page that can be pushed, alone; any other as it is. */
static void
show (AdwWindow *window, GtkWidget *page)
{
  if (ADW_IS_NAVIGATION_PAGE (page))
    {
      GtkWidget *view = adw_navigation_view_new ();

      adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
      page = view;
    }
  adw_window_set_content (window, page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 900);
  gtk_window_present (GTK_WINDOW (window));
}

static void
test_page (gconstpointer data)
{
  const Page *page = data;
  g_autoptr (TideRegister) reg = read_sample ();
  GtkWidget *widget = page->open (reg, page->id);
  AdwWindow *window = ADW_WINDOW (adw_window_new ());

  show (window, widget);
  for (gsize i = 0; i < G_N_ELEMENTS (page->texts) && page->texts[i] != NULL; i++)
    if (!comes_to_say (widget, page->texts[i]))
      {
        g_test_message ("It does not say: %s", page->texts[i]);
        g_test_fail ();
      }
  gtk_window_destroy (GTK_WINDOW (window));
  tide_test_settle (200);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/sample-pages/", pages[i].name, NULL);

      g_test_add_data_func (path, &pages[i], test_page);
    }

  return g_test_run ();
}
