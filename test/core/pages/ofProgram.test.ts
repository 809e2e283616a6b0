// Pages with what a program has for their subject, in the catalogs of its own too.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageInProgram } from '../../../server/src/core/pages/inProgram.ts';
import { markdownOf } from '../../../server/src/core/pages/markdown.ts';
import { idOf, subjectOf, subjectsOf } from '../../../server/src/core/pages/subject.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf } from '../../fixture.ts';

const { program } = engineOf(
  readExample(`
    === tickmark.yaml
    report: {id: s, kind: soc2, type: 1, asOf: 2026-06-30, catalogs: [TSC, Own rules]}
    privacyRole: processor
    catalogs: [own.yaml]
    mappings: [mapping.yaml]
    === own.yaml
    name: Own rules
    categories: [{id: doors, title: Doors}]
    groups: [{id: D, title: Gates, category: doors}]
    criteria:
      - id: D1
        title: Locks
        group: D
        related: [D2]
        points: [{title: Owners, role: controller}, {title: Keys}]
      - {id: D2, title: Hinges, group: D}
    === mapping.yaml
    from: TSC
    to: Own rules
    pairs: [{from: CC6.4, to: D1, relationship: superset}]
    === controls/a.yaml
    {id: A-1, title: Gate, status: implemented, satisfies: {TSC: [CC6.4], Own rules: [D1, D]}}
  `),
);

function pageFor(what: string): string {
  const subject = subjectOf(what, program.catalogs);
  assert.ok(subject, what);
  return markdownOf(pageInProgram(subject, program), target => ('page' in target ? target.page : 'place'));
}

describe('the page of a criterion of a catalog of one’s own', () => {
  it('says whose it is, where it stands, what cites it, and what stands for it', () => {
    const page = pageFor('Own rules D1');
    assert.match(
      page,
      /^# D1 Locks\n\n\[Own rules\]\(Own%20rules\) · \[Doors\]\(Own%20rules%20doors\) · \[D Gates\]/,
    );
    assert.match(page, /\*\*implemented\*\*: A-1 is in place\./);
    assert.match(page, /## Documents that cite it\n\n- \[A-1 Gate\]\(place\) · control/);
    assert.match(page, /- \[CC6\.4\]\(CC6\.4\): asks for all of this, and more \(implemented\)/);
    assert.match(page, /## Related\n\n- \[D2 Hinges\]\(Own%20rules%20D2\)/);
  });

  it('has the points for the other role last', () => {
    const points = [...pageFor('d1').matchAll(/\[D1-POF(\d)/g)].map(([, number]) => number);
    assert.deepEqual(points, ['2', '1']);
  });

  it('is what its id asks for, as that of every other subject is', () => {
    for (const subject of subjectsOf(program.catalogs)) {
      const found = subjectOf(idOf(subject), program.catalogs);
      assert.deepEqual(found && [found.kind, idOf(found)], [subject.kind, idOf(subject)]);
    }
  });
});

describe('the page of a group', () => {
  it('lists what cites the group itself', () => {
    assert.match(pageFor('Own rules: D'), /- \[A-1 Gate\]\(place\) · control/);
  });
});
