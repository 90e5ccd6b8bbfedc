# formats/picture: of which kind a picture is, and how large.
noinst_LTLIBRARIES += libgalleypicture.la
libgalleypicture_la_SOURCES = formats/picture/picture.c formats/picture/picture.h
