#!/usr/bin/env bash
# vscode-languageserver 10.1.2 with vscode-jsonrpc 9.0.3: an answer that comes after the end is an unhandled rejection.
#
# A handler is still at work when the connection is disposed and its stream is closed, as when an editor ends while a server
# reads a large folder. The answer cannot be written. The library catches that, and logs it over the same connection, which
# throws "Connection is disposed." within the catch. Nothing of the handler can catch this rejection, and Node ends the process
# with it unless somebody listens. So the streams in memory of Tickmark's tests let late answers go nowhere.
#
# Seen on Node 20 and 24:
#   client: Pending response rejected since connection got disposed
#   unhandled rejection: Connection is disposed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vscode-languageserver@10.1.2 vscode-jsonrpc@9.0.3 >/dev/null

cat >try.cjs <<'JS'
const { PassThrough } = require('node:stream');
const { setTimeout: pause } = require('node:timers/promises');
const { createConnection } = require('vscode-languageserver/node');
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-jsonrpc/node');
process.on('unhandledRejection', error => console.log(`unhandled rejection: ${error.message}`));

const [toServer, toClient] = [new PassThrough(), new PassThrough()];
const server = createConnection(toServer, toClient);
const asked = new Promise(resolve => {
  server.onRequest('slow', () => new Promise(answer => resolve(answer)));
});
server.listen();
const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
client.onError(() => {});
client.listen();
client.sendRequest('slow').catch(error => console.log(`client: ${error.message}`));
asked.then(async answer => {
  client.dispose();
  server.dispose();
  toClient.destroy();
  await pause(10);
  answer('late');
});
JS

found=$(node try.cjs)
expected='client: Pending response rejected since connection got disposed
unhandled rejection: Connection is disposed.'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
