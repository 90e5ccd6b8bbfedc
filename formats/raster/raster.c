/* SPDX-License-Identifier: MIT
 * The functions are looked up by name in librsvg, which finds those of cairo and GLib as
 * well, and are called through pointers of the types that the headers declare. */
#include "config.h"

#include "formats/raster/raster.h"

#if HAVE_RSVG

#include <dlfcn.h>
#include <librsvg/rsvg.h>

#define LIBRARY "librsvg-2.so.2"

typedef struct library {
    RsvgHandle *(*read)(const guint8 *, gsize, GError **);
    gboolean (*render)(RsvgHandle *, cairo_t *, const RsvgRectangle *, GError **);
    void (*drop_object)(gpointer);
    void (*drop_error)(GError *);
    cairo_surface_t *(*surface)(cairo_format_t, int, int);
    void (*drop_surface)(cairo_surface_t *);
    cairo_t *(*context)(cairo_surface_t *);
    void (*drop_context)(cairo_t *);
    cairo_status_t (*write)(cairo_surface_t *, cairo_write_func_t, void *);
} library;

/* It stays loaded: GLib does not bear being unloaded. */
static bool load(library *out)
{
    void *handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    const struct {
        void *function;
        const char *name;
    } rows[] = {
        { &out->read, "rsvg_handle_new_from_data" },
        { &out->render, "rsvg_handle_render_document" },
        { &out->drop_object, "g_object_unref" },
        { &out->drop_error, "g_error_free" },
        { &out->surface, "cairo_image_surface_create" },
        { &out->drop_surface, "cairo_surface_destroy" },
        { &out->context, "cairo_create" },
        { &out->drop_context, "cairo_destroy" },
        { &out->write, "cairo_surface_write_to_png_stream" },
    };
    for (size_t i = 0; handle && i < sizeof rows / sizeof *rows; i++) {
        void *symbol = dlsym(handle, rows[i].name);
        if (!symbol)
            return false;
        memcpy(rows[i].function, &symbol, sizeof symbol); /* as POSIX has it: no cast to a function */
    }
    return handle != NULL;
}

static cairo_status_t take(void *out, const unsigned char *bytes, unsigned count)
{
    galley_buffer_add(out, (galley_slice){ (const char *)bytes, count });
    return ((const galley_buffer *)out)->failed ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static bool draw(const library *use, RsvgHandle *picture, cairo_surface_t *surface, int width, int height)
{
    GError *error = NULL;
    cairo_t *context = use->context(surface);
    bool drawn = use->render(picture, context, &(RsvgRectangle){ 0, 0, width, height }, &error);
    if (error)
        use->drop_error(error);
    use->drop_context(context);
    return drawn;
}

bool galley_raster_can(void)
{
    library use;
    return load(&use);
}

galley_status galley_raster_png(galley_slice svg, int width, int height, galley_buffer *out)
{
    library use;
    GError *error = NULL;
    if (!load(&use))
        return GALLEY_INTERNAL;
    RsvgHandle *picture = use.read((const guint8 *)svg.text, svg.length, &error);
    if (!picture) {
        use.drop_error(error);
        return GALLEY_FORMAT;
    }
    cairo_surface_t *surface = use.surface(CAIRO_FORMAT_RGB24, width, height);
    galley_status status = draw(&use, picture, surface, width, height) ? GALLEY_OK : GALLEY_FORMAT;
    if (status == GALLEY_OK && use.write(surface, take, out) != CAIRO_STATUS_SUCCESS)
        status = GALLEY_MEMORY;
    use.drop_surface(surface);
    use.drop_object(picture);
    return status;
}

#else

bool galley_raster_can(void)
{
    return false;
}

galley_status galley_raster_png(galley_slice svg, int width, int height, galley_buffer *out)
{
    (void)svg, (void)width, (void)height, (void)out;
    return GALLEY_INTERNAL;
}

#endif
