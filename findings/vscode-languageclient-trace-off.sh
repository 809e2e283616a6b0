#!/usr/bin/env bash
# vscode-languageclient 11.0.0: the setting `trace.server` is ignored unless the log level is Trace, and `off` is not off then.
#
# The protocol and the settings of most extensions have three values: off, messages, verbose. The client asks the log level of
# its output channel first. At any level but Trace, the server is told `off`, whatever the setting says. At Trace, it is told
# `messages` where the setting says `off`. A user who sets `verbose` to report a fault gets an empty log. So Tickmark's
# description of its setting names the log level and the command that changes it, and has only the values that have an effect.
#
# The client runs here with a stand-in for the module `vscode`; `initialize` tells what it has decided.
#
# Seen on Node 20 and 24:
#   log level Info, setting verbose: off
#   log level Debug, setting verbose: off
#   log level Trace, setting verbose: verbose
#   log level Trace, setting messages: messages
#   log level Trace, setting off: messages
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vscode-languageclient@11.0.0 >/dev/null

cat >try.cjs <<'JS'
const Module = require('node:module');
const { PassThrough } = require('node:stream');
const nothing = () => ({ dispose: () => undefined });
/** Whatever the client touches of VS Code and this is not about: a class, a function, or a namespace of them. */
function anything() {
  return new Proxy(class {}, {
    get: (target, name) => (name in target || typeof name === 'symbol' ? target[name] : (target[name] = anything())),
    apply: nothing,
  });
}
const vscode = anything();
vscode.version = '1.106.0';
vscode.env = { appName: 'stand-in', language: 'en' };
vscode.LogLevel = { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 };
vscode.EventEmitter = class {
  event = nothing;
};
vscode.workspace.workspaceFolders = undefined;
vscode.workspace.textDocuments = [];
const load = Module._load;
Module._load = (name, ...more) => (name === 'vscode' ? vscode : load(name, ...more));
const { LanguageClient } = require('vscode-languageclient/node');

/** What `initialize` says of the trace. */
function traceAt(level, setting) {
  vscode.workspace.getConfiguration = () => ({ get: (key, otherwise) => (key === 'trace.server' ? setting : otherwise) });
  const outputChannel = anything();
  outputChannel.logLevel = vscode.LogLevel[level];
  const writer = new PassThrough();
  const client = new LanguageClient('tried', async () => ({ reader: new PassThrough(), writer }), { outputChannel });
  void client.start();
  return new Promise(resolve => {
    let sent = '';
    writer.on('data', chunk => {
      sent += chunk;
      const [, trace] = /"trace":"(\w+)"/.exec(sent) ?? [];
      if (trace) resolve(trace);
    });
  });
}

async function run() {
  for (const pair of ['Info verbose', 'Debug verbose', 'Trace verbose', 'Trace messages', 'Trace off']) {
    const [level, setting] = pair.split(' ');
    console.log(`log level ${level}, setting ${setting}: ${await traceAt(level, setting)}`);
  }
  process.exit(0);
}
void run();
JS

found=$(node try.cjs)
expected='log level Info, setting verbose: off
log level Debug, setting verbose: off
log level Trace, setting verbose: verbose
log level Trace, setting messages: messages
log level Trace, setting off: messages'
echo "$found"
[ "$found" = "$expected" ] || { echo "This has changed. Expected:"; echo "$expected"; exit 1; }
