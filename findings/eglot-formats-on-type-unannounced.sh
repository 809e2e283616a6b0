#!/usr/bin/env bash
# Eglot 1.9 (Debian 12): it asks a server to format on typing, and does not announce that it does.
#
# A server that leaves out `documentOnTypeFormattingProvider` for clients without `textDocument.onTypeFormatting` is never asked.
# Eglot 1.24 does the same, and so do Kate and LSP4IJ. A capability of a server that a client does not know does no harm, so it can be
# announced to all of them.
#
# Seen:
#   capabilities that name onTypeFormatting: 0
#   requests textDocument/onTypeFormatting: 1
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q elpa-eglot=1.9-2 >/dev/null
dpkg-deb -x elpa-eglot_*.deb .
source=$(find . -path '*elpa-src*' -name eglot.el)

capabilities=$(sed -n '/^(cl-defgeneric eglot-client-capabilities/,/^$/p' "$source")
found="capabilities that name onTypeFormatting: $(grep -ci onTypeFormatting <<<"$capabilities" || true)
requests textDocument/onTypeFormatting: $(grep -c ':textDocument/onTypeFormatting' "$source" || true)"
expected='capabilities that name onTypeFormatting: 0
requests textDocument/onTypeFormatting: 1'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
