#!/usr/bin/env bash
# gray-matter 4.0.3: front matter that makes it throw is empty, without an error, when the same text is read again.
#
# It keeps what it has begun to read by the text, before it parses that. The first call throws; the second one gives no data,
# and the front matter as content. Both texts are valid YAML between fences: a comment behind the first fence is the name of a
# language to gray-matter, and `...` ends a YAML document. A development server that reads a page twice shows it without its
# owner and status.
#
# Seen on Node 20 and 24:
#   comment, first: throws
#   comment, second: data {}, content begins with ---
#   dots, first: throws
#   dots, second: data {}, content begins with ---
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts gray-matter@4.0.3 >/dev/null

cat >try.cjs <<'JS'
const matter = require('gray-matter');
const texts = {
  comment: '--- # the header of the policy\nowner: ana\n---\nText.\n',
  dots: '---\nowner: ana\n...\nText.\n\n---\n',
};
for (const [name, text] of Object.entries(texts)) {
  for (const time of ['first', 'second']) {
    try {
      const { data, content } = matter(text);
      console.log(`${name}, ${time}: data ${JSON.stringify(data)}, content begins with ${content.slice(0, 3)}`);
    } catch {
      console.log(`${name}, ${time}: throws`);
    }
  }
}
JS

found=$(node try.cjs)
expected='comment, first: throws
comment, second: data {}, content begins with ---
dots, first: throws
dots, second: data {}, content begins with ---'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
