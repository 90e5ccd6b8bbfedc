# The gold: what the real dumps must at least reach, where they are.
# shellcheck shell=bash

score() {
  python3 ../shared/eval/score.py --set ../shared/eval/gold build/out/once --source-dir ../shared/eval/dumps
}

# What the dumps must at least reach, as the score's last line tells it.
reaches() {
  score | tee /dev/stderr | awk '/^ALL:/ {
    for (i = 1; i < NF; i++) value[$i] = $(i + 1)
    split(value["headline"], headline, "/")
    split(value["perfect"], perfect, "/")
    exit !(headline[1] == 28 && perfect[1] >= 25 && value["break_f1"] >= 0.99 && value["space_errors_per_1000"] < 0.5 &&
           value["lost_characters"] == 0 && value["invented_characters"] == 0) }'
}

gold_score() {
  if [ -d ../shared/eval/gold ]; then
    step "the gold: 28 headlines of 28, 25 articles perfect, breaks 0.99, nothing lost, nothing invented" reaches
  else
    skip "the gold" "no ../shared here"
  fi
}
