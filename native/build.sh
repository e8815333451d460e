#!/bin/sh
# Compiles the pinned grammars and the flattening shim into one shared library. Called by the build of Ase.Code.
# usage: build.sh OUTPUT    (run in the folder of this file)
set -eu
out=$1
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
for tool in npm "${CC:-cc}"; do
  command -v "$tool" >/dev/null 2>&1 || {
    echo "error ASE0001: '$tool' is needed to build the grammars. Install Node.js with npm and a C compiler (Debian: apt-get install nodejs npm gcc), or set CC." >&2
    exit 1
  }
done
if [ ! -f node_modules/.ase-lock ] || ! cmp -s package-lock.json node_modules/.ase-lock; then
  npm ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.ase-lock
fi
core=node_modules/tree-sitter/vendor/tree-sitter/lib
obj=obj
mkdir -p "$obj" "$(dirname "$out")"
units="
core:$core/src/lib.c
ase_tree:src/ase_tree.c
"
for g in javascript:javascript/src typescript:typescript/typescript/src tsx:typescript/tsx/src php:php/php/src python:python/src \
         go:go/src java:java/src c:c/src cpp:cpp/src c_sharp:c-sharp/src ruby:ruby/src; do
  name=${g%%:*}; dir=node_modules/tree-sitter-${g#*:}
  units="$units $name-parser:$dir/parser.c"
  [ ! -f "$dir/scanner.c" ] || units="$units $name-scanner:$dir/scanner.c"
done
# -O1 -fno-... : parser tables dominate, higher levels only cost build time; the core and the scanners are optimised fully.
for u in $units; do
  name=${u%%:*}; src=${u#*:}
  case "$name" in *-parser) level=-O1 ;; *) level=-O2 ;; esac
  printf '%s\0' "${CC:-cc} $level -w -fPIC -fvisibility=hidden -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I$core/include -I$core/src -I$(dirname "$src") -c $src -o $obj/$name.o"
done | xargs -0 -P "$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)" -I{} sh -c '{}'
"${CC:-cc}" -shared -o "$out.tmp" "$obj"/*.o
mv "$out.tmp" "$out"
