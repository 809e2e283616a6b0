// Records in one form: before and after; and what stays the same in every record.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { begun } from '../../../server/src/core/formats/begun.ts';
import { formattingEdits } from '../../../server/src/core/formats/formatting/formatting.ts';
import { newManifest } from '../../../server/src/core/formats/newManifest.ts';
import { readDocument } from '../../../server/src/core/formats/readDocument.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { applied } from '../../../server/src/core/formats/yamlEdits.ts';
import { kinds, type RecordKind } from '../../../server/src/core/model/kinds.ts';
import { ourSkeletons } from '../../../server/src/core/model/skeletons/ours.ts';
import { sourceOf } from '../../../server/src/core/text/source.ts';
import { documentText, recordsText } from '../yaml/recordText.ts';

/** A text as it is after formatting, in a folder of controls unless another is named. */
function formatted(text: string, path = 'controls/a.yaml', within?: { start: number; end: number }): string {
  const role = roleOf(path, 'native', false);
  assert.ok(role);
  return applied(text, formattingEdits(readDocument(text, role, tsc), within));
}

/** The same with either line end; the words `See 𝒜` show that other signs do not matter. */
function expectFormatted(before: string, after: string, path?: string): void {
  for (const change of [
    (text: string) => text,
    (text: string) => text.replaceAll('\n', '\r\n'),
    (text: string) => text.replaceAll('Sign-on', '𝒜 👩‍👩‍👧 Sign-on'),
  ]) {
    assert.equal(formatted(change(before), path), change(after));
    assert.equal(formatted(change(after), path), change(after));
  }
}

