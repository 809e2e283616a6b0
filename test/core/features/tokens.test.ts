// What the words of a document mean, as they are to be colored.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tokensOf } from '../../../server/src/core/features/tokens.ts';
import { engineOf } from '../../fixture.ts';
import { anyDocument } from './anyDocument.ts';
import { editingOf } from './editingAt.ts';
import { inEverySpelling } from './marked.ts';

const manifest = `
=== tickmark.yaml
people: [{id: ana-lopes, name: Ana Lopes}]
systems: [{id: prod-db, owner: ana-lopes}]
`;

/** The tokens of the document with the cursor, as `word: what it means`, in every spelling the same. */
function tokensIn(example: string): readonly string[] {
  let found: readonly string[] | undefined;
  inEverySpelling(`${manifest}${example}$0`, ({ editing }, spelling) => {
    const shown = tokensOf(editing).map(
      ({ range, meant, isStatement }) =>
        `${editing.facts.text.slice(range.start, range.end)}: ${isStatement ? 'its own ' : ''}${meant}`,
    );
    found ??= shown;
    assert.deepEqual(shown, found, spelling);
  });
  return found ?? [];
}

describe('the tokens', () => {
  it('of a register are ids, references, people, systems, dates, and states', () => {
    const register = `=== controls/a.yaml
- id: AC-01
  owner: Ana Lopes
  satisfies: [CC6.1, "CC6.1-POF2"]
  status: implemented
  implementedOn: '2026-01-31'
  frequency: quarterly
  policies: access
  systems:
    - prod-db
  title: None of these
  statement: AC-02 runs on prod-db.
- id: AC-02
`;
    assert.deepEqual(tokensIn(register), [
      'AC-01: its own record',
      'Ana Lopes: person',
      'CC6.1: criterion',
      'CC6.1-POF2: point',
      'implemented: state',
      '2026-01-31: date',
      'quarterly: state',
      'access: record',
      'prod-db: system',
      'AC-02: record',
      'prod-db: system',
      'AC-02: its own record',
    ]);
  });

  it('of front matter and prose are those, and ids in code, paths, and links are none', () => {
    const files = `=== controls/b.yaml
id: AC-01
=== policies/a.md
---
id: POL-1
approvedBy: [ana-lopes, someone]
---
# Access

See CC6.1, AC-01, \`AC-01\`, files/AC-01.csv, and [AC-01](AC-01.md). AC-99 is none.
`;
    assert.deepEqual(tokensIn(files), [
      'POL-1: its own record',
      'ana-lopes: person',
      'someone: person',
      'CC6.1: criterion',
      'AC-01: record',
      'AC-01: record',
    ]);
  });

  it('of a range of criteria are its ends', () => {
    assert.deepEqual(tokensIn('=== policies/a.md\nSee CC6.1–CC6.4 and CC7.2.\n'), [
      'CC6.1: criterion',
      'CC6.4: criterion',
      'CC7.2: criterion',
    ]);
  });

  it('lie in any document, in its order and apart from each other', () => {
    fc.assert(
      fc.property(anyDocument, ({ path, text }) => {
        const files = [{ path, text, marks: [], cursor: undefined }];
        let from = 0;
        for (const { range } of tokensOf(editingOf({ files, engine: engineOf(files) }, path))) {
          assert.ok(from <= range.start && range.start < range.end && range.end <= text.length);
          from = range.end;
        }
      }),
      { numRuns: 50 },
    );
  });
});
