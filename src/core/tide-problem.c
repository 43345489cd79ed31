/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-problem-private.h"

#include "core/tide-step.h"

#include "core/tide-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/*
 * The arguments of each code, in order; all are text. Codes that are not listed have none.
 *
 *   FILE_TOO_LARGE       the limit, as g_format_size() gives it
 *   NOT_JSON             (may be left out) what was found there
 *   BAD_NUMBER           the number as written
 *   BAD_ESCAPE           the escape as written
 *   CONTROL_CHARACTER    the character as U+0007
 *   TOO_DEEP             the limit
 *   STRING_TOO_LONG      the limit, as g_format_size() gives it
 *   DUPLICATE_KEY        the member
 *   NEWER_VERSION        the file's version · (may be left out) the program's version needed
 *   WRONG_TYPE           the type expected: string, integer, boolean, array or object
 *   MISSING_MEMBER       the member
 *   BAD_ID               the id
 *   DUPLICATE_ID         the id
 *   BAD_DECIMAL          the number as written
 *   BAD_DATE             the date as written
 *   BAD_TIME             the time as written
 *   OUT_OF_RANGE         the value as written
 *   DANGLING_REFERENCE   the id referred to
 *   SHARES_NOT_WHOLE     the sum · the taxonomy's id or name
 *   UNREAL_DATE          the date as written
 *   TOO_PRECISE          the value as written · (may be left out) the currency
 *   NOT_POSITIVE         the value as written
 *   LOOP                 the id of a record in the loop
 *   UNREADABLE_AMOUNT    the text as typed
 *   NOT_IN_UNIT          the text as typed
 *   UNREADABLE_DATE      the text as typed
 *   UNREADABLE_NUMBER    the text as typed
 *   UNKNOWN_CURRENCY     the text as typed
 *   UNKNOWN_COUNTRY      the text as typed
 *   UNKNOWN_TIME_ZONE    the text as typed
 *   NOT_UNIQUE           the value as typed
 *   AMOUNT_TOO_LARGE     the text as typed
 *   NOT_A_SHARE          the number as typed
 *   FAR_DATE             the date as typed · the first year · the last year
 *   FUTURE_DATE          the date as typed
 *   BEFORE_PRESENT       the date as typed · what the present stage or status is called · its date
 *   ENDS_BEFORE_START    the date as typed · the date of the start
 *   SAME_PERIOD          the period
 *   UNLIKE_PERIODS       the last period · the first one
 *   REVISION_MISSING     the period
 *   REVISION_EXISTS      the period · the revision
 *   OTHER_UNIT           the value as its source has it · the same in the unit · the value
 *   OTHER_CURRENCY       the value as its source has it · its currency · that of the unit
 *   ALREADY_SO           what the stage or status is called
 *   UNFIT_UNIT           the text as typed · the unit that it should be in
 *   BELOW_ITSELF         (may be left out) what is below the record already
 *   MAPS_BACK            (may be left out) the class mapped to · (may be left out) those between
 *   BELOW_ZERO           the number as typed
 *   MORE_THAN_WHOLE      the number as typed · what it is part of · the number of that
 *   OTHER_TRACK          the stage · the kind of the result
 *   NOT_YET              the date as typed
 *   BEFORE_EARLIER_STAGE the date as typed · a stage that leads to this one · its date
 *   BAD_BYTE             the encoding · the byte, such as FF · the line · the offset in the file
 *   OPEN_QUOTE           the line
 *   CELL_TOO_LONG        the limit · the row
 *   TOO_MANY_COLUMNS     the limit · the row
 *   TOO_MANY_ROWS        the limit
 *   TOO_MANY_CELLS       the limit
 *   NOT_A_TABLE          what the file is: archive, binary, database, document, json, media, pdf,
 *                        picture, presentation, register or xml
 *   NO_TABLES            (may be left out) the sheet without cells; else a page has no table
 *   OTHER_SPREADSHEET    the ending of such files: .xls
 *   TOO_MANY_PARTS       the limit
 *   UNSAFE_PART          the part
 *   DUPLICATE_PART       the part
 *   DAMAGED_PART         the part
 *   MISSING_PART         the part
 *   UNPACKS_TOO_LARGE    the limit, as g_format_size() gives it
 *   PACKED_TOO_TIGHT     the limit · the part
 *   BAD_XML              the line · the part
 *   XML_DECLARATION      the part
 *   TOO_MANY_ELEMENTS    the limit · the part
 *   TOO_MANY_STRINGS     the limit
 *   TOO_MANY_FORMATS     the limit
 *   UNKNOWN_STRING       the number as written · the place of the cell
 *   BAD_CELL_PLACE       the place as written · the row
 *   CELL_OUT_OF_ORDER    the place as written
 *   UNKNOWN_PLACEHOLDER  the word
 *   UNKNOWN_LIST         the word
 *   MISPLACED_PLACEHOLDER the word · the list that it belongs to
 *   OPEN_PLACEHOLDER     what follows the brace
 *   OPEN_PART            what is open · what would close it
 *   STRAY_END            what closes nothing
 *   BAD_FORMS            the word
 */

