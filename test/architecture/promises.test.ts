// What the sources of the product do not do, read from the sources: docs/security.md promises it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root, sourcesIn } from './project.ts';

/** The modules of Node that the product uses: none speaks with another machine, and none runs a text as a program. */
const modules = new Set([
  'console',
  'crypto',
  'events',
  'fs',
  'module',
  'os',
  'path',
  'stream',
  'timers/promises',
  'url',
  'util',
  'v8',
  'worker_threads',
]);
/** The one file that starts a program, and the one that loads a file whose name is not written where it is loaded. */
const starter = 'server/src/workspace/git.ts';
const launcher = 'server/src/launch.ts';

/** What of a source breaks a promise, in the source's words. */
function broken(path: string, text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
  const imported = [...code.matchAll(/(?:\bfrom|^import)\s+'([^']+)'/gm)].flatMap(([, name = '']) => {
    const module = name.replace(/^node:/, '');
    const isAllowed = modules.has(module) || (module === 'child_process' && path === starter);
    return isBuiltin(name) && !isAllowed ? [name] : [];
  });
  // A name that is computed may be that of a file of the workspace.
  const loaded = [...code.matchAll(/(?<![.\w])(?:import|require)\((?!\s*'[^']*'\s*\))[^)]*\)/g)].flatMap(
    ([call]) => (path === launcher && call === 'require(PROGRAM)' ? [] : [call]),
  );
  const called = code.match(
    /(?<![.#\w])(?:eval|fetch)\(|\bnew (?:Function|WebSocket|XMLHttpRequest|EventSource)\b|\.(?:sendBeacon|openExternal|createTerminal|executeTask|createTelemetryLogger)\(|\bprocess\.(?:binding|dlopen)\b/g,
  );
  return [...imported, ...loaded, ...(called ?? [])];
}

describe('the sources of the product', () => {
  it('speak with no other machine, start no program but git, and run no text as a program', () => {
    const sources = ['server/src', 'client/src', 'protocol', 'drawing'].flatMap(sourcesIn);
    assert.ok(sources.length > 100);
    const found = sources.flatMap(path =>
      broken(path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')).map(
        what => `${path}: ${what}`,
      ),
    );
    assert.deepEqual(found, []);
  });

  it('would be found to, wherever they did', () => {
    const sources = [
      "import { request } from 'node:https';",
      "import net from 'net';",
      "import 'node:inspector';",
      "export { spawn } from 'node:child_process';",
      'const module = await import(path);',
      'require(join(folder, name));',
      'const answer = await fetch(place);',
      'eval(text);',
      'const run = new Function(text);',
      'new WebSocket(place);',
      'vscode.env.openExternal(uri);',
    ];
    for (const source of sources) assert.equal(broken('server/src/x.ts', source).length, 1, source);
    assert.deepEqual(broken(starter, "import { spawnSync } from 'node:child_process';"), []);
  });
});
