import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { Engine } from '../../server/src/core/engine.ts';
import { newManifest } from '../../server/src/core/formats/newManifest.ts';
import { isRecordKind } from '../../server/src/core/model/kinds.ts';
import { violations } from '../core/catalog/jsonSchema.ts';
import { engineOf } from '../fixture.ts';
import { expand } from './expand.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly isFileTemplate: boolean;
  readonly body: readonly string[];
}

/** The snippets of a language, by their names. */
function snippetsOf(language: string): [name: string, snippet: Snippet][] {
  const file = new URL(`../../snippets/${language}.json`, import.meta.url);
  const snippets: Record<string, Snippet> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(snippets);
}

const variables = { TM_FILENAME_BASE: 'fresh' };
const fresh = (body: readonly string[]): string => expand(body.join('\n'), variables).text;

const manifest = `
tickmark: 1
report: {kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}, categories: [security]}
people: [{id: jo-lee, name: Jo Lee, role: Head of Operations}]
systems: [{id: app, name: The application}]
`;

/** An engine that has read a text as a file of a program; as the manifest, it is the whole program. */
function engineWith(path: string, text: string): Engine {
  const texts = new Map([['tickmark.yaml', manifest]]).set(path, text);
  return engineOf([...texts].map(([path, text]) => ({ path, text, marks: [], cursor: undefined })));
}

const errorsIn = (path: string, text: string): string[] =>
  engineWith(path, text)
    .findings(path)
    .flatMap(({ rule, severity, message }) => (severity === 'error' ? [`${rule}: ${message}`] : []));

test('each language has its snippets', () => {
  const prefixes = (language: string) => snippetsOf(language).map(([, { prefix }]) => prefix);
  assert.deepEqual(prefixes('markdown'), [
    'tickmark-control',
    'tickmark-policy',
    'tickmark-procedure',
    'tickmark-evidence',
    'tickmark-vendor',
    'tickmark-risk',
    'tickmark-narrative',
    'tickmark-commitment',
    'tickmark-task',
    'tickmark-test',
    'tickmark-deviation',
    'tickmark-waiver',
    'tickmark-userControl',
    'tickmark-request',
    'tickmark-answer',
  ]);
  assert.deepEqual(prefixes('yaml'), [
    'tickmark-manifest',
    'tickmark-control',
    'tickmark-evidence',
    'tickmark-vendor',
    'tickmark-risk',
    'tickmark-commitment',
    'tickmark-task',
    'tickmark-test',
    'tickmark-deviation',
    'tickmark-waiver',
    'tickmark-userControl',
    'tickmark-request',
    'tickmark-answer',
    'tickmark-controls',
  ]);
});

for (const [language, ending] of [
  ['markdown', 'md'],
  ['yaml', 'yaml'],
] as const) {
  for (const [name, { prefix, description, isFileTemplate, body }] of snippetsOf(language)) {
    const what = `${name} in ${language}`;
    const kind = prefix.replace(/^tickmark-/, '').replace(/^controls$/, 'control');
    // The folder says nothing, so that the record itself must say what it is.
    const path = prefix === 'tickmark-manifest' ? 'tickmark.yaml' : `new/fresh.${ending}`;

    test(`${what}: the prefix shows whose it is, and a whole file can be made of it`, () => {
      assert.match(prefix, /^tickmark-/);
      assert.match(description, /^[A-Z].{10,}[^.]$/);
      assert.equal(isFileTemplate, true);
    });

    test(`${what}: the stops follow each other through the text, the last one at its end`, () => {
      const { stops } = expand(body.join('\n'), variables);
      assert.deepEqual(stops, [...stops.slice(0, -1).map((_, i) => i + 1), 0]);
      assert.match(body.at(-1) ?? '', /\$0$/);
    });

    test(`${what}: a fresh one has no error`, () => {
      assert.deepEqual(errorsIn(path, fresh(body)), []);
    });

    test(`${what}: a fresh one has the form that its schema asks for`, () => {
      const schema = new URL(`../../schemas/${kind}.schema.json`, import.meta.url);
      const [, metadata = ''] = /^(?:---\n)?([\s\S]*?)(?:\n---\n[\s\S]*)?$/.exec(fresh(body)) ?? [];
      assert.deepEqual(violations(JSON.parse(readFileSync(schema, 'utf8')), parse(metadata)), []);
    });

    if (prefix === 'tickmark-manifest') {
      test(`${what}: a fresh one is a manifest with one planned report on security`, () => {
        const { program } = engineWith(path, fresh(body));
        assert.equal(program.manifest?.path, path);
        const [report, ...others] = program.reports;
        assert.deepEqual(others, []);
        assert.deepEqual(
          {
            kind: report?.kind,
            state: report?.state,
            assumed: report?.assumed,
            categories: report?.categories,
          },
          { kind: 'soc2', state: 'planned', assumed: false, categories: ['security'] },
        );
      });
      continue;
    }

    test(`${what}: a fresh one is a record of that kind`, () => {
      assert.ok(isRecordKind(kind));
      const records = engineWith(path, fresh(body)).program.records(path);
      assert.deepEqual(
        records.map(({ shape }) => shape.kind),
        [kind],
      );
    });

    test(`${what}: a fresh one states no fact: it cites nothing, and is neither approved, reviewed nor performed`, () => {
      const [entry] = engineWith(path, fresh(body)).program.records(path);
      const { satisfies, mentions, references, values } = entry?.shape ?? assert.fail();
      assert.deepEqual([satisfies, mentions, references], [[], [], []]);
      const stated = Object.keys(values).filter(key =>
        /(?:On|By)$|^(?:owner|effective|reviewed|performed)$/.test(key),
      );
      assert.deepEqual(stated, []);
    });
  }
}

