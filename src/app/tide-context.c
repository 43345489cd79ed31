/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-context.h"

#include "core/tide-money.h"
#include "core/tide-text.h"

#include "tide-config.h"

struct _TideContext
{
  GObject parent_instance;

  GSettings *settings;
  TideClock *clock;
  TideSession *session;
  char *journal_folder;
  char *versions_folder;
};

G_DEFINE_FINAL_TYPE (TideContext, tide_context, G_TYPE_OBJECT)

enum
{
  DISPLAY_CHANGED,
  AUTHOR_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
apply_display (TideContext *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "data-language");
  g_autofree char *unit = g_settings_get_string (self->settings, "amount-unit");

  tide_language_prefer (language);
  tide_unit_prefer (unit);
}

static void
on_display_changed (TideContext *self)
{
  apply_display (self);
  g_signal_emit (self, signals[DISPLAY_CHANGED], 0);
}

static void
on_author_changed (TideContext *self)
{
  g_signal_emit (self, signals[AUTHOR_CHANGED], 0);
}

static void
tide_context_dispose (GObject *object)
{
  TideContext *self = TIDE_CONTEXT (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tide_context_parent_class)->dispose (object);
}

static void
tide_context_finalize (GObject *object)
{
  TideContext *self = TIDE_CONTEXT (object);

  g_free (self->journal_folder);
  g_free (self->versions_folder);

  G_OBJECT_CLASS (tide_context_parent_class)->finalize (object);
}

static void
tide_context_class_init (TideContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tide_context_dispose;
  G_OBJECT_CLASS (klass)->finalize = tide_context_finalize;

  signals[DISPLAY_CHANGED] = g_signal_new ("display-changed", TIDE_TYPE_CONTEXT, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[AUTHOR_CHANGED] = g_signal_new ("author-changed", TIDE_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_context_init (TideContext *self)
{
  self->settings = g_settings_new (TIDE_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::data-language",
                           G_CALLBACK (on_display_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::amount-unit", G_CALLBACK (on_display_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::author", G_CALLBACK (on_author_changed), self,
                           G_CONNECT_SWAPPED);
  apply_display (self);
}

/**
 * tide_context_new:
 * @clock: where times and ids come from
 *
 * Returns: (transfer full): what the program shares
 */
TideContext *
tide_context_new (TideClock *clock)
{
  TideContext *self = g_object_new (TIDE_TYPE_CONTEXT, NULL);
  g_autoptr (GFile) file
      = g_file_new_build_filename (g_get_user_state_dir (), "tideline", "session.ini", NULL);

  self->clock = g_object_ref (clock);
  self->session = tide_session_new (file, clock);
  self->journal_folder = g_build_filename (g_get_user_state_dir (), "tideline", "journals", NULL);
  self->versions_folder = g_build_filename (g_get_user_data_dir (), "tideline", "versions", NULL);

  return self;
}

/**
 * tide_context_get_settings:
 * @self: a context
 *
 * Returns: (transfer none): the person's settings
 */
GSettings *
tide_context_get_settings (TideContext *self)
{
  g_return_val_if_fail (TIDE_IS_CONTEXT (self), NULL);

  return self->settings;
}

/**
 * tide_context_get_clock:
 * @self: a context
 *
 * Returns: (transfer none): the clock
 */
TideClock *
tide_context_get_clock (TideContext *self)
{
  g_return_val_if_fail (TIDE_IS_CONTEXT (self), NULL);

  return self->clock;
}

/**
 * tide_context_get_session:
 * @self: a context
 *
 * Returns: (transfer none): what the program remembers from run to run
 */
TideSession *
tide_context_get_session (TideContext *self)
{
  g_return_val_if_fail (TIDE_IS_CONTEXT (self), NULL);

  return self->session;
}

/**
 * tide_context_get_journal_folder:
 * @self: a context
 *
 * Returns: (transfer none): path of the folder for what would be lost in a crash
 */
const char *
tide_context_get_journal_folder (TideContext *self)
{
  g_return_val_if_fail (TIDE_IS_CONTEXT (self), NULL);

  return self->journal_folder;
}

/**
 * tide_context_get_versions_folder:
 * @self: a context
 *
 * Returns: (transfer none): path of the folder for what was saved
 */
const char *
tide_context_get_versions_folder (TideContext *self)
{
  g_return_val_if_fail (TIDE_IS_CONTEXT (self), NULL);

  return self->versions_folder;
}

/**
 * tide_context_dup_account_name:
 * @self: a context
 *
 * Returns: (transfer full): the person's name as the user account has it
 */
char *
tide_context_dup_account_name (TideContext *self)
{
  const char *real_name = g_get_real_name ();

  g_return_val_if_fail (TIDE_IS_CONTEXT (self), NULL);

  if (real_name != NULL && *real_name != '\0' && !g_str_equal (real_name, "Unknown"))
    return g_strdup (real_name);

  return g_strdup (g_get_user_name ());
}

/**
 * tide_context_dup_author:
 * @self: a context
 *
 * Returns: (transfer full): the name that stands in the history: the one of the settings, else that
 * of the user account
 */
char *
tide_context_dup_author (TideContext *self)
{
  g_autofree char *typed = NULL;
  char *author;

  g_return_val_if_fail (TIDE_IS_CONTEXT (self), NULL);

  typed = g_settings_get_string (self->settings, "author");
  author = tide_text_normalise (typed);

  return author != NULL ? author : tide_context_dup_account_name (self);
}
