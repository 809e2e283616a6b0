// What fits on a screen of a page, and that it says what it leaves out.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readable } from '../../server/src/cli/readable.ts';
import { shortPage } from '../../server/src/cli/shortPage.ts';
import { onlyTsc } from '../../server/src/core/catalog/catalogs.ts';
import { type Block, paragraph, section } from '../../server/src/core/pages/page.ts';
import { pageOf, subjectsOf } from '../../server/src/core/pages/subject.ts';
import { rules } from '../../server/src/core/rules/rules.ts';

const shown = (...blocks: readonly Block[]) =>
  readable(shortPage({ title: 'T', blocks }, 'CC1.1'), Number.POSITIVE_INFINITY);
const items = (count: number) => [...Array(count).keys()].map(i => [`item ${i}`]);

describe('the short form of a page', () => {
  it('leaves out details, and says which', () =>
    assert.equal(
      shown(paragraph('a'), ...section('Evidence', items(1), 'detail'), ...section('Related', items(1))),
      'T\n\na\n\nRelated\n\n  • item 0\n\nLeft out: Evidence. `tickmark explain CC1.1 --all` prints the whole page.\n',
    ));

  it('cuts long lists, and counts the rest', () => {
    assert.match(
      shown(...section('Related', items(9))),
      /• item 6\n {2}• and 2 more\n\n`tickmark explain CC1\.1 --all`/,
    );
    assert.doesNotMatch(shown(...section('Related', items(8))), /more|--all/);
  });

  it('counts the rest of a list with items in items beside its outer items', () =>
    assert.match(
      shown({ kind: 'list', items: items(9), levels: [0, 1, 1, 1, 1, 1, 1, 1, 1] }),
      /\n {4}• item 6\n {2}• and 2 more\n/,
    ));

  it('has one example of a section', () =>
    assert.equal(
      shown(paragraph('One:'), { kind: 'code', text: 'a' }, paragraph('Other:'), { kind: 'code', text: 'b' }),
      'T\n\nOne:\n\n    a\n\n`tickmark explain CC1.1 --all` prints the whole page.\n',
    ));

  it('of every criterion and every rule fits on a screen', () => {
    const criteria = subjectsOf(onlyTsc).filter(({ kind }) => kind !== 'category');
    for (const subject of [...criteria, ...rules.map(rule => ({ kind: 'rule', rule }) as const)]) {
      const page = shortPage(pageOf(subject), 'X');
      const lines = readable(page, 100).split('\n').length;
      assert.ok(lines <= 60, `${page.title}: ${lines} lines`);
    }
  });
});