test('what the guided start writes, and a fresh document of every kind beside it, are clean in the preset start', () => {
  const scopes = ['security', 'availability', 'processing-integrity', 'confidentiality', 'privacy'];
  const dates = { asOf: '2026-06-30', period: { start: '2026-01-01', end: '2026-12-31' } };
  for (const kind of ['soc1', 'soc2', 'soc3'] as const) {
    for (const type of kind === 'soc3' ? ([2] as const) : ([1, 2] as const)) {
      const categories = kind === 'soc1' ? [] : scopes;
      const started = newManifest({ organization: 'Brightdesk', kind, type, categories, ...dates });
      const files = [['tickmark.yaml', started]];
      for (const [language, ending] of [
        ['markdown', 'md'],
        ['yaml', 'yaml'],
      ] as const) {
        for (const [name, { body }] of snippetsOf(language)) {
          const stem = `${name.toLowerCase()}-${language}`;
          const text = expand(body.join('\n'), { ...variables, TM_FILENAME_BASE: stem }).text;
          if (name !== 'Manifest') files.push([`new/${stem}.${ending}`, text.replaceAll('AC-01', stem)]);
        }
      }
      const engine = engineOf(
        files.map(([path = '', text = '']) => ({ path, text, marks: [], cursor: undefined })),
      );
      assert.deepEqual(
        [...engine.allFindings()].map(({ path, rule, message }) => `${path}: ${rule}: ${message}`),
        [],
        `${kind} type ${type}`,
      );
    }
  }
});

test('documents begin as drafts, controls as planned, and tasks and requests as open, so none of them counts yet', () => {
  const begins: Readonly<Record<string, string>> = {
    ...{ Control: 'planned', Controls: 'planned', Task: 'open', Request: 'open' },
    ...{ Policy: 'draft', Procedure: 'draft', Narrative: 'draft' },
  };
  const status = (body: readonly string[]) =>
    body.flatMap(line => /^\W*status: (.*)/.exec(line)?.[1] ?? []).join();
  for (const [name, { body }] of [...snippetsOf('markdown'), ...snippetsOf('yaml')]) {
    assert.equal(status(body), begins[name] ?? '', name);
  }
});

test('no place is filled with a word between which a person is to choose, nor with a date', () => {
  for (const [name, { body }] of [...snippetsOf('markdown'), ...snippetsOf('yaml')])
    assert.doesNotMatch(body.join('\n'), /\|\}|CURRENT_/, name);
});

test('a control added to a list of controls is one more record', () => {
  const [, { body }] = snippetsOf('yaml').find(([name]) => name === 'Controls') ?? assert.fail();
  const path = 'controls/operations.yaml';
  const text = `- id: OP-01\n  title: Backups\n\n${fresh(body)}`;
  const records = engineWith(path, text).program.records(path);
  assert.deepEqual(
    records.map(({ shape }) => shape.id?.text),
    ['OP-01', 'AC-01'],
  );
});
