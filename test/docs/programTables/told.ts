// What the tables are asked of a fixture.
import assert from 'node:assert/strict';
import { completionsAt } from '../../../server/src/core/features/completion/completion.ts';
import { candidateFolders, recognize } from '../../../server/src/core/formats/recognize.ts';
import { keysOf } from '../../../server/src/core/model/keys.ts';
import type { CitationShape } from '../../../server/src/core/model/shape.ts';
import { descriptionWords } from '../../../server/src/core/pages/descriptionWords.ts';
import { descriptionOf } from '../../../server/src/core/program/description.ts';
import { coverageThrough } from '../../../server/src/core/program/through.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { newRecord } from '../../../server/src/core/rules/fixes/newRecord.ts';
import { globMatcher } from '../../../server/src/core/text/globs.ts';
import { discover } from '../../../server/src/workspace/discover.ts';
import { load } from '../../../server/src/workspace/load.ts';
import { atOnce } from '../../../server/src/workspace/steps.ts';
import { editingAt, factsOf, fixtureOf } from '../../core/features/editingAt.ts';
import { engineOf, findingsOf, ladderOf, today } from '../../fixture.ts';
import { MemoryFiles } from '../../workspace/memoryFiles.ts';
import type { Told } from './table.ts';

const list = (words: readonly string[]): string => (words.length === 0 ? 'nothing' : words.join('; '));
const programOf = (fixture: string) => engineOf(readExample(fixture)).program;

/** The layout of the folder, if the user named it, and what it is otherwise where that differs. */
export const layout: Told = fixture => {
  const texts = new Map(readExample(fixture).map(({ path, text }) => [path, text]));
  const [named, opened] = (['named', 'no'] as const).map(asked => {
    const found = atOnce(recognize([...texts.keys()], path => texts.get(path), asked));
    return found?.is === 'program' ? found.layout : 'nothing';
  });
  if (opened !== 'nothing') assert.deepEqual(candidateFolders([...texts.keys()]), ['']);
  return named === opened ? `${named}` : `${named} if named`;
};

/** The reports of the program, as they are understood. */
export const reports: Told = fixture =>
  list(
    programOf(fixture).reports.map(
      ({ id, kind, type, asOf, period, state, assumed, catalogs, categories }) => {
        const when = period ? `${period.start} to ${period.end}` : asOf;
        const words = [id, kind, type && `type ${type}`, when, state, assumed && 'assumed'].filter(Boolean);
        return `${words.join(' ')}: ${categories.join(', ') || 'no category'} (${catalogs.join(', ')})`;
      },
    ),
  );

/** Where the record of new evidence is written. */
export const newEvidence: Told = fixture =>
  newRecord(programOf(fixture), { kind: 'evidence', id: 'EV-02' }, '\n')?.path ?? 'nowhere';

/** The state of criteria in the first report, without the reason. */
export const states =
  (...criteria: readonly string[]): Told =>
  fixture =>
    list(ladderOf(fixture, ...criteria).map(line => line.split(': ')[0] ?? ''));

/** The state of CC6.1. */
export const state = states('CC6.1');

/** Where the description of the system stands with one of its criteria. */
export const description =
  (id: string): Told =>
  fixture => {
    const program = programOf(fixture);
    const row = descriptionOf(program, program.report).find(({ criterion }) => criterion.id === id);
    return row ? descriptionWords(row.state) : 'none';
  };

/** The states of a catalog's criteria, looked at through the mappings. */
export const through =
  (name: string): Told =>
  fixture => {
    const program = programOf(fixture);
    const catalog = program.catalogs.named(name);
    assert.ok(catalog, `there is a catalog ${name}`);
    const looks = coverageThrough(program, program.report, catalog);
    return list(looks.map(({ criterion, coverage }) => `${criterion.id} ${coverage.state}`));
  };

/** The records, sorted: the kind of each, its id or else its file's name in brackets, and how it stands. */
export const records: Told = fixture => {
  const program = programOf(fixture);
  const entries = [...program.paths()].flatMap(path => program.records(path));
  return list(
    entries
      .map(({ shape: { kind, id, stem, standing } }) => `${kind} ${id?.text ?? `(${stem})`} ${standing}`)
      .sort(),
  );
};

/** The titles of the records. */
export const titles: Told = fixture => {
  const program = programOf(fixture);
  return list(
    [...program.paths()].flatMap(path => program.records(path).map(({ shape }) => shape.title ?? '')),
  );
};

/** What a `satisfies` cites, each with its form where that is no criterion. */
export const cites: Told = value => {
  const program = programOf(`=== controls/a.yaml\nid: AC-01\nsatisfies: ${value}\n`);
  return list(program.records('controls/a.yaml').flatMap(({ shape }) => shape.satisfies.map(shown)));
};

function shown({ catalog, form, id }: CitationShape): string {
  return `${catalog === 'TSC' ? '' : `${catalog}:`}${id}${form === 'criterion' ? '' : ` (${form})`}`;
}

/** The points of focus that a control of a fixture names. */
export const points: Told = fixture => {
  const { citations } = factsOf(fixtureOf(fixture), 'controls/a.yaml');
  return list(citations.map(({ id, point }) => (point === undefined ? id : `point ${point} of ${id}`)));
};

/** The state of CC6.1 by the words under `satisfies` of a control that is in place. */
export const stateBy: Told = value =>
  state(`
=== tickmark.yaml
report: {kind: soc2, type: 1, asOf: 2026-06-30, categories: [security]}
=== controls/a.yaml
id: AC-01
status: implemented
satisfies: ${value}
`);

/** The words that the findings of a rule point at. */
export const found =
  (rule: string): Told =>
  fixture =>
    list(findingsOf(fixture).flatMap(line => (line.endsWith(` ${rule}`) ? [wordsIn(line)] : [])));

function wordsIn(line: string): string {
  return /: "(.*)" \S+$/.exec(line)?.[1] ?? line;
}

/** Which keys of the first record are known to its kind. */
export const known: Told = fixture => {
  const [file] = readExample(fixture);
  const [entry] = programOf(fixture).records(file?.path ?? '');
  assert.ok(file && entry, 'the first file holds a record');
  const keys = keysOf(entry.shape.kind);
  const written = [...file.text.matchAll(/(?:^|[{,])\s*([\w]+):/gm)].map(([, key = '']) => key);
  return list(written.filter(key => keys.has(key) && !['id', 'kind', 'satisfies'].includes(key)));
};

/** What is offered where `$0` stands, in its order. */
export const offered: Told = fixture => {
  const { editing, offset } = editingAt(fixture);
  return (completionsAt(editing, offset) ?? [])
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ label }) => label)
    .join(', ');
};

/** Which of some paths a glob fits: `GLOB < PATH PATH ...`. */
export const fits: Told = text => {
  const [glob = '', paths = ''] = text.split(' < ');
  return list(paths.split(' ').filter(globMatcher([glob])));
};

/** The documents that are read from the files of a fixture. */
export const documents: Told = async fixture => {
  const files = new MemoryFiles(fixture);
  const { programs } = await discover(files, '/w', 'named');
  const [program] = programs;
  assert.ok(program, 'there is a program');
  const { host } = await load(files, program, { today, report: undefined });
  return list([...host.engine.program.paths()].sort());
};
