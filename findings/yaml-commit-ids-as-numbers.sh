#!/usr/bin/env bash
# yaml 2.9.1: a commit id that a tool did not touch is written back as `.inf`; js-yaml 4.3.2 and 5.5.0 read it as text.
#
# Evidence cites a commit without quotes. Of git's ids of seven characters, about 2 in 100 are a number in another notation:
# digits with one `e`, or with a zero first. `4e57936` is too large for a number, and becomes Infinity. A document of `yaml`
# keeps comments and layout, so tools use it to change one key. It then also writes the number in place of the id. js-yaml
# loses leading zeros too, but keeps as text what would be infinite. So Tickmark takes ids and hashes from the text as it is
# written, and its fixes change only the characters that they are about.
#
# Seen on Node 20 and 24:
#   4e57936: js-yaml 4 4e57936, js-yaml 5 4e57936, yaml Infinity, after a change of the owner .inf
#   12e0012: js-yaml 4 12000000000000, js-yaml 5 12000000000000, yaml 12000000000000, after a change of the owner 1.2e+13
#   0012345: js-yaml 4 12345, js-yaml 5 12345, yaml 12345, after a change of the owner 12345
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
const load = library => library.load ?? library.default.load;
for (const id of ['4e57936', '12e0012', '0012345']) {
  const text = `# The export of March.\ncommit: ${id}\nowner: ana\n`;
  const document = yaml.parseDocument(text);
  document.set('owner', 'ben');
  const [, after] = /^commit: (.*)$/m.exec(document.toString());
  const read = `js-yaml 4 ${load(js4)(text).commit}, js-yaml 5 ${load(js5)(text).commit}, yaml ${yaml.parse(text).commit}`;
  console.log(`${id}: ${read}, after a change of the owner ${after}`);
}
JS

found=$(node try.mjs)
expected='4e57936: js-yaml 4 4e57936, js-yaml 5 4e57936, yaml Infinity, after a change of the owner .inf
12e0012: js-yaml 4 12000000000000, js-yaml 5 12000000000000, yaml 12000000000000, after a change of the owner 1.2e+13
0012345: js-yaml 4 12345, js-yaml 5 12345, yaml 12345, after a change of the owner 12345'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
