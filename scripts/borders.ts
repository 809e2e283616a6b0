// Arrows point one way (ARCHITECTURE.md). Each folder may import from itself and from the folders named here.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const core = 'server/src/core';
const borders: Record<string, readonly string[]> = {
  [`${core}/text`]: [],
  [`${core}/catalogue`]: ['text'],
  [`${core}/markdown`]: ['text'],
  [`${core}/yaml`]: ['text'],
  [`${core}/model`]: ['text', 'yaml', 'catalogue'],
  [`${core}/formats`]: ['text', 'catalogue', 'markdown', 'yaml', 'model'],
  [`${core}/programme`]: ['text', 'catalogue', 'model', 'formats'],
  [`${core}/rules`]: ['text', 'catalogue', 'markdown', 'yaml', 'model', 'formats', 'programme'],
  [`${core}/editing`]: ['text', 'catalogue', 'markdown', 'yaml', 'model', 'formats', 'programme', 'rules'],
  [`${core}/exports`]: ['text', 'catalogue', 'model', 'formats', 'programme', 'rules'],
};
const faces: Record<string, readonly string[]> = {
  'server/src/workspace': [core],
  'server/src/cli': [core, 'server/src/workspace', 'server/src/lsp', 'server/src/version.ts'],
  'server/src/lsp': [core, 'server/src/workspace', 'server/src/version.ts'],
  'client/src': [],
};

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.includes('node_modules'))
    .map(name => join(folder, name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/\bfrom\s+'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'/g)].map(match =>
    relative('.', join(dirname(file), match[1] ?? match[2] ?? '')),
  );
}

const broken: string[] = [];
function judge(folder: string, allowed: readonly string[]): void {
  for (const file of files(folder)) {
    for (const target of importsOf(file)) {
      if (![folder, ...allowed].some(border => target === border || target.startsWith(`${border}/`))) {
        broken.push(
          `${file}: imports ${target}; ${folder} may import only ${[folder, ...allowed].join(', ')}`,
        );
      }
    }
  }
}
for (const [folder, allowed] of Object.entries(borders)) {
  judge(
    folder,
    allowed.map(name => `${core}/${name}`),
  );
}
for (const [folder, allowed] of Object.entries(faces)) judge(folder, allowed);

for (const line of broken) console.error(line);
process.exitCode = broken.length > 0 ? 1 : 0;
