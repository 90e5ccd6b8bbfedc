# Language packs: data that the build turns into strings of libgalley, so that the
# program needs no file at run time.  A new pack is one more line here.
LANGUAGE_PACKS = \
	formats/languages/zh-Hans.ini \
	formats/languages/zh-Hant.ini \
	formats/languages/ja.ini \
	formats/languages/ko.ini \
	formats/languages/en.ini \
	formats/languages/de.ini \
	formats/languages/fr.ini \
	formats/languages/es.ini
EXTRA_DIST += $(LANGUAGE_PACKS) formats/languages/embed.awk
BUILT_SOURCES += core/text/packs.c
CLEANFILES += core/text/packs.c
nodist_libgalley_la_SOURCES = core/text/packs.c
core/text/packs.c: $(LANGUAGE_PACKS) formats/languages/embed.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	(cd $(srcdir) && LC_ALL=C $(AWK) -f formats/languages/embed.awk $(LANGUAGE_PACKS)) > $@.tmp && mv $@.tmp $@
