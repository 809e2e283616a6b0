#!/usr/bin/env bash
# Neovim 0.7.2 (Debian 12): the client announces call hierarchies beside `textDocument`, not in it.
#
# The protocol has `textDocument.callHierarchy`. In `make_client_capabilities`, the key stands at the top, so a server that looks where
# the protocol has it offers no call hierarchies. The client has them (`vim.lsp.buf.incoming_calls`).
#
# It also announces `workspace.workspaceEdit.resourceOperations` without `documentChanges`. The protocol allows that: operations on
# files stand in the `documentChanges` of an edit alone, so a client that takes the one takes the other.
#
# Seen:
#   textDocument = {
#   workspace = {
#   callHierarchy = {
#   window = {
#   names documentChanges: 0 times
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q neovim-runtime=0.7.2-7 >/dev/null
dpkg-deb -x neovim-runtime_*.deb .
source=usr/share/nvim/runtime/lua/vim/lsp/protocol.lua

capabilities=$(sed -n '/^function protocol.make_client_capabilities/,/^end/p' "$source")
found=$(
  grep -oE '^    [a-zA-Z]+ = \{' <<<"$capabilities" | sed 's/^ *//'
  echo "names documentChanges: $(grep -c documentChanges <<<"$capabilities" || true) times"
)
expected='textDocument = {
workspace = {
callHierarchy = {
window = {
names documentChanges: 0 times'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
