# tests/samples: a dump for each kind of damage, what must come of it, and what must be said.
TESTS += tests/samples/samples_test.sh tests/samples/press_test.sh
EXTRA_DIST += tests/samples/samples_test.sh tests/samples/press_test.sh
SAMPLES = \
	column-breaks digits glued-line guide half-width head-group headless hidden-break justified late-blank \
	line-wraps masthead measure no-blank opener-blank slips
EXTRA_DIST += $(SAMPLES:%=tests/samples/dumps/%.txt) $(SAMPLES:%=tests/samples/dumps/%.json) \
	$(SAMPLES:%=tests/samples/dumps/%.findings)
