#!/usr/bin/env bash
# vscode-languageserver 10.1.2: a server made from streams ends when its input ends, a server made from a reader does not.
#
# createConnection(input, output) watches the input stream. When the client goes away, the process ends with code 1, because no
# `shutdown` came before. createConnection(reader, writer) gets a MessageReader, as it does for sockets and pipes, and watches
# nothing: a server with anything to do (here a timer) goes on for ever after its client is gone.
#
# Seen on Node 20 and 24:
#   streams: ended with code 1
#   reader and writer: still running
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vscode-languageserver@10.1.2 >/dev/null

cat >server.cjs <<'JS'
const { createConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-languageserver/node');
const connection =
  process.argv[2] === 'streams'
    ? createConnection(process.stdin, process.stdout)
    : createConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
connection.onInitialize(() => ({ capabilities: {} }));
connection.listen();
// What a server may have to do: look at the calendar from time to time.
setInterval(() => undefined, 60_000);
JS

cat >client.cjs <<'JS'
const { spawn } = require('node:child_process');
const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
const server = spawn(process.execPath, ['server.cjs', process.argv[2]], { stdio: ['pipe', 'pipe', 'inherit'] });
const name = process.argv[2] === 'streams' ? 'streams' : 'reader and writer';
server.stdout.once('data', () => {
  // It has answered; now the client goes away without a word.
  server.stdin.end();
  const patience = setTimeout(() => {
    console.log(`${name}: still running`);
    server.removeAllListeners('exit');
    server.kill('SIGKILL');
  }, 5_000);
  server.once('exit', code => {
    clearTimeout(patience);
    console.log(`${name}: ended with code ${code}`);
  });
});
server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
JS

found=$(node client.cjs streams; node client.cjs reader)
expected='streams: ended with code 1
reader and writer: still running'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