G_DEFINE_BOXED_TYPE (TideProblem, tide_problem, tide_problem_ref, tide_problem_unref)
G_DEFINE_QUARK (tide - problem - error - quark, tide_problem_error)

static gboolean
has_arg (const TideProblem *self, guint index)
{
  return self->args != NULL && g_strv_length (self->args) > index;
}

static const char *
get_arg (const TideProblem *self, guint index)
{
  return has_arg (self, index) ? self->args[index] : "";
}

static char *
dup_text_refusal (const TideProblem *self)
{
  switch ((gint) self->code)
    {
    case TIDE_PROBLEM_EMPTY_FILE:
      return g_strdup (_ ("The file is empty."));
    case TIDE_PROBLEM_FILE_TOO_LARGE:
      /* Translators: %s is a size, such as 64 MB */
      return g_strdup_printf (_ ("The file is larger than %s."), get_arg (self, 0));
    case TIDE_PROBLEM_NOT_UTF8:
      return g_strdup (_ ("The text is not UTF-8."));
    case TIDE_PROBLEM_NOT_JSON:
      if (has_arg (self, 0))
        /* Translators: %s is a character of the file */
        return g_strdup_printf (_ ("The file is not JSON: “%s” was not expected here."),
                                get_arg (self, 0));
      return g_strdup (_ ("The file is not JSON."));
    case TIDE_PROBLEM_TRUNCATED:
      return g_strdup (_ ("The file ends in the middle."));
    case TIDE_PROBLEM_TRAILING_TEXT:
      return g_strdup (_ ("There is more text after the end of the register."));
    case TIDE_PROBLEM_BAD_NUMBER:
      /* Translators: %s is what the file says */
      return g_strdup_printf (_ ("“%s” is not a number that can be kept exactly."),
                              get_arg (self, 0));
    case TIDE_PROBLEM_BAD_ESCAPE:
      /* Translators: %s is what the file says, such as \q */
      return g_strdup_printf (_ ("“%s” is not an escape of JSON."), get_arg (self, 0));
    case TIDE_PROBLEM_CONTROL_CHARACTER:
      /* Translators: %s is the code of a character, such as U+0007 */
      return g_strdup_printf (_ ("The text contains the control character %s."), get_arg (self, 0));
    case TIDE_PROBLEM_NUL_CHARACTER:
      return g_strdup (_ ("The text contains a null character."));
    case TIDE_PROBLEM_TOO_DEEP:
      /* Translators: %s is a number */
      return g_strdup_printf (_ ("The file is nested deeper than %s levels."), get_arg (self, 0));
    case TIDE_PROBLEM_STRING_TOO_LONG:
      /* Translators: %s is a size, such as 1 MB */
      return g_strdup_printf (_ ("A text is longer than %s."), get_arg (self, 0));
    case TIDE_PROBLEM_DUPLICATE_KEY:
      /* Translators: %s is the word of the file for a member of a record */
      return g_strdup_printf (_ ("“%s” is given twice."), get_arg (self, 0));
    default:
      return NULL;
    }
}

