// Writes the tables of the keys into docs/program.md: what each holds, from its definition, and what reads it (keyReaders.ts).
// With --check it writes nothing and fails where the page has other tables.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Key } from '../server/src/core/model/key.ts';
import { sharedKeys } from '../server/src/core/model/keys/shared.ts';
import { keysOf } from '../server/src/core/model/keys.ts';
import { isRecordKind, kinds, type RecordKind } from '../server/src/core/model/kinds.ts';
import { manifestKeys } from '../server/src/core/model/manifestKeys.ts';
import { rulePagePath } from '../server/src/core/pages/rulesPage.ts';
import { keyReaders } from './keyReaders.ts';

/** More rules than these are counted. */
const mostNamed = 5;

const page = join('docs', 'program.md');

const readers = keyReaders();
const shared: readonly Key[] = sharedKeys;
const recordKinds = Object.keys(kinds).filter(isRecordKind);

/** The keys that only this kind has, or that mean something of its own there. */
function ownKeys(kind: RecordKind): readonly Key[] {
  return [...new Set<Key>(keysOf(kind).values())].filter(key => !shared.includes(key));
}

/** What reads a key of a kind; a shared key is read where any kind that has it is. */
function readersOf(kind: RecordKind | undefined, path: string, key: Key): readonly string[] {
  const those = kind ? [kind] : recordKinds.filter(one => keysOf(one).get(key.name) === key);
  return [...new Set(those.flatMap(one => [...(readers.get(`${one} ${path}`) ?? [])]))].sort();
}

function table(kind: RecordKind | undefined, keys: readonly Key[]): string {
  return [
    '| key | holds | read by |',
    '| --- | --- | --- |',
    ...keys.flatMap(key => rows(kind, key.name, key)),
  ].join('\n');
}

function rows(kind: RecordKind | undefined, path: string, key: Key): readonly string[] {
  const names = [path, ...(key.aliases ?? [])].map(name => `\`${name}\``).join(', ');
  const isTold = key.words?.every(word => key.description.includes(word)) ?? true;
  const words = isTold ? '' : ` One of ${(key.words ?? []).map(word => `\`${word}\``).join(', ')}.`;
  const row = `| ${names} | ${key.description}${words} | ${readBy(readersOf(kind, path, key))} |`;
  return [row, ...(key.keys ?? []).flatMap(inner => rows(kind, `${path}.${inner.name}`, inner))];
}

function readBy(those: readonly string[]): string {
  const named = those.filter(name => name.includes('/'));
  return [
    ...(those.includes('recognition') ? ['[what the record is](#records)'] : []),
    ...(those.includes('coverage') ? ['[coverage](#coverage)'] : []),
    ...(named.length > mostNamed
      ? [`${named.length} rules`]
      : named.map(name => `[\`${name}\`](rules/${rulePagePath({ name })})`)),
  ].join(', ');
}

const ofKinds = recordKinds.flatMap(kind => {
  const keys = kind === 'manifest' ? [] : ownKeys(kind);
  return keys.length > 0 ? [`\`${kind}\`:\n\n${table(kind, keys)}`] : [];
});
const tables = [`Every kind:\n\n${table(undefined, shared)}`, ...ofKinds].join('\n\n');

/** The keys of the manifest and of its reports that nothing reads. */
function idleKeys(): string {
  const report = manifestKeys.find(({ name }) => name === 'report')?.keys ?? [];
  const isRead = (...paths: readonly string[]) => paths.some(path => readers.get(`manifest ${path}`)?.size);
  return [
    '| key | holds |',
    '| --- | --- |',
    ...manifestKeys
      .filter(({ name }) => !isRead(name))
      .map(key => `| \`${key.name}\` | ${key.description} |`),
    ...report
      .filter(({ name }) => !isRead(`report.${name}`, `reports.${name}`))
      .map(key => `| \`${key.name}\` of a report | ${key.description} |`),
  ].join('\n');
}

/** The page with what stands between two comments written anew. */
function withPart(text: string, name: string, part: string): string {
  const [begin, end] = [`<!-- ${name}: written by npm run generate -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no place for its ${name}: ${begin} ... ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${part}\n\n${text.slice(to)}`;
}

const text = readFileSync(page, 'utf8');
const current = withPart(withPart(text, 'tables of keys', tables), 'idle keys', idleKeys());
if (process.argv.includes('--check')) {
  if (text !== current) console.error(`The tables of ${page} are not current: run \`npm run generate\`.`);
  process.exitCode = text === current ? 0 : 1;
} else {
  writeFileSync(page, current);
}
