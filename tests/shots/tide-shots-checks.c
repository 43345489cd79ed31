/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person would stumble over: cut texts without a tooltip, pages that scroll sideways,
 * English where the language is another, and text that hardly stands out. */

#include "tide-shots.h"

#include "tide-config.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* Pictures are measured at this scale, at which the stems of letters are wider than their edges. */
#define SCALE 2

/* Least contrast of text, and of text that is large, by the Web Content Accessibility
 * Guidelines 2.2 (1.4.3, level AA). What the edges of letters lose is allowed for. */
#define LEAST_CONTRAST (4.5 - 0.1)
#define LEAST_LARGE_CONTRAST (3 - 0.1)

typedef struct
{
  guchar *pixels; /* red, green, blue, alpha */
  gsize stride;
  int width;
  int height;
} Picture;

typedef struct
{
  Shots *shots;
  GtkWidget *top; /* what is in front: a dialog, or the window */
  Picture picture;
} Check;

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (guint i = 0; widget != NULL && i < 8; i++, widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;

  return FALSE;
}

/* Text of the file's own language is not the program's: only what gettext knows is looked at. */
static gboolean
is_untranslated (const char *text)
{
  return *text != '\0' && strcmp (g_dgettext (GETTEXT_PACKAGE, text), text) != 0;
}

/* Pictures ----------------------------------------------------------------------------------- */

static void
take_picture (Check *check)
{
  GtkWidget *window = GTK_WIDGET (check->shots->front);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GdkTextureDownloader *downloader;

  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (window)), node,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (window) * SCALE,
                           (float) gtk_widget_get_height (window) * SCALE));
  downloader = gdk_texture_downloader_new (texture);
  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  bytes = gdk_texture_downloader_download_bytes (downloader, &check->picture.stride);
  gdk_texture_downloader_free (downloader);

  check->picture.width = gdk_texture_get_width (texture);
  check->picture.height = gdk_texture_get_height (texture);
  check->picture.pixels = g_bytes_unref_to_data (g_steal_pointer (&bytes), &(gsize) { 0 });
}

static double
get_linear (guchar value)
{
  const double part = value / 255.0;

  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* Relative luminance of a pixel, as the guidelines define it. */
static double
get_luminance (guint32 pixel)
{
  return 0.2126 * get_linear (pixel >> 16 & 0xff) + 0.7152 * get_linear (pixel >> 8 & 0xff)
         + 0.0722 * get_linear (pixel & 0xff);
}

static double
get_contrast (double a, double b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static guint32
get_pixel (const Picture *picture, int x, int y)
{
  const guchar *pixel = picture->pixels + (gsize) y * picture->stride + (gsize) x * 4;

  return (guint32) pixel[0] << 16 | (guint32) pixel[1] << 8 | pixel[2];
}

/* The contrast between the colour that there is most of and the one that differs most from it; 0
 * where there is only one. */
static double
measure (const Picture *picture, const graphene_rect_t *area)
{
  const int left = MAX ((int) ceilf (area->origin.x * SCALE), 0);
  const int top = MAX ((int) ceilf (area->origin.y * SCALE), 0);
  const int right = MIN ((int) ((area->origin.x + area->size.width) * SCALE), picture->width);
  const int bottom = MIN ((int) ((area->origin.y + area->size.height) * SCALE), picture->height);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;
  guint most = 0;
  double background = 0, contrast = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        gpointer pixel = GUINT_TO_POINTER (get_pixel (picture, x, y) + 1);

        g_hash_table_insert (
            counts, pixel,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, pixel)) + 1));
      }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      if (GPOINTER_TO_UINT (value) > most)
        {
          most = GPOINTER_TO_UINT (value);
          background = get_luminance (GPOINTER_TO_UINT (key) - 1);
        }
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    contrast
        = MAX (contrast, get_contrast (get_luminance (GPOINTER_TO_UINT (key) - 1), background));

  return g_hash_table_size (counts) > 1 ? contrast : 0;
}

/* Texts -------------------------------------------------------------------------------------- */

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));

  return NULL;
}

/* The part of a widget that nothing scrolls away or covers; FALSE if that is not all of it. */
static gboolean
is_whole (Check *check, GtkWidget *widget, graphene_rect_t *area)
{
  GtkWidget *window = GTK_WIDGET (check->shots->front);
  graphene_rect_t clip;

  if (!gtk_widget_compute_bounds (widget, window, area) || area->size.width < 4)
    return FALSE;

  for (GtkWidget *above = gtk_widget_get_parent (widget); above != NULL;
       above = gtk_widget_get_parent (above))
    if (gtk_widget_compute_bounds (above, window, &clip)
        && (area->origin.y < clip.origin.y - 1
            || area->origin.y + area->size.height > clip.origin.y + clip.size.height + 1
            || area->origin.x < clip.origin.x - 1
            || area->origin.x + area->size.width > clip.origin.x + clip.size.width + 1))
      return FALSE;

  return TRUE;
}

