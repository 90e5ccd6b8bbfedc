# formats/phrases: the few words that a document says by itself, by language.
noinst_LTLIBRARIES += libgalleyphrases.la
libgalleyphrases_la_SOURCES = \
	formats/phrases/phrases.c formats/phrases/phrases.h formats/phrases/label.c formats/phrases/label.h
