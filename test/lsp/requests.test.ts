// The requests of our own (docs/protocol.md).
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { ClientCapabilities, TextEdit } from 'vscode-languageserver/node';
import type { DocumentEdits } from '../../protocol/documentEdits.ts';
import { newManifestRequest } from '../../protocol/newManifest.ts';
import { acceptRequest, proposalsRequest } from '../../protocol/proposals.ts';
import { chooseReportRequest, scopeEditRequest } from '../../protocol/scope.ts';
import { startFolderRequest } from '../../protocol/startFolder.ts';
import { statusRequest } from '../../protocol/status.ts';
import { type TreeNode, treeRequest } from '../../protocol/tree.ts';
import { applied } from '../../server/src/core/formats/yamlEdits.ts';
import { LineTable } from '../../server/src/core/text/lineTable.ts';
import { folderOf } from '../workspace/folder.ts';
import { type Client, connected, uriOf } from './client.ts';

const manifest = `reports:
  - {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
  - {id: next, kind: soc2, type: 2, state: planned, categories: [security, privacy]}
scope:
  categories: [security, availability] # agreed
`;
const program = `=== tickmark.yaml
${manifest}=== controls/a.md
---
id: AC-01
status: implemented
satisfies: [CC6.1]
---
`;

interface Ready {
  readonly client: Client;
  readonly folder: string;
  readonly root: string;
}

/** A client of a server that has read everything. */
async function ready(
  t: TestContext,
  fixture = program,
  options = {},
  capabilities: ClientCapabilities = {},
): Promise<Ready> {
  const folder = folderOf(t, fixture);
  const { client } = await connected(t, [folder], { initializationOptions: options, capabilities });
  await client.eventually(() => assert.ok(client.published.size > 0));
  return { client, folder, root: uriOf(folder) };
}

const nodesOf = async ({ client }: Ready, node?: string): Promise<readonly TreeNode[]> =>
  (
    await client.ask(treeRequest, {
      view: 'coverage',
      ...(node === undefined ? {} : { node }),
    })
  ).nodes;

describe('tickmark/tree', () => {
  it('has the reports of the one program, down to the documents and where they are', async t => {
    const at = await ready(t);
    const [report] = await nodesOf(at);
    assert.equal(report?.location?.uri, `${at.root}/tickmark.yaml`);
    const [security] = await nodesOf(at, report?.id);
    const group = (await nodesOf(at, security?.id)).find(({ label }) => label.startsWith('CC6 '));
    const criterion = (await nodesOf(at, group?.id)).find(({ label }) => label.startsWith('CC6.1 '));
    assert.deepEqual([criterion?.icon, criterion?.context], ['implemented', 'criterion.implemented']);
    const [document] = await nodesOf(at, criterion?.id);
    assert.deepEqual([document?.label, document?.children], ['AC-01', 'none']);
    assert.deepEqual(document?.location, {
      uri: `${at.root}/controls/a.md`,
      range: { start: { line: 3, character: 12 }, end: { line: 3, character: 17 } },
    });
  });

  it('has the programs where there are several, each with reports of its own', async t => {
    const at = await ready(
      t,
      `${program}=== sub/tickmark.yaml\norganization: Sub\n=== sub/controls/a.md\n---\nid: X\n---\n`,
    );
    const nodes = await nodesOf(at);
    assert.deepEqual(
      nodes.map(({ icon, children }) => [icon, children]),
      [
        ['program', 'expanded'],
        ['program', 'expanded'],
      ],
    );
    const sub = nodes.find(({ label }) => label === 'Sub');
    const ids = await Promise.all(nodes.map(async ({ id }) => (await nodesOf(at, id)).map(node => node.id)));
    assert.equal(new Set(ids.flat()).size, ids.flat().length);
    assert.match((await nodesOf(at, sub?.id))[0]?.label ?? '', /SOC 2/);
  });

  it('has nothing below what is not there, and in other views', async t => {
    const at = await ready(t);
    const [report] = await nodesOf(at);
    for (const id of ['', '%', '|', 'x|y', `${report?.id}/gone`, `${report?.id}%`]) {
      assert.deepEqual(await nodesOf(at, id), [], id);
    }
    const { nodes } = await at.client.ask(treeRequest, { view: 'other' });
    assert.deepEqual(nodes, []);
  });

  it('is announced to whom draws it, with revisions that grow, and to nobody else', async t => {
    const at = await ready(t, program, { trees: true });
    await at.client.eventually(() => assert.ok(at.client.told.includes('tickmark/treeChanged')));
    const before = await at.client.ask(treeRequest, { view: 'coverage' });
    at.client.told.length = 0;
    await at.client.open(
      `${at.root}/controls/a.md`,
      '---\nid: AC-01\nstatus: planned\nsatisfies: [CC6.1]\n---\n',
    );
    await at.client.eventually(() => assert.ok(at.client.told.includes('tickmark/treeChanged')));
    const after = await at.client.ask(treeRequest, { view: 'coverage' });
    assert.ok(after.revision > before.revision);
    assert.notDeepEqual(after.nodes, before.nodes);
    assert.deepEqual(
      after.nodes.map(({ id }) => id),
      before.nodes.map(({ id }) => id),
    );
    assert.ok(!at.client.told.includes('tickmark/statusChanged'));
    const silent = await ready(t);
    assert.deepEqual(new Set(silent.client.told), new Set(['textDocument/publishDiagnostics']));
  });
});