describe('formatting', () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    [
      'puts keys in the order of new records',
      'title: Sign-on\nsatisfies: [CC6.1]\nowner: ana\nid: AC-01\n',
      'id: AC-01\ntitle: Sign-on\nowner: ana\nsatisfies: [CC6.1]\n',
    ],
    [
      'does so in a register, where the dash stays',
      '- title: Sign-on\n  id: AC-01\n- id: AC-02\n  statement: |\n    One\n\n    two.\n  title: Other\n',
      '- id: AC-01\n  title: Sign-on\n- id: AC-02\n  title: Other\n  statement: |\n    One\n\n    two.\n',
    ],
    [
      'moves comments with their keys',
      'id: AC-01\nowner: ana # for now\n# As in the audit.\ntitle: Sign-on\n  # and more\nkey: true\n',
      'id: AC-01\n# As in the audit.\ntitle: Sign-on\n  # and more\nowner: ana # for now\nkey: true\n',
    ],
    [
      'moves no key over an empty line or a comment on its own',
      'owner: ana\nid: AC-01\n\n# Rest\n\ntitle: Sign-on\nstatus: planned\nkey: true\n',
      'id: AC-01\nowner: ana\n\n# Rest\n\ntitle: Sign-on\nkey: true\nstatus: planned\n',
    ],
    [
      'leaves a group that begins with a comment',
      '# Who\nowner: ana\nid: AC-01\n',
      '# Who\nowner: ana\nid: AC-01\n',
    ],
    [
      'leaves the keys of other tools where they are',
      'owner: ana\nlayout: page\nid: AC-01\n',
      'id: AC-01\nlayout: page\nowner: ana\n',
    ],
    [
      'writes lists of ids as most are',
      'id: AC-01\nsatisfies: [CC6.1,CC6.2]\npolicies:\n  - POL-1\n  - POL-2\nsystems: [ "prod" ]\n',
      'id: AC-01\nsatisfies: [CC6.1, CC6.2]\npolicies: [POL-1, POL-2]\nsystems: [prod]\n',
    ],
    [
      'writes them a line each where most are',
      "id: AC-01\nsatisfies:\n  TSC:\n    - CC6.1\npolicies:\n- 'POL-1'\nsystems: [prod, dev]\n",
      'id: AC-01\nsatisfies:\n  TSC:\n    - CC6.1\npolicies:\n- POL-1\nsystems:\n  - prod\n  - dev\n',
    ],
    [
      'leaves a list with a comment, and one that would make a long line',
      `id: AC-01\nsatisfies:\n  - CC6.1 # why\n  - CC6.2\npolicies: [${'POL-1, '.repeat(20)}x]\nsystems: [a]\n`,
      `id: AC-01\nsatisfies:\n  - CC6.1 # why\n  - CC6.2\npolicies: [${'POL-1, '.repeat(20)}x]\nsystems: [a]\n`,
    ],
    [
      'takes quotes from ids and words only where they mean nothing',
      `id: "AC-01"\ntitle: "Sign-on"\nowner: "Ana Lopes"\nfrequency: 'annual'\nversion: "1.10"\npolicies: ["1.10", "no", "a: b"]\n`,
      `id: AC-01\ntitle: "Sign-on"\nowner: Ana Lopes\nfrequency: annual\nversion: "1.10"\npolicies: ["1.10", "no", "a: b"]\n`,
    ],
    ...[
      'title: &t Sign-on\nid: AC-01\n',
      'title: !!str Sign-on\nid: AC-01\n',
      '{title: Sign-on, id: AC-01}\n',
    ].map(text => ['leaves anchors, tags, and braces', text, text] as const),
    [
      'leaves a merge, and formats the record behind it',
      '- &a\n  title: Sign-on\n  id: AC-01\n- <<: *a\n  owner: ana\n  id: AC-02\n- owner: ana\n  id: AC-03\n',
      '- &a\n  title: Sign-on\n  id: AC-01\n- <<: *a\n  owner: ana\n  id: AC-02\n- id: AC-03\n  owner: ana\n',
    ],
    [
      'leaves a key that is there twice',
      'title: a\nid: AC-01\nid: AC-02\n',
      'title: a\nid: AC-01\nid: AC-02\n',
    ],
    ['leaves what is written with escapes', 'id: "\\x41"\nowner: \'ana\'\n', 'id: "\\x41"\nowner: ana\n'],
    ['leaves what cannot be read', 'title: [a\nid: AC-01\n', 'title: [a\nid: AC-01\n'],
    ['leaves tabs', '-\ttitle: a\n \tid: AC-01\n', '-\ttitle: a\n \tid: AC-01\n'],
  ];
  for (const [what, before, after] of cases) it(what, () => expectFormatted(before, after));

  it('is the same in front matter, and leaves the body', () => {
    const body = '---\n# Sign-on\n\ntitle: b\nid: a\n';
    expectFormatted(
      `---\ntitle: Sign-on\nid: AC-01\n${body}`,
      `---\nid: AC-01\ntitle: Sign-on\n${body}`,
      'controls/a.md',
    );
  });

  it('puts the keys inside of mappings in order, with their comments', () => {
    expectFormatted(
      'id: EV-1\ncovers:\n  # the last day\n  to: 2026-03-31\n  from: 2026-01-01\n',
      'id: EV-1\ncovers:\n  # the last day\n  to: 2026-03-31\n  from: 2026-01-01\n',
      'evidence/a.yaml',
    );
    expectFormatted(
      'report:\n  period:\n    end: 2026-03-31 # here\n    start: 2025-04-01\n  kind: soc2\ncsocs:\n  - satisfies: [CC6.1,CC6.2]\n    text: Sign-on\n  - text: b\nid: VN-1\n',
      'id: VN-1\ncsocs:\n  - text: Sign-on\n    satisfies: [CC6.1,CC6.2]\n  - text: b\nreport:\n  kind: soc2\n  period:\n    start: 2025-04-01\n    end: 2026-03-31 # here\n',
      'vendors/a.yaml',
    );
  });

  it('puts the keys of the manifest in order, and leaves names of one\u2019s own where they are', () => {
    expectFormatted(
      'scope:\n  exclude:\n    - reason: Sign-on\n      criterion: CC6.4\n  categories: [ security ]\nreports:\n  - type: 1\n    own: x\n    kind: soc2\n    id: b\n  - id: a\norganization: a\n\nrules:\n  z: off\n  a: off\n',
      'organization: a\nreports:\n  - id: b\n    own: x\n    kind: soc2\n    type: 1\n  - id: a\nscope:\n  categories: [ security ]\n  exclude:\n    - criterion: CC6.4\n      reason: Sign-on\n\nrules:\n  z: off\n  a: off\n',
      'tickmark.yaml',
    );
  });

  it('of a new manifest changes nothing', () => {
    const common = { organization: 'A', kind: 'soc2', categories: ['security'], include: ['a/**'] } as const;
    const period = { start: '2026-01-01', end: '2026-12-31' };
    for (const program of [
      { ...common, type: 2, period } as const,
      { ...common, type: 1, asOf: '2026-06-30', withoutSecurity: 'None.' } as const,
    ]) {
      const text = newManifest(program);
      assert.equal(formatted(text, 'tickmark.yaml'), text);
    }
  });

  it('leaves the documents of other layouts', () => {
    const comply = 'name: Access\nacronym: AP\nsatisfies:\n  TSC: [CC6.1]\n---\n# A\n';
    const role = roleOf('policies/a.md', 'comply', false);
    assert.ok(role);
    assert.deepEqual(formattingEdits(readDocument(comply, role, tsc)), []);
  });

  it('of a range is that of the records in it', () => {
    const record = (id: string) => `- title: a\n  id: ${id}\n`;
    const text = record('AC-01') + record('AC-02');
    const end = text.lastIndexOf('AC-02');
    assert.equal(
      formatted(text, 'controls/a.yaml', { start: end, end }),
      `${record('AC-01')}- id: AC-02\n  title: a\n`,
    );
  });

  it('changes no record that was just begun', () => {
    for (const [kind, skeleton] of Object.entries(ourSkeletons)) {
      const { folder = '' } = kinds[kind as RecordKind];
      const known = { id: 'A-1', title: 'A', criteria: ['CC6.1'], policies: ['P-1'], controls: ['C-1'] };
      const { text } = begun(skeleton, known, folder === '' ? (kind as RecordKind) : undefined, 'fenced');
      assert.equal(formatted(text, `${folder === '' ? 'controls' : folder}/a.md`), text, kind);
    }
  });
});

