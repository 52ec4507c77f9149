#!/usr/bin/env bash
# Every header compiles alone; the public ones as C++ too, and they declare nothing that cannot be linked.
set -uo pipefail
cd "$1" || exit
compiler=$2
read -ra lua < <(pkg-config --cflags lua5.4)
flags=(-fsyntax-only -Wall -Wextra -Werror -D_POSIX_C_SOURCE=200809L -Iengine -Iinclude "${lua[@]}")
failed=0
for header in include/bma/*.h engine/*/*.h; do
    if ! "$compiler" -std=c11 "${flags[@]}" -x c - <<<"#include \"${header#*/}\""; then
        echo "$header does not compile alone"
        failed=1
    fi
done
for header in include/bma/*.h; do
    if ! g++ -std=c++17 "${flags[@]}" -x c++ - <<<"#include \"${header#*/}\""; then
        echo "$header does not compile as C++"
        failed=1
    fi
done
# What an installed header declares, the shared library offers.
if grep -nE '^[a-z].*[ *]bma_[a-z_]+\(' include/bma/*.h; then
    echo "BMA_EXPORT is missing, or this belongs in engine/"
    failed=1
fi
exit $failed
