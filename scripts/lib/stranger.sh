# A stranger's plugin: built from installed files alone, and the code of the guide that tells how.
# shellcheck shell=bash

# Built outside the tree from installed files alone, dropped in, listed, used.
build_stranger() (
  local root=$top/build/stranger prefix=/usr/local
  rm -rf "$root" && mkdir -p "$root/plugin" "$root/plugins" &&
    (cd "$root" && mkdir make && cd make && ../../../configure --prefix=$prefix >/dev/null && make -j"$(nproc)" &&
      make install DESTDIR="$root/installed") || return 1
  cp examples/plugins/fb2/* "$root/plugin" && rm -rf "$root/make" || return 1
  local libdir=$root/installed$prefix/lib
  export PKG_CONFIG_PATH=$libdir/pkgconfig PKG_CONFIG_SYSROOT_DIR=$root/installed LD_LIBRARY_PATH=$libdir
  make -C "$root/plugin" && cp "$root/plugin/fb2.so" "$root/plugins/" && chmod 755 "$root/plugins/fb2.so" || return 1
  local program=$root/installed$prefix/bin/galley
  "$program" plugins --plugin-dir "$root/plugins" | grep fb2 &&
    "$program" convert -q --plugin-dir "$root/plugins" examples/*/issue.txt -o "$root/issue.fb2" &&
    grep -q '<FictionBook' "$root/issue.fb2" && xmllint --noout --nonet "$root/issue.fb2"
)

# The code blocks of doc/plugins.md: a whole file (its first line is a comment with its name) is
# built and used, any other must stand in fb2.c as it is.
try_guide() (
  local root=$top/build/stranger libdir=$top/build/stranger/installed/usr/local/lib
  rm -rf "$root/guide" && mkdir -p "$root/guide" && python3 - "$root/guide" <<'PYTHON' || return 1
import re, sys
known = open("examples/plugins/fb2/fb2.c").read()
for code in re.findall(r"```c\n(.*?)```", open("doc/plugins.md").read(), re.S):
    name = re.match(r"/\* (\w+\.c)", code)
    if name:
        open(sys.argv[1] + "/" + name[1], "w").write(code)
    elif code not in known:
        sys.exit("not in fb2.c:\n" + code)
PYTHON
  export PKG_CONFIG_PATH=$libdir/pkgconfig PKG_CONFIG_SYSROOT_DIR=$root/installed LD_LIBRARY_PATH=$libdir
  local source flags
  flags=$(pkg-config --cflags --libs galley) || return 1
  for source in "$root"/guide/*.c; do
    # shellcheck disable=SC2086
    gcc -std=c11 -Wall -Wextra -Werror -fPIC -shared -o "$root/plugins/$(basename "${source%.c}").so" "$source" $flags &&
      chmod 755 "$root/plugins/"*.so || return 1
  done
  { echo '%%PAGE 3'; cat examples/*/issue.txt; } >"$root/issue.pages"
  "$root/installed/usr/local/bin/galley" convert -q --plugin-dir "$root/plugins" "$root/issue.pages" -o "$root/pages.json" &&
    grep -q '"number": "3"' "$root/pages.json"
)

strangers_plugin() {
  need_packages "for the stranger's plugin" libxml2-utils || return
  step "a stranger's plugin from installed files alone" build_stranger || return
  step "the code of the plugin guide" try_guide
}
