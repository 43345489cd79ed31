/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool.h"

#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"
#include "core/tide-problem.h"
#include "store/tide-file-reader.h"
#include "store/tide-safe-writer.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <stdio.h>

/**
 * tide_tool_print_problems:
 * @argument: the file as it was named
 * @problems: (nullable) (element-type TideProblem): what is wrong with it
 *
 * Writes each problem to the standard error as `file:line:column: path: message`.
 */
void
tide_tool_print_problems (const char *argument, GPtrArray *problems)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      TideProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *line = NULL;
      g_autofree char *path = g_strdup (problem->path);

      tide_problem_set_place (problem, argument, problem->line, problem->column, path);
      line = tide_problem_dup_line (problem);
      g_printerr ("%s\n", line);
    }
}

/**
 * tide_tool_read_with_stamp:
 * @argument: a path or URI
 * @problems: (out) (element-type TideProblem): the doubts about what was read
 * @stamp: (out) (optional) (transfer full): what the file held
 *
 * Reads a register; a refusal is written to the standard error.
 *
 * Returns: (transfer full) (nullable): what was read
 */
TideSnapshot *
tide_tool_read_with_stamp (const char *argument, GPtrArray **problems, TideFileStamp **stamp)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argument);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = tide_file_reader_read (file, NULL, &error);
  TideSnapshot *snapshot = NULL;

  *problems = NULL;
  if (text != NULL)
    snapshot = tide_json_read (text, argument, NULL, NULL, NULL, problems, &error);
  if (snapshot != NULL)
    {
      if (stamp != NULL)
        {
          g_autofree char *content = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);

          *stamp = tide_file_stamp_new (NULL, content);
        }
      return snapshot;
    }

  if (*problems != NULL && (*problems)->len > 0)
    tide_tool_print_problems (argument, *problems);
  else
    g_printerr ("%s: %s\n", argument, error->message);

  return NULL;
}

/**
 * tide_tool_read:
 * @argument: a path or URI
 * @problems: (out) (element-type TideProblem): the doubts about what was read
 *
 * Reads a register; a refusal is written to the standard error.
 *
 * Returns: (transfer full) (nullable): what was read
 */
TideSnapshot *
tide_tool_read (const char *argument, GPtrArray **problems)
{
  return tide_tool_read_with_stamp (argument, problems, NULL);
}

/**
 * tide_tool_validate:
 * @verb: the command
 * @words: what was typed
 *
 * Checks registers. Says nothing of those in order.
 *
 * Returns: %TIDE_TOOL_DONE where all are in order
 */
TideToolStatus
tide_tool_validate (const TideToolVerb *verb, char **words)
{
  g_autoptr (GOptionContext) context = tide_tool_verb_new_context (verb);
  g_auto (GStrv) arguments = tide_tool_verb_parse (verb, context, words);
  TideToolStatus status = TIDE_TOOL_DONE;

  if (arguments == NULL)
    return TIDE_TOOL_WRONG_USAGE;

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (TideSnapshot) snapshot = tide_tool_read (arguments[i], &problems);

      if (snapshot != NULL)
        tide_tool_print_problems (arguments[i], problems);
      if (snapshot == NULL || (problems != NULL && problems->len > 0))
        status = TIDE_TOOL_REFUSED;
    }

  return status;
}

static TideToolStatus
print_bytes (GBytes *text)
{
  gsize size = 0;
  const void *data = g_bytes_get_data (text, &size);

  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TIDE_TOOL_DONE;

  /* Translators: %s says why, in a sentence of the system */
  g_printerr (_ ("The standard output could not be written: %s"), g_strerror (errno));
  g_printerr ("\n");

  return TIDE_TOOL_REFUSED;
}

/**
 * tide_tool_write:
 * @bytes: what is to be written
 * @output: (nullable): path or URI of the file to write; %NULL for the standard output
 *
 * Returns: %TIDE_TOOL_DONE where it was written, else %TIDE_TOOL_REFUSED, with the reason on the
 *   standard error
 */
TideToolStatus
tide_tool_write (GBytes *bytes, const char *output)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (output == NULL)
    return print_bytes (bytes);

  file = g_file_new_for_commandline_arg (output);
  if (tide_safe_writer_write (file, bytes, NULL, &error))
    return TIDE_TOOL_DONE;

  g_printerr ("%s: %s\n", output, error->message);

  return TIDE_TOOL_REFUSED;
}

static TideToolStatus
write_again (const char *argument, const char *output)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot = tide_tool_read (argument, &problems);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = NULL;

  if (snapshot == NULL)
    return TIDE_TOOL_REFUSED;

  tide_tool_print_problems (argument, problems);
  text = tide_json_write (snapshot, NULL, NULL, NULL, &error);
  if (text != NULL)
    return tide_tool_write (text, output);

  g_printerr ("%s: %s\n", argument, error->message);

  return TIDE_TOOL_REFUSED;
}

/**
 * tide_tool_format:
 * @verb: the command
 * @words: what was typed
 *
 * Reads a register and writes it in the layout of the format. Doubts are told on the standard error
 * and do not stop it, as nothing is lost by writing what was read.
 *
 * Returns: %TIDE_TOOL_DONE where it was written
 */
TideToolStatus
tide_tool_format (const TideToolVerb *verb, char **words)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = tide_tool_verb_new_context (verb);
  g_auto (GStrv) arguments = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  arguments = tide_tool_verb_parse (verb, context, words);

  return arguments != NULL ? write_again (arguments[0], output) : TIDE_TOOL_WRONG_USAGE;
}
