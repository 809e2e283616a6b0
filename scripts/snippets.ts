// Writes snippets/, which VS Code reads, from the skeletons of records. With --check it writes nothing and fails where a
// file is not what they say.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { begun, type RecordForm } from '../server/src/core/formats/begun.ts';
import { isRecordKind, type RecordKind } from '../server/src/core/model/kinds.ts';
import { manifestSkeleton, ourSkeletons } from '../server/src/core/model/skeletons/ours.ts';
import { line, type Skeleton } from '../server/src/core/model/skeletons/skeleton.ts';
import { snippetOf } from '../server/src/lsp/snippetOf.ts';
import { run } from './toolchain.mjs';

const folder = 'snippets';

interface Snippet {
  readonly prefix: string;
  readonly isFileTemplate: true;
  readonly description: string;
  readonly body: readonly string[];
}

const records = Object.entries(ourSkeletons).flatMap(([kind, skeleton]) =>
  isRecordKind(kind) ? [{ kind, skeleton }] : [],
);
const { control } = ourSkeletons;
if (!control) throw new Error('a control has a skeleton');
/** In a list, no id is the name of the file. */
const controls: Skeleton = {
  ...control,
  description: 'A list of controls in one file, or another control in such a list',
  metadata: [line`id: ${'AC-01'}`, ...control.metadata.slice(1)],
};

const expected = new Map([
  [
    'markdown',
    Object.fromEntries(records.map(({ kind, skeleton }) => named(kind, skeleton, kind, 'fenced'))),
  ],
  [
    'yaml',
    Object.fromEntries([
      named('manifest', manifestSkeleton, undefined, 'yaml'),
      ...records
        .filter(({ skeleton: { body } }) => body.every(pieces => pieces.length === 0))
        .map(({ kind, skeleton }) => named(kind, skeleton, kind, 'yaml')),
      named('controls', controls, 'control', 'item'),
    ]),
  ],
]);

function named(
  name: string,
  skeleton: Skeleton,
  kind: RecordKind | undefined,
  form: RecordForm,
): [name: string, snippet: Snippet] {
  const text = begun(skeleton, {}, kind, form);
  const body = snippetOf(text, true).split('\n');
  const { description } = skeleton;
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return [title, { prefix: `tickmark-${name}`, isFileTemplate: true, description, body }];
}

function isCurrent(name: string, snippets: unknown): boolean {
  const file = join(folder, `${name}.json`);
  return existsSync(file) && isDeepStrictEqual(JSON.parse(readFileSync(file, 'utf8')), snippets);
}

function check(): void {
  const stale = [...expected].filter(([name, snippets]) => !isCurrent(name, snippets));
  for (const [name] of stale)
    console.error(`${folder}/${name}.json is not current: run \`npm run generate\`.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}

function write(): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, snippets] of expected)
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(snippets, null, 2));
  process.exitCode = run('biome', ['format', '--write', folder]);
}

if (process.argv.includes('--check')) check();
else write();
