import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type TreeParams, type TreeResult, treeRequest } from '../../protocol/tree.ts';
import { folderOf } from '../workspace/folder.ts';
import { connected, uriOf } from './client.ts';

const program = `=== tickmark.yaml
reports: [{kind: soc2, type: 2, period: {start: 2020-01-01, end: 2020-03-31}}]
=== controls/a.yaml
- {id: AC-01, title: Review, status: implemented, satisfies: [CC6.1], frequency: monthly, owner: ada}
=== evidence/a.yaml
- {id: EV-1, controls: [AC-01], performed: 2020-01-15}
`;

interface Asked {
  readonly ask: (params?: Omit<TreeParams, 'view'>) => Promise<TreeResult>;
  readonly roots: readonly string[];
}

/** Asks a server that has read a folder for each fixture. */
async function asked(t: TestContext, ...fixtures: readonly string[]): Promise<Asked> {
  const folders = fixtures.map(fixture => folderOf(t, fixture));
  const { client } = await connected(t, folders, {});
  await client.eventually(() => assert.ok(client.published.size >= fixtures.length));
  return {
    ask: (params = {}) => client.ask(treeRequest, { view: 'evidence', ...params }),
    roots: folders.map(uriOf),
  };
}

describe('tickmark/tree of evidence', () => {
  it('has windows by when they are due, and where each leads', async t => {
    const { ask, roots } = await asked(t, program);
    const { nodes, lacks } = await ask();
    assert.deepEqual(
      [lacks, nodes.map(({ label, description }) => `${label} ${description}`)],
      [undefined, ['Closed without complete evidence 2', 'Complete 1']],
    );
    const [window] = (await ask({ by: 'due', node: nodes[1]?.id ?? '' })).nodes;
    assert.deepEqual(
      [window?.label, window?.icon, window?.location?.uri],
      ['AC-01 2020-01', 'window.complete', `${roots[0]}/evidence/a.yaml`],
    );
    const [lacking] = (await ask({ by: 'due', node: nodes[0]?.id ?? '' })).nodes;
    assert.deepEqual(
      [window?.evidenceFor, lacking?.evidenceFor],
      [undefined, { root: roots[0], control: 'AC-01', window: '2020-02' }],
    );
  });

  it('has them by control or by owner where that is asked for', async t => {
    const { ask } = await asked(t, program);
    const first = async (by: string) => (await ask({ by })).nodes[0]?.label;
    assert.deepEqual(
      [await first('control'), await first('owner'), await first('other')],
      ['AC-01 Review', 'ada', 'Closed without complete evidence'],
    );
  });

  it('tells what is lacking where there is none, and has programs only where some of several have one', async t => {
    const without = '=== tickmark.yaml\norganization: Other\n=== controls/a.md\n---\nid: X\n---\n';
    const { nodes, lacks } = await (await asked(t, without)).ask();
    assert.deepEqual([lacks, nodes], ['no period', []]);
    const several = await (await asked(t, program, without)).ask();
    assert.deepEqual([several.lacks, several.nodes.map(({ icon }) => icon)], [undefined, ['program']]);
  });
});
