// What tickmark/status counts of a program (docs/protocol.md).
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { statusRequest } from '../../protocol/status.ts';
import { folderOf } from '../workspace/folder.ts';
import { connected } from './client.ts';
import { serveInMemory, uriInMemory } from './inMemory.ts';

/** A client of a server that has read everything. */
async function read(t: TestContext, fixture: string) {
  const { client } = await connected(t, [folderOf(t, fixture)], {});
  await client.eventually(() => assert.ok(client.published.size > 0));
  return { client };
}

describe('the counts of tickmark/status', () => {
  it('count what has no control that counts: not what is excluded, and what a document alone addresses', async t => {
    const { client } = await read(
      t,
      `=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {exclude: [{criterion: CC6.4, reason: No offices}]}
=== controls/all.yaml
- {id: A, satisfies: [CC6.1], status: planned}
- {id: B, satisfies: [CC6.2], status: implemented}
=== policies/access.md
---
status: approved
satisfies: [CC6.2, CC6.3]
---
# Access

Access to systems is granted for a job, approved by the owner of the system, and removed when the job ends.
`,
    );
    const [one] = (await client.ask(statusRequest, {})).programs;
    assert.deepEqual(
      [one?.summary, one?.share, one?.withoutControl],
      ['1 implemented, 1 documented, 30 missing, 1 excluded', '1 of 32 implemented', 31],
    );
  });

  it('count nothing of a report that is assumed', async t => {
    const { client } = await read(
      t,
      '=== tickmark.yaml\norganization: Acme\n=== controls/a.yaml\n- {id: A, satisfies: [CC6.1]}\n',
    );
    const [one] = (await client.ask(statusRequest, {})).programs;
    assert.equal(one?.reports[0]?.assumed, true);
    assert.deepEqual([one.share, one.withoutControl], [undefined, undefined]);
  });

  it('say what evidence is overdue or soon due', async t => {
    const { client, files } = serveInMemory(t, undefined, { today: () => '2026-07-10' });
    files.texts.set(
      '/w/tickmark.yaml',
      'report: {id: soc2, kind: soc2, type: 2, period: {start: 2026-01-01, end: 2026-12-31}}\n',
    );
    files.texts.set(
      '/w/controls/all.yaml',
      '- {id: A, satisfies: [CC6.1], status: implemented, frequency: monthly, owner: ada}\n',
    );
    files.texts.set('/w/evidence/a.yaml', '- {id: EV-1, controls: [A], performed: 2026-01-15}\n');
    await client.introduce([], {
      workspaceFolders: [{ uri: uriInMemory('/w'), name: 'w' }],
      initializationOptions: { status: true },
    });
    await client.eventually(() => assert.ok(client.told.includes('tickmark/statusChanged')));
    const [one] = (await client.ask(statusRequest, {})).programs;
    assert.equal(one?.pressing, '1 overdue, 1 due within 30 days');
  });
});
