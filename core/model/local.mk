libgalley_la_SOURCES += \
	core/model/arena.c core/model/buffer.c core/model/slice.c core/model/status.c \
	core/model/issue.c core/model/names.c core/model/identify.c \
	core/model/runs.c core/model/law.c core/model/track.c core/model/made.c core/model/number.c
