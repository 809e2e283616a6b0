import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type NewProgram, newManifest } from '../../../server/src/core/formats/newManifest.ts';
import { entry } from '../../../server/src/core/yaml/lookup.ts';
import { readYaml } from '../../../server/src/core/yaml/read.ts';
import { engineOf } from '../../fixture.ts';

const type2: NewProgram = {
  organization: 'Brightdesk',
  kind: 'soc2',
  type: 2,
  period: { start: '2026-01-01', end: '2026-12-31' },
  categories: ['security', 'availability'],
};

/** What a rule finds in a program that is nothing but this manifest, with no preset. */
function findings(program: NewProgram): string[] {
  const text = newManifest(program).replace(/^rules:[\s\S]*/m, '');
  const files = [
    { path: 'tickmark.yaml', text },
    ...(program.include ?? []).map(glob => ({
      path: glob.replace('**', 'page.md').replace('*', 'a'),
      text: 'Text.\n',
    })),
  ].map(file => ({ ...file, marks: [], cursor: undefined }));
  return [...engineOf(files).allFindings()].map(({ rule }) => rule);
}

describe('a new manifest', () => {
  it('says what was asked for', () => {
    assert.equal(
      newManifest(type2),
      [
        'tickmark: 1',
        'organization: Brightdesk',
        '',
        'reports:',
        '  - id: soc2-2026',
        '    kind: soc2',
        '    type: 2',
        '    period:',
        '      start: 2026-01-01',
        '      end: 2026-12-31',
        '    state: current',
        '',
        'scope:',
        '  categories: [security, availability]',
        '',
        '# The preset start reports what is wrong, and not yet what is missing.',
        '# Change it to recommended once most criteria have a control,',
        '# and to strict before the audit.',
        'rules:',
        '  preset: start',
        '',
      ].join('\n'),
    );
  });

  it('leaves out what is not decided, for which a rule asks', () => {
    const { period, ...undated } = type2;
    assert.equal(period?.end, '2026-12-31');
    assert.doesNotMatch(newManifest(undated), /period|asOf/);
    assert.deepEqual(findings(undated), ['scope/dates']);
    assert.deepEqual(findings(type2), []);
    assert.deepEqual(findings({ ...undated, type: 1, asOf: '2026-06-30' }), []);
  });

  it('says why Security is left out, which silences the finding', () => {
    const without: NewProgram = { ...type2, categories: ['availability'] };
    assert.deepEqual(findings(without), ['scope/security-missing']);
    const reasoned = { ...without, withoutSecurity: 'one customer\nasked for: this #1' };
    assert.match(newManifest(reasoned), /missing: one customer asked for: this #1\n {2}categories: /);
    assert.deepEqual(findings(reasoned), []);
  });

  it('has documents read that lie outside the usual folders', () => {
    const text = newManifest({ ...type2, include: ['docs/security/**', '*.md'] });
    assert.match(text, /\ninclude: \[docs\/security\/\*\*, "\*\.md"\]\n\n# The preset/);
    const long = ['access-control/**', 'change-management/**', 'incident-response/**', '*policy.md'];
    const listed = newManifest({ ...type2, include: long });
    assert.match(
      listed,
      /\ninclude:\n {2}- access-control\/\*\*\n(?: {2}- .*\n){2} {2}- "\*policy\.md"\n\n# The preset/,
    );
    assert.deepEqual(findings({ ...type2, include: long }), []);
    assert.deepEqual(findings({ ...type2, include: [] }), []);
  });

  it('has no scope for SOC 1, whose objectives are not the Trust Services Criteria', () => {
    assert.doesNotMatch(newManifest({ ...type2, kind: 'soc1', categories: [] }), /scope/);
  });

  it('holds any name of an organization', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('no', '1.10', 'A: B', "O'Hara & Co")),
        name => {
          const { root, problems } = readYaml(newManifest({ ...type2, organization: name }));
          assert.deepEqual(problems, []);
          assert.ok(root?.type === 'mapping');
          const value = entry(root, 'organization')?.value;
          assert.ok(value?.type === 'scalar');
          assert.equal(value.value, name.replace(/\s+/g, ' ').trim());
        },
      ),
      { numRuns: 500 },
    );
  });
});
