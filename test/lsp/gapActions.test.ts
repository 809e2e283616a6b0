// What is offered for gaps: short, the recommended first, and the last resort once at the end.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { CodeAction, CodeActionRequest, type Diagnostic } from 'vscode-languageserver/node';
import { proposalsRequest } from '../../protocol/proposals.ts';
import { folderOf } from '../workspace/folder.ts';
import { connected, uriOf } from './client.ts';
import { likeVsCode } from './presets.ts';

const manifest = (categories: string) => `tickmark: 1
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [${categories}]}
`;

/** What is shown and offered at the categories of a manifest, in a program with a control that serves some criteria. */
async function atScope(
  t: TestContext,
  categories: string,
  served: string,
  initializationOptions = {},
  documents = '',
) {
  const text = manifest(categories);
  const control = `id: AC-01\ntitle: All of it\nstatus: implemented\nsatisfies: [${served}]\n`;
  const folder = folderOf(t, `=== tickmark.yaml\n${text}=== controls/all.yaml\n${control}${documents}`);
  const capabilities = {
    ...likeVsCode,
    workspace: { ...likeVsCode.workspace, textDocumentContent: {} },
  };
  const { client } = await connected(t, [folder], { capabilities, initializationOptions });
  const uri = `${uriOf(folder)}/tickmark.yaml`;
  const found = (): Diagnostic[] =>
    (client.published.get(uri) ?? []).filter(({ code }) => code === 'coverage/missing');
  await client.eventually(() => assert.notDeepEqual(found(), []));
  const shown = found();
  await client.open(uri, text);
  const inside = { line: 2, character: 24 };
  const offered = async (): Promise<CodeAction[]> => {
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: inside, end: inside },
      context: { diagnostics: shown },
    });
    return (actions ?? []).filter(action => CodeAction.is(action));
  };
  const actions = await offered();
  return {
    client,
    root: uriOf(folder),
    found: shown,
    actions,
    titles: actions.map(({ title }) => title),
    /** What is offered now. */
    again: async () => (await offered()).map(({ title }) => title),
  };
}

const asks = { newRecords: true, proposals: true };
const speaking = `=== policies/vendors.md
---
title: Vendor Management Policy
---
Vendors are assessed.
=== policies/access.md
# Access Control Policy

Access follows the role. (CC6.3)
=== policies/refunds.md
# Refunds

Refunds are paid.
=== policies/vendor-management.md
---
title: [
title: Vendor Management
---
Vendors are assessed.
`;
const silences = [
  'Silence coverage/missing here, with a reason',
  'Silence coverage/missing in this file, with a reason',
  'Why is this here? (coverage/missing)',
];

