#!/usr/bin/env bash
# vscode-jsonrpc 9.0.3: parameters in a list reach a request's handler as several arguments, even if its type has one parameter.
#
# JSON-RPC 2.0 allows parameters by position. A handler that is registered with a RequestType of one parameter gets an object
# whole, and the token of cancellation second. It gets a list item by item, so its second argument is then the second item, and
# the token comes after the last one. A guard that asks the second argument whether the request was called off asks the client's
# value. A server that checks the shape of parameters has to refuse lists before it calls the handler.
#
# Seen on Node 20 and 24:
#   object: params is an object, second argument has isCancellationRequested
#   list: params is 1, second argument is null, 3 arguments
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vscode-jsonrpc@9.0.3 >/dev/null

cat >try.cjs <<'JS'
const { PassThrough } = require('node:stream');
const { createMessageConnection, RequestType, StreamMessageReader, StreamMessageWriter } = require('vscode-jsonrpc/node');
const input = new PassThrough();
const connection = createMessageConnection(new StreamMessageReader(input), new StreamMessageWriter(new PassThrough()));
const said = [];
connection.onRequest(new RequestType('ask'), (...given) => {
  const [params, second] = given;
  if (typeof params === 'object')
    said.push(`object: params is an object, second argument has ${'isCancellationRequested' in second ? 'isCancellationRequested' : 'no such thing'}`);
  else said.push(`list: params is ${params}, second argument is ${second}, ${given.length} arguments`);
  if (said.length === 2) {
    console.log(said.join('\n'));
    process.exit(0);
  }
  return null;
});
connection.listen();
for (const [id, params] of [[1, { a: 1 }], [2, [1, null]]]) {
  const body = JSON.stringify({ jsonrpc: '2.0', id, method: 'ask', params });
  input.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
JS

found=$(node try.cjs)
expected='object: params is an object, second argument has isCancellationRequested
list: params is 1, second argument is null, 3 arguments'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
