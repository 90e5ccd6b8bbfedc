# formats/raster: an SVG as a PNG, through librsvg where configure found it; loaded on demand, so not linked.
noinst_LTLIBRARIES += libgalleyraster.la
libgalleyraster_la_CPPFLAGS = $(AM_CPPFLAGS) $(RSVG_CFLAGS)
libgalleyraster_la_SOURCES = formats/raster/raster.c formats/raster/raster.h
