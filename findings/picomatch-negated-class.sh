#!/usr/bin/env bash
# picomatch 4.0.3: `[!a]` is not "any character but a", as it is for git and for a POSIX shell.
#
# A manifest lists files by globs beside a .gitignore that lists files by patterns. A user who copies `[!a].md` from one to the
# other gets the opposite: git ignores b.md and keeps a.md; picomatch takes `!` and `a` for the characters meant. `[^a]` negates
# for both.
#
# Seen:
#   pattern  a.md  b.md  !.md
#   [!a].md  true  false  true
#   [^a].md  false  true  true
#   git [!a].md: b.md
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts picomatch@4.0.3 >/dev/null

found=$(
  node -e "
    const picomatch = require('picomatch');
    for (const glob of ['[!a].md', '[^a].md'])
      console.log([glob, ...['a.md', 'b.md', '!.md'].map(path => picomatch.isMatch(path, glob))].join('  '));
  "
  git init -q repository
  cd repository
  touch a.md b.md
  printf '[!a].md\n' >.gitignore
  echo "git [!a].md: $(git check-ignore a.md b.md)"
)
expected='[!a].md  true  false  true
[^a].md  false  true  true
git [!a].md: b.md'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
