// What is offered for gaps: short, the recommended first, and the last resort once at the end.
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { CodeActionRequest, type Diagnostic } from 'vscode-languageserver/node';
import { folderOf } from '../workspace/folder.ts';
import { connected, uriOf } from './client.ts';
import { likeVsCode } from './presets.ts';

const manifest = (categories: string) => `tickmark: 1
report: {id: soc2, kind: soc2, type: 1, asOf: 2026-06-30}
scope: {categories: [${categories}]}
`;

/** What is shown and offered at the categories of a manifest, in a program with a control that serves some criteria. */
async function atScope(t: TestContext, categories: string, served: string, initializationOptions = {}) {
  const text = manifest(categories);
  const control = `id: AC-01\ntitle: All of it\nsatisfies: [${served}]\n`;
  const folder = folderOf(t, `=== tickmark.yaml\n${text}=== controls/all.yaml\n${control}`);
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
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: inside, end: inside },
    context: { diagnostics: shown },
  });
  return { found: shown, titles: (actions ?? []).map(({ title }) => title) };
}

const asks = { newRecords: true };
const silences = [
  'Silence coverage/missing here, with a reason',
  'Silence coverage/missing in this file, with a reason',
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
      ...silences,
    ]);
  });

  it('are those that write by themselves for a client that does not ask', async t => {
    const { titles } = await atScope(t, 'security', 'CC6.1');
    assert.deepEqual(titles.slice(0, 1), ['Write a control for CC1.1…']);
    assert.equal(titles.length, 5);
  });

  it('of few criteria exclude last, and only what is not common', async t => {
    const common = await atScope(t, 'security', 'CC1.1–CC9.1', asks);
    assert.deepEqual(common.titles, ['Write a control for CC9.2…', ...silences]);
    const { titles } = await atScope(t, 'availability', 'CC1.1–CC9.2, A1.1', asks);
    assert.deepEqual(titles, [
      'Write a control for A1.2…',
      'Write a control for A1.3…',
      'Exclude A1.2, with a reason',
      'Exclude A1.3, with a reason',
      ...silences,
    ]);
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
