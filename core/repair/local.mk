libgalley_la_SOURCES += core/repair/work.h core/repair/repair.c core/repair/remainder.c
