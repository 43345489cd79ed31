/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-private.h"

#include "ui/lists/tide-project-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Opening ----------------------------------------------------------------------------------- */

/* Only what a browser shows is opened: a register comes from anywhere, and other schemes may start
 * anything. */
static gboolean
can_open (const char *uri)
{
  const char *scheme = uri != NULL ? g_uri_peek_scheme (uri) : NULL;

  return scheme != NULL && (strcmp (scheme, "http") == 0 || strcmp (scheme, "https") == 0)
         && g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL);
}

static void
on_launched (GObject *launcher, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) button = data;
  g_autoptr (GError) error = NULL;
  AdwDialog *alert;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      || gtk_widget_get_root (button) == NULL)
    return;

  alert = adw_alert_dialog_new (_ ("The Source Could Not Be Opened"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, button);
}

static void
on_open_clicked (GtkWidget *button, const char *uri)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);
  GtkRoot *root = gtk_widget_get_root (button);

  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                           on_launched, g_object_ref (button));
}

static void
free_closure_data (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_open_button (GtkWidget *row, const char *uri)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
  /* Translators: an address on the web */
  g_autofree char *hint = g_strdup_printf (_ ("Open %s"), uri);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, hint);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_open_clicked), g_strdup (uri),
                         free_closure_data, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Rows -------------------------------------------------------------------------------------- */

static char *
dup_amount (const TideAmount *amount)
{
  const TideLanguage language = tide_language_get_default ();
  const char *kind = tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, amount->kind, language);
  g_autofree char *exact = tide_money_dup_text (&amount->money, TIDE_UNIT_ONE, language);
  const char *value = amount->written != NULL ? amount->written : exact;
  g_autofree char *isolated = tide_text_dup_isolated (value);

  return kind != NULL ? g_strdup_printf ("%s %s", kind, isolated) : g_strdup (isolated);
}

/* What a source says of the project; NULL where no amount names it. */
static char *
dup_supported (const TideProjectPayload *project, const char *id)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);
      g_autofree char *label = NULL;

      if (g_strcmp0 (amount->source, id) != 0)
        continue;
      label = dup_amount (amount);
      if (text->len > 0)
        /* Translators: between the items of a list */
        g_string_append (text, C_ ("list", ", "));
      g_string_append (text, label);
    }

  /* Translators: the amounts that a source tells */
  return text->len > 0 ? g_strdup_printf (_ ("Source of: %s"), text->str) : NULL;
}

static char *
dup_citation (const TideSourcePayload *source, const char *supported)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (source != NULL)
    {
      tide_details_join (text, source->publisher);
      tide_details_join_date (text, &source->date);
    }
  if (supported != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", supported);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_source (TideDetailsSection *section,
               TideRegister *reg,
               const TideProjectPayload *project,
               const char *id)
{
  static const char *const paths[] = { "sources", NULL };
  const TidePayload *payload = tide_register_lookup_payload (reg, TIDE_RECORD_SOURCE, id);
  const TideSourcePayload *source = payload != NULL ? TIDE_SOURCE_PAYLOAD (payload) : NULL;
  g_autofree char *title = tide_project_text_dup_reference (reg, TIDE_RECORD_SOURCE, id);
  g_autofree char *supported = dup_supported (project, id);
  g_autofree char *citation = dup_citation (source, supported);
  GtkWidget *row = tide_details_row_new (title, citation, NULL);

  if (source != NULL && can_open (source->uri))
    add_open_button (row, source->uri);
  tide_details_row_set_fields (TIDE_DETAILS_ROW (row), paths);
  tide_details_section_append (section, row);
}

static gboolean
is_listed (GPtrArray *ids, const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

/**
 * tide_details_fill_sources:
 * @section: a section
 * @reg: the register that the project is of
 * @project: a project
 *
 * Shows where the project, and each of its amounts, is known from.
 */
void
tide_details_fill_sources (TideDetailsSection *section,
                           TideRegister *reg,
                           const TideProjectPayload *project)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < tide_entries_get_n (project->sources); i++)
    g_ptr_array_add (shown, g_ptr_array_index (project->sources, i));
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (amount->source != NULL && !is_listed (shown, amount->source))
        g_ptr_array_add (shown, amount->source);
    }

  for (guint i = 0; i < shown->len; i++)
    append_source (section, reg, project, g_ptr_array_index (shown, i));
}
