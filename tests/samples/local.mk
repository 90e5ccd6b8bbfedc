# tests/samples: a dump for each kind of damage, what must come of it, and what must be said.
TESTS += tests/samples/samples_test.sh tests/samples/press_test.sh
EXTRA_DIST += tests/samples/samples_test.sh tests/samples/press_test.sh
LANGUAGES = english french german japanese korean spanish traditional
SAMPLES = $(LANGUAGES:%=language-%) \
	captions column-breaks digits glued-line guide half-width head-before head-group headless hidden-break \
	jump justified late-blank line-wraps masthead measure no-blank notice opener-blank slips wrapped-head
EXTRA_DIST += $(SAMPLES:%=tests/samples/dumps/%.txt) $(SAMPLES:%=tests/samples/dumps/%.json) \
	$(SAMPLES:%=tests/samples/dumps/%.findings)