/* Whether the widget is what a person would point at there. */
static gboolean
is_on_top (Check *check, GtkWidget *widget, const graphene_rect_t *area)
{
  GtkWidget *window = GTK_WIDGET (check->shots->front);
  GtkWidget *found = gtk_widget_pick (window, area->origin.x + area->size.width / 2,
                                      area->origin.y + area->size.height / 2,
                                      GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);

  return found != NULL
         && (found == widget || gtk_widget_is_ancestor (widget, found)
             || gtk_widget_is_ancestor (found, widget));
}

static double
get_least_contrast (GtkWidget *widget)
{
  const PangoFontDescription *font
      = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  const double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  const double points = pango_font_description_get_size_is_absolute (font) ? size * 0.75 : size;
  const gboolean is_bold = pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD;

  return points >= 18 || (is_bold && points >= 14) ? LEAST_LARGE_CONTRAST : LEAST_CONTRAST;
}

/* The picture is that of the window without what is open over it. */
static void
check_contrast (Check *check, GtkWidget *widget, const char *text)
{
  graphene_rect_t area;
  double contrast;

  if (gtk_widget_get_native (widget) != GTK_NATIVE (check->shots->window)
      || !gtk_widget_is_sensitive (widget) || !gtk_widget_is_ancestor (widget, check->top)
      || !is_whole (check, widget, &area) || !is_on_top (check, widget, &area))
    return;

  contrast = measure (&check->picture, &area);
  if (contrast > 0 && contrast < get_least_contrast (widget))
    {
      g_autofree char *what = g_strdup_printf ("%.2f: %s", contrast, text);

      shots_report (check->shots, "faint", what);
    }
}

static gboolean
scrolls_sideways (GtkWidget *scroller)
{
  GtkPolicyType horizontal, vertical;

  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (scroller), &horizontal, &vertical);

  return horizontal == GTK_POLICY_AUTOMATIC && vertical == GTK_POLICY_NEVER;
}

/* What scrolls sideways alone is made for a table that is wider than its card, or for a board,
 * whose columns scroll up and down. */
static gboolean
is_made_to_scroll (GtkWidget *widget)
{
  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above))
    if (GTK_IS_SCROLLED_WINDOW (above) && scrolls_sideways (above))
      return TRUE;

  return FALSE;
}

/* Whether part of it is where nobody can see it: to the side of the window or popover it is in,
 * which nothing scrolls. */
static gboolean
runs_out (Check *check, GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t area;

  return gtk_widget_is_ancestor (widget, check->top) && !is_made_to_scroll (widget)
         && gtk_widget_compute_bounds (widget, window, &area)
         && (area.origin.x < -1
             || area.origin.x + area.size.width > (float) gtk_widget_get_width (window) + 1);
}

static gboolean
is_cut (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget)
         && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

/* What a chart of the gallery shows is made up, in one language. */
static gboolean
is_of_program (const Shots *shots)
{
  return shots->window != NULL && GTK_WIDGET (shots->front) == GTK_WIDGET (shots->window);
}

static void
check_text (Check *check, GtkWidget *widget, const char *text)
{
  if (is_cut (widget) && !has_tooltip (widget))
    shots_report (check->shots, "cut text without a tooltip", text);
  /* Keys are called what stands on the keyboard. */
  if (runs_out (check, widget))
    shots_report (check->shots, "runs out of the window", text);
  if (is_of_program (check->shots) && is_untranslated (text)
      && !gtk_widget_has_css_class (widget, "key-cap"))
    shots_report (check->shots, "not translated", text);
  check_contrast (check, widget, text);
}

static void
check_widget (Check *check, GtkWidget *widget)
{
  const char *text = get_text (widget);

  if (text != NULL && *text != '\0')
    check_text (check, widget, text);

  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkAdjustment *adjustment
          = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));

      if (!is_made_to_scroll (widget)
          && gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 1)
        shots_report (check->shots, "scrolls sideways", G_OBJECT_TYPE_NAME (widget));
    }
}

static void
visit (Check *check, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  check_widget (check, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    visit (check, child);
}

/* Checks what the window shows now. */
void
shots_check (Shots *shots)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (shots->front);
  Check check = { .shots = shots, .top = GTK_WIDGET (shots->front) };
  int width;

  if (dialog != NULL)
    check.top = GTK_WIDGET (dialog);
  take_picture (&check);
  visit (&check, GTK_WIDGET (shots->front));
  g_free (check.picture.pixels);

  gtk_widget_measure (GTK_WIDGET (shots->front), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  if (width > 360)
    shots_report (shots, "wider than 360 pixels at least", shots->scene);
}
