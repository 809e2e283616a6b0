// Groups, categories, and catalogs in a program: the controls that map to their criteria, and the states of the criteria.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { pageInProgram } from '../../../server/src/core/pages/inProgram.ts';
import { markdownOfBlocks } from '../../../server/src/core/pages/markdown.ts';
import type { Page } from '../../../server/src/core/pages/page.ts';
import { pageOf, subjectOf } from '../../../server/src/core/pages/subject.ts';
import type { Program } from '../../../server/src/core/program/program.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

const manifest = `
    === tickmark.yaml
    report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30}
    scope: {categories: [security], exclude: [{criterion: CC6.8, reason: none}]}`;

const { program } = engineOf(
  readExample(`${manifest}
    === controls/a.yaml
    {id: A-1, title: Gate, status: implemented, satisfies: [CC6.4, CC6.8]}
    === controls/b.yaml
    {id: B-1, title: Badge, status: designed, satisfies: [CC6.1, CC6.4]}
    === controls/c.yaml
    {id: C-1, title: Camera, status: implemented, key: no, satisfies: [CC6.4]}
    === controls/d.yaml
    {id: D-1, title: Dog, status: planned, satisfies: [CC6.5]}
    === controls/e.yaml
    {id: E-1, title: Eagle, status: implemented, retiredOn: 2026-01-01, satisfies: [CC6.6]}
    === controls/f.yaml
    {id: F-1, title: Far, status: implemented, satisfies: [CC7.1]}
    === policies/p.md
    # Media
    See CC6.7 of SOC 2.
  `),
);

function pageFor(what: string, own: Program): Page {
  const subject = subjectOf(what, own.catalogs);
  assert.ok(subject, what);
  return pageInProgram(subject, own);
}

/** What a page has only for a program, in Markdown. */
function added(what: string, own = program): string {
  const subject = subjectOf(what, own.catalogs);
  assert.ok(subject, what);
  const before = pageOf(subject).blocks.map(block => JSON.stringify(block));
  const { blocks } = pageFor(what, own);
  return markdownOfBlocks(blocks.filter(block => !before.includes(JSON.stringify(block))));
}

describe('the page of a group in a program', () => {
  it('has the controls that map to its criteria, and what each of them is', () => {
    assert.equal(
      added('CC6'),
      `## Controls that map to its criteria

4 controls *(management's view)*

| Criterion | A-1 | B-1 | C-1 | D-1 |
| --- | --- | --- | --- | --- |
| CC6.1 |  | ◐ |  |  |
| CC6.2 |  |  |  |  |
| CC6.3 |  |  |  |  |
| CC6.4 | ● | ◐ | ◇ |  |
| CC6.5 |  |  |  | ◌ |
| CC6.6 |  |  |  |  |
| CC6.7 |  |  |  |  |
| CC6.8 (excluded) | ● |  |  |  |

● key control in place · ◐ key control not yet in place · ◇ not a key control · ◌ planned control`,
    );
  });

  it('says so where no control maps, and where nothing is in scope', () => {
    assert.match(added('CC2'), /\n\nNo control maps to any of its criteria\.$/);
    assert.equal(added('A1'), 'None of its criteria is in the scope of the current report.');
  });

  it('shows twelve controls of many, those that map to most criteria, and counts the others', () => {
    const controls = Array.from({ length: 15 }, (_, i) => {
      const id = String.fromCharCode(65 + i);
      const satisfies = i === 14 ? 'CC6.1, CC6.2' : 'CC6.1';
      return `
    === controls/${id}.yaml
    {id: ${id}, title: ${id}, status: implemented, satisfies: [${satisfies}]}`;
    });
    const wide = added('CC6', engineOf(readExample(manifest + controls.join(''))).program);
    assert.match(
      wide,
      /The 12 of 15 controls that map to the most criteria\. The last column counts the 3 others \*\(/,
    );
    assert.match(
      wide,
      /\| Criterion \| A \| B \| C \| D \| E \| F \| G \| H \| I \| J \| K \| O \| Others \|/,
    );
    assert.match(wide, /\| CC6\.1 (?:\| ● ){12}\| 3 \|\n\| CC6\.2 (?:\| {2}){11}\| ● \| 0 \|/);
  });
});

describe('the page of a category or a catalog in a program', () => {
  it('has how many criteria are in each state, and in which each is', () => {
    assert.equal(
      added('security').replace(/\n- (?!CC[67]).*/g, ''),
      `## States of its criteria

33 criteria in the scope of the current report *(management's view)*

| State | Criteria |  |
| --- | --- | --- |
| ⊗ missing | 28 | ████████████████████ |
| ○ documented | 1 | █ |
| ◐ designed | 2 | █ |
| ● implemented | 1 | █ |
| ⊘ excluded | 1 | █ |

- CC6 Logical and physical access: ◐ CC6.1 · ⊗ CC6.2 · ⊗ CC6.3 · ◐ CC6.4 · ⊗ CC6.5 · ⊗ CC6.6 · ○ CC6.7 · ⊘ CC6.8
- CC7 System operations: ● CC7.1 · ⊗ CC7.2 · ⊗ CC7.3 · ⊗ CC7.4 · ⊗ CC7.5

⊗ missing · ○ documented · ◐ designed · ● implemented · ⊘ excluded`,
    );
  });

  it('says so where none of them is in scope', () => {
    assert.equal(added('privacy'), 'None of its criteria is in the scope of the current report.');
  });

  it('has every criterion in scope once on its map, which leads to its page, and as many in its bars', () => {
    const own = `
    === own.yaml
    name: Own
    categories: [{id: doors, title: Doors}]
    groups: [{id: D, title: Gates, category: doors}, {id: E, title: Else}]
    criteria: [{id: D1, title: Locks, group: D}, {id: E1, title: E, group: E}, {id: F1, title: F}]`;
    const chosen = fc.subarray([
      'availability',
      'confidentiality',
      'processing-integrity',
      'privacy',
      'doors',
    ]);
    fc.assert(
      fc.property(chosen, fc.boolean(), (categories, both) => {
        const { program } = engineOf(
          readExample(`
    === tickmark.yaml
    report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30, catalogs: [TSC${both ? ', Own' : ''}]}
    scope: {categories: [${['security', ...categories].join(', ')}]}
    catalogs: [own.yaml]${own}`),
        );
        const pages = ['TSC', 'Own'].flatMap(name => pageFor(name, program).blocks);
        const leadTo = pages.flatMap(block =>
          block.kind !== 'map'
            ? []
            : block.groups.flatMap(({ cells }) => cells.map(({ label: [inline] }) => inline)),
        );
        const targets = leadTo.map(inline => typeof inline === 'object' && inline.target);
        const keys = targets.flatMap(target => (target && 'page' in target ? target.page : []));
        assert.deepEqual(keys.toSorted(), [...program.report.criteria].toSorted());
        const counts = pages.flatMap(block => (block.kind === 'bars' ? block.bars : []));
        assert.equal(
          counts.reduce((sum, { count }) => sum + count, 0),
          keys.length,
        );
      }),
      { numRuns: 12 },
    );
  });
});

describe('without a program', () => {
  it('pages have no drawing', () => {
    for (const what of ['CC6', 'security', 'TSC']) {
      const subject = subjectOf(what, program.catalogs);
      const kinds = subject && pageOf(subject).blocks.map(({ kind }) => kind);
      assert.ok(kinds?.every(kind => !['bars', 'matrix', 'map'].includes(kind)));
    }
  });
});
