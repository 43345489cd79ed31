/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideToolStatus:
 * @TIDE_TOOL_DONE: what was asked for is done
 * @TIDE_TOOL_REFUSED: a file has a problem, or could not be read or written
 * @TIDE_TOOL_WRONG_USAGE: the command or an option was wrong
 * @TIDE_TOOL_UNDECIDED: nothing is wrong, and nothing was done: something has to be decided first
 *
 * With which status the program ends.
 */
typedef enum
{
  TIDE_TOOL_DONE,
  TIDE_TOOL_REFUSED,
  TIDE_TOOL_WRONG_USAGE,
  TIDE_TOOL_UNDECIDED,
} TideToolStatus;

typedef struct _TideToolVerb TideToolVerb;

/**
 * TideToolVerb:
 * @name: what it is called
 * @arguments: what follows it, in words that are not translated
 * @n_arguments: how many files it needs; 0 for one or more
 * @summary: what it does, to be translated
 * @run: does it; given the words of the command line, the first of which is none of its arguments
 *
 * A command.
 */
struct _TideToolVerb
{
  const char *name;
  const char *arguments;
  guint n_arguments;
  const char *summary;
  TideToolStatus (*run) (const TideToolVerb *self, char **words);
};

GOptionContext *tide_tool_verb_new_context (const TideToolVerb *self);
GStrv tide_tool_verb_parse (const TideToolVerb *self, GOptionContext *context, char **words);
TideToolStatus
tide_tool_verb_refuse (const TideToolVerb *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
