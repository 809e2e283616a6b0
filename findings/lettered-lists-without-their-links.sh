#!/usr/bin/env bash
# markdown-it 14.1.0, marked 18.2.1 and commonmark 0.31.2: a link below a lettered item of a list is no link but code.
#
# A policy that is written for Pandoc has items `a.`, `#.` or `(i)`, and their paragraphs are indented by four spaces.
# CommonMark knows no such lists, so it takes these paragraphs for code. A checker built on one of the three libraries finds
# no link in them, and reports no broken one. markdown-it-fancy-lists 1.3.2 agrees with Pandoc on `a.` and `#.`, but not on
# `(i)`; Pandoc 2.17 reads all three as lists. So Tickmark reads the Comply format, which Pandoc publishes, as Pandoc does,
# and other Markdown as GitHub does.
#
# Seen on Node 20 and 24 (markdown-it, marked, commonmark, markdown-it with markdown-it-fancy-lists):
#   a.: code, code, code, link
#   #.: code, code, code, link
#   (i): code, code, code, code
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  markdown-it@14.1.0 marked@18.2.1 commonmark@0.31.2 markdown-it-fancy-lists@1.3.2 >/dev/null

cat >try.mjs <<'JS'
import * as commonmark from 'commonmark';
import markdownIt from 'markdown-it';
import fancyLists from 'markdown-it-fancy-lists';
import { marked } from 'marked';
const plain = markdownIt();
const fancy = markdownIt().use(fancyLists.markdownItFancyListPlugin);
const renderers = [
  text => plain.render(text),
  text => marked.parse(text),
  text => new commonmark.HtmlRenderer().render(new commonmark.Parser().parse(text)),
  text => fancy.render(text),
];
for (const marker of ['a.', '#.', '(i)']) {
  const text = `${marker} Ask the owner.\n\n    Use [the form](form.md).\n`;
  const read = renderers.map(render => /<a href="form.md">/.exec(render(text)) ? 'link' : /<(code)>/.exec(render(text))[1]);
  console.log(`${marker}: ${read.join(', ')}`);
}
JS

found=$(node try.mjs)
expected='a.: code, code, code, link
#.: code, code, code, link
(i): code, code, code, code'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
