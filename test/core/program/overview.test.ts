import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tsc } from '../../../server/src/core/catalog/tsc.ts';
import { coverageNodes } from '../../../server/src/core/features/coverageTree.ts';
import { roleOf } from '../../../server/src/core/formats/role.ts';
import { readExample } from '../../../server/src/core/rules/example.ts';
import { engineOf, ladderOf } from '../../fixture.ts';

const manifest = `
=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [security]}
`;
const common = tsc.criteria.map(({ id }) => id).filter(id => id.startsWith('CC'));
const policy = (body: string, name = 'guide') =>
  `${manifest}=== policies/${name}.md\n# The ${name}\n\n${body}\n`;

/** Ways to go through criteria, one after the other. */
const forms: Readonly<Record<string, (ids: readonly string[]) => string>> = {
  'a list': ids => ids.map(id => `- ${id}: papers`).join('\n'),
  'a table': ids => `| TSC | asks |\n| --- | --- |\n${ids.map(id => `| ${id} | papers |`).join('\n')}`,
  headings: ids => ids.map(id => `### ${id} heading\n\nPapers.`).join('\n\n'),
  'underlined headings': ids => ids.map(id => `${id} heading\n---\n\nPapers.`).join('\n\n'),
  'a quote': ids => ids.map(id => `> ${id}: papers`).join('\n>\n'),
  'lines that end with CRLF': ids => ids.map(id => `* ${id}\r\n`).join(''),
};

describe('a page that goes through the criteria', () => {
  for (const [form, write] of Object.entries(forms)) {
    it(`lists them only, in ${form}`, () => {
      assert.deepEqual(ladderOf(policy(write(common)), 'CC6.1', 'CC9.2'), [
        'CC6.1 listed: Only listed in one overview, The guide; no control maps to it.',
        'CC9.2 listed: Only listed in one overview, The guide; no control maps to it.',
      ]);
    });
  }

  it('documents those with a link to a document beside them, in a row or an item', () => {
    const links: Readonly<Record<string, string>> = {
      'CC6.1': '[Access](access.md#rules)',
      'CC6.2': '[Joiners](../procedures/joiners.md "how"), see [a site](https://example.com/a.md)',
      'CC6.3': '[a site](https://example.com/a.md)',
      'CC6.4': '[above](#the-guide)',
      'CC6.5': '[the start](../README.md)',
      'CC6.6': '![a drawing](net.png)',
    };
    const linked = '=== policies/access.md\n# Access\n=== procedures/joiners.md\n# Joiners\n';
    const rows = common.map(id => `| ${id} | ${links[id] ?? ''} |`).join('\r\n');
    const items = common.map(id => `1. ${id}:\n   - ${links[id] ?? 'papers'}`).join('\n');
    for (const body of [`| TSC | where |\r\n| --- | --- |\r\n${rows}`, items]) {
      const program = `${policy(body)}${linked}`;
      const states = ladderOf(program, ...Object.keys(links), 'CC6.7').map(line => line.split(':')[0]);
      assert.deepEqual(states, [
        'CC6.1 documented',
        'CC6.2 documented',
        ...['CC6.3', 'CC6.4', 'CC6.5', 'CC6.6', 'CC6.7'].map(id => `${id} listed`),
      ]);
    }
  });

  it('lists those with a link to a document only while it is there', () => {
    const rows = common.map(
      id => `| ${id} | [gone](gone.md) ${id === 'CC6.1' ? '[rules](the%20rules.md)' : ''} |`,
    );
    const engine = engineOf(readExample(policy(`| TSC | where |\n| --- | --- |\n${rows.join('\n')}`)));
    const states = () =>
      ['CC6.1', 'CC6.2'].map(id => engine.program.coverage.of(engine.program.report, id).state);
    assert.deepEqual(states(), ['listed', 'listed']);
    const role = roleOf('policies/the rules.md', 'native', false);
    assert.ok(role);
    engine.setText('policies/the rules.md', '# Rules\n', role);
    assert.deepEqual(states(), ['documented', 'listed']);
    engine.put([['policies/the rules.md', undefined]]);
    assert.deepEqual(states(), ['listed', 'listed']);
  });

  it('may leave out a few of them, and name points of focus for others', () => {
    const some = common.slice(4).map((id, i) => (i === 0 ? `${id}-POF1` : id));
    assert.match(
      ladderOf(policy(forms['a list']?.(common.slice(3)) ?? ''), 'CC6.1')[0] ?? '',
      /^CC6.1 listed/,
    );
    assert.match(ladderOf(policy(some.join(' ')), 'CC6.1')[0] ?? '', /^CC6.1 documented/);
  });

  it('says with whom it lists a criterion', () => {
    const both = `${policy(common.join(', '))}=== policies/list.md\n# The list\n\n${common.join(', ')}\n`;
    assert.deepEqual(ladderOf(both, 'CC6.1'), [
      'CC6.1 listed: Only listed in 2 overviews, The guide and The list; no control maps to it.',
    ]);
  });

  it('raises nothing that something else addresses, and lowers it neither', () => {
    const others = `${policy(common.join(', '))}
=== policies/access.md
# Access

As CC6.1 asks.
=== controls/all.yaml
- {id: AC-01, satisfies: [CC6.2], status: implemented}
- {id: AC-02, satisfies: [CC6.3], status: planned}
`;
    assert.deepEqual(ladderOf(others, 'CC6.1', 'CC6.2', 'CC6.3'), [
      'CC6.1 documented: Mentioned in Access; no control maps to it.',
      'CC6.2 implemented: AC-01 is in place.',
      'CC6.3 listed: Only listed in one overview, The guide; no active control maps to it (1 planned).',
    ]);
  });

  it('is one no longer once it is shortened', () => {
    const engine = engineOf(readExample(policy(common.join(', '))));
    const state = () => engine.program.coverage.of(engine.program.report, 'CC6.1').state;
    assert.equal(state(), 'listed');
    const role = roleOf('policies/guide.md', 'native', false);
    assert.ok(role);
    engine.setText('policies/guide.md', '# The guide\n\nCC6.1, CC6.2\n', role);
    assert.equal(state(), 'documented');
  });

  it('is apart in the tree', () => {
    const { program } = engineOf(readExample(policy(common.join(', '))));
    const [heading] = coverageNodes(program, 'report/soc2');
    assert.equal(heading?.label, 'Security (0/33)');
    assert.deepEqual(heading?.progress, { done: 0, begun: 0, of: 33 });
    const [node] = coverageNodes(program, 'report/soc2/security/CC6');
    assert.equal(node?.description, 'listed');
    const [document] = coverageNodes(program, node?.id ?? '');
    assert.equal(document?.description, 'mention, overview');
  });
});
