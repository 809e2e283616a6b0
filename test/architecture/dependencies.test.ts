// Every package that is asked for is used, and every one that is used is asked for.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root, sourcesIn } from './project.ts';

function manifest(folder: string): Record<string, unknown> {
  const path = join(root, folder, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** The names of the packages that a package.json asks for. */
function asked(folder: string): string[] {
  const { dependencies, devDependencies, optionalDependencies } = manifest(folder);
  return [dependencies, devDependencies, optionalDependencies].flatMap(list => Object.keys(Object(list)));
}

/** What a package is called in sources: its name, and the commands it brings. Types go by what they are the types of. */
function words(name: string): string[] {
  const { bin } = manifest(join('node_modules', name));
  return [name.replace(/^@types\//, ''), ...(typeof bin === 'object' ? Object.keys(Object(bin)) : [])];
}

const folders = ['server/src', 'client/src', 'protocol', 'drawing', 'test', 'scripts', 'bench'];
const texts = new Map(folders.flatMap(sourcesIn).map(path => [path, readFileSync(join(root, path), 'utf8')]));

/** The packages that a source imports, by name. */
function imported(text: string): string[] {
  const imports = /^(?:import|export)\s(?:[^;'"]*?\sfrom\s+)?'([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm;
  return [...text.matchAll(imports)]
    .map(([, stated, dynamic]) => stated ?? dynamic ?? '')
    .filter(name => !isBuiltin(name))
    .map(name => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
}

for (const folder of ['.', 'server', 'client', 'bench']) {
  describe(`a package that ${join(folder, 'package.json')} asks for`, () => {
    for (const name of asked(folder)) {
      it(`is used: ${name}`, () => {
        const isUsed = (text: string) =>
          words(name).some(word =>
            [`'${word}'`, `'${word}/`, `'${word}:`].some(quoted => text.includes(quoted)),
          );
        assert.ok([...texts.values()].some(isUsed));
      });
    }
  });
}

describe('a package that is imported', () => {
  const askedFor: Readonly<Record<string, readonly string[]>> = {
    'server/src': asked('server'),
    'client/src': asked('client'),
    protocol: [],
    drawing: [],
    test: ['.', 'server', 'client'].flatMap(asked),
    scripts: asked('.'),
    bench: ['.', 'server', 'bench'].flatMap(asked),
  };
  for (const [folder, names] of Object.entries(askedFor)) {
    it(`is asked for: in ${folder}`, () => {
      const known = new Set([...names, ...names.map(name => name.replace(/^@types\//, ''))]);
      const missing = sourcesIn(folder).flatMap(path =>
        imported(texts.get(path) ?? '')
          .filter(name => !known.has(name) && name !== 'vscode')
          .map(name => `${path}: ${name}`),
      );
      assert.deepEqual(missing, []);
    });
  }
});
