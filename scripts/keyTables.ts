// Fills the column `used by` in the tables of keys in docs/program.md: what reads each key (keyReaders.ts). It also sees to it that
// the tables have every key, and that the manifest's idle keys are those that nothing reads. With --check it writes nothing and
// fails where the page says something else.
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

/** What a table is about: a kind of record, the keys that all share, or what each row names. */
type About = RecordKind | 'shared' | 'each row';

/** The kind that a table is about, by the words above it; the rows of the last table name theirs. */
const tables: Readonly<Record<string, About>> = {
  'Every kind:': 'shared',
  'A control:': 'control',
  'A procedure:': 'procedure',
  'A narrative:': 'narrative',
  'A piece of evidence:': 'evidence',
  'The other kinds:': 'each row',
};

const told = new Set<Key>();
const problems: string[] = [];

/** A row of a table with its last cell written anew. */
function filled(row: string, about: About): string {
  const cells = row.split(/(?<!\\)\|/).slice(1, -1);
  const [first = '', second = ''] = cells;
  const [named = ''] = codesIn(first);
  const kind = about !== 'each row' ? about : isRecordKind(named) ? named : 'shared';
  const keys = new Set(
    codesIn(about === 'each row' ? second : first).flatMap(name => keyOf(kind, name) ?? []),
  );
  for (const key of keys) told.add(key);
  const parts = [...keys].flatMap(key => {
    const by = usedBy(readersOf(kind, key));
    return by === '' ? [] : [keys.size === 1 ? by : `\`${key.name}\`: ${by}`];
  });
  return `|${[...cells.slice(0, -1), ` ${parts.join('; ')} `].join('|')}|`;
}

function codesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

function keyOf(kind: RecordKind | 'shared', name: string): Key | undefined {
  if (kind !== 'shared') return keysOf(kind).get(name);
  return shared.find(key => key.name === name || key.aliases?.includes(name));
}

/** What reads a key of a kind; a shared key is read where any kind that has it is. */
function readersOf(kind: RecordKind | 'shared', key: Key): readonly string[] {
  const those = kind !== 'shared' ? [kind] : recordKinds.filter(one => keysOf(one).get(key.name) === key);
  return [...new Set(those.flatMap(one => [...(readers.get(`${one} ${key.name}`) ?? [])]))].sort();
}

function usedBy(those: readonly string[]): string {
  const named = those.filter(name => name.includes('/'));
  return [
    ...(those.includes('recognition') ? ['[recognition](#records)'] : []),
    ...(those.includes('coverage') ? ['[coverage](#coverage)'] : []),
    ...(named.length > mostNamed
      ? [`${named.length} rules`]
      : named.map(name => `[\`${name}\`](rules/${rulePagePath({ name })})`)),
  ].join(', ');
}

/** The page with its tables of keys filled. */
function filledPage(text: string): string {
  let about: About | undefined;
  return text
    .split('\n')
    .map(line => {
      if (line.startsWith('|')) {
        const isRow = about !== undefined && !/^\| (?:---|key \||kind \|)/.test(line);
        return isRow && about ? filled(line, about) : line;
      }
      if (line !== '') about = tables[line];
      return line;
    })
    .join('\n');
}

/** Sees to it that no key is left out, and that the keys called idle are those that nothing reads. */
function compareWithKeys(text: string): void {
  for (const kind of recordKinds.filter(one => one !== 'manifest' && one !== 'document')) {
    for (const key of new Set(keysOf(kind).values()))
      if (!told.has(key)) problems.push(`${page} has no row for the key \`${key.name}\` of a ${kind}.`);
  }
  const report = manifestKeys.find(({ name }) => name === 'report')?.keys ?? [];
  const isRead = (...paths: readonly string[]) => paths.some(path => readers.get(`manifest ${path}`)?.size);
  const idle = [
    ...manifestKeys.filter(({ name }) => !isRead(name)),
    ...report.filter(({ name }) => !isRead(`report.${name}`, `reports.${name}`)),
  ].map(({ name }) => name);
  const section = text.slice(text.indexOf('### Other keys'), text.indexOf('## Records'));
  const called = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name);
  // The name of the organization is shown, and new evidence is written to its folder; no finding follows from either.
  const used = new Set(['organization', 'evidenceFolder']);
  if (idle.filter(name => !used.has(name)).join() !== called.join())
    problems.push(`${page} calls ${called.join(', ')} idle; what nothing reads is ${idle.join(', ')}.`);
}

const text = readFileSync(page, 'utf8');
const current = filledPage(text);
compareWithKeys(text);
const isChecking = process.argv.includes('--check');
if (isChecking && text !== current)
  problems.push(`The tables of ${page} are not current: run \`npm run generate\`.`);
if (!isChecking) writeFileSync(page, current);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
