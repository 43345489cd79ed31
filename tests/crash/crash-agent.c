/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded into the real program: takes what a crash has left, then works in the window's forms
 * and menus as fast as the main loop turns, until somebody kills the process. What it does is
 * written down, before and after, where a kill cannot take it back: to the file
 * $TIDELINE_CRASH_LOG. $TIDELINE_CRASH_SEED decides on the acts, $TIDELINE_CRASH_PLAN is a list of
 * words: `offer` where changes are to be offered, `file` where the register can be saved, `finish`
 * where all is to be saved and the program to end, `slow` where time is to pass between the acts.
 */

#include <adwaita.h>

#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef enum
{
  STAGE_START,
  STAGE_RECOVERING,
  STAGE_READY,
  STAGE_FORM,
  STAGE_END,
} Stage;

static struct
{
  int log;
  char **plan;
  GRand *rand;
  const char *run; /* begins every name */
  Stage stage;
  guint n_names;
  guint n_typed;   /* how often the open form is still to be typed in */
  char *original;  /* nullable: what the open form changes */
  gboolean is_new; /* whether the open form makes a project */
} agent = { .log = -1 };

G_GNUC_PRINTF (1, 2)
static void
note (const char *format, ...)
{
  g_autoptr (GString) line = g_string_new (NULL);
  va_list arguments;

  g_string_printf (line, "%" G_GINT64_FORMAT "\t", g_get_monotonic_time ());
  va_start (arguments, format);
  g_string_append_vprintf (line, format, arguments);
  va_end (arguments);
  g_string_append_c (line, '\n');
  if (write (agent.log, line->str, line->len) != (ssize_t) line->len)
    abort ();
}

static gboolean
plans (const char *word)
{
  return g_strv_contains ((const char *const *) agent.plan, word);
}

static gboolean
happens (int percent)
{
  return g_rand_int_range (agent.rand, 0, 100) < percent;
}

static gboolean
is_a (gpointer object, const char *type)
{
  return object != NULL && g_str_equal (G_OBJECT_TYPE_NAME (object), type);
}

static GtkWidget *
find_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (is_a (window, "TideWindow") && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static GtkWidget *
find_child (GtkWidget *widget, const char *type, const char *property, const char *text)
{
  g_autofree char *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), g_type_from_name (type)))
    {
      g_object_get (widget, property, &found, NULL);
      if (g_strcmp0 (found, text) == 0)
        return widget;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *match = find_child (child, type, property, text);

      if (match != NULL)
        return match;
    }

  return NULL;
}

static GtkWidget *
find_name (AdwDialog *form)
{
  return find_child (GTK_WIDGET (form), "TideFieldRow", "title", "Name in English");
}

static gboolean
get_flag (GtkWidget *window, const char *of_document, const char *of_register)
{
  g_autoptr (GObject) document = NULL;
  g_autoptr (GObject) reg = NULL;
  gboolean flag = FALSE;

  g_object_get (window, "document", &document, NULL);
  if (document == NULL)
    return FALSE;
  if (of_document != NULL)
    {
      g_object_get (document, of_document, &flag, NULL);
      return flag;
    }

  g_object_get (document, "register", &reg, NULL);
  g_object_get (reg, of_register, &flag, NULL);
  return flag;
}

static gboolean
has_document (GtkWidget *window)
{
  g_autoptr (GObject) document = NULL;

  g_object_get (window, "document", &document, NULL);

  return document != NULL;
}

static void
type_name (AdwDialog *form, const char *name)
{
  note ("typed\t%s", name);
  gtk_editable_set_text (GTK_EDITABLE (find_name (form)), name);
}

static void
save_form (AdwDialog *form)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (find_name (form))));

  if (agent.is_new)
    note ("begin\tadd\t%s", name);
  else
    note ("begin\trename\t%s\t%s", agent.original, name);
  gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL);
  note ("end");
  agent.stage = STAGE_READY;
}

static char *
make_name (void)
{
  return g_strdup_printf ("%s-%u", agent.run, ++agent.n_names);
}

/* A form that a crash has left, or that has just been opened. */
static void
take_form (AdwDialog *form, gboolean is_left)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (find_name (form)));

  agent.is_new = g_str_equal (adw_dialog_get_title (form), "New Project");
  /* Who reads the notes knows what a form that is left was to change. */
  g_set_str (&agent.original, is_left ? "" : text);
  if (is_left)
    note ("form\t%s", text);
  agent.n_typed = happens (80) ? 1 : g_rand_int_range (agent.rand, 2, 120);
  agent.stage = STAGE_FORM;
}

