#!/usr/bin/env bash
# install.sh BMA BUILD PREFIX [CFLAG…]: what `cmake --install` puts where, and that strangers can build upon it.
# A build that is not meant for a folder of its own is not installed, and the test skipped.
# shellcheck source=expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
build=$2 prefix=$3 flags=("${@:4}")
[[ $prefix == "$build"/* ]] || { echo "not installed: $prefix lies outside the build ($build)"; exit 77; }
trap 'rm -rf "$work" "$prefix"' EXIT # a build looks for its pack there first
cd "$root" || exit
good=fixtures/agreements/care-workers-treaty.txt
images() { find "$1" -name '*.pack' 2>/dev/null | wc -l; }

rm -rf "$prefix"
expect 0 "Compiling the rule pack" cmake --install "$build"
"$bma" check "$good" >"$work/card"
unset BMA_PACK BMA_CACHE XDG_CACHE_HOME
same() { cmp -s "$work/card" "$1" || { echo "another card: $2"; failed=1; }; }

# Whoever runs it for the first time finds the pack compiled, and keeps nothing of his own.
HOME=$work/first "$prefix/bin/bma" check "$good" >"$work/1"
same "$work/1" "installed"
[ "$(images "$work/first")" = 0 ] || { echo "the compiled pack of the installation is not used"; failed=1; }
env -u HOME "$prefix/bin/bma" check "$good" >"$work/2"
same "$work/2" "installed, without a home"

# It is not believed where others may write, nor used when a rule has changed.
chmod g+w "$prefix"/share/bma/compiled/*.pack
HOME=$work/second "$prefix/bin/bma" check "$good" >"$work/3"
same "$work/3" "with an image that others may write"
[ "$(images "$work/second")" = 1 ] || { echo "an image that others may write is believed"; failed=1; }
chmod g-w "$prefix"/share/bma/compiled/*.pack
sed -i 's/International norms/Norms of all nations/' "$prefix/share/bma/rules/m4md-2011/hr/HR-1.lua"
HOME=$work/third expect 0 "Norms of all nations" "$prefix/bin/bma" check "$good"

# Files that are only staged are not run.
DESTDIR=$work/stage cmake --install "$build" >/dev/null
[ -x "$work/stage$prefix/bin/bma" ] || { echo "nothing is staged"; failed=1; }
[ -e "$work/stage$prefix/share/bma/compiled" ] && { echo "what is staged was compiled"; failed=1; }

# Somebody else's program, by pkg-config and by CMake.
pc=$(dirname "$(find "$prefix" -name bma.pc)")
read -ra uses < <(PKG_CONFIG_PATH=$pc pkg-config --cflags --libs bma)
export LD_LIBRARY_PATH=$pc/..
silent cc "${flags[@]}" -o "$work/api" tests/cli/api.c "${uses[@]}"
silent "$work/api" "$prefix/share/bma/rules/m4md-2011" "$good"
read -ra uses < <(PKG_CONFIG_PATH=$pc pkg-config --static --cflags --libs bma)
silent cc "${flags[@]}" -o "$work/alone" tests/cli/api.c "${uses[@]/#-lbma/-l:libbma.a}"
silent "$work/alone" "$prefix/share/bma/rules/m4md-2011" "$good"
cat >"$work/CMakeLists.txt" <<TEXT
cmake_minimum_required(VERSION 3.25)
project(stranger LANGUAGES C)
find_package(bma 0.1 REQUIRED)
add_executable(stranger $root/tests/cli/api.c)
target_link_libraries(stranger PRIVATE bma::bma)
TEXT
expect 0 "Build files" cmake -S "$work" -B "$work/b" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_C_FLAGS="${flags[*]}"
expect 0 "Built target stranger" cmake --build "$work/b"
silent "$work/b/stranger" "$prefix/share/bma/rules/m4md-2011" "$good"
exit $failed
