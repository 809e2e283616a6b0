#!/usr/bin/env bash
# @docusaurus/utils 3.10.2: a link without `./` leads to another file when one of its name comes beside the page.
#
# `procedures/grant.md` in docs/policies/access.md is tried beside the page, then from docs, then from the folder of the site.
# So the same link works that is broken on GitHub, `./procedures/grant.md` does not, and a new file beside the page takes the
# link over without a warning.
#
# Seen on Node 20 and 24:
#   procedures/grant.md: /procedures/grant
#   ./procedures/grant.md: null
#   docs/procedures/grant.md: /procedures/grant
#   procedures/grant.md, with a file beside: /policies/procedures/grant
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @docusaurus/utils@3.10.2 >/dev/null

cat >try.cjs <<'JS'
const { resolveMarkdownLinkPathname } = require('@docusaurus/utils');
const docs = ['docs/policies/access.md', 'docs/procedures/grant.md'];
function led(link, paths) {
  return resolveMarkdownLinkPathname(link, {
    sourceFilePath: '/site/docs/policies/access.md',
    sourceToPermalink: new Map(paths.map(path => [`@site/${path}`, path.replace(/^docs|\.md$/g, '')])),
    contentPaths: { contentPath: '/site/docs', contentPathLocalized: undefined },
    siteDir: '/site',
  });
}
for (const link of ['procedures/grant.md', './procedures/grant.md', 'docs/procedures/grant.md'])
  console.log(`${link}: ${led(link, docs)}`);
const beside = [...docs, 'docs/policies/procedures/grant.md'];
console.log(`procedures/grant.md, with a file beside: ${led('procedures/grant.md', beside)}`);
JS

found=$(node try.cjs)
expected='procedures/grant.md: /procedures/grant
./procedures/grant.md: null
docs/procedures/grant.md: /procedures/grant
procedures/grant.md, with a file beside: /policies/procedures/grant'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
