/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-config.h"

#include "app/tide-application.h"

#include <glib/gi18n-lib.h>

#include <locale.h>

int
main (int argc, char **argv)
{
  g_autoptr (TideApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TIDE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_prgname (TIDE_APPLICATION_ID);
  application = tide_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
