#!/usr/bin/env bash
# @codemirror/lsp-client 6.2.2: the client announces that it pulls diagnostics, and never pulls any.
#
# Its capabilities have `textDocument.diagnostic`, by which a server may leave out its pushes. Its code sends no request
# `textDocument/diagnostic`; it shows only what is pushed (`textDocument/publishDiagnostics`). A server that stops pushing to every
# client that announces pulls therefore shows nothing there. The refresh request, which this client does not announce, tells
# the two apart.
#
# Seen on Node 20 and 24:
#   announces pulls: true
#   announces refresh: false
#   asks textDocument/diagnostic: false
#   takes textDocument/publishDiagnostics: true
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @codemirror/lsp-client@6.2.2 >/dev/null

cat >try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { LSPClient, languageServerExtensions } from '@codemirror/lsp-client';
const client = new LSPClient({ extensions: languageServerExtensions() });
let initialize;
client.connect({
  send: text => (initialize ??= JSON.parse(text)),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
});
await new Promise(resolve => setImmediate(resolve));
const { textDocument, workspace } = initialize.params.capabilities;
const code = readFileSync(new URL(import.meta.resolve('@codemirror/lsp-client')), 'utf8');
console.log(`announces pulls: ${textDocument.diagnostic !== undefined}`);
console.log(`announces refresh: ${workspace?.diagnostics !== undefined}`);
console.log(`asks textDocument/diagnostic: ${/["']textDocument\/diagnostic["']/.test(code)}`);
console.log(`takes textDocument/publishDiagnostics: ${/["']textDocument\/publishDiagnostics["']/.test(code)}`);
process.exit(0);
JS

found=$(node try.mjs)
expected='announces pulls: true
announces refresh: false
asks textDocument/diagnostic: false
takes textDocument/publishDiagnostics: true'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