static void
work_in_form (AdwDialog *form)
{
  g_autofree char *name = NULL;

  if (agent.n_typed == 0 && agent.is_new && happens (10))
    {
      note ("given-up");
      adw_dialog_force_close (form);
      agent.stage = STAGE_READY;
    }
  else if (agent.n_typed == 0)
    save_form (form);
  else
    {
      name = make_name ();
      type_name (form, name);
      agent.n_typed--;
    }
}

static void
act (GtkWidget *window)
{
  const int choice = g_rand_int_range (agent.rand, 0, 100);

  if (choice < 40)
    gtk_widget_activate_action (window, "projects.add", NULL);
  else if (choice < 55)
    gtk_widget_activate_action (window, "project.edit", NULL);
  else if (choice < 72 && get_flag (window, NULL, "can-undo"))
    {
      note ("begin\tundo");
      gtk_widget_activate_action (window, "win.undo", NULL);
      note ("end");
    }
  else if (choice < 84 && get_flag (window, NULL, "can-redo"))
    {
      note ("begin\tredo");
      gtk_widget_activate_action (window, "win.redo", NULL);
      note ("end");
    }
  else if (choice > 94 && plans ("file"))
    {
      note ("save");
      gtk_widget_activate_action (window, "win.save", NULL);
    }
}

static void
start (GtkWidget *window, AdwDialog *dialog)
{
  if (is_a (dialog, "TideRecoveryDialog"))
    {
      GtkWidget *button = find_child (GTK_WIDGET (dialog), "GtkButton", "label", "_Recover");

      note ("recover");
      agent.stage = STAGE_RECOVERING;
      g_signal_emit_by_name (button, "clicked");
    }
  else if (has_document (window) && !plans ("offer"))
    {
      note ("ready");
      agent.stage = STAGE_READY;
    }
}

static void
await_recovery (GtkWidget *window, AdwDialog *dialog)
{
  if (is_a (dialog, "TideRecoveryDialog"))
    {
      note ("offered-twice");
      agent.stage = STAGE_END;
    }
  else if (has_document (window))
    {
      note ("ready");
      agent.stage = STAGE_READY;
      if (is_a (dialog, "TideProjectDialog"))
        take_form (dialog, TRUE);
    }
}

/* Saves until nothing is left to save, and ends the program. */
static void
finish (GtkWidget *window, AdwDialog *dialog)
{
  if (dialog != NULL)
    save_form (dialog);
  else if (get_flag (window, "busy", NULL))
    return;
  else if (get_flag (window, "modified", NULL))
    gtk_widget_activate_action (window, "win.save", NULL);
  else
    {
      note ("saved");
      g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "quit", NULL);
      agent.stage = STAGE_END;
    }
}

static gboolean on_turn (gpointer data);

static guint
choose_pause (void)
{
  if (plans ("slow"))
    return g_rand_int_range (agent.rand, 20, 200);

  return happens (50) ? 0 : g_rand_int_range (agent.rand, 1, 30);
}

static gboolean
on_turn (gpointer data)
{
  GtkWidget *window = find_window ();
  AdwDialog *dialog = NULL;

  if (window != NULL)
    dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (window == NULL)
    ;
  else if (agent.stage == STAGE_START)
    start (window, dialog);
  else if (agent.stage == STAGE_RECOVERING)
    await_recovery (window, dialog);
  else if (agent.stage != STAGE_END && plans ("finish"))
    finish (window, dialog);
  else if (agent.stage == STAGE_FORM)
    work_in_form (dialog);
  else if (agent.stage == STAGE_READY && is_a (dialog, "TideProjectDialog"))
    take_form (dialog, FALSE);
  else if (agent.stage == STAGE_READY)
    act (window);

  if (agent.stage != STAGE_END)
    g_timeout_add (choose_pause (), on_turn, NULL);

  return G_SOURCE_REMOVE;
}

__attribute__ ((constructor)) static void
begin (void)
{
  const char *path = g_getenv ("TIDELINE_CRASH_LOG");

  if (path == NULL)
    return;

  agent.log = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  agent.plan = g_strsplit (g_getenv ("TIDELINE_CRASH_PLAN"), " ", -1);
  agent.rand = g_rand_new_with_seed ((guint32) atoi (g_getenv ("TIDELINE_CRASH_SEED")));
  agent.run = g_getenv ("TIDELINE_CRASH_RUN");
  g_timeout_add (0, on_turn, NULL);
}