describe('tickmark/status and tickmark/chooseReport', () => {
  it('tell the program, its reports, its scope and how far along it is', async t => {
    const { client, root } = await ready(t, program, { status: true });
    await client.eventually(() => assert.ok(client.told.includes('tickmark/statusChanged')));
    const { indexing, programs } = await client.ask(statusRequest, {});
    const [one] = programs;
    assert.ok(one);
    assert.deepEqual(
      [indexing, programs.length, one.root, one.manifest],
      [false, 1, root, `${root}/tickmark.yaml`],
    );
    assert.deepEqual(
      one.reports.map(({ id, kind, assumed }) => [id, kind, assumed]),
      [
        ['soc2', 'soc2', false],
        ['next', 'soc2', false],
      ],
    );
    assert.equal(one.report, 'soc2');
    assert.deepEqual(
      one.categories.filter(({ chosen }) => chosen).map(({ id }) => id),
      ['security', 'availability'],
    );
    assert.equal(one.summary, '1 implemented, 35 missing');
    assert.deepEqual([one.share, one.withoutControl, one.pressing], ['1 of 36 implemented', 35, undefined]);
  });

  it('count what relies on a vendor in words, one or several', async t => {
    const relying = (criteria: string) => `=== tickmark.yaml
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
=== controls/all.yaml
- {id: TP-02, satisfies: [${criteria}], status: implemented}
=== vendors/aws.yaml
- id: VN-01
  title: AWS
  subservice: carve-out
  csocs: [{text: Guards the doors, satisfies: {TSC: [${criteria}]}}]
  monitoredBy: [TP-02]
`;
    for (const [criteria, words] of [
      ['CC6.4', '1 relies on a vendor, 32 missing'],
      ['CC6.4, CC6.5', '2 rely on a vendor, 31 missing'],
    ] as const) {
      const { client } = await ready(t, relying(criteria));
      assert.equal((await client.ask(statusRequest, {})).programs[0]?.summary, words);
    }
  });

  it('tell the categories of what the report is measured against', async t => {
    const { client } = await ready(
      t,
      `
      === tickmark.yaml
      report: {id: s, kind: soc1, type: 1, asOf: 2026-06-30, categories: [pay]}
      catalogs: [own.yaml]
      === own.yaml
      name: Own
      categories: [{id: pay, title: Payroll}, {id: tax}]
      groups: [{id: P, category: pay}]
      criteria: [{id: A, group: P}]
      === controls/a.yaml
      {id: C-1, satisfies: {Own: [B]}}
      `,
      { status: true },
    );
    await client.eventually(() => assert.ok(client.told.includes('tickmark/statusChanged')));
    const { programs } = await client.ask(statusRequest, {});
    assert.deepEqual(programs[0]?.categories, [
      { id: 'pay', title: 'Payroll', chosen: true },
      { id: 'tax', title: 'tax', chosen: false },
    ]);
    assert.equal(programs[0]?.reports[0]?.words, 'SOC 1 Type I (s), as of 2026-06-30: Payroll');
  });

  it('follow the report that is chosen', async t => {
    const { client, root } = await ready(t, program, { status: true });
    const chosen = (report: string, of = root) => client.ask(chooseReportRequest, { root: of, report });
    assert.equal(await chosen('next'), true);
    const [one] = (await client.ask(statusRequest, {})).programs;
    assert.equal(one?.report, 'next');
    assert.deepEqual(
      one?.categories.filter(({ chosen: is }) => is).map(({ id }) => id),
      ['security', 'privacy'],
    );
    await client.eventually(() =>
      assert.match(JSON.stringify(client.published.get(`${root}/tickmark.yaml`)), /P1\.1/),
    );
    assert.equal(await chosen('gone'), false);
    assert.equal(await chosen('soc2', 'file:///nowhere'), false);
  });
});

