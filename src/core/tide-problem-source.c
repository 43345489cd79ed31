/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-problem-private.h"

#include "core/tide-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static const struct
{
  const char *what;
  const char *sentence;
} sentences[] = {
  { "archive", N_ ("The file is an archive, not a table. Unpack it first.") },
  { "binary", N_ ("The file is neither text, a spreadsheet nor a web page.") },
  { "database", N_ ("The file is a database, not a table.") },
  { "document", N_ ("The file is a text document, not a table.") },
  { "json", N_ ("The file is JSON, not a table.") },
  { "media", N_ ("The file is a sound or a film, not a table.") },
  { "pdf", N_ ("The file is a PDF document, not a table.") },
  { "picture", N_ ("The file is a picture, not a table.") },
  { "presentation", N_ ("The file is a presentation, not a table.") },
  { "register", N_ ("The file is a register of Tideline, not a table. Open it instead.") },
  { "xml", N_ ("The file is XML, not a table.") },
};

static char *
dup_what (const char *what)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (strcmp (sentences[i].what, what) == 0)
      return g_strdup (_ (sentences[i].sentence));

  return g_strdup (_ ("The file is not a table."));
}

/*
 * tide_problem_dup_source_sentence:
 * @code: %TIDE_PROBLEM_NOT_A_TABLE, %TIDE_PROBLEM_NO_TABLES or %TIDE_PROBLEM_NOT_A_TEXT
 * @argument: its argument, empty where there is none
 *
 * Returns: (transfer full): the sentence
 */
char *
tide_problem_dup_source_sentence (TideProblemCode code, const char *argument)
{
  g_autofree char *isolated = tide_text_dup_isolated (argument);

  if (code == TIDE_PROBLEM_NOT_A_TABLE)
    return dup_what (argument);
  if (code == TIDE_PROBLEM_NOT_A_TEXT)
    return g_strdup (_ ("The file is not a plain text. Save it as one, or copy its words and paste "
                        "them."));
  if (*argument != '\0')
    /* Translators: %s is the name of a sheet of a spreadsheet */
    return g_strdup_printf (_ ("There is nothing on the sheet “%s”."), isolated);

  return g_strdup (_ ("There is no table in this page."));
}
