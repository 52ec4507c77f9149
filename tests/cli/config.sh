#!/usr/bin/env bash
# config.sh BMA: .bma.yaml, bma config, quiet, manual pages and completions.
# shellcheck source=expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
mkdir -p "$work/ministry/repo/.git" "$work/ministry/drafts/deep"
cd "$work/ministry" || exit
cp "$root/fixtures/agreements/care-workers-treaty.txt" drafts/deep/draft.txt
cp drafts/deep/draft.txt repo/draft.txt

# Found upward from the file, from anywhere; not above a folder with .git; the command line wins.
printf 'min-score: 99\nprofile: strict\n' >.bma.yaml
expect 1 "profile strict" "$bma" check drafts/deep/draft.txt
(cd / && expect 1 "profile strict" "$bma" check "$work/ministry/drafts/deep/draft.txt"; exit $failed) || failed=1
expect 0 "profile ministry" "$bma" check repo/draft.txt
expect 0 "researcher ·" "$bma" check --profile researcher --min-score 1 drafts/deep/draft.txt
expect 0 "^min-score *99  ($work/ministry/.bma.yaml:1)" "$bma" config drafts/deep/draft.txt
expect 0 "^profile *researcher  (command line)" "$bma" config --profile researcher drafts/deep/draft.txt
expect 0 "^min-score *-  (default)" "$bma" config repo/draft.txt
expect 0 "^min-score *0  (command line)" "$bma" config --min-score 0 repo/draft.txt
expect 0 "^width *-  (default)" "$bma" config repo/draft.txt
expect 0 "^pack .*(environment: BMA_PACK)" "$bma" config
expect 0 "^color .*(environment: NO_COLOR)" env NO_COLOR=1 "$bma" config
expect 2 "one draft" "$bma" config a b
printf 'waivers: answers.yaml\n' >.bma.yaml
printf 'waivers:\n  - criterion: ST-5\n    justification: the council meets already\n' >answers.yaml
expect 0 "Waived: the council" "$bma" check drafts/deep/draft.txt

# Every fault with its line and column.
while IFS='|' read -r text fault; do
    printf -- "$text" >.bma.yaml
    expect 2 "$fault" "$bma" check drafts/deep/draft.txt
done <<"END"
profil: strict\n|.bma.yaml:1:1: unknown key
profile: strict\nprofile: ministry\n|.bma.yaml:2:1:
min-score: 101\n|.bma.yaml:1:12:
min-score: [1]\n|.bma.yaml:1:12:
fail-level: firm\n|.bma.yaml:1:13:
voice: loud\n|.bma.yaml:1:8:
baseline: ""\n|.bma.yaml:1:11:
- a\n|.bma.yaml:1:1:
END
rm .bma.yaml

# A folder that is named is looked in itself.
printf 'profil: strict\n' >drafts/deep/.bma.yaml
expect 2 "deep/.bma.yaml:1:1: unknown key" "$bma" corpus drafts/deep --db "$work/none.sqlite"
(cd drafts/deep && expect 2 "deep/.bma.yaml:1:1: unknown key" "$bma" corpus . --db "$work/none.sqlite"; exit $failed) || failed=1
expect 0 "^profile *-  (default)" "$bma" config /
rm drafts/deep/.bma.yaml

# A profile of one's own.
printf 'about: a try\nlevels: [0, 10, 20, 30, 100]\nmet: 3\ncontradicted: 0\nundertaken: 2\n' >own.yaml
printf 'weights: {critical: 1, standard: 1, supplementary: 1, none: 1}\ngrades: {pass: 50, fail: 0}\n' >>own.yaml
expect 0 "grade \(pass\|fail\)" "$bma" check --profile own.yaml repo/draft.txt
for name in own.yaml other.yml other.YML; do # a file's name is relative to the settings, however it ends
    [ -e $name ] || cp own.yaml $name
    printf 'profile: %s\n' $name >.bma.yaml
    (cd drafts/deep && expect 0 "grade \(pass\|fail\)" "$bma" check draft.txt; exit $failed) || failed=1
done
rm .bma.yaml
sed -i 's/met: 3/met: 9/' own.yaml
expect 2 "^own.yaml:3:6:" "$bma" check --profile own.yaml repo/draft.txt

# Quiet: nothing but the exit code.
[ -z "$("$bma" check --quiet repo/draft.txt 2>&1)" ] || { echo "quiet is not quiet"; failed=1; }
expect 1 "^$" bash -c "'$bma' check --quiet --min-score 100 repo/draft.txt; code=\$?; echo; exit \$code"
expect 2 "no effect" "$bma" check --quiet -f json -o card.json repo/draft.txt

# Manual pages and completions name every option of every command.
"$bma" help --man >"$work/bma.1"
for shell in bash zsh fish; do "$bma" completion $shell >"$work/$shell" || failed=1; done
for command in $("$bma" help | sed -n 's/^  bma \([a-z]*\) .*/\1/p'); do
    "$bma" help --man "$command" >"$work/page.1" || failed=1
    grep -q "^.TH BMA" "$work/page.1" && grep -q "fB$command" "$work/bma.1" || { echo "$command: no page"; failed=1; }
    if command -v man >/dev/null && man --warnings -l "$work/page.1" 2>&1 >/dev/null | grep -q warning; then
        echo "$command: its manual page has warnings"; failed=1
    fi
    for option in $("$bma" help "$command" | sed -n 's/^  [ -][^ ]*,\{0,1\} *--\([a-z-]*\).*/\1/p'); do
        for shell in bash zsh fish; do
            grep -q -e "$option" "$work/$shell" || { echo "$shell: no --$option"; failed=1; }
        done
    done
done
bash -n "$work/bash" || failed=1
said=$(bash -c "source '$work/bash'; COMP_WORDS=(bma diff --fa); COMP_CWORD=2; _bma; echo \${COMPREPLY[*]}")
[ "$said" = --fail-on ] || { echo "bash completes --fa to '$said'"; failed=1; }
expect 2 "one of bash" "$bma" completion tcsh
expect 2 "gone/draft.txt: No such file" "$bma" config gone/draft.txt
exit $failed