describe('the actions of a gap', () => {
  it('of many criteria let a person choose one, offer the first, and silence once', async t => {
    const { found, titles } = await atScope(t, 'security', 'CC6.1', asks);
    assert.equal(found.length, 1);
    assert.deepEqual(titles, [
      'Write a control for one of 32 criteria…',
      'Write a control for CC1.1…',
      'Write a control for CC1.2…',
      'Write a control for CC1.3…',
      'Plan the remediation of one of 32 criteria…',
      ...silences,
    ]);
  });

  it('are those that write by themselves for a client that does not ask', async t => {
    const { titles } = await atScope(t, 'security', 'CC6.1');
    assert.deepEqual(titles.slice(0, 1), ['Write a control for CC1.1…']);
    assert.equal(titles.length, 6);
  });

  it('of few criteria exclude last, and only what is not common', async t => {
    const common = await atScope(t, 'security', 'CC1.1–CC9.1', asks);
    assert.deepEqual(common.titles, [
      'Write a control for CC9.2…',
      'Plan the remediation of CC9.2…',
      ...silences,
    ]);
    const { titles } = await atScope(t, 'availability', 'CC1.1–CC9.2, A1.1', asks);
    assert.deepEqual(titles, [
      'Write a control for A1.2…',
      'Write a control for A1.3…',
      'Plan the remediation of one of 2 criteria…',
      'Exclude A1.2, with a reason',
      'Exclude A1.3, with a reason',
      ...silences,
    ]);
  });

  it('have documents that speak of a criterion cite it, though they are not open', async t => {
    const { actions, titles, root } = await atScope(t, 'security', 'CC1.1–CC9.1', {}, speaking);
    const title = 'Add CC9.2 to Vendor Management Policy';
    assert.deepEqual(titles, [
      'Write a control for CC9.2…',
      title,
      'Plan the remediation of CC9.2…',
      ...silences,
    ]);
    const start = { line: 1, character: 31 };
    assert.deepEqual(actions[1]?.edit, {
      documentChanges: [
        {
          textDocument: { uri: `${root}/policies/vendors.md`, version: null },
          edits: [{ range: { start, end: start }, newText: '\nsatisfies: {TSC: [CC9.2]}' }],
        },
      ],
    });
  });

  it('have documents cite it that speak of it in their texts, as they stand in the editor', async t => {
    const page = '=== policies/rules.md\n# Rules\n\nVendors are assessed.\n';
    const { client, titles, root, again } = await atScope(t, 'security', 'CC1.1–CC9.1', {}, page);
    const write = 'Write a control for CC9.2…';
    const plan = 'Plan the remediation of CC9.2…';
    assert.deepEqual(titles, [write, 'Add CC9.2 to Rules', plan, ...silences]);
    const uri = `${root}/policies/rules.md`;
    await client.open(uri, '# Rules\n\nEverybody is kind.\n');
    assert.deepEqual(await again(), [write, plan, ...silences]);
    await client.change(uri, { text: '# Rules\n\nSuppliers are assessed.\n' });
    assert.deepEqual(await again(), [write, 'Add CC9.2 to Rules', plan, ...silences]);
  });

  it('of many criteria let a person choose which documents cite which', async t => {
    const { actions, client } = await atScope(t, 'security', 'CC1.1–CC5.3', asks, speaking);
    const choosing = actions.filter(({ command }) => command?.command === 'tickmark.proposeCriteria');
    assert.deepEqual(
      choosing.map(({ title }) => title),
      ['Add some of 15 criteria to documents that speak of them…'],
    );
    const [asked] = choosing[0]?.command?.arguments ?? [];
    assert.deepEqual(asked.criteria.length, 15);
    const { records } = await client.ask(proposalsRequest, asked);
    assert.deepEqual(
      records.map(({ path, criteria }) => [path, criteria.map(({ id }) => id)]),
      [
        ['policies/access.md', ['CC6.1', 'CC6.2']],
        ['policies/vendors.md', ['CC9.2', 'CC6.4']],
      ],
    );
    const { titles } = await atScope(t, 'security', 'CC1.1–CC5.3', {}, speaking);
    assert.deepEqual(
      titles.filter(title => title.startsWith('Add ')),
      [],
    );
  });

  it('of a program in which nothing is mapped let a person choose what each document cites', async t => {
    const policies = '=== policies/vendors.md\n# Vendors\n=== policies/access.md\n# Access\n';
    const folder = folderOf(t, `=== tickmark.yaml\n${manifest('security')}${policies}`);
    const { client } = await connected(t, [folder], {
      capabilities: likeVsCode,
      initializationOptions: asks,
    });
    const of = 'coverage/nothing-mapped';
    const place = () =>
      [...client.published].flatMap(([uri, all]) =>
        all.filter(({ code }) => code === of).map(found => ({ uri, found })),
      );
    await client.eventually(() => assert.equal(place().length, 1));
    const [at] = place();
    assert.ok(at);
    await client.open(at.uri, manifest('security'));
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: at.uri },
      range: at.found.range,
      context: { diagnostics: [at.found] },
    });
    const [choosing] = (actions ?? []).flatMap(action => {
      const { command } = action;
      return typeof command === 'object' && command.command === 'tickmark.proposeCriteria' ? [command] : [];
    });
    assert.equal(choosing?.title, 'Propose criteria for 2 documents…');
    assert.deepEqual(choosing.arguments, [{ root: uriOf(folder) }]);
  });

  it('belong to one finding that leads to the page of each criterion', async t => {
    const { found } = await atScope(t, 'security', 'CC1.1–CC8.1');
    const related = found.flatMap(({ relatedInformation = [] }) => relatedInformation);
    assert.deepEqual(
      related.map(({ location }) => location.uri.replace(/\?.*/, '')),
      ['tickmark:/CC9.1.md', 'tickmark:/CC9.2.md'],
    );
  });
});
