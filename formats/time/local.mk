# formats/time: the time that a reproducible build is told.
noinst_LTLIBRARIES += libgalleytime.la
libgalleytime_la_SOURCES = formats/time/epoch.c formats/time/epoch.h formats/time/day.c formats/time/day.h
