// A fixture with `$0` in one of its files, as a feature of the editor sees it.

import assert from 'node:assert/strict';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import type { ShownFinding } from '../../../server/src/core/engine/shownFinding.ts';
import type { Engine } from '../../../server/src/core/engine.ts';
import { fixesOf } from '../../../server/src/core/features/actions/fixes.ts';
import type { Editing } from '../../../server/src/core/features/editing.ts';
import type { DocumentFacts } from '../../../server/src/core/formats/facts.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { manifestName } from '../../../server/src/core/formats/role.ts';
import { addCriteria } from '../../../server/src/core/formats/satisfiesEdits.ts';
import { applied } from '../../../server/src/core/formats/yamlEdits.ts';
import { type ExampleFile, readExample } from '../../../server/src/core/rules/example.ts';
import type { Fix, FixEdit, Rule } from '../../../server/src/core/rules/rule.ts';
import { engineOf, roleIn } from '../../fixture.ts';
import { judgedExample } from '../rules/judgedExample.ts';

export interface Fixture {
  readonly files: readonly ExampleFile[];
  readonly engine: Engine;
}

/** Reads a fixture; with `crlf` its lines end as on Windows, and its cursor moves along. */
export function fixtureOf(example: string, crlf = false): Fixture {
  return fixtureFrom(readExample(example), crlf);
}

/** A fixture of an example of a rule, as the rule is judged in it. */
export function fixtureOfRule(rule: Rule, example: string, crlf = false): Fixture {
  return fixtureFrom(judgedExample(rule, example), crlf);
}

function fixtureFrom(read: readonly ExampleFile[], crlf: boolean): Fixture {
  const files = read.map(file => (crlf ? withCrlf(file) : file));
  return { files, engine: engineOf(files) };
}

function withCrlf({ path, text, cursor, marks }: ExampleFile): ExampleFile {
  const long = (part: string) => part.replaceAll('\n', '\r\n');
  return {
    path,
    text: long(text),
    marks,
    cursor: cursor === undefined ? undefined : long(text.slice(0, cursor)).length,
  };
}

/** One file of a fixture, freshly read. */
export function factsOf({ files, engine }: Fixture, path: string): DocumentFacts {
  const file = files.find(other => other.path === path);
  const role = file && roleIn(engine, files, path);
  assert.ok(file && role, `${path} is a document of the fixture`);
  return readDocument(file.text, role, tsc);
}

export function editingOf(fixture: Fixture, path: string): Editing {
  return { path, facts: factsOf(fixture, path), program: fixture.engine.program };
}

/** What a feature sees where `$0` stands. */
export function editingAt(
  example: string,
  crlf = false,
): { readonly editing: Editing; readonly offset: number } {
  const fixture = fixtureOf(example, crlf);
  const file = fixture.files.find(({ cursor }) => cursor !== undefined);
  assert.ok(file?.cursor !== undefined, 'the fixture has a cursor');
  return { editing: editingOf(fixture, file.path), offset: file.cursor };
}

/** The manifest of a fixture as fixes see it. */
export function manifestOf(
  fixture: Fixture,
): { readonly path: string; readonly facts: DocumentFacts } | undefined {
  return fixture.files.some(({ path }) => path === manifestName)
    ? { path: manifestName, facts: factsOf(fixture, manifestName) }
    : undefined;
}

/** The ways to mend a finding of a fixture. */
export function fixesFor(fixture: Fixture, finding: ShownFinding): readonly Fix[] {
  return fixesOf(editingOf(fixture, finding.path), finding, manifestOf(fixture));
}

/** The edits of a fix, with those by which a record of another document cites criteria. */
export function editsOf(fixture: Fixture, { title, edits, cites }: Fix): readonly FixEdit[] {
  if (!cites) return edits;
  const { path, record, ids } = cites;
  const edit = addCriteria(factsOf(fixture, path), record, ids);
  assert.ok(edit, `${title}: the document can be edited`);
  return [...edits, { path, ...edit }];
}

/** The files once a fix has been applied, those that it makes last. */
export function afterFix(fixture: Fixture, fix: Fix): ExampleFile[] {
  const { files } = fixture;
  const { creates = [] } = fix;
  const edits = editsOf(fixture, fix);
  for (const { path } of creates) {
    assert.ok(!files.some(file => file.path === path), `${path} is there already`);
  }
  for (const { path } of edits)
    assert.ok(
      files.some(file => file.path === path),
      `${path} is not there`,
    );
  const changed = files.map(file => ({
    ...file,
    text: applied(
      file.text,
      edits.filter(({ path }) => path === file.path),
    ),
  }));
  return [...changed, ...creates.map(({ path, text }) => ({ path, text, marks: [], cursor: undefined }))];
}