static char *
dup_wrong_type (const TideProblem *self)
{
  const char *type = get_arg (self, 0);

  if (strcmp (type, "string") == 0)
    return g_strdup (_ ("A text was expected here."));
  if (strcmp (type, "integer") == 0)
    return g_strdup (_ ("A whole number was expected here."));
  if (strcmp (type, "boolean") == 0)
    return g_strdup (_ ("Either true or false was expected here."));
  if (strcmp (type, "array") == 0)
    return g_strdup (_ ("A list was expected here."));
  if (strcmp (type, "object") == 0)
    return g_strdup (_ ("An object was expected here."));

  return g_strdup (_ ("The value is of the wrong type."));
}

static char *
dup_structure_refusal (const TideProblem *self)
{
  switch ((gint) self->code)
    {
    case TIDE_PROBLEM_NOT_A_REGISTER:
      return g_strdup (_ ("The file is not a Tideline register."));
    case TIDE_PROBLEM_NEWER_VERSION:
      if (has_arg (self, 1))
        return g_strdup_printf (
            /* Translators: the version of the format, then that of the program */
            _ ("The register has version %s of the format; Tideline %s or later can open it."),
            get_arg (self, 0), get_arg (self, 1));
      return g_strdup_printf (
          /* Translators: %s is the version of the format */
          _ ("The register has version %s of the format; a newer Tideline can open it."),
          get_arg (self, 0));
    case TIDE_PROBLEM_WRONG_TYPE:
      return dup_wrong_type (self);
    case TIDE_PROBLEM_MISSING_MEMBER:
      /* Translators: %s is the word of the file for a member of a record */
      return g_strdup_printf (_ ("“%s” is missing."), get_arg (self, 0));
    case TIDE_PROBLEM_BAD_ID:
      return g_strdup_printf (
          /* Translators: %s is what the file says */
          _ ("“%s” cannot be an id: 1 to 64 letters, digits and . _ / - are allowed."),
          get_arg (self, 0));
    case TIDE_PROBLEM_DUPLICATE_ID:
      /* Translators: %s is the id of a record */
      return g_strdup_printf (_ ("The id “%s” is used twice."), get_arg (self, 0));
    case TIDE_PROBLEM_BAD_DECIMAL:
      /* Translators: %s is what the file says */
      return g_strdup_printf (_ ("“%s” is not a decimal number."), get_arg (self, 0));
    case TIDE_PROBLEM_BAD_DATE:
      /* Translators: %s is what the file says, or what was typed */
      return g_strdup_printf (_ ("“%s” is not a date such as 2023, 2023-08 or 2023-08-15."),
                              get_arg (self, 0));
    case TIDE_PROBLEM_BAD_TIME:
      /* Translators: %s is what the file says */
      return g_strdup_printf (_ ("“%s” is not a time such as 2023-11-20T08:00:00Z."),
                              get_arg (self, 0));
    case TIDE_PROBLEM_OUT_OF_RANGE:
      /* Translators: %s is a number */
      return g_strdup_printf (_ ("%s is too large or too small."), get_arg (self, 0));
    default:
      return NULL;
    }
}

static char *
dup_doubt (const TideProblem *self)
{
  switch ((gint) self->code)
    {
    case TIDE_PROBLEM_DANGLING_REFERENCE:
      /* Translators: %s is the id of a record */
      return g_strdup_printf (_ ("“%s” is referred to, but does not exist."), get_arg (self, 0));
    case TIDE_PROBLEM_SHARES_NOT_WHOLE:
      /* Translators: the name of a classification, then a number */
      return g_strdup_printf (_ ("The shares within “%s” add up to %s %% instead of 100 %%."),
                              get_arg (self, 1), get_arg (self, 0));
    case TIDE_PROBLEM_UNREAL_DATE:
      /* Translators: %s is a date, such as 2023-02-30 */
      return g_strdup_printf (_ ("The day %s does not exist."), get_arg (self, 0));
    case TIDE_PROBLEM_TOO_PRECISE:
      if (has_arg (self, 1))
        /* Translators: an amount, then a currency */
        return g_strdup_printf (_ ("%s has more decimals than %s allows."), get_arg (self, 0),
                                get_arg (self, 1));
      /* Translators: %s is a number */
      return g_strdup_printf (_ ("%s has more decimals than allowed."), get_arg (self, 0));
    case TIDE_PROBLEM_NOT_POSITIVE:
      /* Translators: %s is a number, which should be above zero */
      return g_strdup_printf (_ ("%s is not above zero."), get_arg (self, 0));
    case TIDE_PROBLEM_LOOP:
      /* Translators: %s is the id of a record */
      return g_strdup_printf (_ ("“%s” is above itself."), get_arg (self, 0));
    default:
      return NULL;
    }
}

