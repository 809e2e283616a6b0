import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { listed } from '../../../../server/src/core/rules/running/listed.ts';

it('of each rule the first findings are listed in their order, and every other one is counted', () => {
  const findings = fc
    .array(fc.constantFrom('a/one', 'a/other', 'b/third'))
    .map(names => names.map((rule, at) => ({ rule, at })));
  fc.assert(
    fc.property(findings, fc.nat({ max: 5 }), (all, most) => {
      const { listed: first, unlisted } = listed(all, most);
      for (const rule of new Set(all.map(one => one.rule))) {
        const ofRule = all.filter(one => one.rule === rule);
        assert.deepEqual(
          first.filter(one => one.rule === rule),
          ofRule.slice(0, most),
        );
        const more = ofRule.slice(most);
        const [next] = more;
        assert.deepEqual(unlisted.get(rule), next && { count: more.length, first: next });
      }
      assert.deepEqual(
        first,
        all.filter(one => first.includes(one)),
      );
    }),
  );
});
