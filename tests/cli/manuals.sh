#!/usr/bin/env bash
# manuals.sh BMA BUILD: the build makes a manual page for every command, and completions for every shell.
# shellcheck source=expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
pages=$2/man
{
    for command in $("$bma" help | sed -n 's/^  bma \([a-z]*\) .*/\1/p'); do echo "bma-$command.1"; done
    printf '%s\n' bma.1 completion.bash completion.fish completion.zsh
} | sort >"$work/wanted"
find "$pages" -type f -size +0 -printf '%f\n' | sort | diff "$work/wanted" - ||
    { echo "the pages in $pages are not those of 'bma help'"; failed=1; }
grep -q '^.TH BMA.-learn' "$pages/bma-learn.1" || { echo "bma-learn.1 is another page"; failed=1; }
exit $failed
