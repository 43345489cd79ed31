/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person prefers takes effect at once in the windows that are open. */

#include "tide-config.h"

#include "app/tide-application.h"
#include "app/tide-window.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/pages/tide-overview-page.h"
#include "ui/pages/tide-projects-page.h"

#include "tide-test-widgets.h"

static TideApplication *application;

typedef struct
{
  TideWindow *window;
  GSettings *settings;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "samples", "made-up.tideline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fixture->settings = g_settings_new (TIDE_APPLICATION_ID);
  g_application_activate (G_APPLICATION (application));
  while (gtk_application_get_active_window (GTK_APPLICATION (application)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->window = TIDE_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  tide_window_open (fixture->window, file, TRUE);
  while (tide_window_get_document (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_settings_reset (fixture->settings, "data-language");
  g_settings_reset (fixture->settings, "amount-unit");
  g_settings_reset (fixture->settings, "author");
  g_clear_object (&fixture->settings);
}

static TideRegister *
get_register (Fixture *fixture)
{
  return tide_document_get_register (tide_window_get_document (fixture->window));
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  if (GTK_IS_INSCRIPTION (widget)
      && g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;

  return FALSE;
}

static void
assert_shown (GtkWidget *widget, const char *text, gboolean is_shown)
{
  if (has_text (widget, text) != is_shown)
    g_error ("“%s” is %sshown", text, is_shown ? "not " : "");
}

static void
prefer (Fixture *fixture, const char *key, const char *value)
{
  g_assert_true (g_settings_set_string (fixture->settings, key, value));
  tide_test_settle (100);
}

static GtkWidget *
find_page (Fixture *fixture, GType type)
{
  GtkWidget *page = tide_test_find_child (GTK_WIDGET (fixture->window), type);

  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  tide_test_settle (100);

  return page;
}

/* Every unit that can be chosen is one that amounts can be shown in. */
static void
test_units (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *word;
    TideUnit unit;
  } units[] = {
    { "ten-thousand", TIDE_UNIT_TEN_THOUSAND },
    { "million", TIDE_UNIT_MILLION },
    { "100-million", TIDE_UNIT_HUNDRED_MILLION },
    { "billion", TIDE_UNIT_BILLION },
    { "register", TIDE_UNIT_ONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      prefer (fixture, "amount-unit", units[i].word);
      g_assert_cmpint (tide_unit_get_shown ("one"), ==, units[i].unit);
    }
}

static void
test_unit_in_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = find_page (fixture, TIDE_TYPE_PROJECTS_PAGE);

  prefer (fixture, "data-language", "en");
  prefer (fixture, "amount-unit", "million");
  assert_shown (page, "(million yuan)", TRUE);
  prefer (fixture, "amount-unit", "ten-thousand");
  assert_shown (page, "(million yuan)", FALSE);
  prefer (fixture, "data-language", "zh");
  assert_shown (page, "万元", TRUE);
}

static void
test_language_in_list (Fixture *fixture, gconstpointer data)
{
  TideProjectsPage *page = TIDE_PROJECTS_PAGE (find_page (fixture, TIDE_TYPE_PROJECTS_PAGE));
  /* The chip above the list says what is searched for, in whatever language that is. */
  GtkWidget *table = tide_test_find_child (GTK_WIDGET (page), TIDE_TYPE_PROJECTS_TABLE);
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_new ();
  const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (tide_record_get_payload (
      tide_list_get (tide_register_get_list (get_register (fixture), TIDE_RECORD_PROJECT), 0)));
  const char *en = tide_text_get (&project->name, TIDE_LANGUAGE_EN);
  const char *zh = tide_text_get (&project->name, TIDE_LANGUAGE_ZH);

  g_assert_cmpstr (en, !=, zh);
  tide_filter_set_text ((TideFilter *) filter, en);
  tide_projects_page_set_filter (page, TIDE_FILTER (filter));
  prefer (fixture, "data-language", "zh");
  assert_shown (table, zh, TRUE);
  assert_shown (table, en, FALSE);
  g_assert_cmpstr (tide_projects_page_get_filter (page)->text, !=, NULL);
  prefer (fixture, "data-language", "en");
  assert_shown (table, en, TRUE);
}

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = find_page (fixture, TIDE_TYPE_OVERVIEW_PAGE);
  const char *en = tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, "agreement", TIDE_LANGUAGE_EN);
  const char *zh = tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, "agreement", TIDE_LANGUAGE_ZH);
  GtkWidget *drop_down = tide_test_find_child (page, GTK_TYPE_DROP_DOWN);

  prefer (fixture, "data-language", "zh");
  assert_shown (page, zh, TRUE);
  assert_shown (page, "亿元", TRUE);
  g_assert_nonnull (drop_down);
  prefer (fixture, "data-language", "en");
  assert_shown (page, en, TRUE);
  assert_shown (page, "亿元", FALSE);
  prefer (fixture, "amount-unit", "million");
  assert_shown (page, "million yuan", TRUE);
}

static const char *
find_division (TideRegister *reg, const TideProjectPayload **found)
{
  TideList *list = tide_register_get_list (reg, TIDE_RECORD_PROJECT);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      *found = TIDE_PROJECT_PAYLOAD (tide_record_get_payload (tide_list_get (list, i)));
      if ((*found)->division != NULL)
        return (*found)->division;
    }

  g_assert_not_reached ();
}

static void
test_form (Fixture *fixture, gconstpointer data)
{
  TideRegister *reg = get_register (fixture);
  TideProjectsPage *page = TIDE_PROJECTS_PAGE (find_page (fixture, TIDE_TYPE_PROJECTS_PAGE));
  const TideProjectPayload *project;
  const char *id = find_division (reg, &project);
  const TidePayload *division = tide_register_lookup_payload (reg, TIDE_RECORD_DIVISION, id);
  AdwDialog *form;

  prefer (fixture, "data-language", "zh");
  tide_projects_page_reveal (page, project->base.id);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "project.edit", NULL);
  tide_test_settle (100);
  form = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (form);
  assert_shown (GTK_WIDGET (form), tide_payload_get_label (division, TIDE_LANGUAGE_ZH), TRUE);
  adw_dialog_force_close (form);
  tide_test_settle (100);
}

static void
test_author (Fixture *fixture, gconstpointer data)
{
  TideRegister *reg = get_register (fixture);
  g_autofree char *account = g_strdup (tide_register_get_author (reg));

  prefer (fixture, "author", "  李 Wei ");
  g_assert_cmpstr (tide_register_get_author (reg), ==, "李 Wei");
  prefer (fixture, "author", "   ");
  g_assert_cmpstr (tide_register_get_author (reg), ==, account);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/preferences/units", test_units },
    { "/preferences/unit-in-list", test_unit_in_list },
    { "/preferences/language-in-list", test_language_in_list },
    { "/preferences/overview", test_overview },
    { "/preferences/form", test_form },
    { "/preferences/author", test_author },
  };

  g_autoptr (GError) error = NULL;
  int result;

  gtk_test_init (&argc, &argv, NULL);
  application = tide_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  result = g_test_run ();
  g_object_unref (application);

  return result;
}
