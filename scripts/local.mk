# What people run; the press sets invented pages for the bench and for judging the
# repair (Python 3; chromium and pdftotext to typeset).
EXTRA_DIST += scripts/run scripts/test scripts/lib/build.sh scripts/lib/packages.sh scripts/lib/report.sh \
	scripts/lib/steps.sh scripts/lib/validators.sh scripts/lib/gold.sh scripts/lib/stranger.sh \
	scripts/lib/documents.sh scripts/lib/corpus.sh scripts/lib/ticks scripts/lib/rounds scripts/lib/ace.js scripts/lib/schematron.js scripts/lib/epubcheck.bsh \
	scripts/hostile scripts/look scripts/lib/reader.sh scripts/lib/deflate.c scripts/press \
	scripts/press-score scripts/accuracy scripts/calibrate scripts/bench \
	scripts/pressroom/__init__.py scripts/pressroom/languages/__init__.py scripts/pressroom/languages/de.py \
	scripts/pressroom/languages/en.py scripts/pressroom/languages/ja.py scripts/pressroom/languages/ko.py \
	scripts/pressroom/languages/zh.py scripts/pressroom/issues.py scripts/pressroom/judging.py \
	scripts/pressroom/layout.html scripts/pressroom/pages.py scripts/pressroom/printing.py \
	scripts/pressroom/runs.py scripts/pressroom/setting.py scripts/pressroom/sheets.py scripts/pressroom/stories.py
