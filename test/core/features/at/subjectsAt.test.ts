import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { subjectsAt } from '../../../../server/src/core/features/at/subjectsAt.ts';
import { idOf } from '../../../../server/src/core/pages/subject.ts';
import { engineOf } from '../../../fixture.ts';
import { anyDocument } from '../anyDocument.ts';
import { editingAt, editingOf } from '../editingAt.ts';

/** The words that cite something at `$0`, and what. */
function cited(example: string): string {
  const { editing, offset } = editingAt(example);
  const found = subjectsAt(editing, offset);
  if (!found) return 'nothing';
  const { start, end } = found.range;
  return `${editing.facts.text.slice(start, end)}: ${found.subjects.map(idOf).join(' ')}`;
}

describe('what is cited at a place', () => {
  const cases: readonly (readonly [what: string, prose: string, cited: string])[] = [
    ['a criterion', 'See CC$06.1.', 'CC6.1: CC6.1'],
    ['a point of focus', 'See CC6.1-POF$02.', 'CC6.1-POF2: CC6.1-POF2'],
    ['a group', 'The CC$06 series.', 'CC6 series: CC6'],
    ['a criterion with a suffix of its own', 'See CC6.1.$0b.', 'CC6.1.b: CC6.1'],
    ['the beginning of a range', 'See CC$06.1–CC6.4.', 'CC6.1: CC6.1'],
    ['the middle of a range', 'See CC6.1 t$0o CC6.4.', 'CC6.1 to CC6.4: CC6.1 CC6.2 CC6.3 CC6.4'],
    ['the sign of a range', 'See CC6.1$0–CC6.4.', 'CC6.1–CC6.4: CC6.1 CC6.2 CC6.3 CC6.4'],
    ['the end of a range', 'See CC6.1–CC6.4$0.', 'CC6.4: CC6.4'],
    ['an id that does not exist', 'See CC6.$09.', 'nothing'],
    ['nothing', 'See$0 CC6.1.', 'nothing'],
  ];
  for (const [what, prose, expected] of cases) {
    it(`is ${what}`, () => assert.equal(cited(`=== policies/a.md\n${prose}\n`), expected));
  }

  it('is what a narrative describes, and what the manifest has in scope or leaves out', () => {
    assert.equal(cited('=== narratives/a.md\n---\nid: a\ndescribes: [dc$03]\n---\n'), 'dc3: DC 3');
    const scope = (value: string) => `=== tickmark.yaml\nscope:\n  ${value}\n`;
    assert.equal(cited(scope('categories: [priva$0cy]')), 'privacy: privacy');
    assert.equal(cited(scope('exclude: [{criterion: CC6$0.4, reason: none}]')), 'CC6.4: CC6.4');
    assert.equal(cited('=== tickmark.yaml\norganization: pri$0vacy\n'), 'nothing');
  });

  it('is a point of focus by its suffix where the manifest says so', () => {
    const points = '=== tickmark.yaml\nsuffixesArePoints: true\n';
    assert.equal(cited(`${points}=== policies/a.md\nSee CC6.1.$0b.\n`), 'CC6.1.b: CC6.1-POF2');
    const control = (ids: string) => `${points}=== controls/a.md\n---\nid: A\nsatisfies: [${ids}]\n---\n`;
    assert.equal(cited(control('CC6.1.1$03')), 'CC6.1.13: CC6.1-POF13');
    assert.equal(cited(control('CC6.1.1$04')), 'nothing');
    assert.equal(cited(control('$0CC6.1')), 'CC6.1: CC6.1');
    assert.equal(cited(control('CC6.1.b–$0CC6.3')), 'CC6.3: CC6.3');
    assert.equal(cited(control('CC6.1.b$0–CC6.3')), 'CC6.1.b–CC6.3: CC6.1-POF2 CC6.2 CC6.3');
  });

  it('lies around the place, whatever the text', () => {
    fc.assert(
      fc.property(anyDocument, fc.double({ min: 0, max: 1, noNaN: true }), ({ path, text }, at) => {
        const files = [{ path, text, marks: [], cursor: undefined }];
        const offset = Math.round(at * text.length);
        const found = subjectsAt(editingOf({ files, engine: engineOf(files) }, path), offset);
        if (!found) return;
        assert.ok(0 <= found.range.start && found.range.start <= offset);
        assert.ok(offset <= found.range.end && found.range.end <= text.length);
        assert.ok(found.subjects.length > 0);
      }),
      { numRuns: 200 },
    );
  });
});
