#!/usr/bin/env bash
# github-slugger 2.0.0, @mdit-vue/shared 2.1.4 and markdown-it-anchor 9.2.0: three anchors of one heading.
#
# A link to a heading that works on GitHub and in Docusaurus (github-slugger) is broken in VitePress (@mdit-vue/shared), or
# where markdown-it-anchor makes anchors by itself. They differ in hyphens for a sign that is left out, in accents, in periods,
# and before a digit.
#
# Seen on Node 20 and 24:
#   Access & roles: access--roles, access-roles, access-&-roles
#   CC6.1 Access: cc61-access, cc6-1-access, cc6.1-access
#   1.2 Scope: 12-scope, _1-2-scope, 1.2-scope
#   What's new?: whats-new, what-s-new, what's-new?
#   Prüfung: prüfung, prufung, prüfung
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  github-slugger@2.0.0 @mdit-vue/shared@2.1.4 markdown-it@14.1.0 markdown-it-anchor@9.2.0 >/dev/null

cat >try.mjs <<'JS'
import { slugify } from '@mdit-vue/shared';
import { slug } from 'github-slugger';
import markdownIt from 'markdown-it';
import anchor from 'markdown-it-anchor';
const renderer = markdownIt().use(anchor);
for (const heading of ['Access & roles', 'CC6.1 Access', '1.2 Scope', "What's new?", 'Prüfung']) {
  const id = /id="([^"]*)"/.exec(renderer.render(`# ${heading}`))[1];
  console.log(`${heading}: ${slug(heading)}, ${slugify(heading)}, ${decodeURIComponent(id)}`);
}
JS

found=$(node try.mjs)
expected="Access & roles: access--roles, access-roles, access-&-roles
CC6.1 Access: cc61-access, cc6-1-access, cc6.1-access
1.2 Scope: 12-scope, _1-2-scope, 1.2-scope
What's new?: whats-new, what-s-new, what's-new?
Prüfung: prüfung, prufung, prüfung"
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
