#!/usr/bin/env bash
# lines.sh BMA: bma check --jsonl, a line for a line.
# shellcheck source=expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cd "$work" || exit
draft=$root/fixtures/agreements/fish-processing-mou.txt

python3 - "$draft" >in.jsonl <<'END'
import json, sys
text = open(sys.argv[1], encoding="utf-8").read()
for request in [{"path": sys.argv[1]}, {"id": "treaty 7", "text": text}, {"text": text}]:
    print(json.dumps(request))
END
printf '{"path": "gone.txt"}\n{"pth": "x"}\n{"path": 3}\n{"path": "x", "text": "y"}\nno JSON\n\n[1]\n{"id": "void", "text": ""}' >>in.jsonl
"$bma" check --jsonl - <in.jsonl >out.jsonl
[ $? -eq 2 ] || { echo "a line that is wrong did not make the exit code 2"; failed=1; }
python3 - "$draft" <<'END' || failed=1
import json, sys
lines = [json.loads(line) for line in open("out.jsonl", encoding="utf-8")]
cards, wrong = lines[:3], lines[3:]
assert [c["agreements"][0]["source"]["path"] for c in cards] == [sys.argv[1], "treaty 7", "line 3"]
assert len({json.dumps([c["agreements"][0]["criteria"], c["agreements"][0]["score"]]) for c in cards}) == 1
got = [(w["name"], w["error"]["file"], w["error"]["line"], w["error"]["message"]) for w in wrong]
keys = 'expected the keys "path" or "text", "id" and "format", found another'
either = 'expected either "path" or "text"'
assert got[0][:3] == ("gone.txt", "gone.txt", 0), got[0]
assert got[1] == ("line 5", "<stdin>", 5, keys), got[1]
assert got[2] == ("line 6", "<stdin>", 6, "expected strings as values"), got[2]
assert got[3] == ("x", "<stdin>", 7, either), got[3]
assert [g[:3] for g in got[4:7]] == [(f"line {n}", "<stdin>", n) for n in (8, 9, 10)], got
assert all("expected an object of JSON" in g[3] for g in got[4:7]), got
assert got[7][0] == "void" and "no clause was found" in got[7][3], got[7]
assert len(wrong) == 8
assert [line.get("id") for line in lines] == [None, "treaty 7", None, None, None, None, None, None, None, None, "void"]
assert all(w["error"]["column"] > 0 for w in wrong if w["error"]["line"] > 0)
END
head -n 2 in.jsonl >good.jsonl
expect 0 '^{"schema": "bma-scorecard/1"' "$bma" check --jsonl good.jsonl
expect 1 '"schema"' "$bma" check --jsonl good.jsonl --min-score 99
expect 2 "no files beside --jsonl" "$bma" check --jsonl good.jsonl draft.txt
expect 2 "gone.jsonl" "$bma" check --jsonl gone.jsonl

# What a request is called decides nothing, and comes back, whatever becomes of the request.
python3 - >named.jsonl <<'END'
import json
text = "# Agreement\n\n## Article 1\n\nThe employer shall keep the passport of the worker.\n"
page = "<p>Article 1</p><p>The employer shall keep the passport of the worker.</p>"
print(json.dumps({"id": "a.md", "text": text}))
print(json.dumps({"id": "b.pdf", "text": text, "format": "markdown"}))
print(json.dumps({"id": "c", "text": page, "format": "html"}))
print(json.dumps({"id": "d \u001b[2J\u202e", "path": "named.txt"}))
print(json.dumps({"id": "e", "path": "gone.txt"}))
print(json.dumps({"id": "f", "path": "named.txt", "format": "text"}))
print(json.dumps({"id": "g", "text": text, "format": "pdf"}))
print(json.dumps({"id": "h", "path": "-"}))
print(json.dumps({"id": "i", "text": "Article 1\n\nA\0b"}))
print(json.dumps({"id": "j", "path": "named.txt\0.md"}))
END
cp "$draft" named.txt
"$bma" check --jsonl named.jsonl >named.out <"$draft"
python3 - <<'END' || failed=1
import json
lines = [json.loads(line) for line in open("named.out", encoding="utf-8")]
assert [line["id"] for line in lines] == ["a.md", "b.pdf", "c", "d \u001b[2J\u202e", "e", "f", "g", "h", "i", "j"], lines
assert [c["agreements"][0]["source"]["format"] for c in lines[:4]] == ["text", "markdown", "html", "text"]
assert lines[3]["agreements"][0]["source"]["path"] == "named.txt"
assert lines[4]["error"]["file"] == "gone.txt" and lines[4]["name"] == "e"
assert 'beside "text" alone' in lines[5]["error"]["message"], lines[5]
assert "text, markdown or html" in lines[6]["error"]["message"], lines[6]
assert lines[7]["error"]["file"] == "./-", lines[7]
assert lines[8]["error"]["line"] == 3 and "NUL" in lines[8]["error"]["message"], lines[8]
assert "without a NUL" in lines[9]["error"]["message"], lines[9]
END
cp "$draft" ./-
expect 0 '"path": "./-"' "$bma" check --jsonl <(echo '{"path": "-"}')
echo - >dash.list
silent "$bma" corpus dash.list --db dash.sqlite
rm ./-
expect 1 "1 of 1 agreements failed" "$bma" corpus dash.list --db dash.sqlite --again

# The day is looked at once for all; nothing asked is most likely a slip; a baseline that speaks of other drafts is named.
expect 2 "takes a date such as" "$bma" check --jsonl good.jsonl --today 2031-02-30
: >none.jsonl
expect 2 "^bma: none.jsonl: there is nothing to weigh" "$bma" check --jsonl none.jsonl
"$bma" check -o card --write-baseline base.json "$draft"
printf '{"path": "%s"}\n{"path": "named.txt"}\n' "$draft" >two.jsonl
"$bma" check --jsonl two.jsonl --baseline base.json 2>said >answers
[ "$(cat said)" = "bma: named.txt: is not in the baseline base.json, so that all its shortfalls are new" ] || { cat said; failed=1; }

# A line is answered before the next one is asked for.
mkfifo ask
"$bma" check --jsonl - <ask >answers &
process=$!
exec 7>ask
head -n 1 in.jsonl >&7
for _ in $(seq 100); do [ -s answers ] && break; sleep 0.1; done
[ "$(wc -l <answers)" = 1 ] || { echo "the first line was not answered at once"; failed=1; }
exec 7>&-
wait $process || failed=1
exit $failed
