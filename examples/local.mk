# One invented issue, as the damaged dump and as the truth.
EXTRA_DIST += examples/chengwan-daily/README.md examples/chengwan-daily/issue.txt examples/chengwan-daily/truth.json
