import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentStandingRequest } from '../../protocol/documentStanding.ts';
import { folderOf } from '../workspace/folder.ts';
import { connected, uriOf } from './client.ts';

const program = `=== tickmark.yaml
organization: Acme
exclude: [policies/old.md]
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
=== controls/a.md
---
id: AC-01
status: implemented
satisfies: [CC6.1]
---
=== controls/list.yaml
- {id: AC-02, satisfies: [CC6.2], status: implemented}
- {id: AC-03, satisfies: [CC6.3], status: planned}
=== policies/old.md
---
satisfies: [CC6.1]
---
=== notes/ideas.md
# Ideas

Buy more chairs.
=== .hidden/a.md
# Hidden
`;

test('tickmark/documentStanding tells as what a document is read, or why it is not', async t => {
  const folder = folderOf(t, program);
  const { client } = await connected(t, [folder], {});
  await client.eventually(() => assert.ok(client.published.size > 0));
  const root = uriOf(folder);
  const of = (uri: string) => client.ask(documentStandingRequest, { textDocument: { uri } });
  const acme = 'Acme: SOC 2 Type I (soc2)';
  for (const [path, words, why, isRead] of [
    ['tickmark.yaml', 'Manifest', 'It says what the report covers.', true],
    ['controls/a.md', 'Control AC-01', 'It is in place.', true],
    ['controls/list.yaml', '2 controls', '1 of 2 records does not count.', true],
    ['policies/old.md', 'Not read', 'The manifest excludes it.', false],
    ['notes/ideas.md', 'No record', 'The program finds no record in it.', false],
    [
      '.hidden/a.md',
      'Not read',
      'It is not among the files of the program. For example, git may ignore it, or it may lie in a hidden folder.',
      false,
    ],
  ] as const)
    assert.deepEqual(await of(`${root}/${path}`), { words, detail: `${why} ${acme}`, isRead, root }, path);
  assert.deepEqual(await of('file:///elsewhere/a.md'), {
    words: 'Not read',
    detail: 'It belongs to no program.',
    isRead: false,
  });
});