/* What concerns records of one kind. */
static char *
dup_record_problem (const TideProblem *self)
{
  char *text = tide_problem_dup_indicator_sentence (self->code, get_arg (self, 0),
                                                    get_arg (self, 1), get_arg (self, 2));

  return text != NULL ? text
                      : tide_problem_dup_innovation_sentence (self->code, get_arg (self, 0),
                                                              get_arg (self, 1), get_arg (self, 2));
}

static char *
dup_value_problem (const TideProblem *self)
{
  switch ((gint) self->code)
    {
    case TIDE_PROBLEM_AMOUNT_TOO_LARGE:
      return g_strdup_printf (
          /* Translators: %s is an amount as it was typed */
          _ ("“%s” is too large: an amount is at most 1,000 trillion."), get_arg (self, 0));
    case TIDE_PROBLEM_NOT_A_SHARE:
      /* Translators: %s is a number as it was typed */
      return g_strdup_printf (_ ("“%s” is not a share: a share is from 0 to 100 %%."),
                              get_arg (self, 0));
    case TIDE_PROBLEM_FAR_DATE:
      /* Translators: a date as it was typed, then two years */
      return g_strdup_printf (_ ("“%s” is not between %s and %s."), get_arg (self, 0),
                              get_arg (self, 1), get_arg (self, 2));
    case TIDE_PROBLEM_FUTURE_DATE:
      return g_strdup_printf (
          /* Translators: %s is a date as it was typed */
          _ ("“%s” is still to come. What is planned has its dates in the form."),
          get_arg (self, 0));
    case TIDE_PROBLEM_BEFORE_PRESENT:
      return g_strdup_printf (
          /* Translators: a date as it was typed; a stage or status; its date */
          _ ("“%s” comes before “%s” of %s and would not become current. Type a later or a more "
             "exact date."),
          get_arg (self, 0), get_arg (self, 1), get_arg (self, 2));
    case TIDE_PROBLEM_ENDS_BEFORE_START:
      /* Translators: two dates as they were typed */
      return g_strdup_printf (_ ("“%s” comes before the start, %s."), get_arg (self, 0),
                              get_arg (self, 1));
    case TIDE_PROBLEM_ALREADY_SO:
      /* Translators: %s is a stage or a status, such as Signed */
      return g_strdup_printf (_ ("It is “%s” already."), get_arg (self, 0));
    case TIDE_PROBLEM_SECOND_SUBJECT:
      return g_strdup (_ ("A target is for one thing, and another one is named already."));
    case TIDE_PROBLEM_UNFIT_UNIT:
      /* Translators: an amount as it was typed, and the unit of an indicator, such as Chinese yuan
       */
      return g_strdup_printf (_ ("“%s” does not fit: the indicator is told in %s."),
                              get_arg (self, 0), get_arg (self, 1));
    default:
      return dup_record_problem (self);
    }
}

static char *
dup_moment_problem (const TideProblem *self)
{
  switch ((gint) self->code)
    {
    case TIDE_PROBLEM_NOT_KNOWN_YET:
      /* Translators: %s is a date as it was typed */
      return g_strdup_printf (_ ("“%s” is still to come: nobody knows yet what is known then."),
                              get_arg (self, 0));
    case TIDE_PROBLEM_HISTORY_TRIMMED:
      return g_strdup_printf (
          /* Translators: %s is a date, such as 2023-08-15 */
          _ ("The history has been trimmed: what was known before %s cannot be told any more."),
          get_arg (self, 0));
    case TIDE_PROBLEM_HISTORY_BROKEN:
      return g_strdup_printf (
          /* Translators: %s is a date, such as 2023-08-15 */
          _ ("The register has been changed without its history: what was known before %s cannot "
             "be told."),
          get_arg (self, 0));
    default:
      return NULL;
    }
}

