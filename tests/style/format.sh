#!/usr/bin/env bash
# The layout that .clang-format describes; ./dev format brings it about.
set -euo pipefail
cd "$1"
find engine include tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run --Werror
