// The program that VS Code starts: a process of Node, or a worker of a browser. Both are in one file, so the extension holds the
// engine once.
void ('importScripts' in globalThis ? import('./main.browser.ts') : import('./main.node.ts'));
