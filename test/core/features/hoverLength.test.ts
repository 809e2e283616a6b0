import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { descriptionCriteria, tsc } from '../../../server/src/core/catalog/tsc.ts';
import type { Editing } from '../../../server/src/core/features/editing.ts';
import { type Hover, hoverAt } from '../../../server/src/core/features/hover.ts';
import { markdownOfBlocks } from '../../../server/src/core/pages/markdown.ts';
import { plainOfBlocks } from '../../../server/src/core/pages/plain.ts';
import { editingAt } from './editingAt.ts';

/** With the link to the page that a face adds, and an empty line before it, it has less than 30. */
const most = 27;

/** How high a text is in lines of 80 characters, an empty line being half as high. */
function heightOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + (line === '' ? 0.5 : Math.ceil(line.length / 80)), 0);
}

function assertShort(hover: Hover | undefined, of: string): Hover {
  assert.ok(hover, `${of} has a hover`);
  assert.ok(heightOf(plainOfBlocks(hover.blocks)) <= most, `${of}:\n${plainOfBlocks(hover.blocks)}`);
  assert.ok(markdownOfBlocks(hover.blocks).split('\n').length <= most, of);
  return hover;
}

const manifest = '=== tickmark.yaml\nreport: {kind: soc2, type: 1, asOf: 2026-06-30}\n';
const groups = tsc.groups.map(({ id }) => id);
const criteria = tsc.criteria.map(({ id }) => id);
const points = tsc.criteria.flatMap(criterion => criterion.points.map(({ id }) => id));

/** A document that lists ids under a key, in a program in which eight others cite every criterion and group. */
function listing(path: string, key: string, ids: readonly string[]): Editing {
  const all = [...criteria, ...groups].join(', ');
  const others = Array.from(
    { length: 8 },
    (_, i) => `=== controls/c${i}.yaml\nid: AC-${i}\ntitle: The control of everything\nsatisfies: [${all}]\n`,
  );
  const items = ids.map(id => `  - ${id}\n`).join('');
  return editingAt(`${manifest}${others.join('')}=== ${path}\nid: Z\n${key}:\n${items}$0`).editing;
}

function hoverOf(editing: Editing, words: string): Hover | undefined {
  return hoverAt(editing, editing.facts.text.indexOf(words) + 1);
}

describe('a hover has less than 30 lines', () => {
  for (const [what, path, key, ids] of [
    ['group', 'controls/z.yaml', 'satisfies', groups],
    ['criterion', 'controls/z.yaml', 'satisfies', criteria],
    ['point', 'controls/z.yaml', 'satisfies', points],
    ['description criterion', 'narratives/z.yaml', 'describes', descriptionCriteria.map(({ id }) => id)],
  ] as const) {
    it(`over every ${what}, however many documents cite it`, () => {
      const editing = listing(path, key, ids);
      for (const id of ids) assertShort(hoverOf(editing, ` ${id}\n`), id);
    });
  }

  it('over every category', () => {
    const ids = tsc.categories.map(({ id }) => id);
    const { editing } = editingAt(`=== tickmark.yaml\nscope:\n  categories: [${ids.join(', ')}]$0\n`);
    for (const id of ids) assertShort(hoverOf(editing, id), id);
  });

  it('over a range of all common criteria, of which it counts the last', () => {
    const { editing } = editingAt(`${manifest}=== policies/a.md\nSee CC1.1 to CC9.2.$0\n`);
    const { blocks } = assertShort(hoverOf(editing, ' to '), 'the range');
    assert.match(plainOfBlocks(blocks), /^- CC1\.1 .*\n- CC1\.2 [\s\S]*\n- and \d+ others$/);
  });

  it('over a criterion of a catalog whose texts are long', () => {
    const long = 'Whoever is responsible does what is asked. '.repeat(100);
    const own = `name: Own\ncriteria:\n  - id: OWN-1\n    title: Much\n    description: ${long}\n    auditorsLookAt: [${long}]\n`;
    const { editing } = editingAt(
      `=== tickmark.yaml\ncatalogs: [own.yaml]\n=== own.yaml\n${own}=== controls/z.yaml\nid: Z\nsatisfies: {Own: [OWN-1]}$0\n`,
    );
    const { blocks } = assertShort(hoverOf(editing, 'OWN-1'), 'OWN-1');
    assert.match(plainOfBlocks(blocks), /^Whoever [^\n]* …$/m);
  });

  it('over a record that cites every criterion', () => {
    const editing = listing('risks/z.yaml', 'controls', ['AC-3']);
    assertShort(hoverOf(editing, ' AC-3\n'), 'AC-3');
  });

  it('still tells what a criterion asks for, how it stands, what is related and who cites it', () => {
    const editing = listing('controls/z.yaml', 'satisfies', ['CC6.1']);
    const text = plainOfBlocks(assertShort(hoverOf(editing, ' CC6.1\n'), 'CC6.1').blocks);
    assert.match(text, /management's view[\s\S]*Documents that cite it[\s\S]*What auditors[\s\S]*Related/);
    assert.match(text, /- AC-1 The control of everything · control\n(?:.+\n)*- and \d others\n/);
  });
});