/** A text once the edits of one document have been made. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineTable(text);
  return applied(
    text,
    edits.map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      text: newText,
    })),
  );
}

describe('tickmark/scopeEdit', () => {
  const scope = (client: Client, root: string, ...categories: string[]): Promise<DocumentEdits | null> =>
    client.ask(scopeEditRequest, { root, categories });

  it('is the edit of the manifest, of its file or of its buffer', async t => {
    const { client, root } = await ready(t);
    const uri = `${root}/tickmark.yaml`;
    const edit = await scope(client, root, 'security', 'privacy');
    assert.deepEqual(Object.keys(edit?.changes ?? {}), [uri]);
    assert.equal(
      edited(manifest, edit?.changes?.[uri] ?? []),
      manifest.replace('availability] #', 'privacy] #'),
    );
    const typed = manifest.replace('security, availability]', 'security]').replaceAll('\n', '\r\n');
    await client.open(uri, typed);
    const other = await scope(client, root, 'security', 'confidentiality');
    assert.equal(
      edited(typed, other?.changes?.[uri] ?? []),
      typed.replace('security] #', 'security, confidentiality] #'),
    );
  });

  it('is for the version of an open manifest, for a client that takes versions', async t => {
    const { client, root } = await ready(
      t,
      program,
      {},
      { workspace: { workspaceEdit: { documentChanges: true } } },
    );
    const uri = `${root}/tickmark.yaml`;
    const identifierOf = async () => {
      const edit = await scope(client, root, 'security', 'privacy');
      return edit?.documentChanges?.map(({ textDocument }) => textDocument);
    };
    assert.deepEqual(await identifierOf(), [{ uri, version: null }]);
    await client.open(uri, manifest);
    await client.change(uri, { text: `${manifest}\n` });
    assert.deepEqual(await identifierOf(), [{ uri, version: 2 }]);
  });

  it('is null where there is no program, or none with a manifest', async t => {
    const { client, root } = await ready(
      t,
      '=== policies/p.md\nOf [Company].\n=== controls/a.yaml\nid: A\nsatisfies: [CC9.9]\n',
    );
    assert.equal(await scope(client, root, 'security'), null);
    assert.equal(await scope(client, 'file:///nowhere', 'security'), null);
  });
});

describe('tickmark/proposals', () => {
  it('proposes criteria by titles, and writes those that were accepted and exist', async t => {
    const documents = `=== policies/access.md
# Access control
=== policies/refunds.md
# Refunds
=== policies/ethics.md
# Ethics (CC1.1 of SOC 2)
`;
    const { client, root } = await ready(t, `=== tickmark.yaml\n${manifest}${documents}`);
    const { records, without } = await client.ask(proposalsRequest, { root });
    assert.equal(without, 1);
    assert.deepEqual(
      records.map(({ uri, name, criteria }) => [uri, name, criteria[0]?.id]),
      [[`${root}/policies/access.md`, 'Access control', 'CC6.1']],
    );
    const uri = `${root}/policies/access.md`;
    const accepted = [
      { uri, record: 0, digest: records[0]?.digest ?? '', criteria: ['CC6.1', 'CC9.9', 'x: y'] },
    ];
    const start = { line: 0, character: 0 };
    assert.deepEqual(await client.ask(acceptRequest, { root, accepted }), {
      changes: {
        [uri]: [{ range: { start, end: start }, newText: '---\nsatisfies: {TSC: [CC6.1]}\n---\n\n' }],
      },
    });
    assert.equal(
      await client.ask(acceptRequest, {
        root,
        accepted: [{ uri, record: 4, digest: '', criteria: ['CC6.1'] }],
      }),
      null,
    );
    const ethics = await client.ask(proposalsRequest, { root, document: `${root}/policies/ethics.md` });
    assert.ok(ethics.records[0]?.criteria.some(({ id }) => id === 'CC1.1'));
  });

  it('writes nothing where the number of a record has become that of another one', async t => {
    const register = (...titles: string[]) =>
      `controls:\n${titles.map(title => `  - id: ${title}\n    title: ${title}\n`).join('')}`;
    const text = register('Access control');
    const { client, root } = await ready(t, `=== tickmark.yaml\n${manifest}=== controls/all.yaml\n${text}`);
    const uri = `${root}/controls/all.yaml`;
    const { records } = await client.ask(proposalsRequest, { root });
    const accepted = records.map(({ uri, record, digest }) => ({ uri, record, digest, criteria: ['CC6.1'] }));
    assert.deepEqual(
      accepted.map(({ uri, record }) => [uri, record]),
      [[uri, 0]],
    );
    assert.ok(await client.ask(acceptRequest, { root, accepted }));
    await client.open(uri, register('Refunds', 'Access control'));
    assert.equal(await client.ask(acceptRequest, { root, accepted }), null);
  });
});

describe('tickmark/newManifest', () => {
  it('says where the manifest goes and what it says', async t => {
    const { client, folder } = await ready(t);
    const made = await client.ask(newManifestRequest, {
      folder: uriOf(`${folder}/new program`),
      organization: 'Brightdesk',
      kind: 'soc2',
      type: 1,
      asOf: '2026-06-30',
      categories: ['security'],
    });
    assert.deepEqual(made.pages, []);
    assert.equal(made.uri, uriOf(`${folder}/new program/tickmark.yaml`));
    assert.match(
      made.text,
      /^tickmark: 1\norganization: Brightdesk\n[\s\S]*asOf: 2026-06-30\n[\s\S]*categories: \[security\]\n[\s\S]*preset: start\n$/,
    );
  });

  it('makes no page over one that git ignores', async t => {
    const ignored = '=== .gitignore\nevidence/\n=== evidence/README.md\n# Ours\n';
    const { client, root } = await ready(t, `${program}${ignored}`);
    const { folders } = await client.ask(startFolderRequest, { folder: root });
    assert.deepEqual(
      folders.map(({ name }) => name),
      ['policies', 'procedures'],
    );
    const made = await client.ask(newManifestRequest, {
      folder: root,
      organization: 'Brightdesk',
      kind: 'soc2',
      type: 1,
      asOf: '2026-06-30',
      categories: ['security'],
      folders: ['policies', 'evidence'],
    });
    assert.deepEqual(
      made.pages.map(({ uri }) => uri),
      [`${root}/policies/README.md`],
    );
  });
});