static char *
dup_loop_problem (const TideProblem *self)
{
  g_autofree char *other = tide_text_dup_isolated (get_arg (self, 0));

  if (self->code == TIDE_PROBLEM_BELOW_ITSELF)
    return has_arg (self, 0)
               /* Translators: %s is the name of a sector or division */
               ? g_strdup_printf (_ ("“%s” is part of this one, which cannot be part of it."),
                                  other)
               : g_strdup (_ ("Nothing is part of itself."));

  if (has_arg (self, 1))
    /* Translators: the class of another classification that was chosen, then classes with arrows
     * between */
    return g_strdup_printf (_ ("“%s” maps back to this class, by way of %s."), other,
                            get_arg (self, 1));
  if (has_arg (self, 0))
    /* Translators: %s is the class of another classification that was chosen */
    return g_strdup_printf (_ ("“%s” maps to this class already, and that counts from both ends."),
                            other);

  return g_strdup (_ ("A class cannot map to itself."));
}

static char *
dup_field_problem (const TideProblem *self)
{
  switch ((gint) self->code)
    {
    case TIDE_PROBLEM_REQUIRED:
      return g_strdup (_ ("This is needed."));
    case TIDE_PROBLEM_UNREADABLE_AMOUNT:
      /* Translators: %s is what was typed */
      return g_strdup_printf (_ ("“%s” is not an amount such as 160亿元 or US$1.06 bn."),
                              get_arg (self, 0));
    case TIDE_PROBLEM_NOT_IN_UNIT:
      /* Translators: %s is what was typed */
      return g_strdup_printf (_ ("“%s” is not told in the unit of the indicator."),
                              get_arg (self, 0));
    case TIDE_PROBLEM_UNREADABLE_DATE:
      /* Translators: %s is what the file says, or what was typed */
      return g_strdup_printf (_ ("“%s” is not a date such as 2023, 2023-08 or 2023-08-15."),
                              get_arg (self, 0));
    case TIDE_PROBLEM_UNREADABLE_NUMBER:
      /* Translators: %s is what was typed */
      return g_strdup_printf (_ ("“%s” is not a number."), get_arg (self, 0));
    case TIDE_PROBLEM_UNKNOWN_CURRENCY:
      /* Translators: %s is what was typed */
      return g_strdup_printf (_ ("“%s” is not a currency that Tideline knows."), get_arg (self, 0));
    case TIDE_PROBLEM_SAME_CURRENCY:
      return g_strdup (_ ("Both currencies are the same."));
    case TIDE_PROBLEM_RATE_EXISTS:
      return g_strdup (_ ("The set has a rate of these currencies for this date."));
    case TIDE_PROBLEM_UNKNOWN_COUNTRY:
      /* Translators: %s is what was typed */
      return g_strdup_printf (_ ("“%s” is not the code of a country, such as CN."),
                              get_arg (self, 0));
    case TIDE_PROBLEM_UNKNOWN_TIME_ZONE:
      /* Translators: %s is what was typed */
      return g_strdup_printf (_ ("“%s” is not a time zone, such as Asia/Shanghai."),
                              get_arg (self, 0));
    case TIDE_PROBLEM_NOT_UNIQUE:
      /* Translators: %s is what was typed, such as a number of a project */
      return g_strdup_printf (_ ("“%s” is already in use."), get_arg (self, 0));
    case TIDE_PROBLEM_REASON_MISSING:
      return g_strdup (_ ("Say why."));
    case TIDE_PROBLEM_BELOW_ITSELF:
    case TIDE_PROBLEM_MAPS_BACK:
      return dup_loop_problem (self);
    default:
      return dup_value_problem (self);
    }
}

/**
 * tide_problem_new:
 * @code: what is wrong
 * @...: the arguments of the sentence as strings, ended by %NULL
 *
 * Returns: (transfer full): a problem without a place
 */
