// Loads the built extension (the argument) as an extension host does and activates it; prints how many milliseconds each took,
// as JSON. Of `vscode` there is only what that needs: the folder that is open is never looked into, so no server starts.
// A process of its own, started by measures/extension.ts.
const Module = require('node:module');

const disposable = { dispose() {} };
const vscode = {
  Uri: { joinPath: (uri, ...names) => ({ fsPath: [uri.fsPath, ...names].join('/') }) },
  RelativePattern: class {},
  workspace: {
    workspaceFolders: [{}],
    findFiles: () => new Promise(() => {}),
    onDidChangeWorkspaceFolders: () => disposable,
  },
  commands: { registerCommand: () => disposable },
  window: {},
};
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));

const start = performance.now();
const { activate } = require(process.argv[2]);
const loaded = performance.now();
activate({ extensionUri: { fsPath: '' }, subscriptions: [] });
console.log(JSON.stringify([loaded - start, performance.now() - loaded]));
