# One invented issue, as the damaged dump and as the truth.
EXTRA_DIST += examples/chengwan-daily/README.md examples/chengwan-daily/issue.txt examples/chengwan-daily/truth.json examples/chengwan-daily/hints.txt examples/chengwan-daily/profile.ini
# A page with a picture.
EXTRA_DIST += examples/chengwan-picture/README.md examples/chengwan-picture/issue.json
# A plugin as a stranger writes it, built against installed files alone.
EXTRA_DIST += examples/plugins/fb2/fb2.c examples/plugins/fb2/Makefile
