// The core is pure: what would bind it to one place, or to a clock, does not compile or fails the lint.
import assert from 'node:assert/strict';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { emptyFolder, write } from '../workspace/folder.ts';
import { root, runIn } from './project.ts';

/** Files that a folder of the core must not have, by name. */
const impure: Readonly<Record<string, string>> = {
  process: 'export const folder = process.cwd();',
  timer: 'export const timer = setTimeout(() => {}, 1);',
  url: 'export const url = new URL("file:///");',
  console: 'console.log(1);\nexport {};',
  fetch: 'export const answer = fetch("x:");',
  buffer: 'export const bytes = Buffer.from("");',
  clock: 'export const now = performance.now();',
  page: 'export const page = document;',
  global: 'export const folder = globalThis.process;',
  node: 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;',
  oldNode: 'import { readFileSync } from "fs";\nexport const read = readFileSync;',
  type: 'import type { Stats } from "node:fs";\nexport type A = Stats;',
  enum: 'export enum Level { Low }',
  property: 'export class Range { constructor(readonly start: number) {} }',
  namespace: 'export namespace Names { export const a = 1; }',
  unchecked: 'export const first = (items: string[]): string => items[0];',
};
const pure = 'export const words = (text: string): string[] => text.split(/\\s+/u);';

describe('a file of the core compiles', () => {
  it('only without what belongs to a place, and in strict and erasable TypeScript', t => {
    const folder = emptyFolder(t);
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const compilerOptions = { rootDir: '.', outDir: 'out', tsBuildInfoFile: 'out/info' };
    const options = {
      extends: join(root, 'server/src/core/tsconfig.json'),
      compilerOptions,
      include: ['*.ts'],
    };
    write(folder, 'tsconfig.json', JSON.stringify(options));
    write(folder, 'package.json', '{"type": "module"}');
    write(folder, 'pure.ts', pure);
    for (const [name, text] of Object.entries(impure)) write(folder, `${name}.ts`, text);
    const { output } = runIn(folder, 'node_modules/typescript/bin/tsc', '--project', '.');
    const refused = new Set([...output.matchAll(/^(\w+)\.ts\(\d+,\d+\): error /gm)].map(([, name]) => name));
    assert.deepEqual(refused, new Set(Object.keys(impure)));
  });
});

describe('a file of the core fails the lint', () => {
  it('that asks for the date, which other files may', t => {
    const folder = emptyFolder(t);
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    write(folder, '.gitignore', 'dist/\n');
    const text = 'export const now = new Date();\n';
    write(folder, 'server/src/core/rules/now.ts', text);
    write(folder, 'server/src/cli/now.ts', text);
    const { code, output } = runIn(folder, 'node_modules/@biomejs/biome/bin/biome', 'lint', '--colors=off');
    assert.match(output, /^server\/src\/core\/rules\/now\.ts:1:24 lint\/style\/noRestrictedGlobals/m);
    assert.doesNotMatch(output, /cli\/now\.ts/);
    assert.equal(code, 1);
  });
});
