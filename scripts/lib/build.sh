# Builds outside the source tree, quietly; noise goes to a log that is shown on failure.
# shellcheck shell=bash

# quietly LOG COMMAND… - runs it; on failure shows the end of the log and where it is.
quietly() {
  local log=$1
  shift
  "$@" >"$log" 2>&1 </dev/null && return 0
  tail -n 30 "$log" >&2
  printf 'galley: failed: %s\n  the whole log is %s\n' "$*" "$log" >&2
  return 1
}

# plain_path PATH - the same folder by a name that libtool can install below: one with
# blanks or shell signs in it is reached through a link in the user's cache.
plain_path() {
  local link
  case $1 in
    *[[:space:]\'\"\`\$\\\&\;\|\<\>\(\)\*\?\[\]\#]*) ;;
    *) printf '%s' "$1"; return ;;
  esac
  link=${XDG_CACHE_HOME:-$HOME/.cache}/galley/tree-$(printf '%s' "$1" | cksum | tr ' ' -)
  case $link in
    *[[:space:]]*) printf 'galley: it cannot be built below a path with blanks: %s\n' "$1" >&2; return 1 ;;
  esac
  [ "$link" -ef "$1" ] || { mkdir -p "${link%/*}" && ln -sfn "$1" "$link"; } || return 1
  printf '%s' "$link"
}

# generate_configure - makes configure when it is missing or older than what it is made from.
generate_configure() {
  local stamp=$top/configure
  if [ ! -e "$stamp" ] || [ ! -e "$top/Makefile.in" ] ||
     [ -n "$(find "$top" \( -path "$top/build" -o -path "$top/.git" \) -prune -o \
             \( -name configure.ac -o -name Makefile.am -o -name '*.mk' \) -newer "$stamp" -print -quit)" ]; then
    (cd "$top" && quietly "$top/build/autoreconf.log" autoreconf -fi) && touch "$stamp"
  fi
}

# build_in FOLDER OPTION… - configures (once) and builds in build/FOLDER.
build_in() {
  local folder=$top/build/$1
  shift
  mkdir -p "$folder"
  generate_configure || return 1
  if [ ! -e "$folder/Makefile" ] || [ "$top/configure" -nt "$folder/config.status" ]; then
    (cd "$folder" && quietly "$folder/configure.log" ../../configure "$@") || return 1
  fi
  (cd "$folder" && quietly "$folder/make.log" make -j"$(nproc)") # not make -C: it forgets the link of plain_path
}

# What the staged program is made from; scripts and tests are no part of it.
stage_inputs=(core formats plugins cli doc configure.ac Makefile.am galley.pc.in)

# stage_is_fresh - whether build/stage holds the program as the tree stands now.
stage_is_fresh() {
  local stamp=$top/build/stage.stamp
  [ -e "$stamp" ] && [ "$(<"$stamp")" = "$top" ] && [ -x "$top/build/stage/bin/galley" ] &&
    [ -z "$(cd "$top" && find "${stage_inputs[@]}" -newer "$stamp" -print -quit)" ]
}

# make_stage - builds and installs into build/stage.
make_stage() {
  need_packages "to build" "${build_packages[@]}" || return 1
  mkdir -p "$top/build"
  rm -f "$top/build/stage.stamp"
  build_in release --prefix="$top/build/stage" || return 1
  (umask 022 && cd "$top/build/release" && quietly "$top/build/install.log" make install) || return 1
  printf '%s' "$top" >"$top/build/stage.stamp"
}

# stage_in_turn - the same where it is not fresh; who comes while another builds waits for it.
stage_in_turn() {
  mkdir -p "$top/build"
  (
    ! command -v flock >/dev/null || flock 9
    stage_is_fresh || make_stage 9>&-
  ) 9>"$top/build/stage.lock"
}