/** What YAML says to its usual reader, whatever the order of keys. */
function saidIn(text: string): unknown {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.entries(value)
      .map(([key, inner]) => [key, sorted(inner)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  };
  return parseAllDocuments(text, { uniqueKeys: false }).map(document => {
    try {
      return document.errors.length > 0 ? 'broken' : sorted(document.toJS({ maxAliasCount: 50 }));
    } catch {
      // An alias of nothing.
      return 'broken';
    }
  });
}

const commentsIn = (text: string) => [...text.matchAll(/(?<=^|\s)# why\d*/gm)].map(([words]) => words).sort();
const signsOf = (text: string) => [...text.replace(/[\s"',[\]-]/g, '')].sort().join('');

/** A key with its value, as people write controls, with comments and empty lines around some. */
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '', '\n', '# why1\n', '# why2\n\n', '\n# why3\n'),
    fc.constantFrom(
      'id: AC-01',
      'id: "AC-01"',
      'title: Sign-on',
      'title: >-\n  Sign\n  on',
      'owner: "Ana Lopes"',
      "owner: 'no'",
      'statement: |\n  A: b\n\n  # no comment',
      'statement: |+\n  kept\n\n',
      'statement: a\n  b',
      'satisfies: [CC6.1,CC6.2 ]',
      'satisfies:\n- CC6.1\n- "CC6.2"',
      'satisfies:\n  TSC:\n    - CC6.1 # why4\n    - CC6.2\n  ISO: [A.1]',
      'satisfies: {TSC: ["CC6.1"]}',
      'policies:\n  - POL-1\n  # why5\n  - POL-2',
      'policies: [\n  POL-1,\n  "1.10"\n  ]',
      'systems: [prod, "a b", "a, b"]',
      'performedBy:\n  - ana\n  - "b#c"',
      'history:\n  - statement: a\n    from: 2026-01-01',
      'history:\n  - frequency: annual # why8\n    # why9\n    to: 2026-01-31\n\n    from: 2026-01-01\n    own: "1"',
      'covers:\n  to: 2026-01-31 # why10\n  # why11\n  from: 2026-01-01',
      'report:\n  reviewed: "2026-01-31"\n  period:\n    end: 2026-01-31\n      # why12\n    start: 2026-01-01\n  kind: soc2',
      'csocs:\n- satisfies:\n  - CC6.1\n  text: |\n    a # b\n\n    c\n- {text: b}',
      'key: true',
      'layout: page',
      'tags: *a',
      'version: &a "1.10"',
      'frequency:',
    ),
    fc.constantFrom('', '', ' # why6', '   # why7'),
  )
  .map(([before, words, behind]) => {
    const isOneLine = !words.includes('\n') && !words.includes('#');
    return `${before}${words}${isOneLine ? behind : ''}\n`;
  });
const record = fc.array(line, { minLength: 1, maxLength: 9 }).map(lines => lines.join(''));
const register = fc.array(record, { minLength: 1, maxLength: 3 }).map(records =>
  records
    .map(text => {
      const lines = text.trimStart().split('\n');
      return lines.map((one, i) => (i === 0 ? `- ${one}` : one === '' ? one : `  ${one}`)).join('\n');
    })
    .join(''),
);
const anyRecords = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: record }, { weight: 3, arbitrary: register }, documentText, recordsText),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([text, crlf, cut]) => {
    const ended = cut ? text.replace(/\n+$/, '') : text;
    return crlf ? ended.replace(/\r?\n/g, '\r\n') : ended;
  });

/** What is true of every document that is formatted. */
function keepsEverything(text: string, path?: string): void {
  const after = formatted(text, path);
  assert.equal(formatted(after, path), after);
  assert.deepEqual(commentsIn(after), commentsIn(text));
  assert.equal(signsOf(after), signsOf(text));
  if (path?.endsWith('.md')) return;
  assert.deepEqual(saidIn(after), saidIn(text));
}

describe('formatting any records', () => {
  it('says the same, keeps comments and signs, and changes nothing when done again', () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom('controls', 'evidence', 'vendors'), (text, folder) =>
        keepsEverything(text, `${folder}/a.yaml`),
      ),
      { numRuns: 300 },
    );
  });

  it('is true of any manifest', () => {
    const part = fc.constantFrom(
      ...['organization: A # why1', 'tickmark: 1', '# why2', '', 'own:\n  b: 1\n  a: 2', 'include: [a, "b"]'],
      'scope:\n  exclude:\n    - reason: a # why3\n      criterion: CC6.4\n      # why4\n\n    - {reason: b, criterion: CC6.5}\n  categories:\n  - security',
      'reports:\n  - type: 2\n    # why5\n    period:\n      end: 2026-12-31\n      start: 2026-01-01\n    id: a',
      'people:\n- name: Ana Lee\n  note: x\n  id: ana\n- role: CTO\n  id: ben # why6',
      'rules:\n  preset: start\n  coverage/missing: {severity: off}',
      'services:\n  b:\n    systems: [x]\n    description: y\n  a: {}',
      'grace: 10\n  # why7',
    );
    fc.assert(
      fc.property(fc.uniqueArray(part), fc.boolean(), (parts, crlf) => {
        const text = `${parts.join('\n')}\n`;
        keepsEverything(crlf ? text.replaceAll('\n', '\r\n') : text, 'tickmark.yaml');
      }),
      { numRuns: 200 },
    );
  });

  it('does so in every example', () => {
    const root = 'examples';
    let formattedOnes = 0;
    for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:md|ya?ml)$/.test(path) || /^broken/.test(path)) continue;
      const inProgram = path.replaceAll('\\', '/').split('/').slice(1).join('/');
      if (inProgram === '' || !roleOf(inProgram, 'native', false)) continue;
      keepsEverything(sourceOf(readFileSync(join(root, path), 'utf8')).text, inProgram);
      formattedOnes++;
    }
    assert.ok(formattedOnes > 50);
  });
});
