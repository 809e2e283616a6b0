#!/usr/bin/env bash
# yaml 2.9.1, js-yaml 4.3.2 and js-yaml 5.5.0: what `<<` means depends on the library, its version, and its options.
#
# Records share keys by an anchor and `<<`, as YAML 1.1 has it. js-yaml 4 merges; js-yaml 5 keeps `<<` as a plain key, so a
# control loses its owner and status without an error when the library is updated. `yaml` merges only with `merge: true`. A
# second `<<` in a mapping is merged by js-yaml 4 (the first wins), and refused by the others.
#
# Seen on Node 20 and 24:
#   js-yaml 4, one: owner ana
#   js-yaml 4, two: owner ana
#   js-yaml 5, one: owner undefined, keys <<,id
#   js-yaml 5, two: refused
#   yaml, one: owner undefined, keys <<,id
#   yaml, one, merge: owner ana
#   yaml, two: refused
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts yaml@2.9.1 js4@npm:js-yaml@4.3.2 js5@npm:js-yaml@5.5.0 >/dev/null

cat >try.mjs <<'JS'
import * as js4 from 'js4';
import * as js5 from 'js5';
import * as yaml from 'yaml';
const shared = 'a: &a {owner: ana}\nb: &b {owner: ben}\n';
const one = `${shared}c:\n  <<: *a\n  id: AC-01\n`;
const two = `${shared}c:\n  <<: *a\n  <<: *b\n  id: AC-01\n`;
const load = library => library.load ?? library.default.load;
function told(name, read) {
  try {
    const { c } = read();
    console.log(`${name}: owner ${c.owner}${c.owner === undefined ? `, keys ${Object.keys(c)}` : ''}`);
  } catch {
    console.log(`${name}: refused`);
  }
}
told('js-yaml 4, one', () => load(js4)(one));
told('js-yaml 4, two', () => load(js4)(two));
told('js-yaml 5, one', () => load(js5)(one));
told('js-yaml 5, two', () => load(js5)(two));
told('yaml, one', () => yaml.parse(one));
told('yaml, one, merge', () => yaml.parse(one, { merge: true }));
told('yaml, two', () => yaml.parse(two));
JS

found=$(node try.mjs)
expected='js-yaml 4, one: owner ana
js-yaml 4, two: owner ana
js-yaml 5, one: owner undefined, keys <<,id
js-yaml 5, two: refused
yaml, one: owner undefined, keys <<,id
yaml, one, merge: owner ana
yaml, two: refused'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