TideProblem *
tide_problem_new (TideProblemCode code, ...)
{
  TideProblem *self = g_new0 (TideProblem, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *arg;
  va_list args;

  g_atomic_ref_count_init (&self->ref_count);
  self->code = code;

  va_start (args, code);
  while ((arg = va_arg (args, const char *)) != NULL)
    g_strv_builder_take (builder, tide_text_dup_isolated (arg));
  va_end (args);
  self->args = g_strv_builder_end (builder);
  if (self->args[0] == NULL)
    g_clear_pointer (&self->args, g_strfreev);

  return self;
}

/**
 * tide_problem_ref:
 * @self: a problem
 *
 * Returns: (transfer full): @self
 */
TideProblem *
tide_problem_ref (TideProblem *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tide_problem_unref:
 * @self: (transfer full): a problem
 */
void
tide_problem_unref (TideProblem *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->file);
  g_free (self->path);
  g_free (self->record);
  g_free (self->field);
  g_strfreev (self->args);
  g_clear_pointer (&self->repair, tide_step_unref);
  g_free (self);
}

/**
 * tide_problem_set_place:
 * @self: a problem that is not shared yet
 * @file: (nullable): name of the file, for people
 * @line: line, from 1; 0 for none
 * @column: column in characters, from 1; 0 for none
 * @path: (nullable): path inside the file
 *
 * Says where it is.
 */
void
tide_problem_set_place (
    TideProblem *self, const char *file, guint line, guint column, const char *path)
{
  g_set_str (&self->file, file);
  g_set_str (&self->path, path);
  self->line = line;
  self->column = column;
}

/**
 * tide_problem_is_doubt:
 * @self: a problem
 *
 * Returns: whether the register can be read all the same, though not changed
 */
gboolean
tide_problem_is_doubt (const TideProblem *self)
{
  return self->code >= TIDE_PROBLEM_DANGLING_REFERENCE && self->code <= TIDE_PROBLEM_LOOP;
}

/**
 * tide_problem_dup_sentence:
 * @self: a problem
 *
 * Returns: (transfer full): what is wrong, as one translated sentence without the place
 */
char *
tide_problem_dup_sentence (const TideProblem *self)
{
  if (self->code <= TIDE_PROBLEM_DUPLICATE_KEY)
    return dup_text_refusal (self);
  if (self->code <= TIDE_PROBLEM_OUT_OF_RANGE)
    return dup_structure_refusal (self);
  if (tide_problem_is_doubt (self))
    return dup_doubt (self);
  if (self->code >= TIDE_PROBLEM_NOT_KNOWN_YET)
    return dup_moment_problem (self);
  if (self->code >= TIDE_PROBLEM_UNKNOWN_PLACEHOLDER)
    return tide_problem_dup_template_sentence (self->code, get_arg (self, 0), get_arg (self, 1));
  if (self->code >= TIDE_PROBLEM_CELL_TOO_LONG)
    return tide_problem_dup_table_sentence (self->code, get_arg (self, 0), get_arg (self, 1));
  if (self->code >= TIDE_PROBLEM_BAD_BYTE)
    return tide_problem_dup_delimited_sentence (self->code, get_arg (self, 0), get_arg (self, 1),
                                                get_arg (self, 2), get_arg (self, 3));

  return dup_field_problem (self);
}

/**
 * tide_problem_dup_line:
 * @self: a problem
 *
 * Returns: (transfer full): place and sentence, as compilers write them: `file:line:column: path:
 *   sentence`; what is not known is left out
 */
char *
tide_problem_dup_line (const TideProblem *self)
{
  GString *text = g_string_new (self->file);
  g_autofree char *sentence = tide_problem_dup_sentence (self);

  if (self->line > 0)
    {
      g_string_append_printf (text, text->len > 0 ? ":%u" : "%u", self->line);
      if (self->column > 0)
        g_string_append_printf (text, ":%u", self->column);
    }
  if (text->len > 0)
    g_string_append (text, ": ");
  if (self->path != NULL && self->path[0] != '\0')
    g_string_append_printf (text, "%s: ", self->path);
  g_string_append (text, sentence);

  return g_string_free (text, FALSE);
}

/**
 * tide_problem_to_error:
 * @self: a problem
 *
 * Returns: (transfer full): an error of %TIDE_PROBLEM_ERROR with the problem's code and line
 */
GError *
tide_problem_to_error (const TideProblem *self)
{
  g_autofree char *line = tide_problem_dup_line (self);

  return g_error_new_literal (TIDE_PROBLEM_ERROR, (int) self->code, line);
}
