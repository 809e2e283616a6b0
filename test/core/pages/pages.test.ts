import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCatalog } from '../../../server/src/core/catalog/readers/readCatalog.ts';
import { descriptionCriteria, tsc } from '../../../server/src/core/catalog/tsc.ts';
import { catalogPage } from '../../../server/src/core/pages/catalogPage.ts';
import { categoryPage } from '../../../server/src/core/pages/categoryPage.ts';
import { descriptionCriterionPage } from '../../../server/src/core/pages/descriptionCriterionPage.ts';
import { groupPage } from '../../../server/src/core/pages/groupPage.ts';
import { pageInProgram } from '../../../server/src/core/pages/inProgram.ts';
import { markdownOf } from '../../../server/src/core/pages/markdown.ts';
import { pointPage } from '../../../server/src/core/pages/pointPage.ts';
import { subjectOf } from '../../../server/src/core/pages/subject.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

const { catalog: own } = readCatalog(`
name: OWN
title: House rules
categories:
- {id: doors, title: Doors, common: true}
- {id: windows, title: Windows, aliases: [W]}
groups:
- {id: D, title: Doors and gates, category: doors}
- {id: W, category: windows}
criteria:
- id: D1
  title: Locks
  group: D
  points:
  - {title: Keys, text: Somebody has them.}
  - {title: Bars, text: Of iron., only: windows, role: processor}
- {id: W1, title: Shutters, group: W, points: [{title: Hinges, only: windows}]}
- {id: X, title: Rest}
`);

describe('a group', () => {
  it('has its category and its criteria on its page', () => {
    const group = own.group('D');
    assert.ok(group);
    assert.equal(
      markdownOf(groupPage(group, own)),
      '# D Doors and gates\n\nDoors · 1 criterion\n\n## Criteria\n\n- D1 Locks\n',
    );
  });

  it('needs neither a title nor a category', () => {
    assert.equal(markdownOf(groupPage({ id: 'Z', title: 'Z' }, own)), '# Z\n\n0 criteria\n');
  });
});

describe('a category', () => {
  it('says what it brings into scope', () => {
    const category = own.category('W');
    assert.ok(category);
    assert.equal(
      markdownOf(categoryPage(category, own)),
      [
        '# Windows\n',
        'With it, a report has 3 criteria and 3 points of focus, including those that always apply.\n',
        'In the manifest: `windows`; also W\n',
        '## W\n\n- W1 Shutters\n',
        '## Points of focus that it adds to other criteria\n\n- D1-POF2 Bars\n',
      ].join('\n'),
    );
  });

  it('that is common says so', () => {
    const category = own.category('doors');
    assert.ok(category);
    assert.match(
      markdownOf(categoryPage(category, own)),
      /On its own, it has 2 criteria and 1 point of focus\.\n/,
    );
  });
});

describe('a point of focus', () => {
  it('says whose it is and whom it concerns, and that it is no requirement', () => {
    const point = own.criterion('D1')?.points[1];
    assert.ok(point);
    assert.equal(
      markdownOf(pointPage(point, own)),
      [
        '# D1-POF2 Bars\n',
        'Point of focus, one of 2 of D1 Locks · Windows · likely to matter to a processor\n',
        'Of iron.\n',
        'A point of focus is guidance, not a requirement. You need not meet it, and it may not suit your organization. Consider all points, whichever role you have.\n',
      ].join('\n'),
    );
  });
});

describe('a description criterion', () => {
  it('says when it applies and what is expected', () => {
    const last = descriptionCriteria.at(-1);
    assert.ok(last);
    const page = markdownOf(descriptionCriterionPage(last));
    assert.match(
      page,
      /^# DC 9 .+\n\nDescription criterion · Type II\n\n.+\n\n## What readers expect to find\n\n- /,
    );
  });
});

describe('a catalog', () => {
  it('says how much is in it', () => {
    assert.equal(
      markdownOf(catalogPage(own)),
      [
        '# OWN House rules\n',
        '3 criteria · 3 points of focus\n',
        '## Categories\n\n- Doors (its criteria always apply)\n- Windows\n',
        '## Groups\n\n| Group | Criteria |\n| --- | --- |\n| D Doors and gates | 1 |\n| W | 1 |\n',
        '## Criteria without a group\n\n- X Rest\n',
      ].join('\n'),
    );
  });

  it('has a page for every part of it', () => {
    const pages = [
      catalogPage(tsc),
      ...tsc.categories.map(category => categoryPage(category, tsc)),
      ...tsc.groups.map(group => groupPage(group, tsc)),
      ...tsc.criteria.flatMap(({ points }) => points.map(point => pointPage(point, tsc))),
      ...descriptionCriteria.map(descriptionCriterionPage),
    ];
    for (const page of pages.map(page => markdownOf(page))) {
      assert.match(page, /^# \S.*\n\n\S/);
      assert.doesNotMatch(page, /undefined|\n{3,}| {2}\S|[^\n]$/);
    }
  });
});

describe('the page of a criterion in a program', () => {
  const controls = (count: number) =>
    Array.from({ length: count }, (_, i) => `- {id: C-${i}, satisfies: [CC6.1], status: implemented}\n`).join(
      '',
    );
  const shown = (fixture: string, what: string) => {
    const { program } = engineOf(readExample(fixture));
    const subject = subjectOf(what, program.catalogs);
    assert.ok(subject);
    return markdownOf(pageInProgram(subject, program));
  };

  it('says what it asks for, where it stands and what cites it, and then the rest', () => {
    const page = shown(
      `=== controls/all.yaml\n${controls(2)}=== users.yaml\n{id: U-1, kind: userControl, satisfies: [CC6.1]}\n`,
      'CC6.1',
    );
    assert.match(
      page,
      /^# CC6\.1 .+\n\nSecurity · .+\n\nSoftware, .+\n\n\*\*implemented\*\*: C-0 and C-1 are in place\. /,
    );
    assert.match(
      page,
      /\n\n## Documents that cite it\n\n- C-0 · control\n- C-1 · control\n- U-1 · user control\n\n## What auditors/,
    );
  });

  it('counts what nobody would read', () => {
    assert.match(shown(`=== controls/all.yaml\n${controls(203)}`, 'CC6.1'), /\n- and 3 others\n/);
  });

  it('of one of its points says how far along the criterion is', () => {
    assert.match(
      shown(`=== controls/all.yaml\n${controls(1)}`, 'CC6.1-POF2'),
      /\n\nCC6\.1 as a whole: \*\*implemented\*\*: C-0 is in place\. .+\n\n## Documents/,
    );
  });
});
