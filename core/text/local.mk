# Text: Unicode, patterns, dates, names, words, language packs.
libgalley_la_SOURCES += \
	core/text/attempt.h \
	core/text/date.c \
	core/text/date.h \
	core/text/detect.c \
	core/text/language.c \
	core/text/language.h \
	core/text/numeral.c \
	core/text/pattern.c \
	core/text/pattern.h \
	core/text/patterns.c \
	core/text/person.c \
	core/text/person.h \
	core/text/profile.c \
	core/text/profile.h \
	core/text/shingle.c \
	core/text/shingle.h \
	core/text/unicode.c \
	core/text/utf8.h \
	core/text/words.c \
	core/text/words.h
