libgalley_la_SOURCES += \
	core/repair/work.h core/repair/passes.h core/repair/passes.c core/repair/repair.c core/repair/evidence.h core/repair/evidence.c core/repair/explain.c core/repair/confidence.c \
	core/repair/glyphs.c core/repair/cut.c core/repair/cut.h core/repair/folio.c core/repair/credit.c core/repair/doubles.c core/repair/spacing.c core/repair/measure.c core/repair/measure.h core/repair/ragged.c core/repair/features.c \
	core/repair/hints.h core/repair/hints.c core/repair/hintfile.c core/repair/told.c core/repair/roles.c core/repair/masthead.c core/repair/stories.c core/repair/cuts.c core/repair/parts.c core/repair/seams.c core/repair/wrap.c core/repair/wrap.h core/repair/heads.c core/repair/match.c core/repair/match.h \
	core/repair/articles.c core/repair/setting.c core/repair/joint.c core/repair/jump.c core/repair/bylines.c core/repair/paragraphs.c \
	core/repair/remainder.c core/repair/continuations.c core/repair/names.c
