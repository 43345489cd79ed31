/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-restore-dialog.h"

#include "core/tide-restoration.h"
#include "ui/lists/tide-change-text.h"

#include <glib/gi18n-lib.h>

/* What the answer to a question is about. */
typedef struct
{
  GtkWidget *parent;
  TideRegister *reg;
  TideStep *step;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->parent);
  g_object_unref (question->reg);
  tide_step_unref (question->step);
  g_free (question);
}

static void
tell (GtkWidget *parent, const char *why)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Value Not Restored"), why);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, parent);
}

static void
apply (GtkWidget *parent, TideRegister *reg, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  if (!tide_register_apply (reg, step, &error))
    tell (parent, error->message);
}

static char *
dup_refusal (const TideRestoration *restoration)
{
  switch (restoration->state)
    {
    case TIDE_RESTORATION_SAME:
      return g_strdup (_ ("What was there before this change is there already."));
    case TIDE_RESTORATION_GONE:
      return g_strdup (_ ("What was changed is not in the register any more."));
    case TIDE_RESTORATION_DANGLING:
      return g_strdup (_ ("It refers to a record that is not in the register any more."));
    case TIDE_RESTORATION_REFERRED_TO:
      return g_strdup (_ ("Other records refer to what would be removed."));
    case TIDE_RESTORATION_INVALID:
      if (restoration->problem != NULL)
        return tide_problem_dup_sentence (restoration->problem);
      return g_strdup (_ ("The record cannot be as it was any more."));
    case TIDE_RESTORATION_UNKNOWN:
      return g_strdup (_ ("A later version of Tideline made this change."));
    case TIDE_RESTORATION_READY:
    case TIDE_RESTORATION_CHANGED:
    default:
      g_assert_not_reached ();
    }
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "restore"))
    apply (question->parent, question->reg, question->step);
  question_free (question);
}

static void
ask (GtkWidget *parent, TideRegister *reg, TideChange *change, const TideRestoration *restoration)
{
  const TideEdit *edit = tide_change_get_edit (change);
  TideHistoryNames *names = tide_change_get_names (change);
  g_autofree char *present = tide_change_text_dup_value (names, edit, &restoration->present);
  g_autofree char *before = tide_change_text_dup_before (names, edit);
  g_autofree char *isolated_present = tide_text_dup_isolated (present);
  g_autofree char *isolated_before = tide_text_dup_isolated (before);
  g_autofree char *body = g_strdup_printf (
      /* Translators: the value that is there now, and the one to restore, each on its own line */
      _ ("It has been changed again since.\n\nNow: %s\nTo be restored: %s"), isolated_present,
      isolated_before);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Restore Value?"), body);
  Question *question = g_new0 (Question, 1);

  question->parent = g_object_ref (parent);
  question->reg = g_object_ref (reg);
  question->step = tide_step_ref (restoration->step);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "restore",
                                  _ ("_Restore"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "restore");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), parent, NULL, on_answered, question);
}

/**
 * tide_restore_dialog_present:
 * @parent: a widget of the window
 * @reg: a register that can be changed
 * @change: a change of its history
 *
 * Brings back what was there before @change, in one step that can be undone: at once where that
 * takes nothing away but @change, after asking where something else has come meanwhile. Where it
 * cannot be, a dialog says why.
 */
void
tide_restore_dialog_present (GtkWidget *parent, TideRegister *reg, TideChange *change)
{
  g_autoptr (TideRestoration) restoration = NULL;
  g_autofree char *refusal = NULL;

  g_return_if_fail (TIDE_IS_REGISTER (reg));
  g_return_if_fail (TIDE_IS_CHANGE (change));

  restoration
      = tide_restoration_new (reg, tide_change_get_step (change), tide_change_get_edit (change));
  if (restoration->state == TIDE_RESTORATION_READY)
    {
      apply (parent, reg, restoration->step);
      return;
    }

  if (restoration->state == TIDE_RESTORATION_CHANGED)
    {
      ask (parent, reg, change, restoration);
      return;
    }

  refusal = dup_refusal (restoration);
  tell (parent, refusal);
}
